import { describe, expect, test } from 'vitest';
import { type Format, renderDocument } from '../../src/render/render.ts';
import type { Theme } from '../../src/render/theme.ts';
import { emergency, handbook, pictures, result, week } from './documents.ts';
import { themes } from './themes.ts';

/** A colour code as it can be read in a review: `‹1›` for bold on. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with one
  return text.replace(/\u001b\[([0-9;]*)m/g, '‹$1›');
}

const documents = { result, emergency, handbook, pictures, week };

describe('golden text', () => {
  for (const [name, document] of Object.entries(documents)) {
    test.each(Object.entries<Theme>(themes))(`${name}, %s`, async (themeName, theme) => {
      const text = visible(await renderDocument(document, { format: 'text', theme }));
      await expect(text).toMatchFileSnapshot(`golden/${name}.${themeName}.txt`);
    });

    test.each<[Format, string]>([
      ['markdown', 'md'],
      ['html', 'html'],
    ])(`${name}, %s`, async (format, extension) => {
      const text = await renderDocument(document, { format, theme: themes.screen });
      await expect(text).toMatchFileSnapshot(`golden/${name}.${extension}`);
    });
  }
});
