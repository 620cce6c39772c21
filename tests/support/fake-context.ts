import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { nearest } from '../../src/commands/nearest.ts';
import type {
  Clock,
  Context,
  Files,
  Record as HealthRecord,
  Io,
  PracticeOutcome,
  PracticePieces,
  Practise,
  PreferenceStore,
  Prompter,
  Random,
  SoundWishes,
  Voice,
} from '../../src/context.ts';
import { InputError, Interrupted } from '../../src/errors.ts';
import { foldersFor } from '../../src/store/folders.ts';
import { checkPreferences } from '../../src/store/preference-schema.ts';
import { createPreferenceStore } from '../../src/store/preferences.ts';
import { openRecord } from '../../src/store/record.ts';
import { type ScriptedAnswer, ScriptedPrompter } from './scripted-prompter.ts';

/** What a test says about its world; the rest is a quiet pipe on a Sunday evening, with an empty record. */
export interface FakeWorld {
  readonly env?: { readonly [name: string]: string };
  /** Given: standard output and error are terminals of this width. */
  readonly columns?: number;
  readonly rows?: number;
  /** Standard input, a pipe. */
  readonly input?: string;
  /** Standard input is a terminal. True when there are answers. */
  readonly inputIsTerminal?: boolean;
  /** Standard output is a terminal, as standard error is. False for `> file`. */
  readonly outputIsTerminal?: boolean;
  /** What the person does at the prompts. */
  readonly answers?: readonly ScriptedAnswer[];
  /** How a guided session goes; without it, one that is started fails. */
  readonly practice?: (pieces: PracticePieces) => PracticeOutcome | Promise<PracticeOutcome>;
  /** Now; the clock stands still but for `wait` and `advance`. */
  readonly now?: string;
  readonly offsetMinutes?: number;
  readonly zone?: string;
  readonly seed?: number;
  /** Files the user can name on the command line. */
  readonly files?: { readonly [path: string]: string };
  /** Folder of record and preferences; a new one, removed after the test, when left out. */
  readonly home?: string;
  readonly version?: string;
}

/**
 * A whole world in memory, but for the record and the preferences: those are the real ones, in a folder of their own.
 * After the test the folder is removed, and an answer that nobody asked for fails the test.
 *
 * Outside a test (in `beforeAll`, in a script) call `dispose` yourself.
 */
export function fakeContext(world: FakeWorld = {}): FakeContext {
  const context = new FakeContext(world);
  try {
    onTestFinished(() => context.dispose());
  } catch {
    // No test is running.
  }
  return context;
}

export class FakeContext implements Context {
  readonly home: string;
  readonly io: Io;
  readonly clock: FakeClock;
  readonly random: Random;
  readonly files: Files;
  readonly version: string;
  readonly prompts: ScriptedPrompter;
  /** Files written through the `Files` port. */
  readonly written = new Map<string, string>();
  /** What was wished for each time a voice was asked for. */
  readonly soundWishes: SoundWishes[] = [];
  /** What the voice was given to say. */
  readonly spoken: string[] = [];
  stdout = '';
  stderr = '';
  readonly #world: FakeWorld;
  readonly #ownsHome: boolean;
  #record: HealthRecord | undefined;
  #preferences: PreferenceStore | undefined;

  constructor(world: FakeWorld) {
    this.#world = world;
    this.#ownsHome = world.home === undefined;
    this.home = world.home ?? mkdtempSync(join(tmpdir(), 'backcare-test-'));
    this.clock = new FakeClock(world);
    this.random = seededRandom(world.seed ?? 1);
    this.version = world.version ?? '0.0.0-test';
    this.prompts = new ScriptedPrompter(world.answers ?? []);
    this.io = this.#createIo();
    this.files = this.#createFiles();
  }

  async record(): Promise<HealthRecord> {
    this.#record ??= openRecord({ folder: this.#folders().data, clock: this.clock, random: this.random });
    return this.#record;
  }

  preferences(): PreferenceStore {
    this.#preferences ??= createPreferenceStore(
      { folder: this.#folders().config, nearest, warn: (sentence) => this.io.err(`${sentence}\n`) },
      checkPreferences,
    );
    return this.#preferences;
  }

  async prompter(): Promise<Prompter> {
    if (!this.io.inputIsTerminal) throw new Error('A prompter was asked for, but the input is no terminal.');
    return this.prompts;
  }

  async voice(wishes: SoundWishes): Promise<Voice> {
    this.soundWishes.push(wishes);
    return {
      say: (text) => void this.spoken.push(text),
      cue: () => undefined,
      instead: undefined,
      close: () => undefined,
    };
  }

  async practice(): Promise<Practise> {
    return async (pieces) => {
      if (this.#world.practice === undefined) throw new Error('A guided session was not expected.');
      return this.#world.practice(pieces);
    };
  }

  /** Sets preferences as the user would: `await ctx.prefer({ country: 'GB', equipment: 'chair mat' })`. */
  async prefer(preferences: { readonly [key: string]: string }): Promise<this> {
    for (const [key, words] of Object.entries(preferences))
      await this.preferences().set(key, words.split(' '));
    return this;
  }

  /** Appends events as if they had happened, oldest first; `at` moves the clock there for its event. */
  async remember(...events: readonly { kind: string; body: unknown; at?: string }[]): Promise<this> {
    const now = this.clock.now();
    const record = await this.record();
    for (const { kind, body, at } of events) {
      if (at !== undefined) this.clock.set(at);
      await record.append(kind, body);
      this.clock.set(now);
    }
    return this;
  }

  /** Forgets what was printed, for a second command in the same world. */
  clearOutput(): void {
    this.stdout = '';
    this.stderr = '';
  }

  dispose(): void {
    if (this.#ownsHome) rmSync(this.home, { recursive: true, force: true });
    this.prompts.assertUsed();
  }

  #folders() {
    return foldersFor((name) => (name === 'BACKCARE_HOME' ? this.home : undefined));
  }

  #createIo(): Io {
    const { columns, rows = 24, input = '', env = {}, answers = [] } = this.#world;
    const isTerminal = columns !== undefined || answers.length > 0;
    return {
      out: (text) => {
        this.stdout += text;
      },
      err: (text) => {
        this.stderr += text;
      },
      readInput: async (limit) => limited(input, limit, 'standard input'),
      inputIsTerminal: this.#world.inputIsTerminal ?? answers.length > 0,
      outputIsTerminal: this.#world.outputIsTerminal ?? isTerminal,
      errorIsTerminal: isTerminal,
      size: () => ({ columns: columns ?? 80, rows }),
      env: (name) => (Object.hasOwn(env, name) ? env[name] || undefined : undefined),
    };
  }

  #createFiles(): Files {
    return {
      read: async (path, limit) => {
        const text = this.written.get(path) ?? this.#world.files?.[path];
        if (text === undefined) throw new InputError(`There is no file ${path}.`);
        return limited(text, limit, path);
      },
      write: async (path, text) => {
        if (this.written.has(path) || this.#world.files?.[path] !== undefined) {
          throw new InputError(`${path} is already there.`);
        }
        this.written.set(path, text);
      },
    };
  }
}

/** A clock that moves only when told to, or when somebody waits. */
export class FakeClock implements Clock {
  #now: number;
  readonly #offset: number;
  readonly #zone: string;

  constructor({
    now = '2026-11-22T18:09:45.120+01:00',
    offsetMinutes = 60,
    zone = 'Europe/Berlin',
  }: FakeWorld) {
    this.#now = Date.parse(now);
    this.#offset = offsetMinutes;
    this.#zone = zone;
  }

  now(): number {
    return this.#now;
  }

  offsetMinutes(): number {
    return this.#offset;
  }

  zone(): string {
    return this.#zone;
  }

  async wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) throw signal.reason ?? new Interrupted();
    this.#now += milliseconds;
  }

  set(at: string | number): void {
    this.#now = typeof at === 'string' ? Date.parse(at) : at;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

/** mulberry32: small, and the same numbers everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return {
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    },
  };
}

function limited(text: string, limit: number, what: string): Uint8Array {
  const bytes = Buffer.from(text);
  if (bytes.length > limit) throw new InputError(`${what} is longer than ${limit} bytes.`);
  return bytes;
}
