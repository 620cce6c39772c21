import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { runActivity } from '../../src/commands/log/activity.ts';
import { type logLoads, registerLog } from '../../src/commands/log/command.ts';
import type { LogFlags } from '../../src/commands/log/log-flags.ts';
import { runLog } from '../../src/commands/log/run.ts';
import { lastAssessment } from '../../src/commands/standing.ts';
import { InputError, Interrupted, RecordError } from '../../src/errors.ts';
import { ordinary } from '../engine/watch/people.ts';
import { type FakeContext, type FakeWorld, fakeContext } from '../support/fake-context.ts';

const env = { LANG: 'de_DE.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
const person = (world: FakeWorld = {}) => fakeContext({ env, columns: 80, ...world });
const day = 24 * 60 * 60 * 1000;

async function keptBy(ctx: FakeContext, kind = 'log'): Promise<readonly unknown[]> {
  const events = [...(await (await ctx.record()).events())];
  // What the watch keeps for itself is looked at where it matters.
  return events
    .filter((event) => event.kind === kind)
    .map(({ body }) => ({ ...(body as object), toldBefore: undefined }))
    .map(({ toldBefore: _, ...body }) => body);
}

async function problemOf(running: Promise<unknown>): Promise<string> {
  const error = await running.catch((thrown: unknown) => thrown);
  if (!(error instanceof InputError)) throw new Error(`No problem with the input: ${String(error)}`);
  return [error.message, error.reason, error.next].join('\n');
}

const checked = (body: object, at = '2026-11-20T10:00:00+01:00') => ({ kind: 'assessment', body, at });

describe('a note whose words may ask for help', () => {
  const note = "I don't want to live like this";
  const flat = (text: string) => text.replace(/\s+/g, ' ');

  test('the entry is kept, the number stands beside it, the words nowhere', async () => {
    const ctx = person();
    expect(await runLog('4', { note }, ctx)).toBe(0);
    expect(await keptBy(ctx)).toEqual([{ usual: 4, note }]);
    expect(flat(ctx.stdout)).toMatch(
      /call 112 .*Please call .*116 123.* Kept: usual pain 4, your note\. Next/,
    );
    expect(flat(ctx.stdout)).not.toMatch(/want to live|Notes are not read/);
  });

  test('as JSON: in the advice, and the note is not repeated', async () => {
    const ctx = person();
    await runLog('4', { note, json: true }, ctx);
    const { advice, kept } = JSON.parse(ctx.stdout);
    expect(advice.join(' ')).toContain('116 123');
    expect(kept).toEqual({ usual: 4 });
    expect(await keptBy(ctx)).toEqual([{ usual: 4, note }]);
  });

  test('with --quiet, over a danger sign, and where nothing can be kept', async () => {
    const quiet = person();
    await runLog('4', { note, quiet: true }, quiet);
    expect(flat(quiet.stdout)).toContain('116 123');
    const danger = person();
    await runLog('4', { note, signs: 'saddle-numbness' }, danger);
    expect(flat(danger.stdout)).toMatch(/116 123.*GET HELP NOW/);
    const broken = person();
    mkdirSync(join(broken.home, 'data', 'journal.jsonl'), { recursive: true });
    await expect(runLog('4', { note }, broken)).rejects.toThrow(RecordError);
    expect(flat(broken.stdout)).toContain('116 123');
    expect(broken.stdout).not.toContain('Kept');
  });

  test.each(['my back is killing me', 'hurt myself lifting'])('not: %s', async (ordinaryNote) => {
    const ctx = person();
    await runLog('4', { note: ordinaryNote, json: true }, ctx);
    expect(JSON.parse(ctx.stdout)).toMatchObject({ advice: [], kept: { note: ordinaryNote } });
  });
});

describe('an entry', () => {
  test('one number, one line', async () => {
    const ctx = person();
    expect(await runLog('4', {}, ctx)).toBe(0);
    expect(await keptBy(ctx)).toEqual([{ usual: 4 }]);
    expect(ctx.stdout).toBe('  Kept: usual pain 4.\n\n  Next  backcare progress · backcare undo\n');
  });

  test('everything at once', async () => {
    const ctx = person();
    await runActivity('add', 'gardening', {}, ctx);
    ctx.clearOutput();
    const flags: LogFlags = {
      worst: '7',
      interference: '3',
      where: 'low-back, buttock',
      sleep: 'Fair',
      stress: '6,5',
      note: 'after driving',
      activity: ['Gardening = 4'],
      at: 'yesterday 20:00',
      signs: 'none',
    };
    expect(await runLog('4', flags, ctx)).toBe(0);
    expect(await keptBy(ctx)).toEqual([
      {
        usual: 4,
        worst: 7,
        interference: 3,
        where: ['low-back', 'buttock'],
        sleep: 'fair',
        stress: 6.5,
        note: 'after driving',
        activities: { gardening: 4 },
        about: '2026-11-21T20:00:00.000+01:00',
        signs: 'none',
      },
    ]);
    expect(ctx.stdout).toMatchInlineSnapshot(`
      "  Kept for Sat 21 Nov 20:00: usual pain 4, worst 7, stops you 3, in low
        back and buttock, sleep fair, stress 6.5, gardening 4, your note.

        Next  backcare progress · backcare undo
      "
    `);
  });

  test('how it compares', async () => {
    const ctx = person();
    const lines: string[] = [];
    for (const pain of ['6', '5', '5', '2.5']) {
      await runLog(pain, {}, ctx);
      lines.push(ctx.stdout.split('\n\n')[0]?.trim() ?? '');
      ctx.clearOutput();
      ctx.clock.advance(day);
    }
    expect(lines.map((line) => line.replace(/\s+/g, ' '))).toEqual([
      'Kept: usual pain 6.',
      'Kept: usual pain 5. 1 less than the day before. A single point either way says little.',
      'Kept: usual pain 5. The same as the day before.',
      'Kept: usual pain 2.5. 2.5 less than the day before.',
    ]);
  });

  test('as many a day as one likes', async () => {
    const ctx = person();
    for (let count = 0; count < 12; count += 1) await runLog('4', {}, ctx);
    expect(await keptBy(ctx)).toHaveLength(12);
    expect(ctx.stdout).toContain('The same as earlier that day.');
  });

  test('quiet says nothing, and danger all the same', async () => {
    const ctx = person();
    await runLog('4', { quiet: true }, ctx);
    expect(ctx.stdout).toBe('');
    await runLog('9', { quiet: true }, ctx);
    expect(ctx.stdout).toContain('Pain this bad deserves a second look.');
  });

  test.each(['ascii', 'narrow', 'accessible', 'pipe'])('golden, %s', async (place) => {
    const worlds: { readonly [place: string]: FakeWorld } = {
      ascii: { env: { ...env, LANG: 'C' }, columns: 80 },
      narrow: { env, columns: 60 },
      accessible: { env, columns: 80 },
      pipe: { env },
    };
    const ctx = fakeContext(worlds[place]);
    await ctx.remember({
      kind: 'log',
      body: { usual: 4, where: ['low-back'] },
      at: '2026-11-21T20:00:00+01:00',
    });
    await runLog('8', { where: 'low-back,below-knee', accessible: place === 'accessible' }, ctx);
    await expect(ctx.stdout).toMatchFileSnapshot(`golden/log.${place}.txt`);
  });

  test('json is a contract', async () => {
    const ctx = person();
    await runLog('4', { json: true, note: 'rain' }, ctx);
    const json = JSON.parse(ctx.stdout);
    expect(json).toMatchObject({
      schema: 'backcare/log@1',
      emergency: { number: '112', country: 'DE' },
      at: '2026-11-22T18:09:45.120+01:00',
      kept: { usual: 4, note: 'rain' },
      before: null,
      danger: null,
      concerns: [],
    });
    const [event] = [...(await (await ctx.record()).events())];
    expect(json.id).toBe(event?.id);
  });
});

describe('refused, with the reason', () => {
  test.each<[string, string | undefined, LogFlags, RegExp]>([
    ['too much pain', '11', {}, /"11".*\n.*from 0 to 10/],
    ['words', 'four', {}, /"four"/],
    ['nothing between', '', {}, /""/],
    ['worst out of range', undefined, { worst: '12' }, /--worst cannot be "12"/],
    ['below zero', undefined, { interference: '-3' }, /--interference cannot be "-3"/],
    ['worst below usual', '6', { worst: '4' }, /less than the usual pain, 6/],
    ['a place that is none', '4', { where: 'low-bakc' }, /Did you mean "low-back"/],
    ['no place', '4', { where: ' , ' }, /--where/],
    ['sleep', '4', { sleep: 'ok' }, /good, fair or poor/],
    ['a note with an escape code', '4', { note: 'a\u001b[31mb' }, /control characters/],
    ['a note of two lines', '4', { note: 'a\nb' }, /line break/],
    ['a note that hides its direction', '4', { note: 'a\u202eb' }, /control characters/],
    ['an empty note', '4', { note: '  ' }, /empty/],
    ['a long note', '4', { note: 'x'.repeat(501) }, /longer than 500/],
    ['a time that is none', '4', { at: 'yesterday-ish' }, /"2 hours ago"/],
    ['the future', '4', { at: '23:59' }, /still to come/],
    ['an activity without a number', '4', { activity: ['gardening'] }, /name=number/],
    ['an activity nobody named', '4', { activity: ['gardening=4'] }, /log activity add "gardening"/],
    ['a sign that is none', undefined, { signs: 'foot-dorp' }, /Did you mean "rf-foot-drop"/],
    ['an empty list of signs', undefined, { signs: '' }, /--signs is empty/],
    ['nothing, and nobody to ask', undefined, {}, /nobody to ask/],
  ])('%s', async (_, pain, flags, words) => {
    const ctx = person();
    expect(await problemOf(runLog(pain, flags, ctx))).toMatch(words);
    expect(await keptBy(ctx)).toEqual([]);
  });

  test.each(['-1', '-10', '-0.5'])('log %s is a pain below zero, and not an option', async (pain) => {
    const program = new Command().exitOverride().configureOutput({ outputError: () => undefined });
    const never = () => Promise.reject(new Error('it ran'));
    registerLog(program, person(), () => undefined, { entry: never, activity: never } as typeof logLoads);
    expect(await problemOf(program.parseAsync(['log', pain], { from: 'user' }))).toContain(`"${pain}"`);
  });
});

describe('danger', () => {
  test('a sign shows the action at once, and closes what it must', async () => {
    const ctx = person();
    await ctx.remember(checked({ urgency: 'self-care', complete: true, answers: ordinary }));
    expect(await runLog('4', { signs: 'rf-foot-drop' }, ctx)).toBe(0);
    expect(ctx.stdout).toMatch(/^ {2}If you think this is an emergency, call 112/);
    expect(ctx.stdout).toContain('See a clinician today or tomorrow.');
    expect((await lastAssessment(ctx, { dayStart: 3 })).standing).toBe('urgent');
    expect(await keptBy(ctx)).toEqual([{ usual: 4, signs: 'some' }]);
    const [, saved] = await keptBy(ctx, 'assessment');
    expect(saved).toMatchObject({
      urgency: 'urgent',
      answers: { 'rf-foot-drop': 'yes', age: 34, duration: 5 },
    });
  });

  test.each<[string, object, string, string]>([
    ['an emergency', { urgency: 'emergency', complete: true, answers: {} }, 'GET HELP NOW', 'Say this too'],
    [
      'a crisis',
      { urgency: 'emergency', complete: true, onlySelfHarm: true },
      'You matter and help is open',
      'See a clinician today or tomorrow.',
    ],
  ])(
    'less than %s that stands is shown under its advice, on screen and in JSON',
    async (_, body, advice, below) => {
      const ctx = await person().remember(checked(body));
      expect(await runLog('4', { signs: 'rf-fever' }, ctx)).toBe(0);
      const found = ctx.stdout.indexOf(below);
      expect(found).toBeGreaterThan(0);
      expect(ctx.stdout).toContain(advice);
      expect(ctx.stdout.indexOf(advice)).toBeLessThan(found);
      expect((await lastAssessment(ctx, { dayStart: 3 })).standing).toBe('emergency');
      ctx.clearOutput();
      await runLog('4', { signs: 'rf-fever', json: true }, ctx);
      expect(JSON.stringify(JSON.parse(ctx.stdout).advice)).toContain(advice);
    },
  );

  test('an entry for an hour ago is watched after one for now', async () => {
    const ctx = person();
    await runLog('2', {}, ctx);
    await runLog('9', { worst: '10', interference: '6', at: '1 hour ago' }, ctx);
    expect(ctx.stdout).toContain('Pain this bad deserves a second look.');
    await runLog('9', { worst: '10', interference: '10', at: '1 hour ago' }, ctx);
    expect(ctx.stdout).toContain('See a clinician today or tomorrow.');
  });

  test('leg pain is noticed with the first entry of all', async () => {
    const ctx = person();
    await runLog('5', { where: 'below-knee' }, ctx);
    expect(ctx.stdout).toContain('Pain down a leg is new here.');
  });

  test('an emergency, without any assessment before', async () => {
    const ctx = person();
    expect(await runLog(undefined, { signs: 'chest-pain,fever?' }, ctx)).toBe(0);
    expect(ctx.stdout).toContain('EMERGENCY');
    expect((await lastAssessment(ctx, { dayStart: 3 })).standing).toBe('emergency');
  });

  test('a private sign is not kept, its level is', async () => {
    const ctx = person();
    await runLog(undefined, { signs: 'sexual-loss' }, ctx);
    const [saved] = await keptBy(ctx, 'assessment');
    expect(saved).toMatchObject({ urgency: 'emergency', privateAnswersDropped: true });
    expect(JSON.stringify(saved)).not.toContain('rf-sexual-loss');
  });

  test('afterwards every entry begins with the advice', async () => {
    const ctx = person();
    await runLog(undefined, { signs: 'foot-drop' }, ctx);
    ctx.clearOutput();
    await runLog('4', {}, ctx);
    expect(ctx.stdout).toMatch(/^ {2}! Urgent: See a clinician today or tomorrow\.\n/);
    expect(ctx.stdout).toContain('Kept: usual pain 4');
  });

  test('a weaker sign lowers nothing that stands', async () => {
    const ctx = person();
    await runLog(undefined, { signs: 'chest-pain' }, ctx);
    await runLog(undefined, { signs: 'foot-drop' }, ctx);
    expect((await lastAssessment(ctx, { dayStart: 3 })).standing).toBe('emergency');
  });

  test('in json it is the whole result, before anything is kept', async () => {
    const ctx = person();
    await runLog('4', { json: true, signs: 'foot-drop' }, ctx);
    const json = JSON.parse(ctx.stdout);
    expect(json).toMatchObject({
      schema: 'backcare/log@1',
      id: null,
      danger: { schema: 'backcare/assessment@1', urgency: 'urgent' },
    });
  });

  test.each<[string, (home: string) => void]>([
    ['that cannot be read', (home) => mkdirSync(join(home, 'data', 'journal.jsonl'), { recursive: true })],
    [
      'that a newer version wrote',
      (home) => {
        mkdirSync(join(home, 'data'), { recursive: true });
        writeFileSync(
          join(home, 'data', 'journal.jsonl'),
          '{"v":99,"id":"1","at":"2026-11-01T00:00:00.000Z","kind":"log","body":{}}\n',
        );
      },
    ],
  ])('a record %s does not stand before the action', async (_, spoil) => {
    const ctx = person();
    spoil(ctx.home);
    await expect(runLog('4', { signs: 'chest-pain' }, ctx)).rejects.toBeInstanceOf(RecordError);
    expect(ctx.stdout).toContain('EMERGENCY');
  });

  test('and without a sign it is said, with exit 3', async () => {
    const ctx = person();
    mkdirSync(join(ctx.home, 'data', 'journal.jsonl'), { recursive: true });
    await expect(runLog('4', {}, ctx)).rejects.toMatchObject({ exitCode: 3 });
    expect(ctx.stdout).toBe('');
  });
});

describe('the watch remembers', () => {
  test('what it said is in the entry, and is said once', async () => {
    const ctx = person();
    await runLog('8', {}, ctx);
    expect(await keptBy(ctx)).toEqual([{ usual: 8, told: ['very-bad-pain'] }]);
    ctx.clearOutput();
    await runLog('9', {}, ctx);
    expect(ctx.stdout).not.toContain('deserves');
  });

  test('over many days and many entries a day it stays said once', async () => {
    const ctx = person();
    const said: number[] = [];
    for (let index = 0; index < 30; index += 1) {
      ctx.clearOutput();
      await runLog('8', {}, ctx);
      if (ctx.stdout.includes('Pain this bad')) said.push(index);
      ctx.clock.advance(index % 3 === 0 ? day : 60_000);
    }
    expect(said).toEqual([0]);
  });

  test('weeks are counted with the first entry of a day, and said once', async () => {
    const ctx = person();
    const course = Array.from({ length: 23 }, (_, index) => ({
      kind: 'log',
      body: { usual: 5 },
      at: new Date(ctx.clock.now() - (23 - index) * day).toISOString(),
    }));
    await ctx.remember(...course);
    const lines: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      ctx.clearOutput();
      await runLog('5', {}, ctx);
      lines.push(ctx.stdout.includes('After more than three weeks') ? 'said' : 'silent');
    }
    expect(lines).toEqual(['said', 'silent', 'silent']);
  });

  test('taken back, it may be said again', async () => {
    const ctx = person();
    await runLog('8', {}, ctx);
    const record = await ctx.record();
    const [event] = [...(await record.events())];
    await record.append('undo', { undoes: event?.id });
    ctx.clearOutput();
    await runLog('8', {}, ctx);
    expect(ctx.stdout).toContain('Pain this bad deserves a second look.');
  });
});

describe('at the keyboard', () => {
  const none = { choose: 'none', message: /Anything new or worrying/ } as const;

  test('three keys', async () => {
    const ctx = person({
      answers: [{ choose: '4', message: /Usual/ }, { choose: '7', message: /worst/ }, none],
    });
    expect(await runLog(undefined, {}, ctx)).toBe(0);
    expect(await keptBy(ctx)).toEqual([{ usual: 4, worst: 7, signs: 'none' }]);
    expect(ctx.prompts.choices[0]?.text).toContain('call 112');
    // The worst is never below the usual.
    expect(ctx.prompts.choices[1]?.choices.map(({ key }) => key)).toEqual([
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      't',
    ]);
  });

  test('something new opens the short form, and what is ticked counts', async () => {
    const ctx = person({
      answers: [
        { choose: '4' },
        { choose: '4' },
        { choose: 'some' },
        { answers: { 'rf-saddle-numbness': 'no', 'rf-foot-drop': 'yes' } },
        { answers: {} },
        { answers: { 'rf-fever': 'no' } },
      ],
    });
    await runLog(undefined, {}, ctx);
    expect(ctx.stdout).toContain('See a clinician today or tomorrow.');
    for (const page of ctx.prompts.pages) expect(page.questions.length).toBeLessThanOrEqual(9);
  });

  test('whatever the watch notices, the short form comes too', async () => {
    const nothing = { answers: {} };
    const ctx = person({ answers: [{ choose: '8' }, { choose: '9' }, none, nothing, nothing, nothing] });
    await runLog(undefined, {}, ctx);
    expect(ctx.stdout).toContain('Pain this bad deserves a second look.');
    expect(ctx.prompts.pages).toHaveLength(3);
  });

  test('the worst there is needs no second question', async () => {
    const page = { answers: {} };
    const ctx = person({ answers: [{ choose: '10' }, none, page, page, page] });
    await runLog(undefined, {}, ctx);
    expect(await keptBy(ctx)).toMatchObject([{ usual: 10, worst: 10 }]);
  });

  test('Ctrl-C keeps nothing', async () => {
    const ctx = person({ answers: [{ choose: '4' }, { fail: new Interrupted() }] });
    await expect(runLog(undefined, {}, ctx)).rejects.toBeInstanceOf(Interrupted);
    expect(await keptBy(ctx)).toEqual([]);
  });

  test('a number given asks nothing', async () => {
    const ctx = person({ inputIsTerminal: true });
    await runLog('4', {}, ctx);
    expect(ctx.prompts.choices).toEqual([]);
  });
});

describe('activities of the person’s own', () => {
  test('added, listed, removed', async () => {
    const ctx = person();
    await runActivity('add', ' lifting my daughter ', {}, ctx);
    await runActivity('add', 'Lifting my daughter', {}, ctx);
    await runActivity('add', 'gardening', {}, ctx);
    await runActivity('remove', 'GARDENING', {}, ctx);
    ctx.clearOutput();
    await runActivity('list', undefined, { json: true }, ctx);
    expect(JSON.parse(ctx.stdout)).toMatchObject({
      schema: 'backcare/activities@1',
      activities: ['lifting my daughter'],
    });
    expect(await keptBy(ctx, 'activities')).toHaveLength(3);
  });

  test('none yet, and then some', async () => {
    const ctx = person();
    await runActivity('list', undefined, {}, ctx);
    expect(ctx.stdout).toContain('You follow no activity of your own yet.');
    await runActivity('add', 'gardening', {}, ctx);
    expect(ctx.stdout).toContain('• gardening');
  });

  test.each<[string, string, string | undefined, RegExp]>([
    ['a fourth', 'add', 'swimming', /3 activities already/],
    ['one without a name', 'add', undefined, /needs a name/],
    ['an empty name', 'add', ' ', /cannot be the name/],
    ['a name with a sign of its own', 'add', 'a=b', /without "="/],
    ['a very long name', 'add', 'x'.repeat(41), /at most 40/],
    ['one that is not there', 'remove', 'cyclng', /Did you mean "cycling"/],
    ['another verb', 'ad', 'x', /Did you mean "add"/],
  ])('%s is refused', async (_, action, name, words) => {
    const ctx = person();
    for (const known of ['gardening', 'cycling', 'stairs']) await runActivity('add', known, {}, ctx);
    expect(await problemOf(runActivity(action, name, {}, ctx))).toMatch(words);
    expect(await keptBy(ctx, 'activities')).toHaveLength(3);
  });
});

// Root may write a file that is read-only.
test.runIf(process.getuid?.() !== 0)(
  'a folder that cannot be written: exit 3, and the action all the same',
  async () => {
    const ctx = person();
    await runLog('4', {}, ctx);
    chmodSync(join(ctx.home, 'data', 'journal.jsonl'), 0o400);
    await expect(runLog('4', { signs: 'chest-pain' }, ctx)).rejects.toMatchObject({ exitCode: 3 });
    expect(ctx.stdout).toContain('EMERGENCY');
  },
);
