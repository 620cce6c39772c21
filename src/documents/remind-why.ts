import type { Schedule, Window } from '../data/reminder-schema.ts';
import type { Occurrence } from '../engine/reminders/occurrence.ts';
import type { Held } from '../engine/reminders/occurrence-state.ts';
import type { ReminderPlan } from '../engine/reminders/plan-reminders.ts';
import type { OffsetMinutes } from '../engine/reminders/wall-time.ts';
import { inSentence } from './answer-words.ts';
import type { Row } from './document.ts';
import {
  momentInSentence,
  momentInWords,
  remindCommands,
  scheduleInWords,
  timeOfDay,
  windowsInWords,
} from './remind-words.ts';

/** What is needed to say why the next reminder is when it is. */
export interface WhyView {
  readonly now: number;
  readonly offsetMinutes: OffsetMinutes;
  readonly schedules: readonly Schedule[];
  readonly quiet: readonly Window[];
  readonly plan: Pick<ReminderPlan, 'why' | 'next'>;
}

/** With more of them the rest is a number. */
const mostHeld = 4;

/** Why a time that a schedule names does not come, as the end of a sentence. */
const heldWords: { readonly [because in Held]: string } = {
  'day-off': 'a day off',
  quiet: 'quiet hours',
  'over-cap': 'more than enough for one day',
  paused: 'quiet for now',
  done: 'done already',
  skipped: 'skipped',
  shown: 'shown already',
  snoozed: 'snoozed',
  halved: 'three went unanswered, so half as many today',
  faded: 'you do it without a reminder, so only every second one',
  pain: 'with pain of 7 or more only gentle ones come',
  missed: 'it passed while nobody was there',
};

/** Why the next one comes when it does, or why none does: sentences, the first one the answer. */
export function whyInWords(view: WhyView): readonly string[] {
  const { plan, now, offsetMinutes } = view;
  const { why, next } = plan;
  switch (why.kind) {
    case 'off':
      return [
        why.standing === 'unchecked'
          ? 'They come once your back has been checked. A check holds for 12 weeks.'
          : 'They are off while the advice of your last check stands.',
      ];
    case 'no-schedules':
      return [`None is set. A few good ones in one step: ${remindCommands.defaults}`];
    case 'stress-rests':
      return [stressRestsText];
    case 'paused':
      return [
        why.until === undefined
          ? `Quiet until you say otherwise: ${remindCommands.resume}`
          : why.isLull === true
            ? `Nothing came from you for two weeks, so only one a week comes, from ${momentInSentence(why.until, now, offsetMinutes)}. All again: ${remindCommands.resume}`
            : `Quiet until ${momentInWords(why.until, now, offsetMinutes)}. Sooner: ${remindCommands.resume}`,
        ...nextInWords(next, view),
      ];
    case 'none':
      return [
        `None of them comes within a year: look at their days and times, your days off, and your quiet hours${view.quiet.length === 0 ? '' : ` (${windowsInWords(view.quiet)})`}.`,
      ];
    case 'next':
      return nextInWords(next, view);
  }
}

function nextInWords(next: Occurrence | undefined, { schedules }: WhyView): readonly string[] {
  const schedule = schedules.find(({ id }) => id === next?.schedule);
  if (next === undefined || schedule === undefined) return [];
  const { name, when, lead } = schedule;
  const set = `${name}: ${scheduleInWords(schedule)}.`;
  if (lead > 0) return [set, `It comes ahead of ${timeOfDay(next.slot)}, as you wished.`];
  if (when.kind === 'at') return [set];
  return [set, `It is number ${next.number} of ${next.of} on that day.`];
}

/** Times before the next one that do not come, each with its reason; the newest last. */
export function heldRows(view: WhyView): readonly Row[] {
  const { plan, schedules, now, offsetMinutes, quiet } = view;
  if (plan.why.kind !== 'next') return [];
  const { held } = plan.why;
  const shown = held.slice(0, mostHeld).map(({ occurrence, because }) => {
    const name = schedules.find(({ id }) => id === occurrence.schedule)?.name ?? occurrence.schedule;
    const hours = because === 'quiet' && quiet.length > 0 ? `, ${windowsInWords(quiet)}` : '';
    return {
      label: momentInWords(occurrence.at, now, offsetMinutes),
      text: `${inSentence(name)}: ${heldWords[because]}${hours}`,
    };
  });
  const more = held.length - shown.length;
  return more === 0 ? shown : [...shown, { label: '', text: `and ${more} more` }];
}

/** Said wherever reminders are looked at. */
export const stressRestsText = 'Those against stress rest, as your stress plan does.';
