import type { Sourced } from '../sources.ts';
import type { Repair, ReviewQuestion } from '../stress-schema.ts';

const judged = { sources: [], judged: true } satisfies Pick<Sourced<Repair>, 'sources' | 'judged'>;

/** What the weekly look back asks in the person's own words, last. */
export const reviewQuestions = [
  {
    id: 'helped',
    ask: 'What helped most?',
    why: 'That one stays.',
    ...judged,
  },
  {
    id: 'kind',
    ask: 'What is one thing you can be kind to yourself about?',
    why: 'Blame makes plans harder to keep, not easier.',
    ...judged,
  },
] as const satisfies readonly Sourced<ReviewQuestion>[];

/** What got in the way, and what to do about it. */
export const repairs = [
  {
    obstacle: 'forgot',
    label: 'I forgot',
    says: 'Tie it to a cue that you cannot miss, or let "backcare remind add stress" remind you.',
    proposes: 'keep',
    sources: ['gollwitzer-2006'],
    judged: true,
  },
  {
    obstacle: 'too-big',
    label: 'It was too big',
    says: 'Make it smaller. Two minutes that happen do more than twenty that do not.',
    proposes: 'shrink',
    ...judged,
  },
  {
    obstacle: 'no-time',
    label: 'No time',
    says: 'Tie it to something you do anyway, or take the two-minute version.',
    proposes: 'shrink',
    ...judged,
  },
  {
    obstacle: 'pain',
    label: 'Pain',
    says: 'Swap it for something that you can do sitting, or for slow breathing.',
    proposes: 'swap',
    ...judged,
  },
  {
    obstacle: 'low-mood',
    label: 'Low mood',
    says: 'Ask one person to do it with you, and take the smallest version. After two weeks like that, talk to a doctor.',
    proposes: 'shrink',
    ...judged,
  },
  {
    obstacle: 'unsure',
    label: 'I did not know how to start',
    says: 'Do the first step now, while you read this.',
    proposes: 'keep',
    ...judged,
  },
  {
    obstacle: 'other',
    label: 'Something else',
    says: 'Keep it if you still want it, or swap it for one that you look forward to.',
    proposes: 'keep',
    ...judged,
  },
] as const satisfies readonly Sourced<Repair>[];
