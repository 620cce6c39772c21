import { describe, expect, test } from 'vitest';
import { jsonPlan, problemsIn, routineIn } from './plans.ts';

const stepOf = (step: object) => routineIn(jsonPlan([step]), 'plan.json').steps[0];
const problemOf = (step: unknown) => problemsIn(jsonPlan([step]), 'plan.json')[0];

describe('a plan in JSON', () => {
  test('everything in it is kept', () => {
    const plan = routineIn(
      jsonPlan(
        [{ exercise: 'bird-dog', sets: [8, 8], secondsEach: 6, sides: 2, restSeconds: 25, note: 'low' }],
        {
          name: 'Plan for my back',
          from: 'Anna',
          times: '2 a day',
          until: '2027-01-15',
          remarks: 'Stop if your leg tingles.\nBreathe.',
        },
      ),
      'plan.json',
    );
    expect(plan).toMatchObject({
      id: 'plan-for-my-back',
      from: 'Anna',
      howOften: '2 a day',
      sessionsADay: 2,
      until: '2027-01-15',
      remarks: ['Stop if your leg tingles.', 'Breathe.'],
      steps: [{ kind: 'catalogue', exercise: 'bird-dog', notes: ['low'], line: 1 }],
    });
    expect(plan.steps[0]?.dose).toEqual({
      kind: 'repetitions',
      sets: [8, 8],
      moves: [
        { say: 'reach', seconds: 1 },
        { say: 'hold', seconds: 4 },
        { say: 'return', seconds: 1 },
      ],
      sides: 2,
      restSeconds: 25,
    });
  });

  test.each<[string, object, object]>([
    ['a name', { exercise: 'Bird dog' }, { exercise: 'bird-dog', dose: { sets: [6, 4, 2] } }],
    ['a number of sets', { exercise: 'bird-dog', sets: 2, repetitions: 8 }, { dose: { sets: [8, 8] } }],
    [
      'a hold',
      { exercise: 'lying-hamstring-stretch', holdSeconds: 20, repetitions: 3 },
      { dose: { kind: 'hold', holdSeconds: 20, repetitions: 3, sides: 2, restSeconds: 10 } },
    ],
    ['no sides', { exercise: 'lying-hamstring-stretch', sides: 1 }, { dose: { sides: 1 } }],
    [
      'one side',
      { exercise: 'bird-dog', side: 'left' },
      { dose: { sides: 1 }, notes: ['The left side only.'] },
    ],
    ['minutes', { exercise: 'easy-walk', minutes: 2.5 }, { dose: { kind: 'timed', seconds: 150 } }],
    ['a version', { exercise: 'figure-four-stretch', variant: 'easier' }, { variant: 'easier' }],
    [
      'several notes',
      { exercise: 'bird-dog', note: ['one', 'two\nthree'] },
      { notes: ['one', 'two', 'three'] },
    ],
    [
      'an exercise of its own',
      { own: 'Wall press', how: 'Stand at a wall.\nPress.', sets: [10], secondsEach: 5, note: 'gently' },
      {
        kind: 'described',
        exercise: 'own-wall-press',
        steps: ['Stand at a wall.', 'Press.'],
        notes: ['gently'],
      },
    ],
  ])('%s', (_name, step, expected) => {
    expect(stepOf(step)).toMatchObject(expected);
  });

  test('a name of two lines is one line', () => {
    expect(routineIn(jsonPlan([{ exercise: 'bird-dog' }], { name: ' My\n plan' }), 'plan.json').name).toBe(
      'My plan',
    );
  });

  test('it is known by its first bracket where the ending does not tell', () => {
    expect(routineIn(`\ufeff\n ${jsonPlan([{ exercise: 'bird-dog' }])}`, '-').steps).toHaveLength(1);
  });
});

describe('what is wrong is told with its place', () => {
  test('line and column', () => {
    const text = [
      '{',
      '  "schema": "backcare/routine@1",',
      '  "steps": [',
      '    { "exercise": "bird-dog", "secondsEach": 600, "sets": [8] },',
      '    { "exercise": "brid-dog" },',
      '    { "exercise": "bird-dog", "nite": "x" }',
      '  ]',
      '}',
    ].join('\r\n');
    expect(problemsIn(text, 'plan.json')).toEqual([
      {
        line: 4,
        column: 46,
        message: 'Bird dog: one repetition cannot be 600 seconds',
        expected: '1 to 180 seconds',
      },
      {
        line: 5,
        column: 19,
        message: '"brid-dog" is not an exercise we know',
        expected: expect.any(String),
        nearest: 'bird-dog',
      },
      {
        line: 6,
        column: 31,
        message: '"nite" does not belong here',
        expected: expect.stringContaining('note'),
        nearest: 'note',
      },
    ]);
  });

  test.each<[string, unknown, string]>([
    ['no exercise', {}, 'this has no exercise, or two'],
    ['two', { exercise: 'bird-dog', own: 'Wall press' }, 'this has no exercise, or two'],
    ['not an object', 'bird-dog', 'this is not an exercise'],
    ['nothing', null, 'this is not an exercise'],
    ['a number in quotes', { exercise: 'bird-dog', sets: '3' }, '"sets" is not a number'],
    ['a number in quotes, in a list', { exercise: 'bird-dog', sets: [8, '8'] }, '"sets" is not a number'],
    ['no sets in the list', { exercise: 'bird-dog', sets: [] }, '"sets" is empty'],
    ['a number that JSON has not', { exercise: 'bird-dog', sets: null }, '"sets" is not a number'],
    ['half a repetition', { exercise: 'bird-dog', sets: [7.5] }, 'repetitions in a set cannot be 7.5'],
    ['three sides', { exercise: 'bird-dog', sides: 3 }, '"sides" cannot be this'],
    ['another side', { exercise: 'bird-dog', side: 'top' }, '"side" cannot be this'],
    ['a hold of a walk', { exercise: 'easy-walk', holdSeconds: 9 }, 'it takes a time and nothing else'],
    ['a name that is no text', { exercise: 7 }, '"exercise" is not a text'],
    ['a note that is no text', { exercise: 'bird-dog', note: { x: 1 } }, '"note" is not a text'],
    ['how, of a known exercise', { exercise: 'bird-dog', how: 'x' }, '"how" is only for what you describe'],
    ['no description', { own: 'Wall press', repetitions: 8 }, '"Wall press" does not say how it is done'],
    ['a known one as own', { own: 'bird dog', how: 'x', repetitions: 8 }, '"Bird dog" is in the catalogue'],
    ['a colour code', { exercise: 'bird-dog', note: '\u001b[31mred' }, 'has an escape sequence in it'],
    ['a NUL', { exercise: 'bird-dog', note: 'a\u0000b' }, '"a?b" has a NUL character in it'],
    [
      'half a character',
      { exercise: 'bird-dog', note: 'a\ud800b' },
      'has a control character (U+D800) in it',
    ],
    ['a name that is a trap', { exercise: '__proto__' }, '"__proto__" is not an exercise we know'],
  ])('%s', (_name, step, message) => {
    expect(problemOf(step)?.message).toContain(message);
  });

  test.each([
    ['cut short', '{"schema": ', 1, 'this is not JSON'],
    ['a comma that is missing', '{\n"name": "x"\n"steps": []}', 3, 'this is not JSON (comma expected)'],
    ['a comment', '{ // x\n}', 1, 'this is not JSON (invalid comment token)'],
    ['a list', '[]', 1, 'this is not a plan'],
    ['a word', '"plan"', 1, 'this is not a plan'],
    ['nothing', ' ', 1, 'this is not JSON'],
    ['no schema', '{"steps": []}', 1, '"schema" is missing'],
    [
      'a newer schema',
      '{\n"schema": "backcare/routine@2", "steps": []}',
      2,
      '"schema" is another one than we read',
    ],
    [
      'a key twice',
      '{"schema": "backcare/routine@1",\n"steps": [],\n"steps": []}',
      3,
      '"steps" stands here twice',
    ],
    [
      'a key of its own',
      '{"schema": "backcare/routine@1",\n"stepps": []}',
      2,
      '"stepps" does not belong here',
    ],
    ['steps that are no list', '{"schema": "backcare/routine@1",\n"steps": {}}', 2, '"steps" is not a list'],
    ['no steps', '{"schema": "backcare/routine@1"}', 1, 'there is no exercise in it'],
    ['an empty list', '{"schema": "backcare/routine@1", "steps": []}', 1, 'there is no exercise in it'],
    ['a hundred brackets', `{"steps":\n${'['.repeat(100)}`, 2, 'too many brackets'],
    ['thousands of brackets', `\n${'['.repeat(60_000)}`, 2, 'too many brackets'],
  ])('%s', (_name, text, line, message) => {
    const [problem] = problemsIn(text, 'plan.json');
    expect(problem?.message).toContain(message);
    expect(problem?.line).toBe(line);
  });
});
