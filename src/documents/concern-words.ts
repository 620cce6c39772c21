import { notices } from '../data/safety-net.ts';
import type { Concern } from '../engine/watch/watch.ts';
import { type Contact, withContact } from './contact.ts';

export interface ConcernWords {
  readonly tone: 'routine' | 'note';
  readonly title: string;
  readonly lines: readonly string[];
}

/** Where graver advice stands, a weaker word on what to do would take it back. */
export const besideAdvice = 'Say this too to those who help you.';

/**
 * What the watch noticed and what to do about it, for every place that says it.
 *
 * @param isBesideAdvice urgent or emergency advice stands above it
 */
export function concernWords(concern: Concern, contact: Contact, isBesideAdvice = false): ConcernWords {
  if (concern.kind === 'watch') {
    const { tone, title, action } = concern.rule;
    if (isBesideAdvice) return { tone: 'note', title, lines: [besideAdvice] };
    return { tone, title, lines: [action.replaceAll('{advice}', contact.advice)] };
  }
  const { rule } = concern.fired;
  // With stress and mood comes the line to call.
  const crisis = rule.id === 'sp-mood' ? [withContact(notices.mood.text, contact)] : [];
  if (isBesideAdvice)
    return { tone: 'note', title: `New here: ${rule.suspects}.`, lines: [besideAdvice, ...crisis] };
  return {
    tone: 'routine',
    title: 'Book an appointment in the next week or two.',
    lines: [`Why: ${rule.suspects}.`, ...crisis],
  };
}
