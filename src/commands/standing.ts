import type { Context, Preferences } from '../context.ts';
import { summaryOf } from '../engine/assessment-summary.ts';
import { daysBetween } from '../engine/day-count.ts';
import { type AssessmentSummary, type Standing, standingOf } from '../engine/permissions.ts';
import { UserError } from '../errors.ts';
import { safeText } from '../render/safe-text.ts';

/** Where the person stands by the newest assessment of the record. */
export interface LastAssessment {
  readonly summary: AssessmentSummary | undefined;
  readonly standing: Standing;
  /** Whole days of the person since then; 0 when there is none. */
  readonly daysAgo: number;
  /** The record, or a line where a newer assessment may have stood, could not be read. */
  readonly mayBeLost: boolean;
}

/** Reads one event, from the end. A record that cannot be read is said, and counts as none: help must still come. */
export async function lastAssessment(
  ctx: Context,
  { dayStart }: Pick<Preferences, 'dayStart'>,
): Promise<LastAssessment> {
  const { summary, mayBeLost } = await readSummary(ctx);
  const now = ctx.clock.now();
  const moment = (at: number) => ({ at, offsetMinutes: ctx.clock.offsetMinutes(at) });
  return {
    summary,
    standing: standingOf(summary, now),
    daysAgo: summary === undefined ? 0 : daysBetween(moment(summary.at), moment(now), dayStart),
    mayBeLost,
  };
}

async function readSummary(ctx: Context): Promise<Pick<LastAssessment, 'summary' | 'mayBeLost'>> {
  try {
    const record = await ctx.record();
    const newest = await record.newest('assessment');
    const summary = summaryOf(newest);
    const isUnreadable = newest !== undefined && summary === undefined;
    return { summary, mayBeLost: isUnreadable || record.setAside.length > 0 };
  } catch (error) {
    const why = error instanceof UserError ? error.message : 'The record could not be read.';
    ctx.io.err(`${safeText(why)} What an earlier check said is not known here.\n`);
    return { summary: undefined, mayBeLost: true };
  }
}
