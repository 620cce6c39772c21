import { describe, expect, test } from 'vitest';
import { recoveryTables } from '../../../src/data/recovery-tables.ts';
import {
  coldToHeatDay,
  heatOrCold,
  remedies,
  remedyFits,
  remedyLimits,
  visits,
} from '../../../src/data/remedies.ts';
import { type RemedyTables, remediesFor, remedyStanding } from '../../../src/engine/recovery/remedies-for.ts';
import { visitQuestions } from '../../../src/engine/recovery/visit-questions.ts';
import { factsOf, type Story, todayOf } from './people.ts';

const tables: RemedyTables = {
  remedies,
  remedyFits,
  remedyLimits,
  heatOrCold,
  coldToHeatDay,
  nerveSigns: recoveryTables.nerveSigns,
};
const remedyFacts = (story: Story, isGrabbing = false) => {
  const facts = factsOf(story);
  const { duration } = facts.assessment.answers;
  const spellDay = typeof duration === 'number' ? duration + facts.today - facts.assessment.day : undefined;
  return { ...facts, spellDay, isGrabbing };
};
const offerOf = (story: Story, isGrabbing = false) => remediesFor(tables, remedyFacts(story, isGrabbing));
const idsOf = (entries: readonly { readonly remedy: { readonly id: string } }[]) =>
  entries.map(({ remedy }) => remedy.id);
const standingOf = (id: string, story: Story) => {
  const remedy = remedies.find((each) => each.id === id);
  if (remedy === undefined) throw new Error(id);
  return remedyStanding(tables, remedyFacts(story), remedy);
};
const belowKnee = { 'leg-symptoms': ['pain-below-knee'] };

describe('what may help now', () => {
  test('begins with moving and knowing, warmth next, and everything else after', () => {
    const { now } = offerOf({ answers: { duration: 10 } });
    expect(idsOf(now).slice(0, 4)).toEqual(['stay-active', 'understanding', 'walking', 'heat']);
    const firsts = now.map(({ isFirst }) => isFirst);
    expect(firsts.lastIndexOf(true)).toBeLessThan(firsts.indexOf(false));
  });

  test.each<[string, Story, string, RegExp]>([
    ['warmth on a strain waits for day three', { answers: { duration: 1 } }, 'heat', /from day 3 on/],
    ['strength for day eight', { answers: { duration: 4 } }, 'strengthening', /from day 8 on/],
    ['rest was for the first days', { answers: { duration: 5 } }, 'short-rest', /first days only/],
    [
      'a class is for long-lasting pain',
      { answers: { duration: 10 } },
      'group-movement',
      /long-lasting pain/,
    ],
  ])('%s', (_name, story, id, because) => {
    const found = offerOf(story).later.find(({ remedy }) => remedy.id === id);
    expect(found?.because).toMatch(because);
  });

  test.each<[string, Story, string]>([
    [
      'pressing, with blood thinners',
      { fitting: ['myofascial-pain'], answers: { duration: 30, 'mod-blood-thinner': 'yes' } },
      'pressure-release',
    ],
    [
      'pressing, not sure about thin bones',
      { fitting: ['myofascial-pain'], answers: { duration: 30, 'mod-osteoporosis': 'unsure' } },
      'pressure-release',
    ],
    [
      'a stretch, with leg pain',
      { fitting: ['spinal-problem'], answers: { duration: 30, ...belowKnee } },
      'stretching',
    ],
    ['legs on a chair, in pregnancy', { answers: { duration: 1, 'mod-pregnant': 'yes' } }, 'leg-elevation'],
    ['warmth on a fresh bruise', { answers: { duration: 1, 'local-bruise-or-tender': 'yes' } }, 'heat'],
  ])('left out: %s', (_name, story, id) => {
    const { now, leftOut } = offerOf(story);
    expect(idsOf(now)).not.toContain(id);
    expect(leftOut.find(({ remedy }) => remedy.id === id)?.because).toMatch(/^you /);
  });

  test('what guidelines advise against is never offered, and named only when asked for', () => {
    for (const target of ['pulled-muscle', 'myofascial-pain', 'spinal-problem'] as const) {
      const { now, ask } = offerOf({ fitting: [target], answers: { duration: 100 } });
      expect([...now.map(({ remedy }) => remedy), ...ask].filter(({ grade }) => grade === 'against')).toEqual(
        [],
      );
    }
    expect(standingOf('support-belt', {}).kind).toBe('only-if-asked');
    expect(standingOf('opioids', {}).kind).toBe('only-if-asked');
  });

  test('leg signs put the spine first, whatever fits', () => {
    const { now } = offerOf({ fitting: ['tight-hamstrings'], answers: { duration: 30, ...belowKnee } });
    expect(idsOf(now)).not.toContain('stretching');
    expect(
      standingOf('stretching', { fitting: ['poor-posture'], answers: { duration: 30, ...belowKnee } }).kind,
    ).toBe('left-out');
  });

  test('manipulation is a question for the small joints alone', () => {
    const facet: Story = { fitting: ['spinal-problem'], subtypes: ['facet'], answers: { duration: 30 } };
    expect(standingOf('manipulation', facet).kind).toBe('ask');
    expect(standingOf('manipulation', { ...facet, subtypes: ['herniation'] }).kind).toBe('not-for-this');
    expect(standingOf('manipulation', { ...facet, answers: { duration: 30, ...belowKnee } }).kind).toBe(
      'left-out',
    );
  });

  test('a grabbing muscle comes first, and nothing clear is what is for everyone', () => {
    expect(idsOf(offerOf({ answers: { duration: 10 } }, true).now)).toContain('leg-elevation');
    expect(idsOf(offerOf({ fitting: [], answers: { duration: 10 } }).now).slice(0, 4)).toEqual([
      'stay-active',
      'understanding',
      'walking',
      'heat',
    ]);
  });
});

describe('warmth or cold', () => {
  test.each<[string, Story, string]>([
    ['fresh and bruised', { answers: { duration: 1, 'local-bruise-or-tender': 'yes' } }, 'cold'],
    ['fresh, nothing to see', { answers: { duration: 1 } }, 'either'],
    ['from day three', { answers: { duration: 1 }, today: 2 }, 'heat'],
    ['day four, bruised', { answers: { duration: 4, 'local-bruise-or-tender': 'yes' } }, 'cold'],
    ['day five, bruised', { answers: { duration: 5, 'local-bruise-or-tender': 'yes' } }, 'heat'],
  ])('%s', (_name, story, offer) => {
    expect(offerOf(story).heatOrCold[0]?.offer).toBe(offer);
  });

  test('a flare begins a new count', () => {
    const facts = { ...remedyFacts({ answers: { duration: 40 } }), spellDay: 0 };
    expect(remediesFor(tables, facts).heatOrCold[0]?.offer).toBe('either');
  });
});

describe('questions for a visit', () => {
  const sheetsOf = (story: Story) => {
    const facts = remedyFacts(story);
    return visitQuestions(visits, {
      ...facts,
      report: todayOf(story).report,
      ask: remediesFor(tables, facts).ask,
    });
  };
  test('a doctor comes first, unless work or mood is what needs a hand', () => {
    const firstOf = (story: Story) => sheetsOf(story)[0]?.visit.id;
    expect(firstOf({})).toBe('doctor');
    expect(firstOf({ answers: { 'work-care-loss': 'yes' } })).toBe('work');
    expect(firstOf({ answers: { 'low-mood': 'yes' } })).toBe('mental-health');
    expect(firstOf({ answers: { 'low-mood': 'yes' }, dangerSign: true })).toBe('doctor');
  });

  test('every visit is there once, with its own questions', () => {
    const sheets = sheetsOf({});
    expect(new Set(sheets.map(({ visit }) => visit.id))).toEqual(new Set(visits.map(({ id }) => id)));
    for (const { visit, questions } of sheets)
      expect(questions.length).toBeGreaterThanOrEqual(visit.questions.length);
  });

  test('conditions are filled in, but never what is sensitive', () => {
    const answers = { 'mod-blood-thinner': 'yes', 'mod-pregnant': 'yes', 'mod-iv-drugs': 'yes' } as const;
    const text = sheetsOf({ answers })
      .flatMap(({ questions }) => questions)
      .join(' ');
    expect(text).toMatch(/Please note: .*blood/);
    expect(text).not.toMatch(/pregnant|inject/i);
  });
});
