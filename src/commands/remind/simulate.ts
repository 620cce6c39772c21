import type { Context } from '../../context.ts';
import type { Schedule } from '../../data/reminder-schema.ts';
import { reminderTables } from '../../data/reminder-tables.ts';
import { simulationDocument, simulationJson } from '../../documents/remind-simulation.ts';
import { dayOfDate } from '../../engine/recovery/recovery-events.ts';
import { readWindows } from '../../engine/reminders/read-windows.ts';
import { readZone } from '../../engine/reminders/read-zone.ts';
import type { ReminderHistory } from '../../engine/reminders/reminder-history.ts';
import { asleepIn, type Simulated, simulateReminders } from '../../engine/reminders/simulate.ts';
import {
  dayOfWall,
  instantOfWall,
  minutesOfDay,
  type OffsetMinutes,
  wallOf,
} from '../../engine/reminders/wall-time.ts';
import { exitCodes, InputError } from '../../errors.ts';
import type { RemindContext } from '../../reminder-delivery.ts';
import type { GlobalFlags } from '../flags.ts';
import { nearest } from '../nearest.ts';
import { calendarSeries } from './calendar.ts';
import { openReminders, type RemindRun } from './open-reminders.ts';
import { besideFile, remindWorld } from './remind-world.ts';

export interface SimulateFlags extends GlobalFlags {
  readonly from?: string;
  readonly to?: string;
  readonly zone?: string;
  readonly asleep?: string;
  readonly plan?: string;
  readonly unanswered?: boolean;
  readonly ics?: boolean;
}

const longestDays = 800;
/** Longer than these it takes more than a moment. */
const longWhile = 60 * 24 * 60 * 60 * 1000;
const example = 'backcare remind simulate --from 2026-10-03 --to 2026-10-05 --zone Australia/Sydney';

/** Every reminder that would come in a stretch of days, anywhere. Gives the exit code. */
export async function runSimulate(flags: SimulateFlags, ctx: RemindContext): Promise<number> {
  const { zone, offsetMinutes } = await zoneFrom(flags.zone, ctx);
  const range = rangeFrom(flags, ctx.clock.now(), offsetMinutes);
  const asleep = flags.asleep === undefined ? [] : windowsFrom(flags.asleep);
  const schedules = flags.plan === undefined ? undefined : planFrom(flags.plan);
  const world = remindWorld(flags, ctx);
  const run = await openReminders(flags.ics === true ? besideFile(world) : world);
  if (run === undefined) return exitCodes.answered;
  const history = historyFor(run, schedules, range.from);
  if (history.schedules.length === 0)
    throw new InputError('No reminder is set, so none would come.', {
      next: 'A ready plan can be tried out: backcare remind simulate --plan few',
    });
  if (range.to - range.from > longWhile && ctx.io.errorIsTerminal)
    ctx.io.err('Living through those days: a few seconds …\n');
  const list = simulateReminders({
    history,
    tables: reminderTables,
    circumstances: { standing: 'cleared' },
    from: range.from,
    to: range.to,
    offsetMinutes,
    isAwake: asleep.length === 0 ? () => true : negated(asleepIn(asleep, offsetMinutes)),
    ...(flags.unanswered === true ? { respond: () => undefined } : {}),
  });
  const view = {
    list,
    schedules: history.schedules,
    offsetMinutes,
    zone,
    isAnswered: flags.unanswered !== true,
    ...range,
  };
  if (flags.ics === true) ctx.io.out(await calendarOf(list, history, offsetMinutes, ctx));
  else if (flags.json === true) ctx.io.out(`${JSON.stringify(simulationJson(view, ctx.version), null, 2)}\n`);
  else await world.show(simulationDocument(view));
  return exitCodes.answered;
}

/** As set from the first of those days on, and without a pause. What was answered stays answered. */
function historyFor(
  { kept: { history } }: RemindRun,
  schedules: readonly Schedule[] | undefined,
  from: number,
): ReminderHistory {
  const set = (schedules ?? history.schedules).map((schedule) => ({ ...schedule, since: from }));
  return { ...history, schedules: set, pauses: [] };
}

/** When each was shown, which is later than its time where the computer slept. */
async function calendarOf(
  list: readonly Simulated[],
  { schedules, settings }: ReminderHistory,
  offsetMinutes: OffsetMinutes,
  ctx: RemindContext,
): Promise<string> {
  const shown = list.flatMap((each) =>
    each.kind === 'shown'
      ? each.due.map(({ occurrence }) => ({ ...occurrence, slot: wallOf(each.at, offsetMinutes) }))
      : [],
  );
  const atOnce = schedules.map((schedule) => ({ ...schedule, lead: 0 }));
  const series = calendarSeries(shown, atOnce, offsetMinutes, settings.openWords);
  return (await ctx.reminders()).calendar('backcare, simulated', series);
}

async function zoneFrom(
  typed: string | undefined,
  { clock }: Pick<Context, 'clock'>,
): Promise<{ readonly zone: string; readonly offsetMinutes: OffsetMinutes }> {
  if (typed === undefined) return { zone: clock.zone(), offsetMinutes: (at) => clock.offsetMinutes(at) };
  const { allZones, offsetsOf, otherZone } = await import('./zone-offsets.ts');
  const reading = readZone(typed, allZones(), nearest);
  const zone = reading.kind === 'read' ? reading.value : otherZone(typed);
  if (zone !== undefined) return { zone, offsetMinutes: offsetsOf(zone) };
  throw new InputError(`--zone cannot be ${JSON.stringify(typed)}.`, {
    ...(reading.kind === 'refused' ? { reason: reading.why } : {}),
    next: `For example: ${example}`,
  });
}

function rangeFrom({ from, to }: SimulateFlags, now: number, offsetMinutes: OffsetMinutes) {
  const today = dayOfWall(wallOf(now, offsetMinutes));
  const first = from === undefined ? today : dayFrom('--from', from, today);
  const last = to === undefined ? first + 6 : dayFrom('--to', to, today);
  if (last < first)
    throw new InputError('--to is before --from.', {
      reason: 'There is no day between them.',
      next: `For example: ${example}`,
    });
  if (last - first >= longestDays)
    throw new InputError('That is too long a time.', {
      reason: `It takes ${longestDays} days at most.`,
      next: `For example: ${example}`,
    });
  return {
    from: instantOfWall(first * minutesOfDay, offsetMinutes),
    to: instantOfWall((last + 1) * minutesOfDay, offsetMinutes),
  };
}

function dayFrom(flag: string, typed: string, today: number): number {
  const near: { readonly [word: string]: number } = { yesterday: -1, today: 0, tomorrow: 1 };
  const word = typed.trim().toLowerCase();
  const away = Object.hasOwn(near, word) ? near[word] : undefined;
  const day = away === undefined ? dayOfDate(word) : today + away;
  if (day !== undefined) return day;
  throw new InputError(`${flag} cannot be ${JSON.stringify(typed)}.`, {
    reason: 'It is today, tomorrow, yesterday, or a date such as 2026-12-06.',
    next: `For example: ${example}`,
  });
}

function windowsFrom(typed: string) {
  const reading = readWindows(typed);
  if (reading.kind === 'read') return reading.value;
  throw new InputError(`--asleep cannot be ${JSON.stringify(typed)}.`, {
    reason: reading.why,
    next: 'For example: --asleep 22:00-07:00',
  });
}

function planFrom(typed: string): readonly Schedule[] {
  const plans = [reminderTables.few, reminderTables.article, ...reminderTables.plans];
  const word = typed.trim().toLowerCase();
  const found = plans.find(({ id }) => id === word);
  if (found !== undefined) return found.schedules;
  const near = nearest(
    word,
    plans.map(({ id }) => id),
  );
  throw new InputError(`There is no ready plan ${JSON.stringify(typed)}.`, {
    reason:
      near === undefined ? `There are: ${plans.map(({ id }) => id).join(', ')}.` : `Did you mean "${near}"?`,
    next: 'For example: backcare remind simulate --plan few',
  });
}

function negated(isAsleep: (at: number) => boolean): (at: number) => boolean {
  return (at) => !isAsleep(at);
}
