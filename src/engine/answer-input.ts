import type { Question } from '../data/schema.ts';
import type { Answer, Answers } from './answers.ts';
import { parseDuration } from './duration.ts';
import type { Knowledge } from './knowledge.ts';

/** What is wrong with one given answer, and what would be right. */
export interface AnswerProblem {
  readonly id: string;
  /** "is not a question", "cannot be 14". */
  readonly what: string;
  /** What was expected, one line. */
  readonly expected?: string;
  /** Names to look among for the nearest valid one. */
  readonly candidates?: readonly string[];
  /** What to compare with the candidates. */
  readonly given: string;
}

export type CheckedAnswers =
  | { readonly kind: 'answers'; readonly answers: Answers }
  | { readonly kind: 'problem'; readonly problem: AnswerProblem };

/**
 * Checks answers that came from outside, one by one, and stops at the first that is wrong. A screen's id may be
 * given "none": it answers no to every yes/no line of that screen that is not answered by itself.
 */
export function checkAnswers(
  entries: Iterable<readonly [id: string, value: unknown]>,
  knowledge: Knowledge,
): CheckedAnswers {
  const answers: { [id: string]: Answer } = {};
  const screensWithNone: string[] = [];
  for (const [id, value] of entries) {
    const question = knowledge.question(id);
    if (question === undefined) {
      const screen = screenLines(id, knowledge);
      if (screen.length === 0) return { kind: 'problem', problem: unknownId(id, knowledge) };
      if (value !== 'none') {
        return problem(
          id,
          value,
          'cannot be',
          `"none", or leave it out and answer its lines: ${screen[0]?.id} …`,
        );
      }
      screensWithNone.push(id);
      continue;
    }
    const answer = checkAnswer(question, value);
    if (typeof answer === 'object' && 'wrong' in answer) {
      return problem(id, value, answer.wrong, answer.expected, answer.candidates);
    }
    answers[id] = answer;
  }
  for (const screen of screensWithNone) {
    for (const line of screenLines(screen, knowledge)) answers[line.id] ??= 'no';
  }
  return { kind: 'answers', answers };
}

interface Wrong {
  readonly wrong: string;
  readonly expected: string;
  readonly candidates?: readonly string[];
}

/** The answer as the engine knows it, or what is wrong with it. */
function checkAnswer(question: Question, value: unknown): Answer | Wrong {
  if (value === 'skipped' || value === 'unsure') return value;
  if (value === 'rather-not-say') {
    if (question.private === true) return value;
    return { wrong: 'cannot be', expected: `${expectedOf(question)}; rather-not-say is not offered here` };
  }
  switch (question.kind) {
    case 'bool': {
      if (value === true || value === 'yes') return 'yes';
      if (value === false || value === 'no') return 'no';
      return { wrong: 'cannot be', expected: expectedOf(question) };
    }
    case 'number':
      return checkNumber(question, value);
    case 'single': {
      const option = value === true ? 'yes' : value === false ? 'no' : value;
      const ids = question.options.map(({ id }) => id);
      if (typeof option === 'string' && ids.includes(option)) return option;
      return { wrong: 'cannot be', expected: expectedOf(question), candidates: ids };
    }
    case 'multi':
      return checkSeveral(question, value);
  }
}

function checkNumber(question: Question & { readonly kind: 'number' }, value: unknown): number | Wrong {
  const wrong = { wrong: 'cannot be', expected: expectedOf(question) };
  const number = typeof value === 'string' ? numberFrom(question, value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return wrong;
  if (number < question.minimum || number > question.maximum) return wrong;
  // Half points of pain exist; half years and negative days do not matter and are refused to catch slips.
  if (question.unit === 'years' && !Number.isInteger(number)) return wrong;
  return number;
}

function numberFrom(question: Question & { readonly kind: 'number' }, text: string): number | undefined {
  if (question.unit === 'days') return parseDuration(text);
  return /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
}

function checkSeveral(
  question: Question & { readonly kind: 'multi' },
  value: unknown,
): readonly string[] | Wrong {
  const ids = question.options.map(({ id }) => id);
  const chosen: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
  const wrongOne = chosen.find((option) => typeof option !== 'string' || !ids.includes(option));
  if (chosen.length === 0 || wrongOne !== undefined) {
    return { wrong: 'cannot be', expected: expectedOf(question), candidates: ids };
  }
  const alone = question.options.find((option) => option.alone === true && chosen.includes(option.id));
  if (alone !== undefined && chosen.length > 1) {
    return { wrong: 'cannot be', expected: `"${alone.id}" alone, or the others without it` };
  }
  return ids.filter((id) => chosen.includes(id));
}

/** What an answer to this question may look like, one line. */
export function expectedOf(question: Question): string {
  switch (question.kind) {
    case 'bool':
      return question.private === true
        ? 'yes, no, unsure, skipped or rather-not-say'
        : 'yes, no, unsure or skipped';
    case 'single':
      return `one of ${question.options.map(({ id }) => id).join(', ')} (or unsure, skipped)`;
    case 'multi':
      return `a list out of ${question.options.map(({ id }) => id).join(', ')} (or unsure, skipped)`;
    case 'number':
      return question.unit === 'days'
        ? 'days as a number, or text like "3 weeks" (or unsure, skipped)'
        : `a number from ${question.minimum} to ${question.maximum} (or unsure, skipped)`;
  }
}

function screenLines(id: string, knowledge: Knowledge): readonly Question[] {
  return knowledge.questions.filter((question) => question.screen === id && question.kind === 'bool');
}

function unknownId(id: string, knowledge: Knowledge): AnswerProblem {
  const screens = new Set(
    knowledge.questions.flatMap(({ screen }) => (screen === undefined ? [] : [screen])),
  );
  return {
    id,
    what: 'is not a question',
    given: id,
    candidates: [...knowledge.questions.map((question) => question.id), ...screens],
  };
}

function problem(
  id: string,
  value: unknown,
  what: string,
  expected: string,
  candidates?: readonly string[],
): CheckedAnswers {
  const shown = describe(value);
  const wrongWord = Array.isArray(value) ? value.find((item) => !candidates?.includes(String(item))) : value;
  return {
    kind: 'problem',
    problem: {
      id,
      what: `${what} ${shown}`,
      expected,
      given: String(wrongWord),
      ...(candidates === undefined ? {} : { candidates }),
    },
  };
}

/** A value as it stood in the file, short enough for one line. */
function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
