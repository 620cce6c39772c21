import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { registerConfig } from '../../src/commands/config/command.ts';
import { editorWords, openEditor } from '../../src/commands/config/editor.ts';
import { type ConfigAction, type ConfigOptions, runConfig } from '../../src/commands/config/run.ts';
import { type FakeContext, type FakeWorld, fakeContext } from '../support/fake-context.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** The program as far as `config` needs it: global flags of the real one. */
function programFor(ctx: FakeContext, load?: Parameters<typeof registerConfig>[2]): Command {
  const program = new Command('backcare')
    .exitOverride()
    .configureOutput({ writeOut: ctx.io.out, writeErr: ctx.io.err })
    .option('--json')
    .option('--format <format>')
    .option('--no-input')
    .option('--no-color')
    .option('--accessible');
  registerConfig(program, ctx, load);
  return program;
}

async function config(ctx: FakeContext, ...words: string[]): Promise<string> {
  ctx.clearOutput();
  await programFor(ctx).parseAsync(['config', ...words], { from: 'user' });
  return ctx.stdout;
}

const broken = (ctx: FakeContext, text: string) => {
  const { path } = ctx.preferences();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
};

describe('the command line', () => {
  const cases: readonly [line: string, action: ConfigAction, options?: Partial<ConfigOptions>][] = [
    ['config', { kind: 'list' }],
    ['config list', { kind: 'list' }],
    ['config list --json', { kind: 'list' }, { json: true }],
    ['--json config list', { kind: 'list' }, { json: true }],
    [
      'config list --format markdown --no-color --accessible',
      { kind: 'list' },
      { format: 'markdown', noColour: true, accessible: true },
    ],
    ['config get', { kind: 'get', key: undefined }],
    ['config get country', { kind: 'get', key: 'country' }],
    ['config set equipment chair mat', { kind: 'set', key: 'equipment', words: ['chair', 'mat'] }],
    ['config set __proto__ x', { kind: 'set', key: '__proto__', words: ['x'] }],
    ['config unset country', { kind: 'unset', key: 'country' }],
    ['config path', { kind: 'path' }],
    ['config edit --no-input', { kind: 'edit' }, { noInput: true }],
    ['config reset', { kind: 'reset' }],
  ];

  test.each(cases)('%s', async (line, action, options = {}) => {
    const ctx = fakeContext();
    const calls: unknown[] = [];
    const load = async () => ({
      runConfig: async (...call: Parameters<typeof runConfig>) => void calls.push(call.slice(0, 2)),
    });
    await programFor(ctx, load as never).parseAsync(line.split(' '), { from: 'user' });
    const usual: ConfigOptions = {
      json: false,
      format: 'text',
      noColour: false,
      accessible: false,
      noInput: false,
    };
    expect(calls).toEqual([[action, { ...usual, ...options }]]);
  });

  test('an action that does not exist is refused with the nearest', async () => {
    await expect(config(fakeContext(), 'lst')).rejects.toMatchObject({
      name: 'InputError',
      message: '"lst" is not something that config can do.',
      reason: 'Did you mean "backcare config list"?',
    });
    await expect(config(fakeContext(), '__proto__')).rejects.toMatchObject({
      name: 'InputError',
      reason: undefined,
    });
  });

  test('set without a value, and get with two keys, are wrong usage', async () => {
    await expect(config(fakeContext(), 'set', 'country')).rejects.toThrow(/missing required argument/);
    await expect(config(fakeContext(), 'get', 'country', 'colour')).rejects.toThrow(/too many arguments/);
  });

  test('every example in the help is a real one', async () => {
    const ctx = fakeContext({ env: { EDITOR: 'true' } });
    const program = programFor(ctx);
    const commands = program.commands.flatMap((command) => [command, ...command.commands]);
    for (const command of commands) command.outputHelp();
    const examples = [...ctx.stdout.matchAll(/^ {2}\$ (?:EDITOR=nano )?backcare (.+?)(?: {2,}.*)?$/gm)].map(
      ([, line]) => line!,
    );
    expect(examples.length).toBeGreaterThan(12);
    for (const example of examples) {
      ctx.clearOutput();
      await programFor(ctx).parseAsync(example.split(' '), { from: 'user' });
      expect(ctx.stdout, example).not.toBe('');
    }
  });
});

describe('list', () => {
  test('in a pipe: value or default, meaning, range and example of each', async () => {
    const ctx = await fakeContext().prefer({ country: 'GB', 'floor-work': 'no' });
    const text = await config(ctx, 'list');
    expect(text).toContain('country: GB\n- The country you are in, for the emergency number.\n');
    expect(text).toContain('emergency-number: not set\n');
    expect(text).toContain('floor-work: no\n');
    expect(text).toContain('day-start: 3, the default\n');
    expect(text).toContain(
      '- It takes a whole hour from 0 to 12.\n- For example: backcare config set day-start 4\n',
    );
    expect(text).toMatchSnapshot();
  });

  test.each([40, 80, 200])('in a terminal of %i columns no line is wider', async (columns) => {
    const text = await config(fakeContext({ columns, env: { LANG: 'C.UTF-8' } }), 'list', '--no-color');
    const widest = Math.max(...text.split('\n').map((line) => line.length));
    expect(widest).toBeLessThanOrEqual(columns);
    expect(text).toContain('emergency-number');
  });

  test('as JSON', async () => {
    const ctx = await fakeContext().prefer({ equipment: 'chair mat' });
    const json = JSON.parse(await config(ctx, 'list', '--json'));
    expect(json.version).toBe(1);
    expect(json.preferences.map(({ key }: { key: string }) => key)).toEqual(
      ctx.preferences().topics.map(({ key }) => key),
    );
    expect(json.preferences[0]).toEqual({
      key: 'country',
      value: null,
      default: null,
      isSet: false,
      meaning: 'The country you are in, for the emergency number.',
      range: 'a country code of two letters (ISO 3166), such as GB or DE',
      example: 'GB',
    });
    expect(json.preferences[5]).toMatchObject({
      value: ['chair', 'mat'],
      default: ['chair', 'wall'],
      isSet: true,
    });
  });

  test('as Markdown', async () => {
    expect(await config(fakeContext(), 'list', '--format', 'markdown')).toMatch(/^# Preferences/);
  });
});

describe('get', () => {
  test('gives one value alone on standard output', async () => {
    const ctx = await fakeContext().prefer({ equipment: 'chair mat' });
    expect(await config(ctx, 'get', 'equipment')).toBe('chair mat\n');
    expect(await config(ctx, 'get', 'day-start')).toBe('3\n');
    expect(await config(ctx, 'get', 'accessible')).toBe('no\n');
    expect(ctx.stderr).toBe('');
  });

  test('gives an empty line for what is not set, and tells a person how to set it', async () => {
    const ctx = fakeContext();
    expect(await config(ctx, 'get', 'country')).toBe('\n');
    expect(ctx.stderr).toBe('country is not set. Set it: backcare config set country GB\n');
    expect(JSON.parse(await config(ctx, 'get', 'country', '--json'))).toEqual({
      version: 1,
      key: 'country',
      value: null,
      default: null,
      isSet: false,
    });
  });

  test('gives all as lines for a script', async () => {
    const ctx = await fakeContext().prefer({ equipment: 'none', 'emergency-number': '000' });
    expect((await config(ctx, 'get')).split('\n').slice(0, 6)).toEqual([
      'country=',
      'emergency-number=000',
      'colour=auto',
      'accessible=no',
      'day-start=3',
      'equipment=none',
    ]);
  });

  test.each(['contry', '__proto__', 'constructor', 'prototype'])('refuses %s', async (key) => {
    await expect(config(fakeContext(), 'get', key)).rejects.toMatchObject({
      name: 'InputError',
      message: `"${key}" is not a preference.`,
      next: 'List them all: backcare config list',
    });
  });
});

describe('set, unset, path', () => {
  test('say what holds now', async () => {
    const ctx = fakeContext();
    expect(await config(ctx, 'set', 'country', 'gb')).toBe('country is now GB.\n');
    expect(await config(ctx, 'set', 'equipment', 'none')).toBe('equipment is now none.\n');
    expect(await config(ctx, 'unset', 'equipment')).toBe('equipment is back to its default: chair wall.\n');
    expect(await config(ctx, 'unset', 'country')).toBe('country is no longer set.\n');
    expect(await config(ctx, 'unset', 'country')).toBe('country was not set.\n');
    expect(await config(ctx, 'path')).toBe(`${ctx.preferences().path}\n`);
    expect(ctx.preferences().path).toBe(join(ctx.home, 'config', 'preferences.json'));
  });

  test('as JSON', async () => {
    const ctx = fakeContext();
    const json = async (...words: string[]) => JSON.parse(await config(ctx, ...words, '--json'));
    expect(await json('set', 'day-start', '0')).toEqual({
      version: 1,
      key: 'day-start',
      value: 0,
      default: 3,
      isSet: true,
    });
    expect(await json('unset', 'day-start')).toEqual({ version: 1, key: 'day-start', wasSet: true });
    expect(await json('path')).toEqual({ version: 1, path: ctx.preferences().path });
    expect(await json('reset')).toMatchObject({
      version: 1,
      copy: expect.stringContaining('before-reset-1'),
    });
  });

  test('a broken file is named and kept; reset copies it first', async () => {
    const ctx = fakeContext();
    const path = broken(ctx, '{ "colour": ');
    for (const words of [
      ['list'],
      ['get'],
      ['get', 'colour'],
      ['set', 'colour', 'never'],
      ['unset', 'colour'],
    ]) {
      await expect(config(ctx, ...words)).rejects.toMatchObject({
        message: `Cannot use the preferences in ${path}.`,
        next: expect.stringContaining('backcare config reset'),
      });
    }
    expect(readFileSync(path, 'utf8')).toBe('{ "colour": ');
    const copy = path.replace('.json', '.before-reset-1.json');
    expect(await config(ctx, 'reset')).toBe(
      `All preferences are back to their defaults. The old file is kept as ${copy}.\n`,
    );
    expect(readFileSync(copy, 'utf8')).toBe('{ "colour": ');
    expect(await config(ctx, 'get', 'colour')).toBe('auto\n');
  });

  test('a name that is none is refused before a broken file is', async () => {
    const ctx = fakeContext();
    broken(ctx, '{');
    await expect(config(ctx, 'get', 'contry')).rejects.toMatchObject({ name: 'InputError' });
    await expect(config(ctx, 'set', 'contry', 'GB')).rejects.toMatchObject({ name: 'InputError' });
  });
});

describe('edit', () => {
  const options: ConfigOptions = {
    json: false,
    format: 'text',
    noColour: false,
    accessible: false,
    noInput: false,
  };
  /** Somebody at the editor who leaves this text, or the file as it is. */
  const editing = async (world: FakeWorld, text?: string, code = 0) => {
    const ctx = fakeContext(world);
    const opened: string[][] = [];
    const run = runConfig({ kind: 'edit' }, options, ctx, async (words, path) => {
      opened.push([...words, path]);
      if (text !== undefined) writeFileSync(path, text);
      return code;
    });
    await run.catch((error: unknown) => Object.assign(ctx, { error }));
    return { ctx, opened, error: (ctx as { error?: unknown }).error };
  };

  test('opens the file in the editor, VISUAL before EDITOR, and checks it', async () => {
    const { ctx, opened, error } = await editing(
      { env: { VISUAL: 'code --wait', EDITOR: 'ed' } },
      '{"voice":"off"}',
    );
    expect(error).toBeUndefined();
    expect(opened).toEqual([['code', '--wait', ctx.preferences().path]]);
    expect(ctx.stdout).toBe(`The preferences in ${ctx.preferences().path} are fine.\n`);
    expect(ctx.preferences().read().voice).toBe('off');
  });

  test.each([
    ['no JSON', '{"voice":', 'It is not JSON'],
    ['a wrong value', '{"voice":"loud"}', '"voice" must be auto or off'],
    ['a slip in a name', '{"voise":"off"}', 'Did you mean "voice"?'],
  ])('%s afterwards is named and kept', async (_name, text, reason) => {
    const { ctx, error } = await editing({ env: { EDITOR: 'ed' } }, text);
    expect(error).toMatchObject({
      name: 'RecordError',
      exitCode: 3,
      reason: expect.stringContaining(reason),
    });
    expect(readFileSync(ctx.preferences().path, 'utf8')).toBe(text);
  });

  test('an editor that ends badly is told of', async () => {
    const { error } = await editing({ env: { EDITOR: 'ed' } }, undefined, 3);
    expect(error).toMatchObject({ name: 'InputError', message: 'The editor ended with code 3.' });
  });

  test('is refused without an editor, and with --no-input; nothing is made', async () => {
    const { ctx, error } = await editing({});
    expect(error).toMatchObject({
      message: 'No editor is set.',
      reason: 'Neither VISUAL nor EDITOR names one.',
      next: expect.stringContaining(ctx.preferences().path),
    });
    expect(existsSync(ctx.preferences().path)).toBe(false);
    const quiet = fakeContext({ env: { EDITOR: 'ed' } });
    await expect(runConfig({ kind: 'edit' }, { ...options, noInput: true }, quiet)).rejects.toMatchObject({
      message: 'An editor cannot be opened with --no-input.',
    });
  });

  test('starts a real program, with no shell between', async () => {
    const script = join(tempFolder(), 'an editor; exit 9.cjs');
    writeFileSync(script, 'require("node:fs").writeFileSync(process.argv[2], \'{"sound":"off"}\');');
    const env = { EDITOR: `"${process.execPath}" '${script}'` };
    const ctx = fakeContext({ env });
    await config(ctx, 'edit');
    expect(ctx.preferences().read().sound).toBe('off');
  });

  test('a program that is not there is named', async () => {
    await expect(openEditor(['no-such-editor-here'], 'x')).rejects.toMatchObject({
      name: 'InputError',
      message: 'Cannot start the editor "no-such-editor-here".',
      next: expect.stringContaining('EDITOR=nano'),
    });
  });

  test.each([
    ['nano', ['nano']],
    ['code --wait', ['code', '--wait']],
    ['"C:\\Program Files\\ed.exe" -n', ['C:\\Program Files\\ed.exe', '-n']],
    ["'/opt/my ed/ed'", ['/opt/my ed/ed']],
    ['  ', []],
  ])('the words of %j', (command, words) => {
    expect(editorWords(command)).toEqual(words);
  });
});
