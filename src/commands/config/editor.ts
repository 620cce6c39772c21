import { InputError } from '../../errors.ts';

/** Opens a file in an editor and waits until it is closed. Resolves with the editor's exit code. */
export type OpenEditor = (words: readonly string[], path: string) => Promise<number>;

/**
 * Starts the editor on the terminal we have, without a shell: a path is then a path, whatever is in its name.
 * Throws `InputError` when there is no such program.
 */
export const openEditor: OpenEditor = async ([program = '', ...words], path) => {
  const { spawn } = await import('node:child_process');
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...words, path], { stdio: 'inherit' });
    child.on('error', (cause) => {
      const next = 'Set EDITOR to the name of an editor that is installed, for example: export EDITOR=nano';
      reject(new InputError(`Cannot start the editor "${program}".`, { reason: cause.message, next, cause }));
    });
    // An editor ended by a signal has no code; it did not end well.
    child.on('exit', (code) => resolve(code ?? 1));
  });
};

/** The words of `VISUAL` or `EDITOR`, such as `code --wait`; a path with spaces stands in quotes there. */
export function editorWords(command: string): readonly string[] {
  const words = command.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? [];
  return words.map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
}
