import type { TerminalFacts } from './terminal-facts.ts';

/** Nobody reads a page faster than this: an answer that comes earlier was meant for the page before. */
const unreadMilliseconds = 300;
/** A key that is held begins to repeat after 250 to 660 ms: by itself it must not answer the next page. */
const heldMilliseconds = 700;
/** Presses of one key closer together than this are the keyboard repeating it. */
const repeatMilliseconds = 250;
/** Keys that answer. Arrows, "back" and "why" may come at any time. */
const answering = /^(?:\d|n|y|u|s|r|enter|space)$/;

/** Remembers, from prompt to prompt, the key that ended the last one. */
export interface KeyGuard {
  /** A prompt appears. With `afterAnswerOnly`, only the key that ended the last prompt has to wait. */
  open(options?: { readonly afterAnswerOnly?: boolean }): OpenGuard;
}

/** Keeps held and doubled keys from one prompt. */
export interface OpenGuard {
  /** From then on, in milliseconds after the opening, every key is taken. */
  readonly liveAfter: number;
  isLive(): boolean;
  /** The time has come, by the timer. */
  release(): void;
  /** Whether this press was meant for this prompt. */
  takes(press: string): boolean;
  /** This press ended the prompt. */
  endedBy(press: string): void;
}

export function createKeyGuard({ now }: Pick<TerminalFacts, 'now'>): KeyGuard {
  let last: string | undefined;
  return {
    open({ afterAnswerOnly = false } = {}) {
      const openedAt = now();
      const before = last;
      const unread = afterAnswerOnly ? 0 : unreadMilliseconds;
      const liveAfter = before !== undefined && answering.test(before) ? heldMilliseconds : unread;
      let isReleased = false;
      let ignored: { readonly press: string; readonly at: number } | undefined;
      return {
        liveAfter,
        isLive: () => isReleased || now() - openedAt >= liveAfter,
        release() {
          isReleased = true;
        },
        takes(press) {
          if (!answering.test(press)) return true;
          const at = now();
          const isRepeated = ignored?.press === press && at - ignored.at < repeatMilliseconds;
          const wait = press === before ? heldMilliseconds : unread;
          if (!isRepeated && (isReleased || at - openedAt >= wait)) return true;
          ignored = { press, at };
          return false;
        },
        endedBy(press) {
          last = press;
        },
      };
    },
  };
}
