import type { Block } from './document.ts';

/** A concern that was said with an entry and still stands. */
export interface ConcernGlance {
  readonly title: string;
  /** "Sun 22 Nov". */
  readonly on: string;
}

/** The same in two rows, for a page that has little room. */
export function shortConcern({ title, on }: ConcernGlance): Block {
  return { kind: 'paragraph', text: `${title} (${on}) Check again: backcare diagnose` };
}

/** Said until the danger signs were asked again: nothing calm may stand in its place. */
export function concernCallout({ title, on }: ConcernGlance): Block {
  return {
    kind: 'callout',
    tone: 'routine',
    title,
    lines: [`So it was on ${on}. Go through the danger signs again: backcare diagnose (about 3 minutes).`],
  };
}
