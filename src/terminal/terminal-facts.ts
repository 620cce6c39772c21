import type { Theme } from '../render/theme.ts';

/** What the prompts need to know of the terminal; `system-context.ts` finds it out, a test makes it up. */
export interface TerminalFacts {
  /** Where keys come from. */
  readonly input: NodeJS.ReadableStream;
  /** Where questions go: standard error, so that an answer can be piped. */
  readonly output: NodeJS.WritableStream;
  /** Colour and glyphs of that stream; its width is asked anew at each drawing. */
  readonly theme: Theme;
  size(): { readonly columns: number; readonly rows: number };
  /** Aborted, with the error to throw as its reason, when a signal asks the program to stop. */
  readonly signal: AbortSignal;
  /** Stops the program as Ctrl-Z does; resolves when it runs again, with the keyboard as it was. */
  suspend(): Promise<void>;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Calls back once, so many milliseconds later. Returns the way to call it off. */
  after(milliseconds: number, act: () => void): () => void;
  /** Calls back when the screen is no longer what we drew. Returns the way to stop listening. */
  onDisturbed(listener: (what: Disturbance) => void): () => void;
}

export type Disturbance = 'resized' | 'continued';
