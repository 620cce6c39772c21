import { reminderTables } from '../../data/reminder-tables.ts';
import { upcomingReminders } from '../../engine/reminders/upcoming-reminders.ts';
import type { PromptLine } from '../../reminder-delivery.ts';
import type { KeptReminders } from './kept-reminders.ts';
import { noticeId } from './notice-id.ts';
import { lineOf, noticeOf } from './notice-words.ts';

const minute = 60_000;
/** So far ahead a shell can go on without anybody looking after the reminders. */
const ahead = 48 * 60 * minute;
/** Where something looks after them each minute, the better ways have so long before a shell shows one itself. */
const headStart = 2 * minute;
const tickIsFresh = 5 * minute;

/**
 * What may be shown before a prompt from now on: what is due and found no other way, and what will come.
 *
 * @param lastTick when they were last looked after, milliseconds since 1970
 */
export function promptLines(kept: KeptReminders, lastTick: number | undefined): readonly PromptLine[] {
  const { plan, planInput, now, offsetMinutes } = kept;
  const { history, circumstances } = planInput;
  if (plan.why.kind === 'off' || plan.why.kind === 'no-schedules') return [];
  const isLookedAfter = lastTick !== undefined && now - lastTick < tickIsFresh;
  const coming = upcomingReminders(
    {
      history,
      tables: reminderTables,
      circumstances,
      // Times are exact to the minute, and so is what is looked through for them.
      now: Math.floor(now / minute) * minute,
      offsetMinutes,
    },
    now + ahead,
  );
  const open = plan.due.length === 0 ? [] : [openLine(kept)];
  return [
    ...open,
    ...coming.flatMap(({ at, due, text }): readonly PromptLine[] => {
      const from = at + (isLookedAfter ? headStart : 0);
      const until = endOf(due);
      const id = due.length === 0 ? '' : noticeId(due, history.marks);
      const isOpen = open.some((line) => line.id === id);
      if (id === '' || isOpen || until <= from) return [];
      return [{ id, occurrences: idsOf(due), from, until, line: lineOf(due, text.text, history) }];
    }),
  ];
}

function openLine(kept: KeptReminders): PromptLine {
  const { due } = kept.plan;
  const { notice } = noticeOf(due, kept);
  return { id: notice.id, occurrences: idsOf(due), from: kept.now, until: endOf(due), line: notice.line };
}

function idsOf(due: KeptReminders['plan']['due']): readonly string[] {
  return due.map(({ occurrence }) => occurrence.id);
}

function endOf(due: KeptReminders['plan']['due']): number {
  return Math.min(...due.map(({ occurrence }) => occurrence.until));
}
