import type { ExerciseTables } from '../../data/exercise-schema.ts';
import { secondsOf } from '../practice/dose-length.ts';
import type { Candidate } from './candidates.ts';
import { sameness, tastes } from './choice-score.ts';
import { doseWithin } from './dose-range.ts';
import { type Choice, inOrderOfPlay, totalSeconds } from './order-of-play.ts';
import type { RoutineRequest } from './plan.ts';

/** How long one dose may become: up to its usual or its largest length, and a timed one up to a share of the time. */
interface Ceiling {
  readonly length: 'usual' | 'most';
  readonly timedShare: number;
}

/** First a spread of exercises, then what is left goes to longer doses, a walk or breathing last. */
const firstCeiling: Ceiling = { length: 'usual', timedShare: 1 / 4 };
const laterCeilings: readonly Ceiling[] = [
  { length: 'usual', timedShare: 1 / 3 },
  { length: 'usual', timedShare: 1 },
  { length: 'most', timedShare: 1 },
];
/** Lying with the legs up needs its minutes to work. */
const reliefShare = 1.6;
/** An exercise in between may shorten the way to the next one by a little more than it takes to get into itself. */
const mostSaved = 5;
/** With less time than this left, another exercise is only hurry. */
const leastToAdd = 45;

/**
 * Chooses exercises and doses for the time there is. Ends when no other candidate fits and no dose can grow. In the
 * order in which they are done.
 */
export function fillTime(
  candidates: readonly Candidate[],
  tables: ExerciseTables,
  request: RoutineRequest,
): readonly Choice[] {
  const taste = tastes(candidates, tables, request);
  const byTaste = candidates.toSorted((one, other) => (taste.get(other) ?? 0) - (taste.get(one) ?? 0));
  const add = (choices: readonly Choice[], ceiling: Ceiling, allowance?: number): readonly Choice[] => {
    const chosen = choices.map(({ candidate }) => candidate);
    const mayFill = 2 * chosen.filter(({ isFor }) => !isFor).length < chosen.length;
    const spare = spareSeconds(choices, request) + mostSaved;
    const scored = byTaste
      .filter(({ range }) => range.least <= spare)
      .filter((candidate) => (candidate.isFor || mayFill) && !chosen.includes(candidate))
      .map((candidate) => ({ candidate, score: (taste.get(candidate) ?? 0) - sameness(candidate, chosen) }))
      .sort((one, other) => other.score - one.score);
    for (const { candidate } of scored) {
      const dose = doseBeside(candidate, choices, request, ceiling, allowance);
      if (dose !== undefined) return [...choices, { candidate, dose }];
    }
    return choices;
  };
  const spread = request.minutes < 2 ? 1 : Math.round(2 * Math.sqrt(request.minutes));
  let choices: readonly Choice[] = [];
  for (let count = 0; count < spread; count += 1)
    choices = add(choices, firstCeiling, (request.minutes * 60) / spread);
  choices = grown(choices, request, firstCeiling);
  for (const ceiling of laterCeilings) {
    for (let before: readonly Choice[] = []; before !== choices; ) {
      before = choices;
      const more = add(choices, ceiling);
      choices = more === choices ? choices : grown(more, request, ceiling);
    }
    choices = grown(choices, request, ceiling);
  }
  return inOrderOfPlay(choices);
}

/** The dose with which a candidate fits beside these choices, undefined when not even its smallest does. */
function doseBeside(
  candidate: Candidate,
  choices: readonly Choice[],
  request: RoutineRequest,
  ceiling: Ceiling,
  allowance = Number.POSITIVE_INFINITY,
): Choice['dose'] | undefined {
  const { range, exercise } = candidate;
  const smallest = doseWithin(range, range.least);
  if (smallest === undefined) return undefined;
  const spare = spareSeconds([...choices, { candidate, dose: smallest }], request);
  const isHurry = choices.length > 0 && range.least + spare < leastToAdd;
  if (spare < 0 || isHurry) return undefined;
  const most =
    exercise.kind === 'relief'
      ? longest(candidate, request, ceiling)
      : Math.min(allowance, longest(candidate, request, ceiling));
  const length = Math.min(range.least + spare, most);
  return doseWithin(range, Math.max(length, range.least));
}

/** The same choices with longer doses, the first chosen first, as far as the time and the ceiling go. */
function grown(choices: readonly Choice[], request: RoutineRequest, ceiling: Ceiling): readonly Choice[] {
  let spare = spareSeconds(choices, request);
  return choices.map((choice) => {
    const now = secondsOf(choice.dose);
    const length = Math.min(now + spare, longest(choice.candidate, request, ceiling));
    const dose = doseWithin(choice.candidate.range, length);
    if (dose === undefined || secondsOf(dose) <= now) return choice;
    spare -= secondsOf(dose) - now;
    return { ...choice, dose };
  });
}

function longest({ range, exercise }: Candidate, { minutes }: RoutineRequest, ceiling: Ceiling): number {
  if (range.kind === 'steps') return range[ceiling.length];
  const share = Math.min(ceiling.timedShare * (exercise.kind === 'relief' ? reliefShare : 1), 1);
  return Math.min(range[ceiling.length], share * minutes * 60);
}

function spareSeconds(choices: readonly Choice[], { minutes, spoken }: RoutineRequest): number {
  return minutes * 60 - totalSeconds(inOrderOfPlay(choices), spoken);
}
