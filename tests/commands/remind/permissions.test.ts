import { expect, test } from 'vitest';
import { checkedOn, strain } from '../recovery/person.ts';
import { keptOf, person, run, said } from './person.ts';

const levels = {
  unchecked: undefined,
  incomplete: { ...strain, complete: false },
  outdated: strain,
  emergency: { urgency: 'emergency', complete: true, answers: {} },
  urgent: { urgency: 'urgent', complete: true, answers: {} },
  routine: { ...strain, urgency: 'routine' },
  'self-care': strain,
} as const;
type Level = keyof typeof levels;

async function personAt(level: Level, world: Parameters<typeof person>[0] = {}) {
  const ctx = person(world);
  const body = levels[level];
  const at = level === 'outdated' ? '2026-08-01T10:00:00+01:00' : '2026-11-22T10:00:00+01:00';
  if (body !== undefined) await ctx.remember(checkedOn(at, body));
  return ctx;
}

const offers = [
  'remind',
  'remind add walk',
  'remind defaults few',
  'remind install --yes',
  'remind simulate --plan few',
];

test.each(['unchecked', 'incomplete', 'outdated'] as const)(
  '%s: not offered, with the reason',
  async (level) => {
    for (const line of offers) {
      const ctx = await personAt(level);
      const text = await said(ctx, line);
      expect(text, line).toMatch(/^ {2}If you think this is an emergency, call 112/);
      expect(text.replace(/\s+/g, ' ')).toContain('the danger signs come first');
      expect(text).toContain('backcare diagnose');
      expect(await keptOf(ctx, 'reminder-schedule')).toEqual([]);
      expect(ctx.machine.crontab).toBeUndefined();
    }
  },
);

test.each(['emergency', 'urgent'] as const)('%s: off, with the advice first', async (level) => {
  for (const line of offers) {
    const ctx = await personAt(level);
    const text = await said(ctx, line);
    expect(text, line).toMatch(level === 'emergency' ? /EMERGENCY/ : /Urgent/);
    expect(text).toContain('Reminders are off while this advice stands. What is set is kept.');
    expect(await keptOf(ctx, 'reminder-schedule')).toEqual([]);
    expect(ctx.machine.crontab).toBeUndefined();
  }
});

test.each(['routine', 'self-care'] as const)('%s: offered', async (level) => {
  const ctx = await personAt(level);
  for (const line of offers) expect(await run(ctx, line), line).toBe(0);
  expect(await keptOf(ctx, 'reminder-schedule')).toHaveLength(3);
  expect(ctx.machine.crontab).toContain('remind tick');
});

test.each(Object.keys(levels) as Level[])(
  '%s: what takes away, quiets or only looks works',
  async (level) => {
    const ctx = await personAt('self-care');
    await said(ctx, 'remind add walk');
    await said(ctx, 'remind install --yes');
    const body = levels[level];
    if (body !== undefined && level !== 'outdated')
      await ctx.remember(checkedOn('2026-11-22T11:00:00+01:00', body));
    for (const line of [
      'remind next',
      'remind status',
      'remind tick',
      'remind pause 2h',
      'remind resume',
      'remind quiet-hours 22-6',
      'remind hook bash',
      'remind remove walk',
      'remind uninstall --yes',
    ])
      expect(await run(ctx, line), line).toBe(0);
    expect(await keptOf(ctx, 'reminder-shown')).toEqual([]);
    expect(ctx.machine.crontab ?? '').not.toContain('remind tick');
  },
);

test('as JSON: nothing but the advice', async () => {
  const ctx = await personAt('urgent');
  const json = JSON.parse(await said(ctx, 'remind --json'));
  expect(json).toMatchObject({ allowed: false, standing: 'urgent', state: 'off', schedules: [] });
  expect(json.advice[0]).toContain('See a clinician');
});
