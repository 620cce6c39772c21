import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/engine/answers.ts';
import { renderDocument } from '../../src/render/render.ts';
import { measure } from '../../src/render/width.ts';
import { person, without } from '../engine/world.ts';
import { themes } from '../render/themes.ts';
import {
  atADesk,
  atTheDimple,
  documentOf,
  interviewed,
  nothingClear,
  ordinaryStrain,
  viewOf,
} from './people.ts';

/** Ordinary people with one thing changed. Their interviews give the answers, so the golden text is what they see. */
const people: { readonly [name: string]: Answers } = {
  'ordinary-strain': ordinaryStrain,
  'two-fits': atADesk,
  'no-clear-pattern': nothingClear,
  'routine-with-consider': atTheDimple,
  'routine-not-sure': { ...ordinaryStrain, 'rf-fever': 'unsure' },
  urgent: { ...ordinaryStrain, 'rf-fever': 'yes', 'rf-night-pain': 'unsure', 'mod-steroids': 'yes' },
  'emergency-cauda-equina': {
    ...ordinaryStrain,
    'rf-saddle-numbness': 'yes',
    'rf-bladder-retention': 'unsure',
  },
  'emergency-accident': {
    ...ordinaryStrain,
    'rf-major-accident': 'yes',
    'accident-when': 'in-the-last-week',
  },
  'emergency-pregnancy': {
    ...ordinaryStrain,
    'mod-pregnant': 'yes',
    'preg-stage': '20-weeks-or-more',
    'rf-preg-late-bleed': 'yes',
  },
  'self-harm-yes': { ...ordinaryStrain, 'rf-self-harm': 'yes' },
  'self-harm-unsure': { ...ordinaryStrain, 'rf-self-harm': 'unsure' },
  'self-harm-rather-not-say': { ...ordinaryStrain, 'rf-self-harm': 'rather-not-say' },
  'private-answer-kept-back': { ...ordinaryStrain, 'rf-sexual-loss': 'rather-not-say' },
  'under-18': { ...ordinaryStrain, age: 15 },
  'under-18-urgent': { ...ordinaryStrain, age: 15, 'rf-fever': 'yes' },
  'no-age': { ...ordinaryStrain, age: 'unsure' },
  'leg-pain-40-days': {
    ...ordinaryStrain,
    duration: 40,
    trend: 'same',
    'leg-symptoms': ['pain-below-knee', 'numb-or-tingle'],
  },
};

/** A file that leaves safety questions open: no interview would end like that. */
const incomplete = without(
  person({ ...ordinaryStrain, 'rf-night-pain': 'yes' }),
  'rf-saddle-numbness',
  'rf-fever',
  'rf-chest-pain',
  'rf-cold-leg',
  'age',
);

const answersOf = (name: string): Answers =>
  name === 'incomplete' ? incomplete : interviewed(people[name] ?? {});
const names = [...Object.keys(people), 'incomplete'];

/** A colour code as it can be read in a review: `‹1›` for bold on. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with one
  return text.replace(/\u001b\[([0-9;]*)m/g, '‹$1›');
}

const textOf = (name: string, theme: keyof typeof themes, detail: 'short' | 'full' = 'short') =>
  renderDocument(documentOf(answersOf(name), detail), { format: 'text', theme: themes[theme] });

describe('the result, read like prose', () => {
  test.each(names)('%s on a screen of 80 columns', async (name) => {
    await expect(await textOf(name, 'screen')).toMatchFileSnapshot(`golden/assessment.${name}.txt`);
  });

  test.each([
    ['two-fits', 'columns-60'],
    ['urgent', 'columns-200'],
    ['emergency-cauda-equina', 'colour'],
    ['ordinary-strain', 'ascii'],
    ['emergency-pregnancy', 'accessible'],
    ['ordinary-strain', 'pipe'],
  ] as const)('%s, %s', async (name, theme) => {
    await expect(visible(await textOf(name, theme))).toMatchFileSnapshot(
      `golden/assessment.${name}.${theme}.txt`,
    );
  });

  test.each(['ordinary-strain', 'two-fits', 'routine-with-consider', 'urgent', 'no-age'])(
    '%s with --explain',
    async (name) => {
      // How many rules there are says nothing about the prose.
      const text = (await textOf(name, 'pipe', 'full')).replace(/out of \d+/, 'out of all');
      await expect(text).toMatchFileSnapshot(`golden/assessment.${name}.explain.txt`);
    },
  );
});

describe('the first screen', () => {
  test('of an ordinary strain fits 24 lines of 80, with its line of keys', async () => {
    const text = await textOf('ordinary-strain', 'screen');
    const lines = [...text.trimEnd().split('\n'), '  m more · enter leave'];
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(80);
  });

  test.each(['emergency-cauda-equina', 'emergency-accident', 'emergency-pregnancy', 'self-harm-yes'])(
    'of %s has everything on 24 lines',
    async (name) => {
      expect((await textOf(name, 'screen')).trimEnd().split('\n').length).toBeLessThanOrEqual(23);
    },
  );
});

describe('who gets what', () => {
  test.each([
    ['ordinary-strain', 'self-care', ['pulled-muscle']],
    ['two-fits', 'self-care', ['myofascial-pain', 'poor-posture']],
    ['no-clear-pattern', 'self-care', []],
    ['routine-with-consider', 'routine', ['pulled-muscle']],
    ['routine-not-sure', 'routine', ['pulled-muscle']],
    ['urgent', 'urgent', []],
    ['emergency-cauda-equina', 'emergency', []],
    ['emergency-accident', 'emergency', []],
    ['emergency-pregnancy', 'emergency', []],
    ['self-harm-yes', 'emergency', []],
    ['self-harm-unsure', 'urgent', []],
    ['self-harm-rather-not-say', 'self-care', ['pulled-muscle']],
    ['under-18', 'routine', []],
    ['incomplete', 'routine', []],
  ] as const)('%s: %s', (name, urgency, fitting) => {
    const { assessment } = viewOf(answersOf(name));
    expect(assessment.triage.urgency).toBe(urgency);
    expect(assessment.triage.complete).toBe(name !== 'incomplete');
    expect(assessment.fitting.map(({ pattern }) => pattern.id)).toEqual(fitting);
  });

  test.each(['self-harm-yes', 'self-harm-unsure', 'self-harm-rather-not-say'])(
    '%s: whom to call comes before everything but the emergency line',
    (name) => {
      const { blocks } = documentOf(answersOf(name));
      expect(blocks[0]).toMatchObject({ kind: 'paragraph' });
      expect(blocks[1]).toMatchObject({ kind: 'callout', title: 'If you think of hurting yourself' });
    },
  );

  test('nobody is told that they ticked what they did not answer', async () => {
    for (const name of names) {
      const ticked = /You ticked:.*|What you ticked:.*|Say what you ticked here:.*/;
      const said = ticked.exec(await textOf(name, 'pipe'))?.[0] ?? '';
      expect(said).not.toMatch(/not answered|skipped|rather not say/);
    }
  });

  test('a sign that is not sure is not called ticked', async () => {
    const text = await textOf('routine-not-sure', 'pipe');
    expect(text).toContain('you are not sure about "Fever or chills, now or earlier"');
    expect(text).not.toContain('you ticked');
  });

  test('an answer kept back still brings its safety line', async () => {
    expect(await textOf('private-answer-kept-back', 'pipe')).toContain('You kept one answer to yourself.');
  });

  test('every kind of emergency has its own words', async () => {
    expect(await textOf('emergency-cauda-equina', 'pipe')).toContain("'I may have cauda equina syndrome'");
    expect(await textOf('emergency-accident', 'pipe')).toContain('Try not to move your back or neck');
    expect(await textOf('emergency-pregnancy', 'pipe')).toContain('Call your maternity unit');
  });
});
