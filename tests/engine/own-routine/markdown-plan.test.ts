import { describe, expect, test } from 'vitest';
import { doseInFull } from '../../../src/engine/own-routine/dose-in-full.ts';
import { problemsIn, routineIn, stepIn } from './plans.ts';

const stepsIn = (...lines: readonly string[]) =>
  routineIn(lines.join('\n')).steps.map(({ exercise, notes }) => [exercise, ...notes]);
const firstProblem = (...lines: readonly string[]) => problemsIn(lines.join('\n'))[0];

describe('a plan as people type it', () => {
  test('everything in it is kept', () => {
    const plan = routineIn(
      [
        '# Plan for my back',
        '',
        'From: Anna Meier, physiotherapist',
        'Times: 2 a day',
        'Until: 2027-01-15',
        '',
        'Stop if your leg tingles.',
        '',
        '- Bird dog: 3 x 8 -- slowly',
        '  and breathe',
        '',
        'Have fun!',
      ].join('\n'),
    );
    expect(plan).toMatchObject({
      id: 'plan-for-my-back',
      name: 'Plan for my back',
      from: 'Anna Meier, physiotherapist',
      howOften: '2 a day',
      sessionsADay: 2,
      until: '2027-01-15',
      remarks: ['Stop if your leg tingles.', 'Have fun!'],
    });
    expect(plan.steps).toMatchObject([
      {
        kind: 'catalogue',
        exercise: 'bird-dog',
        name: 'Bird dog',
        notes: ['slowly', 'and breathe'],
        line: 9,
      },
    ]);
  });

  test.each([
    ['a dash', '- Bird dog: 8 times'],
    ['a dash without a space', '-Bird dog: 8 times'],
    ['a star', '* Bird dog: 8 times'],
    ['a dot', '• Bird dog: 8 times'],
    ['a long dash', '– Bird dog: 8 times'],
    ['a number', '1. Bird dog: 8 times'],
    ['a number with a bracket', '12) Bird dog: 8 times'],
    ['a box to tick', '- [ ] Bird dog: 8 times'],
    ['a tab', '-\tBird dog:\t8 times'],
    ['no mark', 'Bird dog: 8 times'],
    ['no mark and no colon', 'Bird dog 8 times'],
    ['a space before all of it', '   - Bird dog: 8 times'],
    ['bold', '- **Bird dog**: 8 times'],
    ['bold with its colon', '- **Bird dog:** 8 times'],
    ['slanted', '- *Bird dog*: 8 times'],
    ['code', '- `bird-dog`: 8 times'],
    ['no colon', '- Bird dog 8 times'],
    ['a comma', '- Bird dog, 8 times'],
    ['a dash for the colon', '- Bird dog - 8 times'],
    ['a long dash for the colon', '- Bird dog – 8 times'],
    ['two dashes for the colon', '- Bird dog -- 8 times'],
    ['its id', '- bird-dog: 8 times'],
    ['another name of it', '- Opposite arm and leg reach: 8 times'],
    ['capitals', '- BIRD DOG: 8 TIMES'],
    ['more than one', '- Bird dogs: 8 times'],
    ['a soft hyphen', '- Bird\u00ad dog: 8 times'],
    ['a space that does not break', '-\u00a0Bird\u00a0dog:\u00a08\u00a0times'],
  ])('%s', (_name, line) => {
    const [step] = routineIn(`# Plan\n${line}`).steps;
    expect(step).toMatchObject({ exercise: 'bird-dog', dose: { sets: [8] }, notes: [] });
  });

  test.each([
    ['an apostrophe', "Child's pose", 'childs-pose'],
    ['a curly apostrophe', 'Child’s pose', 'childs-pose'],
    ['none', 'Childs pose', 'childs-pose'],
    ['stretches', 'Lying hamstring stretches', 'lying-hamstring-stretch'],
    ['a hyphen that is missing', 'Figure four stretch', 'figure-four-stretch'],
    ['figures', '90/90 rest', 'legs-up-90-90'],
  ])('a name with %s', (_name, name, id) => {
    expect(stepIn(name).exercise).toBe(id);
    expect(stepIn(`${name} 2 x 60 s`.replace('90/90 rest 2 x 60 s', '90/90 rest 2 min')).exercise).toBe(id);
  });

  test.each([
    ['after two dashes', 'Bird dog: 8 times -- slowly', ['slowly']],
    ['after a long dash', 'Bird dog: 8 times — slowly', ['slowly']],
    ['after a dash', 'Bird dog: 8 times - slowly', ['slowly']],
    ['in brackets', 'Bird dog: 8 times (not too high)', ['not too high']],
    ['in brackets after the name', 'Bird dog (not too high): 8 times', ['not too high']],
    ['with figures', 'Bird dog: 8 times -- up to 12 on good days', ['up to 12 on good days']],
    ['without a mark', 'Bird dog: 8 times slowly', ['slowly']],
    ['two of them', 'Bird dog: 8 times (low) -- slowly', ['low', 'slowly']],
    ['without a dose', 'Bird dog -- as you can', ['as you can']],
  ])('a note %s', (_name, line, notes) => {
    expect(stepIn(line)).toMatchObject({ exercise: 'bird-dog', notes });
  });

  test('an easier version', () => {
    expect(stepIn('Figure-four stretch: easier version, 2 x 30 s')).toMatchObject({ variant: 'easier' });
    expect(stepIn('Figure-four stretch (easier)')).toMatchObject({ variant: 'easier', notes: [] });
    expect(stepIn('Figure-four stretch: 2 x 30 s')).not.toHaveProperty('variant');
  });

  test('lines belong to the exercise above them while they are indented, or follow without a gap', () => {
    expect(
      stepsIn(
        '# Plan',
        '- Bridge',
        '  one',
        '',
        '  two',
        '- Bird dog',
        'three',
        '',
        'four',
        '- Cat and cow',
        '\tfive',
      ),
    ).toEqual([
      ['glute-bridge', 'one', 'two'],
      ['bird-dog', 'three'],
      ['cat-cow', 'five'],
    ]);
  });

  test('a list in a note stays a list, and one space in is still an exercise', () => {
    expect(stepsIn('# Plan', '- Bridge', '  - breathe', '  1. smile', ' - Bird dog')).toEqual([
      ['glute-bridge', '- breathe', '1. smile'],
      ['bird-dog'],
    ]);
  });

  test('a heading in the middle goes with every exercise under it', () => {
    expect(
      stepsIn('# Plan', '- Bridge', '## Only on good days', '- Bird dog -- slowly', '- Cat and cow'),
    ).toEqual([
      ['glute-bridge'],
      ['bird-dog', 'Only on good days', 'slowly'],
      ['cat-cow', 'Only on good days'],
    ]);
  });

  test('the same exercise twice', () => {
    expect(stepsIn('# Plan', '- Bridge', '- Bird dog', '- Bridge')).toHaveLength(3);
  });

  test('rules, box drawings of dashes and a line under the title say nothing', () => {
    const plan = routineIn('My plan\n=======\n\n- Bridge\n\n---\n* * *\n');
    expect(plan).toMatchObject({ name: 'My plan', remarks: [] });
    expect(plan.steps).toHaveLength(1);
  });

  test.each([
    ['its heading', '# *My* plan #\n- Bridge', '*My* plan'],
    ['a heading without a space', '#My plan\n- Bridge', 'My plan'],
    ['a heading of another size', '## My plan\n- Bridge', 'My plan'],
    ['the first words, where there is no heading', 'My plan\n\n- Bridge', 'My plan'],
    ['the heading, where words stand before it', 'Dear Petra,\n# My plan\n- Bridge', 'My plan'],
    ['the name of the file, where there are neither', '- Bridge', 'plan for anna'],
  ])('the title is %s', (_name, text, name) => {
    expect(routineIn(text, '/home/anna/plan_for-anna.md').name).toBe(name);
  });

  test('a plan without a title from standard input has a name too', () => {
    expect(routineIn('- Bridge', '-')).toMatchObject({ name: 'My plan', id: 'my-plan' });
  });

  test('other words for who, how often and until when', () => {
    const plan = routineIn(
      '# P\n**Physiotherapist:** Anna\nHow often: 3 days a week\nTill: 6 weeks from now\n- Bridge',
    );
    expect(plan).toMatchObject({ from: 'Anna', howOften: '3 days a week', until: '6 weeks from now' });
    expect(plan).not.toHaveProperty('sessionsADay');
  });

  test.each([
    ['2 a day', 2],
    ['Twice a day', 2],
    ['3 times per day, with meals', 3],
    ['4x/day', 4],
    ['one a day', 1],
    ['100 a day', undefined],
    ['0 a day', undefined],
    ['when it hurts', undefined],
  ])('sessions a day: %s', (words, sessions) => {
    expect(routineIn(`# P\nTimes: ${words}\n- Bridge`).sessionsADay).toBe(sessions);
  });

  test('figures that belong to the whole plan are remarks', () => {
    expect(routineIn('# P\n- Bridge\n\nTotal: 20 min\nWait 2 hours after a meal.').remarks).toEqual([
      'Total: 20 min',
      'Wait 2 hours after a meal.',
    ]);
  });

  test.each([
    ['lines of Windows', '\r\n'],
    ['lines of an old Mac', '\r'],
  ])('%s, and a byte order mark', (_name, end) => {
    const text = ['\ufeff# Plan', '- Bridge: 2 x 10', '  slowly', ''].join(end);
    expect(routineIn(text)).toMatchObject({ name: 'Plan', steps: [{ line: 2, notes: ['slowly'] }] });
  });
});

describe('an exercise that the plan describes', () => {
  test('its lines are how it is done', () => {
    const [step] = routineIn(
      '# P\n- Own: Wall press: 2 sets of 10, 5 s each -- not too far\n  1. Stand at a wall.\n  - Press.\n',
    ).steps;
    expect(step).toMatchObject({
      kind: 'described',
      exercise: 'own-wall-press',
      name: 'Wall press',
      steps: ['Stand at a wall.', 'Press.'],
      notes: ['not too far'],
    });
  });

  test('a remark on the line is how it is done, where there is no other', () => {
    expect(stepIn('own exercise: Wall press: 8 times -- push the wall')).toMatchObject({
      steps: ['push the wall'],
      notes: [],
    });
  });

  test('named again, it needs no second description; described again, it is another', () => {
    const { steps } = routineIn(
      [
        '# P',
        '- Own: Wall press: 8 times',
        '  Push.',
        '- Own: wall press: 4 times',
        '- Own: Wall press: 2 times',
        '  Push with one hand.',
      ].join('\n'),
    );
    expect(steps).toMatchObject([
      { exercise: 'own-wall-press', steps: ['Push.'] },
      { exercise: 'own-wall-press', steps: ['Push.'], dose: { sets: [4] } },
      { exercise: 'own-wall-press-2', steps: ['Push with one hand.'] },
    ]);
  });

  test('a name in another script', () => {
    expect(stepIn('Own: Стена: 8 times -- push')).toMatchObject({ name: 'Стена', exercise: 'own' });
  });

  test.each([
    ['no description', 'Own: Wall press: 8 times', '"Wall press" does not say how it is done'],
    ['no name', 'Own: : 8 times', '"" is not a name'],
    ['a name without a letter', 'Own: 123: 8 times', '"123" is not a name'],
    ['a name that we know', 'Own: bird dogs: 8 times', '"Bird dog" is in the catalogue'],
    ['an endless name', `Own: ${'a'.repeat(81)}: 8 times`, 'is not a name'],
  ])('refused: %s', (_name, line, message) => {
    expect(firstProblem('# P', `- ${line}`)?.message).toContain(message);
  });
});

describe('what would lose an exercise is refused', () => {
  test('an unknown name, with the nearest', () => {
    expect(firstProblem('# P', '', '- Brid dog: 3 x 8')).toEqual({
      line: 3,
      message: '"Brid dog" is not an exercise we know',
      expected: expect.stringContaining('backcare stretch list'),
      nearest: 'Bird dog',
    });
  });

  test('a name far from all', () => {
    const problem = firstProblem('# P', '- Trampoline somersault: 3 x 8');
    expect(problem?.message).toBe('"Trampoline somersault" is not an exercise we know');
    expect(problem).not.toHaveProperty('nearest');
  });

  test.each([
    ['with a colon', 'Wall angels: 5 min'],
    ['without one', 'Wall angels 3 x 10'],
    ['with hold', 'Wall angels hold 30 s'],
    ['in capitals', 'WALL ANGELS 2 SETS OF 8'],
  ])('a line without a mark that says how much, %s', (_name, line) => {
    expect(firstProblem('# P', '- Bridge: 2 x 10', line)).toMatchObject({
      line: 3,
      message: expect.stringMatching(/"wall angels" is not an exercise/i),
    });
  });

  test('an exercise that would be a note of another', () => {
    expect(firstProblem('# P', '- Bridge', '    - Bird dog: 3 x 8')).toMatchObject({
      line: 3,
      message: '"Bird dog" stands indented under another exercise, so it would only be a note',
    });
  });

  test('a table', () => {
    expect(firstProblem('# P', '| Bridge | 2 x 10 |')).toMatchObject({
      line: 2,
      message: 'a table is not read',
    });
  });

  test('a second plan in the file', () => {
    expect(firstProblem('# P', '- Bridge', '# Q', '- Bird dog')).toMatchObject({
      line: 3,
      message: '"Q" is a second title',
    });
  });

  test('a head line twice', () => {
    expect(firstProblem('# P', 'From: Anna', 'By: Petra', '- Bridge')).toMatchObject({
      line: 3,
      message: '"Petra" is here, and "Anna" before it',
    });
  });

  test('all problems are told in the order of the file, ten at most', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `- Nothing ${'abcdefghijkl'[index]}: 8 times`);
    expect(problemsIn(['# P', ...lines].join('\n')).map(({ line }) => line)).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
  });
});

test('a name and a dose together say what is meant', () => {
  expect(doseInFull(stepIn('Bridge 3 x 10, hold 5 sec — slowly up').dose)).toBe(
    '3 sets of 10, 9 seconds each time, rest 30 seconds',
  );
});
