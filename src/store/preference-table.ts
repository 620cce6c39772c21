import type { PreferenceTopic } from '../context.ts';
import { equipment } from '../data/exercise-words.ts';

/** How typed words become a value, and how a value is checked. */
export type PreferenceForm =
  | { readonly type: 'choice'; readonly words: readonly string[] }
  | { readonly type: 'several'; readonly words: readonly string[] }
  | { readonly type: 'switch' }
  | { readonly type: 'hour'; readonly from: number; readonly to: number }
  | { readonly type: 'country' }
  | { readonly type: 'phone' };

export interface PreferenceRow extends PreferenceTopic {
  readonly form: PreferenceForm;
}

export const colours = ['auto', 'always', 'never'] as const;
export const sounds = ['voice', 'bell', 'off'] as const;
export const voices = ['auto', 'off'] as const;
export const latestDayStart = 12;

/** Every preference: what `config` says about it, and what it may hold. */
export const preferenceTable = [
  {
    key: 'country',
    meaning: 'The country you are in, for the emergency number.',
    range: 'a country code of two letters (ISO 3166), such as GB or DE',
    default: undefined,
    example: 'GB',
    form: { type: 'country' },
  },
  {
    key: 'emergency-number',
    meaning: 'The number to call in an emergency, shown instead of the one for your country.',
    range: 'a telephone number of 2 to 15 digits',
    default: undefined,
    example: '112',
    form: { type: 'phone' },
  },
  {
    key: 'colour',
    meaning: 'When to use colour.',
    range: 'auto, always or never',
    default: 'auto',
    example: 'never',
    form: { type: 'choice', words: colours },
  },
  {
    key: 'accessible',
    meaning: 'Plain questions and lines that a screen reader can follow: nothing moves or is redrawn.',
    range: 'yes or no',
    default: false,
    example: 'yes',
    form: { type: 'switch' },
  },
  {
    key: 'day-start',
    meaning: 'The hour at which a new day begins for you, so that a late evening counts as the same day.',
    range: 'a whole hour from 0 to 12',
    default: 3,
    example: '4',
    form: { type: 'hour', from: 0, to: latestDayStart },
  },
  {
    key: 'equipment',
    meaning: 'What you have at hand for exercises.',
    range: 'any of chair, mat, wall, towel, band, pillow, stick, ball; or none',
    default: ['chair', 'wall'],
    example: 'chair wall mat',
    form: { type: 'several', words: equipment },
  },
  {
    key: 'floor-work',
    meaning: 'Whether exercises may take you down to the floor and up again.',
    range: 'yes or no',
    default: true,
    example: 'no',
    form: { type: 'switch' },
  },
  {
    key: 'sound',
    meaning: 'How a guided session tells you about the next step when you cannot see the screen.',
    range: 'voice, bell or off',
    default: 'bell',
    example: 'voice',
    form: { type: 'choice', words: sounds },
  },
  {
    key: 'voice',
    meaning: "Whether to speak with the system's voice, where there is one.",
    range: 'auto or off',
    default: 'auto',
    example: 'off',
    form: { type: 'choice', words: voices },
  },
] as const satisfies readonly PreferenceRow[];

export type PreferenceKey = (typeof preferenceTable)[number]['key'];

export const preferenceKeys: readonly string[] = preferenceTable.map(({ key }) => key);

/** The row of a key; undefined for every other word, such as `__proto__`. */
export function preferenceRow(key: string): (PreferenceRow & { readonly key: PreferenceKey }) | undefined {
  return preferenceTable.find((row) => row.key === key);
}
