import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { barredSessions } from '../../../src/commands/stress-plan/barred-sessions.ts';
import { catalogueFor } from '../../../src/commands/stress-plan/breathing-catalogue.ts';
import { bodyToday } from '../../../src/commands/stretch/body-today.ts';
import { exerciseTables } from '../../../src/data/exercise-tables.ts';
import { answersFile, checked, checkedOn, keptOf, person, run, said, strain } from './person.ts';

const preferences = { dayStart: 4 };
const pregnant = checkedOn('2026-11-22T10:00:00+01:00', {
  ...strain,
  answers: { ...strain.answers, 'pain-worst': 5, 'mod-pregnant': 'yes', 'preg-stage': 'over-20' },
});
const around = (answers: object) => ({ kind: 'around', at: '2026-11-22T11:00:00+01:00', body: { answers } });
const conflict = { stressors: ['conflict'], 'weight-conflict': 'a-lot', 'afraid-at-home': 'no' };
const control = { stressors: ['work-control'], 'weight-work-control': 'a-lot' };

async function proposed(answers: object, ...events: ReturnType<typeof around>[]) {
  const ctx = await checked({ files: { 'a.json': answersFile(answers) } });
  await ctx.remember(...events);
  return JSON.parse(await said(ctx, 'stress-plan --answers a.json --json')).plan.session;
}

describe('a session that the check forbids', () => {
  test.each([
    ['a row', conflict, 'double-inhale-sigh', 'long-out-breath'],
    ['little say at work', control, 'box-breathing', 'slow-breathing-6'],
  ])('is not proposed: %s, with heart trouble', async (_name, answers, usual, instead) => {
    expect(await proposed(answers)).toBe(usual);
    expect(await proposed(answers, around({ 'heart-or-lung-condition-unstable': 'yes' }))).toBe(instead);
  });

  test('is not offered at the keyboard either', async () => {
    const ctx = await checked({
      answers: [
        { answers: { 'stress-now': 5, 'stress-sleep': 'fair', 'low-mood': 'no' } },
        { answers: { stressors: ['work-control'] } },
        { answers: { stressors: ['none'] } },
        { answers: { 'weight-work-control': 'a-lot' } },
        { answers: { 'change-work-control': 'some' } },
        { answers: { helps: 'skipped', minutes: 'ten', energy: 'some' } },
        { page: 'Ways out', answers: { strategies: ['prioritise'] } },
        { answers: { actions: ['close-the-day'] } },
        { choose: 'fits' },
        { choose: 'none', message: /calm session/ },
        { choose: 'leave' },
      ],
    });
    await ctx.remember(around({ 'panic-or-trauma': 'yes' }));
    await run(ctx, 'stress-plan');
    const asked = ctx.prompts.choices.find(({ message }) => message.includes('calm session'));
    const offered = asked?.choices.map(({ value }) => value) ?? [];
    expect(offered).toContain('slow-breathing-6');
    expect(offered).not.toContain('box-breathing');
    expect(offered).not.toContain('muscle-relaxation-short');
  });

  test.each(['stress-plan change --session box-breathing', 'stress-plan --answers box.json'])(
    '%s is refused with the reason, and nothing is kept',
    async (line) => {
      const files = {
        'plan.json': answersFile(control, { commitments: ['one-ask'] }),
        'box.json': answersFile(control, { commitments: ['one-ask'], session: 'box-breathing' }),
      };
      const ctx = await checked({ files });
      await run(ctx, 'stress-plan --answers plan.json');
      await ctx.remember(around({ 'panic-or-trauma': 'yes' }));
      expect(await run(ctx, line)).toBe(2);
      expect(ctx.stderr).toMatch(/Box breathing is not for you now[\s\S]*because you said yes/);
      expect(await keptOf(ctx, 'stress-change')).toEqual([]);
      expect(await keptOf(ctx, 'stress-plan')).toHaveLength(1);
    },
  );

  test('late in pregnancy the holds are left out', async () => {
    const ctx = person();
    await ctx.remember(pregnant, around({ 'pregnancy-late': 'yes' }));
    const ids = (await barredSessions(ctx, preferences)).map(({ session }) => session);
    expect(ids).toEqual(['double-inhale-sigh', 'box-breathing', 'four-seven-eight']);
  });

  const flags = exerciseTables.flags.map(({ id }) => id);
  test.each(flags)('nobody who breathe leaves one out for is overlooked: %s', async (flag) => {
    for (const answer of ['yes', 'unsure']) {
      const ctx = person();
      await ctx.remember(checkedOn('2026-11-22T10:00:00+01:00'), around({ [flag]: answer }));
      const out = catalogueFor(await bodyToday(ctx, preferences)).sessions.filter(
        ({ fit }) => fit.kind === 'out',
      );
      const barred = await barredSessions(ctx, preferences);
      expect(barred.map(({ session }) => session)).toEqual(out.map(({ session }) => session.id));
    }
  });

  test.each([
    [{ 'mod-pregnant': 'yes', 'preg-stage': 'over-20' }],
    [{ 'mod-pregnant': 'unsure' }],
    [{ 'pain-worst': 9 }],
  ])('nor by the check alone: %j', async (answers) => {
    const ctx = person();
    const body = { ...strain, answers: { ...strain.answers, ...answers } };
    await ctx.remember(checkedOn('2026-11-22T10:00:00+01:00', body));
    const out = catalogueFor(await bodyToday(ctx, preferences)).sessions.filter(
      ({ fit }) => fit.kind === 'out',
    );
    const barred = await barredSessions(ctx, preferences);
    expect(barred.map(({ session }) => session)).toEqual(out.map(({ session }) => session.id));
  });
});

describe('breathing with a record that cannot be read', () => {
  test('counts as unchecked: the seven signs, the emergency line, the session, and nothing kept', async () => {
    const ctx = person();
    const { path } = await ctx.record();
    mkdirSync(path, { recursive: true });
    expect(await run(ctx, 'stress-plan breathe box'), ctx.stderr).toBe(0);
    expect(ctx.stderr).toContain('112');
    expect(ctx.stdout).toMatch(/saddle|numb/i);
    expect(ctx.stdout).toMatch(/box|breathing/i);
  });

  test('--signs none is enough, and writes nothing', async () => {
    const ctx = person();
    const { path } = await ctx.record();
    mkdirSync(path, { recursive: true });
    expect(await run(ctx, 'stress-plan breathe breath-6 --signs none'), ctx.stderr).toBe(0);
    expect(ctx.stdout).toContain('in');
  });
});
