import type { CapId, ReminderKind, Weekday, Window } from '../reminder-schema.ts';
import type { Sourced } from '../sources.ts';

export const everyDay: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const workDays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
/** 09:00 to 12:30 and 13:30 to 17:30. */
export const workHours: readonly Window[] = [
  { from: 540, until: 750 },
  { from: 810, until: 1050 },
];
/** 07:00 to 21:45, outside the usual quiet hours. */
const wakingHours: readonly Window[] = [{ from: 420, until: 1305 }];

/** 21:45 to 07:00 (judged). */
export const quietHours: readonly Window[] = [{ from: 1305, until: 420 }];

/** Prompts a day at most (judged). An hourly "up" from 08:00 to 20:00 is the plan of the first days. */
export const caps: { readonly [cap in CapId]: number } = { desk: 10, hamstring: 5, upright: 13, other: 5 };

/** What holds for each kind; numbers without a source are judged. */
export const reminderKindRows: readonly Sourced<ReminderKind>[] = [
  {
    id: 'break',
    name: 'Movement break',
    cap: 'desk',
    gentle: true,
    usual: { when: { kind: 'every', minutes: 45, windows: workHours }, days: workDays },
    every: { from: 20, until: 120 },
    starts: 'stretch desk-break',
    minutes: [1, 3],
    sources: ['breaks-2018', 'breaks-rct-2021', 'hse-dse', 'irmak-2012', 'office-app-2019'],
    judged: true,
  },
  {
    id: 'upright',
    name: 'Up for a few minutes',
    cap: 'upright',
    gentle: true,
    usual: { when: { kind: 'every', minutes: 60, windows: [{ from: 420, until: 1201 }] }, days: everyDay },
    every: { from: 30, until: 120 },
    starts: 'stretch easy-walk',
    minutes: [3, 5],
    sources: ['dahm-2010'],
    judged: true,
  },
  {
    id: 'hamstring',
    name: 'Hamstring stretch',
    cap: 'hamstring',
    usual: { when: { kind: 'times', count: 1, windows: wakingHours }, days: everyDay },
    starts: 'stretch hamstring-micro',
    minutes: [1, 2],
    sources: ['seed-article', 'bandy-1997', 'ingram-2025', 'thomas-2018'],
    judged: true,
  },
  {
    id: 'routine',
    name: 'Exercise routine',
    cap: 'other',
    usual: { when: { kind: 'at', at: [1080] }, days: ['mon', 'wed', 'fri'] },
    starts: 'stretch',
    minutes: [6, 15],
    sources: ['lewkowicz-2021'],
    judged: true,
  },
  {
    id: 'walk',
    name: 'Walk',
    cap: 'other',
    usual: { when: { kind: 'at', at: [750] }, days: everyDay },
    starts: 'stretch easy-walk',
    minutes: [10, 30],
    sources: ['walkback-2024'],
    judged: true,
  },
  {
    id: 'breathe',
    name: 'Calm breathing',
    cap: 'desk',
    gentle: true,
    usual: { when: { kind: 'at', at: [1020] }, days: everyDay },
    starts: 'stretch slow-breathing-6',
    minutes: [1, 5],
    sources: ['laborde-2022', 'shao-2024'],
    judged: true,
  },
  {
    id: 'evening',
    name: 'Evening check-in',
    cap: 'other',
    first: true,
    gentle: true,
    usual: { when: { kind: 'at', at: [1230] }, days: everyDay },
    starts: 'log',
    minutes: [1, 2],
    sources: ['selfback-2021'],
    judged: true,
  },
  {
    id: 'weekly',
    name: 'Look at the week',
    cap: 'other',
    first: true,
    gentle: true,
    usual: { when: { kind: 'at', at: [1080] }, days: ['sun'] },
    starts: 'progress',
    minutes: [5, 10],
    sources: ['selfback-2021', 'digital-adherence-2022'],
    judged: true,
  },
  {
    id: 'stress',
    name: 'A step against stress',
    cap: 'other',
    gentle: true,
    usual: { when: { kind: 'at', at: [435] }, days: everyDay },
    minutes: [2, 10],
    sources: ['gollwitzer-2006'],
    judged: true,
  },
  {
    id: 'wind-down',
    name: 'Wind down',
    cap: 'other',
    gentle: true,
    usual: { when: { kind: 'at', at: [1290] }, days: everyDay },
    minutes: [5, 15],
    sources: ['sleep-prognosis-2024'],
    judged: true,
  },
  {
    id: 'recovery',
    name: "Today's plan",
    cap: 'other',
    usual: { when: { kind: 'at', at: [480] }, days: everyDay },
    starts: 'recovery',
    minutes: [2, 5],
    sources: ['argent-2018'],
    judged: true,
  },
  {
    id: 'clinician',
    name: 'Visit to a clinician',
    cap: 'other',
    first: true,
    gentle: true,
    usual: { when: { kind: 'at', at: [600] }, days: ['mon'] },
    starts: 'recovery visit',
    minutes: [2, 5],
    sources: ['greenhalgh-2020-safetynet'],
    judged: true,
  },
  {
    id: 'heat',
    name: 'Warmth',
    cap: 'other',
    gentle: true,
    usual: { when: { kind: 'at', at: [1140] }, days: everyDay },
    starts: 'recovery remedies',
    minutes: [15, 20],
    sources: ['french-2006'],
    judged: true,
  },
  {
    id: 'own',
    name: 'Your own reminder',
    cap: 'other',
    gentle: true,
    usual: { when: { kind: 'times', count: 1, windows: wakingHours }, days: everyDay },
    minutes: [2, 5],
    sources: [],
    judged: true,
  },
];
