/**
 * The shape of reminders: schedules in floating local time, what each kind of them is about, its texts, and the ready plans.
 * Content files import the types only; tests parse every table with the schemas.
 */
import * as z from 'zod/mini';
import type { Statement, trackIdSchema } from './recovery-schema.ts';
import { basisFields } from './schema.ts';

const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const text = z.string().check(z.minLength(1));
const list = <Item extends z.ZodMiniType>(item: Item) => z.readonly(z.array(item));
const nonEmptyList = <Item extends z.ZodMiniType>(item: Item) =>
  z.readonly(z.array(item).check(z.minLength(1)));
const whole = z.number().check(z.multipleOf(1));
/** Minutes after midnight, 0 to 1439. */
const minuteOfDay = whole.check(z.minimum(0), z.maximum(1439));
/** "2026-12-24", a day of the person. */
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const weekdaySchema = z.enum(weekdays);
export type Weekday = z.infer<typeof weekdaySchema>;

/**
 * A stretch of the day on the person's clock. `until` is not in it. Where `until` is not after `from` it ends on the next
 * day, and belongs to the day it begins on. The whole day is 0 to 1440.
 */
export const windowSchema = z.strictObject({
  from: minuteOfDay,
  until: whole.check(z.minimum(0), z.maximum(1440)),
});
export type Window = z.infer<typeof windowSchema>;

/** Days off, both included. */
export const dateRangeSchema = z.strictObject({ from: date, until: date });
export type DateRange = z.infer<typeof dateRangeSchema>;

/** When the slots of a day are. */
export const whenSchema = z.discriminatedUnion('kind', [
  /** The first slot of a window is one interval after its start: that long a person has sat by then. */
  z.strictObject({
    kind: z.literal('every'),
    minutes: whole.check(z.minimum(5), z.maximum(720)),
    windows: nonEmptyList(windowSchema),
  }),
  /** Spread evenly over the windows. */
  z.strictObject({
    kind: z.literal('times'),
    count: whole.check(z.minimum(1), z.maximum(24)),
    windows: nonEmptyList(windowSchema),
  }),
  /** At these minutes of the day, in rising order. */
  z.strictObject({ kind: z.literal('at'), at: nonEmptyList(minuteOfDay) }),
]);
export type When = z.infer<typeof whenSchema>;

export const reminderKindIds = [
  'break',
  'upright',
  'hamstring',
  'routine',
  'walk',
  'breathe',
  'evening',
  'weekly',
  'stress',
  'wind-down',
  'recovery',
  'clinician',
  'heat',
  'own',
] as const;
export const reminderKindIdSchema = z.enum(reminderKindIds);
export type ReminderKindId = z.infer<typeof reminderKindIdSchema>;

/** When one kind of reminder comes. All times are what the person's clock shows, wherever that is. */
export const scheduleSchema = z.strictObject({
  id,
  kind: reminderKindIdSchema,
  /** What the person calls it. */
  name: text,
  /** Words after `backcare` that start it: "stretch desk-break". */
  starts: z.optional(text),
  /** A text of the person's own, shown instead of ours. */
  says: z.optional(text),
  /** What it follows in the person's day, said before the text: "after lunch". */
  cue: z.optional(text),
  when: whenSchema,
  /** The only day it comes on, whatever the weekdays say. */
  on: z.optional(date),
  /** Days it comes on; a window over midnight belongs to the day it begins on. */
  days: nonEmptyList(weekdaySchema),
  /** Days off of this schedule alone. */
  except: list(dateRangeSchema),
  /** So many minutes before the slot it comes, 0 to 720. */
  lead: whole.check(z.minimum(0), z.maximum(720)),
  /** Comes in quiet hours too: the person set such a time on purpose. */
  evenInQuiet: z.optional(z.literal(true)),
});
export type Schedule = z.infer<typeof scheduleSchema>;

/** What a cap counts together: prompts a day, of which two at one time are one. */
export const capIdSchema = z.enum(['desk', 'hamstring', 'upright', 'other']);
export type CapId = z.infer<typeof capIdSchema>;

/** What holds for all reminders of a kind. */
export const reminderKindSchema = z.strictObject({
  id: reminderKindIdSchema,
  name: text,
  cap: capIdSchema,
  /** Where more of a day are planned than its cap allows, these stay. */
  first: z.optional(z.literal(true)),
  /** Fit for pain of 7 or more. */
  gentle: z.optional(z.literal(true)),
  /** A plan that no schedule states: for `remind add` with little said. */
  usual: z.strictObject({ when: whenSchema, days: nonEmptyList(weekdaySchema) }),
  /** Allowed distance in minutes for `every`. */
  every: z.optional(z.strictObject({ from: whole, until: whole })),
  starts: z.optional(text),
  /** How long it takes, in minutes from and to. */
  minutes: z.readonly(z.tuple([z.number(), z.number()])),
  ...basisFields,
});
export type ReminderKind = z.infer<typeof reminderKindSchema>;

/** At most 60 characters when filled. `{n}` is the number of the slot in its day, `{min}` a number of minutes, 2 or more. */
export const reminderTextSchema = z.strictObject({
  id,
  text: text.check(z.maxLength(60)),
  /** Fit for pain of 7 or more. */
  gentle: z.optional(z.literal(true)),
});
export type ReminderText = z.infer<typeof reminderTextSchema>;

/** Schedules that are offered together. */
export const schedulePlanSchema = z.strictObject({
  id,
  name: text,
  /** What it means for a day, in a sentence. */
  says: text,
  schedules: nonEmptyList(scheduleSchema),
  /** Whole days of the plan that it holds for, counted from 0; left out: for good. */
  untilDay: z.optional(whole),
  /** Day of the course on which somebody should look at a back that is not clearly better; left out: that of the track. */
  reviewDay: z.optional(whole),
  ...basisFields,
});
export type SchedulePlan = z.infer<typeof schedulePlanSchema>;

/** Everything that the reminder planner reasons with. */
export interface ReminderTables {
  readonly kinds: readonly ReminderKind[];
  readonly caps: { readonly [cap in CapId]: number };
  readonly texts: { readonly [kind in ReminderKindId]: readonly ReminderText[] };
  /** For a locked screen: say nothing of a back. */
  readonly discreet: readonly ReminderText[];
  /** After days that slipped. */
  readonly missed: readonly ReminderText[];
  /** Quiet unless the person sets something else. */
  readonly quiet: readonly Window[];
  /** At most four prompts a day. */
  readonly few: SchedulePlan;
  /** What the article asks for, as one choice. */
  readonly article: SchedulePlan;
  readonly tracks: readonly {
    readonly track: z.infer<typeof trackIdSchema>;
    /** Ids of plans, in the order of their days. */
    readonly plans: readonly string[];
  }[];
  readonly plans: readonly SchedulePlan[];
  /** The day on which a clinician should look, if it is not clearly better. */
  readonly review: Schedule;
  /** What is known of reminders. */
  readonly about: readonly Statement[];
}
