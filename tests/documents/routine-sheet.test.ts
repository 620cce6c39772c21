import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exerciseTables } from '../../src/data/exercise-tables.ts';
import type { Block, Document } from '../../src/documents/document.ts';
import { cautionsOf } from '../../src/documents/exercise-lines.ts';
import { routineSheet } from '../../src/documents/routine-document.ts';
import { asRoutine } from '../../src/engine/own-routine/as-routine.ts';
import { renderDocument } from '../../src/render/render.ts';
import { routineIn } from '../engine/own-routine/plans.ts';
import { exerciseOf, plansOf, raised, readyRoutine, sheetOf, sheetView, told } from './exercise-views.ts';
import { wordsOf } from './people.ts';

const { exercises, routines, flags } = exerciseTables;
const routineIds = routines.map(({ id }) => id);
const textOf = (document: Document) => renderDocument(document, { format: 'text', theme: told });

const blocksOf = <Kind extends Block['kind']>({ blocks }: Document, kind: Kind) =>
  blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);

/** A plan as physiotherapists write them, with one exercise that we do not know. */
const physioPlan = [
  '# Plan for my back',
  '',
  'From: Anna Meier, physiotherapist',
  'Times: 2 a day',
  'Until: 2027-01-15',
  '',
  'Go slowly.',
  '',
  '- Pelvic tilt: 10 times -- small and easy',
  '- Sit-back stretch: hold 20 s, 2 times',
  '- Bird dog: 3 sets of 8, 6 s each, each side',
  '  Keep the cup of tea on your back.',
  '- Own: Wall press: 2 sets of 10, 5 s each',
  "  Stand at arm's length from a wall and push.",
].join('\n');

function ownSheet(known: readonly string[] = []): Document {
  const own = routineIn(physioPlan);
  const { routine, described, notes } = asRoutine(own);
  const tables = { ...exerciseTables, exercises: [...exercises, ...described] };
  return routineSheet({
    ...sheetView,
    tables,
    routine,
    own: { ...own, ofSteps: notes },
    plans: plansOf(routine, { flags: raised(...known), own: true }, tables),
  });
}

test('a sheet for somebody who must not lie on the back tells and shows nothing that lies on it', async () => {
  const sheet = sheetOf('pre-sleep', raised('pregnancy-late'));
  const text = await textOf(sheet);
  expect(text).toContain('Rest on your side (easier)');
  expect(text).not.toMatch(/lie on your back|with bent knees|calves|on the seat|a chair or pillows/i);
  expect(text).toMatch(/Why this way: You said yes to/);
  expect(blocksOf(sheet, 'figures')).toEqual([]);
});

describe('a sheet, read like prose', () => {
  test.each([
    ['stress-wind-down', sheetOf('stress-wind-down')],
    [
      'stress-wind-down.left-out',
      sheetOf('stress-wind-down', raised('knee-cannot-kneel', 'arm-pain-tingling')),
    ],
    ['hamstring-micro', sheetOf('hamstring-micro')],
    ['in-its-place', sheetOf('acute-spasm', raised('breathless-lying-flat', 'skin-numb'))],
    ['own-plan', ownSheet()],
    ['own-plan.left-out', ownSheet(['knee-cannot-kneel'])],
  ])('%s', async (name, document) => {
    await expect(await textOf(document)).toMatchFileSnapshot(`golden/routine-sheet.${name}.txt`);
  });
});

describe('every ready routine', () => {
  test.each(routineIds)('%s: danger first, then the week, then every exercise once', (id) => {
    const document = sheetOf(id);
    expect(document.blocks[0]).toEqual({ kind: 'paragraph', text: sheetView.contact.line });
    const headings = blocksOf(document, 'heading');
    expect(headings.map(({ level }) => level).filter((level) => level === 1)).toHaveLength(1);
    // No level is skipped on the way down.
    for (const [index, { level }] of headings.entries())
      expect(level - (headings[index - 1]?.level ?? 0)).toBeLessThanOrEqual(1);
    const { steps, rotation = [] } = readyRoutine(id);
    const versions = new Set(
      (rotation.length > 0 ? rotation : steps).map((step) => `${step.exercise} ${step.variant}`),
    );
    expect(headings.filter(({ level }) => level === 3)).toHaveLength(versions.size);
    expect(blocksOf(document, 'figures')).toHaveLength(versions.size);
    const order = ['Before you start', 'Tick off your week', 'What is known'].map((words) =>
      headings.findIndex(({ text }) => text === words),
    );
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order).not.toContain(-1);
  });

  test.each(routineIds)('%s: a box a day, and a last row for the pain', (id) => {
    const [ticks, ...more] = blocksOf(sheetOf(id), 'ticks');
    expect(more).toEqual([]);
    expect(ticks?.columns).toHaveLength(7);
    const { sessionsADay, steps } = readyRoutine(id);
    expect(ticks?.rows).toHaveLength((sessionsADay ?? steps.length) + 1);
    expect(ticks?.rows.at(-1)).toContain('Pain');
  });

  test.each(routineIds)('%s: no source, no percentage, but the limits, the date and the version', (id) => {
    const words = wordsOf(sheetOf(id));
    expect(words).not.toMatch(/doi:|%|\bet al\b/);
    expect(words).toContain('No regulator has checked it.');
    expect(words).toContain('Made 2026-11-22 18:09 by backcare, version 0.1.0.');
  });
});

describe('whoever holds the sheet', () => {
  test.each(routineIds)(
    '%s names every flag that rules one of its exercises out, or asks for the easier one',
    (id) => {
      const words = wordsOf(sheetOf(id));
      const { steps, rotation = [] } = readyRoutine(id);
      for (const { exercise, variant } of [...steps, ...rotation]) {
        const { out, easier } = cautionsOf(exerciseOf(exercise), flags);
        for (const flag of out) expect(words, `${exercise}: ${flag.id}`).toContain(flag.leaveOut);
        if (variant !== 'easier') for (const flag of easier) expect(words, exercise).toContain(flag.leaveOut);
      }
    },
  );

  test('gets no exercise that their answers rule out, and each of these with its reason', () => {
    fc.assert(
      fc.property(fc.constantFrom(...routineIds), fc.subarray(flags.map(({ id }) => id)), (id, ids) => {
        const known = raised(...ids);
        const plans = plansOf(readyRoutine(id), { flags: known });
        const document = sheetOf(id, known);
        const shown = blocksOf(document, 'heading').filter(({ level }) => level === 3);
        const words = wordsOf(document);
        for (const { exercise, flags: because } of plans.flatMap(({ excluded }) => excluded)) {
          const { name } = exerciseOf(exercise);
          expect(shown.map(({ text }) => text)).not.toContainEqual(
            expect.stringMatching(`^\\d+\\. ${name}$`),
          );
          expect(words).toContain(name);
          for (const { because: why } of because) expect(words).toContain(why.slice(1));
        }
        expect(document.blocks[0]).toMatchObject({ text: sheetView.contact.line });
      }),
    );
  });

  test('reads the advice before everything but the emergency line', () => {
    const advice: Block = { kind: 'callout', tone: 'urgent', title: 'See a doctor today', lines: [] };
    const { blocks } = sheetOf('morning', [], { advice: [advice] });
    expect(blocks[1]).toBe(advice);
  });

  test('is told what to change when nothing is left', async () => {
    const own = routineIn('# Knees\n\n- Sit-back stretch: hold 20 s\n');
    const { routine, notes } = asRoutine(own);
    const document = routineSheet({
      ...sheetView,
      routine,
      own: { ...own, ofSteps: notes },
      plans: plansOf(routine, { flags: raised('knee-cannot-kneel'), own: true }),
    });
    const text = await textOf(document);
    expect(text).toContain('Ask the person who made the plan');
    expect(text).toContain('Sit-back stretch: You said yes to "Cannot kneel" (Sun 22 Nov).');
    expect(blocksOf(document, 'ticks')).toEqual([]);
  });
});

describe("a clinician's plan", () => {
  test('keeps each remark with its exercise, also when one before it is left out', async () => {
    const text = await textOf(ownSheet(['knee-cannot-kneel', 'shoulder-painful']));
    expect(text).toMatch(/1\. Pelvic tilt\n(?:.*\n+){0,4}Your clinician says: small and easy/);
    expect(text).not.toContain('cup of tea');
    expect(await textOf(ownSheet())).toMatch(
      /3\. Bird dog\n(?:.*\n+){0,4}Your clinician says: Keep the cup of tea/,
    );
  });

  test('is not graded where only the plan knows the exercise, and says so', async () => {
    const text = await textOf(ownSheet());
    expect(text).toContain('Note: Not in our catalogue: we cannot check it.');
    expect(text).not.toMatch(/Wall press \(/);
  });

  test('leaves how it goes on to the clinician', async () => {
    expect(await textOf(ownSheet())).not.toContain('As days go by');
    expect(await textOf(sheetOf('morning'))).toContain('As days go by');
  });
});
