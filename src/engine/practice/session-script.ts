import type { Exercise } from '../../data/exercise-schema.ts';
import type { Session, SessionTiming, SessionWords } from '../../data/session-schema.ts';
import type { PracticeScript, ScriptItem, Segment } from './script.ts';
import { getReadyOf, linesOf, roundOf, roundsOf } from './session-segments.ts';
import { easierTiming, secondsOfTiming, timingWithin } from './session-timing.ts';
import { inVersion } from './version.ts';

/** A session as this person does it. */
export interface ReadySession {
  /** Id of the session. */
  readonly id: string;
  readonly words: SessionWords;
  readonly timing: SessionTiming;
  /** `easier`: another position, or an easier round. */
  readonly variant: 'standard' | 'easier';
  readonly seconds: number;
}

/**
 * Words and times of a session in one version. One that is an exercise is told by it.
 *
 * @param exercise the one whose cautions it has
 * @param wish `seconds` there are; left out: its own length
 */
export function readySession(
  session: Session,
  exercise: Exercise,
  wish: { readonly seconds?: number | undefined; readonly isEasier?: boolean } = {},
): ReadySession {
  const isEasier = wish.isEasier === true;
  const within = wish.seconds === undefined ? session.timing : timingWithin(session.timing, wish.seconds);
  const timing = isEasier ? easierTiming(within) : within;
  return {
    id: session.id,
    words: session.words ?? wordsOf(inVersion(exercise, isEasier ? 'easier' : 'standard')),
    timing,
    variant: isEasier ? 'easier' : 'standard',
    seconds: Math.round(secondsOfTiming(timing)),
  };
}

function wordsOf({ name, say, steps, stop, grade, evidence }: Exercise): SessionWords {
  return { name, say, steps, stop: stop ?? '', grade, evidence };
}

/** What is heard and seen of these sessions, one after the other, second by second: exactly as long as they say. */
export function sessionScript(name: string, sessions: readonly ReadySession[]): PracticeScript {
  return {
    name,
    items: sessions.map(itemOf),
    segments: sessions.flatMap((session, item): readonly Segment[] => {
      const place = { item, count: sessions.length };
      const { timing } = session;
      return timing.kind === 'script'
        ? linesOf(session, timing.lines, place)
        : [getReadyOf(session, timing.settleSeconds, place), ...roundsOf(timing, item)];
    }),
    closing: 'That is it. Take a moment, then get up slowly.',
  };
}

function itemOf({ id, words, timing, variant }: ReadySession, item: number): ScriptItem {
  const { name, say, steps, stop } = words;
  return {
    exercise: id,
    name,
    variant,
    instruction: say,
    steps,
    stop,
    ...(timing.kind === 'rounds' && timing.easier !== undefined
      ? { easier: { name, steps, instruction: timing.easier.way, ...roundIn(timing.easier, item) } }
      : {}),
  };
}

function roundIn(
  { way, round }: NonNullable<Extract<SessionTiming, { kind: 'rounds' }>['easier']>,
  item: number,
) {
  return { way, round: roundOf(round, item) };
}
