import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionsJson } from '../../src/commands/diagnose/questions.ts';
import { assessmentJson } from '../../src/documents/assessment-json.ts';
import { checkAnswers } from '../../src/engine/answer-input.ts';
import type { Answers } from '../../src/engine/answers.ts';
import { anyAnswers } from '../engine/generators.ts';
import { knowledge, person, without } from '../engine/world.ts';
import { documentedFields, examplesIn, pathsIn, project } from './json-documentation.ts';
import { atADesk, atTheDimple, interviewed, ordinaryStrain, viewOf } from './people.ts';

/** What a script gets, after it has gone through JSON. */
function jsonOf(answers: Answers, explain = false) {
  const json = assessmentJson({ ...viewOf(answers), version: '0.1.0', explain });
  return JSON.parse(JSON.stringify(json)) as typeof json;
}

function exampleOf(name: string) {
  const { answers } = JSON.parse(project(`examples/${name}.json`)) as { answers: object };
  const checked = checkAnswers(Object.entries(answers), knowledge);
  if (checked.kind === 'problem') throw new Error(JSON.stringify(checked.problem));
  return jsonOf(checked.answers);
}

const cases = {
  'self-care': interviewed(ordinaryStrain),
  'two fits': interviewed(atADesk),
  routine: interviewed(atTheDimple),
  urgent: interviewed({ ...ordinaryStrain, 'rf-fever': 'yes' }),
  emergency: interviewed({ ...ordinaryStrain, 'rf-saddle-numbness': 'yes' }),
  'self-harm': interviewed({ ...ordinaryStrain, 'rf-self-harm': 'unsure' }),
  'rather not say': interviewed({
    ...ordinaryStrain,
    'mod-iv-drugs': 'rather-not-say',
    'rf-fever': 'unsure',
  }),
  'under 18': interviewed({ ...ordinaryStrain, age: 15 }),
  incomplete: without(person({ ...ordinaryStrain, 'rf-night-pain': 'yes' }), 'rf-fever', 'rf-cold-leg'),
  'a nerve': interviewed({
    ...ordinaryStrain,
    duration: 21,
    'leg-symptoms': ['pain-below-knee', 'numb-or-tingle'],
    'leg-worse-than-back': 'yes',
    'cough-strain-leg': 'yes',
    'onset-type': 'gradual',
  }),
} satisfies Readonly<Record<string, Answers>>;
type Case = keyof typeof cases;

const topKeys = [
  'schema',
  'at',
  'tool',
  'ruleSet',
  'notice',
  'reviewed',
  'emergency',
  'urgency',
  'action',
  'complete',
  'rules',
  'patterns',
  'consider',
  'plan',
  'safetyNet',
  'notes',
  'unanswered',
];

describe('backcare/assessment@1', () => {
  test.each(Object.keys(cases) as Case[])('has exactly these fields: %s', (name) => {
    const json = jsonOf(cases[name]);
    const expected = name === 'self-harm' ? topKeys.toSpliced(7, 0, 'crisis') : topKeys;
    expect(Object.keys(json)).toEqual(expected);
    expect(json).toMatchObject({
      schema: 'backcare/assessment@1',
      at: '2026-11-22T18:09:45.120+00:00',
      tool: 'backcare 0.1.0',
      ruleSet: knowledge.ruleSet,
      reviewed: false,
      emergency: {
        number: '112 or 999',
        country: 'IE',
        text: 'If you think this is an emergency, call 112 or 999 (Ireland) now.',
      },
    });
  });

  test.each([
    ['self-care', 'self-care', 6, true],
    ['two fits', 'self-care', 6, true],
    ['routine', 'routine', 6, true],
    ['urgent', 'urgent', 0, true],
    ['emergency', 'emergency', 0, true],
    ['self-harm', 'urgent', 0, true],
    ['rather not say', 'routine', 6, true],
    ['under 18', 'routine', 0, true],
    ['incomplete', 'routine', 0, false],
  ] as const)('%s is %s, with %i patterns', (name, urgency, patterns, complete) => {
    const json = jsonOf(cases[name]);
    expect(json.urgency).toBe(urgency);
    expect(json.patterns).toHaveLength(patterns);
    expect(json.plan.length > 0).toBe(patterns > 0);
    expect(json.complete).toBe(complete);
    expect(json.unanswered).toEqual(complete ? [] : ['rf-cold-leg', 'rf-fever']);
  });

  test('the rules say which answers fired them', () => {
    const json = jsonOf(cases.emergency);
    expect(json.rules[0]).toEqual({
      id: 'r-ces',
      urgency: 'emergency',
      suspects: 'pressed nerves at the base of the spine (cauda equina syndrome)',
      because: [{ finding: 'rf-saddle-numbness', answer: 'yes' }],
      sources: expect.arrayContaining(['girft-ces-2023']),
      judged: false,
    });
    const sign = jsonOf(cases['rather not say']).rules.find(({ id }) => id === 'rf-fever-alone');
    expect(sign?.because).toEqual([{ finding: 'rf-fever', answer: 'unsure' }]);
  });

  test('grave results say nothing that could keep somebody at home', () => {
    expect(jsonOf(cases.emergency)).toMatchObject({ safetyNet: [], notes: [], consider: [], plan: [] });
    expect(jsonOf(cases.urgent).safetyNet).toEqual([expect.stringContaining('Call 112 or 999')]);
    expect(jsonOf(cases['self-care']).safetyNet).toHaveLength(5);
    expect(jsonOf(cases['self-care']).safetyNet.at(-1)).toContain('Check in again on Wed 25 Nov');
  });

  test('notes and the crisis text come when they must, and only then', () => {
    expect(jsonOf(cases['self-care']).notes).toEqual([]);
    expect(jsonOf(cases['under 18']).notes).toEqual([expect.stringContaining('made for adults')]);
    expect(jsonOf(cases.incomplete).notes).toEqual([expect.stringContaining('were not answered')]);
    expect(jsonOf(cases['rather not say']).notes).toEqual([expect.stringContaining('injected drugs')]);
    expect(jsonOf(cases['self-harm'])).toMatchObject({
      crisis: expect.stringContaining('Samaritans on 116 123'),
    });
  });

  test.each([
    ['urgent', {}, /^See a clinician today or tomorrow\.$/],
    ['emergency', {}, /^GET HELP NOW: call 112 or 999 \(Ireland\)/],
    ['emergency', { onlySelfHarm: true }, /Samaritans on 116 123/],
    ['urgent', { helpLine: true }, /Samaritans on 116 123.* See a clinician today or tomorrow\.$/],
  ] as const)('what still stands is a field of its own: %s %j', (urgency, more, action) => {
    const standing = { at: 0, urgency, complete: true, ...more };
    const view = { ...viewOf(cases['self-care']), version: '0.1.0', explain: false };
    const { standing: said, ...rest } = assessmentJson({ ...view, standing });
    expect(said).toEqual({ urgency, action: expect.stringMatching(action) });
    expect(rest).toEqual(assessmentJson(view));
  });

  test('--explain adds the single answers that would change it, and nothing else', () => {
    const plain = jsonOf(cases['self-care']);
    const { counterfactuals, ...rest } = jsonOf(cases['self-care'], true);
    expect(rest).toEqual(plain);
    expect(counterfactuals).toContainEqual({
      question: 'rf-saddle-numbness',
      from: 'no',
      to: 'yes',
      urgency: 'emergency',
    });
  });

  test('whatever is answered: scores order the patterns, and are no share of one', () => {
    let over = 0;
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { patterns, urgency, complete } = jsonOf(answers);
        const scores = patterns.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((one, other) => other - one));
        expect([0, 6]).toContain(scores.length);
        if (scores.length > 0) {
          expect(new Set(patterns.map(({ id }) => id)).size).toBe(6);
          expect(complete && ['self-care', 'routine'].includes(urgency)).toBe(true);
        }
        // The logarithm of the odds: below nought as soon as something speaks against it.
        over += scores.filter((score) => score < 0 || score > 1).length;
        for (const score of scores) expect(Number.isFinite(score)).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(over).toBeGreaterThan(100);
  });
});

describe('docs/json.md', () => {
  test('names every field of backcare/assessment@1, and no other', () => {
    const paths = Object.values(cases).flatMap((answers) => pathsIn(jsonOf(answers)));
    const explained = pathsIn(jsonOf(cases['self-care'], true));
    const pattern = pathsIn(jsonOf(cases['a nerve'], true));
    const standing = ['standing', 'standing.urgency', 'standing.action'];
    const all = new Set([...paths, ...explained, ...pattern, ...standing, 'counterfactuals[].firstPattern']);
    expect([...documentedFields('backcare/assessment@1')].sort()).toEqual([...all].sort());
  });

  test('names every field of backcare/questions@1, and no other', () => {
    const all = new Set(pathsIn(JSON.parse(JSON.stringify(questionsJson(knowledge)))));
    expect([...documentedFields('backcare/questions@1')].sort()).toEqual([...all].sort());
  });

  test('names both fields of backcare/answers@1', () => {
    expect(documentedFields('backcare/answers@1')).toEqual(['schema', 'answers']);
  });

  test('its examples are real', () => {
    const blocks = examplesIn('backcare/answers@1', 'backcare/assessment@1', 'backcare/questions@1');
    const [answers, emergency, pattern, plan, question, ...others] = blocks;
    expect(others).toEqual([]);
    expect(checkAnswers(Object.entries(answers.answers), knowledge).kind).toBe('answers');
    expect(answers.schema).toBe('backcare/answers@1');
    expect(emergency).toEqual(exampleOf('emergency-cauda-equina'));
    const strain = exampleOf('lifting-strain');
    expect(strain.patterns[0]).toEqual(pattern);
    expect(strain.plan[0]).toEqual(plan);
    const listed = JSON.parse(JSON.stringify(questionsJson(knowledge))).questions;
    expect(listed).toContainEqual(question);
  });
});
