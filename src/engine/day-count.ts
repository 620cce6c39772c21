const hour = 60 * 60 * 1000;

/** A day of a clock that nobody sets, in milliseconds. Days of a person are counted by `daysBetween`. */
export const dayMilliseconds = 24 * hour;

/** A moment, with the minutes east of Greenwich that held then. */
export interface LocalMoment {
  readonly at: number;
  readonly offsetMinutes: number;
}

/**
 * How many of the person's days lie between two moments: 0 within one day, never below. A day begins at `dayStart`
 * o'clock, so what was done at one in the morning still belongs to the evening before.
 */
export function daysBetween(from: LocalMoment, to: LocalMoment, dayStart: number): number {
  const dayOf = ({ at, offsetMinutes }: LocalMoment): number =>
    Math.floor((at + (offsetMinutes / 60 - dayStart) * hour) / dayMilliseconds);
  return Math.max(0, dayOf(to) - dayOf(from));
}
