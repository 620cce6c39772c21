import type { RecordError } from '../errors.ts';
import type { RunProgram } from './run-program.ts';

/** The machine that reminds, as `main` finds it. A test makes one up. */
export interface ReminderMachine {
  readonly platform: NodeJS.Platform;
  /** Environment variable, undefined when unset or empty. */
  env(name: string): string | undefined;
  /** Number of the user; undefined on Windows. */
  readonly userId: number | undefined;
  /** Home folder, and the name of the person on this machine. */
  readonly home: string;
  readonly userName: string;
  /** Absolute path of the Node that runs, and of the program that it runs. */
  readonly node: string;
  readonly program: string;
  /** Folder of our own, for what reminders keep. Not made yet, perhaps. */
  readonly folder: string;
  /** Number of this process: two ticks may write at the same time. */
  readonly processId: number;
  /** Where Linux tells about itself, its terminals, and those who are logged in: /proc, /dev/pts, /run/user. */
  readonly proc: string;
  readonly terminals: string;
  readonly runtimes: string;
  /**
   * Full path of an installed program; undefined where there is none.
   *
   * @param where `bare`: only where the system keeps its own, which is where a scheduler looks
   */
  find(name: string, where?: 'bare'): string | undefined;
  readonly run: RunProgram;
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds that the machine was awake since it was started: it stands still in sleep. */
  awake(): number;
  /** Makes a folder for its owner only. Throws `RecordError`. */
  makeFolder(folder: string): void;
  /** What went wrong with a file of ours, named. */
  failure(what: 'read' | 'write', path: string, cause: unknown): RecordError;
}

/** Enough of the environment for a program of the system, in plain English. */
export function plainEnvironment(
  { env, home, userName }: Pick<ReminderMachine, 'env' | 'home' | 'userName'>,
  more: { readonly [name: string]: string | undefined } = {},
): { readonly [name: string]: string } {
  const carried = [
    'SystemRoot',
    'TEMP',
    'TMP',
    'DISPLAY',
    'WAYLAND_DISPLAY',
    'XDG_RUNTIME_DIR',
    'XDG_CONFIG_HOME',
  ];
  const all = {
    ...Object.fromEntries(carried.map((name) => [name, env(name)])),
    PATH: searchPath(env('PATH')),
    HOME: home,
    USER: userName,
    LOGNAME: userName,
    LC_ALL: 'C.UTF-8',
    ...more,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** What schedulers leave out of the path they give. */
const usualPlaces = ['/usr/local/bin', '/usr/bin', '/bin'];

/** The search path, and the places where a system keeps its programs. */
export function searchPath(path: string | undefined): string {
  if (path?.includes(';') === true) return path;
  const given = (path ?? '').split(':').filter((place) => place !== '');
  return [...given, ...usualPlaces.filter((place) => !given.includes(place))].join(':');
}
