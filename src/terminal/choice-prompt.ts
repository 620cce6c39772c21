import { createPrompt, useKeypress, useState } from '@inquirer/core';
import type { ChoicePrompt } from '../context.ts';
import { flow } from '../render/width.ts';
import type { KeyGuard } from './key-guard.ts';
import { readPress } from './page-update.ts';
import { createPen, type Pen } from './pen.ts';
import { useLive, useScreen } from './screen.ts';
import type { TerminalFacts } from './terminal-facts.ts';

/** What a choice prompt is given; its text is printed before, by the caller. */
export interface ChoicePromptConfig {
  readonly choice: Pick<ChoicePrompt, 'message' | 'choices' | 'initial'>;
  readonly facts: TerminalFacts;
  readonly guard: KeyGuard;
  readonly onClosed: () => void;
}

/** One key out of a few, at once. Numbered choices are a list that the arrows know too. */
export const choicePrompt = createPrompt<string, ChoicePromptConfig>((config, done) => {
  const { choice, facts, guard, onClosed } = config;
  const initial = choice.choices.findIndex(({ value }) => value === choice.initial);
  const [active, setActive] = useState(initial);
  const isList = isNumbered(choice);
  const [watch] = useState(() => guard.open({ afterAnswerOnly: isList }));
  useKeypress((key, readline) => {
    readline.clearLine(0);
    const press = readPress(key);
    if (!watch.takes(press)) return;
    const byEnter = press === 'enter' ? choice.choices[isList ? active : initial] : undefined;
    const chosen = choice.choices.find((one) => one.key === press) ?? byEnter;
    if (chosen !== undefined) {
      watch.endedBy(press);
      done(chosen.value);
    } else if (isList && press === 'down')
      setActive((index) => Math.min(choice.choices.length - 1, index + 1));
    else if (isList && press === 'up') setActive((index) => Math.max(0, index - 1));
  });
  const isLive = useLive(facts, watch);
  const pen = createPen(facts.theme, facts.size());
  return useScreen(
    facts,
    onClosed,
    [
      ...message(choice.message, pen),
      ...lines(choice, active, pen).map((row) => (isLive || isList ? row : '')),
    ].join('\n'),
  );
});

/** Whether the choices are a list to read, and not a line of hints. */
function isNumbered({ choices }: Pick<ChoicePrompt, 'choices'>): boolean {
  return choices.some(({ key }) => /^\d$/.test(key));
}

function message(text: string, pen: Pen): string[] {
  return text === '' ? [] : [...pen.wrap(text, pen.width - 2).map((line) => `  ${line}`), ''];
}

function lines(choice: ChoicePromptConfig['choice'], active: number, pen: Pen): string[] {
  if (!isNumbered(choice)) return keyLine(choice, pen);
  return choice.choices.flatMap(({ key, label }, index) => {
    const isActive = index === active;
    const rows = pen.wrap(label, pen.width - 7).map((row) => (isActive ? pen.accent(row) : row));
    return rows.map((row, at) =>
      at > 0 ? `       ${row}` : `  ${isActive ? pen.accent('>') : ' '} ${key}  ${row}`,
    );
  });
}

function keyLine({ choices, initial }: ChoicePromptConfig['choice'], pen: Pen): string[] {
  const things = choices.map(({ key, value, label }) => {
    const enter = value === initial && key !== 'enter' ? ' (enter)' : '';
    return `${key} ${pen.plain(label)}${enter}`;
  });
  const separator = pen.plain('·') === '·' ? ' · ' : ', ';
  return flow(things, separator, pen.width - 2).map((row) => pen.dim(`  ${row.join(separator)}`));
}
