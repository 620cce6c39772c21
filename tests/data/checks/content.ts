import { claims } from '../../../src/data/claims.ts';
import { countries, countrySources } from '../../../src/data/countries.ts';
import { deskHabits, deskQuestions } from '../../../src/data/desk-check.ts';
import type {
  DeskHabit,
  DeskQuestion,
  Exercise,
  ExerciseTables,
  PlanningFlag,
  Routine,
} from '../../../src/data/exercise-schema.ts';
import { exerciseTables } from '../../../src/data/exercise-tables.ts';
import { type KnowledgeTables, knowledgeTables } from '../../../src/data/knowledge.ts';
import { recoveryTables } from '../../../src/data/recovery-tables.ts';
import {
  reliefAvoid,
  reliefCall,
  reliefComfort,
  reliefPace,
  reliefSigns,
  reliefSteps,
  reliefUrgentAction,
} from '../../../src/data/relief.ts';
import { heatOrCold, remedies, tryOutRule, visits } from '../../../src/data/remedies.ts';
import { reminderTables } from '../../../src/data/reminder-tables.ts';
import { notices, resultScreens, safetyNet, safetyNetClose } from '../../../src/data/safety-net.ts';
import type { Expression, Question, Source } from '../../../src/data/schema.ts';
import { sources } from '../../../src/data/sources.ts';
import { sourcesAwaiting } from '../../../src/data/sources-awaiting.ts';
import { stressTables } from '../../../src/data/stress-tables.ts';

/** All that the content rules look at. */
export interface Content extends KnowledgeTables, ExerciseTables {
  readonly deskQuestions: readonly DeskQuestion[];
  readonly deskHabits: readonly DeskHabit[];
  readonly sources: readonly Source[];
  readonly sourcesAwaiting: { readonly [source: string]: string | undefined };
  /** Everything outside the engine's tables that is said and names its sources. */
  readonly said: readonly unknown[];
}

export const content: Content = {
  ...knowledgeTables,
  ...exerciseTables,
  deskQuestions,
  deskHabits,
  sources,
  sourcesAwaiting,
  said: [
    claims,
    countries,
    { sources: countrySources },
    [reliefAvoid, reliefCall, reliefComfort, reliefPace, reliefSigns, reliefSteps, reliefUrgentAction],
    [heatOrCold, remedies, tryOutRule, visits],
    [notices, resultScreens, safetyNet, safetyNetClose],
    recoveryTables,
    stressTables,
    reminderTables,
  ],
};

/**
 * One rule that the content keeps. `broken` is the content with that one rule broken: the check must name what is
 * wrong there, or it could not fail at all.
 */
export interface Check {
  readonly rule: string;
  readonly problems: (content: Content) => readonly string[];
  readonly broken: (content: Content) => Content;
}

/** The content with one question changed. */
export function withQuestion(of: Content, id: string, changes: object): Content {
  return {
    ...of,
    questions: of.questions.map((entry) =>
      entry.id === id ? ({ ...entry, ...changes } as Question) : entry,
    ),
  };
}

/** The content with one rule changed. */
export function withRule(of: Content, id: string, changes: object): Content {
  return { ...of, rules: of.rules.map((rule) => (rule.id === id ? { ...rule, ...changes } : rule)) };
}

/** The content with one exercise changed. */
export function withExercise(of: Content, id: string, changes: Partial<Exercise>): Content {
  return {
    ...of,
    exercises: of.exercises.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry)),
  };
}

/** The content with one routine changed. */
export function withRoutine(of: Content, id: string, changes: Partial<Routine>): Content {
  return {
    ...of,
    routines: of.routines.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry)),
  };
}

/** The content with one planning flag changed. */
export function withFlag(of: Content, id: string, changes: Partial<PlanningFlag>): Content {
  return { ...of, flags: of.flags.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry)) };
}

/** Every expression of the content, with where it stands. */
export function expressionsOf(of: Content): readonly (readonly [where: string, Expression])[] {
  const optional = (where: string, expression: Expression | undefined) =>
    expression === undefined ? [] : [[where, expression] as const];
  return [
    ...of.rules.map((rule) => [`rule ${rule.id}`, rule.when] as const),
    ...of.considerations.map((entry) => [`consideration ${entry.id}`, entry.when] as const),
    ...of.patterns.flatMap((entry) => entry.gate.map((gate) => [`gate of ${entry.id}`, gate] as const)),
    ...of.questions.flatMap((entry) => [
      ...optional(`when of ${entry.id}`, entry.when),
      ...optional(`unsafeWhen of ${entry.id}`, entry.unsafeWhen),
    ]),
    ...[...of.evidence, ...of.subtypeEvidence].flatMap((row) =>
      optional(`evidence of ${row.finding}`, row.when),
    ),
    ...of.planItems.flatMap((item) => [
      ...optional(`condition of ${item.id}`, item.condition),
      ...optional(`leaveOutIf of ${item.id}`, item.leaveOutIf),
    ]),
    ...of.flags.flatMap((flag) => optional(`from of ${flag.id}`, flag.from)),
  ];
}

/** Every source id that stands anywhere inside a value, with repeats. */
export function citedIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(citedIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'sources' && Array.isArray(inner) ? inner.map(String) : citedIn(inner),
  );
}

/** Ids that stand in a list more than once. */
export function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
}
