import { describe, expect, test } from 'vitest';
import { runBackcare } from '../support/built-binary.ts';

const lines: readonly (readonly [name: string, ...args: readonly string[]])[] = [
  ['an option that is none', 'stress-plan', '--set', 'self-harm=yes', '--bogus'],
  ['an option without its value', 'stress-plan', '--set', 'self-harm=unsure', '--answers'],
  ['a format that is none', '--format', 'foo', 'stress-plan', '--set', 'self-harm=yes'],
  ['too many words', 'stress-plan', 'at-work', 'I want to die'],
  ['words one by one', 'stress-plan', 'I', 'want', 'to', 'die'],
  ['words in the place of a command', 'I want to die'],
  ['words in the place of a number', 'log', 'I want to die'],
  ['a note beside a number that is none', 'log', '4', '--note', 'I want to die', '--worst', '99'],
  ['an answer of the check', 'diagnose', '--set', 'rf-self-harm=yes', '--bogus'],
];

describe('a line that is refused hides no number', () => {
  test.each(lines)('%s', async (_name, ...args) => {
    const { code, stdout, stderr } = await runBackcare({ args });
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/Help is open now.*Samaritans on 116 123.*call 999/);
    expect(stdout).not.toContain('want to die');
    expect([code, stderr]).toEqual([0, '']);
  });

  test('as JSON', async () => {
    const { stdout } = await runBackcare({
      args: ['stress-plan', '--set', 'self-harm=yes', '--bogus', '--json'],
    });
    expect(JSON.parse(stdout)).toMatchObject({ state: 'help-first' });
  });

  test.each([['--country', 'US'], ['--country=US']])(
    'the number of the country that was named: %s',
    async (...country) => {
      const args = ['stress-plan', ...country, '--set', 'self-harm=yes', '--bogus'];
      expect((await runBackcare({ args })).stdout).toContain('988');
    },
  );

  test('no such thoughts: what was wrong is said', async () => {
    const { code, stdout, stderr } = await runBackcare({
      args: ['stress-plan', '--set', 'self-harm=no', '--bogus'],
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--bogus');
  });
});
