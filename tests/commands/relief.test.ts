import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { registerRelief } from '../../src/commands/relief/command.ts';
import { type ReliefContext, runRelief } from '../../src/commands/relief/run.ts';
import { reliefPace, reliefSigns } from '../../src/data/relief.ts';
import { wrapText } from '../../src/render/width.ts';
import { type FakeWorld, fakeContext } from '../support/fake-context.ts';

const env = { LANG: 'de_DE.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
const person = (answers: FakeWorld['answers'], world: FakeWorld = {}) =>
  fakeContext({ env, columns: 80, answers: answers ?? [], inputIsTerminal: true, ...world });
const script = (world: FakeWorld = {}) => fakeContext({ env, ...world });
const checked = (body: object) => ({ kind: 'assessment', body, at: '2026-11-20T10:00:00+01:00' });
/** Rows of a page, with the blank line and the keys under it. */
const rows = (text: string) => text.split('\n').length + 1;

describe('at a keyboard', () => {
  test('the seven lines, then help with one key', async () => {
    const ctx = person([{ choose: 'none' }]);
    expect(await runRelief({}, ctx)).toBe(0);
    const [choice] = ctx.prompts.choices;
    expect(choice?.text).toMatchInlineSnapshot(`
      "  If you think this is an emergency, call 112 (Germany) now.

        Somewhere else? Use your local number.

        Help for a back that grabs

        Is any of this new, or getting worse, with it? Not sure counts as yes.
      "
    `);
    expect(choice?.choices.map(({ key, label }) => `${key} ${label}`).join('\n')).toMatchInlineSnapshot(`
      "1 Numb round bottom, or trouble peeing or leaking
      2 A weak leg, or pain or tingling in both
      3 Chest pain, short of breath, or faint
      4 Sudden terrible headache, or face or speech trouble
      5 A big fall, crash or blow
      6 Fever, or feeling very ill
      7 Pregnant, with bleeding or pains
      n None of these
      w In more words"
    `);
    // Enter alone must not mean "none".
    expect(choice?.initial).toBeUndefined();
    expect(ctx.stdout).toMatchInlineSnapshot(`
      "  If you think this is an emergency, call 112 (Germany) now.

        1. Lie on your back with your calves up on a chair, for 5 to 15 minutes.
        2. Or lie on your side with a pillow between your knees. Always this way
           if you are pregnant, or breathless when flat.
        3. Breathe in for 4 seconds, out for 6. Light-headed? Smaller breaths.
        4. Then roll onto your side, push up, and walk about for two minutes.
        5. Gentle warmth, 15 minutes, may ease it. Not on a fresh bruise.
           Pregnant? Ask first. Put a cloth between your skin and the pack, keep
           it to short spells, never use it on numb skin, and never while
           asleep.

        • Do not force a stretch, jerk up, lift, or stay lying down all day.
        • Stop if pain shoots further down a leg or arm, if you get new numbness
          or weakness, if pain jumps by more than 2 points and stays up the next
          day, or if you feel faint, breathless or chest pain.
        • Call 112 if one of the seven signs begins. See someone within a day
          for fever, pain that no position eases, or a foot you cannot lift.

        A grab usually passes. When you can: backcare diagnose (about 3 minutes)
      "
    `);
    expect(ctx.stderr).toBe('');
  });

  test('the lines in more words', async () => {
    const ctx = person([{ choose: 'words' }, { choose: 'words' }, { choose: 'none' }], {
      env: { ...env, LANG: 'en_GB.UTF-8' },
    });
    await runRelief({}, ctx);
    const labels = ctx.prompts.choices.map(({ choices }) => choices[0]?.label);
    expect(labels).toEqual([reliefSigns[0]?.label, reliefSigns[0]?.ask, reliefSigns[0]?.label]);
    const { text = '', choices = [] } = ctx.prompts.choices[1] ?? {};
    const listed = choices.flatMap(({ label }) => wrapText(label, 71));
    expect(text.split('\n').length + listed.length).toBeLessThanOrEqual(24);
  });

  test.each(reliefSigns.map(({ id }) => id))('%s shows the action first, and no help', async (id) => {
    const ctx = person([{ choose: id }, { choose: 'leave' }]);
    expect(await runRelief({}, ctx)).toBe(0);
    expect(ctx.stdout.split('\n')[0]).toMatch(/EMERGENCY: .*[cC]all 112 \(Germany\)/);
    expect(ctx.stdout).not.toMatch(/chair|breathe in|warm/i);
    expect(rows(ctx.stdout)).toBeLessThanOrEqual(24);
  });

  test('a sign that is always an emergency', async () => {
    const ctx = person([{ choose: 'saddle-or-bladder' }, { choose: 'leave' }]);
    await runRelief({}, ctx);
    expect(ctx.stdout).toMatchInlineSnapshot(`
      "  ‼ EMERGENCY: GET HELP NOW: call 112 (Germany) or go to an emergency
          department.
          You ticked: numb round bottom, or trouble peeing or leaking. It can
          mean that nerves at the base of the spine are being pressed. Hours
          matter.
          Say these words: 'I may have cauda equina syndrome' and show this
          screen.
          Do not drive yourself. Ask someone to stay with you. Take a list of
          your medicines. Do not wait to see if it passes.

        Somewhere else? Use your local number.

      "
    `);
  });

  test('a sign that may be urgent only', async () => {
    const ctx = person([{ choose: 'fever-or-very-ill' }, { choose: 'leave' }]);
    await runRelief({}, ctx);
    expect(ctx.stdout).toMatchInlineSnapshot(`
      "  ‼ EMERGENCY: Call 112 (Germany) now if any of this fits too:
          You are confused, drowsy or hard to wake; your skin is grey, blue or
          blotchy; your neck is stiff; a leg is weak or numb; you cannot keep
          fluids down; you are pregnant or gave birth lately; your immune system
          is weak; you have injected drugs; or you had an infection, an
          operation or a needle in the back lately.
          You ticked: fever, or feeling very ill. Fever with back pain can come
          from an infection of the spine, a kidney or the blood.
          Do not drive yourself. Ask someone to stay with you. Take a list of
          your medicines. Do not wait to see if it passes.

        ! Urgent: Only a fever or chills, and none of that? See a clinician
          today or tomorrow.
          Call your doctor, an urgent care clinic or an advice line. Until then
          lie or sit as is easiest, and move gently. Advice by phone: 116117.

        Somewhere else? Use your local number.

      "
    `);
  });

  test('ticked by mistake: the lines again, then help', async () => {
    const ctx = person([{ choose: 'fall-or-crash' }, { choose: 'mistake' }, { choose: 'none' }]);
    await runRelief({}, ctx);
    expect(ctx.stdout).toContain('When you can: backcare diagnose');
  });

  test.each([
    ['80 columns', 80, 24],
    ['60 columns', 60, 24],
  ])('lines and help fit %s', async (_name, columns, most) => {
    for (const LANG of ['de_DE.UTF-8', 'en_GB.UTF-8']) {
      const ctx = person([{ choose: 'words' }, { choose: 'none' }], { columns, env: { ...env, LANG } });
      await runRelief({}, ctx);
      expect(rows(ctx.stdout)).toBeLessThanOrEqual(most);
      for (const line of ctx.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
    }
  });

  test('the pacer as often as wanted', async () => {
    const ctx = person([
      { choose: 'none' },
      { choose: 'breathe' },
      { choose: 'breathe' },
      { choose: 'leave' },
    ]);
    const paced: unknown[] = [];
    const breathing: ReliefContext['breathing'] = async (wishes) => async (pace) => {
      paced.push(pace, wishes?.accessible);
    };
    await runRelief({ accessible: true }, Object.assign(ctx, { breathing }));
    expect(paced).toEqual([reliefPace, true, reliefPace, true]);
  });

  test('nothing is kept', async () => {
    const ctx = person([{ choose: 'none' }]);
    await runRelief({}, ctx);
    expect(await (await ctx.record()).newestOf(['assessment', 'relief'])).toEqual(new Map());
  });
});

describe('without a keyboard', () => {
  test('a pipe gets it all, the emergency first', async () => {
    const ctx = script();
    expect(await runRelief({}, ctx)).toBe(0);
    expect(ctx.stdout).toMatchInlineSnapshot(`
      "If you think this is an emergency, call 112 (Germany) now.

      Somewhere else? Use your local number.

      Help for a back that grabs

      If any of these fits, call 112 (Germany) now
      Is any of this new, or getting worse, with it? Not sure counts as yes. Do not drive yourself. Ask someone to stay with you. Take a list of your medicines. Do not wait to see if it passes.

      Numb round bottom, or trouble peeing or leaking: Is it numb or tingly round your bottom or private parts, is it hard to pee, or do you leak pee or poo? It can mean that nerves at the base of the spine are being pressed. Hours matter. Say these words: 'I may have cauda equina syndrome' and show this screen.
      A weak leg, or pain or tingling in both: Is a leg weak or giving way, not just because it hurts, or is there pain, tingling or numbness down both legs? It can mean that the nerves to your legs, or the cord in your spine, are being pressed. Tell them which leg, since when, and whether it is getting worse.
      Chest pain, short of breath, or faint: Do you have pain or pressure in your chest, are you short of breath, or do you feel faint, cold and sweaty? Heart, lung and artery trouble can be felt in the back. Sit down and keep still while you wait.
      Sudden terrible headache, or face or speech trouble: Did a terrible headache come all at once, or, even if it passed: a drooping face, slurred speech, lost sight or one side weak? It can be a stroke, a bleed round the brain or a torn artery in the neck. Tell them when it began.
      A big fall, crash or blow: Did it start after a big accident in the last 4 weeks: a crash, a fall from above standing height or down stairs, a heavy blow? A hard blow can break a bone of the spine or hurt something inside. Try not to move your back or neck until help comes. Was it more than a week ago, and you can walk as usual? See a clinician today or tomorrow.
      Fever, or feeling very ill: Do you have a fever (38 C / 100.4 F or more) or shaking chills, or do you feel very ill? Fever with back pain can come from an infection of the spine, a kidney or the blood. Call 112 if this fits too: You are confused, drowsy or hard to wake; your skin is grey, blue or blotchy; your neck is stiff; a leg is weak or numb; you cannot keep fluids down; you are pregnant or gave birth lately; your immune system is weak; you have injected drugs; or you had an infection, an operation or a needle in the back lately. Only a fever or chills, and none of that? See a clinician today or tomorrow.
      Pregnant, with bleeding or pains: Pregnant, or you might be, with bleeding, belly or shoulder-tip pain, waves of pain, leaking waters, a bad headache or a baby moving less? It can be labour, a bleed, or a pregnancy outside the womb. You and the baby need a check now. Call your maternity unit now, or 112.

      If none of them fits, do this now
      1. Lie on your back with your calves up on a chair, for 5 to 15 minutes.
      2. Or lie on your side with a pillow between your knees. Always this way if you are pregnant, or breathless when flat.
      3. Breathe in for 4 seconds, out for 6. Light-headed? Smaller breaths.
      4. Then roll onto your side, push up, and walk about for two minutes.
      5. Gentle warmth, 15 minutes, may ease it. Not on a fresh bruise. Pregnant? Ask first. Put a cloth between your skin and the pack, keep it to short spells, never use it on numb skin, and never while asleep.

      - Do not force a stretch, jerk up, lift, or stay lying down all day.
      - Stop if pain shoots further down a leg or arm, if you get new numbness or weakness, if pain jumps by more than 2 points and stays up the next day, or if you feel faint, breathless or chest pain.
      - Call 112 if one of the seven signs begins. See someone within a day for fever, pain that no position eases, or a foot you cannot lift.

      A grab usually passes. When you can: backcare diagnose (about 3 minutes)

      backcare helps you look after back muscle pain. It does not give a diagnosis and it does not replace a doctor, nurse or physiotherapist. No regulator has checked it.
      "
    `);
    for (const sign of reliefSigns) expect(ctx.stdout).toContain(sign.ask);
  });

  test('--no-input at a keyboard, too', async () => {
    const ctx = person([]);
    await runRelief({ input: false }, ctx);
    expect(ctx.stdout).toContain('If any of these fits, call 112 (Germany) now');
    expect(ctx.stdout).toContain('When you can: backcare diagnose');
  });

  test.each(['markdown', 'html'] as const)('--format %s', async (format) => {
    const ctx = person([]);
    await runRelief({ format }, ctx);
    expect(ctx.stdout).toContain('112 (Germany)');
    expect(ctx.stdout).toMatch(
      format === 'html' ? /<h1>Help for a back that grabs<\/h1>/ : /^# Help for a back that grabs$/m,
    );
  });

  test('--json', async () => {
    const ctx = script({ version: '1.2.3' });
    await runRelief({ json: true, country: 'AU' }, ctx);
    const result = JSON.parse(ctx.stdout);
    expect(Object.keys(result)).toMatchInlineSnapshot(`
      [
        "schema",
        "tool",
        "notice",
        "reviewed",
        "emergency",
        "standing",
        "allowed",
        "stem",
        "signs",
        "help",
        "breathing",
        "care",
        "avoid",
        "stop",
        "getHelp",
        "next",
      ]
    `);
    expect(result).toMatchObject({
      schema: 'backcare/relief@1',
      tool: 'backcare 1.2.3',
      reviewed: false,
      emergency: {
        number: '000',
        country: 'AU',
        text: 'If you think this is an emergency, call 000 (Australia) now.',
      },
      standing: null,
      allowed: true,
      breathing: { inSeconds: 4, outSeconds: 6 },
      next: 'backcare diagnose',
    });
    expect(result.signs).toHaveLength(7);
    expect(result.help).toHaveLength(5);
  });
});

describe('with an earlier assessment', () => {
  test('emergency: the action only', async () => {
    const ctx = await person([]).remember(checked({ urgency: 'emergency', complete: true }));
    expect(await runRelief({}, ctx)).toBe(0);
    expect(ctx.stdout).toMatchInlineSnapshot(`
      "  ‼ EMERGENCY: GET HELP NOW: call 112 (Germany) or go to an emergency
          department.
          This comes from your check 2 days ago.
          Do not drive yourself. Ask someone to stay with you. Take a list of
          your medicines. Do not wait to see if it passes.

        Seen about it since, or ticked by mistake? backcare diagnose asks again.

        Somewhere else? Use your local number.
      "
    `);
  });

  test('emergency in JSON: no help', async () => {
    const ctx = await script().remember(checked({ urgency: 'emergency', complete: true }));
    await runRelief({ json: true }, ctx);
    const result = JSON.parse(ctx.stdout);
    expect(result).toMatchObject({
      allowed: false,
      help: [],
      breathing: null,
      standing: { urgency: 'emergency' },
    });
    expect(result.standing.advice[0]).toBe(
      'GET HELP NOW: call 112 (Germany) or go to an emergency department.',
    );
  });

  test('self-harm alone: the crisis text first, and comfort stays open', async () => {
    const ctx = await person([{ choose: 'none' }]).remember(
      checked({ urgency: 'emergency', complete: true, onlySelfHarm: true }),
    );
    await runRelief({}, ctx);
    expect(ctx.prompts.choices[0]?.text).toContain('You matter and help is open now.');
    expect(ctx.stdout.indexOf('You matter')).toBeLessThan(ctx.stdout.indexOf('chair'));
    expect(ctx.stdout).toContain('When you can');
  });

  test('urgent: its advice above, help allowed', async () => {
    const ctx = await person([{ choose: 'none' }]).remember(checked({ urgency: 'urgent', complete: true }));
    await runRelief({}, ctx);
    expect(ctx.prompts.choices[0]?.text).toContain('Urgent: See a clinician today or tomorrow.');
    expect(ctx.stdout).toContain('Urgent: See a clinician today or tomorrow.');
    expect(ctx.stdout).toContain('When you can');
  });

  test.each(['routine', 'self-care'])('%s: as without', async (urgency) => {
    const ctx = await person([{ choose: 'none' }]).remember(checked({ urgency, complete: true }));
    await runRelief({}, ctx);
    expect(ctx.stdout).not.toContain('check');
  });

  test('a record that cannot be read stops nothing', async () => {
    const ctx = person([{ choose: 'none' }]);
    ctx.record = () => Promise.reject(new Error('EACCES'));
    expect(await runRelief({}, ctx)).toBe(0);
    expect(ctx.stderr).toBe('The record could not be read. What an earlier check said is not known here.\n');
    expect(ctx.stdout).toContain('When you can');
  });

  test('broken preferences stop nothing', async () => {
    const ctx = script();
    await ctx.prefer({ country: 'IE' });
    writeFileSync(ctx.preferences().path, '{');
    expect(await runRelief({}, ctx)).toBe(0);
    expect(ctx.stderr).toContain('preferences.json');
    expect(ctx.stdout).toContain('112 (Germany)');
  });
});

describe('whom to call', () => {
  test('the country of the preferences, and no look at the zone', async () => {
    const ctx = await script().prefer({ country: 'IE' });
    ctx.clock.zone = () => {
      throw new Error('The zone was asked for.');
    };
    await runRelief({}, ctx);
    expect(ctx.stdout).toContain('call 112 or 999 (Ireland) now.\n');
  });

  test('--country beats number and country of the preferences', async () => {
    const ctx = await script().prefer({ country: 'IE', 'emergency-number': '0112' });
    await runRelief({ country: 'NZ' }, ctx);
    expect(ctx.stdout).toContain('call 111 (New Zealand) now.\n');
  });

  test('a --country that is none is said, and help comes all the same', async () => {
    const ctx = script();
    await runRelief({ country: 'X\u001b[31m' }, ctx);
    expect(ctx.stderr).toBe(
      'No emergency number is known for the country "X", so the general advice is shown.\n',
    );
    expect(ctx.stdout).toContain('call your local emergency number now.');
  });
});

test('the command passes its flags and nothing else', async () => {
  const seen: unknown[] = [];
  const program = new Command()
    .option('--json')
    .option('--no-input')
    .option('--country <code>')
    .exitOverride();
  registerRelief(program, script(), async () => ({
    runRelief: async (flags: object) => seen.push(flags),
  }));
  await program.parseAsync(['relief', '--json', '--country', 'AU'], { from: 'user' });
  expect(seen).toEqual([{ json: true, input: true, country: 'AU' }]);
});
