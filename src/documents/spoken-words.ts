import type { Question } from '../data/schema.ts';
import type { Answer, Answers } from '../engine/answers.ts';
import type { Knowledge } from '../engine/knowledge.ts';
import { isWithheld } from '../engine/truth.ts';
import { answerInWords, inSentence } from './answer-words.ts';

/** How a fact is said in a sentence, given its answer in words. A fact without an entry is "label: answer". */
const factPhrases: { readonly [question: string]: (words: string) => string } = {
  age: (words) => `age ${words.replace(' years', '')}`,
  duration: (words) => (words === 'today' ? 'since today' : `for ${words}`),
  'pain-site': (words) => `where it hurts: ${words}`,
  'pain-side': (words) => `side: ${words}`,
  'pain-worst': (words) => `worst pain ${words}`,
  'pain-average': (words) => `usual pain ${words}`,
  'activity-limit': (words) => `it stops you ${words}`,
  'stress-level': (words) => `stress ${words}`,
  'onset-type': (words) => `it began ${words}`,
  'onset-trigger': (words) => `it began with ${words}`,
  'leg-symptoms': (words) => `in one leg: ${words}`,
  trend: (words) => `this past week: ${words}`,
  sleep: (words) => `sleep: ${words}`,
  'episodes-12m': (words) => `spells in the last year: ${words}`,
  'accident-when': (words) => `the accident was ${words}`,
  'cramp-cause': (words) => `cramps in many muscles with ${words}`,
  'pain-began-age': (words) => `it first began at age ${words.replace(' years', '')}`,
};

/** Answers that their label would not fit into the phrase. */
const optionPhrases: { readonly [question: string]: { readonly [option: string]: string } } = {
  'onset-type': {
    'sudden-with-movement': 'it began suddenly, with a movement, lift or cough',
    'woke-with-it': 'it was there on waking',
    'not-sure': 'how it began is not clear',
  },
  'onset-trigger': { 'nothing-special': 'it began with nothing special' },
  'preg-stage': {
    'might-be-or-under-20-weeks': 'pregnant or maybe pregnant, under 20 weeks',
    '20-weeks-or-more': 'pregnant, 20 weeks or more',
    'birth-in-last-6-weeks': 'gave birth in the last 6 weeks',
    'not-sure-how-far': 'pregnant, not sure how far',
  },
  'seen-before': { yes: 'a clinician has checked it', no: 'no clinician has checked it' },
};

/** A fact as a clause of its own: "worst pain 9 of 10", "for 2 days", "age 15". */
export function factInWords(question: Question, answer: Answer): string {
  const option = typeof answer === 'string' ? answer : Array.isArray(answer) ? answer.join(' ') : '';
  const phrase = optionPhrases[question.id]?.[option];
  if (phrase !== undefined) return phrase;
  const words = wordsIn(question, answer);
  if (answer === 'unsure') return `${inSentence(question.label)}: ${words}`;
  return factPhrases[question.id]?.(words) ?? `${inSentence(question.label)}: ${words}`;
}

function wordsIn(question: Question, answer: Answer): string {
  if (typeof answer !== 'object') return inSentence(answerInWords(question, answer));
  return answer.map((option) => inSentence(answerInWords(question, [option]))).join(', ');
}

/** A ticked line: "fever or chills", and "(not sure)" behind it where that was the answer. */
export function tickInWords(question: Question, answer: Answer): string {
  const label = inSentence(question.label);
  return answer === 'yes' ? label : `${label} (${answerInWords(question, answer)})`;
}

/** Answers sorted by how they are said: what was ticked, and facts. What was not answered is neither. */
export function inSpeech(
  findings: readonly string[],
  answers: Answers,
  knowledge: Knowledge,
): { readonly ticks: readonly string[]; readonly facts: readonly string[] } {
  const ticks: string[] = [];
  const facts: string[] = [];
  for (const id of new Set(findings)) {
    const question = knowledge.question(id);
    const answer = answers[id];
    if (question === undefined || answer === undefined || isWithheld(answer)) continue;
    if (question.kind === 'bool') ticks.push(tickInWords(question, answer));
    else facts.push(factInWords(question, answer));
  }
  return { ticks, facts };
}
