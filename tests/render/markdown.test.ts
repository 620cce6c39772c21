import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/documents/document.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';

function markdownOf(...blocks: Block[]): string {
  return renderMarkdown({ title: '', blocks }).trimEnd();
}

describe('markdown', () => {
  test.each([
    ['emphasis', 'a *b* _c_', 'a \\*b\\* \\_c\\_'],
    ['link and image', '![x](y)', '!\\[x\\](y)'],
    ['html', '<b onclick="x">', '\\<b onclick="x"\\>'],
    ['entity', '&lt;', '\\&lt;'],
    ['code', '`rm`', '\\`rm\\`'],
    ['backslash', 'a\\b', 'a\\\\b'],
    ['heading', '# a', '\\# a'],
    ['bullet', '- a', '\\- a'],
    ['plus', '+ a', '\\+ a'],
    ['number', '12. a', '12\\. a'],
    ['number with bracket', '1) a', '1\\) a'],
    ['rule', '---', '\\---'],
    ['quotation', '> a', '\\> a'],
    ['table', '| a | b', '\\| a \\| b'],
    ['a second line cannot begin', 'a\n# b', 'a # b'],
    [
      'ordinary prose stays readable',
      'Rest - a day or two. 50% (about).',
      'Rest - a day or two. 50% (about).',
    ],
  ])('%s is text', (_, text, markdown) => {
    expect(markdownOf({ kind: 'paragraph', text })).toBe(markdown);
  });

  test('no text can be markup, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'`*_[]<>&|~$\\ab1. #-+=!()') }), (text) => {
        const markdown = markdownOf({ kind: 'paragraph', text });
        expect(markdown.replace(/\\[!-/:-@[-`{-~]/g, 'x')).not.toMatch(/[\\`*_[\]<>&|~$]|^[#+=-]|^\d+[.)]/);
        expect(markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(text.replace(/ +/g, ' ').trim());
      }),
    );
  });

  test('a command with backticks is code still', () => {
    expect(markdownOf({ kind: 'next', commands: ['a `b` c', '`x'] })).toBe(
      'Next:\n\n- ``a `b` c``\n- `` `x ``',
    );
  });

  test('a title of its own is not repeated', () => {
    const blocks: Block[] = [{ kind: 'heading', level: 1, text: 'Relief' }];
    expect(renderMarkdown({ title: 'Relief', blocks })).toBe('# Relief\n');
    expect(renderMarkdown({ title: 'Relief', blocks: [] })).toBe('# Relief\n');
  });
});
