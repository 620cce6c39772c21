import type { Helped, RecoveryHistory } from './recovery-events.ts';

/** One remedy that the person tried, over all the times they said so. */
export interface TriedRemedy {
  readonly remedy: string;
  /** Days on which it was noted. */
  readonly days: number;
  /** The last of them; see `person-day.ts`. */
  readonly last: number;
  /** What was said last of whether it helped; undefined when nothing was. */
  readonly helped: Helped | undefined;
  /** The newest note, in the person's own words. */
  readonly note: string | undefined;
}

/** What was tried, the newest first. */
export function triedRemedies({ remedies }: Pick<RecoveryHistory, 'remedies'>): readonly TriedRemedy[] {
  const newestFirst = [...remedies].reverse();
  const ids = [...new Set(newestFirst.map(({ remedy }) => remedy))];
  return ids.map((remedy) => {
    const times = newestFirst.filter((each) => each.remedy === remedy);
    return {
      remedy,
      days: new Set(times.map(({ day }) => day)).size,
      last: Math.max(...times.map(({ day }) => day)),
      helped: times.find(({ helped }) => helped !== undefined)?.helped,
      note: times.find(({ note }) => note !== undefined)?.note,
    };
  });
}
