/**
 * The world as the program sees it: ports only, wired once in `main.ts`. A test builds its own.
 */
import type { Answers } from './engine/answers.ts';
import type { PracticeResult } from './engine/practice/practice-result.ts';
import type { Cue, PracticeScript, ScriptItem, Segment } from './engine/practice/script.ts';

/** Where text goes and what the terminal can do. */
export interface Io {
  /** The answer. */
  out(text: string): void;
  /** Questions, progress and hints. */
  err(text: string): void;
  /** Everything on standard input as bytes, at most `limit` of them; more is an error. */
  readInput(limit: number): Promise<Uint8Array>;
  readonly inputIsTerminal: boolean;
  readonly outputIsTerminal: boolean;
  readonly errorIsTerminal: boolean;
  /** Columns and rows of the terminal now; plain output has no width. */
  size(): { readonly columns: number; readonly rows: number };
  /** Environment variable, undefined when unset or empty. */
  env(name: string): string | undefined;
}

export interface Clock {
  /** Now, in milliseconds since 1970. */
  now(): number;
  /** Minutes east of Greenwich at that instant, as the machine's zone has it. */
  offsetMinutes(at: number): number;
  /** IANA name of the zone. Costs a start of Intl: ask late. */
  zone(): string;
  /** Resolves after so many milliseconds; rejects with the signal's reason when it is aborted. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
}

/** Files that the user names on the command line (answers, exports). */
export interface Files {
  /** The bytes of a file, refused with a clear error when it is longer than `limit`. */
  read(path: string, limit: number): Promise<Uint8Array>;
  /** Writes a new file (never over an old one). */
  write(path: string, text: string): Promise<void>;
}

/** What the journal keeps: one event a line. */
export interface RecordedEvent {
  /** Time-ordered, unique. */
  readonly id: string;
  /** ISO 8601 with offset, e.g. 2026-11-22T18:09:45.120+01:00. */
  readonly at: string;
  readonly zone: string;
  readonly kind: string;
  readonly body: unknown;
}

/** An event as the journal has it: `undo` events and what they took back are events too. */
export interface PastEvent extends RecordedEvent {
  /** An `undo` that holds has taken it back. */
  readonly undone: boolean;
}

/** A line of the journal that could not be used. It stays where it is; all good lines still load. */
export interface SetAsideLine {
  readonly file: string;
  /** Counting from one, as an editor does. */
  readonly line: number;
  /** Why, as the rest of a sentence: "it was cut short". */
  readonly reason: string;
}

/** What a full reading of the journal found. */
export interface RecordCheck {
  /** Good events, undone ones and `undo` itself included. */
  readonly events: number;
  /** A newer version wrote some of it: this one reads what it understands, and does not write. */
  readonly newer: boolean;
  readonly setAside: readonly SetAsideLine[];
}

/** What is looked for in the record, from its end. */
export interface EventSearch {
  readonly kinds: readonly string[];
  /** Nothing from before this instant, in milliseconds since 1970; left out: from the beginning. */
  readonly from?: number;
  /** Texts of which a line must hold one, as it stands in the journal; lines without are passed over unread. */
  readonly having?: readonly string[];
  /** Ends with so many. */
  readonly most?: number;
}

export interface Record {
  /** Folder that holds the journal. */
  readonly folder: string;
  /** The journal itself. */
  readonly path: string;
  /** Appends one event: one write, then fsync. Resolves when it is on the disk. Throws `RecordError`. */
  append(kind: string, body: unknown): Promise<RecordedEvent>;
  /** The newest event of this kind that nothing has undone, reading from the end; undefined when none. */
  newest(kind: string): Promise<RecordedEvent | undefined>;
  /** The same for several kinds in one reading; kinds without an event are left out. */
  newestOf(kinds: readonly string[]): Promise<ReadonlyMap<string, RecordedEvent>>;
  /**
   * Events of these kinds that nothing has undone, from this instant (milliseconds since 1970) on, newest first. Reads
   * from the end and stops at the first older one, so that a short command does not pay for ten years.
   */
  since(kinds: readonly string[], from: number): Promise<readonly RecordedEvent[]>;
  /** The same for several searches in one reading; what each found, in their order. */
  sinceEach(searches: readonly EventSearch[]): Promise<readonly (readonly RecordedEvent[])[]>;
  /**
   * Whether an event of this kind may have stood, behind a known one, in a line that cannot be read. A line of which the
   * kind can still be read, as a half entry of the day, was none.
   */
  mayHaveLost(
    kind: string,
    where: {
      /** Left out: anywhere. */
      readonly behind: RecordedEvent | undefined;
      /** Lines from before this instant do not matter. */
      readonly from: number;
    },
  ): Promise<boolean>;
  /** Every event that nothing has undone, oldest first, read while the caller walks. `undo` events are left out. */
  events(): Promise<Iterable<RecordedEvent>>;
  /** Everything that was ever kept, newest first: `undo` events and what they took back included. Read on the walk. */
  past(): Promise<Iterable<PastEvent>>;
  /** Changes whenever the journal does; to see at a glance that nothing was kept since. */
  mark(): string;
  /** Unfinished interview, kept so that nobody has to begin again. Undefined when none. */
  readDraft(name: string): Promise<unknown>;
  writeDraft(name: string, body: unknown): Promise<void>;
  removeDraft(name: string): Promise<void>;
}

export interface Preferences {
  /** ISO country code the person set. */
  readonly country?: string | undefined;
  /** Emergency number the person set. */
  readonly emergencyNumber?: string | undefined;
  readonly colour: 'auto' | 'always' | 'never';
  readonly accessible: boolean;
  /** Hour at which a new day begins, 0 to 12. */
  readonly dayStart: number;
  readonly equipment: readonly string[];
  readonly floorWork: boolean;
  readonly sound: 'voice' | 'bell' | 'off';
  readonly voice: 'auto' | 'off';
}

/** What a preference may hold: text, a whole number, yes or no, or a list of words. */
export type PreferenceValue = string | number | boolean | readonly string[];

/** What a person can know about one preference. */
export interface PreferenceTopic {
  readonly key: string;
  readonly meaning: string;
  /** What it may be, in words. */
  readonly range: string;
  /** What holds while nothing is set; undefined when nothing does. */
  readonly default: PreferenceValue | undefined;
  /** As typed after `config set <key>`. */
  readonly example: string;
}

/** A preference as it stands. */
export interface PreferenceSetting extends PreferenceTopic {
  readonly value: PreferenceValue | undefined;
  readonly isSet: boolean;
}

/** Reads never write; writing goes through a lock, and first checks what it is about to write. */
export interface PreferenceStore {
  readonly path: string;
  /** All preferences in the order in which they are listed. */
  readonly topics: readonly PreferenceTopic[];
  /** For what must work although the file is broken, such as an emergency line. */
  readonly defaults: Preferences;
  /** Defaults where nothing is set. Throws `RecordError` that names a broken file. */
  read(): Preferences;
  /** All preferences as they stand. Throws like `read`. */
  settings(): readonly PreferenceSetting[];
  /** One of them. Throws `InputError` with the nearest name for a key that is none, else like `read`. */
  setting(key: string): PreferenceSetting;
  /** Everything that is wrong with the file, a sentence each; empty when nothing is. Throws when it cannot be read. */
  problems(): readonly string[];
  /**
   * Sets one preference to the words typed. Throws `InputError` for an unknown key or a value out of range, `RecordError`
   * for a broken file; then nothing was changed.
   */
  set(key: string, words: readonly string[]): Promise<PreferenceSetting>;
  /** Back to the default; also takes out a key that is unknown to this version. False when it was not set. */
  unset(key: string): Promise<boolean>;
  /** Everything back to its default. Gives the path of the copy made of the old file, undefined when there was none. */
  reset(): Promise<string | undefined>;
  /** Makes an empty file when there is none, so that an editor can open it. */
  prepareToEdit(): Promise<void>;
}

/** What the person did with one page of the interview. */
export type PageReply = { readonly kind: 'answered'; readonly answers: Answers } | { readonly kind: 'back' };

/** Questions in the terminal. Imported on first use. */
export interface Prompter {
  /**
   * Shows one page of questions and returns what was answered.
   *
   * @param noticed told what stands on the page whenever that changes, so that leaving it loses nothing
   */
  page(page: PromptPage, noticed?: (soFar: Answers) => void): Promise<PageReply>;
  /** One key out of a few. */
  choose(prompt: ChoicePrompt): Promise<string>;
  /** A line that is typed, ended with Enter. */
  typed(prompt: TypedPrompt): Promise<string>;
  /** Empties the terminal, with what has scrolled away, where it is one that can: for a person who must not be seen here. */
  wipe(): void;
}

export interface PromptPage {
  /** Lines shown above the page, already rendered; they go with it. */
  readonly text?: string;
  /** First line, always there: the emergency number. */
  readonly emergencyLine: string;
  readonly title: string;
  /** "3 of 14". */
  readonly progress: string;
  /** Sentence over the list, e.g. "Is any of this new, or getting worse …?" */
  readonly stem?: string;
  readonly questions: readonly PromptQuestion[];
  /** Whether there is a page before this one. */
  readonly canGoBack: boolean;
}

export interface PromptQuestion {
  readonly id: string;
  readonly kind: 'bool' | 'single' | 'multi' | 'number';
  readonly label: string;
  readonly ask: string;
  readonly why: string;
  readonly options?: readonly { readonly id: string; readonly label: string; readonly alone?: boolean }[];
  readonly unit?: 'years' | 'days' | 'of 10';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly ends?: readonly [string, string];
  /** "Rather not say" is offered. */
  readonly private?: boolean;
  /** Answer from an earlier visit to this page. */
  readonly current?: Answers[string];
}

export interface TypedPrompt {
  /** Lines shown above, already rendered. */
  readonly text?: string;
  /** Stands before what is typed. */
  readonly message: string;
}

export interface ChoicePrompt {
  /** Lines shown above the keys, already rendered. */
  readonly text?: string;
  /** The text stays on the screen after the choice; otherwise it goes with the keys. */
  readonly keepText?: boolean;
  /** May be empty when the text says it all. */
  readonly message: string;
  /** Keys are one letter or digit, or "enter". Digits make a list, letters a line of hints. */
  readonly choices: readonly { readonly key: string; readonly value: string; readonly label: string }[];
  /** Value chosen by Enter. */
  readonly initial?: string;
}

/** How the person wants things shown, from flags and preferences. */
export interface PresentationWishes {
  readonly noColour?: boolean | undefined;
  readonly accessible?: boolean | undefined;
  readonly colour?: Preferences['colour'] | undefined;
}

/** How a guided session is heard, from flags and preferences. */
export interface SoundWishes extends Pick<Preferences, 'sound' | 'voice'> {
  /** `--speak`: the voice, whatever the preferences say. */
  readonly speak?: boolean | undefined;
}

/** Speech and signals. Never waits, never throws: a session goes on without a sound. */
export interface Voice {
  /** Says it at once and cuts off what is still being said; an empty text only cuts off. */
  say(text: string): void;
  /** A pattern of the terminal's bell, where the voice does not speak. */
  cue(cue: Exclude<Cue, 'none'>): void;
  /** What is done instead of what was wished, a sentence; undefined while all is well. May change while it runs. */
  readonly instead: string | undefined;
  /** Nothing more is said. The sentence that is being said may end by itself. */
  close(): void;
}

/** Lines of a picture that fit into this room; none when it is too small. */
export type PictureLines = (room: {
  readonly columns: number;
  readonly rows: number;
  readonly glyphs: 'unicode' | 'ascii';
}) => readonly string[];

/** What a guided session needs beside the terminal. */
export interface PracticePieces {
  readonly script: PracticeScript;
  readonly voice: Voice;
  /**
   * The picture for this moment of the item, as drawn for the side that works.
   *
   * @param fullness of a picture that breathes, 0 to 1; undefined where none does
   */
  pictures(item: ScriptItem, segment: Pick<Segment, 'picture' | 'side'>, fullness?: number): PictureLines;
}

/** How a guided session ended. Whatever it was: what was done is in the result, for the caller to keep. */
export type PracticeOutcome =
  | { readonly kind: 'finished' | 'stopped'; readonly result: PracticeResult }
  | {
      /** Ctrl-C, a signal, or a keyboard that went away. */
      readonly kind: 'interrupted';
      readonly result: PracticeResult;
      /** To be thrown when the result is kept: it carries the exit code. */
      readonly reason: unknown;
    };

/** Plays a guided session on the terminal, from the first second to the last. Needs a keyboard. */
export type Practise = (pieces: PracticePieces) => Promise<PracticeOutcome>;

export interface Context {
  readonly io: Io;
  readonly clock: Clock;
  readonly random: Random;
  readonly files: Files;
  /** Opened on first use. */
  record(): Promise<Record>;
  preferences(): PreferenceStore;
  prompter(wishes?: PresentationWishes): Promise<Prompter>;
  /** Imported on first use, as the prompter is. Close what you get. */
  voice(wishes: SoundWishes): Promise<Voice>;
  practice(wishes?: PresentationWishes): Promise<Practise>;
  readonly version: string;
}
