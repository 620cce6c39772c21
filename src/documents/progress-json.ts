import { notices } from '../data/safety-net.ts';
import { toTenth } from '../engine/log/middle.ts';
import { dateOfPersonDay } from '../engine/log/person-day.ts';
import type { Progress } from '../engine/progress/progress.ts';
import type { Contact } from './contact.ts';
import type { Block } from './document.ts';
import { linesOf } from './document-lines.ts';
import { changeWord } from './progress-words.ts';

export interface ProgressJsonView {
  readonly progress: Progress;
  readonly contact: Contact;
  readonly advice: readonly Block[];
  readonly version: string;
  /** ISO 8601, now. */
  readonly at: string;
}

/** The versioned contract of `progress --json`, schema backcare/progress@1. Days without a value are left out. */
export function progressJson({ progress, contact, advice, version, at }: ProgressJsonView) {
  const { firstDay } = progress;
  return {
    schema: 'backcare/progress@1',
    at,
    tool: `backcare ${version}`,
    notice: notices.limits.text,
    emergency: { number: contact.number, country: contact.countryCode ?? null, text: contact.line },
    advice: linesOf(advice),
    from: dateOfPersonDay(progress.from),
    to: dateOfPersonDay(progress.to),
    recordBegins: firstDay === undefined ? null : dateOfPersonDay(firstDay),
    entries: progress.entries,
    /** How several entries of a day are put together. */
    combined: {
      usual: 'mean',
      worst: 'highest',
      interference: 'mean',
      stress: 'mean',
      sleep: 'last',
      activities: 'mean',
    },
    measures: progress.measures.map(({ id, activity, better, change }) => ({
      id,
      activity: activity ?? null,
      better,
      change: changeWord(change),
      direction: change.direction,
      because: change.because ?? null,
      start: change.start ?? null,
      now: change.now ?? null,
      perWeek: change.perWeek ?? null,
      days: change.days,
    })),
    sleep: progress.sleep,
    practice: { sessions: progress.sessions, minutes: progress.minutes },
    weeks: progress.weeks.map(({ monday, activeDays, planned, sessions, minutes, excusedDays, word }) => ({
      monday: dateOfPersonDay(monday),
      activeDays,
      planned,
      sessions,
      minutes,
      excusedDays,
      word,
    })),
    excused: progress.excused.map(({ why, from, to }) => ({
      why,
      from: dateOfPersonDay(from),
      to: dateOfPersonDay(to),
    })),
    days: progress.days.map(({ day, activities, usual, worst, interference, stress, ...others }) => ({
      date: dateOfPersonDay(day),
      usual: tenth(usual),
      worst: tenth(worst),
      interference: tenth(interference),
      stress: tenth(stress),
      ...others,
      activities: Object.fromEntries([...activities].map(([name, rating]) => [name, toTenth(rating)])),
    })),
  };
}

function tenth(value: number | undefined): number | undefined {
  return value === undefined ? undefined : toTenth(value);
}
