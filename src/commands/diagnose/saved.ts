import type { Context } from '../../context.ts';
import type { Answers } from '../../engine/answers.ts';
import type { Assessment } from '../../engine/assessment.ts';
import { isCarried, stillStands } from '../../engine/assessment-summary.ts';
import { countsWithDropped } from '../../engine/dropped-signs.ts';
import type { Knowledge } from '../../engine/knowledge.ts';
import type { AssessmentSummary } from '../../engine/permissions.ts';
import { RecordError } from '../../errors.ts';

/** What of an assessment is kept. */
export type Keep = 'all' | 'without-private' | 'nothing';

/** "Have you been seen about this?", asked wherever grave advice stands: its name for a script, and its answers. */
export const sinceId = 'since-last';
export const sinceAsk = 'Have you been seen about this?';
export const sinceLabels = {
  seen: 'Yes',
  'not-yet': 'Not yet',
  mistake: 'It was ticked by mistake',
} as const;

/** Kind of the event in the record. */
export const assessmentKind = 'assessment';

/** Sensitive questions that were answered with anything but no. */
export function privateAnswers(answers: Answers, knowledge: Knowledge): readonly string[] {
  return knowledge.questions
    .filter((question) => question.sensitive === true)
    .filter((question) => ![undefined, 'no', 'skipped'].includes(answers[question.id] as string | undefined))
    .map((question) => question.id);
}

/** Emergency for thoughts of self-harm and nothing else: breathing, walking and lying comfortably stay open (E9). */
export function isOnlySelfHarm({ triage }: Assessment): boolean {
  const emergencies = triage.fired.filter(({ urgency }) => urgency === 'emergency');
  return (
    emergencies.length > 0 &&
    emergencies.every(({ because }) => because.every(({ finding }) => finding === 'rf-self-harm'))
  );
}

function hasUrgentRule({ triage }: Assessment): boolean {
  return triage.fired.some(({ urgency }) => urgency === 'urgent');
}

/** What is known beside the answers. */
export interface SavedDetails {
  readonly tool: string;
  /** What happened since grave advice. */
  readonly since?: string | undefined;
  /** Id of the event that this one stands for: an edit before the result was left. */
  readonly corrects?: string | undefined;
  /** Where the person stood before. */
  readonly earlier?: AssessmentSummary | undefined;
  /**
   * Answers in the record that this one was worked out from without an interview: then it is never finished, whatever
   * they say, and a private answer among them stays.
   */
  readonly basis?: Answers | undefined;
}

/** Body of the event. Without private answers the level stays, and neither they nor the rules they fired are kept. */
export function savedBody(
  assessment: Assessment,
  knowledge: Knowledge,
  keep: Exclude<Keep, 'nothing'>,
  { tool, since, corrects, earlier, basis }: SavedDetails,
) {
  const sensitive = new Set(
    knowledge.questions.filter((question) => question.sensitive === true).map((question) => question.id),
  );
  const { answers, triage } = assessment;
  const hidden = (id: string) =>
    keep === 'without-private' && sensitive.has(id) && (basis === undefined || answers[id] !== basis[id]);
  const { urgency } = triage;
  const complete = triage.complete && basis === undefined && !leavesOpen(assessment, earlier, since);
  const counts = countsWithDropped(answers, hidden, knowledge);
  return {
    tool,
    ruleSet: knowledge.ruleSet,
    urgency,
    complete,
    // Does not tell why, so it stays when private answers go.
    ...(isOnlySelfHarm(assessment) ? { comfortOpen: true } : {}),
    ...(isOnlySelfHarm(assessment) && hasUrgentRule(assessment) ? { urgentToo: true } : {}),
    ...(isCarried(earlier, { complete }) ? { standing: standingBody(earlier) } : {}),
    ...(since === undefined ? {} : { since }),
    ...(corrects === undefined ? {} : { corrects }),
    ...(keep === 'without-private' ? { privateAnswersDropped: true } : {}),
    ...(counts.length === 0 ? {} : { countsWithDropped: counts }),
    answers: Object.fromEntries(
      Object.entries(answers).flatMap(([id, answer]) => {
        const kept = hidden(id) ? basis?.[id] : answer;
        // What was no before, and is not now, is neither.
        return kept === undefined || (hidden(id) && kept === 'no') ? [] : [[id, kept]];
      }),
    ),
    rules: triage.fired
      .filter(({ because }) => !because.some(({ finding }) => hidden(finding)))
      .map(({ rule, urgency: level }) => ({ id: rule.id, urgency: level })),
    patterns: assessment.fitting.map(({ pattern, fit }) => ({ id: pattern.id, fit })),
    subtypes: assessment.subtypes.map(({ id }) => id),
    consider: assessment.considerations.map(({ id }) => id),
  };
}

/**
 * Graver advice is taken back only by who was asked what happened since (E9), and "not yet" takes nothing back. Thoughts of self-harm end an interview early,
 * before the signs of the body were asked: advice about those stands, unless the person said that it was looked at.
 */
export function leavesOpen(
  assessment: Assessment,
  earlier: AssessmentSummary | undefined,
  since: string | undefined,
): boolean {
  const { urgency } = assessment.triage;
  const isOpen = since === undefined || since === 'not-yet';
  if (isOpen && stillStands(earlier, { urgency, complete: false })) return true;
  const isOfTheBody = earlier !== undefined && earlier.onlySelfHarm !== true;
  return isOfTheBody && isOnlySelfHarm(assessment) && since !== 'seen' && since !== 'mistake';
}

/** Earlier advice that is graver than the result, and that the result does not take back. Undefined when there is none. */
export function standsOver(
  assessment: Assessment,
  earlier: AssessmentSummary | undefined,
  since: string | undefined,
): AssessmentSummary | undefined {
  const { urgency, complete } = assessment.triage;
  const isFinished = complete && !leavesOpen(assessment, earlier, since);
  return stillStands(earlier, { urgency, complete: isFinished }) ? earlier : undefined;
}

/** Earlier grave advice as a newer assessment that was not finished carries it along. */
export function standingBody({ urgency, at, onlySelfHarm, helpLine, urgentToo }: AssessmentSummary) {
  return {
    urgency,
    at,
    ...(onlySelfHarm === true ? { comfortOpen: true } : {}),
    ...(helpLine === true ? { helpLine } : {}),
    ...(urgentToo === true ? { urgentToo } : {}),
  };
}

/** The id of what was kept, or why it could not be. Neither when nothing was to be kept. */
export interface Saved {
  readonly id?: string;
  readonly failure?: RecordError;
}

/** Appends the assessment. Returns the failure instead of throwing: the answer matters more than the record. */
export async function save(ctx: Context, body: ReturnType<typeof savedBody>): Promise<Saved> {
  return append(ctx, assessmentKind, body);
}

/** Takes an assessment of this run back: it was corrected before it was left, and the correction is not to be kept. */
export async function takeBack(ctx: Context, id: string): Promise<Saved> {
  const { failure } = await append(ctx, 'undo', { undoes: id });
  return failure === undefined ? {} : { failure };
}

async function append(ctx: Context, kind: string, body: unknown): Promise<Saved> {
  try {
    const { id } = await (await ctx.record()).append(kind, body);
    return { id };
  } catch (error) {
    if (error instanceof RecordError) return { failure: error };
    throw error;
  }
}
