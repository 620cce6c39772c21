import type { Sourced } from '../sources.ts';
import type { SessionChoice, StressStatement } from '../stress-schema.ts';

/** When which calm session. The first that goes with the person is proposed. */
export const sessionChoices = [
  {
    id: 'any-time',
    situation: 'Once a day, to get the habit',
    sessions: ['slow-breathing-6', 'long-out-breath'],
    suits: ['caregiving', 'habits', 'other'],
    sources: ['shao-2024', 'fincham-2023'],
  },
  {
    id: 'at-the-desk',
    situation: 'A minute at the desk',
    sessions: ['slow-breathing-6', 'body-scan-short'],
    minutes: 1,
    suits: ['workload', 'noise', 'household'],
    sources: ['shao-2024', 'laborde-2022'],
  },
  {
    id: 'racing-mind',
    situation: 'The mind goes round and round',
    sessions: ['slow-breathing-6', 'long-out-breath'],
    suits: ['money', 'job-security', 'health', 'phone-news'],
    sources: ['shao-2024', 'fincham-2023'],
    judged: true,
  },
  {
    id: 'before-something-hard',
    situation: 'Before a meeting, a test or a hard talk',
    sessions: ['box-breathing', 'slow-breathing-6'],
    suits: ['work-control'],
    sources: ['balban-2023'],
    judged: true,
  },
  {
    id: 'upset',
    situation: 'After a row or bad news',
    sessions: ['double-inhale-sigh', 'long-out-breath'],
    suits: ['conflict', 'loss'],
    sources: ['balban-2023'],
    judged: true,
  },
  {
    id: 'tight-muscles',
    situation: 'Tight shoulders, neck or back',
    sessions: ['muscle-relaxation-short', 'progressive-muscle-relaxation', 'long-out-breath'],
    suits: ['drive'],
    sources: ['vambheim-2021', 'acp-2017'],
  },
  {
    id: 'bedtime',
    situation: 'At bedtime',
    sessions: ['belly-breathing', 'body-scan', 'four-seven-eight'],
    suits: ['sleep'],
    sources: ['ussher-2014', 'fincham-2023'],
    judged: true,
  },
  {
    id: 'eyes-open',
    situation: 'When holding your breath or closing your eyes brings panic',
    sessions: ['calm-place', 'slow-breathing-6'],
    suits: ['lonely'],
    sources: [],
    judged: true,
  },
] as const satisfies readonly Sourced<SessionChoice>[];

/** Before the first session. */
export const sessionCare = [
  {
    id: 'place',
    text: 'Pick a quiet place. Sit or lie down, and loosen your belt.',
    verdict: 'common-sense',
    sources: [],
    judged: true,
  },
  {
    id: 'stop',
    text: 'Stop if you get dizzy or panicky, or if it hurts.',
    verdict: 'common-sense',
    sources: [],
    judged: true,
  },
  {
    id: 'not-driving',
    text: 'No session while you drive.',
    verdict: 'common-sense',
    sources: [],
    judged: true,
  },
  {
    id: 'no-holds',
    text: 'You may leave out holding your breath. Leave it out in pregnancy, with heart or lung trouble, or if it brings panic.',
    verdict: 'common-sense',
    sources: [],
    judged: true,
  },
  {
    id: 'what-to-expect',
    text: 'Ten minutes a day for two weeks is a fair try. The gain is small, and it shows in stress more than in the back.',
    verdict: 'mixed',
    sources: ['vambheim-2021', 'fincham-2023', 'acp-2017'],
    judged: true,
  },
] as const satisfies readonly Sourced<StressStatement>[];
