import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { inSentence } from '../../src/documents/answer-words.ts';
import { measure } from '../../src/render/width.ts';
import { ordinaryStrain } from '../documents/people.ts';
import { keys, openTerminal, type PseudoTerminal } from '../support/pseudo-terminal.ts';
import { answerPages, firstLabels, inOneLine, waitForPage, waitForWords } from './interview-keys.ts';

const line = 'If you think this is an emergency, call 999 or 112 (United Kingdom) now.';
const [firstPage, secondPage] = firstLabels();
const visitQuestion = 'Last one';

/** From the end of the questions to the result. */
async function finish(terminal: PseudoTerminal, enter: string = ''): Promise<void> {
  if (enter === '') await waitForPage(terminal, visitQuestion);
  else await waitForWords(terminal, visitQuestion);
  terminal.type(`n${enter}`);
  await waitForWords(terminal, 'show the result');
  terminal.type(keys.enter);
  await waitForWords(terminal, 'leave');
}

/** The widest line that was ever written: a sequence that moves the cursor begins a new one. */
function widest(terminal: PseudoTerminal): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a sequence begins with one
  const unmoved = terminal.raw().replace(/\u001b\[[\d;]*[A-HJKfd]/g, '\n');
  return Math.max(
    ...stripVTControlCharacters(unmoved)
      .split(/[\r\n]+/)
      .map(measure),
  );
}

function isCursorShown(terminal: PseudoTerminal): boolean {
  return terminal.raw().lastIndexOf('\u001b[?25h') > terminal.raw().lastIndexOf('\u001b[?25l');
}

/** Everything kept under this home, as text. */
function kept(home: string): string {
  const folder = join(home, 'backcare');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

describe('an ordinary strain by keys', () => {
  test('80 columns and 24 rows: the whole result on one screen, from the emergency line to the keys', async () => {
    const terminal = openTerminal({ args: ['diagnose'] });
    await answerPages(terminal, ordinaryStrain);
    await finish(terminal);
    const screen = terminal.screen();
    expect(screen[0]).toContain(line);
    expect(screen.join('\n')).toContain('✓ You can start caring for this at home.');
    expect(screen.join('\n')).toMatch(/Pulled muscle +fits well/);
    expect(screen.at(-1) === '' ? screen.findLast((row) => row !== '') : screen.at(-1)).toContain('leave');
    terminal.type(keys.enter);
    expect(await terminal.exitCode).toBe(0);
    expect(widest(terminal)).toBeLessThanOrEqual(80);
    expect(isCursorShown(terminal)).toBe(true);
    // Nothing of the questions stays behind, nor the introduction: the result alone.
    expect(inOneLine(terminal.history())).not.toMatch(/\d+ of \d+ |It does not give a diagnosis/);
  });

  test('60 columns and 24 rows: nothing is wider, and the number is never lost', async () => {
    const terminal = openTerminal({ args: ['diagnose'], cols: 60 });
    await answerPages(terminal, ordinaryStrain);
    await finish(terminal);
    terminal.type(keys.enter);
    expect(await terminal.exitCode).toBe(0);
    expect(widest(terminal)).toBeLessThanOrEqual(60);
    expect(inOneLine(terminal.history())).toContain(line);
    expect(inOneLine(terminal.history())).toContain('Pulled muscle');
  });

  test('NO_COLOR: no colour code at all', async () => {
    const terminal = openTerminal({ args: ['diagnose'], env: { NO_COLOR: '1' } });
    await answerPages(terminal, ordinaryStrain);
    await finish(terminal);
    terminal.type('m');
    await waitForWords(terminal, 'No regulator has checked it.');
    await waitForWords(terminal, 'enter leave');
    terminal.type(keys.enter);
    expect(await terminal.exitCode).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour code is what must not be there
    expect(terminal.raw()).not.toMatch(/\u001b\[[\d;]*m/);
  });

  test('accessible: plain lines, no escape sequence, the same result', async () => {
    const terminal = openTerminal({ args: ['diagnose', '--accessible', '--no-color'], rows: 50 });
    await answerPages(terminal, ordinaryStrain, { accessible: true });
    await finish(terminal, keys.enter);
    terminal.type(keys.enter);
    expect(await terminal.exitCode).toBe(0);
    expect(terminal.raw()).not.toContain('\u001b');
    expect(inOneLine(terminal.history())).toContain('You can start caring for this at home.');
    expect(inOneLine(terminal.history())).toContain('Pulled muscle (fits well)');
  });
});

describe('leaving in the middle', () => {
  test.each([
    ['Ctrl-C', 130, (terminal: PseudoTerminal) => terminal.type(keys.interrupt)],
    ['a closed terminal', 129, (terminal: PseudoTerminal) => terminal.kill('SIGHUP')],
  ])('%s keeps the answers, and the next run goes on there', async (name, code, leave) => {
    const first = openTerminal({ args: ['diagnose'] });
    const half = await answerPages(first, ordinaryStrain, { stopBefore: 'site' });
    await waitForWords(first, 'Where does it hurt?');
    leave(first);
    const exitCode = await first.exitCode;
    expect([code, 130]).toContain(exitCode);
    if (name === 'Ctrl-C') {
      expect(isCursorShown(first)).toBe(true);
      expect(inOneLine(first.history())).toContain('Your answers are kept');
    }

    const second = openTerminal({ args: ['diagnose'], home: first.home });
    await waitForWords(second, 'You stopped');
    second.type('g');
    await answerPages(second, ordinaryStrain, { from: half });
    await finish(second);
    expect(inOneLine(second.screen())).toContain('You can start caring for this at home.');
    second.type(keys.enter);
    expect(await second.exitCode).toBe(0);
    expect(kept(first.home)).toContain('"urgency":"self-care"');
  });
});

describe('a danger sign', () => {
  test('shows number and action at once, and a slip of the finger is taken back', async () => {
    const terminal = openTerminal({ args: ['diagnose', '--exit-code'] });
    await waitForPage(terminal, firstPage);
    terminal.type('1');
    await waitForWords(terminal, 'yes');
    terminal.type('n');
    await waitForWords(terminal, 'I ticked that by mistake');
    expect(inOneLine(terminal.screen())).toContain('GET HELP NOW: call 999 or 112 (United Kingdom)');
    expect(inOneLine(terminal.screen())).toContain(inSentence(firstPage));
    terminal.type('b');
    await waitForPage(terminal, 'What was ticked');
    terminal.type('n');
    // The next page of danger signs, not the end.
    await waitForPage(terminal, secondPage);
    terminal.type(keys.interrupt);
    expect(await terminal.exitCode).toBe(130);
  });

  test('left as it is, it is kept, and the exit code says emergency', async () => {
    const terminal = openTerminal({ args: ['diagnose', '--exit-code'] });
    await waitForPage(terminal, firstPage);
    terminal.type('1n');
    await waitForWords(terminal, 'I ticked that by mistake');
    terminal.type(keys.enter);
    expect(await terminal.exitCode).toBe(30);
    expect(kept(terminal.home)).toContain('"urgency":"emergency"');
    expect(terminal.screen().join('\n')).toContain('GET HELP NOW');
  });
});

describe('a list of danger signs', () => {
  test('Enter on an empty one is not "none": it asks, and a second Enter leaves it unanswered', async () => {
    const terminal = openTerminal({ args: ['diagnose'] });
    await waitForPage(terminal, firstPage);
    terminal.type(keys.enter);
    await waitForWords(terminal, 'Press n if none of these apply, or Enter again to leave them unanswered.');
    terminal.type(keys.enter);
    await waitForPage(terminal, secondPage);
    terminal.type(keys.left);
    await waitForPage(terminal, firstPage);
    const row = terminal.screen().find((text) => text.includes(firstPage));
    expect(row).toMatch(/skipped$/);
    terminal.type(keys.interrupt);
    expect(await terminal.exitCode).toBe(130);
  });

  test('"?" says the question in full and why it is asked', async () => {
    const terminal = openTerminal({ args: ['diagnose'] });
    await waitForPage(terminal, firstPage);
    terminal.type('?');
    await waitForWords(terminal, 'Why we ask:');
    expect(terminal.screen().join('\n')).toContain(line);
    terminal.type(keys.space);
    await waitForWords(terminal, 'none of these');
    terminal.type(keys.interrupt);
    expect(await terminal.exitCode).toBe(130);
  });
});
