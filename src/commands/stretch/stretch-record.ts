import type { RecordedEvent } from '../../context.ts';
import type { Answers } from '../../engine/answers.ts';
import type { PracticeResult } from '../../engine/practice/practice-result.ts';
import { type StopSign, stopSigns } from '../../engine/routine/after-session.ts';

/** Kinds of the events that `stretch` keeps. */
export const aroundKind = 'around';
export const signsKind = 'seven-lines';
export const practiceKind = 'practice';
export const practiceAfterKind = 'practice-after';
export const ownRoutineKind = 'own-routine';

/** How the body felt after a session, compared with before. */
export type Feeling = 'better' | 'same' | 'worse';

/** A guided session as it is kept, the moment it ends. */
export interface PracticeBody {
  /** Id of the ready or own routine or the exercise; left out when it was put together for that moment. */
  readonly routine?: string | undefined;
  readonly name: string;
  readonly result: PracticeResult;
  /** 0 to 10. */
  readonly painBefore?: number | undefined;
  /** How the morning after the session before this one was. */
  readonly morningAfterLast?: Feeling | undefined;
  /** Breathing or letting go: no load on the back, so it says nothing of how much exercise comes next. */
  readonly calm?: true;
}

/** How it was after a session: an event of its own, so that the session is safe before anything is asked. */
export interface PracticeAfterBody {
  /** Id of the event of the session. */
  readonly of: string;
  /** 0 to 10. */
  readonly painAfter?: number | undefined;
  readonly feeling?: Feeling | undefined;
  /** How it was after breathing or letting go. */
  readonly calm?: 'calmer' | 'same' | 'worse' | undefined;
  /** A sign to stop at once that came up. */
  readonly stopSign?: StopSign | undefined;
}

/** A saved session with what was said after it. Another version may have written it: every part may be missing. */
export interface SavedPractice {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly routine?: string | undefined;
  /** Exercises that were done, wholly or partly. */
  readonly exercises: readonly string[];
  /** Everything planned was done. */
  readonly finished: boolean;
  readonly painBefore?: number | undefined;
  readonly morningAfterLast?: Feeling | undefined;
  readonly painAfter?: number | undefined;
  readonly feeling?: Feeling | undefined;
  readonly stopSign?: StopSign | undefined;
}

/** Sessions of exercise from events of both kinds, in the order of the sessions. */
export function savedPractices(events: readonly RecordedEvent[]): readonly SavedPractice[] {
  const afters = events.filter(({ kind }) => kind === practiceAfterKind).map(({ body }) => fieldsOf(body));
  return events
    .filter(({ kind, body }) => kind === practiceKind && !isCalm(body))
    .map(({ id, at, body }) => savedPractice(at, fieldsOf(body), afters.find(({ of }) => of === id) ?? {}));
}

/** Whether a session was one of breathing or letting go. */
export function isCalm(body: unknown): boolean {
  return fieldsOf(body).calm === true;
}

type Fields = ReturnType<typeof fieldsOf>;

function savedPractice(at: string, session: Fields, after: Fields): SavedPractice {
  const listed = fieldsOf(session.result).items;
  const items = Array.isArray(listed) ? listed.map(fieldsOf) : [];
  return {
    at: Date.parse(at),
    routine: textOf(session.routine),
    exercises: items
      .filter(({ done }) => done === 'done' || done === 'partly')
      .flatMap(({ exercise }) => textOf(exercise) ?? []),
    finished: items.length > 0 && items.every(({ done }) => done === 'done'),
    painBefore: numberOf(session.painBefore),
    morningAfterLast: feelingOf(session.morningAfterLast),
    painAfter: numberOf(after.painAfter),
    feeling: feelingOf(after.feeling),
    stopSign: stopSigns.find(({ id }) => id === after.stopSign)?.id,
  };
}

export function feelingOf(value: unknown): Feeling | undefined {
  return value === 'better' || value === 'same' || value === 'worse' ? value : undefined;
}

/** Answers in the body of an event: those that an answer can be, and nothing else. */
export function savedAnswers(event: RecordedEvent | undefined): Answers {
  const entries = Object.entries(fieldsOf(fieldsOf(event?.body).answers));
  return Object.fromEntries(entries.filter(([, value]) => isAnswer(value))) as Answers;
}

function isAnswer(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'number') return true;
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

export function fieldsOf(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [name: string]: unknown })
    : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
