import type { Assessment } from '../engine/assessment.ts';
import { type Counterfactual, counterfactuals } from '../engine/counterfactuals.ts';
import type { Knowledge } from '../engine/knowledge.ts';
import { answerInWords, inSentence } from './answer-words.ts';
import type { Block } from './document.ts';

/** At most so many single changes are listed for each outcome. */
const mostChanges = 4;

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
    ({ urgency, because }) => urgency === level || because.every(({ answer }) => answer !== undefined),
  );
  if (fired.length === 0) {
    return {
      kind: 'paragraph',
      text: `No rule fired, out of ${knowledge.allRules.length} that were checked.`,
    };
  }
  return {
    kind: 'rows',
    rows: fired.map(({ rule, urgency, because }) => ({
      label: urgency,
      text: `${rule.suspects}: ${because
        .map(({ finding, answer }) => {
          const question = knowledge.question(finding);
          return `${inSentence(question?.label ?? finding)} (${inSentence(answerInWords(question, answer))})`;
        })
        .join(', ')}`,
      details: [`Rule ${rule.id}. ${basisOf(rule)}`],
    })),
  };
}

function basisOf(rule: {
  readonly sources: readonly string[];
  readonly judged?: boolean | undefined;
}): string {
  const judged = rule.judged === true ? ['judged by us'] : [];
  return `From: ${[...rule.sources, ...judged].join(', ')}`;
}

function changeBlocks(assessment: Assessment, knowledge: Knowledge): readonly Block[] {
  const changes = counterfactuals(assessment.answers, knowledge);
  const byOutcome = new Map<string, Counterfactual[]>();
  for (const change of changes) {
    const outcome =
      change.urgency !== undefined
        ? `${change.urgency}`
        : `first: ${knowledge.patterns.find(({ id }) => id === change.firstPattern)?.name ?? ''}`;
    byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), change]);
  }
  if (byOutcome.size === 0) return [];
  return [
    { kind: 'heading', level: 3, text: 'One different answer that would change this' },
    {
      kind: 'rows',
      rows: [...byOutcome].map(([outcome, list]) => ({
        label: outcome,
        text: changesInWords(list, knowledge),
      })),
    },
  ];
}

/** "yes to chest pain, fainted and 20 more; not sure about a leg weaker by the day" */
function changesInWords(changes: readonly Counterfactual[], knowledge: Knowledge): string {
  const groups = new Map<string, string[]>();
  for (const { question: id, to } of changes) {
    const question = knowledge.question(id);
    const label = inSentence(question?.label ?? id);
    const [group, entry] =
      question?.kind === 'bool'
        ? [truthWords[String(to)] ?? '', label]
        : ['', `${label}: ${inSentence(answerInWords(question, to))}`];
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  return [...groups].map(([group, entries]) => `${group}${shortened(entries)}`).join('; ');
}

const truthWords: { readonly [answer: string]: string } = {
  yes: 'yes to ',
  unsure: 'not sure about ',
  no: 'no to ',
};

function shortened(entries: readonly string[]): string {
  const shown = entries.slice(0, mostChanges).join(', ');
  return entries.length > mostChanges ? `${shown} and ${entries.length - mostChanges} more` : shown;
}
