import { instantWithOffset } from '../engine/instant.ts';
import type { Occurrence } from '../engine/reminders/occurrence.ts';
import { inSentence } from './answer-words.ts';
import type { RemindView } from './remind-view.ts';
import { joined, momentInWords } from './remind-words.ts';

/** One short line, for a status line or a script: "14:30 desk break", "now: desk break". */
export function nextLine(view: RemindView): string {
  const { plan, now, offsetMinutes } = view;
  const { due, next, why } = plan;
  if (why.kind === 'off')
    return why.standing === 'unchecked' ? 'reminders off: backcare diagnose' : 'reminders off: backcare';
  if (due.length > 0) return `now: ${joined(due.map(({ schedule }) => inSentence(schedule.name)))}`;
  if (why.kind === 'paused')
    return why.until === undefined ? 'quiet' : `quiet until ${momentInWords(why.until, now, offsetMinutes)}`;
  if (next === undefined) return why.kind === 'no-schedules' ? 'no reminder set' : 'no reminder';
  return `${momentInWords(next.at, now, offsetMinutes)} ${nameOf(next, view)}`;
}

function nameOf({ schedule }: Occurrence, { schedules }: RemindView): string {
  return inSentence(schedules.find(({ id }) => id === schedule)?.name ?? schedule);
}

/** The versioned contract of `remind next --json`, schema backcare/reminder-next@1. */
export function nextJson(view: RemindView, version: string) {
  const { plan, now, offsetMinutes } = view;
  return {
    schema: 'backcare/reminder-next@1',
    at: instantWithOffset(now, offsetMinutes(now)),
    tool: `backcare ${version}`,
    state: stateOf(view),
    due: plan.due.map(({ occurrence }) => occurrenceJson(occurrence, view)),
    next: plan.next === undefined ? null : occurrenceJson(plan.next, view),
    quietUntil: quietUntil(view),
  };
}

/** In one word: what stands in the way, or that something is due. */
export function stateOf({ plan }: RemindView): 'due' | 'waiting' | 'off' | 'none-set' | 'paused' | 'none' {
  if (plan.due.length > 0) return 'due';
  switch (plan.why.kind) {
    case 'off':
    case 'paused':
    case 'none':
      return plan.why.kind;
    case 'stress-rests':
      return 'paused';
    case 'no-schedules':
      return 'none-set';
    case 'next':
      return 'waiting';
  }
}

export function quietUntil({ plan, offsetMinutes }: RemindView): string | null {
  const { why } = plan;
  return why.kind === 'paused' && why.until !== undefined
    ? instantWithOffset(why.until, offsetMinutes(why.until))
    : null;
}

export function occurrenceJson(occurrence: Occurrence, view: RemindView) {
  const { offsetMinutes, schedules } = view;
  const { id, schedule, at, until, number, of } = occurrence;
  const set = schedules.find((each) => each.id === schedule);
  return {
    id,
    schedule,
    name: set?.name ?? schedule,
    at: instantWithOffset(at, offsetMinutes(at)),
    until: instantWithOffset(until, offsetMinutes(until)),
    number,
    of,
    starts: set?.starts === undefined ? null : `backcare ${set.starts}`,
  };
}
