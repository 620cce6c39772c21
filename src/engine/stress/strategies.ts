import type { Strategy, StrategyId, StressorId, StressTables } from '../../data/stress-schema.ts';
import { type Evaluation, isHeavy, mostChosen, type Weighed, weighedIn } from './evaluation.ts';

export interface StrategyReason {
  /**
   * - `suits`, `also-suits`: how well it goes with these
   * - `can-change`: the person can change a lot about these, so the source is tackled
   * - `cannot-change`: nothing about these can be changed now, so others help to carry them
   * - `people-first`: a loss is not solved, it is shared
   */
  readonly kind: 'suits' | 'also-suits' | 'can-change' | 'cannot-change' | 'people-first';
  readonly stressors: readonly StressorId[];
}

export interface RankedStrategy {
  readonly strategy: Strategy;
  /** 0 and up; a sum without a unit, for the order only. */
  readonly score: number;
  readonly isSuggested: boolean;
  /** Empty when nothing speaks for it. */
  readonly because: readonly StrategyReason[];
}

const toChangeIt: readonly StrategyId[] = ['simplify', 'prioritise', 'say-no', 'tackle-problems'];
const toCarryIt: readonly StrategyId[] = ['ask-for-help', 'time-for-yourself'];
/** When nothing is heavy: a walk and slow breathing do no harm. */
const whenLight: readonly StrategyId[] = ['time-for-yourself', 'live-healthier'];

/**
 * All seven, those that are suggested first, each best first; ties by a first choice, then in the order of the article. Where nobody ruled out that the person is afraid of someone, nothing
 * sends them into a row.
 */
export function rankStrategies(
  tables: Pick<StressTables, 'strategies' | 'fits'>,
  evaluation: Pick<Evaluation, 'weighed'> & Partial<Pick<Evaluation, 'isAfraid'>>,
  chosen: readonly StressorId[],
): readonly RankedStrategy[] {
  const weighed = chosen.map((stressor) => weighedIn(evaluation, stressor));
  const ranked = tables.strategies
    .map((strategy) => {
      const shares = weighed.map((entry) => shareOf(tables, strategy.id, entry, evaluation));
      const score = shares.reduce((sum, share) => sum + share.score, 0);
      return { strategy, score, because: reasonsIn(shares) };
    })
    .sort(
      (one, other) =>
        other.score - one.score ||
        Number(isFirstChoice(other)) - Number(isFirstChoice(one)) ||
        one.strategy.number - other.strategy.number,
    );
  const suggested = chosen.length === 0 ? whenLight : suggestedOf(ranked, chosen);
  return ranked
    .map((entry) => ({ ...entry, isSuggested: suggested.includes(entry.strategy.id) }))
    .sort((one, other) => Number(other.isSuggested) - Number(one.isSuggested));
}

/** Of two that come to the same, one that is a first choice for something beats one that can also help with much. */
function isFirstChoice({ because }: Pick<RankedStrategy, 'because'>): boolean {
  return because.some(({ kind }) => kind === 'suits');
}

/** For each stressor one that suits it well, so that a lighter one is not forgotten; then those with the highest sums. */
function suggestedOf(
  ranked: readonly Omit<RankedStrategy, 'isSuggested'>[],
  chosen: readonly StressorId[],
): readonly StrategyId[] {
  const suggested: StrategyId[] = [];
  for (const stressor of chosen) {
    const suiting = ranked
      .filter(({ because }) =>
        because.some(({ kind, stressors }) => kind === 'suits' && stressors.includes(stressor)),
      )
      .map(({ strategy }) => strategy.id);
    const [best] = suiting;
    if (best !== undefined && !suiting.some((id) => suggested.includes(id))) suggested.push(best);
  }
  const others = ranked.filter(({ score, strategy }) => score > 0 && !suggested.includes(strategy.id));
  return [...suggested, ...others.map(({ strategy }) => strategy.id)].slice(0, mostChosen);
}

/** A hard talk or a "no" can put a person in danger who is afraid of the other. */
export function isStandingUp(strategy: StrategyId, stressor: StressorId): boolean {
  return stressor === 'conflict' && (strategy === 'say-no' || strategy === 'tackle-problems');
}

/** Added to how well it suits: what is carried needs others more than it needs order. */
const extras: { readonly [kind in StrategyReason['kind']]: number } = {
  suits: 0,
  'also-suits': 0,
  'can-change': 0.5,
  'cannot-change': 1.5,
  'people-first': 1,
};

interface Share {
  readonly stressor: StressorId;
  readonly score: number;
  readonly kinds: readonly StrategyReason['kind'][];
}

/** What one stressor says for one strategy. */
function shareOf(
  { fits }: Pick<StressTables, 'fits'>,
  strategy: StrategyId,
  weighed: Weighed,
  { isAfraid = true }: Partial<Pick<Evaluation, 'isAfraid'>>,
): Share {
  const { stressor, change, score } = weighed;
  const isFixed = isHeavy(weighed) && change === 0;
  // What cannot be changed is not tackled: that would only be one more thing to fail at.
  const isVain = isFixed && strategy === 'tackle-problems';
  const fit = isVain || (isAfraid && isStandingUp(strategy, stressor)) ? 0 : (fits[stressor][strategy] ?? 0);
  const kinds: StrategyReason['kind'][] = [];
  if (fit === 2) kinds.push('suits');
  if (fit === 1) kinds.push('also-suits');
  if (isFixed && toCarryIt.includes(strategy)) kinds.push('cannot-change');
  if (isHeavy(weighed) && change === 2 && fit > 0 && toChangeIt.includes(strategy)) kinds.push('can-change');
  if (isHeavy(weighed) && stressor === 'loss' && strategy === 'ask-for-help') kinds.push('people-first');
  const extra = kinds.reduce((sum, kind) => sum + extras[kind], 0);
  return { stressor, score: (fit + extra) * score, kinds };
}

const order: readonly StrategyReason['kind'][] = [
  'people-first',
  'suits',
  'can-change',
  'cannot-change',
  'also-suits',
];

function reasonsIn(shares: readonly Share[]): readonly StrategyReason[] {
  return order.flatMap((kind) => {
    const stressors = shares.filter(({ kinds }) => kinds.includes(kind)).map(({ stressor }) => stressor);
    return stressors.length === 0 ? [] : [{ kind, stressors }];
  });
}
