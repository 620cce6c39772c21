import type { Speaker } from './speakers.ts';
import type { StartProgram } from './start-program.ts';

/** What speech and signals are made of. */
export interface VoiceWorld {
  /** The best first. Looked for only when the voice is wished for. */
  findSpeakers(): readonly Speaker[];
  readonly start: StartProgram;
  /** Rings the terminal's bell once; undefined where there is no terminal. */
  readonly ring: (() => void) | undefined;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Calls back once, so many milliseconds later. Returns the way to call it off. */
  after(milliseconds: number, act: () => void): () => void;
}
