import type { Contact } from '../../documents/contact.ts';
import type { Block } from '../../documents/document.ts';
import { crisisCallout } from '../../documents/emergency-line.ts';
import { InputError } from '../../errors.ts';

/** A note is a line or two; more is a diary. */
const longestNote = 500;

/** A note of one line. What could move a cursor or hide text is refused, and not silently changed: it is the person's. */
export function noteFrom(text: string): string {
  const note = text.trim();
  const hasControl = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(note);
  const reason = hasControl
    ? 'It has control characters, such as a line break, a tab or an escape code.'
    : note === ''
      ? 'It is empty.'
      : `It is longer than ${longestNote} letters.`;
  if (!hasControl && note !== '' && note.length <= longestNote) return note;
  throw new InputError('--note cannot be kept as it is.', {
    reason,
    next: 'Give it as one line of plain words: --note "after driving"',
  });
}

/** A note is kept as it is; where its words may be about dying, the number stands beside what is said. */
export async function helpBeside(note: string | undefined, contact: Contact): Promise<readonly Block[]> {
  if (note === undefined) return [];
  const { crisisWords } = await import('../../engine/stress/gate.ts');
  return crisisWords(note) ? [crisisCallout(contact)] : [];
}
