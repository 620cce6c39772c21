import { execFile } from 'node:child_process';

/** How a program ended. */
export interface ProgramEnd {
  /** Exit code; undefined when it could not be started, was killed or took too long. */
  readonly code: number | undefined;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface ProgramOptions {
  /** The whole environment of the program. */
  readonly env: { readonly [name: string]: string };
  /** What stands on its standard input; nothing when left out. */
  readonly input?: Buffer;
  /** After these it is killed. */
  readonly milliseconds?: number;
}

/** Runs a program to its end without a shell. Never throws. */
export type RunProgram = (
  program: string,
  words: readonly string[],
  options: ProgramOptions,
) => Promise<ProgramEnd>;

/** Longer than any crontab. */
const mostBytes = 16 * 1024 * 1024;
const usualMilliseconds = 10_000;

export const runProgram: RunProgram = (program, words, { env, input, milliseconds = usualMilliseconds }) =>
  new Promise((resolve) => {
    const child = execFile(
      program,
      [...words],
      {
        env,
        encoding: 'buffer',
        timeout: milliseconds,
        killSignal: 'SIGKILL',
        maxBuffer: mostBytes,
        windowsHide: true,
        // The folder one stands in may be gone.
        cwd: env.HOME ?? undefined,
      },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : error.code;
        const text = stderr.toString('utf8');
        const why = error !== null && text.trim() === '' ? failureOf(error) : '';
        resolve({ code: typeof code === 'number' ? code : undefined, stdout, stderr: `${text}${why}` });
      },
    );
    // It is gone before it has read everything: its end tells why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });

function failureOf(error: {
  readonly killed?: boolean;
  readonly code?: unknown;
  readonly message: string;
}): string {
  if (error.killed === true) return 'it took too long';
  return typeof error.code === 'number' ? `it ended with ${error.code}` : error.message;
}

/** What a program complained about, in one line; never empty. */
export function complaintOf({ code, stderr }: ProgramEnd): string {
  const line = stderr.split(/\r?\n/).find((each) => each.trim() !== '');
  return line?.trim() ?? (code === undefined ? 'it could not be run' : `it ended with ${code}`);
}
