import type { Ladder, Statement } from '../recovery-schema.ts';
import type { Sourced } from '../sources.ts';

/** Ways back, one at a time. */
export const ladders = [
  {
    id: 'desk',
    name: 'Desk work',
    from: 'desk',
    fromStage: 1,
    steps: [
      'Sit 10 minutes, then 2 minutes up',
      'Sit 20 minutes, then 3 minutes up',
      'Sit 30 minutes, then 3 minutes up',
      'Sit 45 minutes, then 5 minutes up',
      'Usual hours, a break each hour',
    ],
    care: 'Change how you sit as often as you like.',
    sources: ['hse-dse', 'breaks-2018'],
    judged: true,
  },
  {
    id: 'driving',
    name: 'Driving',
    from: 'desk',
    fromStage: 1,
    steps: [
      'Parked: turn your head and brake hard',
      'Drive 10 minutes',
      'Drive 20 minutes',
      'Drive 40 minutes, with a stop',
    ],
    care: 'Do not drive while you cannot turn or brake at once, or when a medicine makes you drowsy.',
    sources: [],
    judged: true,
  },
  {
    id: 'lifting',
    name: 'Lifting',
    from: 'lifting',
    fromStage: 2,
    steps: [
      'Bend at the hips, hands empty, 8 times',
      'Lift 2 kg from a table, 5 times',
      'Lift 5 kg from knee height, 5 times',
      'Lift 5 kg from the floor, 5 times',
      'Lift 10 kg from the floor, 5 times',
      'Your usual load, a tenth more each week',
    ],
    care: 'Keep it close, turn your feet, and ask for help above your usual load.',
    sources: ['verbeek-2011', 'saraceni-2020'],
    judged: true,
  },
  {
    id: 'housework',
    name: 'Housework',
    from: 'any-day',
    fromStage: 1,
    steps: ['10 minutes at a time', '20 minutes at a time', 'Big jobs, spread over days'],
    care: 'Cut each job in half and do it in two goes.',
    sources: ['dahm-2010'],
    judged: true,
  },
  {
    id: 'running',
    name: 'Walking to running',
    from: 'running',
    fromStage: 4,
    steps: [
      'Walk briskly for 30 minutes',
      'Jog 1 minute, walk 2 minutes, 6 times',
      'Jog 2 minutes, walk 2 minutes, 6 times',
      'Jog 10 minutes',
      'About a tenth more each week',
    ],
    care: 'Leave a day between runs.',
    sources: ['nhs-strains'],
    judged: true,
  },
  {
    id: 'sport',
    name: 'Ball or gym sport',
    from: 'running',
    fromStage: 4,
    steps: ['Basic moves at half pace', 'Full pace, alone', 'Drills with the team', 'A match'],
    care: 'Twisting and contact come last.',
    sources: ['nhs-strains'],
    judged: true,
  },
] as const satisfies readonly Sourced<Ladder>[];

export const ladderRule: Sourced<Statement> = {
  text: 'Go one step up when you did a step twice, with pain of 3 or less and no worse morning after.',
  sources: ['ostelo-2008'],
  judged: true,
};
