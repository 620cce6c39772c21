import { ifThen } from '../engine/stress/commitment.ts';
import type { Proposal } from '../engine/stress/review.ts';
import type { Block, Row } from './document.ts';
import { personDayInWords } from './progress-words.ts';
import type { StressOnDay } from './stress-view.ts';
import { sizeInWords, weekWords } from './stress-words.ts';

const decisions: { readonly [decision in Proposal['proposes']]: string } = {
  keep: 'keep it',
  shrink: 'make it smaller',
  swap: 'swap it',
  stop: 'stop it',
};

/** How the week went, each small thing with what could become of it. */
export function reviewBlocks({ sinceReview }: StressOnDay, proposed: readonly Proposal[]): readonly Block[] {
  const { from, to, keptDays, plannedDays, word } = sinceReview;
  const days = plannedDays === 0 ? 'nothing was planned' : `${keptDays} of ${plannedDays} planned days`;
  return [
    {
      kind: 'heading',
      level: 1,
      text: `Since ${personDayInWords(from)}: ${days}${plannedDays === 0 ? '' : `, ${weekWords[word]}`}`,
    },
    ...(proposed.length === 0 ? [] : [{ kind: 'rows' as const, rows: proposed.map(rowOf) }]),
    ...(from === to ? [] : [missed(sinceReview)]).flat(),
  ];
}

function rowOf({ commitment, planned, done, proposes, repair }: Proposal, place: number): Row {
  const isOver = commitment.once === true && done > 0;
  return {
    label: String(place + 1),
    note: planned === 0 ? 'not yet' : `${done} of ${planned}`,
    text: ifThen(commitment),
    details: [
      `${sizeInWords(commitment)} · ${isOver ? 'done, so it can go' : `proposal: ${decisions[proposes]}`}`,
      ...(repair === undefined ? [] : [repair.says]),
    ],
  };
}

function missed({ plannedDays, keptDays }: StressOnDay['sinceReview']): readonly Block[] {
  return plannedDays > keptDays
    ? [{ kind: 'paragraph', text: 'A missed day costs nothing. Today counts the same.', quiet: true }]
    : [];
}
