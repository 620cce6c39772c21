import type { Context, Preferences } from '../context.ts';
import { countries, genericEmergencyText, zoneCountries } from '../data/countries.ts';
import type { Contact } from '../documents/contact.ts';
import { contactOf } from '../documents/emergency-line.ts';
import { chooseEmergencyNumber, findCountry } from '../engine/emergency-number.ts';
import { InputError } from '../errors.ts';
import type { GlobalFlags } from './flags.ts';

/**
 * Whom to call, from `--country`, the preferences, the locale and the time zone, in that order. A country that is not
 * in the table gets the general text, unless it was mistyped: that is refused, so that nobody reads a wrong number.
 */
export function contactFor(ctx: Context, flags: GlobalFlags, preferences: Preferences): Contact {
  const { country } = flags;
  if (country !== undefined && !/^[A-Za-z]{2}$/.test(country) && findCountry(country, countries) === undefined) {
    throw new InputError(`--country ${country}: not a country we know.`, {
      reason: 'Expected a two-letter code such as GB, DE or NZ, or an English name.',
      next: 'Leave it out to use the country of your settings.',
    });
  }
  return contactOf(
    chooseEmergencyNumber(
      {
        country: country ?? preferences.country,
        // A country given on the command line is elsewhere: the person's own number may not work there.
        emergencyNumber: country === undefined ? preferences.emergencyNumber : undefined,
        locale: ctx.io.env('LC_ALL') ?? ctx.io.env('LC_MESSAGES') ?? ctx.io.env('LANG'),
        zone: () => ctx.clock.zone(),
      },
      { countries, zoneCountries, generic: genericEmergencyText },
    ),
  );
}
