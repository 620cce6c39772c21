import type { Context, Preferences, Record, RecordedEvent } from '../../context.ts';
import { exerciseTables } from '../../data/exercise-tables.ts';
import type { PatternId, SubtypeId } from '../../data/schema.ts';
import type { Answers } from '../../engine/answers.ts';
import { dayMilliseconds, daysBetween } from '../../engine/day-count.ts';
import { dayInWords } from '../../engine/instant.ts';
import type { Knowledge } from '../../engine/knowledge.ts';
import {
  type AssessmentSummary,
  assessmentLifetimeMilliseconds,
  type Standing,
} from '../../engine/permissions.ts';
import { stopSigns } from '../../engine/routine/after-session.ts';
import { type DatedAnswers, type PlanningFlags, raisedFlags } from '../../engine/routine/raised-flags.ts';
import { productKnowledge } from '../knowledge.ts';
import { knownCheck } from '../standing.ts';
import {
  aroundKind,
  fieldsOf,
  practiceAfterKind,
  practiceKind,
  type SavedPractice,
  savedAnswers,
  savedPractices,
  signsKind,
} from './stretch-record.ts';

/** What the record says about this body today, as far as a routine depends on it. */
export interface BodyToday {
  readonly now: number;
  /** "Sun 22 Nov". */
  readonly today: string;
  /** Hour of the person's clock, 0 to 23. */
  readonly hour: number;
  /** Counts the days of the person, so that each has its own choice of exercises. */
  readonly dayNumber: number;
  readonly knowledge: Knowledge;
  readonly summary: AssessmentSummary | undefined;
  readonly standing: Standing;
  /** A newer assessment may have stood where the record cannot be read. */
  readonly mayBeLost: boolean;
  /** Id of the newest assessment, where it was finished. */
  readonly answeredBy: string | undefined;
  /** Whole days of the person since the newest assessment; 0 when there is none. */
  readonly daysAgo: number;
  readonly assessment: (DatedAnswers & { readonly isCurrent: boolean }) | undefined;
  /** What it fits, likeliest first. */
  readonly fitting: readonly PatternId[];
  readonly subtypes: readonly SubtypeId[];
  readonly around: DatedAnswers | undefined;
  /** "Anything I should plan around?" is to be asked: never was, 12 weeks ago, or before the newest assessment. */
  readonly isAroundDue: boolean;
  /** The seven lines were answered with none today. */
  readonly signsAskedToday: boolean;
  /** A danger sign was ticked or came up in a session, and no finished assessment was made since: no session until then. */
  readonly isStoppedBySign: boolean;
  /** Sessions of the last five weeks, newest first. */
  readonly practices: readonly SavedPractice[];
  /** Days of the person since that moment: 0 today. */
  daysSince(at: number): number;
}

/** What is read of the record for it. */
export type RecordOfBody = Pick<Record, 'newestOf' | 'since' | 'mayHaveLost'>;

const recentMilliseconds = 35 * dayMilliseconds;

/** Reads the record from its end. Throws `RecordError` when it cannot be read: a routine must not forget a "no". */
export async function bodyToday(
  ctx: Pick<Context, 'clock'> & { record(): Promise<RecordOfBody> },
  { dayStart }: Pick<Preferences, 'dayStart'>,
): Promise<BodyToday> {
  const record = await ctx.record();
  const now = ctx.clock.now();
  const offsetMinutes = ctx.clock.offsetMinutes(now);
  const knowledge = productKnowledge();
  const newest = await record.newestOf(['assessment', aroundKind, signsKind]);
  const practices = await record.since([practiceKind, practiceAfterKind], now - recentMilliseconds);
  const moment = (at: number) => ({ at, offsetMinutes: ctx.clock.offsetMinutes(at) });
  const daysSince = (at: number) => daysBetween(moment(at), moment(now), dayStart);
  const dated = (event: RecordedEvent): DatedAnswers => {
    const at = Date.parse(event.at);
    return {
      answers: savedAnswers(event),
      daysSince: daysSince(at),
      on: dayInWords(at, ctx.clock.offsetMinutes(at)),
    };
  };
  const assessed = newest.get('assessment');
  const { summary, standing, mayBeLost, answeredBy } = await knownCheck(record, assessed, now);
  const cleared = clearedAt(summary, assessed);
  // A sign that came up stands until it is cleared, however long ago that was.
  const afters = await record.since([practiceAfterKind], cleared);
  const asked = newest.get(aroundKind);
  const signs = newest.get(signsKind);
  return {
    now,
    today: dayInWords(now, offsetMinutes),
    hour: new Date(now + offsetMinutes * 60_000).getUTCHours(),
    dayNumber: daysBetween({ at: 0, offsetMinutes: 0 }, moment(now), dayStart),
    knowledge,
    summary,
    standing,
    mayBeLost,
    answeredBy,
    daysAgo: summary === undefined ? 0 : daysSince(summary.at),
    assessment:
      assessed === undefined ? undefined : { ...dated(assessed), isCurrent: standing === 'cleared' },
    ...fitOf(assessed, knowledge),
    around: asked === undefined ? undefined : dated(asked),
    isAroundDue: isDue(asked, assessed, now),
    signsAskedToday: signs !== undefined && !isTick(signs) && daysSince(Date.parse(signs.at)) === 0,
    isStoppedBySign:
      (isTick(signs) && isAfter(signs, cleared)) ||
      afters.some((event) => isGrave(event) && isAfter(event, cleared)),
    practices: savedPractices(practices),
    daysSince,
  };
}

/** When the newest assessment cleared what came before it: one that was not finished clears nothing. */
function clearedAt(summary: AssessmentSummary | undefined, assessed: RecordedEvent | undefined): number {
  return summary?.complete === true && assessed !== undefined ? Date.parse(assessed.at) : 0;
}

function isAfter(event: RecordedEvent | undefined, at: number): boolean {
  return event !== undefined && Date.parse(event.at) > at;
}

/** After this session a sign was reported that needs help at once. */
function isGrave({ body }: RecordedEvent): boolean {
  const { stopSign } = fieldsOf(body);
  return stopSigns.some(({ id, urgency }) => id === stopSign && urgency === 'emergency');
}

/** The newest answer to the seven lines holds, so one that was ticked by mistake is taken back by answering again. */
function isTick(signs: RecordedEvent | undefined): boolean {
  const { sign } = fieldsOf(signs?.body);
  return typeof sign === 'string' && sign !== 'none';
}

function isDue(asked: RecordedEvent | undefined, assessed: RecordedEvent | undefined, now: number): boolean {
  if (asked === undefined) return true;
  const at = Date.parse(asked.at);
  if (now - at > assessmentLifetimeMilliseconds) return true;
  return assessed !== undefined && Date.parse(assessed.at) > at;
}

function fitOf(
  assessed: RecordedEvent | undefined,
  knowledge: Knowledge,
): Pick<BodyToday, 'fitting' | 'subtypes'> {
  const { patterns, subtypes } = fieldsOf(assessed?.body);
  const fits = Array.isArray(patterns) ? patterns.map((each) => fieldsOf(each).id) : [];
  const kinds: readonly unknown[] = Array.isArray(subtypes) ? subtypes : [];
  return {
    fitting: fits.flatMap((id) => knowledge.patterns.find((known) => known.id === id)?.id ?? []),
    subtypes: kinds.flatMap((id) => knowledge.subtypes.find((known) => known.id === id)?.id ?? []),
  };
}

/**
 * What to plan around, with the pain as it is said now.
 *
 * @param around answers of today; left out, those of the record count
 */
export function flagsToday(body: BodyToday, painNow: number | undefined, around?: Answers): PlanningFlags {
  return raisedFlags({
    flags: exerciseTables.flags,
    knowledge: body.knowledge,
    assessment: body.assessment,
    around: around === undefined ? body.around : { answers: around, daysSince: 0, on: body.today },
    painNow,
  });
}
