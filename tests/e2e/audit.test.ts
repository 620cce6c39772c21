import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runBackcare } from '../support/built-binary.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backcare-audit-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the installed program audits itself and finds nothing unsafe', async () => {
  const before = performance.now();
  const { code, stdout, stderr } = await runBackcare({ args: ['diagnose', 'audit'] });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('No answer was unsafe.');
  expect(stdout).toMatch(/Each danger sign alone, not too low\s+(\d+) of \1/);
  expect(performance.now() - before).toBeLessThan(5000);
});

test('--json is one document', async () => {
  const { code, stdout } = await runBackcare({ args: ['diagnose', 'audit', '--json'] });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'backcare/audit@1', cases: 'shipped', unsafe: 0 });
});

test('an unsafe case of the user ends with 1, a broken file with 2', async () => {
  const cases = join(folder, 'cases.json');
  const unsafe = { name: 'too calm', answers: { age: 30 }, expected: { urgency: 'emergency' } };
  writeFileSync(cases, JSON.stringify({ schema: 'backcare/audit-cases@1', cases: [unsafe] }));
  const wrong = await runBackcare({ args: ['diagnose', 'audit', '--cases', cases] });
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toContain('too calm');
  writeFileSync(cases, '{"schema":');
  const broken = await runBackcare({ args: ['diagnose', 'audit', '--cases', cases] });
  expect(broken.code).toBe(2);
  expect(broken.stderr).toContain('cases.json, line 1');
});
