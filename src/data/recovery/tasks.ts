import type { Task } from '../recovery-schema.ts';
import type { Sourced, SourceId } from '../sources.ts';

const judged: { sources: SourceId[]; judged: true } = { sources: [], judged: true };

/** What is asked before a phase is left. Each asks about two days, since one good hour says little. */
export const tasks = [
  {
    id: 'walk-5',
    label: 'Walk for 5 minutes',
    ask: 'Could you walk for 5 minutes, yesterday and today?',
    ...judged,
  },
  {
    id: 'walk-10',
    label: 'Walk for 10 minutes',
    ask: 'Could you walk for 10 minutes, yesterday and today?',
    ...judged,
  },
  {
    id: 'walk-20',
    label: 'Walk for 20 minutes',
    ask: 'Could you walk for 20 minutes, yesterday and today?',
    ...judged,
  },
  {
    id: 'walk-30',
    label: 'Walk for 30 minutes',
    ask: 'Could you walk for 30 minutes in the last two days?',
    ...judged,
  },
  {
    id: 'bruise-settling',
    label: 'No bruise or swelling that grows',
    ask: 'Is there no bruise or swelling, or one that does not grow?',
    ...judged,
  },
  {
    id: 'dress-sit-sleep',
    label: 'Dress, sit 30 minutes, mostly sleep',
    ask: 'Could you dress, sit for 30 minutes and mostly sleep, yesterday and today?',
    ...judged,
  },
  {
    id: 'hinge-easy',
    label: 'Bend at the hips and stand up easily',
    ask: 'Could you bend at the hips and get up from a chair with ease, yesterday and today?',
    ...judged,
  },
  {
    id: 'settles-overnight',
    label: 'Back to usual the next morning',
    ask: 'Was the pain back to its usual level the morning after you did more?',
    ...judged,
  },
  {
    id: 'usual-tasks',
    label: 'Usual work and jobs all week',
    ask: 'Did you do your usual work and jobs for a whole week?',
    ...judged,
  },
  {
    id: 'desk-day',
    label: 'A desk day with little pain',
    ask: 'Did you get through two usual days with pain of 3 or less?',
    ...judged,
  },
  {
    id: 'sit-30',
    label: 'Sit for 30 minutes',
    ask: 'Could you sit for 30 minutes, yesterday and today?',
    ...judged,
  },
  {
    id: 'sit-45',
    label: 'Sit for 45 minutes',
    ask: 'Could you sit for 45 minutes, yesterday and today?',
    ...judged,
  },
  {
    id: 'easier-direction',
    label: 'Found a move that eases it',
    ask: 'Have you found a move or position that eases it each time, on two days?',
    sources: ['petersen-2017'],
    judged: true,
  },
  {
    id: 'leg-easing',
    label: 'Leg feelings weaker or higher up',
    ask: 'Are the feelings in the leg weaker, or further up, than two days ago?',
    sources: ['petersen-2017'],
    judged: true,
  },
  {
    id: 'leg-low',
    label: 'Leg pain of 2 or less',
    ask: 'Was the pain in the leg 2 or less, yesterday and today?',
    ...judged,
  },
  {
    id: 'no-stretch-ache',
    label: 'No ache the day after stretching',
    ask: 'Were you free of a new ache the day after stretching, two times?',
    ...judged,
  },
  {
    id: 'more-reach',
    label: 'Reach grown by about a hand',
    ask: 'Do you reach about a hand further than at the start?',
    sources: ['bandy-1994'],
    judged: true,
  },
  {
    id: 'sleep-no-worse',
    label: 'Sleep no worse than at the start',
    ask: 'Is your sleep no worse than at the start?',
    sources: ['sleep-prognosis-2024'],
    judged: true,
  },
  {
    id: 'stress-steps-done',
    label: 'Most of your stress steps done',
    ask: 'Did you do about three of four planned steps against stress?',
    ...judged,
  },
  {
    id: 'stress-down',
    label: 'Stress lower, or three better weeks',
    ask: 'Is your stress 2 points lower than at the start, or were the last three weeks better?',
    ...judged,
  },
  {
    id: 'hobby-back',
    label: 'One thing you enjoy is back',
    ask: 'Do you do one thing again that you had given up?',
    ...judged,
  },
  {
    id: 'better-weeks',
    label: 'Three or four better weeks',
    ask: 'Were the last three to four weeks better than those before?',
    ...judged,
  },
] as const satisfies readonly Sourced<Task>[];

export type TaskId = (typeof tasks)[number]['id'];
