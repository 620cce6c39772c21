import type { Context } from '../../context.ts';
import type { Answers } from '../../engine/answers.ts';
import type { Assessment } from '../../engine/assessment.ts';
import type { Knowledge } from '../../engine/knowledge.ts';
import { RecordError } from '../../errors.ts';

/** What of an assessment is kept. */
export type Keep = 'all' | 'without-private' | 'nothing';

/** Kind of the event in the record. */
export const assessmentKind = 'assessment';

/** Sensitive questions that were answered with anything but no. */
export function privateAnswers(answers: Answers, knowledge: Knowledge): readonly string[] {
  return knowledge.questions
    .filter((question) => question.sensitive === true)
    .filter((question) => ![undefined, 'no', 'skipped'].includes(answers[question.id] as string | undefined))
    .map((question) => question.id);
}

/** Body of the event. Without private answers the level stays, and neither they nor the rules they fired are kept. */
export function savedBody(
  assessment: Assessment,
  knowledge: Knowledge,
  keep: Exclude<Keep, 'nothing'>,
  details: { readonly tool: string; readonly since?: string },
) {
  const sensitive = new Set(
    knowledge.questions.filter((question) => question.sensitive === true).map((question) => question.id),
  );
  const hidden = (id: string) => keep === 'without-private' && sensitive.has(id);
  const emergencies = assessment.triage.fired.filter(({ urgency }) => urgency === 'emergency');
  const onlySelfHarm =
    emergencies.length > 0 &&
    emergencies.every(({ because }) => because.every(({ finding }) => finding === 'rf-self-harm'));
  return {
    tool: details.tool,
    ruleSet: knowledge.ruleSet,
    urgency: assessment.triage.urgency,
    complete: assessment.triage.complete,
    // Keeps comfort open after thoughts of self-harm; left out where that answer is to be forgotten.
    ...(onlySelfHarm && !hidden('rf-self-harm') ? { onlySelfHarm } : {}),
    ...(details.since === undefined ? {} : { since: details.since }),
    ...(keep === 'without-private' ? { privateAnswersDropped: true } : {}),
    answers: Object.fromEntries(Object.entries(assessment.answers).filter(([id]) => !hidden(id))),
    rules: assessment.triage.fired
      .filter(({ because }) => !because.some(({ finding }) => hidden(finding)))
      .map(({ rule, urgency }) => ({ id: rule.id, urgency })),
    patterns: assessment.fitting.map(({ pattern, fit }) => ({ id: pattern.id, fit })),
    subtypes: assessment.subtypes.map(({ id }) => id),
    consider: assessment.considerations.map(({ id }) => id),
  };
}

/** Appends the assessment. Returns the failure instead of throwing: the answer matters more than the record. */
export async function save(
  ctx: Context,
  body: ReturnType<typeof savedBody>,
): Promise<RecordError | undefined> {
  try {
    const record = await ctx.record();
    await record.append(assessmentKind, body);
    return undefined;
  } catch (error) {
    if (error instanceof RecordError) return error;
    throw error;
  }
}
