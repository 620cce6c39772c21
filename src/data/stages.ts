import type { Stage } from './exercise-schema.ts';
import type { Sourced } from './sources.ts';

export const stages: readonly Sourced<Stage>[] = [
  {
    stage: 1,
    name: 'Calm',
    days: { from: 0, until: 2 },
    enterWhen: 'pain may be high; lying positions, tiny movements, short walks',
    painAtMost: 10,
    sources: [],
    judged: true,
  },
  {
    stage: 2,
    name: 'Move',
    days: { from: 3, until: 7 },
    enterWhen: 'can stand and walk 5 minutes, pain not above 6/10',
    painAtMost: 6,
    sources: [],
    judged: true,
  },
  {
    stage: 3,
    name: 'Rebuild',
    days: { from: 8, until: 21 },
    enterWhen: 'everyday tasks mostly possible, pain 4/10 or less most of the day',
    painAtMost: 4,
    sources: [],
    judged: true,
  },
  {
    stage: 4,
    name: 'Return',
    days: { from: 22, until: 42 },
    enterWhen: 'back to work or sport step by step, pain 3/10 or less',
    painAtMost: 3,
    sources: [],
    judged: true,
  },
  {
    stage: 5,
    name: 'Keep',
    days: { from: 43 },
    enterWhen: 'maintenance and prevention',
    painAtMost: 3,
    sources: [],
    judged: true,
  },
];
