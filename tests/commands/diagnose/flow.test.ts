import { describe, expect, test } from 'vitest';
import type { DiagnoseFlags } from '../../../src/commands/diagnose/diagnose-run.ts';
import { runDiagnose } from '../../../src/commands/diagnose/run.ts';
import { lastAssessment } from '../../../src/commands/standing.ts';
import type { Answers } from '../../../src/engine/answers.ts';
import { Interrupted } from '../../../src/errors.ts';
import { ordinaryStrain } from '../../documents/people.ts';
import { type FakeWorld, fakeContext } from '../../support/fake-context.ts';
import type { ScriptedAnswer } from '../../support/scripted-prompter.ts';
import { draftIn, keptIn, leave, noVisit, pagesFor, wholeInterview } from './script.ts';

const env = { LANG: 'en_IE.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
const person = (answers: readonly ScriptedAnswer[], world: FakeWorld = {}) =>
  fakeContext({ env, columns: 80, zone: 'Europe/Dublin', answers, inputIsTerminal: true, ...world });
const stop: ScriptedAnswer = { fail: new Interrupted() };
const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

const saddle: Answers = { ...ordinaryStrain, 'rf-saddle-numbness': 'yes' };
const fever: Answers = { ...ordinaryStrain, 'rf-fever': 'yes' };
const { script } = pagesFor(ordinaryStrain);
const [first, second, third, ...rest] = script as readonly [
  ScriptedAnswer & { answers: Answers },
  ScriptedAnswer & { answers: Answers },
  ScriptedAnswer & { answers: Answers },
  ...ScriptedAnswer[],
];

describe('an answer that goes elsewhere', () => {
  test.each([
    ['emergency', saddle, 'GET HELP NOW'],
    ['urgent', fever, 'See a clinician today or tomorrow.'],
  ] as const)(
    '%s: the person at the keyboard sees it, the file gets it once',
    async (_name, known, words) => {
      const ctx = person([...pagesFor(known).script, leave], { outputIsTerminal: false });
      await runDiagnose({}, ctx);
      expect(inOneLine(ctx.stderr)).toContain(words);
      expect(inOneLine(ctx.stdout).split(words)).toHaveLength(2);
      expect(ctx.prompts.choices[0]?.choices.map(({ value }) => value)).not.toContain('more');
    },
  );

  test('self-care too', async () => {
    const ctx = person(wholeInterview(), { outputIsTerminal: false });
    await runDiagnose({}, ctx);
    expect(ctx.stderr).toContain('You can start caring for this at home.');
    expect(ctx.stdout).toContain('You can start caring for this at home.');
  });

  test('JSON is written once, after a correction too, and also when it is left by Ctrl-C', async () => {
    const slip = pagesFor(saddle);
    const corrected = { ...slip.answers, 'rf-saddle-numbness': 'no' };
    const ctx = person([
      ...slip.script,
      { choose: 'mistake' },
      { answers: { 'rf-saddle-numbness': 'no' } },
      ...pagesFor(ordinaryStrain, { from: corrected }).script,
      noVisit,
      { choose: 'show' },
      stop,
    ]);
    await expect(runDiagnose({ json: true }, ctx)).rejects.toThrow('Stopped');
    expect(JSON.parse(ctx.stdout)).toMatchObject({ urgency: 'self-care' });
    expect(ctx.stderr).toContain('GET HELP NOW');
  });
});

describe('going back', () => {
  test('several pages, and the pages between are still there', async () => {
    const ctx = person([
      first,
      second,
      third,
      { back: true },
      { back: true },
      { back: true },
      first,
      { back: true },
      third,
      ...rest,
      noVisit,
      { choose: 'show' },
      leave,
    ]);
    await runDiagnose({}, ctx);
    const titles = ctx.prompts.pages.map(({ title }) => title);
    expect(titles[7]).toBe(titles[3]);
    expect(titles[8]).toBe(titles[2]);
    const totals = ctx.prompts.pages.map(({ progress }) => Number(progress.split(' of ')[1]));
    expect(totals[4]).toBe(totals[3]);
    expect(totals[6]).toBe(totals[3]);
    for (const [at, total] of totals.entries())
      expect(total - (totals[at - 1] ?? total)).toBeLessThanOrEqual(1);
  });

  test('loses nothing of the page that is left, nor does Ctrl-C', async () => {
    const [id = ''] = Object.keys(second.answers);
    const ctx = person([first, { back: true, partly: { [id]: 'unsure' } }, first, stop]);
    await expect(runDiagnose({}, ctx)).rejects.toThrow('Your answers are kept');
    const again = ctx.prompts.pages[3]?.questions ?? [];
    // The whole page, with what was ticked.
    expect(again.map((question) => question.id)).toEqual(Object.keys(second.answers));
    expect(again[0]?.current).toBe('unsure');
    const after = person([{ fail: new Interrupted(), partly: { 'rf-saddle-numbness': 'yes' } }]);
    await expect(runDiagnose({}, after)).rejects.toThrow('Your answers are kept');
    expect(await draftIn(after)).toMatchObject({ answers: { 'rf-saddle-numbness': 'yes' } });
  });

  test('from the last page, which the review can change', async () => {
    const ctx = person([
      ...script,
      { back: true },
      script.at(-1) as ScriptedAnswer,
      noVisit,
      { choose: 'edit' },
      { choose: 'back', message: 'Which part?' },
      { choose: 'edit' },
      { choose: '2', message: 'Which part?' },
      { choose: 'back', message: 'Which page?' },
      { choose: 'back', message: 'Which part?' },
      { choose: 'show' },
      leave,
    ]);
    await runDiagnose({}, ctx);
    for (const { message, choices } of ctx.prompts.choices) {
      if (!message.startsWith('Which')) continue;
      expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
    }
    const pages = ctx.prompts.choices.find(({ message }) => message === 'Which page?');
    expect(pages?.choices.map(({ label }) => label)).toContain('Would like a professional to look');
  });

  test('after a resumption goes through the pages as they were', async () => {
    const { home } = person([]);
    const before = person([...script, stop], { home });
    await expect(runDiagnose({}, before)).rejects.toThrow('Your answers are kept');
    const backs = Array.from({ length: script.length }, (): ScriptedAnswer => ({ back: true }));
    const ctx = person([{ choose: 'go-on' }, ...backs, stop], { home });
    await expect(runDiagnose({}, ctx)).rejects.toThrow('Stopped');
    const shown = ctx.prompts.pages.map(({ title, questions }) => [title, questions.map(({ id }) => id)]);
    const were = before.prompts.pages.map(({ title, questions }) => [title, questions.map(({ id }) => id)]);
    expect(shown).toEqual(were.toReversed());
  });
});

describe('an unfinished interview that called for help', () => {
  const later = '2026-11-23T09:00:00+01:00';

  async function graveDraft() {
    const half = pagesFor(fever, { stopBefore: 'site' });
    const ctx = person([...half.script, stop]);
    await expect(runDiagnose({}, ctx)).rejects.toThrow('Your answers are kept');
    return ctx;
  }

  test.each([
    ['anew', [{ choose: 'anew' }], undefined],
    ['expired', [], later],
  ] as const)('is not put away in silence: %s', async (_name, choices, now) => {
    const { home } = await graveDraft();
    const ctx = person(
      [
        ...choices,
        { choose: 'not-yet', message: 'Have you been seen about this?' },
        { choose: 'go-on', message: 'That still holds.' },
        stop,
      ],
      now === undefined ? { home } : { home, now },
    );
    await expect(runDiagnose({}, ctx)).rejects.toThrow('Stopped');
    expect(await draftIn(ctx)).toBeUndefined();
    // Somebody who was not seen and stops again is still urgent.
    expect((await lastAssessment(ctx, { dayStart: 3 })).standing).toBe('urgent');
  });

  test('one that did not is simply removed', async () => {
    const { home } = person([]);
    const half = pagesFor(ordinaryStrain, { stopBefore: 'site' });
    await expect(runDiagnose({}, person([...half.script, stop], { home }))).rejects.toThrow('Stopped');
    const ctx = person([stop], { home, now: later });
    await expect(runDiagnose({}, ctx)).rejects.toThrow('Stopped');
    expect(await draftIn(ctx)).toBeUndefined();
  });

  test('--no-save finishes an older one and leaves none behind', async () => {
    const { home } = person([]);
    const half = pagesFor(ordinaryStrain, { stopBefore: 'site' });
    await expect(runDiagnose({}, person([...half.script, stop], { home }))).rejects.toThrow('Stopped');
    const more = pagesFor(ordinaryStrain, { from: half.answers });
    const ctx = person([{ choose: 'go-on' }, ...more.script, noVisit, { choose: 'show' }, leave], { home });
    await runDiagnose({ save: false }, ctx);
    expect(await draftIn(ctx)).toBeUndefined();
    expect(await keptIn(ctx)).toEqual([]);
  });
});

describe('safety questions that were left open', () => {
  test('can be answered from the result', async () => {
    const half: Answers = { ...ordinaryStrain, 'rf-saddle-numbness': 'skipped' };
    const asked = pagesFor(half);
    const { 'rf-saddle-numbness': _, ...open } = asked.answers;
    const ctx = person([
      ...asked.script,
      noVisit,
      { choose: 'show' },
      { choose: 'answer' },
      ...pagesFor(ordinaryStrain, { from: open }).script,
      { choose: 'show' },
      leave,
    ]);
    await runDiagnose({}, ctx);
    const [before, after] = await keptIn(ctx);
    expect(before).toMatchObject({ urgency: 'routine', complete: false });
    expect(after).toMatchObject({ urgency: 'self-care', complete: true });
    expect(after?.corrects).toBeDefined();
  });
});

describe('private answers from a file', () => {
  const hint = 'Saved with private answers; --save without-private leaves them out.\n';

  test.each([
    ['are said to be saved', { set: ['mod-cancer-old=yes'] }, true],
    ['unless that was asked for', { set: ['mod-cancer-old=yes'], save: 'all' }, false],
    ['or they were left out', { set: ['mod-cancer-old=yes'], save: 'without-private' }, false],
    ['or there are none', { set: ['rf-fever=no'] }, false],
  ] as const)('%s', async (_name, flags, isSaid) => {
    const ctx = fakeContext({ env });
    await runDiagnose(flags, ctx);
    expect(ctx.stderr.includes(hint)).toBe(isSaid);
  });
});

describe('reminders under the result', () => {
  const keysOf = (ctx: ReturnType<typeof person>) =>
    ctx.prompts.choices.flatMap(({ choices }) => choices.map(({ value }) => value));

  test('are offered once, under the first check that allows them', async () => {
    const ctx = person([
      ...pagesFor(ordinaryStrain).script,
      noVisit,
      { choose: 'show' },
      { choose: 'remind' },
      { choose: 'few' },
      leave,
    ]);
    expect(await runDiagnose({}, ctx)).toBe(0);
    expect(ctx.stdout).toContain('Set: a few.');
    expect(keysOf(ctx).filter((value) => value === 'remind')).toHaveLength(1);
    const kept = [...(await (await ctx.record()).events())].filter(
      ({ kind }) => kind === 'reminder-schedule',
    );
    expect(kept).toHaveLength(2);
    const again = person(wholeInterview(), { home: ctx.home });
    await runDiagnose({}, again);
    expect(keysOf(again)).not.toContain('remind');
  });

  const notOffered: readonly (readonly [
    when: string,
    flags: DiagnoseFlags,
    script: readonly ScriptedAnswer[],
  ])[] = [
    ['after a grave result', {}, [...pagesFor(saddle).script, leave]],
    ['where nothing is kept', { save: false }, wholeInterview()],
  ];
  test.each(notOffered)('are not offered %s', async (_when, flags, script) => {
    const ctx = person(script);
    await runDiagnose(flags, ctx);
    expect(keysOf(ctx)).not.toContain('remind');
  });
});
