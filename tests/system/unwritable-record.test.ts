import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ordinaryStrain } from '../documents/people.ts';
import { answerPages, waitForPage, waitForWords } from '../pty/interview-keys.ts';
import { cleanEnvironment, repository, runBackcare, temporaryFolder } from '../support/built-binary.ts';
import { keys, openTerminal } from '../support/pseudo-terminal.ts';
import { named, whyNot } from './support/why-not.ts';

const strain = join(repository, 'examples', 'lifting-strain.json');
const emergency = join(repository, 'examples', 'emergency-cauda-equina.json');
const answer = 'You can start caring for this at home.';

const noDisk = whyNot({ linux: true, root: true });

describe.skipIf(noDisk !== undefined)(named('a disk that is full', noDisk), () => {
  let disk = '';
  beforeAll(() => {
    disk = mkdtempSync(join(tmpdir(), 'backcare-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(bavail * bsize));
  });
  afterAll(() => {
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });
  const run = (...args: string[]) => runBackcare({ args, env: { BACKCARE_HOME: disk } });

  test('the answer is shown, the failure said, exit 3', async () => {
    const { code, stdout, stderr } = await run('diagnose', '--answers', strain);
    expect(stdout).toContain(answer);
    expect(stderr).toContain(`backcare: Cannot write ${disk}`);
    expect(stderr).toContain('The disk is full.');
    expect(code).toBe(3);
  });

  test('--json stays JSON', async () => {
    const { code, stdout } = await run('diagnose', '--answers', strain, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ urgency: 'self-care' });
    expect(code).toBe(3);
  });

  test('with --exit-code the level wins', async () => {
    const { code, stdout, stderr } = await run('diagnose', '--answers', emergency, '--exit-code');
    expect(stdout).toContain('GET HELP NOW');
    expect(stderr).toContain('The disk is full.');
    expect(code).toBe(30);
  });

  test('--no-save needs no disk', async () => {
    expect(await run('diagnose', '--answers', strain, '--no-save')).toMatchObject({ code: 0, stderr: '' });
  });

  test('a whole interview goes on without its draft, and says so', async () => {
    const terminal = openTerminal({ args: ['diagnose'], env: { BACKCARE_HOME: disk } });
    await answerPages(terminal, ordinaryStrain);
    await waitForPage(terminal, 'Last one');
    terminal.type('n');
    await waitForWords(terminal, 'show the result');
    terminal.type(keys.enter);
    await waitForWords(terminal, 'leave');
    terminal.type(keys.enter);
    expect(await terminal.exitCode).toBe(3);
    const shown = terminal.history().join('\n');
    expect(shown).toContain(answer);
    expect(shown).toContain('The disk is full.');
  });

  test.each([[['relief']], [[]], [['config', 'list']]])('%j needs no disk', async (args) => {
    expect(await run(...args)).toMatchObject({ code: 0, stderr: '' });
  });

  test('a preference that cannot be set is said, exit 3', async () => {
    const { code, stderr } = await run('config', 'set', 'country', 'GB');
    expect(stderr).toContain('The disk is full.');
    expect(code).toBe(3);
  });
});

const nobody = 65_534;
const cannotDrop = whyNot({ linux: true, root: true, program: 'setpriv' });

describe.skipIf(cannotDrop !== undefined)(named('a record of somebody else', cannotDrop), () => {
  /** A copy of the program where everybody can read it, run by somebody without rights. */
  let program = '';
  beforeAll(() => {
    program = temporaryFolder();
    chmodSync(program, 0o755);
    for (const part of ['bin', 'dist', 'examples'])
      cpSync(join(repository, part), join(program, part), { recursive: true });
    execFileSync('chmod', ['-R', 'a+rX', program]);
  });

  function asNobody(home: string, ...args: string[]) {
    const drop = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
    const line = [...drop, process.execPath, join(program, 'bin', 'backcare.js'), ...args];
    return spawnSync('setpriv', line, { encoding: 'utf8', env: cleanEnvironment(home), cwd: '/' });
  }

  /** A home that nobody may read, with a data folder in this mode and of this owner. */
  function homeWith(owner: number, mode: number): { home: string; data: string } {
    const home = temporaryFolder();
    chmodSync(home, 0o755);
    const data = join(home, 'backcare', 'data');
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'journal.jsonl'), 'not for you\n', { mode: 0o600 });
    chownSync(data, owner, owner);
    chmodSync(data, mode);
    return { home, data };
  }

  test('the program itself runs without rights', () => {
    const { home } = homeWith(nobody, 0o700);
    expect(asNobody(home, '--version')).toMatchObject({ status: 0, stderr: '' });
  });

  test.each([
    ['a closed folder', 0, 0o700],
    ['an open folder with a closed journal', 0, 0o755],
    ['a folder without any right', 0, 0],
  ])('%s: the answer is shown, the failure said, exit 3, and nothing is touched', (_, owner, mode) => {
    const { home, data } = homeWith(owner, mode);
    const answers = join(program, 'examples', 'lifting-strain.json');
    const { status, stdout, stderr } = asNobody(home, 'diagnose', '--answers', answers);
    expect(stdout).toContain(answer);
    expect(stderr).toContain(`backcare: Cannot write ${data}`);
    expect(stderr).toContain('You have no permission there.');
    expect(status).toBe(3);
    expect(readFileSync(join(data, 'journal.jsonl'), 'utf8')).toBe('not for you\n');
  });

  test('with --exit-code the level wins', () => {
    const { home } = homeWith(0, 0o700);
    const answers = join(program, 'examples', 'emergency-cauda-equina.json');
    const { status, stdout, stderr } = asNobody(home, 'diagnose', '--answers', answers, '--exit-code');
    expect(stdout).toContain('GET HELP NOW');
    expect(stderr).toContain('You have no permission there.');
    expect(status).toBe(30);
  });

  test('bare backcare and relief still help, and say what they do not know', () => {
    const { home } = homeWith(0, 0o700);
    for (const args of [[], ['relief']]) {
      const { status, stdout, stderr } = asNobody(home, ...args);
      expect(stdout).toContain('If you think this is an emergency');
      expect(stderr).toContain('What an earlier check said is not known here.');
      expect(status).toBe(0);
    }
  });

  test('a closed preference file is said, and the answer still comes', () => {
    const { home } = homeWith(nobody, 0o700);
    const config = join(home, 'backcare', 'config');
    mkdirSync(config);
    writeFileSync(join(config, 'preferences.json'), '{"country":"DE"}', { mode: 0o600 });
    const answers = join(program, 'examples', 'lifting-strain.json');
    const { status, stdout, stderr } = asNobody(home, 'diagnose', '--answers', answers, '--no-save');
    expect(stdout).toContain(answer);
    expect(stderr).toContain('You have no permission there.');
    expect(status).toBe(3);
  });
});
