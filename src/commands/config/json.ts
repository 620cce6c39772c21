import type { PreferenceSetting } from '../../context.ts';

/** One preference for a script. Part of the `--json` contract: keys may be added, never taken away. */
export function settingJson({ key, value, default: fallback, isSet }: PreferenceSetting): object {
  return { key, value: value ?? null, default: fallback ?? null, isSet };
}

/** All preferences for a script, with what a person could know about them. */
export function settingsJson(settings: readonly PreferenceSetting[]): object {
  return {
    preferences: settings.map((setting) => ({
      ...settingJson(setting),
      meaning: setting.meaning,
      range: setting.range,
      example: setting.example,
    })),
  };
}
