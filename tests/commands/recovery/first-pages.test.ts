import { expect, test } from 'vitest';
import type { TrackId } from '../../../src/data/recovery-schema.ts';
import { recoveryTables } from '../../../src/data/recovery-tables.ts';
import { checkedOn, person, said, strain } from './person.ts';

const patternOf: {
  readonly [track in TrackId]: readonly [fitting: readonly string[], subtypes: readonly string[]];
} = {
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
const ids = recoveryTables.tracks.map(({ id }) => id);

/** Five weeks of pain that fits this track, and another pattern beside it. */
function checkFor(track: TrackId) {
  const [fitting, subtypes] = patternOf[track];
  const beside = track === 'poor-posture' ? 'chronic-stress' : 'poor-posture';
  const leg = track === 'spinal-nerve' ? 'pain-below-knee' : 'none';
  return checkedOn('2026-11-18T10:00:00+01:00', {
    ...strain,
    answers: { ...strain.answers, duration: 30, 'leg-symptoms': [leg] },
    patterns: [...fitting, beside].map((id) => ({ id, fit: 'well' })),
    subtypes,
  });
}

const rowsOf = (page: string) => page.trimEnd().split('\n').length;

test.each(ids)('%s: the page that begins it fits one screen', async (track) => {
  const ctx = await person().remember(checkFor(track));
  const page = await said(ctx, `recovery start ${track}`);
  expect(page).toContain('Begun:');
  expect(rowsOf(page), page).toBeLessThanOrEqual(24);
});

const flares = ['--pain 4', '--pain 6 --grabs --leg-signs', '--pain 8 --grabs', '--pain 9'];
test.each(ids)('%s: the page of a flare fits one screen in every phase', async (track) => {
  for (const phase of recoveryTables.tracks.find(({ id }) => id === track)?.phases ?? [])
    for (const flags of flares) {
      const begun = {
        kind: 'recovery-start',
        at: '2026-11-18T10:05:00+01:00',
        body: { track, phase: phase.id },
      };
      const ctx = await person().remember(checkFor(track), begun);
      const page = await said(ctx, `recovery flare --signs none ${flags}`);
      expect(page).toContain('A flare, day 1');
      expect(rowsOf(page), page).toBeLessThanOrEqual(24);
    }
});
