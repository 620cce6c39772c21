import type { Exercise, PlanningFlag, Routine } from '../data/exercise-schema.ts';
import { notices } from '../data/safety-net.ts';
import { instantWithOffset } from '../engine/instant.ts';
import { secondsOf } from '../engine/practice/dose-length.ts';
import { type CatalogueFilter, catalogueOf, exercisesOf } from '../engine/routine/catalogue.ts';
import { doseInWords } from '../engine/routine/dose-words.ts';
import { verdictOn } from '../engine/routine/exclusions.ts';
import type { Exclusion, PlannedItem, RaisedFlag, RoutinePlan } from '../engine/routine/plan.ts';
import { linesOf } from './document-lines.ts';
import { cautionsOf } from './exercise-lines.ts';
import { secondsOfRoutine } from './routine-length.ts';
import { distinctItems, type PlannedRoutine, placeOf, plannedOf } from './routine-turns.ts';
import type { SheetView } from './sheet-view.ts';

/** What the JSON twins of lists and sheets are made with. */
export interface StretchJsonView extends Omit<SheetView, 'poses'> {
  /** False while an emergency stands: then there is the action and nothing else. */
  readonly isAllowed: boolean;
}

/** The versioned contract of `stretch list --json`, schema backcare/exercises@1. */
export function exerciseListJson(
  view: StretchJsonView & { readonly filter: CatalogueFilter; readonly ownRoutines: readonly Routine[] },
) {
  const { tables, filter, ownRoutines, isAllowed } = view;
  const own = catalogueOf({ ...tables, routines: ownRoutines }, filter).routines;
  const { routines, exercises } = catalogueOf(tables, filter);
  return {
    schema: 'backcare/exercises@1',
    ...head(view),
    routines: isAllowed ? [...own, ...routines].map((routine) => routineRow(routine, own, view)) : [],
    exercises: isAllowed ? exercises.map((exercise) => exerciseRow(exercise, view)) : [],
  };
}

/** The versioned contract of `stretch show --json`, schema backcare/exercise@1. */
export function exerciseJson(view: StretchJsonView & { readonly exercise: Exercise }) {
  const { exercise, isAllowed, tables } = view;
  const { dose, evidence, steps, targets } = exercise;
  return {
    schema: 'backcare/exercise@1',
    ...head(view),
    exercise: isAllowed
      ? {
          ...exerciseRow(exercise, view),
          alsoCalled: exercise.alsoCalled,
          targets,
          dose,
          how: doseInWords(dose),
          steps,
          easier: exercise.easier ?? null,
          deeper: exercise.deeper ?? null,
          stop: exercise.stop ?? null,
          ...cautions(exercise, tables.flags),
          evidence,
          note: exercise.note ?? null,
          sources: exercise.sources,
          judged: exercise.judged ?? false,
        }
      : null,
  };
}

/** The versioned contract of a routine, planned or printed, schema backcare/session@1. */
export function routineJson(
  view: StretchJsonView & {
    readonly routine?: Routine | undefined;
    readonly isOwn: boolean;
    readonly plans: readonly [RoutinePlan, ...RoutinePlan[]];
  },
) {
  const { plans, routine, isAllowed, isOwn } = view;
  const planned = plannedOf(plans);
  const [plan] = planned;
  const excluded = new Map(plans.flatMap((each) => each.excluded).map((entry) => [entry.exercise, entry]));
  return {
    schema: 'backcare/session@1',
    ...head(view),
    session:
      isAllowed && plan !== undefined ? sessionJson(plan, planned, routine, isOwn, view.tables.flags) : null,
    excluded: isAllowed ? [...excluded.values()].map(exclusionJson) : [],
    because: isAllowed ? [...new Set(plans.flatMap(({ because }) => because))] : [],
    change:
      isAllowed && plan === undefined
        ? plans.flatMap((none) => (none.kind === 'none' ? none.change : []))
        : [],
  };
}

function sessionJson(
  plan: PlannedRoutine,
  planned: readonly PlannedRoutine[],
  routine: Routine | undefined,
  isOwn: boolean,
  flags: readonly PlanningFlag[],
) {
  // Something else in its place is no routine of that name, and is done once.
  const isRoutine = routine !== undefined && plan.routine === routine.id;
  const turns = isRoutine ? planned : [plan];
  const items = distinctItems(turns);
  return {
    id: plan.routine ?? null,
    name: plan.name,
    own: isRoutine && isOwn,
    seconds: plan.seconds,
    sessionsADay: isRoutine ? (routine.sessionsADay ?? turns.length) : 1,
    items: items.map((item) => itemJson(item, flags)),
    /** What each session of a day does, by place in `items`: one list when they are all alike. */
    turns: turns.map((turn) => turn.items.map((item) => placeOf(item, items))),
  };
}

function head(view: StretchJsonView) {
  const { contact, version, advice, notes } = view;
  return {
    at: instantWithOffset(view.at, view.offsetMinutes),
    tool: `backcare ${version}`,
    notice: notices.limits.text,
    /** No clinician has signed the exercises off. */
    reviewed: false,
    emergency: { number: contact.number, country: contact.countryCode ?? null, text: contact.line },
    advice: linesOf(advice),
    notes: linesOf(notes),
    allowed: view.isAllowed,
    stop: notices.stop.text,
  };
}

function exerciseRow(exercise: Exercise, { raised = [], tables }: StretchJsonView) {
  const { id, name, kind, position, ways, bodyParts, fromStage, grade, dose } = exercise;
  const verdict = verdictOn(exercise, raised, tables.flags);
  return {
    id,
    name,
    kind,
    position,
    /** Each entry is one way to do it: all the things that it needs. */
    ways,
    bodyParts,
    for: exercise.for,
    fromStage,
    seconds: secondsOf(dose),
    grade,
    forYou: { standard: 'as-written', easier: 'easier', out: 'left-out' }[verdict.kind],
    because: verdict.kind === 'standard' ? [] : verdict.because.map(becauseJson),
  };
}

function routineRow(routine: Routine, own: readonly Routine[], { tables }: StretchJsonView) {
  const { id, name, when, fromStage, note, sources, judged = false } = routine;
  return {
    id,
    name,
    own: own.includes(routine),
    when,
    for: routine.for,
    fromStage,
    seconds: secondsOfRoutine(routine, tables.exercises),
    sessionsADay: routine.sessionsADay ?? 1,
    exercises: exercisesOf(routine),
    note,
    sources,
    judged,
  };
}

function itemJson(
  { exercise, variant, dose, how, seconds, easierBecause = [] }: PlannedItem,
  flags: readonly PlanningFlag[],
) {
  return {
    exercise: exercise.id,
    name: exercise.name,
    variant,
    dose,
    how,
    seconds,
    because: easierBecause.map(becauseJson),
    ...cautions(exercise, flags),
  };
}

/** Flags that leave an exercise out, or ask for its easier version, each with the rest of "if …". */
function cautions(exercise: Exercise, flags: readonly PlanningFlag[]) {
  const { out, easier } = cautionsOf(exercise, flags);
  const asJson = ({ id, leaveOut }: PlanningFlag) => ({ flag: id, if: leaveOut });
  return { leaveOut: out.map(asJson), takeEasier: easier.map(asJson) };
}

function exclusionJson({ exercise, flags, because }: Exclusion) {
  return { exercise, flags: flags.map(becauseJson), because: because ?? null };
}

function becauseJson({ flag, because }: RaisedFlag) {
  return { flag, because };
}
