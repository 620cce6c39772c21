import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Hindrance } from '../reminder-delivery.ts';
import type { ReminderMachine } from './reminder-machine.ts';

/** What a scheduler runs each minute, in absolute words: it has an environment of its own, with hardly a path. */
export interface TickJob {
  /** The program and its words. */
  readonly command: readonly [program: string, ...words: string[]];
  /** What the person's own shell sets, and the scheduler does not. */
  readonly env: { readonly [name: string]: string };
}

type Person = Pick<ReminderMachine, 'env' | 'home' | 'node' | 'program' | 'platform'>;

export function tickJob({ env, home, node, program, platform }: Person): TickJob {
  const given: { [name: string]: string } = platform === 'win32' ? {} : { HOME: home };
  const own = env('BACKCARE_HOME');
  if (own !== undefined) given.BACKCARE_HOME = resolve(own);
  // Where the record is, when it is not in the usual place; and the person's own zone, when it is not the machine's.
  for (const name of own === undefined ? ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'TZ'] : ['TZ']) {
    const value = env(name);
    if (value !== undefined) given[name] = value;
  }
  return { command: [node, program, 'remind', 'tick', '--quiet'], env: given };
}

/** What tells the reminders of several households on one account apart: BACKCARE_HOME, or nothing. */
export function householdOf({ env }: Pick<ReminderMachine, 'env'>): string {
  const own = env('BACKCARE_HOME');
  return own === undefined ? '' : resolve(own);
}

/** A name for files and tasks, with a sign of the household. */
export function jobName(machine: Pick<ReminderMachine, 'env'>): string {
  const household = householdOf(machine);
  if (household === '') return 'backcare-remind';
  return `backcare-remind-${createHash('sha256').update(household).digest('hex').slice(0, 8)}`;
}

/** Why nothing of this person may be installed from here; undefined as a rule. */
export function jobHindrance(machine: Person & Pick<ReminderMachine, 'userId'>): Hindrance | undefined {
  const { command, env } = tickJob(machine);
  const sudo = sudoHindrance(machine);
  if (sudo !== undefined) return sudo;
  const words = [...command, ...Object.values(env)];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a line break in a path would begin a line of its own
  if (words.some((word) => /[\u0000-\u001f\u007f]/.test(word))) {
    return {
      reason:
        'A path holds a line break, or another character that cannot be written: that of backcare, of Node or of its folder.',
      next: 'Give the folder an ordinary name.',
    };
  }
  if (/[/\\]_npx[/\\]/.test(machine.program)) {
    return {
      reason: 'This backcare runs from the cache of npx, which is emptied from time to time.',
      next: 'Install it first: npm install --global backcare',
    };
  }
  return undefined;
}

/** Under sudo everything would be that of another person; undefined where this is not so. */
export function sudoHindrance({
  env,
  userId,
}: Pick<ReminderMachine, 'env' | 'userId'>): Hindrance | undefined {
  const person = env('SUDO_USER');
  if (userId !== 0 || person === undefined) return undefined;
  return {
    reason: `This runs under sudo, so the reminders would be those of ${env('USER') ?? 'root'}, not of ${person}.`,
    next: 'Run the same command without sudo.',
  };
}
