import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { RecordError } from '../../src/errors.ts';
import type { ReminderMachine } from '../../src/reminders/reminder-machine.ts';
import type { ProgramEnd } from '../../src/reminders/run-program.ts';

/** What a test says about the machine; the rest is a Linux with cron, without a desktop. */
export interface FakeMachineFacts {
  readonly platform?: NodeJS.Platform;
  readonly env?: { readonly [name: string]: string };
  readonly userId?: number;
  readonly node?: string;
  readonly program?: string;
  /** Where reminders keep what is theirs; a folder of the home when left out. */
  readonly folder?: string;
  /** The crontab as bytes (latin1); none when left out. */
  readonly crontab?: string;
  /** Programs that are installed, and how each ends; `crontab` is there unless it is given as undefined. */
  readonly programs?: {
    readonly [name: string]: ((words: readonly string[]) => Partial<FakeEnd>) | undefined;
  };
  /** Milliseconds since 1970. */
  readonly now?: number;
}

interface FakeEnd {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A machine in memory, but for its folders. Every program that is run stands in `ran`. */
export class FakeMachine implements ReminderMachine {
  readonly platform: NodeJS.Platform;
  readonly userId: number;
  readonly home: string;
  readonly userName = 'sam';
  readonly node: string;
  readonly program: string;
  readonly folder: string;
  readonly processId = 4711;
  readonly proc: string;
  readonly terminals: string;
  readonly runtimes: string;
  readonly ran: { readonly name: string; readonly words: readonly string[]; readonly env: object }[] = [];
  /** The crontab now. */
  crontab: string | undefined;
  /** Refuses what some crons refuse: a last line without its end. */
  insistsOnLineEnd = true;
  time: number;
  wakingTime = 5_000_000;
  readonly #facts: FakeMachineFacts;

  /** @param root a folder of the test */
  constructor(root: string, facts: FakeMachineFacts = {}) {
    this.#facts = facts;
    this.platform = facts.platform ?? 'linux';
    this.userId = facts.userId ?? 1000;
    this.home = join(root, 'home');
    this.node = facts.node ?? '/usr/bin/node';
    this.program = facts.program ?? '/usr/local/bin/backcare';
    this.folder = facts.folder ?? join(root, 'home', 'data', 'reminders');
    this.proc = join(root, 'proc');
    this.terminals = join(root, 'pts');
    this.runtimes = join(root, 'run');
    this.crontab = facts.crontab;
    this.time = facts.now ?? Date.parse('2026-11-23T09:45:00Z');
  }

  readonly env = (name: string): string | undefined => this.#facts.env?.[name];

  readonly find = (name: string): string | undefined => {
    const given = this.#facts.programs;
    if (given !== undefined && name in given)
      return given[name] === undefined ? undefined : `/usr/bin/${name}`;
    return name === 'crontab' ? '/usr/bin/crontab' : undefined;
  };

  readonly run: ReminderMachine['run'] = async (path, words, { env, input }) => {
    const name = path.replace('/usr/bin/', '');
    this.ran.push({ name, words, env });
    const {
      code = 0,
      stdout = '',
      stderr = '',
    } = this.#facts.programs?.[name]?.(words) ?? (name === 'crontab' ? this.#runCrontab(words, input) : {});
    return { code, stdout: Buffer.from(stdout, 'latin1'), stderr } satisfies ProgramEnd;
  };

  now = (): number => this.time;

  readonly awake = (): number => this.wakingTime;

  /** Both clocks go on. */
  pass(milliseconds: number): void {
    this.time += milliseconds;
    this.wakingTime += milliseconds;
  }

  readonly makeFolder = (folder: string): void => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  };

  readonly failure = (what: 'read' | 'write', path: string, cause: unknown): RecordError =>
    new RecordError(`Cannot ${what} ${path}.`, { cause });

  /** As Debian's cron does it. */
  #runCrontab([first = '']: readonly string[], input: Buffer = Buffer.alloc(0)): Partial<FakeEnd> {
    if (first === '-l') {
      if (this.crontab === undefined) return { code: 1, stderr: 'no crontab for sam\n' };
      // Not as it is: a carriage return becomes two letters.
      return { stdout: this.crontab.replaceAll('\r', '\\r').replaceAll('\b', '\\b') };
    }
    if (first === '-e') return { stdout: this.crontab ?? '# an example\n' };
    if (first === '-r') {
      this.crontab = undefined;
      return {};
    }
    const text = input.toString('latin1');
    if (this.insistsOnLineEnd && text !== '' && !text.endsWith('\n')) {
      return { code: 1, stderr: "new crontab file is missing newline before EOF, can't install.\n" };
    }
    this.crontab = text;
    return {};
  }
}
