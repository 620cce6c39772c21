import { safetyNetClose } from '../data/safety-net.ts';
import { dayInWords, daysAfter } from '../engine/instant.ts';
import type { AssessmentView } from './assessment-view.ts';
import { safetyNetLines } from './assessment-words.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block } from './document.ts';

const signsShort =
  'numb between the legs, trouble peeing or leaking, weak or numb legs, chest pain, sudden bad headache';

const netShort = [
  { label: 'now', text: `call {number}: ${signsShort}` },
  { label: 'in a day', text: 'fever, no rest in any position, a foot you can’t lift' },
  { label: 'book', text: 'worse after a week, not better in three, or worried' },
];

/** The signs to call for at once, as one short sentence. */
export function goNowShort(contact: Contact): string {
  return withContact(`Call {number} at once for: ${signsShort}.`, contact);
}

/** When to get help: three lines on the first screen, all four parts and the date to check in below them. */
export function netBlocks({ contact, detail }: AssessmentView): readonly Block[] {
  if (detail === 'short') {
    return [
      { kind: 'heading', level: 2, text: 'Get help' },
      {
        kind: 'rows',
        rows: netShort.map(({ label, text }) => ({ label, text: withContact(text, contact) })),
      },
    ];
  }
  return [
    { kind: 'heading', level: 2, text: 'What to watch for' },
    { kind: 'rows', rows: safetyNetLines(contact).map(({ title, text }) => ({ label: title, text })) },
  ];
}

/** The last line after the safety net. */
export function checkInAgain({ at, offsetMinutes }: AssessmentView): Block {
  const date = dayInWords(daysAfter(at, 3), offsetMinutes);
  return { kind: 'paragraph', text: safetyNetClose.text.replaceAll('{date}', date) };
}
