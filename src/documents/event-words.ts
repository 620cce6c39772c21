import type { LocalMoment } from '../engine/day-count.ts';
import { dayInWords } from '../engine/instant.ts';
import { personDay } from '../engine/log/person-day.ts';
import { fieldsOf, momentOf, ratingOf } from '../engine/log/saved-entry.ts';

/** The part of an event of the record that is told. */
export interface ToldEvent {
  readonly at: string;
  readonly kind: string;
  readonly body: unknown;
}

type Fields = { readonly [name: string]: unknown };

/** What a level of a check means, as the end of a sentence. */
const levels: { readonly [level: string]: string } = {
  emergency: 'get help now',
  urgent: 'be seen soon',
  routine: 'see someone about it',
  'self-care': 'care for it at home',
};

const words: { readonly [kind: string]: (fields: Fields) => string } = {
  assessment: ({ urgency, complete }) =>
    `a check${complete === false ? ', not finished,' : ''} that said "${levels[String(urgency)] ?? 'something new to this version'}"`,
  log: logWords,
  activities: () => 'the list of your activities',
  'check-in': ({ usual }) =>
    `a check-in${ratingOf(usual) === undefined ? '' : ` (${rated('usual pain', usual)})`}`,
  practice: ({ name }) => `a session${named(name)}`,
  'practice-after': ({ feeling, calm }) => `how you felt after a session${named(feeling ?? calm)}`,
  around: () => 'what your sessions are planned around',
  'seven-lines': () => 'your answer to the seven danger signs',
  'own-routine': ({ fileName, id }) => `a plan of your own${named(fileName ?? id)}`,
  'recovery-start': () => 'the start of your recovery plan, or a change of its track',
  'recovery-tick': ({ item, times }) =>
    `${times === 0 ? 'a tick taken off' : 'a tick on'} your checklist${named(item)}`,
  'recovery-tasks': () => 'your answers about what you could do',
  'recovery-phase': () => 'a step to another phase of your plan',
  'recovery-flare': ({ is }) =>
    is === 'over' ? 'the end of a flare' : is === 'changed' ? 'news of a flare' : 'the start of a flare',
  'recovery-pause': () => 'days off from your plan',
  'recovery-remedy': ({ remedy }) => `a remedy that you tried${named(remedy)}`,
  'recovery-ladder': () => 'a step on a ladder back to what you do',
  'stress-plan': () => 'a stress plan',
  'stress-tick': ({ commitment, is }) =>
    `${tickWords[String(is)] ?? 'a tick'} on your stress plan${named(commitment)}`,
  'stress-change': stressChangeWords,
  'stress-review': () => 'a weekly review of your stress plan',
  'reminder-schedule': scheduleWords,
  'reminder-settings': () => 'when reminders are quiet, or what they may show',
  'reminder-pause': ({ is }) => (is === 'over' ? 'the end of a pause of reminders' : 'a pause of reminders'),
  'reminder-answer': ({ is, ids }) =>
    `${answers[String(is)] ?? 'an answer to a reminder'}${named(firstOf(ids))}`,
  'reminder-shown': ({ ids }) => `a reminder that was shown${named(firstOf(ids))}`,
  'reminder-missed': () => 'reminders that passed while nobody was there',
  'reminder-lull': () => 'reminders that come once a week now',
};

const tickWords: { readonly [is: string]: string } = {
  done: 'a tick',
  small: 'a small tick',
  skipped: 'something left out',
  open: 'a tick taken off',
};

function stressChangeWords({ is }: Fields): string {
  if (is === 'over') return 'the end of your stress plan';
  if (is === 'waits') return 'a wait of your stress plan';
  return is === 'goes-on' ? 'the end of a wait of your stress plan' : 'a change of your stress plan';
}

const answers: { readonly [is: string]: string } = {
  done: 'a reminder ticked as done',
  snoozed: 'a reminder put off',
  skipped: 'a reminder skipped',
};

function scheduleWords({ schedule, removed, with: before }: Fields): string {
  if (typeof before === 'string') return 'reminders that were set or taken away in one go';
  return typeof removed === 'string'
    ? `a reminder taken away${named(removed)}`
    : `a reminder, or a change of one${named(fieldsOf(schedule).id)}`;
}

/** The schedule of the first occurrence. */
function firstOf(ids: unknown): unknown {
  const first: unknown = Array.isArray(ids) ? ids[0] : undefined;
  return typeof first === 'string' ? first.split('/')[0] : undefined;
}

/** What an entry of the record is, as the middle of a sentence: "a log entry (usual pain 4)". */
export function eventInWords({ kind, body }: ToldEvent): string {
  const known = Object.hasOwn(words, kind) ? words[kind] : undefined;
  return known?.(fieldsOf(body)) ?? `an entry of the kind "${kind}"`;
}

/** "today at 18:09", "on Sun 22 Nov 2026 at 18:09": by the clock that the person had then. */
export function eventTimeInWords(at: string, now: LocalMoment, dayStart: number): string {
  const moment = momentOf(at);
  if (moment === undefined) return 'at an unknown time';
  const time = new Date(moment.at + moment.offsetMinutes * 60_000).toISOString();
  const days = personDay(now, dayStart) - personDay(moment, dayStart);
  const isNear = moment.at <= now.at && days < 2;
  const day = days === 0 ? 'today' : 'yesterday';
  const date = `on ${dayInWords(moment.at, moment.offsetMinutes)} ${time.slice(0, 4)}`;
  return `${isNear ? day : date} at ${time.slice(11, 16)}`;
}

function logWords(fields: Fields): string {
  const parts = [
    rated('usual pain', fields.usual),
    rated('worst pain', fields.worst),
    rated('in the way', fields.interference),
    typeof fields.note === 'string' && fields.note !== '' ? `"${shortened(fields.note)}"` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'a log entry' : `a log entry (${parts.join(', ')})`;
}

function rated(name: string, value: unknown): string | undefined {
  const rating = ratingOf(value);
  return rating === undefined ? undefined : `${name} ${rating}`;
}

function named(value: unknown): string {
  return typeof value === 'string' && value !== '' ? ` (${shortened(value)})` : '';
}

/** Enough to know it again. */
function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= 40 ? text : `${letters.slice(0, 39).join('')}…`;
}
