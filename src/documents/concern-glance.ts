import type { Block } from './document.ts';

/** A concern that was said with an entry and still stands. */
export interface ConcernGlance {
  readonly title: string;
  /** "Sun 22 Nov", or "today". */
  readonly on: string;
  /** A clinician is to look at it, beside the danger signs. */
  readonly isForVisit: boolean;
  /** How many others stand beside it. */
  readonly more: number;
}

/** The same in two rows, for a page that has little room. */
export function shortConcern({ title, on, isForVisit, more }: ConcernGlance): Block {
  const others = more === 0 ? '' : `, and ${more} more`;
  const visit = isForVisit ? 'Book a visit, and check' : 'Check';
  return { kind: 'paragraph', text: `${title} (${on}${others}) ${visit} again: backcare diagnose` };
}

/** Said until the danger signs were asked again: nothing calm may stand in its place. */
export function concernCallout({ title, on, isForVisit, more }: ConcernGlance): Block {
  const when = on === 'today' ? 'So it was today.' : `So it was on ${on}.`;
  const others =
    more === 0
      ? ''
      : more === 1
        ? ' One more thing stands beside it.'
        : ` ${more} more things stand beside it.`;
  const visit = isForVisit ? ' Book an appointment in the next week or two.' : '';
  return {
    kind: 'callout',
    tone: 'routine',
    title,
    lines: [
      `${when}${others}${visit}`,
      'Go through the danger signs again: backcare diagnose (about 3 minutes).',
    ],
  };
}
