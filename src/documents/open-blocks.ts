import { notices, type ResultText, resultScreens } from '../data/safety-net.ts';
import type { Assessment } from '../engine/assessment.ts';
import type { Knowledge } from '../engine/knowledge.ts';
import type { FiredRule } from '../engine/triage.ts';
import { inSentence } from './answer-words.ts';
import { type AssessmentView, imprint } from './assessment-view.ts';
import { actionOf, ageLines, isGuessOfChild, isMinor, listed, suspectsOf } from './assessment-words.ts';
import { withContact } from './contact.ts';
import type { Block } from './document.ts';
import { explanationBlocks } from './explanation.ts';
import { checkInAgain, netBlocks } from './net-blocks.ts';
import { patternBlocks } from './pattern-blocks.ts';
import { planBlocks } from './plan-blocks.ts';
import { sourceBlocks } from './source-blocks.ts';
import { withheldLines } from './withheld-lines.ts';

/** Letters of a reason that fill two lines of the first screen. */
const longestWhy = 120;

/** Routine and self-care with every safety answer: what fits, what to do, when to get help. */
export function openResult(view: AssessmentView): readonly Block[] {
  const { assessment, knowledge, contact, detail } = view;
  const { urgency } = assessment.triage;
  const ask = detail === 'short' ? considerLine(assessment) : [];
  return [
    {
      kind: 'callout',
      tone: urgency === 'routine' ? 'routine' : 'calm',
      title: actionOf(assessment, contact),
      lines: [...ageLines(assessment), ...bodyLines(view), ...ask],
    },
    ...(isMinor(assessment) ? [] : patternBlocks(assessment, detail)),
    ...(detail === 'full' ? considerBlocks(assessment) : []),
    ...planBlocks(assessment, detail, view.tight === true),
    ...netBlocks(view),
    ...(detail === 'full' ? [checkInAgain(view)] : []),
    ...withheldLines(assessment, contact),
    ...(detail === 'full' ? explanationBlocks(assessment, knowledge) : []),
    ...sourceBlocks(assessment, view.sources ?? []),
    { kind: 'next', commands: nextCommands(detail) },
    ...(detail === 'full'
      ? [{ kind: 'paragraph', text: notices.limits.text, quiet: true } as const, imprint(view)]
      : []),
  ];
}

function bodyLines(view: AssessmentView): readonly string[] {
  const { assessment, contact, detail } = view;
  const why = whyRoutine(view);
  return resultScreens[assessment.triage.urgency].body
    .filter((part) => detail === 'full' || part.id !== 'routine-who' || isMinor(assessment))
    .filter((part) => part.id !== 'routine-why' || why !== '')
    .map((part) => (part.id === 'self-care-signs' && hasSign(assessment) ? notices['signs-together'] : part))
    .map((part: ResultText) =>
      withContact(detail === 'short' ? (part.short ?? part.text) : part.text, contact),
    )
    .map((text) => text.replaceAll('{signs}', why));
}

/** A danger sign was ticked, or not ruled out, that counts for nothing by itself. */
function hasSign({ answers }: Assessment): boolean {
  return Object.entries(answers).some(
    ([id, answer]) => id.startsWith('rf-') && (answer === 'yes' || answer === 'unsure'),
  );
}

/** Why a visit: what the rules look for, in the person's words. Of an age that is not known, a line of its own tells. */
function whyRoutine({ assessment, knowledge, detail }: AssessmentView): string {
  const deciding = assessment.triage.fired
    .filter((fired) => fired.urgency === 'routine')
    .filter((fired) => !isGuessOfChild(fired, assessment));
  const suspects = deciding.map((fired) =>
    fired.rule.id.endsWith('-alone')
      ? `${isUnsure(fired) ? 'you are not sure about' : 'you ticked'} "${labelOf(fired.rule.id, knowledge)}"`
      : suspectsOf(fired),
  );
  const unique = [...new Set(suspects)];
  if (detail === 'full') return listed(unique);
  const two = listed(unique.slice(0, 2));
  return assessment.fitting.length > 1 || two.length > longestWhy ? (unique[0] ?? '') : two;
}

function isUnsure({ because }: FiredRule): boolean {
  return because.every(({ answer }) => answer === 'unsure');
}

function labelOf(ruleId: string, knowledge: Knowledge): string {
  const id = ruleId.replace(/-alone$/, '');
  return knowledge.question(id)?.label ?? id;
}

function considerLine({ considerations }: Assessment): readonly string[] {
  if (considerations.length === 0) return [];
  return [`Worth asking about: ${considerations.map(({ name }) => inSentence(name)).join('; ')}.`];
}

function considerBlocks({ considerations }: Assessment): readonly Block[] {
  if (considerations.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Worth asking about' },
    {
      kind: 'rows',
      rows: considerations.map(({ name, says, askFor }) => ({ label: name, text: `${says} ${askFor}` })),
    },
  ];
}

function nextCommands(detail: 'short' | 'full'): readonly string[] {
  return detail === 'full'
    ? ['backcare stretch', 'backcare relief', 'backcare diagnose']
    : ['backcare stretch', 'backcare diagnose --explain', 'backcare relief'];
}
