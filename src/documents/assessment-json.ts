import { notices, resultScreens, safetyNetClose } from '../data/safety-net.ts';
import type { Assessment } from '../engine/assessment.ts';
import { counterfactuals } from '../engine/counterfactuals.ts';
import { dayInWords, daysAfter, instantWithOffset } from '../engine/instant.ts';
import type { Knowledge } from '../engine/knowledge.ts';
import type { PatternFit } from '../engine/patterns.ts';
import type { AssessmentSummary } from '../engine/permissions.ts';
import { actionOf, ageLines, crisisText, needsCrisisText, safetyNetLines } from './assessment-words.ts';
import { type Contact, withContact } from './contact.ts';
import { linesOf } from './document-lines.ts';
import { withheldLines } from './withheld-lines.ts';

export interface AssessmentJsonView {
  readonly assessment: Assessment;
  readonly knowledge: Knowledge;
  readonly contact: Contact;
  readonly at: number;
  readonly offsetMinutes: number;
  readonly version: string;
  /** Adds the single answers that would change the urgency or the first pattern. */
  readonly explain: boolean;
  /** Graver advice of an earlier check that still stands. */
  readonly standing?: AssessmentSummary | undefined;
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
    ...(view.standing === undefined ? {} : { standing: standingJson(view.standing, contact) }),
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
    safetyNet: safetyNetOf(view),
    notes: notesOf(view),
    unanswered: assessment.triage.missing,
    ...(view.explain ? { counterfactuals: counterfactuals(assessment.answers, knowledge) } : {}),
  };
}

/** What an earlier check advised, in the words of its result. */
export function standingJson({ urgency, onlySelfHarm, helpLine }: AssessmentSummary, contact: Contact) {
  const action = withContact(resultScreens[urgency].first.text, contact);
  const words =
    onlySelfHarm === true
      ? [crisisText(contact)]
      : [...(helpLine === true ? [crisisText(contact)] : []), action];
  return { urgency, action: words.join(' ') };
}

/** "Most back pain eases" and a date to check in have no place beside "get help now". */
function safetyNetOf({ assessment, contact, at, offsetMinutes }: AssessmentJsonView): readonly string[] {
  const { urgency } = assessment.triage;
  if (urgency === 'emergency') return [];
  const lines = safetyNetLines(contact).map(({ title, text }) => `${title}: ${text}`);
  if (urgency === 'urgent') return lines.slice(1, 2);
  const date = dayInWords(daysAfter(at, 3), offsetMinutes);
  return [...lines, safetyNetClose.text.replaceAll('{date}', date)];
}

/** What else must be said: to somebody under 18, with safety answers missing, or with an answer kept back. */
function notesOf({ assessment, contact }: AssessmentJsonView): readonly string[] {
  if (assessment.triage.urgency === 'emergency') return ageLines(assessment);
  return [
    ...ageLines(assessment),
    ...(assessment.triage.complete ? [] : [notices.incomplete.text]),
    ...linesOf(withheldLines(assessment, contact)),
  ];
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
