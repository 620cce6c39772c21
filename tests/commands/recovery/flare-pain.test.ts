import { mkdirSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkedOn, keptOf, person, run, said, strain } from './person.ts';

/** On blood thinners: middling pain calls for nobody, and new very strong pain does. */
const thinned = { ...strain, answers: { ...strain.answers, 'mod-blood-thinner': 'yes' } };
const checked = checkedOn('2026-11-22T10:00:00+01:00', thinned);
const begun = {
  kind: 'recovery-start',
  at: '2026-11-22T10:05:00+01:00',
  body: { track: 'pulled-muscle', phase: 'calm' },
};
const running = { kind: 'recovery-flare', at: '2026-11-22T10:06:00+01:00', body: { is: 'started' } };

async function inPlan(...events: readonly { kind: string; at: string; body: unknown }[]) {
  return person().remember(checked, begun, ...events);
}

describe('the watch finds danger in the pain of a flare', () => {
  test.each([
    ['one that begins', []],
    ['one that runs', [running]],
  ])('%s: the advice comes, is kept, and nothing of a flare is', async (_, events) => {
    const ctx = await inPlan(...events);
    const page = await said(ctx, 'recovery flare --signs none --pain 8');
    expect(page).toContain('See a clinician today or tomorrow.');
    expect(page).not.toContain('A flare, day');
    expect((await keptOf(ctx, 'assessment')).at(-1)).toMatchObject({
      urgency: 'urgent',
      answers: { 'mod-blood-thinner': 'yes', 'pain-average': 8 },
    });
    expect((await keptOf(ctx, 'log')).at(-1)).toEqual({ usual: 8 });
    expect(await keptOf(ctx, 'recovery-flare')).toEqual(events.map(({ body }) => body));
    // Every other way obeys it from now on.
    for (const way of ['recovery', 'recovery flare --signs none', 'recovery remedies'])
      expect(await said(ctx, way)).toMatch(
        /See a clinician today or tomorrow[\s\S]*This comes from your check/,
      );
  });

  test('as JSON: the assessment, as diagnose writes it', async () => {
    const ctx = await inPlan();
    const json = JSON.parse(await said(ctx, 'recovery flare --signs none --pain 9 --json'));
    expect(json).toMatchObject({ schema: 'backcare/assessment@1', urgency: 'urgent' });
  });

  test('a point less is a flare like any other', async () => {
    const ctx = await inPlan();
    expect(await said(ctx, 'recovery flare --signs none --pain 7')).toContain('A flare, day 1');
    expect(await keptOf(ctx, 'assessment')).toHaveLength(1);
  });

  test('the advice is on the screen before a record that cannot be written is told of', async () => {
    const ctx = await inPlan();
    const record = await ctx.record();
    const { path } = record;
    ctx.record = async () => ({
      ...record,
      append: (kind, body) => {
        if (kind !== 'assessment') return record.append(kind, body);
        // What stood there is gone, as with a disk that was pulled out.
        rmSync(path);
        mkdirSync(path);
        return record.append(kind, body);
      },
    });
    expect(await run(ctx, 'recovery flare --signs none --pain 9')).toBe(3);
    expect(ctx.stdout).toContain('See a clinician today or tomorrow.');
    expect(ctx.stderr).toContain('journal.jsonl');
  });
});
