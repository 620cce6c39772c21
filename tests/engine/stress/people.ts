import { stressTables } from '../../../src/data/stress-tables.ts';
import type { Answers } from '../../../src/engine/answers.ts';
import {
  type Commitment,
  type CommitmentWishes,
  commitmentOf,
} from '../../../src/engine/stress/commitment.ts';
import {
  type PlanBody,
  type StressEvent,
  type StressHistory,
  stressHistory,
  stressKinds,
} from '../../../src/engine/stress/stress-events.ts';

/** Day of the person of Monday 5 January 2026. */
export const monday = Date.parse('2026-01-05') / 86_400_000;

/** The date of that day of the first weeks of 2026, counted from Monday 5 January. */
export function dateOn(days: number): string {
  return new Date((monday + days) * 86_400_000).toISOString().slice(0, 10);
}

/** An event at nine in the morning, so many days after that Monday. */
export function eventOn(days: number, kind: keyof typeof stressKinds, body: unknown): StressEvent {
  return { at: `${dateOn(days)}T09:00:00.000+01:00`, kind: stressKinds[kind], body };
}

export function historyOf(...events: readonly StressEvent[]): StressHistory {
  return stressHistory(events, 3);
}

export function actionOf(id: string) {
  const action = stressTables.actions.find((entry) => entry.id === id);
  if (action === undefined) throw new Error(`no action ${id}`);
  return action;
}

export function commitment(id: string, wishes: CommitmentWishes = {}): Commitment {
  return commitmentOf(actionOf(id), wishes);
}

export const overloaded: Answers = {
  'stress-now': 8,
  'stress-sleep': 'fair',
  'low-mood': 'no',
  stressors: ['drive', 'workload', 'work-control'],
  'weight-workload': 'a-lot',
  'weight-work-control': 'quite-a-bit',
  'weight-drive': 'a-little',
  'change-workload': 'some',
  'change-work-control': 'none',
  helps: ['walking'],
  minutes: 'ten',
  energy: 'some',
};

/** A plan of Monday: a walk every day, two big things on weekdays. */
export function planBody(changes: Partial<PlanBody> = {}): PlanBody {
  return {
    stressors: { workload: { weight: 3, change: 1 } },
    chosen: ['workload'],
    strategies: ['simplify', 'prioritise'],
    commitments: [
      commitment('walk-after-lunch'),
      commitment('two-big-things', { days: ['mon', 'wed', 'fri'] }),
    ],
    session: 'slow-breathing-6',
    stress: 7,
    ...changes,
  };
}
