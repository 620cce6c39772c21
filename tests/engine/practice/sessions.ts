import fc from 'fast-check';
import type { Dose, Exercise, Move } from '../../../src/data/exercise-schema.ts';
import { buildScript } from '../../../src/engine/practice/build-script.ts';
import { itemSeconds, positionOf } from '../../../src/engine/practice/dose-length.ts';
import type { PracticeScript } from '../../../src/engine/practice/script.ts';
import type { PlannedItem, RoutinePlan, Variant } from '../../../src/engine/routine/plan.ts';

type Routine = Extract<RoutinePlan, { kind: 'routine' }>;

/** An exercise that says no more than a test needs. */
export function exerciseOf(id: string, dose: Dose, changes: Partial<Exercise> = {}): Exercise {
  return {
    id,
    name: `The ${id}`,
    alsoCalled: [],
    kind: 'stretch',
    targets: ['back'],
    bodyParts: ['low-back'],
    position: 'lying-on-back',
    ways: [[]],
    dose,
    steps: ['Lie down.', 'Do it.'],
    say: 'Lie on your back.',
    notWith: [],
    for: ['pulled-muscle'],
    fromStage: 1,
    chronicity: ['acute'],
    grade: 'thin',
    evidence: 'None.',
    judged: true,
    sources: [],
    ...changes,
  };
}

/** The plan that a planner makes of these exercises, one after the other. */
export function planOf(
  exercises: readonly { readonly exercise: Exercise; readonly dose?: Dose; readonly variant?: Variant }[],
  spoken = true,
): Routine {
  let before: Exercise['position'] | undefined;
  const items = exercises.map(({ exercise, dose = exercise.dose, variant = 'standard' }): PlannedItem => {
    const seconds = itemSeconds(exercise, dose, { before, spoken, variant });
    before = positionOf(exercise, variant);
    return { exercise, dose, variant, how: 'as written', seconds };
  });
  const seconds = items.reduce((sum, item) => sum + item.seconds, 0);
  return { kind: 'routine', name: 'A routine', items, seconds, excluded: [], because: [] };
}

export const stretch = exerciseOf(
  'stretch',
  { kind: 'hold', holdSeconds: 30, repetitions: 1, sides: 2, restSeconds: 10 },
  { bodyParts: ['hamstrings'], easier: 'Bend the other knee.', stop: 'Tingling below the knee.' },
);
export const bridge = exerciseOf('bridge', {
  kind: 'repetitions',
  sets: [3, 2],
  moves: [
    { say: 'lift', seconds: 1 },
    { say: 'hold', seconds: 3 },
    { say: 'lower', seconds: 1 },
  ],
  sides: 1,
  restSeconds: 20,
});
export const walk = exerciseOf(
  'walk',
  { kind: 'timed', seconds: 300 },
  { kind: 'aerobic', position: 'standing' },
);

export const threeExercises: PracticeScript = buildScript(
  planOf([{ exercise: stretch }, { exercise: bridge }, { exercise: walk }]),
);

const sides = fc.constantFrom(1 as const, 2 as const);
const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    say: fc.constantFrom('lift', 'hold', 'breathe out', 'right arm, left leg'),
    seconds: fc.integer({ min: 1, max: 8 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const lines: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    say: fc.constantFrom(
      'Low back.',
      'Let go. Notice how it feels now.',
      'Head back lightly. Skip it if your neck hurts.',
    ),
    seconds: fc.integer({ min: 2, max: 60 }),
  }),
  { minLength: 1, maxLength: 12 },
);
const rest = fc.integer({ min: 0, max: 60 });
const count = fc.integer({ min: 1, max: 4 });

/** Any dose the data may hold. */
export const anyDose: fc.Arbitrary<Dose> = fc.oneof(
  fc.record({
    kind: fc.constant('hold' as const),
    holdSeconds: fc.integer({ min: 1, max: 120 }),
    repetitions: count,
    sides,
    restSeconds: rest,
  }),
  fc.record({
    kind: fc.constant('repetitions' as const),
    sets: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
    moves,
    sides,
    restSeconds: rest,
  }),
  fc.record({ kind: fc.constant('timed' as const), seconds: fc.integer({ min: 1, max: 900 }) }),
  fc.record({ kind: fc.constant('timed' as const), seconds: fc.integer({ min: 1, max: 900 }), moves }),
  fc.record({
    kind: fc.constant('timed' as const),
    seconds: fc.integer({ min: 1, max: 900 }),
    script: lines,
  }),
);

/** Any plan of one to four exercises. */
export const anyPlan: fc.Arbitrary<Routine> = fc
  .tuple(
    fc.array(
      fc.record({
        dose: anyDose,
        variant: fc.constantFrom<Variant>('standard', 'easier', 'deeper'),
        changes: fc.record({
          bodyParts: fc.constantFrom<Exercise['bodyParts']>(['hamstrings'], ['neck']),
          position: fc.constantFrom<Exercise['position']>('standing', 'sitting', 'lying-on-back'),
          say: fc.constantFrom(
            'Lie down.',
            'Kneel on one knee on something soft, other foot flat in front, both knees bent.',
          ),
          easier: fc.constantFrom('Shorter step.', 'Hold behind the thigh, or rest the calf on a chair.'),
          deeper: fc.constant('Lean a little further on each breath out.'),
        }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    fc.boolean(),
  )
  .map(([parts, spoken]) =>
    planOf(
      parts.map(({ dose, variant, changes }, index) => ({
        exercise: exerciseOf(`exercise ${index}`, dose, changes),
        dose,
        variant,
      })),
      spoken,
    ),
  );
