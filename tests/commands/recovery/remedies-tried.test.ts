import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runUndo } from '../../../src/commands/undo/run.ts';
import { triedRemedies } from '../../../src/engine/recovery/tried-remedies.ts';
import { RecordError } from '../../../src/errors.ts';
import { checkedOn, checkedToday, countOf, keptOf, person, run, said } from './person.ts';

const begun = {
  kind: 'recovery-start',
  at: '2026-11-22T10:05:00+01:00',
  body: { track: 'pulled-muscle', phase: 'calm' },
};
const tried = (at: string, body: object) => ({ kind: 'recovery-remedy', at, body });

const blockJournal = (folder: string) => mkdirSync(join(folder, 'journal.jsonl'), { recursive: true });
const writeLater = (folder: string) => {
  mkdirSync(folder, { recursive: true });
  const line = '{"v":2,"id":"1","at":"2026-11-01T00:00:00.000Z","kind":"log","body":{}}\n';
  appendFileSync(join(folder, 'journal.jsonl'), line);
};

describe('a remedy that was tried', () => {
  test.each([
    ['--tried', { remedy: 'heat' }, 'Kept: you tried "Warmth".'],
    ['--tried --helped yes', { remedy: 'heat', helped: 'yes' }, 'and it helped. Good. Keep what helps.'],
    ['--helped no', { remedy: 'heat', helped: 'no' }, 'and it did not help. Then you can leave it.'],
    ['--tried --helped unsure', { remedy: 'heat', helped: 'unsure' }, 'A few more days will tell.'],
    ['--note "after a walk"', { remedy: 'heat', note: 'after a walk' }, 'Kept: you tried "Warmth".'],
  ])('%s', async (flags, body, words) => {
    const ctx = await person().remember(checkedToday, begun);
    const page = await said(ctx, `recovery remedies heat ${flags}`);
    expect(page.replace(/\s+/g, ' ')).toContain(words);
    expect(await keptOf(ctx, 'recovery-remedy')).toEqual([body]);
  });

  test('nobody is told to stop what a professional advised', async () => {
    const ctx = await person().remember(checkedToday, begun);
    const page = await said(ctx, 'recovery remedies opioids --helped no');
    expect(page).toContain('Tell whoever advised it');
    expect(page).not.toContain('leave it.');
  });

  test('is shown with the others, the newest word on it, and taken back by undo', async () => {
    const ctx = await person().remember(
      checkedOn('2026-11-18T10:00:00+01:00'),
      begun,
      tried('2026-11-19T20:00:00+01:00', { remedy: 'heat', helped: 'unsure' }),
      tried('2026-11-20T20:00:00+01:00', { remedy: 'heat', helped: 'yes' }),
      tried('2026-11-21T20:00:00+01:00', { remedy: 'cold-pack', note: 'in the evening' }),
    );
    const unwrapped = async (line: string) => (await said(ctx, line)).replace(/\s+/g, ' ');
    expect(await unwrapped('recovery remedies')).toContain('Tried so far: cold-pack (tried), heat (helped).');
    expect(await said(ctx, 'recovery remedies --explain')).toContain('Noted on 2 days, last on Fri 20 Nov');
    expect(await unwrapped('recovery remedies cold-pack')).toContain(
      'you Tried. Noted once on Sat 21 Nov. “in the evening”',
    );
    const json = JSON.parse(await said(ctx, 'recovery remedies heat --json'));
    expect(json.tried[1]).toEqual({ id: 'heat', days: 2, last: '2026-11-20', helped: 'yes', note: null });
    expect(json.says).toBeUndefined();
    await runUndo(undefined, { yes: true }, ctx);
    expect(ctx.stdout).toContain('a remedy that you tried (cold-pack)');
    expect(await unwrapped('recovery remedies')).toContain('Tried so far: heat (helped).');
  });

  test('the page keeps to 24 rows with three of them', async () => {
    const ctx = await person().remember(
      checkedToday,
      begun,
      ...['heat', 'cold-pack', 'walking', 'slow-breathing'].map((remedy, hour) =>
        tried(`2026-11-22T1${hour}:30:00+01:00`, { remedy, helped: 'unsure' }),
      ),
    );
    expect((await said(ctx, 'recovery remedies')).split('\n').length).toBeLessThanOrEqual(25);
  });

  test('a note that may ask for help has the number beside, and is not repeated', async () => {
    const ctx = await person().remember(checkedToday, begun);
    const line = 'recovery remedies heat --note "better off dead"';
    const text = (await said(ctx, line)).replace(/\s+/g, ' ');
    expect(text).toMatch(/116 123.*Kept: you tried "Warmth"/);
    const { says } = JSON.parse(await said(ctx, `${line} --json`));
    expect(says.join(' ')).toMatch(/116 123.*Kept/);
    expect(text + says).not.toContain('dead');
  });

  test.each([
    ['a record that cannot be read', '', blockJournal],
    ['the same, as JSON', ' --json', blockJournal],
    ['one of a later version', '', writeLater],
    ['the same, as JSON', ' --json', writeLater],
  ])('%s stands before no number', async (_name, format, spoil) => {
    const ctx = person();
    spoil(join(ctx.home, 'data'));
    expect(await run(ctx, `recovery remedies heat --tried --note "I want to die"${format}`)).toBe(3);
    expect(ctx.stderr.replace(/\s+/g, ' ')).toContain('116 123');
    expect(ctx.stdout + ctx.stderr).not.toContain('want to die');
  });

  test('nor does one that can be read and not be written', async () => {
    const ctx = await person().remember(checkedToday, begun);
    const record = await ctx.record();
    const append = () => Promise.reject(new RecordError('The disk is full.'));
    ctx.record = async () => ({ ...record, events: () => record.events(), append });
    for (const format of ['', ' --json']) {
      ctx.clearOutput();
      expect(await run(ctx, `recovery remedies heat --note "I want to die"${format}`)).toBe(3);
      expect(ctx.stderr.replace(/\s+/g, ' ')).toMatch(/116 123.*The disk is full/);
    }
  });

  test('one without such words fails with no number', async () => {
    const ctx = person();
    writeLater(join(ctx.home, 'data'));
    expect(await run(ctx, 'recovery remedies heat --note "after a walk"')).toBe(3);
    expect(ctx.stderr).not.toContain('116 123');
  });

  test('such a note is repeated in no JSON, and another one is', async () => {
    const ctx = await person().remember(
      checkedToday,
      begun,
      tried('2026-11-22T11:00:00+01:00', { remedy: 'heat', note: 'better off dead' }),
      tried('2026-11-22T11:30:00+01:00', { remedy: 'cold-pack', note: 'in the evening' }),
    );
    const json = JSON.parse(await said(ctx, 'recovery remedies --json'));
    expect(json.tried).toMatchObject([
      { id: 'cold-pack', note: 'in the evening' },
      { id: 'heat', note: null },
    ]);
  });

  test('--json says what was kept', async () => {
    const ctx = await person().remember(checkedToday, begun);
    const json = JSON.parse(await said(ctx, 'recovery remedies heat --tried --json'));
    expect(json.says).toEqual(['Kept: you tried "Warmth".']);
    expect(json.tried).toHaveLength(1);
  });
});

describe('is not kept', () => {
  test.each([
    ['recovery remedies --tried', 'Which remedy was it?'],
    ['recovery remedies heet --tried', 'Did you mean "heat"?'],
    ['recovery remedies heat --helped maybe', 'no answer to whether it helped'],
    ['recovery remedies heat --note "a\u001b[2Jb"', '--note cannot be kept'],
    ['recovery remedies heat --tried --note " "', 'It is empty.'],
  ])('%j', async (line, why) => {
    const ctx = await person().remember(checkedToday, begun);
    const before = await countOf(ctx);
    expect(await run(ctx, line)).toBe(2);
    expect(ctx.stderr).toContain(why);
    expect(await countOf(ctx)).toBe(before);
  });
});

describe('in the report', () => {
  const lived = [
    checkedOn('2026-11-18T10:00:00+01:00'),
    tried('2026-11-19T20:00:00+01:00', { remedy: 'heat', helped: 'no', note: 'too “hot” for me' }),
    tried('2026-11-20T20:00:00+01:00', { remedy: 'of-another-version', helped: 'perhaps' }),
  ];
  const report = async (more: string) =>
    said(await person().remember(...lived), `recovery report --yes --format markdown ${more}`);

  test('under what was tried, with the note among the own words', async () => {
    const sheet = await report('');
    expect(sheet).toMatch(/What was tried[\s\S]*of-another-version \(tried\); Warmth \(did not help\)/);
    expect(sheet).toContain('Thu 19 Nov, on warmth: “too "hot" for me”');
  });

  test.each([
    ['--redact remedies', /did not help|too "hot"/],
    ['--redact notes', /too "hot"/],
  ])('%s leaves it out', async (flag, words) => {
    expect(await report(flag)).not.toMatch(words);
  });
});

test('of several times the last word counts, and the last note', () => {
  const when = (day: number) => ({ order: day, at: day * 1000, day });
  const remedies = [
    { ...when(1), remedy: 'heat', helped: 'no', note: 'first' } as const,
    { ...when(2), remedy: 'heat', helped: 'yes' } as const,
    { ...when(2), remedy: 'heat' } as const,
  ];
  expect(triedRemedies({ remedies })).toEqual([
    { remedy: 'heat', days: 2, last: 2, helped: 'yes', note: 'first' },
  ]);
});
