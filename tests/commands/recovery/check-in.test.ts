import { describe, expect, test } from 'vitest';
import { shortForm } from '../../../src/commands/log/signs.ts';
import { runToday } from '../../../src/commands/today/run.ts';
import { runUndo } from '../../../src/commands/undo/run.ts';
import type { PromptPage } from '../../../src/context.ts';
import type { FakeContext } from '../../support/fake-context.ts';
import type { ScriptedAnswer } from '../../support/scripted-prompter.ts';
import { checkedOn, keptOf, person, run, said } from './person.ts';

const checkedAt = '2026-11-01T10:00:00+01:00';
const unused = async () => 1;
const leadsTo = { relief: unused, diagnose: unused, stretch: unused };

/** Somebody who was checked on the first of November and begun a plan then; it is so many days later. */
async function daysLater(days: number, answers?: readonly ScriptedAnswer[]): Promise<FakeContext> {
  const ctx = person({ now: checkedAt, ...(answers === undefined ? {} : { answers }) });
  await ctx.remember(checkedOn(checkedAt), {
    kind: 'recovery-start',
    at: '2026-11-01T10:05:00+01:00',
    body: { track: 'pulled-muscle', phase: 'calm' },
  });
  goTo(ctx, days);
  return ctx;
}

function goTo(ctx: FakeContext, days: number): void {
  ctx.clock.set(Date.parse('2026-11-01T19:00:00+01:00') + days * 24 * 60 * 60 * 1000);
}

async function todayPage(ctx: FakeContext, flags: { readonly json?: boolean } = {}): Promise<string> {
  ctx.clearOutput();
  await runToday(flags, ctx, leadsTo);
  return ctx.stdout;
}

const due = 'backcare recovery check-in';

describe('when it is due', () => {
  test.each([3, 7, 14, 21, 28, 42, 70])('from day %i until it is done', async (day) => {
    const ctx = await daysLater(day);
    expect(await todayPage(ctx)).toContain(due);
    expect(await said(ctx, 'recovery')).toContain(due);
    goTo(ctx, day + 1);
    expect(await todayPage(ctx)).toContain(due);
    expect(JSON.parse(await said(ctx, 'recovery --json')).plan.checkInDue).toBe(day);
    await run(ctx, 'recovery check-in --signs none --usual 3');
    expect(await todayPage(ctx)).not.toContain(due);
    expect(await said(ctx, 'recovery')).not.toContain(due);
    expect(JSON.parse(await said(ctx, 'recovery --json')).plan.checkInDue).toBeNull();
  });

  test('on the day that a result promises, also without a plan and without any entry', async () => {
    const ctx = person({ now: checkedAt });
    await ctx.remember(checkedOn(checkedAt));
    expect(await todayPage(ctx)).not.toContain(due);
    goTo(ctx, 3);
    expect(JSON.parse(await todayPage(ctx, { json: true })).due).toEqual([`check-in, one minute: ${due}`]);
    expect((await todayPage(ctx)).trimEnd().split('\n').length).toBeLessThanOrEqual(24);
  });

  test('not on days off, and again after them', async () => {
    const ctx = await daysLater(3);
    await run(ctx, 'recovery pause --until tomorrow --reason holiday');
    expect(await todayPage(ctx)).not.toContain(due);
    expect(await said(ctx, 'recovery')).not.toContain(due);
    goTo(ctx, 5);
    expect(await todayPage(ctx)).toContain(due);
  });

  test('one whose danger signs were left open still waits', async () => {
    const ctx = await daysLater(3);
    expect(await said(ctx, 'recovery check-in --usual 4')).toContain('That is not the same as none.');
    expect(await todayPage(ctx)).toContain(due);
    expect(await keptOf(ctx, 'log')).toMatchObject([{ usual: 4 }]);
  });
});

describe('with flags', () => {
  test('an entry of the log, and beside it what no entry has', async () => {
    const ctx = await daysLater(3);
    const page = await said(
      ctx,
      'recovery check-in --signs none --usual 3 --worst 5 --interference 2 --change a-little-better',
    );
    expect(page).toMatchInlineSnapshot(`
      "  If you think this is an emergency, call 112 (Germany) now.

        Kept: usual pain 3, worst pain 5, stops you 2, no new danger sign, on
        the whole a little better.

        The next check-in is on Sun 8 Nov.

        Next  backcare recovery · backcare undo
      "
    `);
    expect(await keptOf(ctx, 'log')).toMatchObject([{ usual: 3, worst: 5, interference: 2, signs: 'none' }]);
    expect(await keptOf(ctx, 'check-in')).toEqual([
      { items: 1, entry: expect.any(String), usual: 3, change: 'a-little-better', signs: 'none' },
    ]);
  });

  test('an activity of their own, rated with it', async () => {
    const ctx = await daysLater(3);
    await run(ctx, 'log activity add gardening');
    await run(ctx, 'recovery check-in --signs none --activity gardening=4');
    expect(await keptOf(ctx, 'log')).toMatchObject([{ activities: { gardening: 4 } }]);
  });

  test.each(['much-worse', 'worse', 'a-little-worse'])(
    '%s leads to all the danger signs, and stands until they were asked',
    async (change) => {
      const ctx = await daysLater(3);
      const page = await said(ctx, `recovery check-in --signs none --usual 3 --change ${change}`);
      expect(page).toContain('It is worse, so all the danger signs are asked again.');
      expect(page).toMatch(/Next +backcare diagnose/);
      expect(await todayPage(ctx)).toMatch(/Now +backcare diagnose/);
      expect(await said(ctx, 'recovery')).toContain('At your check-in something was worse.');
      await ctx.remember(checkedOn('2026-11-04T20:00:00+01:00'));
      expect(await todayPage(ctx)).not.toContain('something was worse');
    },
  );

  test('pain two points up at two check-ins does so too', async () => {
    const ctx = await daysLater(3);
    expect(await said(ctx, 'recovery check-in --signs none --usual 8')).not.toContain('It is worse, so');
    goTo(ctx, 7);
    expect(await said(ctx, 'recovery check-in --signs none --usual 8')).toContain('It is worse, so');
  });

  test('the watch sees it like any entry', async () => {
    const ctx = await daysLater(3);
    const page = await said(ctx, 'recovery check-in --signs none --usual 3 --worst 8');
    expect(page).toContain('Pain this bad deserves a second look.');
    expect(await keptOf(ctx, 'log')).toMatchObject([{ told: ['very-bad-pain'] }]);
  });

  test('a danger sign comes first, before a slip of the finger, and closes the plan', async () => {
    const ctx = await daysLater(3);
    expect(await run(ctx, 'recovery check-in --signs saddle-numbness --usual 3 --change wors')).toBe(2);
    expect(ctx.stdout).toContain('EMERGENCY');
    expect(ctx.stderr).toContain('Did you mean "worse"?');
    expect((await keptOf(ctx, 'assessment')).at(-1)).toMatchObject({ urgency: 'emergency' });
    expect(await keptOf(ctx, 'check-in')).toEqual([]);
  });

  test('numbers that ask for help soon come before any plan', async () => {
    const ctx = await daysLater(3);
    const page = await said(ctx, 'recovery check-in --signs none --usual 9 --worst 10 --interference 10');
    expect(page).toMatch(/today or tomorrow/i);
    expect(page).not.toContain('The next check-in');
    expect(await keptOf(ctx, 'check-in')).toEqual([]);
  });

  test('a lesser sign is kept with what was said beside it, and all of them are asked again', async () => {
    const ctx = await daysLater(3);
    await run(ctx, 'recovery check-in --signs night-pain? --usual 3 --change better');
    expect((await keptOf(ctx, 'assessment')).length).toBe(1);
    expect(await keptOf(ctx, 'check-in')).toMatchObject([
      { change: 'better', signs: 'some', entry: expect.any(String) },
    ]);
    expect(await todayPage(ctx)).toMatch(/Now +backcare diagnose/);
  });

  test('after midnight the day before still runs', async () => {
    const ctx = await daysLater(3);
    ctx.clock.set('2026-11-05T01:00:00+01:00');
    const page = await said(ctx, 'recovery check-in --signs none --usual 3');
    expect(page).toContain('The next check-in is on Sun 8 Nov.');
  });

  test('as JSON: the plan, and what was said', async () => {
    const ctx = await daysLater(3);
    const json = JSON.parse(await said(ctx, 'recovery check-in --signs none --change worse --json'));
    expect(json).toMatchObject({ schema: 'backcare/recovery@1', plan: { checkInDue: null } });
    expect(json.says.join(' ')).toContain('all the danger signs are asked again');
  });

  test.each([
    ['--usual 11', /Usual pain cannot be "11"/],
    ['--change nicer', /"nicer" is no change/],
    ['', /nothing to keep, and nobody to ask/],
  ])('%s is refused, and nothing is kept', async (flags, reason) => {
    const ctx = await daysLater(3);
    expect(await run(ctx, `recovery check-in ${flags} --no-input`)).toBe(2);
    expect(ctx.stderr).toMatch(reason);
    expect([...(await keptOf(ctx, 'log')), ...(await keptOf(ctx, 'check-in'))]).toEqual([]);
  });

  test('undo takes back the whole of it, and redo brings it back', async () => {
    const ctx = await daysLater(3);
    await run(ctx, 'recovery check-in --signs none --usual 3 --change better');
    await runUndo(undefined, { yes: true }, ctx);
    expect([...(await keptOf(ctx, 'log')), ...(await keptOf(ctx, 'check-in'))]).toEqual([]);
    expect(await todayPage(ctx)).toContain(due);
    await runUndo(undefined, { redo: true, yes: true }, ctx);
    expect(await keptOf(ctx, 'log')).toHaveLength(1);
    expect(await todayPage(ctx)).not.toContain(due);
  });
});

/** Danger signs in short, all answered with no: as many pages as there are. */
const noSigns: readonly ScriptedAnswer[] = noneOnEachPage();

function noneOnEachPage(): readonly ScriptedAnswer[] {
  const nerves = shortForm().filter(({ screen }) => screen === 'screen-nerves');
  const blocks = [...new Set(nerves.map(({ block }) => block))];
  const idsOf = (questions: ReturnType<typeof shortForm>) =>
    Object.fromEntries(questions.map(({ id }) => [id, 'no'] as const));
  return [
    ...blocks.map((block) => ({ answers: idsOf(nerves.filter((each) => each.block === block)) })),
    { page: 'The rest', answers: idsOf(shortForm().filter((each) => !nerves.includes(each))) },
  ];
}

const titles = (pages: readonly PromptPage[]) => pages.map(({ title }) => title);
const numbersPage = 'Pain and what it stops';

describe('at the keyboard', () => {
  test('danger signs first, then numbers, then how it is on the whole', async () => {
    const ctx = await daysLater(3, [
      ...noSigns,
      { page: numbersPage, answers: { 'check-in-usual': 3, 'check-in-worst': 4 } },
      { page: 'On the whole', answers: { 'check-in-change': 'same' } },
    ]);
    await run(ctx, 'recovery check-in');
    expect(titles(ctx.prompts.pages).slice(-3)).toEqual(['The rest', numbersPage, 'On the whole']);
    expect(await keptOf(ctx, 'log')).toMatchObject([{ usual: 3, worst: 4, signs: 'none' }]);
    expect(await keptOf(ctx, 'check-in')).toMatchObject([{ change: 'same', signs: 'none' }]);
    expect(ctx.stdout).toContain('The next check-in is on Sun 8 Nov.');
  });

  test('everything can be left empty: nothing is kept, and it still waits', async () => {
    const ctx = await daysLater(3, [
      ...noSigns.map(() => ({ answers: {} })),
      { page: numbersPage, answers: {} },
      { page: 'On the whole', answers: {} },
    ]);
    await run(ctx, 'recovery check-in');
    expect(ctx.stdout).toContain('Nothing was answered, so nothing was kept.');
    expect(await keptOf(ctx, 'check-in')).toEqual([]);
  });

  test('danger signs that were left open are not none', async () => {
    const ctx = await daysLater(3, [
      ...noSigns.map(() => ({ answers: {} })),
      { page: numbersPage, answers: { 'check-in-usual': 3 } },
      { page: 'On the whole', answers: {} },
    ]);
    await run(ctx, 'recovery check-in');
    expect(await keptOf(ctx, 'check-in')).toMatchObject([{ signs: 'not-answered' }]);
    expect(JSON.stringify(await keptOf(ctx, 'log'))).not.toContain('none');
  });

  test('a ticked sign is answered at once, and nothing more is asked', async () => {
    const [first, ...others] = noSigns;
    const ctx = await daysLater(3, [
      {
        answers: {
          ...(first !== undefined && 'answers' in first ? first.answers : {}),
          'rf-saddle-numbness': 'yes',
        },
      },
      ...others,
    ]);
    await run(ctx, 'recovery check-in');
    expect(ctx.stdout).toContain('EMERGENCY');
    expect(titles(ctx.prompts.pages)).not.toContain(numbersPage);
    expect(await keptOf(ctx, 'check-in')).toEqual([]);
  });

  test('a worst below the usual is asked again', async () => {
    const ctx = await daysLater(3, [
      ...noSigns,
      { page: numbersPage, answers: { 'check-in-usual': 5, 'check-in-worst': 4 } },
      { page: /cannot be below/, answers: { 'check-in-usual': 5, 'check-in-worst': 6 } },
      { page: 'On the whole', answers: {} },
    ]);
    await run(ctx, 'recovery check-in');
    expect(await keptOf(ctx, 'log')).toMatchObject([{ usual: 5, worst: 6 }]);
  });

  test('activities of their own are rated on the same page', async () => {
    const ctx = await daysLater(3, [
      ...noSigns,
      { page: numbersPage, answers: { 'activity gardening': 4 } },
      { page: 'On the whole', answers: { 'check-in-change': 'worse' } },
      { choose: 'leave' },
    ]);
    await ctx.remember({ kind: 'activities', body: { activities: ['gardening'] } });
    await run(ctx, 'recovery check-in');
    expect(await keptOf(ctx, 'log')).toMatchObject([{ activities: { gardening: 4 } }]);
    expect(ctx.prompts.choices.at(-1)?.choices[0]?.label).toBe('check all danger signs now');
  });

  test("a key of the plan's page leads there and back", async () => {
    const ctx = await daysLater(3, [
      { choose: 'check-in' },
      ...noSigns,
      { page: numbersPage, answers: { 'check-in-usual': 3 } },
      { page: 'On the whole', answers: {} },
      { choose: 'leave' },
    ]);
    await run(ctx, 'recovery');
    expect(ctx.prompts.choices.at(-1)?.choices.map(({ value }) => value)).not.toContain('check-in');
  });
});
