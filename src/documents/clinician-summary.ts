import type { Question } from '../data/schema.ts';
import type { Assessment } from '../engine/assessment.ts';
import type { Knowledge } from '../engine/knowledge.ts';
import { bandOf } from '../engine/patterns.ts';
import { answerInWords, inSentence } from './answer-words.ts';

export interface ClinicianSummary {
  /** One spoken sentence for the phone. */
  readonly spoken: string;
  /** Facts to read out or copy: no cause, no score. */
  readonly lines: readonly string[];
}

/** What to tell staff: age band, where, since when, how bad, which signs. Self-reported, nothing judged. */
export function clinicianSummary(assessment: Assessment, knowledge: Knowledge): ClinicianSummary {
  const { answers } = assessment;
  const words = (id: string) => inSentence(answerInWords(knowledge.question(id), answers[id]));
  const ticked = safetyLines(knowledge).filter((question) => answers[question.id] === 'yes');
  const unsure = safetyLines(knowledge).filter((question) => answers[question.id] === 'unsure');
  const labels = (questions: readonly Question[]) =>
    questions.map(({ label }) => inSentence(label)).join('; ');
  const age = answers.age;
  const band = typeof age === 'number' ? bandOf(knowledge.question('age'), age) : undefined;
  const since = answers.duration === undefined ? '' : `, for ${words('duration')}`;
  const lines = [
    band === undefined ? undefined : `Age: ${ageWords(Number(age), band)}`,
    answers['pain-site'] === undefined ? undefined : `Where: ${words('pain-site')}`,
    answers.duration === undefined ? undefined : `For: ${words('duration')}`,
    answers['onset-type'] === undefined ? undefined : `How it began: ${words('onset-type')}`,
    answers['pain-worst'] === undefined ? undefined : `Worst pain in 24 hours: ${words('pain-worst')}`,
    ticked.length === 0 ? undefined : `Yes: ${labels(ticked)}`,
    unsure.length === 0 ? undefined : `Not sure: ${labels(unsure)}`,
  ].filter((line) => line !== undefined);
  const signs = [labels(ticked), unsure.length === 0 ? '' : `maybe ${labels(unsure)}`]
    .filter((part) => part !== '')
    .join('; ');
  return { spoken: `"back pain${since}: ${signs}".`, lines };
}

function ageWords(age: number, band: string): string {
  if (age < 18) return 'under 18';
  return band === '65-plus' ? '65 or more' : band === 'under-30' ? '18 to 29' : band.replace('-', ' to ');
}

function safetyLines(knowledge: Knowledge): readonly Question[] {
  return knowledge.questions.filter((question) => question.screen !== undefined && question.kind === 'bool');
}
