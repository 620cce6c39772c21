import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/engine/answers.ts';
import { type FlagFacts, raisedFlags } from '../../../src/engine/routine/raised-flags.ts';
import { knowledge, ordinary, person, without } from '../world.ts';
import { tables } from './requests.ts';

const asked = tables.flags.filter(({ block }) => block !== undefined).map(({ id }) => id);

function facts(changes: Partial<FlagFacts>): FlagFacts {
  return { flags: tables.flags, knowledge, ...changes };
}

function assessed(answers: Answers, daysSince = 0, isCurrent = true): Partial<FlagFacts> {
  return { assessment: { answers, daysSince, on: 'Sun 22 Nov', isCurrent } };
}

function around(answers: Answers, daysSince = 0): Partial<FlagFacts> {
  return { around: { answers, daysSince, on: 'Mon 23 Nov' } };
}

function reasonOf(flag: string, given: Partial<FlagFacts>): string | undefined {
  return raisedFlags(facts(given)).raised.find((entry) => entry.flag === flag)?.because;
}

function openIn(given: Partial<FlagFacts>): readonly string[] {
  return raisedFlags(facts(given)).open.flatMap(({ flags }) => flags);
}

describe('flags from an assessment', () => {
  it.each<readonly [string, Answers, string]>([
    [
      'leg-pain-below-knee',
      { 'leg-symptoms': ['pain-below-knee'] },
      'you chose "Pain below the knee" (Sun 22 Nov)',
    ],
    [
      'leg-pain-below-knee',
      { 'leg-symptoms': ['buttock-or-thigh-only', 'pain-below-knee', 'numb-or-tingle'] },
      'you chose "Pain below the knee" and "Numb or tingling" (Sun 22 Nov)',
    ],
    [
      'blood-thinner',
      { 'mod-blood-thinner': 'yes' },
      `you said yes to "${labelOf('mod-blood-thinner')}" (Sun 22 Nov)`,
    ],
    [
      'osteoporosis',
      { 'mod-steroids': 'unsure' },
      `you were not sure about "${labelOf('mod-steroids')}" (Sun 22 Nov)`,
    ],
    [
      'injury-first-48h',
      { 'local-bruise-or-tender': 'yes', duration: 1 },
      `you said "1 day" to "${labelOf('duration')}" and you said yes to "${labelOf('local-bruise-or-tender')}" (Sun 22 Nov)`,
    ],
  ])('%s: %j', (flag, changes, because) => {
    expect(reasonOf(flag, assessed(person(changes)))).toBe(because);
  });

  it('the ordinary strain raises none, and leaves open only what an assessment does not ask', () => {
    expect(raisedFlags(facts(assessed(ordinary))).raised).toEqual([]);
    const neverAsked = tables.flags.filter(({ from, block }) => from === undefined && block !== undefined);
    expect(openIn(assessed(ordinary))).toEqual(neverAsked.map(({ id }) => id));
  });

  it('without one everything with a page is open, page by page', () => {
    const { raised, open } = raisedFlags(facts({}));
    expect(raised).toEqual([]);
    expect(open.map(({ block }) => block)).toEqual(['around-pain', 'around-body', 'around-health']);
    expect(open.flatMap(({ flags }) => flags)).toEqual(asked);
  });

  it('a skipped or missing answer settles nothing', () => {
    expect(openIn(assessed(person({ 'mod-blood-thinner': 'skipped' })))).toContain('blood-thinner');
    expect(openIn(assessed(without(ordinary, 'worse-leaning-back')))).toContain('worse-leaning-back');
    expect(openIn(assessed(without(ordinary, 'arm-symptoms', 'pain-site')))).toContain('arm-pain-tingling');
  });

  it('a question that plain answers had ruled out counts as answered', () => {
    const settled = assessed(without(ordinary, 'arm-symptoms', 'preg-stage'));
    expect(openIn(settled)).not.toContain('arm-pain-tingling');
    expect(openIn(settled)).not.toContain('pregnancy-late');
  });

  it('one that no longer counts settles nothing, and still raises', () => {
    const old = person({ 'worse-leaning-back': 'yes' });
    expect(openIn(assessed(old, 100, false))).toContain('worse-bending-forward');
    expect(reasonOf('worse-leaning-back', assessed(old, 100, false))).toContain('(Sun 22 Nov)');
  });

  it('a fresh bruise is one until the third day, by what has passed since', () => {
    const bruised = person({ 'local-bruise-or-tender': 'yes', duration: 0 });
    expect(reasonOf('injury-first-48h', assessed(bruised, 2))).toContain('you said "today"');
    expect(reasonOf('injury-first-48h', assessed(bruised, 3))).toBeUndefined();
    expect(reasonOf('injury-first-48h', around({ 'injury-first-48h': 'yes' }, 2))).toBeDefined();
    expect(reasonOf('injury-first-48h', around({ 'injury-first-48h': 'yes' }, 3))).toBeUndefined();
  });
});

describe('flags from "Anything I should plan around?"', () => {
  it('yes and not sure raise, no settles, skipped stays open', () => {
    const given = around({
      'wrist-painful': 'yes',
      'balance-poor': 'unsure',
      'skin-numb': 'no',
      'shoulder-painful': 'skipped',
    });
    expect(reasonOf('wrist-painful', given)).toBe(
      `you said yes to "${flagLabel('wrist-painful')}" (Mon 23 Nov)`,
    );
    expect(reasonOf('balance-poor', given)).toBe(
      `you were not sure about "${flagLabel('balance-poor')}" (Mon 23 Nov)`,
    );
    expect(reasonOf('skin-numb', given)).toBeUndefined();
    expect(reasonOf('shoulder-painful', given)).toBeUndefined();
    const open = openIn(given);
    for (const settled of ['wrist-painful', 'balance-poor', 'skin-numb']) expect(open).not.toContain(settled);
    expect(open).toContain('shoulder-painful');
  });

  it('a no never lowers what the assessment raised, and a yes raises what it did not', () => {
    const answers = person({ 'worse-leaning-back': 'yes' });
    const said = {
      ...assessed(answers),
      ...around({ 'worse-leaning-back': 'no', 'worse-bending-forward': 'yes' }),
    };
    expect(reasonOf('worse-leaning-back', said)).toContain('(Sun 22 Nov)');
    expect(reasonOf('worse-bending-forward', said)).toContain('(Mon 23 Nov)');
  });

  it('all noes leave nothing to ask', () => {
    const noes = Object.fromEntries(asked.map((id) => [id, 'no']));
    expect(raisedFlags(facts(around(noes)))).toEqual({ raised: [], open: [] });
  });
});

describe('severe pain', () => {
  it.each<readonly [string, Partial<FlagFacts>, string | undefined]>([
    ['now 7', { painNow: 7 }, 'you said that the pain is 7 of 10 now'],
    ['now 6', { painNow: 6 }, undefined],
    [
      'the worst was 8, today',
      assessed(person({ 'pain-worst': 8 })),
      'you said that the worst pain was 8 of 10 (Sun 22 Nov)',
    ],
    ['the worst was 8, yesterday', assessed(person({ 'pain-worst': 8 }), 1), undefined],
    ['the worst was 8, and it is 3 now', { ...assessed(person({ 'pain-worst': 8 })), painNow: 3 }, undefined],
    [
      'the worst was 3, and it is 9 now',
      { ...assessed(person({ 'pain-worst': 3 }), 5), painNow: 9 },
      'you said that the pain is 9 of 10 now',
    ],
  ])('%s', (_name, given, because) => {
    expect(reasonOf('pain-severe', given)).toBe(because);
  });

  it('is not on the pages: it has its own question', () => {
    expect(openIn({})).not.toContain('pain-severe');
  });
});

it('a flag is never both raised and open, and a graver answer never lowers one', () => {
  const grades = ['no', 'unsure', 'yes'] as const;
  const answers = fc.dictionary(fc.constantFrom(...asked), fc.constantFrom(...grades, 'skipped' as const));
  fc.assert(
    fc.property(answers, fc.constantFrom(...asked), (given, flag) => {
      const { raised, open } = raisedFlags(facts({ ...assessed(ordinary), ...around(given) }));
      const left = open.flatMap(({ flags }) => flags);
      for (const entry of raised) expect(left).not.toContain(entry.flag);
      const isRaised = grades.map(
        (grade) => reasonOf(flag, around({ ...given, [flag]: grade })) !== undefined,
      );
      expect(isRaised).toEqual([false, true, true]);
    }),
  );
});

function labelOf(question: string): string {
  return knowledge.question(question)?.label ?? '';
}

function flagLabel(flag: string): string {
  return tables.flags.find(({ id }) => id === flag)?.label ?? '';
}
