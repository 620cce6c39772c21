import type { Question } from '../../src/data/schema.ts';
import type { Answer, Answers } from '../../src/engine/answers.ts';
import { type InterviewPage, nextPage, withAnswers } from '../../src/engine/interview.ts';
import { answersOnPage } from '../documents/people.ts';
import { knowledge } from '../engine/world.ts';
import { keys, type PseudoTerminal } from '../support/pseudo-terminal.ts';

/** One screen of questions: what must be on it, and the keys that answer it. */
interface Step {
  readonly shows: string;
  readonly keys: string;
}

/** Types the answers of this person, page after page, until the questions end or the page `stopBefore` comes. */
export async function answerPages(
  terminal: PseudoTerminal,
  known: Answers,
  options: { from?: Answers; stopBefore?: string; accessible?: boolean } = {},
): Promise<Answers> {
  let answers = options.from ?? {};
  for (let page = nextPage(answers, knowledge); page !== undefined; page = nextPage(answers, knowledge)) {
    if (page.id === options.stopBefore) break;
    const given = answersOnPage(page, known);
    const steps = options.accessible === true ? plainSteps(page, given) : drawnSteps(page, given);
    for (const step of steps) {
      if (options.accessible === true) await waitForWords(terminal, step.shows);
      else await waitForPage(terminal, step.shows);
      terminal.type(step.keys);
      await waitForGoneWords(terminal, step.shows, options.accessible === true);
    }
    answers = withAnswers(answers, given, knowledge);
  }
  return answers;
}

/** A page that takes keys: its last line comes when nobody can have meant the page before any more. */
export function waitForPage(terminal: PseudoTerminal, words: string): Promise<void> {
  const isThere = () => {
    const screen = inOneLine(terminal.screen());
    return screen.includes(words) && screen.includes('enter next');
  };
  return terminal.waitUntil(isThere, `to show the page "${words}" with its keys`);
}

/** The first words of a label: behind them a narrow screen breaks it, and its state comes between. */
export function firstWords(label: string): string {
  return label.split(' ').slice(0, 3).join(' ');
}

/** Words on the screen, wherever its lines are broken. */
export function waitForWords(terminal: PseudoTerminal, words: string): Promise<void> {
  return terminal.waitUntil(() => inOneLine(terminal.screen()).includes(words), `to show "${words}"`);
}

function waitForGoneWords(terminal: PseudoTerminal, words: string, stays: boolean): Promise<void> {
  if (stays) return Promise.resolve();
  return terminal.waitUntil(() => !inOneLine(terminal.screen()).includes(words), `to leave "${words}"`);
}

export function inOneLine(lines: readonly string[]): string {
  return lines.join(' ').replace(/\s+/g, ' ');
}

/** Choices have a screen of their own; yes/no lines and numbers share one. */
function drawnSteps(page: InterviewPage, answers: Answers): readonly Step[] {
  const listed = page.questions.filter(({ kind }) => kind === 'bool' || kind === 'number');
  const alone = page.questions.filter(
    (question) => !listed.includes(question) || page.questions.length === 1,
  );
  const list = listed.filter((question) => !alone.includes(question));
  const steps = alone.map((question) => ({
    shows: question.kind === 'number' ? question.label : question.ask,
    keys: choiceKeys(question, answers[question.id]),
  }));
  if (list.length === 0) return steps;
  const [first] = list;
  return [...steps, { shows: firstWords(first?.label ?? ''), keys: listKeys(list, answers) }];
}

function choiceKeys(question: Question, answer: Answer | undefined): string {
  if (answer === 'unsure') return 'u';
  switch (question.kind) {
    case 'bool':
      return answer === 'yes' ? 'y' : 'n';
    case 'number':
      return `${answer}${keys.enter}`;
    case 'single':
      return numbersOf(question, answer).join('');
    case 'multi':
      return `${numbersOf(question, answer).join('')}${keys.enter}`;
  }
}

function listKeys(questions: readonly Question[], answers: Answers): string {
  if (questions.every(({ kind }) => kind === 'number')) {
    return questions.map(({ id }) => `${answers[id]}${keys.enter}`).join('');
  }
  const ticks = questions.flatMap(({ id }, place) => {
    if (answers[id] === 'yes') return [String(place + 1)];
    return answers[id] === 'unsure' ? [`${place + 1}${place + 1}`] : [];
  });
  return `${ticks.join('')}n`;
}

function plainSteps(page: InterviewPage, answers: Answers): readonly Step[] {
  const isTickList = page.questions.length > 1 && page.questions.every(({ kind }) => kind === 'bool');
  if (!isTickList) {
    return page.questions.map((question) => ({
      shows: question.ask,
      keys: `${plainWords(question, answers[question.id])}${keys.enter}`,
    }));
  }
  const ticks = page.questions.flatMap(({ id }, place) => {
    if (answers[id] === 'yes') return [String(place + 1)];
    return answers[id] === 'unsure' ? [`u${place + 1}`] : [];
  });
  const [first] = page.questions;
  // What was ticked is read back, and Enter says that it is right.
  const typed = ticks.length === 0 ? `n${keys.enter}` : `${ticks.join(' ')}${keys.enter}${keys.enter}`;
  return [{ shows: first?.label ?? '', keys: typed }];
}

function plainWords(question: Question, answer: Answer | undefined): string {
  if (answer === 'unsure') return 'u';
  if (question.kind === 'single' || question.kind === 'multi') return numbersOf(question, answer).join(' ');
  return String(answer);
}

function numbersOf(question: Question & { kind: 'single' | 'multi' }, answer: Answer | undefined): number[] {
  const chosen = [answer].flat();
  return question.options.flatMap(({ id }, place) => (chosen.includes(id) ? [place + 1] : []));
}

/** What the first lines of the first two pages say, as long as everything is "no". */
export function firstLabels(): readonly [string, string] {
  const first = nextPage({}, knowledge);
  const nos = (first?.questions ?? []).map(({ id }): [string, Answer] => [id, 'no']);
  const second = nextPage(Object.fromEntries(nos), knowledge);
  return [first?.questions[0]?.label ?? '', second?.questions[0]?.label ?? ''];
}
