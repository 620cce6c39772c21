import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const source = fileURLToPath(new URL('../../src', import.meta.url));
const pureFolders = ['data', 'engine', 'documents'];

const impureGlobals = new Set([
  'process',
  'console',
  'performance',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]);
const impureMembers = new Set(['Date.now', 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues']);

/**
 * Clocks, chance and the machine, as the code uses them; the same words in a comment or in prose do not count.
 * `new Date(at)` is a calculation, `new Date()` reads the clock.
 */
function impurities(text: string): string[] {
  const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.ES2023, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && impureMembers.has(node.getText(file).replaceAll(/\s/g, ''))) {
      found.push(node.getText(file));
    }
    if (ts.isNewExpression(node) && node.expression.getText(file) === 'Date' && !node.arguments?.length) {
      found.push('new Date()');
    }
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'Date') found.push('Date()');
    if (ts.isIdentifier(node) && impureGlobals.has(node.text) && isUse(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether the global itself is meant, not a property or a key of the same name. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node)
    return parent.expression.getText() === 'globalThis';
  const isName = 'name' in parent && parent.name === node;
  return !isName && !ts.isImportSpecifier(parent) && !ts.isTypeReferenceNode(parent);
}

describe('what counts as impure', () => {
  test.each([
    ['the clock', 'const now = Date.now();', ['Date.now']],
    ['the clock as a date', 'const now = new Date();', ['new Date()']],
    ['the clock as a string', 'const now = Date();', ['Date()']],
    ['chance', 'const n = Math.random();', ['Math.random']],
    ['the process', 'const home = process.env.HOME;', ['process']],
    ['the process by its longer name', 'const home = globalThis.process.env;', ['process']],
    ['the console', "console.log('x');", ['console']],
    ['a timer', 'setTimeout(() => undefined, 1);', ['setTimeout']],
    ['a date of a moment', 'const day = new Date(at).getUTCDay();', []],
    ['a word in prose', "const text = 'Healing is a process. Date.now()';", []],
    ['a word in a comment', '// no Date.now here\nconst x = 1;', []],
    ['a field of that name', 'const x = { process: 1 }; export const y = x.process;', []],
  ])('%s', (_name, text, expected) => {
    expect(impurities(text)).toEqual(expected);
  });
});

describe.each(pureFolders)('src/%s reads no clock, no chance and no machine', (folder) => {
  const path = join(source, folder);
  const files = existsSync(path)
    ? readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    : [];
  test('it has files', () => expect(files.length).toBeGreaterThan(0));
  test.each(files)('%s', (name) => {
    expect(impurities(readFileSync(join(path, name), 'utf8'))).toEqual([]);
  });
});

test('src/context.ts is types only: nothing of it is left when it runs', () => {
  const text = readFileSync(join(source, 'context.ts'), 'utf8');
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2023,
      verbatimModuleSyntax: true,
      removeComments: true,
    },
  });
  expect(outputText.trim()).toBe('export {};');
});
