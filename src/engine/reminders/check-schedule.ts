import type { ReminderTables, Schedule, When } from '../../data/reminder-schema.ts';
import { lengthText } from './length-text.ts';
import { candidatesBySchedule, type ReminderSettings } from './occurrences.ts';
import type { Barred } from './planned-time.ts';
import { windowText } from './read-windows.ts';
import { windowLength } from './slots.ts';

const day = 24 * 60 * 60_000;
/** A week without a change of the clocks, from a Monday on. */
const week = 11 * day;
/** Closer together they would be noise. */
const closest = 5;
/** Lengths that people ask for, in minutes. */
const roundLengths = [30, 45, 60, 90, 120, 180, 240, 360];

interface Surroundings {
  readonly others: readonly Schedule[];
  readonly settings: ReminderSettings;
  readonly tables: Pick<ReminderTables, 'kinds' | 'caps' | 'quiet'>;
}

/** Why a schedule can never come, and what is worth knowing of one that can; whole sentences. */
export function scheduleProblems(
  schedule: Schedule,
  { others, settings, tables }: Surroundings,
): { readonly refused: readonly string[]; readonly notes: readonly string[] } {
  const { when } = schedule;
  const never = when.kind === 'at' ? undefined : doesNotFit(when);
  if (never !== undefined) return { refused: [never], notes: [] };
  /** For each schedule, the given one first, what bars each of its times. */
  const barredOf = (all: readonly Schedule[]) =>
    candidatesBySchedule({
      schedules: all,
      settings: { ...settings, daysOff: [] },
      tables,
      from: week,
      to: week + 7 * day,
      offsetMinutes: () => 0,
    }).map((candidates) => candidates.map(({ barred }) => barred));
  const ownOf = (each: Schedule) => barredOf([anyDay(each), ...others])[0] ?? [];
  const barred = ownOf(schedule);
  const quiet = (settings.quiet ?? tables.quiet).map(windowText).join(', ');
  const inQuiet = barred.filter((why) => why === 'quiet').length;
  if (inQuiet === barred.length)
    return { refused: [`All its times lie in your quiet hours (${quiet}).`], notes: [] };
  const overCap = barred.filter(isOverCap).length;
  const kind = tables.kinds.find(({ id }) => id === schedule.kind);
  const cap = tables.caps[kind?.cap ?? 'other'];
  if (inQuiet + overCap === barred.length)
    return {
      refused: [
        `At most ${cap} reminders of this kind come in a day, and yours fill that already. Let some of them come less often first.`,
      ],
      notes: [],
    };
  const before = barredOf(others);
  const crowdedOut = (by: Schedule) =>
    barredOf([anyDay(by), ...others])
      .slice(1)
      .flatMap((after, place) => {
        const more = after.filter(isOverCap).length - (before[place]?.filter(isOverCap).length ?? 0);
        return more > 0 ? [`${others[place]?.id} (${more} a week)`] : [];
      });
  const rarer = crowdedOut(schedule);
  return {
    refused: [],
    notes: [
      ...(inQuiet > 0 ? [`Some of its times lie in your quiet hours (${quiet}): those do not come.`] : []),
      ...(overCap > 0
        ? [
            `With your others that is more than ${cap} a day of this sort: ${overCap} a week do not come.`,
            ...rarerNote(
              schedule,
              (each) => !ownOf(each).includes('over-cap') && crowdedOut(each).length === 0,
            ),
          ]
        : []),
      ...(rarer.length > 0
        ? [`At most ${cap} a day of this sort come, so these come less often now: ${rarer.join(', ')}.`]
        : []),
      ...(when.kind === 'every' ? distanceNote(when.minutes, kind?.every) : []),
    ],
  };
}

/** The same without the dates that it keeps to. */
function anyDay({ on: _, ...schedule }: Schedule): Schedule {
  return { ...schedule, except: [] };
}

function isOverCap(barred: Barred | undefined): boolean {
  return barred === 'over-cap';
}

function doesNotFit(when: Exclude<When, { kind: 'at' }>): string | undefined {
  const longest = Math.max(...when.windows.map(windowLength));
  const stretches = when.windows.map(windowText).join(', ');
  if (when.kind === 'every')
    return when.minutes < longest
      ? undefined
      : `Every ${lengthText(when.minutes)} never comes between ${stretches}: the first would be ${lengthText(when.minutes)} after the start.`;
  const total = when.windows.reduce((sum, window) => sum + windowLength(window), 0);
  return total / when.count < closest
    ? `${when.count} times do not fit between ${stretches}: that is less than ${closest} minutes for each.`
    : undefined;
}

/** The most often that all of its times come, as a command; nothing where no rarer one does. */
function rarerNote(schedule: Schedule, isFree: (schedule: Schedule) => boolean): string[] {
  const { id, when } = schedule;
  const rarer =
    when.kind === 'at'
      ? []
      : when.kind === 'every'
        ? roundLengths.map((minutes) => ({ ...when, minutes })).filter((each) => each.minutes > when.minutes)
        : Array.from({ length: when.count - 1 }, (_, less) => ({ ...when, count: when.count - 1 - less }));
  const best = rarer.find((each) => doesNotFit(each) === undefined && isFree({ ...schedule, when: each }));
  if (best === undefined) return [];
  const flag = best.kind === 'every' ? `--every ${lengthText(best.minutes)}` : `--times ${best.count}/day`;
  return [`All of them would come with: backcare remind change ${id} ${flag}`];
}

function distanceNote(
  minutes: number,
  usual: { readonly from: number; readonly until: number } | undefined,
): string[] {
  if (usual === undefined || (usual.from <= minutes && minutes <= usual.until)) return [];
  return [`Usual for this sort is every ${lengthText(usual.from)} to ${lengthText(usual.until)}.`];
}
