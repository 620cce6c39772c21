import { resultScreens } from '../data/safety-net.ts';
import type { AssessmentSummary } from '../engine/permissions.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block, Document } from './document.ts';
import { emergencyLine } from './emergency-line.ts';
import { goNowShort } from './net-blocks.ts';
import { stressCommands } from './stress-words.ts';

/**
 * A plan starts from a check of the danger signs, and there is none that still counts. Breathing needs none.
 *
 * @param outdated why the last check does not count; undefined when there is none
 */
export function checkFirst(contact: Contact, outdated: string | undefined): Document {
  return {
    title: 'Stress plan',
    blocks: [
      emergencyLine(contact),
      {
        kind: 'heading',
        level: 1,
        text: outdated !== undefined ? 'Your back needs a new check first' : 'Your back was not checked yet',
      },
      {
        kind: 'paragraph',
        text:
          outdated !== undefined
            ? `A stress plan comes after danger signs. ${outdated} A new one takes about 3 minutes.`
            : 'A stress plan comes after danger signs: pain that needs help at once must not wait for calm. The check takes about 3 minutes.',
      },
      { kind: 'paragraph', text: `To calm down right now: ${stressCommands.breathe}` },
      { kind: 'paragraph', text: `Low, or not safe with yourself? Call ${contact.crisis}.` },
      { kind: 'next', commands: ['backcare diagnose', stressCommands.breathe] },
    ],
  };
}

/** A danger sign came up since the last check: it comes before any plan. */
export function signWaits(contact: Contact): Document {
  return {
    title: 'Get help first',
    blocks: [
      {
        kind: 'callout',
        tone: 'emergency',
        title: withContact(resultScreens.emergency.first.text, contact),
        lines: ['A danger sign came up since your last check. The plan waits.', goNowShort(contact)],
      },
      { kind: 'next', commands: ['backcare diagnose'] },
    ],
  };
}

/** Graver advice stands before any plan. In an emergency of the body that alone; else whom to call, and how it goes on. */
export function adviceStands(
  contact: Contact,
  advice: readonly Block[],
  summary: AssessmentSummary | undefined,
): Document {
  const title = 'Get help first';
  const isOnlySelfHarm = summary?.onlySelfHarm === true;
  if (summary?.urgency === 'emergency' && !isOnlySelfHarm) return { title, blocks: advice };
  const text = isOnlySelfHarm
    ? 'The plan can wait. When you like: backcare diagnose asks again.'
    : `Low, or not safe with yourself? Call ${contact.crisis}.`;
  return { title, blocks: [emergencyLine(contact), ...advice, { kind: 'paragraph', text }] };
}
