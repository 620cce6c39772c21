import type { Action, HelpId, StrategyId, StressorId, StressTables } from '../../data/stress-schema.ts';
import { mostMinutes } from './commitment.ts';
import { type Evaluation, weighedIn } from './evaluation.ts';
import { isStandingUp } from './strategies.ts';

/** So many of one strategy are shown at first sight. */
const firstOfStrategy = 3;
/** An action that suits no more stressors than these was made for them, and comes before what suits nearly all. */
const mostOfSpecific = 3;
const forSpecific = 4;
/** So many fit each stressor at least. */
const leastOfStressor = 2;

export interface OfferedAction {
  readonly action: Action;
  /** Chosen stressors that it suits. */
  readonly suits: readonly StressorId[];
  /** The full size is more than the person has time or strength for now: the small version is proposed. */
  readonly isSmaller: boolean;
  /** Shown at first sight; the others on asking. */
  readonly isFirst: boolean;
  /** What already helps and it builds on. */
  readonly buildsOn: readonly HelpId[];
}

export interface MenuPart {
  readonly strategy: StrategyId;
  /** Not among the strategies that were picked: there so that nothing chosen stays without two actions. */
  readonly isAdded: boolean;
  /** Best first. */
  readonly actions: readonly OfferedAction[];
}

export interface MenuRequest {
  readonly evaluation: Pick<Evaluation, 'weighed' | 'helps' | 'minutes' | 'energy'> &
    Partial<Pick<Evaluation, 'isAfraid'>>;
  readonly chosen: readonly StressorId[];
  readonly strategies: readonly StrategyId[];
  /** Ids of actions that are not offered again. */
  readonly without?: readonly string[];
  /** Only what can be done sitting with a sore back. */
  readonly easyOnBack?: boolean;
}

/** Actions for what was chosen, in parts by strategy. */
export function actionMenu(
  { actions }: Pick<StressTables, 'actions'>,
  request: MenuRequest,
): readonly MenuPart[] {
  const open = actions
    .filter((action) => isOpen(action, request))
    .map((action) => rated(action, request))
    .sort((one, other) => other.rating - one.rating);
  const picked = request.strategies.map((strategy) => partOf(open, strategy));
  const added = missingIn(picked, open, request);
  const strategies = [...new Set(added.map(({ action }) => action.strategy))];
  return firstSight(
    [
      ...picked,
      ...strategies.map((strategy) => ({
        strategy,
        isAdded: true,
        actions: added.filter(({ action }) => action.strategy === strategy),
      })),
    ].filter((part) => part.actions.length > 0),
    request.chosen,
  );
}

interface Rated extends Omit<OfferedAction, 'isFirst'> {
  readonly rating: number;
}

interface RatedPart extends Omit<MenuPart, 'actions'> {
  readonly actions: readonly Rated[];
}

function isOpen({ id, easyOnBack, notIfAfraid }: Action, request: MenuRequest): boolean {
  if (request.without?.includes(id) || (request.easyOnBack === true && easyOnBack !== true)) return false;
  return !(isAfraidOf(request) && notIfAfraid === true);
}

/** Not ruled out counts as yes, as long as there is tension with someone at all. */
function isAfraidOf({ evaluation, chosen }: MenuRequest): boolean {
  return evaluation.isAfraid ?? chosen.includes('conflict');
}

/** What suits comes first, then what builds on what helps, what needs no cutting down, what is easy and well founded. */
function rated(action: Action, request: MenuRequest): Rated {
  const { evaluation, chosen } = request;
  const suits = chosen
    .filter((stressor) => action.suits.includes(stressor))
    .filter((stressor) => !(isAfraidOf(request) && isStandingUp(action.strategy, stressor)));
  const buildsOn = evaluation.helps.filter((help) => action.buildsOn?.includes(help));
  const isSmaller = isTooMuch(action, evaluation);
  const weight = suits.reduce((sum, stressor) => sum + weighedIn(evaluation, stressor).score, 0);
  const rating =
    weight +
    (isMadeFor(action, suits) ? forSpecific : 0) +
    (buildsOn.length > 0 ? 2 : 0) +
    (isSmaller ? 0 : 2) +
    (3 - action.effort) / 2 +
    (action.verdict === 'supported' ? 0.5 : action.verdict === 'mixed' ? 0.25 : 0);
  return { action, suits, isSmaller, buildsOn, rating };
}

function isMadeFor({ suits: all, madeFor = [] }: Action, suits: readonly StressorId[]): boolean {
  return (
    suits.length > 0 && (all.length <= mostOfSpecific || suits.some((stressor) => madeFor.includes(stressor)))
  );
}

/** Longer than surely doable, longer than there is time, or harder than there is energy. */
function isTooMuch({ minutes, effort }: Action, evaluation: MenuRequest['evaluation']): boolean {
  const { minutes: time = mostMinutes, energy = 'some' } = evaluation;
  const hardest = { low: 1, some: 2, good: 3 }[energy];
  return effort > hardest || (minutes !== undefined && minutes[0] > Math.min(time, mostMinutes));
}

/** Those that suit. Where none does, the strategy was the person's own wish, and all of it is offered. */
function partOf(open: readonly Rated[], strategy: StrategyId): RatedPart {
  const all = open.filter(({ action }) => action.strategy === strategy);
  const fitting = all.filter(({ suits }) => suits.length > 0);
  return { strategy, isAdded: false, actions: fitting.length > 0 ? fitting : all };
}

/** The best of the other strategies, for a stressor that the picked ones leave with fewer than two. */
function missingIn(
  parts: readonly RatedPart[],
  open: readonly Rated[],
  { chosen }: MenuRequest,
): readonly Rated[] {
  const offered = parts.flatMap(({ actions }) => actions);
  const added: Rated[] = [];
  for (const stressor of chosen) {
    const suiting = (entry: Rated) => entry.suits.includes(stressor);
    const lacking = leastOfStressor - [...offered, ...added].filter(suiting).length;
    const others = open.filter(
      (entry) => suiting(entry) && !offered.includes(entry) && !added.includes(entry),
    );
    added.push(...others.slice(0, Math.max(0, lacking)));
  }
  return added;
}

/** A short list at first sight, with two actions for everything chosen among it. */
function firstSight(parts: readonly RatedPart[], chosen: readonly StressorId[]): readonly MenuPart[] {
  const all = parts.flatMap(({ actions }) => actions);
  const first = new Set(parts.flatMap(({ actions }) => actions.slice(0, firstOfStrategy)));
  for (const stressor of chosen)
    for (const entry of all.filter(({ suits }) => suits.includes(stressor)).slice(0, leastOfStressor))
      first.add(entry);
  return parts.map(({ actions, ...part }) => ({
    ...part,
    actions: actions.map((entry) => {
      const { rating: _rating, ...offered } = entry;
      return { ...offered, isFirst: first.has(entry) };
    }),
  }));
}
