import { createPrompt, useKeypress, useRef, useState } from '@inquirer/core';
import type { PageReply, PromptPage } from '../context.ts';
import type { Answers } from '../engine/answers.ts';
import type { KeyGuard } from './key-guard.ts';
import { isTyped } from './page-keys.ts';
import { openPage } from './page-state.ts';
import { answersSoFar, readPress, updatePage } from './page-update.ts';
import { drawPage } from './page-view.ts';
import { createPen } from './pen.ts';
import { useLive, useScreen } from './screen.ts';
import type { TerminalFacts } from './terminal-facts.ts';

/** What a page prompt is given. */
export interface PagePromptConfig {
  readonly page: PromptPage;
  readonly facts: TerminalFacts;
  readonly guard: KeyGuard;
  /** Told after each key what stands on the page. */
  readonly noticed?: ((soFar: Answers) => void) | undefined;
  /** Called when the keyboard is closed: nothing more will come. */
  readonly onClosed: () => void;
}

/** A page of the interview as an Inquirer prompt: keys go to `updatePage`, its state to `drawPage`. */
export const pagePrompt = createPrompt<PageReply, PagePromptConfig>((config, done) => {
  const { page, facts, guard, noticed, onClosed } = config;
  const [state, setState] = useState(() => openPage(page));
  const [watch] = useState(() => guard.open());
  // Keys that come in one burst arrive before the next drawing: they must not all see the same state.
  const latest = useRef(state);
  const isDone = useRef(false);
  useKeypress((key, readline) => {
    // The line editor behind the prompt collects what is typed and would move the cursor along.
    readline.clearLine(0);
    if (isDone.current) return;
    const press = readPress(key);
    if (!isTyped(latest.current, press) && !watch.takes(press)) return;
    const step = updatePage(latest.current, press);
    if (step.kind === 'done') {
      isDone.current = true;
      watch.endedBy(press);
      done(step.reply);
    } else {
      latest.current = step.state;
      noticed?.(answersSoFar(step.state));
      setState(step.state);
    }
  });
  const isLive = useLive(facts, watch);
  return useScreen(facts, onClosed, drawPage(state, createPen(facts.theme, facts.size()), isLive));
});
