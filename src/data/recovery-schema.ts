/**
 * The shape of recovery: one track for each pattern, its phases with what lets a person go on, the daily list, when it is
 * off track, ladders back to work and sport, and what to do in a flare. Content files import the types only; tests parse
 * every table with the schemas.
 */
import * as z from 'zod/mini';
import { stageNumberSchema } from './exercise-schema.ts';
import { basisFields, expressionSchema } from './schema.ts';

const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const text = z.string().check(z.minLength(1));
const list = <Item extends z.ZodMiniType>(item: Item) => z.readonly(z.array(item));
const nonEmptyList = <Item extends z.ZodMiniType>(item: Item) =>
  z.readonly(z.array(item).check(z.minLength(1)));
const day = z.number().check(z.minimum(0));
const count = z.number().check(z.minimum(1));
const pain = z.number().check(z.minimum(0), z.maximum(10));

export const trackIds = [
  'pulled-muscle',
  'poor-posture',
  'chronic-stress',
  'tight-hamstrings',
  'spinal-facet',
  'spinal-disc',
  'spinal-nerve',
  'myofascial-pain',
  'no-clear-pattern',
] as const;
export const trackIdSchema = z.enum(trackIds);
export type TrackId = z.infer<typeof trackIdSchema>;

/** A statement of its own, with what it rests on. */
export const statementSchema = z.strictObject({ text, ...basisFields });
export type Statement = z.infer<typeof statementSchema>;

/** Something a person can do again, or cannot yet: asked before a phase is left. */
export const taskSchema = z.strictObject({
  id,
  /** What a list shows: at most eight words. */
  label: text,
  /** The full question; covers two days, so that one good hour does not count. */
  ask: text,
  ...basisFields,
});
export type Task = z.infer<typeof taskSchema>;

/** What must be so before the next phase; all of a phase's criteria together. */
export const criterionSchema = z.discriminatedUnion('kind', [
  /** Usual pain at most so much on each of the last days (of the person) that were noted, in a row. */
  z.strictObject({ kind: z.literal('pain'), atMost: pain, days: count }),
  /** The newest answer about this task is yes. */
  z.strictObject({ kind: z.literal('task'), task: id }),
  /** Ticked on so many of the last days. */
  z.strictObject({ kind: z.literal('done'), item: id, times: count, days: count, within: count }),
  /** So many days in this phase at least: length and strength take their time. */
  z.strictObject({ kind: z.literal('days-in-phase'), atLeast: count }),
]);
export type Criterion = z.infer<typeof criterionSchema>;

/** A line that may stand on the daily list. */
export const checklistItemSchema = z.strictObject({
  id,
  text,
  /** Suggested time of day or occasion, in words. */
  when: text,
  /** How long it takes, from and to; left out: no time of its own. */
  minutes: z.optional(z.readonly(z.tuple([z.number(), z.number()]))),
  /** The smallest useful version, which counts as done. */
  least: text,
  /** Command that starts it, without `backcare`: "stretch easy-walk". */
  starts: z.optional(text),
  /** Ready routine or exercise that a guided session of ticks this line. */
  routine: z.optional(id),
  /** A comfort: there for the taking, never counted in a goal. */
  comfort: z.optional(z.literal(true)),
  leaveOutIf: z.optional(expressionSchema),
  ...basisFields,
});
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

/** An item as one phase uses it, in the order in which it matters. */
export const phaseItemSchema = z.strictObject({
  item: id,
  /** Days a week; left out: daily. */
  daysAWeek: z.optional(z.number().check(z.minimum(1), z.maximum(7))),
  /** Times a day, from and to; left out: once. */
  times: z.optional(z.readonly(z.tuple([count, count]))),
  /** Ready routines that take turns; for the item `routine` only. */
  routines: z.optional(nonEmptyList(id)),
  minutes: z.optional(z.readonly(z.tuple([z.number(), z.number()]))),
  /** From this day since the start of the pain on. */
  fromDay: z.optional(day),
  untilDay: z.optional(day),
});
export type PhaseItem = z.infer<typeof phaseItemSchema>;

export const phaseSchema = z.strictObject({
  id,
  name: text,
  /** Limits the exercises that are planned in this phase. */
  stage: stageNumberSchema,
  /** Usual days, both included: never a lock. The last phase has no end. */
  days: z.strictObject({ from: day, until: z.optional(day) }),
  /** What this phase is for. */
  purpose: text,
  checklist: nonEmptyList(phaseItemSchema),
  do: nonEmptyList(text),
  avoid: list(text),
  /** Work, driving and the rest of the day. */
  activity: text,
  /** What lets a person go on; empty in the last phase. */
  onward: list(criterionSchema),
  /** What usually happens by the end of this phase. */
  usually: text,
  ...basisFields,
});
export type Phase = z.infer<typeof phaseSchema>;

/** When things may come back, in days since the pain began (or since the plan did, where phases count from there). */
export const trackSettingsSchema = z.strictObject({
  /** Days on which lying down to rest is fine; 0: none is needed. */
  restDays: day,
  /** Day from which warmth comes before cold; 0: warmth at any time. */
  warmthFromDay: day,
  deskFromDay: day,
  liftingFromDay: day,
  runningFromDay: day,
  /** Day on which a clinician should look, if it is not clearly better. */
  reviewDay: day,
  /** How long it usually takes to feel clearly better, in words. */
  usualTime: text,
  ...basisFields,
});
export type TrackSettings = z.infer<typeof trackSettingsSchema>;

export const trackSchema = z.strictObject({
  id: trackIdSchema,
  name: text,
  /** What its phases count from: the day the pain began, or the day the plan did. */
  counts: z.enum(['onset', 'plan']),
  phases: nonEmptyList(phaseSchema),
  settings: trackSettingsSchema,
  /** For a milder course, told by the story. */
  mildSettings: z.optional(trackSettingsSchema),
  /** The one step that this track adds to another track's plan. */
  addition: phaseItemSchema,
  /** Items that this track keeps off the list, whichever track asks for them. */
  bars: list(id),
  /** What this track says beside its phases. */
  know: list(statementSchema),
  ...basisFields,
});
export type Track = z.infer<typeof trackSchema>;

export const offTrackRuleIds = [
  'danger-sign',
  'cannot-manage',
  'worse-after-a-week',
  'no-gain-in-two-weeks',
  'not-better-in-weeks',
  'six-weeks',
  'leg-feelings',
  'often-back',
  'work-medicine-mood',
  'lying-down',
  'flares-often',
  'slower-than-most',
] as const;
export const offTrackRuleIdSchema = z.enum(offTrackRuleIds);
export type OffTrackRuleId = z.infer<typeof offTrackRuleIdSchema>;

/** What speaks for changing something, what that is, and how soon. */
export const offTrackRuleSchema = z.strictObject({
  id: offTrackRuleIdSchema,
  /** `watch`: change something yourself. `off-track`: let somebody look. `stop`: the plan waits. */
  state: z.enum(['watch', 'off-track', 'stop']),
  says: text,
  /** What to do about it. */
  do: text,
  ...basisFields,
});
export type OffTrackRule = z.infer<typeof offTrackRuleSchema>;

/** What usually is, as part of the pain at the start: a band, never a forecast. */
export const expectationSchema = z.strictObject({
  day: count,
  /** Parts of the pain at the start, 0 to 1. */
  band: z.readonly(z.tuple([z.number(), z.number()])),
  says: text,
  ...basisFields,
});
export type Expectation = z.infer<typeof expectationSchema>;

export const ladderIds = ['desk', 'driving', 'lifting', 'housework', 'running', 'sport'] as const;
export const ladderIdSchema = z.enum(ladderIds);
export type LadderId = z.infer<typeof ladderIdSchema>;

export const ladderSchema = z.strictObject({
  id: ladderIdSchema,
  name: text,
  /** Which setting of the track says from when. */
  from: z.enum(['desk', 'lifting', 'running', 'any-day']),
  /** Not in an earlier stage than this. */
  fromStage: stageNumberSchema,
  steps: nonEmptyList(text),
  /** When to stop at once, or what to mind all the way. */
  care: text,
  ...basisFields,
});
export type Ladder = z.infer<typeof ladderSchema>;

/** A stretch of a flare: what to do in it. Hours count from its start. */
export const flareStepSchema = z.strictObject({
  id: z.enum(['first-hour', 'first-day', 'next-days', 'lead-back']),
  when: text,
  hours: z.strictObject({ from: z.number(), until: z.optional(z.number()) }),
  do: nonEmptyList(text),
  ...basisFields,
});
export type FlareStep = z.infer<typeof flareStepSchema>;

/** What makes a slower pace wise; phases take half as long again. */
export const slowReasonSchema = z.strictObject({ id, when: expressionSchema, says: text, ...basisFields });
export type SlowReason = z.infer<typeof slowReasonSchema>;

/** Everything that the recovery engine reasons with. */
export interface RecoveryTables {
  readonly tracks: readonly Track[];
  readonly items: readonly ChecklistItem[];
  readonly tasks: readonly Task[];
  readonly offTrackRules: readonly OffTrackRule[];
  readonly expectations: readonly Expectation[];
  readonly ladders: readonly Ladder[];
  /** When a step of a ladder has been climbed. */
  readonly ladderRule: Statement;
  readonly flareSteps: readonly FlareStep[];
  /** What a flare is, and is not. */
  readonly flareMeaning: Statement & { readonly short: string };
  /** The first minutes and hours when a muscle grabs: a mode beside any track. */
  readonly spasmSteps: readonly FlareStep[];
  readonly keepingWell: readonly Statement[];
  readonly slowReasons: readonly SlowReason[];
  /** How the goal of a week is meant. */
  readonly weekRule: Statement;
  /** What is known of plans like this. */
  readonly about: readonly Statement[];
  /** Answers that point to a milder course of a pulled muscle; with any of the others it is taken as moderate. */
  readonly moderateIf: z.infer<typeof expressionSchema>;
  /** A feeling below the knee or down an arm, or legs that ease on sitting. */
  readonly nerveSigns: z.infer<typeof expressionSchema>;
}
