import type { PatternId, PlanItem } from '../data/schema.ts';
import type { Answers } from './answers.ts';
import type { Knowledge } from './knowledge.ts';
import { evaluate } from './truth.ts';

/** How many lines of each moment a person is asked to take in. */
const mostLines: { readonly [moment in PlanItem['when']]: number } = {
  now: 2,
  today: 3,
  'this-week': 4,
  usually: 1,
};

/**
 * The plan for these patterns, likeliest first: the best few lines of every moment. With no fitting pattern it
 * is what is good for every sore back. "Not sure" lets a condition hold and a caution speak.
 */
export function planFor(
  fitting: readonly PatternId[],
  answers: Answers,
  knowledge: Knowledge,
): readonly PlanItem[] {
  const fits = (item: PlanItem) =>
    item.for.includes('general') || item.for.some((id) => id !== 'general' && fitting.includes(id));
  const holds = (item: PlanItem) =>
    item.condition === undefined || evaluate(item.condition, answers, knowledge) > 0;
  const isSafe = (item: PlanItem) =>
    item.leaveOutIf === undefined || evaluate(item.leaveOutIf, answers, knowledge) === 0;
  const offered = knowledge.planItems
    .filter((item) => fits(item) && holds(item) && isSafe(item))
    .sort((one, other) => rank(one, fitting) - rank(other, fitting) || one.order - other.order);
  return (Object.keys(mostLines) as PlanItem['when'][]).flatMap((moment) =>
    offered.filter((item) => item.when === moment).slice(0, mostLines[moment]),
  );
}

/** First what holds for everybody in a special state, then the likeliest pattern's, then what is good for all. */
function rank(item: PlanItem, fitting: readonly PatternId[]): number {
  const places = item.for.map((id) => (id === 'general' ? fitting.length : fitting.indexOf(id)));
  const best = Math.min(...places.filter((place) => place >= 0));
  return item.condition !== undefined && item.for.includes('general') ? -1 : best;
}
