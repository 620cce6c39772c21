import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { binary, cleanEnvironment, repository, temporaryFolder } from '../support/built-binary.ts';

const readme = readFileSync(join(repository, 'README.md'), 'utf8');

/** Blocks that follow `<!-- output: COMMAND -->`. */
const outputs = [...readme.matchAll(/<!-- output: (.+?) -->\n```text\n([\s\S]*?)```/g)].map(
  ([, command = '', text = '']) => ({ command, text }),
);

/** Every command line: whole lines of shell blocks, and what stands between backticks. */
const commands = [
  ...[...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n')),
  ...[...readme.matchAll(/`(backcare[^`]*)`/g)].map(([, command = '']) => command),
]
  .map((line) => line.replace(/\s{2,}#.*$/, '').trim())
  .filter((line) => /(^|\| )backcare( |$)/.test(line));

/** As a reader stands in the project: the examples, a file of answers, and backcare on the path. Nothing is a terminal. */
function run(command: string) {
  const home = temporaryFolder();
  const bin = join(home, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'backcare'), `#!/bin/sh\nexec "${process.execPath}" "${binary}" "$@"\n`, {
    mode: 0o755,
  });
  // Reminders must not find those of whoever runs this.
  writeFileSync(join(bin, 'crontab'), '#!/bin/sh\necho "no crontab for reader" >&2\nexit 1\n', {
    mode: 0o755,
  });
  writeFileSync(join(bin, 'systemctl'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  cpSync(join(repository, 'examples'), join(home, 'examples'), { recursive: true });
  copyFileSync(join(home, 'examples', 'lifting-strain.json'), join(home, 'answers.json'));
  return spawnSync('/bin/sh', ['-c', command], {
    cwd: home,
    env: cleanEnvironment(home, { PATH: `${bin}:${process.env.PATH}` }),
    encoding: 'utf8',
    input: '',
  });
}

// Its command lines are those of a POSIX shell, and run in one.
describe.skipIf(process.platform === 'win32')('README.md', () => {
  test('shows at least one real output, and several commands', () => {
    expect(outputs.length).toBeGreaterThan(0);
    expect(new Set(commands).size).toBeGreaterThan(5);
  });

  test.each(outputs)('the output of $command is real', ({ command, text }) => {
    const { stdout, stderr, status } = run(command);
    expect(status, stderr).toBe(0);
    expect(text).toBe(stdout);
  });

  test.each([...new Set(commands)])('%s runs', (command) => {
    const { status, stderr } = run(command);
    // Nobody sits at the keyboard here, and the interview says so.
    const needsPerson = command === 'backcare diagnose';
    expect(status, stderr).toBe(needsPerson ? 2 : 0);
    if (needsPerson) expect(stderr).toContain('nobody to ask');
    else expect(stderr).not.toContain('backcare:');
  });
});

/** Blocks of a language. */
const blocksOf = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block = '']) => block,
  );

/** Where the examples say that backcare is. */
const installedAt = '/usr/local/bin/backcare';

/** As cron and systemd start things: hardly any environment. */
function runBare(command: string) {
  const home = temporaryFolder();
  const program = `"${process.execPath}" "${binary}"`;
  return spawnSync('/bin/sh', ['-c', command.replace(installedAt, program)], {
    cwd: home,
    env: { HOME: home, PATH: '/usr/bin:/bin' },
    encoding: 'utf8',
    input: '',
  });
}

describe.skipIf(process.platform === 'win32')(
  'what README.md says of schedulers, status lines and prompts',
  () => {
    test('the line of the crontab runs in the bare environment of cron, and is silent', () => {
      const [crontab = ''] = blocksOf('crontab');
      const [, fields, command = ''] = /^((?:\S+ ){5})(.*)\n$/.exec(crontab) ?? [];
      expect(fields).toBe('* * * * * ');
      // Cron takes a percent sign for a line break.
      expect(command).not.toContain('%');
      expect(runBare(command)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    });

    test('the units start the same, and once a minute', () => {
      const [service = '', timer = ''] = blocksOf('ini');
      const command = /^ExecStart=(.*)$/m.exec(service)?.[1] ?? '';
      expect(command).toContain(installedAt);
      expect(runBare(command)).toMatchObject({ status: 0, stdout: '', stderr: '' });
      expect(timer).toMatch(/^OnCalendar=\*-\*-\* \*:\*:00$/m);
      expect(timer).toMatch(/^# ~\/\.config\/systemd\/user\/backcare-tick\.timer/);
    });

    test('the status line of tmux gets one short line', () => {
      const [tmux = ''] = blocksOf('tmux');
      const command = /#\((.*?)\)/.exec(tmux)?.[1] ?? '';
      const { status, stdout, stderr } = run(command);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^.{1,40}\n$/);
    });

    test('the lines for bash run in bash', () => {
      const blocks = blocksOf('bash');
      expect(blocks).toHaveLength(2);
      for (const block of blocks) {
        const { status, stdout, stderr } = run(`bash --norc -ec '${block.replaceAll("'", "'\\''")}'`);
        // Nothing is due in a new home.
        expect([status, stdout, stderr], block).toEqual([0, '', '']);
      }
    });
  },
);
