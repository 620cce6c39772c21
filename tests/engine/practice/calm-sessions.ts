import { exerciseTables } from '../../../src/data/exercise-tables.ts';
import type { Session } from '../../../src/data/session-schema.ts';
import { sessions } from '../../../src/data/stress/calm-sessions.ts';
import {
  type ReadySession,
  readySession,
  sessionScript,
} from '../../../src/engine/practice/session-script.ts';

type Wish = Parameters<typeof readySession>[2];

/** A session of the product by its id. */
export function sessionOf(id: string): Session {
  const found = sessions.find((session) => session.id === id);
  if (found === undefined) throw new Error(`no session ${id}`);
  return found;
}

/** The same as a person does it. */
export function readyOf(id: string, wish?: Wish): ReadySession {
  const session = sessionOf(id);
  const exercise = exerciseTables.exercises.find((each) => each.id === session.exercise);
  if (exercise === undefined) throw new Error(`no exercise ${session.exercise}`);
  return readySession(session, exercise, wish);
}

/** What is played of it. */
export function scriptOf(id: string, wish?: Wish) {
  return sessionScript('A session', [readyOf(id, wish)]);
}
