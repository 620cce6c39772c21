import type { Question, Urgency } from '../data/schema.ts';
import type { Answer } from '../engine/answers.ts';
import type { Assessment } from '../engine/assessment.ts';
import { type Counterfactual, counterfactuals } from '../engine/counterfactuals.ts';
import type { Knowledge } from '../engine/knowledge.ts';
import { urgencyRank } from '../engine/urgency.ts';
import { answerInWords, inSentence } from './answer-words.ts';
import type { Block } from './document.ts';
import { factInWords } from './spoken-words.ts';

/** At most so many single changes are told of the level, and of the first pattern. */
const mostChanges = 4;

const adviceOf: { readonly [urgency in Urgency]: string } = {
  emergency: 'the advice would be to get help now',
  urgent: 'the advice would be to see a clinician today or tomorrow',
  routine: 'the advice would be to book a visit',
  'self-care': 'the advice would be to care for it at home',
};

const anySign =
  'Almost any danger sign ticked yes would have changed this to see a clinician at once or within a day.';

/** Which single answers would have changed what is said, one sentence each: none is a list of labels. */
export function changeBlocks(assessment: Assessment, knowledge: Knowledge): readonly Block[] {
  const level = urgencyRank(assessment.triage.urgency);
  const isGrave = level >= urgencyRank('urgent');
  const changes = counterfactuals(assessment.answers, knowledge).filter(
    (change) =>
      !isSign(change, knowledge) || (change.urgency !== undefined && urgencyRank(change.urgency) < level),
  );
  const lower = changes.filter(({ urgency }) => urgency !== undefined && urgencyRank(urgency) < level);
  const higher = changes.filter(({ urgency }) => urgency !== undefined && urgencyRank(urgency) > level);
  const patterns = changes.filter(({ urgency }) => urgency === undefined);
  const said = isGrave
    ? [nearest(lower.filter((change) => isTick(change, knowledge)))]
    : [nearest(lower), nearest(higher), nearest(patterns)].map((list) => list.slice(0, mostChanges));
  const sentences = said.flat().map((change) => sentenceOf(change, knowledge));
  return [
    { kind: 'heading', level: 3, text: 'One different answer that would change this' },
    {
      kind: 'list',
      items: [
        ...(isGrave ? [] : [anySign]),
        ...sentences,
        ...(isGrave && sentences.length === 0
          ? ['No single tick taken back would make it less urgent.']
          : []),
      ],
    },
  ];
}

/** A danger sign or a risk: too many of them would raise the level to be told one by one. */
function isSign({ question: id }: Counterfactual, knowledge: Knowledge): boolean {
  const question = knowledge.question(id);
  return question?.kind === 'bool' && question.screen !== undefined;
}

/** A grave result is lowered by a tick that was a slip, never by a shorter pain or a milder one. */
function isTick({ question: id, from }: Counterfactual, knowledge: Knowledge): boolean {
  return knowledge.question(id)?.kind === 'bool' && (from === 'yes' || from === 'unsure');
}

/** One change for each question and outcome: the nearest number, and a plain no before "not sure". */
function nearest(changes: readonly Counterfactual[]): readonly Counterfactual[] {
  const best = new Map<string, Counterfactual>();
  for (const change of changes) {
    const key = `${change.question} ${change.urgency ?? change.firstPattern}`;
    const known = best.get(key);
    if (known === undefined || distance(change) < distance(known)) best.set(key, change);
  }
  return [...best.values()].filter(
    // "Not sure" in place of yes tells no more than no does.
    ({ question, to }) =>
      to !== 'unsure' || !changes.some((other) => other.question === question && other.to !== 'unsure'),
  );
}

function distance({ from, to }: Counterfactual): number {
  if (typeof from === 'number' && typeof to === 'number') return Math.abs(to - from);
  return to === 'unsure' ? 1 : 0;
}

/** "If you had said that stressful days do not make it worse, sore muscle knots would come first." */
function sentenceOf(
  { question: id, to, urgency, firstPattern }: Counterfactual,
  knowledge: Knowledge,
): string {
  const question = knowledge.question(id);
  const name = knowledge.patterns.find((pattern) => pattern.id === firstPattern)?.name ?? '';
  const outcome = urgency === undefined ? `"${inSentence(name)}" would come first` : adviceOf[urgency];
  return `If ${question === undefined ? id : conditionOf(question, to, knowledge)}, ${outcome}.`;
}

function conditionOf(question: Question, to: Answer, knowledge: Knowledge): string {
  const told = clauseOf(question, to, knowledge);
  const words = answerInWords(question, to);
  if (question.id === 'duration') return to === 0 ? 'it had begun today' : `it had lasted ${words}`;
  if (question.kind === 'number') return `you had said "${factInWords(question, to)}"`;
  if (told !== undefined) return `you had said that ${told}`;
  if (question.kind === 'bool') {
    const label = `"${inSentence(question.label)}"`;
    return to === 'unsure' ? `you had not been sure about ${label}` : `you had said ${words} to ${label}`;
  }
  return `you had said "${inSentence(words)}" to "${inSentence(question.label)}"`;
}

/** How the answer reads as a clause, where the patterns have words for it. */
function clauseOf(question: Question, to: Answer, knowledge: Knowledge): string | undefined {
  const chosen = typeof to === 'object' ? to[0] : to;
  return knowledge.evidence.find(({ finding, value }) => {
    if (finding !== question.id) return false;
    return 'is' in value
      ? value.is === to
      : 'anyOf' in value && value.anyOf.length === 1 && value.anyOf[0] === chosen;
  })?.says;
}
