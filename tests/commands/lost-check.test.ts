import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runProgress } from '../../src/commands/progress/run.ts';
import { runRelief } from '../../src/commands/relief/run.ts';
import { keepSign } from '../../src/commands/sign-record.ts';
import { runDeskCheck } from '../../src/commands/stretch/desk-check.ts';
import { runStretch } from '../../src/commands/stretch/run.ts';
import { runPrint } from '../../src/commands/stretch/sheets.ts';
import type { FakeContext } from '../support/fake-context.ts';
import { checkedOn, person, run, strain } from './recovery/person.ts';

/** Everything that obeys the permission table, as one line of the shell each. */
const ways: { readonly [line: string]: (ctx: FakeContext) => Promise<unknown> } = {
  relief: (ctx) => runRelief({}, ctx),
  'relief --json': (ctx) => runRelief({ json: true }, ctx),
  stretch: (ctx) => runStretch(undefined, {}, ctx),
  'stretch --signs none --json': (ctx) => runStretch(undefined, { signs: 'none', json: true }, ctx),
  'stretch print morning': (ctx) => runPrint('morning', {}, ctx),
  'stretch print morning --json': (ctx) => runPrint('morning', { json: true }, ctx),
  'stretch desk-check': (ctx) => runDeskCheck({ set: ['desk-hours=over-8'] }, ctx),
  progress: (ctx) => runProgress({}, ctx),
  ...Object.fromEntries(
    [
      'recovery',
      'recovery --json',
      'recovery remedies',
      'recovery flare --signs none',
      'recovery report --preview',
      'log 4',
      'log 4 --json',
    ].map((line) => [line, (ctx: FakeContext) => run(ctx, line)]),
  ),
};
const lines = Object.keys(ways);
const lost = /An earlier check may be lost/;

const cleared = checkedOn('2026-11-20T10:00:00+01:00');
const urgent = checkedOn('2026-11-20T10:00:00+01:00', { ...strain, urgency: 'urgent' });
const emergency = checkedOn('2026-11-21T10:00:00+01:00', { ...strain, urgency: 'emergency' });
const begun = {
  kind: 'recovery-start',
  at: '2026-11-20T11:00:00+01:00',
  body: { track: 'pulled-muscle', phase: 'calm' },
};
const entry = { kind: 'log', at: '2026-11-21T20:00:00+01:00', body: { usual: 4, note: 'as usual' } };

/** The record of these events, and its last line as it is after some damage. */
async function withDamage(
  events: readonly { kind: string; at: string; body: unknown }[],
  damage: (line: string) => string = (line) => line,
) {
  const ctx = await person().remember(...events);
  const { path } = await ctx.record();
  const all = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  writeFileSync(path, `${[...all.slice(0, -1), damage(all.at(-1) ?? '')].join('\n')}\n`);
  return ctx;
}

async function shownBy(line: string, ctx: FakeContext): Promise<string> {
  await ways[line]?.(ctx);
  return ctx.stderr + ctx.stdout;
}

describe('a newer check may have stood in a line that cannot be read', () => {
  const damages: readonly (readonly [string, (line: string) => string])[] = [
    ['changed', (line) => line.replace('emergency', 'self-care')],
    ['cut short', (line) => line.slice(0, 160)],
    ['of which not even the kind is left', () => '#'.repeat(200)],
  ];
  test.each(damages.flatMap(([name, damage]) => lines.map((line) => [name, line, damage] as const)))(
    '%s: %s says so, and goes by no calm one before it',
    async (_, line, damage) => {
      const shown = await shownBy(line, await withDamage([cleared, begun, emergency], damage));
      expect(shown).toMatch(lost);
      expect(shown).not.toMatch(/Up for 3|Three short walks|A flare, day/);
    },
  );

  test.each(lines.filter((line) => line !== 'stretch' && !line.startsWith('stretch --')))(
    'grave advice before it stands: %s',
    async (line) => {
      const shown = await shownBy(line, await withDamage([urgent, emergency], damages[0]?.[1]));
      expect(shown).toMatch(/See a clinician today or tomorrow/);
      expect(shown).toMatch(lost);
    },
  );

  test('grave advice stands before one that is whole and says no level that is known', async () => {
    const unknown = checkedOn('2026-11-21T10:00:00+01:00', { ...strain, urgency: 'purple' });
    for (const line of ['recovery', 'stretch', 'relief', 'log 4']) {
      const shown = await shownBy(line, await withDamage([urgent, unknown]));
      expect(shown, line).toMatch(/See a clinician today or tomorrow/);
    }
    expect(await shownBy('recovery', await withDamage([cleared, begun, unknown]))).toMatch(lost);
  });

  test('a lesser sign that is ticked then lowers nothing either', async () => {
    const worst = { ...emergency, at: '2026-11-20T10:00:00+01:00' };
    const unknown = checkedOn('2026-11-21T10:00:00+01:00', { ...strain, urgency: 'purple' });
    const ctx = await withDamage([worst, unknown]);
    await keepSign(ctx, { id: 'fall-or-crash', urgency: 'urgent', covers: [] });
    expect(await shownBy('recovery', ctx)).toMatch(/GET HELP NOW/);
  });

  test('no session is begun without the seven lines, and with them it is', async () => {
    const damaged = () => withDamage([cleared, emergency], damages[2]?.[1]);
    for (const [flags, allowed] of [
      [{}, false],
      [{ signs: 'none' }, true],
    ] as const) {
      const ctx = await damaged();
      await runStretch(undefined, { ...flags, json: true }, ctx);
      expect(JSON.parse(ctx.stdout)).toMatchObject({ allowed });
    }
  });

  test('an emergency shows its action only', async () => {
    const worst = { ...emergency, at: '2026-11-20T10:00:00+01:00' };
    const ctx = await withDamage([worst, emergency], damages[2]?.[1]);
    expect(await shownBy('relief', ctx)).not.toMatch(lost);
  });

  test('a new check settles it', async () => {
    const ctx = await withDamage([emergency], damages[2]?.[1]);
    await ctx.remember(checkedOn('2026-11-22T10:00:00+01:00'));
    expect(await shownBy('recovery', ctx)).not.toMatch(lost);
  });
});

test.each(lines)('half an entry of the day was no check: %s', async (line) => {
  const ctx = await withDamage([cleared, begun, entry], (text) => text.slice(0, -30));
  expect(await shownBy(line, ctx)).not.toMatch(lost);
});
