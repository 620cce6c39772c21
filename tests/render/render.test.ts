import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderDocument } from '../../src/render/render.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { result } from './documents.ts';
import { themes } from './themes.ts';

const folder = new URL('../../src/render/', import.meta.url);

describe('renderDocument', () => {
  test('a result fits the first page of 24 lines', async () => {
    const text = await renderDocument(result, { format: 'text', theme: themes.screen });
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(24);
  });

  test('colour that is forced reaches a pipe, with the words unchanged', async () => {
    const plain = await renderDocument(result, { format: 'text', theme: themes.pipe });
    const forced = await renderDocument(result, { format: 'text', theme: { ...themes.pipe, colour: 1 } });
    expect(plain).not.toContain('\u001b');
    expect(forced).toContain('\u001b[1mWhat fits\u001b[22m');
    expect(forced.length).toBeGreaterThan(plain.length);
  });

  test.each(['emergency', 'urgent'] as const)('%s has its word and its symbol without colour', (tone) => {
    const text = renderTerminal(
      { title: '', blocks: [{ kind: 'callout', tone, title: 'Go now', lines: [] }] },
      themes.screen,
    );
    expect(text.trim()).toBe({ emergency: '‼ EMERGENCY: Go now', urgent: '! Urgent: Go now' }[tone]);
  });

  test('a headline that says the word already says it once', () => {
    const text = renderTerminal(
      {
        title: '',
        blocks: [{ kind: 'callout', tone: 'emergency', title: 'EMERGENCY: call 112 now', lines: [] }],
      },
      themes.ascii,
    );
    expect(text).toBe('  !! EMERGENCY: call 112 now\n');
  });

  test('an empty document is empty', async () => {
    for (const theme of [themes.screen, themes.pipe, themes.accessible]) {
      expect(await renderDocument({ title: 'x', blocks: [] }, { format: 'text', theme })).toBe('');
    }
  });

  test('the way in loads no format and no library', () => {
    const source = readFileSync(new URL('render.ts', folder), 'utf8');
    expect(source.match(/^import (?!type).*$/gm)).toBeNull();
  });

  test('only paint knows chalk', () => {
    const files = readdirSync(folder, { encoding: 'utf8', recursive: true }).filter((name) =>
      name.endsWith('.ts'),
    );
    const users = files.filter((name) => /from 'chalk'/.test(readFileSync(new URL(name, folder), 'utf8')));
    expect(files.length).toBeGreaterThan(15);
    expect(users).toEqual(['paint.ts']);
  });
});
