import type { SavedEntry, SignsAnswer } from '../engine/log/saved-entry.ts';
import type { GlobalChange } from '../engine/recovery/check-in.ts';
import type { Concern } from '../engine/watch/watch.ts';
import { type Beside, concernCallouts } from './concern-words.ts';
import type { Contact } from './contact.ts';
import type { Block, Document } from './document.ts';
import { emergencyLine } from './emergency-line.ts';
import { recoveryCommands } from './recovery-words.ts';

/** A check-in that was just answered, and everything that is said with it. */
export interface CheckInView {
  readonly contact: Contact;
  /** Numbers that were given; undefined when none were. */
  readonly entry: SavedEntry | undefined;
  readonly concerns: readonly Concern[];
  readonly change: GlobalChange | undefined;
  readonly signs: SignsAnswer;
  /** All danger signs are to be asked again. */
  readonly isWorse: boolean;
  /** Day of the next one, in words; undefined when this one was not answered. */
  readonly next: string | undefined;
}

/** The seven steps in words, from worst to best. */
export const changeLabels: { readonly [change in GlobalChange]: string } = {
  'much-worse': 'Much worse',
  worse: 'Worse',
  'a-little-worse': 'A little worse',
  same: 'The same',
  'a-little-better': 'A little better',
  better: 'Better',
  'much-better': 'Much better',
};

/** What was noticed, what was kept, and when the next one is. */
export function checkInDocument(view: CheckInView): Document {
  const { contact, concerns, isWorse, signs, next } = view;
  const asksAgain = isWorse || signs === 'some';
  return {
    title: 'Check-in',
    blocks: [
      emergencyLine(contact),
      ...concernCallouts(concerns, contact),
      ...(asksAgain ? [againCallout(view)] : []),
      ...(signs === 'not-answered' ? [openCallout] : []),
      { kind: 'paragraph', text: keptLine(view) },
      ...(next === undefined || signs === 'not-answered' || asksAgain
        ? []
        : [{ kind: 'paragraph', text: `The next check-in is on ${next}.` } as const]),
      {
        kind: 'next',
        commands: [
          asksAgain ? recoveryCommands.diagnose : 'backcare recovery',
          ...(next === undefined ? [] : ['backcare undo']),
        ],
      },
    ],
  };
}

/** The same where there is no plan to go on with: what to do stands above it. */
export function checkInBeside(view: CheckInView, beside: Beside): readonly Block[] {
  const { concerns, contact } = view;
  return [...concernCallouts(concerns, contact, beside), { kind: 'paragraph', text: keptLine(view) }];
}

function againCallout({ signs, isWorse, contact }: CheckInView): Block {
  return {
    kind: 'callout',
    tone: 'routine',
    title: isWorse
      ? 'It is worse, so all the danger signs are asked again.'
      : 'You ticked something new, so all the danger signs are asked.',
    lines: [
      `Go through them now: ${recoveryCommands.diagnose} (about 3 minutes).${signs === 'some' ? ` If you are unsure, talk to a clinician. Advice by phone: ${contact.advice}.` : ''}`,
    ],
  };
}

const openCallout: Block = {
  kind: 'callout',
  tone: 'note',
  title: 'The danger signs were left open. That is not the same as none.',
  lines: [`So this check-in still waits: ${recoveryCommands.checkIn}`],
};

/** "Kept: usual pain 4, worst 7, no new danger sign; on the whole a little better." */
function keptLine({ entry, change, signs, next }: CheckInView): string {
  if (next === undefined) return 'Nothing was answered, so nothing was kept.';
  const { usual, worst, interference, activities = {} } = entry ?? {};
  const parts = [
    usual === undefined ? '' : `usual pain ${usual}`,
    worst === undefined ? '' : `worst pain ${worst}`,
    interference === undefined ? '' : `stops you ${interference}`,
    ...Object.entries(activities).map(([name, rating]) => `${name} ${rating}`),
    signs === 'none' ? 'no new danger sign' : '',
    change === undefined ? '' : `on the whole ${changeLabels[change].toLowerCase()}`,
  ].filter((part) => part !== '');
  return `Kept: ${parts.join(', ')}.`;
}
