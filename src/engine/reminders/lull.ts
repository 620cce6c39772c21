import type { ReminderHistory } from './reminder-history.ts';

const day = 24 * 60 * 60_000;
/** After so long without a sign of the person only one a week comes (judged). */
const silence = 14 * day;
/** On so many days of them something must have been shown: a holiday is no silence (judged). */
const fewestDays = 5;
const week = 7 * day;

type Signs = Pick<ReminderHistory, 'lull' | 'lastSign' | 'marks'>;

/** Only one a week comes, until the person does anything at all. */
export function isLull({ lull, lastSign }: Pick<Signs, 'lull' | 'lastSign'>): boolean {
  return lull !== undefined && lull > lastSign;
}

/** For two weeks prompts were shown, and nothing was answered or done. */
export function isLullDue(signs: Signs, now: number): boolean {
  if (isLull(signs) || now - signs.lastSign < silence) return false;
  const shown = shownSince(signs, signs.lastSign);
  const days = new Set(shown.filter((at) => at > now - silence).map((at) => Math.floor(at / day)));
  return days.size >= fewestDays && Math.min(...shown) <= now - silence;
}

/** The quiet after the newest of those that come once a week. */
export function lullPauses(signs: Signs): ReminderHistory['pauses'] {
  if (!isLull(signs)) return [];
  const from = Math.max(...shownSince(signs, signs.lull ?? 0));
  return Number.isFinite(from) ? [{ from, until: from + week }] : [];
}

function shownSince({ marks }: Signs, since: number): readonly number[] {
  return [...marks.values()].flatMap(({ shown }) => shown.filter((at) => at >= since));
}
