import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planPage, recoveryWorld } from '../../../src/commands/recovery/open-plan.ts';
import { watchRules } from '../../../src/data/watch.ts';
import { shortConcern } from '../../../src/documents/concern-glance.ts';
import { concernWords } from '../../../src/documents/concern-words.ts';
import type { Block } from '../../../src/documents/document.ts';
import { flareDocument } from '../../../src/documents/flare-document.ts';
import { recoveryDocument } from '../../../src/documents/recovery-document.ts';
import { renderDocument } from '../../../src/render/render.ts';
import { contact } from '../../documents/people.ts';
import { recoveryViewOf } from '../../documents/recovery-people.ts';
import { anyStory } from '../../engine/recovery/any-story.ts';
import { themes } from '../../render/themes.ts';
import { person } from './person.ts';

const anyRule = fc.constantFrom(...watchRules);
const standing = fc.record({
  title: anyRule.map(({ title }) => title),
  on: fc.constantFrom('today', 'Sun 22 Nov'),
  isForVisit: fc.boolean(),
  more: fc.nat(2),
});
/** What an entry called for. */
const over: fc.Arbitrary<readonly Block[]> = fc
  .option(standing)
  .map((concern) => (concern === null ? [] : [shortConcern(concern)]));
const noticed: fc.Arbitrary<readonly Block[]> = fc
  .option(anyRule)
  .map((rule) =>
    rule === null ? [] : [{ kind: 'callout', ...concernWords({ kind: 'watch', rule }, contact) } as const],
  );
/** Looked at, just begun, and with keys under it. */
const way = fc.constantFrom([false, 0], [true, 0], [false, 3]) as fc.Arbitrary<readonly [boolean, number]>;
const due = fc.option(fc.constantFrom(7, 14), { nil: undefined });
const linesOf = (text: string) => text.trimEnd().split('\n');
const unwrapped = (text: string) => text.replace(/\s+/g, ' ');

describe.each([
  [80, 24],
  // Where lines are short, the list of the day and danger still stand whole.
  [60, 30],
] as const)('on %i columns the page has at most %i rows', (columns, most) => {
  const world = recoveryWorld({}, person({ columns }));
  const theme = columns === 80 ? themes.screen : themes['columns-60'];
  const textOf = async (...given: Parameters<typeof planPage>) =>
    renderDocument(await planPage(...given), { format: 'text', theme });

  test('whatever stands over it, is due and is proposed; what matters most is always there', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, over, due, way, async (story, concern, checkIn, [isBegun, keys]) => {
        const page = recoveryViewOf(story);
        const { plan } = page.today;
        const because = concern.length === 0 ? ` ${plan.because.join(' ')}` : '';
        const says = `Begun: ${plan.track.name}.${because}`;
        const before = isBegun ? [...concern, { kind: 'paragraph', text: says } as const] : concern;
        const view = { ...page, before, checkIn };
        const text = await textOf(world, view, keys);
        const lines = linesOf(text);
        expect(lines.length + keys, text).toBeLessThanOrEqual(most + (columns === 60 ? keys : 0));
        const { now, lines: list, report } = view.today;
        for (const block of before)
          if (block.kind === 'paragraph') expect(unwrapped(text)).toContain(block.text);
        if (report.state === 'stop') return;
        for (const { text: line, isComfort } of now.pause === undefined ? list : [])
          if (!isComfort) expect(unwrapped(text)).toContain(line.split(' ').slice(0, 3).join(' '));
        const [gravest] = report.findings;
        if (gravest?.state === 'off-track' && now.flare.kind !== 'running')
          expect(unwrapped(text)).toContain(gravest.do);
      }),
      { numRuns: 600 },
    );
  }, 60_000);

  test('a flare with what was noticed in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, noticed, async (story, before) => {
        const view = { ...recoveryViewOf({ ...story, dangerSign: false }), before };
        const text = await textOf(world, view, 0, flareDocument);
        expect(linesOf(text).length, text).toBeLessThanOrEqual(most);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

test('what waits is named, and stands there with --explain', async () => {
  const world = recoveryWorld({}, person());
  const [story] = fc
    .sample(anyStory, { numRuns: 3000, seed: 7 })
    .filter((each) => recoveryViewOf(each).today.report.state !== 'stop')
    .filter((each) => !recoveryViewOf(each).today.hasBegun && recoveryViewOf(each).today.lines.length === 5);
  if (story === undefined) throw new Error('no such story');
  const rule = watchRules.find(({ id }) => id === 'limits-after-six-weeks');
  const before = [
    shortConcern({ title: rule?.title ?? '', on: 'Sun 22 Nov', isForVisit: true, more: 2 }),
    { kind: 'paragraph', text: 'One more thing. '.repeat(20) } as const,
  ];
  const view = { ...recoveryViewOf(story), before };
  const short = await planPage(world, view);
  expect(short.blocks.at(-1)).toMatchObject({
    kind: 'next',
    commands: expect.arrayContaining(['backcare recovery --explain']),
  });
  expect(JSON.stringify(short)).not.toContain('"comfort"');
  expect(JSON.stringify(recoveryDocument({ ...view, detail: 'full' }))).toContain('"comfort"');
});
