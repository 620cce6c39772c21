import type { Context, Preferences, RecordedEvent } from '../../context.ts';
import type { Window } from '../../data/reminder-schema.ts';
import { reminderTables } from '../../data/reminder-tables.ts';
import { personDay } from '../../engine/log/person-day.ts';
import { newestLog, savedEntry } from '../../engine/log/saved-entry.ts';
import { type PlanInput, planReminders, type ReminderPlan } from '../../engine/reminders/plan-reminders.ts';
import { reminderKinds } from '../../engine/reminders/reminder-events.ts';
import {
  historyDays,
  type ReminderHistory,
  reminderHistory,
} from '../../engine/reminders/reminder-history.ts';
import type { OffsetMinutes } from '../../engine/reminders/wall-time.ts';
import { type LastAssessment, lastAssessment } from '../standing.ts';

const day = 24 * 60 * 60 * 1000;
/** Schedules, settings and pauses: rare, and good however old they are. */
const lasting = [reminderKinds.schedule, reminderKinds.settings, reminderKinds.pause, reminderKinds.lull];
const daily = [reminderKinds.shown, reminderKinds.answer, reminderKinds.missed, 'log', 'practice'];
/** What a person may do without ever answering a reminder: they are there. */
const signs = [
  'assessment',
  'check-in',
  'practice-after',
  'recovery-tick',
  'recovery-flare',
  'recovery-pause',
  'stress-tick',
  'stress-review',
];

/** Reminders as the record has them, and what they come to now. */
export interface KeptReminders {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly offsetMinutes: OffsetMinutes;
  readonly last: LastAssessment;
  /** Newest pain of today or yesterday. */
  readonly pain: number | undefined;
  readonly history: ReminderHistory;
  /** Quiet hours that hold. */
  readonly quiet: readonly Window[];
  /** Those of the stress plan rest with it. */
  readonly stressRests: boolean;
  readonly plan: ReminderPlan;
  /** What the plan was made of. */
  readonly planInput: PlanInput;
}

/**
 * Reads the record from its end. Throws `RecordError`.
 *
 * @param lastTick when reminders were last looked after, for what was missed since
 */
export async function keptReminders(
  ctx: Context,
  preferences: Pick<Preferences, 'dayStart'>,
  lastTick?: number,
): Promise<KeptReminders> {
  const last = await lastAssessment(ctx, preferences);
  const record = await ctx.record();
  const now = ctx.clock.now();
  const offsetMinutes = (at: number) => ctx.clock.offsetMinutes(at);
  const rare = await record.since(lasting, 0);
  const recent = rare.length === 0 ? [] : await record.since([...daily, ...signs], now - historyDays * day);
  // Written order: of two in one instant the later one counts.
  const events = [...recent.toReversed(), ...rare.toReversed()];
  const history = reminderHistory(events);
  const pain = painNow(recent, { now, offsetMinutes }, preferences);
  const awake = history.schedules.filter(({ kind }) => kind !== 'stress');
  // A plan that asks for nothing sends nobody.
  const rests =
    awake.length < history.schedules.length &&
    (await (await import('./stress-rests.ts')).stressRests(ctx, preferences));
  const planInput: PlanInput = {
    history: rests ? { ...history, schedules: awake } : history,
    tables: reminderTables,
    circumstances: { standing: last.standing, ...(pain === undefined ? {} : { pain }) },
    ...(lastTick === undefined ? {} : { lastTick }),
    now,
    offsetMinutes,
  };
  const plan = planReminders(planInput);
  return {
    now,
    offsetMinutes,
    last,
    pain,
    history,
    quiet: history.settings.quiet ?? reminderTables.quiet,
    stressRests: rests,
    plan: rests && plan.why.kind === 'no-schedules' ? { ...plan, why: { kind: 'stress-rests' } } : plan,
    planInput,
  };
}

function painNow(
  events: readonly RecordedEvent[],
  { now, offsetMinutes }: Pick<KeptReminders, 'now' | 'offsetMinutes'>,
  { dayStart }: Pick<Preferences, 'dayStart'>,
): number | undefined {
  const entries = events
    .filter(({ kind }) => kind === 'log')
    .map(savedEntry)
    .filter(({ at, usual }) => at <= now && usual !== undefined);
  const newest = newestLog(entries.toReversed());
  if (newest === undefined) return undefined;
  const today = personDay({ at: now, offsetMinutes: offsetMinutes(now) }, dayStart);
  return today - personDay(newest, dayStart) <= 1 ? newest.usual : undefined;
}
