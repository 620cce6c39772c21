import { caudaEquina } from '../data/red-flags/sets.ts';
import { notices, resultScreens, safetyNet } from '../data/safety-net.ts';
import type { Assessment } from '../engine/assessment.ts';
import type { Knowledge } from '../engine/knowledge.ts';
import type { FiredRule } from '../engine/triage.ts';
import { isWithheld } from '../engine/truth.ts';
import { type Contact, withContact } from './contact.ts';
import { inSpeech } from './spoken-words.ts';

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
 * The answers that made rules of the result's level fire, as they are said: what was ticked ("trouble peeing"; "numb
 * saddle (not sure)") and facts ("for 2 days"). What was not answered may have counted too, but nobody ticked it.
 */
export function decidingAnswers(
  assessment: Assessment,
  knowledge: Knowledge,
): { readonly ticks: readonly string[]; readonly facts: readonly string[] } {
  const findings = decidingRules(assessment).flatMap((fired) => fired.because.map(({ finding }) => finding));
  return inSpeech(findings, assessment.answers, knowledge);
}

/** Labels have commas of their own. */
export function listed(parts: readonly string[]): string {
  return parts.join('; ');
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

export function isMinor({ answers }: Pick<Assessment, 'answers'>): boolean {
  return typeof answers.age === 'number' && answers.age < 18;
}

/** Asked, or left out, and not known: it could be a child, so no pattern is named. */
export function hasNoAge({ answers }: Pick<Assessment, 'answers'>): boolean {
  return typeof answers.age !== 'number';
}

/** What somebody under 18 is told at this level, or somebody whose age is not known. */
export function ageLines(assessment: Assessment): readonly string[] {
  const { urgency } = assessment.triage;
  if (isMinor(assessment)) {
    if (urgency === 'emergency') return [notices['under-18-now'].text];
    return [notices[urgency === 'urgent' ? 'under-18-today' : 'under-18'].text];
  }
  const isOpen = urgency === 'routine' || urgency === 'self-care';
  return isOpen && assessment.triage.complete && hasNoAge(assessment) ? [notices['no-age'].text] : [];
}

/** Rules for children hold for an unknown age too. They set the level then, but nothing is said of a child. */
export function isGuessOfChild({ rule }: FiredRule, assessment: Assessment): boolean {
  return (
    hasNoAge(assessment) && ['r-child-under-10', 'r-under-18', 'r-child', 'r-child-persist'].includes(rule.id)
  );
}

/** It fired only because something was not answered. */
export function isUnanswered({ because }: FiredRule): boolean {
  return because.every(({ answer }) => isWithheld(answer));
}

/** What a rule looks for, when it fired because this was not answered: nothing is claimed that nobody said. */
const suspectsUnanswered: { readonly [rule: string]: { readonly finding: string; readonly text: string } } = {
  'sp-chronic-unseen': {
    finding: 'seen-before',
    text: 'pain over three months, and we do not know whether anyone has looked at it',
  },
};

/** What a fired rule looks for, in plain words. */
export function suspectsOf({ rule, because }: FiredRule): string {
  const unanswered = suspectsUnanswered[rule.id];
  const isOpen = because.some(
    ({ finding, answer }) => finding === unanswered?.finding && (isWithheld(answer) || answer === 'unsure'),
  );
  return unanswered !== undefined && isOpen ? unanswered.text : rule.suspects;
}
