import { notices, resultScreens } from '../data/safety-net.ts';
import { type AssessmentView, imprint } from './assessment-view.ts';
import { actionOf, ageLines, decidingAnswers, listed, safetyNetLines } from './assessment-words.ts';
import { clinicianSummary } from './clinician-summary.ts';
import { withContact } from './contact.ts';
import type { Block } from './document.ts';
import { explanationBlocks } from './explanation.ts';
import { goNowShort } from './net-blocks.ts';
import { sourceBlocks } from './source-blocks.ts';
import { withheldLines } from './withheld-lines.ts';

/** Urgent advice first; comfort only, no pattern and no plan. */
export function urgentResult(view: AssessmentView): readonly Block[] {
  const { assessment, knowledge, contact, detail } = view;
  const lines = resultScreens.urgent.body.flatMap((part) =>
    part.id === 'urgent-say' ? whatToSay(view, part.text) : [withContact(part.text, contact)],
  );
  return [
    {
      kind: 'callout',
      tone: 'urgent',
      title: actionOf(assessment, contact),
      lines: [...ageLines(assessment), ...lines],
    },
    { kind: 'paragraph', text: `Advice by phone: ${contact.advice}.` },
    goNow(view),
    // What to say stands in the callout already; the whole list is for where there is room.
    ...(view.tight === true
      ? []
      : [
          { kind: 'heading', level: 2, text: 'To tell them' } as const,
          { kind: 'list', items: clinicianSummary(assessment, knowledge).lines } as const,
        ]),
    ...withheldLines(assessment, contact),
    ...(detail === 'full' ? explanationBlocks(assessment, knowledge) : []),
    ...sourceBlocks(assessment, view.sources ?? []),
    ...(detail === 'full'
      ? [{ kind: 'paragraph', text: notices.limits.text, quiet: true } as const, imprint(view)]
      : []),
  ];
}

/** When to call at once: in full, or in two lines where the advice itself would scroll away. */
function goNow({ contact, tight }: AssessmentView): Block {
  const whole = safetyNetLines(contact)[1];
  return {
    kind: 'paragraph',
    text: tight === true || whole === undefined ? goNowShort(contact) : whole.text,
  };
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
