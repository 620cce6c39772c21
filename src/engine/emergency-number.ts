import type { Country } from '../data/schema.ts';

/** What is known about a number, enough to say whom it reaches. */
export interface NumberChoice {
  /** ISO code; left out when the person set a number and no country. */
  readonly country?: string;
  readonly name?: string;
  /** What to dial, as text: leading zeros matter. */
  readonly number: string;
  readonly crisis?: string;
  readonly adviceLine?: string;
}

/**
 * Which emergency number to show.
 * - `known`: one number; `set` says whether the person chose it, or the machine's settings did
 * - `candidates`: the settings disagree or say too little, so each is shown with its country, and the generic text
 * - `generic`: nothing is known
 */
export type EmergencyNumber =
  | ({ readonly kind: 'known'; readonly set: boolean } & NumberChoice)
  | { readonly kind: 'candidates'; readonly options: readonly NumberChoice[]; readonly generic: string }
  | { readonly kind: 'generic'; readonly text: string };

/** The numbers of the world. */
export interface EmergencyTable {
  readonly countries: readonly Country[];
  /** ISO code of each listed country to its IANA time zones, with white space between them. */
  readonly zoneNames: Readonly<Record<string, string>>;
  readonly generic: string;
}

/** What the number is chosen by, strongest first. */
export interface EmergencySettings {
  /** The person's country: ISO code or English name. */
  readonly country?: string | undefined;
  /** The person's own number. */
  readonly emergencyNumber?: string | undefined;
  /** As in LC_ALL, LC_MESSAGES or LANG, the first that is set: "en_AU.UTF-8". */
  readonly locale?: string | undefined;
  /** IANA zone of the machine. Called only when nothing was set: finding it costs 10 ms. */
  readonly zone: () => string | undefined;
}

/** Chooses without a network and without ever failing: an error on the way gives the generic text. */
export function chooseEmergencyNumber(settings: EmergencySettings, table: EmergencyTable): EmergencyNumber {
  try {
    return choose(settings, table);
  } catch {
    return { kind: 'generic', text: table.generic };
  }
}

/** The row of a country by its code or English name, in any case; "UK" means GB. */
export function findCountry(country: string, countries: readonly Country[]): Country | undefined {
  const typed = country.trim().toUpperCase();
  const wanted = typed === 'UK' ? 'GB' : typed;
  return countries.find((row) => row.country === wanted || row.name.toUpperCase() === wanted);
}

function choose(settings: EmergencySettings, table: EmergencyTable): EmergencyNumber {
  const { country, emergencyNumber } = settings;
  if (country !== undefined || emergencyNumber !== undefined) {
    const row = country === undefined ? undefined : findCountry(country, table.countries);
    if (emergencyNumber !== undefined) {
      return { kind: 'known', set: true, ...(row && choiceOf(row)), number: emergencyNumber };
    }
    return row ? { kind: 'known', set: true, ...choiceOf(row) } : { kind: 'generic', text: table.generic };
  }
  return chooseByPlace(placeByLocale(settings.locale), placeByZone(settings.zone(), table), table);
}

/** A country that a setting of the machine points at. */
type Place =
  /** It says nothing. */
  | { readonly kind: 'none' }
  /** It says nothing, and is what a machine has that nobody has set up. */
  | { readonly kind: 'untouched' }
  /** A country without a code: a zone that belongs to none of the listed ones. */
  | { readonly kind: 'unlisted' }
  | { readonly kind: 'country'; readonly code: string };

function placeByLocale(locale: string | undefined): Place {
  if (!locale) return { kind: 'none' };
  const language = locale.split(/[.@]/)[0] ?? '';
  if (/^(C|POSIX|en)$/i.test(language)) return { kind: 'untouched' };
  const region = /^[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})$/i.exec(language)?.[1];
  return region === undefined ? { kind: 'none' } : { kind: 'country', code: region.toUpperCase() };
}

/** The listed country of an IANA time zone. */
export function countryOfZone(zone: string, zoneNames: EmergencyTable['zoneNames']): string | undefined {
  const isOf = (names: string) => names.includes(zone) && names.split(/\s+/).includes(zone);
  return Object.keys(zoneNames).find((country) => isOf(zoneNames[country] ?? ''));
}

function placeByZone(zone: string | undefined, { zoneNames }: EmergencyTable): Place {
  if (!zone) return { kind: 'none' };
  const code = countryOfZone(zone, zoneNames);
  if (code !== undefined) return { kind: 'country', code };
  // "UTC" and "Etc/GMT+3" are nowhere; "America/Lima" is somewhere, only not in our table.
  return zone.includes('/') && !zone.startsWith('Etc/') ? { kind: 'unlisted' } : { kind: 'none' };
}

function chooseByPlace(locale: Place, zone: Place, table: EmergencyTable): EmergencyNumber {
  const rowOf = (place: Place) =>
    place.kind === 'country' ? findCountry(place.code, table.countries) : undefined;
  const options = [...new Set([rowOf(locale), rowOf(zone)])].flatMap((row) => (row ? [choiceOf(row)] : []));
  const [only] = options;
  if (only === undefined) return { kind: 'generic', text: table.generic };
  return agree(locale, zone)
    ? { kind: 'known', set: false, ...only }
    : { kind: 'candidates', options, generic: table.generic };
}

/** Whether both point at one country, or one does and the other says nothing against it. */
function agree(locale: Place, zone: Place): boolean {
  if (locale.kind === 'untouched') return false;
  if (locale.kind === 'none' || zone.kind === 'none') {
    // en_US is the factory setting of half the world's machines: alone it proves nothing.
    return !(locale.kind === 'country' && locale.code === 'US');
  }
  return locale.kind === 'country' && zone.kind === 'country' && locale.code === zone.code;
}

function choiceOf({ country, name, emergency, crisis, adviceLine }: Country): NumberChoice {
  return {
    country,
    name,
    number: emergency,
    ...(crisis === undefined ? {} : { crisis }),
    ...(adviceLine === undefined ? {} : { adviceLine }),
  };
}
