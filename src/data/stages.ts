import type { Stage } from './exercise-schema.ts';
import type { Sourced } from './sources.ts';

/** How far along a person is. The days are typical; what a person can do decides. */
export const stages: readonly Sourced<Stage>[] = [
  {
    stage: 1,
    name: 'Calm',
    days: { from: 0, until: 2 },
    enterWhen: 'Pain may still be high. Lying, tiny moves and short walks.',
    painAtMost: 10,
    sources: ['dahm-2010'],
    judged: true,
  },
  {
    stage: 2,
    name: 'Move',
    days: { from: 3, until: 7 },
    enterWhen: 'You can stand and walk for five minutes, and pain is 6 or less.',
    painAtMost: 6,
    sources: [],
    judged: true,
  },
  {
    stage: 3,
    name: 'Rebuild',
    days: { from: 8, until: 21 },
    enterWhen: 'Most daily tasks work again, and pain is 4 or less for most of the day.',
    painAtMost: 4,
    sources: [],
    judged: true,
  },
  {
    stage: 4,
    name: 'Return',
    days: { from: 22, until: 42 },
    enterWhen: 'You are going back to work or sport step by step, and pain is 3 or less.',
    painAtMost: 3,
    sources: [],
    judged: true,
  },
  {
    stage: 5,
    name: 'Keep',
    days: { from: 43 },
    enterWhen: 'Usual tasks are easy again, with pain of 2 or less for a week. Now you keep it so.',
    painAtMost: 2,
    sources: ['steffens-2016'],
    judged: true,
  },
];
