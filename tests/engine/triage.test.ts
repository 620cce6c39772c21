import { describe, expect, it } from 'vitest';
import { considerations } from '../../src/data/consider.ts';
import { combinationRules, professionalRules } from '../../src/data/red-flags/rules.ts';
import type { Urgency } from '../../src/data/schema.ts';
import type { Answers } from '../../src/engine/answers.ts';
import { firedRules, ruleLevel, triage } from '../../src/engine/triage.ts';
import { loweredUrgency, urgencyRank } from '../../src/engine/urgency.ts';
import { combinationCases, considerCases, professionalCases, type RuleCase } from './rule-cases.ts';
import { knowledge, knowledgeWith, ordinary, person, question, safetyBools, without } from './world.ts';

const levelOf = (answers: Answers): Urgency => triage(answers, knowledge).urgency;
const firedAt = (answers: Answers): ReadonlyMap<string, Urgency> =>
  new Map(firedRules(answers, knowledge).map(({ rule, urgency }) => [rule.id, urgency]));

function describeRules(cases: readonly RuleCase[], ruleId: (id: string) => string): void {
  const said = (changes: Answers): string => JSON.stringify(changes).replace(/["{}]/g, '');
  describe.each(cases.map((entry) => [entry.rule, entry] as const))('%s', (id, { fires, misses }) => {
    const rule = knowledge.allRules.find((entry) => entry.id === ruleId(id));
    it.each(fires.map((changes) => [said(changes), changes] as const))('fires: %s', (_said, changes) => {
      expect(firedAt(person(changes)).get(ruleId(id))).toBe(rule?.urgency);
      expect(rule).toBeDefined();
      expect(urgencyRank(levelOf(person(changes)))).toBeGreaterThanOrEqual(
        urgencyRank(rule?.urgency ?? 'emergency'),
      );
    });
    it.each(misses.map((changes) => [said(changes), changes] as const))(
      'just misses: %s',
      (_said, changes) => {
        expect([...firedAt(person(changes)).keys()]).not.toContain(ruleId(id));
      },
    );
  });
}

describe('rules that join several answers', () => {
  it('all have a case', () => {
    expect(combinationCases.map(({ rule }) => rule).toSorted()).toEqual(
      combinationRules.map(({ id }) => id).toSorted(),
    );
  });
  describeRules(combinationCases, (id) => id);
});

describe('reasons to see a professional without a danger sign', () => {
  it('all have a case', () => {
    expect(professionalCases.map(({ rule }) => rule).toSorted()).toEqual(
      professionalRules.map(({ id }) => id).toSorted(),
    );
  });
  describeRules(professionalCases, (id) => id);
});

describe('outcomes to consider', () => {
  it('all have a case', () => {
    expect(considerCases.map(({ rule }) => rule).toSorted()).toEqual(
      considerations.map(({ id }) => id).toSorted(),
    );
  });
  describeRules(
    considerCases.filter(({ rule }) => rule !== 'medicine-or-salt-cramps'),
    (id) => `consider-${id}`,
  );

  it('leaves the level alone for cramps after heat', () => {
    expect(levelOf(person({ 'cramp-cause': ['heat-or-little-drink'] }))).toBe('self-care');
    expect(knowledge.allRules.map(({ id }) => id)).not.toContain('consider-medicine-or-salt-cramps');
  });
});

describe('a sign alone', () => {
  const alone = knowledge.questions.flatMap((entry) =>
    entry.kind === 'bool' && entry.alone !== undefined ? [[entry.id, entry.alone] as const] : [],
  );
  it.each(alone)('%s: yes is %s, not sure one lower but never under routine', (id, level) => {
    expect(firedAt(person({ [id]: 'yes' })).get(`${id}-alone`)).toBe(level);
    expect(firedAt(person({ [id]: 'unsure' })).get(`${id}-alone`)).toBe(loweredUrgency(level));
    expect(levelOf(person({ [id]: 'unsure' }))).toBe(loweredUrgency(level));
    expect([...firedAt(person({ [id]: 'no' })).keys()]).not.toContain(`${id}-alone`);
  });

  /** The "alone" column of the page (a dash has no effect by itself), except that thin bones with new pain are routine. */
  const page: readonly (readonly [Urgency, string])[] = [
    [
      'emergency',
      'rf-saddle-numbness rf-bladder-retention rf-bladder-leak rf-bowel-loss rf-sexual-loss rf-both-legs-new rf-leg-weakness-fast rf-stroke-signs rf-thunderclap rf-collapse rf-chest-pain rf-arm-jaw-spread rf-breathless rf-gut-bleed rf-tearing rf-belly-severe rf-cold-leg rf-major-accident rf-very-ill rf-stiff-neck-fever rf-whole-body-spasm rf-dark-urine-muscle rf-self-harm mod-aneurysm rf-preg-pain-bleed rf-preg-labour rf-preg-baby rf-preg-headache rf-postnatal-epidural',
    ],
    [
      'urgent',
      'rf-foot-drop rf-unsteady rf-arm-weak rf-neck-headache rf-exertional mod-cancer-recent mod-sickle rf-fever rf-urine-infection rf-blood-urine rf-flank-waves rf-cannot-keep-fluids rf-sudden-severe rf-rash-band rf-jaundice rf-shape-change rf-throb-belly rf-calf-swollen',
    ],
    [
      'routine',
      'mod-pregnant mod-cancer-old rf-weight-loss rf-night-sweats rf-night-pain rf-constant-worse rf-not-mechanical rf-trunk-band rf-tired-thirsty rf-bone-tap rf-breath-pain mod-steroids mod-osteoporosis',
    ],
    [
      'self-care',
      'mod-immune mod-iv-drugs mod-recent-infection mod-spine-procedure mod-blood-thinner mod-artery-risk mod-clot-risk rf-minor-knock rf-scalp-jaw',
    ],
  ];
  it.each(page.flatMap(([level, ids]) => ids.split(' ').map((id) => [id, level] as const)))(
    '%s as the only positive answer is %s',
    (id, level) => {
      // A sudden lift with thin bones is a rule of its own.
      expect(levelOf(person({ 'onset-type': 'gradual', [id]: 'yes' }))).toBe(level);
    },
  );

  it('asks every line of the page', () => {
    const ids = page.flatMap(([, line]) => line.split(' '));
    expect(ids.filter((id) => !safetyBools.some((entry) => entry.id === id))).toEqual([]);
  });
});

describe('people', () => {
  const weak = { age: 30 } as const;
  const cases: readonly (readonly [string, Answers, Urgency])[] = [
    ['30, lifted a box yesterday, all no', person({ age: 30, duration: 1 }), 'self-care'],
    ['34, felt the muscle go as he lifted', ordinary, 'self-care'],
    ['30, weight loss', person({ ...weak, 'rf-weight-loss': 'yes' }), 'routine'],
    ['30, night sweats', person({ ...weak, 'rf-night-sweats': 'yes' }), 'routine'],
    ['30, night pain', person({ ...weak, 'rf-night-pain': 'yes' }), 'routine'],
    ['30, a belt of pain', person({ ...weak, 'rf-trunk-band': 'yes' }), 'routine'],
    ['52, weight loss', person({ age: 52, 'rf-weight-loss': 'yes' }), 'urgent'],
    ['thin bones, small knock', person({ 'mod-osteoporosis': 'yes', 'rf-minor-knock': 'yes' }), 'urgent'],
    [
      'thin bones, sudden pain on a cough',
      person({ 'mod-osteoporosis': 'yes', 'onset-trigger': ['cough-or-sneeze'] }),
      'urgent',
    ],
    ['72, small knock', person({ age: 72, 'rf-minor-knock': 'yes' }), 'urgent'],
    ['injected drugs, night pain', person({ 'mod-iv-drugs': 'yes', 'rf-night-pain': 'yes' }), 'urgent'],
    [
      'injected drugs, night pain, fever',
      person({ 'mod-iv-drugs': 'yes', 'rf-night-pain': 'yes', 'rf-fever': 'yes' }),
      'emergency',
    ],
    [
      'two saddle lines not sure',
      person({ 'rf-bladder-leak': 'unsure', 'rf-bowel-loss': 'unsure' }),
      'emergency',
    ],
    ['one saddle line not sure', person({ 'rf-bladder-leak': 'unsure' }), 'urgent'],
    ['a face droop that has passed', person({ 'rf-stroke-signs': 'yes' }), 'emergency'],
    ['a headache at its worst in five minutes', person({ 'rf-thunderclap': 'yes' }), 'emergency'],
    [
      'neck pain, a headache unlike any before',
      person({ 'pain-site': ['neck'], 'rf-neck-headache': 'yes' }),
      'urgent',
    ],
    [
      'the same and unsteady',
      person({ 'pain-site': ['neck'], 'rf-neck-headache': 'yes', 'rf-unsteady': 'yes' }),
      'emergency',
    ],
    [
      '61, upper back on stairs, gone at rest',
      person({ age: 61, 'pain-site': ['upper-back'], 'rf-exertional': 'yes' }),
      'urgent',
    ],
    ['52, sore scalp', person({ age: 52, 'rf-scalp-jaw': 'yes' }), 'urgent'],
    ['40, sore scalp', person({ age: 40, 'rf-scalp-jaw': 'yes' }), 'self-care'],
    [
      '67, stiff neck after a slip',
      person({ age: 67, 'pain-site': ['neck'], 'rf-minor-knock': 'yes' }),
      'urgent',
    ],
    ['an unknown age', person({ age: 'skipped' }), 'routine'],
    ['an unknown age with a throbbing belly', person({ age: 'unsure', 'rf-throb-belly': 'yes' }), 'urgent'],
    ['9', person({ age: 9 }), 'urgent'],
    ['17', person({ age: 17 }), 'routine'],
    ['nothing answered', {}, 'routine'],
  ];
  it.each(cases)('%s: %s', (_name, answers, level) => {
    expect(levelOf(answers)).toBe(level);
  });
});

describe('ages and lengths nest (E11)', () => {
  it.each([
    ['weight loss', { 'rf-weight-loss': 'yes' }, [50, 60, 65, 70, 90]],
    ['a throbbing belly', { 'rf-throb-belly': 'yes' }, [60, 65, 70, 90]],
    ['a small knock', { 'rf-minor-knock': 'yes' }, [70, 90]],
  ] as const)('%s stays as grave at every older age', (_name, changes, ages) => {
    const ranks = ages.map((age) => urgencyRank(levelOf(person({ ...changes, age }))));
    expect(ranks).toEqual(ranks.toSorted());
    expect(ranks[0]).toBeGreaterThanOrEqual(2);
  });
});

describe('missing answers', () => {
  const skippedAll = Object.fromEntries(safetyBools.map(({ id }) => [id, 'skipped'] as const));

  it('hold the level at routine when everything was skipped, and say so', () => {
    const result = triage(person(skippedAll), knowledge);
    expect(result.urgency).toBe('routine');
    expect(result.complete).toBe(false);
    expect(result.missing).toEqual(expect.arrayContaining(['rf-saddle-numbness', 'mod-pregnant']));
  });

  it('do not hold back a higher level', () => {
    expect(levelOf(person({ ...skippedAll, 'rf-chest-pain': 'yes' }))).toBe('emergency');
  });

  it('are none for the ordinary strain', () => {
    expect(triage(ordinary, knowledge)).toMatchObject({ complete: true, missing: [], fired: [] });
  });

  it('leave out what no rule could use', () => {
    expect(
      triage(without(ordinary, 'mod-artery-risk', 'mod-immune', 'accident-when'), knowledge).missing,
    ).toEqual([]);
  });

  it('name one line that was never asked', () => {
    const result = triage(without(ordinary, 'rf-fever'), knowledge);
    expect(result).toMatchObject({ urgency: 'routine', complete: false, missing: ['rf-fever'] });
  });

  it('are not made by "rather not say"', () => {
    const result = triage(person({ 'rf-sexual-loss': 'rather-not-say' }), knowledge);
    expect(result).toMatchObject({ urgency: 'self-care', complete: true });
  });

  it('keep the floor when a second fact settles the first (found by search)', () => {
    // One of two facts settles "either", so the other cannot matter any more; what both wait for still does.
    const line = { screen: 'screen-about-you' } as const;
    const of = knowledgeWith({
      questions: [question('one', line), question('other', line), question('plan', { role: 'core' })],
      rules: [
        {
          id: 'r',
          urgency: 'urgent',
          suspects: 'test',
          when: { all: [{ any: [{ yes: 'one' }, { yes: 'other' }] }, { yes: 'plan' }] },
          sources: [],
          judged: true,
        },
      ],
    });
    expect(triage({ one: 'no' }, of)).toMatchObject({ urgency: 'routine', missing: ['other', 'plan'] });
    expect(triage({ one: 'yes' }, of)).toMatchObject({
      urgency: 'routine',
      complete: false,
      missing: ['plan'],
    });
    expect(triage({ one: 'no', other: 'no' }, of)).toMatchObject({ urgency: 'self-care', complete: true });
  });

  it('do not count the plan’s own questions', () => {
    expect(
      triage(without(ordinary, 'trend', 'sleep', 'leg-symptoms', 'onset-trigger'), knowledge).missing,
    ).toEqual([]);
  });

  it('count how old pain changed, once a fact waits for it', () => {
    const old = person({ duration: 100, 'seen-before': 'yes', 'activity-limit': 0, trend: 'better' });
    const open = without(old, 'pain-changed');
    expect(triage(open, knowledge)).toMatchObject({ urgency: 'self-care', complete: true });
    expect(triage({ ...open, 'mod-aneurysm': 'yes' }, knowledge)).toMatchObject({
      urgency: 'routine',
      complete: false,
      missing: ['pain-changed'],
    });
  });
});

describe('what is said about a rule that fired', () => {
  const because = (answers: Answers, id: string) =>
    firedRules(answers, knowledge).find(({ rule }) => rule.id === id)?.because;

  it('names the answers that made it fire, and only those', () => {
    expect(
      because(
        person({ age: 50, 'mod-artery-risk': 'yes', 'rf-throb-belly': 'yes', 'rf-fever': 'yes' }),
        'r-aneurysm-risk',
      ),
    ).toEqual([
      { finding: 'age', answer: 50 },
      { finding: 'mod-artery-risk', answer: 'yes' },
      { finding: 'rf-throb-belly', answer: 'yes' },
    ]);
  });

  it('names each answer once', () => {
    const findings = because(
      person({ 'rf-weight-loss': 'yes', 'rf-night-sweats': 'yes', 'rf-constant-worse': 'yes' }),
      'r-systemic-two',
    )?.map(({ finding }) => finding);
    expect(findings).toEqual(['rf-weight-loss', 'rf-night-sweats', 'rf-constant-worse']);
  });

  it('says that an answer is unknown', () => {
    expect(because(without(person({ 'mod-sickle': 'yes' }), 'duration'), 'r-sickle')).toEqual([
      { finding: 'mod-sickle', answer: 'yes' },
      { finding: 'duration', answer: undefined },
    ]);
  });

  it('names the lines that are not sure', () => {
    expect(because(person({ 'rf-bladder-leak': 'unsure', 'rf-bowel-loss': 'yes' }), 'r-ces-unsure')).toEqual([
      { finding: 'rf-bladder-leak', answer: 'unsure' },
      { finding: 'rf-bowel-loss', answer: 'yes' },
    ]);
  });

  it('leaves out what is weaker than what fired', () => {
    expect(because(person({ 'rf-saddle-numbness': 'yes', 'rf-bowel-loss': 'unsure' }), 'r-ces')).toEqual([
      { finding: 'rf-saddle-numbness', answer: 'yes' },
    ]);
  });

  it('follows "so many of"', () => {
    expect(
      because(
        person({ 'pain-site': ['mid-back'], 'rf-night-pain': 'yes', 'rf-bone-tap': 'yes' }),
        'r-thoracic-pattern',
      ),
    ).toEqual([
      { finding: 'pain-site', answer: ['mid-back'] },
      { finding: 'rf-night-pain', answer: 'yes' },
      { finding: 'rf-bone-tap', answer: 'yes' },
    ]);
  });

  it('puts the highest level first, then keeps the order of the rules', () => {
    const levels = firedRules(
      person({ 'rf-night-pain': 'yes', 'rf-fever': 'yes', 'rf-chest-pain': 'yes', 'rf-bone-tap': 'yes' }),
      knowledge,
    ).map(({ rule, urgency }) => [rule.id, urgency]);
    expect(levels).toEqual([
      ['rf-chest-pain-alone', 'emergency'],
      ['rf-fever-alone', 'urgent'],
      ['rf-night-pain-alone', 'routine'],
      ['rf-bone-tap-alone', 'routine'],
    ]);
  });
});

describe('the level by the rules alone', () => {
  const rule = (id: string, urgency: Urgency, yes: string) =>
    ({ id, urgency, suspects: id, when: { yes }, sources: [], judged: true }) as const;
  const small = knowledgeWith({
    questions: [question('a'), question('b')],
    rules: [rule('one', 'urgent', 'a'), rule('two', 'emergency', 'b'), rule('three', 'routine', 'a')],
  });
  it.each([
    ['nothing answered', {}, 'self-care'],
    ['no', { a: 'no', b: 'no' }, 'self-care'],
    ['one', { a: 'yes', b: 'no' }, 'urgent'],
    ['both', { a: 'yes', b: 'yes' }, 'emergency'],
    ['not sure', { a: 'unsure', b: 'no' }, 'routine'],
    ['not sure of the higher', { a: 'no', b: 'unsure' }, 'urgent'],
  ] as const)('%s: %s', (_name, answers, level) => {
    expect(ruleLevel(answers, small)).toBe(level);
  });
});
