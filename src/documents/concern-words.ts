import { knowledgeTables } from '../data/knowledge.ts';
import { notices } from '../data/safety-net.ts';
import type { Question } from '../data/schema.ts';
import type { FiredRule } from '../engine/triage.ts';
import type { Concern } from '../engine/watch/watch.ts';
import { besideAdvice } from './beside-advice.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block } from './document.ts';
import { tickInWords } from './spoken-words.ts';

export interface ConcernWords {
  readonly tone: 'routine' | 'note';
  readonly title: string;
  readonly lines: readonly string[];
}

/** What stands above a concern: urgent or emergency advice of these weeks, or urgent advice that is older, or none. */
export type Beside = 'nothing' | 'advice' | 'old-advice';

/** An appointment is less than what stands, however old that is. */
const lesser = 'Book ';

/** What the watch noticed and what to do about it, for every place that says it. */
export function concernWords(concern: Concern, contact: Contact, beside: Beside = 'nothing'): ConcernWords {
  if (concern.kind === 'watch') {
    const { tone, title, action } = concern.rule;
    const isLess = beside === 'advice' || (beside === 'old-advice' && action.startsWith(lesser));
    if (isLess) return { tone: 'note', title, lines: [besideAdvice] };
    return { tone, title, lines: [action.replaceAll('{advice}', contact.advice)] };
  }
  const { rule } = concern.fired;
  const signs = signsOf(concern.fired);
  // With stress and mood comes the line to call.
  const crisis = rule.id === 'sp-mood' ? [withContact(notices.mood.text, contact)] : [];
  if (beside !== 'nothing')
    return {
      tone: 'note',
      title: `New here: ${signs.length === 0 ? rule.suspects : signs.join('; ')}.`,
      lines: [besideAdvice, ...crisis],
    };
  return {
    tone: 'routine',
    title: `${lesser}an appointment in the next week or two.`,
    lines: [...whyLines(rule, signs), ...crisis],
  };
}

/** The same as callouts. What is said of one sign for several rules is said once. */
export function concernCallouts(
  concerns: readonly Concern[],
  contact: Contact,
  beside: Beside = 'nothing',
): readonly Block[] {
  const words = concerns.map((concern) => concernWords(concern, contact, beside));
  const isFirst = ({ title, lines }: ConcernWords, place: number) =>
    words.findIndex((other) => other.title === title && other.lines.join() === lines.join()) === place;
  return words.filter(isFirst).map((each) => ({ kind: 'callout', ...each }) as const);
}

const questions: readonly Question[] = knowledgeTables.questions;

/** The danger signs that made it fire, as they were ticked: what they may come from, nobody knows. */
function signsOf({ because }: FiredRule): readonly string[] {
  return because.flatMap(({ finding, answer }) => {
    const question = questions.find(({ id }) => id === finding);
    const isSign = question?.kind === 'bool' && finding.startsWith('rf-');
    return isSign && (answer === 'yes' || answer === 'unsure') ? [tickInWords(question, answer)] : [];
  });
}

/** A rule without a danger sign says what was told, and no cause. */
function whyLines({ suspects }: FiredRule['rule'], signs: readonly string[]): readonly string[] {
  if (signs.length === 0) return [`Why: ${suspects}.`];
  return [`New here: ${signs.join('; ')}.`, `Why: it can be a sign of ${suspects}.`];
}
