/** The shape of breathing and relaxation sessions. The content imports the types only; tests parse the table. */
import * as z from 'zod/mini';
import { gradeSchema } from './remedy-schema.ts';
import { basisFields } from './schema.ts';

const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const text = z.string().check(z.minLength(1));
const seconds = z.number().check(z.positive());
const list = <Item extends z.ZodMiniType>(item: Item) => z.readonly(z.array(item).check(z.minLength(1)));

/** How full the lungs, or the picture that breathes, are when it is over: 0 to 1. */
const air = z.number().check(z.minimum(0), z.maximum(1));

/** One part of a breath: the word that is shown and spoken, and how long it lasts. */
export const breathSchema = z.strictObject({ say: text, seconds, air });
export type Breath = z.infer<typeof breathSchema>;

/** One line of a script. Without `air` the picture only sways. */
export const sessionLineSchema = z.strictObject({ say: text, seconds, air: z.optional(air) });
export type SessionLine = z.infer<typeof sessionLineSchema>;

export const sessionTimingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rounds'),
    /** Getting there, while it is announced. */
    settleSeconds: seconds,
    round: list(breathSchema),
    rounds: z.number().check(z.minimum(1)),
    /** Breathing as one likes; 0 where the last breath ends it. */
    endSeconds: z.number().check(z.minimum(0)),
    /** However much time there is, it is never more. */
    mostRounds: z.optional(z.number().check(z.minimum(1))),
    /** An easier round, and what changes with it, a sentence. */
    easier: z.optional(z.strictObject({ way: text, round: list(breathSchema) })),
  }),
  z.strictObject({
    kind: z.literal('script'),
    /** Said once, each at its time; the announcement comes in the time of the first. */
    lines: list(sessionLineSchema),
  }),
]);
export type SessionTiming = z.infer<typeof sessionTimingSchema>;

/** What a session says of itself. */
export const sessionWordsSchema = z.strictObject({
  name: text,
  /** One sentence, spoken before it starts. */
  say: text,
  steps: list(text),
  /** When to stop with this one. */
  stop: text,
  grade: gradeSchema,
  /** What is known, one or two sentences. */
  evidence: text,
});
export type SessionWords = z.infer<typeof sessionWordsSchema>;

export const sessionSchema = z.strictObject({
  id,
  /** Other names that may be typed for it. */
  aliases: z.readonly(z.array(id)),
  /** The exercise whose cautions hold for it, and that speaks for it where it has no words of its own. */
  exercise: id,
  /** Left out: the exercise of the same id is told. */
  words: z.optional(sessionWordsSchema),
  /** When to choose it, short, as the end of a line. */
  when: text,
  /** All of it, from the first second to the last. */
  seconds,
  timing: sessionTimingSchema,
  /** What to do when one feels worse after it: one or two sentences. */
  worse: text,
  ...basisFields,
});
export type Session = z.infer<typeof sessionSchema>;

/** A moment of a day, and what fits it: one session, or several one after the other. */
export const sessionMomentSchema = z.strictObject({
  id,
  /** The moment, as the beginning of a line. */
  when: text,
  sessions: list(id),
  /** Another length than the sessions have by themselves. */
  seconds: z.optional(seconds),
  ...basisFields,
});
export type SessionMoment = z.infer<typeof sessionMomentSchema>;
