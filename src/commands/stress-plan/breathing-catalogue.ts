import { exerciseTables } from '../../data/exercise-tables.ts';
import type { SessionMoment } from '../../data/session-schema.ts';
import { sessions } from '../../data/stress/calm-sessions.ts';
import { sessionMoments } from '../../data/stress/session-moments.ts';
import { type OfferedSession, offered } from '../../documents/breathe-view.ts';
import type { Answers } from '../../engine/answers.ts';
import { sessionFit } from '../../engine/practice/session-fit.ts';
import { secondsOfTiming } from '../../engine/practice/session-timing.ts';
import { type BodyToday, flagsToday } from '../stretch/body-today.ts';

/** Sessions and moments as this person may do them. */
export interface Catalogue {
  readonly sessions: readonly OfferedSession[];
  readonly moments: readonly (readonly [moment: SessionMoment, sessions: readonly OfferedSession[]])[];
}

/**
 * @param seconds there are; left out: each as long as it is by itself
 * @param around answers of just now; left out, those of the record count
 */
export function catalogueFor(body: BodyToday, seconds?: number, around?: Answers): Catalogue {
  const { raised } = flagsToday(body, undefined, around);
  // What was answered too long ago raises what it raised, and settles nothing any more.
  const { around: _, ...unasked } = body;
  const counting = around === undefined && body.isAroundDue ? { ...unasked, around: undefined } : body;
  const open = flagsToday(counting, undefined, around).open.flatMap(({ flags }) => flags);
  const raisedIds = raised.map(({ flag }) => flag);
  const known = { raised, open: open.filter((flag) => !raisedIds.includes(flag)) };
  const offer = (id: string, length?: number) =>
    sessions
      .filter((session) => session.id === id)
      .flatMap(
        (session) =>
          offered(session, sessionFit(session, exerciseTables, known), exerciseTables, length) ?? [],
      );
  return {
    sessions: sessions.flatMap(({ id }) => offer(id, seconds)),
    moments: sessionMoments.map((moment) => {
      const lengths = lengthsOf(moment, seconds ?? moment.seconds);
      return [moment, moment.sessions.flatMap((id, place) => offer(id, lengths[place]))] as const;
    }),
  };
}

/** Several share the time as they share their own. */
function lengthsOf(moment: SessionMoment, seconds: number | undefined): readonly (number | undefined)[] {
  const own = moment.sessions.map((id) => {
    const session = sessions.find((each) => each.id === id);
    return session === undefined ? 0 : secondsOfTiming(session.timing);
  });
  const all = own.reduce((sum, each) => sum + each, 0);
  return own.map((each) => (seconds === undefined ? undefined : Math.round((each / all) * seconds)));
}

/** Eyes open for whom body focus or holding the breath is hard; else slow breathing, which nothing rules out. */
export function insteadOf(
  sessions: readonly OfferedSession[],
  { fit }: OfferedSession,
): OfferedSession | undefined {
  const isPanic = fit.kind === 'out' && fit.because.some(({ flag }) => flag === 'panic-or-trauma');
  const order = isPanic ? ['calm-place', 'slow-breathing-6'] : ['slow-breathing-6', 'calm-place'];
  return order
    .flatMap((id) => sessions.filter(({ session }) => session.id === id))
    .find(({ fit: other }) => other.kind === 'fits');
}
