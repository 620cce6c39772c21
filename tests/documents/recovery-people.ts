import type { TrackId } from '../../src/data/recovery-schema.ts';
import { recoveryTables } from '../../src/data/recovery-tables.ts';
import {
  coldToHeatDay,
  heatOrCold,
  remedies,
  remedyFits,
  remedyLimits,
  tryOutRule,
} from '../../src/data/remedies.ts';
import type { PatternId, SubtypeId } from '../../src/data/schema.ts';
import { sources } from '../../src/data/sources.ts';
import type { RecoveryView } from '../../src/documents/recovery-view.ts';
import type { RemediesView } from '../../src/documents/remedies-document.ts';
import {
  heatOrColdFor,
  type RemedyTables,
  remediesFor,
  remedyFactsOf,
} from '../../src/engine/recovery/remedies-for.ts';
import { factsOf, type Story, todayOf } from '../engine/recovery/people.ts';
import { contact } from './people.ts';

export const remedyTables: RemedyTables = {
  remedies,
  remedyFits,
  remedyLimits,
  heatOrCold,
  coldToHeatDay,
  nerveSigns: recoveryTables.nerveSigns,
};

export const remedyFacts = (story: Story) => remedyFactsOf(factsOf(story), todayOf(story));

/** Today's page of a story, in Dublin. */
export function recoveryViewOf(story: Story, detail: RecoveryView['detail'] = 'short'): RecoveryView {
  return {
    contact,
    tables: recoveryTables,
    today: todayOf(story),
    heatOrCold: heatOrColdFor(remedyTables, remedyFacts(story)),
    before: [],
    checkIn: undefined,
    detail,
    leftOut: 0,
    sources,
  };
}

export function remediesViewOf(story: Story, detail: RemediesView['detail'] = 'short'): RemediesView {
  return {
    contact,
    offer: remediesFor(remedyTables, remedyFacts(story)),
    tryOut: tryOutRule,
    tried: [],
    before: [],
    detail,
  };
}

const patternOf: { readonly [track in TrackId]: readonly [readonly PatternId[], readonly SubtypeId[]] } = {
  'pulled-muscle': [['pulled-muscle'], []],
  'poor-posture': [['poor-posture'], []],
  'chronic-stress': [['chronic-stress'], []],
  'tight-hamstrings': [['tight-hamstrings'], []],
  'spinal-facet': [['spinal-problem'], ['facet']],
  'spinal-disc': [['spinal-problem'], ['disc-degeneration']],
  'spinal-nerve': [['spinal-problem'], ['herniation']],
  'myofascial-pain': [['myofascial-pain'], []],
  'no-clear-pattern': [[], []],
};

/** Somebody in this phase of this track, with a second pattern beside it. */
export function storyIn(track: TrackId, phase: string, more: Story = {}): Story {
  const [fitting, subtypes] = patternOf[track];
  return {
    fitting: [...fitting, track === 'poor-posture' ? 'chronic-stress' : 'poor-posture'],
    subtypes,
    ...more,
    events: [[0, 'start', { track, phase }], ...(more.events ?? [])],
  };
}

const strain = [0, 'start', { track: 'pulled-muscle', phase: 'calm' }] as const;

/** People whose pages are read like prose. */
export const stories = {
  'first-day': { answers: { duration: 1, 'local-bruise-or-tender': 'yes' }, pain: [5], events: [strain] },
  'ready-to-go-on': {
    answers: { duration: 2, 'pain-average': 6 },
    pain: [6, 5, 4],
    events: [
      strain,
      [2, 'tasks', { answers: { 'walk-5': 'yes', 'bruise-settling': 'yes' } }],
      [2, 'tick', { item: 'walk-short', times: 1 }],
    ],
  },
  'before-it-begins': {
    answers: { duration: 3, 'leg-symptoms': ['pain-below-knee'], age: 70 },
    fitting: ['spinal-problem', 'tight-hamstrings'],
    subtypes: ['herniation'],
    pain: [6],
  },
  'two-patterns': {
    answers: { duration: 200, 'pain-average': 4 },
    fitting: ['poor-posture', 'chronic-stress'],
    pain: [4, 4],
    events: [
      [0, 'start', { track: 'poor-posture', phase: 'start' }],
      [1, 'tick', { item: 'breaks', times: 2 }],
    ],
  },
  'off-track': {
    answers: { duration: 5, 'pain-average': 5 },
    days: [
      { day: 17, usual: 5 },
      { day: 18, usual: 5 },
    ],
    events: [strain],
  },
  'danger-sign': { answers: { duration: 5 }, pain: [5, 5], events: [strain], dangerSign: true },
  flare: {
    answers: { duration: 20, 'pain-average': 3 },
    pain: [3, 3, 2, 2, 6],
    events: [
      [0, 'start', { track: 'pulled-muscle', phase: 'rebuild' }],
      [4, 'flare', { is: 'started', grabs: true }],
    ],
  },
  'flare-with-leg-signs': {
    answers: { duration: 20, 'pain-average': 3 },
    pain: [3, 3, 2, 2, 6],
    events: [
      [0, 'start', { track: 'pulled-muscle', phase: 'rebuild' }],
      [4, 'flare', { is: 'started', legSigns: true }],
    ],
    today: 6,
  },
  'on-a-ladder': {
    answers: { duration: 25, 'pain-average': 5 },
    pain: [3, 2, 2],
    events: [
      [0, 'start', { track: 'pulled-muscle', phase: 'return' }],
      [1, 'ladder', { ladder: 'lifting', is: 'chosen' }],
      [1, 'ladder', { ladder: 'lifting', is: 'done', step: 0, pain: 1 }],
    ],
  },
} as const satisfies { readonly [name: string]: Story };
