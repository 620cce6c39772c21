import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { binary, cleanEnvironment, repository, temporaryFolder } from '../support/built-binary.ts';

/** A folder as a person would stand in: the shipped examples, a file of answers, and backcare on the path. */
function workplace() {
  const home = temporaryFolder();
  const bin = join(home, 'bin');
  mkdirSync(bin);
  const script = (name: string, text: string) => writeFileSync(join(bin, name), text, { mode: 0o755 });
  script('backcare', `#!/bin/sh\nexec "${process.execPath}" "${binary}" "$@"\n`);
  // Stands for the editor of the examples: it looks and changes nothing.
  script('nano', '#!/bin/sh\nexit 0\n');
  // Reminders must not find those of whoever runs this.
  script('crontab', '#!/bin/sh\necho "no crontab for reader" >&2\nexit 1\n');
  script('systemctl', '#!/bin/sh\nexit 1\n');
  cpSync(join(repository, 'examples'), join(home, 'examples'), { recursive: true });
  copyFileSync(join(home, 'examples', 'lifting-strain.json'), join(home, 'answers.json'));
  const env = cleanEnvironment(home, { EDITOR: 'nano', PATH: `${bin}:${process.env.PATH}` });
  return { home, env };
}

function helpOf(words: readonly string[]): string {
  const run = spawnSync(process.execPath, [binary, ...words, '--help'], {
    env: cleanEnvironment(temporaryFolder()),
    encoding: 'utf8',
  });
  expect([run.status, run.stderr]).toEqual([0, '']);
  return run.stdout;
}

/** Every command with its words, found in the help of its parent. */
function commandsBelow(words: readonly string[]): readonly (readonly string[])[] {
  const section = /^Commands:\n((?: {2}.*\n)+)/m.exec(helpOf(words))?.[1] ?? '';
  const names = [...section.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name]) => name ?? '');
  return names
    .filter((name) => name !== 'help')
    .flatMap((name) => [[...words, name], ...commandsBelow([...words, name])]);
}

const commands = [[], ...commandsBelow([])];
const examples = commands.flatMap((words) =>
  [...helpOf(words).matchAll(/^ {2}\$ (.*?)(?: {2,}.*)?$/gm)].map(([, example]) => ({
    of: ['backcare', ...words].join(' '),
    example: example ?? '',
  })),
);

// The examples are lines of a POSIX shell, and run in one.
describe.skipIf(process.platform === 'win32')('the examples in the help', () => {
  test('every command has some', () => {
    expect(commands.length).toBeGreaterThan(5);
    const without = commands.filter(
      (words) => !examples.some(({ of }) => of === ['backcare', ...words].join(' ')),
    );
    expect(without).toEqual([]);
  });

  test.each(examples)('$of: $example', ({ example }) => {
    const { home, env } = workplace();
    const { status, stderr } = spawnSync('/bin/sh', ['-c', example], {
      cwd: home,
      env,
      encoding: 'utf8',
      input: '',
    });
    // Nobody sits at the keyboard here, and the interview says so.
    const asks = ['backcare diagnose', 'backcare stretch around', 'backcare stretch desk-check'];
    const needsPerson = asks.includes(example);
    expect(status, stderr).toBe(needsPerson ? 2 : 0);
    if (needsPerson) expect(stderr).toMatch(/nobody to ask|nobody can be asked/i);
    else expect(stderr).not.toContain('backcare:');
  });
});
