import type { Sourced } from '../sources.ts';
import type { Repair, ReviewQuestion } from '../stress-schema.ts';

const judged = { sources: [], judged: true } satisfies Pick<Sourced<Repair>, 'sources' | 'judged'>;

/** The weekly look back, in the order in which it is asked. */
export const reviewQuestions = [
  {
    id: 'stress',
    ask: 'How stressed were you this week?',
    why: 'One number a week shows where it goes.',
    ...judged,
  },
  {
    id: 'sleep',
    ask: 'How was your sleep this week?',
    why: 'Sleep and pain go together.',
    sources: ['sleep-prognosis-2024'],
  },
  {
    id: 'pain',
    ask: 'How strong was your usual pain this week?',
    why: 'Stress and pain are looked at side by side. Neither proves the other.',
    ...judged,
  },
  {
    id: 'done',
    ask: 'Which of them did you do: all, some or none?',
    why: 'The small version counts as done.',
    ...judged,
  },
  {
    id: 'obstacle',
    ask: 'What got in the way?',
    why: 'Each reason has its own repair.',
    ...judged,
  },
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
  {
    id: 'decide',
    ask: 'Keep it, make it smaller, swap it or stop it?',
    why: 'One new one a week at most. None is fine too.',
    ...judged,
  },
  {
    id: 'low-mood',
    ask: 'In the past two weeks, has low mood or no joy in things made most days hard?',
    why: 'Then somebody should help you, and not only a plan on a screen.',
    ...judged,
  },
] as const satisfies readonly Sourced<ReviewQuestion>[];

/** What got in the way, and what to do about it. */
export const repairs = [
  {
    obstacle: 'forgot',
    label: 'I forgot',
    says: 'Tie it to a cue that you cannot miss, or set a reminder.',
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
