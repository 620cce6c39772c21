import { describe, expect, it } from 'vitest';
import type { Answer, Answers } from '../../src/engine/answers.ts';
import {
  allowsPatterns,
  linesOnAPage,
  nextPage,
  pagesLeft,
  withAnswers,
} from '../../src/engine/interview.ts';
import { questionsIn } from './expressions.ts';
import { knowledge, knowledgeWith, ordinary, person, question, questionOf, without } from './world.ts';

/** Shows page after page and answers them as this person would; not sure where the person has no answer. */
function walk(answersOf: Answers, start: Answers = {}) {
  let answers = start;
  const pages: NonNullable<ReturnType<typeof nextPage>>[] = [];
  for (let page = nextPage(answers, knowledge); page !== undefined; page = nextPage(answers, knowledge)) {
    pages.push(page);
    if (pages.length > 80) throw new Error('The interview does not end');
    const said = page.questions.map(({ id }): [string, Answer] => [id, answersOf[id] ?? 'unsure']);
    answers = withAnswers(answers, Object.fromEntries(said), knowledge);
  }
  return { pages, answers, shown: pages.flatMap((page) => page.questions.map(({ id }) => id)) };
}

const summary = ['pain-site', 'duration', 'pain-worst'];
const coreIds = knowledge.questions.filter(({ role }) => role === 'core').map(({ id }) => id);

describe('an ordinary strain', () => {
  const { pages, shown, answers } = walk(ordinary);

  it('is asked about safety first: nerves, then emergencies, then signs, then facts about the person', () => {
    expect(pages.slice(0, 10).map(({ id }) => id)).toEqual([
      'saddle-bladder-legs',
      'head-neck-hands',
      'chest-and-breathing',
      'belly-legs-collapse',
      'accident-and-muscles',
      'very-ill-or-unsafe',
      'ill-or-pee',
      'how-the-pain-behaves',
      'body-changes',
      'site',
    ]);
    const stages = pages.map(({ stage }) => stage);
    expect(stages.lastIndexOf('safety')).toBeLessThan(stages.indexOf('core'));
  });

  it('is asked every core question', () => {
    expect(shown).toEqual(expect.arrayContaining(coreIds));
  });

  it('takes at most 75 items on 20 pages (design: items, words, blocks)', () => {
    expect(shown.length).toBeLessThanOrEqual(75);
    expect(pages.length).toBeLessThanOrEqual(20);
  });

  it('is never asked about smoking, clots, drugs, the immune system or one kidney (E13)', () => {
    for (const id of [
      'mod-artery-risk',
      'mod-clot-risk',
      'mod-iv-drugs',
      'mod-immune',
      'mod-kidney',
      'mod-neck-joints',
    ]) {
      expect(shown).not.toContain(id);
    }
  });

  it('is asked nothing that hangs on an age, a place or a state it does not have', () => {
    for (const id of [
      'rf-tired-thirsty',
      'rf-scalp-jaw',
      'rf-child-off',
      'rf-neck-headache',
      'rf-breath-pain',
      'preg-stage',
      'accident-when',
    ]) {
      expect(shown).not.toContain(id);
    }
  });

  it('is never asked what is asked at the end, on the review screen', () => {
    expect(shown).not.toContain('wants-visit');
  });

  it('sees at most nine lines at a time, each once', () => {
    for (const page of pages) expect(page.questions.length, page.id).toBeLessThanOrEqual(linesOnAPage);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('ends, and then nothing is left', () => {
    expect(nextPage(answers, knowledge)).toBeUndefined();
    expect(pagesLeft(answers, knowledge)).toBe(0);
  });
});

describe('an emergency', () => {
  it.each([
    'rf-saddle-numbness',
    'rf-stroke-signs',
    'rf-chest-pain',
    'rf-gut-bleed',
    'rf-whole-body-spasm',
    'rf-self-harm',
  ])('%s ends the questions at the end of its page (E8)', (id) => {
    const { pages } = walk(person({ [id]: 'yes' }));
    expect(pages.at(-1)?.questions.map((entry) => entry.id)).toContain(id);
  });

  it('from a big accident asks when it was, since the answer may show that it is none', () => {
    const { pages } = walk(person({ 'rf-major-accident': 'yes', 'accident-when': 'in-the-last-week' }));
    expect(pages.at(-1)?.id).toBe('accident-when');
    expect(
      walk(person({ 'rf-major-accident': 'yes', 'accident-when': '1-to-4-weeks-ago' })).pages.length,
    ).toBeGreaterThan(pages.length);
  });

  it('by two answers that are not sure ends them too', () => {
    const { pages } = walk(person({ 'rf-bladder-leak': 'unsure', 'rf-bowel-loss': 'unsure' }));
    expect(pages.map(({ id }) => id)).toEqual(['saddle-bladder-legs']);
  });
});

describe('an urgent result', () => {
  const { pages, shown } = walk(person({ 'rf-fever': 'yes' }));

  it('finishes the safety screens, then asks only what a clinician needs to hear', () => {
    expect(pages.every(({ stage }) => stage === 'safety' || stage === 'core')).toBe(true);
    expect(shown).toEqual(expect.arrayContaining(summary));
    for (const id of coreIds) if (!summary.includes(id)) expect(shown, id).not.toContain(id);
  });

  it('asks no line any more that could only give urgent', () => {
    for (const id of ['rf-jaundice', 'rf-rash-band', 'rf-blood-urine']) {
      if (questionOf(id).block !== questionOf('rf-fever').block) expect(shown, id).not.toContain(id);
    }
    expect(shown).not.toContain('rf-jaundice');
  });

  it('asks the summary even when nothing else is open', () => {
    const { answers } = walk(person({ 'rf-fever': 'yes' }));
    const rest = nextPage(without(answers, 'pain-worst', 'pain-site', 'duration'), knowledge);
    expect(
      rest?.questions
        .map(({ id }) => id)
        .every((id) => summary.includes(id) || questionOf(id).screen !== undefined),
    ).toBe(true);
    expect(nextPage(without(answers, 'pain-worst'), knowledge)?.questions.map(({ id }) => id)).toEqual([
      'pain-worst',
    ]);
  });
});

describe('somebody under 18', () => {
  const { pages, shown } = walk(person({ age: 15 }));

  it('is asked about safety and the summary, and nothing about patterns', () => {
    expect(shown).toEqual(expect.arrayContaining([...summary, 'rf-child-off']));
    expect(pages.map(({ stage }) => stage)).not.toContain('branch');
    for (const id of ['trend', 'knots', 'hamstring-feel', 'leg-symptoms']) expect(shown).not.toContain(id);
  });

  it.each([
    [17, false],
    [18, true],
    ['skipped', false],
    ['unsure', false],
    [undefined, false],
  ] as const)('age %s allows patterns: %s', (age, expected) => {
    expect(allowsPatterns(age === undefined ? {} : { age })).toBe(expected);
  });
});

describe('an unknown that counts as the graver answer', () => {
  it('is asked even when it can raise nothing: an age that would show that it is not urgent', () => {
    const { shown } = walk(person({ age: 44, 'rf-throb-belly': 'unsure' }));
    expect(shown).toContain('age');
  });

  it('is asked: whether a clinician has checked old pain', () => {
    const old = { duration: 200, 'activity-limit': 1, 'pain-average': 2, 'seen-before': 'yes' } as const;
    expect(walk(person(old)).shown).toContain('seen-before');
    expect(walk(person({ ...old, duration: 20 })).shown).not.toContain('seen-before');
  });
});

describe('what is asked because of other answers', () => {
  it.each([
    ['the neck', { 'pain-site': ['neck'] }, ['rf-neck-headache', 'mod-neck-joints', 'rf-exertional']],
    ['between the shoulder blades', { 'pain-site': ['upper-back'] }, ['rf-breath-pain', 'rf-belly-through']],
    ['from 60', { age: 61 }, ['rf-tired-thirsty', 'rf-scalp-jaw', 'rf-bloating']],
    ['pregnant', { 'mod-pregnant': 'yes' }, ['preg-stage', 'rf-preg-pain-bleed']],
    ['waves of pain', { 'rf-flank-waves': 'yes' }, ['mod-kidney']],
    ['very bad pain', { 'pain-worst': 8 }, ['basic-tasks']],
    ['old pain', { duration: 100 }, ['pain-began-age']],
    ['pain in the groin', { 'pain-site': ['hip-or-groin'] }, ['hip-turn', 'hip-limp']],
    ['one-sided low back pain after two weeks', { duration: 20 }, ['si-dimple']],
  ] as readonly (readonly [string, Answers, readonly string[]])[])('%s: %j', (_name, changes, ids) => {
    expect(walk(person(changes)).shown).toEqual(expect.arrayContaining([...ids]));
  });

  it('waits for old pain with a fact that could matter, then asks whether it changed', () => {
    const changes = { duration: 200, 'seen-before': 'yes', 'mod-aneurysm': 'yes' } as const;
    expect(walk(person(changes)).shown).toContain('pain-changed');
  });

  it('puts the lines of one outcome on one page', () => {
    const page = walk(person({ 'pain-site': ['hip-or-groin'] })).pages.find(
      ({ id }) => id === 'consider-hip',
    );
    expect(page).toMatchObject({ stage: 'consider', title: 'A few more', stem: 'Is this so?' });
    expect(page?.questions.map(({ id }) => id)).toEqual(['hip-turn', 'hip-limp']);
  });
});

describe('self-tests', () => {
  const doubtful = {
    duration: 60,
    'onset-type': 'gradual',
    'hamstring-feel': 'yes',
    'stress-level': 2,
  } as const;
  const tests = ['toe-reach', 'knee-straighten', 'centralises'];

  it('come last, one by one', () => {
    const { pages } = walk(person(doubtful));
    const first = pages.findIndex(({ stage }) => stage === 'test');
    expect(first).toBeGreaterThan(0);
    expect(
      pages.slice(first).every(({ stage, questions }) => stage === 'test' && questions.length === 1),
    ).toBe(true);
    expect(pages[first]?.title).toBe('A small thing to try');
  });

  it.each([
    ['pain of 7', { 'pain-worst': 7 }],
    ['over 75', { age: 76 }],
    ['pregnant', { 'mod-pregnant': 'yes' }],
    ['thin bones', { 'mod-osteoporosis': 'yes', duration: 100 }],
  ] as readonly (readonly [string, Answers])[])('are never offered: %s', (_name, changes) => {
    const { shown } = walk(person({ ...doubtful, ...changes }));
    expect(tests.filter((id) => shown.includes(id))).toEqual([]);
  });
});

describe('at most twelve questions one by one', () => {
  it('even when every answer is not sure', () => {
    const unsure = Object.fromEntries(
      knowledge.questions
        .filter(({ role }) => role === 'branch' || role === 'test')
        .map(({ id }) => [id, 'unsure'] as const),
    );
    const { pages } = walk(person({ duration: 30, 'onset-type': 'gradual', ...unsure }));
    const chosen = pages.filter(
      ({ stage, questions }) => stage === 'branch' && questions[0]?.when === undefined,
    );
    expect(chosen.length).toBeLessThanOrEqual(12);
  });
});

describe('a page', () => {
  const block = (id: string) => ({ id, title: id, stem: `${id}?` }) as const;
  const line = (id: string, more: object = {}) =>
    question(id, { screen: 'screen-signs', block: 'long', alone: 'emergency', ...more });

  it.each([
    [9, [9]],
    [10, [5, 5]],
    [11, [6, 5]],
    [18, [9, 9]],
    [19, [7, 6, 6]],
  ] as const)('of %d lines is split in equal parts: %j', (count, expected) => {
    const lines = Array.from({ length: count }, (_, place) => line(`line-${place}`));
    const of = knowledgeWith({ questions: lines, blocks: [block('other'), block('long')] });
    let answers: Answers = {};
    const sizes: number[] = [];
    for (let page = nextPage(answers, of); page !== undefined; page = nextPage(answers, of)) {
      sizes.push(page.questions.length);
      expect(page).toMatchObject({ id: 'long', title: 'long', stem: 'long?', stage: 'safety' });
      answers = withAnswers(answers, Object.fromEntries(page.questions.map(({ id }) => [id, 'no'])), of);
    }
    expect(sizes).toEqual(expected);
  });

  it('carries neighbours that the plan needs, unless something is urgent already', () => {
    const questions = [
      line('sign'),
      question('need', { role: 'core', block: 'long' }),
      line('first', { block: 'other', alone: 'urgent' }),
    ];
    const of = knowledgeWith({ questions, blocks: [block('other'), block('long')] });
    const idsOf = (answers: Answers) => nextPage(answers, of)?.questions.map(({ id }) => id);
    expect(idsOf({ first: 'no' })).toEqual(['sign', 'need']);
    expect(idsOf({ first: 'yes' })).toEqual(['sign']);
    expect(idsOf({ first: 'no', need: 'no' })).toEqual(['sign']);
  });

  it('has no sentence over it when its block has none', () => {
    const of = knowledgeWith({ questions: [line('sign')], blocks: [{ id: 'long', title: 'Long' }] });
    expect(nextPage({}, of)).not.toHaveProperty('stem');
  });
});

describe('changing an earlier answer', () => {
  const pregnant = person({ 'mod-pregnant': 'yes', 'preg-stage': '20-weeks-or-more', 'rf-preg-baby': 'yes' });

  it('drops what only made sense with it, and what hung on that', () => {
    const next = withAnswers(pregnant, { 'mod-pregnant': 'no' }, knowledge);
    expect(next).not.toHaveProperty('preg-stage');
    expect(next).not.toHaveProperty('rf-preg-baby');
    expect(next['rf-fever']).toBe('no');
    expect(next['mod-pregnant']).toBe('no');
  });

  it('keeps what still may make sense', () => {
    expect(withAnswers(pregnant, { 'mod-pregnant': 'unsure' }, knowledge)['rf-preg-baby']).toBe('yes');
    const worse = withAnswers(pregnant, { 'pain-worst': 9 }, knowledge);
    expect(worse).toMatchObject({
      'pain-worst': 9,
      'rf-preg-baby': 'yes',
      'preg-stage': '20-weeks-or-more',
      'rf-fever': 'no',
    });
  });

  it('follows a chain', () => {
    const next = withAnswers(pregnant, { 'preg-stage': 'might-be-or-under-20-weeks' }, knowledge);
    expect(next).toHaveProperty('preg-stage', 'might-be-or-under-20-weeks');
    expect(next).not.toHaveProperty('rf-preg-baby');
  });

  it('keeps an answer that is given at the same time', () => {
    const next = withAnswers({}, { 'mod-pregnant': 'no', 'rf-preg-baby': 'yes' }, knowledge);
    expect(next['rf-preg-baby']).toBe('yes');
  });

  it('leaves no answer whose condition does not hold', () => {
    const next = withAnswers(
      person({ 'pain-site': ['neck'], 'arm-symptoms': 'yes' }),
      { 'pain-site': ['low-back'] },
      knowledge,
    );
    const stray = Object.keys(next).filter((id) =>
      questionsIn(questionOf(id).when ?? { yes: id }).includes('pain-site'),
    );
    expect(
      stray.filter((id) => ['arm-symptoms', 'rf-neck-headache', 'mod-neck-joints'].includes(id)),
    ).toEqual([]);
  });
});

describe('pages left', () => {
  it('counts down to nothing when every answer reassures', () => {
    let answers: Answers = {};
    const counts: number[] = [];
    for (let page = nextPage(answers, knowledge); page !== undefined; page = nextPage(answers, knowledge)) {
      counts.push(pagesLeft(answers, knowledge));
      const said = page.questions.map(({ id, kind }): [string, Answer] => [
        id,
        kind === 'bool' ? 'no' : (ordinary[id] ?? 'skipped'),
      ]);
      answers = withAnswers(answers, Object.fromEntries(said), knowledge);
    }
    expect(counts[0]).toBeGreaterThan(10);
    expect(counts[0]).toBeLessThan(35);
    expect(Math.max(...counts)).toBeLessThan(35);
    expect(counts.at(-1)).toBeGreaterThanOrEqual(1);
    expect(pagesLeft(answers, knowledge)).toBe(0);
  });

  it.each([
    ['nothing known', {}],
    ['an age that is hidden', { age: 'skipped' }],
    ['an emergency', { 'rf-chest-pain': 'yes' }],
    ['a child', { age: 9 }],
  ] as readonly (readonly [string, Answers])[])('ends: %s', (_name, answers) => {
    expect(pagesLeft(answers, knowledge)).toBeLessThan(40);
  });

  it('counts a block that was answered no more', () => {
    const blocks = [
      { id: 'one', title: 'One' },
      { id: 'two', title: 'Two' },
    ];
    const of = knowledgeWith({
      blocks,
      questions: [
        question('a', { screen: 'screen-signs', block: 'one', alone: 'emergency' }),
        question('b', { screen: 'screen-signs', block: 'two', alone: 'emergency' }),
      ],
    });
    expect(pagesLeft({}, of) - pagesLeft({ a: 'no' }, of)).toBe(1);
    expect(pagesLeft({ a: 'yes' }, of)).toBe(0);
    expect(pagesLeft({ a: 'no', b: 'no' }, of)).toBe(0);
  });
});
