import { resultScreens } from '../data/safety-net.ts';
import type { Assessment } from '../engine/assessment.ts';
import type { AssessmentView } from './assessment-view.ts';
import { imprint } from './assessment-view.ts';
import {
  actionOf,
  ageLines,
  decidingAnswers,
  decidingRules,
  emergencyCases,
  listed,
} from './assessment-words.ts';
import { clinicianSummary } from './clinician-summary.ts';
import { withContact } from './contact.ts';
import type { Block } from './document.ts';

/** Only the action: no pattern, no exercise, no long words. */
export function emergencyResult(view: AssessmentView): readonly Block[] {
  const { assessment, knowledge, contact, detail } = view;
  const cases = emergencyCases(assessment);
  const onlySelfHarm = cases.size === 1 && cases.has('self-harm') && emergencyRules(assessment) === 1;
  const lines = resultScreens.emergency.body
    .filter((part) => part.only === undefined || cases.has(part.only))
    .filter((part) => !(onlySelfHarm && ['emergency-how', 'emergency-why'].includes(part.id)))
    .map((part) => withContact(part.text, contact).replaceAll('{signs}', whyAtOnce(view)));
  const summary = onlySelfHarm ? [] : [`Tell them: "${clinicianSummary(assessment, knowledge).spoken}"`];
  return [
    {
      kind: 'callout',
      tone: 'emergency',
      title: actionOf(assessment, contact),
      lines: [...lines, ...summary, ...ageLines(assessment)],
    },
    ...(contact.explanation === ''
      ? []
      : [{ kind: 'paragraph', text: contact.explanation, quiet: true } as const]),
    ...(detail === 'full' ? [imprint(view)] : []),
  ];
}

/** "numb bottom; hard to pee (not sure). Also: age 71. This can be a sign of pressed nerves" */
function whyAtOnce({ assessment, knowledge }: AssessmentView): string {
  const { ticks, facts } = decidingAnswers(assessment, knowledge);
  const also = facts.length === 0 ? '' : ` Also: ${listed(facts)}.`;
  const suspects = decidingRules(assessment)[0]?.rule.suspects ?? 'something that needs help at once';
  return `${listed(ticks)}.${also} This can be a sign of ${suspects}`;
}

function emergencyRules(assessment: Assessment): number {
  return assessment.triage.fired.filter((fired) => fired.urgency === 'emergency').length;
}
