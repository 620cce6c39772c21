/**
 * The shape of exercises, their poses, the ready routines, and what a person may have to plan around. Content files
 * import the types only; tests parse every table with the schemas.
 */
import * as z from 'zod/mini';
import { bodyParts, equipment, exerciseKinds, positions } from './exercise-words.ts';
import { chronicitySchema, gradeSchema, remedyTargetSchema } from './remedy-schema.ts';
import { basisFields, expressionSchema, subtypeIdSchema } from './schema.ts';

const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const text = z.string().check(z.minLength(1));
const list = <Item extends z.ZodMiniType>(item: Item) => z.readonly(z.array(item));
const nonEmptyList = <Item extends z.ZodMiniType>(item: Item) =>
  z.readonly(z.array(item).check(z.minLength(1)));
const seconds = z.number().check(z.minimum(0));
const count = z.number().check(z.minimum(1));
/** Whole degrees, counterclockwise from forward: 0 forward, 90 up, 180 backward, 270 down. */
const degrees = z.number().check(z.minimum(0), z.maximum(360));
const part = z.number().check(z.positive(), z.maximum(1));

export const positionSchema = z.enum(positions);
export type Position = z.infer<typeof positionSchema>;

export const equipmentSchema = z.enum(equipment);
export type Equipment = z.infer<typeof equipmentSchema>;

/** One move of a repetition, such as "lift" for two seconds. The word is shown and spoken. */
export const moveSchema = z.strictObject({ say: text, seconds: z.number().check(z.positive()) });
export type Move = z.infer<typeof moveSchema>;

/** How much of it. `sides` 2: all of it on one side, then all of it on the other. Times are seconds. */
export const doseSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hold'),
    holdSeconds: z.number().check(z.positive()),
    repetitions: count,
    sides: z.union([z.literal(1), z.literal(2)]),
    /** Between holds, and while changing sides. */
    restSeconds: seconds,
  }),
  z.strictObject({
    kind: z.literal('repetitions'),
    /** Repetitions in each set: [6, 4, 2] is three sets. */
    sets: nonEmptyList(count),
    /** The moves of one repetition. */
    moves: nonEmptyList(moveSchema),
    sides: z.union([z.literal(1), z.literal(2)]),
    /** Between sets, and while changing sides. */
    restSeconds: seconds,
  }),
  z.strictObject({
    kind: z.literal('timed'),
    seconds: z.number().check(z.positive()),
    /** Moves that go round for the whole time, such as a breath; left out for a walk. */
    moves: z.optional(nonEmptyList(moveSchema)),
    /** A script read once, its times stretched evenly to the whole: a body scan. Not together with `moves`. */
    script: z.optional(nonEmptyList(moveSchema)),
  }),
]);
export type Dose = z.infer<typeof doseSchema>;

/** What stands in the picture beside the body. Lengths are parts of the body's height. */
export const propSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('mat') }),
  /** A seat from x `from` to x `to` at height `height`; its backrest stands at one of the two. */
  z.strictObject({
    kind: z.literal('chair'),
    from: z.number(),
    to: z.number(),
    height: z.number(),
    back: z.enum(['from', 'to']),
  }),
  z.strictObject({ kind: z.literal('wall'), x: z.number() }),
  /** The post of a door frame, with room on both sides of it. */
  z.strictObject({ kind: z.literal('doorway'), x: z.number() }),
  z.strictObject({ kind: z.literal('wall-ball'), x: z.number(), height: z.number() }),
  /** A line from the hand to this point. */
  z.strictObject({ kind: z.literal('band'), x: z.number(), height: z.number() }),
  /** A line from the hand to the near toe. */
  z.strictObject({ kind: z.literal('strap') }),
  /** A line along torso and head. */
  z.strictObject({ kind: z.literal('stick') }),
  z.strictObject({ kind: z.literal('towel-under-low-back') }),
  z.strictObject({ kind: z.literal('pillow-under-knees') }),
]);

/** A body by its joint angles. Height is 1, the floor is 0, up is positive; in side view it faces forward (+x). */
export const poseSchema = z.strictObject({
  /** The hip joint. */
  hip: z.readonly(z.tuple([z.number(), z.number()])),
  torso: degrees,
  head: degrees,
  upperArm: degrees,
  foreArm: degrees,
  /** Only where the far arm differs. */
  upperArmFar: z.optional(degrees),
  foreArmFar: z.optional(degrees),
  /** The near leg is the working one. */
  thighNear: degrees,
  shinNear: degrees,
  footNear: degrees,
  thighFar: degrees,
  shinFar: degrees,
  footFar: degrees,
  /** How far the middle of the back is from a straight line, part of the height: positive round, negative arched. */
  spine: z.number(),
  /** Where the face points; left out: a quarter turn forward of `head`. */
  nose: z.optional(degrees),
  /** How far the belly stands out with a breath; left out where breathing is not the point. */
  belly: z.optional(z.number().check(z.minimum(0))),
  /** How much of a limb's length is seen where it points toward or away from the viewer; left out: all of it. */
  seen: z.optional(
    z.strictObject({ arm: z.optional(part), thigh: z.optional(part), shin: z.optional(part) }),
  ),
  /** Half the width of the shoulders, where they are seen from the front or from above; left out: none is seen. */
  shoulders: z.optional(part),
  view: z.enum(['side', 'front', 'top']),
  prop: propSchema,
});
export type Pose = z.infer<typeof poseSchema>;

export const poseNames = ['start', 'hold', 'counter', 'easier', 'deeper', 'strap'] as const;
export type PoseName = (typeof poseNames)[number];

/** `start` and `hold` of every exercise; the others are variants, or the opposite end of the movement. */
export const posesSchema = z.strictObject({
  /** What the pictures of `start`, `hold` and `counter` show, for a person who cannot see them: one or two sentences. */
  label: text,
  /** The same for each variant that is drawn, one sentence. */
  variantLabels: z.optional(z.partialRecord(z.enum(poseNames), text)),
  /** What stands under a picture where its usual caption would mislead: "Breathe in" instead of "Hold". */
  captions: z.optional(z.partialRecord(z.enum(poseNames), text)),
  /** Only what is above this height is shown, where the legs say nothing. */
  above: z.optional(z.number()),
  start: poseSchema,
  hold: poseSchema,
  deeper: z.optional(poseSchema),
  easier: z.optional(poseSchema),
  strap: z.optional(poseSchema),
  counter: z.optional(poseSchema),
});
export type Poses = z.infer<typeof posesSchema>;

/** 1 calm, 2 move, 3 rebuild, 4 return, 5 keep. */
export const stages = [1, 2, 3, 4, 5] as const;
export const stageNumberSchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
]);
export type StageNumber = z.infer<typeof stageNumberSchema>;

/** How far a person is, by days since it began and by what they can do. */
export const stageSchema = z.strictObject({
  stage: stageNumberSchema,
  name: text,
  /** Usual days since the start, both included; the last has no end. */
  days: z.strictObject({ from: z.number(), until: z.optional(z.number()) }),
  enterWhen: text,
  /** Pain above this keeps a person out of the stage. */
  painAtMost: z.number(),
  ...basisFields,
});
export type Stage = z.infer<typeof stageSchema>;

export const exerciseSchema = z.strictObject({
  id,
  name: text,
  alsoCalled: list(text),
  kind: z.enum(exerciseKinds),
  /** What it works on, in words. */
  targets: nonEmptyList(text),
  /** The first is what a plan balances on. */
  bodyParts: nonEmptyList(z.enum(bodyParts)),
  position: positionSchema,
  /** Each entry is one way to do it: all the things that it needs. `[[]]` needs nothing, `[[], ['towel']]` may use a towel. */
  ways: nonEmptyList(list(equipmentSchema)),
  dose: doseSchema,
  steps: nonEmptyList(text),
  /** One sentence, spoken before it starts: enough to get into it without a picture. */
  say: text,
  easier: z.optional(text),
  /** Where the easier version is done, when that is somewhere else: "sit instead". */
  easierPosition: z.optional(positionSchema),
  /** The same told from its beginning, for a person who must not do the ordinary version: nothing of that is said then. */
  easierInFull: z.optional(
    z.strictObject({
      /** Where the ordinary name tells the ordinary position. */ name: z.optional(text),
      say: text,
      steps: nonEmptyList(text),
    }),
  ),
  deeper: z.optional(text),
  /** Flags under which it is left out. */
  notWith: list(id),
  /** Flags under which the easier version takes its place, instead of leaving it out. */
  easierWith: z.optional(list(id)),
  /** Flags that the easier version brings up and the ordinary one does not: with them it is never offered. */
  easierNotWith: z.optional(list(id)),
  /** What a side is called where "left leg" or "left side" could be taken for the wrong one: "left knee down". */
  sides: z.optional(z.strictObject({ left: text, right: text })),
  /** Stop signs of its own, beside the general ones. */
  stop: z.optional(text),
  /** What it is for. */
  for: nonEmptyList(remedyTargetSchema),
  /** Narrows a spinal problem down to these. */
  subtypes: z.optional(list(subtypeIdSchema)),
  fromStage: stageNumberSchema,
  chronicity: nonEmptyList(chronicitySchema),
  grade: gradeSchema,
  /** What is known, one or two sentences. */
  evidence: text,
  note: z.optional(text),
  ...basisFields,
});
export type Exercise = z.infer<typeof exerciseSchema>;

export const routineStepSchema = z.strictObject({
  exercise: id,
  dose: doseSchema,
  /** Which version; left out: the ordinary one. */
  variant: z.optional(z.enum(['easier', 'deeper'])),
  /** The dose in words: "8 slow times". */
  how: text,
});
export type RoutineStep = z.infer<typeof routineStepSchema>;

export const routineSchema = z.strictObject({
  id,
  name: text,
  when: text,
  for: nonEmptyList(remedyTargetSchema),
  subtypes: z.optional(list(subtypeIdSchema)),
  fromStage: stageNumberSchema,
  note: text,
  steps: nonEmptyList(routineStepSchema),
  /** One step a session, in turn: the first takes the first, the next the second. Replaces `steps` from `fromStage` of its exercise on. */
  rotation: z.optional(list(routineStepSchema)),
  /** Sessions a day that the source asks for; left out: one. */
  sessionsADay: z.optional(count),
  ...basisFields,
});
export type Routine = z.infer<typeof routineSchema>;

/** The pages of "Anything I should plan around?". */
export const aroundBlocks = ['around-body', 'around-health', 'around-pain'] as const;

/** Something about a person that rules exercises out. Known from answers, or asked. */
export const planningFlagSchema = z.strictObject({
  id,
  /** What a list shows: at most eight words. */
  label: text,
  /** The full question. */
  ask: text,
  /** Answer to "why do you ask?". */
  why: text,
  /** "Leave out if …", the rest of the sentence, for sheets: "pain or tingling runs below the knee". */
  leaveOut: text,
  /** True with these answers of an assessment. Left out: only a person can say. */
  from: z.optional(expressionSchema),
  /**
   * Questions that settle it together: when the newest assessment has a plain answer to all of them and `from` is not
   * met, it is not asked again. One that could not be asked, since its `when` was not met, counts as answered no.
   */
  settledBy: z.optional(list(id)),
  /** Where it is asked when nothing settles it. Left out: never asked on these pages (pain now has its own question). */
  block: z.optional(z.enum(aroundBlocks)),
  /** What it changes, one sentence. */
  effect: text,
  /** Beats every list: nothing else is offered. */
  onlyAllow: z.optional(
    z.union([
      z.strictObject({ exercises: nonEmptyList(id) }),
      z.strictObject({ fromStageAtMost: stageNumberSchema }),
    ]),
  ),
  ...basisFields,
});
export type PlanningFlag = z.infer<typeof planningFlagSchema>;

/** What `desk-check` asks. Ends in habits, never in a score. */
export const deskQuestionSchema = z.strictObject({
  id,
  label: text,
  ask: text,
  why: text,
  options: nonEmptyList(
    z.strictObject({ id, label: text, /** Habits that this answer suggests. */ habits: list(id) }),
  ),
  ...basisFields,
});
export type DeskQuestion = z.infer<typeof deskQuestionSchema>;

export const deskHabitSchema = z.strictObject({ id, text, because: text, ...basisFields });
export type DeskHabit = z.infer<typeof deskHabitSchema>;

/** Everything the routine planner reasons with. */
export interface ExerciseTables {
  readonly exercises: readonly Exercise[];
  readonly routines: readonly Routine[];
  readonly flags: readonly PlanningFlag[];
  readonly stages: readonly Stage[];
}
