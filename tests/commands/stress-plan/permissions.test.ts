import { describe, expect, test } from 'vitest';
import { answersFile, checkedOn, countOf, overloaded, person, run, strain } from './person.ts';

/** Every state of the permission table, as the newest assessment of the record. */
const states = {
  'never checked': [],
  'not finished': [
    checkedOn('2026-11-21T10:00:00+01:00', { ...strain, complete: false, urgency: 'routine' }),
  ],
  'checked 13 weeks ago': [checkedOn('2026-08-20T10:00:00+02:00')],
  emergency: [checkedOn('2026-11-20T10:00:00+01:00', { ...strain, urgency: 'emergency' })],
  'thoughts of self-harm only': [
    checkedOn('2026-11-20T10:00:00+01:00', { ...strain, urgency: 'emergency', comfortOpen: true }),
  ],
  urgent: [checkedOn('2026-11-20T10:00:00+01:00', { ...strain, urgency: 'urgent' })],
  'a sign ticked since': [
    checkedOn('2026-11-20T10:00:00+01:00'),
    { kind: 'seven-lines', at: '2026-11-21T10:00:00+01:00', body: { sign: 'chest-breath-faint' } },
  ],
  'a sign to stop after a session': [
    checkedOn('2026-11-20T10:00:00+01:00'),
    { kind: 'practice-after', at: '2026-11-21T10:00:00+01:00', body: { of: 'x', stopSign: 'weak-limb' } },
  ],
  routine: [checkedOn('2026-11-20T10:00:00+01:00', { ...strain, urgency: 'routine' })],
  'self-care': [checkedOn('2026-11-20T10:00:00+01:00')],
} as const;
type State = keyof typeof states;

const plan = {
  kind: 'stress-plan',
  at: '2026-11-19T10:00:00+01:00',
  body: {
    chosen: ['workload'],
    strategies: ['say-no'],
    commitments: [{ id: 'own-1', cue: 'I park', does: 'breathe', small: 'breathe once', days: ['sun'] }],
  },
};
const ways = [
  'stress-plan',
  'stress-plan --json',
  'stress-plan --format html',
  'stress-plan --quick',
  'stress-plan --answers plan.json',
  'stress-plan --answers plan.json --json',
  'stress-plan done 1',
  'stress-plan done 1 --json',
  'stress-plan skip 1',
  'stress-plan change 1 --smaller',
  'stress-plan review --stress 3',
  'stress-plan stop',
  'stress-plan at-work',
  'stress-plan at-work --json',
];
const ofAPlan = /I park|two things that matter|inbox|Slow breathing, 5|"sentence"|"do"|Kept|week 1/;

async function outputOf(state: State, way: string) {
  const ctx = person({
    files: { 'plan.json': answersFile(overloaded, { commitments: ['two-big-things'] }) },
  });
  await ctx.remember(plan, ...states[state]);
  const before = await countOf(ctx);
  expect(await run(ctx, way), ctx.stderr).toBe(0);
  return { shown: ctx.stdout.replace(/<head>.*<\/head>/s, ''), wrote: (await countOf(ctx)) - before };
}

describe.each(ways)('%s', (way) => {
  test.each([
    'emergency',
    'thoughts of self-harm only',
    'a sign ticked since',
    'a sign to stop after a session',
  ] as const)('after %s: the action only', async (state) => {
    const { shown, wrote } = await outputOf(state, way);
    expect(shown).toMatch(/112/);
    expect(shown).not.toMatch(ofAPlan);
    expect(wrote).toBe(0);
  });

  test('after urgent: the advice only', async () => {
    const { shown, wrote } = await outputOf('urgent', way);
    expect(shown).toMatch(/today|within|24 hours/i);
    expect(shown).toMatch(/call 112/);
    expect(shown).toContain('116 123');
    expect(shown).not.toMatch(ofAPlan);
    expect(wrote).toBe(0);
  });

  test.each(['never checked', 'not finished', 'checked 13 weeks ago'] as const)(
    '%s: asks for diagnose first, and breathing stays open',
    async (state) => {
      const { shown, wrote } = await outputOf(state, way);
      expect(shown).toMatch(/check/);
      expect(shown).toContain('backcare stress-plan breathe');
      expect(shown).toContain('116 123');
      expect(shown).not.toMatch(ofAPlan);
      expect(wrote).toBe(0);
    },
  );

  test.each(['routine', 'self-care'] as const)('%s: answered', async (state) => {
    const { shown } = await outputOf(state, way);
    expect(shown).not.toMatch(/Get help first|was not checked|needs a new check/);
    expect(shown.length).toBeGreaterThan(20);
  });
});

test('after thoughts of self-harm only, the page says how it goes on', async () => {
  const { shown } = await outputOf('thoughts of self-harm only', 'stress-plan');
  expect(shown.replace(/\s+/g, ' ')).toMatch(/call 112.*116 123.*backcare diagnose asks again/);
});

test('at the keyboard the check is offered, and leaving is fine', async () => {
  const ctx = person({ answers: [{ choose: 'leave' }] });
  expect(await run(ctx, 'stress-plan')).toBe(0);
  expect(ctx.prompts.choices[0]?.text).toContain('Your back was not checked yet');
});

test.each([
  'stress-plan',
  'stress-plan --json',
  'stress-plan done',
  'stress-plan change',
  'stress-plan review',
  'stress-plan at-work',
  'stress-plan --questions',
])('%s shows and keeps nothing', async (way) => {
  const ctx = person();
  await ctx.remember(checkedOn('2026-11-20T10:00:00+01:00'), { ...plan, at: '2026-11-21T10:00:00+01:00' });
  const before = await countOf(ctx);
  expect(await run(ctx, way), ctx.stderr).toBe(0);
  expect(await countOf(ctx)).toBe(before);
});
