import type { Question } from '../data/schema.ts';
import type { Answer, Answers } from './answers.ts';
import type { Knowledge } from './knowledge.ts';
import { fitsPartly, fitsWell, patternLikelihoods } from './patterns.ts';
import { isAskable } from './relevance.ts';
import { evaluate } from './truth.ts';

/** The top pattern is clear from here on, if no other lies between the next two. */
const clearTop = 0.75;
const doubtFrom = 0.25;

/**
 * The open question with the largest expected drop in uncertainty over the six patterns, among those that
 * could move a pattern across "fits partly" or "fits well". Ties go to the shorter text. Undefined when
 * nothing is left to gain.
 */
export function nextByGain(
  answers: Answers,
  knowledge: Knowledge,
  role: 'branch' | 'test',
): Question | undefined {
  const now = patternLikelihoods(answers, knowledge);
  if (isClear(now)) return undefined;
  const before = uncertainty(now);
  let best: { readonly question: Question; readonly gain: number } | undefined;
  for (const question of knowledge.questions) {
    if (question.role !== role || !isOpen(question, answers, knowledge, now)) continue;
    const outcomes = possibleAnswers(question).map(({ answer, share }) => ({
      share,
      likelihoods: patternLikelihoods({ ...answers, [question.id]: answer }, knowledge),
    }));
    if (!outcomes.some(({ likelihoods }) => crosses(now, likelihoods))) continue;
    const total = outcomes.reduce((sum, { share }) => sum + share, 0);
    const after = outcomes.reduce(
      (sum, { share, likelihoods }) => sum + (share / total) * uncertainty(likelihoods),
      0,
    );
    const gain = before - after;
    if (best === undefined || isBetter(question, gain, best)) best = { question, gain };
  }
  return best?.question;
}

function isBetter(
  question: Question,
  gain: number,
  best: { readonly question: Question; readonly gain: number },
): boolean {
  const tie = Math.abs(gain - best.gain) < 1e-9;
  return tie ? question.ask.length < best.question.ask.length : gain > best.gain;
}

function isOpen(
  question: Question,
  answers: Answers,
  knowledge: Knowledge,
  likelihoods: readonly number[],
): boolean {
  if (answers[question.id] !== undefined || !isAskable(question, answers, knowledge)) return false;
  if (question.unsafeWhen !== undefined && evaluate(question.unsafeWhen, answers, knowledge) > 0)
    return false;
  const needed = question.whenPattern;
  if (needed === undefined) return true;
  const place = knowledge.patterns.findIndex((pattern) => pattern.id === needed.pattern);
  return (likelihoods[place] ?? 0) >= needed.atLeast;
}

/** Each answer with how often ordinary people give it. For several ticks, each tick by itself stands for many. */
function possibleAnswers(question: Question): readonly { readonly answer: Answer; readonly share: number }[] {
  switch (question.kind) {
    case 'bool':
      return [
        { answer: 'yes', share: question.share },
        { answer: 'no', share: 1 - question.share },
      ];
    case 'single':
      return question.options.map((option) => ({ answer: option.id, share: option.share }));
    case 'multi':
      return question.options.map((option) => ({ answer: [option.id], share: option.share }));
    case 'number':
      return (question.bands ?? []).map((band) => ({ answer: band.from, share: band.share }));
  }
}

function isClear(likelihoods: readonly number[]): boolean {
  const top = Math.max(...likelihoods);
  const rest = [...likelihoods];
  rest.splice(rest.indexOf(top), 1);
  return top >= clearTop && rest.every((value) => value < doubtFrom || value > fitsWell);
}

function crosses(before: readonly number[], after: readonly number[]): boolean {
  return before.some((value, place) => {
    const next = after[place] ?? value;
    return [fitsPartly, fitsWell].some((line) => value >= line !== next >= line);
  });
}

/** Sum of the entropies of six yes/no beliefs, in bits. */
function uncertainty(likelihoods: readonly number[]): number {
  return likelihoods.reduce((sum, value) => sum + entropy(value), 0);
}

function entropy(share: number): number {
  if (share <= 0 || share >= 1) return 0;
  return -(share * Math.log2(share) + (1 - share) * Math.log2(1 - share));
}
