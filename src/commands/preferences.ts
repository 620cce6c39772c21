import type { Context, Preferences } from '../context.ts';
import { RecordError } from '../errors.ts';

/** What holds when nothing is set, and when the file cannot be read. */
export const defaultPreferences: Preferences = {
  colour: 'auto',
  accessible: false,
  dayStart: 3,
  equipment: ['chair', 'wall'],
  floorWork: true,
  sound: 'bell',
  voice: 'auto',
};

export interface KnownPreferences {
  readonly preferences: Preferences;
  /** Why they could not be read; the defaults are used then. */
  readonly problem?: RecordError;
}

/** Preferences for commands that must answer even when the file is broken: what urgency there is comes first. */
export function tolerantPreferences(ctx: Context): KnownPreferences {
  try {
    return { preferences: ctx.preferences().read() };
  } catch (error) {
    if (error instanceof RecordError) return { preferences: defaultPreferences, problem: error };
    throw error;
  }
}
