import type { Urgency } from '../data/schema.ts';
import type { Answers } from './answers.ts';
import type { Knowledge } from './knowledge.ts';
import type { AssessmentSummary } from './permissions.ts';
import { urgencyRank } from './urgency.ts';

/** The part of an event of the record that is read here. */
export interface SavedAssessment {
  /** ISO 8601, when it was saved. */
  readonly at: string;
  readonly body: unknown;
}

const levels: { readonly [level in Urgency]: true } = {
  'self-care': true,
  routine: true,
  urgent: true,
  emergency: true,
};

/**
 * What a saved assessment says about where a person stands. Any body is borne, since another version may have written
 * it; one without a level that we know says nothing, and gives undefined.
 */
export function summaryOf(event: SavedAssessment | undefined): AssessmentSummary | undefined {
  if (event === undefined || !isObject(event.body)) return undefined;
  const own = ownSummary(event.body, event.at);
  if (own === undefined || !isObject(event.body.standing)) return own;
  return standingWith(ownSummary(event.body.standing, event.at), own);
}

/**
 * Whether grave advice goes on beside a newer assessment: one that was not finished takes nothing back (E9). It is
 * carried along in the body of the newer one, as `standing`, so that reading stays one look at one event.
 */
export function isCarried(
  earlier: AssessmentSummary | undefined,
  newer: Pick<AssessmentSummary, 'complete'>,
): earlier is AssessmentSummary {
  return earlier !== undefined && !newer.complete && urgencyRank(earlier.urgency) >= urgencyRank('urgent');
}

/** Whether it is graver than the newer assessment, and so is what is said. */
export function stillStands(
  earlier: AssessmentSummary | undefined,
  newer: Pick<AssessmentSummary, 'urgency' | 'complete'>,
): earlier is AssessmentSummary {
  return isCarried(earlier, newer) && urgencyRank(newer.urgency) < urgencyRank(earlier.urgency);
}

/** Both together: the graver level; of two emergencies all that either closes; and the crisis text when either has it. */
function standingWith(earlier: AssessmentSummary | undefined, newer: AssessmentSummary): AssessmentSummary {
  if (!isCarried(earlier, newer)) return newer;
  const isEqual = earlier.urgency === newer.urgency;
  const {
    onlySelfHarm,
    helpLine: _,
    urgentToo: __,
    ...graver
  } = stillStands(earlier, newer) ? earlier : newer;
  const isOnly = onlySelfHarm === true && (!isEqual || earlier.onlySelfHarm === true);
  const hasCrisis = [earlier, newer].some((each) => each.onlySelfHarm === true || each.helpLine === true);
  const isUrgentToo = [earlier, newer].some((each) => each.urgency === 'urgent' || each.urgentToo === true);
  return {
    ...graver,
    complete: false,
    ...(isOnly && isUrgentToo ? { urgentToo: true } : {}),
    ...(isOnly ? { onlySelfHarm: true } : hasCrisis ? { helpLine: true } : {}),
  };
}

function ownSummary(
  {
    urgency,
    complete,
    at,
    onlySelfHarm,
    comfortOpen,
    helpLine,
    urgentToo,
  }: { readonly [key: string]: unknown },
  savedAt: string,
): AssessmentSummary | undefined {
  if (typeof urgency !== 'string' || !Object.hasOwn(levels, urgency)) return undefined;
  return {
    at: instantOf(at) ?? instantOf(savedAt) ?? 0,
    urgency: urgency as Urgency,
    complete: complete === true,
    // Written as `comfortOpen`, which does not tell why.
    ...(onlySelfHarm === true || comfortOpen === true ? { onlySelfHarm: true } : {}),
    ...(helpLine === true ? { helpLine: true } : {}),
    ...(urgentToo === true ? { urgentToo: true } : {}),
  };
}

function instantOf(value: unknown): number | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : value;
  return typeof at === 'number' && Number.isFinite(at) ? at : undefined;
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How the last week went is not known longer than that. */
const trendDays = 7;

/** Answers of so many days ago as they are today; of those that no longer count, what is so for years. */
export function agedAnswers(
  base: Answers,
  {
    days,
    isCurrent,
    knowledge,
  }: {
    readonly days: number;
    readonly isCurrent: boolean;
    readonly knowledge: Knowledge;
  },
): Answers {
  // Age, illnesses, medicines.
  const stays = (id: string) => knowledge.question(id)?.screen === 'screen-about-you';
  const { duration, trend, ...others } = isCurrent
    ? base
    : Object.fromEntries(Object.entries(base).filter(([id]) => stays(id)));
  return {
    ...others,
    ...(duration === undefined
      ? {}
      : { duration: typeof duration === 'number' ? duration + days : duration }),
    ...(trend === undefined || days >= trendDays ? {} : { trend }),
  };
}
