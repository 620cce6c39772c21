import type { Cue } from '../engine/practice/script.ts';

/** How often it rings. Told apart without counting: one, two, many. */
const rings = { begin: 1, change: 1, rest: 2, end: 3 } as const satisfies Record<
  Exclude<Cue, 'none'>,
  number
>;
/** Closer together, a terminal makes one sound of two. */
const betweenMilliseconds = 350;

/** Patterns of the terminal's bell. A new one breaks off the old. */
export interface Bell {
  cue(cue: Exclude<Cue, 'none'>): void;
}

export function createBell(
  ring: () => void,
  after: (milliseconds: number, act: () => void) => () => void,
): Bell {
  let callOff: () => void = () => undefined;
  const ringTimes = (times: number): void => {
    if (times === 0) return;
    ring();
    callOff = after(betweenMilliseconds, () => ringTimes(times - 1));
  };
  return {
    cue(cue) {
      callOff();
      ringTimes(rings[cue]);
    },
  };
}
