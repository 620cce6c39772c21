import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runDiagnose } from '../../../src/commands/diagnose/run.ts';
import { lastAssessment } from '../../../src/commands/standing.ts';
import { inSentence } from '../../../src/documents/answer-words.ts';
import type { Answers } from '../../../src/engine/answers.ts';
import { Interrupted } from '../../../src/errors.ts';
import { ordinaryStrain } from '../../documents/people.ts';
import { knowledge } from '../../engine/world.ts';
import { type FakeWorld, fakeContext } from '../../support/fake-context.ts';
import type { ScriptedAnswer } from '../../support/scripted-prompter.ts';
import { draftIn, keptIn, leave, noVisit, pagesFor, wholeInterview } from './script.ts';

const env = { LANG: 'en_IE.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
const person = (answers: readonly ScriptedAnswer[], world: FakeWorld = {}) =>
  fakeContext({ env, columns: 80, zone: 'Europe/Dublin', answers, inputIsTerminal: true, ...world });

/** Cancer long ago: private, and by itself no more than a visit. */
const privatePerson: Answers = { ...ordinaryStrain, 'mod-cancer-old': 'yes' };
const label = inSentence(knowledge.question('mod-cancer-old')?.label ?? '');
const stop: ScriptedAnswer = { fail: new Interrupted() };
const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

describe('what the review keeps', () => {
  test.each([
    ['everything', 'show', { 'mod-cancer-old': 'yes' }, undefined],
    ['the level without private answers', 'without-private', {}, true],
  ] as const)('%s', async (_name, choice, kept, dropped) => {
    const ctx = person(wholeInterview(privatePerson, choice));
    await runDiagnose({}, ctx);
    const review = ctx.prompts.choices.find(({ text }) => text?.includes('Your answers'));
    expect(review?.message).toContain(`Private ones: ${label}`);
    const [body] = await keptIn(ctx);
    expect(body).toMatchObject({ urgency: 'routine', complete: true });
    expect(body?.answers).toMatchObject({ age: 34, ...kept });
    expect(body?.privateAnswersDropped).toBe(dropped);
    if (dropped) {
      expect(JSON.stringify(body)).not.toMatch(
        /mod-cancer|mod-pregnant|mod-iv-drugs|rf-self-harm|rf-sexual-loss/,
      );
    }
  });

  test('nothing', async () => {
    const ctx = person(wholeInterview(privatePerson, 'nothing'));
    expect(await runDiagnose({}, ctx)).toBe(0);
    expect(ctx.stdout).toContain('Book an appointment');
    expect(await keptIn(ctx)).toEqual([]);
    expect(await draftIn(ctx)).toBeUndefined();
  });

  test('without private answers there is nothing to drop, and no key for it', async () => {
    const ctx = person(wholeInterview());
    await runDiagnose({}, ctx);
    const review = ctx.prompts.choices.find(({ text }) => text?.includes('Your answers'));
    expect(review?.choices.map(({ value }) => value)).toEqual(['show', 'edit', 'nothing']);
    expect(review?.message).toBe('The level and these answers will be kept in your record on this computer.');
  });

  test('--no-save keeps neither record nor draft, and says so', async () => {
    const ctx = person(wholeInterview(privatePerson));
    expect(await runDiagnose({ save: false }, ctx)).toBe(0);
    const review = ctx.prompts.choices.find(({ text }) => text?.includes('Your answers'));
    expect(review?.message).toBe('Nothing will be kept.');
    expect(review?.choices.map(({ value }) => value)).not.toContain('nothing');
    expect(readdirSync(ctx.home, { recursive: true })).toEqual([]);
  });

  test('--no-save keeps no draft when it is stopped', async () => {
    const [first] = pagesFor(ordinaryStrain).script;
    const ctx = person([first as ScriptedAnswer, stop]);
    await expect(runDiagnose({ save: false }, ctx)).rejects.toThrow(/^Stopped\.$/);
    expect(readdirSync(ctx.home, { recursive: true })).toEqual([]);
  });

  test('--save without-private drops them by itself, and the review says so', async () => {
    const ctx = person(wholeInterview(privatePerson));
    await runDiagnose({ save: 'without-private' }, ctx);
    const review = ctx.prompts.choices.find(({ text }) => text?.includes('Your answers'));
    expect(review?.message).toContain(`without the private ones: ${label}`);
    const [body] = await keptIn(ctx);
    expect(body?.privateAnswersDropped).toBe(true);
    expect(body?.answers['mod-cancer-old']).toBeUndefined();
  });

  const selfHarm: Answers = { ...ordinaryStrain, 'rf-self-harm': 'yes' };

  test.each([
    ['without-private', 1],
    ['all', 2],
  ] as const)('after a grave result it is asked late: %s', async (choice, events) => {
    const ctx = person([
      ...pagesFor(selfHarm).script,
      leave,
      { choose: choice, message: /Keep the private/ },
    ]);
    await runDiagnose({}, ctx);
    expect(ctx.prompts.choices.at(-1)?.choices.map(({ value }) => value)).toEqual(['without-private', 'all']);
    const kept = await keptIn(ctx);
    expect(kept).toHaveLength(events);
    expect(kept[0]).toMatchObject({ urgency: 'emergency', privateAnswersDropped: true });
    expect(JSON.stringify(kept[0])).not.toContain('self-harm');
    expect('rf-self-harm' in (kept.at(-1)?.answers ?? {})).toBe(choice === 'all');
    expect(kept.at(-1)?.rules.some(({ id }) => id === 'rf-self-harm-alone')).toBe(choice === 'all');
    // Comfort and the crisis text stay, whatever is kept of the reason.
    const { summary } = await lastAssessment(ctx, { dayStart: 3 });
    expect(summary).toMatchObject({ urgency: 'emergency', onlySelfHarm: true });
  });

  test('a grave level is in the record before its first key, whatever happens then', async () => {
    const ctx = person([...pagesFor(selfHarm).script, stop]);
    await expect(runDiagnose({}, ctx)).rejects.toThrow(/^Stopped\.$/);
    expect(await keptIn(ctx)).toMatchObject([{ urgency: 'emergency', privateAnswersDropped: true }]);
    expect(await draftIn(ctx)).toBeUndefined();
  });

  test.each([{ save: false }, { save: 'nothing' }] as const)('but not with %j', async (flags) => {
    const ctx = person([...pagesFor(selfHarm).script, leave]);
    await runDiagnose(flags, ctx);
    expect(await keptIn(ctx)).toEqual([]);
  });

  test('a corrected slip of which nothing is to be kept takes the emergency back too', async () => {
    const slip = pagesFor({ ...ordinaryStrain, 'rf-saddle-numbness': 'yes' });
    const corrected = { ...slip.answers, 'rf-saddle-numbness': 'no' };
    const ctx = person([
      ...slip.script,
      { choose: 'mistake' },
      { answers: { 'rf-saddle-numbness': 'no' } },
      ...pagesFor(ordinaryStrain, { from: corrected }).script,
      noVisit,
      { choose: 'nothing' },
      leave,
    ]);
    await runDiagnose({}, ctx);
    expect((await lastAssessment(ctx, { dayStart: 3 })).standing).toBe('unchecked');
  });

  test('a corrected slip that was not finished keeps the emergency', async () => {
    const slip = pagesFor({ ...ordinaryStrain, 'rf-saddle-numbness': 'yes' });
    const ctx = person([
      ...slip.script,
      { choose: 'mistake' },
      { answers: { 'rf-saddle-numbness': 'no' } },
      stop,
    ]);
    await expect(runDiagnose({}, ctx)).rejects.toThrow('Your answers are kept');
    expect((await lastAssessment(ctx, { dayStart: 3 })).standing).toBe('emergency');
  });
});

describe('an interview that was stopped', () => {
  const half = pagesFor(ordinaryStrain, { stopBefore: 'site' });

  async function stopped(world: FakeWorld = {}) {
    const ctx = person([...half.script, stop], world);
    await expect(runDiagnose({}, ctx)).rejects.toThrow('Your answers are kept');
    return ctx;
  }

  test('keeps the answers, and no assessment', async () => {
    const ctx = await stopped();
    expect(await keptIn(ctx)).toEqual([]);
    expect(await draftIn(ctx)).toMatchObject({ answers: half.answers });
    expect(ctx.stdout).toBe('');
  });

  test('goes on where it stopped, and asks only the rest', async () => {
    const { home } = await stopped();
    const rest = pagesFor(ordinaryStrain, { from: half.answers });
    const ctx = person(
      [
        { choose: 'go-on', message: /^You stopped 25 minutes ago, with \d+ answers given\.$/ },
        ...rest.script,
        noVisit,
        { choose: 'show' },
        leave,
      ],
      {
        home,
        now: '2026-11-22T18:34:50+01:00',
      },
    );
    expect(await runDiagnose({}, ctx)).toBe(0);
    expect((await keptIn(ctx))[0]?.answers).toMatchObject(half.answers);
    expect(await draftIn(ctx)).toBeUndefined();
  });

  test('what was answered before can still be gone back to', async () => {
    const { home } = await stopped();
    const rest = pagesFor(ordinaryStrain, { from: half.answers });
    const ctx = person([{ choose: 'go-on' }, { back: true }, stop], { home });
    await expect(runDiagnose({}, ctx)).rejects.toThrow('Stopped');
    expect(rest.script.length).toBeGreaterThan(0);
    const ids = ctx.prompts.pages[1]?.questions.map(({ id }) => id) ?? [];
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(half.answers).toHaveProperty(id);
  });

  test('begins anew when that is wanted', async () => {
    const { home } = await stopped();
    const ctx = person([{ choose: 'anew' }, ...wholeInterview()], { home });
    expect(await runDiagnose({}, ctx)).toBe(0);
    expect(ctx.prompts.pages[0]?.questions.every(({ current }) => current === undefined)).toBe(true);
  });

  test.each([
    ['after half a day', '2026-11-23T06:09:46+01:00'],
    ['when the clock was set back', '2026-11-22T18:00:00+01:00'],
  ])('begins anew by itself %s: danger signs change', async (_name, now) => {
    const { home } = await stopped();
    const ctx = person(wholeInterview(), { home, now });
    expect(await runDiagnose({}, ctx)).toBe(0);
    expect(ctx.prompts.choices.map(({ message }) => message).join()).not.toContain('You stopped');
  });

  test.each([
    ['no JSON', '{"v":1,"bo'],
    ['another shape', '{"v":1,"body":{"at":"yesterday","answers":[]}}'],
    [
      'names of another version',
      '{"v":1,"body":{"at":1795367300000,"answers":{"rf-other":"yes","__proto__":"no"}}}',
    ],
  ])('begins anew when the draft is broken: %s', async (_name, text) => {
    const { home } = await stopped();
    const draft = readdirSync(home, { recursive: true })
      .map(String)
      .find((name) => name.endsWith('draft-diagnose.json'));
    writeFileSync(join(home, draft ?? ''), text);
    const ctx = person(wholeInterview(), { home });
    expect(await runDiagnose({}, ctx)).toBe(0);
    expect(await keptIn(ctx)).toHaveLength(1);
  });

  test('leaves nothing to go on with once the result is decided, even when it is left by Ctrl-C', async () => {
    const ctx = person([...pagesFor(privatePerson).script, noVisit, { choose: 'nothing' }, stop]);
    await expect(runDiagnose({}, ctx)).rejects.toThrow('Stopped');
    expect(await draftIn(ctx)).toBeUndefined();
    expect(await keptIn(ctx)).toEqual([]);
  });
});

describe('after a grave result', () => {
  const earlier = (urgency: string) => ({
    kind: 'assessment',
    at: '2026-11-21T10:00:00+01:00',
    body: { urgency, complete: true, ruleSet: 'x', tool: 'x', answers: {}, rules: [], patterns: [] },
  });

  const goOn: ScriptedAnswer = { choose: 'go-on', message: 'That still holds.' };

  test.each([
    ['emergency', 'GET HELP NOW: call 112 or 999 (Ireland)', 'seen'],
    ['urgent', 'See a clinician today or tomorrow.', 'not-yet'],
    ['emergency', 'GET HELP NOW: call 112 or 999 (Ireland)', 'mistake'],
  ])('of %s the next one shows "%s" and asks what happened: %s', async (urgency, words, since) => {
    const ctx = person([
      { choose: since, message: 'Have you been seen about this?' },
      ...(since === 'not-yet' ? [goOn] : []),
      ...wholeInterview(),
    ]);
    await ctx.remember(earlier(urgency));
    await runDiagnose({}, ctx);
    const [asked, repeated] = ctx.prompts.choices.map(({ text }) => inOneLine(text ?? '').trim());
    expect(asked).toMatch(/^If you think this is an emergency, call 112 or 999/);
    expect(asked).toContain(words);
    if (since === 'not-yet') expect(repeated).toContain(words);
    // The earlier result stays as it was.
    expect((await keptIn(ctx)).map((body) => [body.urgency, body.since])).toEqual([
      [urgency, undefined],
      ['self-care', since],
    ]);
  });

  test.each(['emergency', 'urgent'])('of %s one that is not finished lowers nothing', async (urgency) => {
    const half: Answers = { ...ordinaryStrain, 'rf-saddle-numbness': 'skipped' };
    const ctx = person([{ choose: 'seen' }, ...wholeInterview(half)]);
    await ctx.remember(earlier(urgency));
    await runDiagnose({}, ctx);
    expect((await keptIn(ctx)).at(-1)).toMatchObject({ urgency: 'routine', complete: false });
    expect((await lastAssessment(ctx, { dayStart: 3 })).summary).toMatchObject({
      urgency,
      at: Date.parse('2026-11-21T10:00:00+01:00'),
    });
    expect(inOneLine(ctx.stderr)).toContain('The advice of your check yesterday still stands');
    // From a file as well, and once more: what is carried is carried on.
    await runDiagnose({ set: ['rf-fever=no'] }, ctx);
    expect((await lastAssessment(ctx, { dayStart: 3 })).standing).toBe(urgency);
  });

  test.each<[string, string | undefined, boolean]>([
    ['from a file', undefined, false],
    ['not seen yet', 'not-yet', false],
    ['seen about it', 'seen', true],
  ])(
    'thoughts of self-harm, which end the questions early, lower no advice about the body: %s',
    async (_, since, opens) => {
      const answers: Answers = { ...ordinaryStrain, 'rf-self-harm': 'yes' };
      const script = pagesFor(answers).script;
      const atTheKeyboard: ScriptedAnswer[] = [
        { choose: since ?? 'not-yet' },
        ...(since === 'seen' ? [] : [{ choose: 'go-on' }]),
        ...script,
        leave,
        { choose: 'all' },
      ];
      const ctx = person(since === undefined ? [] : atTheKeyboard);
      await ctx.remember(earlier('emergency'));
      await runDiagnose(since === undefined ? { set: ['rf-self-harm=yes'] } : {}, ctx);
      const { summary } = await lastAssessment(ctx, { dayStart: 3 });
      expect(summary?.urgency).toBe('emergency');
      expect(summary?.onlySelfHarm === true).toBe(opens);
    },
  );

  const calm = JSON.stringify({ schema: 'backcare/answers@1', answers: ordinaryStrain });
  const standing = async (ctx: ReturnType<typeof person>) =>
    (await lastAssessment(ctx, { dayStart: 3 })).standing;

  test.each(['emergency', 'urgent'] as const)(
    'of %s a script is asked the same, and says it with the answers',
    async (urgency) => {
      const world = { files: { 'calm.json': calm }, inputIsTerminal: false };
      const ctx = person([], world);
      await ctx.remember(earlier(urgency));
      // Without a word on it nothing is taken back, and that is said in every mode.
      expect(await runDiagnose({ answers: 'calm.json', quiet: true, json: true }, ctx)).toBe(0);
      const json = JSON.parse(ctx.stdout);
      expect(json).toMatchObject({ urgency: 'self-care', complete: true, standing: { urgency } });
      expect(json.standing.action).toMatch(action[urgency]);
      expect(ctx.stderr).toContain('The advice of an earlier check still stands');
      expect(ctx.stderr).toContain('Have you been seen about this?');
      expect(ctx.stderr).toContain('--set since-last=seen|not-yet|mistake');
      expect(await standing(ctx)).toBe(urgency);
      for (const since of ['seen', 'mistake']) {
        const asked = await person([], world).remember(earlier(urgency));
        await runDiagnose({ answers: 'calm.json', set: [`since-last=${since}`] }, asked);
        expect(asked.stderr).toBe('');
        expect((await keptIn(asked)).at(-1)).toMatchObject({ since, complete: true });
        expect((await keptIn(asked)).at(-1)?.answers).not.toHaveProperty('since-last');
        expect(await standing(asked)).toBe('cleared');
      }
    },
  );

  const action = { emergency: /^GET HELP NOW: call 112/, urgent: /^See a clinician today or tomorrow\./ };

  test.each([
    ['emergency', [], 30],
    ['emergency', ['since-last=not-yet'], 30],
    ['urgent', [], 20],
    ['urgent', ['since-last=not-yet'], 20],
  ] as const)('of %s a lower result begins with what stands: %j', async (urgency, set, code) => {
    for (const save of [undefined, false] as const) {
      const ctx = await person([], { files: { 'calm.json': calm } }).remember(earlier(urgency));
      const flags = { answers: 'calm.json', set, exitCode: true, ...(save === undefined ? {} : { save }) };
      expect(await runDiagnose(flags, ctx)).toBe(code);
      const page = inOneLine(ctx.stdout).trim();
      expect(page.split(': ').slice(1).join(': ')).toMatch(action[urgency]);
      expect(page.indexOf('That still holds.')).toBeGreaterThan(0);
      expect(page.indexOf('That still holds.')).toBeLessThan(page.indexOf('You can start caring'));
      expect(ctx.stderr.includes('Have you been seen about this?')).toBe(set.length === 0);
      expect(await standing(ctx)).toBe(urgency);
      if (save === undefined) expect((await keptIn(ctx)).at(-1)).toMatchObject({ complete: false });
    }
  });

  test('at the keyboard too: what is said to hold is not taken back', async () => {
    const ctx = person([{ choose: 'not-yet' }, goOn, ...wholeInterview()]);
    await ctx.remember(earlier('urgent'));
    await runDiagnose({}, ctx);
    expect(await standing(ctx)).toBe('urgent');
    expect(inOneLine(ctx.stderr)).toContain('The advice of your check yesterday still stands');
  });

  test('of urgent, and found again: nothing is lower, so nothing is asked for', async () => {
    const ctx = await person([]).remember(earlier('urgent'));
    await runDiagnose({ set: ['screen-nerves=none', 'rf-foot-drop=yes'] }, ctx);
    expect(ctx.stderr).not.toContain('since-last');
    expect(await standing(ctx)).toBe('urgent');
  });

  test('it may stand in the file, and in no other word', async () => {
    const inFile = (since: unknown) =>
      JSON.stringify({ schema: 'backcare/answers@1', answers: { ...ordinaryStrain, 'since-last': since } });
    const ctx = person([], {
      files: { 'seen.json': inFile('seen'), 'been.json': inFile('been'), 'list.json': inFile(['seen']) },
    });
    await ctx.remember(earlier('emergency'));
    await expect(runDiagnose({ answers: 'been.json' }, ctx)).rejects.toThrow('"since-last" cannot be "been"');
    await expect(runDiagnose({ set: ['since-last=mistke'] }, ctx)).rejects.toMatchObject({
      reason: 'Expected one of seen, not-yet, mistake. Did you mean "mistake"?',
    });
    await expect(runDiagnose({ answers: 'list.json' }, ctx)).rejects.toThrow('cannot be ["seen"]');
    await runDiagnose({ answers: 'seen.json' }, ctx);
    expect(await standing(ctx)).toBe('cleared');
  });

  test.each(['routine', 'self-care'])('of %s it asks nothing', async (urgency) => {
    const ctx = person(wholeInterview());
    await ctx.remember(earlier(urgency));
    expect(await runDiagnose({}, ctx)).toBe(0);
  });
});

describe('when it cannot be kept', () => {
  /** A file where the folder of the record should be. */
  function blocked() {
    const ctx = person(wholeInterview());
    writeFileSync(join(ctx.home, 'data'), 'in the way');
    return ctx;
  }

  test('the answer is shown, the failure is said, exit 3', async () => {
    const ctx = blocked();
    expect(await runDiagnose({}, ctx)).toBe(3);
    expect(ctx.stdout).toContain('You can start caring for this at home.');
    expect(ctx.stdout).not.toContain('backcare:');
    expect(ctx.stderr).toContain(join(ctx.home, 'data'));
  });

  test.each([
    ['emergency', { 'rf-saddle-numbness': 'yes' }, 30],
    ['urgent', { 'rf-fever': 'yes' }, 20],
  ] as const)('an asked-for exit code of %s wins', async (_name, changes, code) => {
    const ctx = person([...pagesFor({ ...ordinaryStrain, ...changes }).script, leave]);
    writeFileSync(join(ctx.home, 'data'), 'in the way');
    expect(await runDiagnose({ exitCode: true }, ctx)).toBe(code);
    expect(ctx.stderr).toContain('data');
  });

  test('from a file too, with the emergency shown before anything is tried', async () => {
    const ctx = fakeContext({ env });
    writeFileSync(join(ctx.home, 'data'), 'in the way');
    expect(await runDiagnose({ set: ['rf-saddle-numbness=yes'], exitCode: true }, ctx)).toBe(30);
    expect(await runDiagnose({ set: ['rf-saddle-numbness=yes'] }, ctx)).toBe(3);
    expect(ctx.stdout).toContain('GET HELP NOW');
  });

  test('broken preferences: the answer with the default look, the file named, exit 3', async () => {
    const ctx = fakeContext({ env, zone: 'Europe/Dublin' });
    const path = ctx.preferences().path;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '{"country": "G');
    expect(await runDiagnose({ set: ['rf-fever=no'] }, ctx)).toBe(3);
    expect(ctx.stdout).toContain('Book an appointment');
    expect(ctx.stdout).toContain('call 112 or 999 (Ireland)');
    expect(ctx.stderr).toContain(path);
    // Kept, and the assessment too.
    expect(existsSync(path)).toBe(true);
    expect(await keptIn(ctx)).toHaveLength(1);
  });

  // Root may read everything; tests/system/unwritable-record.test.ts runs the same as another user.
  test.skipIf(process.getuid?.() === 0)(
    'a record that may not be read is said, and stops nothing',
    async () => {
      const ctx = person(wholeInterview());
      await ctx.remember({ kind: 'assessment', body: { urgency: 'emergency' } });
      chmodSync((await ctx.record()).path, 0o000);
      expect(await runDiagnose({}, ctx)).toBe(3);
      expect(ctx.stdout).toContain('You can start caring');
    },
  );
});
