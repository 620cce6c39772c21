import { closeSync, constants, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ReminderMachine } from './reminder-machine.ts';

type World = Pick<ReminderMachine, 'platform' | 'userId' | 'terminals' | 'proc' | 'now'>;

/** The terminal it was written to, or why to none. */
export type TerminalOutcome =
  | { readonly kind: 'shown'; readonly means: string }
  | { readonly kind: 'not-shown'; readonly reason: string };

/** Nobody looks at a terminal in which nothing was typed for so long. */
const idleMinutes = 30;
const groupMayWrite = 0o020;
const shells = /^-?(?:ba|z|fi|da|k|mk|pdk|tc|c|a)?sh$/;

/**
 * Writes a line to the terminal the person used last. Only to one of their own that takes messages (`mesg y`), and whose
 * shell stands at its prompt: never into an editor, or over what another program shows.
 */
export function writeToTerminal(line: string, world: World): TerminalOutcome {
  const [terminal] = openTerminals(world);
  if (terminal === undefined) return { kind: 'not-shown', reason: noTerminal(world) };
  try {
    // Never the terminal of this process, and never waiting for one that has stopped its output.
    const descriptor = openSync(terminal, constants.O_WRONLY | constants.O_NOCTTY | constants.O_NONBLOCK);
    try {
      writeSync(descriptor, `\r\n${line}\r\n`);
    } finally {
      closeSync(descriptor);
    }
    return { kind: 'shown', means: terminal };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'not-shown', reason: `${terminal} cannot be written to: ${why}` };
  }
}

/** Terminals that may be written to, the one that was used last first. */
export function openTerminals({ platform, userId, terminals, proc, now }: World): readonly string[] {
  if (platform !== 'linux' || userId === undefined) return [];
  const waiting = shellsAtPrompt(proc);
  return namesIn(terminals)
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const path = join(terminals, name);
        const { uid, mode, atimeMs, rdev } = statSync(path);
        const isOwn = uid === userId && (mode & groupMayWrite) !== 0 && waiting.has(rdev);
        return isOwn && now() - atimeMs < idleMinutes * 60_000 ? [{ path, atimeMs }] : [];
      } catch {
        // It was closed.
        return [];
      }
    })
    .sort((one, other) => other.atimeMs - one.atimeMs)
    .map(({ path }) => path);
}

function noTerminal({ platform }: World): string {
  return platform === 'linux'
    ? 'No terminal of yours stands at a prompt and takes messages.'
    : 'Which terminal is free is known on Linux only.';
}

/** Numbers of the terminals in whose foreground their own shell is. */
function shellsAtPrompt(proc: string): ReadonlySet<number> {
  return new Set(
    namesIn(proc)
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const status = readQuietly(join(proc, name, 'stat'));
        // The name of the program stands in brackets, and may have brackets in it.
        const open = status.indexOf('(');
        const close = status.lastIndexOf(')');
        const program = status.slice(open + 1, close);
        const [, , group, session, terminal, foreground] = status.slice(close + 2).split(' ');
        const isAtPrompt = session === name && group === foreground && shells.test(program);
        return isAtPrompt && terminal !== undefined ? [Number(terminal)] : [];
      }),
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readQuietly(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
