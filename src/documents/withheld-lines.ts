import type { Assessment } from '../engine/assessment.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block } from './document.ts';

/** What someone who would rather not say still needs to know. Thoughts of self-harm have the crisis text. */
const lines: { readonly [question: string]: string } = {
  'rf-sexual-loss':
    'You kept one answer to yourself. If you have lost feeling in your private parts or can no longer have sex as before, since this pain began: call {number} now.',
  'mod-iv-drugs':
    'You kept one answer to yourself. If you have ever injected drugs: see a clinician within a day if pain wakes you at night or keeps growing, and call {number} with a fever.',
};

/** The safety line of every item that was answered "rather not say" (E6). */
export function withheldLines(assessment: Assessment, contact: Contact): readonly Block[] {
  return Object.entries(lines)
    .filter(([id]) => assessment.answers[id] === 'rather-not-say')
    .map(([, text]) => ({ kind: 'paragraph', text: withContact(text, contact) }));
}
