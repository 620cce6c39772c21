import { notices } from '../data/safety-net.ts';
import type { Assessment } from '../engine/assessment.ts';
import type { Knowledge } from '../engine/knowledge.ts';
import { type AssessmentView, imprint } from './assessment-view.ts';
import { actionOf, ageLines, decidingAnswers, listed } from './assessment-words.ts';
import type { Block } from './document.ts';
import { explanationBlocks } from './explanation.ts';
import { netBlocks } from './net-blocks.ts';
import { withheldLines } from './withheld-lines.ts';

/** Safety answers are missing: no pattern, no plan, at least routine. */
export function incompleteResult(view: AssessmentView): readonly Block[] {
  const { assessment, knowledge, contact, detail } = view;
  const { ticks } = decidingAnswers(assessment, knowledge);
  return [
    {
      kind: 'callout',
      tone: 'routine',
      title: actionOf(assessment, contact),
      lines: [
        ...ageLines(assessment),
        notices.incomplete.text,
        ...(ticks.length === 0 ? [] : [`What you ticked: ${listed(ticks)}.`]),
      ],
    },
    {
      kind: 'paragraph',
      text: `Not answered: ${openQuestions(assessment, knowledge)}.`,
      quiet: true,
    },
    ...netBlocks(view),
    ...withheldLines(assessment, contact),
    ...(detail === 'full' ? explanationBlocks(assessment, knowledge) : []),
    { kind: 'next', commands: ['backcare diagnose', 'backcare relief'] },
    ...(detail === 'full'
      ? [{ kind: 'paragraph', text: notices.limits.text, quiet: true } as const, imprint(view)]
      : []),
  ];
}

function openQuestions(assessment: Assessment, knowledge: Knowledge): string {
  const labels = assessment.triage.missing.map((id) => knowledge.question(id)?.label ?? id);
  const shown = labels.slice(0, 4).join('; ');
  return labels.length > 4 ? `${shown}; and ${labels.length - 4} more` : shown;
}
