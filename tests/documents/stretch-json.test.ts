import { describe, expect, test } from 'vitest';
import { exerciseTables } from '../../src/data/exercise-tables.ts';
import {
  exerciseJson,
  exerciseListJson,
  routineJson,
  type StretchJsonView,
} from '../../src/documents/stretch-json.ts';
import { asRoutine } from '../../src/engine/own-routine/as-routine.ts';
import type { RoutinePlan } from '../../src/engine/routine/plan.ts';
import { routineIn } from '../engine/own-routine/plans.ts';
import { exerciseOf, plansOf, raised, readyRoutine, sheetView } from './exercise-views.ts';
import { documentedFields, examplesIn, pathsIn } from './json-documentation.ts';

const { exercises, routines } = exerciseTables;
const view: StretchJsonView = { ...sheetView, isAllowed: true };

/** What a script gets, after it has gone through JSON. */
function sent<Json>(json: Json): Json {
  return JSON.parse(JSON.stringify(json)) as Json;
}

const list = (changes: Partial<Parameters<typeof exerciseListJson>[0]> = {}) =>
  sent(exerciseListJson({ ...view, filter: {}, ownRoutines: [], ...changes }));

const exercise = (id: string, changes: Partial<StretchJsonView> = {}) =>
  sent(exerciseJson({ ...view, exercise: exerciseOf(id), ...changes }));

function session(id: string, known: readonly string[] = [], changes: Partial<StretchJsonView> = {}) {
  const routine = readyRoutine(id);
  const plans = plansOf(routine, { flags: raised(...known) });
  return sent(routineJson({ ...view, routine, isOwn: false, plans, ...changes }));
}

describe('backcare/exercises@1', () => {
  test('holds everything, and what the person makes of it', () => {
    const json = list({ raised: raised('recent-surgery', 'breathless-lying-flat') });
    expect(json.exercises.map(({ id }) => id)).toEqual(exercises.map(({ id }) => id));
    expect(json.routines.map(({ id }) => id)).toEqual(routines.map(({ id }) => id));
    const of = (id: string) => json.exercises.find((entry) => entry.id === id);
    expect(of('curl-up')).toMatchObject({ forYou: 'left-out' });
    expect(of('belly-breathing')).toMatchObject({
      forYou: 'easier',
      because: [
        {
          flag: 'breathless-lying-flat',
          because: 'you said yes to "Breathless when lying flat" (Sun 22 Nov)',
        },
      ],
    });
    expect(of('slow-breathing-6')).toMatchObject({ forYou: 'as-written', because: [] });
  });

  test('is narrowed down like the list, and begins with own plans', () => {
    const { routine } = asRoutine(
      routineIn('# Mine\n\n- Own: Wall press: 2 sets of 10, 5 s each\n  Push.\n'),
    );
    const json = list({ ownRoutines: [routine] });
    expect(json.routines[0]).toMatchObject({ id: routine.id, own: true, seconds: 130 });
    expect(list({ filter: { position: 'hands-and-knees' } }).exercises.map(({ id }) => id)).toEqual([
      'cat-cow',
      'bird-dog',
    ]);
  });
});

describe('backcare/session@1', () => {
  test('has the items, how long they take, and whom they do not suit', () => {
    const json = session('morning');
    expect(json.session).toMatchObject({
      id: 'morning',
      own: false,
      sessionsADay: 1,
      turns: [[0, 1, 2, 3, 4, 5, 6, 7]],
    });
    const [first] = json.session?.items ?? [];
    expect(first).toMatchObject({
      exercise: 'belly-breathing',
      variant: 'standard',
      dose: { kind: 'timed' },
    });
    expect(first?.takeEasier.map(({ flag }) => flag)).toEqual(['pregnancy-late', 'breathless-lying-flat']);
    const seconds = json.session?.items.map((item) => item.seconds) ?? [];
    expect(seconds.reduce((sum, each) => sum + each, 0)).toBe(json.session?.seconds);
  });

  test('of a routine that goes round: each exercise once, and which session does which', () => {
    expect(session('hamstring-micro').session).toMatchObject({
      sessionsADay: 5,
      items: [
        { exercise: 'lying-hamstring-stretch', variant: 'standard' },
        { exercise: 'standing-hamstring-stretch', variant: 'standard' },
        { exercise: 'standing-hamstring-stretch', variant: 'deeper' },
        { exercise: 'seated-hamstring-stretch', variant: 'standard' },
      ],
      turns: [[0], [1], [2], [1], [3]],
    });
  });

  test('says what is left out and why, each exercise once', () => {
    const json = session('stress-wind-down', ['arm-pain-tingling', 'knee-cannot-kneel']);
    expect(json.excluded).toEqual([
      {
        exercise: 'neck-side-stretch',
        flags: [
          {
            flag: 'arm-pain-tingling',
            because: 'you said yes to "Pain or tingling down an arm" (Sun 22 Nov)',
          },
        ],
        because: null,
      },
    ]);
    expect(json.session?.items.find((item) => item.exercise === 'cat-cow')).toMatchObject({
      variant: 'easier',
      because: [{ flag: 'knee-cannot-kneel' }],
    });
  });

  test('of what takes its place has no id, and is done once a day', () => {
    const json = session('hamstring-micro', ['hamstring-tear-recent']);
    expect(json.session).toMatchObject({ id: null, sessionsADay: 1, turns: [[0]] });
    expect(json.because).toHaveLength(new Set(json.because).size);
  });

  test('of nothing at all says what to change', () => {
    const none: RoutinePlan = {
      kind: 'none',
      because: ['Nothing of "Core builder" fits 1 minute.'],
      change: ['Take 2 minutes.'],
      changed: [],
      excluded: [],
    };
    const json = sent(routineJson({ ...view, isOwn: false, plans: [none] }));
    expect(json).toMatchObject({ session: null, because: none.because, change: none.change });
  });
});

test.each([
  ['list', list({ isAllowed: false }), { routines: [], exercises: [] }],
  ['exercise', exercise('curl-up', { isAllowed: false }), { exercise: null }],
  ['session', session('morning', [], { isAllowed: false }), { session: null, excluded: [], because: [] }],
])('while an emergency stands there is the action and nothing else: %s', (_name, json, empty) => {
  expect(json).toMatchObject({ allowed: false, ...empty, emergency: { number: '112 or 999' } });
});

/** What the fields of a dose are called wherever it stands, without what all three begin with. */
function ownPaths(...values: readonly unknown[]): readonly string[] {
  const shared = new Set(documentedFields('What stretch always says'));
  const paths = values.flatMap((value) => pathsIn(value)).map((path) => path.replace(/^.*\bdose\./, 'dose.'));
  return [...new Set(paths)].filter((path) => !shared.has(path)).sort();
}

describe('docs/json.md', () => {
  const known = raised('knee-cannot-kneel', 'breathless-lying-flat');
  const whole = list({ raised: known });
  const single = exercises.map(({ id }) => exercise(id, { raised: known }));
  const sessions = routines.flatMap(({ id }) => [
    session(id),
    session(id, ['knee-cannot-kneel', 'breathless-lying-flat', 'arm-pain-tingling']),
  ]);
  const isOfDose = (path: string) => path.startsWith('dose.');

  test('names what all three begin with', () => {
    const shared = documentedFields('What stretch always says');
    for (const json of [whole, ...single, ...sessions])
      expect(pathsIn(json)).toEqual(expect.arrayContaining([...shared]));
  });

  test('names every field of a dose, and no other', () => {
    const all = ownPaths(...single, ...sessions).filter(isOfDose);
    expect([...documentedFields('A dose')].sort()).toEqual(all);
  });

  test('names every field of backcare/exercises@1, and no other', () => {
    expect([...documentedFields('backcare/exercises@1')].sort()).toEqual(ownPaths(whole));
  });

  test('names every field of backcare/exercise@1 that the list does not have, and no other', () => {
    const inList = documentedFields('backcare/exercises@1').map((path) =>
      path.replace('exercises[].', 'exercise.'),
    );
    const all = ownPaths(...single).filter((path) => !isOfDose(path) && !inList.includes(path));
    expect([...documentedFields('backcare/exercise@1')].sort()).toEqual(all);
  });

  test('names every field of backcare/session@1, and no other', () => {
    const all = ownPaths(...sessions).filter((path) => !isOfDose(path));
    expect([...documentedFields('backcare/session@1')].sort()).toEqual(all);
  });

  test('its examples are real', () => {
    const [item, ...others] = examplesIn('backcare/exercises@1', 'backcare/exercise@1', 'backcare/session@1');
    expect(others).toEqual([]);
    expect(session('hamstring-micro').session?.items[0]).toEqual(item);
  });
});
