import type { Question } from '../data/schema.ts';
import type { Answer, Answers } from '../engine/answers.ts';
import type { Knowledge } from '../engine/knowledge.ts';
import { inSentence } from './answer-words.ts';
import type { Document, Row } from './document.ts';
import { factInWords, tickInWords } from './spoken-words.ts';

/** Facts in the order in which people tell them; what is on neither list stands under "More". */
const aboutPain = [
  'pain-site',
  'pain-side',
  'duration',
  'pain-worst',
  'pain-average',
  'leg-symptoms',
  'trend',
];
const howItBegan = ['onset-type', 'onset-trigger', 'accident-when', 'pain-began-age'];

/** The answers once more, in a few rows: facts by subject, ticks in a line each, and how many times no. */
export function reviewDocument(answers: Answers, knowledge: Knowledge): Document {
  const answered = knowledge.questions.filter(({ id }) => answers[id] !== undefined);
  const facts = answered.filter(({ kind, id }) => kind !== 'bool' && !isPassed(answers[id]));
  const bools = answered.filter(({ kind }) => kind === 'bool');
  const isPain = ({ id }: Question) => aboutPain.includes(id);
  const isBeginning = ({ id }: Question) => howItBegan.includes(id);
  const said = (questions: readonly Question[]) =>
    questions.map((question) => factInWords(question, answers[question.id] ?? 'skipped'));
  const inOrder = (ids: readonly string[]) =>
    ids.flatMap((id) => facts.filter((question) => question.id === id));
  const rows: readonly Row[] = [
    row('Pain', said(inOrder(aboutPain))),
    row('Beginning', said(inOrder(howItBegan))),
    row('You, more', said(facts.filter((question) => !isPain(question) && !isBeginning(question)))),
    row('Yes', labels(bools, answers, 'yes')),
    row('Not sure', labels(bools, answers, 'unsure')),
    row('No', noCount(bools, answers)),
    row('Skipped', labels(answered, answers, 'skipped')),
    row('Kept back', labels(answered, answers, 'rather-not-say')),
  ].filter(({ text }) => text !== '');
  return {
    title: 'Your answers',
    blocks: [
      { kind: 'heading', level: 2, text: 'Your answers' },
      { kind: 'rows', rows },
    ],
  };
}

/**
 * What becomes of the answers, for the line over the keys.
 *
 * @param keep what `--save` asked for
 * @param hidden sensitive questions that were answered with anything but no
 */
export function keepingText(
  keep: 'all' | 'without-private' | 'nothing',
  hidden: readonly string[],
  knowledge: Knowledge,
): string {
  if (keep === 'nothing') return 'Nothing will be kept.';
  const kept = 'The level and these answers will be kept in your record on this computer';
  if (hidden.length === 0) return `${kept}.`;
  const names = hidden.map((id) => inSentence(knowledge.question(id)?.label ?? id)).join('; ');
  return keep === 'without-private'
    ? `${kept}, without the private ones: ${names}.`
    : `${kept}. Private ones: ${names}.`;
}

function row(label: string, parts: readonly string[]): Row {
  return { label, text: parts.join('; ') };
}

function isPassed(answer: Answer | undefined): boolean {
  return answer === 'skipped' || answer === 'rather-not-say';
}

function labels(questions: readonly Question[], answers: Answers, answer: string): readonly string[] {
  return questions.filter(({ id }) => answers[id] === answer).map((question) => tickInWords(question, 'yes'));
}

/** "31 danger signs and risks; and 9 other questions" */
function noCount(bools: readonly Question[], answers: Answers): readonly string[] {
  const all = bools.filter(({ id }) => answers[id] === 'no');
  const signs = all.filter(({ screen }) => screen !== undefined).length;
  const others = all.length - signs;
  return [
    ...(signs === 0 ? [] : [`${signs} danger ${signs === 1 ? 'sign or risk' : 'signs and risks'}`]),
    ...(others === 0 ? [] : [`${others} other ${others === 1 ? 'question' : 'questions'}`]),
  ];
}
