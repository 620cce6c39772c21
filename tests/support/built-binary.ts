/**
 * Runs the built program as a user's shell would, in a clean environment with a folder of its own for everything it
 * keeps. `npm test` builds before it runs the tests.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const repository = fileURLToPath(new URL('../..', import.meta.url));
export const binary = join(repository, 'bin', 'backcare.js');

/** Long enough for a loaded machine; a program that hangs is killed then, and the result says so. */
const defaultTimeout = 30_000;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new empty folder, removed after the tests of this file. */
export function temporaryFolder(name = 'backcare-'): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  folders.push(folder);
  return folder;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Nothing of the developer's own environment but the path; `undefined` takes a variable away. */
export function cleanEnvironment(home: string, changes: Environment = {}): Record<string, string> {
  const all: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    // Windows programs do not start without it.
    SystemRoot: process.env.SystemRoot,
    HOME: home,
    BACKCARE_HOME: join(home, 'backcare'),
    LANG: 'en_GB.UTF-8',
    TZ: 'Europe/London',
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

export interface RunOptions {
  readonly args?: readonly string[];
  /** What is piped to standard input; nothing when left out. */
  readonly input?: string | Uint8Array;
  /** Changes to the clean environment; `undefined` takes a variable away. */
  readonly env?: Environment;
  /** Home of the run, to be given to a second run that should find the same record. New and empty when left out. */
  readonly home?: string;
  readonly cwd?: string;
  readonly timeout?: number;
  /** Options for node itself, before the program. */
  readonly nodeArgs?: readonly string[];
}

export interface RunResult {
  /** Exit code, null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartedRun {
  readonly child: ChildProcessWithoutNullStreams;
  readonly home: string;
  readonly result: Promise<RunResult>;
}

/** Starts the program and leaves standard input open unless `input` is given, to send signals or close pipes early. */
export function startBackcare(options: RunOptions = {}): StartedRun {
  const home = options.home ?? temporaryFolder();
  const args = [...(options.nodeArgs ?? []), binary, ...(options.args ?? [])];
  const child = spawn(process.execPath, args, {
    cwd: options.cwd ?? home,
    env: cleanEnvironment(home, options.env),
    timeout: options.timeout ?? defaultTimeout,
    killSignal: 'SIGKILL',
  });
  // A program that ends without reading all of its input is no error of the test.
  child.stdin.on('error', () => undefined);
  if (options.input !== undefined) child.stdin.end(options.input);
  const result = new Promise<RunResult>((resolve, reject) => {
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({
        code,
        signal,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      });
    });
  });
  return { child, home, result };
}

/** Runs the program to its end with its input piped: `await runBackcare({ args: ['--version'] })`. */
export function runBackcare(options: RunOptions = {}): Promise<RunResult> {
  return startBackcare({ ...options, input: options.input ?? '' }).result;
}
