import { exerciseRules } from '../data/exercise-rules.ts';
import { notices } from '../data/safety-net.ts';
import type { Contact } from './contact.ts';
import type { Row } from './document.ts';
import { goNowShort } from './net-blocks.ts';

/**
 * When to call, when to stop, how much pain is fine, how to move and how to go on: the same with every exercise.
 *
 * @param isOwn the plan of a clinician, who says how it goes on
 */
export function exerciseRuleRows(contact: Contact, isOwn = false): readonly Row[] {
  const rules = exerciseRules.filter(({ id }) => !isOwn || id !== 'progress');
  return [
    { label: 'Danger signs', text: goNowShort(contact) },
    { label: 'When to stop', text: notices.stop.text },
    ...rules.map(({ about, text }) => ({ label: about, text })),
  ];
}
