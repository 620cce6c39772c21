import type { Move } from '../../data/exercise-schema.ts';

/** The moves in which nothing moves, by the words that the catalogue has for them. */
const isHold = ({ say }: Move): boolean => /^(?:hold|pause|stay|squeeze|slide back)\b/.test(say);
const sum = (moves: readonly Move[]): number => moves.reduce((total, { seconds }) => total + seconds, 0);
const half = 0.5;

/** The moves with holds of so many seconds; undefined where they have none. */
export function movesHolding(moves: readonly Move[], seconds: number): readonly Move[] | undefined {
  return moves.some(isHold) ? moves.map((move) => (isHold(move) ? { ...move, seconds } : move)) : undefined;
}

/**
 * The moves of a repetition that takes so many seconds (halves are whole). The holds give or take the time, since
 * lifting and lowering have a speed that was chosen; without a hold, or with too little of it, all change alike. No
 * move is shorter than a second: undefined when that cannot be.
 */
export function movesLasting(moves: readonly Move[], seconds: number): readonly Move[] | undefined {
  if (seconds < moves.length) return undefined;
  if (seconds === sum(moves)) return moves;
  const holds = moves.filter(isHold);
  const inEachHold = (seconds - sum(moves.filter((move) => !isHold(move)))) / holds.length;
  const areAlike = holds.every((hold) => hold.seconds === holds[0]?.seconds);
  const canHold = holds.length > 0 && areAlike && inEachHold >= 1 && Number.isInteger(inEachHold / half);
  return canHold ? movesHolding(moves, inEachHold) : movesScaled(moves, seconds);
}

/** To half seconds; what rounding leaves over goes, bit by bit, where it is missed most. */
function movesScaled(moves: readonly Move[], seconds: number): readonly Move[] {
  const factor = seconds / sum(moves);
  const exact = moves.map((move) => move.seconds * factor);
  const rounded = exact.map((length) => Math.max(1, Math.round(length / half) * half));
  const total = (): number => rounded.reduce((all, length) => all + length, 0);
  for (let left = seconds - total(); left !== 0; left = seconds - total()) {
    const lack = rounded.map((length, index) => Math.sign(left) * ((exact[index] ?? 0) - length));
    const free = lack.map((missed, index) =>
      left < 0 && rounded[index] === 1 ? Number.NEGATIVE_INFINITY : missed,
    );
    const place = free.indexOf(Math.max(...free));
    rounded[place] = (rounded[place] ?? 1) + Math.sign(left) * half;
  }
  return moves.map((move, index) => ({ ...move, seconds: rounded[index] ?? move.seconds }));
}
