import type {
  DateRange,
  ReminderKindId,
  Schedule,
  Weekday,
  When,
  Window,
} from '../../data/reminder-schema.ts';
import { fieldsOf } from '../log/saved-entry.ts';
import { dayOfDate } from '../recovery/recovery-events.ts';
import { minutesOfDay } from './wall-time.ts';

/**
 * Readers of what another version, or a hand, may have written. A schedule that cannot be told is undefined: one that comes
 * at a wrong time would be worse.
 */
const kindIds: { readonly [id in ReminderKindId]: true } = {
  break: true,
  upright: true,
  hamstring: true,
  routine: true,
  walk: true,
  breathe: true,
  evening: true,
  weekly: true,
  stress: true,
  'wind-down': true,
  recovery: true,
  clinician: true,
  heat: true,
  own: true,
};
const weekdays: { readonly [day in Weekday]: true } = {
  mon: true,
  tue: true,
  wed: true,
  thu: true,
  fri: true,
  sat: true,
  sun: true,
};
const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const shortest = 5;
const longest = 720;
const most = 24;

export function savedSchedule(value: unknown): Schedule | undefined {
  const { id, kind, name, starts, says, cue, when, on, days, except, lead, evenInQuiet } = fieldsOf(value);
  if (typeof id !== 'string' || !idForm.test(id)) return undefined;
  const read = savedWhen(when);
  const known = Array.isArray(days) ? days.filter(isWeekday) : [];
  if (read === undefined || known.length === 0) return undefined;
  return {
    id,
    // A kind that only a newer version knows is at least a reminder.
    kind: isKind(kind) ? kind : 'own',
    name: isText(name) ? name : id,
    ...(isText(starts) ? { starts } : {}),
    ...(isText(says) ? { says } : {}),
    ...(isText(cue) ? { cue } : {}),
    when: read,
    ...(typeof on === 'string' && dayOfDate(on) !== undefined ? { on } : {}),
    days: known,
    except: savedDateRanges(except),
    lead: isWhole(lead, 0, longest) ? lead : 0,
    ...(evenInQuiet === true ? { evenInQuiet } : {}),
  };
}

export function savedWindows(value: unknown): readonly Window[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => {
    const { from, until } = fieldsOf(each);
    return isWhole(from, 0, minutesOfDay - 1) && isWhole(until, 0, minutesOfDay) && from !== until
      ? [{ from, until }]
      : [];
  });
}

export function savedDateRanges(value: unknown): readonly DateRange[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => {
    const { from, until } = fieldsOf(each);
    const isRange = dayOfDate(from) !== undefined && dayOfDate(until) !== undefined;
    return isRange && typeof from === 'string' && typeof until === 'string' ? [{ from, until }] : [];
  });
}

function savedWhen(value: unknown): When | undefined {
  const { kind, minutes, count, at, windows } = fieldsOf(value);
  if (kind === 'at') {
    const times = Array.isArray(at) ? at.filter((each) => isWhole(each, 0, minutesOfDay - 1)) : [];
    const inOrder = [...new Set(times)].sort((one, other) => one - other);
    return inOrder.length === 0 ? undefined : { kind, at: inOrder };
  }
  const known = savedWindows(windows);
  if (known.length === 0) return undefined;
  if (kind === 'every' && isWhole(minutes, shortest, longest)) return { kind, minutes, windows: known };
  return kind === 'times' && isWhole(count, 1, most) ? { kind, count, windows: known } : undefined;
}

function isWhole(value: unknown, from: number, until: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= until;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isKind(value: unknown): value is ReminderKindId {
  return typeof value === 'string' && Object.hasOwn(kindIds, value);
}

function isWeekday(value: unknown): value is Weekday {
  return typeof value === 'string' && Object.hasOwn(weekdays, value);
}
