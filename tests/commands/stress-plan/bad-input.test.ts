import { expect, test } from 'vitest';
import { answersFile, checked, countOf, keptOf, overloaded, person, run, said } from './person.ts';

const two = { commitments: ['two-big-things', 'tell-you-tomorrow', 'walk-after-lunch'] };
const sentence = 'If I close my laptop, then I walk for 5 minutes';
const escapeCode = String.fromCharCode(27);

/** Name → what the file has beside its schema, and what the refusal has to name. */
const files: readonly (readonly [name: string, content: string, ...named: readonly (string | RegExp)[]])[] = [
  [
    'an unknown question',
    answersFile({ 'stress-nou': 3 }),
    'line 4',
    'Did you mean "stress-now"?',
    '--questions',
  ],
  ['too much on a scale', answersFile({ 'stress-now': 14 }), 'line 4', 'cannot be 14', 'from 0 to 10'],
  ['an unknown stressor', answersFile({ stressors: ['workloat'] }), 'line 4', 'Did you mean "workload"?'],
  ['none with others', answersFile({ stressors: ['none', 'money'] }), 'line 4', '"stressors" cannot be'],
  ['four heaviest', answersFile({ heaviest: ['money', 'sleep', 'loss', 'noise'] }), 'line 4', 'at most 3'],
  [
    'an empty plan',
    answersFile(overloaded, { commitments: [] }),
    /line \d+: the plan is empty/,
    'one to three',
  ],
  [
    'ten commitments',
    answersFile(overloaded, { commitments: Array.from({ length: 10 }, (_, at) => `${sentence} ${at}`) }),
    'there are 10 small things',
    '3 at a time',
  ],
  [
    'a commitment of 2,000 letters',
    answersFile(overloaded, { commitments: [`If I sit, then I ${'walk '.repeat(400)}`] }),
    /line \d+: It has 2\d{3} letters, and 200 are the most/,
    'one breath',
  ],
  [
    'control characters',
    answersFile(overloaded, { commitments: [`If I sit, then I ${escapeCode}[2Jwalk`] }),
    'control characters',
  ],
  [
    'no cue',
    answersFile(overloaded, { commitments: ['walk the dog'] }),
    'does not say when',
    'If I have finished',
  ],
  [
    'a vague word',
    answersFile(overloaded, { commitments: ['If I sit, then I try to move'] }),
    '"try" cannot be ticked off',
  ],
  [
    'too long a walk',
    answersFile(overloaded, { commitments: ['If I wake, then I walk for 60 minutes'] }),
    '60 minutes',
  ],
  [
    'an unknown action',
    answersFile(overloaded, { commitments: ['two-big-thing'] }),
    'Did you mean "two-big-things"?',
  ],
  [
    'one twice',
    answersFile(overloaded, { commitments: ['two-big-things', 'two-big-things'] }),
    'stands there twice',
  ],
  [
    'a strange day',
    answersFile(overloaded, { commitments: [{ action: 'two-big-things', days: ['moon'] }] }),
    '"days" cannot be "moon"',
  ],
  [
    'a strange field',
    answersFile(overloaded, { commitments: [{ action: 'two-big-things', when: 'mon' }] }),
    '"when" does not belong here',
  ],
  ['a number for a commitment', answersFile(overloaded, { commitments: [3] }), 'either "action" or "words"'],
  ['an unknown session', answersFile(overloaded, { session: 'body-scam' }), 'Did you mean "body-scan"?'],
  ['another field', answersFile(overloaded, { plan: true }), '"plan" does not belong here'],
  [
    'another schema',
    JSON.stringify({ schema: 'backcare/answers@1', answers: {} }),
    '"schema" should be "backcare/stress-answers@1"',
  ],
  ['no answers', JSON.stringify({ schema: 'backcare/stress-answers@1' }), '"answers" is missing'],
  [
    'a name twice',
    '{"schema":"backcare/stress-answers@1","answers":{"stress-now":1,"stress-now":9}}',
    'stands here twice',
  ],
  ['no JSON', '{"schema":', 'this is not JSON'],
  ['nothing', '', 'is empty'],
];

test.each(files)('a file with %s is refused in three lines, and nothing is kept', async (...file) => {
  const [, content, ...named] = file;
  const ctx = await checked({ files: { 'answers.json': String(content) } });
  const before = await countOf(ctx);
  expect(await run(ctx, 'stress-plan --answers answers.json')).toBe(2);
  expect(ctx.stdout).toBe('');
  expect(ctx.stderr).toContain('answers.json');
  for (const part of named)
    expect(ctx.stderr).toMatch(part instanceof RegExp ? part : new RegExp(escaped(part)));
  expect(ctx.stderr.split('\n').length).toBeLessThanOrEqual(3);
  expect(ctx.stderr).not.toContain(escapeCode);
  expect(await countOf(ctx)).toBe(before);
});

/** What is typed with a plan of three, and what the refusal has to name. */
const refused: readonly (readonly [line: string, named: RegExp])[] = [
  ['stress-plan revue', /"revue"[\s\S]*backcare stress-plan review/],
  ['stress-plan banana', /"banana"[\s\S]*--help/],
  ['stress-plan done 9', /no number 9[\s\S]*The plan has 3/],
  ['stress-plan done 0', /no number 0/],
  ['stress-plan done two-big-thing', /Did you mean "two-big-things"/],
  ['stress-plan done 1.5', /It takes a number, or/],
  ['stress-plan done --small', /Which one/],
  ['stress-plan done 1 --small --off', /do not go together/],
  ['stress-plan done 1 --day tomorrow', /--day cannot be "tomorrow"/],
  ['stress-plan done 1 --day 2026-11-30', /still to come/],
  ['stress-plan done 1 --day 2026-11-01', /began on 2026-11-22/],
  ['stress-plan skip 4', /no number 4/],
  [`stress-plan change 1 --cue "${'I park '.repeat(60)}"`, /--cue cannot be kept[\s\S]*200 are the most/],
  [
    'stress-plan change 1 --cue "I have taken my ibuprofen"',
    /--cue cannot be kept[\s\S]*Medicine is no part/,
  ],
  ['stress-plan change 1 --cue " "', /--cue cannot be kept[\s\S]*does not say when/],
  ['stress-plan change --cue "I park"', /Which one is to change/],
  ['stress-plan change 5 --smaller', /no number 5/],
  ['stress-plan change 1 --days moonday', /--days cannot be "moonday"/],
  ['stress-plan change 1 --days ""', /--days cannot be ""/],
  ['stress-plan change 1 --words "walk more"', /--words: It does not say when/],
  ['stress-plan change --session body-scam', /Did you mean "body-scan"/],
  ['stress-plan change 1 --session body-scan', /--session goes by itself/],
  ['stress-plan review --stress 11', /--stress cannot be "11"/],
  ['stress-plan review --sleep bad', /good, fair or poor/],
  ['stress-plan review --keep 7', /no number 7/],
  ['stress-plan review --keep 1 --shrink 1', /Two decisions/],
  ['stress-plan review --add one-ask', /would be 4 small things[\s\S]*--drop/],
  ['stress-plan review --swap 1', /expected which=what/],
  ['stress-plan review --swap 1=walk-after-lunch', /"walk-after-lunch" stands there twice/],
  ['stress-plan review --obstacle 1=to-big', /Did you mean "too-big"/],
  ['stress-plan review --helped ""', /--helped cannot be kept/],
  ['stress-plan stop --pause --resume', /do not go together/],
  ['stress-plan breathe body-scam', /Did you mean "body-scan"/],
  ['stress-plan --set stress-now', /expected id=value/],
  ['stress-plan --set stress-now=many', /"stress-now" cannot be "many"/],
  ['stress-plan --answers no.json', /no\.json/],
];

test.each(refused)('%s', async (line, named) => {
  const ctx = await checked({ files: { 'plan.json': answersFile(overloaded, two) } });
  await run(ctx, 'stress-plan --answers plan.json');
  const before = await countOf(ctx);
  ctx.clearOutput();
  expect(await run(ctx, line)).toBe(2);
  expect(ctx.stderr).toMatch(named);
  expect(ctx.stderr.split('\n').length).toBeLessThanOrEqual(3);
  expect(ctx.stdout).toBe('');
  expect(await countOf(ctx)).toBe(before);
});

test.each(['done 1', 'skip 1', 'change 1 --smaller', 'review', 'review --stress 3', 'stop'])(
  '%s before there is a plan: said, with what to do, and nothing kept',
  async (way) => {
    const ctx = await checked();
    const before = await countOf(ctx);
    expect(await said(ctx, `stress-plan ${way}`)).toMatch(
      /There is no stress plan yet[\s\S]*backcare stress-plan/,
    );
    expect(JSON.parse(await said(ctx, `stress-plan ${way} --json`))).toMatchObject({
      state: 'none',
      plan: null,
    });
    expect(await countOf(ctx)).toBe(before);
  },
);

test('what is wrong is found before anything is asked of the record', async () => {
  const ctx = person({ files: { 'answers.json': answersFile({ 'stress-nou': 3 }) } });
  expect(await run(ctx, 'stress-plan --answers answers.json')).toBe(2);
  expect(await keptOf(ctx, 'stress-plan')).toEqual([]);
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
