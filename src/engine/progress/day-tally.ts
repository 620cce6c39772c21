import { dayMilliseconds } from '../day-count.ts';
import { fieldsOf, ratingOf, type Sleep } from '../log/saved-entry.ts';
import { longestFlareDays } from '../recovery/flare-length.ts';

/** The part of an event of the record that is read here. */
export interface ProgressEvent {
  readonly at: string;
  readonly kind: string;
  readonly body: unknown;
}

/** Entries of one day, put together as they are read: sums and counts, the worst, and what was said last. */
interface Tally {
  usual: number;
  usuals: number;
  interference: number;
  interferences: number;
  stress: number;
  stresses: number;
  worst: number | undefined;
  highestUsual: number;
  sleep: Sleep | undefined;
  activities: Map<string, { sum: number; count: number }> | undefined;
  entries: number;
  sessions: number;
  ticks: number;
  milliseconds: number;
}

/** What is known of one day of the person. What nobody said is left out: a gap is not a zero. */
export interface DaySummary {
  /** Day of the person; see `person-day.ts`. */
  readonly day: number;
  /** Mean of the entries of the day. */
  readonly usual?: number;
  /** The highest of the day, where worst pain was said at all: what was usual later cannot be above it. */
  readonly worst?: number;
  /** Means. */
  readonly interference?: number;
  readonly stress?: number;
  /** As it was said last. */
  readonly sleep?: Sleep;
  /** Means by name. */
  readonly activities: ReadonlyMap<string, number>;
  readonly entries: number;
  /** A guided session, or something ticked on the list of the plan. */
  readonly isActive: boolean;
  /** Guided sessions, and the minutes that they ran. */
  readonly sessions: number;
  readonly minutes: number;
}

/** A time that is marked and excused: a flare, or days off. Days of the person, both included. */
export interface Excused {
  readonly why: 'flare' | 'pause';
  readonly from: number;
  readonly to: number;
}

export interface Tallied {
  /** Days with anything, oldest first. */
  readonly days: readonly DaySummary[];
  readonly excused: readonly Excused[];
}

const minute = 60_000;
/** "2026-11-22" */
const dateLength = 10;
const wallHour = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T[0-2]\d:/;

/**
 * Puts every event where it belongs, in one walk and without keeping any: a hundred thousand are read this way. Events
 * of other kinds are passed over.
 */
export function tallyDays(events: Iterable<ProgressEvent>, dayStart: number): Tallied {
  const tallies = new Map<number, Tally>();
  const excused: Excused[] = [];
  const dayOf = createDayOf(dayStart);
  for (const { kind, at, body } of events) {
    if (kind === 'log') addEntry(tallies, at, fieldsOf(body), dayOf);
    else if (kind === 'practice') addSession(tallies, at, fieldsOf(body), dayOf);
    else if (kind === 'recovery-tick') addTick(tallies, at, fieldsOf(body), dayOf);
    else if (kind === 'stress-tick') addStressTick(tallies, at, fieldsOf(body), dayOf);
    // A plan tells of the month before it, and not of its day.
    else if (kind === 'stress-review') addStress(tallies, at, fieldsOf(body), dayOf);
    else if (kind === 'recovery-pause') addPause(excused, fieldsOf(body));
    else if (kind === 'recovery-flare') addFlare(excused, fieldsOf(body), dayOf(undefined, at));
  }
  const days = [...tallies].sort(([one], [other]) => one - other);
  return { days: days.map(([day, tally]) => summaryOf(day, tally)), excused };
}

type Fields = { readonly [name: string]: unknown };

function addEntry(tallies: Map<number, Tally>, at: string, fields: Fields, dayOf: DayOf): void {
  const tally = tallyAt(tallies, dayOf(fields.about, at));
  const usual = ratingOf(fields.usual);
  const worst = ratingOf(fields.worst);
  const interference = ratingOf(fields.interference);
  tally.entries += 1;
  addState(tally, fields);
  if (usual !== undefined) {
    tally.usual += usual;
    tally.usuals += 1;
  }
  if (usual !== undefined && usual > tally.highestUsual) tally.highestUsual = usual;
  if (worst !== undefined && worst >= (tally.worst ?? 0)) tally.worst = worst;
  if (interference !== undefined) {
    tally.interference += interference;
    tally.interferences += 1;
  }
  if (fields.activities !== undefined) addActivities(tally, fieldsOf(fields.activities));
}

/** Stress and sleep, as an entry or a weekly review tells them. */
function addState(tally: Tally, fields: Fields): void {
  const stress = ratingOf(fields.stress);
  if (stress !== undefined) {
    tally.stress += stress;
    tally.stresses += 1;
  }
  if (fields.sleep === 'good' || fields.sleep === 'fair' || fields.sleep === 'poor')
    tally.sleep = fields.sleep;
}

function addStress(tallies: Map<number, Tally>, at: string, fields: Fields, dayOf: DayOf): void {
  if (ratingOf(fields.stress) !== undefined || fields.sleep !== undefined)
    addState(tallyAt(tallies, dayOf(undefined, at)), fields);
}

/** A small thing against stress makes the day that it tells about active. */
function addStressTick(tallies: Map<number, Tally>, at: string, { is, day }: Fields, dayOf: DayOf): void {
  if (is === 'done' || is === 'small') tallyAt(tallies, dateNumber(day) ?? dayOf(undefined, at)).ticks += 1;
}

function addActivities(tally: Tally, ratings: Fields): void {
  tally.activities ??= new Map();
  for (const [name, value] of Object.entries(ratings)) {
    const rating = ratingOf(value);
    if (rating === undefined) continue;
    const { sum, count } = tally.activities.get(name) ?? { sum: 0, count: 0 };
    tally.activities.set(name, { sum: sum + rating, count: count + 1 });
  }
}

function addSession(tallies: Map<number, Tally>, at: string, fields: Fields, dayOf: DayOf): void {
  const tally = tallyAt(tallies, dayOf(undefined, at));
  const { activeMilliseconds } = fieldsOf(fields.result);
  tally.sessions += 1;
  if (typeof activeMilliseconds === 'number' && activeMilliseconds > 0)
    tally.milliseconds += activeMilliseconds;
}

/** What was ticked on the list of the plan makes a day active; taking it back leaves it as it was. */
function addTick(tallies: Map<number, Tally>, at: string, { times }: Fields, dayOf: DayOf): void {
  if (typeof times === 'number' && times > 0) tallyAt(tallies, dayOf(undefined, at)).ticks += 1;
}

/** A flare lasts until it is over, or until it has run out where nobody said so. */
function addFlare(excused: Excused[], { is }: Fields, day: number): void {
  if (is === 'started') excused.push({ why: 'flare', from: day, to: day + longestFlareDays });
  const last = excused.findLastIndex(({ why }) => why === 'flare');
  const open = excused[last];
  if (is === 'over' && open !== undefined && day >= open.from && day < open.to)
    excused[last] = { ...open, to: day };
}

function addPause(excused: Excused[], { from, until }: Fields): void {
  const [first, last] = [dateNumber(from), dateNumber(until)];
  if (first !== undefined && last !== undefined && last >= first)
    excused.push({ why: 'pause', from: first, to: last });
}

/** The day of a date such as "2026-11-22". */
function dateNumber(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isFinite(at) ? at / dayMilliseconds : undefined;
}

type DayOf = (text: unknown, otherwise: string) => number;

/**
 * Day of the person from the text of an instant, where the date and the hour on the wall can be read. Most events fall on
 * the date of the one before, so a long record costs few sums: reading its dates would be a third of the work.
 */
function createDayOf(dayStart: number): DayOf {
  let date = '';
  let day = 0;
  return (text, otherwise) => {
    const written = typeof text === 'string' && wallHour.test(text) ? text : otherwise;
    if (date === '' || !written.startsWith(date)) {
      if (!wallHour.test(written)) return 0;
      date = written.slice(0, dateLength);
      day = Date.parse(date) / dayMilliseconds;
    }
    const hour = 10 * digitAt(written, dateLength + 1) + digitAt(written, dateLength + 2);
    return hour < dayStart ? day - 1 : day;
  };
}

function digitAt(text: string, place: number): number {
  return text.charCodeAt(place) - 48;
}

function tallyAt(tallies: Map<number, Tally>, day: number): Tally {
  const known = tallies.get(day);
  if (known !== undefined) return known;
  const fresh: Tally = {
    usual: 0,
    usuals: 0,
    interference: 0,
    interferences: 0,
    stress: 0,
    stresses: 0,
    worst: undefined,
    highestUsual: 0,
    sleep: undefined,
    activities: undefined,
    entries: 0,
    sessions: 0,
    ticks: 0,
    milliseconds: 0,
  };
  tallies.set(day, fresh);
  return fresh;
}

function summaryOf(day: number, tally: Tally): DaySummary {
  return {
    day,
    ...(tally.usuals === 0 ? {} : { usual: tally.usual / tally.usuals }),
    ...(tally.worst === undefined ? {} : { worst: Math.max(tally.worst, tally.highestUsual) }),
    ...(tally.interferences === 0 ? {} : { interference: tally.interference / tally.interferences }),
    ...(tally.stresses === 0 ? {} : { stress: tally.stress / tally.stresses }),
    ...(tally.sleep === undefined ? {} : { sleep: tally.sleep }),
    activities: new Map([...(tally.activities ?? [])].map(([name, { sum, count }]) => [name, sum / count])),
    entries: tally.entries,
    sessions: tally.sessions,
    isActive: tally.sessions + tally.ticks > 0,
    minutes: Math.round(tally.milliseconds / minute),
  };
}
