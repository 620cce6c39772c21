import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  binary,
  cleanEnvironment,
  type RunOptions,
  repository,
  runBackcare,
  startBackcare,
  temporaryFolder,
} from '../support/built-binary.ts';

const strain = join(repository, 'examples', 'lifting-strain.json');
const line = 'If you think this is an emergency, call 999 or 112 (United Kingdom) now.';
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one
const colourCode = /\u001b/;

const diagnose = (args: readonly string[], options: RunOptions = {}) =>
  runBackcare({ ...options, args: ['diagnose', ...args] });

/** Journals and drafts under the home of a run. */
function keptFiles(home: string): readonly string[] {
  const folder = join(home, 'backcare');
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [];
}

interface ListedQuestion {
  readonly id: string;
  readonly kind: 'bool' | 'number' | 'single' | 'multi';
  readonly options?: readonly { readonly id: string }[];
  readonly minimum?: number;
}

describe('answers from a file, standard input and flags', () => {
  test('a file: the answer on standard output, nothing on standard error', async () => {
    const { code, stdout, stderr } = await diagnose(['--answers', strain]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout.split('\n')[0]).toBe(line);
    expect(stdout).toContain('\nYou can start caring for this at home.\n');
    expect(stdout).toContain('\nPulled muscle (fits well): ');
  });

  test('standard input gives the same', async () => {
    const fromFile = await diagnose(['--answers', strain]);
    const fromInput = await diagnose(['--answers', '-'], { input: readFileSync(strain) });
    expect(fromInput).toEqual(fromFile);
  });

  test('a byte order mark, as some editors write it, does no harm', async () => {
    const { code } = await diagnose(['--answers', '-'], { input: `\ufeff${readFileSync(strain, 'utf8')}` });
    expect(code).toBe(0);
  });

  test.each([
    ['--set beats the file', ['--answers', strain, '--set', 'age=15'], 10],
    [
      'the last --set of an id counts',
      ['--answers', strain, '--set', 'rf-fever=yes', '--set', 'rf-fever=no'],
      0,
    ],
    ['several options with commas', ['--answers', strain, '--set', 'pain-site=low-back,buttock'], 0],
    ['a length of time in words', ['--answers', strain, '--set', 'duration=3 weeks'], 0],
    ['flags alone', ['--set', 'rf-fever=yes', '--set', 'age=40'], 20],
    [
      'a sign in a flag beats "none" in the file',
      ['--answers', strain, '--set', 'rf-saddle-numbness=yes'],
      30,
    ],
    [
      '"none" in a flag takes no sign back',
      ['--set', 'rf-saddle-numbness=yes', '--set', 'screen-nerves=none'],
      30,
    ],
  ])('%s', async (_name, args, code) => {
    const result = await diagnose([...args, '--exit-code']);
    expect(result.stderr).toBe('');
    expect(result.code).toBe(code);
  });

  test('"none" in a flag does not take back a sign in the file', async () => {
    const input = '{"schema":"backcare/answers@1","answers":{"rf-saddle-numbness":true}}';
    const { code } = await diagnose(['--answers', '-', '--set', 'screen-nerves=none', '--exit-code'], {
      input,
    });
    expect(code).toBe(30);
  });

  test('half of the safety answers: incomplete, at least routine, exit 0', async () => {
    const { code, stdout } = await diagnose(['--set', 'screen-nerves=none', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ complete: false, urgency: 'routine', patterns: [], plan: [] });
  });

  test.each([
    ['without a terminal', []],
    ['with --no-input', ['--no-input']],
  ])('no answers at all %s is wrong usage that names the flag', async (_name, args) => {
    const { code, stdout, stderr } = await diagnose(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('--answers FILE');
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(3);
  });

  test.each([
    ['an unknown --save', ['--save', 'everything'], 'without-private'],
    ['an unknown --format', ['--format', 'pdf'], 'markdown'],
    ['an unknown flag', ['--anwsers', strain], '--answers'],
    ['a --set without a value', ['--set', 'rf-fever'], 'id=value'],
    ['an unknown word', ['adit'], '--help'],
  ])('%s is refused with what there is', async (_name, args, hint) => {
    const { code, stdout, stderr } = await diagnose(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(hint);
  });
});

describe('--exit-code', () => {
  test.each([
    ['self-care', [], 0],
    ['routine', ['--set', 'wants-visit=yes'], 10],
    ['urgent', ['--set', 'rf-fever=yes'], 20],
    ['emergency', ['--set', 'rf-chest-pain=yes'], 30],
  ])('%s', async (level, changes, code) => {
    const args = ['--answers', strain, ...changes];
    expect((await diagnose([...args, '--exit-code'])).code).toBe(code);
    const plain = await diagnose([...args, '--json']);
    expect(plain.code).toBe(0);
    expect(JSON.parse(plain.stdout).urgency).toBe(level);
  });
});

describe('how it is said', () => {
  test('--questions lists every question for people', async () => {
    const { code, stdout, stderr } = await diagnose(['--questions']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('rf-saddle-numbness: ');
    expect(stdout).toContain('since-last: Have you been seen about this?');
    expect(stdout).toContain('Answers: yes, no, unsure or skipped');
    expect(stdout).toContain('Asked when mod-pregnant is yes');
  });

  test('--questions --json lists the same for scripts, and a file made of it is taken', async () => {
    const { stdout } = await diagnose(['--questions', '--json']);
    const { schema, questions } = JSON.parse(stdout);
    expect(schema).toBe('backcare/questions@1');
    const answers = Object.fromEntries(
      (questions as readonly ListedQuestion[]).map(({ id, kind, options = [], minimum }) => {
        const first = options[0]?.id;
        const given = { bool: 'no', number: minimum, single: first, multi: [first] };
        return [id, given[kind]];
      }),
    );
    const input = JSON.stringify({ schema: 'backcare/answers@1', answers });
    const result = await diagnose(['--answers', '-', '--json'], { input });
    expect(result.stderr).toMatch(/^(Saved with private answers; .*\n)?$/);
    expect(JSON.parse(result.stdout).complete).toBe(true);
  });

  test('--json is one JSON value and nothing else', async () => {
    const { stdout, stderr } = await diagnose(['--answers', strain, '--json']);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'backcare/assessment@1', reviewed: false });
  });

  test('--format markdown is a sheet with the notice', async () => {
    const { stdout } = await diagnose(['--answers', strain, '--format', 'markdown']);
    expect(stdout).toMatch(/^# /m);
    expect(stdout).toContain('999 or 112');
    expect(stdout).toContain('It does not give a diagnosis');
  });

  test('--format html is one page without scripts or links to fetch', async () => {
    const { stdout } = await diagnose(['--answers', strain, '--format', 'html']);
    expect(stdout).toMatch(/^<!doctype html>/i);
    expect(stdout).toContain('999 or 112');
    expect(stdout).not.toMatch(/<script|<link|<img|@import|url\(/i);
  });

  test('--explain gives reasons, sources and what would have changed it', async () => {
    const { stdout } = await diagnose(['--answers', strain, '--explain']);
    expect(stdout).toContain('What to watch for');
    expect(stdout).toMatch(/^- Why: /m);
    expect(stdout).toContain('One different answer that would change this');
  });

  test('--country chooses the number, and an unknown one is said', async () => {
    const known = await diagnose(['--answers', strain, '--country', 'AU']);
    expect(known.stdout).toContain('call 000 (Australia) now');
    const unknown = await diagnose(['--answers', strain, '--country', 'XX']);
    expect(unknown.code).toBe(0);
    expect(unknown.stderr).toContain('"XX"');
    expect(unknown.stdout.split('\n')[0]).toContain('your local emergency number');
  });

  test.each([
    ['text', []],
    ['json', ['--json']],
    ['markdown', ['--format', 'markdown']],
    ['html', ['--format', 'html']],
  ])('--quiet never hides the level and the emergency line: %s', async (_name, args) => {
    const { stdout } = await diagnose([
      '--answers',
      strain,
      '--set',
      'rf-chest-pain=yes',
      '--quiet',
      ...args,
    ]);
    expect(stdout).toContain('If you think this is an emergency, call 999 or 112 (United Kingdom) now.');
    expect(stdout).toContain('GET HELP NOW');
  });

  test('a pipe gets plain unwrapped text, whatever the width and the colours of the terminal', async () => {
    const { stdout } = await diagnose(['--answers', strain], {
      env: { COLUMNS: '40', TERM: 'xterm-256color' },
    });
    expect(stdout).not.toMatch(colourCode);
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeGreaterThan(100);
  });

  test.each([
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, [], true],
    ['NO_COLOR beats FORCE_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
    ['--no-color beats FORCE_COLOR', { FORCE_COLOR: '1' }, ['--no-color'], false],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, [], false],
    ['an empty NO_COLOR is none', { FORCE_COLOR: '1', NO_COLOR: '' }, [], true],
  ])('%s', async (_name, env, args, colour) => {
    const { stdout } = await diagnose(['--answers', strain, ...args], { env });
    expect(colourCode.test(stdout)).toBe(colour);
  });

  // The pipe to a reader that leaves early is made by a POSIX shell.
  test.skipIf(process.platform === 'win32')('a closed pipe is silent and exits 0', async () => {
    const home = temporaryFolder();
    const command = `"${process.execPath}" "${binary}" diagnose --answers "${strain}" --explain; echo "code $?" >&2`;
    const child = spawn('/bin/sh', ['-c', `{ ${command}; } | head -n 1`], {
      env: cleanEnvironment(home),
      cwd: home,
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(out).toBe(`${line}\n`);
    expect(err).toBe('code 0\n');
  });

  test('a reader that has gone before the first byte is silent too', async () => {
    const { child, result } = startBackcare({ args: ['diagnose', '--questions', '--json'] });
    child.stdout.destroy();
    child.stdin.end();
    const { code, stderr } = await result;
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('what is kept', () => {
  test('one assessment, private to its owner; nothing with --no-save', async () => {
    const home = temporaryFolder();
    await diagnose(['--answers', strain, '--no-save'], { home });
    expect(keptFiles(home)).toEqual([]);
    await diagnose(['--answers', strain], { home });
    const journal = keptFiles(home).filter((name) => name.endsWith('.jsonl'));
    expect(journal).toHaveLength(1);
    const text = readFileSync(join(home, 'backcare', journal[0] ?? ''), 'utf8');
    expect(text.trimEnd().split('\n')).toHaveLength(1);
    expect(text).toContain('"kind":"assessment"');
  });

  test('--save without-private leaves no trace of them', async () => {
    const home = temporaryFolder();
    const args = ['--answers', strain, '--set', 'mod-iv-drugs=yes', '--save', 'without-private'];
    await diagnose(args, { home });
    const texts = keptFiles(home)
      .filter((name) => name.includes('.json'))
      .map((name) => readFileSync(join(home, 'backcare', name), 'utf8'));
    expect(texts.join('')).toContain('"privateAnswersDropped":true');
    expect(texts.join('')).not.toContain('mod-iv-drugs');
  });

  test('a record that cannot be written: the answer, the failure on standard error, exit 3', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'backcare'));
    writeFileSync(join(home, 'backcare', 'data'), 'in the way');
    const failed = await diagnose(['--answers', strain], { home });
    expect(failed.code).toBe(3);
    expect(failed.stdout).toContain('You can start caring');
    expect(failed.stderr).toContain(join(home, 'backcare', 'data'));
    const emergency = await diagnose(['--set', 'rf-chest-pain=yes', '--exit-code'], { home });
    expect(emergency.code).toBe(30);
    expect(emergency.stderr).not.toBe('');
  });
});
