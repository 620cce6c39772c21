/** Whom to call where this person is, in words that are ready to print. */
export interface Contact {
  /** First line of everything: "If you think this is an emergency, call 112 (Ireland) now." */
  readonly line: string;
  /** What to dial, for a sentence: "112", or "your local emergency number". */
  readonly number: string;
  /** Country of the number, "" when unknown. */
  readonly country: string;
  /** ISO code, undefined when unknown. */
  readonly countryCode: string | undefined;
  /** More about the number when it is not certain, "" when it is. */
  readonly explanation: string;
  /** Whom to call with thoughts of self-harm. */
  readonly crisis: string;
  /** Advice that is no emergency: a number or "your doctor's office". */
  readonly advice: string;
}

/** Fills {number} and {country}; a country that is not known leaves no empty brackets. */
export function withContact(text: string, contact: Contact): string {
  return text
    .replaceAll(' ({country})', contact.country === '' ? '' : ` (${contact.country})`)
    .replaceAll('{country}', contact.country)
    .replaceAll('{number}', contact.number)
    .replaceAll('{line}', contact.crisis);
}
