import type { ExerciseTables, Routine } from '../../data/exercise-schema.ts';
import type { RemedyTarget } from '../../data/remedy-schema.ts';
import type { FitRequest } from './fit-request.ts';
import { fitRoutine } from './fit-routine.ts';
import { type NowFacts, occasions } from './occasions.ts';
import type { RoutinePlan } from './plan.ts';
import { planRoutine } from './plan-routine.ts';

/** Length of a routine that is put together when no ready one suits and nobody said how long. */
const usualMinutes = 8;
/** For a person who hesitates. */
const shortMinutes = 2;

export interface ChoiceForNow {
  /** Its first reason says why this one now. */
  readonly plan: RoutinePlan;
  /** The same in about two minutes; left out when there is none or the plan is hardly longer. */
  readonly short?: Extract<RoutinePlan, { kind: 'routine' }>;
}

/**
 * What `stretch` alone starts: the ready routine of the first occasion that holds and suits, else one put together for
 * what the answers fit best.
 */
export function chooseForNow(tables: ExerciseTables, request: FitRequest, facts: NowFacts): ChoiceForNow {
  const target = request.target ?? (facts.isGrabbing ? 'spasm' : facts.fitting[0]);
  const wished: FitRequest = { ...request, target, onlyAtHand: true };
  // Ready routines have a purpose and positions of their own.
  const isOpen = request.target === undefined && request.position === undefined;
  for (const { routine: id, because } of isOpen ? occasions(facts, request.stage) : []) {
    const routine = tables.routines.find((entry) => entry.id === id);
    if (routine === undefined || !isMeant(routine, wished, facts)) continue;
    const fit = { ...wished, sessionsToday: facts.doneToday.filter((done) => done === id).length };
    const plan = fitRoutine(tables, routine, fit);
    // A routine that became an easy walk, or lost most of itself, is not what the occasion is for.
    if (plan.kind !== 'routine' || plan.routine !== id) continue;
    return withShort({ ...plan, because: [because, ...plan.because] }, () =>
      fitRoutine(tables, routine, { ...fit, minutes: shortMinutes }),
    );
  }
  const planFor = (minutes: number): RoutinePlan => {
    const meant = planRoutine(tables, { ...wished, minutes });
    if (meant.kind === 'routine' || !isOpen) return meant;
    // Better something calm for any back than nothing.
    const stage = target === 'spasm' ? 1 : request.stage;
    const general = planRoutine(tables, { ...wished, minutes, stage, target: undefined });
    return general.kind === 'routine' ? general : meant;
  };
  const plan = planFor(request.minutes ?? usualMinutes);
  return withShort(plan, () => planFor(shortMinutes));
}

/** A routine is offered for what the answers fit; when nothing is clear, for the ordinary sore back. */
function isMeant(routine: Routine, { subtypes = [] }: FitRequest, facts: NowFacts): boolean {
  const wanted: readonly RemedyTarget[] = [
    ...(facts.isGrabbing ? (['spasm'] as const) : []),
    ...(facts.fitting.length === 0 ? (['pulled-muscle', 'poor-posture'] as const) : facts.fitting),
  ];
  const matches = routine.for.filter((target) => wanted.includes(target));
  if (matches.some((target) => target !== 'spinal-problem')) return true;
  return (
    matches.length > 0 &&
    (routine.subtypes === undefined || routine.subtypes.some((subtype) => subtypes.includes(subtype)))
  );
}

function withShort(plan: RoutinePlan, shorten: () => RoutinePlan): ChoiceForNow {
  if (plan.kind !== 'routine' || plan.seconds <= shortMinutes * 60) return { plan };
  const short = shorten();
  return short.kind === 'routine' ? { plan, short } : { plan };
}
