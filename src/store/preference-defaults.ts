import type { Preferences } from '../context.ts';
import type { StoredPreferences } from './preference-schema.ts';
import { type PreferenceKey, preferenceTable } from './preference-table.ts';

type Row = (typeof preferenceTable)[number];
type Defaults = { readonly [Key in PreferenceKey]: Extract<Row, { key: Key }>['default'] };

const defaults = Object.fromEntries(preferenceTable.map((row) => [row.key, row.default])) as Defaults;

/** Preferences as the program uses them, with the default for whatever is not set. */
export function preferencesFrom(stored: StoredPreferences): Preferences {
  return {
    country: stored.country,
    emergencyNumber: stored['emergency-number'],
    colour: stored.colour ?? defaults.colour,
    accessible: stored.accessible ?? defaults.accessible,
    dayStart: stored['day-start'] ?? defaults['day-start'],
    equipment: stored.equipment ?? defaults.equipment,
    floorWork: stored['floor-work'] ?? defaults['floor-work'],
    sound: stored.sound ?? defaults.sound,
    voice: stored.voice ?? defaults.voice,
  };
}
