/**
 * The shape of everything the product knows. The types come from these schemas; content files import
 * the types only, so no schema is loaded when the program runs. Tests parse every table with them.
 */
import * as z from 'zod/mini';

const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const text = z.string().check(z.minLength(1));
const list = <Item extends z.ZodMiniType>(item: Item) => z.readonly(z.array(item));
const nonEmptyList = <Item extends z.ZodMiniType>(item: Item) =>
  z.readonly(z.array(item).check(z.minLength(1)));

/** A publication that a statement rests on. `checked` says whether its text was read or remembered. */
export const sourceSchema = z.strictObject({
  id,
  kind: text,
  title: text,
  authors: text,
  /** Year of publication, null when the page carries none. */
  year: z.nullable(z.number()),
  doi: z.nullable(z.string()),
  publisher: z.nullable(z.string()),
  /** What it says that matters here, in our words. */
  says: text,
  checked: z.enum(['seen', 'recalled']),
});
export type Source = z.infer<typeof sourceSchema>;
/** As much of a publication as the program says. */
export type Citation = Pick<Source, 'id' | 'title' | 'authors' | 'year' | 'doi' | 'checked'>;

/** How soon a professional is needed, lowest first (`rank` is the position). */
export const urgencies = ['self-care', 'routine', 'urgent', 'emergency'] as const;
export const urgencySchema = z.enum(urgencies);
export type Urgency = z.infer<typeof urgencySchema>;

/** What a statement rests on: at least one source, or the project's own labelled judgement, or both. */
export const basisFields = {
  sources: list(id),
  /** True when the project judged it (wholly or in part) because no source fixes it. */
  judged: z.optional(z.boolean()),
};

/**
 * The rule language. It has no negation, so a worse answer can only make an expression truer:
 * - `yes`: that question answered yes (not sure makes it "not sure")
 * - `chosen`: one of these options was chosen
 * - `number` with `atLeast` or `below`: a one-way threshold on an age, a duration in days or a 0-10 scale
 * - `atLeastUnsure`: so many of these questions answered not sure or yes
 * - `all`, `any`, `atLeast … of`
 * - `set`: a named expression, kept in one place
 */
export type Expression =
  | { readonly yes: string }
  | { readonly chosen: string; readonly options: readonly string[] }
  | { readonly number: string; readonly atLeast: number }
  | { readonly number: string; readonly below: number }
  | { readonly atLeastUnsure: number; readonly questions: readonly string[] }
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly atLeast: number; readonly of: readonly Expression[] };

export const expressionSchema: z.ZodMiniType<Expression> = z.lazy(() =>
  z.union([
    z.strictObject({ yes: id }),
    z.strictObject({ chosen: id, options: nonEmptyList(id) }),
    z.strictObject({ number: id, atLeast: z.number() }),
    z.strictObject({ number: id, below: z.number() }),
    z.strictObject({
      atLeastUnsure: z.number().check(z.minimum(1)),
      questions: nonEmptyList(id),
    }),
    z.strictObject({ all: nonEmptyList(expressionSchema) }),
    z.strictObject({ any: nonEmptyList(expressionSchema) }),
    z.strictObject({
      atLeast: z.number().check(z.minimum(1)),
      of: nonEmptyList(expressionSchema),
    }),
  ]),
);

export const optionSchema = z.strictObject({
  id,
  label: text,
  /** The option excludes the others ("none of these"). */
  alone: z.optional(z.boolean()),
  /** How often an ordinary person with back pain would choose it, 0 to 1 (assumed; steers question order only). */
  share: z.number().check(z.minimum(0), z.maximum(1)),
});

export const screens = [
  'screen-nerves',
  'screen-emergency',
  'screen-signs',
  'screen-about-you',
  'screen-pregnancy',
  'screen-follow-up',
] as const;
export const screenIdSchema = z.enum(screens);
export type ScreenId = z.infer<typeof screenIdSchema>;

const questionFields = {
  id,
  /** What a list shows: at most eight words. */
  label: text,
  /** The full question, one idea, words a 12-year-old reads. */
  ask: text,
  /** Answer to "why do you ask?". */
  why: text,
  /** When the question makes sense; left out means always. Monotone, like every expression. */
  when: z.optional(expressionSchema),
  /** "Rather not say" is offered. It has no effect on the level but prints the item's safety line. */
  private: z.optional(z.boolean()),
  /** Saved only if the person agrees: the review screen offers to drop it. */
  sensitive: z.optional(z.boolean()),
  /** What a rule assumes when nobody answered: `no` unless said otherwise. */
  unknown: z.optional(z.enum(['no', 'unsure', 'yes'])),
  /** Never offered while this holds, or may hold: a caution for self-tests, which no rule depends on. */
  unsafeWhen: z.optional(expressionSchema),
  /** Asked only once this pattern has become at least so likely (0 to 1). */
  whenPattern: z.optional(z.strictObject({ pattern: z.lazy(() => patternIdSchema), atLeast: z.number() })),
  /** A danger-sign screen this belongs to; findings that only describe the pain have none. */
  screen: z.optional(screenIdSchema),
  /** The block (one page of the terminal) inside its screen. */
  block: z.optional(id),
  /** `core` is always asked, `branch` when it can change what is said, `test` last and skippable. */
  role: z.enum(['safety', 'core', 'branch', 'test', 'consider', 'closing']),
  /** What a yes may be a sign of (safety items). */
  suspects: z.optional(text),
  ...basisFields,
};

export const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('bool'),
    ...questionFields,
    /** Level when it is the only positive answer. */
    alone: z.optional(urgencySchema),
    /** Share of ordinary people with back pain who would say yes (assumed; steers question order and the simulation). */
    share: z.number().check(z.minimum(0), z.maximum(1)),
  }),
  z.strictObject({
    kind: z.literal('single'),
    ...questionFields,
    options: nonEmptyList(optionSchema),
  }),
  z.strictObject({
    kind: z.literal('multi'),
    ...questionFields,
    options: nonEmptyList(optionSchema),
  }),
  z.strictObject({
    kind: z.literal('number'),
    ...questionFields,
    unit: z.enum(['years', 'days', 'of 10']),
    minimum: z.number(),
    maximum: z.number(),
    /** Named ranges that likelihood ratios refer to; a value belongs to the last band it reaches. */
    bands: z.optional(list(z.strictObject({ id, from: z.number(), share: z.number() }))),
    /** The ends of a scale in words. */
    ends: z.optional(z.readonly(z.tuple([text, text]))),
  }),
]);
export type Question = z.infer<typeof questionSchema>;

export const ruleSchema = z.strictObject({
  id,
  urgency: urgencySchema,
  /** What the rule looks for, in plain words. */
  suspects: text,
  when: expressionSchema,
  ...basisFields,
});
export type Rule = z.infer<typeof ruleSchema>;

export const patternIds = [
  'pulled-muscle',
  'poor-posture',
  'chronic-stress',
  'tight-hamstrings',
  'spinal-problem',
  'myofascial-pain',
] as const;
export const patternIdSchema = z.enum(patternIds);
export type PatternId = z.infer<typeof patternIdSchema>;

export const subtypeIds = ['facet', 'disc-degeneration', 'herniation', 'nerve-root'] as const;
export const subtypeIdSchema = z.enum(subtypeIds);
export type SubtypeId = z.infer<typeof subtypeIdSchema>;

/** Which answer a likelihood ratio belongs to. `band` names a range of a number question. */
export const findingValueSchema = z.union([
  z.strictObject({ is: z.enum(['yes', 'no']) }),
  z.strictObject({ anyOf: nonEmptyList(id) }),
  z.strictObject({ optionsAtLeast: z.number() }),
  z.strictObject({ band: id }),
]);
export type FindingValue = z.infer<typeof findingValueSchema>;

const ratio = z.number().check(z.positive());
/** C1, C1b: as in the page that the matrices come from. */
const clusterId = z.string().check(z.regex(/^C\d+[a-z]?$/));
const evidenceFields = {
  finding: id,
  value: findingValueSchema,
  /** Counts only when this holds too ("neck pain only"). */
  when: z.optional(expressionSchema),
  /** Findings in one cluster share information; their product is capped. Left out: stands alone. */
  cluster: z.optional(clusterId),
  /** How the answer reads in "what spoke for it" and "what spoke against it", as a clause. */
  says: text,
  ...basisFields,
};
/** One row of matrix A: likelihood ratios for the six patterns. A pattern left out has ratio 1. */
export const evidenceSchema = z.strictObject({
  ...evidenceFields,
  ratios: z.partialRecord(patternIdSchema, ratio),
});
export type Evidence = z.infer<typeof evidenceSchema>;
/** One row of matrix B: likelihood ratios for the four spinal sub-problems. */
export const subtypeEvidenceSchema = z.strictObject({
  ...evidenceFields,
  ratios: z.partialRecord(subtypeIdSchema, ratio),
});
export type SubtypeEvidence = z.infer<typeof subtypeEvidenceSchema>;

export const clusterSchema = z.strictObject({
  id: clusterId,
  /** What the members have in common, so that they must not be counted twice. */
  shares: text,
  combine: z.enum(['product', 'furthest-from-1', 'largest']),
  maximum: ratio,
  minimum: ratio,
});
export type Cluster = z.infer<typeof clusterSchema>;

/** How far a seed-article claim is borne out. */
export const verdicts = ['supported', 'mixed', 'weak', 'contradicted', 'common-sense'] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

export const patternSchema = z.strictObject({
  id: patternIdSchema,
  name: text,
  /** Prior odds come from this share, 0 to 1. */
  prior: z.number().check(z.positive(), z.maximum(1)),
  priorReason: text,
  role: z.enum(['set-off', 'keeps-going', 'comes-from']),
  /** At least one must be positive, or the pattern is capped at 0.30 once all were answered. */
  gate: nonEmptyList(expressionSchema),
  card: z.strictObject({
    /** What it is, in two or three short sentences. */
    what: text,
    /** How it may work, each with its verdict. */
    how: list(z.strictObject({ says: text, verdict: verdictSchema, ...basisFields })),
    /** What would speak against it. */
    against: text,
  }),
  ...basisFields,
});
export type Pattern = z.infer<typeof patternSchema>;

export const subtypeSchema = z.strictObject({
  id: subtypeIdSchema,
  name: text,
  prior: z.number().check(z.positive(), z.maximum(1)),
  /** No matter what was answered, its share never passes this (facet: no history rule has held up). */
  cap: z.optional(z.number()),
  says: text,
  ...basisFields,
});
export type Subtype = z.infer<typeof subtypeSchema>;

/** Something worth asking a clinician about, beside the patterns. */
export const considerSchema = z.strictObject({
  id,
  name: text,
  when: expressionSchema,
  urgency: urgencySchema,
  says: text,
  askFor: text,
  ...basisFields,
});
export type Consider = z.infer<typeof considerSchema>;

export const planMoments = ['now', 'today', 'this-week', 'usually'] as const;
export const planMomentSchema = z.enum(planMoments);
/** One line of the plan. Offered when one of its patterns fits (or always) and its condition holds. */
export const planItemSchema = z.strictObject({
  id,
  when: planMomentSchema,
  /** Patterns it is for; `general` is everyone, and what is said when no pattern is clear. */
  for: list(z.union([patternIdSchema, z.literal('general')])),
  /** Smaller comes first within a moment. */
  order: z.number(),
  condition: z.optional(expressionSchema),
  /** Drops out when this holds (a leg sign drops the hamstring pull): a caution, not a triage rule. */
  leaveOutIf: z.optional(expressionSchema),
  text,
  /** For the first screen, where the first sentence alone would lose its sense or its caution: a statement. */
  short: z.optional(text),
  /** Why it is offered, one sentence. */
  because: text,
  grade: z.optional(z.enum(['good', 'some', 'thin', 'against'])),
  ...basisFields,
});
export type PlanItem = z.infer<typeof planItemSchema>;

export const claimSchema = z.strictObject({
  /** S01 to S112, the row in the seed article's order. */
  id: z.string().check(z.regex(/^S\d{2,3}$/)),
  section: text,
  claim: text,
  where: text,
  verdict: verdictSchema,
  evidence: text,
  say: text,
  ...basisFields,
});
export type Claim = z.infer<typeof claimSchema>;

export const countrySchema = z.strictObject({
  /** ISO 3166 two-letter code. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  name: text,
  /** What to dial, as a string: leading zeros matter. */
  emergency: text,
  crisis: z.optional(text),
  adviceLine: z.optional(text),
  /** True when the number is remembered, not confirmed against a second list. */
  recalled: z.optional(z.boolean()),
});
export type Country = z.infer<typeof countrySchema>;

/** One page of the interview: which questions stand together, under which title. */
export const blockSchema = z.strictObject({
  id,
  title: text,
  /** Sentence over the list. */
  stem: z.optional(text),
});
export type Block = z.infer<typeof blockSchema>;
