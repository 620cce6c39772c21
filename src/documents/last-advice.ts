import { resultScreens } from '../data/safety-net.ts';
import type { AssessmentSummary } from '../engine/permissions.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block } from './document.ts';
import { crisisCallout } from './emergency-line.ts';

/** How to get past an emergency or urgent result: only a new assessment lowers it. */
const seenAlready = 'Seen about it since, or ticked by mistake? backcare diagnose asks again.';

/**
 * The advice of an emergency or urgent assessment that still stands, for the top of any page; empty for lower levels.
 * What was ticked is not repeated: it may have been kept out of the record.
 *
 * @param when "today", "2 days ago"
 */
export function lastAdvice(summary: AssessmentSummary, contact: Contact, when: string): readonly Block[] {
  if (summary.urgency !== 'emergency' && summary.urgency !== 'urgent') return [];
  if (summary.onlySelfHarm === true)
    return [
      crisisCallout(contact),
      ...(summary.urgentToo === true ? bodyAdvice('urgent', contact, when) : []),
    ];
  return [
    ...(summary.helpLine === true ? [crisisCallout(contact)] : []),
    ...bodyAdvice(summary.urgency, contact, when),
  ];
}

function bodyAdvice(urgency: 'emergency' | 'urgent', contact: Contact, when: string): readonly Block[] {
  const { first, body } = resultScreens[urgency];
  const lines = body
    .filter((part) => part.only === undefined && !part.text.includes('{signs}'))
    // The list that it names stands on the page of the result.
    .filter((part) => part.id !== 'urgent-worse')
    .map((part) => withContact(part.text, contact));
  return [
    {
      kind: 'callout',
      tone: urgency,
      title: withContact(first.text, contact),
      lines: [`This comes from your check ${when}.`, ...lines],
    },
    { kind: 'paragraph', text: seenAlready },
    ...(urgency === 'emergency' ? numberElsewhere(contact) : []),
  ];
}

/** What is known of the newest assessment, for the advice of any page. */
export interface KnownAdvice {
  readonly summary: AssessmentSummary | undefined;
  /** Whole days of the person since then. */
  readonly daysAgo: number;
  /** A newer one may have stood where the record cannot be read. */
  readonly mayBeLost: boolean;
}

/** Why the last check is not gone by any more; undefined when there is none. One from the days to come is 0 days old. */
export function whyOutdated({ summary, daysAgo, mayBeLost }: KnownAdvice): string | undefined {
  if (mayBeLost) return 'An earlier check may be lost.';
  if (summary === undefined) return undefined;
  if (!summary.complete) return 'Your last check is not finished.';
  return daysAgo < 1
    ? "Your last check is dated ahead of this computer's clock."
    : 'Your last check is over 12 weeks old.';
}

/** Advice that still stands, and the word that a newer check may be lost. Empty where a calm one is known. */
export function adviceNow({ summary, daysAgo, mayBeLost }: KnownAdvice, contact: Contact): readonly Block[] {
  const advice = summary === undefined ? [] : lastAdvice(summary, contact, daysAgoInWords(daysAgo));
  return mayBeLost && !isActionOnly(summary) ? [...advice, lostCallout] : advice;
}

/** An emergency has nothing beside its action. */
export function isActionOnly(summary: AssessmentSummary | undefined): boolean {
  return summary?.urgency === 'emergency' && summary.onlySelfHarm !== true;
}

/** Whatever an earlier check said, nothing calm may be said in its place. */
export const lostCallout: Block = {
  kind: 'callout',
  tone: 'routine',
  title: 'An earlier check may be lost.',
  lines: [
    'Part of your record cannot be read. "backcare diagnose" asks about danger signs again; "backcare data verify" shows what is damaged.',
  ],
};

/** Where the emergency line does not stand above, its explanation must stand here. */
function numberElsewhere({ explanation }: Contact): readonly Block[] {
  return explanation === '' ? [] : [{ kind: 'paragraph', text: explanation }];
}

/** The same advice in two lines, for a page that must fit one screen. A crisis text stays whole. */
export function shortAdvice(advice: readonly Block[]): readonly Block[] {
  return advice.flatMap((block): Block[] =>
    block.kind === 'callout' ? [{ ...block, lines: block.lines.slice(0, 1) }] : [],
  );
}

/** "today", "yesterday", "5 days ago". */
export function daysAgoInWords(days: number): string {
  if (days < 1) return 'today';
  if (days > 365) return 'over a year ago';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
