import { describe, expect, test } from 'vitest';
import { keepingText, reviewDocument } from '../../src/documents/review-document.ts';
import { staffNoteDocument } from '../../src/documents/staff-note.ts';
import type { Answers } from '../../src/engine/answers.ts';
import { renderDocument } from '../../src/render/render.ts';
import { knowledge, person } from '../engine/world.ts';
import { themes } from '../render/themes.ts';
import { atADesk, documentOf, interviewed, ordinaryStrain, viewOf, wordsOf } from './people.ts';

const numbSaddle: Answers = {
  ...ordinaryStrain,
  age: 71,
  'rf-saddle-numbness': 'yes',
  'rf-bladder-retention': 'unsure',
};

describe('the note for staff', () => {
  test('of an emergency, read like prose', async () => {
    const text = await renderDocument(staffNoteDocument(viewOf(person(numbSaddle))), {
      format: 'text',
      theme: themes.pipe,
    });
    // How many questions there are says nothing about the prose.
    await expect(text.replace(/No \(\d+\)/, 'No (all)')).toMatchFileSnapshot(
      'golden/staff-note.emergency.txt',
    );
  });

  test.each([
    ['emergency', person(numbSaddle)],
    ['urgent', interviewed({ ...ordinaryStrain, 'rf-fever': 'yes' })],
    ['routine', interviewed({ ...ordinaryStrain, 'rf-fever': 'unsure' })],
  ] as const)('at %s has date, version, rules, level and limits, and names no pattern', (level, answers) => {
    const text = wordsOf(staffNoteDocument(viewOf(answers)));
    expect(text).toContain('2026-11-22 18:09');
    expect(text).toContain('version 0.1.0');
    expect(text).toContain(knowledge.ruleSet);
    expect(text).toContain(level);
    expect(text).toContain('No regulator has checked it.');
    for (const { name } of knowledge.patterns) expect(text).not.toContain(name);
  });
});

describe('what leaves the screen', () => {
  test.each([
    ['emergency', person(numbSaddle)],
    ['urgent', interviewed({ ...ordinaryStrain, 'rf-fever': 'yes' })],
    ['routine', interviewed({ ...ordinaryStrain, 'rf-fever': 'unsure' })],
    ['self-care', interviewed(ordinaryStrain)],
  ] as const)('at %s carries date, version, rules and level', (level, answers) => {
    const made = `Made 2026-11-22 18:09 by backcare, version 0.1.0, rule set ${knowledge.ruleSet}. Level: ${level}.`;
    expect(wordsOf(documentOf(answers, 'full'))).toContain(made);
    expect(wordsOf(documentOf(answers))).not.toContain('Made 20');
  });
});

describe('somebody under 18', () => {
  test.each([
    ['emergency', { 'rf-saddle-numbness': 'yes' }, 'Show this to a parent or carer now.'],
    ['urgent', { 'rf-fever': 'yes' }, 'Show this to a parent or carer today.'],
    ['routine', {}, 'Show this to a parent or carer and book a visit with a clinician.'],
  ] as const)('at %s is told to show it to a parent or carer', (level, changes, line) => {
    const answers = person({ age: 15, ...changes });
    expect(viewOf(answers).assessment.triage.urgency).toBe(level);
    expect(wordsOf(documentOf(answers))).toContain(line);
  });

  test('nobody else is, and an age that is not given is no child', () => {
    for (const age of ['unsure', 'skipped', 34] as const) {
      const text = wordsOf(documentOf(person({ age }), 'full'));
      expect(text).not.toMatch(/parent|young child|teenager/);
      if (age === 'unsure') expect(text).toContain('You did not give your age, so we cannot name patterns.');
    }
  });
});

describe('what the plan and the reasons say goes together', () => {
  const legPain = (duration: number) =>
    wordsOf(
      documentOf(
        person({ duration, trend: 'same', 'leg-symptoms': ['pain-below-knee', 'numb-or-tingle'] }),
        'full',
      ),
    );

  test('leg pain under and over two weeks', () => {
    expect(legPain(5)).toContain('Book a visit if leg or arm feelings last over two weeks.');
    expect(legPain(40)).not.toContain('if leg or arm feelings last over two weeks');
    expect(legPain(40)).toContain('Book a visit for leg or arm feelings');
    expect(legPain(40)).not.toContain('in one to four weeks');
  });

  test('pain over three months is only called unseen by somebody who said so', () => {
    const unseen = (more: Answers) =>
      wordsOf(documentOf(person({ ...atADesk, 'episodes-12m': 'first', ...more }), 'full'));
    expect(unseen({ 'seen-before': 'no' })).toContain('that nobody has looked at');
    for (const answer of ['unsure', 'skipped']) {
      expect(unseen({ 'seen-before': answer })).toContain('we do not know whether anyone has looked at it');
      expect(unseen({ 'seen-before': answer })).not.toContain('nobody has looked at');
    }
  });
});

describe('the review', () => {
  test.each([
    ['ordinary', interviewed(ordinaryStrain)],
    ['at a desk', interviewed({ ...atADesk, 'rf-fever': 'unsure' })],
  ])('%s leaves room for the keys on 24 rows of 80', async (name, answers) => {
    const text = await renderDocument(reviewDocument(answers, knowledge), {
      format: 'text',
      theme: themes.screen,
    });
    expect(text.trimEnd().split('\n').length, text).toBeLessThanOrEqual(17);
    await expect(text).toMatchFileSnapshot(`golden/review.${name.replaceAll(' ', '-')}.txt`);
  });

  test('counts the danger signs and risks that were answered no', () => {
    const answers = {
      'rf-fever': 'no',
      'mod-steroids': 'no',
      'spasm-grabs': 'no',
      'rf-saddle-numbness': 'yes',
    };
    const text = wordsOf(reviewDocument(answers, knowledge));
    expect(text).toContain('2 danger signs and risks; 1 other question');
    expect(text).toContain('numb or tingly bottom');
  });

  test('says what will be kept', () => {
    expect(keepingText('nothing', ['rf-self-harm'], knowledge)).toBe('Nothing will be kept.');
    expect(keepingText('all', [], knowledge)).toContain('will be kept in your record');
    expect(keepingText('all', ['rf-self-harm'], knowledge)).toContain(
      'Private ones: thoughts of hurting yourself.',
    );
    expect(keepingText('without-private', ['rf-self-harm'], knowledge)).toContain('without the private ones');
  });
});

describe('what would have changed it, in --explain', () => {
  const changesOf = (answers: Answers) => {
    const { blocks } = documentOf(answers, 'full');
    const place = blocks.findIndex(
      (block) => block.kind === 'heading' && block.text.startsWith('One different'),
    );
    const list = blocks[place + 1];
    return list?.kind === 'list' ? list.items : [];
  };

  test.each([
    ['self-care', interviewed(ordinaryStrain)],
    ['routine', interviewed({ ...ordinaryStrain, 'rf-fever': 'unsure' })],
    ['three patterns', interviewed({ ...atADesk, 'stress-level': 8, 'stress-flare': 'yes', duration: 60 })],
  ])('%s: the danger signs in one line, then whole sentences', (_name, answers) => {
    const [first, ...others] = changesOf(answers);
    expect(first).toMatch(/^Almost any danger sign ticked yes/);
    for (const sentence of others) expect(sentence).toMatch(/^If (you had|it had) .+, .+\.$/);
    expect(others.length).toBeLessThanOrEqual(12);
  });

  test('urgent: the tick that, taken back, would lower it; a fact is no slip of the finger', () => {
    expect(changesOf(interviewed({ ...ordinaryStrain, 'rf-fever': 'yes' }))).toEqual([
      expect.stringMatching(/^If you had said no to "fever.*", the advice would be to .+\.$/),
    ]);
    expect(changesOf(interviewed({ ...ordinaryStrain, age: 8 }))).toEqual([
      'No single tick taken back would make it less urgent.',
    ]);
  });
});
