/**
 * The shape of what the watch looks for in the record, beside the rules of an assessment. Content files import the types
 * only; tests parse the table with the schema.
 */
import * as z from 'zod/mini';
import { basisFields } from './schema.ts';

const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const text = z.string().check(z.minLength(1));
const day = z.number().check(z.minimum(0));
const points = z.number().check(z.minimum(0), z.maximum(10));

/**
 * When something is worth a word. "Days" count from when the pain began, or from the first entry where it is older than
 * twelve weeks; "start" is the usual pain then.
 * - `worse-than-start`: the last two days with an entry are so many points above the start
 * - `rising`: the last two days with an entry are so many points above the week before them
 * - `no-gain`: the last week is not below the start at all
 * - `no-real-gain`: less than so many points or this share of the start, and no activity of the person's own up by `goal`
 * - `still-limits`: it stops the person by at least so much
 * - `worst`: worst pain of this entry
 * - `new-place`: it hurts in one of these places, and was not known to
 */
export const watchConditionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('worse-than-start'), fromDay: day, points }),
  z.strictObject({ kind: z.literal('rising'), points }),
  z.strictObject({ kind: z.literal('no-gain'), fromDay: day }),
  z.strictObject({
    kind: z.literal('no-real-gain'),
    fromDay: day,
    points,
    share: z.number().check(z.minimum(0), z.maximum(1)),
    goal: points,
  }),
  z.strictObject({ kind: z.literal('still-limits'), fromDay: day, interference: points }),
  z.strictObject({ kind: z.literal('worst'), points }),
  z.strictObject({ kind: z.literal('new-place'), places: z.readonly(z.array(id).check(z.minLength(1))) }),
]);
export type WatchCondition = z.infer<typeof watchConditionSchema>;

export const watchRuleSchema = z.strictObject({
  id,
  when: watchConditionSchema,
  /** `routine`: book an appointment. `note`: look again, or ask if you wish. */
  tone: z.enum(['routine', 'note']),
  /** What was seen, one sentence. */
  title: text,
  /** What to do, one or two sentences. `{advice}` is a line to call. */
  action: text,
  /** Rules, here and of an assessment, that need not be said beside this one. */
  covers: z.readonly(z.array(id)),
  ...basisFields,
});
export type WatchRule = z.infer<typeof watchRuleSchema>;
