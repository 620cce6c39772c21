import type { ExerciseTables } from '../../data/exercise-schema.ts';
import type { Candidates } from './candidates.ts';
import { timeInWords } from './dose-words.ts';
import type { Choice } from './order-of-play.ts';
import type { RoutineRequest } from './plan.ts';
import { minutesInWords, positionWords, stageWords, targetWords } from './routine-words.ts';

/** A routine that leaves more than this part of the time free says why. */
const freePart = 1 / 4;

export interface PlanFacts {
  readonly tables: ExerciseTables;
  readonly request: RoutineRequest;
  readonly candidates: Candidates;
  readonly choices: readonly Choice[];
  readonly seconds: number;
}

/** What a routine that was put together for now is called. */
export function planName({ target, position }: RoutineRequest, { inDoubt }: Candidates): string {
  if (inDoubt) return 'Calm and easy';
  const purpose = target === undefined ? 'your back' : targetWords[target];
  return `For ${purpose}${position === undefined ? '' : `, ${positionWords[position]}`}`;
}

/** Why these exercises, and why no others, in sentences. */
export function planReasons(facts: PlanFacts): readonly string[] {
  const { tables, request, candidates, seconds } = facts;
  const { target, stage, effort, minutes } = request;
  const says: string[] = [...purposeReason(facts)];
  if (target === 'spasm') says.push('With a spasm there are only calm exercises.');
  else if (stage < tables.stages.length)
    says.push(`Nothing that comes after ${stageWords(stage, tables.stages)}.`);
  if (effort === 'less') says.push('A little less of each than usual, since the last time was too much.');
  if (effort === 'more') says.push('A little more of each than usual, since the last times went well.');
  if (!candidates.inDoubt) says.push(...excludedReason(candidates));
  if (seconds < (1 - freePart) * minutes * 60)
    says.push(`Nothing else suits right now, so it takes ${timeInWords(seconds)}.`);
  return says;
}

/** Why there is no routine, in sentences. */
export function noPlanReasons(
  { target, position, minutes, stage }: RoutineRequest,
  candidates: Candidates,
  canChange: boolean,
): readonly string[] {
  const purpose = target === undefined ? '' : ` for ${targetWords[target]}`;
  const place = position === undefined ? '' : `, ${positionWords[position]},`;
  const says = [
    `No exercise${purpose}${place} fits ${minutesInWords(minutes)} at stage ${stage} with what is at hand.`,
    ...excludedReason(candidates),
  ];
  return canChange ? says : [...says, 'Ask the person who treats you which movements are right for you now.'];
}

function purposeReason({ request, candidates, choices }: PlanFacts): readonly string[] {
  if (request.target === undefined)
    return [
      choices.length === 1
        ? 'One short thing for any back.'
        : 'A little for one part of the body after the other.',
    ];
  const purpose = targetWords[request.target];
  if (candidates.inDoubt)
    return [
      `What you told us leaves out every exercise for ${purpose} that would fit here, so these are the calmest ones.`,
    ];
  const meant = choices.filter(({ candidate }) => candidate.isFor).length;
  return [
    meant === choices.length
      ? `${meant === 1 ? 'It' : 'Each of them'} is for ${purpose}.`
      : `${meant} of ${choices.length} are for ${purpose}; the others are good for any back.`,
  ];
}

function excludedReason({ excluded }: Candidates): readonly string[] {
  if (excluded.length === 0) return [];
  if (excluded.length === 1) return ['One exercise is left out because of what you told us.'];
  return [`${excluded.length} exercises are left out because of what you told us.`];
}
