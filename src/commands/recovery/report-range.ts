import type { Context } from '../../context.ts';
import { readTime } from '../../engine/log/read-time.ts';
import { InputError } from '../../errors.ts';

/** First and last day of the person, both included. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** Twelve weeks, unless something else is asked for. */
const usualDays = 84;

/**
 * The days that `--from` and `--to` name.
 *
 * @param dayOf day of the person at an instant
 * @throws InputError for a time that is none, or an end before its beginning
 */
export function reportRange(
  { from, to }: { readonly from?: string; readonly to?: string },
  { clock }: Context,
  dayOf: (at: number) => number,
): DayRange {
  const read = (flag: string, text: string): number => {
    const time = readTime(text, { now: clock.now(), offsetMinutes: (at) => clock.offsetMinutes(at) });
    if (time.kind === 'time') return dayOf(time.at);
    throw new InputError(`${flag} cannot be ${JSON.stringify(text)}.`, {
      reason: time.kind === 'future' ? 'That is still to come.' : 'It is a day.',
      next: `For example: ${flag} 2026-10-01`,
    });
  };
  const last = to === undefined ? dayOf(clock.now()) : read('--to', to);
  const first = from === undefined ? last - usualDays + 1 : read('--from', from);
  if (first > last)
    throw new InputError('--from lies after --to.', {
      next: 'For example: --from 2026-10-01 --to 2026-11-01',
    });
  return { from: first, to: last };
}
