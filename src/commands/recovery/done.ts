import type { Context } from '../../context.ts';
import { recoveryTables } from '../../data/recovery-tables.ts';
import { listBlocks } from '../../documents/recovery-view.ts';
import { recoveryKinds, type TickBody } from '../../engine/recovery/recovery-events.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';
import { answer, keep } from './keep.ts';
import { openToChange, type RecoveryRun, recoveryView, recoveryWorld } from './open-plan.ts';
import type { RecoveryFlags } from './recovery-flags.ts';

export interface DoneFlags extends RecoveryFlags {
  /** Only the smallest version: it counts. */
  readonly least?: boolean;
  /** It was not done after all. */
  readonly off?: boolean;
}

type Line = RecoveryRun['kept']['today']['lines'][number];

/** Ticks a line of today's list by its number or name; without one, shows the list. Gives the exit code. */
export async function runDone(which: string | undefined, flags: DoneFlags, ctx: Context): Promise<number> {
  if (which === undefined && (flags.least === true || flags.off === true)) throw nothingNamed();
  if (which !== undefined) checkWord(which);
  const run = await openToChange(recoveryWorld(flags, ctx), which !== undefined);
  if (run === undefined) return exitCodes.answered;
  const { lines, hasBegun } = run.kept.today;
  if (!hasBegun) {
    await answer(
      run,
      ['This plan was not begun yet. Beginning it takes one command.'],
      ['backcare recovery start', 'backcare recovery'],
    );
    return exitCodes.answered;
  }
  if (which === undefined) {
    await answer(run, [], ['backcare recovery done 1', 'backcare recovery'], list(run));
    return exitCodes.answered;
  }
  const line = lineNamed(which, lines);
  const isChanged = flags.off === true ? line.done > 0 : !line.isDone;
  const after = isChanged
    ? await (flags.off === true ? untick(run, line) : tickLine(run, line, flags.least === true))
    : run;
  await answer(after, [said(line, after, flags, isChanged)], nextOf(isChanged), list(after));
  return exitCodes.answered;
}

/** One more of it, today. */
export async function tickLine(run: RecoveryRun, line: Line, least = false): Promise<RecoveryRun> {
  const body: TickBody = {
    item: line.item.id,
    times: line.done + 1,
    ...(least ? { least: true } : {}),
  };
  return keep(run, recoveryKinds.tick, body);
}

/** None of it, today. */
export async function untick(run: RecoveryRun, line: Line): Promise<RecoveryRun> {
  const body: TickBody = { item: line.item.id, times: 0 };
  return keep(run, recoveryKinds.tick, body);
}

function said(
  { item, text }: Line,
  { kept }: RecoveryRun,
  { off, least }: DoneFlags,
  isChanged: boolean,
): string {
  const now = kept.today.lines.find((line) => line.item.id === item.id);
  if (!isChanged) return off === true ? `It was not ticked: ${text}.` : `Ticked already: ${text}.`;
  if (off === true) return `Taken off: ${text}.`;
  const count = now !== undefined && now.wanted > 1 ? ` (${now.done} of ${now.wanted})` : '';
  return least === true ? `Kept: ${item.least}${count}. The small version counts.` : `Kept: ${text}${count}.`;
}

function nextOf(isChanged: boolean): readonly string[] {
  return isChanged ? ['backcare recovery', 'backcare undo'] : ['backcare recovery'];
}

function list(run: RecoveryRun) {
  return listBlocks(recoveryView(run));
}

/** A word that can be no line of any list is refused before anything is read. */
function checkWord(which: string): void {
  const isNumber = /^\d+$/.test(which);
  const ids = recoveryTables.items.map(({ id }) => id);
  if (isNumber || ids.includes(which)) return;
  throw unknownLine(which, ids);
}

function lineNamed(which: string, lines: readonly Line[]): Line {
  const found = /^\d+$/.test(which) ? lines[Number(which) - 1] : lines.find(({ item }) => item.id === which);
  if (found !== undefined) return found;
  if (lines.length === 0)
    throw new InputError(`There is no line "${which}" today.`, {
      reason: 'Nothing is on the list today.',
      next: 'See why: backcare recovery',
    });
  throw unknownLine(
    which,
    lines.map(({ item }) => item.id),
  );
}

function unknownLine(which: string, ids: readonly string[]): InputError {
  const near = nearest(which, ids);
  return new InputError(`There is no line ${JSON.stringify(which)} on the list.`, {
    reason:
      near === undefined
        ? "A line is named by its number on today's list, or by its name."
        : `Did you mean "${near}"?`,
    next: 'See the list: backcare recovery done',
  });
}

function nothingNamed(): InputError {
  return new InputError('Which line of the list?', { next: 'For example: backcare recovery done 2 --least' });
}
