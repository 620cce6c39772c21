import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/engine/answers.ts';
import { assess } from '../../src/engine/assessment.ts';
import { counterfactuals } from '../../src/engine/counterfactuals.ts';
import { representativeAnswers } from '../../src/engine/relevance.ts';
import { knowledge, ordinary, person, questionOf, without } from './world.ts';

const people: readonly (readonly [string, Answers])[] = [
  ['an ordinary strain', person({ 'hurts-on-using-muscle': 'yes' })],
  [
    'stress and position',
    person({ 'onset-type': 'gradual', duration: 60, 'stress-level': 8, 'builds-with-position': 'yes' }),
  ],
  ['night pain at 52', person({ age: 52, 'rf-night-pain': 'yes' })],
  ['a fever', person({ 'rf-fever': 'yes' })],
  ['a numb saddle', person({ 'rf-saddle-numbness': 'yes' })],
  ['an interview that stopped', without(ordinary, 'rf-fever', 'pain-worst')],
];

describe.each(people)('%s', (_name, answers) => {
  const actual = assess(answers, knowledge);
  const found = counterfactuals(answers, knowledge);

  it('changes what it says it changes, when run again', () => {
    for (const { question, from, to, urgency, firstPattern } of found) {
      expect(from).toEqual(answers[question]);
      const other = assess({ ...answers, [question]: to }, knowledge);
      expect(urgency !== undefined || firstPattern !== undefined).toBe(true);
      expect(other.triage.urgency, `${question} ${to}`).toBe(urgency ?? actual.triage.urgency);
      if (firstPattern !== undefined) expect(other.fitting[0]?.pattern.id).toBe(firstPattern);
      if (urgency !== undefined) expect(urgency).not.toBe(actual.triage.urgency);
      if (firstPattern !== undefined) expect(firstPattern).not.toBe(actual.fitting[0]?.pattern.id);
    }
  });

  it('leaves out nothing that changes the urgency', () => {
    const listed = new Set(found.map(({ question, to }) => `${question} ${JSON.stringify(to)}`));
    for (const id of Object.keys(answers).filter((key) => key !== 'age')) {
      for (const to of representativeAnswers(questionOf(id))) {
        if (JSON.stringify(to) === JSON.stringify(answers[id])) continue;
        const other = assess({ ...answers, [id]: to }, knowledge).triage.urgency;
        if (other !== actual.triage.urgency) expect(listed).toContain(`${id} ${JSON.stringify(to)}`);
      }
    }
  });

  it('never asks for another age, nor for the answer that was given', () => {
    expect(found.map(({ question }) => question)).not.toContain('age');
    for (const { from, to } of found) expect(to).not.toEqual(from);
  });
});

describe('an ordinary strain', () => {
  const found = counterfactuals(person({ 'hurts-on-using-muscle': 'yes' }), knowledge);

  it('would be an emergency with one nerve sign, urgent if that were not sure', () => {
    const saddle = found.filter(({ question }) => question === 'rf-saddle-numbness');
    expect(saddle.map(({ to, urgency }) => [to, urgency])).toEqual([
      ['unsure', 'urgent'],
      ['yes', 'emergency'],
    ]);
    expect(saddle[0]).not.toHaveProperty('firstPattern');
  });

  it('would fit something else first with a nerve in the leg', () => {
    const other = counterfactuals(
      person({ 'hurts-on-using-muscle': 'yes', duration: 30, 'stress-level': 8, 'stress-flare': 'yes' }),
      knowledge,
    );
    expect(
      other.some(({ firstPattern, urgency }) => firstPattern !== undefined && urgency === undefined),
    ).toBe(true);
  });
});
