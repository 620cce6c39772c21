import { stressTables } from '../../src/data/stress-tables.ts';
import type { StressView } from '../../src/documents/stress-view.ts';
import { dateOfPersonDay, personDay } from '../../src/engine/log/person-day.ts';
import { commitmentOf, ownCommitment } from '../../src/engine/stress/commitment.ts';
import type { StressHistory } from '../../src/engine/stress/stress-events.ts';
import { stressNow } from '../../src/engine/stress/stress-now.ts';
import { stressToday } from '../../src/engine/stress/today-lines.ts';
import { sinceReview, stressWeek } from '../../src/engine/stress/week.ts';
import { contact } from './people.ts';

const actionOf = (id: string) => {
  const found = stressTables.actions.find((action) => action.id === id);
  if (found === undefined) throw new Error(`There is no action ${id}.`);
  return found;
};

/** A Monday. */
const began = personDay({ at: Date.parse('2026-11-23T18:00:00+01:00'), offsetMinutes: 60 }, 3);

type Story = Pick<StressView, 'state'> & {
  readonly daysLater: number;
  readonly plan: Omit<StressHistory['plans'][number], 'at' | 'day'>;
  readonly ticks?: readonly (readonly [day: number, id: string, is: 'done' | 'small' | 'skipped'])[];
  readonly changes?: readonly { readonly is: 'waits' }[];
};

const overloaded: Story['plan'] = {
  stressors: {
    workload: { weight: 3, change: 1 },
    drive: { weight: 2, change: 2 },
    'phone-news': { weight: 1 },
  },
  chosen: ['workload', 'drive'],
  strategies: ['prioritise', 'say-no', 'simplify'],
  commitments: [
    commitmentOf(actionOf('two-big-things')),
    commitmentOf(actionOf('tell-you-tomorrow')),
    ownCommitment({ cue: 'I close my laptop', does: 'walk for 5 minutes', minutes: 5 }, 'own-1', [
      'mon',
      'wed',
    ]),
  ],
  session: 'slow-breathing-6',
  stress: 8,
};

export const stories = {
  proposal: { state: 'proposal', daysLater: 0, plan: overloaded },
  'first-day': { state: 'kept', daysLater: 0, plan: overloaded },
  'after-a-week': {
    state: 'kept',
    daysLater: 7,
    plan: overloaded,
    ticks: [
      [0, 'two-big-things', 'done'],
      [1, 'two-big-things', 'small'],
      [2, 'own-1', 'done'],
      [7, 'two-big-things', 'done'],
      [7, 'own-1', 'skipped'],
    ],
  },
  waits: { state: 'kept', daysLater: 2, plan: overloaded, changes: [{ is: 'waits' }] },
  quick: {
    state: 'kept',
    daysLater: 1,
    plan: {
      stressors: {},
      chosen: [],
      strategies: ['live-healthier'],
      commitments: [commitmentOf(actionOf('same-rising-time'))],
      session: 'slow-breathing-6',
      isQuick: true,
    },
  },
} as const satisfies { readonly [name: string]: Story };

/** The plan of a story as its documents take it. */
export function stressViewOf(
  { state, daysLater, plan, ticks = [], changes = [] }: Story,
  detail: StressView['detail'] = 'short',
): StressView {
  const today = began + daysLater;
  const at = (day: number) => Date.parse(dateOfPersonDay(day)) + 20 * 60 * 60 * 1000;
  const history: StressHistory = {
    plans: [{ at: at(began), day: began, ...plan }],
    ticks: ticks.map(([day, commitment, is]) => ({
      at: at(began + day),
      day: began + day,
      commitment,
      is,
    })),
    changes: changes.map((change) => ({ at: at(today), day: today, ...change })),
    reviews: [],
  };
  const now = stressNow(history, today);
  if (now === undefined) throw new Error('The story has no plan.');
  return {
    contact,
    tables: stressTables,
    plan: {
      now,
      today,
      week: stressWeek(history, now, today),
      sinceReview: sinceReview(history, now, today),
      lines: stressToday(history, now, today, []),
    },
    state,
    before: [],
    detail,
    sources: [],
  };
}
