import type { ExerciseTables } from '../data/exercise-schema.ts';
import type { Session, SessionMoment, SessionTiming } from '../data/session-schema.ts';
import type { SessionFit } from '../engine/practice/session-fit.ts';
import { type ReadySession, readySession } from '../engine/practice/session-script.ts';
import type { Contact } from './contact.ts';
import type { Block } from './document.ts';
import { lengthInWords } from './session-document.ts';

/** A session as it is offered to this person. */
export interface OfferedSession {
  readonly session: Session;
  readonly ready: ReadySession;
  readonly fit: SessionFit;
}

/** What every page about sessions is made with. */
export interface BreatheView {
  readonly contact: Contact;
  /** What must be said before everything else; empty when there is nothing. */
  readonly advice: readonly Block[];
  readonly tables: Pick<ExerciseTables, 'exercises' | 'flags'>;
}

/** The session in this person's version and in the time there is; undefined where the table lacks its exercise. */
export function offered(
  session: Session,
  fit: SessionFit,
  { exercises }: Pick<ExerciseTables, 'exercises'>,
  seconds?: number,
): OfferedSession | undefined {
  const exercise = exercises.find(({ id }) => id === session.exercise);
  if (exercise === undefined) return undefined;
  const isEasier = fit.kind === 'fits' && fit.isEasier;
  return { session, fit, ready: readySession(session, exercise, { seconds, isEasier }) };
}

/** "5 minutes"; of several one after the other, the length of all. */
export function lengthOf(sessions: readonly Pick<ReadySession, 'seconds'>[]): string {
  return lengthInWords(sessions.reduce((sum, { seconds }) => sum + seconds, 0));
}

/** "Belly breathing, then body scan". */
export function namesOf(sessions: readonly Pick<ReadySession, 'words'>[]): string {
  return sessions
    .map(({ words: { name } }, place) => (place === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1)))
    .join(', then ');
}

/** "Bedtime: belly breathing, then body scan, 15 minutes". */
export function momentInWords({ when }: SessionMoment, sessions: readonly ReadySession[]): string {
  const names = namesOf(sessions);
  return `${when}: ${names.charAt(0).toLowerCase()}${names.slice(1)}, ${lengthOf(sessions)}`;
}

/** A line of the course of a session, and the second at which it begins. */
export interface CourseLine {
  readonly at: number;
  readonly text: string;
}

/** What happens when, from the first second on; what goes round stands once. */
export function courseOf(timing: SessionTiming): readonly CourseLine[] {
  if (timing.kind === 'script') {
    let at = 0;
    return timing.lines.map(({ say, seconds }) => {
      const line = { at: Math.round(at), text: say };
      at += seconds;
      return line;
    });
  }
  const { settleSeconds, round, rounds, endSeconds } = timing;
  const each = round.map(({ say, seconds }) => `${say} ${seconds}`).join(', ');
  const end = settleSeconds + rounds * round.reduce((sum, { seconds }) => sum + seconds, 0);
  return [
    { at: 0, text: 'Settle down.' },
    { at: settleSeconds, text: `${rounds} rounds, in seconds: ${each}.` },
    ...(endSeconds === 0 ? [] : [{ at: end, text: 'Breathe as you like.' }]),
  ];
}

/** "1:05". */
export function clockInWords(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
