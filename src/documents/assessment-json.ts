import { notices, safetyNetClose } from '../data/safety-net.ts';
import type { Assessment } from '../engine/assessment.ts';
import { counterfactuals } from '../engine/counterfactuals.ts';
import { dayInWords, daysAfter, instantWithOffset } from '../engine/instant.ts';
import type { Knowledge } from '../engine/knowledge.ts';
import type { PatternFit } from '../engine/patterns.ts';
import { actionOf, crisisText, needsCrisisText, safetyNetLines } from './assessment-words.ts';
import type { Contact } from './contact.ts';

export interface AssessmentJsonView {
  readonly assessment: Assessment;
  readonly knowledge: Knowledge;
  readonly contact: Contact;
  readonly at: number;
  readonly offsetMinutes: number;
  readonly version: string;
  /** Adds the single answers that would change the urgency or the first pattern. */
  readonly explain: boolean;
}

/** The versioned contract of `diagnose --json`, schema backcare/assessment@1. Documented in docs/json.md. */
export function assessmentJson(view: AssessmentJsonView) {
  const { assessment, knowledge, contact } = view;
  return {
    schema: 'backcare/assessment@1',
    at: instantWithOffset(view.at, view.offsetMinutes),
    tool: `backcare ${view.version}`,
    ruleSet: knowledge.ruleSet,
    notice: notices.limits.text,
    /** No clinician has signed this rule set off. */
    reviewed: false,
    emergency: {
      number: contact.number,
      country: contact.countryCode ?? null,
      text: contact.line,
    },
    ...(needsCrisisText(assessment) ? { crisis: crisisText(contact) } : {}),
    urgency: assessment.triage.urgency,
    action: actionOf(assessment, contact),
    complete: assessment.triage.complete,
    rules: assessment.triage.fired.map(({ rule, urgency, because }) => ({
      id: rule.id,
      urgency,
      suspects: rule.suspects,
      because: because.map(({ finding, answer }) => ({ finding, answer: answer ?? 'not-asked' })),
      sources: rule.sources,
      judged: rule.judged ?? false,
    })),
    patterns: assessment.patterns.map((entry) => patternJson(entry, assessment)),
    consider: assessment.considerations.map(({ id, name, says, askFor, urgency, sources }) => ({
      id,
      name,
      urgency,
      text: `${says} ${askFor}`,
      sources,
    })),
    plan: assessment.plan.map(({ id, when, text, because, sources }) => ({
      id,
      when,
      text,
      because,
      sources,
    })),
    safetyNet: [
      ...safetyNetLines(contact).map(({ title, text }) => `${title}: ${text}`),
      safetyNetClose.text.replaceAll('{date}', dayInWords(daysAfter(view.at, 3), view.offsetMinutes)),
    ],
    unanswered: assessment.triage.missing,
    ...(view.explain ? { counterfactuals: counterfactuals(assessment.answers, knowledge) } : {}),
  };
}

function patternJson(entry: PatternFit, assessment: Assessment) {
  const reasons = (list: PatternFit['for']) =>
    list.map(({ finding, answer, says }) => ({ finding, answer, says }));
  return {
    id: entry.pattern.id,
    fit: entry.fit,
    score: orderingScore(entry.likelihood),
    role: entry.pattern.role,
    for: reasons(entry.for),
    against: reasons(entry.against),
    subtypes:
      entry.pattern.id === 'spinal-problem' ? assessment.subtypes.map(({ id, says }) => ({ id, says })) : [],
  };
}

/** Orders the patterns and nothing else: the logarithm of the odds, so that nobody reads it as a percentage. */
function orderingScore(likelihood: number): number {
  return Math.round(Math.log(likelihood / (1 - likelihood)) * 100) / 100;
}
