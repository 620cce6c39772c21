import type { Criterion, Phase, RecoveryTables } from '../../data/recovery-schema.ts';
import { lastDaysInARow } from './pain-course.ts';
import type { RecoveryFacts } from './recovery-facts.ts';

/** An answer about a task is believed for so long. */
const taskDays = 7;
/** So many noted days stand for a week. */
const daysThatSpeakForAWeek = 3;

export type CriterionState = 'met' | 'not-met' | 'not-known';

export interface CheckedCriterion {
  readonly criterion: Criterion;
  readonly state: CriterionState;
  /** What is still to come, as the rest of "Still to come: …". */
  readonly says: string;
}

export interface PhaseSince {
  /** Day of the person on which the phase began. */
  readonly since: number;
  readonly pace: number;
}

/** All that lets a person leave a phase, and how each stands. */
export function checkCriteria(
  tables: Pick<RecoveryTables, 'tasks' | 'items'>,
  { onward }: Phase,
  facts: Pick<RecoveryFacts, 'days' | 'history' | 'today'>,
  phase: PhaseSince,
): readonly CheckedCriterion[] {
  return onward.map((criterion) => ({
    criterion,
    state: stateOf(criterion, facts, phase),
    says: inWords(criterion, tables, phase.pace),
  }));
}

function stateOf(
  criterion: Criterion,
  { days, history, today }: Pick<RecoveryFacts, 'days' | 'history' | 'today'>,
  { since, pace }: PhaseSince,
): CriterionState {
  switch (criterion.kind) {
    case 'pain': {
      const noted =
        criterion.days > 2
          ? lastWeek(days, criterion.days, today)
          : lastDaysInARow(days, criterion.days, today);
      if (noted === undefined) return 'not-known';
      return noted.every(({ usual }) => usual <= criterion.atMost) ? 'met' : 'not-met';
    }
    case 'task': {
      const newest = history.tasks
        .filter(({ task, day }) => task === criterion.task && day >= since && today - day <= taskDays)
        .at(-1);
      if (newest === undefined) return 'not-known';
      return newest.answer === 'yes' ? 'met' : 'not-met';
    }
    case 'done': {
      const first = Math.max(since, today - criterion.within + 1);
      const counts = new Map<number, number>();
      for (const { item, day, times } of history.ticks)
        if (item === criterion.item && day >= first && day <= today) counts.set(day, times);
      const full = [...counts.values()].filter((times) => times >= criterion.times).length;
      return full >= criterion.days ? 'met' : 'not-met';
    }
    case 'days-in-phase':
      return today - since >= criterion.atLeast * pace ? 'met' : 'not-met';
  }
}

/** The noted days of the last so many, when they reach over most of them. */
function lastWeek(
  days: RecoveryFacts['days'],
  count: number,
  today: number,
): RecoveryFacts['days'] | undefined {
  const noted = days.filter(({ day }) => today - day < count);
  const [first] = noted;
  const newest = noted.at(-1);
  if (first === undefined || newest === undefined || today - newest.day > 2) return undefined;
  const reaches = newest.day - first.day >= count - daysThatSpeakForAWeek;
  return noted.length >= daysThatSpeakForAWeek && reaches ? noted : undefined;
}

function inWords(
  criterion: Criterion,
  { tasks, items }: Pick<RecoveryTables, 'tasks' | 'items'>,
  pace: number,
): string {
  switch (criterion.kind) {
    case 'pain':
      return criterion.days > 2
        ? `usual pain of ${criterion.atMost} or less for a week`
        : `usual pain of ${criterion.atMost} or less on two days in a row`;
    case 'task':
      return firstSmall(tasks.find(({ id }) => id === criterion.task)?.label ?? criterion.task);
    case 'done': {
      const name = firstSmall(items.find(({ id }) => id === criterion.item)?.text ?? criterion.item);
      return `${name} on ${criterion.days} days of ${criterion.within}`;
    }
    case 'days-in-phase':
      return `${Math.ceil(criterion.atLeast * pace)} days in this phase`;
  }
}

function firstSmall(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
