import { notices } from '../data/safety-net.ts';
import type { Concern } from '../engine/watch/watch.ts';
import { type Contact, withContact } from './contact.ts';

export interface ConcernWords {
  readonly tone: 'routine' | 'note';
  readonly title: string;
  readonly lines: readonly string[];
}

/** What the watch noticed and what to do about it, for every place that says it. */
export function concernWords(concern: Concern, contact: Contact): ConcernWords {
  if (concern.kind === 'watch') {
    const { tone, title, action } = concern.rule;
    return { tone, title, lines: [action.replaceAll('{advice}', contact.advice)] };
  }
  const { rule } = concern.fired;
  // With stress and mood comes the line to call.
  const crisis = rule.id === 'sp-mood' ? [withContact(notices.mood.text, contact)] : [];
  return {
    tone: 'routine',
    title: 'Book an appointment in the next week or two.',
    lines: [`Why: ${rule.suspects}.`, ...crisis],
  };
}
