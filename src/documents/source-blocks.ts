import type { Citation } from '../data/schema.ts';
import type { Assessment } from '../engine/assessment.ts';
import type { Block } from './document.ts';

/** The publications that this result rests on, each with its id, so that every "from" can be followed. */
export function sourceBlocks(assessment: Assessment, sources: readonly Citation[]): readonly Block[] {
  const cited = new Set([
    ...assessment.triage.fired.flatMap(({ rule }) => rule.sources),
    ...assessment.plan.flatMap((item) => item.sources),
    ...assessment.considerations.flatMap((outcome) => outcome.sources),
    ...assessment.fitting.flatMap(({ pattern }) => pattern.card.how.flatMap((how) => how.sources)),
  ]);
  return sourceList([...cited], sources);
}

/** Those publications that are cited, under a heading of their own; nothing when none is. */
export function sourceList(cited: readonly string[], sources: readonly Citation[]): readonly Block[] {
  const listed = sources.filter(({ id }) => cited.includes(id));
  if (listed.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Sources' },
    { kind: 'list', items: listed.map(sourceInWords) },
  ];
}

function sourceInWords({ id, title, authors, year, doi, checked }: Citation): string {
  const when = year === null ? '' : ` ${year}.`;
  const where = doi === null ? '' : ` doi:${doi}.`;
  const remembered = checked === 'recalled' ? ' (remembered, not read again)' : '';
  return `${id}: ${authors.replace(/\.$/, '')}. ${title}.${when}${where}${remembered}`;
}
