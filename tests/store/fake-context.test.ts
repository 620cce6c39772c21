import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FakeContext, fakeContext } from '../support/fake-context.ts';
import { tempFolder } from '../support/temp-folder.ts';

const page = {
  emergencyLine: '',
  title: 'Nerves',
  progress: '1 of 4',
  questions: [{ id: 'numb', kind: 'bool', label: 'Numb', ask: 'Numb?', why: '' }],
  canGoBack: false,
} as const;
const choice = { message: 'Stop?', choices: [{ key: 'y', value: 'yes', label: 'yes' }] };

describe('the fake world', () => {
  test('keeps a real record and real preferences, in a folder that goes away', async () => {
    const ctx = new FakeContext({});
    await ctx.remember({ kind: 'log', body: { pain: 3 }, at: '2026-11-01T10:00:00+01:00' });
    await ctx.prefer({ country: 'GB' });
    expect(await (await ctx.record()).newest('log')).toMatchObject({
      at: '2026-11-01T10:00:00.000+01:00',
      body: { pain: 3 },
    });
    expect(ctx.preferences().read().country).toBe('GB');
    expect(existsSync(ctx.home)).toBe(true);
    ctx.dispose();
    expect(existsSync(ctx.home)).toBe(false);
  });

  test('answers as scripted', async () => {
    const ctx = fakeContext({
      answers: [
        { page: /nerves/i, answers: { numb: 'no' } },
        { choose: 'yes', message: 'Stop?' },
      ],
    });
    const prompter = await ctx.prompter();
    expect(await prompter.page(page)).toEqual({ kind: 'answered', answers: { numb: 'no' } });
    expect(await prompter.choose(choice)).toBe('yes');
    expect(ctx.prompts.pages).toEqual([page]);
  });

  test('fails on the unexpected', async () => {
    const fails = async (answers: NonNullable<Parameters<typeof fakeContext>[0]>['answers']) => {
      const ctx = new FakeContext({ answers: answers ?? [], inputIsTerminal: true, home: tempFolder() });
      return expect((await ctx.prompter()).page(page)).rejects;
    };
    await (await fails([])).toThrow('Nothing is scripted for the page "Nerves".');
    await (await fails([{ choose: 'yes' }])).toThrow('the script chooses yes');
    await (await fails([{ back: true }])).toThrow('has no page before it');
    await (await fails([{ page: 'Spine', answers: {} }])).toThrow('Expected Spine');
    await (await fails([{ answers: { fever: 'yes' } }])).toThrow('Not on the page "Nerves": fever');
    await expect(new FakeContext({ home: tempFolder() }).prompter()).rejects.toThrow('no terminal');
  });

  test('fails on the unused', () => {
    const ctx = new FakeContext({ answers: [{ choose: 'yes' }] });
    expect(() => ctx.dispose()).toThrow('Never asked for: [{"choose":"yes"}]');
  });

  test('moves its clock only when told to', async () => {
    const { clock } = fakeContext({ now: '2026-01-01T00:00:00Z' });
    await clock.wait(1500);
    clock.advance(500);
    expect(new Date(clock.now()).toISOString()).toBe('2026-01-01T00:00:02.000Z');
  });
});
