import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runReport } from '../../src/commands/recovery/report.ts';
import { reportParts } from '../../src/engine/report/report-parts.ts';
import { InputError, RecordError } from '../../src/errors.ts';
import { sectionOf } from '../documents/json-documentation.ts';
import { type FakeWorld, fakeContext } from '../support/fake-context.ts';

const env = { LANG: 'en_GB.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
const on = (date: number, time = '19:00') => `2026-11-${String(date).padStart(2, '0')}T${time}:00+01:00`;

/** Three weeks of somebody who noted everything, each part with a word that no other part holds. */
const threeWeeks = [
  {
    kind: 'assessment',
    at: on(1, '10:00'),
    body: {
      urgency: 'routine',
      complete: true,
      answers: {
        age: 44,
        'pain-site': ['low-back'],
        duration: 3,
        'rf-fever': 'no',
        'rf-night-pain': 'unsure',
        'rf-sexual-loss': 'yes',
        'pain-worst': 8,
        'smoker-of-pipes': 'yes',
      },
    },
  },
  ...[7, 7, 6, 6, 5, 6, 4, 4, 3, 3].map((usual, place) => ({
    kind: 'log',
    at: on(2 + place * 2),
    body: {
      usual,
      worst: usual + 1,
      interference: usual - 1,
      stress: 5,
      sleep: place % 2 === 0 ? 'good' : 'poor',
      activities: { 'playing the zither': place },
      signs: 'none',
      where: ['buttock'],
      ...(place === 4 ? { note: 'after “driving”\u001b[31m to *Hull*\u202e <b>far</b>' } : {}),
    },
  })),
  { kind: 'practice', at: on(5), body: { name: 'Desk break', result: { activeMilliseconds: 600_000 } } },
  { kind: 'recovery-start', at: on(2, '11:00'), body: { track: 'pulled-muscle', phase: 'calm' } },
  { kind: 'recovery-tick', at: on(3), body: { item: 'breathe', times: 1 } },
  { kind: 'recovery-remedy', at: on(4), body: { remedy: 'heat', helped: 'yes' } },
  { kind: 'recovery-flare', at: on(10), body: { is: 'started' } },
  { kind: 'recovery-flare', at: on(12), body: { is: 'over' } },
].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));

/** Fields that every answer has. */
const everywhere = ['schema', 'tool', 'notice', 'selfReported', 'reviewed', 'made'];

const world = async (settings: FakeWorld = {}) => fakeContext({ env, ...settings }).remember(...threeWeeks);
const person = (answers: FakeWorld['answers'] = [], more: FakeWorld = {}) =>
  world({ columns: 80, inputIsTerminal: true, answers, ...more });

describe('a sheet for a clinician', () => {
  test('says how it is on the whole, by the newest check-in that tells, and not when pain is left out', async () => {
    const ctx = await world();
    const checkIn = (date: number, change?: string) => ({
      kind: 'check-in',
      at: on(date, '20:00'),
      body: { items: 1, signs: 'none', ...(change === undefined ? {} : { change }) },
    });
    await ctx.remember(checkIn(4, 'worse'), checkIn(8, 'a-little-better'), checkIn(15));
    ctx.clearOutput();
    await runReport({ preview: true }, ctx);
    expect(ctx.stdout).toMatch(/a little better beside the first check \(said on\s+8 Nov\)/);
    ctx.clearOutput();
    await runReport({ preview: true, redact: 'pain' }, ctx);
    expect(ctx.stdout).not.toContain('beside the first check');
  });

  test('says how often danger signs were left open, or something new was said: that is not none', async () => {
    const ctx = await world();
    const said = (signs: string, date: number) => ({ kind: 'log', at: on(date), body: { usual: 4, signs } });
    const named = { 'rf-weight-loss': 'yes', 'rf-fever': 'unsure' };
    await ctx.remember(said('not-answered', 19), said('not-answered', 20), {
      ...said('some', 21),
      body: { usual: 4, signs: 'some', named },
    });
    await runReport({ yes: true, format: 'markdown' }, ctx);
    expect(ctx.stdout).toContain('with entries, 10 times: none ticked');
    expect(ctx.stdout).toContain('Asked in short and not answered, 2 times.');
    expect(ctx.stdout).toContain(
      'Something new or worrying was said with an entry, once: losing weight without trying; fever or chills, now or earlier (not sure).',
    );
    ctx.clearOutput();
    await runReport({ yes: true, format: 'markdown', redact: 'signs' }, ctx);
    expect(ctx.stdout).not.toContain('not answered, 2 times');
    expect(ctx.stdout).not.toContain('Something new or worrying');
    expect(ctx.stdout).not.toContain('losing weight');
  });

  test('names a danger sign that stands, and its level', async () => {
    const ctx = await world();
    const body = { urgency: 'emergency', complete: false, sign: 'chest-breath-faint', answers: {} };
    await ctx.remember({ kind: 'assessment', at: on(21), body });
    expect(await runReport({ yes: true, format: 'markdown' }, ctx)).toBe(0);
    expect(ctx.stdout).toContain('Level: emergency, with safety questions open.');
    expect(ctx.stdout).toMatch(/Danger sign ticked, and not checked since: [^.]*chest/i);
    ctx.clearOutput();
    await runReport({ preview: true }, ctx);
    expect(ctx.stdout).toContain('signs (in): Danger signs and risks: a ticked sign, 10 answers');
    ctx.clearOutput();
    await runReport({ preview: true, json: true }, ctx);
    expect(JSON.parse(ctx.stdout)).toMatchObject({
      sign: 'chest-breath-faint',
      level: { urgency: 'emergency', complete: false },
    });
    ctx.clearOutput();
    await runReport({ preview: true, json: true, redact: 'signs' }, ctx);
    expect(JSON.parse(ctx.stdout)).toMatchObject({ sign: null, level: { urgency: 'emergency' } });
  });

  test('a ticked sign alone is a part of its own, and can be left out', async () => {
    const body = { urgency: 'emergency', complete: false, sign: 'fever-very-ill', answers: {} };
    const ctx = await fakeContext({ env }).remember({ kind: 'assessment', at: on(21), body });
    await runReport({ preview: true }, ctx);
    expect(ctx.stdout).toContain('signs (in): Danger signs and risks: a ticked sign\n');
    ctx.clearOutput();
    await runReport({ preview: true, redact: 'signs' }, ctx);
    expect(ctx.stdout).toContain('signs (left out): Danger signs and risks: a ticked sign\n');
    expect(ctx.stdout).not.toContain('Danger sign ticked');
  });

  test.each([{ yes: true }, { preview: true }, { yes: true, json: true }])(
    'a record that cannot be read stands before no danger sign: %o',
    async (flags) => {
      const ctx = fakeContext({ env });
      mkdirSync((await ctx.record()).path, { recursive: true });
      await expect(runReport(flags, ctx)).rejects.toThrow(RecordError);
      expect(ctx.stdout).toMatch(/call 999 or 112|call 112 or 999|call 999/i);
      expect(ctx.stdout).toMatch(/numb or tingly round your\s+bottom/i);
      expect(ctx.stdout).toMatch(/Pregnant/i);
    },
  );

  test('as Markdown', async () => {
    const ctx = await world();
    expect(await runReport({ yes: true, format: 'markdown' }, ctx)).toBe(0);
    expect(ctx.stdout).toMatchInlineSnapshot(`
      "# Back pain, self-reported: 31 Aug to 22 Nov 2026

      Noted by the person at home. Nobody has examined or checked any of it, and it is no diagnosis. Numbers are 0 to 10, and for what they can do 0 is cannot and 10 as before.

      ## Course

      Pain, 2 Nov to 22 Nov. Usual pain: from about 7 to about 3.5. Worst pain: from about 8 to about 4.5.

      | When | usual pain | worst pain | flare |
      | --- | --- | --- | --- |
      | 2 Nov | 7 | 8 |  |
      | 4 Nov | 7 | 8 |  |
      | 6 Nov | 6 | 7 |  |
      | 8 Nov | 6 | 7 |  |
      | 10 Nov | 5 | 6 | yes |
      | 12 Nov | 6 | 7 | yes |
      | 14 Nov | 4 | 5 |  |
      | 16 Nov | 4 | 5 |  |
      | 18 Nov | 3 | 4 |  |
      | 20 Nov | 3 | 4 |  |

      - **Where:** Buttock, tailbone
      - **Usual pain:** 7 at first, 3.5 lately; clear change, for the better; 10 days
      - **Worst pain:** 8 at first, 4.5 lately; clear change, for the better; 10 days
      - **Stops them:** 6 at first, 2.5 lately; clear change, for the better; 10 days
      - **Stress:** 5 at first, 5 lately; cannot tell yet (about the same so far); 10 days
      - **Can do “playing the zither”:** 1 at first, 7.5 lately; clear change, for the better; 10 days
      - **Sleep:** good 5, poor 5
      - **Flares, days off:** flare 10 Nov to 12 Nov

      ## What was tried

      - **Guided sessions:** 1 session, 10 minutes; days of practice by week from 2 Nov: 1, 0, 0
      - **Most often:** Desk break (1)
      - **Daily list:** Slow breathing for 5 minutes (1 day)
      - **Remedies:** Warmth (helped)

      ## Check of danger signs

      - Newest check, Sun 1 Nov. Level: routine.
      - Age: 30 to 49. Where: low back. For: 3 days. Worst pain in 24 hours: 8 of 10.
      - Yes: new loss of sexual feeling or function
      - Not sure: wakes you; no position helps
      - No: fever or chills, now or earlier
      - Asked again in short with entries, 10 times: none ticked; the last time on Fri 20 Nov.

      ## In their own words

      - Tue 10 Nov: “after "driving" to \\*Hull\\* \\<b\\>far\\</b\\>”

      backcare helps you look after back muscle pain. It does not give a diagnosis and it does not replace a doctor, nurse or physiotherapist. No regulator has checked it. Made 2026-11-22 18:09 by backcare, version 0.0.0-test, rule set 2026.11.22-draft; no clinician has reviewed the rules yet. Level: routine.
      "
    `);
  });

  test('a note can do nothing but be read, in any format', async () => {
    for (const format of ['text', 'markdown', 'html'] as const) {
      const ctx = await world();
      await runReport({ yes: true, format }, ctx);
      expect(ctx.stdout).not.toContain('\u001b');
      expect(ctx.stdout).not.toContain('\u202e');
    }
    const page = await world();
    await runReport({ yes: true, format: 'html' }, page);
    expect(page.stdout).not.toContain('<b>');
    expect(page.stdout).toContain('<main class="dense">');
  });

  test.each([
    ['pain', 'Usual pain'],
    ['function', 'Stops them'],
    ['activities', 'zither'],
    ['stress', 'Stress'],
    ['sleep', 'Sleep'],
    ['flares', 'flare'],
    ['practice', 'Desk break'],
    ['list', 'Slow breathing'],
    ['about', 'Age'],
    ['signs', 'ever'],
    ['sensitive', 'sex'],
    ['notes', 'Hull'],
  ])('--redact %s: it is in, and then it is nowhere', async (part, word) => {
    for (const flags of [{ format: 'html' }, { format: 'markdown' }, { json: true }] as const) {
      const whole = await world();
      await runReport({ yes: true, ...flags }, whole);
      expect(whole.stdout.toLowerCase()).toContain(word.toLowerCase());
      const cut = await world();
      await runReport({ yes: true, redact: part, ...flags }, cut);
      const body = cut.stdout.replace(/<style>[\s\S]*<\/style>/, '').replace(/"parts": \[[\s\S]*?\]/, '');
      expect(body.toLowerCase()).not.toContain(word.toLowerCase());
      expect(body).toContain('Some parts were left out.');
    }
  });

  test('what is no question of the sheet is not near it', async () => {
    const ctx = await world();
    await runReport({ yes: true, json: true }, ctx);
    expect(ctx.stdout).not.toContain('pipes');
  });

  test('with everything left out the level still stands, and that it is self-reported', async () => {
    const ctx = await world();
    await runReport({ yes: true, format: 'markdown', redact: reportParts.join(',') }, ctx);
    expect(ctx.stdout).toContain('Level: routine');
    expect(ctx.stdout).toContain('self-reported');
    expect(ctx.stdout).not.toMatch(/\d of 10/);
  });

  test('--from and --to', async () => {
    const ctx = await world();
    await runReport({ yes: true, format: 'markdown', from: '2026-11-14', to: '2026-11-20' }, ctx);
    expect(ctx.stdout).toContain('# Back pain, self-reported: 14 Nov to 20 Nov 2026');
    expect(ctx.stdout).not.toContain('Hull');
    expect(ctx.stdout).not.toContain('Desk break');
  });

  test('nothing in that time', async () => {
    const ctx = fakeContext({ env });
    expect(await runReport({ yes: true }, ctx)).toBe(0);
    expect(ctx.stdout).toBe('');
    expect(ctx.stderr).toContain('Nothing is noted in this time');
  });

  test('--json is a contract', async () => {
    const ctx = await world();
    await runReport({ yes: true, json: true, redact: 'notes' }, ctx);
    const json = JSON.parse(ctx.stdout);
    expect(json).toMatchObject({
      schema: 'backcare/report@1',
      selfReported: true,
      to: '2026-11-22',
      level: { urgency: 'routine', complete: true },
    });
    expect(json.sign).toBeNull();
    expect(json.parts).toContainEqual({ part: 'notes', has: '1 note', in: false });
    for (const field of Object.keys(json).filter((name) => !everywhere.includes(name)))
      expect(sectionOf('The other answers of recovery'), field).toContain(`\`${field}\``);
  });

  test('grave advice is said to the person, not written on the sheet', async () => {
    const ctx = await fakeContext({ env }).remember(...threeWeeks, {
      kind: 'assessment',
      body: { urgency: 'urgent', complete: true, answers: {} },
    });
    await runReport({ yes: true, format: 'markdown' }, ctx);
    expect(ctx.stderr).toContain('See a clinician today or tomorrow.');
    expect(ctx.stdout).toContain('Level: urgent');
    expect(ctx.stdout).not.toContain('See a clinician');
  });
});

describe('shown before it is written', () => {
  test('a script must have looked', async () => {
    const ctx = await world();
    await expect(runReport({ format: 'html' }, ctx)).rejects.toThrow('was not shown yet');
    expect(ctx.stdout).toBe('');
  });

  test('--preview says what would go in', async () => {
    const ctx = await world();
    await runReport({ preview: true, redact: 'notes' }, ctx);
    expect(ctx.stdout).toContain('Nothing is written yet. This would go in:');
    expect(ctx.stdout).toContain('notes (left out): Your own words: 1 note');
    expect(ctx.stdout).toContain('sensitive (in): Sensitive answers: 1 answer');
    expect(ctx.stdout).not.toContain('Hull');
  });

  test('a person takes a part out, looks, and writes a new file', async () => {
    const ctx = await person([
      { choose: 'notes' },
      { choose: 'view' },
      { choose: 'write' },
      { type: '', message: /back-pain-2026-11-22\.html/ },
    ]);
    expect(await runReport({}, ctx)).toBe(0);
    const [whole = '', cut = ''] = ctx.stderr.split('Nothing is written yet.').slice(1);
    expect(whole).toContain('Hull');
    expect(cut).not.toContain('Hull');
    const page = ctx.written.get('back-pain-2026-11-22.html');
    expect(page).toContain('self-reported');
    expect(page).not.toContain('Hull');
    expect(ctx.stdout).toBe('');
  });

  test('every part has a key of its own', async () => {
    const ctx = await person([{ choose: 'leave' }]);
    await runReport({}, ctx);
    const keys = ctx.prompts.choices[0]?.choices.map(({ key }) => key) ?? [];
    expect(keys.length).toBe(reportParts.length + 3);
    expect(new Set(keys).size).toBe(keys.length);
    expect(ctx.stderr).toContain('Nothing was written.');
    expect(ctx.written.size).toBe(0);
  });

  test('what was taken out is put back with the same key', async () => {
    const ctx = await person([
      { choose: 'notes' },
      { choose: 'notes' },
      { choose: 'write' },
      { type: 'mine.md' },
    ]);
    await runReport({ format: 'markdown' }, ctx);
    expect(ctx.written.get('mine.md')).toContain('Hull');
  });

  test('> file: the questions are seen, the sheet goes to the file', async () => {
    const ctx = await person([{ choose: 'write' }], { outputIsTerminal: false });
    await runReport({ format: 'html' }, ctx);
    expect(ctx.stderr).toContain('Hull');
    expect(ctx.stdout).toMatch(/^<!doctype html>/);
  });
});

test.each([
  [{ redact: 'note' }, /Did you mean "notes"\?/],
  [{ redact: '' }, /notes,sensitive/],
  [{ from: 'someday' }, /--from 2026-10-01/],
  [{ from: '2026-12-24' }, /still to come/],
  [{ from: '2026-11-20', to: '2026-11-10' }, /--from 2026-10-01 --to/],
])('refused: %o', async (flags, why) => {
  const ctx = await world();
  const refused = await runReport({ yes: true, ...flags }, ctx).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(InputError);
  if (refused instanceof InputError) expect(`${refused.reason} ${refused.next}`).toMatch(why);
  expect(ctx.stdout).toBe('');
});
