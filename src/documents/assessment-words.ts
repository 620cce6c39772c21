import { notices, resultScreens, safetyNet } from '../data/safety-net.ts';
import type { Assessment } from '../engine/assessment.ts';
import type { Knowledge } from '../engine/knowledge.ts';
import type { FiredRule } from '../engine/triage.ts';
import { isWithheld } from '../engine/truth.ts';
import { answerInWords, inSentence } from './answer-words.ts';
import { type Contact, withContact } from './contact.ts';

const caudaEquina = [
  'rf-saddle-numbness',
  'rf-bladder-retention',
  'rf-bladder-leak',
  'rf-bowel-loss',
  'rf-sexual-loss',
];

/** Kinds of emergency that need words of their own. */
export function emergencyCases(assessment: Assessment): ReadonlySet<string> {
  const findings = new Set(
    assessment.triage.fired
      .filter((fired) => fired.urgency === 'emergency')
      .flatMap((fired) => fired.because.map(({ finding }) => finding)),
  );
  const cases = new Set<string>();
  if (caudaEquina.some((id) => findings.has(id))) cases.add('cauda-equina');
  if (findings.has('rf-major-accident') || findings.has('mod-stiff-spine')) cases.add('accident');
  if (findings.has('rf-self-harm')) cases.add('self-harm');
  if (
    [...findings].some(
      (id) => id.startsWith('rf-preg') || id.startsWith('rf-postnatal') || id === 'preg-stage',
    )
  ) {
    cases.add('pregnancy');
  }
  return cases;
}

/** Thoughts of self-harm were ticked, not ruled out, or kept private: the crisis text comes first (E9). */
export function needsCrisisText(assessment: Assessment): boolean {
  return ['yes', 'unsure', 'rather-not-say'].includes(String(assessment.answers['rf-self-harm']));
}

export function crisisText(contact: Contact): string {
  return withContact(notices.mood.text, contact);
}

/**
 * The answers that made rules of the result's level fire: "trouble peeing; numb saddle (not sure)". What was not
 * answered may have counted too, but nobody ticked it. Labels have commas of their own.
 */
export function signsInWords(assessment: Assessment, knowledge: Knowledge): string {
  const deciding = decidingRules(assessment);
  const seen = new Set<string>();
  const words: string[] = [];
  for (const { finding, answer } of deciding.flatMap((fired) => fired.because)) {
    if (seen.has(finding) || isWithheld(answer)) continue;
    seen.add(finding);
    const question = knowledge.question(finding);
    if (question === undefined) continue;
    const label = inSentence(question.label);
    if (question.kind === 'bool' && answer === 'yes') words.push(label);
    else if (question.kind === 'bool') words.push(`${label} (${answerInWords(question, answer)})`);
    else words.push(`${label}: ${inSentence(answerInWords(question, answer))}`);
  }
  return words.join('; ');
}

/** The rules that set the level, or none when only missing answers did. */
export function decidingRules(assessment: Assessment): readonly FiredRule[] {
  return assessment.triage.fired.filter((fired) => fired.urgency === assessment.triage.urgency);
}

/** What to do, one sentence: the first line of the result. */
export function actionOf(assessment: Assessment, contact: Contact): string {
  return withContact(resultScreens[assessment.triage.urgency].first.text, contact);
}

/** The four-part safety net in full. */
export function safetyNetLines(contact: Contact): readonly { title: string; text: string }[] {
  return safetyNet.map(({ title, text }) => ({ title, text: withContact(text, contact) }));
}
