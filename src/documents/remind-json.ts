import type { Schedule } from '../data/reminder-schema.ts';
import { notices } from '../data/safety-net.ts';
import { instantWithOffset } from '../engine/instant.ts';
import type { Standing } from '../engine/permissions.ts';
import type { Contact } from './contact.ts';
import type { Block } from './document.ts';
import { linesOf } from './document-lines.ts';
import { occurrenceJson, quietUntil, stateOf } from './remind-next.ts';
import type { RemindView } from './remind-view.ts';
import { whyInWords } from './remind-why.ts';
import { scheduleInWords, timeOfDay } from './remind-words.ts';

export interface RemindJsonView extends RemindView {
  readonly contact: Contact;
  readonly version: string;
  readonly standing: Standing;
  /** What is said first, such as the advice of a check. */
  readonly before: readonly Block[];
}

/** The versioned contract of `remind --json`, schema backcare/reminders@1. */
export function remindJson(view: RemindJsonView) {
  const { contact, version, now, offsetMinutes, standing, before, schedules, plan, quiet, today } = view;
  return {
    schema: 'backcare/reminders@1',
    at: instantWithOffset(now, offsetMinutes(now)),
    tool: `backcare ${version}`,
    notice: notices.limits.text,
    emergency: { number: contact.number, country: contact.countryCode ?? null, text: contact.line },
    standing,
    allowed: standing === 'cleared',
    advice: linesOf(before),
    state: stateOf(view),
    because: whyInWords(view),
    due: plan.due.map(({ occurrence }) => occurrenceJson(occurrence, view)),
    next: plan.next === undefined ? null : occurrenceJson(plan.next, view),
    quietUntil: quietUntil(view),
    quiet: quiet.map(windowJson),
    today,
    schedules: schedules.map(scheduleJson),
    asks: plan.asks.map(({ schedule, ask }) => ({ schedule, ask })),
  };
}

export function scheduleJson(schedule: Schedule) {
  const { id, kind, name, starts, says, cue, when, on, days, except, lead } = schedule;
  return {
    id,
    kind,
    name,
    starts: starts === undefined ? null : `backcare ${starts}`,
    says: says ?? null,
    cue: cue ?? null,
    every: when.kind === 'every' ? when.minutes : null,
    times: when.kind === 'times' ? when.count : null,
    at: when.kind === 'at' ? when.at.map(timeOfDay) : [],
    between: when.kind === 'at' ? [] : when.windows.map(windowJson),
    on: on ?? null,
    days,
    except: except.map(({ from, until }) => ({ from, until })),
    lead,
    inWords: scheduleInWords(schedule),
  };
}

function windowJson({ from, until }: { readonly from: number; readonly until: number }) {
  return { from: timeOfDay(from), until: timeOfDay(until) };
}
