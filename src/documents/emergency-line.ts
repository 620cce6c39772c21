import { elsewhereText, genericAdviceLine, genericCrisisLine } from '../data/countries.ts';
import { notices } from '../data/safety-net.ts';
import type { EmergencyNumber, NumberChoice } from '../engine/emergency-number.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block } from './document.ts';

/** The chosen number in words, for every document: the first line, the number for a sentence, the crisis line. */
export function contactOf(number: EmergencyNumber): Contact {
  switch (number.kind) {
    case 'known':
      return {
        line: lineFor(labelled(number)),
        number: number.number,
        country: number.name ?? '',
        countryCode: number.country,
        explanation: number.set ? '' : elsewhereText,
        crisis: number.crisis ?? genericCrisisLine,
        advice: number.adviceLine ?? genericAdviceLine,
      };
    case 'candidates': {
      const all = listed(byNumber(number.options).map(labelled));
      return {
        line: lineFor(all),
        number: all,
        country: '',
        countryCode: undefined,
        explanation: `Somewhere else? ${number.generic}`,
        crisis: oneOf(number.options, 'crisis') ?? genericCrisisLine,
        advice: oneOf(number.options, 'adviceLine') ?? genericAdviceLine,
      };
    }
    case 'generic':
      return {
        line: lineFor('your local emergency number'),
        number: 'your local emergency number',
        country: '',
        countryCode: undefined,
        // Its first sentence is what the line has just said.
        explanation: number.text.replace(/^[^.]*\. /, ''),
        crisis: genericCrisisLine,
        advice: genericAdviceLine,
      };
  }
}

/** The emergency line alone, for a page after one that had `emergencyBlocks`. */
export function emergencyLine(contact: Contact): Block {
  return { kind: 'paragraph', text: contact.line };
}

/** First thing on every page: the emergency line, and what to do when the number may be the wrong one. */
export function emergencyBlocks(contact: Contact): readonly Block[] {
  const line = emergencyLine(contact);
  return contact.explanation === '' ? [line] : [line, { kind: 'paragraph', text: contact.explanation }];
}

/** For thoughts of self-harm: whom to call, now. */
export function crisisCallout(contact: Contact): Block {
  return {
    kind: 'callout',
    tone: 'urgent',
    title: 'If you think of hurting yourself',
    lines: [withContact(notices.mood.text, contact)],
  };
}

function lineFor(numbers: string): string {
  return notices.emergency.text.replace('{number}', numbers);
}

function labelled({ number, name }: Pick<NumberChoice, 'number' | 'name'>): string {
  return name === undefined ? number : `${number} (${name})`;
}

/** Countries that share a number share a place in the line. */
function byNumber(options: readonly NumberChoice[]): readonly Pick<NumberChoice, 'number' | 'name'>[] {
  const numbers = [...new Set(options.map(({ number }) => number))];
  return numbers.map((number) => {
    const names = options.flatMap((option) => (option.number === number && option.name ? [option.name] : []));
    return { number, ...(names.length === 0 ? {} : { name: names.join(', ') }) };
  });
}

/** A line that only one of the countries has is named with its country, and the general one beside it. */
function oneOf(options: readonly NumberChoice[], line: 'crisis' | 'adviceLine'): string | undefined {
  const general = line === 'crisis' ? genericCrisisLine : genericAdviceLine;
  const named = options.flatMap((option) => {
    const value = option[line];
    return value === undefined ? [] : [`${value} in ${option.name ?? 'your country'}`];
  });
  if (named.length === 0) return undefined;
  return listed(named.length === options.length ? named : [...named, general]);
}

function listed(parts: readonly string[]): string {
  return parts.join(' or ');
}
