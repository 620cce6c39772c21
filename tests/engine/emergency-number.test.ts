import { describe, expect, it, test } from 'vitest';
import { countries, genericEmergencyText, zoneNames } from '../../src/data/countries.ts';
import { chooseEmergencyNumber, type EmergencySettings } from '../../src/engine/emergency-number.ts';

const table = { countries, zoneNames, generic: genericEmergencyText };

/** What was chosen, short: "IE", "GB? DE?" for candidates, "generic". */
function chosen(settings: Omit<EmergencySettings, 'zone'>, zone: string | undefined | Error): string {
  const number = chooseEmergencyNumber(
    {
      ...settings,
      zone: () => {
        if (zone instanceof Error) throw zone;
        return zone;
      },
    },
    table,
  );
  if (number.kind === 'known') return `${number.country ?? '-'} ${number.number}${number.set ? ' set' : ''}`;
  return number.kind === 'generic' ? 'generic' : number.options.map(({ country }) => `${country}?`).join(' ');
}

const unused = new Error('The zone was asked for.');

describe('the number that is shown', () => {
  test.each<[string, Omit<EmergencySettings, 'zone'>, string | undefined | Error, string]>([
    ['1 a country that was set wins', { country: 'AU', locale: 'en_GB' }, unused, 'AU 000 set'],
    ['1 in small letters', { country: 'au' }, unused, 'AU 000 set'],
    ['1 by its name', { country: 'new zealand' }, unused, 'NZ 111 set'],
    ['1 UK means GB', { country: 'UK' }, unused, 'GB 999 or 112 set'],
    ['1 a number that was set wins', { emergencyNumber: '0112', country: 'DE' }, unused, 'DE 0112 set'],
    ['1 a number without a country', { emergencyNumber: '999' }, unused, '- 999 set'],
    [
      '1 a number with a country that is not listed',
      { emergencyNumber: '106', country: 'PE' },
      unused,
      '- 106 set',
    ],
    ['1 a country that is not listed', { country: 'PE', locale: 'en_GB' }, unused, 'generic'],
    ['2 the region of the locale', { locale: 'en_AU.UTF-8' }, 'Etc/UTC', 'AU 000'],
    ['2 with a modifier', { locale: 'de_AT@euro' }, undefined, 'AT 144 or 112'],
    ['2 with a script', { locale: 'uz-Latn-UA' }, undefined, 'UA 103 or 112'],
    ['2 and 3 agree', { locale: 'en_IE.UTF-8' }, 'Europe/Dublin', 'IE 112 or 999'],
    ['2 and 3 agree on America', { locale: 'en_US.UTF-8' }, 'America/Chicago', 'US 911'],
    ['3 the zone alone', {}, 'Pacific/Auckland', 'NZ 111'],
    ['3 the zone with a locale without region', { locale: 'fr' }, 'Europe/Paris', 'FR 112'],
    ['3 an area of several countries is no region', { locale: 'es_419' }, 'America/Bogota', 'CO 123'],
    ['4 they differ', { locale: 'en_GB' }, 'Europe/Berlin', 'GB? DE?'],
    ['4 the zone is in a country that is not listed', { locale: 'en_GB' }, 'America/Lima', 'GB?'],
    ['4 the locale is of a country that is not listed', { locale: 'es_PE' }, 'Europe/Madrid', 'ES?'],
    ['4 locale C', { locale: 'C' }, 'Europe/Madrid', 'ES?'],
    ['4 locale C.UTF-8', { locale: 'C.UTF-8' }, 'Europe/Madrid', 'ES?'],
    ['4 locale POSIX', { locale: 'POSIX' }, 'Asia/Tokyo', 'JP?'],
    ['4 bare en', { locale: 'en' }, 'Europe/London', 'GB?'],
    ['4 en_US outside America', { locale: 'en_US.UTF-8' }, 'Europe/Warsaw', 'US? PL?'],
    ['4 en_US in no zone', { locale: 'en_US.UTF-8' }, 'UTC', 'US?'],
    ['5 nothing known', {}, undefined, 'generic'],
    ['5 locale C without a zone', { locale: 'C' }, 'UTC', 'generic'],
    ['5 neither is listed', { locale: 'es_PE' }, 'America/Lima', 'generic'],
    ['7 a failure on the way', { locale: 'en_GB' }, new Error('no Intl'), 'generic'],
  ])('%s', (_name, settings, zone, expected) => {
    expect(chosen(settings, zone)).toBe(expected);
  });

  it.each(countries.map((row) => [row.country, row] as const))(
    '8 %s keeps its number as text',
    (code, row) => {
      expect(chosen({ country: code }, unused)).toBe(`${code} ${row.emergency} set`);
      expect(chosen({ locale: `xx_${code}.UTF-8` }, undefined)).toBe(
        code === 'US' ? 'US?' : `${code} ${row.emergency}`,
      );
    },
  );
});
