import { describe, expect, test } from 'vitest';
import { checkedOn, strain } from '../recovery/person.ts';
import { clearedPerson, person, said } from './person.ts';

const grave = (urgency: string) => ({ urgency, complete: true, answers: {} });

describe('while reminders may not come', () => {
  test.each([
    ['no check', undefined],
    ['a check of long ago', '2026-08-01T10:00:00+01:00'],
  ])('%s: says that one is needed, and names no advice that nobody gave', async (_, at) => {
    const ctx = person();
    if (at !== undefined) await ctx.remember(checkedOn(at, strain));
    const text = await said(ctx, 'remind status');
    expect(text).toContain('They come once your back has been checked. A check holds for 12 weeks.');
    expect(text).not.toContain('advice of your last check');
    expect(text).toMatch(/Next {2}backcare diagnose\n/);
  });

  test.each([
    ['emergency', /EMERGENCY/],
    ['urgent', /Urgent/],
  ] as const)('%s: the advice comes first on every page', async (urgency, mark) => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind add walk');
    await said(ctx, 'remind install --yes');
    await ctx.remember(checkedOn('2026-11-23T08:29:00+01:00', grave(urgency)));
    for (const line of [
      'remind status',
      'remind doctor',
      'remind pause 2h',
      'remind resume',
      'remind quiet-hours',
      'remind days-off',
    ]) {
      const [first = ''] = (await said(ctx, line)).trim().split('\n');
      expect(first, line).toMatch(mark);
    }
    for (const line of ['remind status', 'remind doctor', 'remind pause 2h']) {
      const { advice } = JSON.parse(await said(ctx, `${line} --json`));
      expect(advice.join(' '), line).toContain('This comes from your check today.');
    }
  });

  test('the doctor sends no test then, and waits for none', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind install --yes');
    await ctx.remember(checkedOn('2026-11-23T08:29:00+01:00', grave('emergency')));
    const before = ctx.clock.now();
    const text = await said(ctx, 'remind doctor');
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'None was sent while the advice of your last check stands.',
    );
    expect(text).toContain('backcare diagnose');
    expect([ctx.clock.now(), ctx.stderr]).toEqual([before, '']);
    expect(await (await ctx.reminders()).requestedTest()).toBeUndefined();
  });

  test('without a check, whom to call comes first', async () => {
    for (const line of ['remind status', 'remind doctor', 'remind pause 2h'])
      expect(await said(person(), line), line).toMatch(/^ {2}If you think this is an emergency, call 112/);
  });
});

test('while one is due: it stands by itself, and the next one has its time and its number', async () => {
  const ctx = await clearedPerson();
  await said(ctx, 'remind add desk-break --every 45m --between 09:00-12:30');
  ctx.clock.set('2026-11-23T09:50:00+01:00');
  const text = await said(ctx, 'remind status');
  expect(text).toMatch(/^ {2}Due now: Movement break\n\n {2}Next: 10:30, Movement break, in 40 minutes\n/);
  expect(text).toMatch(/Next: 10:30[\s\S]*It is number 2 of/);
});

test('in plain lines nothing is called urgent that is only in the way', async () => {
  const ctx = await clearedPerson({ outputIsTerminal: false });
  await said(ctx, 'remind install --yes');
  // The program of this machine in memory is nowhere.
  for (const way of ['status', 'doctor']) {
    const text = await said(ctx, `remind ${way}`);
    expect(text, way).toMatch(/^Note: .*(?:is no longer at|is gone)/m);
    expect(text, way).not.toContain('Routine:');
  }
});
