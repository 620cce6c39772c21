import { describe, expect, test } from 'vitest';
import { runAudit } from '../../src/commands/diagnose/audit.ts';
import { InputError } from '../../src/errors.ts';
import { fakeContext } from '../support/fake-context.ts';

const nothing = {
  'screen-nerves': 'none',
  'screen-emergency': 'none',
  'screen-signs': 'none',
  'screen-about-you': 'none',
};
const answers = { ...nothing, age: 30, 'pain-site': ['low-back'], duration: '1 day', 'pain-worst': 5 };

function file(...cases: readonly object[]): string {
  return JSON.stringify({ schema: 'backcare/audit-cases@1', cases });
}

function world(text: string) {
  return fakeContext({ files: { 'cases.json': text } });
}

async function refusal(text: string): Promise<InputError> {
  try {
    await runAudit({ cases: 'cases.json' }, world(text));
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('shipped cases', () => {
  test('give a table', async () => {
    const ctx = fakeContext();
    const code = await runAudit({}, ctx);
    expect(code).toBe(0);
    expect(ctx.stdout).toContain('No answer was unsafe.');
    expect(ctx.stdout).toMatch(/Each pair of danger signs, not too low\s+(\d+) of \1/);
    expect(ctx.stderr).toBe('');
  });

  test('give JSON of the documented shape', async () => {
    const ctx = fakeContext();
    await runAudit({ json: true }, ctx);
    const json = JSON.parse(ctx.stdout);
    expect(json).toMatchObject({
      schema: 'backcare/audit@1',
      tool: 'backcare 0.0.0-test',
      cases: 'shipped',
      unsafe: 0,
    });
    expect(json.levels.map(({ urgency }: { urgency: string }) => urgency)).toEqual([
      'self-care',
      'routine',
      'urgent',
      'emergency',
    ]);
    expect(json.all.unsafe.count).toBe(0);
  });

  test('are a sheet in Markdown', async () => {
    const ctx = fakeContext();
    await runAudit({ format: 'markdown' }, ctx);
    expect(ctx.stdout).toMatch(/^# Audit of the rules/);
  });
});

describe("the user's own cases", () => {
  test('take the place of the shipped ones', async () => {
    const ctx = world(file({ name: 'me', answers, expected: { urgency: 'self-care' }, why: 'I said so.' }));
    expect(await runAudit({ cases: 'cases.json' }, ctx)).toBe(0);
    expect(ctx.stdout).toContain('Your own cases: 1.');
  });

  test('come from standard input with -', async () => {
    const ctx = fakeContext({ input: file({ name: 'me', answers, expected: { urgency: 'self-care' } }) });
    expect(await runAudit({ cases: '-', json: true }, ctx)).toBe(0);
    expect(JSON.parse(ctx.stdout)).toMatchObject({ cases: 'own', all: { exact: { count: 1, of: 1 } } });
  });

  test('exit 1 when one is unsafe, with its name and the rule', async () => {
    const ctx = world(
      file({
        name: 'weak flag',
        answers: { ...answers, 'rf-weight-loss': 'yes' },
        expected: { urgency: 'emergency' },
      }),
    );
    expect(await runAudit({ cases: 'cases.json' }, ctx)).toBe(1);
    expect(ctx.stdout).toContain('weak flag');
    expect(ctx.stdout).toContain('rf-weight-loss-alone');
  });

  test('exit 0 when they are merely wrong', async () => {
    const ctx = world(
      file({
        name: 'a strain',
        answers,
        expected: { urgency: 'urgent', acceptable: ['routine'], unsafe: [], patterns: ['spinal-problem'] },
      }),
    );
    expect(await runAudit({ cases: 'cases.json' }, ctx)).toBe(0);
    expect(ctx.stdout).toContain('too low');
  });
});

describe('bad input is refused with file, line and what was expected', () => {
  const good = { name: 'me', answers, expected: { urgency: 'self-care' } };
  test.each([
    ['empty', ' ', 'cases.json is empty.', undefined],
    ['no JSON', '{\n"schema": }', 'cases.json, line 2: this is not JSON (value expected).', undefined],
    ['a NUL byte', '{\n\u0000}', 'cases.json, line 2: there is a NUL byte', undefined],
    ['a list', '[]', 'cases.json, line 1: the file is wrong.', 'an object'],
    ['no schema', '{"cases":[]}', 'the file has no "schema"', 'schema, cases'],
    [
      'another schema',
      '{"schema":"backcare/answers@1",\n"cases":[]}',
      'line 1: "schema" is wrong',
      'backcare/audit-cases@1',
    ],
    ['no case', file(), '"cases" is wrong', 'at least one case'],
    [
      'a case that is none',
      '{"schema":"backcare/audit-cases@1","cases":[\n7]}',
      'line 2: case 1 is wrong',
      'an object',
    ],
    [
      'a foreign member',
      file({ ...good, expect: {} }),
      '"expect" does not belong in case 1',
      'Did you mean "expected"?',
    ],
    [
      'no name',
      file({ answers, expected: good.expected }),
      'case 1 has no "name"',
      'name, answers, expected',
    ],
    ['an empty name', file({ ...good, name: ' ' }), 'the name of case 1 is wrong', 'text in quotes'],
    [
      'an unknown answer',
      file({ ...good, answers: { 'rf-fevr': 'no' } }),
      '"rf-fevr" is not a question',
      'rf-fever',
    ],
    [
      'a wrong answer',
      file({ ...good, answers: { age: 'old' } }),
      '"age" cannot be "old"',
      'a number from 0 to 120',
    ],
    [
      'an unknown level',
      file({ ...good, expected: { urgency: 'urgnt' } }),
      '"urgnt" is not known here',
      'Did you mean "urgent"?',
    ],
    ['no level', file({ ...good, expected: {} }), '"expected" of case 1 has no "urgency"', 'urgency'],
    [
      'a level that is no list',
      file({ ...good, expected: { urgency: 'routine', unsafe: 'urgent' } }),
      '"unsafe" is wrong',
      'a list out of',
    ],
    [
      'an unknown pattern',
      file({ ...good, expected: { urgency: 'routine', patterns: ['strain'] } }),
      '"strain" is not known here',
      'pulled-muscle',
    ],
    [
      '__proto__',
      '{"schema":"backcare/audit-cases@1","cases":[],"__proto__":{}}',
      '"__proto__" does not belong in the file',
      'schema, cases',
    ],
    [
      'a name twice',
      '{"schema":"x",\n"schema":"y","cases":[]}',
      'line 2: "schema" stands here twice',
      'once',
    ],
  ])('%s', async (_name, text, message, reason) => {
    const error = await refusal(text);
    expect(error.message).toContain(message);
    if (reason !== undefined) expect(error.reason).toContain(reason);
    expect(error.next).toBeDefined();
    expect(error.exitCode).toBe(2);
  });

  test('a file that is not UTF-8', async () => {
    const ctx = fakeContext();
    const files = { ...ctx.files, read: async () => new Uint8Array([0xff, 0xfe]) };
    await expect(runAudit({ cases: 'cases.json' }, Object.assign(ctx, { files }))).rejects.toThrow(
      'not UTF-8',
    );
  });
});
