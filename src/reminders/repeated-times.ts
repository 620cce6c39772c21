/** Minutes since 1970 on a clock that knows no zone. */
export type LocalMinute = number;

/** Moments at one time of day: each week on these days, but for some dates. */
export interface RepeatedTime {
  readonly first: LocalMinute;
  readonly last: LocalMinute;
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  readonly except: readonly LocalMinute[];
}

const dayMinutes = 1440;
/** Fewer are told one by one. */
const fewest = 3;

/**
 * The same moments as rules that a calendar can keep, one for each time of day, and what no rule covers. Together they are
 * exactly the moments given, each once.
 */
export function asRepeated(times: readonly LocalMinute[]): {
  readonly repeated: readonly RepeatedTime[];
  readonly single: readonly LocalMinute[];
} {
  const ofDay = new Map<number, LocalMinute[]>();
  for (const time of [...new Set(times)].sort((one, other) => one - other)) {
    const minute = time % dayMinutes;
    ofDay.set(minute, [...(ofDay.get(minute) ?? []), time]);
  }
  const parts = [...ofDay.values()].map(ofOneTime);
  return {
    repeated: parts.flatMap(({ rule }) => (rule === undefined ? [] : [rule])),
    single: parts.flatMap(({ rest }) => rest).sort((one, other) => one - other),
  };
}

/** @param times all at one time of day, in order */
function ofOneTime(times: readonly LocalMinute[]): {
  readonly rule: RepeatedTime | undefined;
  readonly rest: readonly LocalMinute[];
} {
  const weekdays = [0, 1, 2, 3, 4, 5, 6].filter((day) =>
    isRegular(times.filter((time) => weekday(time) === day)),
  );
  const covered = times.filter((time) => weekdays.includes(weekday(time)));
  const [first] = covered;
  const last = covered.at(-1);
  if (first === undefined || last === undefined) return { rule: undefined, rest: times };
  const present = new Set(covered);
  const except: LocalMinute[] = [];
  for (let time = first; time <= last; time += dayMinutes) {
    if (weekdays.includes(weekday(time)) && !present.has(time)) except.push(time);
  }
  const rest = times.filter((time) => !weekdays.includes(weekday(time)));
  return { rule: { first, last, weekdays, except }, rest };
}

/** Whether more than half of the weeks have it. */
function isRegular(times: readonly LocalMinute[]): boolean {
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined || times.length < fewest) return false;
  const weeks = (last - first) / (7 * dayMinutes) + 1;
  return times.length * 2 > weeks;
}

export function weekday(time: LocalMinute): number {
  // The first day of 1970 was a Thursday.
  return (((Math.floor(time / dayMinutes) + 4) % 7) + 7) % 7;
}
