import { notices } from '../data/safety-net.ts';
import type { Signpost, SignpostId, StressTables } from '../data/stress-schema.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block, Document } from './document.ts';

/** Whom to call with thoughts of self-harm, and nothing else: no advice, no exercise, no more questions. */
export function crisisDocument(tables: Pick<StressTables, 'signposts'>, contact: Contact): Document {
  return { title: 'Help is open now', blocks: signpostBlocks(tables, ['crisis'], contact) };
}

/** The next start after a crisis begins with the number. */
export function crisisFirst(contact: Contact): Block {
  return {
    kind: 'callout',
    tone: 'urgent',
    title: 'Help is open now',
    lines: [withContact(notices.mood.text, contact)],
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
    tone: id === 'crisis' || id === 'not-safe' ? 'urgent' : 'routine',
    title: withContact(title, contact),
    lines: withCrisisLine && !hasLine ? [...text, withContact(notices.mood.text, contact)] : text,
  };
}
