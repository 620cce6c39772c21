import { existsSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { buildProgram, CommanderError } from './cli.ts';
import { nearest } from './commands/nearest.ts';
import type { ReliefContext } from './commands/relief/run.ts';
import { usageError } from './commands/usage-error.ts';
import { exitCodes, InputError, UserError } from './errors.ts';
import type { KeeperContext } from './record-keeper.ts';
import type { RemindContext } from './reminder-delivery.ts';
import type { Folders } from './store/folders.ts';
import { createSystem, type System } from './terminal/system-context.ts';

/** What waits until the answer is out. */
interface Later {
  backUp?: () => Promise<void>;
  reminders?: () => Promise<void>;
}

/** Composition root: wires the world to the commands, once, and turns what went wrong into three lines and a code. */
async function main(host: NodeJS.Process): Promise<void> {
  const system = createSystem(host);
  const later: Later = {};
  let exitCode: number = exitCodes.answered;
  let ctx: Awaited<ReturnType<typeof contextOf>> | undefined;
  try {
    ctx = await contextOf(system, host, later);
    const finish = (code: number) => {
      exitCode = code;
    };
    const program = buildProgram(ctx, finish, host.argv[2]);
    await program.parseAsync(host.argv);
  } catch (error) {
    exitCode = (await isHelpShown(error, ctx, host)) ? exitCodes.answered : await report(error, system);
  } finally {
    await later.backUp?.();
    await later.reminders?.();
    system.interruptions.dispose();
  }
  // Not exit(): what was written to a pipe must still reach its reader.
  host.exitCode = exitCode === exitCodes.answered && system.isAnswerLost() ? exitCodes.ourFault : exitCode;
}

/** Preferences and the record are loaded by the first command that runs, never by help and version. */
async function contextOf(
  system: System,
  host: NodeJS.Process,
  later: Later,
): Promise<ReliefContext & KeeperContext & RemindContext> {
  const { io, clock, random, files } = system;
  const isBrief = host.argv
    .slice(2)
    .some((word) => ['--help', '-h', '--version', '-V', 'help'].includes(word));
  const warn = (sentence: string) => io.err(`backcare: ${sentence}\n`);
  const { places, preferences } = isBrief ? {} : await openStores(io, warn);
  let hasKept = false;
  const ctx: ReliefContext & KeeperContext & RemindContext = {
    io,
    clock,
    random,
    files,
    version: manifest.version,
    preferences() {
      if (preferences === undefined) {
        throw new Error('The preferences were asked for on a path that does not load them.');
      }
      return preferences;
    },
    async record() {
      if (places === undefined) throw new Error('The record was asked for on a path that does not load it.');
      const { openRecord } = await import('./store/record.ts');
      return openRecord({
        folder: places.data,
        clock,
        random,
        onSetAside: ({ file, line, reason }) => warn(`${file}, line ${line}: set aside (${reason}).`),
        onAppended: (before) => {
          // A first entry has nothing before it that could be lost.
          if (before > 0) later.backUp = () => backUp(places, system, warn);
          hasKept = true;
        },
      });
    },
    async keeper() {
      if (places === undefined) throw new Error('The record was asked for on a path that does not load it.');
      const { openKeeper } = await import('./store/keeper.ts');
      return openKeeper({ folders: places, clock, random });
    },
    async reminders() {
      if (places === undefined)
        throw new Error('Reminders were asked for on a path that does not load them.');
      const [{ createSystemDelivery }, { makePrivateFolder }, { readFailure, writeFailure }] =
        await Promise.all([
          import('./reminders/system-delivery.ts'),
          import('./store/folders.ts'),
          import('./store/failures.ts'),
        ]);
      return createSystemDelivery({
        process: host,
        data: places.data,
        clock,
        makeFolder: makePrivateFolder,
        failure: (what, path, cause) =>
          what === 'read' ? readFailure(path, cause) : writeFailure(path, cause),
      });
    },
    async prompter(wishes) {
      const { createPrompter } = await import('./terminal/prompter.ts');
      return createPrompter(system.terminalFacts(wishes));
    },
    async voice(wishes) {
      const { createSystemVoice } = await import('./reminders/system-voice.ts');
      return createSystemVoice(wishes, {
        platform: host.platform,
        path: io.env('PATH') ?? '',
        ring: io.errorIsTerminal ? () => io.err('\u0007') : undefined,
      });
    },
    async practice(wishes) {
      const { createPracticePlayer } = await import('./terminal/practice-player/player.ts');
      return createPracticePlayer(system.terminalFacts(wishes), clock);
    },
    async breathing(wishes) {
      const { createBreathingPacer } = await import('./terminal/breathing-pacer.ts');
      return createBreathingPacer(system.terminalFacts(wishes), clock);
    },
  };
  if (places !== undefined)
    later.reminders = () =>
      afterReminders(ctx, places, host, hasKept).catch((error: unknown) =>
        warn(`reminders could not be brought up to date. ${whyOf(error)}`.trim()),
      );
  return ctx;
}

/** So long a scheduler may be late before anything is looked at. */
const lateTick = 10 * 60_000;

/**
 * Once the answer is out. One look at one file as long as reminders come; without any, nothing of them is loaded.
 *
 * @param hasKept something was kept that may change them
 */
async function afterReminders(
  ctx: RemindContext,
  { data }: Folders,
  { argv }: NodeJS.Process,
  hasKept: boolean,
): Promise<void> {
  const [, , command, way] = argv;
  const isRemind = command === 'remind';
  if (isRemind && way === 'tick') return;
  const folder = join(data, 'reminders');
  const tick = statIfThere(join(folder, 'tick.json'));
  const isFresh = tick !== undefined && ctx.clock.now() - tick.mtimeMs < lateTick;
  const isThere = tick !== undefined || existsSync(folder);
  const saysBroken = isThere && !isFresh && !isRemind && !argv.includes('--quiet');
  // Copies that are put in place go past the record.
  const mustRefresh = (hasKept || command === 'data') && (isThere || (isRemind && hasKept));
  if (!saysBroken && !mustRefresh) return;
  const { afterwards } = await import('./commands/remind/afterwards.ts');
  await afterwards(ctx, { hasKept: mustRefresh, saysBroken });
}

/** A folder that cannot be looked into has no reminders that could be late. */
function statIfThere(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** A backup that fails is said and harms nothing: what was to be kept is kept. */
async function backUp(
  folders: Folders,
  { clock, random }: System,
  warn: (sentence: string) => void,
): Promise<void> {
  try {
    const { backUpOnceADay } = await import('./store/record.ts');
    await backUpOnceADay({ folders, clock, random });
  } catch (error) {
    warn(`today's backup could not be made. ${whyOf(error)}`.trim());
  }
}

function whyOf(error: unknown): string {
  return error instanceof UserError ? `${error.message} ${error.reason ?? ''}` : String(error);
}

async function openStores({ env }: System['io'], warn: (sentence: string) => void) {
  const [{ foldersFor }, { openPreferences }] = await Promise.all([
    import('./store/folders.ts'),
    import('./store/preferences.ts'),
  ]);
  const places = foldersFor(env);
  return { places, preferences: await openPreferences({ folder: places.config, nearest, warn }) };
}

/** A line that was refused may ask for help all the same: then that was shown, and what was wrong with it is nothing. */
async function isHelpShown(
  error: unknown,
  ctx: ReliefContext | undefined,
  { argv }: NodeJS.Process,
): Promise<boolean> {
  const isRefused = error instanceof CommanderError ? error.exitCode !== 0 : error instanceof InputError;
  if (ctx === undefined || !isRefused) return false;
  const { isHelpTyped } = await import('./commands/stress-plan/help-asked.ts');
  // Where the number cannot be shown, at least what was wrong is.
  return isHelpTyped(argv.slice(2), ctx).catch(() => false);
}

/** Says what went wrong without a stack trace and gives the exit code. A bug says that it is ours. */
async function report(error: unknown, { io }: System): Promise<number> {
  if (error instanceof CommanderError) {
    const usage = usageError(error);
    return usage === undefined ? exitCodes.answered : await say(usage, io);
  }
  if (error instanceof UserError) return say(error, io);
  return say(
    new UserError('Something went wrong, and it is our fault, not yours.', {
      exitCode: exitCodes.ourFault,
      reason: `backcare ${manifest.version}: ${error instanceof Error ? error.message : String(error)}`,
      next: 'If you are worried about your back, do not wait for us: call a clinician.',
    }),
    io,
  );
}

async function say(error: UserError, io: System['io']): Promise<number> {
  const { sayProblem } = await import('./commands/problem.ts');
  sayProblem({ io }, error);
  return error.exitCode;
}

void main(process);
