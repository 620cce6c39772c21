import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Document } from '../../src/documents/document.ts';
import type { Answers } from '../../src/engine/answers.ts';
import { renderDocument } from '../../src/render/render.ts';
import { measure } from '../../src/render/width.ts';
import { anyAnswers, plausibleAnswers } from '../engine/generators.ts';
import { knowledge, ordinary, safetyBools } from '../engine/world.ts';
import { themes } from '../render/themes.ts';
import { contact, documentOf, interviewed, viewOf, wordsOf } from './people.ts';

const runs = 3000;
/** A full document asks what each single answer would have changed, so it costs as much as a hundred short ones. */
const fullRuns = 60;
/** Rows of the longest first screen: several reasons to say, and a country with two numbers. */
const mostRows = 27;

/** What must never be said, by section 2 of the safety copy. */
const forbidden: readonly (readonly [string, RegExp])[] = [
  ['a percentage', /%|\bper ?cent\b/i],
  ['a dose', /\b\d+ ?(mg|milligrams?|grams?|ml|tablets?|pills?)\b/i],
  [
    'a brand or a medicine to take',
    /\b(ibuprofen|paracetamol|acetaminophen|naproxen|advil|nurofen|voltarol)\b/i,
  ],
  ['"safe for you" as a promise', /(?<!which painkiller is )safe for you/i],
  ['to stop or start a medicine', /\b(stop|start) taking\b/i],
  ['a diagnosis', /\byou have (a|an|the)\b|\byou are suffering\b|\bdiagnosis:|\byour diagnosis\b/i],
  ['an all-clear', /nothing serious|you are fine|no need to see|all clear|not urgent/i],
  [
    'frightening words',
    /\b(damaged?|crumbl\w+|worn[ -]?out|out of place|slipped|degenerat\w+|wear and tear)\b/i,
  ],
  ['a promise', /\bcured?\b|\bwill go away\b|\bguarantee\w*/i],
  ['blame', /\blazy\b|\byour fault\b|\bbad posture\b/i],
  ['a scan', /\b(MRI|CT|x-ray|scans?)\b/i],
  ['neck cracking or inversion', /\b(crack (your|the) neck|inversion|hang upside)\b/i],
  ['a product', /\b(brace|back belt|posture corrector)\b/i],
  ['a driver in an emergency', /(?<!not )\bdrive yourself\b/i],
];

const patternNames = knowledge.patterns.map(({ name }) => name.toLowerCase());
const planTexts = knowledge.planItems.map(({ text }) => text);

/** The short forms of the three parts with a time to act, as they stand on the first screen. */
const netLabels = ['now', 'in a day', 'book'];

/** The rows under a heading, with all that stands there until the next one. */
function section({ blocks }: Document, title: RegExp): readonly Block[] {
  const from = blocks.findIndex((block) => block.kind === 'heading' && title.test(block.text));
  if (from < 0) return [];
  const to = blocks.findIndex((block, place) => place > from && block.kind === 'heading' && block.level < 3);
  return blocks.slice(from, to < 0 ? undefined : to);
}

function rowsOf(blocks: readonly Block[]) {
  return blocks.flatMap((block) => (block.kind === 'rows' ? block.rows : []));
}

function checkDocument(answers: Answers, detail: 'short' | 'full'): void {
  const document = documentOf(answers, detail);
  const { assessment } = viewOf(answers, detail);
  const { urgency } = assessment.triage;
  const text = wordsOf(document);
  const small = text.toLowerCase();

  expect(document.blocks[0]).toEqual({ kind: 'paragraph', text: contact.line, quiet: true });
  for (const [what, pattern] of forbidden) {
    expect(pattern.exec(text)?.[0], `${what} at ${urgency}`).toBeUndefined();
  }
  expect(text).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);

  // Urgency is the first thing said, but for the number and for whom to call with thoughts of self-harm.
  const callouts = document.blocks.flatMap((block) => (block.kind === 'callout' ? [block] : []));
  const tones = { emergency: 'emergency', urgent: 'urgent', routine: 'routine', 'self-care': 'calm' };
  expect(callouts.at(-1)?.tone).toBe(tones[urgency]);
  const isTold = String(answers['rf-self-harm']).match(/^(yes|unsure|rather-not-say)$/) !== null;
  expect(callouts.length).toBe(isTold ? 2 : 1);
  expect(document.blocks.indexOf(callouts.at(-1) as Block)).toBe(isTold ? 2 : 1);

  if (urgency === 'emergency' || urgency === 'urgent') {
    expect(section(document, /What fits|What to do/)).toEqual([]);
    for (const planText of planTexts) expect(text).not.toContain(planText);
    if (detail === 'short') for (const name of patternNames) expect(small).not.toContain(name);
    // Somebody at the desk asks why: there is always a sign to name.
    expect(text).not.toMatch(/(ticked|ticked here): [.;]/);
  }
  if (urgency === 'emergency') {
    expect(small).not.toMatch(/stretch|exercise (?!that)|walk (a|about|for)|\bplan\b|warm|--explain/);
    expect(text).not.toContain('backcare ');
  }
  if (urgency === 'routine' || urgency === 'self-care') {
    const net = rowsOf(section(document, detail === 'short' ? /Get help/ : /What to watch for/));
    if (detail === 'short') {
      expect(net.map(({ label }) => label)).toEqual(netLabels);
      // What to expect stands with the plan; without a plan there is nothing that could be expected.
      const usually = rowsOf(section(document, /What to do/)).filter(({ label }) => label === 'usually');
      expect(usually.length).toBe(assessment.plan.length > 0 ? 1 : 0);
    } else {
      expect(net).toHaveLength(4);
      expect(net[1]?.text).toContain(`Call ${contact.number}`);
    }
  }

  if (urgency === 'self-care') {
    const signs = Object.entries(answers).filter(([id]) => id.startsWith('rf-'));
    const hasSign = signs.some(([, answer]) => answer === 'yes' || answer === 'unsure');
    expect(/warning signs? we asked about/.test(text)).toBe(!hasSign);
    expect(text.includes('What you ticked counts only with other signs')).toBe(hasSign);
  }

  const fits = section(document, /^What fits/);
  expect(fits.length > 0).toBe(assessment.patterns.length > 0);
  if (assessment.fitting.length > 0) {
    expect(wordsOf({ blocks: fits })).toMatch(/[Aa] clinician can check this/);
    const rows = rowsOf(fits);
    // The first screen names two; a third comes with "more".
    const shown = detail === 'short' ? assessment.fitting.slice(0, 2) : assessment.fitting;
    expect(rows.map(({ label }) => label)).toEqual(shown.map(({ pattern }) => pattern.name));
    rows.forEach((row, place) => {
      expect(row.note).toMatch(/^fits (well|partly)$/);
      // The first screen has no line to spare for "nothing so far" beside several patterns.
      const hasAny = (assessment.fitting[place]?.against.length ?? 0) > 0;
      const isSaid = hasAny || rows.length === 1 || detail === 'full';
      if (isSaid) expect(row.text).toMatch(/\. Against: .+\.$/);
    });
  } else if (assessment.patterns.length > 0) expect(small).toContain('no clear pattern');
}

describe('whatever is answered', () => {
  test('the short document keeps every rule of the safety copy', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => checkDocument(answers, 'short')),
      { numRuns: runs },
    );
  });

  test('the full document keeps every rule of the safety copy', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => checkDocument(answers, 'full')),
      { numRuns: fullRuns },
    );
  });

  test('every danger sign alone, yes and not sure, keeps them too', () => {
    for (const { id } of safetyBools) {
      for (const answer of ['yes', 'unsure', 'skipped'])
        checkDocument({ ...ordinary, [id]: answer }, 'short');
    }
  });

  test('no line is wider than the screen, and the first line is the emergency line', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswers, async (answers) => {
        const document = documentOf(answers);
        for (const theme of [themes['columns-60'], themes.screen, themes['columns-200']]) {
          const text = await renderDocument(document, { format: 'text', theme });
          const lines = text.split('\n');
          for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(theme.width);
          expect(lines.slice(0, 2).join(' ').replace(/\s+/g, ' ')).toContain(contact.line);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('nor in the full document', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswers, async (answers) => {
        const document = documentOf(answers, 'full');
        for (const theme of [themes['columns-60'], themes.screen, themes['columns-200']]) {
          const text = await renderDocument(document, { format: 'text', theme });
          for (const line of text.split('\n')) expect(measure(line)).toBeLessThanOrEqual(theme.width);
        }
      }),
      { numRuns: fullRuns },
    );
  });

  test('the first screen after a whole interview is never much longer than 24 rows of 80', async () => {
    await fc.assert(
      fc.asyncProperty(plausibleAnswers, async (known) => {
        const answers = interviewed(known);
        const { assessment } = viewOf(answers);
        fc.pre(['routine', 'self-care'].includes(assessment.triage.urgency));
        // Private answers bring a line of their own, which comes before saving rows.
        fc.pre(!Object.values(answers).includes('rather-not-say'));
        fc.pre(!['yes', 'unsure'].includes(String(answers['rf-self-harm'])));
        const text = await renderDocument(documentOf(answers), { format: 'text', theme: themes.screen });
        expect(text.trimEnd().split('\n').length, text).toBeLessThanOrEqual(mostRows);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the checks can fail', () => {
  test.each([
    ['Take 400 mg of it.', 'a dose'],
    ['You have a slipped disc.', 'a diagnosis'],
    ['Chance: 80%', 'a percentage'],
    ['Good news: all clear', 'an all-clear'],
    ['The disc is worn out', 'frightening words'],
    ['Drive there or drive yourself', 'a driver in an emergency'],
  ])('%s', (text, what) => {
    expect(forbidden.find(([name]) => name === what)?.[1].test(text)).toBe(true);
  });
});
