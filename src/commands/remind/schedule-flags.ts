import type { DateRange, Weekday, When, Window } from '../../data/reminder-schema.ts';
import { readDateRanges, readDays } from '../../engine/reminders/read-days.ts';
import { readAt, readEvery, readLead, readTimes } from '../../engine/reminders/read-when.ts';
import { readWindows } from '../../engine/reminders/read-windows.ts';
import type { Reading } from '../../engine/reminders/reading.ts';
import { InputError } from '../../errors.ts';
import type { GlobalFlags } from '../flags.ts';
import { nearest } from '../nearest.ts';

/** When a reminder comes, as typed. */
export interface ScheduleFlags extends GlobalFlags {
  readonly every?: string;
  readonly times?: string;
  readonly at?: string;
  readonly days?: string;
  readonly between?: string;
  readonly except?: string;
  readonly lead?: string;
  readonly says?: string;
  readonly cue?: string;
  readonly name?: string;
}

/** The same, read; what was not typed is left out. */
export interface GivenSchedule {
  readonly every?: number;
  readonly times?: number;
  readonly at?: readonly number[];
  readonly windows?: readonly Window[];
  readonly days?: readonly Weekday[];
  readonly except?: readonly DateRange[];
  readonly lead?: number;
  readonly says?: string;
  /** Empty: none. */
  readonly cue?: string;
}

const examples = {
  '--every': '--every 45m',
  '--times': '--times 5/day',
  '--at': '--at 20:30',
  '--between': '--between 09:00-12:30,13:30-17:30',
  '--days': '--days mon-fri',
  '--except': '--except 2026-12-24..2027-01-02',
  '--lead': '--lead 10m',
} as const;
const wordExamples = { '--says': 'Walk to the post', '--cue': 'after lunch' } as const;
/** A text of the person's own stands on one line of a notice. */
const longestWords = 60;

/** Reads the flags. Throws `InputError` that names the flag, says what was meant, and shows one that works. */
export function readScheduleFlags(flags: ScheduleFlags): GivenSchedule {
  const rhythms = (['every', 'times', 'at'] as const).filter((name) => flags[name] !== undefined);
  if (rhythms.length > 1)
    throw new InputError(`${rhythms.map((name) => `--${name}`).join(' and ')} do not go together.`, {
      reason: 'A reminder comes every so often, so many times a day, or at set times.',
      next: 'Two reminders of one kind need two names: see backcare remind add --help',
    });
  if (flags.at !== undefined && flags.between !== undefined)
    throw new InputError('--at and --between do not go together.', {
      reason: 'A set time needs no hours around it.',
      next: 'Use --between with --every or --times.',
    });
  return {
    ...given('every', flags.every, (text) => readValue('--every', text, readEvery(text))),
    ...given('times', flags.times, (text) => readValue('--times', text, readTimes(text))),
    ...given('at', flags.at, (text) => readValue('--at', text, readAt(text))),
    ...given('windows', flags.between, (text) => readValue('--between', text, readWindows(text))),
    ...given('days', flags.days, (text) => readValue('--days', text, readDays(text, nearest))),
    ...given('except', flags.except, (text) =>
      isNone(text) ? [] : readValue('--except', text, readDateRanges(text)),
    ),
    ...given('lead', flags.lead, (text) => readValue('--lead', text, readLead(text))),
    ...given('says', flags.says, (text) => ownWords('--says', text)),
    ...given('cue', flags.cue, (text) => (isNone(text) ? '' : ownWords('--cue', text))),
  };
}

/**
 * When it comes, of what was typed and what holds otherwise.
 *
 * @param before the rhythm that it has, or the usual one of its kind
 */
export function whenOf({ every, times, at, windows }: GivenSchedule, before: When): When {
  const hours = windows ?? (before.kind === 'at' ? workingDay : before.windows);
  if (every !== undefined) return { kind: 'every', minutes: every, windows: hours };
  if (times !== undefined) return { kind: 'times', count: times, windows: hours };
  if (at !== undefined) return { kind: 'at', at };
  if (windows === undefined) return before;
  if (before.kind === 'at')
    throw new InputError('--between needs --every or --times beside it.', {
      reason: 'This one comes at set times, which need no hours around them.',
      next: 'For example: --every 45m --between 09:00-12:30,13:30-17:30',
    });
  return { ...before, windows };
}

/** Where nobody says when a day begins and ends. */
const workingDay: readonly Window[] = [{ from: 9 * 60, until: 18 * 60 }];

/** What was read, or the refusal with the flag, the reason and an example. */
function readValue<Value>(flag: keyof typeof examples, typed: string, reading: Reading<Value>): Value {
  if (reading.kind === 'read') return reading.value;
  throw new InputError(`${flag} cannot be ${JSON.stringify(typed)}.`, {
    reason: reading.why,
    next: `For example: ${examples[flag]}`,
  });
}

function given<Name extends string, Value>(
  name: Name,
  typed: string | undefined,
  read: (text: string) => Value,
): { readonly [name in Name]?: Value } {
  const fields: { [name in Name]?: Value } = {};
  if (typed !== undefined) fields[name] = read(typed);
  return fields;
}

function isNone(text: string): boolean {
  return text.trim().toLowerCase() === 'none';
}

/** Words of the person's own for one line. Throws `InputError` that names the flag. */
function ownWords(flag: keyof typeof wordExamples, text: string): string {
  const words = text.trim().replace(/\s+/g, ' ');
  const why =
    words === ''
      ? 'has no words'
      : /\p{Cc}/u.test(words)
        ? 'has a hidden character, such as an escape code'
        : [...words].length > longestWords
          ? `is too long: ${longestWords} letters at most`
          : undefined;
  if (why === undefined) return words;
  throw new InputError(`${flag} ${why}.`, { next: `For example: ${flag} "${wordExamples[flag]}"` });
}
