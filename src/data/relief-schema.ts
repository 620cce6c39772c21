/**
 * The shape of quick help for a back that has grabbed. Content files import the types only; tests parse every table
 * with the schemas.
 */
import * as z from 'zod/mini';
import { basisFields } from './schema.ts';

const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const text = z.string().check(z.minLength(1));

/** One of the seven lines: several danger signs that call for one action, asked as one. */
export const reliefSignSchema = z.strictObject({
  id,
  /** What the list shows: at most nine words. */
  label: text,
  /** The full question. */
  ask: text,
  /** Safety questions of the interview that this line stands for. */
  covers: z.array(id).check(z.minLength(1)),
  /** What a yes can mean, one or two sentences. */
  means: text,
  /** Further facts that make it an emergency. Left out: the sign alone is one. */
  emergencyIf: z.optional(text),
  /** What else to do beside calling, one or two sentences. */
  also: z.optional(text),
  /** Words of the emergency screen that go with it. */
  case: z.optional(z.enum(['accident', 'cauda-equina', 'pregnancy'])),
  /** When it is no emergency but still for a clinician today or tomorrow, as a question. */
  urgentIf: z.optional(text),
  ...basisFields,
});
export type ReliefSign = z.infer<typeof reliefSignSchema>;

/** Something to do, avoid or know while the back is grabbing. `{number}` is the emergency number. */
export const reliefAdviceSchema = z.strictObject({
  id,
  /** Names it where it stands alone. */
  title: text,
  text,
  /** The same with its cautions for a narrow terminal, where the long form would push the first steps off the screen. */
  short: z.optional(text),
  ...basisFields,
});
export type ReliefAdvice = z.infer<typeof reliefAdviceSchema>;

/** How slow breathing is paced. */
export const breathingPaceSchema = z.strictObject({
  inSeconds: z.number().check(z.positive()),
  outSeconds: z.number().check(z.positive()),
  /** How long a session lasts at most. */
  totalSeconds: z.number().check(z.positive()),
  ...basisFields,
});
export type BreathingPace = z.infer<typeof breathingPaceSchema>;
