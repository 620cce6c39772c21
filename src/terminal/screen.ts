import { stripVTControlCharacters } from 'node:util';
import { useEffect, useRef, useState } from '@inquirer/core';
import { measure } from '../render/width.ts';
import type { OpenGuard } from './key-guard.ts';
import type { TerminalFacts } from './terminal-facts.ts';

const csi = '\u001b[';
const hideCursor = `${csi}?25l`;
const showCursor = `${csi}?25h`;
/** From the start of this row to the end of the screen. */
export const eraseBelow = `\r${csi}J`;

/** Nothing on the screen any more, and nothing above it. */
export const wiped = `${csi}H${csi}2J${csi}3J`;

/**
 * Keeps what a prompt draws right when the terminal is resized, and when the program was stopped by Ctrl-Z and runs
 * again; tells when the keyboard is closed. Returns the content to draw.
 */
export function useScreen(facts: TerminalFacts, onClosed: () => void, content: string): string {
  const [, redraw] = useState(0);
  const drawn = useRef(content);
  drawn.current = content;
  useEffect((readline) => {
    let isStopped = false;
    const fresh = (before: string): void => {
      facts.output.write(before + '\n'.repeat(drawn.current.split('\n').length - 1));
      redraw((times) => times + 1);
    };
    const forget = facts.onDisturbed((what) => {
      if (isStopped) return;
      if (what === 'continued') setRaw(facts, true);
      fresh(what === 'resized' ? eraseDrawn(drawn.current, facts.size().columns) : '\r\n');
    });
    readline.on('SIGTSTP', () => {
      if (isStopped) return;
      isStopped = true;
      facts.output.write(`\r\n${showCursor}`);
      void facts.suspend().then(() => {
        isStopped = false;
        fresh('\r');
      });
    });
    readline.on('close', onClosed);
    return forget;
  }, []);
  return content + hideCursor;
}

/** Whether the prompt takes every key yet; draws it again when it does. */
export function useLive(facts: TerminalFacts, guard: OpenGuard): boolean {
  const [, redraw] = useState(0);
  useEffect(
    () =>
      facts.after(guard.liveAfter, () => {
        guard.release();
        redraw((times) => times + 1);
      }),
    [],
  );
  return guard.isLive();
}

/**
 * Goes to the first row of what was drawn and erases from there. A narrower terminal has broken long lines, so the rows
 * are counted anew. The prompt then erases as many rows as it had lines: the new lines in `fresh` give it those.
 */
function eraseDrawn(content: string, columns: number): string {
  const rows = stripVTControlCharacters(content)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(measure(line) / columns)), 0);
  return (rows > 1 ? `${csi}${rows - 1}A` : '') + eraseBelow;
}

function setRaw(facts: TerminalFacts, isRaw: boolean): void {
  const input = facts.input as Partial<NodeJS.ReadStream>;
  input.setRawMode?.(isRaw);
}
