import type { StressQuestion } from '../../data/stress-schema.ts';
import { stressTables } from '../../data/stress-tables.ts';
import type { Answer, Answers } from '../../engine/answers.ts';
import { evaluationQuestions } from '../../engine/stress/evaluation-pages.ts';

/** What is wrong with one given answer, and what would be right. */
export interface AnswerProblem {
  readonly id: string;
  /** "is not a question", "cannot be 14". */
  readonly what: string;
  readonly expected?: string;
  /** What was given, and names to look among for the nearest valid one. */
  readonly given: string;
  readonly candidates?: readonly string[];
}

export type CheckedAnswer =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'problem'; readonly problem: AnswerProblem };

/** More stressors or ways than these are not worked on at one time. */
const mostOf: { readonly [question: string]: number } = { heaviest: 3, chosen: 3, strategies: 3 };

let known: ReadonlyMap<string, StressQuestion> | undefined;

/** Every question of the self-evaluation by its id. */
export function stressQuestions(): ReadonlyMap<string, StressQuestion> {
  known ??= new Map(evaluationQuestions(stressTables).map((question) => [question.id, question]));
  return known;
}

/** Ids of questions whose answers go into no file. */
export function neverKept(): ReadonlySet<string> {
  return new Set(
    [...stressQuestions().values()].filter((question) => question.neverKept).map(({ id }) => id),
  );
}

/** One answer that came from outside. */
export function checkAnswer(id: string, value: unknown): CheckedAnswer {
  const question = stressQuestions().get(id);
  if (question === undefined) {
    const candidates = [...stressQuestions().keys()];
    return { kind: 'problem', problem: { id, what: 'is not a question', given: id, candidates } };
  }
  const answer = answerFrom(question, value);
  if (answer !== undefined) return { kind: 'answer', answer };
  const options = (question.options ?? []).map((option) => option.id);
  const wrong = [value].flat().find((each) => !options.includes(String(each)));
  return {
    kind: 'problem',
    problem: {
      id,
      what: `cannot be ${shown(value)}`,
      expected: expectedOf(question),
      given: String(wrong ?? value),
      ...(options.length === 0 ? {} : { candidates: options }),
    },
  };
}

/** Of answers that another version may have written, those that are known. */
export function knownAnswers(stored: object): Answers {
  return Object.fromEntries(
    Object.entries(stored).flatMap(([id, value]) => {
      const checked = checkAnswer(id, value);
      return checked.kind === 'answer' ? [[id, checked.answer]] : [];
    }),
  );
}

/** What an answer to this question may look like, one line. */
export function expectedOf({
  id,
  kind,
  options = [],
  minimum,
  maximum,
  ...question
}: StressQuestion): string {
  const ids = options.map((option) => option.id).join(', ');
  switch (kind) {
    case 'bool':
      return question.private === true
        ? 'yes, no, unsure, skipped or rather-not-say'
        : 'yes, no, unsure or skipped';
    case 'number':
      return `a number from ${minimum ?? 0} to ${maximum ?? 10} (or skipped)`;
    case 'single':
      return `one of ${ids} (or skipped)`;
    case 'multi':
      return `${mostOf[id] === undefined ? 'a list' : `at most ${mostOf[id]}`} out of ${ids} (or skipped)`;
  }
}

function answerFrom(question: StressQuestion, value: unknown): Answer | undefined {
  if (value === 'skipped' || value === 'unsure') return value;
  if (value === 'rather-not-say') return question.private === true ? value : undefined;
  switch (question.kind) {
    case 'bool':
      if (value === true || value === 'yes') return 'yes';
      return value === false || value === 'no' ? 'no' : undefined;
    case 'number':
      return numberFrom(question, value);
    case 'single':
      return question.options?.find(({ id }) => id === value)?.id;
    case 'multi':
      return severalFrom(question, value);
  }
}

function numberFrom({ minimum = 0, maximum = 10 }: StressQuestion, value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && number >= minimum && number <= maximum ? number : undefined;
}

function severalFrom({ id, options = [] }: StressQuestion, value: unknown): readonly string[] | undefined {
  const given: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
  const chosen = options.filter((option) => given.includes(option.id));
  const isKnown = chosen.length === new Set(given).size && chosen.length > 0;
  const isAloneAmongOthers = chosen.length > 1 && chosen.some(({ alone }) => alone === true);
  if (!isKnown || isAloneAmongOthers || chosen.length > (mostOf[id] ?? options.length)) return undefined;
  return chosen.map((option) => option.id);
}

/** A value as it stood in the file, short enough for one line. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
