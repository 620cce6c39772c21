import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PromptPage } from '../../src/context.ts';
import { measure } from '../../src/render/width.ts';
import { openPage, type PageState, type PageStep, splitPage } from '../../src/terminal/page-state.ts';
import { updatePage } from '../../src/terminal/page-update.ts';
import { drawPage } from '../../src/terminal/page-view.ts';
import { createPen } from '../../src/terminal/pen.ts';
import { fakeTerminal } from './support/fake-terminal.ts';
import { choice, number, pageOf, truth } from './support/pages.ts';

const label = 'Pain, numbness or tingling below both of your knees';
const pages: readonly PromptPage[] = [
  pageOf('abcdefghi'.split('').map((id) => truth(id, { label, private: id === 'c' }))),
  pageOf([
    number('age', 'years', { label }),
    truth('a'),
    truth('b', { ask: label.repeat(6), why: label.repeat(9) }),
  ]),
  pageOf([
    number('worst', 'of 10', { ends: ['no pain', 'the worst you can imagine'] }),
    number('duration', 'days'),
  ]),
  pageOf([choice('site', 'multi', ['low', 'thigh', 'arm', 'none'])], { stem: label }),
  pageOf([choice('onset', 'single', ['sudden', 'gradual'])]),
  pageOf([truth('a')], {
    title: 'A title that is much longer than any title ought to be',
    progress: '12 of 14',
  }),
];
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789?.'.split('');
const named = [
  'up',
  'down',
  'left',
  'right',
  'enter',
  'space',
  'backspace',
  'tab',
  'shift-tab',
  'escape',
  '',
];
const key = fc.oneof(fc.constantFrom(...letters), fc.constantFrom(...named));
const keys = fc.array(key, { maxLength: 40 });
const anyPage = fc.constantFrom(...pages);

/** Every state on the way and what the keys led to. */
function play(page: PromptPage, presses: readonly string[]): { states: PageState[]; end: PageStep } {
  const states = [openPage(page)];
  let end: PageStep = { kind: 'stay', state: openPage(page) };
  for (const press of presses) {
    if (end.kind === 'done') break;
    end = updatePage(end.state, press);
    if (end.kind === 'stay') states.push(end.state);
  }
  return { states, end };
}

const runs = { numRuns: 2000 };

describe('laws of a page', () => {
  test('every answer page answers exactly its questions', () => {
    fc.assert(
      fc.property(anyPage, keys, (page, presses) => {
        const { end } = play(page, presses);
        if (end.kind !== 'done' || end.reply.kind !== 'answered') return;
        expect(Object.keys(end.reply.answers)).toEqual(page.questions.map(({ id }) => id));
        for (const question of page.questions) {
          const answer = end.reply.answers[question.id];
          if (typeof answer !== 'number') continue;
          expect(answer).toBeGreaterThanOrEqual(question.minimum ?? 0);
          expect(answer).toBeLessThanOrEqual(question.maximum ?? 0);
        }
      }),
      runs,
    );
  });

  test('Enter, arrows and "why" alone never answer a question', () => {
    const harmless = fc.array(fc.constantFrom('enter', 'up', 'down', 'tab', '?'), { maxLength: 30 });
    fc.assert(
      fc.property(fc.constantFrom(...pages.slice(0, 4)), harmless, (page, presses) => {
        const { end } = play(page, presses);
        if (end.kind !== 'done' || end.reply.kind !== 'answered') return;
        expect(new Set(Object.values(end.reply.answers))).toEqual(new Set(['skipped']));
      }),
      runs,
    );
  });

  test('no key turns a yes into something milder unless it was pressed on that line', () => {
    const others = fc.array(fc.constantFrom('n', 'enter', 'up', 'k', '2', '3', '9', 'r', '?', 'z'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(others, (presses) => {
        const page = pageOf('abcdefghi'.split('').map((id) => truth(id)));
        const { end } = play(page, ['1', ...presses, 'n', 'n', 'n']);
        if (end.kind === 'done' && end.reply.kind === 'answered')
          expect(end.reply.answers).toMatchObject({ a: 'yes' });
      }),
      runs,
    );
  });

  test('every page fits the terminal, in colour, plain and ASCII', () => {
    const size = fc.record({
      columns: fc.integer({ min: 30, max: 200 }),
      rows: fc.integer({ min: 6, max: 60 }),
    });
    const look = fc.record({ colour: fc.boolean(), locale: fc.constantFrom('C.UTF-8', 'C') });
    fc.assert(
      fc.property(anyPage, keys, size, look, (page, presses, terminal, wishes) => {
        const pen = createPen(fakeTerminal(wishes).facts.theme, terminal);
        for (const state of play(page, presses).states) {
          const drawn = drawPage(state, pen);
          const lines = stripVTControlCharacters(drawn).split('\n');
          expect(lines.length).toBeLessThanOrEqual(terminal.rows);
          expect(Math.max(...lines.map(measure))).toBeLessThan(terminal.columns);
          expect(lines[0]?.trim()).toMatch(/^If you think/);
          if (!wishes.colour) expect(drawn).not.toContain('\u001b');
          // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
          if (wishes.locale === 'C') expect(stripVTControlCharacters(drawn)).toMatch(/^[\x00-\x7f]*$/);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('nine lines fit 24 rows of 80 and of 60, hints and notice included', () => {
    for (const columns of [80, 60]) {
      const pen = createPen(fakeTerminal().facts.theme, { columns, rows: 24 });
      const page = pageOf(
        'abcdefghi'.split('').map((id) => truth(id, { label: 'Numb round bottom or private parts' })),
      );
      const asked = updatePage(openPage({ ...page, stem: 'Is any of this new, or getting worse?' }), 'enter');
      if (asked.kind !== 'stay') throw new Error('the page must ask');
      const drawn = drawPage(asked.state, pen);
      expect(drawn).not.toContain('more below');
      expect(drawn).toContain('enter next');
    }
  });

  test('a mixed page is split, and only where it must be', () => {
    const split = splitPage(
      pageOf([truth('a'), number('b', 'of 10'), choice('c', 'single', ['x', 'y']), truth('d')]),
    );
    expect(split.map(({ questions }) => questions.map(({ id }) => id))).toEqual([['a', 'b'], ['c'], ['d']]);
  });
});
