import { render } from '@inquirer/testing';
import { describe, expect, test } from 'vitest';
import type { PromptPage } from '../../src/context.ts';
import { createKeyGuard } from '../../src/terminal/key-guard.ts';
import { pagePrompt } from '../../src/terminal/page-prompt.ts';
import { fakeTerminal } from './support/fake-terminal.ts';
import { choice, number, pageOf, truth } from './support/pages.ts';

const abc = [truth('a'), truth('b'), truth('c')];

async function show(page: PromptPage) {
  const { facts } = fakeTerminal();
  const guard = createKeyGuard(facts);
  const shown = await render(pagePrompt, { page, facts, guard, onClosed: () => {} });
  // "three left 2" presses 3, left, 2; a word that no key has is typed letter by letter.
  const press = (keys: string): void => {
    for (const key of keys.split(' ')) shown.events.keypress(key);
  };
  return { ...shown, press };
}

const list = pageOf(abc);
const withPrivate = pageOf([truth('a'), truth('b', { private: true })]);
const mixed = pageOf([number('age', 'years'), truth('a'), truth('b')]);
const scales = pageOf([number('worst', 'of 10'), number('usual', 'of 10')]);
const duration = pageOf([number('duration', 'days')]);
const single = pageOf([choice('onset', 'single', ['sudden', 'gradual', 'not-sure'])]);
const multi = pageOf([choice('site', 'multi', ['low', 'thigh', 'none'])]);
const ten = pageOf([choice('site', 'multi', ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])]);
const lone = pageOf([truth('a')]);
const again = pageOf([truth('a', { current: 'yes' }), truth('b', { current: 'no' })]);
const numberAgain = pageOf([
  number('worst', 'of 10', { current: 7 }),
  number('duration', 'days', { current: 21 }),
]);

const cases: readonly (readonly [string, PromptPage, string, object])[] = [
  ['n says none at once', list, 'n', { a: 'no', b: 'no', c: 'no' }],
  ['n keeps what was ticked', list, '2 n', { a: 'no', b: 'yes', c: 'no' }],
  ['a number goes yes, not sure, no', list, '1 2 2 3 3 3 enter', { a: 'yes', b: 'unsure', c: 'no' }],
  ['a fourth press is yes again', list, '1 1 1 1 n', { a: 'yes', b: 'no', c: 'no' }],
  [
    'space does the same where the arrows are',
    list,
    'down space down space space n',
    { a: 'no', b: 'yes', c: 'unsure' },
  ],
  ['j and k are arrows', list, 'j j k space n', { a: 'no', b: 'yes', c: 'no' }],
  ['y and u tick a line', list, 'y down u n', { a: 'yes', b: 'unsure', c: 'no' }],
  [
    'the arrows stop at the ends',
    list,
    'up up space down down down down space n',
    { a: 'yes', b: 'no', c: 'yes' },
  ],
  [
    'two Enters on an empty list are no "none"',
    list,
    'enter enter',
    { a: 'skipped', b: 'skipped', c: 'skipped' },
  ],
  ['two Enters after a tick are no to the rest', list, '1 enter enter', { a: 'yes', b: 'no', c: 'no' }],
  [
    'an Enter, a key, an Enter asks again',
    list,
    'enter down enter enter',
    { a: 'skipped', b: 'skipped', c: 'skipped' },
  ],
  ['a line set to no is no tick', list, '1 1 1 enter enter', { a: 'no', b: 'skipped', c: 'skipped' }],
  ['a skipped line stays skipped', list, 's n', { a: 'skipped', b: 'no', c: 'no' }],
  ['rather not say where it is offered', withPrivate, 'down r n', { a: 'no', b: 'rather-not-say' }],
  ['and nowhere else', withPrivate, 'r n', { a: 'no', b: 'no' }],
  ['a why in between changes nothing', list, '2 ? n n', { a: 'no', b: 'yes', c: 'no' }],
  ['unknown keys do nothing', list, 'z escape f5 n', { a: 'no', b: 'no', c: 'no' }],
  ['earlier answers are kept', again, 'enter', { a: 'yes', b: 'no' }],
  ['n on a page answered before asks, then is no to all', again, 'n n', { a: 'no', b: 'no' }],
  ['any other key leaves its ticks', again, 'n enter enter', { a: 'yes', b: 'no' }],
  ['and can be changed', again, '1 enter', { a: 'unsure', b: 'no' }],
  ['a number and a list on one page', mixed, '3 4 enter n', { age: 34, a: 'no', b: 'no' }],
  ['digits tick when the list is active', mixed, '3 4 enter 3 n', { age: 34, a: 'no', b: 'yes' }],
  ['n first, then the number', mixed, 'n 4 0 enter enter', { age: 40, a: 'no', b: 'no' }],
  [
    'the age not given is skipped after one more Enter',
    mixed,
    'n enter',
    { age: 'skipped', a: 'no', b: 'no' },
  ],
  ['two scales', scales, '7 enter 1 0 enter', { worst: 7, usual: 10 }],
  ['tab moves on too', scales, '7 tab 4 enter', { worst: 7, usual: 4 }],
  ['not sure and skip on numbers', scales, 'u s enter', { worst: 'unsure', usual: 'skipped' }],
  [
    'a number out of range is not taken',
    scales,
    '7 enter 1 2 enter backspace backspace 3 enter',
    { worst: 7, usual: 3 },
  ],
  ['a new digit replaces the earlier number', numberAgain, '4 enter enter', { worst: 4, duration: 21 }],
  [
    'backspace corrects it',
    numberAgain,
    'down backspace backspace backspace backspace backspace d enter',
    { worst: 7, duration: 3 },
  ],
  ['days in words', duration, '3 space w e e k s enter', { duration: 21 }],
  ['letters that are commands elsewhere', duration, '2 space m o n t h s enter', { duration: 61 }],
  ['years', duration, '2 y enter', { duration: 730 }],
  ['today', duration, 't o d a y enter', { duration: 0 }],
  ['plain days', duration, '1 0 enter', { duration: 10 }],
  ['not sure alone on a page goes on', duration, 'u', { duration: 'unsure' }],
  ['a single choice by number', single, '2', { onset: 'gradual' }],
  ['by arrow and Enter', single, 'down down enter', { onset: 'gradual' }],
  ['by arrow and space', single, 'down space', { onset: 'sudden' }],
  ['not sure is its own option where there is one', single, 'u', { onset: 'not-sure' }],
  ['Enter alone chooses nothing', single, 'enter enter 1', { onset: 'sudden' }],
  ['skip', single, 's', { onset: 'skipped' }],
  ['several by number', multi, '2 1 enter', { site: ['low', 'thigh'] }],
  ['a second press takes it back', multi, '1 2 1 enter', { site: ['thigh'] }],
  ['n is the option that stands alone', multi, 'n', { site: ['none'] }],
  ['the lone option takes the others away', multi, '1 3 enter', { site: ['none'] }],
  ['and goes when another is ticked', multi, '3 1 enter', { site: ['low'] }],
  ['nothing ticked, two Enters', multi, 'enter enter', { site: 'skipped' }],
  ['not sure', multi, 'u', { site: 'unsure' }],
  [
    'the tenth line by arrow',
    ten,
    'down down down down down down down down down space enter',
    { site: ['10'] },
  ],
  ['one yes/no question: y', lone, 'y', { a: 'yes' }],
  ['one yes/no question: n', lone, 'n', { a: 'no' }],
  ['one yes/no question: u', lone, 'u', { a: 'unsure' }],
  ['one yes/no question: by number, in order of worry', lone, '3', { a: 'yes' }],
];

describe('a page of the interview', () => {
  test.each(cases)('%s', async (_, page, keys, answers) => {
    const shown = await show(page);
    shown.press(keys);
    expect(await shown.answer).toEqual({ kind: 'answered', answers });
  });

  test.each([
    ['left', list],
    ['b', list],
    ['backspace', list],
    ['1 b', list],
    ['b', scales],
    ['left', duration],
    ['b', single],
    ['down left', numberAgain],
  ] as const)('%s goes back', async (keys, page) => {
    const shown = await show(page);
    shown.press(keys);
    expect(await shown.answer).toEqual({ kind: 'back' });
  });

  test('the first page has no way back', async () => {
    const shown = await show({ ...list, canGoBack: false });
    shown.press('b left backspace n');
    expect(await shown.answer).toMatchObject({ kind: 'answered' });
    expect(shown.getScreen()).not.toContain('back');
  });

  test('back is no slip away while a number is being typed', async () => {
    const shown = await show(scales);
    shown.press('7 left 1 backspace backspace backspace backspace 8 enter 2 enter');
    expect(await shown.answer).toEqual({ kind: 'answered', answers: { worst: 8, usual: 2 } });
  });

  test('nothing is ticked at first', async () => {
    expect((await show(list)).getScreen()).toMatch(/Label a +·\n.*Label b +·\n.*Label c +·/);
  });

  test('Enter on an empty list asks in place, another key takes the question away', async () => {
    const shown = await show(list);
    shown.press('enter');
    await shown.nextRender();
    expect(shown.getScreen()).toContain(
      'Press n if none of these apply, or Enter again to leave them unanswered.',
    );
    shown.press('down');
    await shown.nextRender();
    expect(shown.getScreen()).not.toContain('Press n');
  });

  test('Enter after a tick asks about the rest', async () => {
    const shown = await show(list);
    shown.press('2 enter');
    await shown.nextRender();
    expect(shown.getScreen()).toContain('Leave the other lines as no? Enter = yes');
  });

  test('? shows question and reason of the active line, any key goes back', async () => {
    const shown = await show(list);
    shown.press('down ?');
    await shown.nextRender();
    expect(shown.getScreen()).toContain('Is b so?');
    expect(shown.getScreen()).toContain('Why we ask: Because of b.');
    expect(shown.getScreen()).not.toContain('Label a');
    shown.press('x');
    await shown.nextRender();
    expect(shown.getScreen()).toContain('Label a');
  });

  test('a wrong number is named, with what is expected', async () => {
    const shown = await show(scales);
    shown.press('1 2 enter');
    await shown.nextRender();
    expect(shown.getScreen()).toContain('"12" does not fit. Type a whole number from 0 to 10.');
  });

  test('Ctrl-C rejects', async () => {
    const shown = await show(list);
    const rejected = expect(shown.answer).rejects.toThrow('force closed');
    shown.input.write('\u0003');
    await rejected;
  });
});
