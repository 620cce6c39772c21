import { expect, test } from 'vitest';
import { exerciseSchema } from '../../../src/data/exercise-schema.ts';
import { exerciseTables } from '../../../src/data/exercise-tables.ts';
import { asRoutine } from '../../../src/engine/own-routine/as-routine.ts';
import { verdictOn } from '../../../src/engine/routine/exclusions.ts';
import { routineIn } from './plans.ts';

const plan = routineIn(
  [
    '# Plan for my back',
    'From: Anna Meier',
    'Times: 2 a day',
    'Stop if it tingles.',
    '',
    '- Bird dog: 3 sets of 8, 6 s each -- low',
    '- Figure-four stretch: easier version',
    '- Own: Wall press: 10 times',
    '  Stand at a wall.',
    '  Press.',
    '- Own: Wall press: 5 times',
  ].join('\n'),
);
const { routine, described, notes } = asRoutine(plan);

test('it looks like a ready routine, with the doses of the plan', () => {
  expect(routine).toMatchObject({
    id: 'plan-for-my-back',
    name: 'Plan for my back',
    when: '2 a day',
    sessionsADay: 2,
    note: "Your clinician's plan, from Anna Meier. Stop if it tingles.",
    for: [],
    sources: [],
  });
  expect(routine.steps.map(({ exercise, how, variant }) => [exercise, how, variant])).toEqual([
    ['bird-dog', '3 sets of 8, 6 seconds each time, each side, rest 20 seconds', undefined],
    ['figure-four-stretch', 'hold 30 seconds, 2 times, each side, rest 10 seconds', 'easier'],
    ['own-wall-press', '10 times, 4 seconds each time', undefined],
    ['own-wall-press', '5 times, 4 seconds each time', undefined],
  ]);
  expect(routine.steps.map(({ dose }) => dose)).toEqual(plan.steps.map(({ dose }) => dose));
});

test('a note for each step', () => {
  expect(notes).toEqual([['low'], [], [], []]);
});

test('a plan that says little', () => {
  const { routine: bare } = asRoutine(routineIn('# P\n- Bridge'));
  expect(bare).toMatchObject({ when: 'as your clinician said', note: "Your clinician's plan." });
  expect(bare).not.toHaveProperty('sessionsADay');
});

test('an exercise that only the plan knows is a whole exercise, once, and says that it cannot be checked', () => {
  expect(described).toHaveLength(1);
  const [exercise] = described;
  // It serves no pattern that we know of; all else is as in the catalogue.
  expect(exercise?.for).toEqual([]);
  expect(exerciseSchema.safeParse({ ...exercise, for: ['spasm'] }).success).toBe(true);
  expect(exercise).toMatchObject({
    id: 'own-wall-press',
    steps: ['Stand at a wall.', 'Press.'],
    say: 'Stand at a wall.',
    note: 'Not in our catalogue: we cannot check it.',
  });
});

test('no id of the catalogue begins as those of described exercises do', () => {
  expect(exerciseTables.exercises.filter(({ id }) => /^own(-|$)/.test(id))).toEqual([]);
});

test('a flag that allows only some exercises never allows one that nobody has checked', () => {
  const { flags } = exerciseTables;
  const strict = flags.filter(({ onlyAllow }) => onlyAllow !== undefined);
  expect(strict.length).toBeGreaterThan(0);
  for (const { id } of strict) {
    for (const exercise of described) {
      expect(verdictOn(exercise, [{ flag: id, because: 'you said so' }], flags).kind).toBe('out');
    }
  }
});
