import { describe, expect, test } from 'vitest';
import { runDiagnose } from '../../../src/commands/diagnose/run.ts';
import { lastAssessment } from '../../../src/commands/standing.ts';
import type { PromptPage } from '../../../src/context.ts';
import type { Answers } from '../../../src/engine/answers.ts';
import { linesOnAPage } from '../../../src/engine/interview.ts';
import { splitPage } from '../../../src/terminal/page-state.ts';
import { atADesk, ordinaryStrain } from '../../documents/people.ts';
import { knowledge } from '../../engine/world.ts';
import { type FakeWorld, fakeContext } from '../../support/fake-context.ts';
import type { ScriptedAnswer } from '../../support/scripted-prompter.ts';
import { keptIn, leave, noVisit, pagesFor, wholeInterview } from './script.ts';

const env = { LANG: 'en_IE.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
const line = 'If you think this is an emergency, call 112 or 999 (Ireland) now.';
const person = (answers: readonly ScriptedAnswer[], world: FakeWorld = {}) =>
  fakeContext({ env, columns: 80, zone: 'Europe/Dublin', answers, inputIsTerminal: true, ...world });

const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

/** What a person has to read on one screen: title, the sentence over the list, the question or labels, options. */
function wordsOn({ title, stem = '', questions }: PromptPage): number {
  const asks = questions.length === 1 ? questions.map(({ ask }) => ask) : [];
  const isList = questions.length > 1 || questions.every(({ kind }) => kind === 'number');
  const labels = isList ? questions.map(({ label }) => label) : [];
  const options = questions.flatMap(({ options: list = [] }) => list.map(({ label }) => label));
  return [title, stem, ...asks, ...labels, ...options]
    .flatMap((text) => text.split(/\s+/))
    .filter((word) => word !== '').length;
}

describe('an ordinary strain', () => {
  test('from the first sign to a kept result, with every page under the emergency line', async () => {
    const ctx = person(wholeInterview());
    expect(await runDiagnose({}, ctx)).toBe(0);
    expect(ctx.stdout).toContain(line);
    expect(ctx.stdout).toContain('You can start caring for this at home.');
    expect(ctx.stdout).toMatch(/Pulled muscle +fits well/);
    const [first, ...later] = ctx.prompts.pages.map(({ text = '' }) => inOneLine(text));
    expect(first).toContain('It does not give a diagnosis');
    expect(first).toContain('Your answers stay on this computer');
    expect(first).toContain('Unfinished answers are kept on this computer for 12 hours.');
    // It goes with the first page, so that it never stands above an emergency.
    expect(later.join('')).toBe('');
    expect(inOneLine(ctx.stderr)).not.toContain('does not give a diagnosis');
    for (const page of ctx.prompts.pages) {
      expect(page.emergencyLine).toBe(line);
      expect(page.questions.length).toBeLessThanOrEqual(linesOnAPage);
      for (const question of page.questions) expect(question.why).not.toBe('');
    }
    const [kept, ...others] = await keptIn(ctx);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({
      urgency: 'self-care',
      complete: true,
      rules: [],
      patterns: [{ id: 'pulled-muscle', fit: 'well' }],
      tool: 'backcare 0.0.0-test',
    });
    expect(kept?.answers).toMatchObject({ age: 34, duration: 2, 'rf-saddle-numbness': 'no' });
  });

  test('is told on at most 75 lines, 20 pages and 500 words', async () => {
    const ctx = person(wholeInterview());
    await runDiagnose({}, ctx);
    const { choices } = ctx.prompts;
    const pages = ctx.prompts.pages.flatMap(splitPage);
    const items = pages.reduce((sum, page) => sum + page.questions.length, 0);
    const words = pages.reduce((sum, page) => sum + wordsOn(page), 0);
    // The review is a page too, with nothing to answer.
    const shown = pages.length + choices.filter(({ message }) => message !== '').length;
    process.stdout.write(`An ordinary strain: ${items} items, ${shown} pages, ${words} words.\n`);
    expect(items).toBeLessThanOrEqual(75);
    expect(shown).toBeLessThanOrEqual(20);
    expect(words).toBeLessThanOrEqual(500);
  });

  test('danger signs come first, and nothing is asked twice', async () => {
    const ctx = person(wholeInterview());
    await runDiagnose({}, ctx);
    const asked = ctx.prompts.pages.flatMap(({ questions }) => questions.map(({ id }) => id));
    expect(new Set(asked).size).toBe(asked.length);
    const firstOther = asked.findIndex((id) => knowledge.question(id)?.screen === undefined);
    const emergencies = asked.filter((id) => knowledge.question(id)?.screen === 'screen-emergency');
    expect(emergencies.length).toBeGreaterThan(10);
    for (const id of emergencies) expect(asked.indexOf(id)).toBeLessThan(firstOther);
  });

  test('progress counts up and never past its total', async () => {
    const ctx = person(wholeInterview());
    await runDiagnose({}, ctx);
    const places = ctx.prompts.pages.map(({ progress }) => progress.split(' of ').map(Number));
    expect(places.map(([place]) => place)).toEqual(places.map((_, index) => index + 1));
    for (const [place = 0, total = 0] of places) expect(place).toBeLessThanOrEqual(total);
    expect(ctx.prompts.pages[0]?.canGoBack).toBe(false);
    expect(ctx.prompts.pages[1]?.canGoBack).toBe(true);
  });

  test('"more" under the result shows reasons and sources', async () => {
    const ctx = person([
      ...pagesFor(ordinaryStrain).script,
      noVisit,
      { choose: 'show' },
      { choose: 'more' },
      leave,
    ]);
    await runDiagnose({}, ctx);
    expect(ctx.stdout.match(/You can start caring/g)).toHaveLength(2);
    expect(ctx.stdout).toContain('What to watch for');
    expect(ctx.stdout).toContain('Check in again on');
  });

  test('--quiet hides the introduction, never the level and the number', async () => {
    const ctx = person(wholeInterview());
    await runDiagnose({ quiet: true }, ctx);
    expect(ctx.prompts.pages.map(({ text }) => text).join('')).toBe('');
    expect(ctx.stdout).toContain(line);
    expect(ctx.stdout).toContain('You can start caring for this at home.');
  });

  test('a wish for a visit makes it routine', async () => {
    const ctx = person([
      ...pagesFor(ordinaryStrain).script,
      { answers: { 'wants-visit': 'yes' } },
      { choose: 'show' },
      leave,
    ]);
    await runDiagnose({ exitCode: true }, ctx).then((code) => expect(code).toBe(10));
    expect(ctx.stdout).toContain('Book an appointment in the next week or two.');
  });
});

const saddle: Answers = { ...ordinaryStrain, 'rf-saddle-numbness': 'yes' };

describe('an emergency', () => {
  test('ends the questions after its page: number and action at once, no review, then kept', async () => {
    const ctx = person([...pagesFor(saddle).script, leave]);
    expect(await runDiagnose({}, ctx)).toBe(0);
    expect(ctx.prompts.pages).toHaveLength(1);
    expect(ctx.stdout.split('\n').slice(0, 3).join('\n')).toContain(
      'GET HELP NOW: call 112 or 999 (Ireland)',
    );
    const [keys] = ctx.prompts.choices;
    expect(keys?.choices.map(({ value }) => value)).toEqual(['mistake', 'note', 'leave']);
    expect(await keptIn(ctx)).toMatchObject([{ urgency: 'emergency', patterns: [] }]);
  });

  test.each([
    ['emergency', saddle, 30],
    ['urgent', { ...ordinaryStrain, 'rf-fever': 'yes' }, 20],
  ] as const)('--exit-code tells %s', async (_name, known, code) => {
    const ctx = person([...pagesFor(known).script, leave]);
    expect(await runDiagnose({ exitCode: true }, ctx)).toBe(code);
  });

  test('a slip of the finger is corrected, not dropped, and the interview goes on', async () => {
    const slip = pagesFor(saddle);
    const corrected = { ...slip.answers, 'rf-saddle-numbness': 'no' };
    const ctx = person([
      ...slip.script,
      { choose: 'mistake' },
      { answers: { 'rf-saddle-numbness': 'no' }, page: 'What was ticked' },
      ...pagesFor(ordinaryStrain, { from: corrected }).script,
      noVisit,
      { choose: 'show' },
      leave,
    ]);
    expect(await runDiagnose({ exitCode: true }, ctx)).toBe(0);
    const change = ctx.prompts.pages.find(({ title }) => title === 'What was ticked');
    expect(change?.questions.map(({ id, current }) => [id, current])).toEqual([
      ['rf-saddle-numbness', 'yes'],
    ]);
    expect(ctx.stdout).toContain('GET HELP NOW');
    expect(ctx.stdout).toContain('You can start caring for this at home.');
    expect(ctx.stderr).toContain('Changed. We go on.');
    // The emergency was kept before anybody could have closed the terminal; the correction stands for it.
    const [emergency] = [...(await (await ctx.record()).events())];
    expect(await keptIn(ctx)).toMatchObject([
      { urgency: 'emergency' },
      { urgency: 'self-care', corrects: emergency?.id },
    ]);
    expect((await lastAssessment(ctx, { dayStart: 3 })).standing).toBe('cleared');
  });

  test('a correction that changes nothing says so and keeps the advice', async () => {
    const two: Answers = { ...saddle, 'rf-bladder-leak': 'yes' };
    const ctx = person([
      ...pagesFor(two).script,
      { choose: 'mistake' },
      { answers: { 'rf-saddle-numbness': 'no', 'rf-bladder-leak': 'yes' } },
      leave,
    ]);
    expect(await runDiagnose({ exitCode: true }, ctx)).toBe(30);
    expect(ctx.stderr).toContain('The advice stays the same.');
    expect(ctx.stdout.match(/GET HELP NOW/g)).toHaveLength(2);
  });

  test('going back from the correction changes nothing', async () => {
    const ctx = person([...pagesFor(saddle).script, { choose: 'mistake' }, { back: true }, leave]);
    expect(await runDiagnose({ exitCode: true }, ctx)).toBe(30);
    expect(await keptIn(ctx)).toMatchObject([{ urgency: 'emergency' }]);
  });

  test('a note to show staff is a new file, and says the number and the sign', async () => {
    const ctx = person([...pagesFor(saddle).script, { choose: 'note' }, { choose: 'note' }, leave]);
    await runDiagnose({}, ctx);
    const [[path = '', note = ''] = [], [next = ''] = []] = [...ctx.written];
    expect([...ctx.written.keys()]).toEqual([path, next]);
    expect(path).toMatch(/^backcare-note-[\dT-]+\.txt$/);
    expect(next).toBe(path.replace('.txt', '-2.txt'));
    expect(note).toContain('cauda equina');
    expect(note.toLowerCase()).toContain('numb or tingly bottom');
    expect(ctx.stderr).toContain(`Saved as ${path}`);
  });
});

describe('urgent and not sure', () => {
  test('"not sure" about an emergency sign is urgent, and what a clinician needs is still asked', async () => {
    const known: Answers = { ...ordinaryStrain, 'rf-saddle-numbness': 'unsure' };
    const ctx = person([...pagesFor(known).script, leave], { rows: 60 });
    expect(await runDiagnose({ exitCode: true }, ctx)).toBe(20);
    const asked = ctx.prompts.pages.flatMap(({ questions }) => questions.map(({ id }) => id));
    expect(asked).toEqual(expect.arrayContaining(['pain-site', 'duration', 'pain-worst']));
    expect(asked).not.toContain('stress-level');
    expect(inOneLine(ctx.stdout)).toContain('numb or tingly bottom, private parts, thighs (not sure)');
    expect(ctx.stdout).toContain('Where: low back');
    expect(ctx.prompts.choices[0]?.choices.map(({ value }) => value)).toEqual([
      'mistake',
      'note',
      'more',
      'leave',
    ]);
  });

  test('on a small screen the urgent advice itself does not scroll away', async () => {
    const known: Answers = { ...ordinaryStrain, 'rf-saddle-numbness': 'unsure', 'rf-fever': 'yes' };
    const ctx = person([...pagesFor(known).script, leave], { rows: 24 });
    expect(await runDiagnose({}, ctx)).toBe(0);
    expect(ctx.stdout).toContain('See a clinician today or tomorrow.');
    expect(ctx.stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(22);
  });

  test('an urgent sign does not stop the other safety pages: a later emergency still counts', async () => {
    const known: Answers = { ...ordinaryStrain, 'rf-foot-drop': 'yes', 'rf-chest-pain': 'yes' };
    const ctx = person([...pagesFor(known).script, leave]);
    expect(await runDiagnose({ exitCode: true }, ctx)).toBe(30);
  });
});

describe('back and edit', () => {
  test('back shows the page before, with what was answered, and goes on from there', async () => {
    const { script } = pagesFor(ordinaryStrain);
    const [first, second, ...rest] = script;
    if (first === undefined || second === undefined) throw new Error('No pages.');
    const ctx = person([first, { back: true }, first, second, ...rest, noVisit, { choose: 'show' }, leave]);
    expect(await runDiagnose({}, ctx)).toBe(0);
    const [one, two, again] = ctx.prompts.pages;
    const idsOn = (page: PromptPage | undefined) => page?.questions.map(({ id }) => id);
    expect(idsOn(again)).toEqual(idsOn(one));
    expect(idsOn(again)).not.toEqual(idsOn(two));
    expect(again?.questions.every(({ current }) => current === 'no')).toBe(true);
    expect(again?.canGoBack).toBe(false);
  });

  test('an answer changed on the way back is the one that counts', async () => {
    const { script } = pagesFor(ordinaryStrain);
    const [first, ...rest] = script;
    if (first === undefined || !('answers' in first)) throw new Error('No pages.');
    const ctx = person([
      first,
      { back: true },
      { answers: { ...first.answers, 'rf-saddle-numbness': 'yes' } },
      leave,
    ]);
    expect(rest.length).toBeGreaterThan(1);
    expect(await runDiagnose({ exitCode: true }, ctx)).toBe(30);
  });

  test('an answer changed on the review changes the result, and only what it opens is asked', async () => {
    const { script, answers } = pagesFor(ordinaryStrain);
    const changed = { 'rf-foot-drop': 'yes' } as const;
    const more = pagesFor(ordinaryStrain, { from: { ...answers, 'wants-visit': 'no', ...changed } });
    const ctx = person([
      ...script,
      noVisit,
      { choose: 'edit' },
      { choose: '0', message: 'Which part?' },
      { choose: '0', message: 'Which page?' },
      { answers: changed },
      ...more.script,
      leave,
    ]);
    expect(await runDiagnose({ exitCode: true }, ctx)).toBe(20);
    expect(ctx.stdout).not.toContain('You can start caring');
    const again = more.script.flatMap((step) => ('answers' in step ? Object.keys(step.answers) : []));
    expect(again.filter((id) => id in answers)).toEqual([]);
  });

  test('after an edit that keeps the level the review comes again, with the new answer', async () => {
    const { script } = pagesFor(ordinaryStrain);
    const ctx = person([
      ...script,
      noVisit,
      { choose: 'edit' },
      { choose: '0' },
      { choose: '0' },
      { answers: { 'rf-saddle-numbness': 'no' } },
      { choose: 'show' },
      leave,
    ]);
    expect(await runDiagnose({}, ctx)).toBe(0);
    const reviews = ctx.prompts.choices.filter(({ text }) => text?.includes('Your answers'));
    expect(reviews).toHaveLength(2);
    expect(reviews[0]?.text).toContain('age 34');
    expect(reviews[0]?.text).toMatch(/No +\d+ danger signs and risks/);
  });

  test('back out of an edit leaves the answers as they were', async () => {
    const ctx = person([
      ...pagesFor(ordinaryStrain).script,
      noVisit,
      { choose: 'edit' },
      { choose: '0' },
      { choose: '0' },
      { back: true },
      { choose: 'show' },
      leave,
    ]);
    expect(await runDiagnose({}, ctx)).toBe(0);
    expect(ctx.stdout).toMatch(/Pulled muscle +fits well/);
  });
});

describe('people the patterns are not for', () => {
  test('under 18: a visit with a parent or carer, no pattern', async () => {
    const ctx = person(wholeInterview({ ...ordinaryStrain, age: 15 }));
    expect(await runDiagnose({ exitCode: true }, ctx)).toBe(10);
    expect(inOneLine(ctx.stdout)).toContain('Show this to a parent or carer and book a visit');
    expect(ctx.stdout).not.toContain('What fits');
    expect(ctx.stdout).not.toContain('Pulled muscle');
  });

  test('an answer kept back brings its line and no lower level', async () => {
    const known: Answers = { ...ordinaryStrain, 'rf-sexual-loss': 'rather-not-say' };
    const ctx = person(wholeInterview(known));
    await runDiagnose({}, ctx);
    expect(inOneLine(ctx.stdout)).toContain(
      'You kept one answer to yourself. If you have lost feeling in your private parts',
    );
  });

  test('a long story at a desk names two patterns', async () => {
    const ctx = person(wholeInterview(atADesk));
    await runDiagnose({}, ctx);
    expect(ctx.stdout).toMatch(/What fits \(.*a clinician can check this\)/);
    expect((await keptIn(ctx))[0]?.patterns.map(({ id }) => id).sort()).toEqual([
      'myofascial-pain',
      'poor-posture',
    ]);
  });
});
