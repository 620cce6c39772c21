import type { Sourced } from '../sources.ts';
import type { ProfessionalHelp, Signpost } from '../stress-schema.ts';

const judged = { sources: [], judged: true } satisfies Pick<Sourced<Signpost>, 'sources' | 'judged'>;

/** Where help is. `{number}` is the emergency number, `{line}` the crisis line. */
export const signposts = [
  {
    id: 'crisis',
    title: 'Help is open now',
    lines: [
      "I'm glad you told me. You matter, and help is open now.",
      'Please call {line}.',
      'If you might act on these thoughts, call {number} or go to an emergency department.',
      'Move away from things you could use to hurt yourself, and ask someone to stay with you.',
      "You don't have to be sure to call. A friend, your family or your doctor is right too.",
      'What you typed stays on this computer.',
    ],
    withCrisisLine: true,
    ...judged,
  },
  {
    id: 'crisis-words',
    title: 'Help is open now',
    lines: [
      'In case it is about dying, or about hurting yourself or anyone: please call {line}.',
      'If you might act on it, call {number} or go to an emergency department.',
      "You matter, and you don't have to be sure to call. Ask someone to stay with you.",
      'If you meant it in another way, say it in other words. What you typed was not kept.',
    ],
    withCrisisLine: true,
    ...judged,
  },
  {
    id: 'low-mood',
    title: 'Let somebody help you with this',
    lines: [
      'Low mood that makes most days hard is a reason to see a doctor, as pain is. It can be treated.',
      'If it gets too much, call {line}.',
      'The plan can wait, or go along with it. You decide.',
    ],
    withCrisisLine: true,
    sources: ['nice-ng193'],
    judged: true,
  },
  {
    id: 'very-stressed',
    title: 'That is a lot',
    lines: [
      'So much stress with such poor sleep wears anyone down. Please talk to your doctor this week.',
      'If it gets too much, call {line}.',
      'The plan can wait, or go along with it. You decide.',
    ],
    withCrisisLine: true,
    ...judged,
  },
  {
    id: 'kept-private',
    title: 'You need not say it here',
    lines: ['If it gets too much, {line} is there for you, at any hour. You need not be sure to call.'],
    withCrisisLine: true,
    ...judged,
  },
  {
    id: 'not-safe',
    title: 'Being safe comes first',
    lines: [
      "If you aren't safe, call {number}.",
      'Tell somebody you trust. A pharmacist, a nurse or a doctor also listens in private, and can find the local line for it.',
      'To hide this fast, close the window. Others who use this computer can open backcare too.',
      'Do not plan a hard talk with a person you are afraid of.',
    ],
    withCrisisLine: false,
    ...judged,
  },
  {
    id: 'no-better',
    title: 'Four weeks, and no lighter',
    lines: [
      'That is not your fault. It means that it is time for more help than a plan on a screen.',
      'Your doctor can tell you who fits: somebody to talk to, or help with what presses.',
    ],
    withCrisisLine: true,
    sources: ['nice-ng193', 'cherkin-2016'],
    judged: true,
  },
  {
    id: 'hard-signs',
    title: 'Every four weeks, a look round',
    lines: [
      'See a doctor if worry or low mood is there on most days, or if you have panic attacks.',
      'The same holds if you drink or take pills to get by, or if bad memories come back by day.',
      'It holds for grief that leaves no room for daily life, and if you are afraid of someone at home.',
    ],
    withCrisisLine: true,
    ...judged,
  },
] as const satisfies readonly Sourced<Signpost>[];

/** Who helps with what. */
export const professionalHelp = [
  {
    id: 'family-doctor',
    who: 'Your family doctor',
    says: 'Knows who helps near you, and looks at sleep, mood and pain together.',
    suits: [],
    sources: ['nice-ng193'],
    judged: true,
  },
  {
    id: 'talking-therapy',
    who: 'Talking therapy or coaching',
    says: 'Helps many people with long pain to worry less and to do more.',
    suits: ['health', 'conflict', 'drive', 'loss', 'job-security'],
    sources: ['nice-ng193', 'restore-2023', 'cherkin-2016'],
  },
  {
    id: 'sleep-help',
    who: 'A course or clinic for sleep',
    says: 'When sleep has been poor for months, a talking course for sleep comes first.',
    suits: ['sleep'],
    sources: ['acp-insomnia-2016'],
  },
  {
    id: 'workplace-help',
    who: 'A help service of your workplace, or a union',
    says: 'Listens in private, and knows what your employer must do.',
    suits: ['workload', 'work-control', 'job-security', 'conflict', 'noise'],
    ...judged,
  },
  {
    id: 'debt-advice',
    who: 'A free debt advice service',
    says: 'Sorts bills with you and talks to those you owe.',
    suits: ['money'],
    ...judged,
  },
  {
    id: 'carers',
    who: "A carers' group",
    says: 'Knows what relief you can get, and who takes over for an hour.',
    suits: ['caregiving'],
    ...judged,
  },
  {
    id: 'abuse-line',
    who: 'A line for people who are afraid at home',
    says: 'Talks with you in private and helps you to be safe.',
    suits: ['conflict'],
    ...judged,
  },
  {
    id: 'grief-help',
    who: 'A service for grief',
    says: 'Somebody who has time for your loss.',
    suits: ['loss'],
    ...judged,
  },
] as const satisfies readonly Sourced<ProfessionalHelp>[];
