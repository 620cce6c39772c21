import type { Verdict } from '../data/schema.ts';
import type { SessionId, StressorId, StressTables } from '../data/stress-schema.ts';
import { startOfPersonDay } from '../engine/log/person-day.ts';
import { type Commitment, type Weekday, weekdays } from '../engine/stress/commitment.ts';
import type { Change, Weight } from '../engine/stress/evaluation.ts';
import type { RankedStrategy, StrategyReason } from '../engine/stress/strategies.ts';
import type { StressLine } from '../engine/stress/today-lines.ts';
import type { StressWeek } from '../engine/stress/week.ts';
import { personDayInWords } from './progress-words.ts';

/** What can be run next, in one place. */
export const stressCommands = {
  hideNumber: 'backcare stress-plan --hide-number',
  plan: 'backcare stress-plan',
  again: 'backcare stress-plan --again',
  quick: 'backcare stress-plan --quick',
  done: 'backcare stress-plan done',
  change: 'backcare stress-plan change',
  review: 'backcare stress-plan review',
  addOne: 'backcare stress-plan review --add walk-after-lunch',
  resume: 'backcare stress-plan stop --resume',
  atWork: 'backcare stress-plan at-work',
  breathe: 'backcare stress-plan breathe',
} as const;

const sessions: { readonly [id in SessionId]: string } = {
  'slow-breathing-6': 'Slow breathing, 5 minutes',
  'long-out-breath': 'Long out-breath, 5 minutes',
  'belly-breathing': 'Belly breathing, 5 minutes',
  'double-inhale-sigh': 'Double sigh, 5 minutes',
  'box-breathing': 'Box breathing, 5 minutes',
  'four-seven-eight': '4-7-8 breathing, 2 minutes',
  'progressive-muscle-relaxation': 'Muscle relaxing, 12 minutes',
  'muscle-relaxation-short': 'Short muscle relaxing, 6 minutes',
  'body-scan': 'Body scan, 10 minutes',
  'body-scan-short': 'Short body scan, 3 minutes',
  'calm-place': 'A calm place, 5 minutes',
};

/** "Slow breathing, 5 minutes". */
export function sessionInWords(session: SessionId): string {
  return sessions[session];
}

const dayNames: { readonly [day in Weekday]: string } = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

/** "every day", "on weekdays", "Mon, Wed, Fri", "once". */
export function daysInWords({ days, once }: Pick<Commitment, 'days' | 'once'>): string {
  // Most days or the days of an office: any day will do. A day of the person's own is named.
  if (once === true)
    return days.length >= 5 ? 'once' : `once, ${days.map((day) => dayNames[day]).join(' or ')}`;
  if (days.length === weekdays.length) return 'every day';
  const isWorkdays = days.length === 5 && !days.includes('sat') && !days.includes('sun');
  return isWorkdays ? 'on weekdays' : days.map((day) => dayNames[day]).join(', ');
}

/** "every day · 5 minutes · on a bad day: …", what a commitment asks for. */
export function sizeInWords({ minutes, ...commitment }: Commitment): string {
  const length = minutes === undefined ? [] : [minutes === 1 ? '1 minute' : `${minutes} minutes`];
  return [daysInWords(commitment), ...length].join(' · ');
}

/** "Mon 23 Nov to Sun 29 Nov". */
export function weekInWords({ from, to }: Pick<StressWeek, 'from' | 'to'>): string {
  return from === to ? personDayInWords(from) : `${personDayInWords(from)} to ${personDayInWords(to)}`;
}

const states: { readonly [state in StressLine['state']]: string } = {
  done: 'done',
  small: 'done, small',
  skipped: 'left out',
  open: 'open',
};

export function stateInWords(state: StressLine['state']): string {
  return states[state];
}

/** "on Wed": the next day of the week that it is planned for, after today. */
export function nextDayInWords({ days, once }: Pick<Commitment, 'days' | 'once'>, today: number): string {
  const isDue = (on: number) =>
    days.includes(weekdays[(new Date(startOfPersonDay(on)).getUTCDay() + 6) % 7] ?? 'mon');
  // Once, on a day of its own, and not due: it was done.
  if (once === true && isDue(today)) return 'done';
  for (let ahead = 1; ahead <= weekdays.length; ahead += 1) {
    const day = (new Date(startOfPersonDay(today + ahead)).getUTCDay() + 6) % 7;
    const name = weekdays[day];
    if (name !== undefined && days.includes(name)) return `on ${dayNames[name]}`;
  }
  return '';
}

export const weekWords: { readonly [word in StressWeek['word']]: string } = {
  'good-enough': 'good enough',
  building: 'building',
  'make-it-smaller': 'make it smaller?',
  'so-far': 'so far',
  free: 'free',
};

const weights: { readonly [weight in Weight]: string } = {
  0: 'not at all',
  1: 'a little',
  2: 'quite a bit',
  3: 'a lot',
};
const changes: { readonly [change in Change]: string } = {
  0: 'none of it can be changed now',
  1: 'some of it can be changed',
  2: 'a lot of it can be changed',
};

/** "a lot; some of it can be changed". */
export function weightInWords({
  weight,
  change,
}: {
  readonly weight: Weight;
  readonly change?: Change;
}): string {
  return change === undefined ? weights[weight] : `${weights[weight]}; ${changes[change]}`;
}

/** "too much to do and money": stressors inside a sentence. */
export function stressorsInWords(
  { stressors }: Pick<StressTables, 'stressors'>,
  ids: readonly StressorId[],
): string {
  const words = ids.map((id) => stressors.find((stressor) => stressor.id === id)?.inWords ?? id);
  return listed(words, 'and');
}

/** "a, b and c". */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  const start = words.slice(0, -1).join(', ');
  return words.length < 2 ? (words[0] ?? '') : `${start} ${last} ${words.at(-1)}`;
}

/** The first reason in a few words: "for too much to do and money". */
export function reasonInShort(
  tables: Pick<StressTables, 'stressors'>,
  { because }: Pick<RankedStrategy, 'because'>,
): string | undefined {
  const reason = because.find(({ kind }) => kind === 'suits' || kind === 'also-suits') ?? because[0];
  if (reason === undefined) return undefined;
  const words = stressorsInWords(tables, reason.stressors);
  return reason.kind === 'also-suits' ? `can also help with ${words}` : `a first choice for ${words}`;
}

/** Why a strategy is suggested, a sentence for each reason. */
export function reasonsInWords(
  tables: Pick<StressTables, 'stressors'>,
  { because }: Pick<RankedStrategy, 'because'>,
): readonly string[] {
  return because.map((reason) => reasonInWords(tables, reason));
}

function reasonInWords(tables: Pick<StressTables, 'stressors'>, { kind, stressors }: StrategyReason): string {
  const words = stressorsInWords(tables, stressors);
  switch (kind) {
    case 'suits':
      return `A first choice for ${words}.`;
    case 'also-suits':
      return `It can also help with ${words}.`;
    case 'can-change':
      return `You can change a lot about ${words}.`;
    case 'cannot-change':
      return `You cannot change ${words} now, so it helps to carry it.`;
    case 'people-first':
      return 'A loss is shared, not solved: people come first.';
  }
}

const verdicts: { readonly [verdict in Verdict]: string } = {
  supported: 'studies support it',
  mixed: 'studies are mixed',
  weak: 'thin evidence',
  contradicted: 'studies speak against it',
  'common-sense': 'common sense, little studied',
};

/** How sure something is, as a label. */
export function verdictInWords(verdict: Verdict): string {
  return verdicts[verdict];
}
