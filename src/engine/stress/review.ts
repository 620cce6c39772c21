import type { Decision, ObstacleId, Repair, SignpostId, StressTables } from '../../data/stress-schema.ts';
import type { Answers } from '../answers.ts';
import { type Commitment, ifThen, mostCommitments, shrunk } from './commitment.ts';
import { wellbeingGate } from './gate.ts';
import type { StressNow } from './stress-now.ts';
import type { StressWeek } from './week.ts';

/** Done on so many of the planned days it is kept as it is. */
const wentWell = 0.7;
/** Without a gain after so many reviews somebody should help. */
const reviewsWithoutGain = 4;
/** Less than this on a scale of ten is no change. */
const gain = 2;

export interface Proposal {
  readonly commitment: Commitment;
  /** Days that it was planned for, and done on. */
  readonly planned: number;
  readonly done: number;
  readonly proposes: Decision;
  /** What to do about what got in the way. */
  readonly repair?: Repair;
}

/** What could become of each commitment: the person decides. */
export function proposals(
  { repairs }: Pick<StressTables, 'repairs'>,
  { lines }: Pick<StressWeek, 'lines'>,
  obstacles: { readonly [commitment: string]: ObstacleId },
): readonly Proposal[] {
  return lines.map(({ commitment, planned, done }) => {
    const went = planned === 0 || done >= wentWell * planned;
    const repair = repairs.find(({ obstacle }) => obstacle === obstacles[commitment.id]);
    const wished = repair?.proposes ?? (went ? 'keep' : 'shrink');
    // Done once, it is done; and the smallest version cannot get smaller, so that another one is looked for.
    const isOver = commitment.once === true && done > 0;
    const isSmallest = wished === 'shrink' && shrunk(commitment) === undefined;
    const proposes = isOver ? 'stop' : isSmallest ? 'swap' : wished;
    return { commitment, planned, done, proposes, ...(repair === undefined ? {} : { repair }) };
  });
}

/** What the person decided about one commitment; `to` is what it is swapped for. */
export interface Decided {
  readonly is: Decision;
  readonly to?: Commitment;
}

export type AfterReview =
  | { readonly kind: 'fine'; readonly commitments: readonly Commitment[] }
  | { readonly kind: 'too-many'; readonly count: number }
  | { readonly kind: 'swap-for-what'; readonly id: string }
  | { readonly kind: 'same-twice'; readonly id: string };

/**
 * The commitments from now on. One that nothing was decided about is kept.
 *
 * @param added one at most is added in a week
 */
export function afterReview(
  commitments: readonly Commitment[],
  decided: { readonly [commitment: string]: Decided | undefined },
  added?: Commitment,
): AfterReview {
  const kept: Commitment[] = [];
  for (const commitment of commitments) {
    const { is, to } = decided[commitment.id] ?? { is: 'keep' };
    if (is === 'stop') continue;
    if (is === 'swap' && to === undefined) return { kind: 'swap-for-what', id: commitment.id };
    if (is === 'swap' && to !== undefined) kept.push(to);
    else kept.push(is === 'shrink' ? (shrunk(commitment) ?? commitment) : commitment);
  }
  const all = added === undefined ? kept : [...kept, added];
  const isSame = (one: Commitment, other: Commitment) => one.id === other.id || ifThen(one) === ifThen(other);
  const twice = all.find((one, place) => all.findIndex((other) => isSame(one, other)) !== place);
  if (twice !== undefined) return { kind: 'same-twice', id: twice.id };
  if (all.length > mostCommitments) return { kind: 'too-many', count: all.length };
  return { kind: 'fine', commitments: all };
}

/**
 * Where help is, with this review: by the answers of today, and after every fourth review without a gain.
 *
 * @param answers of the review: `stress-now`, `stress-sleep`, `low-mood`, `self-harm`
 */
export function reviewSignposts(
  now: Pick<StressNow, 'reviews' | 'stress'>,
  answers: Answers,
): readonly SignpostId[] {
  const gate = wellbeingGate(answers);
  if (gate.kind === 'crisis') return ['crisis'];
  const { 'stress-now': stress } = answers;
  const count = now.reviews.length + 1;
  const isFourth = count % reviewsWithoutGain === 0;
  const before = now.stress ?? now.reviews.find((review) => review.stress !== undefined)?.stress;
  const isNoBetter =
    before !== undefined && before > gain && typeof stress === 'number' && before - stress < gain;
  return [
    ...gate.signposts,
    ...(isFourth && isNoBetter ? ['no-better' as const] : []),
    ...(isFourth ? ['hard-signs' as const] : []),
  ];
}
