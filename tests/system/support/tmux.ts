import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { cleanEnvironment, temporaryFolder } from '../../support/built-binary.ts';

/** A shell in a real tmux of its own, as a person has it: with job control, and a line that it edits itself. */
export class Tmux {
  readonly home = temporaryFolder();
  readonly #socket = join(this.home, 'tmux');

  constructor(columns: number, rows: number) {
    const size = ['-x', String(columns), '-y', String(rows)];
    // A shell that reads nobody's settings; its prompt is found on the screen.
    this.run('-f', '/dev/null', 'new-session', '-d', ...size, 'env', '-u', 'ENV', 'PS1=ready> ', 'sh', '-i');
    onTestFinished(() => this.close());
  }

  run(...args: readonly string[]): string {
    const env = cleanEnvironment(this.home, { TERM: 'xterm-256color', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' });
    return execFileSync('tmux', ['-S', this.#socket, ...args], { encoding: 'utf8', env, cwd: this.home });
  }

  /** Keys by tmux's names (`Enter`, `C-c`), or letters. */
  keys(...names: readonly string[]): void {
    this.run('send-keys', ...names);
  }

  /** Types a line into the shell. */
  enter(line: string): void {
    this.run('send-keys', '-l', line);
    this.keys('Enter');
  }

  screen(): string[] {
    return this.run('capture-pane', '-p').split('\n');
  }

  /** Resolves when the screen is so; asked again until then. */
  async until(check: (screen: string) => void): Promise<void> {
    await expect
      .poll(() => tryOut(() => check(this.screen().join('\n'))), { timeout: 20_000, interval: 30 })
      .toBe('');
  }

  shows(text: string): Promise<void> {
    return this.until((screen) => expect(screen).toContain(text));
  }

  resize(columns: number, rows: number): void {
    this.run('resize-window', '-x', String(columns), '-y', String(rows));
  }

  isCursorShown(): boolean {
    return this.run('display-message', '-p', '#{cursor_flag}').trim() === '1';
  }

  close(): void {
    try {
      this.run('kill-server');
    } catch {
      // The shell has left already.
    }
  }
}

/** What is wrong, in words; empty when nothing is. */
function tryOut(check: () => void): string {
  try {
    check();
    return '';
  } catch (error) {
    return String(error);
  }
}
