import type { Dose, Move } from '../exercise-schema.ts';

/** The moves of one repetition, or of one breath. Said out loud in time, so each is a word or three. */
export const moves = {
  pelvicTilt: [move('flatten', 2), move('hold', 2), move('let go', 2)],
  catCow: [move('round up', 4), move('sink down', 4)],
  /** Both sides in turn: over, and back through the middle. */
  kneeRolls: [
    move('over to the left', 3),
    move('middle', 3),
    move('over to the right', 3),
    move('middle', 3),
  ],
  backBend: [move('lean back', 2), move('come up', 2)],
  chairLean: [move('lean back', 2), move('hold', 1), move('come up', 2)],
  /** Five seconds of work, then one to let go: without it nobody is ready for the next. */
  chinTuck: [move('slide back', 5), move('let go', 1)],
  shoulderBladeSqueeze: [move('squeeze', 5), move('let go', 1)],
  brace: [move('brace', 2), move('hold and breathe', 8), move('let go', 2)],
  liftHoldLower: [move('lift', 1), move('hold', 8), move('lower', 1)],
  reachHoldReturn: [move('reach', 1), move('hold', 8), move('return', 1)],
  /** One arm and the other leg, then the other two. */
  deadBug: [
    move('right arm, left leg', 3),
    move('stay', 1),
    move('back', 4),
    move('left arm, right leg', 3),
    move('stay', 1),
    move('back', 4),
  ],
  bridge: [move('lift', 2), move('hold', 3), move('lower', 2)],
  hinge: [move('hips back', 3), move('stand tall', 3)],
  sitToStand: [move('stand up', 2), move('sit down', 3)],
  row: [move('pull', 2), move('hold', 1), move('return', 2)],
  longOutBreath: [move('breathe in', 4), move('breathe out', 6)],
  boxBreath: [move('breathe in', 4), move('hold', 4), move('breathe out', 4), move('hold', 4)],
} as const satisfies { readonly [name: string]: readonly Move[] };

function move(say: string, seconds: number): Move {
  return { say, seconds };
}

/** A hold on each side in turn. */
export function holdEachSide(holdSeconds: number, repetitions: number, restSeconds: number): Dose {
  return { kind: 'hold', holdSeconds, repetitions, sides: 2, restSeconds };
}

/** A hold that has no sides. */
export function hold(holdSeconds: number, repetitions: number, restSeconds: number): Dose {
  return { kind: 'hold', holdSeconds, repetitions, sides: 1, restSeconds };
}

/** Repetitions without sides, or whose moves go to both sides in turn. */
export function repeat(of: readonly Move[], sets: readonly number[], restSeconds = 0): Dose {
  return { kind: 'repetitions', sets, moves: of, sides: 1, restSeconds };
}

/** All sets on one side, then all on the other. */
export function repeatEachSide(of: readonly Move[], sets: readonly number[], restSeconds: number): Dose {
  return { kind: 'repetitions', sets, moves: of, sides: 2, restSeconds };
}

/** Time that passes, with breaths that go round in it or without. */
export function timed(seconds: number, of?: readonly Move[]): Dose {
  return of === undefined ? { kind: 'timed', seconds } : { kind: 'timed', seconds, moves: of };
}

/** A script that is read once, in its own time or evenly sped up. */
export function scripted(script: readonly Move[], seconds?: number): Dose {
  const own = script.reduce((sum, part) => sum + part.seconds, 0);
  return { kind: 'timed', seconds: seconds ?? own, script };
}
