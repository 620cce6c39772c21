import type { PlanningFlag } from '../../data/exercise-schema.ts';
import type { Answer, Answers } from '../answers.ts';
import type { Knowledge } from '../knowledge.ts';
import { evaluate, isWithheld, leavesOf } from '../truth.ts';
import { reasonsFor } from './answer-reasons.ts';
import type { RaisedFlag } from './plan.ts';

/** Pain from which on only the calmest exercises are offered. */
export const severePain = 7;
export const severePainFlag = 'pain-severe';
/** Its question is about 48 hours, so an old yes has run out: by the third day in any case. */
const freshInjuryFlag = 'injury-first-48h';
const freshInjuryDays = 3;

/** Answers that were given at one moment. */
export interface DatedAnswers {
  /** By question, or by flag for "Anything I should plan around?". */
  readonly answers: Answers;
  /** Days of the person since then, 0 today. */
  readonly daysSince: number;
  /** The day in words, as it stands in a reason: "Sun 22 Nov". */
  readonly on: string;
}

export interface FlagFacts {
  readonly flags: readonly PlanningFlag[];
  readonly knowledge: Knowledge;
  /** The newest assessment. Any answer may raise a flag; only one that still counts may settle it. */
  readonly assessment?: (DatedAnswers & { readonly isCurrent: boolean }) | undefined;
  /** The saved answers to "Anything I should plan around?". */
  readonly around?: DatedAnswers | undefined;
  /** 0 to 10, as said just now. */
  readonly painNow?: number | undefined;
}

export interface PlanningFlags {
  readonly raised: readonly RaisedFlag[];
  /** Flags that nothing settles yet, page by page, in the order of the table. */
  readonly open: readonly { readonly block: string; readonly flags: readonly string[] }[];
}

/**
 * What to plan around, and what is still to be asked. "Not sure" raises a flag like a yes. A no on the pages never lowers
 * what an assessment raised; what was skipped there stays open.
 */
export function raisedFlags(facts: FlagFacts): PlanningFlags {
  const raised: RaisedFlag[] = [];
  const open = new Map<string, string[]>();
  for (const flag of facts.flags) {
    const because = flag.id === severePainFlag ? severePainReason(facts) : reasonFor(flag, facts);
    if (because !== undefined) raised.push({ flag: flag.id, because });
    else if (flag.block !== undefined && !isSettled(flag, facts))
      open.set(flag.block, [...(open.get(flag.block) ?? []), flag.id]);
  }
  return { raised, open: [...open].map(([block, flags]) => ({ block, flags })) };
}

function reasonFor(flag: PlanningFlag, { assessment, around, knowledge }: FlagFacts): string | undefined {
  if (assessment !== undefined && flag.from !== undefined) {
    const holds = evaluate(flag.from, answersNow(assessment), knowledge) > 0;
    // The reason quotes what was said then, not what has become of it since.
    const reasons = holds ? reasonsFor(flag.from, assessment.answers, knowledge) : [];
    if (reasons.length > 0) return `${[...new Set(reasons)].join(' and ')} (${assessment.on})`;
  }
  const asked = around?.answers[flag.id];
  if (around === undefined || (asked !== 'yes' && asked !== 'unsure')) return undefined;
  if (flag.id === freshInjuryFlag && around.daysSince >= freshInjuryDays) return undefined;
  const said = asked === 'yes' ? 'you said yes to' : 'you were not sure about';
  return `${said} "${flag.label}" (${around.on})`;
}

/** Pain is asked anew before every session; the worst of an assessment speaks for its own day only. */
function severePainReason({ assessment, painNow }: FlagFacts): string | undefined {
  if (painNow !== undefined)
    return painNow >= severePain ? `you said that the pain is ${painNow} of 10 now` : undefined;
  const worst = assessment?.daysSince === 0 ? assessment.answers['pain-worst'] : undefined;
  return typeof worst === 'number' && worst >= severePain
    ? `you said that the worst pain was ${worst} of 10 (${assessment?.on})`
    : undefined;
}

/** The answers with the length of the spell as it is today. */
function answersNow({ answers, daysSince }: DatedAnswers): Answers {
  const { duration } = answers;
  return typeof duration === 'number' ? { ...answers, duration: duration + daysSince } : answers;
}

function isSettled(flag: PlanningFlag, { assessment, around, knowledge }: FlagFacts): boolean {
  if (around?.answers[flag.id] !== undefined && !isWithheld(around.answers[flag.id])) return true;
  if (assessment?.isCurrent !== true || flag.settledBy === undefined) return false;
  return flag.settledBy.every((id) => isKnown(id, assessment.answers, knowledge));
}

/** Answered in plain words, or never asked because plain answers had ruled it out. */
function isKnown(id: string, answers: Answers, knowledge: Knowledge): boolean {
  const answer: Answer | undefined = answers[id];
  if (!isWithheld(answer)) return true;
  const when = knowledge.question(id)?.when;
  return (
    answer === undefined &&
    when !== undefined &&
    leavesOf(when).every((leaf) => isKnown(leaf, answers, knowledge)) &&
    evaluate(when, answers, knowledge) === 0
  );
}
