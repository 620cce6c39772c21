import { describe, expect, test } from 'vitest';
import { checkedOn, countOf, person, run, strain } from './person.ts';

/** Every state of the permission table, as the newest assessment of the record. */
const states = {
  'never checked': [],
  'not finished': [
    checkedOn('2026-11-21T10:00:00+01:00', { ...strain, complete: false, urgency: 'routine' }),
  ],
  'checked 13 weeks ago': [checkedOn('2026-08-20T10:00:00+02:00')],
  emergency: [checkedOn('2026-11-20T10:00:00+01:00', { ...strain, urgency: 'emergency' })],
  'emergency a year ago': [checkedOn('2025-11-20T10:00:00+01:00', { ...strain, urgency: 'emergency' })],
  'thoughts of self-harm only': [
    checkedOn('2026-11-20T10:00:00+01:00', { ...strain, urgency: 'emergency', comfortOpen: true }),
  ],
  urgent: [checkedOn('2026-11-20T10:00:00+01:00', { ...strain, urgency: 'urgent' })],
  'a sign ticked since': [
    checkedOn('2026-11-20T10:00:00+01:00'),
    { kind: 'seven-lines', at: '2026-11-21T10:00:00+01:00', body: { sign: 'chest-breath-faint' } },
  ],
  'a sign to stop in a session': [
    checkedOn('2026-11-20T10:00:00+01:00'),
    { kind: 'practice', at: '2026-11-21T10:00:00+01:00', body: { name: 'Walk', result: { items: [] } } },
  ],
  routine: [checkedOn('2026-11-20T10:00:00+01:00', { ...strain, urgency: 'routine' })],
  'self-care': [checkedOn('2026-11-20T10:00:00+01:00')],
} as const;
type State = keyof typeof states;

const ways = [
  'recovery',
  'recovery --explain',
  'recovery --json',
  'recovery --format html',
  'recovery start',
  'recovery start poor-posture',
  'recovery start --json',
  'recovery done',
  'recovery done 1',
  'recovery done walk-short --least',
  'recovery done 1 --json',
  'recovery check',
  'recovery check walk-5=yes',
  'recovery phase',
  'recovery phase next',
  'recovery phase back --json',
  'recovery flare --signs none',
  'recovery flare --signs none --leg-signs --json',
  'recovery flare over',
  'recovery pause --from today --until tomorrow --reason rest',
  'recovery pause --end',
  'recovery ladder',
  'recovery ladder housework start',
  'recovery ladder done',
  'recovery remedies',
  'recovery remedies heat',
  'recovery remedies --explain',
  'recovery remedies --json',
  'recovery visit',
  'recovery visit doctor --format markdown',
  'recovery visit --json',
];

/** Words that only a plan, a remedy or a sheet for a visit has. */
const ofAPlan =
  /Up for 3|short walk|Pulled muscle|Walk for|Warmth 15|Warmth or|ladder|Legs on a chair|What is the likely|"today": \[|stay-active|Kept/i;

async function outputOf(state: State, way: string) {
  const ctx = person();
  await ctx.remember(...states[state]);
  if (state === 'a sign to stop in a session') {
    const [practice] = await (await ctx.record()).since(['practice'], 0);
    const body = { of: practice?.id, stopSign: 'weak-limb' };
    await ctx.remember({ kind: 'practice-after', at: '2026-11-21T10:20:00+01:00', body });
  }
  const before = await countOf(ctx);
  expect(await run(ctx, way), ctx.stderr).toBe(0);
  expect(ctx.stderr).toBe('');
  const wrote = (await countOf(ctx)) - before;
  return { shown: ctx.stdout.replace(/<head>.*<\/head>/s, ''), wrote };
}

describe.each(ways)('%s', (way) => {
  test.each(['emergency', 'emergency a year ago'] as const)('after %s: the action only', async (state) => {
    const { shown, wrote } = await outputOf(state, way);
    expect(shown).toMatch(/call 112/i);
    expect(shown).not.toMatch(ofAPlan);
    expect(wrote).toBe(0);
  });

  test('after thoughts of self-harm only: where to turn, and nothing else', async () => {
    const { shown, wrote } = await outputOf('thoughts of self-harm only', way);
    expect(shown).toMatch(/112/);
    expect(shown).not.toMatch(ofAPlan);
    expect(wrote).toBe(0);
  });

  test('after urgent: the advice only', async () => {
    const { shown, wrote } = await outputOf('urgent', way);
    expect(shown).toMatch(/today|within|24 hours/i);
    expect(shown).not.toMatch(ofAPlan);
    expect(wrote).toBe(0);
  });

  test.each(['never checked', 'not finished', 'checked 13 weeks ago'] as const)(
    '%s: asks for diagnose first',
    async (state) => {
      const { shown, wrote } = await outputOf(state, way);
      expect(shown).toMatch(/check/);
      expect(shown).not.toMatch(ofAPlan);
      expect(wrote).toBe(0);
    },
  );

  test.each(['a sign ticked since', 'a sign to stop in a session'] as const)(
    '%s: the plan waits',
    async (state) => {
      const { shown, wrote } = await outputOf(state, way);
      expect(shown).toMatch(/112/);
      expect(shown).toMatch(/The plan waits|danger sign/i);
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

test.each([
  ['not finished', states['not finished'], 'Your last check is not finished.'],
  ['13 weeks ago', states['checked 13 weeks ago'], 'Your last check is over 12 weeks old.'],
  [
    'dated ahead of the clock',
    [checkedOn('2027-03-20T10:00:00+01:00')],
    "Your last check is dated ahead of this computer's clock.",
  ],
])('a check that does not count is called what it is: %s', async (_, events, words) => {
  const ctx = await person().remember(...events);
  await run(ctx, 'recovery');
  expect(ctx.stdout.replace(/\s+/g, ' ')).toContain(`what your back is like now. ${words} The check asks`);
});

describe('what was said where there is no plan', () => {
  const closed = [
    'never checked',
    'not finished',
    'emergency',
    'thoughts of self-harm only',
    'urgent',
    'a sign ticked since',
  ] as const;
  const keeping: readonly (readonly [string, string, object])[] = [
    ['recovery check-in --signs none --usual 4 --change worse', 'check-in', { change: 'worse', usual: 4 }],
    ['recovery check-in --change same', 'check-in', { change: 'same' }],
    ['recovery remedies heat --tried --helped no', 'recovery-remedy', { remedy: 'heat', helped: 'no' }],
  ];

  test.each(closed)('%s: what is no part of the plan is kept, below the advice', async (state) => {
    for (const [way, kind, body] of keeping)
      for (const format of ['', ' --json']) {
        const ctx = await person().remember(...states[state]);
        expect(await run(ctx, way + format), ctx.stderr).toBe(0);
        const kept = [...(await (await ctx.record()).events())].filter((event) => event.kind === kind);
        expect(kept).toMatchObject([{ body }]);
        const said = ctx.stdout.indexOf('Kept');
        expect([state, way, said]).not.toEqual([state, way, -1]);
        expect(ctx.stdout).toMatch(/112|diagnose/i);
        if (format === '') expect(ctx.stdout.search(/112|diagnose/i)).toBeLessThan(said);
        else expect(JSON.parse(ctx.stdout).says.join(' ')).toContain('Kept');
        // Nothing of a plan, and nothing that sounds as if one went on.
        expect(ctx.stdout).not.toMatch(/The next check-in|you can leave it|Keep what helps/);
      }
  });

  test.each(closed)('%s: what would change the plan is not kept, and that is said', async (state) => {
    for (const way of [
      'recovery done 1',
      'recovery check walk-5=yes',
      'recovery phase next',
      'recovery flare --signs none --pain 4',
      'recovery flare over',
      'recovery pause --from today --until tomorrow --reason rest',
      'recovery pause --end',
      'recovery ladder housework start',
    ]) {
      const { shown, wrote } = await outputOf(state, way);
      expect(shown.replace(/\s+/g, ' ')).toContain('The plan waits, so nothing in it was changed.');
      expect(wrote).toBe(0);
    }
  });

  test('numbers that ask for help soon are answered once, and how it is on the whole stays', async () => {
    const ctx = await person().remember(...states.urgent);
    await run(
      ctx,
      'recovery check-in --signs none --usual 9 --worst 10 --interference 9 --change worse --json',
    );
    expect(JSON.parse(ctx.stdout)).toMatchObject({ schema: 'backcare/log@1' });
    const events = [...(await (await ctx.record()).events())];
    expect(events.find(({ kind }) => kind === 'check-in')).toMatchObject({ body: { change: 'worse' } });
  });

  test('a danger sign under an emergency takes nothing from what was said with it', async () => {
    const ctx = await person().remember(...states.emergency);
    await run(ctx, 'recovery check-in --signs fever --usual 5 --change much-worse');
    const events = [...(await (await ctx.record()).events())];
    expect(events.find(({ kind }) => kind === 'check-in')).toMatchObject({ body: { change: 'much-worse' } });
  });
});

test.each([
  'recovery',
  'recovery --explain',
  'recovery --json',
  'recovery --format html',
  'recovery done',
  'recovery check',
  'recovery phase',
  'recovery phase stay',
  'recovery ladder',
  'recovery ladder lifting',
  'recovery remedies',
  'recovery remedies heat',
  'recovery visit',
])('%s shows and keeps nothing', async (way) => {
  const ctx = person();
  await ctx.remember(checkedOn('2026-11-20T10:00:00+01:00'));
  expect(await run(ctx, 'recovery start')).toBe(0);
  const before = await countOf(ctx);
  expect(await run(ctx, way)).toBe(0);
  expect(await countOf(ctx)).toBe(before);
});
