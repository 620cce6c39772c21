import { notices } from '../data/safety-net.ts';
import type { Question } from '../data/schema.ts';
import { inSentence } from './answer-words.ts';
import { type AssessmentView, momentInWords } from './assessment-view.ts';
import {
  actionOf,
  decidingAnswers,
  decidingRules,
  isGuessOfChild,
  listed,
  suspectsOf,
} from './assessment-words.ts';
import { clinicianSummary, withAnswer } from './clinician-summary.ts';
import type { Document } from './document.ts';

/**
 * A note to show staff: what the person told, when, to which version of the rules. Self-reported; no cause and no score,
 * only what the rules that set the level look for.
 */
export function staffNoteDocument(view: AssessmentView): Document {
  const { assessment, knowledge, contact, version } = view;
  const { answers, triage } = assessment;
  const { ticks, facts } = decidingAnswers(assessment, knowledge);
  const suspects = decidingRules(assessment)
    .filter((fired) => !isGuessOfChild(fired, assessment))
    .map(suspectsOf);
  return {
    title: 'Note for staff: back pain, self-reported',
    blocks: [
      { kind: 'heading', level: 1, text: 'Note for staff: back pain, self-reported' },
      {
        kind: 'rows',
        rows: [
          { label: 'Made', text: momentInWords(view) },
          { label: 'By', text: `backcare, version ${version}, rule set ${knowledge.ruleSet}` },
          {
            label: 'Level',
            text: `${triage.urgency}${triage.complete ? '' : ' (not every safety question was answered)'}. The person was told: ${actionOf(assessment, contact)}`,
          },
          ...(ticks.length + facts.length === 0
            ? []
            : [{ label: 'Because of', text: `${listed([...ticks, ...facts])}.` }]),
          ...(suspects.length === 0
            ? []
            : [{ label: 'Looks for', text: `${listed([...new Set(suspects)])}.` }]),
        ],
      },
      { kind: 'heading', level: 2, text: 'What was told' },
      {
        kind: 'list',
        items: clinicianSummary(assessment, knowledge).lines.filter(
          (line) => !/^(Yes|Not sure): /.test(line),
        ),
      },
      { kind: 'heading', level: 2, text: 'Danger signs and risks' },
      {
        kind: 'rows',
        rows: [
          signRow('Yes', withAnswer('yes', answers, knowledge)),
          signRow('Not sure', withAnswer('unsure', answers, knowledge)),
          {
            label: `No (${withAnswer('no', answers, knowledge).length})`,
            text: 'every other one that was asked.',
          },
        ],
      },
      {
        kind: 'paragraph',
        text: 'Nobody has examined this person. Questions stop once the level is clear, so a sign that is not named may not have been asked.',
      },
      { kind: 'paragraph', text: notices.limits.text },
    ],
  };
}

function signRow(label: string, questions: readonly Question[]) {
  const words = questions.map((question) => inSentence(question.label));
  return words.length === 0
    ? { label, text: 'none' }
    : { label: `${label} (${words.length})`, text: `${listed(words)}.` };
}
