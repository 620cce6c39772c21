import type { FlareStep, Statement } from '../recovery-schema.ts';
import type { Sourced } from '../sources.ts';

export const flareMeaning: Sourced<Statement> & { readonly short: string } = {
  text: 'More pain than lately for a day or more. It is no new injury unless something happened, and it passes.',
  short: 'It is no new injury unless something happened, and it passes.',
  sources: ['dasilva-2019'],
  judged: true,
};

/** What to do in a flare, after the danger signs. Hours count from its start. */
export const flareSteps = [
  {
    id: 'first-hour',
    when: 'now',
    hours: { from: 0, until: 1 },
    do: [
      'Stop what set it off, and breathe out slowly for a minute or two.',
      'Get into the position that eases it most, for 5 to 15 minutes. Then stand up and walk a little.',
    ],
    sources: ['dahm-2010'],
    judged: true,
  },
  {
    id: 'first-day',
    when: 'today',
    hours: { from: 1, until: 24 },
    do: [
      'Take two short walks, and be up for a few minutes each hour.',
      'Do light tasks in two halves. Goals wait: what you do today counts whole.',
    ],
    sources: ['dahm-2010', 'french-2006'],
    judged: true,
  },
  {
    id: 'next-days',
    when: 'the next two days',
    hours: { from: 24, until: 72 },
    do: [
      'One phase back, and half of the last session.',
      'Walk each day, a little more than the day before.',
    ],
    sources: ['dahm-2010'],
    judged: true,
  },
  {
    id: 'lead-back',
    when: 'after that',
    hours: { from: 72 },
    do: [
      'Add a bit each day, until you are where you were.',
      'On a ladder, begin one step lower than you stopped.',
    ],
    sources: ['steffens-2016'],
    judged: true,
  },
] as const satisfies readonly Sourced<FlareStep>[];

/** When a muscle grabs by itself: a mode for one to three days beside any track. */
export const spasmSteps = [
  {
    id: 'first-hour',
    when: 'when it grabs',
    hours: { from: 0, until: 1 },
    do: [
      'Stop and let a long breath out. Ease into the least painful position.',
      'Stay 5 to 15 minutes, then get up by rolling onto your side. No forced stretch, no jerk.',
    ],
    sources: ['seed-article', 'dahm-2010'],
    judged: true,
  },
  {
    id: 'first-day',
    when: 'the first hours',
    hours: { from: 1, until: 24 },
    do: ['Short walks, up each hour, and warmth if nothing is bruised.', 'No heavy lifting, no day in bed.'],
    sources: ['dahm-2010', 'french-2006'],
    judged: true,
  },
  {
    id: 'next-days',
    when: 'the next one to three days',
    hours: { from: 24 },
    do: ['Back to your phase, one lower than before. It is over when a whole day passes without a grab.'],
    sources: [],
    judged: true,
  },
] as const satisfies readonly Sourced<FlareStep>[];

/** What keeps the next spell away. */
export const keepingWell = [
  {
    text: 'Walk 30 minutes on five days a week.',
    sources: ['walkback-2024', 'who-activity-2020'],
  },
  { text: 'Do strength on two days a week.', sources: ['steffens-2016', 'who-activity-2020'] },
  { text: 'Take movement breaks on desk days.', sources: ['breaks-rct-2021'] },
  { text: 'Aim for seven hours of sleep.', sources: ['aasm-sleep-2015'] },
  { text: 'Look at your stress once a month.', sources: [], judged: true },
  {
    text: 'Keep it up when you are well: what protects you fades when you stop.',
    sources: ['steffens-2016', 'dasilva-2019', 'walkback-2024'],
  },
] as const satisfies readonly Sourced<Statement>[];

export const weekRule: Sourced<Statement> = {
  text: 'Five days of seven are enough, and the small version counts. A missed day does no harm.',
  sources: ['lally-2010', 'argent-2018', 'lewkowicz-2021'],
  judged: true,
};

/** What is known of plans like this one. */
export const about = [
  {
    text: 'Plans on a screen did about as well as usual physiotherapy in studies, for those who kept them.',
    sources: ['app-backpain-2022', 'selfback-2021'],
  },
  {
    text: 'Keeping at it gets harder after some weeks, so look at the plan anew every two to four weeks.',
    sources: ['digital-adherence-2022', 'lewkowicz-2021'],
    judged: true,
  },
  {
    text: 'People call themselves well again when there is no pain and hardly anything that it stops.',
    sources: ['kamper-2010'],
  },
  { text: 'Ups and downs are normal. No plan can promise a date.', sources: [], judged: true },
] as const satisfies readonly Sourced<Statement>[];
