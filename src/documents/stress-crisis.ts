import { notices } from '../data/safety-net.ts';
import type { Signpost, SignpostId, StressTables } from '../data/stress-schema.ts';
import type { HelpAsked } from '../engine/stress/raw-gate.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block, Document } from './document.ts';
import { emergencyLine } from './emergency-line.ts';
import { stressCommands } from './stress-words.ts';

/**
 * Whom to call with thoughts of self-harm, and nothing else: no advice, no exercise, no more questions.
 *
 * @param asked words that were typed may mean something else: then it is said more softly
 */
export function crisisDocument(
  tables: Pick<StressTables, 'signposts'>,
  contact: Contact,
  asked: HelpAsked = 'answer',
): Document {
  const text = signpostBlocks(tables, [asked === 'answer' ? 'crisis' : 'crisis-words'], contact);
  return { title: 'Help is open now', blocks: [...text, emergencyLine(contact)] };
}

/** After a crisis every start begins with the number, until the person says that it need not. */
export function crisisFirst(contact: Contact): Block {
  return {
    kind: 'callout',
    tone: 'urgent',
    title: 'Help is open now',
    lines: [
      withContact(notices.mood.text, contact),
      `This stays first until you say that it may go: ${stressCommands.hideNumber}`,
    ],
  };
}

/** Where help is, each with its number. */
export function signpostBlocks(
  { signposts }: Pick<StressTables, 'signposts'>,
  ids: readonly SignpostId[],
  contact: Contact,
): readonly Block[] {
  return ids.flatMap((id) => {
    const signpost = signposts.find((each) => each.id === id);
    return signpost === undefined ? [] : [signpostBlock(signpost, contact)];
  });
}

function signpostBlock({ id, title, lines, withCrisisLine }: Signpost, contact: Contact): Block {
  const text = lines.map((line) => withContact(line, contact));
  const hasLine = lines.some((line) => line.includes('{line}'));
  return {
    kind: 'callout',
    tone: id === 'crisis' || id === 'crisis-words' || id === 'not-safe' ? 'urgent' : 'routine',
    title: withContact(title, contact),
    lines: withCrisisLine && !hasLine ? [...text, withContact(notices.mood.text, contact)] : text,
  };
}
