import { productKnowledge } from '../../../src/commands/knowledge.ts';
import { sore } from '../../../src/data/audit/shared.ts';
import { watchRules } from '../../../src/data/watch.ts';
import { checkAnswers } from '../../../src/engine/answer-input.ts';
import type { Answers } from '../../../src/engine/answers.ts';
import { assess } from '../../../src/engine/assessment.ts';
import { personDay } from '../../../src/engine/log/person-day.ts';
import { type LogBody, type SavedEntry, savedEntry } from '../../../src/engine/log/saved-entry.ts';
import { type Watch, type WatchedAssessment, watch } from '../../../src/engine/watch/watch.ts';

const day = 24 * 60 * 60 * 1000;
const first = Date.parse('2026-11-02T19:00:00Z');
export const knowledge = productKnowledge();

/** An entry in the evening of a day, counted from 0. */
export function entryOn(number: number, body: LogBody): SavedEntry {
  const at = `${new Date(first + number * day).toISOString().slice(0, -1)}+00:00`;
  return savedEntry({ id: String(number), at, body });
}

/** What a person answered, as `diagnose` would take it. */
export function answersOf(given: { readonly [id: string]: unknown }): Answers {
  const checked = checkAnswers(Object.entries(given), knowledge);
  if (checked.kind === 'problem') throw new Error(JSON.stringify(checked.problem));
  return checked.answers;
}

/** Three days of middling low back pain: self-care. */
export const ordinary = answersOf({
  ...sore,
  age: 34,
  'pain-average': 5,
  'activity-limit': 2,
  trend: 'same',
});

/** The newest assessment, made on a day. */
export function assessedOn(number: number, answers: Answers = ordinary, isCurrent = true): WatchedAssessment {
  const { urgency, complete } = assess(answers, knowledge).triage;
  return {
    answers,
    summary: { at: first + number * day, urgency, complete },
    day: personDay(entryOn(number, {}), 3),
    isCurrent,
  };
}

export interface Course {
  readonly assessment?: WatchedAssessment;
  /** What the watch said is kept with each entry, as the command does it. */
  readonly entries: readonly (readonly [day: number, body: LogBody])[];
  readonly signs?: Answers;
  /** Day on which the last entry is written; that of the latest entry when left out. */
  readonly now?: number;
}

/** Lives through a course entry by entry. Gives what the watch said with each; signs come with the last. */
export function live({ assessment, entries, signs = {}, now }: Course): readonly Watch[] {
  const before: SavedEntry[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  return entries.map(([number, body], index) => {
    latest = Math.max(latest, number);
    const entry = entryOn(number, body);
    const isLast = index === entries.length - 1;
    const said = watch({
      knowledge,
      rules: watchRules,
      now: first + (isLast && now !== undefined ? now : latest) * day,
      entry,
      before,
      assessment,
      signs: isLast ? signs : {},
      dayStart: 3,
      asksWeeks: true,
      toldBefore: [],
    });
    before.push({ ...entry, told: said.told });
    return said;
  });
}

/** Ids of what was said with one entry. */
export function idsOf({ danger, concerns }: Watch): readonly string[] {
  const ids = concerns.map((concern) => (concern.kind === 'watch' ? concern.rule.id : concern.fired.rule.id));
  return danger === undefined ? ids : [danger.triage.urgency, ...ids];
}

/** Usual pain of one day after the other, from a day on. */
export function daily(from: number, ...usual: readonly number[]): readonly (readonly [number, LogBody])[] {
  return usual.map((value, index) => [from + index, { usual: value }] as const);
}
