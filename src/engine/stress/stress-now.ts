import type { SessionId, StrategyId, StressorId } from '../../data/stress-schema.ts';
import { type Commitment, mostCommitments } from './commitment.ts';
import type { StressorsThen } from './saved-parts.ts';
import type { SavedChange, SavedPlan, SavedReview, StressHistory } from './stress-events.ts';

const week = 7;
/** Every fourth review looks back further: what presses is weighed again. */
const reviewsToRescore = 4;

/** The plan as it stands. */
export interface StressNow {
  /** Day on which it began. */
  readonly began: number;
  readonly stressors: StressorsThen;
  readonly chosen: readonly StressorId[];
  readonly strategies: readonly StrategyId[];
  readonly commitments: readonly Commitment[];
  readonly session?: SessionId;
  /** Stress when it began, 0 to 10. */
  readonly stress?: number;
  readonly isQuick: boolean;
  /** Help comes first, or the person wants a break: nothing is due. */
  readonly waits: boolean;
  /** Reviews of this plan, oldest first. */
  readonly reviews: readonly SavedReview[];
  /** Day from which on the next review is due. */
  readonly reviewDueOn: number;
  /** The next review also weighs again what presses. */
  readonly rescoreIsDue: boolean;
  /** Eight weeks have passed: stop, keep, or other strategies. */
  readonly isEightWeeks: boolean;
}

/** Undefined while there is no plan, or no longer. */
export function stressNow(history: StressHistory, today: number): StressNow | undefined {
  const plan = history.plans.at(-1);
  if (plan === undefined) return undefined;
  const later = afterwards(plan, history);
  if (later.some(({ is }) => is === 'over')) return undefined;
  const reviews = history.reviews.filter(({ at }) => at >= plan.at);
  const session = sessionOf(plan, later);
  const { stress } = plan;
  return {
    began: plan.day,
    stressors: plan.stressors,
    chosen: plan.chosen,
    strategies: plan.strategies,
    commitments: commitmentsOf(plan, later, reviews),
    ...(session === undefined ? {} : { session }),
    ...(stress === undefined ? {} : { stress }),
    isQuick: plan.isQuick === true,
    waits: later.findLast(({ is }) => is === 'waits' || is === 'goes-on')?.is === 'waits',
    reviews,
    reviewDueOn: (reviews.at(-1)?.day ?? plan.day) + week,
    rescoreIsDue: reviews.length % reviewsToRescore === reviewsToRescore - 1,
    isEightWeeks: today - plan.day >= 8 * week,
  };
}

function afterwards(plan: SavedPlan, { changes }: StressHistory): readonly SavedChange[] {
  return changes.filter(({ at }) => at >= plan.at);
}

function sessionOf(plan: SavedPlan, changes: readonly SavedChange[]): SessionId | undefined {
  const last = changes.findLast((change) => change.is === 'session');
  return last === undefined ? plan.session : (last.session ?? undefined);
}

/** Changes one after the other; a review says what holds from then on. */
function commitmentsOf(
  plan: SavedPlan,
  changes: readonly SavedChange[],
  reviews: readonly SavedReview[],
): readonly Commitment[] {
  const steps = [
    ...changes.map((change) => ({
      at: change.at,
      apply: (all: readonly Commitment[]) => changed(all, change),
    })),
    ...reviews.map(({ at, commitments }) => ({
      at,
      apply: (all: readonly Commitment[]) => commitments ?? all,
    })),
  ].sort((one, other) => one.at - other.at);
  return steps.reduce((all, { apply }) => apply(all), plan.commitments);
}

function changed(all: readonly Commitment[], change: SavedChange): readonly Commitment[] {
  if (change.is === 'stopped') return all.filter(({ id }) => id !== change.commitment);
  if (change.is !== 'set') return all;
  const { commitment } = change;
  if (all.some(({ id }) => id === commitment.id))
    return all.map((each) => (each.id === commitment.id ? commitment : each));
  return [...all, commitment].slice(0, mostCommitments);
}
