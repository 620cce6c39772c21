import { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runBackcare, temporaryFolder } from '../support/built-binary.ts';

const file = (answers: string) =>
  `{\n  "schema": "backcare/answers@1",\n  "answers": {\n    ${answers}\n  }\n}\n`;
const nul = String.fromCharCode(0);
const bell = String.fromCharCode(7);
// Anything that moves a cursor, changes a colour or rings; line ends are ours.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

/** Name → content of answers.json, and what the message must hold. */
const files: readonly (readonly [
  name: string,
  content: string | Uint8Array,
  ...expected: readonly string[],
])[] = [
  [
    'an unknown finding',
    file('"rf-fevr": "no"'),
    'line 4',
    '"rf-fevr" is not a question',
    'Did you mean "rf-fever"?',
  ],
  ['an unknown screen', file('"screen-nerve": "none"'), 'line 4', 'Did you mean "screen-nerves"?'],
  [
    'a wrong kind for yes or no',
    file('"rf-fever": 3'),
    'line 4',
    '"rf-fever" cannot be 3',
    'yes, no, unsure',
  ],
  ['a word for a number', file('"age": "old"'), 'line 4', '"age" cannot be "old"', 'from 0 to 120'],
  ['an object for an answer', file('"rf-fever": {"yes": true}'), 'line 4', 'rf-fever', 'yes, no, unsure'],
  ['null', file('"rf-fever": null'), 'line 4', 'cannot be null'],
  ['an age below nought', file('"age": -1'), 'line 4', 'cannot be -1', 'from 0 to 120'],
  ['half a year', file('"age": 34.5'), 'line 4', 'cannot be 34.5'],
  ['14 on a scale of 10', file('"pain-worst": 14'), 'line 4', 'cannot be 14', 'from 0 to 10'],
  ['NaN', file('"age": NaN'), 'line 4', 'not JSON'],
  ['a number past all numbers', file('"age": 1e999'), 'line 4', '"age" cannot be', 'from 0 to 120'],
  ['a length of time before today', file('"duration": -3'), 'line 4', 'cannot be -3', '3 weeks'],
  ['a length of time nobody says', file('"duration": "a while"'), 'line 4', 'a while', '3 weeks'],
  [
    'an option that is not offered',
    file('"onset-type": "gradualy"'),
    'line 4',
    'gradualy',
    'Did you mean "gradual"?',
  ],
  ['one wrong among several', file('"pain-site": ["low-back", "bum"]'), 'line 4', 'pain-site', 'buttock'],
  ['an empty list', file('"pain-site": []'), 'line 4', 'pain-site', 'low-back'],
  ['"none" with others', file('"leg-symptoms": ["none", "numb-or-tingle"]'), 'line 4', '"none" alone'],
  [
    'rather not say where it is not offered',
    file('"rf-fever": "rather-not-say"'),
    'line 4',
    'not offered here',
  ],
  ['a screen that is not "none"', file('"screen-nerves": "no"'), 'line 4', '"none"'],
  ['__proto__ as a name', file('"__proto__": "yes"'), 'line 4', '"__proto__" is not a question'],
  ['constructor as a name', file('"constructor": "yes"'), 'line 4', '"constructor" is not a question'],
  [
    'a name that stands twice',
    file('"rf-fever": "yes",\n    "rf-fever": "no"'),
    'line 5',
    '"rf-fever" stands here twice',
  ],
  ['a comma too many', file('"rf-fever": "no",'), 'line 5', 'not JSON'],
  ['a quote that is missing', file('"rf-fever: "no"'), 'line 4', 'not JSON'],
  ['a comment', file('// mine\n    "rf-fever": "no"'), 'line 4', 'not JSON'],
  ['text after the end', `${file('"rf-fever": "no"')}more`, 'line 7', 'not JSON'],
  ['an empty file', '', 'is empty'],
  ['spaces only', ' \n\n', 'is empty'],
  ['an array', '["yes"]', 'expected an object'],
  ['a number', '3', 'expected an object'],
  ['no answers', '{"schema":"backcare/answers@1"}', '"answers" is missing'],
  [
    'answers that are a list',
    '{"schema":"backcare/answers@1","answers":["yes"]}',
    '"answers"',
    'not an object',
  ],
  ['no schema', '{"answers":{}}', '"schema" should be "backcare/answers@1"'],
  ['a newer schema', '{"schema":"backcare/answers@2","answers":{}}', 'backcare/answers@2'],
  [
    'another field',
    '{"schema":"backcare/answers@1","age":34,"answers":{}}',
    'line 1',
    '"age" does not belong here',
  ],
  ['a NUL byte', file(`"rf-fever": "no${nul}"`), 'line 4', 'NUL'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'not UTF-8'],
  ['a terminal escape in a value', file('"rf-fever": "\\u001b[2J\\u0007yes"'), 'line 4', 'rf-fever'],
  ['a terminal escape in a name', file('"\\u001b]0;title\\u0007rf-fever": "no"'), 'line 4', 'rf-fever'],
  ['a raw terminal escape', file(`"rf-fever": "${String.fromCharCode(27)}[31m${bell}yes"`), 'line 4'],
];

async function refused(args: readonly string[], options: { input?: string | Uint8Array; cwd?: string } = {}) {
  const home = temporaryFolder();
  const result = await runBackcare({ home, args: ['diagnose', ...args], ...options });
  expect(result.stdout).toBe('');
  expect(result.code, result.stderr).toBe(2);
  const lines = result.stderr.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(4);
  expect(lines[0]).toMatch(/^backcare: /);
  expect(result.stderr).not.toMatch(control);
  expect(result.stderr).not.toMatch(/\bat .*\.js:|Error:/);
  // Nothing was kept, not even a folder for it.
  const folder = join(home, 'backcare');
  expect(existsSync(folder) ? readdirSync(folder, { recursive: true }) : []).toEqual([]);
  return result.stderr;
}

describe('a file that cannot be meant is refused, and nothing is kept', () => {
  test.each(files)('%s', async (_name, content, ...expected) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'answers.json'), content);
    const message = await refused(['--answers', 'answers.json'], { cwd: folder });
    expect(message).toContain('answers.json');
    for (const part of expected) expect(message).toContain(part);
  });

  test.each([
    ['a missing file', 'answer.json', 'no such file'],
    ['a folder', 'folder', 'folder'],
    ['a huge file', 'huge.json', 'longer than 1 MB'],
    ['a path through a file', 'answers.json/more', 'no such file'],
  ])('%s', async (_name, path, expected) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'answers.json'), '{}');
    writeFileSync(join(folder, 'huge.json'), '');
    // A hole of 100 MB: it has the size and costs no disk.
    truncateSync(join(folder, 'huge.json'), 100_000_000);
    const message = await refused(['--answers', path], { cwd: folder });
    expect(message).toContain(path);
    expect(message).toContain(expected);
  });

  test.each([
    ['yes', '"rf-self-harm": "yes"'],
    ['not sure', '"rf-self-harm": "unsure"'],
    ['a value that is none', '"rf-self-harm": "maybe"'],
  ])('a mistake hides no crisis line: self-harm %s', async (_name, answer) => {
    const run = await runBackcare({
      args: ['diagnose', '--country', 'GB', '--answers', '-'],
      input: file(`${answer}, "rf-fevr": "no"`),
    });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/116 123[\s\S]*backcare: standard input/);
  });

  test('standard input is named as such', async () => {
    const message = await refused(['--answers', '-'], { input: file('"rf-fevr": "no"') });
    expect(message).toContain('standard input, line 4');
  });

  test('too much on standard input', async () => {
    const message = await refused(['--answers', '-'], { input: ' '.repeat(1_000_001) });
    expect(message).toContain('longer than 1 MB');
  });

  test('nothing on standard input', async () => {
    expect(await refused(['--answers', '-'], { input: '' })).toContain('standard input is empty');
  });
});

describe('a --set that cannot be meant is refused', () => {
  test.each([
    ['an unknown finding', 'rf-fevr=no', 'Did you mean "rf-fever"?'],
    ['__proto__', '__proto__=yes', 'is not a question'],
    ['a wrong option', 'onset-type=gradualy', 'Did you mean "gradual"?'],
    ['an impossible number', 'age=-1', 'from 0 to 120'],
    ['an empty value', 'age=', '"age" cannot be'],
    ['hexadecimal', 'age=0x22', '"age" cannot be'],
    ['an empty option', 'pain-site=low-back,', 'pain-site'],
    ['"none" with others', 'leg-symptoms=none,numb-or-tingle', '"none" alone'],
    ['no id', '=yes', 'expected id=value'],
    ['a terminal escape', `rf-fever=${String.fromCharCode(27)}[2Jyes`, 'rf-fever'],
  ])('%s', async (_name, setting, expected) => {
    const message = await refused(['--set', setting]);
    expect(message).toContain('--set');
    expect(message).toContain(expected);
  });

  test('one wrong --set among good ones keeps nothing', async () => {
    await refused(['--set', 'rf-fever=no', '--set', 'age=200', '--set', 'rf-chest-pain=yes']);
  });
});
