import { expect, test } from 'vitest';
import { clearedPerson, type RemindPerson, said } from './person.ts';

interface Event {
  readonly kind: string;
  readonly at: string;
  readonly body: object;
}
type Events = readonly Event[];

const at = (time: string) => `2026-11-22T${time}:00+01:00`;
const plan = {
  kind: 'stress-plan',
  at: at('11:00'),
  body: {
    stressors: {},
    chosen: [],
    strategies: [],
    commitments: [{ id: 'own-1', cue: 'I park', does: 'breathe', small: 'breathe', days: ['mon'] }],
  },
};
const changed = (is: string, time: string) => ({ kind: 'stress-change', at: at(time), body: { is } });

async function reminded(...events: Events): Promise<RemindPerson> {
  const ctx = await clearedPerson();
  await ctx.remember(...events);
  await said(ctx, 'remind add stress --at 09:00');
  return ctx;
}

test.each<[name: string, events: Events, comes: boolean]>([
  ['without a plan', [], true],
  ['with one', [plan], true],
  ['that waits', [plan, changed('waits', '12:00')], false],
  [
    'that waits, and was changed since',
    [plan, changed('waits', '12:00'), changed('session', '13:00')],
    false,
  ],
  ['that goes on', [plan, changed('waits', '12:00'), changed('goes-on', '13:00')], true],
  ['that is stopped', [plan, changed('over', '12:00')], false],
])('a reminder against stress, %s', async (_name, events, comes) => {
  const ctx = await reminded(...events);
  expect(await said(ctx, 'remind next')).toContain(comes ? '09:00' : 'no reminder');
  expect((await said(ctx, 'remind')).includes('Those against stress rest')).toBe(!comes);
  await said(ctx, 'remind add walk --at 10:00');
  const state = JSON.parse(await said(ctx, 'remind next --json'));
  expect(state.next.schedule).toBe(comes ? 'stress' : 'walk');
});

test('after thoughts of self-harm, also without a plan', async () => {
  const ctx = await reminded();
  await (await ctx.record()).writeDraft('stress-plan-number', { first: true });
  expect(await said(ctx, 'remind next')).toContain('no reminder');
});
