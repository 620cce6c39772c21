import * as z from 'zod/mini';
import {
  deskHabitSchema,
  deskQuestionSchema,
  exerciseSchema,
  planningFlagSchema,
  routineSchema,
  stageSchema,
} from '../../../src/data/exercise-schema.ts';
import {
  blockSchema,
  clusterSchema,
  considerSchema,
  evidenceSchema,
  patternIds,
  patternSchema,
  planItemSchema,
  questionSchema,
  ruleSchema,
  sourceSchema,
  subtypeEvidenceSchema,
  subtypeIds,
  subtypeSchema,
  urgencies,
} from '../../../src/data/schema.ts';
import { partsOf } from '../../engine/expressions.ts';
import type { Check, Content } from './content.ts';
import { expressionsOf, repeated, withQuestion, withRule } from './content.ts';

type Table = Exclude<keyof Content, 'ruleSet' | 'singleFindingCap' | 'sourcesAwaiting' | 'said'>;

const schemas: { readonly [table in Table]: z.ZodMiniType } = {
  questions: questionSchema,
  blocks: blockSchema,
  rules: ruleSchema,
  considerations: considerSchema,
  patterns: patternSchema,
  evidence: evidenceSchema,
  clusters: clusterSchema,
  subtypes: subtypeSchema,
  subtypeEvidence: subtypeEvidenceSchema,
  subtypeClusters: clusterSchema,
  planItems: planItemSchema,
  exercises: exerciseSchema,
  routines: routineSchema,
  flags: planningFlagSchema,
  stages: stageSchema,
  deskQuestions: deskQuestionSchema,
  deskHabits: deskHabitSchema,
  sources: sourceSchema,
};
const tables = Object.keys(schemas) as Table[];

const shapes = tables.map(
  (table): Check => ({
    rule: `${table} have the shape of their schema`,
    problems: (of) =>
      of[table].flatMap((row, place) =>
        (z.safeParse(schemas[table], row).error?.issues ?? []).map(
          (issue) => `${place} ${issue.path.join('.')}: ${issue.message}`,
        ),
      ),
    broken: (of) => ({ ...of, [table]: [...of[table].slice(1), { ...of[table][0], surplus: true }] }),
  }),
);

const idTables = [
  'questions',
  'blocks',
  'rules',
  'considerations',
  'patterns',
  'clusters',
  'subtypes',
  'planItems',
  'exercises',
  'routines',
  'flags',
  'deskQuestions',
  'deskHabits',
] as const;
const uniqueIds = idTables.map(
  (table): Check => ({
    rule: `${table} have no id twice`,
    problems: (of) => repeated(of[table].map(({ id }) => id)),
    broken: (of) => ({ ...of, [table]: [...of[table], ...of[table].slice(0, 1)] }),
  }),
);

/** The kinds of expression there are, by their keys: none of them says "not". */
const expressionKinds = [
  'all',
  'any',
  'atLeast of',
  'atLeastUnsure questions',
  'chosen options',
  'number atLeast',
  'number below',
  'yes',
];

export const shapeChecks: readonly Check[] = [
  ...shapes,
  ...uniqueIds,
  {
    rule: 'options of a question have no id twice',
    problems: (of) =>
      [...of.questions, ...of.deskQuestions].flatMap((entry) =>
        'options' in entry
          ? repeated(entry.options.map(({ id }) => id)).map((id) => `${entry.id}: ${id}`)
          : [],
      ),
    broken: (of) =>
      withQuestion(of, 'trend', {
        options: [
          { id: 'same', label: 'Same', share: 0.5 },
          { id: 'same', label: 'Same', share: 0.5 },
        ],
      }),
  },
  {
    rule: 'rules, conditions and gates say no "not": a worse answer can only make them truer',
    problems: (of) =>
      expressionsOf(of).flatMap(([where, expression]) =>
        partsOf(expression)
          .map((part) => Object.keys(part).toSorted().join(' '))
          .filter((keys) => !expressionKinds.some((kind) => kind.split(' ').toSorted().join(' ') === keys))
          .map((keys) => `${where}: ${keys}`),
      ),
    broken: (of) => withRule(of, 'r-tb', { when: { all: [{ not: { yes: 'rf-fever' } }] } }),
  },
  {
    rule: '"so many of" asks for no more than there are',
    problems: (of) =>
      expressionsOf(of).flatMap(([where, expression]) =>
        partsOf(expression).flatMap((part) => {
          if ('of' in part && part.atLeast > part.of.length) return [where];
          return 'questions' in part && part.atLeastUnsure > part.questions.length ? [where] : [];
        }),
      ),
    broken: (of) => withRule(of, 'r-tb', { when: { atLeast: 2, of: [{ yes: 'rf-fever' }] } }),
  },
  {
    rule: 'the patterns are the six, and the sub-problems the four',
    problems: (of) => [
      ...patternIds.filter((id) => !of.patterns.some((entry) => entry.id === id)),
      ...subtypeIds.filter((id) => !of.subtypes.some((entry) => entry.id === id)),
    ],
    broken: (of) => ({ ...of, patterns: of.patterns.slice(1) }),
  },
  {
    rule: 'no consideration raises the level above routine: it is no danger sign',
    problems: (of) =>
      of.considerations.filter(({ urgency }) => urgencies.indexOf(urgency) > 1).map(({ id }) => id),
    broken: (of) => ({
      ...of,
      considerations: of.considerations.map((entry) => ({ ...entry, urgency: 'urgent' as const })),
    }),
  },
];
