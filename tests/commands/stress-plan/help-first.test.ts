import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runToday } from '../../../src/commands/today/run.ts';
import { Interrupted } from '../../../src/errors.ts';
import type { FakeContext, FakeWorld } from '../../support/fake-context.ts';
import type { ScriptedAnswer } from '../../support/scripted-prompter.ts';
import { answersFile, checked, checkedOn, keptOf, overloaded, person, run, said, strain } from './person.ts';

const words = ['I want to kill myself', "I don't want to go on living", 'wanna die'];
const plan = {
  kind: 'stress-plan',
  at: '2026-11-21T10:00:00+01:00',
  body: {
    stressors: { workload: { weight: 3 } },
    chosen: ['workload'],
    strategies: ['say-no'],
    commitments: [{ id: 'own-1', cue: 'I park', does: 'breathe', small: 'breathe once', days: ['sun'] }],
  },
};

/** Everything that is on the disk, record and drafts. */
function onDisk(ctx: FakeContext): string {
  return readdirSync(ctx.home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    .join('\n');
}

const flat = (text: string) => text.replace(/\s+/g, ' ');
const first = (text: string) => flat(text).slice(0, 400);

/** Number at once, both of them; nothing of the words anywhere; the next start has the number. */
async function expectHelp(ctx: FakeContext, typed: string): Promise<void> {
  expect(first(ctx.stdout)).toContain('Help is open now');
  expect(first(ctx.stdout)).toContain('116 123');
  expect(flat(ctx.stdout)).toMatch(/call 112/);
  expect(ctx.stdout).not.toMatch(/If I have finished my breakfast|How about|Kept|week 1|breathe/);
  expect(flat(ctx.stdout + ctx.stderr)).not.toContain(typed);
  expect(onDisk(ctx)).not.toContain(typed);
  expect(await (await ctx.record()).readDraft('stress-plan-number')).toEqual({ first: true });
}

const flagWays = [
  'stress-plan "W"',
  'stress-plan --set "W=yes"',
  'stress-plan --set "stressors=W"',
  'stress-plan --set stress-now=80 --set "heaviest=W"',
  'stress-plan --answers "W"',
  'stress-plan oh W',
  'stress-plan done "W"',
  'stress-plan done 1 --day "W"',
  'stress-plan skip "W"',
  'stress-plan change "W"',
  'stress-plan change --words "W"',
  'stress-plan change 1 --cue "W"',
  'stress-plan change 1 --words "If I wake, then W"',
  'stress-plan change 9 --words "W"',
  'stress-plan change 1 --days "W"',
  'stress-plan change --session "W"',
  'stress-plan review --stress "W"',
  'stress-plan review --sleep "W"',
  'stress-plan review --keep "W"',
  'stress-plan review --shrink "W"',
  'stress-plan review --swap "1=W"',
  'stress-plan review --drop "W"',
  'stress-plan review --add "W"',
  'stress-plan review --obstacle "1=W"',
  'stress-plan review --stress 80 --helped "W"',
  'stress-plan review --kind "W"',
  'stress-plan breathe "W"',
  'stress-plan breathe --minutes "W"',
];

const answerWays = [
  'stress-plan --set self-harm=yes',
  'stress-plan --set self-harm=unsure',
  'stress-plan --set self-harm=perhaps',
  'stress-plan --set self-harm=unsure --set foo=1',
  'stress-plan --set foo=1 --set self-harm=yes --quick',
  'stress-plan done 1 --set self-harm=yes',
];

const fileWays: readonly ((typed: string) => string)[] = [
  (typed) => answersFile(overloaded, { commitments: [typed] }),
  (typed) => answersFile(overloaded, { commitments: ['walk-after-lunch', { words: typed }] }),
  (typed) => answersFile(overloaded, { commitments: [{ action: typed }] }),
  (typed) => answersFile(overloaded, { commitments: [{ action: 'walk-after-lunch', cue: typed }] }),
  (typed) => answersFile(overloaded, { commitments: { 0: typed } }),
  (typed) => answersFile(overloaded, { commitments: [1, 2, 3, 4, typed] }),
  (typed) => answersFile({ ...overloaded, 'stress-now': 80 }, { commitments: [typed] }),
  (typed) => answersFile({ [typed]: 1 }),
  (typed) => answersFile({ stressors: [typed] }),
  (typed) => answersFile(overloaded, { session: typed }),
  (typed) => JSON.stringify({ schema: typed }),
  (typed) => `{"commitments": ["${typed}"`,
  (typed) => typed,
];

describe.each(words)('"%s" in', (typed) => {
  test.each(flagWays)('%s', async (way) => {
    const ctx = await checked();
    await ctx.remember(plan);
    expect(await run(ctx, way.replace('W', typed))).toBe(0);
    await expectHelp(ctx, typed);
    expect(await keptOf(ctx, 'stress-change')).toEqual([{ is: 'waits' }]);
  });

  test.each(fileWays.map((file, place) => [place + 1, file(typed)]))('file %s', async (_place, file) => {
    const ctx = await checked({ files: { 'a.json': String(file) } });
    await ctx.remember(plan);
    expect(await run(ctx, 'stress-plan --answers a.json')).toBe(0);
    await expectHelp(ctx, typed);
    expect(await keptOf(ctx, 'stress-change')).toEqual([{ is: 'waits' }]);
  });
});

test.each(answerWays)('%s: the number, whatever else is wrong', async (way) => {
  const ctx = await checked();
  expect(await run(ctx, way)).toBe(0);
  await expectHelp(ctx, 'self-harm=');
});

test.each([
  ['and a number that is none', answersFile({ 'self-harm': 'yes', 'stress-now': 80 })],
  ['and no question', answersFile({ 'self-harm': true, foo: 1 })],
  ['and an empty plan', answersFile({ 'self-harm': 'unsure' }, { commitments: [] })],
])('self-harm in a file, %s', async (_name, file) => {
  const ctx = await checked({ files: { 'a.json': String(file) } });
  expect(await run(ctx, 'stress-plan --answers a.json')).toBe(0);
  await expectHelp(ctx, '"self-harm"');
});

describe('whatever the last check said', () => {
  const at = '2026-11-20T10:00:00+01:00';
  const homes = {
    'never checked': [],
    'not finished': [checkedOn(at, { ...strain, complete: false })],
    emergency: [checkedOn(at, { ...strain, urgency: 'emergency' })],
    urgent: [checkedOn(at, { ...strain, urgency: 'urgent' })],
    'a sign ticked since': [checkedOn(at), { kind: 'seven-lines', at, body: { sign: 'chest-breath-faint' } }],
  };
  const ways = [
    'stress-plan --set self-harm=yes',
    'stress-plan review --helped "I want to die"',
    'stress-plan change 1 --cue "I want to die"',
    'stress-plan breathe "I want to die"',
  ];
  const all = Object.entries(homes).flatMap(([name, events]) => ways.map((way) => ({ name, events, way })));

  test.each(all)('$name: $way', async ({ events, way }) => {
    const ctx = person();
    await ctx.remember(...events);
    await run(ctx, way);
    await expectHelp(ctx, 'want to die');
  });

  test('an emergency that stands has its action below', async () => {
    const ctx = person();
    await ctx.remember(...homes.emergency);
    await run(ctx, 'stress-plan --set self-harm=yes');
    expect(flat(ctx.stdout)).toMatch(/Help is open now.*116 123.*GET HELP NOW/);
  });

  test('a record that cannot be read', async () => {
    const ctx = person();
    await ctx.remember(plan);
    const broken = person({ home: mkdtempOf(ctx) });
    for (const way of ways) {
      broken.clearOutput();
      expect(await run(broken, way)).toBe(0);
      expect(first(broken.stdout)).toContain('116 123');
      expect(broken.stderr).toBe('');
    }
  });

  test('as JSON', async () => {
    const json = JSON.parse(await said(person(), 'stress-plan review --kind "I want to die" --json'));
    expect(json).toMatchObject({ state: 'help-first', allowed: false, plan: null });
    expect(json.advice.join(' ')).toContain('116 123');
    expect(JSON.stringify(json)).not.toContain('want to die');
  });

  test('--no-save marks nothing', async () => {
    const ctx = await checked();
    expect(flat(await said(ctx, 'stress-plan --set self-harm=yes --no-save'))).toContain('116 123');
    expect(await (await ctx.record()).readDraft('stress-plan-number')).toBeUndefined();
  });
});

/** A home whose journal is a folder. */
function mkdtempOf(ctx: FakeContext): string {
  const home = join(ctx.home, 'broken');
  const folder = readdirSync(ctx.home, { recursive: true, withFileTypes: true }).find(
    ({ name }) => name === 'journal.jsonl',
  );
  const below = (folder?.parentPath ?? ctx.home).slice(ctx.home.length);
  mkdirSync(join(home, below, 'journal.jsonl'), { recursive: true });
  return home;
}

describe('by keys', () => {
  const typed = 'I want to die';
  const atKeys = async (answers: readonly ScriptedAnswer[], world: FakeWorld = {}) => {
    const ctx = await checked({ answers, ...world });
    await ctx.remember(plan);
    return ctx;
  };
  const isHelp = { message: 'Would you like the plan another day?' };
  const stop: ScriptedAnswer = { choose: 'another-day', ...isHelp };
  const fine = {
    page: 'How you are',
    answers: { 'stress-now': 4, 'stress-sleep': 'fair', 'low-mood': 'no' },
  };
  const line: ScriptedAnswer = { type: typed };

  test.each<[name: string, command: string, answers: readonly ScriptedAnswer[]]>([
    ['words of a change', 'stress-plan change', [{ choose: 'words' }, line, stop]],
    ['the cue of a change', 'stress-plan change 1', [{ choose: 'cue' }, line, stop]],
    ['a change from the page', 'stress-plan', [{ choose: 'change' }, { choose: 'words' }, line, stop]],
    ['a swap', 'stress-plan review', [fine, { choose: 'swap' }, { choose: 'own' }, line, stop]],
    [
      'one more',
      'stress-plan review',
      [fine, { choose: 'keep' }, { choose: 'add' }, { choose: 'own' }, line, stop],
    ],
    [
      'a review from the page',
      'stress-plan',
      [{ choose: 'review' }, fine, { choose: 'swap' }, { choose: 'own' }, line, stop],
    ],
    [
      'after other words',
      'stress-plan change',
      [{ choose: 'words' }, line, { choose: 'on', ...isHelp }, line, stop],
    ],
  ])('%s: ends the command, and the plan waits', async (_name, command, answers) => {
    const ctx = await atKeys(answers);
    expect(await run(ctx, command)).toBe(0);
    await expectHelp(ctx, typed);
    expect(JSON.stringify([ctx.prompts.choices, ctx.prompts.typedPrompts])).not.toContain(typed);
    expect(await keptOf(ctx, 'stress-change')).toEqual([{ is: 'waits' }]);
    expect(await keptOf(ctx, 'stress-review')).toEqual([]);
  });

  test('an answer in a review from the page ends it there', async () => {
    const low = { 'stress-now': 9, 'stress-sleep': 'poor', 'low-mood': 'yes' };
    const ctx = await atKeys([
      { choose: 'review' },
      { page: 'How you are', answers: low },
      { answers: { 'self-harm': 'yes' } },
    ]);
    expect(await run(ctx, 'stress-plan')).toBe(0);
    await expectHelp(ctx, typed);
  });

  test('meant in another way: an empty line, and never the words', async () => {
    const ctx = await atKeys([
      { choose: 'words' },
      line,
      { choose: 'on', ...isHelp },
      { type: 'If I park, then I hum a song' },
      { choose: 'fits' },
    ]);
    await run(ctx, 'stress-plan change');
    expect(await keptOf(ctx, 'stress-change')).toMatchObject([
      { is: 'set', commitment: { does: 'hum a song' } },
    ]);
    const help = ctx.prompts.choices.find(({ message }) => message === isHelp.message);
    expect(flat(help?.text ?? '')).toMatch(/116 123.*112/);
    expect(JSON.stringify(ctx.prompts.choices) + ctx.stdout + onDisk(ctx)).not.toContain(typed);
  });

  test('Ctrl-C at the help: the plan waits, and the next start has the number', async () => {
    const ctx = await atKeys([{ choose: 'words' }, line, { fail: new Interrupted() }]);
    await expect(run(ctx, 'stress-plan change')).resolves.toBe(130);
    expect(await keptOf(ctx, 'stress-change')).toEqual([{ is: 'waits' }]);
    expect(flat(await said(ctx, 'stress-plan --no-input'))).toMatch(
      /^ If you think.* now\. ! Urgent: Help is open now/,
    );
  });

  test('ticked, and then Ctrl-C: the number all the same', async () => {
    const ctx = await checked({
      answers: [
        { page: 'How you are', answers: { 'stress-now': 9, 'stress-sleep': 'fair', 'low-mood': 'no' } },
        { fail: new Interrupted(), partly: { 'self-harm': 'yes' } },
      ],
    });
    await run(ctx, 'stress-plan');
    await expectHelp(ctx, typed);
  });
});

describe('the number stays first', () => {
  const none = () => Promise.reject(new Error('Nothing is started here.'));
  const today = async (ctx: FakeContext, flags = {}) => {
    ctx.clearOutput();
    await runToday(flags, ctx, { relief: none, diagnose: none, stretch: none });
    return flat(ctx.stdout);
  };
  const afterCrisis = async (ctx: FakeContext) => {
    await run(ctx, 'stress-plan --set self-harm=yes');
    return ctx;
  };
  const isFirst = /^ ! Urgent: Help is open now .*116 123/;

  test('on bare backcare, in breathe, over every page of the plan, until the person lets it go', async () => {
    const files = { 'plan.json': answersFile(overloaded, { commitments: ['two-big-things'] }) };
    const ctx = await afterCrisis(await checked({ files }));
    expect(await today(ctx)).toMatch(isFirst);
    expect(JSON.parse(await today(ctx, { json: true })).advice.join(' ')).toContain('116 123');
    expect(first(await said(ctx, 'stress-plan breathe list'))).toContain('Help is open now');
    expect(await said(ctx, 'stress-plan breathe body-scan')).toContain('Help is open now');
    for (const line of ['--quick', '--answers plan.json', 'done 1', 'review', 'stop']) {
      ctx.clock.advance(1000);
      // The danger line, then the number; whatever was kept is said below.
      expect(flat(await said(ctx, `stress-plan ${line}`)), line).toMatch(
        /^ (If you think[^.]*\. )?! Urgent: Help is open/,
      );
      expect(await today(ctx), line).toMatch(isFirst);
    }
    expect(flat(await said(ctx, 'stress-plan --hide-number'))).toContain('116 123');
    expect(await today(ctx)).not.toContain('Help is open now');
    expect(await said(ctx, 'stress-plan')).not.toContain('Help is open now');
  });

  test('on the first page of all', async () => {
    expect(await today(await afterCrisis(person()))).toMatch(isFirst);
  });

  test('over the keys of the welcome, and before a session by keys', async () => {
    const ctx = await afterCrisis(person({ answers: [{ choose: 'leave' }] }));
    await today(ctx);
    expect(flat(ctx.prompts.choices[0]?.text ?? '')).toMatch(isFirst);
    const breathing = await afterCrisis(await checked({ answers: [{ choose: 'leave' }] }));
    expect(flat(await said(breathing, 'stress-plan breathe'))).toMatch(isFirst);
  });
});
