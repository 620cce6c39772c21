import { expect, test } from 'vitest';
import { measure } from '../../../src/render/width.ts';
import type { FakeWorld } from '../../support/fake-context.ts';
import { checkedOn, person, run } from './person.ts';

/** What a person types, day by day: 1 is the day of the check. */
const diary: readonly (readonly [day: number, lines: readonly string[]])[] = [
  [1, ['recovery', 'recovery start', 'recovery done 1', 'log 6', 'recovery', 'recovery remedies']],
  [2, ['log 5', 'recovery done walk-short', 'recovery']],
  [
    3,
    [
      'log 4',
      'recovery done walk-short',
      'recovery',
      'recovery check',
      'recovery check walk-5=yes bruise-settling=yes',
      'recovery phase next',
      'recovery',
    ],
  ],
  [5, ['log 4', 'recovery done 1']],
  [
    6,
    [
      'log 3',
      'recovery',
      'recovery check walk-10=yes walk-20=yes dress-sit-sleep=yes',
      'recovery phase next',
    ],
  ],
  [
    7,
    [
      'log 3',
      'recovery phase next',
      'recovery ladder',
      'recovery ladder lifting',
      'recovery ladder lifting start',
    ],
  ],
  [
    9,
    [
      'log 6 --worst 8 --note "moved a sofa"',
      'recovery',
      'recovery flare --signs none --pain 6 --grabs',
      'recovery',
      'recovery phase next',
      'recovery done 1',
    ],
  ],
  [10, ['log 6', 'recovery']],
  [11, ['log 5', 'recovery']],
  [12, ['log 4', 'recovery']],
  [13, ['log 4', 'recovery']],
  [14, ['log 4', 'recovery flare over', 'recovery']],
  [15, ['recovery pause --from today --until tomorrow --reason holiday', 'recovery']],
  [17, ['log 5', 'recovery']],
  [20, ['log 5 --interference 5', 'recovery']],
  [21, ['log 6 --interference 5', 'recovery']],
  [
    22,
    [
      'log 6 --interference 6',
      'recovery',
      'recovery visit doctor',
      'recovery phase back',
      'recovery --explain',
    ],
  ],
  [24, ['log 6', 'recovery']],
  [
    27,
    [
      'log 6 --signs saddle-numbness',
      'recovery',
      'recovery done 1',
      'recovery start',
      'recovery flare --signs none',
      'recovery ladder lifting done',
      'recovery remedies',
      'recovery visit',
      'recovery --json',
    ],
  ],
];

async function screensOf(world: FakeWorld): Promise<readonly string[]> {
  const ctx = person({ now: '2026-11-01T09:00:00+01:00', ...world });
  await ctx.remember(checkedOn('2026-11-01T08:30:00+01:00'));
  const screens: string[] = [];
  for (const [day, lines] of diary) {
    ctx.clock.set(Date.parse('2026-11-01T19:00:00+01:00') + (day - 1) * 24 * 60 * 60 * 1000);
    for (const line of lines) {
      ctx.clearOutput();
      ctx.clock.advance(60_000);
      expect(await run(ctx, line), ctx.stderr).toBe(0);
      expect(ctx.stderr).toBe('');
      screens.push(`=== day ${day} $ backcare ${line}\n${ctx.stdout}`);
    }
  }
  return screens;
}

test('four weeks of a person, every screen', async () => {
  await expect((await screensOf({})).join('\n')).toMatchFileSnapshot('golden/four-weeks.txt');
});

test.each([40, 60, 100])('no line is wider than %d columns', async (columns) => {
  for (const screen of await screensOf({ columns })) {
    if (screen.includes('--json')) continue;
    const [, ...lines] = screen.split('\n');
    expect(Math.max(...lines.map(measure)), screen).toBeLessThanOrEqual(columns);
  }
});

test("each day's page fits one screen", async () => {
  for (const screen of await screensOf({})) {
    if (!/^=== day \d+ \$ backcare recovery\n/.test(screen)) continue;
    expect(screen.trimEnd().split('\n').length - 1, screen).toBeLessThanOrEqual(24);
  }
});
