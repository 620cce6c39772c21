import { describe, expect, test } from 'vitest';
import { exerciseTables } from '../../src/data/exercise-tables.ts';
import { type ExerciseListView, exerciseListDocument } from '../../src/documents/exercise-list-document.ts';
import { asRoutine } from '../../src/engine/own-routine/as-routine.ts';
import type { CatalogueFilter } from '../../src/engine/routine/catalogue.ts';
import { renderDocument } from '../../src/render/render.ts';
import { routineIn } from '../engine/own-routine/plans.ts';
import { themes } from '../render/themes.ts';
import { raised, sheetView, told } from './exercise-views.ts';

const { exercises, routines } = exerciseTables;

function listOf(filter: CatalogueFilter = {}, changes: Partial<ExerciseListView> = {}) {
  return exerciseListDocument({ ...sheetView, filter, ownRoutines: [], ...changes });
}

/** Ids in the list, in their order. */
function idsIn(document: ReturnType<typeof listOf>): readonly string[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'rows' ? block.rows.map(({ text }) => text.split(' ')[0] ?? '') : [],
  );
}

describe('the list', () => {
  test.each([
    ['sitting', listOf({ position: 'sitting', equipment: ['chair'] }), themes.screen],
    [
      'for-a-person',
      listOf(
        { target: 'tight-hamstrings' },
        { raised: raised('knee-cannot-kneel', 'breathless-lying-flat'), stage: 2 },
      ),
      themes.screen,
    ],
    ['nothing', listOf({ position: 'lying-on-front', kind: 'aerobic' }), told],
  ])('%s, read like prose', async (name, document, theme) => {
    const text = await renderDocument(document, { format: 'text', theme });
    await expect(text).toMatchFileSnapshot(`golden/exercise-list.${name}.txt`);
  });

  test('has every exercise and routine once when nothing narrows it down', () => {
    const all = [...routines, ...exercises].map(({ id }) => id);
    expect([...idsIn(listOf())].sort()).toEqual([...all].sort());
  });

  test('has the plans of the person first', () => {
    const { routine } = asRoutine(routineIn('# Monday plan\n\n- Bird dog: 2 sets of 8\n'));
    const document = listOf({ position: 'hands-and-knees' }, { ownRoutines: [routine] });
    expect(idsIn(document)[0]).toBe(routine.id);
    expect(document.blocks.at(-1)).toMatchObject({
      commands: expect.arrayContaining([`backcare stretch print ${routine.id}`]),
    });
  });

  test('tells what to give up when nothing is left, and each of it brings something', () => {
    const text = JSON.stringify(listOf({ position: 'lying-on-front', kind: 'aerobic' }));
    expect(text).toContain('Nothing fits all of that together.');
    expect(text).toMatch(/In any position there (is|are) \d+\./);
  });

  test('says so when no single wish stands in the way', () => {
    const text = JSON.stringify(listOf({ position: 'lying-on-front', kind: 'aerobic', bodyPart: 'neck' }));
    expect(text).toContain('Ask for less');
  });

  test('leaves nothing out silently: marked in its row, and with its reason below', () => {
    const document = listOf({}, { raised: raised('recent-surgery') });
    const rows = document.blocks.flatMap((block) => (block.kind === 'rows' ? block.rows : []));
    const left = rows.filter(({ details }) => details?.includes('For you: left out.'));
    expect(left).toHaveLength(exercises.length - 3);
    const text = JSON.stringify(document.blocks.findLast(({ kind }) => kind === 'list'));
    for (const { label } of left) expect(text).toContain(label);
  });
});
