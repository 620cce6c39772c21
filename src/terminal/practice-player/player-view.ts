import type { PracticeStep } from '../../engine/practice/practice-state.ts';

/** How a session is shown. */
export interface PlayerView {
  /** Milliseconds between two pictures of one that moves; left out: nothing is drawn. */
  readonly frame?: number;
  /** Takes the screen: at the start, and again after the program was stopped. */
  open(): void;
  /**
   * @param instead what the voice does instead of what was wished, a sentence
   */
  show(step: PracticeStep, instead: string | undefined): void;
  /** The screen is no longer what was drawn. */
  disturbed(): void;
  /** Gives the screen back as it was. */
  close(): void;
}
