import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { contactFor } from '../../src/commands/contact.ts';
import { registerToday } from '../../src/commands/today/command.ts';
import { runToday } from '../../src/commands/today/run.ts';
import { todayDocument } from '../../src/documents/today-document.ts';
import type { TodayView } from '../../src/documents/today-view.ts';
import { InputError } from '../../src/errors.ts';
import { type FakeWorld, fakeContext } from '../support/fake-context.ts';

const env = { LANG: 'de_DE.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
const person = (answers: FakeWorld['answers'] = [], world: FakeWorld = {}) =>
  fakeContext({ env, columns: 80, answers, inputIsTerminal: true, ...world });
const unused = {
  relief: () => Promise.reject(new Error('relief was run')),
  diagnose: () => Promise.reject(new Error('diagnose was run')),
  stretch: () => Promise.reject(new Error('stretch was run')),
};
const checked = (body: object, at = '2026-11-20T10:00:00+01:00') => ({ kind: 'assessment', body, at });

describe('the first time', () => {
  test('a welcome with three ways in', async () => {
    const ctx = person([{ choose: 'leave' }]);
    expect(await runToday({}, ctx, unused)).toBe(0);
    const [choice] = ctx.prompts.choices;
    expect(choice?.text).toMatchInlineSnapshot(`
      "  If you think this is an emergency, call 112 (Germany) now.

        Somewhere else? Use your local number.

        backcare

        backcare helps you look after back muscle pain. It does not give a
        diagnosis and it does not replace a doctor, nurse or physiotherapist. No
        regulator has checked it.

        Your answers stay on this computer unless you copy them somewhere.
      "
    `);
    expect(choice?.choices.map(({ key, label }) => `${key} ${label}`).join('\n')).toMatchInlineSnapshot(`
      "1 My back has grabbed: help now
      2 Find out what fits (about 3 minutes)
      3 Show me a stretch
      q Leave"
    `);
    expect((choice?.text?.split('\n').length ?? 0) + (choice?.choices.length ?? 0) + 1).toBeLessThanOrEqual(
      24,
    );
    expect(ctx.stdout).toBe('');
  });

  test('what an entry called for stands there until the next check, and nothing calm beside it', async () => {
    const ctx = person();
    await ctx.remember(checked({ urgency: 'self-care', complete: true }), {
      kind: 'log',
      at: '2026-11-22T08:00:00+01:00',
      body: { usual: 5, told: ['worse-after-a-week'] },
    });
    await runToday({}, ctx, unused);
    expect(ctx.stdout).toContain('After more than a week it is worse than when it began.');
    expect(ctx.stdout).toMatch(/Now +backcare diagnose/);
    expect(ctx.stdout).not.toContain('You can start caring');
  });

  test('1 leads to relief', async () => {
    expect(await runToday({}, person([{ choose: 'relief' }]), { ...unused, relief: async () => 0 })).toBe(0);
  });

  test('2 leads to diagnose, with its exit code', async () => {
    expect(await runToday({}, person([{ choose: 'diagnose' }]), { ...unused, diagnose: async () => 3 })).toBe(
      3,
    );
  });

  test('3 leads to a session, with its exit code', async () => {
    const ctx = person([{ choose: 'stretch' }]);
    expect(await runToday({}, ctx, { ...unused, stretch: async () => 3 })).toBe(3);
  });

  test('without a keyboard: the page with the commands', async () => {
    const ctx = fakeContext({ env });
    expect(await runToday({}, ctx, unused)).toBe(0);
    expect(ctx.stdout).toMatchInlineSnapshot(`
      "If you think this is an emergency, call 112 (Germany) now.

      Somewhere else? Use your local number.

      backcare
      backcare helps you look after back muscle pain. It does not give a diagnosis and it does not replace a doctor, nurse or physiotherapist. No regulator has checked it.

      Your answers stay on this computer unless you copy them somewhere.

      backcare relief: My back has grabbed: help now
      backcare diagnose: Find out what fits (about 3 minutes)
      backcare stretch: Show me a stretch
      "
    `);
  });

  test('a record that cannot be read is said, and the check comes first', async () => {
    const ctx = fakeContext({ env });
    ctx.record = () => Promise.reject(new Error('EACCES'));
    expect(await runToday({}, ctx, unused)).toBe(0);
    expect(ctx.stderr).toContain('The record could not be read.');
    expect(ctx.stdout).toContain('An earlier check may be lost.');
    expect(ctx.stdout).toMatch(/^Next:\n- backcare diagnose$/m);
  });
});

describe('a check that may be lost', () => {
  const cleared = checked({ urgency: 'self-care', complete: true }, '2026-11-19T10:00:00+01:00');
  const emergency = checked({ urgency: 'emergency', complete: true });
  /** Damages the last line of the record, as a bad sector or a careless editor does. */
  const damaged = async (ctx: ReturnType<typeof person>, from: string, to: string) => {
    const { path } = await ctx.record();
    const lines = readFileSync(path, 'utf8').split('\n');
    expect(lines.at(-2)).toContain(from);
    writeFileSync(path, [...lines.slice(0, -2), lines.at(-2)?.replace(from, to), ''].join('\n'));
    return ctx;
  };
  const shown = async (ctx: ReturnType<typeof person>) => {
    expect(await runToday({}, ctx, unused)).toBe(0);
    return ctx.stdout;
  };

  test('the only one', async () => {
    const ctx = await damaged(await person().remember(emergency), 'emergency', 'emergenqy');
    expect(await shown(ctx)).toMatchInlineSnapshot(`
      "  If you think this is an emergency, call 112 (Germany) now.

        Somewhere else? Use your local number.

        → An earlier check may be lost.
          Part of your record cannot be read. "backcare diagnose" asks about
          danger signs again; "backcare data verify" shows what is damaged.

        Next  backcare diagnose · backcare relief
      "
    `);
  });

  test('the newest one: the calm one before it is not gone by', async () => {
    const ctx = await damaged(await person().remember(cleared, emergency), 'emergency', 'self-care');
    const text = await shown(ctx);
    expect(text).toContain('An earlier check may be lost.');
    expect(text).not.toContain('You can start');
    expect(text).not.toContain('backcare stretch');
  });

  test('a line that does not even say that it was one', async () => {
    const ctx = await damaged(await person().remember(emergency), '"kind":"assessment"', '#######');
    expect(await shown(ctx)).toContain('An earlier check may be lost.');
  });

  test('one that is whole and says no level that is known', async () => {
    const ctx = await person().remember(checked({ urgency: 'purple', complete: true }));
    expect(await shown(ctx)).toContain('An earlier check may be lost.');
  });

  test('grave advice stays above it', async () => {
    const urgent = checked({ urgency: 'urgent', complete: true }, '2026-11-19T10:00:00+01:00');
    const text = await shown(await damaged(await person().remember(urgent, emergency), 'emergency', '#'));
    expect(text.indexOf('! Urgent')).toBeLessThan(text.indexOf('An earlier check may be lost.'));
    expect(text).toContain('! Urgent');
  });

  test('a new check settles it', async () => {
    const ctx = await damaged(await person().remember(emergency), 'emergency', '#');
    await ctx.remember(checked({ urgency: 'self-care', complete: true }, '2026-11-22T10:00:00+01:00'));
    const text = await shown(ctx);
    expect(text).not.toContain('may be lost');
    expect(text).toContain('You can start caring for this at home.');
  });

  test('--json', async () => {
    const ctx = await damaged(await person().remember(cleared, emergency), 'emergency', '#');
    await runToday({ json: true }, ctx, unused);
    expect(JSON.parse(ctx.stdout)).toMatchObject({ standing: 'unchecked', checkMayBeLost: true });
  });
});

describe('after an assessment', () => {
  const shown = async (body: object, at?: string) => {
    const ctx = await person().remember(checked(body, at));
    expect(await runToday({}, ctx, unused)).toBe(0);
    return ctx.stdout;
  };

  test('emergency', async () => {
    expect(await shown({ urgency: 'emergency', complete: true })).toMatchInlineSnapshot(`
      "  ‼ EMERGENCY: GET HELP NOW: call 112 (Germany) or go to an emergency
          department.
          This comes from your check 2 days ago.
          Do not drive yourself. Ask someone to stay with you. Take a list of
          your medicines. Do not wait to see if it passes.

        Seen about it since, or ticked by mistake? backcare diagnose asks again.

        Somewhere else? Use your local number.

        Next  backcare diagnose
      "
    `);
  });

  test('emergency, months ago: time alone clears nothing', async () => {
    expect(await shown({ urgency: 'emergency', complete: true }, '2026-03-01T10:00:00+01:00')).toContain(
      'This comes from your check 266 days ago.',
    );
  });

  test('thoughts of self-harm alone', async () => {
    expect(await shown({ urgency: 'emergency', complete: true, onlySelfHarm: true })).toMatchInlineSnapshot(`
      "  If you think this is an emergency, call 112 (Germany) now.

        Somewhere else? Use your local number.

        ! Urgent: If you think of hurting yourself
          You matter and help is open now. Please call a crisis line (116 123 in
          several European countries, others at findahelpline.com), or 112 if
          you may act on thoughts of harming yourself. Tell someone near you.

        Next  backcare relief · backcare diagnose
      "
    `);
  });

  test('urgent', async () => {
    expect(await shown({ urgency: 'urgent', complete: true })).toMatchInlineSnapshot(`
      "  If you think this is an emergency, call 112 (Germany) now.

        Somewhere else? Use your local number.

        ! Urgent: See a clinician today or tomorrow.
          This comes from your check 2 days ago.
          Call your doctor's office, an urgent care clinic or an advice line.
          Until then stay in easy positions and move gently as far as you can
          bear it.

        Seen about it since, or ticked by mistake? backcare diagnose asks again.

        Next  backcare relief · backcare diagnose
      "
    `);
  });

  test('routine', async () => {
    expect(
      await shown({ urgency: 'routine', complete: true }, '2026-11-21T10:00:00+01:00'),
    ).toMatchInlineSnapshot(`
      "  If you think this is an emergency, call 112 (Germany) now.

        Somewhere else? Use your local number.

        Sun 22 Nov

        Due         check-in, one minute: backcare recovery check-in
        Now         backcare stretch: no session yet today; a few minutes count

        → Book an appointment in the next week or two.
          So said your check yesterday. Warning signs can still appear: run it
          again if anything changes.

        Next  backcare recovery · backcare relief · backcare diagnose
      "
    `);
  });

  test('self-care', async () => {
    expect(
      await shown({ urgency: 'self-care', complete: true }, '2026-11-22T10:00:00+01:00'),
    ).toMatchInlineSnapshot(`
      "  If you think this is an emergency, call 112 (Germany) now.

        Somewhere else? Use your local number.

        ✓ You can start caring for this at home.
          So said your check today. Warning signs can still appear: run it again
          if anything changes.

        Next  backcare stretch · backcare recovery · backcare relief
              backcare diagnose
      "
    `);
  });

  test('not finished', async () => {
    expect(await shown({ urgency: 'routine', complete: false })).toMatchInlineSnapshot(`
      "  If you think this is an emergency, call 112 (Germany) now.

        Somewhere else? Use your local number.

        → Your check 2 days ago is not finished.
          Some safety questions were not answered, so we can't say how urgent
          this is. Please talk to a clinician if you are unsure.

        Next  backcare relief · backcare diagnose
      "
    `);
  });

  test('dated ahead of the clock: it is called that, and not too old', async () => {
    const ctx = await person().remember(
      checked({ urgency: 'self-care', complete: true }, '2027-03-01T10:00:00+01:00'),
    );
    await runToday({}, ctx, unused);
    expect(ctx.stdout).toContain("Your last check is dated ahead of this computer's clock.");
    expect(ctx.stdout).toContain("We can't tell how old it is. Please check again.");
    expect(ctx.stdout).not.toMatch(/12 weeks|too long ago/);
  });

  test('too old', async () => {
    expect(
      await shown({ urgency: 'self-care', complete: true }, '2026-05-01T10:00:00+02:00'),
    ).toMatchInlineSnapshot(`
      "  If you think this is an emergency, call 112 (Germany) now.

        Somewhere else? Use your local number.

        · Your last check was 205 days ago.
          That is too long ago to go by: over 12 weeks. Please check again.

        Next  backcare relief · backcare diagnose
      "
    `);
  });

  test('--json', async () => {
    const ctx = await fakeContext({ env }).remember(checked({ urgency: 'urgent', complete: true }));
    await runToday({ json: true }, ctx, unused);
    expect(JSON.parse(ctx.stdout)).toMatchObject({
      schema: 'backcare/today@1',
      emergency: { number: '112', country: 'DE' },
      standing: 'urgent',
      assessment: { urgency: 'urgent', complete: true, daysAgo: 2 },
    });
  });

  test('--json the first time', async () => {
    const ctx = fakeContext({ env });
    await runToday({ json: true }, ctx, unused);
    expect(JSON.parse(ctx.stdout)).toMatchObject({ standing: 'unchecked', assessment: null, advice: [] });
  });
});

describe('the day', () => {
  const cleared = checked({ urgency: 'self-care', complete: true, answers: { duration: 3 } });
  const at = (date: number, time = '19:00') => `2026-11-${String(date).padStart(2, '0')}T${time}:00+01:00`;
  const note = (usual: number, date: number, time?: string) => ({
    kind: 'log',
    body: { usual },
    at: at(date, time),
  });
  const session = (name: string, date: number) => ({
    kind: 'practice',
    body: { routine: 'desk-break', name, result: { items: [], activeMilliseconds: 360_000 } },
    at: at(date, '09:00'),
  });
  const twoWeeks = [7, 6, 6, 5, 6, 4, 4, 3, 3, 3].map((usual, place) => note(usual, 12 + place));
  const begun = {
    kind: 'recovery-start',
    body: { track: 'pulled-muscle', phase: 'calm' },
    at: at(20, '11:00'),
  };
  type Event = { readonly kind: string; readonly body: unknown; readonly at?: string };
  const shown = async (events: readonly Event[], flags: object = {}, world: FakeWorld = {}) => {
    const ctx = await person([], world).remember(...events);
    expect(await runToday(flags, ctx, unused)).toBe(0);
    return ctx.stdout;
  };

  test('nothing noted today, no plan', async () => {
    const text = await shown([cleared, ...twoWeeks]);
    expect(text).toMatchInlineSnapshot(`
      "  If you think this is an emergency, call 112 (Germany) now.

        Somewhere else? Use your local number.

        Sun 22 Nov

        Pain        ▆▅▅▅▅▄▄▃▃▃· 6 to 3: clear change, for the better
        Due         check-in, one minute: backcare recovery check-in
        Now         backcare stretch: no session yet today; a few minutes count

        ✓ You can start caring for this at home.
          So said your check 2 days ago. Warning signs can still appear: run it
          again if anything changes.

        Next  backcare recovery · backcare relief · backcare diagnose
      "
    `);
    expect(text.split('\n').length).toBeLessThanOrEqual(24);
  });

  test('noted and practised', async () => {
    expect(await shown([cleared, session('Desk break', 22), note(3, 22, '08:00')])).toMatchInlineSnapshot(`
      "  If you think this is an emergency, call 112 (Germany) now.

        Somewhere else? Use your local number.

        Sun 22 Nov

        Pain        3 of 10
        Practised   Desk break, 6 min
        Due         check-in, one minute: backcare recovery check-in
        Now         Nothing more is due. Today is enough.

        ✓ You can start caring for this at home.
          So said your check 2 days ago. Warning signs can still appear: run it
          again if anything changes.

        Next  backcare stretch · backcare recovery · backcare relief
              backcare diagnose
      "
    `);
  });

  test('two entries in a day: the newest and the highest, and not their mean', async () => {
    const twice = [cleared, note(9, 22, '08:00'), note(2, 22, '17:00')];
    const text = await shown(twice);
    expect(text).toContain('2 of 10, highest 9 today');
    expect(text).not.toContain('5.5');
    const course = [cleared, ...twoWeeks, note(9, 22, '08:00'), note(2, 22, '17:00')];
    expect((await shown(course)).replace(/\s+/g, ' ')).toContain('; newest 2, highest 9 today');
    expect(JSON.parse(await shown(twice, { json: true })).pain).toMatchObject({ newest: 2, highest: 9 });
  });

  test('a plan that was begun', async () => {
    const text = await shown([cleared, begun, ...twoWeeks, session('Desk break', 22)]);
    expect(text).toMatchInlineSnapshot(`
      "  If you think this is an emergency, call 112 (Germany) now.

        Somewhere else? Use your local number.

        Sun 22 Nov · Pulled muscle: day 6 · Calm

        Pain        ▆▅▅▅▅▄▄▃▃▃· 6 to 3: clear change, for the better
        Today       · Up for 3 to 5 minutes every waking hour
                    · Three short walks of 3 to 5 minutes
                    · Slow breathing for 5 minutes
                    · Evening check: pain, what went, anything new
                    extra: Legs on a chair 5 to 15 minutes, then up for two
        Practised   Desk break, 6 min
        Due         check-in, one minute: backcare recovery check-in
                    a few questions, and you may go on: backcare recovery check
        Now         backcare stretch easy-walk: next on your list

        ✓ You can start caring for this at home.
          So said your check 2 days ago. Run it again if anything changes.

        Next  backcare stretch · backcare recovery · backcare relief
              backcare diagnose
      "
    `);
    expect(text.split('\n').length).toBeLessThanOrEqual(24);
  });

  test('days off', async () => {
    const off = { kind: 'recovery-pause', body: { from: '2026-11-21', until: '2026-11-24', why: 'holiday' } };
    const text = await shown([cleared, begun, off]);
    expect(text).toContain('Days off.');
    expect(text).not.toContain('Due');
    expect(text).toContain('Nothing is asked of you today.');
  });

  test('off track still fits a screen', async () => {
    const rising = [3, 3, 4, 5, 6, 7, 8, 8].map((usual, place) => note(usual, 15 + place, '10:00'));
    const early = checked(
      { urgency: 'self-care', complete: true, answers: { duration: 2, 'pain-average': 3 } },
      at(14),
    );
    const text = await shown([
      early,
      { ...begun, at: at(14, '20:00') },
      ...rising,
      session('Desk break', 22),
    ]);
    expect(text).toContain('Time to let somebody look');
    expect(text).toContain('backcare recovery visit');
    expect(text.split('\n').length).toBeLessThanOrEqual(24);
  });

  test('off track with a concern beside it says nothing calm, and fits a screen too', async () => {
    const told = ['worse-after-a-week'];
    const rising = [3, 3, 4, 5, 6, 7, 8, 8].map((usual, place) => note(usual, 15 + place, '10:00'));
    const concern = { kind: 'log', body: { usual: 8, told }, at: at(22, '11:00') };
    const answers = { duration: 2, 'pain-average': 3 };
    const early = checked({ urgency: 'self-care', complete: true, answers }, at(14));
    const plan = { ...begun, at: at(14, '20:00') };
    const text = await shown([early, plan, ...rising, concern, session('Desk break', 22)]);
    expect(text).toContain('Time to let somebody look');
    expect(text).toContain('After more than a week it is worse');
    expect(text).not.toContain('You can start caring');
    expect(text).toMatch(/Now +backcare diagnose/);
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
  });

  test('days off in a flare: nobody asks for the pain of the day', async () => {
    const flare = { kind: 'recovery-flare', body: { is: 'started', pain: 7 }, at: at(21, '12:00') };
    const off = { kind: 'recovery-pause', body: { from: '2026-11-21', until: '2026-11-24', why: 'holiday' } };
    const text = await shown([cleared, begun, flare, off]);
    expect(text).toContain('A flare, day 2');
    expect(text).not.toContain('pain is not noted today');
    expect(text).not.toContain('check-in');
  });

  test('a flare comes before the list', async () => {
    const flare = { kind: 'recovery-flare', body: { is: 'started', pain: 7 }, at: at(22, '12:00') };
    const text = await shown([cleared, begun, flare]);
    expect(text).toContain('A flare, day 1.');
    expect(text).toContain('backcare recovery: what helps in these hours and days');
  });

  test('entries without a check: what is known, and the check first', async () => {
    const text = await shown(twoWeeks);
    expect(text).toContain('Your back was not checked yet.');
    expect(text).toContain('backcare diagnose: danger signs come before any plan');
    expect(text).toContain('Pain');
  });

  test('a danger sign of the plan takes back a calm level', () => {
    const view: TodayView = {
      contact: contactFor(person(), {}, { country: 'DE' }),
      summary: { at: 0, urgency: 'self-care', complete: true },
      standing: 'cleared',
      daysAgo: 2,
      mayBeLost: false,
      day: {
        today: 'Sun 22 Nov',
        trend: undefined,
        pain: undefined,
        isNoted: false,
        practised: [],
        concern: undefined,
        hasExercised: false,
        checkIn: undefined,
        plan: {
          track: 'Pulled muscle',
          where: 'day 3 · Calm',
          list: [],
          asksPain: false,
          isOnDaysOff: false,
          state: 'danger-sign',
          open: undefined,
          news: { tone: 'urgent', title: 'Stop.', line: 'A danger sign came up.' },
          due: [],
        },
        reminder: undefined,
      },
    };
    const text = JSON.stringify(todayDocument(view));
    expect(text).toContain('A danger sign came up.');
    expect(text).not.toContain('You can start');
  });

  test('urgent advice comes before the course, and nothing is proposed', async () => {
    const text = await shown([checked({ urgency: 'urgent', complete: true }), begun, ...twoWeeks]);
    expect(text.indexOf('! Urgent')).toBeLessThan(text.indexOf('Pain  '));
    expect(text).not.toContain('Now  ');
    expect(text).not.toContain('pulled muscle');
  });

  test('in an emergency nothing else is shown', async () => {
    const text = await shown([checked({ urgency: 'emergency', complete: true }), begun, ...twoWeeks]);
    expect(text).not.toContain('Pain');
    expect(text).toContain('EMERGENCY');
  });

  test('without colour and glyphs: numbers for the picture', async () => {
    const ctx = await fakeContext({
      env: { LANG: 'C', TERM: 'xterm', NO_COLOR: '1' },
      columns: 80,
    }).remember(cleared, ...twoWeeks);
    await runToday({}, ctx, unused);
    expect(ctx.stdout).toContain('7 6 6 5 6 4 4 3 3 3');
  });

  test('in a pipe and for a listener the words alone', async () => {
    const ctx = await fakeContext({ env }).remember(cleared, ...twoWeeks);
    await runToday({}, ctx, unused);
    expect(ctx.stdout).toMatch(/^Pain: 6 to 3: clear change, for the better$/m);
  });

  test('a session at one at night is of the day before', async () => {
    const late = { ...session('Late one', 22), at: at(22, '01:00') };
    expect(await shown([cleared, late])).not.toContain('Late one');
  });

  test('--json', async () => {
    const json = JSON.parse(
      await shown([cleared, begun, ...twoWeeks, session('Desk break', 22)], { json: true }),
    );
    expect(json).toMatchObject({
      schema: 'backcare/today@1',
      standing: 'cleared',
      pain: { newest: 3, change: 'clear change', direction: 'better' },
      notedToday: false,
      practised: [{ name: 'Desk break', minutes: 6 }],
      plan: { track: 'Pulled muscle', state: 'usual' },
      now: { kind: 'line', command: expect.stringMatching(/^backcare /) },
    });
  });

  test('a record that breaks after the check was read: the page comes', async () => {
    const ctx = await person().remember(cleared, ...twoWeeks);
    const record = await ctx.record();
    ctx.record = async () => ({ ...record, since: () => Promise.reject(new Error('EIO')) });
    expect(await runToday({}, ctx, unused)).toBe(0);
    expect(ctx.stdout).toContain('You can start caring for this at home.');
  });
});

describe('the command line', () => {
  const programWith = (seen: unknown[]) => {
    const ctx = fakeContext({ env });
    const program = new Command().name('backcare').option('--json').exitOverride();
    program.command('relief').action(() => void seen.push('relief'));
    registerToday(
      program,
      ctx,
      { relief: async () => 0, diagnose: async () => 7, stretch: async () => 8 },
      (code) => seen.push(code),
      async () => ({
        runToday: async (flags: object, _ctx: unknown, { diagnose }: { diagnose(): Promise<number> }) => {
          seen.push(flags);
          return diagnose();
        },
      }),
    );
    return program;
  };

  test('no command is today, with its exit code', async () => {
    const seen: unknown[] = [];
    await programWith(seen).parseAsync(['--json'], { from: 'user' });
    expect(seen).toEqual([{ json: true }, 7]);
  });

  test('a command is that command', async () => {
    const seen: unknown[] = [];
    await programWith(seen).parseAsync(['relief'], { from: 'user' });
    expect(seen).toEqual(['relief']);
  });

  test('an unknown word is refused with the nearest command', async () => {
    const refused = programWith([]).parseAsync(['releif'], { from: 'user' });
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toMatchObject({ reason: 'Did you mean "backcare relief"?', exitCode: 2 });
  });
});

describe('reminders', () => {
  const walkAt = (time: number) => ({
    kind: 'reminder-schedule',
    at: '2026-11-21T10:00:00+01:00',
    body: {
      schedule: {
        id: 'walk',
        kind: 'walk',
        name: 'Walk',
        starts: 'stretch easy-walk',
        when: { kind: 'at', at: [time] },
        days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
        except: [],
        lead: 0,
      },
    },
  });
  const calm = checked({ urgency: 'self-care', complete: true });
  const grave = checked({ urgency: 'urgent', complete: true }, '2026-11-22T10:00:00+01:00');

  test.each([
    ['the next one', 20 * 60 + 30, 'Next  20:30 walk'],
    ['one that is due', 18 * 60, 'Now  walk\\n'],
    ['one of tomorrow', 12 * 60, 'Next  tomorrow 12:00 walk'],
  ])('%s stands on the page', async (_what, time, line) => {
    const ctx = await person().remember(calm, walkAt(time));
    expect(await runToday({}, ctx, unused)).toBe(0);
    expect(ctx.stdout).toMatch(new RegExp(line.replace('  ', ' +')));
  });

  test('none while advice stands', async () => {
    const ctx = await person().remember(calm, walkAt(1230), grave);
    expect(await runToday({}, ctx, unused)).toBe(0);
    expect(ctx.stdout).not.toContain('walk');
  });

  test('schedules of years ago are found by what they show', async () => {
    const old = { ...walkAt(1230), at: '2024-01-02T10:00:00+01:00' };
    const shown = {
      kind: 'reminder-shown',
      at: '2026-11-21T20:30:00+01:00',
      body: { ids: ['walk/2026-11-21T20:30'] },
    };
    const ctx = await person().remember(old, calm, shown);
    expect(await runToday({}, ctx, unused)).toBe(0);
    expect(ctx.stdout).toContain('20:30 walk');
  });

  test('--json', async () => {
    const ctx = await person().remember(calm, walkAt(1230));
    await runToday({ json: true }, ctx, unused);
    expect(JSON.parse(ctx.stdout).reminder).toEqual({
      line: '20:30 walk',
      at: '2026-11-22T20:30:00.000+01:00',
      due: false,
    });
  });
});
