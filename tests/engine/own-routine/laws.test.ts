import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dose, Exercise } from '../../../src/data/exercise-schema.ts';
import { exercises } from '../../../src/data/exercises/index.ts';
import { routines } from '../../../src/data/routines.ts';
import { catalogueNames } from '../../../src/engine/own-routine/catalogue-names.ts';
import { doseInFull } from '../../../src/engine/own-routine/dose-in-full.ts';
import { movesLasting } from '../../../src/engine/own-routine/dose-moves.ts';
import { secondsOf } from '../../../src/engine/practice/dose-length.ts';
import { doseInWords } from '../../../src/engine/routine/dose-words.ts';
import { jsonPlan, reading, routineIn, stepIn } from './plans.ts';

const runs = 2_000;
const halves = (least: number, most: number) =>
  fc.integer({ min: least * 2, max: most * 2 }).map((half) => half / 2);

/** Any dose within the limits that a plan can mean for this exercise. A rest that is not meant is as in the catalogue. */
function anyDose(exercise: Exercise): fc.Arbitrary<Dose> {
  const { dose } = exercise;
  if (dose.kind === 'timed') return halves(60, 3600).map((seconds) => ({ ...dose, seconds }));
  const sides = dose.sides === 2 ? fc.constant(2 as const) : fc.constantFrom(1 as const, 2 as const);
  const rest = fc.oneof(fc.constant(dose.restSeconds), halves(1, 300));
  const repetitions = fc.integer({ min: 1, max: 50 });
  const any: fc.Arbitrary<Dose> =
    dose.kind === 'hold'
      ? fc.tuple(halves(1, 180), repetitions, sides, rest).map(([holdSeconds, times, side, restSeconds]) => ({
          kind: 'hold',
          holdSeconds,
          repetitions: times,
          sides: side,
          restSeconds: times > 1 || side === 2 ? restSeconds : dose.restSeconds,
        }))
      : fc
          .tuple(
            fc.array(repetitions, { minLength: 1, maxLength: 10 }),
            halves(dose.moves.length, 60),
            sides,
            rest,
          )
          .map(([sets, each, side, restSeconds]) => ({
            kind: 'repetitions',
            sets,
            moves: movesLasting(dose.moves, each) ?? dose.moves,
            sides: side,
            restSeconds: sets.length > 1 || side === 2 ? restSeconds : dose.restSeconds,
          }));
  return any.filter((one) => secondsOf(one) <= 3600);
}

const anyExercise = fc.constantFrom<Exercise[]>(...exercises);
const anyPrescription = anyExercise.chain((exercise) => fc.tuple(fc.constant(exercise), anyDose(exercise)));

describe('what is printed is read back', () => {
  test('a dose in full words, by any name of its exercise', () => {
    fc.assert(
      fc.property(anyPrescription, fc.nat(), ([exercise, dose], turn) => {
        const names = [exercise.id, exercise.name, ...exercise.alsoCalled];
        const step = stepIn(`${names[turn % names.length]}: ${doseInFull(dose)}`);
        expect(step).toMatchObject({ exercise: exercise.id, notes: [] });
        expect(step.dose).toEqual(dose);
      }),
      { numRuns: runs },
    );
  });

  test('whatever the case, the crosses and the spaces', () => {
    const noise = fc.constantFrom<((text: string) => string)[]>(
      (text) => text.toUpperCase(),
      (text) => text.replaceAll(' ', '  '),
      (text) => text.replaceAll(' ', '\t'),
      (text) => text.replaceAll('seconds', 'sec').replaceAll('minutes', 'min'),
      (text) => text.replaceAll(/(\d) (seconds?|minutes?)/g, '$1$2'),
      (text) => text.replaceAll('times', 'reps'),
      (text) => text.replaceAll(/(\d+) sets of (\d+)/g, '$1×$2'),
      (text) => `${text}.`,
    );
    fc.assert(
      fc.property(anyPrescription, fc.array(noise), ([exercise, dose], noises) => {
        const said = noises.reduce((text, change) => change(text), doseInFull(dose));
        expect(stepIn(`${exercise.name}: ${said}`).dose).toEqual(dose);
      }),
      { numRuns: runs },
    );
  });

  test.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
    'the short words of %s',
    (_id, exercise) => {
      expect(stepIn(`${exercise.name}: ${doseInWords(exercise.dose)}`).dose).toEqual(exercise.dose);
    },
  );

  test('the doses of the ready routines', () => {
    for (const { steps } of routines) {
      for (const { exercise, dose } of steps) {
        if (dose.kind === 'timed' && dose.seconds < 60) continue;
        const read = stepIn(`${exercise}: ${doseInFull(dose)}`).dose;
        // A rest after the only set is never taken, and not said.
        expect([doseInFull(read), secondsOf(read)]).toEqual([doseInFull(dose), secondsOf(dose)]);
      }
    }
  });

  test('the same dose as JSON', () => {
    fc.assert(
      fc.property(anyPrescription, ([exercise, dose]) => {
        const [step] = routineIn(jsonPlan([{ exercise: exercise.id, ...jsonDose(dose) }]), 'plan.json').steps;
        expect(step?.dose).toEqual(dose);
      }),
      { numRuns: runs },
    );
  });
});

function jsonDose(dose: Dose): object {
  if (dose.kind === 'timed') return { minutes: dose.seconds / 60 };
  const { sides, restSeconds } = dose;
  if (dose.kind === 'hold') {
    return { holdSeconds: dose.holdSeconds, repetitions: dose.repetitions, sides, restSeconds };
  }
  const secondsEach = dose.moves.reduce((sum, { seconds }) => sum + seconds, 0);
  return { sets: dose.sets, secondsEach, sides, restSeconds };
}

test('the moves of a repetition take the time that was asked for, none under a second', () => {
  const withMoves = exercises.flatMap(({ dose }) => (dose.kind === 'repetitions' ? [dose.moves] : []));
  fc.assert(
    fc.property(fc.constantFrom(...withMoves), halves(1, 180), (moves, seconds) => {
      const lasting = movesLasting(moves, seconds);
      if (lasting === undefined) {
        expect(seconds).toBeLessThan(moves.length);
        return;
      }
      expect(lasting.map(({ say }) => say)).toEqual(moves.map(({ say }) => say));
      expect(lasting.reduce((sum, move) => sum + move.seconds, 0)).toBe(seconds);
      expect(Math.min(...lasting.map((move) => move.seconds))).toBeGreaterThanOrEqual(1);
    }),
  );
});

test('no two exercises of the catalogue can be called by one name', () => {
  const names = catalogueNames(exercises);
  for (const exercise of exercises) {
    for (const name of [exercise.id, exercise.name, ...exercise.alsoCalled]) {
      expect([name, names.find(name)?.id]).toEqual([name, exercise.id]);
    }
  }
});

describe('any file', () => {
  const piece = fc.constantFrom(
    ...[
      '# ',
      '- ',
      '  ',
      '\t',
      '\n',
      '\r\n',
      '\r',
      ': ',
      ' -- ',
      ' – ',
      '(',
      ')',
      ', ',
      '| ',
      'Own: ',
      'From: ',
      'Until: ',
    ],
    ...['Bird dog', 'bridge', 'easy walk', 'lying hamstring stretch', '90/90 rest', 'Wall press'],
    ...[
      'hold ',
      'rest ',
      '30',
      ' s',
      ' min',
      ' times',
      ' x ',
      ' sets of ',
      '6-4-2',
      'each side',
      ' each',
      '"',
      "'",
      '-3',
      '0',
    ],
    ...[
      '{',
      '}',
      '[',
      ']',
      '"steps":',
      '"exercise":',
      '\\u001b',
      '\u001b[31m',
      '\u0000',
      '\ud800',
      '×',
      'é',
      '💪',
    ],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.json(),
  );
  const content = fc.oneof(
    { weight: 3, arbitrary: text },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) },
  );
  const fileName = fc.constantFrom('plan.md', 'plan.json', '-', 'plan.txt', '');

  test('is read or refused, and never throws; each problem has a line that exists', () => {
    fc.assert(
      fc.property(content, fileName, (file, name) => {
        const result = reading(file, name);
        if (result.kind === 'routine') {
          expect(result.routine.steps.length).toBeGreaterThan(0);
          return;
        }
        const whole = typeof file === 'string' ? file : Buffer.from(file).toString('latin1');
        const lines = whole.split(/\r\n|\n|\r/);
        expect(result.problems.length).toBeGreaterThan(0);
        expect(result.problems.length).toBeLessThanOrEqual(10);
        for (const { line, column, message, expected } of result.problems) {
          expect(lines[line - 1]).toBeDefined();
          if (column !== undefined) expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
          // What is said about a file can be shown in a terminal.
          expect(`${message} ${expected}`).not.toMatch(/\p{Cc}|\p{Surrogate}/u);
        }
      }),
      { numRuns: 5 * runs },
    );
  });

  test('what is read comes back byte for byte', () => {
    const line = fc.constantFrom(
      '- Bridge',
      '- Bird dog: 3 x 8 -- läuft',
      'Hello!',
      '',
      '  so',
      '\t- x',
      'Times: 2 a day',
    );
    const end = fc.constantFrom('\n', '\r\n', '\r');
    const file = fc.tuple(fc.constantFrom('', '\ufeff'), fc.array(fc.tuple(line, end), { maxLength: 30 }));
    fc.assert(
      fc.property(file, ([mark, lines]) => {
        const bytes = new TextEncoder().encode(`${mark}${lines.flat().join('')}`);
        const result = reading(bytes);
        if (result.kind === 'routine') expect(new TextEncoder().encode(result.routine.raw)).toEqual(bytes);
      }),
      { numRuns: runs },
    );
  });

  test('a long line costs no time', () => {
    const lines = ['- ', '# ', '- Bridge: ', '- Own: x: ', '"', '- Bridge -', '* '].flatMap((start) =>
      ['(', ' -', '- ', '8 x ', '6-', 'a ', '_', ': ', '**', '" '].map(
        (unit) => start + unit.repeat(60_000 / unit.length),
      ),
    );
    const started = performance.now();
    for (const line of lines) reading(line);
    expect((performance.now() - started) / lines.length).toBeLessThan(100);
  });
});
