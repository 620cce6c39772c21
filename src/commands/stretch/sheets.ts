import type { Context } from '../../context.ts';
import type { ExerciseTables, Routine } from '../../data/exercise-schema.ts';
import { exerciseTables } from '../../data/exercise-tables.ts';
import { bodyParts, exerciseKinds } from '../../data/exercise-words.ts';
import type { SheetView } from '../../documents/sheet-view.ts';
import type { CatalogueFilter } from '../../engine/routine/catalogue.ts';
import { fitRoutine } from '../../engine/routine/fit-routine.ts';
import type { RaisedFlag, RoutinePlan } from '../../engine/routine/plan.ts';
import { exitCodes } from '../../errors.ts';
import { contactFor } from '../contact.ts';
import type { GlobalFlags } from '../flags.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import { type KnownBody, knownBody } from './known-body.ts';
import { type Named, namedRoutine, ownRoutinesIfAny } from './named.ts';
import { type RoutineFlags, routineWishes, wordFrom } from './stretch-flags.ts';

/** Flags of `stretch list`. */
export interface ListFlags extends RoutineFlags {
  readonly kind?: string;
  readonly part?: string;
}

/** All routines and exercises, or those that the flags leave. Gives the exit code. */
export async function runList(flags: ListFlags, ctx: Context): Promise<number> {
  const { position, equipment, target } = routineWishes(flags);
  const filter: CatalogueFilter = {
    position,
    equipment,
    target,
    kind: flags.kind === undefined ? undefined : wordFrom('--kind', flags.kind, exerciseKinds),
    bodyPart: flags.part === undefined ? undefined : wordFrom('--part', flags.part, bodyParts),
  };
  return onSheet(flags, ctx, exerciseTables, async (view, { isAllowed }) => {
    const list = { ...view, filter, ownRoutines: await ownAsRoutines(ctx) };
    return {
      json: async () => (await jsonLater()).exerciseListJson({ ...list, isAllowed }),
      document: async () =>
        (await import('../../documents/exercise-list-document.ts')).exerciseListDocument(list),
    };
  });
}

/** One exercise, or a routine by its name. Gives the exit code. */
export async function runShow(name: string, flags: GlobalFlags, ctx: Context): Promise<number> {
  const named = await namedRoutine(name, ctx);
  if (named.kind !== 'exercise') return printNamed(named, flags, ctx);
  const exercise = exerciseTables.exercises.find(({ id }) => id === name);
  if (exercise === undefined) return printNamed(named, flags, ctx);
  return onSheet(flags, ctx, exerciseTables, async (view, { isAllowed }) => ({
    json: async () => (await jsonLater()).exerciseJson({ ...view, exercise, isAllowed }),
    document: async () => {
      const { citations: sources } = await import('../../data/citations.ts');
      const { exerciseDocument } = await import('../../documents/exercise-document.ts');
      return exerciseDocument({ ...view, exercise, sources });
    },
  }));
}

/** A routine as a sheet for the wall. Gives the exit code. */
export async function runPrint(name: string, flags: GlobalFlags, ctx: Context): Promise<number> {
  return printNamed(await namedRoutine(name, ctx), flags, ctx);
}

async function printNamed(named: Named, flags: GlobalFlags, ctx: Context): Promise<number> {
  const isOwn = named.kind === 'own';
  const { routine, described, notes } = isOwn
    ? (await asRoutineLater()).asRoutine(named.own)
    : { routine: named.routine, described: [], notes: [] };
  const tables = { ...exerciseTables, exercises: [...exerciseTables.exercises, ...described] };
  return onSheet(flags, ctx, tables, async (view, { isAllowed, raised }) => {
    const plans = plansOf(routine, tables, raised, isOwn);
    const own = isOwn ? { own: { ...named.own, ofSteps: notes } } : {};
    const sheet = { ...view, routine, plans, ...own };
    return {
      json: async () => (await jsonLater()).routineJson({ ...sheet, isAllowed, isOwn }),
      document: async () => (await import('../../documents/routine-document.ts')).routineSheet(sheet),
    };
  });
}

const asRoutineLater = () => import('../../engine/own-routine/as-routine.ts');
const jsonLater = () => import('../../documents/stretch-json.ts');

async function ownAsRoutines(ctx: Context): Promise<readonly Routine[]> {
  const kept = await ownRoutinesIfAny(ctx);
  if (kept.length === 0) return [];
  const { asRoutine } = await asRoutineLater();
  return kept.map(({ own }) => asRoutine(own).routine);
}

/** A plan for each turn of a routine that goes round. A sheet is for weeks to come, so no stage leaves anything out. */
function plansOf(
  routine: Routine,
  tables: ExerciseTables,
  flags: readonly RaisedFlag[],
  own: boolean,
): readonly [RoutinePlan, ...RoutinePlan[]] {
  const planOf = (sessionsToday: number) =>
    fitRoutine(tables, routine, {
      equipment: [],
      floorWork: true,
      stage: 5,
      chronicity: 'chronic',
      flags,
      seed: 0,
      recent: [],
      effort: 'same',
      spoken: false,
      sessionsToday,
      own,
    });
  const turns = Array.from({ length: (routine.rotation?.length ?? 1) - 1 }, (_, turn) => planOf(turn + 1));
  return [planOf(0), ...turns];
}

interface Sheet {
  json(): Promise<unknown>;
  document(): Promise<Parameters<typeof showDocument>[0]>;
}

/** Shows what `make` gives, as far as the newest assessment allows it; in an emergency only what to do. */
async function onSheet(
  flags: GlobalFlags,
  ctx: Context,
  tables: ExerciseTables,
  make: (
    view: SheetView,
    known: { readonly isAllowed: boolean; readonly raised: KnownBody['raised'] },
  ) => Promise<Sheet>,
): Promise<number> {
  const { preferences, problem } = tolerantPreferences(ctx);
  if (problem !== undefined) sayProblem(ctx, problem);
  const wishes = wishesOf(flags, preferences);
  const contact = contactFor(ctx, flags, preferences);
  const { allowed, advice, notes, raised } = await knownBody(ctx, preferences, contact);
  const isAllowed = allowed !== 'action-only';
  const at = ctx.clock.now();
  const { poses } = await import('../../data/exercises/poses.ts');
  const view: SheetView = {
    contact,
    advice,
    notes,
    tables,
    poses,
    raised,
    at,
    offsetMinutes: ctx.clock.offsetMinutes(at),
    version: ctx.version,
  };
  const sheet = await make(view, { isAllowed, raised });
  if (flags.json === true) ctx.io.out(`${JSON.stringify(await sheet.json(), null, 2)}\n`);
  else if (isAllowed) await showDocument(await sheet.document(), ctx, flags, wishes);
  else await showDocument({ title: 'Get help now', blocks: advice }, ctx, flags, wishes);
  return exitCodes.answered;
}
