import type { Context, RecordedEvent } from '../../context.ts';
import { dayMilliseconds } from '../../engine/day-count.ts';
import { savedActivities } from '../../engine/log/own-activities.ts';
import { personDay } from '../../engine/log/person-day.ts';
import { momentOf, type SavedEntry, savedEntry } from '../../engine/log/saved-entry.ts';
import { type AssessmentSummary, assessmentLifetimeMilliseconds } from '../../engine/permissions.ts';
import type { WatchedAssessment } from '../../engine/watch/watch.ts';
import { RecordError } from '../../errors.ts';
import { knownCheck } from '../standing.ts';
import { savedAnswers } from '../stretch/stretch-record.ts';
import { activitiesKind } from './activities-kind.ts';

/** What the record says before a new entry, as far as the watch needs it. */
export interface KnownBefore {
  /** Entries of the last weeks, in the order they were written. */
  readonly entries: readonly SavedEntry[];
  readonly assessment: WatchedAssessment | undefined;
  /** A newer assessment may have stood where the record cannot be read. */
  readonly mayBeLost: boolean;
  /** No weeks were counted today yet: there are entries of six weeks. */
  readonly asksWeeks: boolean;
  /** What was said before the entries that are given. */
  readonly toldBefore: readonly string[];
  /** Of the person's own; empty when they were not asked for. */
  readonly activities: readonly string[];
  /** Why nothing is known; advice must still come. */
  readonly problem?: RecordError;
}

/**
 * As far back as the longest rule of the watch looks. What was said before that may be said again: by then it is news,
 * and a short command must not read months.
 */
const longLookBack = 44 * dayMilliseconds;
/** What rules need that count no weeks. */
const shortLookBack = 14 * dayMilliseconds;

const nothing: KnownBefore = {
  entries: [],
  assessment: undefined,
  mayBeLost: true,
  asksWeeks: true,
  toldBefore: [],
  activities: [],
};

/** Reads from the end of the record: six weeks with the first entry of a day, two with the others. */
export async function knownBefore(
  ctx: Context,
  { dayStart, needsActivities }: { readonly dayStart: number; readonly needsActivities: boolean },
): Promise<KnownBefore> {
  try {
    const record = await ctx.record();
    const now = ctx.clock.now();
    const isToday = (at: number) => dayOf(ctx, at, dayStart) === dayOf(ctx, now, dayStart);
    const entriesSince = async (back: number) =>
      (await record.since(['log'], now - back)).map(savedEntry).reverse();
    const short = await entriesSince(shortLookBack);
    const today = short
      .filter(({ writtenAt }) => isToday(writtenAt))
      .findLast(({ toldBefore }) => toldBefore !== undefined);
    // A kind that was never written is looked for in all of ten years: only when it is needed.
    const newest = await record.newestOf(['assessment', ...(needsActivities ? [activitiesKind] : [])]);
    const assessed = newest.get('assessment');
    const { summary, mayBeLost } = await knownCheck(record, assessed, now);
    return {
      entries: today === undefined ? await entriesSince(longLookBack) : short,
      asksWeeks: today === undefined,
      toldBefore: today?.toldBefore ?? [],
      assessment: watchedAssessment(assessed, summary, now, dayStart),
      mayBeLost,
      activities: savedActivities(newest.get(activitiesKind)?.body),
    };
  } catch (error) {
    if (error instanceof RecordError) return { ...nothing, problem: error };
    throw error;
  }
}

function dayOf({ clock }: Context, at: number, dayStart: number): number {
  return personDay({ at, offsetMinutes: clock.offsetMinutes(at) }, dayStart);
}

function watchedAssessment(
  event: RecordedEvent | undefined,
  summary: AssessmentSummary | undefined,
  now: number,
  dayStart: number,
): WatchedAssessment | undefined {
  const moment = event === undefined ? undefined : momentOf(event.at);
  if (summary === undefined || moment === undefined) return undefined;
  const isGrave = summary.urgency === 'urgent' || summary.urgency === 'emergency';
  return {
    answers: savedAnswers(event),
    summary,
    day: personDay(moment, dayStart),
    isCurrent: (summary.complete || isGrave) && now - moment.at <= assessmentLifetimeMilliseconds,
  };
}
