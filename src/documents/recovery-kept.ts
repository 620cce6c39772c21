import type { LadderId } from '../data/recovery-schema.ts';
import { notices } from '../data/safety-net.ts';
import type { PhaseNow } from '../engine/recovery/phase-today.ts';
import type { RecoveryToday } from '../engine/recovery/recovery-today.ts';
import type { Contact } from './contact.ts';
import type { Block, Document } from './document.ts';
import { linesOf } from './document-lines.ts';
import { emergencyLine } from './emergency-line.ts';
import { type KnownAdvice, lostCallout, whyOutdated } from './last-advice.ts';
import { recoveryCommands } from './recovery-words.ts';

/** What was kept, or why it was not, in a few lines. */
export function keptDocument({
  says,
  blocks,
  next,
}: {
  readonly says: readonly string[];
  readonly blocks: readonly Block[];
  readonly next: readonly string[];
}): Document {
  return {
    title: 'Recovery',
    blocks: [
      ...says.map((text) => ({ kind: 'paragraph', text }) as const),
      ...blocks,
      { kind: 'next', commands: next },
    ],
  };
}

/** A plan starts from a check of the danger signs, and there is none that still counts. */
export function checkFirstDocument(contact: Contact, last: KnownAdvice): Document {
  const outdated = whyOutdated(last);
  const wasChecked = outdated !== undefined;
  const lost = last.mayBeLost ? [lostCallout] : [];
  const why = wasChecked && !last.mayBeLost ? `${outdated} ` : '';
  return {
    title: 'Recovery',
    blocks: [
      emergencyLine(contact),
      {
        kind: 'heading',
        level: 1,
        text: wasChecked ? 'Your back needs a new check first' : 'Your back was not checked yet',
      },
      ...lost,
      {
        kind: 'paragraph',
        text: `A plan starts from what your back is like${wasChecked ? ' now' : ''}. ${why}The check asks about danger signs first, and takes about 3 minutes.`,
      },
      { kind: 'next', commands: [recoveryCommands.diagnose, 'backcare relief'] },
    ],
  };
}

const stateWords = { met: 'yes', 'not-met': 'not yet', 'not-known': 'not told' } as const;

/** The phases of a plan, where the person is, and what lets them go on. */
export function phasesBlocks({
  track,
  place,
  criteria,
}: Pick<PhaseNow, 'track' | 'place' | 'criteria'>): readonly Block[] {
  const notes = (at: number) => (at === place ? 'here' : at < place ? 'done' : '');
  return [
    {
      kind: 'rows',
      rows: track.phases.map(({ id, name, purpose }, at) => ({
        label: id,
        note: notes(at),
        text: id === name.toLowerCase() ? purpose : `${name}: ${purpose}`,
      })),
    },
    ...criteriaBlocks({ criteria }),
  ];
}

/** What lets the person go on from this phase, and how each stands; nothing in the last. */
export function criteriaBlocks({ criteria }: Pick<PhaseNow, 'criteria'>): readonly Block[] {
  if (criteria.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'To go on' },
    { kind: 'rows', rows: criteria.map(({ state, says }) => ({ label: stateWords[state], text: says })) },
  ];
}

/** The versioned contract of a danger sign that was given with a flag, schema backcare/danger-sign@1. */
export function signJson(sign: string, page: Document, contact: Contact, version: string) {
  return {
    schema: 'backcare/danger-sign@1',
    tool: `backcare ${version}`,
    emergency: { number: contact.number, country: contact.countryCode ?? null, text: contact.line },
    sign,
    advice: linesOf(page.blocks),
    allowed: false,
  };
}

/** One ladder with its steps, where the person is on it, and what to mind. */
export function ladderBlocks({ ladder: now, ladders }: RecoveryToday, id: LadderId): readonly Block[] {
  const offer = ladders.find(({ ladder }) => ladder.id === id);
  if (offer === undefined) return [];
  const { ladder } = offer;
  const step = now?.ladder.id === id ? now.step : undefined;
  const waits = now?.ladder.id === id ? now.waits : offer.isOpen ? undefined : offer.because;
  return [
    { kind: 'heading', level: 1, text: ladder.name },
    {
      kind: 'rows',
      rows: ladder.steps.map((text, place) => ({
        label: String(place + 1),
        note: step === undefined ? '' : place < step ? 'done' : place === step ? 'here' : '',
        text,
      })),
    },
    ...(waits === undefined ? [] : [{ kind: 'paragraph', text: waits } as const]),
    { kind: 'paragraph', text: ladder.care },
    ...(now?.ladder.id === id ? [{ kind: 'paragraph', text: now.next } as const] : []),
    { kind: 'paragraph', text: notices.stop.text },
  ];
}

/** Every ladder, and which may begin now. */
export function laddersBlocks({ ladders, ladder: now }: RecoveryToday): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: 'Ways back, one at a time' },
    {
      kind: 'rows',
      rows: ladders.map((offer) => ({
        label: offer.ladder.id,
        note: now?.ladder.id === offer.ladder.id ? 'here' : offer.isOpen ? 'open' : 'later',
        text: offer.isOpen ? offer.ladder.name : `${offer.ladder.name}. ${offer.because}`,
      })),
    },
  ];
}
