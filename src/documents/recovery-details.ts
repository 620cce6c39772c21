import { notices } from '../data/safety-net.ts';
import { safetyNetLines } from './assessment-words.ts';
import type { Block } from './document.ts';
import type { RecoveryView } from './recovery-view.ts';
import { careFor } from './recovery-words.ts';
import { sourceList } from './source-blocks.ts';

/** What stands under the page with `--explain`: why, what comes next, the week, the ladders, what is known, sources. */
export function detailBlocks(view: RecoveryView): readonly Block[] {
  const { today, tables, contact, sources } = view;
  const { plan, now, week, ladders } = today;
  const { phase } = now;
  return [
    { kind: 'heading', level: 2, text: 'Why this plan' },
    {
      kind: 'list',
      items: [
        ...plan.because,
        ...(plan.slowBecause.length === 0
          ? []
          : [`Each phase gets half as long again, since ${plan.slowBecause.join(', and ')}.`]),
        ...plan.track.know.map(({ text }) => text),
        notices.pattern.text,
      ],
    },
    { kind: 'heading', level: 2, text: 'Before the next phase' },
    {
      kind: 'list',
      items:
        now.criteria.length === 0
          ? ['This is the last phase. It has no end.']
          : now.criteria.map(
              ({ says, state }) =>
                `${says} (${{ met: 'there', 'not-met': 'not yet', 'not-known': 'not told yet' }[state]})`,
            ),
    },
    { kind: 'heading', level: 2, text: 'The week' },
    { kind: 'paragraph', text: `${week.says} ${tables.weekRule.text}` },
    { kind: 'heading', level: 2, text: 'Ways back, one at a time' },
    {
      kind: 'rows',
      rows: ladders.map((offer) => ({
        label: offer.ladder.id,
        text: offer.isOpen
          ? `${offer.ladder.name}: you can begin. ${offer.ladder.care}`
          : `${offer.ladder.name}: ${offer.because}`,
      })),
    },
    { kind: 'paragraph', text: tables.ladderRule.text, quiet: true },
    ...(phase.stage === 5
      ? [
          { kind: 'heading', level: 2, text: 'Keeping well' } as const,
          { kind: 'list', items: tables.keepingWell.map(({ text }) => text) } as const,
        ]
      : []),
    { kind: 'heading', level: 2, text: 'What is known' },
    { kind: 'list', items: tables.about.map(({ text }) => text) },
    { kind: 'heading', level: 2, text: 'What to watch for' },
    { kind: 'rows', rows: safetyNetLines(contact).map(({ title, text }) => ({ label: title, text })) },
    { kind: 'list', items: careFor([...phase.do, ...phase.avoid, 'warmth']) },
    { kind: 'paragraph', text: basisOf(phase), quiet: true },
    ...sourceList([...phase.sources, ...plan.track.sources, ...tables.weekRule.sources], sources),
  ];
}

function basisOf({
  sources,
  judged,
}: {
  readonly sources: readonly string[];
  readonly judged?: boolean | undefined;
}): string {
  return `This phase rests on: ${[...sources, ...(judged === true ? ['judged by us'] : [])].join(', ')}.`;
}
