import type { PageReply, PromptPage, PromptQuestion } from '../context.ts';
import type { Answer, Answers, Truth, Withheld } from '../engine/answers.ts';
import { formatNumber } from './number-answer.ts';

/** One line of a list: a yes/no question or a number. */
export type Line =
  | {
      readonly kind: 'truth';
      readonly question: PromptQuestion;
      readonly value: Truth | Withheld | undefined;
    }
  | {
      readonly kind: 'number';
      readonly question: PromptQuestion;
      readonly text: string;
      /** Stands instead of a number. */
      readonly mark: 'unsure' | Withheld | undefined;
    };

/** One way to answer a question that has the whole page. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly alone?: boolean;
}

/**
 * Asked once before Enter leaves lines behind. `empty`: nothing was ticked; `rest`: something was. `all-no`: asked before
 * `n` takes back what was ticked on an earlier visit.
 */
type Asking = 'empty' | 'rest' | 'numbers' | 'all-no' | undefined;

interface CommonState {
  readonly page: PromptPage;
  /** Line that the keys act on; -1 before the first key of a single choice, so that Enter cannot choose by accident. */
  readonly active: number;
  readonly asking: Asking;
  /** What was wrong with the last key, shown in place. */
  readonly problem: string | undefined;
  /** The full question and the reason for it cover the list. */
  readonly explaining: boolean;
}

export interface ListState extends CommonState {
  readonly kind: 'list';
  readonly lines: readonly Line[];
  /** The number on the active line is being typed. */
  readonly typing: boolean;
}

export interface ChoiceState extends CommonState {
  readonly kind: 'choice';
  readonly question: PromptQuestion;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
}

/** One page of the interview between two keys. */
export type PageState = ListState | ChoiceState;

/** What a key leads to. */
export type PageStep =
  | { readonly kind: 'stay'; readonly state: PageState }
  | { readonly kind: 'done'; readonly reply: PageReply };

/** In order of worry, in every mode. */
const truthChoices: readonly Choice[] = [
  { id: 'no', label: 'no' },
  { id: 'unsure', label: 'not sure' },
  { id: 'yes', label: 'yes' },
];

/** The page before the first key. A page holds one question of any kind, or yes/no and number questions together. */
export function openPage(page: PromptPage): PageState {
  const common = { page, asking: undefined, problem: undefined, explaining: false } as const;
  const [question, ...others] = page.questions;
  if (question !== undefined && others.length === 0 && question.kind !== 'number') {
    const choices = choicesOf(question);
    const chosen = choices.map(({ id }) => id).filter((id) => [question.current].flat().includes(id));
    const first = choices.findIndex(({ id }) => chosen.includes(id));
    const active = question.kind === 'multi' ? Math.max(0, first) : first;
    return { ...common, kind: 'choice', question, choices, chosen, active };
  }
  return { ...common, kind: 'list', active: 0, typing: false, lines: page.questions.map(openLine) };
}

/** Ways to answer a question that has the whole page, in the order of their numbers. */
export function choicesOf(question: PromptQuestion): readonly Choice[] {
  return question.kind === 'bool' ? truthChoices : (question.options ?? []);
}

function openLine(question: PromptQuestion): Line {
  const { current } = question;
  if (question.kind === 'bool') {
    return {
      kind: 'truth',
      question,
      value: isMark(current) || current === 'no' || current === 'yes' ? current : undefined,
    };
  }
  return {
    kind: 'number',
    question,
    text: typeof current === 'number' ? formatNumber(question, current) : '',
    mark: isMark(current) ? current : undefined,
  };
}

/** Pages a list can show: a single or multiple choice needs a page of its own. */
export function splitPage(page: PromptPage): readonly PromptPage[] {
  const groups: PromptQuestion[][] = [];
  for (const question of page.questions) {
    const group = groups.at(-1);
    if (
      group !== undefined &&
      [group[0], question].every((one) => one?.kind === 'bool' || one?.kind === 'number')
    ) {
      group.push(question);
    } else groups.push([question]);
  }
  return groups.map((questions, index) => ({ ...page, questions, canGoBack: page.canGoBack || index > 0 }));
}

/** The question that the keys act on. */
export function activeQuestion(state: PageState): PromptQuestion | undefined {
  return state.kind === 'choice' ? state.question : state.lines[state.active]?.question;
}

/** Whether the line says something, a tick or a "skipped". */
export function isAnswered(line: Line): boolean {
  return line.kind === 'truth' ? line.value !== undefined : line.text !== '' || line.mark !== undefined;
}

/** The page is done: one question's answer, or several. */
export function reply(answers: Answers): PageStep {
  return { kind: 'done', reply: { kind: 'answered', answers } };
}

/** What "not sure" means for a question: its own option where it has one. */
export function notSure(question: PromptQuestion): Answer {
  const own = question.options?.find(({ id }) => id === 'not-sure' || id === 'unsure')?.id;
  if (own === undefined) return 'unsure';
  return question.kind === 'multi' ? [own] : own;
}

function isMark(answer: Answer | undefined): answer is 'unsure' | Withheld {
  return answer === 'unsure' || answer === 'skipped' || answer === 'rather-not-say';
}

/** A page of ticks that was answered before, and has not been left incomplete: `n` means no to all of it. */
export function isRevisit(state: ListState): boolean {
  const truths = state.lines.filter(({ kind }) => kind === 'truth');
  return truths.length > 0 && truths.every(({ question }) => question.current !== undefined);
}
