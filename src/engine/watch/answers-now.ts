import type { Answer, Answers } from '../answers.ts';
import { agedAnswers } from '../assessment-summary.ts';
import type { Knowledge } from '../knowledge.ts';
import type { SavedEntry } from '../log/saved-entry.ts';

export interface AnswersNowView {
  readonly knowledge: Knowledge;
  /** Answers of the newest assessment. */
  readonly base: Answers;
  /** Days of the person since then. */
  readonly daysSince: number;
  /** The assessment still speaks for today; else only facts about the person are taken from it. */
  readonly isCurrent: boolean;
  readonly entry: SavedEntry;
  /** Everything that was noted for the day of the entry, itself among it: a day may be told in parts. */
  readonly sameDay: readonly SavedEntry[];
  /** How the last week went, where entries tell. */
  readonly trend: 'better' | 'same' | 'worse' | undefined;
  /** Danger signs answered just now, and those that were named with entries since the assessment. */
  readonly signs: Answers;
}

/** From here on interference means that plain daily tasks cannot be done. */
const cannotManage = 7;
const veryBad = 8;

/** The answers of the newest assessment as they would be given today: what an entry and the calendar changed. */
export function answersNow(view: AnswersNowView): Answers {
  const { base, daysSince, entry, sameDay, trend, signs, isCurrent } = view;
  const kept = agedAnswers(base, { days: daysSince, isCurrent, knowledge: view.knowledge });
  const worst = highest(sameDay.flatMap((each) => each.worst ?? each.usual ?? []));
  const interference = highest(sameDay.flatMap((each) => each.interference ?? []));
  return {
    ...kept,
    ...given('trend', trend),
    ...given('pain-worst', worst),
    ...given('pain-average', entry.usual),
    ...given('activity-limit', entry.interference),
    ...given('stress-level', entry.stress),
    ...given('sleep', entry.sleep),
    ...placesNow(kept, entry),
    ...(worst !== undefined && worst >= veryBad && (interference ?? 0) >= cannotManage
      ? { 'basic-tasks': 'yes' }
      : {}),
    // What was a yes stays one.
    ...Object.fromEntries(Object.entries(signs).filter(([id]) => kept[id] !== 'yes')),
  };
}

/** A new place comes to those that are known: nothing that was said is taken back by not saying it again. */
function placesNow(base: Answers, { where = [] }: SavedEntry): Answers {
  if (where.length === 0) return {};
  const leg = where.includes('below-knee')
    ? { 'leg-symptoms': union(base['leg-symptoms'], ['pain-below-knee']) }
    : {};
  return { 'pain-site': union(base['pain-site'], where), ...leg };
}

function union(before: Answer | undefined, more: readonly string[]): readonly string[] {
  const known: readonly string[] = Array.isArray(before) ? before.filter((id) => id !== 'none') : [];
  return [...known, ...more.filter((id) => !known.includes(id))];
}

function highest(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values);
}

function given(id: string, answer: Answer | undefined): Answers {
  return answer === undefined ? {} : { [id]: answer };
}
