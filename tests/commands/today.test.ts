import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { registerToday } from '../../src/commands/today/command.ts';
import { runToday } from '../../src/commands/today/run.ts';
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

  test('a record that cannot be read is said, and the welcome comes', async () => {
    const ctx = fakeContext({ env });
    ctx.record = () => Promise.reject(new Error('EACCES'));
    expect(await runToday({}, ctx, unused)).toBe(0);
    expect(ctx.stderr).toContain('The record could not be read.');
    expect(ctx.stdout).toContain('backcare relief');
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

        → Book an appointment in the next week or two.
          So said your check yesterday. Warning signs can still appear: run it
          again if anything changes.

        Next  backcare stretch · backcare relief · backcare diagnose
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

        Next  backcare stretch · backcare relief · backcare diagnose
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
