import type { Question } from '../data/schema.ts';
import type { Answers } from '../engine/answers.ts';
import type { Assessment } from '../engine/assessment.ts';
import { formatDuration } from '../engine/duration.ts';
import type { Knowledge } from '../engine/knowledge.ts';
import { bandOf } from '../engine/patterns.ts';
import { answerInWords, inSentence } from './answer-words.ts';
import { decidingRules, listed } from './assessment-words.ts';

export interface ClinicianSummary {
  /** What to say on the phone, one or two sentences. */
  readonly spoken: string;
  /** Facts to read out or copy: no cause, no score. */
  readonly lines: readonly string[];
}

/** More ticked lines than this are too many for a phone call; the lines have them all. */
const mostSpoken = 5;

/** What to tell staff: age band, where, since when, how bad, which signs. Self-reported, nothing judged. */
export function clinicianSummary(assessment: Assessment, knowledge: Knowledge): ClinicianSummary {
  const { answers } = assessment;
  const ticked = withAnswer('yes', answers, knowledge);
  const unsure = withAnswer('unsure', answers, knowledge);
  return { spoken: spoken(assessment, ticked, unsure), lines: factLines(answers, knowledge) };
}

/** The facts among the answers, a line each; what was not answered is left out. */
export function factLines(answers: Answers, knowledge: Knowledge): readonly string[] {
  const words = (id: string) => inSentence(answerInWords(knowledge.question(id), answers[id]));
  const ticked = withAnswer('yes', answers, knowledge);
  const unsure = withAnswer('unsure', answers, knowledge);
  const age = answers.age;
  const band = typeof age === 'number' ? bandOf(knowledge.question('age'), age) : undefined;
  return [
    band === undefined ? undefined : `Age: ${ageWords(Number(age), band)}`,
    answers['pain-site'] === undefined ? undefined : `Where: ${words('pain-site')}`,
    answers.duration === undefined
      ? undefined
      : answers.duration === 0
        ? 'Since: today'
        : `For: ${words('duration')}`,
    answers['onset-type'] === undefined ? undefined : `How it began: ${words('onset-type')}`,
    answers['pain-worst'] === undefined ? undefined : `Worst pain in 24 hours: ${words('pain-worst')}`,
    ticked.length === 0 ? undefined : `Yes: ${labels(ticked)}`,
    unsure.length === 0 ? undefined : `Not sure: ${labels(unsure)}`,
  ].filter((line) => line !== undefined);
}

/** Danger signs and risks that were answered yes, not sure or no. */
export function withAnswer(
  answer: 'yes' | 'unsure' | 'no',
  answers: Answers,
  knowledge: Knowledge,
): readonly Question[] {
  return knowledge.questions.filter(
    (question) =>
      question.screen !== undefined && question.kind === 'bool' && answers[question.id] === answer,
  );
}

/** "I have had back pain for 2 days, worst 9 of 10. I said yes to: fever. I am not sure about: blood in pee." */
function spoken(assessment: Assessment, ticked: readonly Question[], unsure: readonly Question[]): string {
  const { answers } = assessment;
  const { duration, 'pain-worst': worst, 'pain-site': site } = answers;
  const where = Array.isArray(site) && site.length === 1 && site[0] === 'neck' ? 'neck' : 'back';
  const head =
    typeof duration === 'number'
      ? `I have had ${where} pain ${duration === 0 ? 'since today' : `for ${formatDuration(duration)}`}`
      : `I have ${where} pain`;
  const pain = typeof worst === 'number' ? `, at its worst ${worst} of 10` : '';
  const deciding = new Set(
    decidingRules(assessment).flatMap(({ because }) => because.map(({ finding }) => finding)),
  );
  const decidingFirst = (questions: readonly Question[]) =>
    labels(
      [...questions]
        .sort((one, other) => Number(deciding.has(other.id)) - Number(deciding.has(one.id)))
        .slice(0, mostSpoken),
    );
  return [
    `${head}${pain}.`,
    ...(ticked.length === 0 ? [] : [`I said yes to: ${decidingFirst(ticked)}.`]),
    ...(unsure.length === 0 ? [] : [`I am not sure about: ${decidingFirst(unsure)}.`]),
  ].join(' ');
}

function labels(questions: readonly Question[]): string {
  return listed(questions.map(({ label }) => inSentence(label)));
}

function ageWords(age: number, band: string): string {
  if (age < 18) return 'under 18';
  return band === '65-plus' ? '65 or more' : band === 'under-30' ? '18 to 29' : band.replace('-', ' to ');
}
