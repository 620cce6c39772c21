import { describe, expect, test } from 'vitest';
import { recoveryTables } from '../../../src/data/recovery-tables.ts';
import type { PatternId } from '../../../src/data/schema.ts';
import { planFor } from '../../../src/engine/recovery/plan-for.ts';
import { factsOf, type Story } from './people.ts';

const planOf = (story: Story) => planFor(recoveryTables, factsOf(story));
const belowKnee = { 'leg-symptoms': ['pain-below-knee'] };

describe('which track', () => {
  test.each<[string, Story, string]>([
    ['a pulled muscle', { fitting: ['pulled-muscle'] }, 'pulled-muscle'],
    ['nothing clear', { fitting: [] }, 'no-clear-pattern'],
    ['facet', { fitting: ['spinal-problem'], subtypes: ['facet'] }, 'spinal-facet'],
    [
      'facet and disc: the one that looks for the easier way',
      { fitting: ['spinal-problem'], subtypes: ['facet', 'disc-degeneration'] },
      'spinal-disc',
    ],
    ['a spine of no known part', { fitting: ['spinal-problem'] }, 'spinal-disc'],
    ['a herniation', { fitting: ['spinal-problem'], subtypes: ['herniation'] }, 'spinal-nerve'],
    [
      'leg pain beats the part of the spine',
      { answers: belowKnee, fitting: ['spinal-problem'], subtypes: ['facet'] },
      'spinal-nerve',
    ],
    [
      'leg pain beats the order of patterns',
      { answers: belowKnee, fitting: ['pulled-muscle', 'spinal-problem'] },
      'spinal-nerve',
    ],
    [
      'tight hamstrings with leg pain are the spine',
      { answers: belowKnee, fitting: ['tight-hamstrings'] },
      'spinal-nerve',
    ],
    [
      'a fresh strain comes before what keeps pain going',
      { answers: { duration: 3 }, fitting: ['poor-posture', 'pulled-muscle'] },
      'pulled-muscle',
    ],
    [
      'and after two weeks behind it',
      { answers: { duration: 14 }, fitting: ['pulled-muscle', 'poor-posture'] },
      'poor-posture',
    ],
    ['unless it is the only one', { answers: { duration: 40 }, fitting: ['pulled-muscle'] }, 'pulled-muscle'],
  ])('%s', (_name, story, track) => {
    expect(planOf(story).track.id).toBe(track);
  });

  test('one that was begun is not called the likeliest', () => {
    const story: Story = { answers: { duration: 40 }, fitting: ['poor-posture'] };
    const { because } = planFor(recoveryTables, factsOf(story), 'pulled-muscle');
    expect(because[0]).toBe('The plan follows "pulled muscle", as you began it.');
  });

  test('one that was begun goes on, unless leg signs have come', () => {
    const begun = (story: Story) => planFor(recoveryTables, factsOf(story), 'pulled-muscle').track.id;
    expect(begun({ answers: { duration: 40 }, fitting: ['poor-posture'] })).toBe('pulled-muscle');
    expect(begun({ answers: belowKnee, fitting: ['spinal-problem'] })).toBe('spinal-nerve');
  });
});

describe('several patterns', () => {
  test.each<[string, readonly PatternId[], readonly string[]]>([
    ['one', ['poor-posture'], []],
    ['posture, then stress: one joint plan', ['poor-posture', 'chronic-stress'], ['breathe-at-breaks']],
    ['stress, then posture', ['chronic-stress', 'poor-posture'], ['breaks']],
    [
      'one step of the second, none of the third',
      ['myofascial-pain', 'chronic-stress', 'poor-posture'],
      ['breathe'],
    ],
  ])('%s', (_name, fitting, items) => {
    expect(planOf({ fitting }).additions.map(({ item }) => item.item)).toEqual(items);
  });

  test('of all limits the stricter', () => {
    const { settings, alsoAvoid } = planOf({
      fitting: ['pulled-muscle', 'spinal-problem'],
      subtypes: ['facet'],
    });
    expect(settings).toMatchObject({ restDays: 1, liftingFromDay: 22, runningFromDay: 29, reviewDay: 28 });
    expect(alsoAvoid).toContain('bending back as far as it goes');
  });

  test('what pulls on a leg stays out, and no reason speaks of it', () => {
    const plan = planOf({ answers: belowKnee, fitting: ['spinal-problem', 'tight-hamstrings'] });
    expect(plan.additions).toEqual([]);
    expect(plan.because.join(' ')).not.toContain('hamstrings" comes');
    expect(plan.because.join(' ')).toContain('you chose "Pain below the knee"');
  });

  test('two that fit equally are not ranked', () => {
    const { because } = planOf({ fitting: ['poor-posture', 'chronic-stress'], equal: true });
    expect(because[0]).toBe(
      '"Posture and position" and "Stress" fit about equally. The plan begins with one of them.',
    );
  });

  test('a strain says what takes over after two weeks', () => {
    const plan = planOf({ fitting: ['pulled-muscle', 'poor-posture'] });
    expect(plan.next).toMatchObject({ track: { id: 'poor-posture' }, onDay: 14 });
    expect(plan.because.join(' ')).toContain('After two weeks "posture and position" takes over');
  });
});

describe('pace and course', () => {
  test.each<[string, Story, number, number]>([
    ['mild by the story', { answers: { duration: 2 } }, 8, 1],
    ['a bruise makes it moderate', { answers: { 'local-bruise-or-tender': 'yes' } }, 15, 1],
    ['not sure counts as moderate', { answers: { 'local-bruise-or-tender': 'unsure' } }, 15, 1],
    ['strong worst pain makes it moderate', { answers: { 'pain-worst': 7 } }, 15, 1],
    ['from 65 on it goes slower', { answers: { age: 65 } }, 8, 1.5],
    ['poor sleep too', { answers: { sleep: 'poor' } }, 8, 1.5],
    ['an age that was not given does not', { answers: { age: 'unsure' } }, 8, 1],
  ])('%s', (_name, story, lifting, pace) => {
    expect(planOf(story)).toMatchObject({ settings: { liftingFromDay: lifting }, pace });
  });

  test('the mode for a grabbing muscle lasts three days after it was told', () => {
    const answers = { 'spasm-grabs': 'yes' } as const;
    expect(planOf({ answers, today: 3 }).isGrabbing).toBe(true);
    expect(planOf({ answers, today: 4 }).isGrabbing).toBe(false);
    expect(planOf({ today: 0 }).isGrabbing).toBe(false);
  });
});
