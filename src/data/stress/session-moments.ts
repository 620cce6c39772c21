import type { SessionMoment } from '../session-schema.ts';
import type { Sourced } from '../sources.ts';

/** Which when. The first is the usual one, `bedtime` that of the evening. Several sessions are done one after the other. */
export const sessionMoments: readonly Sourced<SessionMoment>[] = [
  {
    id: 'racing-mind',
    when: 'A mind that races, or not sure what',
    sessions: ['slow-breathing-6'],
    sources: ['shao-2024', 'laborde-2022'],
  },
  {
    id: 'one-minute',
    when: 'One minute at the desk',
    sessions: ['slow-breathing-6'],
    seconds: 60,
    sources: ['shao-2024'],
    judged: true,
  },
  {
    id: 'tight-muscles',
    when: 'Tight muscles',
    sessions: ['muscle-relaxation-short'],
    sources: ['vambheim-2021'],
    judged: true,
  },
  {
    id: 'bedtime',
    when: 'Bedtime',
    sessions: ['belly-breathing', 'body-scan'],
    sources: ['ussher-2014'],
    judged: true,
  },
  {
    id: 'panic',
    when: 'Panic, or bad memories',
    sessions: ['calm-place'],
    sources: [],
    judged: true,
  },
];
