import type { Preferences } from '../../context.ts';
import type { ExerciseTables, Routine } from '../../data/exercise-schema.ts';
import { exerciseTables } from '../../data/exercise-tables.ts';
import { equipment } from '../../data/exercise-words.ts';
import type { Answers } from '../../engine/answers.ts';
import { asRoutine } from '../../engine/own-routine/as-routine.ts';
import type { OwnRoutine } from '../../engine/own-routine/own-routine.ts';
import type { SessionReport } from '../../engine/routine/after-session.ts';
import { type ChoiceForNow, chooseForNow } from '../../engine/routine/choose-for-now.ts';
import type { FitRequest } from '../../engine/routine/fit-request.ts';
import { fitRoutine } from '../../engine/routine/fit-routine.ts';
import { inSequence, secondsOfItems } from '../../engine/routine/in-sequence.ts';
import { nextEffort } from '../../engine/routine/next-effort.ts';
import type { NowFacts } from '../../engine/routine/occasions.ts';
import type { Exclusion, PlannedItem } from '../../engine/routine/plan.ts';
import { planRoutine } from '../../engine/routine/plan-routine.ts';
import type { PlanningFlags } from '../../engine/routine/raised-flags.ts';
import { chronicityOf, stageOf } from '../../engine/routine/stage.ts';
import type { BodyToday } from './body-today.ts';
import type { Named } from './named.ts';
import type { RoutineWishes } from './stretch-flags.ts';
import type { Feeling, SavedPractice } from './stretch-record.ts';

/** Everything that was said for this session. */
export interface Asked extends RoutineWishes {
  readonly named?: Named | undefined;
  readonly painNow?: number | undefined;
  readonly morningAfterLast?: Feeling | undefined;
  readonly flags: PlanningFlags['raised'];
  /** Nobody could be asked what to plan around: only walking, breathing and lying comfortably. */
  readonly comfortOnly: boolean;
  readonly spoken: boolean;
}

/** A plan, and the same in about two minutes where there is one. */
export type SessionChoice = ChoiceForNow & {
  /** What was asked for by name. */
  readonly routine?: Routine;
  /** The tables with the exercises that only an own routine knows. */
  readonly tables: ExerciseTables;
};

/** Safe without a question: a walk, slow breathing, lying with the legs up. */
const comfortExercises = ['easy-walk', 'belly-breathing', 'slow-breathing-6', 'legs-up-90-90'];

export function planSession(
  body: BodyToday,
  asked: Asked,
  preferences: Pick<Preferences, 'equipment' | 'floorWork'>,
): SessionChoice {
  const request = requestFor(body, asked, preferences);
  const tables = asked.comfortOnly ? comfortTables() : exerciseTables;
  const { named } = asked;
  if (asked.comfortOnly) {
    const minutes = request.minutes ?? usualMinutes;
    return { plan: planRoutine(tables, { ...request, minutes }), tables };
  }
  if (named === undefined) {
    const choice =
      asked.target === undefined && asked.position === undefined && asked.equipment === undefined
        ? chooseForNow(tables, request, nowFacts(body, asked))
        : { plan: planRoutine(tables, { ...request, minutes: request.minutes ?? usualMinutes }) };
    return { ...choice, tables };
  }
  if (named.kind === 'own') return ownSession(named.own, tables, request, body);
  const sessionsToday = doneToday(body).filter((id) => id === named.routine.id).length;
  const { routine } = named;
  return { plan: fitRoutine(tables, routine, { ...request, sessionsToday }), routine, tables };
}

/**
 * A clinician's plan as it was written: no effort of ours changes it, and only a raised flag leaves something out. Who
 * was not checked gets no further than easy moving with it either.
 */
function ownSession(
  own: OwnRoutine,
  tables: ExerciseTables,
  request: FitRequest,
  { standing }: BodyToday,
): SessionChoice {
  const { routine, described, notes } = asRoutine(own);
  const withOwn = { ...tables, exercises: [...tables.exercises, ...described] };
  const isChecked = standing === 'cleared';
  const wished: FitRequest = { ...request, own: true, effort: 'same', stage: isChecked ? 5 : 2 };
  const fitted = fitRoutine(withOwn, routine, wished);
  const excluded = isChecked ? fitted.excluded : fitted.excluded.map(notCheckedYet);
  if (fitted.kind === 'none') return { plan: { ...fitted, excluded }, routine, tables: withOwn };
  const items = inSequence(withNotes(fitted.items, routine, notes), request.spoken);
  const plan = { ...fitted, items, seconds: secondsOfItems(items), excluded };
  return { plan, routine, tables: withOwn };
}

/** A stage of ours says nothing about a clinician's plan: what is missing is the check. */
function notCheckedYet(exclusion: Exclusion): Exclusion {
  return exclusion.flags.length > 0
    ? exclusion
    : { ...exclusion, because: 'your back was not checked yet (backcare diagnose)' };
}

/** The clinician's own words go with each step wherever it is shown or spoken; the order of steps is kept. */
function withNotes(
  items: readonly PlannedItem[],
  { steps }: Routine,
  notes: readonly (readonly string[])[],
): readonly PlannedItem[] {
  let next = 0;
  return items.map((item) => {
    const step = steps.findIndex(({ exercise }, place) => place >= next && exercise === item.exercise.id);
    if (step === -1) return item;
    next = step + 1;
    const said = notes[step] ?? [];
    if (said.length === 0) return item;
    const { exercise } = item;
    return {
      ...item,
      how: [item.how, ...said].join('. '),
      exercise: {
        ...exercise,
        say: [...said, exercise.say].join(' '),
        steps: [...said.map((note) => `Your clinician says: ${note}`), ...exercise.steps],
      },
    };
  });
}

/** Answers to how long a person sits that make a break the first thing. */
const longSitting: readonly unknown[] = ['4-to-7', '8-or-more'];

/** Minutes of a routine that is put together when nobody said how long. */
const usualMinutes = 8;

function comfortTables(): ExerciseTables {
  const isComfort = ({ id }: { readonly id: string }) => comfortExercises.includes(id);
  return { ...exerciseTables, exercises: exerciseTables.exercises.filter(isComfort), routines: [] };
}

function requestFor(
  body: BodyToday,
  asked: Asked,
  preferences: Pick<Preferences, 'equipment' | 'floorWork'>,
): FitRequest {
  const answers: Answers = body.assessment?.answers ?? {};
  const durationDays = dayCount(answers.duration, body.assessment?.daysSince);
  const { stage } = stageOf({
    stages: exerciseTables.stages,
    standing: body.standing,
    durationDays,
    pain: asked.painNow ?? body.practices.find(({ at }) => body.daysSince(at) === 0)?.painAfter,
    activityLimit: numberOf(answers['activity-limit']),
  });
  return {
    minutes: asked.minutes,
    position: asked.position,
    equipment: asked.equipment ?? equipmentOf(preferences.equipment),
    floorWork: preferences.floorWork,
    target: asked.target,
    subtypes: body.subtypes,
    stage,
    chronicity: chronicityOf(durationDays),
    flags: asked.flags,
    seed: body.dayNumber,
    recent: [...new Set(body.practices.flatMap(({ exercises }) => exercises))],
    effort: nextEffort(reportsOf(body.practices, asked.morningAfterLast), daysSinceLast(body)),
    spoken: asked.spoken,
  };
}

function equipmentOf(words: readonly string[]): FitRequest['equipment'] {
  return equipment.filter((item) => words.includes(item));
}

/** The morning after a session is told before the next one, and kept with that. */
function reportsOf(
  practices: readonly SavedPractice[],
  morningAfterLast: Feeling | undefined,
): readonly SessionReport[] {
  return practices.map((practice, place) => ({
    painBefore: practice.painBefore,
    painAfter: practice.painAfter,
    compared: practice.feeling,
    stopSign: practice.stopSign,
    finished: practice.finished,
    nextMorning: place === 0 ? morningAfterLast : practices[place - 1]?.morningAfterLast,
  }));
}

function daysSinceLast({ practices, daysSince }: BodyToday): number {
  const [last] = practices;
  return last === undefined ? 0 : daysSince(last.at);
}

function nowFacts(body: BodyToday, { painNow, target }: Asked): NowFacts {
  const answers: Answers = body.assessment?.answers ?? {};
  const isFromToday = body.assessment?.daysSince === 0;
  const strength = new Set(['lifting-ready', 'core-builder', 'hips-hamstrings']);
  const lastWeek = body.practices.filter(({ at }) => body.daysSince(at) < 7);
  const strengthDays = new Set(
    lastWeek.filter(({ routine }) => strength.has(routine ?? '')).map(({ at }) => body.daysSince(at)),
  );
  return {
    hour: body.hour,
    fitting: body.standing === 'cleared' ? body.fitting : [],
    isGrabbing: target === 'spasm' || (isFromToday && answers['spasm-grabs'] === 'yes'),
    painNow,
    doneToday: doneToday(body),
    strengthDays: strengthDays.size,
    sitsLong: longSitting.includes(answers['sitting-hours']),
  };
}

function doneToday({ practices, daysSince }: BodyToday): readonly string[] {
  return practices.flatMap(({ at, routine }) =>
    routine !== undefined && daysSince(at) === 0 ? [routine] : [],
  );
}

function dayCount(duration: unknown, since: number | undefined): number | undefined {
  return typeof duration === 'number' ? duration + (since ?? 0) : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
