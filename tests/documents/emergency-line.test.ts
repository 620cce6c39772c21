import { describe, expect, test } from 'vitest';
import { countries, genericEmergencyText, zoneNames } from '../../src/data/countries.ts';
import { contactOf, crisisCallout, emergencyBlocks } from '../../src/documents/emergency-line.ts';
import { chooseEmergencyNumber } from '../../src/engine/emergency-number.ts';

const table = { countries, zoneNames, generic: genericEmergencyText };
const contactIn = (
  settings: { country?: string; emergencyNumber?: string; locale?: string },
  zone?: string,
) => contactOf(chooseEmergencyNumber({ ...settings, zone: () => zone }, table));

describe('whom to call, in words', () => {
  test.each([
    ['set', contactIn({ country: 'IE' }), 'call 112 or 999 (Ireland) now.', ''],
    ['set without a country', contactIn({ emergencyNumber: '0112' }), 'call 0112 now.', ''],
    [
      'found',
      contactIn({}, 'Australia/Perth'),
      'call 000 (Australia) now.',
      'Somewhere else? Use your local number.',
    ],
    [
      'two candidates',
      contactIn({ locale: 'en_US' }, 'Asia/Tokyo'),
      'call 911 (United States) or 119 (Japan) now.',
      `Somewhere else? ${genericEmergencyText}`,
    ],
    [
      'two countries with one number',
      contactIn({ locale: 'de_DE' }, 'Europe/Paris'),
      'call 112 (Germany, France) now.',
      `Somewhere else? ${genericEmergencyText}`,
    ],
    [
      'nothing known',
      contactIn({}),
      'call your local emergency number now.',
      '112 works in Europe and from many mobile phones in the world; 911 in North America; 999 in the UK. If you are not sure, ask anyone near you to call.',
    ],
  ])('%s', (_name, contact, line, explanation) => {
    expect(contact.line).toBe(`If you think this is an emergency, ${line}`);
    expect(contact.explanation).toBe(explanation);
    expect(
      emergencyBlocks(contact)
        .map((block) => 'text' in block && block.text)
        .join(' '),
    ).toBe(`${contact.line} ${explanation}`.trim());
  });

  test.each([
    [
      'a country with a line',
      contactIn({ country: 'GB' }),
      'Please call Samaritans on 116 123, or 999 or 112 if',
    ],
    [
      'a country without',
      contactIn({ country: 'BR' }),
      'Please call a crisis line (116 123 in several European',
    ],
    [
      'candidates of which one has a line',
      contactIn({ locale: 'en_US' }, 'Asia/Tokyo'),
      'Please call 988 (you can text it too) in United States or a crisis line',
    ],
  ])('crisis line of %s', (_name, contact, words) => {
    expect(JSON.stringify(crisisCallout(contact))).toContain(words);
  });

  test('one line for every country, short enough for one row with its number', () => {
    for (const { country } of countries) {
      expect(contactIn({ country }).line).toMatch(
        /^If you think this is an emergency, call [\d, or]+ \(.+\) now\.$/,
      );
    }
  });
});
