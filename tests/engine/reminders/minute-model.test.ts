import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Schedule, Window } from '../../../src/data/reminder-schema.ts';
import { occurrencesBetween } from '../../../src/engine/reminders/occurrences.ts';
import { lives, uncapped } from './arbitraries.ts';

const minute = 60_000;
const day = 1440;

/** Minutes of the day from the first up to the last of a window, on foot. */
function minutesOf({ from, until }: Window): readonly number[] {
  const walked: number[] = [];
  for (let each = from; each !== until; each = (each + 1) % day) walked.push(each);
  return walked;
}

/** How many minutes after midnight of its day each slot lies: a window over midnight goes on past 1440. */
function slotsOf({ when }: Schedule): readonly number[] {
  if (when.kind === 'at') return when.at;
  if (when.kind === 'times') return [];
  return when.windows.flatMap((window) =>
    minutesOf(window).flatMap((_, passed) =>
      passed > 0 && passed % when.minutes === 0 ? [window.from + passed] : [],
    ),
  );
}

it('what comes is what a walk through every minute finds, for any schedule on a clock that nobody changes', () => {
  fc.assert(
    fc.property(lives(3), ({ from, to, history: { schedules, settings } }) => {
      const counted = schedules.filter(({ when }) => when.kind !== 'times');
      const quiet = new Set((settings.quiet ?? []).flatMap(minutesOf));
      const isOff = (date: string, { except }: Schedule) =>
        [...except, ...settings.daysOff].some((range) => range.from <= date && date <= range.until);
      const found: string[] = [];
      const firstDay = Math.floor(from / minute / day) - 2;
      const lastDay = Math.floor(to / minute / day) + 2;
      for (let each = firstDay; each <= lastDay; each += 1) {
        const midnight = new Date(each * day * minute);
        const weekday = midnight.toUTCString().slice(0, 3).toLowerCase();
        for (const schedule of counted) {
          if (!schedule.days.some((name) => name === weekday)) continue;
          if (isOff(midnight.toISOString().slice(0, 10), schedule)) continue;
          for (const slot of slotsOf(schedule)) {
            const at = each * day + slot - schedule.lead;
            if (at * minute < from || at * minute >= to || quiet.has(((at % day) + day) % day)) continue;
            const name = new Date((each * day + slot) * minute).toISOString().slice(0, 16);
            found.push(`${schedule.id}/${name}`);
          }
        }
      }
      const asked = occurrencesBetween({
        schedules: counted,
        settings,
        tables: uncapped,
        from,
        to,
        offsetMinutes: () => 0,
      });
      expect(asked.map(({ id }) => id).sort()).toEqual(found.sort());
    }),
    { numRuns: 500 },
  );
});
