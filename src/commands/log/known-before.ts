import type { Context, RecordedEvent } from '../../context.ts';
import type { Answers } from '../../engine/answers.ts';
import { summaryOf } from '../../engine/assessment-summary.ts';
import { withDropped } from '../../engine/dropped-signs.ts';
import { meanOf } from '../../engine/log/middle.ts';
import { savedActivities } from '../../engine/log/own-activities.ts';
import { personDay } from '../../engine/log/person-day.ts';
import { momentOf, type SavedEntry, savedEntry } from '../../engine/log/saved-entry.ts';
import { assessmentLifetimeMilliseconds } from '../../engine/permissions.ts';
import type { WatchedAssessment } from '../../engine/watch/watch.ts';
import { RecordError } from '../../errors.ts';
import { productKnowledge } from '../knowledge.ts';
import { fieldsOf, savedAnswers } from '../stretch/stretch-record.ts';
import { activitiesKind } from './activities-kind.ts';

/** What the record says before a new entry, as far as the watch needs it. */
export interface KnownBefore {
  /** Entries of the last weeks, in the order they were written. */
  readonly entries: readonly SavedEntry[];
  readonly assessment: WatchedAssessment | undefined;
  /** Answers of that assessment as they are in the record. */
  readonly answers: Answers;
  /** There are entries of six weeks: rules that count weeks are asked. */
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
const longLookBack = 44 * 24 * 60 * 60 * 1000;
/** What rules need that count no weeks. */
const shortLookBack = 14 * 24 * 60 * 60 * 1000;

const nothing: KnownBefore = {
  entries: [],
  assessment: undefined,
  answers: {},
  asksWeeks: true,
  toldBefore: [],
  activities: [],
};

export interface KnownBeforeView {
  readonly dayStart: number;
  readonly needsActivities: boolean;
  /** What the new entry tells of now; `Infinity` where that is not known yet. */
  readonly tells: Pick<SavedEntry, 'usual' | 'interference'>;
}

/**
 * Reads from the end of the record: six weeks with the first entry of a day, and with each that makes that day worse,
 * since it may be the one that makes a week worse; two with the others.
 */
export async function knownBefore(
  ctx: Context,
  { dayStart, needsActivities, tells }: KnownBeforeView,
): Promise<KnownBefore> {
  try {
    const record = await ctx.record();
    const now = ctx.clock.now();
    const isToday = (at: number) => dayOf(ctx, at, dayStart) === dayOf(ctx, now, dayStart);
    const entriesSince = async (back: number) =>
      (await record.since(['log'], now - back)).map(savedEntry).reverse();
    const short = await entriesSince(shortLookBack);
    const writtenToday = short.filter(({ writtenAt }) => isToday(writtenAt));
    const asked = writtenToday.findLast(({ toldBefore }) => toldBefore !== undefined);
    const aboutToday = writtenToday.filter(({ at }) => isToday(at));
    const asksWeeks = asked === undefined || isWorse(tells, aboutToday);
    // A kind that was never written is looked for in all of ten years: only when it is needed.
    const newest = await record.newestOf(['assessment', ...(needsActivities ? [activitiesKind] : [])]);
    const assessed = newest.get('assessment');
    return {
      entries: asksWeeks ? await entriesSince(longLookBack) : short,
      asksWeeks,
      toldBefore: asked?.toldBefore ?? [],
      assessment: watchedAssessment(assessed, now, dayStart),
      answers: savedAnswers(assessed),
      activities: savedActivities(newest.get(activitiesKind)?.body),
    };
  } catch (error) {
    if (error instanceof RecordError) return { ...nothing, problem: error };
    throw error;
  }
}

/**
 * Whether a new entry makes this day worse than it was when weeks were counted last: by half a point in the mean, less is
 * nothing, or in how much it stops the person. What is told for the first time of the day always counts.
 */
function isWorse({ usual, interference }: KnownBeforeView['tells'], day: readonly SavedEntry[]): boolean {
  const usualOf = (entries: readonly SavedEntry[]) => entries.flatMap((entry) => entry.usual ?? []);
  const counted = day.flatMap((entry, place) =>
    entry.toldBefore === undefined ? [] : (meanOf(usualOf(day.slice(0, place + 1))) ?? []),
  );
  const now = usual === undefined ? undefined : meanOf([...usualOf(day), usual]);
  const limits = day.flatMap((entry) => entry.interference ?? []);
  return (
    (now !== undefined && now >= Math.max(...counted) + halfPoint) ||
    (interference !== undefined && interference > Math.max(...limits))
  );
}

const halfPoint = 0.5;

function dayOf({ clock }: Context, at: number, dayStart: number): number {
  return personDay({ at, offsetMinutes: clock.offsetMinutes(at) }, dayStart);
}

function watchedAssessment(
  event: RecordedEvent | undefined,
  now: number,
  dayStart: number,
): WatchedAssessment | undefined {
  const summary = summaryOf(event);
  const moment = event === undefined ? undefined : momentOf(event.at);
  if (summary === undefined || moment === undefined) return undefined;
  const isGrave = summary.urgency === 'urgent' || summary.urgency === 'emergency';
  return {
    answers: withDropped(savedAnswers(event), fieldsOf(event?.body).countsWithDropped, productKnowledge()),
    summary,
    day: personDay(moment, dayStart),
    isCurrent: (summary.complete || isGrave) && now - moment.at <= assessmentLifetimeMilliseconds,
  };
}
