import { describe, expect, test } from 'vitest';
import { stressTables } from '../../../src/data/stress-tables.ts';
import type { FakeWorld } from '../../support/fake-context.ts';
import { answersFile, checked, keptOf, overloaded, run, said } from './person.ts';

const two = answersFile(overloaded, { commitments: ['two-big-things', 'tell-you-tomorrow'] });
const other = answersFile(overloaded, { commitments: ['walk-after-lunch'] });
const files = { 'plan.json': two, 'other.json': other };
const withPlan = async (world: FakeWorld = {}) => {
  const ctx = await checked({ files, ...world });
  await run(ctx, 'stress-plan --answers plan.json --no-input');
  ctx.clock.advance(1000);
  ctx.clearOutput();
  return ctx;
};
const day = 24 * 60 * 60 * 1000;
const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('a plan over a plan', () => {
  test.each(['stress-plan --quick', 'stress-plan --answers other.json'])(
    '%s says that the earlier one was replaced, and undo brings it back',
    async (line) => {
      const ctx = await withPlan();
      const before = JSON.parse(await said(ctx, 'stress-plan --json')).plan;
      ctx.clock.advance(1000);
      expect(plain(await said(ctx, line))).toContain(
        'Your earlier plan was replaced; backcare undo brings it back.',
      );
      ctx.clock.advance(1000);
      await run(ctx, 'undo --yes');
      expect(JSON.parse(await said(ctx, 'stress-plan --json')).plan).toEqual(before);
    },
  );

  test('at the keyboard it is asked first', async () => {
    const ctx = await withPlan({
      answers: [
        { choose: 'leave', message: /a plan already/ },
        { choose: 'replace', message: /a plan already/ },
      ],
    });
    await run(ctx, 'stress-plan --answers other.json');
    expect(await keptOf(ctx, 'stress-plan')).toHaveLength(1);
    await run(ctx, 'stress-plan --answers other.json');
    expect(await keptOf(ctx, 'stress-plan')).toHaveLength(2);
  });
});

describe('days', () => {
  const office = answersFile(overloaded, { commitments: ['ask-which-first', 'book-a-visit', 'one-surface'] });

  test('made on a Sunday: office things on working days, and nothing of the day that is over', async () => {
    const ctx = await checked({ files: { 'plan.json': office } });
    const { commitments } = JSON.parse(await said(ctx, 'stress-plan --answers plan.json --json')).plan;
    expect(commitments.map((each: { days: unknown }) => each.days)).toEqual([
      ['mon'],
      ['mon', 'tue', 'wed', 'thu', 'fri'],
      ['mon', 'thu'],
    ]);
    expect(commitments.map((each: { today: unknown }) => each.today)).toEqual([null, null, null]);
    const page = await said(ctx, 'stress-plan');
    expect(page).not.toMatch(/done 0 of/);
    expect(page).toMatch(/2 +on Mon/);
  });

  test('a plan made at 01:50 counts no day before one was there', async () => {
    const ctx = await checked({ now: '2026-11-23T01:50:00+01:00', files });
    expect(await said(ctx, 'stress-plan --answers plan.json')).not.toMatch(/done \d of/);
    expect(await said(ctx, 'stress-plan done 2')).toMatch(/done 1 of \d this\s+week/);
  });
});

describe('--quick', () => {
  test('two minutes, and the time to get up', async () => {
    const ctx = await checked();
    await run(ctx, 'stress-plan --quick --rise 6.45');
    expect(await keptOf(ctx, 'stress-plan')).toMatchObject([
      { commitments: [{ isSmall: true, minutes: 2 }, { cue: 'my alarm rings at 6:45' }] },
    ]);
  });

  test('at the keyboard the time can be set before it is kept', async () => {
    const ctx = await checked({
      answers: [{ choose: 'time' }, { type: '7', message: 'I get up at' }, { choose: 'keep' }],
    });
    await run(ctx, 'stress-plan --quick');
    expect(await keptOf(ctx, 'stress-plan')).toMatchObject([
      { commitments: [{}, { cue: 'my alarm rings at 7:00' }] },
    ]);
  });

  test.each([
    ['stress-plan --quick --rise 25:00', /--rise cannot be "25:00"/],
    ['stress-plan --quick --rise late', /--rise cannot be "late"/],
    ['stress-plan --rise 7:00', /--rise goes with --quick/],
  ])('%s is refused', async (line, named) => {
    const ctx = await checked();
    expect(await run(ctx, line)).toBe(2);
    expect(ctx.stderr).toMatch(named);
    expect(await keptOf(ctx, 'stress-plan')).toEqual([]);
  });
});

test('sleep and money: what was made for them comes first', async () => {
  const answers = {
    stressors: ['money', 'sleep'],
    'weight-money': 'a-lot',
    'weight-sleep': 'a-lot',
    minutes: 'ten',
    energy: 'some',
  };
  const ctx = await checked({ files: { 'a.json': answersFile(answers) } });
  const { commitments } = JSON.parse(await said(ctx, 'stress-plan --answers a.json --json')).plan;
  const actions = commitments.map((each: { action: string }) => each.action);
  expect(actions).toEqual(['bills-by-date', 'free-advice', 'up-when-awake']);
});

test('who cares for others and sleeps badly gets something for the sleep', async () => {
  const answers = {
    stressors: ['caregiving', 'household', 'sleep'],
    'weight-caregiving': 'a-lot',
    'change-caregiving': 'none',
    minutes: 'two',
    energy: 'some',
  };
  const ctx = await checked({ files: { 'a.json': answersFile(answers) } });
  const { commitments } = JSON.parse(await said(ctx, 'stress-plan --answers a.json --json')).plan;
  expect(commitments.map((each: { action: string }) => each.action)).toContain('up-when-awake');
});

test('the heaviest alone, in a file, press', async () => {
  const ctx = await checked();
  const text = await said(ctx, 'stress-plan --set heaviest=workload');
  expect(text).toContain('This could be your plan');
});

test('too many ticks are asked about again, and stay', async () => {
  const many = ['workload', 'job-security', 'money', 'caregiving'];
  const ctx = await checked({
    answers: [
      { answers: { 'stress-now': 5, 'stress-sleep': 'fair', 'low-mood': 'no' } },
      { answers: { stressors: many } },
      { answers: { stressors: ['none'] } },
      { page: /heaviest/i, answers: { heaviest: many } },
      { fail: new Error('enough') },
    ],
  });
  await expect(run(ctx, 'stress-plan')).rejects.toThrow('enough');
  const again = ctx.prompts.pages.at(-1);
  expect(again?.text).toContain('you ticked 4');
  expect(again?.questions[0]?.current).toEqual(many);
});

describe('an empty plan', () => {
  const empty = async () => {
    const ctx = await withPlan();
    await run(ctx, 'stress-plan change --session none');
    ctx.clock.advance(1000);
    expect(await said(ctx, 'stress-plan review --drop 1 --drop 2')).toContain(
      'review --add walk-after-lunch',
    );
    ctx.clock.advance(1000);
    return ctx;
  };

  test('says what leads on, and that works', async () => {
    const ctx = await empty();
    for (const way of ['stress-plan', 'stress-plan done']) {
      const text = await said(ctx, way);
      expect(text).toContain('backcare stress-plan review --add walk-after-lunch');
      expect(text).not.toMatch(/done 1|plan change/);
    }
    expect(await said(ctx, 'stress-plan')).toContain('backcare stress-plan --again');
    await run(ctx, 'stress-plan review --add walk-after-lunch');
    expect(JSON.parse(await said(ctx, 'stress-plan --json')).plan.commitments).toHaveLength(1);
  });

  test('done calm: a whole sentence', async () => {
    const ctx = await empty();
    expect(await run(ctx, 'stress-plan done calm')).toBe(2);
    expect(ctx.stderr).toContain('Nothing is on it.');
    expect(ctx.stderr).not.toContain('or .');
  });
});

test.each([
  [24, '', false],
  [40, '', true],
  [24, ' --accessible', true],
])('three small things over their keys, in a window of %i rows%s', async (rows, flag, hasReasons) => {
  const three = ['ask-which-first', 'plan-a-talk', 'tell-you-tomorrow'];
  const files = { 'plan.json': answersFile(overloaded, { commitments: three }) };
  const ctx = await withPlan({ files, rows, answers: [{ choose: 'leave' }] });
  await run(ctx, `stress-plan${flag}`);
  const text = ctx.prompts.choices.at(-1)?.text ?? '';
  if (flag === '') expect(text.split('\n').length).toBeLessThan(rows - 2);
  expect(plain(text)).toMatch(/^ ?If you think.*Mind: .*to talk/);
  expect(/^ *by\b.*^ *back\b/ms.test(text)).toBe(hasReasons);
  expect(ctx.stdout).toMatch(/^ *by\b.*^ *back\b/ms);
});

describe('the review', () => {
  test('a lot of stress with poor sleep shows where help is', async () => {
    const ctx = await withPlan();
    const text = plain(await said(ctx, 'stress-plan review --stress 10 --sleep poor'));
    expect(text).toContain('That is a lot');
    expect(text).toContain('116 123');
  });

  test('low mood shows it too, and is not kept', async () => {
    const ctx = await withPlan();
    const text = plain(await said(ctx, 'stress-plan review --stress 3 --low-mood yes'));
    expect(text).toContain('Let somebody help you with this');
    expect(JSON.stringify(await keptOf(ctx, 'stress-review'))).not.toMatch(/mood/i);
  });

  test('the line stands there in any case', async () => {
    const ctx = await withPlan();
    expect(plain(await said(ctx, 'stress-plan review --stress 2'))).toContain('116 123');
  });

  test('what helped and the kind word are asked by keys, shown on the plan, and in the JSON', async () => {
    const ctx = await withPlan({
      answers: [
        { page: 'How you are', answers: { 'stress-now': 4, 'stress-sleep': 'good', 'low-mood': 'no' } },
        { choose: 'keep' },
        { choose: 'keep' },
        { choose: 'no' },
        { type: 'the walk', message: 'What helped' },
        { type: 'I asked for help', message: 'Kind about' },
      ],
    });
    await run(ctx, 'stress-plan review');
    ctx.clock.advance(1000);
    const page = await said(ctx, 'stress-plan --no-input');
    expect(page).toMatch(/helped +the walk/);
    expect(page).toMatch(/be kind +I asked for help/);
    expect(JSON.parse(await said(ctx, 'stress-plan --json')).plan).toMatchObject({
      helped: 'the walk',
      kind: 'I asked for help',
    });
  });

  test('words of despair there: the number, and nothing kept', async () => {
    const ctx = await withPlan({
      answers: [
        { page: 'How you are', answers: { 'stress-now': 4, 'stress-sleep': 'good', 'low-mood': 'no' } },
        { choose: 'keep' },
        { choose: 'keep' },
        { choose: 'no' },
        { type: 'nothing, I want to die' },
      ],
    });
    await run(ctx, 'stress-plan review');
    expect(ctx.stdout).toMatch(/help is open now/i);
    expect(await keptOf(ctx, 'stress-review')).toEqual([]);
  });

  test('after four of them, what presses may be weighed again', async () => {
    const ctx = await withPlan();
    for (let week = 1; week <= 4; week += 1) {
      ctx.clock.advance(7 * day);
      const text = await said(ctx, 'stress-plan review --stress 5');
      expect(text.includes('stress-plan --again')).toBe(week === 4);
    }
  });

  test('the danger line comes first', async () => {
    const ctx = await withPlan();
    expect(plain(await said(ctx, 'stress-plan review'))).toMatch(/^ If you think this is an emergency/);
    expect(plain(await said(ctx, 'stress-plan review --stress 5'))).toMatch(/^ If you think this is an emer/);
  });

  test('then and now after a month, with the days, and never a cause', async () => {
    const light = {
      'stress-now': 4,
      stressors: ['workload', 'money'],
      'weight-workload': 'a-little',
      'weight-money': 'a-lot',
    };
    const later = answersFile(light, { commitments: ['walk-after-lunch'] });
    const ctx = await withPlan({ files: { ...files, 'later.json': later } });
    for (let week = 1; week <= 4; week += 1) {
      ctx.clock.advance(7 * day);
      const text = plain(await said(ctx, 'stress-plan review --stress 5'));
      const words =
        'When your plan began, 28 days ago, and now: stress: 8 of 10, now 5. It is a hint, not proof';
      expect(text.includes(words)).toBe(week === 4);
      expect(text.includes('When your plan began')).toBe(week === 4);
    }
    ctx.clock.advance(1000);
    expect(plain(await said(ctx, 'stress-plan --answers later.json'))).toContain(
      'stress: 8 of 10, now 4; too much work or study: a lot, now a little; your own high standards: quite a bit, now not ticked; phone and news: a little, now not ticked. It is a hint',
    );
  });

  test('nothing is compared before a month, nor with what was not said', async () => {
    const ctx = await withPlan();
    ctx.clock.advance(27 * day);
    expect(await said(ctx, 'stress-plan --answers other.json')).not.toContain('When your plan began');
    ctx.clock.advance(30 * day);
    expect(await said(ctx, 'stress-plan --quick')).not.toContain('When your plan began');
  });

  test('what pain stood in the way of is swapped for what goes sitting', async () => {
    const low = { 'stress-now': 4, 'stress-sleep': 'fair', 'low-mood': 'no' } as const;
    const ctx = await withPlan({
      answers: [
        { page: 'How you are', answers: low },
        { choose: 'pain', message: /What got in the way/ },
        { choose: 'pain', message: /What got in the way/ },
        { choose: 'swap' },
        { choose: 'none' },
        { choose: 'leave' },
      ],
    });
    ctx.clock.advance(7 * day);
    await run(ctx, 'stress-plan review');
    const menu = ctx.prompts.choices.find(({ message }) => message === 'Which one?');
    const offered = menu?.choices.flatMap(
      ({ value }) => stressTables.actions.find(({ id }) => id === value) ?? [],
    );
    expect(offered?.length).toBeGreaterThan(2);
    expect(offered?.every(({ easyOnBack }) => easyOnBack === true)).toBe(true);
  });

  test('forgetting has a command', async () => {
    const ctx = await withPlan();
    const forgot = await said(ctx, 'stress-plan review --obstacle 1=mood');
    expect(forgot).toBe('');
    expect(ctx.stderr).toContain('Did you mean "low-mood"');
    const named = plain(await said(ctx, 'stress-plan review --obstacle 1=forgot'));
    expect(named).toContain('or let "backcare remind add stress" remind you. Reviewed.');
  });

  test('an impossible number has an example of this command', async () => {
    const ctx = await withPlan();
    await run(ctx, 'stress-plan review --stress 11');
    expect(ctx.stderr).toContain('backcare stress-plan review --stress 5');
  });
});

describe('small things of one’s own', () => {
  test('the same sentence twice is refused', async () => {
    const words = 'If I park, then I breathe five times';
    const ctx = await checked({
      files: { 'plan.json': answersFile(overloaded, { commitments: [words, words] }) },
    });
    expect(await run(ctx, 'stress-plan --answers plan.json')).toBe(2);
    expect(ctx.stderr).toContain('stands there twice');
    const withIt = await withPlan();
    await run(withIt, `stress-plan review --add "${words}"`);
    withIt.clock.advance(1000);
    expect(await run(withIt, `stress-plan review --swap "1=${words}"`)).toBe(2);
  });

  test('other words keep their minutes, and not the one day of the old', async () => {
    const ctx = await withPlan();
    await run(ctx, 'stress-plan change 2 --days mon');
    ctx.clock.advance(1000);
    await run(ctx, 'stress-plan change 2 --words "If I park, then I walk for 5 minutes"');
    const [, second] = JSON.parse(await said(ctx, 'stress-plan --json')).plan.commitments;
    expect(second).toMatchObject({ minutes: 5, smallest: 'walk for 2 minutes' });
    expect(second.days).toHaveLength(7);
  });

  test.each(['take 2 ibuprofen 400 mg', 'take a painkiller'])('%s is not kept', async (does) => {
    const ctx = await withPlan();
    expect(await run(ctx, `stress-plan review --add "If I get home, then I ${does}"`)).toBe(2);
    expect(ctx.stderr).toContain('Ask a pharmacist or doctor');
    expect(ctx.stderr).not.toMatch(/400|ibuprofen/);
  });
});

test('a waiting plan takes a tick, and says that it waits', async () => {
  const ctx = await withPlan();
  await run(ctx, 'stress-plan stop --pause');
  ctx.clock.advance(1000);
  expect(await said(ctx, 'stress-plan done 1')).toContain('stop --resume');
  ctx.clock.advance(1000);
  expect(await said(ctx, 'stress-plan review --stress 4')).toContain('stop --resume');
});

test('stopped twice: there is none any more', async () => {
  const ctx = await withPlan();
  await run(ctx, 'stress-plan stop');
  expect(await said(ctx, 'stress-plan stop')).toContain('There is no stress plan any more');
});

test.each(['', 'review', 'review --stress 5', 'at-work', 'stop --pause', 'stop', '--quick', '--explain'])(
  'whom to call stands on the page of: stress-plan %s',
  async (way) => {
    const ctx = await withPlan();
    expect(plain(await said(ctx, `stress-plan ${way}`))).toContain('116 123');
    const without = await checked();
    expect(plain(await said(without, `stress-plan ${way}`))).toContain('116 123');
  },
);
