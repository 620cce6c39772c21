import type { Context, Preferences, RecordedEvent } from '../../context.ts';
import { exerciseTables } from '../../data/exercise-tables.ts';
import { recoveryTables } from '../../data/recovery-tables.ts';
import { assess } from '../../engine/assessment.ts';
import { dayMilliseconds, type LocalMoment } from '../../engine/day-count.ts';
import { personDay } from '../../engine/log/person-day.ts';
import { momentOf, savedEntry } from '../../engine/log/saved-entry.ts';
import { checkInKind } from '../../engine/recovery/check-in.ts';
import { answersSigns, dueCheckIn } from '../../engine/recovery/check-in-days.ts';
import { painDays } from '../../engine/recovery/pain-course.ts';
import {
  type RecoveryHistory,
  recoveryHistory,
  recoveryKinds,
} from '../../engine/recovery/recovery-events.ts';
import type { AssessmentFacts, PastSession, RecoveryFacts } from '../../engine/recovery/recovery-facts.ts';
import { type RecoveryToday, recoveryToday } from '../../engine/recovery/recovery-today.ts';
import { toldSearch } from '../concern-glance.ts';
import { type BodyToday, bodyToday } from '../stretch/body-today.ts';

/** The plan as the record has it. */
export interface KeptPlan {
  readonly body: BodyToday;
  /** What `recovery` and `log` kept, newest first. */
  readonly events: readonly RecordedEvent[];
  /** Entries and check-ins with which something was told. */
  readonly told: readonly RecordedEvent[];
  readonly facts: RecoveryFacts;
  readonly today: RecoveryToday;
  /** Day of the check-in that waits; undefined when none does. */
  readonly checkIn: number | undefined;
}

/** As far back as anything counts: the oldest pain that is still new, and flares of eight weeks. */
const lookBackDays = 84;

/** Reads the record from its end, back to where the plan began. Throws `RecordError` when it cannot be read. */
export async function keptPlan(ctx: Context, preferences: Pick<Preferences, 'dayStart'>): Promise<KeptPlan> {
  const { dayStart } = preferences;
  const body = await bodyToday(ctx, preferences);
  const record = await ctx.record();
  const started = await record.newest(recoveryKinds.start);
  const from = body.now - lookBackDays * dayMilliseconds;
  const begun = started === undefined ? from : Math.min(from, Date.parse(started.at));
  const [events = [], told = []] = await record.sinceEach([
    { kinds: [...Object.values(recoveryKinds), 'log', checkInKind], from: begun },
    toldSearch(body.now),
  ]);
  // Of two that were kept in one instant, the one that was written last counts.
  const asWritten = [...events].reverse();
  const offsetMinutes = ctx.clock.offsetMinutes(body.now);
  const today = personDay({ at: body.now, offsetMinutes }, dayStart);
  const assessment = assessmentFacts(body, today);
  const facts: RecoveryFacts = {
    knowledge: body.knowledge,
    assessment,
    now: body.now,
    today,
    days: painDays(
      asWritten
        .filter(({ kind }) => kind === 'log')
        .map(savedEntry)
        // A clock that was set back leaves entries ahead of now: they say nothing yet.
        .filter(({ at }) => at <= body.now),
      dayStart,
    ),
    sessions: pastSessions(body, today),
    history: ofThisSpell(recoveryHistory(asWritten, dayStart), assessment),
    dangerSign: body.isStoppedBySign,
  };
  return {
    body,
    events,
    told,
    facts,
    today: recoveryToday(recoveryTables, exerciseTables, facts),
    checkIn: dueCheckIn(body.daysAgo, answeredCheckIns(events), { at: body.now, offsetMinutes }, dayStart),
  };
}

function answeredCheckIns(events: readonly RecordedEvent[]): readonly LocalMoment[] {
  return events
    .filter(({ kind, body }) => kind === checkInKind && answersSigns(body))
    .flatMap(({ at }) => momentOf(at) ?? []);
}

function assessmentFacts({ assessment, fitting, subtypes, knowledge }: BodyToday, today: number) {
  const answers = assessment?.answers ?? {};
  const facts: AssessmentFacts = {
    answers,
    day: today - (assessment?.daysSince ?? 0),
    fitting,
    // How near they are to each other is not kept, and follows from the answers.
    equal: fitting.length > 1 && assess(answers, knowledge).equal,
    subtypes,
  };
  return facts;
}

/** The morning after a session is told before the next one, and kept with that. */
function pastSessions({ practices, daysSince }: BodyToday, today: number): readonly PastSession[] {
  return practices.map((practice, place) => ({
    day: today - daysSince(practice.at),
    routine: practice.routine,
    painBefore: practice.painBefore,
    painAfter: practice.painAfter,
    compared: practice.feeling,
    stopSign: practice.stopSign,
    finished: practice.finished,
    nextMorning: practices[place - 1]?.morningAfterLast,
  }));
}

/** A plan that was begun long before the newest assessment, and before the pain it tells of, was for another spell. */
function ofThisSpell(
  history: RecoveryHistory,
  { answers, day }: Pick<AssessmentFacts, 'answers' | 'day'>,
): RecoveryHistory {
  const { duration } = answers;
  const onset = typeof duration === 'number' ? day - duration : day - lookBackDays;
  const earliest = Math.min(onset, day - lookBackDays);
  return { ...history, starts: history.starts.filter((start) => start.day >= earliest) };
}
