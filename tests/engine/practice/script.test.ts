import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Dose, stages } from '../../../src/data/exercise-schema.ts';
import { exerciseTables } from '../../../src/data/exercise-tables.ts';
import { equipment } from '../../../src/data/exercise-words.ts';
import { buildScript } from '../../../src/engine/practice/build-script.ts';
import type { PracticeScript } from '../../../src/engine/practice/script.ts';
import { durationInWords, spokenMilliseconds } from '../../../src/engine/practice/speech.ts';
import type { RoutinePlan, RoutineRequest } from '../../../src/engine/routine/plan.ts';
import { planRoutine } from '../../../src/engine/routine/plan-routine.ts';
import { anyPlan, bridge, exerciseOf, planOf, stretch, threeExercises, walk } from './sessions.ts';

type Routine = Extract<RoutinePlan, { kind: 'routine' }>;

/** What is heard, and after how many seconds. */
function heard({ segments }: PracticeScript): readonly string[] {
  let at = 0;
  return segments.flatMap(({ milliseconds, say, remarks = [] }) => {
    const start = at;
    at += milliseconds;
    return [{ at: 0, say }, ...remarks].map((remark) => `${(start + remark.at) / 1000} ${remark.say}`);
  });
}

/** Everything that must hold for any script. */
function expectSound(script: PracticeScript, plan: Routine): void {
  const whole = script.segments.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  expect(whole).toBe(plan.seconds * 1000);
  for (const segment of script.segments) {
    expect(segment.milliseconds).toBeGreaterThan(0);
    const spoken = [{ at: 0, say: segment.say }, ...(segment.remarks ?? [])];
    spoken.forEach(({ at, say }, index) => {
      const until = spoken[index + 1]?.at ?? segment.milliseconds;
      expect(at + spokenMilliseconds(say), `"${say}" in ${segment.label}`).toBeLessThanOrEqual(until);
    });
  }
}

describe('what is heard', () => {
  test('a stretch on both sides: which side, when to start, how long it still is, when to let go', () => {
    expect(heard(buildScript(planOf([{ exercise: stretch }])))).toEqual([
      '0 The stretch. Lie on your back. Left leg first. Hold 30 seconds.',
      '10 Hold, left leg. 30 seconds.',
      '30 10 seconds left.',
      '40 Let go. Change sides: right leg.',
      '50 Hold, right leg. 30 seconds.',
      '70 10 seconds left.',
    ]);
  });

  test('sets: every repetition is counted, rests say how long and what follows', () => {
    expect(heard(buildScript(planOf([{ exercise: bridge }])))).toEqual([
      '0 The bridge. Lie on your back. 2 rounds.',
      '10 lift',
      '11 number 1, hold',
      '14 lower',
      '15 lift',
      '16 number 2, hold',
      '19 lower',
      '20 lift',
      '21 last one, hold',
      '24 lower',
      '25 Stop there. Rest 20 seconds, then 2 times more.',
      '41 Get ready.',
      '45 lift',
      '46 number 1, hold',
      '49 lower',
      '50 lift',
      '51 last one, hold',
      '54 lower',
    ]);
  });

  test('moves with room for it are counted aloud, the last by name', () => {
    const dose: Dose = {
      kind: 'repetitions',
      sets: [3],
      moves: [{ say: 'up', seconds: 2 }],
      sides: 1,
      restSeconds: 0,
    };
    const { segments } = buildScript(planOf([{ exercise: exerciseOf('step', dose) }]));
    expect(segments.map(({ say }) => say).slice(1)).toEqual(['1, up', '2, up', 'last one, up']);
  });

  test('a walk: half of it, the last minute, the last seconds', () => {
    expect(heard(buildScript(planOf([{ exercise: walk }]))).slice(1)).toEqual([
      '10 Off you go. 5 minutes.',
      '160 Half way.',
      '250 One minute left.',
      '300 10 seconds left.',
    ]);
  });

  test('breaths go round; what is left at the end is free', () => {
    const moves = [
      { say: 'breathe in', seconds: 4 },
      { say: 'hold', seconds: 4 },
      { say: 'breathe out', seconds: 4 },
    ];
    const breath = exerciseOf('breath', { kind: 'timed', seconds: 126, moves });
    const script = buildScript(planOf([{ exercise: breath }]));
    const lines = heard(script);
    expect(lines.slice(1, 4)).toEqual(['10 breathe in', '14 hold', '18 breathe out']);
    expect(lines).toContain('82 Half way: breathe in');
    expect(lines.at(-1)).toBe('130 Now breathe as you like.');
    expect(script.segments.slice(1, 4).map(({ picture }) => picture)).toEqual(['hold', 'hold', 'counter']);
  });

  test('a script is read once, stretched to the time there is', () => {
    const script = [
      { say: 'Low back.', seconds: 30 },
      { say: 'Head back lightly. Skip it if your neck hurts.', seconds: 10 },
    ];
    const scan = exerciseOf('scan', { kind: 'timed', seconds: 80, script });
    expect(heard(buildScript(planOf([{ exercise: scan }]))).slice(1)).toEqual([
      '10 Low back.',
      '70 Head back lightly. Skip it if your neck hurts.',
    ]);
    const short = buildScript(planOf([{ exercise: scan, dose: { kind: 'timed', seconds: 8, script } }]));
    expect(heard(short).slice(1)).toEqual(['10 Low back.', '16 Head back lightly.']);
  });

  test('one exercise after the other: how the last one ends, and which is the last', () => {
    const announcements = threeExercises.segments
      .filter(({ kind }) => kind === 'get-ready')
      .map(({ say }) => say);
    expect(announcements).toEqual([
      'First: The stretch. Lie on your back. Left leg first. Hold 30 seconds.',
      'Let go. Next: The bridge. Lie on your back. 2 rounds.',
      'Stop there. Last one: The walk. Lie on your back. 5 minutes.',
    ]);
    expect(threeExercises.closing).toBe('That is enough. You are done. Take a moment before you move on.');
  });

  test('an easier version is announced and shown as such', () => {
    const script = buildScript(planOf([{ exercise: stretch, variant: 'easier' }]));
    expect(script.segments[0]?.say).toBe(
      'The stretch. Lie on your back. Bend the other knee. Left leg first. Hold 30 seconds.',
    );
    expect(script.items[0]).toEqual({
      exercise: 'stretch',
      name: 'The stretch',
      variant: 'easier',
      instruction: 'Lie on your back. Bend the other knee.',
      steps: ['Lie down.', 'Do it.', 'Bend the other knee.'],
      stop: 'Tingling below the knee.',
    });
  });

  test('an easier version that is told in full: nothing of the ordinary way, and no picture of it', () => {
    const rest = exerciseOf(
      'rest',
      { kind: 'timed', seconds: 60 },
      {
        easier: 'Lie on your side instead.',
        easierPosition: 'side-lying',
        easierInFull: { name: 'Rest on your side', say: 'Lie on your side.', steps: ['Turn to the side.'] },
      },
    );
    const script = buildScript(planOf([{ exercise: rest, variant: 'easier' }]));
    expect(script.segments[0]?.say).toBe('Rest on your side. Lie on your side. 1 minute.');
    expect(script.items[0]).toEqual({
      exercise: 'rest',
      name: 'Rest on your side',
      variant: 'easier',
      instruction: 'Lie on your side.',
      steps: ['Turn to the side.'],
      isElsewhere: true,
    });
    expect(buildScript(planOf([{ exercise: rest }])).items[0]?.easier).toEqual({
      way: 'Lie on your side instead.',
      name: 'Rest on your side',
      instruction: 'Lie on your side.',
      steps: ['Turn to the side.'],
      isElsewhere: true,
    });
  });

  test('an exercise that names its sides is led by these names', () => {
    const lunge = { ...stretch, sides: { left: 'left knee down', right: 'right knee down' } };
    const script = buildScript(planOf([{ exercise: lunge }]));
    expect(heard(script)).toEqual([
      '0 The stretch. Lie on your back. Left knee down first. Hold 30 seconds.',
      '10 Hold, left knee down. 30 seconds.',
      '30 10 seconds left.',
      '40 Let go. Change sides: right knee down.',
      '50 Hold, right knee down. 30 seconds.',
      '70 10 seconds left.',
    ]);
    expect(script.segments.map(({ label }) => label)).toContain('change sides: right knee down');
  });

  test.each([
    [1000, '1 second'],
    [45_000, '45 seconds'],
    [60_000, '1 minute'],
    [90_000, '90 seconds'],
    [150_000, '2 minutes 30 seconds'],
  ])('%i milliseconds are %s', (milliseconds, words) => {
    expect(durationInWords(milliseconds)).toBe(words);
  });
});

describe('a script is as long as its plan, and everything in it can be said in time', () => {
  const { exercises, routines } = exerciseTables;
  const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]));

  test.each(exercises.map((exercise) => [exercise.id, exercise] as const))('%s', (_id, exercise) => {
    for (const variant of ['standard', 'easier', 'deeper'] as const) {
      if (variant !== 'standard' && exercise[variant] === undefined) continue;
      for (const spoken of [true, false]) {
        const plan = planOf([{ exercise: stretch }, { exercise, variant }, { exercise: walk }], spoken);
        const script = buildScript(plan);
        expectSound(script, plan);
        if (!spoken) continue;
        const said = script.segments.filter(({ item }) => item === 1).map(({ say }) => say);
        const isTold = variant === 'easier' ? exercise.easierInFull : undefined;
        const { name = exercise.name, say } = isTold ?? exercise;
        expect(said[0]).toContain(`Let go. Next: ${name}. ${say}`);
        if (isTold !== undefined) expect(said[0]).not.toContain(exercise.say);
        if (exercise.dose.kind !== 'timed' && exercise.dose.sides === 2)
          expect(said[0]).toMatch(
            exercise.sides === undefined ? /Left (leg|side) first\./ : /(L|l)eft.* first\./,
          );
        expect(said.filter((say) => say === '')).toEqual([]);
      }
    }
  });

  test.each(routines.map((routine) => [routine.id, routine] as const))('routine %s', (_id, routine) => {
    const parts = routine.steps.flatMap(({ exercise, dose, variant }) => {
      const found = byId.get(exercise);
      return found === undefined
        ? []
        : [{ exercise: found, dose, ...(variant === undefined ? {} : { variant }) }];
    });
    expect(parts).toHaveLength(routine.steps.length);
    for (const spoken of [true, false]) {
      const plan = planOf(parts, spoken);
      expectSound(buildScript(plan), plan);
    }
  });

  test('whatever the planner makes', () => {
    const request = fc.record({
      minutes: fc.integer({ min: 1, max: 30 }),
      equipment: fc.subarray([...equipment]),
      floorWork: fc.boolean(),
      target: fc.constantFrom<RoutineRequest['target']>(
        undefined,
        'spasm',
        'tight-hamstrings',
        'chronic-stress',
      ),
      stage: fc.constantFrom(...stages),
      chronicity: fc.constantFrom('acute' as const, 'chronic' as const),
      flags: fc.constant([]),
      seed: fc.nat(1000),
      recent: fc.constant([]),
      effort: fc.constantFrom('less' as const, 'same' as const, 'more' as const),
      spoken: fc.boolean(),
    });
    fc.assert(
      fc.property(request, (wanted) => {
        const plan = planRoutine(exerciseTables, wanted);
        if (plan.kind === 'routine') expectSound(buildScript(plan), plan);
      }),
      { numRuns: 300 },
    );
  });

  test('any plan', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => expectSound(buildScript(plan), plan)),
      { numRuns: 1000 },
    );
  });
});
