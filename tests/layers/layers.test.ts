import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, describe, expect, test } from 'vitest';
import configuration from '../../.dependency-cruiser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rules = configuration.forbidden as IForbiddenRuleType[];
const planted = mkdtempSync(join(tmpdir(), 'backcare-layers-'));
afterAll(() => rmSync(planted, { recursive: true, force: true }));

async function cruiseSource(baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(
    ['src'],
    { ...configuration.options, baseDir, validate: true, ruleSet: { forbidden: rules } },
    undefined,
    { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) },
  );
  if (typeof output === 'string') throw new Error(output);
  return output;
}

function sourceModules(result: ICruiseResult): string[] {
  return result.modules.map(({ source }) => source).filter((source) => source.startsWith('src/'));
}

describe('the layers of src', () => {
  test('every module is seen, and none breaks a rule', async () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `src/${name.replaceAll('\\', '/')}`);
    const result = await cruiseSource(root);

    // A cruise without a compiler sees no TypeScript, and passes.
    expect(files.length).toBeGreaterThan(0);
    expect(
      sourceModules(result)
        .filter((source) => source.endsWith('.ts'))
        .sort(),
    ).toEqual(files.sort());
    const violations = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    expect(violations).toEqual([]);
  });
});

type Files = Record<string, string>;

/** For each rule the smallest source that breaks it, and neighbours that only look as if they did. */
const violations: Record<string, { breaks: Files; allowed?: Files }> = {
  'no-circle': {
    breaks: {
      'engine/one.ts': "import { two } from './two.ts';\nexport const one = () => two;",
      'engine/two.ts': "import { one } from './one.ts';\nexport const two = () => one;",
    },
  },
  'data-stands-alone': {
    breaks: {
      'data/pain.ts': "import type { E } from '../engine/e.ts';\nexport type P = E;",
      'engine/e.ts': 'export type E = 1;',
    },
  },
  'engine-knows-data-types-only': {
    breaks: {
      'engine/triage.ts': "import { flags } from '../data/flags.ts';\nexport const t = flags;",
      'data/flags.ts': 'export const flags = [1];',
    },
    allowed: {
      'engine/triage.ts': "import type { Flags } from '../data/flags.ts';\nexport type T = Flags;",
      'data/flags.ts': 'export type Flags = 1;',
    },
  },
  'engine-is-below-all-else': {
    breaks: {
      'engine/say.ts': "import type { D } from '../documents/document.ts';\nexport type S = D;",
      'documents/document.ts': 'export type D = 1;',
    },
  },
  'documents-say-what-the-engine-decided': {
    breaks: {
      'documents/wide.ts': "import { width } from '../render/layout.ts';\nexport const w = width;",
      'render/layout.ts': 'export const width = 72;',
    },
    allowed: {
      'documents/wide.ts': "import { flags } from '../data/flags.ts';\nexport const w = flags;",
      'data/flags.ts': 'export const flags = [1];',
    },
  },
  'render-knows-only-the-document': {
    breaks: {
      'render/text.ts': "import type { U } from '../engine/triage.ts';\nexport type T = U;",
      'engine/triage.ts': 'export type U = 1;',
    },
    allowed: {
      'render/text.ts': "import type { D } from '../documents/document.ts';\nexport type T = D;",
      'documents/document.ts': 'export type D = 1;',
    },
  },
  'only-main-wires-the-world': {
    breaks: {
      'commands/log/run.ts': "import { append } from '../../store/journal.ts';\nexport const run = append;",
      'store/journal.ts': 'export const append = 1;',
    },
    allowed: {
      'main.ts': "import { append } from './store/journal.ts';\nappend;",
      'store/journal.ts': "import { line } from './line.ts';\nexport const append = line;",
      'store/line.ts': 'export const line = 1;',
    },
  },
  'commands-are-on-top': {
    breaks: {
      'documents/help.ts': "import { name } from '../commands/log/name.ts';\nexport const h = name;",
      'commands/log/name.ts': "export const name = 'log';",
    },
  },
  'nothing-imports-main': {
    breaks: { 'cli.ts': "import './main.ts';", 'main.ts': 'export {};' },
  },
  'run-is-loaded-on-use': {
    breaks: {
      'commands/log/command.ts': "import { runLog } from './run.ts';\nexport const load = () => runLog;",
      'commands/log/run.ts': 'export const runLog = 1;',
    },
    allowed: {
      'commands/log/command.ts':
        "import type { Options } from './run.ts';\nexport const load = () => import('./run.ts');\nexport type O = Options;",
      'commands/log/run.ts': 'export const runLog = 1;\nexport type Options = 1;',
    },
  },
  'declaring-a-command-is-cheap': {
    breaks: {
      'commands/log/command.ts':
        "import { countries } from '../../data/countries.ts';\nexport const c = countries;",
      'data/countries.ts': "export const countries = ['GB'];",
    },
    allowed: {
      'commands/log/command.ts':
        "import type { Country } from '../../data/countries.ts';\nexport type C = Country;",
      'data/countries.ts': "export type Country = 'GB';",
    },
  },
  'pure-parts-touch-no-machine': {
    breaks: { 'engine/read.ts': "import { readFileSync } from 'node:fs';\nexport const r = readFileSync;" },
  },
  'render-touches-no-machine': {
    breaks: { 'render/size.ts': "import { stdout } from 'node:process';\nexport const s = stdout;" },
    allowed: {
      'render/size.ts':
        "import { stripVTControlCharacters } from 'node:util';\nexport const s = stripVTControlCharacters;",
    },
  },
  'schemas-are-types-when-it-runs': {
    breaks: {
      'documents/check.ts': "import { schema } from '../data/schema.ts';\nexport const c = schema;",
      'data/schema.ts': "import * as z from 'zod/mini';\nexport const schema = z.string();",
    },
    allowed: {
      'documents/check.ts': "import type { Schema } from '../data/schema.ts';\nexport type C = Schema;",
      'data/schema.ts':
        "import * as z from 'zod/mini';\nexport const schema = z.string();\nexport type Schema = string;",
    },
  },
  'zod-reads-what-comes-from-outside': {
    breaks: { 'engine/parse.ts': "import * as z from 'zod/mini';\nexport const p = z.string();" },
    allowed: { 'store/parse.ts': "import * as z from 'zod/mini';\nexport const p = z.string();" },
  },
  'zod-mini-only': {
    breaks: { 'store/parse.ts': "import { z } from 'zod';\nexport const p = z.string();" },
  },
  'prompts-in-the-terminal': {
    breaks: {
      'commands/log/run.ts': "import { createPrompt } from '@inquirer/core';\nexport const p = createPrompt;",
    },
    allowed: {
      'terminal/prompter.ts':
        "import { createPrompt } from '@inquirer/core';\nexport const p = createPrompt;",
    },
  },
  'files-in-the-store': {
    breaks: { 'commands/config/run.ts': "import Conf from 'conf';\nexport const c = Conf;" },
    allowed: { 'store/preferences.ts': "import Conf from 'conf';\nexport const c = Conf;" },
  },
  'programs-are-started-by-adapters': {
    breaks: {
      'terminal/speak.ts': "import { spawn } from 'node:child_process';\nexport const s = spawn;",
    },
    allowed: { 'reminders/voice.ts': "import { spawn } from 'node:child_process';\nexport const s = spawn;" },
  },
  'adapters-know-ports-and-engine': {
    breaks: {
      'reminders/voice.ts': "import type { D } from '../documents/document.ts';\nexport type V = D;",
      'documents/document.ts': 'export type D = 1;',
    },
    allowed: {
      'reminders/voice.ts': "import { slot } from '../engine/slot.ts';\nexport const v = slot;",
      'engine/slot.ts': 'export const slot = 1;',
    },
  },
  'commander-in-the-command-line': {
    breaks: { 'commands/log/run.ts': "import { Command } from 'commander';\nexport const c = Command;" },
    allowed: { 'commands/log/command.ts': "import { Command } from 'commander';\nexport const c = Command;" },
  },
  'imports-resolve': {
    breaks: { 'engine/lost.ts': "import { gone } from './gone.ts';\nexport const l = gone;" },
  },
  'product-imports-no-tests': {
    breaks: { 'store/fake.ts': "import { fake } from '../../tests/fake.ts';\nexport const f = fake;" },
  },
};

function plant(name: string, files: Files): string {
  const folder = join(planted, name);
  const all: Files = { 'tests/fake.ts': 'export const fake = 1;', 'package.json': '{ "type": "module" }' };
  for (const [path, text] of Object.entries(files)) all[`src/${path}`] = text;
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

async function brokenRules(folder: string): Promise<string[]> {
  const { summary } = await cruiseSource(folder);
  return summary.violations.map(({ rule }) => rule.name);
}

describe('each rule finds its violation', () => {
  test.each(rules.map(({ name }) => name as string))('%s', async (name) => {
    const violation = violations[name];
    if (!violation) throw new Error(`Plant a violation of ${name} in this test.`);
    expect(await brokenRules(plant(`${name}-broken`, violation.breaks))).toContain(name);
    if (violation.allowed) expect(await brokenRules(plant(`${name}-kept`, violation.allowed))).toEqual([]);
  });

  test('and says why it exists', () => {
    expect(rules.filter(({ comment }) => (comment ?? '').length < 30)).toEqual([]);
  });
});
