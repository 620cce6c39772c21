import type { Context, Preferences, Record, RecordedEvent } from '../context.ts';
import { stillStands, summaryOf } from '../engine/assessment-summary.ts';
import { daysBetween } from '../engine/day-count.ts';
import {
  type AssessmentSummary,
  assessmentLifetimeMilliseconds,
  type Standing,
  standingOf,
} from '../engine/permissions.ts';
import { UserError } from '../errors.ts';
import { safeText } from '../render/safe-text.ts';

/** Where the person stands by the newest assessment of the record, for every command that obeys the table. */
export interface KnownCheck {
  readonly summary: AssessmentSummary | undefined;
  readonly standing: Standing;
  /** The record, or a line where a newer assessment may have stood, could not be read. */
  readonly mayBeLost: boolean;
  /** Id of the newest assessment, where it was finished: it answers what was told before it. */
  readonly answeredBy: string | undefined;
}

export interface LastAssessment extends KnownCheck {
  /** Whole days of the person since then; 0 when there is none. */
  readonly daysAgo: number;
}

/**
 * Reads from the end. A record that cannot be read is said, and counts as none: help must still come.
 *
 * @param newestOf finds the newest event of kind `assessment`, for those who read it together with others
 */
export async function lastAssessment(
  ctx: Context,
  { dayStart }: Pick<Preferences, 'dayStart'>,
  newestOf: NewestAssessment = (record) => record.newest('assessment'),
): Promise<LastAssessment> {
  const now = ctx.clock.now();
  const check = await tolerantCheck(ctx, now, newestOf);
  const moment = (at: number) => ({ at, offsetMinutes: ctx.clock.offsetMinutes(at) });
  const { summary } = check;
  return {
    ...check,
    daysAgo: summary === undefined ? 0 : daysBetween(moment(summary.at), moment(now), dayStart),
  };
}

type NewestAssessment = (record: Record) => Promise<RecordedEvent | undefined>;

async function tolerantCheck(ctx: Context, now: number, newestOf: NewestAssessment): Promise<KnownCheck> {
  try {
    const record = await ctx.record();
    return await knownCheck(record, await newestOf(record), now);
  } catch (error) {
    const why = error instanceof UserError ? error.message : 'The record could not be read.';
    ctx.io.err(`${safeText(why)} What an earlier check said is not known here.\n`);
    return { summary: undefined, standing: 'unchecked', mayBeLost: true, answeredBy: undefined };
  }
}

/**
 * What the newest assessment says that can be read, and whether a newer one may be lost: then a calm one is not gone by,
 * and a grave one stands. Throws `RecordError`.
 *
 * @param newest the newest event of kind `assessment`, for those who read it together with others
 */
export async function knownCheck(
  record: Pick<Record, 'since' | 'mayHaveLost'>,
  newest: RecordedEvent | undefined,
  now: number,
): Promise<KnownCheck> {
  const summary = summaryOf(newest);
  const isUnreadable = newest !== undefined && summary === undefined;
  const known = isUnreadable ? await graveBefore(record) : summary;
  const mayBeLost =
    isUnreadable || (await record.mayHaveLost('assessment', { behind: newest, from: lookFrom(known, now) }));
  const answeredBy = summary?.complete === true ? newest?.id : undefined;
  return { summary: known, standing: standingOf(known, now, mayBeLost), mayBeLost, answeredBy };
}

/**
 * Behind a calm assessment that is outdated, years need not be looked through: nothing is gone by. Where none is found,
 * or help was advised, a line of long ago may be the one.
 */
function lookFrom(summary: AssessmentSummary | undefined, now: number): number {
  const isCalm = summary?.urgency === 'self-care' || summary?.urgency === 'routine';
  return isCalm ? now - assessmentLifetimeMilliseconds : 0;
}

/** The newest assessment that says its level, where the newest of all does not: grave advice is lowered by none such. */
async function graveBefore(record: Pick<Record, 'since'>): Promise<AssessmentSummary | undefined> {
  for (const event of await record.since(['assessment'], 0)) {
    const summary = summaryOf(event);
    if (summary === undefined) continue;
    return stillStands(summary, { urgency: 'self-care', complete: false })
      ? { ...summary, complete: false }
      : undefined;
  }
  return undefined;
}
