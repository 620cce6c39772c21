import manifest from '../package.json' with { type: 'json' };
import { buildProgram, CommanderError, usageError } from './cli.ts';
import { nearest } from './commands/nearest.ts';
import type { ReliefContext } from './commands/relief/run.ts';
import { exitCodes, UserError } from './errors.ts';
import { createSystem, type System } from './terminal/system-context.ts';

/** Composition root: wires the world to the commands, once, and turns what went wrong into three lines and a code. */
async function main(host: NodeJS.Process): Promise<void> {
  const system = createSystem(host);
  let exitCode: number = exitCodes.answered;
  try {
    const ctx = await contextOf(system, host);
    const finish = (code: number) => {
      exitCode = code;
    };
    const program = buildProgram(ctx, finish, host.argv[2]);
    await program.parseAsync(host.argv);
  } catch (error) {
    exitCode = await report(error, system);
  } finally {
    system.interruptions.dispose();
  }
  // Not exit(): what was written to a pipe must still reach its reader.
  host.exitCode = exitCode;
}

/** Preferences and the record are loaded by the first command that runs, never by help and version. */
async function contextOf(system: System, host: NodeJS.Process): Promise<ReliefContext> {
  const { io, clock, random, files } = system;
  const isBrief = host.argv
    .slice(2)
    .some((word) => ['--help', '-h', '--version', '-V', 'help'].includes(word));
  const warn = (sentence: string) => io.err(`backcare: ${sentence}\n`);
  const { places, preferences } = isBrief ? {} : await openStores(io, warn);
  return {
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
      });
    },
    async prompter(wishes) {
      const { createPrompter } = await import('./terminal/prompter.ts');
      return createPrompter(system.terminalFacts(wishes));
    },
    async breathing(wishes) {
      const { createBreathingPacer } = await import('./terminal/breathing-pacer.ts');
      return createBreathingPacer(system.terminalFacts(wishes), clock);
    },
  };
}

async function openStores({ env }: System['io'], warn: (sentence: string) => void) {
  const [{ foldersFor }, { openPreferences }] = await Promise.all([
    import('./store/folders.ts'),
    import('./store/preferences.ts'),
  ]);
  const places = foldersFor(env);
  return { places, preferences: await openPreferences({ folder: places.config, nearest, warn }) };
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
