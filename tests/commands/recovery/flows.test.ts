import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keepSign } from '../../../src/commands/sign-record.ts';
import { runUndo } from '../../../src/commands/undo/run.ts';
import { Interrupted } from '../../../src/errors.ts';
import type { FakeWorld } from '../../support/fake-context.ts';
import type { ScriptedAnswer } from '../../support/scripted-prompter.ts';
import { checkedOn, checkedToday, keptOf, person, run, said, strain } from './person.ts';

const begun = {
  kind: 'recovery-start',
  at: '2026-11-22T10:05:00+01:00',
  body: { track: 'pulled-muscle', phase: 'calm' },
};
const log = (at: string, body: object) => ({ kind: 'log', at, body });
const leave: ScriptedAnswer = { choose: 'leave' };

async function atTheKeyboard(
  answers: readonly ScriptedAnswer[],
  ...events: readonly { kind: string; body: unknown; at?: string }[]
) {
  const ctx = person({ answers } satisfies FakeWorld);
  await ctx.remember(checkedToday, ...events);
  return ctx;
}

describe("today's page at the keyboard", () => {
  test('leaving keeps nothing', async () => {
    const ctx = await atTheKeyboard([leave], begun);
    await run(ctx, 'recovery');
    expect(ctx.prompts.choices[0]?.text).toContain('Pulled muscle: day 3 · Calm');
    expect(ctx.prompts.choices[0]?.text).not.toContain('Next');
    expect(ctx.stdout).toContain('Pulled muscle: day 3 · Calm');
    expect(await keptOf(ctx, 'recovery-tick')).toEqual([]);
  });

  test('begin, tick the second line, take it off again', async () => {
    const ctx = await atTheKeyboard([
      { choose: 'begin' },
      { choose: 'tick' },
      { choose: 'walk-short', message: 'Which one is done?' },
      { choose: 'untick' },
      leave,
    ]);
    await run(ctx, 'recovery');
    expect(await keptOf(ctx, 'recovery-start')).toEqual([{ track: 'pulled-muscle', phase: 'calm' }]);
    expect(await keptOf(ctx, 'recovery-tick')).toEqual([
      { item: 'walk-short', times: 1 },
      { item: 'walk-short', times: 0 },
    ]);
    const shown = ctx.prompts.choices.map(({ text = '' }) => /2 +(open|done)/.exec(text)?.[1]);
    expect(shown).toEqual(['open', 'open', undefined, 'done', 'open']);
  });

  test('answers about tasks, then the person says whether to go on', async () => {
    const ctx = await atTheKeyboard(
      [
        { choose: 'ask' },
        { page: 'What you can do again', answers: { 'walk-5': 'yes', 'bruise-settling': 'yes' } },
        { choose: 'move' },
        leave,
      ],
      { ...begun, at: '2026-11-22T10:05:00+01:00' },
      log('2026-11-22T20:00:00+01:00', { usual: 5 }),
      log('2026-11-23T20:00:00+01:00', { usual: 4 }),
    );
    ctx.clock.set('2026-11-24T20:00:00+01:00');
    await ctx.remember(log('2026-11-24T19:00:00+01:00', { usual: 4 }));
    await run(ctx, 'recovery');
    expect(await keptOf(ctx, 'recovery-tasks')).toEqual([
      { answers: { 'walk-5': 'yes', 'bruise-settling': 'yes' } },
    ]);
    expect(await keptOf(ctx, 'recovery-phase')).toEqual([{ to: 'move', by: 'person' }]);
    expect(ctx.prompts.choices.at(-1)?.text).toContain('day 5 · Move');
  });

  test('a step back comes after the danger signs, and is not taken when one is ticked', async () => {
    const ctx = await atTheKeyboard(
      [{ choose: 'none' }, { choose: 'fever-or-very-ill' }, { choose: 'leave' }],
      begun,
      { at: '2026-11-22T10:06:00+01:00', kind: 'recovery-phase', body: { to: 'move', by: 'person' } },
    );
    await run(ctx, 'recovery phase back');
    expect(ctx.stdout).toContain('Now: Calm.');
    ctx.clock.set('2026-11-24T20:00:00+01:00');
    await run(ctx, 'recovery phase next');
    await run(ctx, 'recovery phase back');
    expect(ctx.stdout).toContain('Help comes first.');
    expect((await keptOf(ctx, 'recovery-phase')).at(-1)).toEqual({ to: 'move', by: 'person' });
    expect((await keptOf(ctx, 'assessment')).at(-1)).toMatchObject({
      sign: 'fever-or-very-ill',
      complete: false,
    });
  });

  test('nothing answered, nothing kept', async () => {
    const ctx = await atTheKeyboard(
      [{ back: true, page: 'What you can do again' }],
      begun,
      log('2026-11-22T11:00:00+01:00', { usual: 4 }),
    );
    ctx.clock.set('2026-11-23T20:00:00+01:00');
    await ctx.remember(log('2026-11-23T19:00:00+01:00', { usual: 4 }));
    await run(ctx, 'recovery check');
    expect(await keptOf(ctx, 'recovery-tasks')).toEqual([]);
  });

  test('with two patterns the person chooses which comes first', async () => {
    const ctx = person({ answers: [{ choose: 'chronic-stress', message: /More than one plan fits/ }] });
    const two = { ...strain, patterns: [{ id: 'poor-posture' }, { id: 'chronic-stress' }] };
    await ctx.remember(checkedOn('2026-11-22T10:00:00+01:00', two));
    await run(ctx, 'recovery start');
    expect(await keptOf(ctx, 'recovery-start')).toMatchObject([{ track: 'chronic-stress' }]);
    expect(ctx.stdout).toContain('Begun: Stress.');
  });

  test('a ladder with its keys', async () => {
    const ctx = await atTheKeyboard(
      [{ choose: 'start' }, { choose: 'done' }, { choose: 'done' }, leave],
      begun,
    );
    for (let time = 0; time < 4; time += 1) await run(ctx, 'recovery ladder housework');
    expect(await keptOf(ctx, 'recovery-ladder')).toEqual([
      { ladder: 'housework', is: 'chosen' },
      { ladder: 'housework', is: 'done', step: 0 },
      { ladder: 'housework', is: 'done', step: 0 },
    ]);
    expect(ctx.stdout).toContain('one step up');
    expect(ctx.prompts.choices.at(-1)?.message).toBe('Housework: 20 minutes at a time');
  });

  test('days off, asked with two keys', async () => {
    const ctx = await atTheKeyboard([{ choose: 'illness' }, { choose: '7' }], begun);
    await run(ctx, 'recovery pause');
    expect(await keptOf(ctx, 'recovery-pause')).toEqual([
      { from: '2026-11-22', until: '2026-11-28', why: 'illness' },
    ]);
  });

  test('rest is asked for with two days at most', async () => {
    const ctx = await atTheKeyboard([{ choose: 'rest' }, { choose: '2' }], begun);
    await run(ctx, 'recovery pause');
    expect(ctx.prompts.choices.at(-1)?.choices.map(({ value }) => value)).toEqual(['1', '2']);
  });
});

describe('before any check, at the keyboard', () => {
  test('the check is offered, and leaving is fine', async () => {
    const ctx = person({ answers: [leave] });
    expect(await run(ctx, 'recovery')).toBe(0);
    expect(ctx.prompts.choices[0]?.text).toContain('Your back was not checked yet');
  });

  test('it goes to the interview', async () => {
    const ctx = person({ answers: [{ choose: 'check' }, { fail: new Interrupted() }] });
    expect(await run(ctx, 'recovery start')).toBe(130);
    expect(await keptOf(ctx, 'recovery-start')).toEqual([]);
  });
});

describe('a flare', () => {
  test('the seven lines first, then what it is like, then its page', async () => {
    const ctx = await atTheKeyboard(
      [
        { choose: 'none' },
        { page: 'This flare', answers: { 'flare-pain': 7, 'flare-grabs': 'no', 'flare-leg': 'unsure' } },
      ],
      begun,
    );
    await run(ctx, 'recovery flare');
    expect(await keptOf(ctx, 'recovery-flare')).toEqual([{ is: 'started', legSigns: true, pain: 7 }]);
    expect(await keptOf(ctx, 'seven-lines')).toEqual([{ sign: 'none' }]);
    expect(ctx.stdout).toContain('A flare, day 1');
    expect(ctx.stdout).toContain('New feelings in a leg came with it: tell a clinician.');
  });

  test('a ticked sign shows what to do, begins no flare, and stops the plan until a new check', async () => {
    const ctx = await atTheKeyboard([{ choose: 'saddle-or-bladder' }, leave], begun);
    await run(ctx, 'recovery flare');
    expect(ctx.stdout).toMatch(/call 112/i);
    expect(await keptOf(ctx, 'recovery-flare')).toEqual([]);
    expect((await keptOf(ctx, 'assessment')).at(-1)).toMatchObject({
      sign: 'saddle-or-bladder',
      urgency: 'emergency',
      complete: false,
      patterns: [],
    });
    const page = await said(ctx, 'recovery');
    expect(page).toMatch(/EMERGENCY[\s\S]*call 112/i);
    expect(page).not.toMatch(/Urgent: The plan waits/);
    for (const way of ['recovery --json', 'recovery done 1 --json', 'recovery flare --signs none --json'])
      expect(JSON.parse(await said(ctx, way))).toMatchObject({ allowed: false, plan: null });
    ctx.clock.advance(60_000);
    await ctx.remember({ kind: 'assessment', body: strain });
    expect(await said(ctx, 'recovery done')).toContain('Up for 3 to 5 minutes');
  });

  test.each([
    ['fever-or-very-ill', 'urgent'],
    ['chest-breath-faint', 'emergency'],
  ])('--signs %s makes it %s, and undo leaves it', async (sign, urgency) => {
    const ctx = person();
    await ctx.remember(checkedToday, begun);
    expect(await run(ctx, `recovery flare --signs ${sign}`)).toBe(0);
    expect((await keptOf(ctx, 'assessment')).at(-1)).toMatchObject({ sign, urgency, complete: false });
    await runUndo(undefined, {}, ctx).catch(() => undefined);
    expect((await keptOf(ctx, 'assessment')).at(-1)).toMatchObject({ sign, urgency });
    expect(await said(ctx, 'recovery')).toMatch(urgency === 'urgent' ? /24 hours|today/i : /call 112/i);
  });

  test('a lesser sign does not lower an emergency that stands', async () => {
    const ctx = person();
    const emergency = {
      ...checkedToday.body,
      urgency: 'emergency',
      complete: false,
      answers: { 'rf-fever': 'yes' },
    };
    await ctx.remember({ ...checkedToday, body: emergency }, begun);
    await keepSign(ctx, { id: 'fever-or-very-ill', urgency: 'urgent', covers: ['rf-fever'] });
    expect((await keptOf(ctx, 'assessment')).at(-1)).toMatchObject({
      urgency: 'urgent',
      standing: { urgency: 'emergency' },
      answers: { 'rf-fever': 'yes' },
    });
    expect(await said(ctx, 'recovery')).toMatch(/EMERGENCY[\s\S]*call 112/i);
  });

  const running = {
    kind: 'recovery-flare',
    at: '2026-11-22T10:06:00+01:00',
    body: { is: 'started', pain: 4 },
  };

  test('what is new in one that runs is kept and acted on', async () => {
    const ctx = person();
    await ctx.remember(checkedToday, begun, running);
    const page = await said(ctx, 'recovery flare --signs none --leg-signs --grabs --pain 8');
    expect(await keptOf(ctx, 'recovery-flare')).toEqual([
      { is: 'started', pain: 4 },
      { is: 'changed', grabs: true, legSigns: true, pain: 8 },
    ]);
    expect(page).toContain('A flare, day 1');
    expect(page).toContain('New feelings in a leg came with it: tell a clinician.');
    expect(page).toContain('Pain this bad deserves a second look.');
    expect(await said(ctx, 'recovery flare')).toContain('New feelings in a leg');
  });

  test('new leg signs go before no answer about the danger signs', async () => {
    const ctx = person();
    const asked = { kind: 'seven-lines', at: '2026-11-22T10:06:00+01:00', body: { sign: 'none' } };
    await ctx.remember(checkedToday, begun, running, asked);
    expect(await run(ctx, 'recovery flare --leg-signs')).toBe(2);
    expect(ctx.stderr).toMatch(/^If you have a danger sign, call 112/);
    expect(ctx.stdout).toBe('');
    const typing = await atTheKeyboard([{ choose: 'none' }], begun, running, asked);
    await run(typing, 'recovery flare --leg-signs');
    expect(typing.stdout).toContain('New feelings in a leg came with it');
  });

  test.each([
    [5, false],
    [8, true],
    [10, true],
  ])('pain %i of a flare is an entry of the log, and watched', async (pain, isVeryBad) => {
    const ctx = person();
    await ctx.remember(checkedToday, begun);
    const page = await said(ctx, `recovery flare --signs none --pain ${pain}`);
    expect((await keptOf(ctx, 'log')).at(-1)).toMatchObject({ usual: pain });
    expect(page.includes('Pain this bad deserves a second look.')).toBe(isVeryBad);
    expect(await keptOf(ctx, 'recovery-flare')).toEqual([{ is: 'started', pain }]);
    // Said before in the same weeks, it is said again with a flare this bad.
    const again = await said(ctx, `recovery flare --signs none --pain ${pain} --json`);
    expect(again.includes('Pain this bad')).toBe(isVeryBad);
  });

  test('a sign that was ticked by mistake', async () => {
    const ctx = await atTheKeyboard(
      [
        { choose: 'fall-or-crash' },
        { choose: 'mistake' },
        { choose: 'none' },
        { page: 'This flare', answers: {} },
      ],
      begun,
    );
    await run(ctx, 'recovery flare');
    expect(await keptOf(ctx, 'seven-lines')).toEqual([{ sign: 'none' }]);
    expect(await keptOf(ctx, 'recovery-flare')).toEqual([{ is: 'started' }]);
  });

  test('one that runs is shown, not begun again, and asks the danger signs each time', async () => {
    const ctx = await atTheKeyboard([{ choose: 'none' }], begun, {
      kind: 'recovery-flare',
      at: '2026-11-21T10:06:00+01:00',
      body: { is: 'started' },
    });
    await run(ctx, 'recovery flare');
    expect(ctx.stdout).toContain('A flare, day 2');
    expect(await keptOf(ctx, 'recovery-flare')).toHaveLength(1);
    await run(ctx, 'recovery flare --end');
    expect(ctx.stdout).toContain('The flare counts as over');
    expect(await said(ctx, 'recovery flare over')).toContain('No flare is running. Nothing was changed.');
  });

  test('the first session behind it begins with about half of before', async () => {
    const ctx = person();
    await ctx.remember(
      checkedToday,
      { ...begun, body: { track: 'pulled-muscle', phase: 'rebuild' } },
      running,
      { ...running, at: '2026-11-22T12:00:00+01:00', body: { is: 'over' } },
    );
    expect(await said(ctx, 'recovery')).toMatch(/dose +After a flare it goes on with about half of before\./);
    ctx.clock.set('2026-11-24T20:00:00+01:00');
    await ctx.remember({
      kind: 'practice',
      at: '2026-11-24T10:00:00+01:00',
      body: { name: 'Core builder', result: { items: [{ exercise: 'cat-cow', done: 'done' }] } },
    });
    expect(await said(ctx, 'recovery')).toMatch(/dose +The same again/);
  });

  test('called for again on the same day, also after a session, it asks the danger signs again', async () => {
    const asked = { kind: 'seven-lines', at: '2026-11-22T10:07:00+01:00', body: { sign: 'none' } };
    const ctx = await atTheKeyboard([{ choose: 'weak-or-both-legs' }, leave], begun, running, asked);
    await run(ctx, 'recovery flare');
    expect((await keptOf(ctx, 'assessment')).at(-1)).toMatchObject({ sign: 'weak-or-both-legs' });
  });

  test.each(['--pain 11', '--pain four'])('a danger sign is answered before a slip: %s', async (slip) => {
    const ctx = person();
    await ctx.remember(checkedToday, begun);
    expect(await run(ctx, `recovery flare --signs weak-or-both-legs ${slip}`)).toBe(2);
    expect(ctx.stdout).toContain('GET HELP NOW');
    expect((await keptOf(ctx, 'assessment')).at(-1)).toMatchObject({ sign: 'weak-or-both-legs' });
  });

  test('news of one that runs goes before no answer about the danger signs', async () => {
    const asked = { kind: 'seven-lines', at: '2026-11-22T10:07:00+01:00', body: { sign: 'none' } };
    const ctx = person();
    await ctx.remember(checkedToday, begun, running, asked);
    expect(await run(ctx, 'recovery flare --pain 8')).toBe(2);
    expect(ctx.stderr).toMatch(/^If you have a danger sign, call 112/);
    expect(await keptOf(ctx, 'log')).toEqual([]);
    expect(await run(ctx, 'recovery flare')).toBe(0);
  });

  test.each(['started', 'changed'])(
    'a leg of a flare that %s is a place that the watch knows',
    async (is) => {
      const ctx = person();
      await ctx.remember(checkedToday, begun, ...(is === 'changed' ? [running] : []));
      const page = await said(ctx, 'recovery flare --signs none --leg-signs');
      expect(page.match(/New feelings in a leg/g)).toHaveLength(1);
      expect(page).not.toContain('is new here');
      expect(await keptOf(ctx, 'recovery-flare')).toContainEqual({ is, legSigns: true });
      expect(await keptOf(ctx, 'log')).toMatchObject([
        { where: ['below-knee'], told: [expect.stringMatching(/^new-leg/)] },
      ]);
    },
  );

  test('the third within eight weeks is for a clinician to hear about, with a leg too', async () => {
    const ctx = person();
    await ctx.remember(
      checkedOn('2026-10-01T10:00:00+02:00'),
      { ...begun, at: '2026-10-01T10:05:00+02:00' },
      ...['2026-10-20', '2026-11-05'].flatMap((date) => [
        { kind: 'recovery-flare', at: `${date}T10:00:00+01:00`, body: { is: 'started' } },
        { kind: 'recovery-flare', at: `${date}T22:00:00+01:00`, body: { is: 'over' } },
      ]),
    );
    const page = await said(ctx, 'recovery flare --signs none --leg-signs');
    expect(page).toMatch(/third flare in eight weeks: tell a clinician about\s+both/);
    expect(page.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
  });

  test('a record that cannot be read stands before no danger sign', async () => {
    const ctx = person();
    mkdirSync(join(ctx.home, 'data'), { recursive: true });
    const { path } = await ctx.record();
    mkdirSync(join(path, '..'), { recursive: true });
    mkdirSync(path);
    expect(await run(ctx, 'recovery flare --signs weak-or-both-legs')).toBe(3);
    expect(ctx.stdout).toMatch(/call 112/i);
    for (const way of ['recovery', 'recovery --json', 'recovery flare', 'recovery flare --signs none']) {
      ctx.clearOutput();
      expect(await run(ctx, way)).toBe(3);
      expect(ctx.stdout).toMatch(/call 112 \(Germany\)/);
      // The action of the first and of the last line.
      expect(ctx.stdout).toMatch(/numb or tingly round your\s+bottom/i);
      expect(ctx.stdout).toMatch(/Pregnant/i);
    }
  });
});

describe('what is kept', () => {
  test('by number or by name, the small version, and off again', async () => {
    const ctx = person();
    await ctx.remember(checkedToday, begun);
    expect(await said(ctx, 'recovery done 3 --least')).toContain(
      'Kept: Five slow breaths. The small version counts.',
    );
    expect(await said(ctx, 'recovery done breathe')).toContain('Ticked already');
    expect(await said(ctx, 'recovery done breathe --off')).toContain('Taken off');
    expect(await said(ctx, 'recovery done breathe --off')).toContain('It was not ticked');
    expect(await keptOf(ctx, 'recovery-tick')).toEqual([
      { item: 'breathe', times: 1, least: true },
      { item: 'breathe', times: 0 },
    ]);
  });

  test('what is wanted several times is counted', async () => {
    const ctx = person();
    await ctx.remember(checkedToday, { ...begun, body: { track: 'pulled-muscle', phase: 'return' } });
    expect(await said(ctx, 'recovery done breaks')).toContain('(1 of 4)');
    expect(await said(ctx, 'recovery done breaks')).toContain('(2 of 4)');
    expect(await keptOf(ctx, 'recovery-tick')).toEqual([
      { item: 'breaks', times: 1 },
      { item: 'breaks', times: 2 },
    ]);
  });

  test('undo takes back each of them', async () => {
    const ctx = person();
    await ctx.remember(checkedToday, begun);
    const lines = [
      'done 1',
      'phase next',
      'flare --signs none',
      'pause --until tomorrow',
      'ladder housework start',
    ];
    for (const line of lines) {
      const before = JSON.parse(await said(ctx, 'recovery --json'));
      ctx.clock.advance(1000);
      const kept = (await keptOf(ctx, 'seven-lines')).length;
      await run(ctx, `recovery ${line}`);
      const isScreened = (await keptOf(ctx, 'seven-lines')).length > kept;
      for (let time = 0; time < (isScreened ? 2 : 1); time += 1) {
        ctx.clearOutput();
        await runUndo(undefined, { yes: true }, ctx);
      }
      expect({ ...JSON.parse(await said(ctx, 'recovery --json')), at: '' }, line).toEqual({
        ...before,
        at: '',
      });
    }
  });

  test('days off end early, and those that are past stay', async () => {
    const ctx = person();
    await ctx.remember(checkedToday, begun);
    await run(ctx, 'recovery pause --from 2026-11-20 --until 2026-11-29 --reason holiday');
    expect(await said(ctx, 'recovery')).toContain('backcare recovery pause --end');
    expect(await said(ctx, 'recovery pause --end')).toContain('Welcome back.');
    expect(await keptOf(ctx, 'recovery-pause')).toEqual([
      { from: '2026-11-20', until: '2026-11-21', why: 'holiday' },
    ]);
    expect(await said(ctx, 'recovery pause --end')).toContain('No days off are running.');
  });

  test('a ladder: one at a time, back after a bad morning, put away', async () => {
    const ctx = person();
    await ctx.remember(checkedToday, begun);
    await run(ctx, 'recovery ladder housework start');
    expect(await said(ctx, 'recovery ladder housework done --pain 5')).toContain('the step stays the same');
    await run(ctx, 'recovery ladder done --pain 2');
    expect(await said(ctx, 'recovery ladder done --pain 2')).toContain('one step up');
    expect(await said(ctx, 'recovery ladder back')).toContain('it was too much');
    expect(await said(ctx, 'recovery ladder lifting done')).toContain('You are not on this ladder');
    expect(await said(ctx, 'recovery ladder running start')).toMatch(/Usually from day \d+ on/);
    expect(await said(ctx, 'recovery ladder stop')).toContain('Put away');
    expect(await said(ctx, 'recovery ladder stop')).toContain('on no ladder yet');
  });

  test('a phase goes forward one at a time, and never on pain that is getting worse', async () => {
    const ctx = person();
    await ctx.remember(checkedToday, begun);
    expect(await said(ctx, 'recovery phase return')).toContain('one phase at a time');
    await ctx.remember(
      log('2026-11-21T20:00:00+01:00', { usual: 3 }),
      log('2026-11-22T17:00:00+01:00', { usual: 5 }),
    );
    expect(await said(ctx, 'recovery phase next')).toContain('Nothing was changed.');
    expect(await said(ctx, 'recovery phase back')).toContain('This is the first phase.');
    expect(await keptOf(ctx, 'recovery-phase')).toEqual([]);
  });

  test('a calm morning does not hide an evening that is worse', async () => {
    const ctx = person();
    await ctx.remember(
      checkedToday,
      begun,
      log('2026-11-21T08:00:00+01:00', { usual: 3 }),
      log('2026-11-21T20:00:00+01:00', { usual: 5 }),
      log('2026-11-22T08:00:00+01:00', { usual: 2 }),
      log('2026-11-22T17:00:00+01:00', { usual: 6 }),
    );
    expect(await said(ctx, 'recovery phase next')).toContain('Nothing was changed.');
  });
});

describe('which plan', () => {
  test('leg signs put the spine first, whatever was named', async () => {
    const ctx = person();
    const legs = {
      ...strain,
      answers: { ...strain.answers, 'leg-symptoms': ['pain-below-knee'] },
      patterns: [{ id: 'spinal-problem' }, { id: 'tight-hamstrings' }],
      subtypes: ['herniation'],
    };
    await ctx.remember(checkedOn('2026-11-22T10:00:00+01:00', legs));
    await run(ctx, 'recovery start tight-hamstrings');
    expect(await keptOf(ctx, 'recovery-start')).toMatchObject([{ track: 'spinal-nerve' }]);
  });

  test('begun twice is begun once', async () => {
    const ctx = person();
    await ctx.remember(checkedToday);
    await run(ctx, 'recovery start');
    expect(await said(ctx, 'recovery start')).toContain('You are on this plan already');
    expect(await keptOf(ctx, 'recovery-start')).toHaveLength(1);
  });

  test('a new check that fits something else offers it and changes nothing', async () => {
    const ctx = person();
    await ctx.remember(checkedToday, begun);
    ctx.clock.advance(60_000);
    await ctx.remember({ kind: 'assessment', body: { ...strain, patterns: [{ id: 'poor-posture' }] } });
    expect(await said(ctx, 'recovery start')).toContain('backcare recovery start poor-posture');
    expect(await said(ctx, 'recovery')).toContain('Pulled muscle');
  });

  test('the plan of an old spell is not the plan of a new one', async () => {
    const ctx = person();
    await ctx.remember({ ...begun, at: '2025-11-22T10:05:00+01:00' }, checkedToday);
    expect(JSON.parse(await said(ctx, 'recovery --json')).plan).toMatchObject({ begun: false });
  });

  test('a plan of many weeks keeps its phase, however long ago it began', async () => {
    const ctx = person();
    await ctx.remember(
      checkedOn('2026-06-01T10:00:00+02:00'),
      { ...begun, at: '2026-06-01T10:05:00+02:00' },
      { kind: 'recovery-phase', at: '2026-06-05T10:00:00+02:00', body: { to: 'move', by: 'person' } },
      checkedOn('2026-11-20T10:00:00+01:00', { ...strain, answers: { ...strain.answers, duration: 180 } }),
    );
    expect(JSON.parse(await said(ctx, 'recovery --json')).plan).toMatchObject({
      begun: true,
      phase: { reached: 'move' },
    });
  });
});

test('a damaged preference file stops no plan', async () => {
  const ctx = person();
  await ctx.remember(checkedToday, begun);
  const { path } = ctx.preferences();
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, '{');
  chmodSync(path, 0o600);
  expect(await run(ctx, 'recovery done')).toBe(0);
  expect(ctx.stdout).toContain('Up for 3 to 5 minutes');
});
