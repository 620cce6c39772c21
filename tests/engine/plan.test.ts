import { describe, expect, it } from 'vitest';
import { nerveSigns, noLyingFlat, noPressing } from '../../src/data/cautions.ts';
import { type PatternId, type PlanItem, patternIds, planMoments } from '../../src/data/schema.ts';
import type { Answers } from '../../src/engine/answers.ts';
import { planFor } from '../../src/engine/plan.ts';
import { evaluate } from '../../src/engine/truth.ts';
import { knowledge, knowledgeWith, ordinary, person, question } from './world.ts';

const idsOf = (fitting: readonly PatternId[], answers: Answers = ordinary) =>
  planFor(fitting, answers, knowledge).map(({ id }) => id);
const nerve = { 'leg-symptoms': ['pain-below-knee'] } as const;
const hamstringPulls = ['hamstrings-ease-now', 'hamstrings-one-session', 'hamstrings-most-days'];

describe('a plan as shipped', () => {
  const each: readonly (readonly PatternId[])[] = [[], ...patternIds.map((id) => [id])];
  it.each(each.map((fitting) => [fitting] as const))(
    'for %j says something at every moment, and no more than a person can take in',
    (fitting) => {
      const plan = planFor(fitting, ordinary, knowledge);
      const counts = planMoments.map((moment) => plan.filter(({ when }) => when === moment).length);
      for (const [place, most] of [2, 3, 4, 1].entries()) {
        expect(counts[place]).toBeGreaterThan(0);
        expect(counts[place]).toBeLessThanOrEqual(most);
      }
    },
  );

  it('runs from now to usually', () => {
    const moments = planFor(['pulled-muscle'], ordinary, knowledge).map(({ when }) =>
      planMoments.indexOf(when),
    );
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
  });

  it('says how long the likeliest pattern usually takes', () => {
    for (const id of patternIds) {
      const usually = planFor([id], ordinary, knowledge).filter(({ when }) => when === 'usually');
      expect(usually[0]?.for).toContain(id);
    }
  });
});

describe('cautions', () => {
  it('pull on the thighs when nothing speaks against it', () => {
    const calm = person({ duration: 60, 'onset-type': 'gradual' });
    expect(hamstringPulls.some((id) => idsOf(['tight-hamstrings'], calm).includes(id))).toBe(true);
  });

  it.each([
    ['pain below the knee', nerve],
    ['a leg that tingles', { 'leg-symptoms': ['numb-or-tingle'] }],
    ['a feeling down an arm', { 'arm-symptoms': 'yes' }],
    ['legs that ease on sitting', { 'walk-claudication': 'yes' }],
    ['a leg that may tingle', { 'leg-symptoms': 'unsure' }],
  ] as readonly (readonly [string, Answers])[])(
    'leave out every pull on the thighs with %s',
    (_name, changes) => {
      const answers = person({ duration: 60, 'onset-type': 'gradual', ...changes });
      for (const fitting of [['tight-hamstrings'], ['spinal-problem', 'tight-hamstrings']] as const) {
        expect(idsOf(fitting, answers).filter((id) => hamstringPulls.includes(id))).toEqual([]);
      }
    },
  );

  it.each(['yes', 'unsure'])('leave out lying flat when pregnant is %s', (pregnant) => {
    for (const fitting of [[], ...patternIds.map((id) => [id])]) {
      const plan = planFor(fitting, person({ 'mod-pregnant': pregnant, 'spasm-grabs': 'yes' }), knowledge);
      expect(
        plan.filter(({ leaveOutIf }) => JSON.stringify(leaveOutIf) === JSON.stringify(noLyingFlat)),
      ).toEqual([]);
      expect(plan.map(({ text }) => text).join(' ')).not.toMatch(/calves on a chair|on your back/i);
    }
    expect(idsOf([], person({ 'mod-pregnant': pregnant, 'spasm-grabs': 'yes' }))).toContain('grab-on-side');
  });

  it.each(['mod-blood-thinner', 'mod-osteoporosis', 'mod-steroids'])(
    'leave out firm pressing with %s',
    (id) => {
      const knots = person({ duration: 100, 'onset-type': 'gradual', knots: 'yes' });
      expect(idsOf(['myofascial-pain'], knots)).toContain('myofascial-pressure');
      expect(idsOf(['myofascial-pain'], { ...knots, [id]: 'yes' })).not.toContain('myofascial-pressure');
      expect(idsOf(['myofascial-pain'], { ...knots, [id]: 'unsure' })).not.toContain('myofascial-pressure');
    },
  );

  it('never let through what a caution names, whatever fits', () => {
    for (const answers of [
      person(nerve),
      person({ 'mod-pregnant': 'yes' }),
      person({ 'mod-blood-thinner': 'unsure' }),
    ]) {
      for (const item of planFor(patternIds, answers, knowledge)) {
        if (item.leaveOutIf !== undefined)
          expect(evaluate(item.leaveOutIf, answers, knowledge), item.id).toBe(0);
      }
    }
  });

  it('are written for nerves, for pregnancy and for pressing', () => {
    expect(evaluate(nerveSigns, person(nerve), knowledge)).toBe(2);
    expect(evaluate(noLyingFlat, person({ 'mod-pregnant': 'yes' }), knowledge)).toBe(2);
    expect(evaluate(noPressing, person({ duration: 1, 'local-bruise-or-tender': 'yes' }), knowledge)).toBe(2);
    expect(evaluate(noPressing, ordinary, knowledge)).toBe(0);
  });
});

describe('choosing lines', () => {
  const item = (id: string, more: Partial<PlanItem> = {}): PlanItem => ({
    id,
    when: 'now',
    for: ['general'],
    order: 10,
    text: id,
    because: id,
    sources: [],
    judged: true,
    ...more,
  });
  const chosen = (
    planItems: readonly PlanItem[],
    fitting: readonly PatternId[] = [],
    answers: Answers = {},
  ) =>
    planFor(fitting, answers, knowledgeWith({ planItems, questions: [question('a')] })).map(({ id }) => id);

  it('takes what is for everyone when nothing fits', () => {
    expect(chosen([item('all'), item('stress', { for: ['chronic-stress'] })])).toEqual(['all']);
  });

  it('puts the likeliest pattern first, then the next, then everyone', () => {
    const items = [
      item('all', { order: 1, when: 'this-week' }),
      item('second', { for: ['chronic-stress'], order: 2, when: 'this-week' }),
      item('first', { for: ['poor-posture'], order: 3, when: 'this-week' }),
    ];
    expect(chosen(items, ['poor-posture', 'chronic-stress'])).toEqual(['first', 'second', 'all']);
    expect(chosen(items, ['chronic-stress', 'poor-posture'])).toEqual(['second', 'first', 'all']);
  });

  it('ranks a line for several by the likeliest of them', () => {
    const items = [
      item('own', { for: ['chronic-stress'], order: 5 }),
      item('shared', { for: ['general', 'pulled-muscle', 'poor-posture'], order: 6 }),
    ];
    expect(chosen(items, ['poor-posture', 'chronic-stress'])).toEqual(['shared', 'own']);
    expect(chosen(items, ['chronic-stress'])).toEqual(['own', 'shared']);
  });

  it('goes by order inside one rank', () => {
    expect(chosen([item('later', { order: 2 }), item('sooner', { order: 1 })])).toEqual(['sooner', 'later']);
  });

  it('puts what a special state asks for before everything', () => {
    const items = [
      item('own', { for: ['poor-posture'], order: 1 }),
      item('special', { condition: { yes: 'a' }, order: 9 }),
    ];
    expect(chosen(items, ['poor-posture'], { a: 'yes' })).toEqual(['special', 'own']);
    expect(chosen(items, ['poor-posture'], { a: 'unsure' })).toEqual(['special', 'own']);
    expect(chosen(items, ['poor-posture'], { a: 'no' })).toEqual(['own']);
  });

  it('does not put a pattern’s own condition before a likelier pattern', () => {
    const items = [
      item('own', { for: ['poor-posture'], order: 5 }),
      item('other', { for: ['chronic-stress'], condition: { yes: 'a' }, order: 1 }),
    ];
    expect(chosen(items, ['poor-posture', 'chronic-stress'], { a: 'yes' })).toEqual(['own', 'other']);
  });

  it('leaves out what is unsafe, or may be', () => {
    const items = [item('risky', { leaveOutIf: { yes: 'a' } }), item('safe')];
    expect(chosen(items, [], { a: 'no' })).toEqual(['risky', 'safe']);
    expect(chosen(items, [], { a: 'unsure' })).toEqual(['safe']);
    expect(chosen(items, [], { a: 'yes' })).toEqual(['safe']);
  });

  it('takes at most two lines now, three today, four this week and one on how long', () => {
    const items = planMoments.flatMap((when) =>
      ['1', '2', '3', '4', '5'].map((place) => item(`${when}-${place}`, { when, order: Number(place) })),
    );
    expect(chosen(items)).toEqual([
      'now-1',
      'now-2',
      'today-1',
      'today-2',
      'today-3',
      'this-week-1',
      'this-week-2',
      'this-week-3',
      'this-week-4',
      'usually-1',
    ]);
  });
});
