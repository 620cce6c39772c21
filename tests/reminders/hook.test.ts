import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { hookText } from '../../src/reminders/hook-text.ts';
import { tempFolder } from '../support/temp-folder.ts';

const isBash = spawnSync('bash', ['--version']).status === 0;

/** What an interactive bash has as its prompt command after it has read the hook twice. */
function promptCommandAfter(startUp: string): string {
  const folder = tempFolder();
  const hook = hookText('bash', { lines: `${folder}/prompt`, claims: folder, mark: `${folder}/hook-` });
  const { stdout } = spawnSync(
    'bash',
    ['--norc', '--noprofile', '-i', '-c', `${startUp}\n${hook}\n${hook}\ndeclare -p PROMPT_COMMAND`],
    { encoding: 'utf8', env: { PATH: process.env.PATH, HOME: folder }, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return stdout.trim();
}

describe.skipIf(!isBash)('the hook of bash, with "set -u" and without', () => {
  test.each([
    ['none', 'unset PROMPT_COMMAND', /^declare -- PROMPT_COMMAND="__backcare_remind"$/],
    ['a command', 'PROMPT_COMMAND=true', /PROMPT_COMMAND=.*true\\?n?\s*__backcare_remind/],
    ['a list of one', 'PROMPT_COMMAND=(true)', /\[0\]=.*true\\?n?\s*__backcare_remind/],
    ['a list', 'PROMPT_COMMAND=(true :)', /\[0\]="true" \[1\]=":" \[2\]="__backcare_remind"/],
  ])('is put beside %s, once', (_, before, after) => {
    for (const mode of ['', 'set -u\n', 'set -eu\n']) {
      const text = promptCommandAfter(`${mode}${before}`);
      expect(text, mode).toMatch(after);
      expect(text.match(/__backcare_remind/g), mode).toHaveLength(1);
    }
  });
});
