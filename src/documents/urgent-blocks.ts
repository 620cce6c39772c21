import { notices, resultScreens } from '../data/safety-net.ts';
import { type AssessmentView, imprint } from './assessment-view.ts';
import { actionOf, ageLines, decidingAnswers, listed, safetyNetLines } from './assessment-words.ts';
import { clinicianSummary } from './clinician-summary.ts';
import { withContact } from './contact.ts';
import type { Block } from './document.ts';
import { explanationBlocks } from './explanation.ts';
import { sourceBlocks } from './source-blocks.ts';
import { withheldLines } from './withheld-lines.ts';

/** Urgent advice first; comfort only, no pattern and no plan. */
export function urgentResult(view: AssessmentView): readonly Block[] {
  const { assessment, knowledge, contact, detail } = view;
  const lines = resultScreens.urgent.body.flatMap((part) =>
    part.id === 'urgent-say' ? whatToSay(view, part.text) : [withContact(part.text, contact)],
  );
  const goNow = safetyNetLines(contact)[1];
  return [
    {
      kind: 'callout',
      tone: 'urgent',
      title: actionOf(assessment, contact),
      lines: [...ageLines(assessment), ...lines],
    },
    { kind: 'paragraph', text: `Advice by phone: ${contact.advice}.` },
    ...(goNow === undefined ? [] : [{ kind: 'paragraph', text: goNow.text } as const]),
    { kind: 'heading', level: 2, text: 'To tell them' },
    { kind: 'list', items: clinicianSummary(assessment, knowledge).lines },
    ...withheldLines(assessment, contact),
    ...(detail === 'full' ? explanationBlocks(assessment, knowledge) : []),
    ...sourceBlocks(assessment, view.sources ?? []),
    ...(detail === 'full'
      ? [{ kind: 'paragraph', text: notices.limits.text, quiet: true } as const, imprint(view)]
      : []),
  ];
}

/** What was ticked is named as ticked; a fact is a fact. */
function whatToSay({ assessment, knowledge }: AssessmentView, text: string): readonly string[] {
  const { ticks, facts } = decidingAnswers(assessment, knowledge);
  return [
    ...(ticks.length === 0 ? [] : [text.replaceAll('{signs}', listed(ticks))]),
    ...(facts.length === 0
      ? []
      : [`${ticks.length === 0 ? 'Tell them' : 'Tell them too'}: ${listed(facts)}.`]),
  ];
}
