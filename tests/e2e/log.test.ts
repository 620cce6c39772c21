import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository, runBackcare, temporaryFolder } from '../support/built-binary.ts';

const strain = join(repository, 'examples', 'lifting-strain.json');

describe('log and progress, as a shell runs them', () => {
  test('an entry is kept, and progress shows it', async () => {
    const home = temporaryFolder();
    const kept = await runBackcare({ args: ['log', '4', '--worst', '7', '--note', 'after driving'], home });
    expect([kept.code, kept.stderr]).toEqual([0, '']);
    expect(kept.stdout).toMatch(/^Kept: usual pain 4, worst 7, your note\./);
    const past = await runBackcare({ args: ['log', '5', '--at', '2 days ago', '--json'], home });
    expect(JSON.parse(past.stdout)).toMatchObject({ schema: 'backcare/log@1', kept: { usual: 5 } });
    const progress = await runBackcare({ args: ['progress', '--json'], home });
    expect(JSON.parse(progress.stdout)).toMatchObject({ schema: 'backcare/progress@1', entries: 2 });
    const csv = await runBackcare({ args: ['progress', '--csv'], home });
    expect(csv.stdout.split('\r\n')).toHaveLength(4);
  });

  test.each([
    ['a sign after the words', ['self-harm', 'foot-drop']],
    ['the words after a sign', ['foot-drop', 'self-harm']],
  ])('thoughts of self-harm hide no sign of the body: %s', async (_name, signs) => {
    const home = temporaryFolder();
    await runBackcare({ args: ['diagnose', '--answers', strain], home });
    for (const sign of signs) await runBackcare({ args: ['log', '4', '--signs', sign], home });
    for (const args of [[], ['stress-plan'], ['recovery']]) {
      const { stdout } = await runBackcare({ args, home });
      expect(stdout).toContain('If you think of hurting yourself');
      expect(stdout).toContain('See a clinician today or tomorrow.');
    }
  });

  test.each([
    [['log', '11'], /0 to 10/],
    [['log', '-1'], /0 to 10/],
    [['log', 'four'], /0 to 10/],
    [['log', '4', '--at', 'yesterday-ish'], /2 hours ago/],
    [['log', '4', '--note', 'a\u001bb'], /control characters/],
    [['log', '--wrost', '4'], /--worst/],
    [['log'], /nobody to ask/],
    [['progress', '--since', 'someday'], /--since all/],
  ])('%j is refused with exit 2', async (args, words) => {
    const { code, stdout, stderr } = await runBackcare({ args });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('a danger sign shows the action, and closes a guided session for every later run', async () => {
    const home = temporaryFolder();
    const sign = await runBackcare({ args: ['log', '6', '--signs', 'saddle-numbness'], home });
    expect([sign.code, sign.stderr]).toEqual([0, '']);
    expect(sign.stdout).toContain('Emergency');
    const today = await runBackcare({ args: ['--json'], home });
    expect(JSON.parse(today.stdout)).toMatchObject({ standing: 'emergency' });
  });
});
