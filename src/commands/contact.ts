import type { Context, Preferences } from '../context.ts';
import { countries, genericEmergencyText, zoneNames } from '../data/countries.ts';
import { type Contact, withContact } from '../documents/contact.ts';
import { contactOf } from '../documents/emergency-line.ts';
import { chooseEmergencyNumber, findCountry } from '../engine/emergency-number.ts';
import { safeText } from '../render/safe-text.ts';
import type { GlobalFlags } from './flags.ts';

/** Whom to call here. A wrong `--country` is said, and stops nothing: an emergency line must always come. */
export function contactFor(
  ctx: Context,
  { country }: Pick<GlobalFlags, 'country'>,
  preferences: Pick<Preferences, 'country' | 'emergencyNumber'>,
): Contact {
  if (country !== undefined && findCountry(country, countries) === undefined) {
    ctx.io.err(
      `No emergency number is known for the country "${safeText(country)}", so the general advice is shown.\n`,
    );
  }
  // The number in the preferences belongs to the country there, not to the one of this call.
  const set = country === undefined ? preferences : { country };
  const number = chooseEmergencyNumber(
    {
      ...set,
      locale: ctx.io.env('LC_ALL') ?? ctx.io.env('LC_MESSAGES') ?? ctx.io.env('LANG'),
      zone: () => ctx.clock.zone(),
    },
    { countries, zoneNames, generic: genericEmergencyText },
  );
  return contactOf(number);
}

/** Stands before every refusal that is about danger signs. */
export function callFirst(contact: Contact): string {
  return withContact('If you have a danger sign, call {number} ({country}) now.', contact);
}
