import * as z from 'zod/mini';
import { equipment } from '../data/exercise-words.ts';
import {
  colours,
  latestDayStart,
  type PreferenceKey,
  preferenceRow,
  sounds,
  voices,
} from './preference-table.ts';
import { valueFromWords } from './preference-words.ts';

/** Two capitals. Whether such a country exists is asked when it is set: that needs `Intl`, too slow for each reading. */
const country = z.string().check(z.regex(/^[A-Z]{2}$/));
const phone = z.string().check(z.regex(/^\+?(?:[ -]?\d){2,15}$/));
const hour = z.int().check(z.minimum(0), z.maximum(latestDayStart));

/** What the file holds. Unknown keys are looked for apart: they are named, but stop nobody. */
const schema = z.object({
  country: z.optional(country),
  'emergency-number': z.optional(phone),
  colour: z.optional(z.enum(colours)),
  accessible: z.optional(z.boolean()),
  'day-start': z.optional(hour),
  equipment: z.optional(z.array(z.enum(equipment))),
  'floor-work': z.optional(z.boolean()),
  sound: z.optional(z.enum(sounds)),
  voice: z.optional(z.enum(voices)),
} satisfies Record<PreferenceKey, unknown>);

export type StoredPreferences = z.infer<typeof schema>;

/** Either what the file says, or what is wrong with it, a sentence for each. */
export type PreferenceCheck =
  | { readonly ok: true; readonly stored: StoredPreferences }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Checks the content of the file. */
export function checkPreferences(content: unknown): PreferenceCheck {
  const result = schema.safeParse(content);
  if (result.success) return { ok: true, stored: result.data };
  // One sentence a key: an enum in a list would else complain about each of its entries.
  const problems = new Map(
    result.error.issues.map((issue) => [issue.path[0], messageFor(issue.code, issue.path)]),
  );
  return { ok: false, problems: [...problems.values()] };
}

/** Our own words: zod/mini has but "Invalid input". The table says what a key may hold. */
function messageFor(code: string, path: readonly PropertyKey[]): string {
  const row = preferenceRow(String(path[0]));
  if (row === undefined) return 'The file must hold one JSON object: { … }.';
  const example = JSON.stringify(valueFromWords(row.form, row.example.split(' ')));
  const where = code === 'invalid_value' && path.length > 1 ? ` (entry ${Number(path[1]) + 1})` : '';
  return `"${row.key}"${where} must be ${row.range}, in the file for example ${example}.`;
}
