import type { StressorId } from '../../data/stress-schema.ts';
import { isStressor, type Weight } from './evaluation.ts';
import type { StressorsThen } from './saved-parts.ts';

/** What a person said of themselves at two times; nothing of it says why. */
export interface ThenAndNow {
  /** Days between. */
  readonly days: number;
  /** The three that weighed most then, heaviest first; `now` left out: not ticked any more. Empty: not weighed again. */
  readonly stressors: readonly {
    readonly stressor: StressorId;
    readonly was: Weight;
    readonly now?: Weight;
  }[];
  /** 0 to 10. */
  readonly stress?: { readonly was: number; readonly now: number };
}

interface Said {
  readonly stressors: StressorsThen;
  readonly stress?: number;
}

/** Sooner than this in days, little can have changed. */
const month = 28;
const mostShown = 3;

/** Undefined before a month has passed, and where there is nothing to compare. */
export function thenAndNow(
  was: Said & { readonly began: number },
  now: Said,
  today: number,
): ThenAndNow | undefined {
  const days = today - was.began;
  const isWeighedAgain = Object.keys(now.stressors).length > 0;
  const stressors = Object.entries(was.stressors)
    .flatMap(([id, then]) =>
      isStressor(id) ? [{ stressor: id, was: then.weight, now: now.stressors[id]?.weight }] : [],
    )
    .sort((one, other) => other.was - one.was)
    .slice(0, isWeighedAgain ? mostShown : 0)
    .map(({ now: weight, ...before }) => ({ ...before, ...(weight === undefined ? {} : { now: weight }) }));
  const stress =
    was.stress === undefined || now.stress === undefined ? undefined : { was: was.stress, now: now.stress };
  if (days < month || (stressors.length === 0 && stress === undefined)) return undefined;
  return { days, stressors, ...(stress === undefined ? {} : { stress }) };
}
