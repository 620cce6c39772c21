import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGivenAnswers } from '../../src/commands/diagnose/given-answers.ts';
import { productKnowledge } from '../../src/commands/knowledge.ts';
import { assess } from '../../src/engine/assessment.ts';
import { contact } from '../documents/people.ts';
import { fakeContext } from '../support/fake-context.ts';

const folder = join(import.meta.dirname, '../../examples');
const knowledge = productKnowledge();

/** What each example is there to show. */
const examples = {
  'lifting-strain.json': { urgency: 'self-care', first: 'pulled-muscle' },
  'emergency-cauda-equina.json': { urgency: 'emergency', first: undefined },
  'desk-worker.json': { urgency: 'self-care', first: 'poor-posture' },
  'unsure.json': { urgency: 'urgent', first: undefined },
} as const;

describe('examples', () => {
  test('are all known here', () => {
    const files = readdirSync(folder).filter(
      (name) => name.endsWith('.json') && !/^(?:physio-plan|stress-)/.test(name),
    );
    expect(files.sort()).toEqual(Object.keys(examples).sort());
  });

  test.each(Object.entries(examples))('%s', async (name, { urgency, first }) => {
    const ctx = fakeContext({ files: { [name]: readFileSync(join(folder, name), 'utf8') } });
    const { answers } = await readGivenAnswers({ answers: name }, ctx, { knowledge, contact });
    const { triage, fitting } = assess(answers ?? {}, knowledge);
    expect(triage).toMatchObject({ urgency, complete: true, missing: [] });
    expect(fitting[0]?.pattern.id).toBe(first);
    if (first !== undefined) expect(fitting[0]?.fit).toBe('well');
  });
});
