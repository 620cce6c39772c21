import type { Assessment } from '../engine/assessment.ts';
import type { Knowledge } from '../engine/knowledge.ts';
import type { FiredRule } from '../engine/triage.ts';
import { isGuessOfChild, isUnanswered, listed, suspectsOf } from './assessment-words.ts';
import { changeBlocks } from './change-blocks.ts';
import type { Block } from './document.ts';
import { inSpeech } from './spoken-words.ts';

/** Why this level and these patterns: the rules that fired, and which single answers would have changed it. */
export function explanationBlocks(assessment: Assessment, knowledge: Knowledge): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Why' },
    rulesBlock(assessment, knowledge),
    ...changeBlocks(assessment, knowledge),
  ];
}

function rulesBlock(assessment: Assessment, knowledge: Knowledge): Block {
  const { urgency: level } = assessment.triage;
  // A rule below the level that only waits for an answer, such as the age, has nothing to tell this person.
  const fired = assessment.triage.fired.filter(
    (entry) =>
      !isGuessOfChild(entry, assessment) &&
      (entry.urgency === level ||
        (!isUnanswered(entry) && entry.because.every(({ answer }) => answer !== undefined))),
  );
  if (fired.length === 0) {
    const onlyAge = assessment.triage.fired.some((entry) => isGuessOfChild(entry, assessment));
    return {
      kind: 'paragraph',
      text: onlyAge
        ? 'Without an age we go by the rules for everyone, children too, and they ask for a visit.'
        : `No rule fired, out of ${knowledge.allRules.length} that were checked.`,
    };
  }
  return {
    kind: 'rows',
    rows: fired.map((entry) => ({
      label: entry.urgency,
      text: `${suspectsOf(entry)}. ${reasonsOf(entry, assessment, knowledge)}`,
      details: [`Rule ${entry.rule.id}. ${basisOf(entry.rule)}`],
    })),
  };
}

/** "You ticked: fever or chills. Also: age 71. Not answered: how far along." */
function reasonsOf({ because }: FiredRule, { answers }: Assessment, knowledge: Knowledge): string {
  const findings = because.map(({ finding }) => finding);
  const { ticks, facts } = inSpeech(findings, answers, knowledge);
  const open = findings
    .filter((id) => inSpeech([id], answers, knowledge).ticks.length === 0)
    .filter((id) => inSpeech([id], answers, knowledge).facts.length === 0)
    .map((id) => knowledge.question(id)?.label.toLowerCase() ?? id);
  return [
    ...(ticks.length === 0 ? [] : [`You ticked: ${listed(ticks)}.`]),
    ...(facts.length === 0 ? [] : [`${ticks.length === 0 ? 'You said' : 'Also'}: ${listed(facts)}.`]),
    ...(open.length === 0 ? [] : [`Not answered: ${listed(open)}.`]),
  ].join(' ');
}

function basisOf(rule: {
  readonly sources: readonly string[];
  readonly judged?: boolean | undefined;
}): string {
  const judged = rule.judged === true ? ['judged by us'] : [];
  return `From: ${[...rule.sources, ...judged].join(', ')}`;
}
