/**
 * The shape of the stress plan: what presses, the seven strategies, the small actions that carry them out, when which
 * calm session, and the weekly review. Content files import the types only; tests parse every table with the schemas.
 */
import * as z from 'zod/mini';
import { basisFields, verdictSchema } from './schema.ts';

const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const text = z.string().check(z.minLength(1));
const list = <Item extends z.ZodMiniType>(item: Item) => z.readonly(z.array(item));
const nonEmptyList = <Item extends z.ZodMiniType>(item: Item) =>
  z.readonly(z.array(item).check(z.minLength(1)));

export const stressorIds = [
  'workload',
  'work-control',
  'job-security',
  'money',
  'caregiving',
  'conflict',
  'household',
  'health',
  'sleep',
  'phone-news',
  'lonely',
  'loss',
  'noise',
  'drive',
  'habits',
  'other',
] as const;
export const stressorIdSchema = z.enum(stressorIds);
export type StressorId = z.infer<typeof stressorIdSchema>;

export const strategyIds = [
  'simplify',
  'prioritise',
  'ask-for-help',
  'say-no',
  'time-for-yourself',
  'tackle-problems',
  'live-healthier',
] as const;
export const strategyIdSchema = z.enum(strategyIds);
export type StrategyId = z.infer<typeof strategyIdSchema>;

/** What many people find helps already: an action that builds on it comes first. */
export const helpIds = [
  'walking',
  'exercise',
  'talking',
  'quiet',
  'outdoors',
  'hobby',
  'sleeping-well',
  'order',
] as const;
export const helpIdSchema = z.enum(helpIds);
export type HelpId = z.infer<typeof helpIdSchema>;

/** Calm sessions of `stress-plan breathe`. */
export const sessionIds = [
  'slow-breathing-6',
  'box-breathing',
  'belly-breathing',
  'long-out-breath',
  'double-inhale-sigh',
  'four-seven-eight',
  'progressive-muscle-relaxation',
  'muscle-relaxation-short',
  'body-scan',
  'body-scan-short',
  'calm-place',
] as const;
export const sessionIdSchema = z.enum(sessionIds);
export type SessionId = z.infer<typeof sessionIdSchema>;

/** A statement of its own, with what it rests on. */
export const stressStatementSchema = z.strictObject({
  id,
  text,
  /** How sure it is. */
  verdict: verdictSchema,
  ...basisFields,
});
export type StressStatement = z.infer<typeof stressStatementSchema>;

/** Something that can press: one line of the tick list. */
export const stressorSchema = z.strictObject({
  id: stressorIdSchema,
  /** What the list shows: at most eight words. */
  label: text,
  /** What is meant, as a question. */
  ask: text,
  /** The stressor inside a sentence: "you ticked {inWords}". */
  inWords: text,
  ...basisFields,
});
export type Stressor = z.infer<typeof stressorSchema>;

/** One of the article's seven ways out. */
export const strategySchema = z.strictObject({
  id: strategyIdSchema,
  /** Its place in the article, 1 to 7. */
  number: z.number().check(z.minimum(1), z.maximum(7)),
  name: text,
  /** What it means, one or two sentences. */
  says: text,
  /** Rows of the article's claims that it answers. */
  claims: nonEmptyList(z.string().check(z.regex(/^S\d{2,3}$/))),
  verdict: verdictSchema,
  ...basisFields,
});
export type Strategy = z.infer<typeof strategySchema>;

/** How well a strategy suits a stressor: 2 suggested first, 1 also, left out: not suggested. */
export const strategyFitSchema = z.partialRecord(strategyIdSchema, z.union([z.literal(1), z.literal(2)]));
export type StrategyFit = z.infer<typeof strategyFitSchema>;

export const actionSchema = z.strictObject({
  id,
  strategy: strategyIdSchema,
  /** Part of a healthier life that it belongs to. */
  area: z.optional(z.enum(['sleep', 'movement', 'food', 'people'])),
  /** Belongs to the working day. */
  atWork: z.optional(z.literal(true)),
  /** Somebody must be in an office for it: Monday to Friday. */
  onWeekdays: z.optional(z.literal(true)),
  /** What the menu shows: at most ten words, an instruction. */
  name: text,
  /** A clause that goes on with "then I": "walk for ten minutes". */
  does: text,
  /** A clause that goes on with "If": something that happens by itself. */
  cue: text,
  /** The smallest useful version, as `does`: two minutes at most, and it counts. */
  small: text,
  /** 1 easy to 3 hard. */
  effort: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** Minutes it takes, from and to; left out: no time of its own. */
  minutes: z.optional(z.readonly(z.tuple([z.number(), z.number()]))),
  /** How often, in words. */
  often: text,
  /** Days a week it is suggested for; 0: once, and it is done. */
  daysAWeek: z.number().check(z.minimum(0), z.maximum(7)),
  /** Stressors that it suits. */
  suits: nonEmptyList(stressorIdSchema),
  /** Stressors among these that it was made for: it comes before what suits nearly everything. */
  madeFor: z.optional(list(stressorIdSchema)),
  /** What already helps the person and this builds on. */
  buildsOn: z.optional(list(helpIdSchema)),
  /** Can be done sitting, with a sore back. */
  easyOnBack: z.optional(z.literal(true)),
  /** Not offered to a person who may be afraid of someone at home. */
  notIfAfraid: z.optional(z.literal(true)),
  /** With whom it does not go, and what to mind. */
  care: z.optional(text),
  /** How sure it is that it helps with stress. */
  verdict: verdictSchema,
  ...basisFields,
});
export type Action = z.infer<typeof actionSchema>;

/** A question of the self-evaluation, in the shape that the terminal asks. */
export const stressQuestionSchema = z.strictObject({
  id,
  kind: z.enum(['bool', 'single', 'multi', 'number']),
  label: text,
  ask: text,
  why: text,
  options: z.optional(list(z.strictObject({ id, label: text, alone: z.optional(z.boolean()) }))),
  unit: z.optional(z.literal('of 10')),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
  ends: z.optional(z.readonly(z.tuple([text, text]))),
  /** "Rather not say" is offered. */
  private: z.optional(z.boolean()),
  /** Never kept in the record. */
  neverKept: z.optional(z.literal(true)),
  ...basisFields,
});
export type StressQuestion = z.infer<typeof stressQuestionSchema>;

export const evaluationPageIds = [
  'wellbeing',
  'self-harm',
  'stressors',
  'heaviest',
  'weight',
  'change',
  'safe-at-home',
  'what-helps',
] as const;
export const evaluationPageIdSchema = z.enum(evaluationPageIds);
export type EvaluationPageId = z.infer<typeof evaluationPageIdSchema>;

/** A page of the self-evaluation. Its questions stand in the order of the table. */
export const evaluationPageSchema = z.strictObject({
  id: evaluationPageIdSchema,
  title: text,
  stem: z.optional(text),
  /** Ids of questions; on the pages `weight` and `change` they are asked once for each stressor. */
  questions: nonEmptyList(id),
});
export type EvaluationPageEntry = z.infer<typeof evaluationPageSchema>;

export const signpostIds = [
  'crisis',
  'crisis-words',
  'low-mood',
  'very-stressed',
  'kept-private',
  'not-safe',
  'no-better',
  'hard-signs',
] as const;
export const signpostIdSchema = z.enum(signpostIds);
export type SignpostId = z.infer<typeof signpostIdSchema>;

/** Where a person is sent. `{number}` and `{line}` (the crisis line) are filled in as in the safety net. */
export const signpostSchema = z.strictObject({
  id: signpostIdSchema,
  title: text,
  lines: nonEmptyList(text),
  /** The crisis line goes with it. */
  withCrisisLine: z.boolean(),
  ...basisFields,
});
export type Signpost = z.infer<typeof signpostSchema>;

/** Help that fits, by what presses. */
export const professionalHelpSchema = z.strictObject({
  id,
  /** Who. */
  who: text,
  /** For what, a sentence. */
  says: text,
  /** Stressors; empty: any. */
  suits: list(stressorIdSchema),
  ...basisFields,
});
export type ProfessionalHelp = z.infer<typeof professionalHelpSchema>;

/** When which calm session. */
export const sessionChoiceSchema = z.strictObject({
  id,
  situation: text,
  sessions: nonEmptyList(sessionIdSchema),
  /** Minutes, where it is shorter than the session itself. */
  minutes: z.optional(z.number()),
  /** Stressors that point to it. */
  suits: list(stressorIdSchema),
  ...basisFields,
});
export type SessionChoice = z.infer<typeof sessionChoiceSchema>;

/** One part of a simpler working day, in its order. */
export const workStepSchema = z.strictObject({
  id,
  /** "Before you start". */
  when: text,
  /** Instructions, one or two. */
  do: nonEmptyList(text),
  /** Why, one sentence. */
  because: text,
  /** Actions of the menu that make a commitment of it. */
  actions: list(id),
  ...basisFields,
});
export type WorkStep = z.infer<typeof workStepSchema>;

export const obstacleIds = ['forgot', 'too-big', 'no-time', 'pain', 'low-mood', 'unsure', 'other'] as const;
export const obstacleIdSchema = z.enum(obstacleIds);
export type ObstacleId = z.infer<typeof obstacleIdSchema>;

export const decisions = ['keep', 'shrink', 'swap', 'stop'] as const;
export const decisionSchema = z.enum(decisions);
export type Decision = z.infer<typeof decisionSchema>;

/** What got in the way, and what to do about it. */
export const repairSchema = z.strictObject({
  obstacle: obstacleIdSchema,
  label: text,
  says: text,
  /** Proposed for the commitment. */
  proposes: decisionSchema,
  ...basisFields,
});
export type Repair = z.infer<typeof repairSchema>;

/** A question of the weekly review that is answered in a line of the person's own, asked in this order. */
export const reviewQuestionSchema = z.strictObject({
  id: z.enum(['helped', 'kind']),
  ask: text,
  why: text,
  ...basisFields,
});
export type ReviewQuestion = z.infer<typeof reviewQuestionSchema>;

/** Everything that the stress engine reasons with. */
export interface StressTables {
  readonly stressors: readonly Stressor[];
  readonly strategies: readonly Strategy[];
  readonly fits: { readonly [stressor in StressorId]: StrategyFit };
  readonly actions: readonly Action[];
  readonly questions: readonly StressQuestion[];
  readonly pages: readonly EvaluationPageEntry[];
  readonly signposts: readonly Signpost[];
  readonly professionalHelp: readonly ProfessionalHelp[];
  /** Said before anything else, and beside the plan: how stress and the back go together. */
  readonly firstWords: readonly StressStatement[];
  /** How if-then sentences, sizes and misses are meant. */
  readonly planWords: readonly StressStatement[];
  readonly sessionChoices: readonly SessionChoice[];
  readonly workDay: readonly WorkStep[];
  /** Steps to solve a problem, in their order. */
  readonly problemSteps: readonly StressStatement[];
  readonly reviewQuestions: readonly ReviewQuestion[];
  readonly repairs: readonly Repair[];
  /** For a tired person. */
  readonly quick: { readonly action: string; readonly rise: string; readonly session: SessionId };
}
