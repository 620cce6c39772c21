import type { Context } from '../../context.ts';
import { exerciseTables } from '../../data/exercise-tables.ts';
import type { Block } from '../../documents/document.ts';
import { linesOf } from '../../documents/document-lines.ts';
import { adviceNow } from '../../documents/last-advice.ts';
import { ownRoutineDocument } from '../../documents/own-routine-document.ts';
import { asRoutine } from '../../engine/own-routine/as-routine.ts';
import { type OwnRoutineProblem, quoted } from '../../engine/own-routine/own-routine.ts';
import { readOwnRoutine } from '../../engine/own-routine/read-own-routine.ts';
import { permission } from '../../engine/permissions.ts';
import { verdictOn } from '../../engine/routine/exclusions.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { contactFor } from '../contact.ts';
import type { GlobalFlags } from '../flags.ts';
import { nearest } from '../nearest.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';
import { lastAssessment } from '../standing.ts';
import { bodyToday, flagsToday } from './body-today.ts';
import { type KeptRoutine, ownRoutines, sourceOf } from './own-routines.ts';
import { ownRoutineKind } from './stretch-record.ts';

const schema = 'backcare/own-routine@1';

/** A plan is a page or two; the reader itself stops far below this. */
const mostBytes = 1_000_000;

/** Takes a clinician's plan into the record, after checking all of it. Gives the exit code. */
export async function runAdd(path: string, flags: GlobalFlags, ctx: Context): Promise<number> {
  const { preferences } = tolerantPreferences(ctx);
  const last = await lastAssessment(ctx, preferences);
  const allowed = permission(last.standing, 'guided-session');
  if (allowed === 'action-only' || allowed === 'advice-only') {
    const contact = contactFor(ctx, flags, preferences);
    const advice = adviceNow(last, contact);
    const waits: Block = { kind: 'paragraph', text: 'The plan was not added. Add it once that was seen to.' };
    if (flags.json === true)
      ctx.io.out(`${JSON.stringify({ schema, id: null, advice: linesOf([...advice, waits]) }, null, 2)}\n`);
    else
      await showDocument(
        { title: 'Get help first', blocks: [...advice, waits] },
        ctx,
        flags,
        wishesOf(flags, preferences),
      );
    return exitCodes.answered;
  }
  const bytes = path === '-' ? await ctx.io.readInput(mostBytes) : await ctx.files.read(path, mostBytes);
  const fileName = path === '-' ? 'plan' : path;
  const kept = await ownRoutines(ctx);
  const reading = readOwnRoutine({ ...sourceOf(kept), content: bytes, fileName });
  if (reading.kind === 'refused') throw refusal(path === '-' ? 'standard input' : path, reading.problems);
  const { routine: own } = reading;
  const same = kept.find((each) => each.own.raw === own.raw);
  const body = await bodyToday(ctx, preferences);
  if (same === undefined) {
    await (await ctx.record()).append(ownRoutineKind, {
      id: own.id,
      fileName: nameOf(fileName),
      text: own.raw,
    });
  }
  const { raised } = flagsToday(body, undefined);
  const { routine, described } = asRoutine(own);
  const exercises = [...exerciseTables.exercises, ...described];
  const conflicts = routine.steps.flatMap((step) => {
    const exercise = exercises.find(({ id }) => id === step.exercise);
    const verdict = exercise === undefined ? undefined : verdictOn(exercise, raised, exerciseTables.flags);
    return exercise === undefined || verdict?.kind !== 'out'
      ? []
      : [{ name: exercise.name, because: verdict.because.map(({ because }) => because) }];
  });
  const shown = same?.own ?? own;
  if (flags.json === true) {
    const out = {
      schema,
      id: shown.id,
      name: shown.name,
      isNew: same === undefined,
      conflicts,
    };
    ctx.io.out(`${JSON.stringify(out, null, 2)}\n`);
  } else {
    const view = {
      own: shown,
      exercises,
      conflicts,
      isNew: same === undefined,
      isAsked: body.around !== undefined,
    };
    await showDocument(ownRoutineDocument(view), ctx, flags, wishesOf(flags, preferences));
  }
  return exitCodes.answered;
}

/** Gives back the file of a clinician's plan, unchanged. */
export async function runExport(name: string, ctx: Context): Promise<number> {
  ctx.io.out((await keptRoutine(name, ctx)).own.raw);
  return exitCodes.answered;
}

/** Takes a clinician's plan out again. The record keeps that it was there. */
export async function runRemove(name: string, flags: GlobalFlags, ctx: Context): Promise<number> {
  const { event, own } = await keptRoutine(name, ctx);
  await (await ctx.record()).append('undo', { undoes: event });
  if (flags.quiet !== true)
    ctx.io.err(
      `"${own.name}" is no longer among your routines. Add it again with: backcare stretch add FILE\n`,
    );
  return exitCodes.answered;
}

async function keptRoutine(name: string, ctx: Context): Promise<KeptRoutine> {
  const kept = await ownRoutines(ctx);
  const found = kept.find(({ own }) => own.id === name);
  if (found !== undefined) return found;
  const ids = kept.map(({ own }) => own.id);
  const near = nearest(name, ids);
  throw new InputError(`There is no plan of your own called "${name}".`, {
    reason:
      ids.length === 0
        ? 'You have not added any.'
        : `${near === undefined ? '' : `Did you mean "${near}"? `}You have ${ids.join(', ')}.`,
    next: 'Add one with: backcare stretch add FILE',
  });
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function refusal(path: string, [first, ...others]: readonly OwnRoutineProblem[]): InputError {
  const { line = 1, column, message = 'it cannot be read', expected, nearest: near } = first ?? {};
  const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
  const more = others.map((each) => `line ${each.line}: ${each.message}`);
  const reason = [
    expected === undefined ? undefined : `Expected ${expected}.`,
    near === undefined ? undefined : `Did you mean ${quoted(near)}?`,
    more.length === 0 ? undefined : `Also: ${more.join('; ')}.`,
    'Nothing was saved.',
  ].filter((part) => part !== undefined);
  return new InputError(`${path}, ${place}: ${message}.`, {
    reason: reason.join(' '),
    next: 'How a plan is written: see docs/own-routines.md, or "backcare stretch list" for the names.',
  });
}
