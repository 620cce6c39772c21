import { expect, test } from 'vitest';
import { clearedPerson, keptOf, run, said } from './person.ts';

/** Somebody with reminders set in the early morning of Monday 23 November. */
async function personWith(...lines: readonly string[]) {
  const ctx = await clearedPerson({ now: '2026-11-23T07:00:00+01:00' });
  for (const line of lines) await said(ctx, `remind add ${line}`);
  return ctx;
}

const evening = 'check-in --at 20:30';
const breaks = 'desk-break --every 45m --between 09:00-12:30';

test('done three times of an evening ticks that evening, and never another day', async () => {
  const ctx = await personWith(evening);
  ctx.clock.set('2026-11-23T20:31:00+01:00');
  expect(await said(ctx, 'remind done check-in')).toContain('Done: the 20:30');
  for (const minute of ['32', '33']) {
    ctx.clock.set(`2026-11-23T20:${minute}:00+01:00`);
    expect(await run(ctx, 'remind done check-in')).toBe(2);
    expect(ctx.stderr).toContain('"check-in" has none left today.');
  }
  expect(await keptOf(ctx, 'reminder-answer')).toEqual([{ ids: ['check-in/2026-11-23T20:30'], is: 'done' }]);
  expect(await said(ctx, 'remind next')).toMatch(/^tomorrow 20:30 /);
});

test('a break of tomorrow cannot be done this evening', async () => {
  const ctx = await personWith(breaks);
  ctx.clock.set('2026-11-23T20:32:00+01:00');
  expect(await run(ctx, 'remind done desk-break')).toBe(2);
  expect(await keptOf(ctx, 'reminder-answer')).toEqual([]);
});

test('ahead of its time: says which one it is, and that it will not come', async () => {
  const ctx = await personWith(breaks);
  ctx.clock.set('2026-11-23T09:52:00+01:00');
  expect(await said(ctx, 'remind done desk-break')).toContain('Done: the 09:45 movement break.');
  ctx.clock.set('2026-11-23T09:53:00+01:00');
  expect(await said(ctx, 'remind done desk-break')).toContain(
    'Done: the 10:30 movement break. It will not come today.',
  );
  expect(await said(ctx, 'remind next')).toBe('11:15 movement break\n');
});

test('one that is not the next of all is found', async () => {
  const ctx = await personWith(breaks, evening);
  ctx.clock.set('2026-11-23T08:04:00+01:00');
  expect(await said(ctx, 'remind done check-in')).toMatch(/Done: the 20:30 .+\. It will not come today\./);
  expect(await keptOf(ctx, 'reminder-answer')).toEqual([{ ids: ['check-in/2026-11-23T20:30'], is: 'done' }]);
  expect(await said(ctx, 'remind next')).toBe('09:45 movement break\n');
});

const desktop = {
  env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' },
  programs: { 'notify-send': () => ({}) },
};

test('one that was shown is found behind a newer one of another kind, but not that of yesterday', async () => {
  const ctx = await clearedPerson({ now: '2026-11-23T07:00:00+01:00', machine: desktop });
  await said(ctx, `remind add ${evening}`);
  await said(ctx, 'remind add walk --at 21:00');
  for (const time of ['20:30', '21:00']) {
    ctx.clock.set(`2026-11-23T${time}:00+01:00`);
    await said(ctx, 'remind tick');
  }
  expect(await keptOf(ctx, 'reminder-shown')).toHaveLength(2);
  ctx.clock.set('2026-11-23T21:01:00+01:00');
  expect(await said(ctx, 'remind done check-in')).toMatch(/Done: the 20:30 [^.]+\.\n/);
  ctx.clock.set('2026-11-24T08:00:00+01:00');
  expect(await said(ctx, 'remind done walk')).toContain('Done: the 21:00 walk. It will not come today.');
  expect(await keptOf(ctx, 'reminder-answer')).toEqual([
    { ids: ['check-in/2026-11-23T20:30'], is: 'done' },
    { ids: ['walk/2026-11-24T21:00'], is: 'done' },
  ]);
});

test('a night belongs to the day it begins on', async () => {
  const ctx = await clearedPerson({ now: '2026-11-23T07:00:00+01:00' });
  await said(ctx, 'remind quiet-hours none');
  await said(ctx, 'remind add walk --at 02:00,23:00');
  ctx.clock.set('2026-11-23T23:30:00+01:00');
  await said(ctx, 'remind done walk');
  // It is still that evening for the person, and two in the night lies ahead of it.
  ctx.clock.set('2026-11-24T00:30:00+01:00');
  expect(await said(ctx, 'remind done walk')).toContain('Done: the 02:00 walk.');
  expect(await run(ctx, 'remind done walk')).toBe(2);
});
