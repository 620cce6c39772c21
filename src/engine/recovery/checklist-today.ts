import type { Routine } from '../../data/exercise-schema.ts';
import type { ChecklistItem, PhaseItem, RecoveryTables } from '../../data/recovery-schema.ts';
import { evaluate } from '../truth.ts';
import { isLeadingBack } from './flare.ts';
import type { PhaseNow } from './phase-today.ts';
import type { RecoveryPlan } from './plan-for.ts';
import { answersToday, type RecoveryFacts } from './recovery-facts.ts';

/** More nobody does on an ordinary day. */
const mostLines = 5;
/** In a flare, or on a day of strong pain: what is enough. */
const fewestLines = 3;
const week = 7;
const strongPain = 7;

/** One line of today's list. */
export interface TodayLine {
  readonly item: ChecklistItem;
  /** The line in words, with its minutes and times. */
  readonly text: string;
  /** The smallest useful version, which counts as done. */
  readonly least: string;
  /** Command that starts it, without `backcare`. */
  readonly starts?: string;
  /** Done today, out of how many. */
  readonly done: number;
  readonly wanted: number;
  readonly isDone: boolean;
  /** For the taking: in no goal. */
  readonly isComfort: boolean;
  /** Days a week, where it is not daily, and days done in the last seven. */
  readonly daysAWeek?: number;
  readonly daysDone: number;
  /** Name of another track that brought it. */
  readonly from?: string;
}

/**
 * Today's list: what the phase asks for, one step of a second pattern, and at most five lines. What is due on some days of
 * the week only comes when its turn is; in a flare, when the muscle grabs or with strong pain, three easy lines are enough.
 */
export function todayChecklist(
  tables: Pick<RecoveryTables, 'items'>,
  plan: RecoveryPlan,
  now: PhaseNow,
  facts: RecoveryFacts,
  routines: readonly Pick<Routine, 'id' | 'fromStage'>[],
): readonly TodayLine[] {
  // On days off nothing is asked for, and a danger sign comes before any list.
  if (now.pause !== undefined || facts.dangerSign) return [];
  const isEasyDay = isEasy(now, plan, facts);
  const wanted = [
    ...now.phase.checklist.map((item): { item: PhaseItem; from?: string } => ({ item })),
    ...plan.additions.map(({ item, track }) => ({ item, from: track.name })),
  ];
  const lines = wanted.flatMap(({ item, from }) => {
    const line = lineOf(tables, item, { plan, now, facts, routines, from });
    return line === undefined ? [] : [line];
  });
  const unique = lines.filter(
    ({ item }, place) => lines.findIndex((other) => other.item.id === item.id) === place,
  );
  if (isEasyDay) return easyLines(unique);
  // The evening check stays whatever else has to go: it is what sees danger.
  const checkIn = unique.filter(({ item }) => item.id === 'check-in');
  const added = unique.filter(({ from }) => from !== undefined);
  const own = unique.filter(({ from, item }) => from === undefined && item.id !== 'check-in');
  const goals = own.filter(({ isComfort }) => !isComfort);
  const comforts = own.filter(({ isComfort }) => isComfort);
  const room = mostLines - checkIn.length - added.length;
  return [...goals.slice(0, room), ...added, ...checkIn, ...comforts].slice(0, mostLines);
}

/** Whether today is a day of little: the first days of a flare, a muscle that grabs, strong pain. */
export function isEasy(
  now: Pick<PhaseNow, 'flare'>,
  plan: RecoveryPlan,
  facts: Pick<RecoveryFacts, 'days' | 'today'>,
): boolean {
  const newest = facts.days.at(-1);
  const isStrong = newest !== undefined && newest.day === facts.today && newest.usual >= strongPain;
  const isFlare = now.flare.kind === 'running' && !isLeadingBack(now.flare);
  return isFlare || plan.isGrabbing || isStrong;
}

/** A short walk or standing up, a calm breath, and the evening check: whatever of it the phase has. */
function easyLines(lines: readonly TodayLine[]): readonly TodayLine[] {
  const calm = ['walk-short', 'walk-plan', 'up-hourly', 'legs-up', 'breathe', 'check-in'];
  const found = lines.filter(({ item }) => calm.includes(item.id));
  const checkIn = found.filter(({ item }) => item.id === 'check-in');
  const others = found
    .filter(({ item }) => item.id !== 'check-in')
    .sort((one, other) => calm.indexOf(one.item.id) - calm.indexOf(other.item.id));
  // One that walks is enough.
  const walks = ['walk-short', 'walk-plan'];
  const first = others.find(({ item }) => walks.includes(item.id));
  const rest = others.filter(({ item }) => !walks.includes(item.id));
  return [...(first === undefined ? [] : [first]), ...rest]
    .slice(0, fewestLines - checkIn.length)
    .concat(checkIn)
    .map((line) => ({ ...line, text: line.least, wanted: 1, isDone: line.done >= 1 }));
}

interface LineView {
  readonly plan: RecoveryPlan;
  readonly now: PhaseNow;
  readonly facts: RecoveryFacts;
  readonly routines: readonly Pick<Routine, 'id' | 'fromStage'>[];
  readonly from: string | undefined;
}

function lineOf(
  { items }: Pick<RecoveryTables, 'items'>,
  wanted: PhaseItem,
  view: LineView,
): TodayLine | undefined {
  const item = items.find(({ id }) => id === wanted.item);
  if (item === undefined || !isOffered(item, wanted, view)) return undefined;
  const { facts, from } = view;
  const { routine, starts } = startOf(item, wanted, view);
  const done = doneOn(facts, item, routine, facts.today);
  const days = daysDone(facts, item, wanted);
  const isDue = wanted.daysAWeek === undefined || isTurn(wanted.daysAWeek, days, facts.today);
  if (!isDue && done === 0) return undefined;
  const target = wanted.times?.[0] ?? 1;
  return {
    item,
    text: textOf(item, wanted),
    least: item.least,
    ...(starts === undefined ? {} : { starts }),
    done,
    wanted: target,
    isDone: done >= target,
    isComfort: item.comfort === true,
    ...(wanted.daysAWeek === undefined ? {} : { daysAWeek: wanted.daysAWeek }),
    daysDone: days.length,
    ...(from === undefined ? {} : { from }),
  };
}

function isOffered(
  item: ChecklistItem,
  wanted: PhaseItem,
  { plan, facts, now, routines, from }: LineView,
): boolean {
  const { onset } = plan;
  const since = onset === undefined ? undefined : facts.today - onset;
  if (plan.bars.includes(item.id)) return false;
  if (wanted.fromDay !== undefined && since !== undefined && since < wanted.fromDay) return false;
  if (wanted.untilDay !== undefined && (since === undefined || since > wanted.untilDay)) return false;
  if (item.leaveOutIf !== undefined && evaluate(item.leaveOutIf, answersToday(facts), facts.knowledge) > 0)
    return false;
  // Another track's step never asks for more than the phase allows.
  const routine = routines.find(({ id }) => id === item.routine);
  return from === undefined || routine === undefined || routine.fromStage <= now.stage;
}

/** Routines that take turns go on with the next when the one before was done. */
function startOf(
  item: ChecklistItem,
  { routines = [] }: PhaseItem,
  { facts }: LineView,
): { readonly routine?: string; readonly starts?: string } {
  if (item.id !== 'routine')
    return {
      ...(item.routine === undefined ? {} : { routine: item.routine }),
      ...(item.starts === undefined ? {} : { starts: item.starts }),
    };
  const today = facts.sessions.find(
    ({ day, routine }) => day === facts.today && routines.includes(routine ?? ''),
  );
  const last = facts.sessions.find(
    ({ day, routine }) => day < facts.today && routines.includes(routine ?? ''),
  );
  const after = (routines.indexOf(last?.routine ?? '') + 1) % Math.max(1, routines.length);
  const routine = today?.routine ?? routines[after];
  return {
    ...(routine === undefined ? {} : { routine }),
    starts: ['stretch', routine ?? ''].join(' ').trim(),
  };
}

/** Ticks say how often in all; a guided session or an entry counts by itself, and the larger of the two holds. */
function doneOn(
  { history, sessions, days }: RecoveryFacts,
  item: ChecklistItem,
  routine: string | undefined,
  day: number,
): number {
  const ticked = history.ticks.filter((tick) => tick.item === item.id && tick.day === day).at(-1);
  // A tick that was taken back stays so: the last word is the person's.
  if (ticked?.times === 0) return 0;
  const guided = sessions.filter(
    (session) =>
      session.day === day &&
      (item.id === 'routine' ? isRoutineSession(session.routine, routine) : session.routine === routine),
  ).length;
  const noted = item.id === 'check-in' && days.some((noted) => noted.day === day) ? 1 : 0;
  return Math.max(ticked?.times ?? 0, routine === undefined && item.id !== 'routine' ? 0 : guided, noted);
}

/** Small sessions have lines of their own; any other guided session counts as the one of the day. */
function isRoutineSession(done: string | undefined, wanted: string | undefined): boolean {
  const ownLines = [
    'easy-walk',
    'slow-breathing-6',
    'legs-up-90-90',
    'hamstring-micro',
    'desk-break',
    'hip-hinge-drill',
  ];
  return done === wanted || done === undefined || !ownLines.includes(done);
}

/** Days of the last seven, today left out, on which it was done. */
function daysDone(
  facts: RecoveryFacts,
  item: ChecklistItem,
  { routines = [] }: PhaseItem,
): readonly number[] {
  return Array.from({ length: week - 1 }, (_, back) => facts.today - 1 - back).filter(
    (day) => doneOn(facts, item, item.routine ?? routines[0], day) > 0,
  );
}

/** With days to spare it leaves a day between; a week's count that is full rests. */
function isTurn(daysAWeek: number, done: readonly number[], today: number): boolean {
  if (done.length >= daysAWeek) return false;
  const wasYesterday = done.includes(today - 1);
  return !(wasYesterday && daysAWeek <= 3);
}

function textOf(item: ChecklistItem, { minutes, times }: PhaseItem): string {
  const length = minutes === undefined ? '' : `, ${range(minutes)} minutes`;
  const count = times === undefined || times[1] === 1 ? '' : `, ${range(times)} times`;
  return `${item.text}${length}${count}`;
}

function range([from, until]: readonly [number, number]): string {
  return from === until ? String(from) : `${from} to ${until}`;
}
