import type { SessionMoment } from '../data/session-schema.ts';
import { type BreatheView, lengthOf, momentInWords, namesOf, type OfferedSession } from './breathe-view.ts';
import type { Block, Document } from './document.ts';
import { emergencyLine } from './emergency-line.ts';
import { becauseOf } from './exercise-lines.ts';
import { shortAdvice } from './last-advice.ts';

/** A session that was named does not suit: why, and what does. */
export function leftOutDocument(
  view: BreatheView,
  { ready, fit }: OfferedSession,
  instead: OfferedSession | undefined,
): Document {
  const lines =
    fit.kind === 'out' ? [becauseOf(fit.because)] : ['Some answers are still open, so it is not begun.'];
  return {
    title: ready.words.name,
    blocks: [
      emergencyLine(view.contact),
      ...view.advice,
      { kind: 'heading', level: 1, text: `${ready.words.name}: not this one` },
      ...lines.map((text): Block => ({ kind: 'paragraph', text })),
      ...(instead === undefined
        ? []
        : [
            {
              kind: 'paragraph',
              text: `What suits you: ${namesOf([instead.ready])}, ${lengthOf([instead.ready])}.`,
            } as const,
          ]),
      {
        kind: 'next',
        commands: [
          ...(instead === undefined ? [] : [`backcare stress-plan breathe ${instead.session.id}`]),
          'backcare stretch around',
        ],
      },
    ],
  };
}

/** Over the keys to choose from: what must be said first, and what is not among them and why. */
export function chooseDocument(view: BreatheView, out: readonly OfferedSession[]): Document {
  const reasons = new Map<string, string[]>();
  for (const { ready, fit } of out) {
    const because = fit.kind === 'out' ? becauseOf(fit.because) : '';
    reasons.set(because, [...(reasons.get(because) ?? []), ready.words.name]);
  }
  return {
    title: 'Breathing and letting go',
    blocks: [
      emergencyLine(view.contact),
      ...shortAdvice(view.advice),
      { kind: 'heading', level: 1, text: 'What would do you good now?' },
      ...[...reasons].map(
        ([because, names]): Block => ({
          kind: 'paragraph',
          text: `Left out: ${names.join(', ')}. ${because}`,
          quiet: true,
        }),
      ),
    ],
  };
}

/** "Bedtime: belly breathing, then body scan, 15 minutes", for a list of keys. */
export function choiceLabel(moment: SessionMoment, sessions: readonly OfferedSession[]): string {
  return momentInWords(
    moment,
    sessions.map(({ ready }) => ready),
  );
}
