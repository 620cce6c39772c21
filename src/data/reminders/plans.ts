import type { TrackId } from '../recovery-schema.ts';
import type { ReminderKindId, Schedule, SchedulePlan, Weekday, When } from '../reminder-schema.ts';
import type { Sourced } from '../sources.ts';
import { everyDay, workDays, workHours } from './kinds.ts';

const weekend: readonly Weekday[] = ['sat', 'sun'];
/** Every 45 minutes from 09:30 to 11:45 and from 13:30 to 17:15. */
const deskDay: When = {
  kind: 'every',
  minutes: 45,
  windows: [
    { from: 525, until: 720 },
    { from: 765, until: 1050 },
  ],
};

const evening = schedule('check-in', 'evening', 'Evening check-in', at('20:30'), everyDay, 'log');
const deskBreaks = schedule('desk-break', 'break', 'Desk break', deskDay, workDays, 'stretch desk-break');
const weekendBreaks = schedule(
  'weekend-break',
  'break',
  'Break at the weekend',
  { kind: 'times', count: 5, windows: [{ from: 540, until: 1080 }] },
  weekend,
  'stretch desk-break',
);
const lunchWalk: Schedule = {
  ...schedule('walk', 'walk', 'Walk at lunch', at('12:30'), workDays, 'stretch easy-walk'),
  cue: 'after lunch',
};
const weekendWalks = schedule(
  'weekend-walk',
  'walk',
  'Walk',
  at('10:30', '16:00'),
  weekend,
  'stretch easy-walk',
);
const closing = schedule(
  'breathe',
  'breathe',
  'End of work: slow breathing',
  at('17:15'),
  workDays,
  'stretch slow-breathing-6',
);
const lightsLow = schedule('lights-low', 'wind-down', 'Lights low', at('21:30'), everyDay);
const strength = schedule(
  'routine',
  'routine',
  'Routine',
  at('18:00'),
  ['mon', 'wed', 'fri'],
  'stretch core-builder',
);
const hamstrings = schedule(
  'hamstring',
  'hamstring',
  'Hamstring stretch',
  at('07:15', '10:15', '12:30', '15:00', '19:00'),
  everyDay,
  'stretch hamstring-micro',
);
const aroundTheDesk = [
  deskBreaks,
  weekendBreaks,
  lunchWalk,
  weekendWalks,
  closing,
  strength,
  evening,
  lightsLow,
];

/** Three movement breaks and an evening check-in: four prompts a day at most. */
export const fewReminders: Sourced<SchedulePlan> = {
  id: 'few',
  name: 'A few',
  says: 'Three movement breaks on working days, and a check-in in the evening.',
  schedules: [
    schedule(
      'desk-break',
      'break',
      'Movement break',
      { kind: 'times', count: 3, windows: workHours },
      workDays,
      'stretch desk-break',
    ),
    evening,
  ],
  sources: ['office-app-2019', 'breaks-rct-2021'],
  judged: true,
};

/** What the article asks for. */
export const articleReminders: Sourced<SchedulePlan> = {
  id: 'article',
  name: 'The whole plan of the article',
  says: 'Five hamstring stretches, breaks at the desk, a walk, slow breathing, a routine on three days, a check-in.',
  schedules: [hamstrings, ...aroundTheDesk],
  sources: ['seed-article', 'bandy-1997', 'breaks-2018'],
  judged: true,
};

/** Whole plans for what a person may have. */
export const reminderPlans: readonly Sourced<SchedulePlan>[] = [
  {
    id: 'desk-day',
    name: 'A day at the desk',
    says: 'Breaks every 45 minutes, one hamstring stretch, a walk, a routine on three days, a check-in.',
    schedules: [{ ...hamstrings, when: at('10:15') }, ...aroundTheDesk],
    sources: ['breaks-rct-2021', 'breaks-2018', 'bandy-1997', 'lewkowicz-2021'],
    judged: true,
  },
  {
    id: 'first-days',
    name: 'The first days',
    says: 'Up and about for a few minutes each hour, three short walks, a check-in in the evening.',
    schedules: [
      schedule(
        'up',
        'upright',
        'Up for a few minutes',
        at(
          '08:00',
          '09:00',
          '10:00',
          '11:00',
          '12:00',
          '13:00',
          '14:00',
          '15:00',
          '16:00',
          '17:00',
          '18:00',
          '19:00',
          '20:00',
        ),
        everyDay,
        'stretch easy-walk',
      ),
      schedule('walk', 'walk', 'Short walk', at('09:00', '13:00', '18:00'), everyDay, 'stretch easy-walk'),
      evening,
    ],
    untilDay: 3,
    sources: ['dahm-2010'],
    judged: true,
  },
  {
    id: 'first-week',
    name: 'The rest of the first week',
    says: 'Up once an hour while you sit, a gentle routine in the morning, a check-in in the evening.',
    schedules: [
      schedule(
        'desk-break',
        'break',
        'Up from the chair',
        { kind: 'every', minutes: 60, windows: workHours },
        everyDay,
        'stretch desk-break',
      ),
      schedule('routine', 'routine', 'Morning loosener', at('08:00'), everyDay, 'stretch morning'),
      evening,
    ],
    untilDay: 7,
    sources: ['dahm-2010', 'jospt-cpg-2021'],
    judged: true,
  },
  {
    id: 'calm',
    name: 'A calmer day',
    says: 'A thought in the morning, slow breathing twice, an end to work, time to relax, a look at the week on Sunday.',
    schedules: [
      schedule('two-things', 'stress', 'Two big things', at('07:15'), everyDay),
      schedule('desk-break', 'break', 'Movement break', at('11:00', '15:30'), workDays, 'stretch desk-break'),
      schedule(
        'breathe',
        'breathe',
        'Slow breathing',
        at('11:00', '15:30'),
        everyDay,
        'stretch slow-breathing-6',
      ),
      schedule('finish', 'wind-down', 'End of work', at('17:15'), workDays),
      schedule('relax', 'stress', 'Time to relax', at('20:00'), everyDay, 'stretch stress-wind-down'),
      evening,
      lightsLow,
      schedule('week', 'weekly', 'Look at the week', at('18:00'), ['sun'], 'progress'),
    ],
    sources: ['laborde-2022', 'gollwitzer-2006', 'vambheim-2021', 'sleep-prognosis-2024'],
    judged: true,
  },
  {
    id: 'sore-spots',
    name: 'Sore muscle spots',
    says: 'Breaks every 45 minutes, a reset for the posture, warmth once a day, a quiet end of the day.',
    schedules: [
      deskBreaks,
      weekendBreaks,
      schedule('routine', 'routine', 'Posture reset', at('18:00'), everyDay, 'stretch posture-reset'),
      schedule('warmth', 'heat', 'Warmth', at('19:00'), everyDay, 'recovery remedies'),
      evening,
      schedule('before-sleep', 'wind-down', 'Before sleep', at('21:15'), everyDay, 'stretch pre-sleep'),
    ],
    sources: ['breaks-2018', 'french-2006', 'mps-consensus-2021'],
    judged: true,
  },
  {
    id: 'leg-pain',
    name: 'Pain down the leg',
    says: 'A short walk each hour, no pulls on the leg, a check-in in the evening.',
    schedules: [
      schedule(
        'up',
        'upright',
        'Short walk',
        at('09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00', '18:00', '19:00'),
        everyDay,
        'stretch easy-walk',
      ),
      evening,
    ],
    reviewDay: 14,
    sources: ['dahm-2010', 'konstantinou-2012'],
    judged: true,
  },
];

/** Ends every whole plan, on a day that is worked out. */
export const reviewReminder: Schedule = {
  ...schedule('clinician', 'clinician', 'A look by a clinician', at('10:00'), everyDay, 'recovery visit'),
  says: 'Not clearly better by now? Let a clinician look at it.',
};

type PlanId = 'article' | 'desk-day' | 'first-days' | 'first-week' | 'calm' | 'sore-spots' | 'leg-pain';

/** Which plan when: the next follows on the day after `untilDay`. Tracks that leave out hamstring stretches get none. */
export const trackReminders: readonly { readonly track: TrackId; readonly plans: readonly PlanId[] }[] = [
  { track: 'pulled-muscle', plans: ['first-days', 'first-week', 'desk-day'] },
  { track: 'poor-posture', plans: ['desk-day'] },
  { track: 'chronic-stress', plans: ['calm'] },
  { track: 'tight-hamstrings', plans: ['article'] },
  { track: 'spinal-facet', plans: ['first-days', 'first-week', 'desk-day'] },
  { track: 'spinal-disc', plans: ['first-days', 'first-week', 'desk-day'] },
  { track: 'spinal-nerve', plans: ['leg-pain'] },
  { track: 'myofascial-pain', plans: ['sore-spots'] },
  { track: 'no-clear-pattern', plans: ['first-days', 'first-week', 'desk-day'] },
];

function schedule(
  id: string,
  kind: ReminderKindId,
  name: string,
  when: When,
  days: readonly Weekday[],
  starts?: string,
): Schedule {
  return { id, kind, name, when, days, except: [], lead: 0, ...(starts === undefined ? {} : { starts }) };
}

/** "20:30" and the like as minutes after midnight. */
function at(...times: readonly string[]): Extract<When, { kind: 'at' }> {
  return {
    kind: 'at',
    at: times.map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))),
  };
}
