import type { Session } from '../data/session-schema.ts';
import type { PracticeResult } from '../engine/practice/practice-result.ts';
import type { ReadySession } from '../engine/practice/session-script.ts';
import { lengthOf, namesOf } from './breathe-view.ts';
import type { Contact } from './contact.ts';
import type { Block, Document } from './document.ts';
import { lengthInWords } from './session-document.ts';

/** How a person feels after breathing or letting go, compared with before. */
export type Calm = 'calmer' | 'same' | 'worse';

export interface AfterBreathingView {
  readonly contact: Contact;
  readonly sessions: readonly { readonly session: Session; readonly ready: ReadySession }[];
  readonly result: PracticeResult;
  /** Undefined: not said. */
  readonly calm: Calm | undefined;
  readonly isKept: boolean;
}

/** What was done, and what follows from how it feels now. */
export function afterBreathingDocument(view: AfterBreathingView): Document {
  return {
    title: 'After the session',
    blocks: [
      { kind: 'paragraph', text: `${doneInWords(view)}${view.isKept ? '' : ' It was not kept.'}` },
      advice(view),
      {
        kind: 'next',
        commands: [
          view.calm === 'worse' ? 'backcare stress-plan breathe calm-place' : 'backcare stress-plan breathe',
          'backcare',
        ],
      },
    ],
  };
}

/** "Six-breath pacing: 3 of 5 minutes, paused once." */
function doneInWords({ sessions, result }: AfterBreathingView): string {
  const ready = sessions.map((one) => one.ready);
  const done = lengthInWords(Math.max(5, result.activeMilliseconds / 1000));
  const whole = lengthOf(ready);
  const isWhole = result.items.every((item) => item.done === 'done');
  const skipped = result.items.filter((item) => item.done === 'skipped').length;
  const parts = [
    isWhole && !result.endedEarly ? done : `${done} of ${whole}`,
    ...(skipped === 0 ? [] : [`${skipped} of ${result.items.length} skipped`]),
    ...(result.pauses === 0 ? [] : [result.pauses === 1 ? 'paused once' : `paused ${result.pauses} times`]),
  ];
  return `${namesOf(ready)}: ${parts.join(', ')}.`;
}

function advice({ calm, sessions, contact }: AfterBreathingView): Block {
  switch (calm) {
    case 'calmer':
      return {
        kind: 'callout',
        tone: 'calm',
        title: 'Good. That is what it is for.',
        lines: ['A few minutes on most days: that is how it was tested.'],
      };
    case 'same':
      return {
        kind: 'callout',
        tone: 'calm',
        title: 'That is fine too.',
        lines: ['Often it takes some days to show. If this kind is not yours, another may be.'],
      };
    case 'worse':
      return {
        kind: 'callout',
        tone: 'note',
        title: 'That can happen, and it passes.',
        lines: [
          ...new Set(sessions.map(({ session }) => session.worse)),
          'Next time take a minute only, with open eyes.',
          `Not over in half an hour? Ask for advice: ${contact.advice}.`,
          `To talk to somebody: ${contact.crisis}.`,
        ],
      };
    case undefined:
      return { kind: 'callout', tone: 'calm', title: 'Noted. What you did counts.', lines: [] };
  }
}
