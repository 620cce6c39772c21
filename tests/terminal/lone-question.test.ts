import { expect, test } from 'vitest';
import { openPage } from '../../src/terminal/page-state.ts';
import { drawPage } from '../../src/terminal/page-view.ts';
import { createPen } from '../../src/terminal/pen.ts';
import { fakeTerminal } from './support/fake-terminal.ts';
import { choice, number, pageOf, truth } from './support/pages.ts';

const ask = 'Is one calf swollen, red or sore?';

/** The rest of a block may be settled already, and then its stem alone would ask nothing. */
test.each([
  ['yes or no', truth('calf', { ask })],
  ['a choice', { ...choice('calf', 'single', ['left', 'right']), ask }],
  ['a number', number('calf', 'days', { ask })],
])('%s alone on its page is asked in full under the stem of its block', (_, question) => {
  const page = openPage(pageOf([question], { stem: 'Any of this?' }));
  const { facts } = fakeTerminal();
  const drawn = drawPage(page, createPen(facts.theme, facts.size()));
  expect(drawn).toContain('Any of this?');
  expect(drawn).toContain(ask);
});
