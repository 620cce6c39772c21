import { describe, expect, test } from 'vitest';
import { runToday } from '../../../src/commands/today/run.ts';
import { Interrupted } from '../../../src/errors.ts';
import type { FakeContext, FakeWorld } from '../../support/fake-context.ts';
import type { ScriptedAnswer } from '../../support/scripted-prompter.ts';
import { answersFile, checked, keptOf, overloaded, run, said } from './person.ts';

const fine: ScriptedAnswer = {
  page: 'How you are',
  answers: { 'stress-now': 7, 'stress-sleep': 'fair', 'low-mood': 'no' },
};
const pressed: readonly ScriptedAnswer[] = [
  { page: 'What presses now', answers: { stressors: ['workload'] } },
  { page: 'What presses now, more', answers: { stressors: ['drive'] } },
  { page: 'How much', answers: { 'weight-workload': 'a-lot', 'weight-drive': 'quite-a-bit' } },
  { page: 'What could change', answers: { 'change-workload': 'some', 'change-drive': 'a-lot' } },
];
const rest: ScriptedAnswer = {
  page: 'What there is',
  answers: { helps: ['walking'], minutes: 'five', energy: 'some' },
};
const toTheMenu: readonly ScriptedAnswer[] = [
  fine,
  ...pressed,
  rest,
  { page: 'Where to begin', answers: { chosen: ['workload', 'drive'] } },
  { page: 'Ways out', answers: { strategies: ['prioritise', 'say-no'] } },
];
const keepIt: readonly ScriptedAnswer[] = [
  { choose: 'fits' },
  { choose: 'slow-breathing-6', message: /calm session/ },
  { choose: 'keep' },
];
const atTheKeyboard = (answers: readonly ScriptedAnswer[], world: FakeWorld = {}) =>
  checked({ answers, ...world });
const drafts = async (ctx: FakeContext) => (await ctx.record()).readDraft('stress-plan');

describe('from the questions to a plan', () => {
  test('one small thing with its days, and a calm session', async () => {
    const ctx = await atTheKeyboard([
      ...toTheMenu,
      { page: 'Small things', answers: { actions: ['two-big-things'] } },
      { choose: 'days' },
      { page: 'Days', answers: { days: ['mon', 'thu'] } },
      ...keepIt,
    ]);
    expect(await run(ctx, 'stress-plan')).toBe(0);
    expect(await keptOf(ctx, 'stress-plan')).toMatchObject([
      {
        stressors: { workload: { weight: 3, change: 1 }, drive: { weight: 2, change: 2 } },
        chosen: ['workload', 'drive'],
        strategies: ['prioritise', 'say-no'],
        commitments: [{ id: 'two-big-things', days: ['mon', 'thu'] }],
        session: 'slow-breathing-6',
        stress: 7,
        sleep: 'fair',
      },
    ]);
    expect(ctx.stdout).toContain('Stress plan, week 1');
    expect(await drafts(ctx)).toBeUndefined();
  });

  test('every page has nine lines at most, the danger line first, and the first one tells whom to call', async () => {
    const ctx = await atTheKeyboard([
      ...toTheMenu,
      { page: 'Small things', answers: { actions: ['two-big-things'] } },
      ...keepIt,
    ]);
    await run(ctx, 'stress-plan');
    for (const page of ctx.prompts.pages) {
      expect(page.emergencyLine).toContain('112');
      for (const { options = [] } of page.questions)
        expect(options.length, page.title).toBeLessThanOrEqual(9);
    }
    expect(ctx.prompts.pages[0]?.text?.replace(/\s+/g, ' ')).toContain('116 123');
    expect(ctx.prompts.pages[0]?.canGoBack).toBe(false);
  });

  test('through the lists of the menu, and in own words', async () => {
    const ctx = await atTheKeyboard([
      ...toTheMenu,
      { page: 'Small things', answers: { actions: ['others'] } },
      { page: 'Small things', answers: { actions: ['own-words', 'others'] } },
      { page: 'Small things', answers: { actions: ['own-words'] } },
      { type: 'If I close my laptop, then I walk for 5 minutes', message: 'If …, then I …' },
      { choose: 'fits' },
      { choose: 'none', message: /calm session/ },
      { choose: 'keep' },
    ]);
    await run(ctx, 'stress-plan');
    expect(await keptOf(ctx, 'stress-plan')).toMatchObject([
      { commitments: [{ id: 'own-1', cue: 'I close my laptop', does: 'walk for 5 minutes' }] },
    ]);
  });

  test('more than three are asked about again, with what was ticked', async () => {
    const four = ['two-big-things', 'tell-you-tomorrow', 'practise-no', 'own-words'];
    const ctx = await atTheKeyboard([
      ...toTheMenu,
      { page: 'Small things', answers: { actions: four } },
      { page: 'Small things', answers: { actions: ['two-big-things'] } },
      ...keepIt,
    ]);
    await run(ctx, 'stress-plan');
    const again = ctx.prompts.pages.at(-1);
    expect(again?.text).toContain('3 at most, please: you ticked 4.');
    expect(again?.questions[0]?.current).toContain('two-big-things');
    expect(await keptOf(ctx, 'stress-plan')).toHaveLength(1);
  });

  test('words that cannot be ticked off are said better', async () => {
    const ctx = await atTheKeyboard([
      ...toTheMenu,
      { page: 'Small things', answers: { actions: ['own-words'] } },
      { type: 'try to walk more' },
      { choose: 'again' },
      { type: 'If I park, then I try to walk more' },
      { choose: 'rewrite' },
      ...keepIt,
    ]);
    await run(ctx, 'stress-plan');
    const [plan] = await keptOf(ctx, 'stress-plan');
    expect(plan).toMatchObject({
      commitments: [{ cue: 'I park', does: expect.not.stringMatching(/try|more/) }],
    });
  });

  test('back through all of it, and nothing is kept when the person leaves', async () => {
    const ctx = await atTheKeyboard([
      fine,
      { back: true, page: 'What presses now' },
      fine,
      ...pressed,
      rest,
      { back: true, page: 'Where to begin' },
      rest,
      { page: 'Where to begin', answers: { chosen: ['drive'] } },
      { back: true, page: 'Ways out' },
      { page: 'Where to begin', answers: { chosen: ['workload'] } },
      { page: 'Ways out', answers: { strategies: ['say-no'] } },
      { page: 'Small things', answers: { actions: ['tell-you-tomorrow'] } },
      { choose: 'fits' },
      { choose: 'none' },
      { choose: 'leave' },
    ]);
    await run(ctx, 'stress-plan');
    expect(await keptOf(ctx, 'stress-plan')).toEqual([]);
    expect(ctx.stdout).toContain('Nothing was kept.');
    expect(await drafts(ctx)).toBeUndefined();
  });

  test('everything skipped: no plan, and no reproach', async () => {
    const skipped = 'skipped';
    const ctx = await atTheKeyboard([
      { answers: { 'stress-now': skipped, 'stress-sleep': skipped, 'low-mood': skipped } },
      { answers: { stressors: skipped } },
      { answers: { stressors: skipped } },
      { answers: { helps: skipped, minutes: skipped, energy: skipped } },
    ]);
    await run(ctx, 'stress-plan');
    expect(ctx.stdout).toContain('Nothing was said about what presses');
    expect(await keptOf(ctx, 'stress-plan')).toEqual([]);
  });

  test.each<[stress: number | 'skipped', said: RegExp, never: RegExp]>([
    [6, /Nothing heavy right now/, /under a lot/],
    ['skipped', /Nothing heavy right now/, /under a lot/],
    [7, /under a lot, though none of these weighs most/, /no need for a plan/],
  ])('nothing heavy, stress %s: no plan, and whom to talk to', async (stress, words, never) => {
    const ctx = await atTheKeyboard([
      { page: 'How you are', answers: { 'stress-now': stress, 'stress-sleep': 'fair', 'low-mood': 'no' } },
      { answers: { stressors: ['none'] } },
      { answers: { stressors: ['none'] } },
      rest,
    ]);
    await run(ctx, 'stress-plan');
    const text = ctx.stdout.replace(/\s+/g, ' ');
    expect(text).toMatch(/^ If you think this is an emergency, call 112/);
    expect(text).toMatch(words);
    expect(text).not.toMatch(never);
    expect(text).toMatch(/To talk to somebody: .*116 123/);
    expect(text).toContain('backcare stress-plan breathe');
  });

  test('nothing heavy is never said below a signpost', async () => {
    const answers = { 'stress-now': 3, 'low-mood': 'yes', stressors: ['none'] };
    const ctx = await checked({ files: { 'a.json': answersFile(answers) } });
    const text = (await said(ctx, 'stress-plan --answers a.json')).replace(/\s+/g, ' ');
    expect(text).toContain('Let somebody help you with this');
    expect(text).not.toMatch(/Nothing heavy|no need for a plan/);
  });

  test('--no-save keeps nothing at all', async () => {
    const ctx = await atTheKeyboard([
      ...toTheMenu,
      { page: 'Small things', answers: { actions: ['two-big-things'] } },
      ...keepIt,
    ]);
    await run(ctx, 'stress-plan --no-save');
    expect(await keptOf(ctx, 'stress-plan')).toEqual([]);
    expect(ctx.stdout).toContain('A proposal only');
  });
});

describe('stopped on the way', () => {
  test('goes on where it was, and what is never kept is asked again', async () => {
    const ctx = await atTheKeyboard([
      { ...fine, answers: { 'stress-now': 9, 'stress-sleep': 'fair', 'low-mood': 'no' } },
      { page: 'One question first', answers: { 'self-harm': 'no' } },
      { page: 'What presses now', answers: { stressors: ['workload'] } },
      { fail: new Interrupted(), partly: { stressors: ['drive'] } },
      { choose: 'go-on', message: /You stopped .* with 3 answers given/ },
      { page: 'How you are', answers: { 'stress-now': 8, 'stress-sleep': 'fair', 'low-mood': 'no' } },
      { fail: new Interrupted() },
    ]);
    expect(await run(ctx, 'stress-plan')).toBe(130);
    expect(ctx.stderr).toContain('Your answers are kept');
    expect(JSON.stringify(await drafts(ctx))).not.toMatch(/low-mood|self-harm/);
    expect(JSON.stringify(await drafts(ctx))).toContain('drive');
    expect(await run(ctx, 'stress-plan')).toBe(130);
    expect(ctx.prompts.pages.at(-1)?.title).toBe('How much');
  });

  test('an old one is not offered', async () => {
    const ctx = await atTheKeyboard([fine, { fail: new Interrupted() }, { fail: new Interrupted() }]);
    await run(ctx, 'stress-plan');
    ctx.clock.advance(13 * 60 * 60 * 1000);
    await run(ctx, 'stress-plan');
    expect(ctx.prompts.pages.at(-1)?.title).toBe('How you are');
  });
});

describe('help first', () => {
  const low: ScriptedAnswer = {
    page: 'How you are',
    answers: { 'stress-now': 9, 'stress-sleep': 'poor', 'low-mood': 'yes' },
  };

  test.each(['yes', 'unsure'])(
    'thoughts of self-harm, %s: the number, no question more, and nothing kept',
    async (answer) => {
      const ctx = await atTheKeyboard([
        low,
        { page: 'One question first', answers: { 'self-harm': answer } },
        { fail: new Interrupted() },
      ]);
      const before = await keptOf(ctx, 'stress-plan');
      expect(await run(ctx, 'stress-plan')).toBe(0);
      expect(ctx.stdout).toContain('You matter, and help is open now.');
      expect(ctx.stdout.replace(/\s+/g, ' ')).toMatch(/116 123.*112 \(Germany\)|116 123.*112/);
      expect(ctx.stdout).not.toMatch(/breathe|Small things/);
      expect(await keptOf(ctx, 'stress-plan')).toEqual(before);
      expect(await drafts(ctx)).toBeUndefined();
      await run(ctx, 'stress-plan');
      expect(ctx.prompts.pages.at(-1)?.text?.trimStart()).toMatch(/^! Urgent: Help is open now/);
    },
  );

  test('a plan that there is waits, and today asks for none of it', async () => {
    const ctx = await checked({
      files: {
        'plan.json': answersFile(overloaded, { commitments: ['two-big-things'] }),
        'crisis.json': answersFile({ 'self-harm': 'yes' }),
      },
    });
    await run(ctx, 'stress-plan --answers plan.json');
    ctx.clock.advance(1000);
    const text = await said(ctx, 'stress-plan --answers crisis.json');
    expect(text).toContain('help is open now');
    expect(await keptOf(ctx, 'stress-change')).toEqual([{ is: 'waits' }]);
    expect(await said(ctx, 'stress-plan')).toMatch(/Help is open now[\s\S]*Your plan waits/);
    const json = JSON.parse(await said(ctx, 'stress-plan --answers crisis.json --json'));
    expect(json).toMatchObject({ state: 'help-first', allowed: false, plan: null });
    expect(json.crisis).toContain('116 123');
  });

  test('typed words show the number at once, and the person says whether to go on', async () => {
    const ctx = await atTheKeyboard([
      ...toTheMenu,
      { page: 'Small things', answers: { actions: ['own-words'] } },
      { type: 'If I wake, then I want to die' },
      { choose: 'another-day', message: 'Would you like the plan another day?' },
    ]);
    await run(ctx, 'stress-plan');
    expect(ctx.prompts.choices.at(-1)?.text?.replace(/\s+/g, ' ')).toContain('116 123');
    expect(await keptOf(ctx, 'stress-plan')).toEqual([]);
    expect(JSON.stringify(await drafts(ctx)) ?? '').not.toContain('die');
  });

  test.each([
    'stress-plan --answers words.json',
    'stress-plan change 1 --words "If I wake, then I want to die"',
    'stress-plan change 1 --cue "I want to die"',
    'stress-plan review --stress 5 --helped "nothing, I want to die"',
    'stress-plan review --add "If I wake, then I kill myself"',
  ])('words in %s: the number, and none of them is kept', async (line) => {
    const files = {
      'plan.json': answersFile(overloaded, { commitments: ['two-big-things'] }),
      'words.json': answersFile(overloaded, { commitments: ['If I wake, then I want to die'] }),
    };
    const ctx = await checked({ files });
    await run(ctx, 'stress-plan --answers plan.json');
    ctx.clock.advance(1000);
    expect((await said(ctx, line)).replace(/\s+/g, ' ')).toContain('116 123');
    expect(JSON.stringify([...(await (await ctx.record()).events())])).not.toMatch(/want to die|kill myself/);
    expect(await keptOf(ctx, 'stress-change')).toEqual([{ is: 'waits' }]);
  });

  test('low mood: where help is comes first, and the plan is a wish', async () => {
    const ctx = await atTheKeyboard([
      low,
      { page: 'One question first', answers: { 'self-harm': 'no' } },
      ...pressed,
      rest,
      { choose: 'leave' },
    ]);
    await run(ctx, 'stress-plan');
    expect(ctx.prompts.choices[0]?.text).toContain('Let somebody help you with this');
    expect(ctx.stdout).toContain('The plan can wait.');
    expect(await keptOf(ctx, 'stress-plan')).toEqual([]);
  });

  test('afraid at home: one key leaves, shows nothing more, and keeps nothing', async () => {
    const ctx = await atTheKeyboard([
      fine,
      { page: 'What presses now', answers: { stressors: ['conflict'] } },
      { page: 'What presses now, more', answers: { stressors: ['none'] } },
      { page: 'How much', answers: { 'weight-conflict': 'a-lot' } },
      { page: 'What could change', answers: { 'change-conflict': 'none' } },
      { page: 'At home', answers: { 'afraid-at-home': 'rather-not-say' } },
      { choose: 'leave' },
    ]);
    expect(await run(ctx, 'stress-plan')).toBe(0);
    const [choice] = ctx.prompts.choices;
    expect(choice?.text).toContain('Being safe comes first');
    expect(choice?.choices[0]?.key).toBe('x');
    expect(ctx.stdout).toBe('');
    expect(ctx.prompts.wipes).toBe(1);
    expect(await drafts(ctx)).toBeUndefined();
  });

  test('afraid at home, and gone on: Ctrl-C leaves from any later page, and keeps nothing', async () => {
    const ctx = await atTheKeyboard([
      fine,
      { page: 'What presses now', answers: { stressors: ['conflict'] } },
      { page: 'What presses now, more', answers: { stressors: ['none'] } },
      { page: 'How much', answers: { 'weight-conflict': 'a-lot' } },
      { page: 'What could change', answers: { 'change-conflict': 'none' } },
      { page: 'At home', answers: { 'afraid-at-home': 'yes' } },
      { choose: 'on' },
      { fail: new Interrupted() },
    ]);
    expect(await run(ctx, 'stress-plan')).toBe(0);
    expect(ctx.stdout + ctx.stderr).toBe('');
    expect(ctx.prompts.wipes).toBe(1);
    expect(await drafts(ctx)).toBeUndefined();
  });

  test('a plan for tension with someone has the key too', async () => {
    const ctx = await atTheKeyboard([{ choose: 'at-once' }]);
    await ctx.remember({
      kind: 'stress-plan',
      body: { stressors: { conflict: { weight: 3 } }, chosen: ['conflict'], session: 'slow-breathing-6' },
    });
    expect(await run(ctx, 'stress-plan')).toBe(0);
    expect(ctx.stdout).toBe('');
    expect(ctx.prompts.wipes).toBe(1);
  });
});

describe('from a file', () => {
  test('without small things: a proposal, and nothing is kept', async () => {
    const ctx = await checked({ files: { 'answers.json': answersFile(overloaded) } });
    const text = await said(ctx, 'stress-plan --answers answers.json');
    expect(text).toContain('This could be your plan');
    expect(text).toContain('A proposal only');
    expect(await keptOf(ctx, 'stress-plan')).toEqual([]);
    expect(JSON.parse(await said(ctx, 'stress-plan --answers answers.json --json'))).toMatchObject({
      state: 'proposal',
      plan: { commitments: [{ number: 1 }, { number: 2 }, { number: 3 }] },
    });
  });

  test('with them: the plan; --set beats the file', async () => {
    const ctx = await checked({
      files: {
        'plan.json': answersFile(overloaded, { commitments: ['two-big-things'], session: 'body-scan' }),
      },
    });
    await run(ctx, 'stress-plan --answers plan.json --set stress-now=3');
    expect(await keptOf(ctx, 'stress-plan')).toMatchObject([{ stress: 3, session: 'body-scan' }]);
  });

  test('from standard input, with a tired day', async () => {
    const ctx = await checked({ input: answersFile({ ...overloaded, energy: 'low' }) });
    const text = await said(ctx, 'stress-plan --answers - --json');
    expect(JSON.parse(text).plan.commitments).toHaveLength(1);
  });

  test.each(['markdown', 'html'])('as %s, with reasons and sources', async (format) => {
    const ctx = await checked({ files: { 'answers.json': answersFile(overloaded) } });
    const text = await said(ctx, `stress-plan --answers answers.json --format ${format}`);
    expect(text).toContain('Why these ways');
    expect(text).toContain('Sources');
  });

  test('--quick: one thing, a time to get up, five calm minutes', async () => {
    const ctx = await checked();
    await run(ctx, 'stress-plan --quick');
    expect(await keptOf(ctx, 'stress-plan')).toMatchObject([
      { isQuick: true, commitments: [{}, { id: 'same-rising-time' }], session: 'slow-breathing-6' },
    ]);
  });

  test('--quick at the keyboard asks before it is kept', async () => {
    const ctx = await atTheKeyboard([{ choose: 'leave' }, { choose: 'keep' }]);
    await run(ctx, 'stress-plan --quick');
    expect(await keptOf(ctx, 'stress-plan')).toEqual([]);
    await run(ctx, 'stress-plan --quick');
    expect(await keptOf(ctx, 'stress-plan')).toHaveLength(1);
  });
});

describe('living with it', () => {
  const three = answersFile(overloaded, {
    commitments: [
      'two-big-things',
      'tell-you-tomorrow',
      { words: 'If I close my laptop, then I walk for 5 minutes' },
    ],
  });
  const withPlan = async (world: FakeWorld = {}) => {
    const ctx = await checked({ now: '2026-11-23T18:00:00+01:00', files: { 'plan.json': three }, ...world });
    await run(ctx, 'stress-plan --answers plan.json --no-input');
    ctx.clock.advance(1000);
    ctx.clearOutput();
    return ctx;
  };

  test('done, small, left out, taken off; twice changes nothing', async () => {
    const ctx = await withPlan();
    expect(await said(ctx, 'stress-plan done 1')).toContain('Kept: If I have finished my breakfast');
    expect(await said(ctx, 'stress-plan done 1')).toContain('Ticked already');
    expect(await said(ctx, 'stress-plan done own-1 --small')).toMatch(
      /walk for 2 minutes\. The small\s+version\s+counts\./,
    );
    expect(await said(ctx, 'stress-plan skip 2')).toContain('That costs nothing.');
    expect(await said(ctx, 'stress-plan done calm')).toContain('Slow breathing');
    expect(await said(ctx, 'stress-plan done 1 --off')).toContain('Taken off');
    expect(await keptOf(ctx, 'stress-tick')).toEqual([
      { commitment: 'two-big-things', is: 'done', day: '2026-11-23' },
      { commitment: 'own-1', is: 'small', day: '2026-11-23' },
      { commitment: 'tell-you-tomorrow', is: 'skipped', day: '2026-11-23' },
      { commitment: 'session', is: 'done', day: '2026-11-23' },
      { commitment: 'two-big-things', is: 'open', day: '2026-11-23' },
    ]);
  });

  test('a guided calm session ticks its line', async () => {
    const ctx = await withPlan();
    await ctx.remember({
      kind: 'practice',
      body: { routine: 'slow-breathing-6', name: 'x', result: { items: [] } },
    });
    expect(JSON.parse(await said(ctx, 'stress-plan --json')).plan.sessionToday).toBe('done');
  });

  test('by keys: tick, small, leave out, untick', async () => {
    const ctx = await withPlan({
      answers: [
        { choose: 'done' },
        { choose: 'two-big-things', message: 'Which one is done?' },
        { choose: 'small' },
        { choose: 'skipped' },
        { choose: 'own-1' },
        { choose: 'open' },
        { choose: 'own-1' },
        { choose: 'leave' },
      ],
    });
    await run(ctx, 'stress-plan');
    expect(await keptOf(ctx, 'stress-tick')).toMatchObject([
      { commitment: 'two-big-things', is: 'small' },
      { commitment: 'own-1', is: 'skipped' },
      { commitment: 'own-1', is: 'open' },
    ]);
    expect(ctx.stdout).toContain('done, small');
  });

  test('change by flags and by keys keeps its name', async () => {
    const ctx = await withPlan({
      answers: [
        { choose: 'own-1', message: 'Which one is to change?' },
        { choose: 'cue' },
        { type: 'when I park the car' },
        { choose: 'fits' },
      ],
    });
    await run(ctx, 'stress-plan change 1 --days mon,fri --cue "I sit down" --no-input');
    await run(ctx, 'stress-plan change 2 --smaller --no-input');
    await run(ctx, 'stress-plan change --session none --no-input');
    await run(ctx, 'stress-plan change');
    expect(await keptOf(ctx, 'stress-change')).toMatchObject([
      { is: 'set', commitment: { id: 'two-big-things', cue: 'I sit down', days: ['mon', 'fri'] } },
      { is: 'set', commitment: { id: 'tell-you-tomorrow', isSmall: true } },
      { is: 'session', session: null },
      { is: 'set', commitment: { id: 'own-1', cue: 'I park the car' } },
    ]);
  });

  test('a cue that cannot be kept is asked for again, with the reason', async () => {
    const ctx = await withPlan({
      answers: [
        { choose: 'own-1', message: 'Which one is to change?' },
        { choose: 'cue' },
        { type: 'I park '.repeat(60) },
        { type: 'I have taken my ibuprofen' },
        { type: 'I park the car' },
        { choose: 'fits' },
      ],
    });
    await run(ctx, 'stress-plan change');
    const texts = ctx.prompts.typedPrompts.map(({ text }) => (text ?? '').replace(/\s+/g, ' '));
    expect(texts[1]).toMatch(/200 are the most.*in one breath/);
    expect(texts[2]).toMatch(/Medicine is no part of this plan.*pharmacist/);
    expect(await keptOf(ctx, 'stress-change')).toMatchObject([{ commitment: { cue: 'I park the car' } }]);
  });

  test('a review by flags: keep, shrink, swap, stop, add', async () => {
    const ctx = await withPlan();
    ctx.clock.advance(7 * 24 * 60 * 60 * 1000);
    expect(await said(ctx, 'stress-plan')).toContain('backcare stress-plan review');
    const text = await said(
      ctx,
      'stress-plan review --stress 5 --sleep good --shrink 1 --drop 2 --swap own-1=walk-after-lunch --add "If I park, then I breathe five times" --obstacle 1=too-big --helped "the walk"',
    );
    expect(text).toContain('Reviewed.');
    expect(await keptOf(ctx, 'stress-review')).toMatchObject([
      {
        stress: 5,
        sleep: 'good',
        obstacles: { 'two-big-things': 'too-big' },
        decisions: { 'two-big-things': 'shrink', 'tell-you-tomorrow': 'stop', 'own-1': 'swap' },
        helped: 'the walk',
        commitments: [{ id: 'two-big-things', isSmall: true }, { id: 'walk-after-lunch' }, { id: 'own-2' }],
      },
    ]);
    expect(await said(ctx, 'stress-plan')).not.toContain('The weekly review');
  });

  test('a review by keys', async () => {
    const ctx = await withPlan({
      answers: [
        { page: 'How you are', answers: { 'stress-now': 6, 'stress-sleep': 'poor', 'low-mood': 'no' } },
        { choose: 'too-big', message: /What got in the way/ },
        { choose: '', message: /What got in the way/ },
        { choose: '', message: /What got in the way/ },
        { choose: 'shrink' },
        { choose: 'stop' },
        { choose: 'keep' },
        { choose: 'add' },
        { choose: 'own' },
        { type: 'If I park, then I breathe five times' },
        { choose: 'fits' },
        { type: 'the walk', message: 'What helped' },
        { type: '', message: 'Kind about' },
      ],
    });
    ctx.clock.advance(7 * 24 * 60 * 60 * 1000);
    await run(ctx, 'stress-plan review');
    expect(await keptOf(ctx, 'stress-review')).toMatchObject([
      {
        stress: 6,
        obstacles: { 'two-big-things': 'too-big' },
        helped: 'the walk',
        commitments: [{ id: 'two-big-things', isSmall: true }, { id: 'own-1' }, { id: 'own-2' }],
      },
    ]);
  });

  test('thoughts of self-harm in a review: the number, and the plan waits', async () => {
    const ctx = await withPlan({
      answers: [
        { page: 'How you are', answers: { 'stress-now': 10, 'stress-sleep': 'poor', 'low-mood': 'yes' } },
        { answers: { 'self-harm': 'yes' } },
      ],
    });
    await run(ctx, 'stress-plan review');
    expect(ctx.stdout).toContain('help is open now');
    expect(await keptOf(ctx, 'stress-review')).toEqual([]);
    expect(await keptOf(ctx, 'stress-change')).toEqual([{ is: 'waits' }]);
  });

  test('pause, go on, stop', async () => {
    const ctx = await withPlan();
    expect(await said(ctx, 'stress-plan stop --resume')).toContain('does not wait');
    expect(await said(ctx, 'stress-plan stop --pause')).toContain('The plan waits.');
    expect(await said(ctx, 'stress-plan')).toContain('Your plan waits');
    ctx.clock.advance(1000);
    expect(await said(ctx, 'stress-plan stop --resume')).toContain('No catching up');
    ctx.clock.advance(1000);
    expect(await said(ctx, 'stress-plan stop')).toContain('The plan is stopped.');
    expect(await said(ctx, 'stress-plan')).toContain('There is no stress plan yet.');
  });

  test.each(['done 1', 'skip 2', 'change 1 --smaller', 'review --stress 5', 'stop --pause', 'stop'])(
    'undo takes back: %s',
    async (line) => {
      const ctx = await withPlan();
      const before = JSON.parse(await said(ctx, 'stress-plan --json')).plan;
      ctx.clock.advance(1000);
      await run(ctx, `stress-plan ${line}`);
      expect(JSON.parse(await said(ctx, 'stress-plan --json')).plan).not.toEqual(before);
      ctx.clock.advance(1000);
      expect(await said(ctx, 'undo --yes')).toMatch(/Taken back: .*stress plan/);
      expect(JSON.parse(await said(ctx, 'stress-plan --json')).plan).toEqual(before);
    },
  );

  test("today's page has the small things, and nothing while the plan waits", async () => {
    const ctx = await withPlan();
    const none = () => Promise.reject(new Error('Nothing is started here.'));
    const page = async (flags = {}) => {
      ctx.clearOutput();
      await runToday(flags, ctx, { relief: none, diagnose: none, stretch: none });
      return ctx.stdout;
    };
    await run(ctx, 'stress-plan done 1');
    expect(await page()).toMatch(/Stress +✓ If I have finished my breakfast/);
    expect(JSON.parse(await page({ json: true })).stressPlan).toHaveLength(4);
    await run(ctx, 'stress-plan stop --pause');
    expect(await page()).not.toContain('Stress');
    expect(JSON.parse(await page({ json: true })).stressPlan).toEqual([]);
  });
});
