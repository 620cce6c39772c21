import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { productKnowledge } from '../../src/commands/knowledge.ts';
import { nextPage, pagesLeft } from '../../src/engine/interview.ts';
import { repository } from '../support/built-binary.ts';

test('what the build wrote down of how an interview begins is what the engine says', () => {
  const written = readFileSync(join(repository, 'dist', 'tables', 'opening.jsonl'), 'utf8');
  const knowledge = productKnowledge();
  expect(JSON.parse(written)).toEqual({
    page: nextPage({}, knowledge),
    pages: pagesLeft({}, knowledge) + 1,
  });
});
