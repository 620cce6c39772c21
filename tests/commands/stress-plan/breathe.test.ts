import { describe, expect, test } from 'vitest';
import { type BreatheFlags, runBreathe } from '../../../src/commands/stress-plan/breathe.ts';
import { bodyToday } from '../../../src/commands/stretch/body-today.ts';
import { runToday } from '../../../src/commands/today/run.ts';
import type { PracticeOutcome, PracticePieces } from '../../../src/context.ts';
import { exerciseTables } from '../../../src/data/exercise-tables.ts';
import { Interrupted } from '../../../src/errors.ts';
import { type FakeContext, type FakeWorld, fakeContext } from '../../support/fake-context.ts';
import type { ScriptedAnswer } from '../../support/scripted-prompter.ts';

const env = { LANG: 'de_DE.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
const at = '2026-11-21T10:00:00+01:00';
const afternoon = { now: '2026-11-22T15:00:00+01:00' };

function assessment(changes: { readonly [field: string]: unknown } = {}) {
  const body = {
    urgency: 'self-care',
    complete: true,
    answers: { duration: 30 },
    patterns: [],
    subtypes: [],
  };
  return { kind: 'assessment', at: '2026-11-20T10:00:00+01:00', body: { ...body, ...changes } };
}

/** Answers to "Anything I should plan around?": no to all but these. */
function around(...held: readonly string[]) {
  const answers = Object.fromEntries(
    exerciseTables.flags.map(({ id }) => [id, held.includes(id) ? 'yes' : 'no']),
  );
  return { kind: 'around', at, body: { answers } };
}

function played(
  kind: PracticeOutcome['kind'],
  seen?: PracticePieces[],
  done: 'done' | 'not-reached' = 'done',
) {
  return (pieces: PracticePieces): PracticeOutcome => {
    seen?.push(pieces);
    const items = pieces.script.items.map(({ exercise, variant }) => ({
      exercise,
      variant,
      done,
      seconds: 260,
    }));
    const result = {
      items,
      activeMilliseconds: kind === 'finished' ? 300_000 : 100_000,
      pausedMilliseconds: 9000,
      pauses: 1,
      endedEarly: kind !== 'finished',
    };
    return kind === 'interrupted' ? { kind, result, reason: new Interrupted() } : { kind, result };
  };
}

const person = (answers: readonly ScriptedAnswer[], world: FakeWorld = {}) =>
  fakeContext({
    env,
    columns: 80,
    answers,
    inputIsTerminal: true,
    practice: played('finished'),
    ...afternoon,
    ...world,
  });
const pipe = (world: FakeWorld = {}) => fakeContext({ env, ...afternoon, ...world });
const bodies = async (ctx: FakeContext, kind: string) =>
  (await (await ctx.record()).since([kind], 0)).map(({ body }) => body);
const start: ScriptedAnswer = { choose: 'start' };
const calmer: ScriptedAnswer = { choose: 'calmer', message: /How do you feel now/ };
const secondsOf = ({ script }: PracticePieces) =>
  script.segments.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;

describe('a session that was named', () => {
  test('says what to think of before, guides, keeps what was done, and asks one thing', async () => {
    const seen: PracticePieces[] = [];
    const ctx = person([start, calmer], { practice: played('finished', seen) });
    await ctx.remember(assessment(), around());
    expect(await runBreathe('breath-6', {}, ctx)).toBe(0);
    expect(ctx.prompts.choices[0]?.text).toMatchSnapshot();
    expect(ctx.prompts.choices[0]?.initial).toBe('start');
    expect(seen.map(secondsOf)).toEqual([300]);
    const [event] = await (await ctx.record()).since(['practice'], 0);
    expect(event?.body).toMatchObject({ routine: 'slow-breathing-6', name: 'Six-breath pacing', calm: true });
    expect(await bodies(ctx, 'practice-after')).toEqual([{ of: event?.id, calm: 'calmer' }]);
    expect(ctx.stdout).toMatchSnapshot();
  });

  test('its picture grows with the breath', async () => {
    const seen: PracticePieces[] = [];
    const ctx = person([start, calmer], { practice: played('finished', seen) });
    await ctx.remember(assessment(), around());
    await runBreathe('box', {}, ctx);
    const [pieces] = seen;
    const [item] = pieces?.script.items ?? [];
    if (pieces === undefined || item === undefined) throw new Error('nothing was played');
    const dots = (fullness?: number) =>
      pieces
        .pictures(
          item,
          { picture: 'hold' },
          fullness,
        )({ columns: 30, rows: 10, glyphs: 'unicode' })
        .join('')
        .replace(/[^\u28ff]/g, '').length;
    expect(dots(1)).toBeGreaterThan(dots(0.5));
    expect(dots(0.5)).toBeGreaterThan(dots(0));
    expect(dots(undefined)).toBe(0);
  });

  test('in a low window what to take care of stays, with the emergency line in sight', async () => {
    const ctx = person([{ choose: 'leave' }], { columns: 60, rows: 16 });
    await ctx.remember(assessment(), around());
    await runBreathe('box', {}, ctx);
    const text = ctx.prompts.choices[0]?.text ?? '';
    expect(text).toContain('No session while you drive.');
    expect(text).not.toContain('How sure');
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(14);
  });

  test('who did one lately begins at once', async () => {
    const ctx = person([start, calmer, calmer]);
    await ctx.remember(assessment(), around());
    await runBreathe('belly', {}, ctx);
    await runBreathe('belly', {}, ctx);
    expect(await bodies(ctx, 'practice')).toHaveLength(2);
  });

  test('--minutes 1: one minute of slow breathing, whatever the hour', async () => {
    const seen: PracticePieces[] = [];
    const ctx = person([start, calmer], { practice: played('finished', seen) });
    await ctx.remember(assessment(), around());
    await runBreathe(undefined, { minutes: '1' }, ctx);
    expect(seen.map(secondsOf)).toEqual([60]);
  });

  test('easier can be chosen before it starts', async () => {
    const seen: PracticePieces[] = [];
    const ctx = person([{ choose: 'easier' }, calmer], { practice: played('finished', seen) });
    await ctx.remember(assessment(), around());
    await runBreathe('box', {}, ctx);
    expect(ctx.prompts.choices[0]?.choices.map(({ label }) => label)).toContain(
      'easier (leave out the holds)',
    );
    expect(seen[0]?.script.segments.map(({ label }) => label)).not.toContain('hold');
    expect(seen.map(secondsOf)).toEqual([300]);
  });

  test('--speak asks for the voice', async () => {
    const ctx = person([start, calmer]);
    await ctx.remember(assessment(), around());
    await runBreathe('sigh', { speak: true }, ctx);
    expect(ctx.soundWishes).toMatchObject([{ speak: true }]);
  });

  test('leaving before it starts keeps nothing', async () => {
    const ctx = person([{ choose: 'leave' }]);
    await ctx.remember(assessment(), around());
    expect(await runBreathe('478', {}, ctx)).toBe(0);
    expect(await bodies(ctx, 'practice')).toEqual([]);
  });

  test.each([
    ['an unknown one: the nearest', 'bdy-scan', {}, /Did you mean "body-scan"\?/],
    ['a time out of range', 'box', { minutes: '0' }, /--minutes takes a number from 1 to 30/],
  ] as const)('%s', async (_name, name, flags: BreatheFlags, says) => {
    const error: unknown = await runBreathe(name, flags, pipe()).catch((reason: unknown) => reason);
    expect(
      `${error instanceof Error ? error.message : ''} ${JSON.stringify(error)}`.replaceAll('\\', ''),
    ).toMatch(says);
  });
});

describe('without a name', () => {
  test('a list by key: in the daytime slow breathing is the usual one', async () => {
    const ctx = person([{ choose: 'tight-muscles' }, start, calmer]);
    await ctx.remember(assessment(), around());
    await runBreathe(undefined, {}, ctx);
    const [list] = ctx.prompts.choices;
    expect(list?.initial).toBe('racing-mind');
    expect(list?.choices.map(({ key, label }) => `${key} ${label}`)).toEqual([
      '1 A mind that races, or not sure what: six-breath pacing, 5 minutes',
      '2 One minute at the desk: six-breath pacing, 1 minute',
      '3 Tight muscles: short muscle relaxation, 6 minutes',
      '4 Bedtime: belly breathing, then body scan, 15 minutes',
      '5 Panic, or bad memories: calm place, 5 minutes',
      'm More of them, by name',
      'q Leave',
    ]);
    expect(await bodies(ctx, 'practice')).toMatchObject([{ routine: 'muscle-relaxation-short' }]);
  });

  test('in the evening belly breathing and then the scan, one after the other', async () => {
    const seen: PracticePieces[] = [];
    const practice = played('finished', seen);
    const ctx = person([{ choose: 'bedtime' }, start, calmer], {
      practice,
      now: '2026-11-22T22:30:00+01:00',
    });
    await ctx.remember(assessment(), around());
    await runBreathe(undefined, {}, ctx);
    expect(ctx.prompts.choices[0]?.initial).toBe('bedtime');
    expect(seen[0]?.script.items.map(({ exercise }) => exercise)).toEqual(['belly-breathing', 'body-scan']);
    expect(seen.map(secondsOf)).toEqual([900]);
  });

  test('more of them by name, and back', async () => {
    const ctx = person([
      { choose: 'more' },
      { choose: 'back' },
      { choose: 'more' },
      { choose: 'double-inhale-sigh' },
      start,
      calmer,
    ]);
    await ctx.remember(assessment(), around());
    await runBreathe(undefined, {}, ctx);
    expect(ctx.prompts.choices[1]?.choices.map(({ key, label }) => `${key} ${label}`)).toEqual([
      '1 Longer out-breath, 5 minutes: tense or cross, and six breaths feel too slow',
      '2 Belly breathing, 5 minutes: lying down, or a grab that eases',
      '3 Double sigh, 5 minutes: wound up, and a sigh would do you good',
      '4 Box breathing, 5 minutes: a clear head before something hard',
      '5 4-7-8 breathing, 2 minutes: two minutes, if long holds feel good',
      '6 Muscle-by-muscle relaxation, 12 minutes: tight all over, and time for it',
      '7 Body scan, 10 minutes: bedtime, or a long rest',
      '8 Quick scan, 3 minutes: a pause of three minutes',
      'b Back',
      'q Leave',
    ]);
    expect(await bodies(ctx, 'practice')).toMatchObject([{ routine: 'double-inhale-sigh' }]);
  });

  test('what an answer rules out is not in the list, and the reason is', async () => {
    const ctx = person([{ choose: 'more' }, { choose: 'leave' }]);
    await ctx.remember(assessment(), around('panic-or-trauma'));
    await runBreathe(undefined, {}, ctx);
    const [first, second] = ctx.prompts.choices;
    expect(first?.choices.map(({ value }) => value)).toEqual([
      'racing-mind',
      'one-minute',
      'panic',
      'more',
      'leave',
    ]);
    expect(second?.choices.map(({ value }) => value)).toEqual([
      'long-out-breath',
      'belly-breathing',
      'back',
      'leave',
    ]);
    expect(first?.text?.replace(/\s+/g, ' ')).toMatch(
      /Left out: Double sigh, Box breathing, .*You said yes to "Panic from breath/,
    );
  });
});

describe('what must be known first', () => {
  test('without a check the seven lines come first, once a day, and are kept', async () => {
    const none: ScriptedAnswer = { choose: 'none' };
    const ctx = person([none, start, calmer, calmer]);
    await runBreathe('breath-6', {}, ctx);
    await runBreathe('breath-6', {}, ctx);
    expect(await bodies(ctx, 'seven-lines')).toEqual([{ sign: 'none' }]);
    expect(await bodies(ctx, 'practice')).toHaveLength(2);
  });

  test('a ticked sign shows what to do, and nothing is played', async () => {
    const ctx = person([{ choose: 'chest-breath-faint' }, { choose: 'leave' }]);
    await runBreathe('breath-6', {}, ctx);
    expect(ctx.stdout).toContain('call 112 (Germany)');
    ctx.clearOutput();
    await runBreathe('breath-6', {}, ctx);
    expect(ctx.stdout).toContain('This comes from your check today.');
    expect(await bodies(ctx, 'practice')).toEqual([]);
  });

  test('only what could rule it out is asked, on one page, and kept with the rest', async () => {
    const answers = {
      'pregnancy-late': 'no',
      'recent-surgery': 'no',
      'heart-or-lung-condition-unstable': 'no',
      'panic-or-trauma': 'no',
    } as const;
    const ctx = person([{ choose: 'none' }, { answers, page: 'Before box breathing' }, start, calmer]);
    await runBreathe('box', {}, ctx);
    expect(await bodies(ctx, 'around')).toEqual([{ answers }]);
    expect(await bodies(ctx, 'practice')).toMatchObject([{ routine: 'box-breathing' }]);
    // Stretches still ask what nobody has asked yet.
    const body = await bodyToday(ctx, { dayStart: 3 });
    expect(body.around?.answers).toEqual(answers);
  });

  test('a yes there: why not, and what instead', async () => {
    const ctx = person([
      { choose: 'none' },
      { answers: { 'panic-or-trauma': 'yes' }, page: 'Before body scan' },
      { choose: 'start' },
      start,
      calmer,
    ]);
    await runBreathe('scan', {}, ctx);
    expect(ctx.stdout).toContain('Body scan: not this one');
    expect(ctx.stdout).toContain('What suits you: Calm place, 5 minutes.');
    expect(await bodies(ctx, 'practice')).toMatchObject([{ routine: 'calm-place' }]);
  });

  test('skipped there: still open, so it is not begun', async () => {
    const ctx = person([
      { choose: 'none' },
      { answers: { 'panic-or-trauma': 'skipped' } },
      { choose: 'leave' },
    ]);
    await runBreathe('scan', {}, ctx);
    expect(ctx.stdout).toContain('Some answers are still open');
    expect(ctx.stdout).toContain('What suits you: Six-breath pacing');
    expect(await bodies(ctx, 'practice')).toEqual([]);
  });

  test('answers from before the last twelve weeks are asked again, but for a yes', async () => {
    const ctx = person([{ choose: 'none' }, { answers: { 'panic-or-trauma': 'no' } }, { choose: 'leave' }], {
      now: '2027-03-01T15:00:00+01:00',
    });
    await ctx.remember(around('knee-cannot-kneel', 'recent-surgery'));
    await runBreathe('scan', {}, ctx);
    expect(ctx.prompts.pages[0]?.questions.map(({ id }) => id)).toEqual(['panic-or-trauma']);
    expect((await bodies(ctx, 'around'))[0]).toEqual({
      answers: { 'knee-cannot-kneel': 'yes', 'recent-surgery': 'yes', 'panic-or-trauma': 'no' },
    });
  });

  test('one that is out already is not asked about', async () => {
    const ctx = person([{ choose: 'none' }, { choose: 'leave' }]);
    await ctx.remember({ kind: 'around', at, body: { answers: { 'panic-or-trauma': 'yes' } } });
    await runBreathe('scan', {}, ctx);
    expect(ctx.prompts.pages).toEqual([]);
    expect(ctx.stdout).toContain('You said yes to "Panic from breath holding or body focus"');
  });
});

describe('what an assessment allows', () => {
  test.each([
    ['emergency: the action only', { urgency: 'emergency' }, 'GET HELP NOW'],
    ['urgent: the session, under the advice', { urgency: 'urgent' }, 'This comes from your check'],
  ])('%s', async (_name, changes, says) => {
    const isOpen = changes.urgency === 'urgent';
    const ctx = person(isOpen ? [{ choose: 'leave' }] : []);
    await ctx.remember(assessment(changes), around());
    await runBreathe('breath-6', {}, ctx);
    expect(isOpen ? ctx.prompts.choices[0]?.text : ctx.stdout).toContain(says);
  });

  test('thoughts of self-harm alone leave it open, with whom to call first, each time', async () => {
    const body = { urgency: 'emergency', onlySelfHarm: true, rules: [{ id: 'self-harm' }] };
    const ctx = person([start, calmer, { choose: 'leave' }]);
    await ctx.remember(assessment(body), around());
    await runBreathe('breath-6', {}, ctx);
    await runBreathe('breath-6', {}, ctx);
    expect(ctx.prompts.choices[2]?.text).toContain('If you think of hurting yourself');
  });
});

describe('after a session', () => {
  test('worse asks for signs to stop, says what helps, and whom to talk to', async () => {
    const ctx = person([start, { choose: 'worse' }, { choose: 'none', message: /come up/ }]);
    await ctx.remember(assessment(), around());
    await runBreathe('box', {}, ctx);
    expect(ctx.stdout).toMatchSnapshot();
    expect(await bodies(ctx, 'practice-after')).toMatchObject([{ calm: 'worse' }]);
  });

  test('a sign to stop is kept as after a stretch, and closes sessions', async () => {
    const ctx = person([start, { choose: 'worse' }, { choose: 'chest-breath-faint' }]);
    await ctx.remember(assessment(), around());
    await runBreathe('box', {}, ctx);
    expect(ctx.stdout).toContain('GET HELP NOW: call 112 (Germany)');
    expect(await bodies(ctx, 'practice-after')).toMatchObject([
      { calm: 'worse', stopSign: 'chest-breath-faint' },
    ]);
    ctx.clearOutput();
    await runBreathe('breath-6', {}, ctx);
    expect(ctx.stdout).toContain('GET HELP NOW: call 112 (Germany)');
    expect(await bodies(ctx, 'practice')).toHaveLength(1);
  });

  test('ended early asks for signs too, unless it did good', async () => {
    const early = { practice: played('stopped') };
    const ctx = person([start, { choose: 'skip' }, { choose: 'none', message: /come up/ }], early);
    await ctx.remember(assessment(), around());
    await runBreathe('box', {}, ctx);
    expect(ctx.stdout).toContain('1 minute 40 seconds of 5 minutes, paused once.');
    expect(await bodies(ctx, 'practice-after')).toEqual([]);
    const good = person([start, calmer], early);
    await good.remember(assessment(), around());
    await runBreathe('box', {}, good);
    expect(await bodies(good, 'practice-after')).toMatchObject([{ calm: 'calmer' }]);
  });

  test('Ctrl-C keeps what was done; nothing done keeps nothing; --no-save keeps nothing', async () => {
    const stopped = person([start], { practice: played('interrupted') });
    await stopped.remember(assessment(), around());
    await expect(runBreathe('box', {}, stopped)).rejects.toThrow(Interrupted);
    expect(await bodies(stopped, 'practice')).toMatchObject([{ result: { endedEarly: true } }]);
    const nothing = person([start], { practice: played('stopped', [], 'not-reached') });
    await nothing.remember(assessment(), around());
    await runBreathe('box', {}, nothing);
    expect(nothing.stderr).toContain('Nothing was done');
    const unsaved = person([{ choose: 'none' }, start, calmer]);
    await runBreathe('breath-6', { save: false }, unsaved);
    expect(unsaved.stdout).toContain('It was not kept.');
    expect(await bodies(unsaved, 'practice')).toEqual([]);
    expect(await bodies(unsaved, 'seven-lines')).toEqual([]);
  });

  test('it never counts as exercise: how much comes next stays as it was', async () => {
    const ctx = person([start, calmer]);
    await ctx.remember(assessment(), around());
    await runBreathe('breath-6', {}, ctx);
    expect((await bodyToday(ctx, { dayStart: 3 })).practices).toEqual([]);
    ctx.clearOutput();
    const unused = { relief: async () => 0, diagnose: async () => 0, stretch: async () => 0 };
    await runToday({ input: false }, ctx, unused);
    expect(ctx.stdout).toMatch(/Practised:? +Six-breath pacing, 5 min/);
    expect(ctx.stdout).toMatch(/Now:? +backcare stretch/);
  });
});

describe('without a keyboard', () => {
  test('the list', async () => {
    const ctx = pipe();
    await ctx.remember(assessment(), around('panic-or-trauma'));
    expect(await runBreathe(undefined, {}, ctx)).toBe(0);
    expect(ctx.stdout).toMatchSnapshot();
  });

  test('one session as text', async () => {
    const ctx = pipe();
    await ctx.remember(assessment(), around());
    await runBreathe('scan-3', {}, ctx);
    expect(ctx.stdout).toMatchSnapshot();
  });

  test('not checked: the seven lines stand over the steps; --signs none, or today, leaves them out', async () => {
    const ctx = pipe();
    await runBreathe('box', {}, ctx);
    expect(ctx.stdout.indexOf('If any of these fits')).toBeGreaterThan(0);
    expect(ctx.stdout.indexOf('If any of these fits')).toBeLessThan(ctx.stdout.indexOf('17 rounds'));
    expect(ctx.stdout).toMatch(/Leave out if: you are 20 weeks pregnant/);
    ctx.clearOutput();
    await runBreathe('box', { signs: 'none' }, ctx);
    expect(ctx.stdout).not.toContain('If any of these fits');
    ctx.clearOutput();
    await runBreathe('box', { signs: 'fever-or-very-ill' }, ctx);
    expect(ctx.stdout).toMatch(/You ticked: fever/i);
    expect(ctx.stdout).not.toContain('17 rounds');
  });

  test('JSON: all of them, one of them, and what is said while an emergency stands', async () => {
    const ctx = pipe();
    await ctx.remember(assessment(), around('panic-or-trauma'));
    await runBreathe('list', { json: true }, ctx);
    const all = JSON.parse(ctx.stdout);
    expect(all).toMatchObject({ schema: 'backcare/breathe@1', allowed: true, signsFirst: false });
    expect(all.sessions).toHaveLength(11);
    expect(all.sessions.find(({ id }: { id: string }) => id === 'box-breathing')).toMatchObject({
      fit: 'left-out',
      seconds: 300,
      round: { times: 17 },
      because: [{ flag: 'panic-or-trauma' }],
    });
    ctx.clearOutput();
    await runBreathe('bedtime', { json: true }, ctx);
    expect(JSON.parse(ctx.stdout).sessions.map(({ id }: { id: string }) => id)).toEqual([
      'belly-breathing',
      'body-scan',
    ]);
    const closed = pipe();
    await closed.remember(assessment({ urgency: 'emergency' }));
    await runBreathe('list', { json: true }, closed);
    expect(JSON.parse(closed.stdout)).toMatchObject({
      allowed: false,
      sessions: [],
      advice: expect.arrayContaining([expect.stringMatching(/GET HELP NOW/)]),
    });
  });

  test('one that an answer rules out: why, and what instead, not how', async () => {
    const ctx = pipe();
    await ctx.remember(assessment(), around('panic-or-trauma'));
    await runBreathe('scan', {}, ctx);
    expect(ctx.stdout).toContain('Body scan: not this one');
    expect(ctx.stdout).toContain('backcare stress-plan breathe calm-place');
    expect(ctx.stdout).not.toContain('Feet and ankles');
  });

  test.each(['markdown', 'html'] as const)('as %s', async (format) => {
    const ctx = person([]);
    await ctx.remember(assessment(), around());
    await runBreathe('pmr-short', { format }, ctx);
    expect(ctx.stdout).toContain('Short muscle relaxation');
    expect(ctx.stdout).toContain('Right hand: make a soft fist.');
  });
});
