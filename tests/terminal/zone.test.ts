import { describe, expect, test } from 'vitest';
import { zoneNames } from '../../src/data/countries.ts';
import { countryOfZone } from '../../src/engine/emergency-number.ts';
import { machineZone, systemZoneFacts, type ZoneFacts } from '../../src/terminal/zone.ts';

const byIntl = 'Asked/Intl';

function zoneOf(facts: Partial<ZoneFacts>): string {
  const none: ZoneFacts = { variable: undefined, link: () => undefined, isKnown: () => true };
  return machineZone({ ...none, ...facts }, () => byIntl);
}

describe('the zone of the machine', () => {
  test.each<readonly [string, Partial<ZoneFacts>, string]>([
    ['where the zone file points', { link: () => '/usr/share/zoneinfo/Europe/Berlin' }, 'Europe/Berlin'],
    [
      'on a Mac',
      { link: () => '/var/db/timezone/zoneinfo/America/Argentina/Salta' },
      'America/Argentina/Salta',
    ],
    [
      'TZ first',
      { variable: 'Asia/Kolkata', link: () => '/usr/share/zoneinfo/Europe/Berlin' },
      'Asia/Kolkata',
    ],
    ['an empty TZ is none', { variable: '', link: () => '/usr/share/zoneinfo/Asia/Tokyo' }, 'Asia/Tokyo'],
    ['a machine without a place', { link: () => '../usr/share/zoneinfo/Etc/UTC' }, 'UTC'],
    ['no link', {}, byIntl],
    ['a copy of a zone file', { link: () => '/somewhere/else' }, byIntl],
    ['an old name', { variable: 'US/Arizona' }, byIntl],
    ['a rule', { variable: 'CET-1CEST,M3.5.0,M10.5.0/3' }, byIntl],
    ['a name that no table has', { variable: 'Europe/Atlantis', isKnown: () => false }, byIntl],
    ['a path', { variable: 'Europe/../../../etc/passwd' }, byIntl],
  ])('%s', (_, facts, zone) => {
    expect(zoneOf(facts)).toBe(zone);
  });

  test('is a zone that Intl knows, whatever this machine is set to', () => {
    const zone = machineZone(systemZoneFacts(process.env.TZ));
    expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
  });

  test('leads to the same country by each of its names', () => {
    const names = [
      ...new Set([
        ...Intl.supportedValuesOf('timeZone'),
        ...Object.values(zoneNames).flatMap((names) => names.trim().split(/\s+/)),
      ]),
    ];
    const strange = names
      .map((name) => [name, new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone])
      .filter(
        ([name = '', canonical = '']) =>
          countryOfZone(name, zoneNames) !== countryOfZone(canonical, zoneNames),
      );
    expect(strange).toEqual([]);
  });
});
