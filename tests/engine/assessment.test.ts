import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/engine/answers.ts';
import { assess } from '../../src/engine/assessment.ts';
import { knowledge, ordinary, person, without } from './world.ts';

const of = (answers: Answers) => assess(answers, knowledge);
const idsOf = (answers: Answers) => of(answers).fitting.map(({ pattern }) => pattern.id);
const strain = person({ 'hurts-on-using-muscle': 'yes' });
const quiet = without(
  ordinary,
  'onset-trigger',
  'hurts-on-using-muscle',
  'better-moving',
  'stress-flare',
  'screen-slouch',
  'sleep',
);

describe('patterns and a plan', () => {
  it('are given for an ordinary strain: all six, in falling order', () => {
    const result = of(strain);
    expect(result.triage).toMatchObject({ urgency: 'self-care', complete: true });
    expect(result.patterns).toHaveLength(6);
    expect(idsOf(strain)).toEqual(['pulled-muscle']);
    expect(result.plan.length).toBeGreaterThan(3);
    expect(result.answers).toBe(strain);
  });

  it('are given at routine', () => {
    const result = of({ ...strain, 'rf-night-pain': 'yes' });
    expect(result.triage.urgency).toBe('routine');
    expect(result.patterns).toHaveLength(6);
    expect(result.plan.length).toBeGreaterThan(0);
  });

  it.each([
    ['an emergency', { 'rf-chest-pain': 'yes' }],
    ['an urgent result', { 'rf-fever': 'yes' }],
    ['under 18', { age: 17 }],
    ['an age that was not told', { age: 'skipped' }],
    ['an age that is not sure', { age: 'unsure' }],
    ['a skipped safety line', { 'rf-bloating': 'skipped' }],
  ] as readonly (readonly [string, Answers])[])('are not given: %s', (_name, changes) => {
    expect(of({ ...strain, ...changes })).toMatchObject({
      patterns: [],
      fitting: [],
      subtypes: [],
      plan: [],
      equal: false,
    });
  });

  it('are not given while a safety line is open', () => {
    expect(of(without(strain, 'rf-fever'))).toMatchObject({ patterns: [], plan: [] });
    expect(of({})).toMatchObject({ patterns: [], plan: [], considerations: [] });
  });

  it('are given when nothing clearly fits: an honest answer with a plan for every sore back', () => {
    const result = of({
      ...quiet,
      duration: 14,
      'onset-type': 'woke-with-it',
      'hurts-on-using-muscle': 'no',
    });
    expect(result.fitting).toEqual([]);
    expect(result.patterns).toHaveLength(6);
    expect(result.plan.length).toBeGreaterThan(3);
    expect(result.equal).toBe(false);
  });
});

describe('several that fit', () => {
  const many = {
    ...quiet,
    duration: 100,
    'seen-before': 'yes',
    'onset-type': 'gradual',
    'builds-with-position': 'yes',
    'sitting-hours': '8-or-more',
    'screen-slouch': 'yes',
    'stress-level': 8,
    'stress-flare': 'yes',
    sleep: 'poor',
    knots: 'yes',
    'knot-familiar-pain': 'yes',
    'hamstring-feel': 'yes',
  } as const;

  it('are three at most, likeliest first', () => {
    const result = of(many);
    expect(result.patterns.filter(({ fit }) => fit !== 'little').length).toBeGreaterThan(3);
    expect(result.fitting).toEqual(result.patterns.slice(0, 3));
  });

  it('are called equal when closer than a tenth', () => {
    const [first, second] = of(many).fitting;
    const margin = (first?.likelihood ?? 0) - (second?.likelihood ?? 0);
    expect(of(many).equal).toBe(margin < 0.1);
    // Answers that say nothing about any pattern, so that only the priors count.
    const evidence = knowledge.evidence.map((row) => ({ ...row, ratios: {} }));
    const equal = knowledge.patterns.map((pattern) => ({ ...pattern, prior: 0.5 }));
    expect(assess({ ...many }, { ...knowledge, patterns: equal, evidence }).equal).toBe(true);
    const apart = equal.map((pattern, place) => ({ ...pattern, prior: place === 0 ? 0.6001 : 0.5 }));
    const opened = { ...many, 'onset-type': 'sudden-with-movement', 'told-spine-problem': 'yes' };
    expect(assess(opened, { ...knowledge, patterns: apart, evidence }).equal).toBe(false);
    const near = equal.map((pattern, place) => ({ ...pattern, prior: place === 0 ? 0.5999 : 0.5 }));
    expect(assess(opened, { ...knowledge, patterns: near, evidence }).equal).toBe(true);
  });

  it('is not equal with one alone', () => {
    expect(of(strain).equal).toBe(false);
  });
});

describe('what in the spine', () => {
  const nerve = {
    ...quiet,
    duration: 10,
    'onset-type': 'gradual',
    'leg-symptoms': ['pain-below-knee', 'numb-or-tingle'],
    'leg-worse-than-back': 'yes',
    'cough-strain-leg': 'yes',
  } as const;

  it('is said with leg signs, and not without', () => {
    expect(of(nerve).subtypes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['herniation', 'nerve-root']),
    );
    expect(of(strain).subtypes).toEqual([]);
  });
});

describe('what is worth asking about', () => {
  const groin = { 'pain-site': ['hip-or-groin'], 'hip-turn': 'yes' } as const;
  const idsAt = (answers: Answers) => of(answers).considerations.map(({ id }) => id);

  it('stands beside the patterns', () => {
    expect(idsAt({ ...strain, ...groin })).toEqual(['hip']);
    expect(of({ ...strain, ...groin }).triage.urgency).toBe('routine');
    expect(idsAt(strain)).toEqual([]);
  });

  it('is said when it may hold', () => {
    expect(idsAt({ ...strain, ...groin, 'hip-turn': 'unsure' })).toEqual(['hip']);
  });

  it('is said to somebody under 18 at routine, and not at urgent', () => {
    expect(idsAt({ ...strain, ...groin, age: 17 })).toEqual(['hip']);
    expect(idsAt({ ...strain, ...groin, 'rf-fever': 'yes' })).toEqual([]);
    expect(idsAt({ ...strain, ...groin, 'rf-chest-pain': 'yes' })).toEqual([]);
  });

  it('is not said while safety answers are missing', () => {
    expect(idsAt({ ...strain, ...groin, 'rf-fever': 'skipped' })).toEqual([]);
  });
});
