import { describe, expect, test } from 'vitest';
import { exerciseTables } from '../../src/data/exercise-tables.ts';
import { sources } from '../../src/data/sources.ts';
import { type ExerciseView, exerciseDocument } from '../../src/documents/exercise-document.ts';
import { cautionsOf } from '../../src/documents/exercise-lines.ts';
import { renderDocument } from '../../src/render/render.ts';
import { exerciseOf, raised, sheetView, told } from './exercise-views.ts';
import { wordsOf } from './people.ts';

const { exercises, flags } = exerciseTables;
const ids = exercises.map(({ id }) => id);
const shown = (id: string, changes: Partial<ExerciseView> = {}) =>
  exerciseDocument({ ...sheetView, exercise: exerciseOf(id), sources, ...changes });

describe('one exercise', () => {
  test.each(['lying-hamstring-stretch', 'belly-breathing'])('%s, read like prose', async (id) => {
    const text = await renderDocument(shown(id), { format: 'text', theme: told });
    await expect(text).toMatchFileSnapshot(`golden/exercise.${id}.txt`);
  });

  test.each(ids)('%s: all its pictures, names, steps, cautions and sources', (id) => {
    const exercise = exerciseOf(id);
    const document = shown(id);
    const words = wordsOf(document);
    expect(document.blocks[0]).toEqual({ kind: 'paragraph', text: sheetView.contact.line });
    const figures = document.blocks.find((block) => block.kind === 'figures');
    const poses = sheetView.poses[id];
    expect(figures?.label).toContain(poses?.label);
    for (const pose of ['easier', 'deeper', 'strap', 'counter'] as const)
      if (poses?.[pose] !== undefined) expect(figures?.panels.length).toBeGreaterThan(1);
    const { easier = '', deeper = '', stop = '', note = '' } = exercise;
    for (const text of [
      ...exercise.alsoCalled,
      ...exercise.steps,
      easier,
      deeper,
      stop,
      note,
      exercise.evidence,
    ])
      expect(words).toContain(text);
    const cautions = cautionsOf(exercise, flags);
    for (const flag of [...cautions.out, ...cautions.easier]) expect(words).toContain(flag.leaveOut);
    for (const source of exercise.sources) expect(words).toContain(`${source}: `);
    expect(words).not.toMatch(/%|undefined/);
  });

  test.each([
    ['leave it out', 'curl-up', ['osteoporosis'], 'Thin bones, small-fall break, or long steroids'],
    ['the easier version', 'belly-breathing', ['pregnancy-late'], 'Pregnant past 20 weeks, or birth lately'],
    ['leave it out', 'easy-walk', ['recent-surgery'], 'Operation on spine, belly, hip or knee'],
  ])('says "%s" for %s to a person with %j', (title, id, known, label) => {
    const callout = shown(id, { raised: raised(...known) }).blocks.find(({ kind }) => kind === 'callout');
    expect(callout).toEqual({
      kind: 'callout',
      tone: 'note',
      title: `For you: ${title}`,
      lines: [`You said yes to "${label}" (Sun 22 Nov).`],
    });
  });

  test('says nothing of a person whom it suits, or of whom nothing is known', () => {
    for (const known of [[], raised('knee-cannot-kneel')])
      expect(shown('easy-walk', { raised: known }).blocks.filter(({ kind }) => kind === 'callout')).toEqual(
        [],
      );
  });
});
