import { expect, test } from 'vitest';
import {
  type DayFacts,
  type NextStep,
  nextStep,
  type PlanState,
} from '../../../src/engine/today/next-step.ts';

const open = { text: 'Slow breathing', starts: 'stretch slow-breathing-6' };
const day = (more: Partial<DayFacts> = {}): DayFacts => ({
  standing: 'cleared',
  isNoted: false,
  hasConcern: false,
  hasPractised: false,
  plan: undefined,
  ...more,
});
const plan = (state: PlanState['state']): PlanState => ({ state, open });
const listDone: PlanState = { state: 'usual', open: undefined };

const cases: readonly (readonly [string, DayFacts, NextStep['kind'] | undefined])[] = [
  ['grave advice is the answer', day({ standing: 'urgent', plan: plan('usual') }), undefined],
  ['so it is in an emergency', day({ standing: 'emergency' }), undefined],
  ['without a check, the check', day({ standing: 'unchecked', plan: plan('usual') }), 'check-first'],
  ['a danger sign in a session comes before the list', day({ plan: plan('danger-sign') }), 'check-first'],
  ['off track comes before the list', day({ plan: plan('off-track') }), 'off-track'],
  ['a flare comes before the list', day({ plan: plan('flare') }), 'flare'],
  ['days off ask for nothing', day({ plan: plan('days-off') }), 'days-off'],
  ['the first open line of the list', day({ plan: plan('usual') }), 'line'],
  ['the list is done, pain is not noted', day({ plan: listDone }), 'note-pain'],
  ['without a plan, a session', day(), 'session'],
  ['practised, not noted', day({ hasPractised: true }), 'note-pain'],
  ['all done', day({ hasPractised: true, isNoted: true }), 'enough'],
  ['with a plan, its list says when it is enough', day({ isNoted: true, plan: listDone }), 'enough'],
];

test.each(cases)('%s', (_name, facts, kind) => {
  expect(nextStep(facts)?.kind).toBe(kind);
});

test('what an entry called for comes before the list of a plan, and before a session', () => {
  expect(nextStep(day({ hasConcern: true, plan: plan('usual') }))?.kind).toBe('check-first');
  expect(nextStep(day({ hasConcern: true }))?.kind).toBe('check-first');
});

test('a line says what starts it', () => {
  expect(nextStep(day({ plan: plan('usual') }))).toEqual({ kind: 'line', ...open });
});
