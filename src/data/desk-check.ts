import type { DeskHabit, DeskQuestion } from './exercise-schema.ts';
import type { Sourced } from './sources.ts';

/** Six questions about a day at a desk. They end in habits, never in a score of somebody's shape. */
export const deskQuestions: readonly Sourced<DeskQuestion>[] = [
  {
    id: 'desk-hours',
    label: 'Hours sitting a day',
    ask: 'How many hours do you sit on a working day, the drive and the meals counted?',
    why: 'People who sat more than five hours a day had back pain again more often.',
    options: [
      { id: 'under-5', label: 'Under 5', habits: [] },
      { id: '5-to-8', label: '5 to 8', habits: ['some-work-standing'] },
      { id: 'over-8', label: 'Over 8', habits: ['some-work-standing', 'daily-walk'] },
    ],
    sources: ['dasilva-2019'],
  },
  {
    id: 'desk-longest',
    label: 'Longest time without getting up',
    ask: 'How long do you usually sit before you get up?',
    why: 'Staying still for long is what we can change most easily.',
    options: [
      { id: 'half-an-hour', label: 'About half an hour', habits: [] },
      { id: 'an-hour', label: 'About an hour', habits: ['up-every-half-hour'] },
      {
        id: 'two-hours-or-more',
        label: 'Two hours or more',
        habits: ['up-every-half-hour', 'cue-for-a-break'],
      },
    ],
    sources: ['breaks-2018', 'breaks-rct-2021'],
  },
  {
    id: 'desk-breaks',
    label: 'What a break looks like',
    ask: 'What do you mostly do in a break?',
    why: 'A break with some movement does more than a pause in the chair.',
    options: [
      { id: 'move', label: 'I walk or stretch', habits: [] },
      { id: 'stand', label: 'I stand up, no more', habits: ['move-in-breaks'] },
      { id: 'stay-seated', label: 'I stay in the chair', habits: ['move-in-breaks', 'change-position'] },
      { id: 'hardly-any', label: 'I hardly take breaks', habits: ['cue-for-a-break', 'move-in-breaks'] },
    ],
    sources: ['breaks-2018'],
  },
  {
    id: 'desk-screen',
    label: 'Where the screen stands',
    ask: 'Where do you look when you work at your screen?',
    why: 'A screen that is easy to look at lets you change position more freely.',
    options: [
      { id: 'straight-ahead', label: 'Straight ahead', habits: [] },
      { id: 'down', label: 'Down, at a laptop or low screen', habits: ['screen-straight-ahead'] },
      { id: 'to-one-side', label: 'To one side', habits: ['screen-straight-ahead'] },
      { id: 'it-changes', label: 'It changes over the day', habits: [] },
    ],
    sources: ['hse-dse', 'slater-2019'],
    judged: true,
  },
  {
    id: 'desk-phone',
    label: 'Time on the phone',
    ask: 'When are you on your phone for longest?',
    why: 'How you bend over it matters less than how long you sit still with it, and what it does to your sleep.',
    options: [
      { id: 'short-looks', label: 'Only short looks', habits: [] },
      { id: 'long-and-still', label: 'Long spells on a chair or sofa', habits: ['phone-on-your-feet'] },
      { id: 'late-in-bed', label: 'Late in the evening or in bed', habits: ['phone-away-at-night'] },
    ],
    sources: ['textneck-2021', 'textneck-2025'],
  },
  {
    id: 'desk-stiff',
    label: 'Where you get stiff',
    ask: 'Where do you feel stiff by the end of the day?',
    why: 'It tells which short exercises are worth most to you.',
    options: [
      { id: 'nowhere', label: 'Nowhere much', habits: [] },
      { id: 'neck-or-shoulders', label: 'Neck or shoulders', habits: ['loosen-neck-and-shoulders'] },
      { id: 'low-back', label: 'Low back', habits: ['bend-back-when-up', 'change-position'] },
      { id: 'hips-or-thighs', label: 'Hips or backs of the thighs', habits: ['one-hamstring-stretch'] },
    ],
    sources: [],
    judged: true,
  },
];

/** What an answer may lead to, in the order in which they are told. */
export const deskHabits: readonly Sourced<DeskHabit>[] = [
  {
    id: 'up-every-half-hour',
    text: 'Get up every 30 to 60 minutes, and move for one to three minutes.',
    because:
      'In a trial in offices, people who broke up their sitting got new back and neck pain far less often. How often is best is not known.',
    sources: ['breaks-rct-2021', 'breaks-2018', 'luger-2019', 'hse-dse'],
    judged: true,
  },
  {
    id: 'move-in-breaks',
    text: 'Let a break be a move: walk to the window, reach up, bend back.',
    because: 'Breaks with movement and a new position ease the back, and the work gets done all the same.',
    sources: ['breaks-2018'],
  },
  {
    id: 'cue-for-a-break',
    text: 'Tie a break to something that happens anyway: a call ends, the glass is empty, a mail is sent.',
    because: 'A plan with a clear cue is kept more often than a good intention.',
    sources: ['gollwitzer-2006'],
  },
  {
    id: 'change-position',
    text: 'Change how you sit whenever you think of it. Leaning back is fine, and so is a slouch for a while.',
    because: 'No one way to sit has been shown to be right. The next position is the best one.',
    sources: ['slater-2019', 'swain-2020'],
  },
  {
    id: 'some-work-standing',
    text: 'Do one part of each day on your feet: a call, some reading, a short meeting.',
    because: 'People who sat more than five hours a day had back pain again more often.',
    sources: ['dasilva-2019', 'who-activity-2020'],
  },
  {
    id: 'screen-straight-ahead',
    text: 'Put the screen in front of you, as high as your eyes. Give your arms and feet a rest.',
    because: 'It is for comfort: no desk has been shown to prevent pain. So set it up once, and then move.',
    sources: ['hse-dse', 'slater-2019'],
    judged: true,
  },
  {
    id: 'phone-on-your-feet',
    text: 'When you are on the phone for long, stand up or walk with it.',
    because:
      'Bending over a phone was not shown to harm the neck. Too little movement was linked to neck pain.',
    sources: ['textneck-2021', 'textneck-2025'],
  },
  {
    id: 'phone-away-at-night',
    text: 'Put the phone away for the last 30 minutes before bed.',
    because: 'In a study over a year, poor sleep went with new neck pain. The bend of the neck did not.',
    sources: ['textneck-2025', 'aasm-sleep-2015'],
    judged: true,
  },
  {
    id: 'loosen-neck-and-shoulders',
    text: 'Squeeze your shoulder blades a few times, and let your shoulders drop.',
    because:
      'Stress at work keeps neck and shoulder muscles switched on. Making them stronger helps long-lasting neck pain.',
    sources: ['eijckelhof-2013', 'neck-exercise-2015'],
  },
  {
    id: 'bend-back-when-up',
    text: 'Each time you get up, lean back a few times over your hands, if that feels good.',
    because: 'It undoes the bend of sitting, and a change of position is what helps.',
    sources: ['breaks-rct-2021'],
    judged: true,
  },
  {
    id: 'one-hamstring-stretch',
    text: 'Stretch each hamstring once a day for 30 seconds. Up to five times a day is fine.',
    because: 'Once a day is enough to make them longer. The other times mainly break up the sitting.',
    sources: ['bandy-1997', 'ingram-2025', 'breaks-2018'],
  },
  {
    id: 'daily-walk',
    text: 'Walk on most days, even for ten minutes, and build up from there.',
    because: 'Walking with some teaching kept people free of a new spell for much longer.',
    sources: ['walkback-2024'],
  },
];
