import { describe, expect, test } from 'vitest';
import type { PromptPage } from '../../src/context.ts';
import { Interrupted } from '../../src/errors.ts';
import { createPrompter } from '../../src/terminal/prompter.ts';
import { fakeTerminal } from './support/fake-terminal.ts';
import { choice, number, pageOf, truth } from './support/pages.ts';

const abc = pageOf([truth('a'), truth('b'), truth('c')]);
const again = pageOf([truth('a', { current: 'yes' }), truth('b', { current: 'no' })]);
const scales = pageOf([
  number('worst', 'of 10', { ends: ['no pain', 'the worst'] }),
  number('duration', 'days'),
]);
const single = pageOf([choice('onset', 'single', ['sudden', 'gradual'])]);
const multi = pageOf([choice('site', 'multi', ['low', 'thigh', 'none'])]);
const lone = pageOf([truth('a', { private: true })]);

/** Types the lines, each followed by Enter, and waits for the reply. */
async function answer(page: PromptPage, lines: readonly string[]) {
  const terminal = fakeTerminal();
  const prompter = await createPrompter(terminal.facts, true);
  terminal.input.write(lines.map((line) => `${line}\n`).join(''));
  const reply = await prompter.page(page);
  return { reply, written: terminal.written() };
}

describe('plain prompts', () => {
  test.each<readonly [string, PromptPage, readonly string[], object]>([
    ['n for none', abc, ['n'], { a: 'no', b: 'no', c: 'no' }],
    ['numbers of those that apply, read back', abc, ['1 3', ''], { a: 'yes', b: 'no', c: 'yes' }],
    ['with commas and not sure', abc, ['1, u3', 'y'], { a: 'yes', b: 'no', c: 'unsure' }],
    ['changed after reading back', abc, ['1', 'c', '2', ''], { a: 'no', b: 'yes', c: 'no' }],
    ['one by one', abc, ['', '1', '2', '3'], { a: 'no', b: 'unsure', c: 'yes' }],
    ['one by one in words', abc, ['', 'no', 'not sure', 'yes'], { a: 'no', b: 'unsure', c: 'yes' }],
    ['one by one with a step back', abc, ['', '1', 'b', '3', '1', '1'], { a: 'yes', b: 'no', c: 'no' }],
    ['a question read in full first', abc, ['?2', 'n'], { a: 'no', b: 'no', c: 'no' }],
    ['a number that no line has', abc, ['1 7', 'n'], { a: 'no', b: 'no', c: 'no' }],
    ['nothing typed twice is skipped', lone, ['', ''], { a: 'skipped' }],
    ['rather not say', lone, ['r'], { a: 'rather-not-say' }],
    ['why first', lone, ['?', '3'], { a: 'yes' }],
    ['something else first', lone, ['perhaps', 'u'], { a: 'unsure' }],
    ['no to all of them is read back', again, ['n', ''], { a: 'no', b: 'no' }],
    ['and can be taken back', again, ['n', 'c', 'k'], { a: 'yes', b: 'no' }],
    ['earlier answers kept', again, ['k'], { a: 'yes', b: 'no' }],
    ['earlier answers kept one by one', again, ['', '', '2'], { a: 'yes', b: 'unsure' }],
    ['numbers', scales, ['7', '3 weeks'], { worst: 7, duration: 21 }],
    ['a number out of range is asked again', scales, ['12', '7', 'today'], { worst: 7, duration: 0 }],
    ['numbers not known', scales, ['u', 's'], { worst: 'unsure', duration: 'skipped' }],
    ['one option', single, ['2'], { onset: 'gradual' }],
    ['an option that is not there', single, ['3', '0', '1'], { onset: 'sudden' }],
    ['several options', multi, ['2 1'], { site: ['low', 'thigh'] }],
    ['none of the options', multi, ['n'], { site: ['none'] }],
    ['none and another is no answer', multi, ['1 3', '1'], { site: ['low'] }],
  ])('%s', async (_, page, lines, answers) => {
    const { reply, written } = await answer(page, lines);
    expect(reply).toEqual({ kind: 'answered', answers });
    // No redraw, no cursor movement, no colour: nothing that a screen reader would have to skip.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must not be there
    expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  test.each([
    ['from the list', abc, ['b']],
    ['from the first of several numbers', scales, ['b']],
    ['from one question', lone, ['back']],
  ] as const)('back %s', async (_, page, lines) => {
    expect((await answer(page, lines)).reply).toEqual({ kind: 'back' });
  });

  test('emergency line, title, progress and stem come first, then labels and what to type', async () => {
    const { written } = await answer({ ...abc, stem: 'Is any of this new?', canGoBack: false }, ['n']);
    expect(written).toBe(
      [
        '',
        'If you think this is an emergency, call 112 now.',
        '',
        'Nerves, 1 of 4',
        'Is any of this new?',
        '1 Label a',
        '2 Label b',
        '3 Label c',
        'Type n for none of these,',
        'or the numbers of those that apply, like 2 5 (u3: not sure about 3),',
        'or Enter to go through them one by one,',
        'or ?3 to read question 3 in full and why we ask',
        '> ',
      ].join('\n'),
    );
  });

  test('a closed keyboard is an interruption', async () => {
    const terminal = fakeTerminal();
    const prompter = await createPrompter(terminal.facts, true);
    terminal.input.end();
    await expect(prompter.page(abc)).rejects.toThrow(Interrupted);
    await expect(prompter.page(abc)).rejects.toThrow(Interrupted);
  });

  test('a signal is an interruption', async () => {
    const terminal = fakeTerminal();
    const prompter = await createPrompter(terminal.facts, true);
    const page = prompter.page(abc);
    terminal.stop.abort(new Interrupted());
    await expect(page).rejects.toThrow(Interrupted);
  });

  test('a choice by letter, by Enter, and after a slip', async () => {
    const terminal = fakeTerminal();
    const prompter = await createPrompter(terminal.facts, true);
    const choices = [
      { key: 'b', value: 'mistake', label: 'I ticked that by mistake' },
      { key: 'enter', value: 'leave', label: 'leave' },
    ];
    terminal.input.write('x\nB\n\n');
    expect(await prompter.choose({ message: 'And now?', choices })).toBe('mistake');
    expect(await prompter.choose({ message: 'And now?', choices, initial: 'leave' })).toBe('leave');
    expect(terminal.written()).toContain('Not understood. Type one of these:');
  });
});
