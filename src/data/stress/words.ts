import type { Sourced } from '../sources.ts';
import type { StressStatement } from '../stress-schema.ts';

/** How stress and the back go together: said first, and beside the plan. */
export const firstWords = [
  {
    id: 'real-pain',
    text: 'Stress does not make pain imaginary. It can turn the volume up.',
    verdict: 'mixed',
    sources: ['buscemi-2019', 'choi-2021'],
  },
  {
    id: 'both-ways',
    text: 'Pain causes stress, and stress makes pain louder. You can begin at either end.',
    verdict: 'mixed',
    sources: ['puschmann-2020', 'sleep-prognosis-2024'],
  },
  {
    id: 'muscles',
    text: 'Pressure at work can keep the muscles of the neck and shoulders switched on. For the low back that is less clear.',
    verdict: 'mixed',
    sources: ['eijckelhof-2013', 'nouwen-1984'],
  },
  {
    id: 'small-gains',
    text: 'Expect small gains over weeks, not a cure.',
    verdict: 'supported',
    sources: ['cherkin-2016', 'henschke-behaviour-2010'],
  },
  {
    id: 'not-only-you',
    text: 'Some stress comes from where you stand, not from you. To change that, or to get help, counts as much as to calm down.',
    verdict: 'common-sense',
    sources: [],
    judged: true,
  },
] as const satisfies readonly Sourced<StressStatement>[];

/** How the sentences of a plan, their size and a missed day are meant. */
export const planWords = [
  {
    id: 'if-then',
    text: 'A sentence with "if" and "then" is kept more often than a good intention. Its cue is something that happens by itself.',
    verdict: 'supported',
    sources: ['gollwitzer-2006', 'sheeran-2024'],
  },
  {
    id: 'say-it',
    text: 'Read it out loud once, then say it in your head.',
    verdict: 'mixed',
    sources: ['sheeran-2024'],
    judged: true,
  },
  {
    id: 'small',
    text: 'Keep it so small that you can do it on a bad day. Two minutes count.',
    verdict: 'common-sense',
    sources: [],
    judged: true,
  },
  {
    id: 'few',
    text: 'One to three at a time, and one new one a week at most.',
    verdict: 'common-sense',
    sources: [],
    judged: true,
  },
  {
    id: 'missed-day',
    text: 'A missed day does no harm. A habit takes about ten weeks until it runs by itself.',
    verdict: 'mixed',
    sources: ['lally-2010'],
  },
  {
    id: 'hint-only',
    text: 'It is a hint, not proof: days differ in many ways.',
    verdict: 'common-sense',
    sources: [],
    judged: true,
  },
] as const satisfies readonly Sourced<StressStatement>[];

/** Steps to solve a problem, in their order. */
export const problemSteps = [
  { id: 'name', text: 'Name it in one sentence.' },
  { id: 'good-enough', text: 'What would be good enough?' },
  { id: 'three-ways', text: 'List three ways. Judge none of them yet.' },
  { id: 'pick', text: 'Pick the easiest one that is good.' },
  { id: 'first-step', text: 'Find a first step of less than 15 minutes.' },
  { id: 'when-where', text: 'Set when and where you take it.' },
  { id: 'look-back', text: 'Pick a day to look back at it.' },
].map((step): Sourced<StressStatement> => ({ ...step, verdict: 'mixed', sources: ['pst-2018'] }));
