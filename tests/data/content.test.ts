import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { claims } from '../../src/data/claims.ts';
import {
  checkedOn,
  countries,
  countrySources,
  elsewhereText,
  genericAdviceLine,
  genericCrisisLine,
  genericEmergencyText,
  zoneNames,
} from '../../src/data/countries.ts';
import { planItems } from '../../src/data/plan.ts';
import {
  askRemedies,
  coldToHeatDay,
  heatOrCold,
  remedies,
  remedyFits,
  remedyLimits,
  selfRemedies,
  tryOutRule,
  visits,
} from '../../src/data/remedies.ts';
import {
  heatOrColdSchema,
  remedyFitsSchema,
  remedyLimitSchema,
  remedySchema,
  remedyTargets,
  visitSchema,
} from '../../src/data/remedy-schema.ts';
import { notices, resultScreens, safetyNet, safetyNetClose } from '../../src/data/safety-net.ts';
import {
  basisFields,
  claimSchema,
  countrySchema,
  type Expression,
  patternIds,
  planItemSchema,
  planMoments,
  sourceSchema,
  urgencies,
} from '../../src/data/schema.ts';
import { sources } from '../../src/data/sources.ts';
import { addedSources } from '../../src/data/sources-added.ts';
import { shortText } from '../../src/documents/plan-blocks.ts';
import { countryOfZone } from '../../src/engine/emergency-number.ts';

const sourceIds = new Set<string>(sources.map((source) => source.id));
const safetyTexts = [
  ...Object.values(notices),
  ...safetyNet,
  safetyNetClose,
  ...Object.values(resultScreens).flatMap((screen) => [screen.first, ...screen.body]),
];

interface Grounded {
  readonly sources: readonly string[];
  readonly judged?: boolean | undefined;
}
const grounded: readonly (readonly [string, Grounded])[] = [
  ...claims.map((claim) => [`claim ${claim.id}`, claim] as const),
  ...remedies.map((remedy) => [`remedy ${remedy.id}`, remedy] as const),
  ...heatOrCold.map((row) => [`heat or cold ${row.id}`, row] as const),
  ...visits.map((visit) => [`visit ${visit.id}`, visit] as const),
  ...planItems.map((item) => [`plan ${item.id}`, item] as const),
  ...safetyTexts.map((line) => [`safety net ${line.id}`, line] as const),
  ['try-out rule', tryOutRule],
  ['country table', { sources: countrySources }],
];

describe('every table has the shape of its schema', () => {
  const safetyTextSchema = z.strictObject({
    id: z.string(),
    title: z.optional(z.string()),
    only: z.optional(z.enum(['accident', 'cauda-equina', 'pregnancy'])),
    text: z.string().check(z.minLength(1)),
    short: z.optional(z.string().check(z.minLength(1))),
    ...basisFields,
  });
  it.each([
    ['sources', z.array(sourceSchema), sources],
    ['claims', z.array(claimSchema), claims],
    ['remedies', z.array(remedySchema), remedies],
    ['remedy fits', remedyFitsSchema, remedyFits],
    ['remedy limits', z.array(remedyLimitSchema), remedyLimits],
    ['heat or cold', z.array(heatOrColdSchema), heatOrCold],
    ['visits', z.array(visitSchema), visits],
    ['plan', z.array(planItemSchema), planItems],
    ['countries', z.array(countrySchema), countries],
    ['safety net', z.array(safetyTextSchema), safetyTexts],
  ])('%s', (_name, schema, table) => {
    const result = z.safeParse(schema, table);
    expect(result.error?.issues ?? []).toEqual([]);
  });

  it.each([
    ['sources', sources.map((row) => row.id)],
    ['remedies', remedies.map((row) => row.id)],
    ['heat or cold', heatOrCold.map((row) => row.id)],
    ['visits', visits.map((row) => row.id)],
    ['plan', planItems.map((row) => row.id)],
    ['countries', countries.map((row) => row.country)],
    ['safety net', safetyTexts.map((row) => row.id)],
  ] as const)('%s has no id twice', (_name, ids) => {
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('everything said rests on something', () => {
  it.each(grounded)('%s', (_name, entry) => {
    expect(entry.sources.length > 0 || entry.judged === true).toBe(true);
    expect(entry.sources.filter((id) => !sourceIds.has(id))).toEqual([]);
    expect(new Set(entry.sources).size).toBe(entry.sources.length);
  });
});

describe('sources', () => {
  it('keeps all publications of both lists', () => {
    expect(sources.length - addedSources.length).toBe(200);
  });
});

describe('claims', () => {
  it('has all 112 in the order of the article', () => {
    expect(claims.map((claim) => claim.id)).toEqual(
      Array.from({ length: 112 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`),
    );
  });

  it('has the verdicts that were counted', () => {
    const counts: Record<string, number> = {};
    for (const { verdict } of claims) counts[verdict] = (counts[verdict] ?? 0) + 1;
    expect(counts).toEqual({ supported: 24, mixed: 37, weak: 30, contradicted: 7, 'common-sense': 14 });
  });

  it('has no leftover Markdown', () => {
    expect(claims.filter((claim) => JSON.stringify(claim).includes('`')).map((claim) => claim.id)).toEqual(
      [],
    );
  });
});

/** The questions an expression names. */
function questionsOf(expression: Expression | undefined): readonly string[] {
  if (expression === undefined) return [];
  if ('yes' in expression) return [expression.yes];
  if ('chosen' in expression) return [expression.chosen];
  if ('number' in expression) return [expression.number];
  if ('questions' in expression) return expression.questions;
  if ('all' in expression) return expression.all.flatMap(questionsOf);
  if ('any' in expression) return expression.any.flatMap(questionsOf);
  return expression.of.flatMap(questionsOf);
}

describe('plan', () => {
  const knownQuestions = new Set([
    'spasm-grabs',
    'leg-symptoms',
    'arm-symptoms',
    'walk-claudication',
    'duration',
    'local-bruise-or-tender',
    'mod-pregnant',
    'mod-osteoporosis',
    'mod-steroids',
    'mod-blood-thinner',
    'sleep',
    'cramp-cause',
    'knots',
    'stress-level',
  ]);
  /** Left out of the plan by any of these, whatever else was answered. */
  const leftOutBy = (id: string) => {
    const item = planItems.find((candidate) => candidate.id === id);
    expect(item).toBeDefined();
    return questionsOf(item?.leaveOutIf);
  };

  it('names only questions that exist', () => {
    const asked = planItems.flatMap((item) => [
      ...questionsOf(item.condition),
      ...questionsOf(item.leaveOutIf),
    ]);
    expect(asked.filter((id) => !knownQuestions.has(id))).toEqual([]);
  });

  it.each(planItems.map((item) => [item.id, item] as const))('%s is short', (_id, item) => {
    expect(item.text.split(/\s+/).length).toBeLessThanOrEqual(26);
    expect(item.text.split(/[.?:!] /).length).toBeLessThanOrEqual(3);
    expect(item.because.match(/[.?!](\s|$)/g)).toHaveLength(1);
  });

  it.each(planItems.map((item) => [item.id, item] as const))(
    '%s makes sense on the first screen, as a statement',
    (_id, item) => {
      const said = shortText(item);
      expect(said).not.toContain('?');
      expect(said.split(/\s+/).length).toBeGreaterThanOrEqual(4);
      if (item.short !== undefined) expect(said.split(/\s+/).length).toBeLessThanOrEqual(14);
    },
  );

  it.each(planItems.map((item) => [item.id, item] as const))('%s keeps its caution there', (_id, item) => {
    const said = shortText(item).toLowerCase();
    // Warmth and cold never go without their care, and a limb that gets weaker never waits for "more".
    if (/warm|cold/.test(said)) expect(said).toMatch(/cloth between.*numb skin/);
    if (/gets weaker/.test(item.text)) expect(said).toMatch(/weaker limb: help at once/);
    if (/light-headed/.test(item.text)) expect(said).toContain('light-headed');
    if (/keep taking what was prescribed/.test(item.text)) expect(said).toContain('keep taking');
    if (/doctor set a limit/.test(item.text)) expect(said).toContain('limit a doctor set');
  });

  it.each(patternIds)('%s has something at every moment without any condition', (pattern) => {
    for (const moment of planMoments) {
      const own = planItems.filter((item) => item.when === moment && item.for.includes(pattern));
      expect(own.filter((item) => item.condition === undefined).length, moment).toBeGreaterThan(0);
    }
  });

  it('says something to everyone at every moment', () => {
    for (const moment of planMoments) {
      const general = planItems.filter((item) => item.when === moment && item.for.includes('general'));
      expect(general.length, moment).toBeGreaterThan(0);
    }
  });

  it.each(patternIds)('%s says once how long it usually takes, for many people', (pattern) => {
    const usually = planItems.filter((item) => item.when === 'usually' && item.for.includes(pattern));
    expect(usually).toHaveLength(1);
    expect(usually[0]?.text).toMatch(/many people/i);
  });

  it.each(patternIds)(
    '%s alone comes before what is for everyone, unless a sign puts that first',
    (pattern) => {
      for (const moment of planMoments) {
        const first = Math.min(
          ...planItems
            .filter((item) => item.when === moment && item.for.includes(pattern))
            .map((i) => i.order),
        );
        const earlier = planItems.filter(
          (item) =>
            item.when === moment &&
            item.for.includes('general') &&
            item.condition === undefined &&
            item.order <= first,
        );
        expect(earlier.map((item) => item.id)).toEqual([]);
      }
    },
  );

  it('leaves out thigh stretches and pressing with feelings below the knee or down an arm', () => {
    for (const id of [
      'hamstrings-ease-now',
      'hamstrings-one-session',
      'hamstrings-most-days',
      'myofascial-pressure',
    ]) {
      expect(leftOutBy(id)).toEqual(
        expect.arrayContaining(['leg-symptoms', 'arm-symptoms', 'walk-claudication']),
      );
    }
  });

  it('leaves out pressing with blood thinners, thin bones and steroids', () => {
    expect(leftOutBy('myofascial-pressure')).toEqual(
      expect.arrayContaining(['mod-blood-thinner', 'mod-osteoporosis', 'mod-steroids']),
    );
  });

  it('offers nothing lying on the back in pregnancy', () => {
    const onTheBack = planItems.filter((item) => /on your back|calves on a chair|lie down/i.test(item.text));
    expect(onTheBack.length).toBeGreaterThan(0);
    for (const item of onTheBack) expect(questionsOf(item.leaveOutIf), item.id).toContain('mod-pregnant');
  });

  it('offers cold only on a fresh bruise', () => {
    const cold = planItems.filter((item) => /\bcold\b/i.test(item.text));
    expect(cold.map((item) => item.condition)).toEqual([
      { all: [{ number: 'duration', below: 3 }, { yes: 'local-bruise-or-tender' }] },
    ]);
  });
});

describe('remedies', () => {
  const ids = new Set(remedies.map((remedy) => remedy.id));

  it('has every remedy of both kinds', () => {
    expect(selfRemedies).toHaveLength(26);
    expect(askRemedies).toHaveLength(19);
  });

  it.each(remedyTargets)('%s names remedies that exist, each once', (target) => {
    const fit = remedyFits[target];
    const named = [...fit.first, ...fit.may, ...fit.ask, ...fit.no];
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it.each(remedyTargets)(
    '%s is offered what is for it, and nothing that guidelines advise against',
    (target) => {
      const fit = remedyFits[target];
      for (const remedy of remedies) {
        if (remedy.onlyIfAsked) {
          expect([...fit.first, ...fit.may, ...fit.ask], remedy.id).not.toContain(remedy.id);
        } else if (remedy.for.includes(target)) expect(fit.no, remedy.id).not.toContain(remedy.id);
      }
    },
  );

  it('limits only cells of the table that offer something', () => {
    for (const { remedy, target } of remedyLimits) {
      const fit = remedyFits[target];
      expect([...fit.first, ...fit.may, ...fit.ask], `${remedy} for ${target}`).toContain(remedy);
    }
  });

  it('keeps what guidelines advise against for those who ask', () => {
    expect(remedies.filter((r) => r.grade === 'against' && !r.onlyIfAsked).map((r) => r.id)).toEqual([]);
  });

  it('puts the notice on every mention of medicines, warmth or cold', () => {
    const medicine = /tablet|painkiller|medicine|relaxant|antidepressant|injection/i;
    expect(
      remedies.filter((r) => medicine.test(r.name) && r.notice !== 'medicines').map((r) => r.id),
    ).toEqual([]);
    expect(remedies.filter((r) => /warmth|cold/i.test(r.name)).map((r) => r.notice)).toEqual([
      'heat-and-cold',
      'heat-and-cold',
    ]);
  });

  it('turns from cold to warmth on the day the decision table does', () => {
    expect(coldToHeatDay.usual).toBe(3);
    expect(heatOrCold.find((row) => row.id === 'from-day-three')?.condition).toEqual({
      number: 'duration',
      atLeast: coldToHeatDay.usual,
    });
  });
});

describe('countries', () => {
  it.each(countries.map((row) => [row.name, row] as const))('%s has a number to dial', (_name, row) => {
    expect(row.emergency).toMatch(/^\d{3,5}((, | or )\d{3,5})*$/);
    expect(row.crisis ?? '1').toMatch(/\d/);
    expect(row.adviceLine ?? '1').toMatch(/\d/);
  });

  it('covers the European Union', () => {
    const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(
      ' ',
    );
    const listed = new Map(countries.map((row) => [row.country, row.emergency]));
    expect(union).toHaveLength(27);
    for (const country of union) expect(listed.get(country), country).toContain('112');
  });

  it('leaves Peru to the generic text, since its sources differ', () => {
    expect(countries.map((row) => row.country)).not.toContain('PE');
  });

  it('marks numbers that are only remembered', () => {
    expect(countries.filter((row) => row.recalled).map((row) => row.country)).toEqual(
      expect.arrayContaining(['ID', 'IN', 'LK', 'NG', 'PK', 'SA', 'ZA']),
    );
  });

  it('has a time zone for every country, and no zone of another', () => {
    const listed = new Set(countries.map((row) => row.country));
    expect(new Set(Object.keys(zoneNames))).toEqual(listed);
  });

  it.each([
    ['Europe/London', 'GB'],
    ['Australia/Sydney', 'AU'],
    ['America/New_York', 'US'],
    ['America/Toronto', 'CA'],
    ['Asia/Kathmandu', 'NP'],
    ['Asia/Katmandu', 'NP'],
    ['Asia/Calcutta', 'IN'],
    ['Europe/Kiev', 'UA'],
    ['Africa/Johannesburg', 'ZA'],
  ])('%s is in %s', (zone, country) => {
    expect(countryOfZone(zone, zoneNames)).toBe(country);
  });

  it('knows only zones that exist', () => {
    for (const zone of Object.values(zoneNames).flatMap((names) => names.trim().split(/\s+/))) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone).not.toThrow();
    }
  });

  it('says when it was put together', () => {
    expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('safety net', () => {
  it('has its four parts in order', () => {
    expect(safetyNet.map((part) => part.id)).toEqual(['expect', 'go-now', 'within-a-day', 'book']);
  });

  it('has a first line for every level', () => {
    expect(Object.keys(resultScreens).toSorted()).toEqual([...urgencies].toSorted());
  });

  it('uses only placeholders that are filled', () => {
    const used = safetyTexts.flatMap((line) => line.text.match(/\{[^}]*\}/g) ?? []);
    expect(new Set(used)).toEqual(new Set(['{number}', '{country}', '{date}', '{signs}', '{line}']));
  });
});

describe('words that are never said', () => {
  const said: readonly (readonly [string, string])[] = [
    ...claims.map((claim) => [`claim ${claim.id}`, claim.say] as const),
    ...planItems.map(
      (item) => [`plan ${item.id}`, `${item.text} ${item.short ?? ''} ${item.because}`] as const,
    ),
    ...remedies.map((remedy) => {
      const more =
        remedy.kind === 'self'
          ? [remedy.howMuch, ...remedy.care]
          : [remedy.what, remedy.evidence, ...remedy.risks, ...(remedy.questions ?? [])];
      const parts = [remedy.name, remedy.timing, remedy.say, remedy.gradeNote ?? '', ...more];
      return [`remedy ${remedy.id}`, parts.join(' ')] as const;
    }),
    ...heatOrCold.map((row) => [`heat or cold ${row.id}`, `${row.situation} ${row.how}`] as const),
    ...visits.map((visit) => [`visit ${visit.id}`, `${visit.visit} ${visit.questions.join(' ')}`] as const),
    ...safetyTexts.map((line) => [`safety net ${line.id}`, line.text] as const),
    ['try-out rule', tryOutRule.text],
    ['country texts', [genericEmergencyText, elsewhereText, genericCrisisLine, genericAdviceLine].join(' ')],
  ];
  const banned: readonly (readonly [string, RegExp])[] = [
    ['a percentage', /%|\bper ?cent\b/i],
    ['a diagnosis', /\byou have\b|\byou are suffering\b|\bdiagnosis:/i],
    ['a false all-clear', /\ball clear\b|\bnothing serious\b|\byou are fine\b|\bno need to see\b/i],
    ['a dose', /\b\d+\s?(mg|mcg|µg|ml|g|tablets?|pills?|capsules?)\b|\bmg\b/i],
    [
      'a frightening word',
      /\bworn[ -]out\b|\bslipped\b|\bcrumbling\b|\bdamaged\b|\bout of place\b|\bdegenerat/i,
    ],
    ['blame', /\bbad posture\b|\blazy\b|\byour fault\b/i],
    ['a promise', /\bwill go away\b|\bcures? your\b|\bguarantee/i],
  ];

  it.each(said)('%s', (name, words) => {
    // A claim's own line may name the belief that it answers.
    const rules = name.startsWith('claim ') ? banned.filter(([what]) => what !== 'blame') : banned;
    expect(rules.filter(([, pattern]) => pattern.test(words)).map(([what]) => what)).toEqual([]);
  });
});
