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
}

/** Reads one event, from the end. A record that cannot be read is said, and counts as none: help must still come. */
export async function lastAssessment(
  ctx: Context,
  { dayStart }: Pick<Preferences, 'dayStart'>,
): Promise<LastAssessment> {
  const summary = await readSummary(ctx);
  const now = ctx.clock.now();
  const moment = (at: number) => ({ at, offsetMinutes: ctx.clock.offsetMinutes(at) });
  return {
    summary,
    standing: standingOf(summary, now),
    daysAgo: summary === undefined ? 0 : daysBetween(moment(summary.at), moment(now), dayStart),
  };
}

async function readSummary(ctx: Context): Promise<AssessmentSummary | undefined> {
  try {
    return summaryOf(await (await ctx.record()).newest('assessment'));
  } catch (error) {
    const why = error instanceof UserError ? error.message : 'The record could not be read.';
    ctx.io.err(`${safeText(why)} What an earlier check said is not known here.\n`);
    return undefined;
  }
}
