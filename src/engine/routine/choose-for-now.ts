import type { ExerciseTables, Routine } from '../../data/exercise-schema.ts';
import type { RemedyTarget } from '../../data/remedy-schema.ts';
import type { FitRequest } from './fit-request.ts';
import { fitRoutine } from './fit-routine.ts';
import { isNight, type NowFacts, occasions } from './occasions.ts';
import type { RoutinePlan } from './plan.ts';
import { planRoutine } from './plan-routine.ts';
import { severePain, severePainFlag } from './raised-flags.ts';
import { targetWords } from './routine-words.ts';

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
  const severe = severeReason(facts, request.flags);
  const isAcute = facts.isGrabbing || severe !== undefined;
  const target = request.target ?? (isAcute ? 'spasm' : facts.fitting[0]);
  const wished: FitRequest = { ...request, target, onlyAtHand: true };
  // Ready routines have a purpose and positions of their own.
  const isOpen = request.target === undefined && request.position === undefined;
  const limits = { stage: request.stage, severe };
  for (const { routine: id, because, isForAnyone } of isOpen ? occasions(facts, limits) : []) {
    const routine = tables.routines.find((entry) => entry.id === id);
    if (routine === undefined || !(isForAnyone === true || isMeant(routine, wished, facts))) continue;
    const fit = { ...wished, sessionsToday: facts.doneToday.filter((done) => done === id).length };
    const plan = fitRoutine(tables, routine, fit);
    // A routine that became an easy walk, or lost most of itself, is not what the occasion is for.
    if (plan.kind !== 'routine' || plan.routine !== id) continue;
    return withShort({ ...plan, because: [because, ...plan.because] }, () =>
      fitRoutine(tables, routine, { ...fit, minutes: shortMinutes }),
    );
  }
  const open = isOpen && isNight(facts.hour) ? withoutStrength(tables) : tables;
  const planFor = (minutes: number): RoutinePlan => {
    const meant = planRoutine(open, { ...wished, minutes });
    if (meant.kind === 'routine' || !isOpen) return meant;
    // Better something calm for any back than nothing.
    const stage = target === 'spasm' ? 1 : request.stage;
    const general = planRoutine(open, { ...wished, minutes, stage, target: undefined });
    if (general.kind === 'routine') return general;
    return open === tables ? meant : planRoutine(tables, { ...wished, minutes, stage: 1, target: undefined });
  };
  const plan = planFor(request.minutes ?? usualMinutes);
  if (severe === undefined || facts.isGrabbing || request.target !== undefined)
    return withShort(plan, () => planFor(shortMinutes));
  return withShort(forPain(plan, severe), () => forPain(planFor(shortMinutes), severe));
}

/** The moves of a spasm for somebody who has none: nothing is said of one. */
function forPain<Plan extends RoutinePlan>(plan: Plan, severe: string): Plan {
  const because = [severe, ...plan.because.filter((says) => !says.includes(targetWords.spasm))];
  return plan.kind === 'routine' ? { ...plan, name: 'Calm and easy', because } : { ...plan, because };
}

/** Why only the calmest moves are right now; undefined when the pain is lower, or nobody said. */
function severeReason({ painNow }: NowFacts, flags: FitRequest['flags']): string | undefined {
  if (painNow !== undefined && painNow >= severePain)
    return `The pain is ${painNow} of 10, so only the calmest moves.`;
  const raised = flags.find(({ flag }) => flag === severePainFlag);
  return raised === undefined ? undefined : `Only the calmest moves, since ${raised.because}.`;
}

/** Late in the evening a person winds down. */
function withoutStrength(tables: ExerciseTables): ExerciseTables {
  return { ...tables, exercises: tables.exercises.filter(({ kind }) => kind !== 'strength') };
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
