import { createPrompt, useKeypress, useRef, useState } from '@inquirer/core';
import type { PageReply, PromptPage } from '../context.ts';
import { openPage } from './page-state.ts';
import { readPress, updatePage } from './page-update.ts';
import { drawPage } from './page-view.ts';
import { createPen } from './pen.ts';
import { useScreen } from './screen.ts';
import type { TerminalFacts } from './terminal-facts.ts';

/** What a page prompt is given. */
export interface PagePromptConfig {
  readonly page: PromptPage;
  readonly facts: TerminalFacts;
  /** Called when the keyboard is closed: nothing more will come. */
  readonly onClosed: () => void;
}

/** A page of the interview as an Inquirer prompt: keys go to `updatePage`, its state to `drawPage`. */
export const pagePrompt = createPrompt<PageReply, PagePromptConfig>(({ page, facts, onClosed }, done) => {
  const [state, setState] = useState(() => openPage(page));
  // Keys that come in one burst arrive before the next drawing: they must not all see the same state.
  const latest = useRef(state);
  const isDone = useRef(false);
  useKeypress((key, readline) => {
    // The line editor behind the prompt collects what is typed and would move the cursor along.
    readline.clearLine(0);
    if (isDone.current) return;
    const step = updatePage(latest.current, readPress(key));
    if (step.kind === 'done') {
      isDone.current = true;
      done(step.reply);
    } else {
      latest.current = step.state;
      setState(step.state);
    }
  });
  return useScreen(facts, onClosed, drawPage(state, createPen(facts.theme, facts.size())));
});
