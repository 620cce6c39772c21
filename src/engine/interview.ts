import type { Block, Question } from '../data/schema.ts';
import type { Answers } from './answers.ts';
import { nextByGain } from './gain.ts';
import type { Knowledge } from './knowledge.ts';
import {
  isAskable,
  questionsThatCouldRaise,
  questionsThatDecide,
  representativeAnswers,
} from './relevance.ts';
import { ruleLevel } from './triage.ts';
import { evaluate, leavesOf } from './truth.ts';
import { urgencyRank } from './urgency.ts';

/** One page of the interview: questions that stand together. */
export interface InterviewPage {
  readonly id: string;
  readonly title: string;
  readonly stem?: string;
  readonly stage: 'safety' | 'core' | 'branch' | 'consider' | 'test';
  readonly questions: readonly Question[];
}

/** At most so many lines are shown on one page. */
export const linesOnAPage = 9;
/** At most so many questions are chosen one by one. */
const mostBranchQuestions = 12;
/** About so many pages come after the blocks: one for an ordinary strain, a dozen for pain of long standing. */
const usualPagesAfterBlocks = 2;
/** What a clinician needs to hear even when nothing more is asked. */
const summaryQuestions = ['pain-site', 'duration', 'pain-worst'];

/**
 * The next page, chosen from the answers alone: safety first, then what the plan needs, then whatever can
 * still change what is said. Undefined when the interview is over.
 */
export function nextPage(answers: Answers, knowledge: Knowledge): InterviewPage | undefined {
  const level = ruleLevel(answers, knowledge);
  const safety = safetyPage(answers, knowledge);
  if (safety !== undefined) return safety;
  if (level === 'emergency') return undefined;
  const open = (question: Question) =>
    answers[question.id] === undefined && isAskable(question, answers, knowledge);
  const raising = raisingPage(answers, knowledge);
  if (urgencyRank(level) >= urgencyRank('urgent') || !allowsPatterns(answers)) {
    const isForSummary = (question: Question) => summaryQuestions.includes(question.id) && open(question);
    return raising ?? blockPage(knowledge, 'core', isForSummary);
  }
  return (
    blockPage(knowledge, 'core', (question) => question.role === 'core' && open(question)) ??
    raising ??
    gainPage(answers, knowledge, 'branch') ??
    considerPage(answers, knowledge) ??
    gainPage(answers, knowledge, 'test')
  );
}

/** Patterns and plans are made for adults whose age is known. */
export function allowsPatterns(answers: Answers): boolean {
  const age = answers.age;
  return typeof age === 'number' && age >= 18;
}

function safetyPage(answers: Answers, knowledge: Knowledge): InterviewPage | undefined {
  const level = ruleLevel(answers, knowledge);
  const raising = questionsThatCouldRaise(answers, knowledge, level);
  const routineAtMost = urgencyRank(level) < urgencyRank('urgent');
  const shown = (question: Question): boolean =>
    question.screen !== undefined &&
    answers[question.id] === undefined &&
    isAskable(question, answers, knowledge) &&
    (raising.has(question.id) || couldLower(question, answers, knowledge));
  const page = blockPage(knowledge, 'safety', shown);
  if (page === undefined || !routineAtMost) return page;
  // A page opened for safety carries its neighbours that the plan needs, so that they cost no page of their own.
  const block = page.questions[0]?.block;
  return blockPage(
    knowledge,
    'safety',
    (question) =>
      shown(question) ||
      (question.block === block && question.role === 'core' && answers[question.id] === undefined),
    block,
  );
}

/** An unknown answer is assumed to be a graver one; asking may show that it is not. */
function couldLower(question: Question, answers: Answers, knowledge: Knowledge): boolean {
  if (question.unknown === undefined || question.unknown === 'no') return false;
  const rankWith = (changes: Answers) => urgencyRank(ruleLevel({ ...answers, ...changes }, knowledge));
  const assumed = rankWith({});
  return representativeAnswers(question).some((answer) => rankWith({ [question.id]: answer }) < assumed);
}

function raisingPage(answers: Answers, knowledge: Knowledge): InterviewPage | undefined {
  const raising = questionsThatCouldRaise(answers, knowledge, ruleLevel(answers, knowledge));
  const question = knowledge.questions.find(
    (candidate) =>
      (isOpenedBranch(candidate) || (candidate.role === 'core' && !allowsPatterns(answers))) &&
      answers[candidate.id] === undefined &&
      isAskable(candidate, answers, knowledge) &&
      (raising.has(candidate.id) || couldLower(candidate, answers, knowledge)),
  );
  return question === undefined ? undefined : single(question, 'branch');
}

function gainPage(
  answers: Answers,
  knowledge: Knowledge,
  role: 'branch' | 'test',
): InterviewPage | undefined {
  const asked = knowledge.questions.filter(
    (question) => question.role === 'branch' && question.id in answers,
  );
  if (role === 'branch' && asked.length >= mostBranchQuestions) return undefined;
  const question = nextByGain(answers, knowledge, role);
  return question === undefined ? undefined : single(question, role);
}

/** Asked for a reason that lies in the answers, not for its own sake. */
function isOpenedBranch(question: Question): boolean {
  return question.role === 'branch' && question.when !== undefined;
}

/** Questions of one outcome stand together when they can be ticked. */
function considerPage(answers: Answers, knowledge: Knowledge): InterviewPage | undefined {
  for (const outcome of knowledge.considerations) {
    const deciding = questionsThatDecide(outcome.when, answers, knowledge);
    const leaves = leavesOf(outcome.when);
    const open = knowledge.questions.filter(
      (question) =>
        deciding.has(question.id) &&
        answers[question.id] === undefined &&
        isAskable(question, answers, knowledge) &&
        (question.role === 'consider' || (question.role === 'branch' && leaves.includes(question.id))),
    );
    const first = open[0];
    if (first === undefined) continue;
    if (first.kind !== 'bool') return single(first, 'consider');
    return {
      id: `consider-${outcome.id}`,
      title: 'A few more',
      stem: 'Is this so?',
      stage: 'consider',
      questions: open.filter((question) => question.kind === 'bool').slice(0, linesOnAPage),
    };
  }
  return undefined;
}

function single(question: Question, stage: InterviewPage['stage']): InterviewPage {
  return {
    id: question.id,
    title: stage === 'test' ? 'A small thing to try' : 'One more',
    stage,
    questions: [question],
  };
}

/** The first block (or the named one) that has questions to show. */
function blockPage(
  knowledge: Knowledge,
  stage: InterviewPage['stage'],
  shown: (question: Question) => boolean,
  only?: string,
): InterviewPage | undefined {
  for (const block of knowledge.blocks) {
    if (only !== undefined && block.id !== only) continue;
    const questions = knowledge.questions.filter(
      (question) => question.block === block.id && shown(question),
    );
    if (questions.length > 0) return pageOf(block, stage, questions);
  }
  return undefined;
}

/** A block too long for one page is split in about equal parts. */
function pageOf(block: Block, stage: InterviewPage['stage'], questions: readonly Question[]): InterviewPage {
  const pages = Math.ceil(questions.length / linesOnAPage);
  return {
    id: block.id,
    title: block.title,
    ...(block.stem === undefined ? {} : { stem: block.stem }),
    stage,
    questions: questions.slice(0, Math.ceil(questions.length / pages)),
  };
}

/**
 * Takes over what was answered on a page. Answers that only made sense with the earlier ones are dropped,
 * and only those.
 */
export function withAnswers(answers: Answers, changes: Answers, knowledge: Knowledge): Answers {
  let next: Answers = { ...answers, ...changes };
  for (;;) {
    const orphans = knowledge.questions.filter(
      (question) =>
        next[question.id] !== undefined &&
        changes[question.id] === undefined &&
        question.when !== undefined &&
        evaluate(question.when, next, knowledge) === 0,
    );
    if (orphans.length === 0) return next;
    const dropped = new Set(orphans.map((question) => question.id));
    next = Object.fromEntries(Object.entries(next).filter(([id]) => !dropped.has(id)));
  }
}

/**
 * About how many pages are left, if nothing more is found. At least 0. While blocks are left they are counted, and the
 * questions chosen one by one after them are guessed: choosing them all in advance takes 120 ms before the first page.
 */
export function pagesLeft(answers: Answers, knowledge: Knowledge): number {
  const blocks = blocksLeft(answers, knowledge);
  const isShort = urgencyRank(ruleLevel(answers, knowledge)) >= urgencyRank('urgent') || isMinor(answers);
  if (blocks > 0) return blocks + (isShort ? 0 : usualPagesAfterBlocks);
  let assumed = answers;
  for (let pages = 0; ; pages += 1) {
    const page = nextPage(assumed, knowledge);
    if (page === undefined) return pages;
    const given = page.questions.map((question) => [question.id, reassuringAnswer(question)]);
    assumed = withAnswers(assumed, Object.fromEntries(given), knowledge);
  }
}

/** Pages of safety and core blocks that would come if every open question had a reassuring answer. */
function blocksLeft(answers: Answers, knowledge: Knowledge): number {
  const level = ruleLevel(answers, knowledge);
  const raising = questionsThatCouldRaise(answers, knowledge, level);
  const isShort = urgencyRank(level) >= urgencyRank('urgent') || isMinor(answers);
  const open = knowledge.questions.filter(
    ({ id, block, screen, role }) =>
      block !== undefined &&
      answers[id] === undefined &&
      ((screen !== undefined && raising.has(id)) ||
        (level !== 'emergency' && role === 'core' && (!isShort || summaryQuestions.includes(id)))),
  );
  const reassuring = open
    .filter(({ when }) => when === undefined)
    .map((question) => [question.id, reassuringAnswer(question)]);
  const assumed = { ...answers, ...Object.fromEntries(reassuring) };
  const counts = new Map<string, number>();
  for (const question of open) {
    if (question.block === undefined || !isAskable(question, assumed, knowledge)) continue;
    counts.set(question.block, (counts.get(question.block) ?? 0) + 1);
  }
  return [...counts.values()].reduce((sum, count) => sum + Math.ceil(count / linesOnAPage), 0);
}

function isMinor({ age }: Answers): boolean {
  return age !== undefined && !allowsPatterns({ age });
}

function reassuringAnswer(question: Question): Answers[string] {
  switch (question.kind) {
    case 'bool':
      return 'no';
    case 'number':
      return question.unit === 'years' ? 40 : 3;
    case 'single':
      return question.options[0]?.id ?? 'skipped';
    case 'multi': {
      const option = question.options.find((candidate) => candidate.alone === true) ?? question.options[0];
      return option === undefined ? 'skipped' : [option.id];
    }
  }
}
