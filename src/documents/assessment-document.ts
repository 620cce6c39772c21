import type { AssessmentView } from './assessment-view.ts';
import { needsCrisisText } from './assessment-words.ts';
import type { Block, Document } from './document.ts';
import { emergencyResult } from './emergency-blocks.ts';
import { crisisCallout } from './emergency-line.ts';
import { incompleteResult } from './incomplete-blocks.ts';
import { openResult } from './open-blocks.ts';
import { urgentResult } from './urgent-blocks.ts';

/** What a person is told: how soon, what to do, what fits, when to get help, in that order. */
export function assessmentDocument(view: AssessmentView): Document {
  const { assessment, contact } = view;
  const crisis: Block[] = needsCrisisText(assessment) ? [crisisCallout(contact)] : [];
  const line: Block = { kind: 'paragraph', text: contact.line, quiet: true };
  return { title: 'What your answers say', blocks: [line, ...crisis, ...blocksOf(view)] };
}

function blocksOf(view: AssessmentView): readonly Block[] {
  switch (view.assessment.triage.urgency) {
    case 'emergency':
      return emergencyResult(view);
    case 'urgent':
      return urgentResult(view);
    case 'routine':
    case 'self-care':
      return view.assessment.triage.complete ? openResult(view) : incompleteResult(view);
  }
}
