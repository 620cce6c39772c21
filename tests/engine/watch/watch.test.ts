import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkInSigns } from '../../../src/data/watch.ts';
import type { LogBody } from '../../../src/engine/log/saved-entry.ts';
import { urgencyRank } from '../../../src/engine/urgency.ts';
import {
  answersOf,
  assessedOn,
  type Course,
  daily,
  entryOn,
  idsOf,
  knowledge,
  live,
  ordinary,
} from './people.ts';

/** What was said, with the day: "21 no-real-gain". */
function said(course: Course): readonly string[] {
  return live(course).flatMap((watched, index) =>
    idsOf(watched).map((id) => `${course.entries[index]?.[0]} ${id}`),
  );
}
const times = <Value>(count: number, value: Value): readonly Value[] =>
  Array.from({ length: count }, () => value);

describe('a course', () => {
  test.each<[string, Course, readonly string[]]>([
    [
      'that mends is left in peace',
      {
        assessment: assessedOn(0),
        entries: daily(0, 5, 5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0),
      },
      [],
    ],
    ['that goes up and down is left in peace', { entries: daily(0, 5, 6, 4, 5, 6, 4, 5, 6, 4, 5, 4) }, []],
    [
      'worse after a week is said once',
      { entries: daily(0, 4, 4, 4, 4, 5, 5, 5, 6, 6, 7, 7, 6) },
      ['8 worse-after-a-week'],
    ],
    [
      'two days far above the week before',
      { entries: daily(0, 3, 3, 3, 3, 5, 5, 6, 6) },
      ['5 rising', '7 worse-after-a-week'],
    ],
    [
      'far worse after three weeks is never called no gain',
      { entries: daily(0, ...times(8, 3), ...times(20, 7)) },
      ['9 worse-after-a-week', '21 worse-after-three-weeks'],
    ],
    ['one bad day is a bad day', { entries: daily(0, 3, 3, 3, 3, 6, 3, 3) }, []],
    [
      'no gain, from two weeks on',
      { entries: daily(0, ...times(36, 5)) },
      ['14 no-gain-in-two-weeks', '21 no-real-gain'],
    ],
    [
      'a little gain is no real one after three weeks',
      { entries: daily(0, ...times(10, 6), ...times(20, 5)) },
      ['21 no-real-gain'],
    ],
    [
      'an activity that comes back is a gain',
      {
        entries: [
          ...daily(0, ...times(20, 5)).map(
            ([at, body]) => [at, { ...body, activities: { stairs: at > 10 ? 7 : 2 } }] as const,
          ),
          [22, { usual: 5 }],
        ],
      },
      ['14 no-gain-in-two-weeks'],
    ],
    [
      'six weeks on and still held back',
      {
        entries: Array.from(
          { length: 15 },
          (_, index) => [index * 3, { usual: index < 4 ? 6 : 3, interference: 5 }] as const,
        ),
      },
      ['42 limits-after-six-weeks'],
    ],
    [
      'very bad pain',
      {
        entries: [
          [0, { usual: 5, worst: 8 }],
          [1, { usual: 8 }],
        ],
      },
      ['0 very-bad-pain'],
    ],
    [
      'pain that reaches the lower leg',
      {
        entries: [
          [0, { usual: 4, where: ['low-back'] }],
          [1, { usual: 4, where: ['low-back', 'below-knee'] }],
          [2, { where: ['below-knee'] }],
        ],
      },
      ['1 new-leg-pain'],
    ],
    [
      'the first word of a leg is one, and the second is not',
      {
        entries: [
          [0, { where: ['below-knee'] }],
          [1, { where: ['below-knee'] }],
        ],
      },
      ['0 new-leg-pain'],
    ],
    [
      'an arm after a leg is another place',
      {
        entries: [
          [0, { where: ['below-knee'] }],
          [1, { where: ['below-knee', 'arm'] }],
          [2, { where: ['arm'] }],
        ],
      },
      ['0 new-leg-pain', '1 new-arm-pain'],
    ],
    [
      'a place of three days ago, caught up, and not said again',
      {
        entries: [
          [5, { usual: 4 }],
          [2, { usual: 4, where: ['below-knee'] }],
          [6, { usual: 4, where: ['below-knee'] }],
        ],
      },
      ['2 new-leg-pain'],
    ],
    [
      'a place of another spell, caught up, says nothing of this one',
      {
        entries: [
          [60, { usual: 4 }],
          [2, { usual: 4, where: ['below-knee'] }],
          [61, { usual: 4, where: ['below-knee'] }],
        ],
      },
      ['61 new-leg-pain'],
    ],
    [
      'very bad in the morning and nothing to be done in the evening',
      {
        entries: [
          [0, { usual: 9 }],
          [0.2, { interference: 9 }],
        ],
      },
      ['0 very-bad-pain', '0.2 urgent'],
    ],
    [
      'clearly worse, up and down, is not called a stay where it began',
      { entries: [...daily(0, 3, 3, 3), ...daily(8, 6, 4, 6, 4, 6, 4, 6)] },
      [],
    ],
    [
      'a leg that the check was told of is not new',
      {
        assessment: assessedOn(0, { ...ordinary, 'leg-symptoms': ['pain-below-knee'] }),
        entries: [[1, { usual: 4, where: ['below-knee'] }]],
      },
      [],
    ],
    [
      'pain below the knee is new to a leg that only tingled',
      {
        assessment: assessedOn(0, { ...ordinary, 'leg-symptoms': ['numb-or-tingle'] }),
        entries: [[1, { usual: 4, where: ['below-knee'] }]],
      },
      ['1 new-leg-pain'],
    ],
    [
      'an arm that the check was told of is not new',
      {
        assessment: assessedOn(0, { ...ordinary, 'pain-site': ['neck'], 'arm-symptoms': 'yes' }),
        entries: [[1, { usual: 4, where: ['arm'] }]],
      },
      [],
    ],
    [
      'after four calm weeks it is another episode',
      {
        entries: [
          [0, { worst: 8 }],
          [1, { worst: 9 }],
          [40, { worst: 9 }],
        ],
      },
      ['0 very-bad-pain', '40 very-bad-pain'],
    ],
  ])('%s', (_, course, expected) => {
    expect(said(course)).toEqual(expected);
  });

  test('weeks count from when the pain began, which the assessment knows', () => {
    const began = answersOf({ ...ordinary, duration: 18 });
    expect(said({ assessment: assessedOn(0, began), entries: daily(0, ...times(9, 5)) })).toEqual([
      '7 no-real-gain',
    ]);
    expect(said({ assessment: assessedOn(0), entries: daily(0, ...times(9, 5)) })).toEqual([]);
  });

  test('what was told in another entry of the episode is not told again, by the assessment either', () => {
    const course = { assessment: assessedOn(0), entries: daily(0, ...times(34, 5)) };
    const ids = said(course).map((each) => each.split(' ')[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain('sp-not-better');
  });

  test('a leg that the assessment knows is not new', () => {
    const known = answersOf({ ...ordinary, 'pain-site': ['low-back', 'below-knee'] });
    expect(said({ assessment: assessedOn(0, known), entries: [[1, { where: ['below-knee'] }]] })).toEqual([]);
  });

  test('an entry dated in the future silences nothing', () => {
    const entries = [
      [30, { usual: 1 }],
      [2, { worst: 9 }],
    ] as const;
    expect(said({ entries, now: 2 })).toEqual(['2 very-bad-pain']);
    const [, watched] = live({
      assessment: assessedOn(0),
      entries: [entries[0], [2, { worst: 9, interference: 9 }]],
      now: 2,
    });
    expect(watched?.danger?.triage.urgency).toBe('urgent');
  });

  test.each([
    ['an hour', 1 / 24],
    ['a day', 1],
    ['two days', 2],
  ])('catching up for %s ago is watched, although there is a later entry', (_, ago) => {
    const entries = [
      [5, { usual: 2 }],
      [5 - ago, { usual: 9, worst: 10, interference: 10 }],
    ] as const;
    expect(said({ entries })).toEqual([`${5 - ago} urgent`]);
    expect(live({ assessment: assessedOn(0), entries })[1]?.danger?.triage.urgency).toBe('urgent');
  });

  test('a day that is caught up counts with the newest one', () => {
    const entries = [...daily(0, 3, 3, 3, 3), [5, { usual: 6 }] as const, [4, { usual: 6 }] as const];
    expect(said({ entries })).toEqual(['4 rising']);
  });

  test('what is written about long ago says nothing about today', () => {
    expect(
      said({
        entries: [
          [5, { usual: 4 }],
          [2, { worst: 9 }],
        ],
      }),
    ).toEqual([]);
  });
});

describe('the rules of the assessment, asked again', () => {
  test('pain of 8 with a blood thinner is urgent, whatever the entry is for', () => {
    const answers = answersOf({ ...ordinary, 'mod-blood-thinner': 'yes' });
    const [watched] = live({ assessment: assessedOn(0, answers), entries: [[1, { usual: 5, worst: 8 }]] });
    expect(watched?.danger?.triage.urgency).toBe('urgent');
    expect(watched?.danger?.triage.fired.map(({ rule }) => rule.id)).toContain('r-bleed-pain');
  });

  test('very bad pain that stops a person from managing is urgent after two days', () => {
    const [watched] = live({ assessment: assessedOn(0), entries: [[1, { worst: 8, interference: 7 }]] });
    expect(watched?.danger?.triage.fired.map(({ rule }) => rule.id)).toContain('sp-uncontrolled');
    const [less] = live({ assessment: assessedOn(0), entries: [[1, { worst: 8, interference: 6 }]] });
    expect(less?.danger).toBeUndefined();
  });

  test.each([
    ['no check at all', undefined],
    ['a check of long ago', assessedOn(-200, ordinary, false)],
  ])('with %s pain that stops a person from managing is urgent: how long is not known', (_, assessment) => {
    const entries = [[1, { worst: 8, interference: 7 }]] as const;
    const [watched] = live({ entries, ...(assessment === undefined ? {} : { assessment }) });
    expect(watched?.danger?.triage.urgency).toBe('urgent');
    expect(watched?.danger?.triage.fired.map(({ rule }) => rule.id)).toContain('sp-uncontrolled');
  });

  test('a check after the morning has asked about it: the evening counts alone', () => {
    const later = { ...assessedOn(0), summary: { ...assessedOn(0).summary, at: entryOn(0.1, {}).at } };
    const entries = [
      [0, { usual: 9 }],
      [0.2, { usual: 3, interference: 9 }],
    ] as const;
    expect(live({ assessment: later, entries }).at(-1)?.danger).toBeUndefined();
    expect(live({ assessment: assessedOn(-1), entries }).at(-1)?.danger?.triage.urgency).toBe('urgent');
  });

  test('time alone can make it urgent', () => {
    const answers = answersOf({ ...ordinary, age: 55, 'rf-night-pain': 'yes' });
    const watched = live({
      assessment: assessedOn(0, answers),
      entries: [
        [5, { usual: 4 }],
        [12, { usual: 4 }],
      ],
    });
    expect(watched.map(({ danger }) => danger?.triage.urgency)).toEqual([undefined, 'urgent']);
  });

  test('a lot of stress with poor sleep is a reason for a visit', () => {
    const ids = said({ assessment: assessedOn(0), entries: [[1, { usual: 4, stress: 9, sleep: 'poor' }]] });
    expect(ids).toEqual(['1 sp-mood']);
  });

  test('an assessment of long ago knows the person, and not this pain', () => {
    const answers = answersOf({ ...ordinary, 'mod-aneurysm': 'no', 'mod-blood-thinner': 'yes', age: 66 });
    const old = assessedOn(-200, answers, false);
    expect(said({ assessment: old, entries: [[0, { usual: 4, worst: 6 }]] })).toEqual([]);
    const [watched] = live({ assessment: old, entries: [[0, {}]], signs: { 'rf-foot-drop': 'yes' } });
    expect(watched?.danger?.triage.fired.map(({ rule }) => rule.id)).toContain('r-bleed-neuro');
  });
});

describe('a danger sign', () => {
  const bodies: fc.Arbitrary<LogBody> = fc.record(
    {
      usual: fc.integer({ min: 0, max: 10 }),
      interference: fc.integer({ min: 0, max: 10 }),
      sleep: fc.constantFrom('good', 'fair', 'poor'),
      stress: fc.integer({ min: 0, max: 10 }),
    },
    { requiredKeys: [] },
  );
  const course = fc.record({
    entries: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), bodies), { minLength: 1, maxLength: 8 }),
    assessment: fc.constantFrom(
      undefined,
      assessedOn(0),
      assessedOn(0, answersOf({ ...ordinary, 'rf-fever': 'yes' })),
    ),
  });
  const signs = fc
    .dictionary(fc.constantFrom(...checkInSigns), fc.constantFrom('yes' as const, 'unsure' as const), {
      minKeys: 1,
      maxKeys: 4,
    })
    .map((answers) => ({ ...answers }));

  test.each(checkInSigns)('%s alone is urgent or more, with and without an assessment', (id) => {
    for (const assessment of [undefined, assessedOn(0)]) {
      const entries = [[1, { usual: 3 }]] as const;
      const [watched] = live({
        entries,
        signs: { [id]: 'yes' },
        ...(assessment === undefined ? {} : { assessment }),
      });
      expect(urgencyRank(watched?.danger?.triage.urgency ?? 'self-care')).toBeGreaterThanOrEqual(
        urgencyRank('urgent'),
      );
    }
  });

  test('is never met with silence, and yes is always met with help', () => {
    fc.assert(
      fc.property(course, signs, ({ entries, assessment }, ticked) => {
        const watched = live({
          entries,
          signs: ticked,
          ...(assessment === undefined ? {} : { assessment }),
        }).at(-1);
        expect(watched === undefined ? [] : idsOf(watched)).not.toEqual([]);
        if (Object.values(ticked).includes('yes')) expect(watched?.danger).toBeDefined();
      }),
    );
  });

  test('counts at least as much as all of it does without the entry', () => {
    fc.assert(
      fc.property(bodies, signs, (body, ticked) => {
        const entries = [[1, body]] as const;
        const alone = live({ entries: [[1, {}]], signs: ticked }).at(-1)?.danger?.triage.urgency ?? 'routine';
        const known =
          live({ entries, signs: ticked, assessment: assessedOn(0) }).at(-1)?.danger?.triage.urgency ??
          'routine';
        expect(urgencyRank(known)).toBeGreaterThanOrEqual(urgencyRank(alone));
      }),
    );
  });

  test('a new place, and pain that stops a person from managing, are never met with silence, however they are entered', () => {
    const places: fc.Arbitrary<LogBody> = fc.record(
      {
        usual: fc.integer({ min: 0, max: 10 }),
        interference: fc.integer({ min: 0, max: 10 }),
        where: fc.subarray(['low-back', 'below-knee', 'arm']),
        sleep: fc.constantFrom('good', 'fair', 'poor'),
      },
      { requiredKeys: [] },
    );
    // Of one spell, in any order, several a day: what is written later may tell of an earlier day.
    const entered = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 54 }).map((half) => half / 2),
        places,
      ),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(entered, fc.constantFrom(undefined, assessedOn(0)), (entries, assessment) => {
        const watched = live({ entries, ...(assessment === undefined ? {} : { assessment }) }).map(idsOf);
        for (const [place, id] of [
          ['below-knee', 'new-leg-pain'],
          ['arm', 'new-arm-pain'],
        ] as const) {
          const first = entries.findIndex(([, { where = [] }]) => where.includes(place));
          if (first !== -1) expect(['urgent', id].some((each) => watched[first]?.includes(each))).toBe(true);
        }
        for (const [index, [, { usual = 0, interference = 0 }]] of entries.entries())
          if (usual >= 8 && interference >= 7) expect(watched[index]).toContain('urgent');
      }),
    );
  });

  test('without a sign, nothing is said twice in six weeks of one episode', () => {
    fc.assert(
      fc.property(fc.array(bodies, { minLength: 2, maxLength: 40 }), (all) => {
        const entries = all.map((body, index) => [index, { usual: 4, ...body }] as const);
        const ids = live({ entries, assessment: assessedOn(0) }).flatMap(({ concerns }) =>
          concerns.map((concern) => (concern.kind === 'watch' ? concern.rule.id : concern.fired.rule.id)),
        );
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('every sign of the short form is a question of its own that can be asked at once', () => {
    for (const id of checkInSigns) {
      const question = knowledge.question(id);
      expect([question?.kind, question?.role, question?.when]).toEqual(['bool', 'safety', undefined]);
    }
  });
});

test('the same entries always give the same word', () => {
  const entries = daily(0, 4, 4, 4, 4, 5, 5, 5, 6, 6);
  expect(live({ entries })).toEqual(live({ entries }));
  expect(entryOn(0, { usual: 4 })).toEqual(entryOn(0, { usual: 4 }));
});
