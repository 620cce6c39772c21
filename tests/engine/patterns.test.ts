import { describe, expect, it } from 'vitest';
import type { PatternId } from '../../src/data/schema.ts';
import type { Answer, Answers } from '../../src/engine/answers.ts';
import {
  bandOf,
  fitsPartly,
  patternLikelihoods,
  rankPatterns,
  rankSubtypes,
} from '../../src/engine/patterns.ts';
import { triage } from '../../src/engine/triage.ts';
import { knowledge, knowledgeWith, ordinary, person, question, questionOf, without } from './world.ts';

const likelihoodOf = (answers: Answers, id: PatternId): number =>
  rankPatterns(answers, knowledge).find((entry) => entry.pattern.id === id)?.likelihood ?? Number.NaN;
const share = (prior: number, ratio: number): number => {
  const odds = (prior / (1 - prior)) * ratio;
  return odds / (1 + odds);
};

const core = {
  ...ordinary,
  'hurts-on-using-muscle': 'no',
  'builds-with-position': 'no',
} as const;
/** Core answers that say little by themselves, so that a vignette states what counts. */
const quiet: Answers = without(
  core,
  'onset-trigger',
  'hurts-on-using-muscle',
  'stress-flare',
  'better-moving',
  'sleep',
  'knot-familiar-pain',
  'screen-slouch',
);

describe('check vignettes: who fits what', () => {
  const stressed: Answers = {
    ...quiet,
    duration: 56,
    'onset-type': 'gradual',
    'stress-level': 8,
    'stress-flare': 'yes',
    sleep: 'poor',
    'tension-signs': ['clenched-jaw', 'racing-mind'],
    knots: 'no',
  };
  const nerve: Answers = {
    ...quiet,
    duration: 28,
    'onset-type': 'gradual',
    'leg-symptoms': ['pain-below-knee', 'numb-or-tingle'],
    'leg-worse-than-back': 'yes',
    'cough-strain-leg': 'yes',
  };
  const cases: readonly (readonly [string, Answers, Partial<Record<PatternId, 'well' | 'partly'>>])[] = [
    [
      'lifted and twisted 2 days ago, hurts on using muscle, no leg signs, low stress',
      { ...quiet, 'onset-trigger': ['lift', 'twist'], 'hurts-on-using-muscle': 'yes' },
      { 'pulled-muscle': 'well' },
    ],
    [
      '3 months, gradual, 9 hours sitting, slumps, builds with position, better moving',
      {
        ...quiet,
        duration: 91,
        'onset-type': 'gradual',
        'sitting-hours': '8-or-more',
        'screen-slouch': 'yes',
        'builds-with-position': 'yes',
        'better-moving': 'yes',
      },
      { 'poor-posture': 'well' },
    ],
    [
      '8 weeks, gradual, stress 8, worse on stressful days, poor sleep, tension, no knots',
      stressed,
      { 'chronic-stress': 'well' },
    ],
    [
      'the same with 9 hours sitting, slumps, builds with position, over 12 weeks',
      {
        ...stressed,
        duration: 100,
        'sitting-hours': '8-or-more',
        'screen-slouch': 'yes',
        'builds-with-position': 'yes',
      },
      { 'chronic-stress': 'well', 'poor-posture': 'well' },
    ],
    [
      '8 weeks, tight thighs, fingers stop at the knee by a thigh pull, 8 hours sitting',
      {
        ...without(quiet, 'builds-with-position'),
        duration: 56,
        'onset-type': 'gradual',
        'hamstring-feel': 'yes',
        'toe-reach': 'knee-or-above-thigh-pull',
        'sitting-hours': '8-or-more',
      },
      { 'tight-hamstrings': 'well' },
    ],
    [
      '4 weeks, below-knee pain and tingling, worse than back, shoots on cough',
      nerve,
      { 'spinal-problem': 'well' },
    ],
    [
      'the same but began at a lift',
      {
        ...nerve,
        'onset-type': 'sudden-with-movement',
        'onset-trigger': ['lift'],
        'hurts-on-using-muscle': 'yes',
      },
      { 'spinal-problem': 'well', 'pulled-muscle': 'partly' },
    ],
    [
      '70, over 12 weeks, legs heavy on walking, eases sitting',
      {
        ...quiet,
        age: 70,
        duration: 100,
        'onset-type': 'gradual',
        'leg-symptoms': ['pain-below-knee'],
        'walk-claudication': 'yes',
      },
      { 'spinal-problem': 'well' },
    ],
    [
      'over 12 weeks, sore knots that reproduce the pain, repetitive work, deep ache',
      {
        ...quiet,
        duration: 100,
        'onset-type': 'gradual',
        knots: 'yes',
        'knot-familiar-pain': 'yes',
        'repetitive-use': 'yes',
        'pain-quality': ['deep-ache'],
      },
      { 'myofascial-pain': 'well' },
    ],
    [
      'woke with it 2 weeks ago, nothing else positive',
      { ...without(core, 'onset-trigger'), duration: 14, 'onset-type': 'woke-with-it' },
      {},
    ],
    ['no answers', {}, {}],
  ];
  it.each(cases)('%s', (_name, answers, expected) => {
    const fits = Object.fromEntries(
      rankPatterns(answers, knowledge)
        .filter(({ fit }) => fit !== 'little')
        .map(({ pattern, fit }) => [pattern.id, fit]),
    );
    expect(fits).toEqual(expected);
  });

  it('8 weeks of stress with knots not answered leaves myofascial at about 0.56', () => {
    expect(likelihoodOf(without(stressed, 'knots'), 'myofascial-pain')).toBeCloseTo(0.56, 1);
  });

  it('holds myofascial at 0.30 by its gate once knots are answered no', () => {
    expect(likelihoodOf({ ...stressed, duration: 100 }, 'myofascial-pain')).toBeLessThanOrEqual(0.3);
  });

  it('says which part of the spine with leg signs, and none without', () => {
    const found = (answers: Answers) =>
      rankSubtypes(answers, knowledge, likelihoodOf(answers, 'spinal-problem')).map(({ id }) => id);
    expect(found(nerve).slice(0, 2).toSorted()).toEqual(['herniation', 'nerve-root']);
    const old = {
      ...quiet,
      age: 70,
      duration: 100,
      'leg-symptoms': ['pain-below-knee'],
      'walk-claudication': 'yes',
    };
    expect(found(old)[0]).toBe('nerve-root');
    expect(triage(old, knowledge).urgency).toBe('routine');
    expect(found(ordinary)).toEqual([]);
  });
});

describe('matrix A', () => {
  /** The answer that a row belongs to, alone. */
  const answerFor = (row: (typeof knowledge.evidence)[number]): Answer => {
    if ('is' in row.value) return row.value.is;
    if ('anyOf' in row.value) {
      const first = row.value.anyOf[0] ?? '';
      return questionOf(row.finding).kind === 'multi' ? [first] : first;
    }
    if ('optionsAtLeast' in row.value) return ['clenched-jaw', 'racing-mind'];
    const { band } = row.value;
    const entry = questionOf(row.finding);
    const from = entry.kind === 'number' ? entry.bands?.find(({ id }) => id === band)?.from : undefined;
    return from ?? Number.NaN;
  };
  const cells = knowledge.evidence.flatMap((row, place) =>
    knowledge.patterns.map(
      (pattern) =>
        [
          `${row.finding} ${JSON.stringify(answerFor(row))} (row ${place}): ${pattern.id}`,
          row,
          pattern,
        ] as const,
    ),
  );
  it.each(cells)('%s', (_name, row, pattern) => {
    const answers: Answers = {
      [row.finding]: answerFor(row),
      ...(row.when === undefined ? {} : { 'pain-site': ['neck'] }),
    };
    const cluster = knowledge.clusters.find(({ id }) => id === row.cluster);
    const cap = cluster ?? knowledge.singleFindingCap;
    const ratio = Math.min(cap.maximum, Math.max(cap.minimum, row.ratios[pattern.id] ?? 1));
    const open = share(pattern.prior, ratio);
    // No single answer closes a gate upward of 0.30: a closed one is under it by the answer that closed it.
    expect(likelihoodOf(answers, pattern.id)).toBeCloseTo(open, 10);
  });

  it.each([
    ['arm feelings without neck pain', { 'arm-symptoms': 'yes', 'pain-site': ['low-back'] }],
    ['an answer that is not sure', { 'stress-flare': 'unsure' }],
    ['a skipped answer', { 'stress-flare': 'skipped' }],
    ['a length nobody said', { duration: 'unsure' }],
    ['one sign of tension', { 'tension-signs': ['clenched-jaw'] }],
    ['no sign of tension', { 'tension-signs': ['none'] }],
    ['one sign of tension beside "none"', { 'tension-signs': ['clenched-jaw', 'none'] }],
    ['a stop at the shin', { 'toe-reach': 'shin' }],
  ] as readonly (readonly [string, Answers])[])('counts nothing for %s', (_name, answers) => {
    expect(patternLikelihoods(answers, knowledge)).toEqual(patternLikelihoods({}, knowledge));
  });

  it('starts at the priors', () => {
    for (const { pattern, likelihood } of rankPatterns({}, knowledge))
      expect(likelihood).toBeCloseTo(pattern.prior);
  });
});

describe('bands', () => {
  it.each([
    ['duration', 0, 'under-1-week'],
    ['duration', 6, 'under-1-week'],
    ['duration', 7, '1-to-6-weeks'],
    ['duration', 41, '1-to-6-weeks'],
    ['duration', 42, '6-to-12-weeks'],
    ['duration', 83, '6-to-12-weeks'],
    ['duration', 84, 'over-12-weeks'],
    ['age', 29, 'under-30'],
    ['age', 30, '30-49'],
    ['age', 50, '50-64'],
    ['age', 65, '65-plus'],
    ['stress-level', 3.5, '0-3'],
    ['stress-level', 7, '7-10'],
  ])('%s %d is %s', (id, value, band) => {
    expect(bandOf(questionOf(id), value)).toBe(band);
  });

  it('has none below the first', () => {
    expect(bandOf(questionOf('duration'), -1)).toBeUndefined();
  });

  it('has none for questions without numbers or ranges', () => {
    expect(bandOf(questionOf('pain-site'), 1)).toBeUndefined();
    expect(bandOf(undefined, 1)).toBeUndefined();
    expect(bandOf(questionOf('recovery-hope'), 1)).toBeUndefined();
  });
});

/** A small world: one pattern, findings in clusters of every kind. */
const prior = 0.2;
const cluster = (id: string, combine: 'product' | 'furthest-from-1' | 'largest') =>
  ({ id, shares: id, combine, maximum: 6, minimum: 0.2 }) as const;
const row = (finding: string, ratio: number, more: object = {}) => ({
  finding,
  value: { is: 'yes' as const },
  ratios: { 'pulled-muscle': ratio },
  says: finding,
  sources: [],
  judged: true,
  ...more,
});
const small = knowledgeWith({
  questions: [
    ...[
      'far-a',
      'far-b',
      'far-c',
      'pro-a',
      'pro-b',
      'pro-c',
      'top-a',
      'top-b',
      'huge',
      'tiny',
      'gate-a',
      'gate-b',
    ].map((id) => question(id)),
    question('gate-later', { when: { yes: 'gate-a' } }),
    question('only-if', {}),
  ],
  patterns: [
    {
      id: 'pulled-muscle',
      name: 'One',
      prior,
      priorReason: 'test',
      role: 'set-off',
      gate: [{ yes: 'gate-a' }, { all: [{ yes: 'gate-b' }, { yes: 'gate-later' }] }],
      card: { what: 'test', how: [], against: 'test' },
      sources: [],
      judged: true,
    },
  ],
  evidence: [
    row('far-a', 2.5, { cluster: 'far' }),
    row('far-b', 0.2, { cluster: 'far' }),
    row('far-c', 5, { cluster: 'far' }),
    row('pro-a', 2.5, { cluster: 'pro' }),
    row('pro-b', 4, { cluster: 'pro' }),
    row('pro-c', 0.1, { cluster: 'pro' }),
    row('top-a', 1.5, { cluster: 'top' }),
    row('top-b', 0.5, { cluster: 'top' }),
    row('huge', 50),
    row('tiny', 0.001),
    row('only-if', 3, { when: { yes: 'gate-a' } }),
  ],
  clusters: [cluster('far', 'furthest-from-1'), cluster('pro', 'product'), cluster('top', 'largest')],
});
const yesTo = (...ids: readonly string[]): Answers =>
  Object.fromEntries(ids.map((id) => [id, 'yes' as const]));
const ratioOf = (answers: Answers): number => {
  const likelihood = patternLikelihoods(answers, small)[0] ?? Number.NaN;
  return likelihood / (1 - likelihood) / (prior / (1 - prior));
};

describe('clusters and caps', () => {
  it.each([
    ['furthest from 1: the larger', ['far-a', 'far-c'], 5],
    ['furthest from 1 on the log scale: 0.2 ties with 5, and the first stays', ['far-b', 'far-c'], 0.2],
    ['furthest from 1: a strong "against" beats a weak "for"', ['far-a', 'far-b'], 0.2],
    ['one alone', ['far-a'], 2.5],
    ['a product', ['pro-a'], 2.5],
    ['a product held at the top', ['pro-a', 'pro-b'], 6],
    ['a product held at the bottom', ['pro-c'], 0.2],
    ['a product in the middle', ['pro-a', 'pro-b', 'pro-c'], 1],
    ['the largest', ['top-a', 'top-b'], 1.5],
    ['the largest of one', ['top-b'], 0.5],
    ['a single finding held at the top', ['huge'], 9],
    ['a single finding held at the bottom', ['tiny'], 0.1],
    ['clusters multiplied', ['far-a', 'pro-a', 'top-a'], 2.5 * 2.5 * 1.5],
    ['single findings multiplied', ['huge', 'tiny'], 0.9],
    ['a row whose condition does not hold', ['only-if'], 1],
    ['a row whose condition holds', ['only-if', 'gate-a'], 3],
  ] as const)('%s', (_name, ids, expected) => {
    expect(ratioOf(yesTo(...ids))).toBeCloseTo(expected, 10);
  });

  it('keeps a row out while its condition is only not sure', () => {
    expect(ratioOf({ ...yesTo('only-if'), 'gate-a': 'unsure' })).toBeCloseTo(1, 10);
  });
});

describe('how many options were ticked', () => {
  const options = [
    { id: 'x', label: 'x', share: 0.5 },
    { id: 'none', label: 'none', share: 0.5, alone: true },
  ];
  const of = knowledgeWith({
    questions: [
      question('several', { kind: 'multi', options }),
      question('one', { kind: 'single', options }),
    ],
    patterns: small.patterns,
    evidence: ['several', 'one'].map((finding) => ({ ...row(finding, 3), value: { optionsAtLeast: 1 } })),
  });
  it.each([
    ['one', { several: ['x'] }, true],
    ['the one that means none', { several: ['none'] }, false],
    ['none at all', { several: [] }, false],
    ['not sure', { several: 'unsure' }, false],
    ['skipped', { several: 'skipped' }, false],
    ['a choice', { one: 'none' }, true],
    ['a number where options stand', { several: 4 }, false],
  ] as const)('%s', (_name, answers, counts) => {
    const likelihood = patternLikelihoods(answers, of)[0] ?? 0;
    expect(likelihood > prior + 1e-9).toBe(counts);
  });
});

describe('the gate', () => {
  const strong = yesTo('huge', 'far-c');
  const open = share(prior, 45);
  const cases: readonly (readonly [string, Answers, number])[] = [
    ['nothing answered yet', {}, open],
    ['one answered no, the other not', { 'gate-a': 'no' }, open],
    ['all answered no', { 'gate-a': 'no', 'gate-b': 'no' }, 0.3],
    ['all no but one not sure', { 'gate-a': 'no', 'gate-b': 'unsure' }, open],
    ['not sure of a single gate', { 'gate-a': 'unsure', 'gate-b': 'no' }, open],
    ['one positive', { 'gate-a': 'yes', 'gate-b': 'no' }, open],
    ['half of a pair', { 'gate-a': 'no', 'gate-b': 'yes' }, 0.3],
    ['skipped is not answered', { 'gate-a': 'no', 'gate-b': 'skipped' }, open],
  ];
  it.each(cases)('%s', (_name, answers, expected) => {
    expect(patternLikelihoods({ ...strong, ...answers }, small)[0]).toBeCloseTo(expected, 10);
  });

  it('caps, and never lifts', () => {
    expect(patternLikelihoods({ 'gate-a': 'no', 'gate-b': 'no' }, small)[0]).toBeCloseTo(prior, 10);
  });

  it.each([
    [
      'pulled-muscle',
      person({ 'onset-type': 'gradual', duration: 60 }),
      person({ 'onset-type': 'gradual', duration: 41 }),
    ],
    ['chronic-stress', person({ 'stress-level': 3, 'stress-flare': 'no' }), person({ 'stress-level': 4 })],
    [
      'tight-hamstrings',
      person({ 'hamstring-feel': 'no', 'toe-reach': 'shin' }),
      person({ 'hamstring-feel': 'yes' }),
    ],
    ['myofascial-pain', person({ knots: 'no' }), person({ knots: 'yes' })],
    [
      'poor-posture',
      person({ 'sitting-hours': '8-or-more', 'screen-slouch': 'no' }),
      person({ 'sitting-hours': '8-or-more', 'screen-slouch': 'yes' }),
    ],
  ] as const)('%s is held at 0.30 at most with its gate closed, not with it open', (id, closed, opened) => {
    const lift = {
      ...knowledge,
      patterns: knowledge.patterns.map((pattern) => ({ ...pattern, prior: 0.9 })),
    };
    const of = (answers: Answers) =>
      rankPatterns(answers, lift).find((entry) => entry.pattern.id === id)?.likelihood;
    expect(of(closed)).toBeLessThanOrEqual(0.3);
    expect(of(opened)).toBeGreaterThan(0.3);
  });
});

describe('fits', () => {
  const findings = (count: number): Answers =>
    Object.fromEntries(small.evidence.slice(0, count).map(({ finding }) => [finding, 'no' as const]));
  const fitWith = (count: number, more: Answers) =>
    rankPatterns({ ...findings(count), ...more }, small)[0]?.fit;

  it('need three answered findings to fit at all', () => {
    expect(rankPatterns({ ...findings(1), huge: 'yes' }, small)[0]?.fit).toBe('little');
    expect(rankPatterns({ ...findings(2), huge: 'yes' }, small)[0]?.fit).toBe('partly');
  });

  it('need eight answered findings to fit well', () => {
    expect(fitWith(7, { huge: 'unsure' })).toBe('little');
    expect(rankPatterns({ ...findings(6), huge: 'yes' }, small)[0]?.fit).toBe('partly');
    expect(rankPatterns({ ...findings(7), huge: 'yes' }, small)[0]?.fit).toBe('well');
    expect(rankPatterns({ ...findings(6), 'top-a': 'unsure', huge: 'yes' }, small)[0]?.fit).toBe('partly');
    expect(rankPatterns({ ...findings(6), 'top-a': 'skipped', huge: 'yes' }, small)[0]?.fit).toBe('partly');
  });

  it('do not count the age as a finding', () => {
    const seven = without(
      ordinary,
      ...Object.keys(ordinary).filter(
        (id) =>
          ![
            'onset-type',
            'onset-trigger',
            'duration',
            'hurts-on-using-muscle',
            'builds-with-position',
            'stress-level',
            'leg-symptoms',
          ].includes(id),
      ),
    );
    const first = (answers: Answers) => rankPatterns(answers, knowledge)[0];
    expect(first({ ...seven, 'hurts-on-using-muscle': 'yes', age: 34 })).toMatchObject({ fit: 'partly' });
    expect(first({ ...seven, 'hurts-on-using-muscle': 'yes', knots: 'no' })).toMatchObject({ fit: 'well' });
  });

  it.each([
    [0.5500000000000002, 'well'],
    [0.549, 'partly'],
    [0.4, 'partly'],
    [0.399, 'little'],
  ] as const)('a likelihood of %d fits %s', (likelihood, expected) => {
    // Through odds and back, the first is 0.55 and the third 0.4 to the last bit.
    const exact = {
      ...small,
      patterns: small.patterns.map((pattern) => ({ ...pattern, prior: likelihood })),
    };
    expect(rankPatterns(findings(8), exact)[0]?.fit).toBe(expected);
  });
});

describe('the ranking', () => {
  it('has all six in falling order', () => {
    const ranked = rankPatterns(ordinary, knowledge).map(({ likelihood }) => likelihood);
    expect(ranked).toHaveLength(6);
    expect(ranked).toEqual(ranked.toSorted((one, other) => other - one));
  });

  it('says what spoke for and against, strongest first', () => {
    const first = rankPatterns(
      person({ 'hurts-on-using-muscle': 'yes', 'pain-quality': ['burning-or-electric'] }),
      knowledge,
    )[0];
    expect(first?.pattern.id).toBe('pulled-muscle');
    expect(first?.for.map(({ finding, ratio }) => [finding, ratio])).toEqual([
      ['onset-type', 5],
      ['onset-trigger', 2.5],
      ['duration', 2.5],
      ['hurts-on-using-muscle', 1.5],
    ]);
    expect(first?.against.map(({ finding, ratio }) => [finding, ratio])).toEqual([['pain-quality', 0.4]]);
    expect(first?.for[0]).toMatchObject({
      answer: 'sudden-with-movement',
      says: 'it began suddenly with a movement',
    });
  });
});

describe('what spoke for and against', () => {
  it('is in order of strength, whatever the order of the table', () => {
    const answers = person({
      'pain-quality': ['deep-ache'],
      knots: 'yes',
      'knot-familiar-pain': 'yes',
      duration: 100,
    });
    const entry = rankPatterns(answers, knowledge).find(({ pattern }) => pattern.id === 'myofascial-pain');
    expect(entry?.for.map(({ ratio }) => ratio)).toEqual([2.5, 2.5, 1.5, 1.5]);
    expect(entry?.for.map(({ finding }) => finding)).toEqual([
      'duration',
      'knot-familiar-pain',
      'pain-quality',
      'knots',
    ]);
    expect(entry?.against[0]).toMatchObject({ finding: 'onset-type', ratio: 0.4 });
  });

  it('leaves out what says nothing', () => {
    const of = { ...small, evidence: [row('far-a', 1), row('far-b', 1.01), row('far-c', 0.99)] };
    const entry = rankPatterns(yesTo('far-a', 'far-b', 'far-c'), of)[0];
    expect(entry?.for.map(({ finding }) => finding)).toEqual(['far-b']);
    expect(entry?.against.map(({ finding }) => finding)).toEqual(['far-c']);
  });
});

describe('what in the spine', () => {
  const subtype = (id: 'facet' | 'disc-degeneration' | 'herniation', more: object) => ({
    id,
    name: id,
    prior: 0.5,
    says: id,
    sources: ['one'],
    ...more,
  });
  const spine = knowledgeWith({
    questions: [question('a'), question('b')],
    subtypes: [
      subtype('facet', { cap: 0.54 }),
      subtype('disc-degeneration', {}),
      subtype('herniation', { prior: 0.39 }),
    ],
    subtypeEvidence: [
      { ...row('a', 1), ratios: { facet: 5, 'disc-degeneration': 4 } },
      { ...row('b', 1), ratios: { herniation: 1.1 }, cluster: 'C' },
    ],
    subtypeClusters: [{ ...cluster('C', 'product'), maximum: 1.05 }],
  });
  it('is said from "fits partly" on, capped where no history rule has held up', () => {
    const found = rankSubtypes(yesTo('a'), spine, fitsPartly);
    expect(found).toEqual([
      {
        id: 'disc-degeneration',
        name: 'disc-degeneration',
        says: 'disc-degeneration',
        likelihood: 0.8,
        sources: ['one'],
      },
      { id: 'facet', name: 'facet', says: 'facet', likelihood: 0.54, sources: ['one'] },
    ]);
  });

  it('is said at "fits partly" exactly', () => {
    const capped = { ...spine, subtypes: spine.subtypes.map((entry) => ({ ...entry, cap: fitsPartly })) };
    expect(rankSubtypes(yesTo('a'), capped, fitsPartly).map(({ likelihood }) => likelihood)).toEqual([
      0.4, 0.4,
    ]);
  });

  it('uses clusters of its own', () => {
    const herniation = rankSubtypes(yesTo('b'), spine, 1).find(({ id }) => id === 'herniation');
    expect(herniation?.likelihood).toBeCloseTo(share(0.39, 1.05), 10);
  });

  it('is not said while the spinal pattern does not fit', () => {
    expect(rankSubtypes(yesTo('a'), spine, fitsPartly - 0.001)).toEqual([]);
  });
});
