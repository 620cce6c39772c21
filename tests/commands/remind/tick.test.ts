import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { afterwards } from '../../../src/commands/remind/afterwards.ts';
import type { FakeMachineFacts } from '../../support/fake-machine.ts';
import { checkedOn } from '../recovery/person.ts';
import { clearedPerson, keptOf, person, type RemindPerson, run, said } from './person.ts';

/** A Mac with its notifier: every notice stands in `machine.ran`. */
const mac = { platform: 'darwin', programs: { osascript: () => ({}) } } as const;
/** Nothing to show anything with. */
const bare = { programs: {} } as const;

async function withWalk(machine: FakeMachineFacts) {
  const ctx = await clearedPerson({ now: '2026-11-23T08:00:00+01:00', machine });
  await said(ctx, 'remind add walk --at 12:00');
  ctx.clearOutput();
  return ctx;
}

/** One tick; nothing may be said. */
async function tick(ctx: RemindPerson, at?: string) {
  if (at !== undefined) ctx.clock.set(at);
  ctx.clearOutput();
  expect(await run(ctx, 'remind tick --quiet')).toBe(0);
  expect([ctx.stdout, ctx.stderr]).toEqual(['', '']);
}

const notices = (ctx: RemindPerson) => ctx.machine.ran.filter(({ name }) => name === 'osascript');
const shown = (ctx: RemindPerson) => keptOf(ctx, 'reminder-shown');
const waiting = (ctx: RemindPerson) => {
  const path = join(ctx.machine.folder, 'prompt');
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
};

describe('a tick', () => {
  test('says and shows nothing while nothing is due', async () => {
    const ctx = await withWalk(mac);
    await tick(ctx, '2026-11-23T11:59:00+01:00');
    expect(notices(ctx)).toEqual([]);
    expect(await shown(ctx)).toEqual([]);
  });

  test('brings what is due, once, in discreet words, and keeps how', async () => {
    const ctx = await withWalk(mac);
    await tick(ctx, '2026-11-23T12:00:00+01:00');
    await tick(ctx, '2026-11-23T12:01:00+01:00');
    await tick(ctx, '2026-11-23T12:30:00+01:00');
    expect(notices(ctx)).toHaveLength(1);
    const words = notices(ctx)[0]?.words.join(' ') ?? '';
    expect(words).toContain('Reminder');
    expect(words).not.toMatch(/walk|back|shoes/i);
    expect(await shown(ctx)).toEqual([
      { ids: ['walk/2026-11-23T12:00'], text: expect.stringMatching(/^walk-\S+ discreet-/), by: 'notifier' },
    ]);
  });

  test('says what it is about where the person wants that', async () => {
    const ctx = await withWalk(mac);
    await said(ctx, 'remind change walk --says "Round the block?"');
    await said(ctx, 'remind words open');
    await tick(ctx, '2026-11-23T12:00:00+01:00');
    expect(notices(ctx)[0]?.words).toContain('Round the block?');
  });

  test('shows what was put off once more, and only once', async () => {
    const ctx = await withWalk(mac);
    await tick(ctx, '2026-11-23T12:00:00+01:00');
    ctx.clock.set('2026-11-23T12:05:00+01:00');
    await said(ctx, 'remind snooze 15');
    await tick(ctx, '2026-11-23T12:19:00+01:00');
    expect(notices(ctx)).toHaveLength(1);
    await tick(ctx, '2026-11-23T12:20:00+01:00');
    await tick(ctx, '2026-11-23T12:21:00+01:00');
    expect(notices(ctx)).toHaveLength(2);
  });

  test('after two weeks without an answer brings one a week, until the person says so', async () => {
    const ctx = await withWalk(mac);
    for (let day = 23; day <= 30; day++) await tick(ctx, `2026-11-${day}T12:00:00+01:00`);
    for (let day = 1; day <= 9; day++) await tick(ctx, `2026-12-0${day}T12:00:00+01:00`);
    const before = notices(ctx).length;
    expect(before).toBe(15);
    expect(notices(ctx).at(-1)?.words.join(' ')).toMatch(/One a week|Quiet here/);
    expect(await said(ctx, 'remind')).toMatch(
      /Nothing came from you for two weeks, so only one a\s+week\s+comes, from Mon 14 Dec at 12:00\. All again: backcare\s+remind\s+resume/,
    );
    expect(await said(ctx, 'undo --list')).not.toContain('once a week');
    await tick(ctx, '2026-12-13T12:00:00+01:00');
    expect(notices(ctx)).toHaveLength(before);
    await tick(ctx, '2026-12-14T12:00:00+01:00');
    expect(notices(ctx)).toHaveLength(before + 1);
    expect(await keptOf(ctx, 'reminder-lull')).toHaveLength(1);
    expect(await said(ctx, 'remind resume')).toContain('The next one comes tomorrow at 12:00.');
    await tick(ctx, '2026-12-15T12:00:00+01:00');
    await tick(ctx, '2026-12-16T12:00:00+01:00');
    expect(notices(ctx)).toHaveLength(before + 3);
  });

  test('after a night brings the newest, and keeps the rest as missed, in one entry', async () => {
    const ctx = await clearedPerson({ now: '2026-11-23T08:30:00+01:00', machine: mac });
    await said(ctx, 'remind add desk-break --every 45m --between 09:00-12:30,13:30-17:30');
    await tick(ctx, '2026-11-23T09:00:00+01:00');
    await tick(ctx, '2026-11-23T14:20:00+01:00');
    await tick(ctx, '2026-11-23T14:21:00+01:00');
    expect(notices(ctx)).toHaveLength(1);
    expect(await shown(ctx)).toMatchObject([{ ids: ['desk-break/2026-11-23T14:15'] }]);
    expect(await keptOf(ctx, 'reminder-missed')).toEqual([
      { schedules: { 'desk-break': { count: 4, from: '2026-11-23T09:45', until: '2026-11-23T12:00' } } },
    ]);
  });

  test('leaves for the prompt what no other way could bring, and takes it back when a shell has shown it', async () => {
    const ctx = await withWalk(bare);
    await tick(ctx, '2026-11-23T12:00:00+01:00');
    await tick(ctx, '2026-11-23T12:01:00+01:00');
    expect(await shown(ctx)).toEqual([]);
    const [line = ''] = waiting(ctx);
    expect(line).toMatch(/walk.*backcare: .+ \(backcare stretch easy-walk, then: backcare remind done\)$/);
    // As the hook of a shell does it.
    const [, , name = '', occurrences = ''] = line.split('\t');
    writeFileSync(join(ctx.machine.folder, 'claims', name), `bash ${occurrences}\n`, { flag: 'wx' });
    await tick(ctx, '2026-11-23T12:02:00+01:00');
    expect(await shown(ctx)).toEqual([{ ids: ['walk/2026-11-23T12:00'], by: 'prompt' }]);
    expect(waiting(ctx).join('\n')).not.toContain('2026-11-23T12:00');
    await tick(ctx, '2026-11-23T12:03:00+01:00');
    expect(await shown(ctx)).toHaveLength(1);
  });

  test('without --quiet says that nobody was reached', async () => {
    const ctx = await withWalk(bare);
    ctx.clock.set('2026-11-23T12:00:00+01:00');
    expect(await run(ctx, 'remind tick')).toBe(0);
    expect(ctx.stderr).toMatch(/^A reminder is due and reached nobody\./);
  });

  test('shows nothing once a check has said to be seen, and takes what waited before a prompt away', async () => {
    const ctx = await withWalk(bare);
    await tick(ctx, '2026-11-23T11:00:00+01:00');
    expect(waiting(ctx).length).toBeGreaterThan(0);
    await ctx.remember(
      checkedOn('2026-11-23T11:30:00+01:00', { urgency: 'urgent', complete: true, answers: {} }),
    );
    await afterwards(ctx, { hasKept: true, saysBroken: false });
    expect(waiting(ctx)).toEqual([]);
    await tick(ctx, '2026-11-23T12:00:00+01:00');
    expect(await shown(ctx)).toEqual([]);
  });

  test('what was shown a moment ago asks for an answer, without a reproach later', async () => {
    const ctx = await withWalk(mac);
    await tick(ctx, '2026-11-23T12:00:00+01:00');
    const page = await said(ctx, 'remind');
    expect(page).toMatch(/Shown +walk: did you do it\?/);
    expect(page).toContain('backcare remind done');
    ctx.clock.set('2026-11-23T14:01:00+01:00');
    expect(await said(ctx, 'remind')).not.toContain('did you do it');
    ctx.clock.set('2026-11-23T12:10:00+01:00');
    await said(ctx, 'remind done');
    expect(await said(ctx, 'remind')).not.toContain('did you do it');
  });

  test('of twenty at once, one brings it', async () => {
    const ctx = await withWalk(mac);
    ctx.clock.set('2026-11-23T12:00:00+01:00');
    await Promise.all(Array.from({ length: 20 }, () => run(ctx, 'remind tick --quiet')));
    expect(notices(ctx)).toHaveLength(1);
    expect(await shown(ctx)).toHaveLength(1);
  });

  test('as JSON', async () => {
    const ctx = await withWalk(mac);
    expect(JSON.parse(await said(ctx, 'remind tick --json'))).toMatchObject({
      outcome: 'nothing-due',
      due: [],
    });
    ctx.clock.set('2026-11-23T12:00:00+01:00');
    expect(JSON.parse(await said(ctx, 'remind tick --json'))).toMatchObject({
      outcome: 'shown',
      by: 'desktop',
      due: ['walk/2026-11-23T12:00'],
    });
    expect(JSON.parse(await said(ctx, 'remind tick --json'))).toMatchObject({ outcome: 'nothing-due' });
  });
});

describe('a tick that may rest', () => {
  /** How often the whole record was looked at. */
  async function looks(ctx: RemindPerson, act: () => Promise<unknown>) {
    const record = await ctx.record();
    const { since } = record;
    let count = 0;
    Object.assign(record, {
      since: (...given: Parameters<typeof since>) => {
        count += 1;
        return since(...given);
      },
    });
    await act();
    Object.assign(record, { since });
    return count;
  }

  test('looks at nothing until the next one is due', async () => {
    const ctx = await withWalk(mac);
    await tick(ctx, '2026-11-23T11:40:00+01:00');
    expect(await looks(ctx, () => tick(ctx, '2026-11-23T11:41:00+01:00'))).toBe(0);
    expect(await looks(ctx, () => tick(ctx, '2026-11-23T11:49:00+01:00'))).toBe(0);
    expect(await looks(ctx, () => tick(ctx, '2026-11-23T11:58:00+01:00'))).toBe(0);
    expect(await looks(ctx, () => tick(ctx, '2026-11-23T12:00:00+01:00'))).toBeGreaterThan(0);
    expect(notices(ctx)).toHaveLength(1);
  });

  test.each([
    [
      'something was kept',
      async (ctx: RemindPerson) => void (await said(ctx, 'remind add breathe --at 11:42')),
    ],
    [
      'the zone is another',
      async (ctx: RemindPerson) => Object.assign(ctx.clock, { offsetMinutes: () => 120 }),
    ],
    ['the clock was set back', async (ctx: RemindPerson) => ctx.clock.set('2026-11-23T11:30:00+01:00')],
    ['nobody looked for long', async (ctx: RemindPerson) => ctx.clock.set('2026-11-23T11:52:00+01:00')],
  ])('looks again when %s', async (_why, change) => {
    const ctx = await withWalk(mac);
    await tick(ctx, '2026-11-23T11:40:00+01:00');
    await change(ctx);
    expect(await looks(ctx, () => tick(ctx))).toBeGreaterThan(0);
  });

  test('a check that grows old ends it within the hour', async () => {
    const ctx = person({ now: '2026-11-23T08:00:00+01:00', machine: mac });
    // Twelve weeks before Monday, 11:00.
    await ctx.remember(checkedOn('2026-08-31T11:00:00+01:00'));
    await said(ctx, 'remind add walk --at 12:00');
    for (const time of ['10:55', '11:04', '11:13', '11:22', '11:31', '11:40', '11:49', '11:57', '12:00'])
      await tick(ctx, `2026-11-23T${time}:00+01:00`);
    expect(await shown(ctx)).toEqual([]);
    // That it ends is said once, or it would pass for a fault.
    expect(notices(ctx)).toHaveLength(1);
    expect(notices(ctx)[0]?.words).toContain('Reminders rest until your next check: backcare diagnose');
    await tick(ctx, '2026-11-25T12:00:00+01:00');
    expect(notices(ctx)).toHaveLength(1);
  });
});

test('of twenty that wake at once, one keeps what was missed', async () => {
  const ctx = await clearedPerson({ now: '2026-11-23T08:30:00+01:00', machine: mac });
  await said(ctx, 'remind add desk-break --every 45m --between 09:00-12:30,13:30-17:30');
  await tick(ctx, '2026-11-23T09:00:00+01:00');
  ctx.clock.set('2026-11-23T14:20:00+01:00');
  await Promise.all(Array.from({ length: 20 }, () => run(ctx, 'remind tick --quiet')));
  expect(await keptOf(ctx, 'reminder-missed')).toHaveLength(1);
  expect(notices(ctx)).toHaveLength(1);
});

test('claims do not pile up', async () => {
  const ctx = await clearedPerson({ now: '2026-11-23T08:00:00+01:00', machine: mac });
  await said(ctx, 'remind add walk --at 12:00');
  const claims = join(ctx.machine.folder, 'claims');
  await tick(ctx, '2026-11-23T12:00:00+01:00');
  expect(readdirSync(claims)).toHaveLength(1);
  await tick(ctx, '2026-11-27T12:00:00+01:00');
  expect(readdirSync(claims).join()).not.toContain('2026-11-23');
});
