/**
 * The shape of the remedies: what a person may do themselves, what only a professional does, and which of it is
 * offered with which pattern. Content files import the types only; tests parse every table with the schemas.
 */
import * as z from 'zod/mini';
import { basisFields, expressionSchema, patternIds, subtypeIdSchema } from './schema.ts';

const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const text = z.string().check(z.minLength(1));
const day = z.number().check(z.minimum(0));

/** A grabbing muscle is not a pattern: relief mode runs beside any of them. */
export const remedyTargets = [...patternIds, 'spasm'] as const;
export const remedyTargetSchema = z.enum(remedyTargets);
export type RemedyTarget = z.infer<typeof remedyTargetSchema>;

/** Under 6 weeks, 6 to 12 weeks, over 12 weeks. */
export const chronicitySchema = z.enum(['acute', 'subacute', 'chronic']);

/** How good the evidence is; `against`: guidelines advise against routine use. */
export const gradeSchema = z.enum(['good', 'some', 'thin', 'against']);

const remedyFields = {
  id,
  name: text,
  /** Whom it is for; `general` is everyone. Empty: it is only explained to a person who asks. */
  for: z.array(z.union([remedyTargetSchema, z.literal('general')])),
  /** Narrows a spinal problem down to these. */
  subtypes: z.optional(z.array(subtypeIdSchema)),
  chronicity: z.array(chronicitySchema),
  /** Days from the start of the spell or flare, both included. Left out: no limit. */
  days: z.optional(z.strictObject({ from: day, until: z.optional(day) })),
  /** When in the course of things, in words. */
  timing: text,
  /** Left out where nobody graded it. */
  grade: z.optional(gradeSchema),
  /** What the grade holds for, where it differs from use to use. */
  gradeNote: z.optional(text),
  leaveOutIf: z.optional(expressionSchema),
  /** Shown only when the person asks about it or says that they use it. Never scold. */
  onlyIfAsked: z.optional(z.literal(true)),
  /** A notice of the safety net that goes with every mention. */
  notice: z.optional(z.enum(['medicines', 'heat-and-cold', 'mood'])),
  /** The line the product prints. */
  say: text,
  ...basisFields,
};

export const remedySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('self'),
    ...remedyFields,
    howMuch: text,
    /** With whom or where it does not go, and what to watch. */
    care: z.array(text),
  }),
  /** For a professional only: what it is and what to ask, never how, how much, how often or where to buy it. */
  z.strictObject({
    kind: z.literal('ask'),
    ...remedyFields,
    what: text,
    evidence: text,
    risks: z.array(text),
    questions: z.optional(z.array(text)),
  }),
]);
export type Remedy = z.infer<typeof remedySchema>;
export type SelfRemedy = Extract<Remedy, { kind: 'self' }>;
export type AskRemedy = Extract<Remedy, { kind: 'ask' }>;

/** Remedies by how they go with one pattern (++, +, ?, -), each list in the order of offer. */
export const remedyFitSchema = z.strictObject({
  first: z.array(id),
  may: z.array(id),
  ask: z.array(id),
  no: z.array(id),
});
export type RemedyFit = z.infer<typeof remedyFitSchema>;
export const remedyFitsSchema = z.record(remedyTargetSchema, remedyFitSchema);

/** A condition on one cell of the fit table. */
export const remedyLimitSchema = z.strictObject({
  remedy: id,
  target: remedyTargetSchema,
  fromDay: z.optional(day),
  untilDay: z.optional(day),
  subtypes: z.optional(z.array(subtypeIdSchema)),
  leaveOutIf: z.optional(expressionSchema),
});
export type RemedyLimit = z.infer<typeof remedyLimitSchema>;

/** One situation of the heat-or-cold decision; the first whose condition holds decides. */
export const heatOrColdSchema = z.strictObject({
  id,
  /** Left out where only the person knows (no question asks for it). */
  condition: z.optional(expressionSchema),
  situation: text,
  offer: z.enum(['cold', 'heat', 'either', 'the-other']),
  how: text,
  ...basisFields,
});
export type HeatOrCold = z.infer<typeof heatOrColdSchema>;

export const visitSchema = z.strictObject({
  id,
  /** Who is visited. */
  visit: text,
  /** Square brackets mark what the person fills in. */
  questions: z.array(text).check(z.minLength(1)),
  ...basisFields,
});
export type Visit = z.infer<typeof visitSchema>;
