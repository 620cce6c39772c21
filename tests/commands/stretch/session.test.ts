import { describe, expect, test } from 'vitest';
import { runAround } from '../../../src/commands/stretch/around.ts';
import { runStretch } from '../../../src/commands/stretch/run.ts';
import type { PracticeOutcome, PracticePieces } from '../../../src/context.ts';
import { reliefSigns } from '../../../src/data/relief.ts';
import { Interrupted } from '../../../src/errors.ts';
import { type FakeContext, type FakeWorld, fakeContext } from '../../support/fake-context.ts';
import type { ScriptedAnswer } from '../../support/scripted-prompter.ts';

const env = { LANG: 'de_DE.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
const checked = {
  kind: 'assessment',
  at: '2026-11-20T10:00:00+01:00',
  body: {
    urgency: 'self-care',
    complete: true,
    answers: { duration: 30, 'pain-worst': 4, 'leg-symptoms': ['none'] },
    patterns: [{ id: 'tight-hamstrings', fit: 'well' }],
    subtypes: [],
  },
};
const asked = { kind: 'around', at: '2026-11-21T10:00:00+01:00', body: { answers: allNo() } };

function allNo() {
  const names =
    'leg-pain-below-knee worse-bending-forward worse-leaning-back leg-symptoms-standing-walking spondylolisthesis-known arm-pain-tingling dizziness-neck osteoporosis recent-surgery hip-replacement-recent pregnancy-late hamstring-tear-recent injury-first-48h balance-poor knee-cannot-kneel wrist-painful shoulder-painful breathless-lying-flat heart-or-lung-condition-unstable blood-thinner skin-numb panic-or-trauma';
  return Object.fromEntries(names.split(' ').map((name) => [name, 'no']));
}

/** A session that runs to its end, or is stopped after its first exercise. */
function played(kind: 'finished' | 'stopped' | 'interrupted', seen?: PracticePieces[]) {
  return (pieces: PracticePieces): PracticeOutcome => {
    seen?.push(pieces);
    const items = pieces.script.items.map(({ exercise, variant }, place) => ({
      exercise,
      variant,
      done: kind === 'finished' || place === 0 ? ('done' as const) : ('not-reached' as const),
      seconds: 30,
    }));
    const result = {
      items,
      activeMilliseconds: 60_000,
      pausedMilliseconds: 0,
      pauses: 0,
      endedEarly: kind !== 'finished',
    };
    return kind === 'interrupted' ? { kind, result, reason: new Interrupted() } : { kind, result };
  };
}

const person = (answers: readonly ScriptedAnswer[], world: FakeWorld = {}) =>
  fakeContext({ env, columns: 80, answers, inputIsTerminal: true, practice: played('finished'), ...world });
const pain = (now: number): ScriptedAnswer => ({ answers: { 'pain-now': now }, page: 'Right now' });
const later = (painAfter: number, feeling: string): ScriptedAnswer => ({
  answers: { 'pain-after': painAfter, feeling },
  page: 'How is it now?',
});
const bodies = async (ctx: FakeContext, kind: string) =>
  (await (await ctx.record()).since([kind], 0)).map(({ body }) => body);

describe('a session that was named', () => {
  test('asks for the pain, guides, keeps what was done, asks again', async () => {
    const seen: PracticePieces[] = [];
    const ctx = person([pain(2), later(1, 'better')], { practice: played('finished', seen) });
    await ctx.remember(checked, asked);
    expect(await runStretch('desk-break', {}, ctx)).toBe(0);
    expect(seen[0]?.script.items.map(({ name }) => name)).toEqual([
      'Standing back bend',
      'Shoulder-blade squeeze',
      'Standing side bend',
      'Standing hip-flexor stretch',
      'Easy walk',
    ]);
    expect(
      seen[0]
        ?.pictures(seen[0].script.items[0] as never, { picture: 'hold' })({
          columns: 30,
          rows: 10,
          glyphs: 'unicode',
        })
        .join(''),
    ).toMatch(/[\u2801-\u28ff]/);
    expect(await bodies(ctx, 'practice')).toMatchObject([{ routine: 'desk-break', painBefore: 2 }]);
    const [event] = await (await ctx.record()).since(['practice'], 0);
    expect(await bodies(ctx, 'practice-after')).toEqual([{ of: event?.id, painAfter: 1, feeling: 'better' }]);
    expect(ctx.stdout).toMatchInlineSnapshot(`
      "  5 of 5 exercises done, in 1 minute.

        ✓ That went well.
          If tomorrow morning is no worse, two good ones in a row let the next
          one grow a little.

        Next  backcare stretch · backcare
      "
    `);
  });

  test('is kept before anything is asked after it', async () => {
    const ctx = person([pain(2), { fail: new Interrupted() }]);
    await ctx.remember(checked, asked);
    await expect(runStretch('desk-break', {}, ctx)).rejects.toThrow(Interrupted);
    expect(await bodies(ctx, 'practice')).toMatchObject([{ routine: 'desk-break' }]);
  });

  test('Ctrl-C keeps what was done, and leaves as interrupted', async () => {
    const ctx = person([pain(2)], { practice: played('interrupted') });
    await ctx.remember(checked, asked);
    await expect(runStretch('desk-break', {}, ctx)).rejects.toThrow(Interrupted);
    expect(await bodies(ctx, 'practice')).toMatchObject([{ result: { endedEarly: true } }]);
  });

  test('--no-save keeps nothing', async () => {
    const ctx = person([pain(2), later(1, 'same')]);
    await ctx.remember(checked, asked);
    await runStretch('desk-break', { save: false }, ctx);
    expect(await bodies(ctx, 'practice')).toEqual([]);
    expect(await bodies(ctx, 'practice-after')).toEqual([]);
    expect(ctx.stdout).toContain('It was not kept.');
  });

  test('pain of 7 leaves the calmest only, and says so', async () => {
    const seen: PracticePieces[] = [];
    const ctx = person([later(7, 'same'), { choose: 'none' }], { practice: played('finished', seen) });
    await ctx.remember(checked, asked);
    await runStretch('core-builder', { pain: '7' }, ctx);
    expect(seen[0]?.script.items.map(({ exercise }) => exercise)).toEqual(['easy-walk']);
  });
});

describe('after a session', () => {
  test('worse asks for signs to stop, and the next one is smaller', async () => {
    const ctx = person([pain(2), later(6, 'worse'), { choose: 'none' }]);
    await ctx.remember(checked, asked);
    await runStretch('morning', {}, ctx);
    expect(ctx.stdout).toContain('That was too much for today.');
    const { usual, next } = await secondsOf(ctx, 'morning');
    expect(next).toBeLessThan(usual);
  });

  test('a sign that needs help at once shows the number, and closes sessions until a new check', async () => {
    const ctx = person([pain(2), later(6, 'worse'), { choose: 'saddle-or-bladder' }]);
    await ctx.remember(checked, asked);
    await runStretch('morning', {}, ctx);
    expect(ctx.stdout).toContain('GET HELP NOW: call 112 (Germany)');
    expect(ctx.stdout).toContain('Do not drive yourself.');
    ctx.clearOutput();
    ctx.clock.advance(3 * 24 * 3_600_000);
    await runStretch('morning', { pain: '0' }, ctx);
    expect(ctx.stdout).toContain('GET HELP NOW: call 112 (Germany)');
    // A check that was not finished clears nothing, and neither do weeks.
    const before = (await (await ctx.record()).newest('assessment'))?.body;
    expect(before).toMatchObject({ urgency: 'emergency', complete: false, sign: 'saddle-or-bladder' });
    ctx.clock.advance(50 * 24 * 3_600_000);
    ctx.clearOutput();
    await runStretch('morning', { pain: '0', around: 'none', signs: 'none' }, ctx);
    expect(ctx.stdout).toContain('GET HELP NOW: call 112 (Germany)');
    await (await ctx.record()).append('assessment', checked.body);
    ctx.clearOutput();
    await runStretch('morning', { pain: '0', around: 'none', json: true }, ctx);
    expect(JSON.parse(ctx.stdout)).toMatchObject({ schema: 'backcare/session@1' });
  });
});

/** Seconds of a routine for a fresh person and for this one. */
async function secondsOf(ctx: FakeContext, name: string) {
  const fresh = fakeContext({ env });
  await fresh.remember(checked, asked);
  const read = async (one: FakeContext) => {
    one.clearOutput();
    await runStretch(name, { pain: '2', json: true }, one);
    return JSON.parse(one.stdout).session.seconds as number;
  };
  return { usual: await read(fresh), next: await read(ctx) };
}

describe('danger signs on the command line', () => {
  const saddle = reliefSigns[0]?.id ?? '';

  test.each([
    ['when nothing was asked yet', []],
    ['when they were answered today', [{ kind: 'seven-lines', body: { sign: 'none' } }]],
    ['after a check', [checked, asked]],
  ])('%s, a sign shows what to do and starts nothing', async (_, events) => {
    const ctx = fakeContext({ env });
    await ctx.remember(...events);
    await runStretch('morning', { signs: saddle, around: 'none', pain: '1' }, ctx);
    expect(ctx.stdout).toMatch(/call 112/i);
    expect(ctx.stdout).not.toContain('Morning loosener');
    // Every command knows it from now on.
    ctx.clearOutput();
    await runStretch('morning', { signs: 'none', around: 'none', pain: '1' }, ctx);
    expect(ctx.stdout).toContain('GET HELP NOW');
  });

  test.each(['nonsense', ''])('%o is refused, whatever is known', async (signs) => {
    const ctx = fakeContext({ env });
    await ctx.remember(checked, asked);
    await expect(runStretch('morning', { signs, pain: '1' }, ctx)).rejects.toMatchObject({ exitCode: 2 });
  });
});

test('a person who stops early is asked why, and is not praised', async () => {
  const ctx = person([pain(3), later(3, 'same'), { choose: 'spreads' }], { practice: played('stopped') });
  await ctx.remember(checked, asked);
  await runStretch('desk-break', {}, ctx);
  expect(ctx.stdout).toContain('Stop with that exercise.');
  const calm = person([pain(3), later(3, 'same'), { choose: 'none' }], { practice: played('stopped') });
  await calm.remember(checked, asked);
  await runStretch('desk-break', {}, calm);
  expect(calm.stdout).not.toContain('That went well');
});

describe('what to plan around', () => {
  test('is asked once, page by page with a way back, and kept', async () => {
    const page = (names: string, title: string): ScriptedAnswer => ({
      answers: Object.fromEntries(names.split(' ').map((name) => [name, 'no'])),
      page: title,
    });
    const body =
      'knee-cannot-kneel wrist-painful shoulder-painful balance-poor hamstring-tear-recent hip-replacement-recent dizziness-neck';
    const health =
      'recent-surgery spondylolisthesis-known breathless-lying-flat heart-or-lung-condition-unstable skin-numb panic-or-trauma';
    const thisPain =
      'leg-pain-below-knee worse-bending-forward worse-leaning-back leg-symptoms-standing-walking arm-pain-tingling osteoporosis pregnancy-late injury-first-48h blood-thinner';
    const ctx = person([
      { choose: 'none' },
      page(body, 'Your body'),
      { back: true, page: 'Your health' },
      page(body, 'Your body'),
      page(health, 'Your health'),
      page(thisPain, 'This pain'),
      pain(1),
      later(1, 'same'),
      pain(1),
      later(1, 'same'),
    ]);
    await runStretch('desk-break', {}, ctx);
    expect(await bodies(ctx, 'around')).toEqual([{ answers: allNo() }]);
    // The second time neither the seven lines nor the pages come.
    await runStretch('desk-break', {}, ctx);
    expect(await bodies(ctx, 'seven-lines')).toEqual([{ sign: 'none' }]);
  });

  test('is asked again after twelve weeks, and after a new assessment', async () => {
    const ctx = fakeContext({ env });
    await ctx.remember(checked, asked);
    const isAsked = async () => {
      ctx.clearOutput();
      await runStretch('core-builder', { pain: '1', signs: 'none' }, ctx);
      return ctx.stdout.includes('Nobody was asked what to plan around');
    };
    expect(await isAsked()).toBe(false);
    await ctx.remember({ ...checked, at: '2026-11-22T10:00:00+01:00' });
    expect(await isAsked()).toBe(true);
    await runAround({ set: 'none' }, ctx);
    expect(await isAsked()).toBe(false);
    ctx.clock.advance(85 * 24 * 3_600_000);
    expect(await isAsked()).toBe(true);
  });

  test('a skipped line leaves only what is safe for everyone', async () => {
    const ctx = fakeContext({ env });
    const { 'recent-surgery': _, ...rest } = allNo();
    await ctx.remember(checked, { ...asked, body: { answers: { ...rest, 'recent-surgery': 'skipped' } } });
    await runStretch('core-builder', { pain: '1' }, ctx);
    expect(ctx.stdout).toContain('Nobody was asked what to plan around');
    expect(ctx.stdout).not.toMatch(/Bird dog|Side bridge/);
  });

  test('a flag leaves exercises out and names the answer', async () => {
    const ctx = fakeContext({ env });
    await ctx.remember(checked, asked);
    await runAround({ set: 'wrist-painful' }, ctx);
    expect(ctx.stdout).toContain('you said yes to "Wrists cannot take weight" (Sun 22 Nov)');
    ctx.clearOutput();
    await runStretch('core-builder', { pain: '1' }, ctx);
    expect(ctx.stdout).toMatch(/left out: Bird dog: you said yes to "Wrists cannot take weight"/);
    expect(ctx.stdout).not.toMatch(/^Bird dog:/m);
  });
});

describe('the right one for now', () => {
  test('says why, and offers two minutes', async () => {
    const ctx = person([pain(1), { choose: 'short' }, later(1, 'same')]);
    await ctx.remember(checked, asked);
    await runStretch(undefined, {}, ctx);
    const [choice] = ctx.prompts.choices;
    expect(choice?.text).toContain('A day for strength: 0 of 3 done this week.');
    expect(choice?.choices.map(({ label }) => label)).toEqual(['start', 'two minutes only', 'leave']);
    const [practice] = await bodies(ctx, 'practice');
    expect(practice).toMatchObject({ result: { items: expect.any(Array) } });
  });

  test('leaving keeps nothing', async () => {
    const ctx = person([pain(1), { choose: 'leave' }]);
    await ctx.remember(checked, asked);
    expect(await runStretch(undefined, {}, ctx)).toBe(0);
    expect(await bodies(ctx, 'practice')).toEqual([]);
  });
});

describe('bad input', () => {
  test.each([
    [{ minutes: '0' }, '--minutes takes a number from 1 to 30, not "0".'],
    [{ minutes: '-3' }, '--minutes takes a number from 1 to 30, not "-3".'],
    [{ minutes: '1e9' }, '--minutes takes a number from 1 to 30, not "1e9".'],
    [{ minutes: 'five' }, '--minutes takes a number from 1 to 30, not "five".'],
    [{ pain: '11' }, '--pain takes a whole number from 0 (no pain) to 10 (worst), not "11".'],
    [{ position: 'standng' }, '--position does not know "standng".'],
    [{ equipment: 'towl' }, '--equipment does not know "towl".'],
    [{ for: 'tight-hamstring' }, '--for does not know "tight-hamstring".'],
    [{ around: 'knee' }, '--around does not know "knee".'],
    [{ around: '' }, '--around takes "none", or what applies, with commas between.'],
  ])('%o', async (flags, message) => {
    const ctx = fakeContext({ env });
    await expect(runStretch(undefined, flags, ctx)).rejects.toMatchObject({ message, exitCode: 2 });
    expect(await bodies(ctx, 'around')).toEqual([]);
  });

  test.each([
    ['hamstring-mikro', 'Did you mean "hamstring-micro"'],
    ['birddog', 'Did you mean "bird-dog"'],
    ['zzz', undefined],
  ])('a name that nobody knows: %s', async (name, reason) => {
    const refused = await runStretch(name, {}, fakeContext({ env })).catch((error: unknown) => error);
    expect(refused).toMatchObject({ message: `"${name}" is not a routine or an exercise.`, exitCode: 2 });
    if (reason !== undefined) expect((refused as { reason: string }).reason).toContain(reason);
  });
});
