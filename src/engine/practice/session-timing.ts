/** How long a breathing or relaxation session takes, and the same in the time that there is. */
import type { SessionTiming } from '../../data/session-schema.ts';

/** No session is shorter: a few breaths with nothing around them. */
const leastSessionSeconds = 60;
const mostSessionSeconds = 1800;
/** So much of a short session at most goes to settling, and as much to its end. */
const edgePart = 1 / 6;
/** Read faster than this, a script is a list of words. */
const fastestScript = 1 / 2;

/** Seconds from the first moment to the last. */
export function secondsOfTiming(timing: SessionTiming): number {
  if (timing.kind === 'script') return secondsOf(timing.lines);
  return timing.settleSeconds + timing.rounds * secondsOf(timing.round) + timing.endSeconds;
}

/**
 * The session in about the time wished for: whole rounds, or its script a little faster. Never less than it needs, never
 * more rounds than are good, and a script is not drawn out. The time it then takes is told by `secondsOfTiming`.
 */
export function timingWithin(timing: SessionTiming, wished: number): SessionTiming {
  if (timing.kind === 'script') {
    const own = secondsOf(timing.lines);
    const seconds = Math.min(own, Math.max(own * fastestScript, wished));
    return {
      ...timing,
      lines: timing.lines.map((line) => ({ ...line, seconds: (line.seconds / own) * seconds })),
    };
  }
  return roundsWithin(timing, Math.min(mostSessionSeconds, Math.max(leastSessionSeconds, wished)));
}

/** The same session with its easier round in the same time. */
export function easierTiming(timing: SessionTiming): SessionTiming {
  if (timing.kind === 'script' || timing.easier === undefined) return timing;
  const { easier, mostRounds, ...others } = timing;
  const { round } = easier;
  const wished = secondsOfTiming(timing);
  return roundsWithin({ ...others, round, ...(mostRounds === undefined ? {} : { mostRounds }) }, wished);
}

type Rounds = Extract<SessionTiming, { kind: 'rounds' }>;

function roundsWithin(timing: Rounds, wished: number): Rounds {
  const { round, mostRounds = Number.POSITIVE_INFINITY } = timing;
  const edge = Math.floor(wished * edgePart);
  const settleSeconds = Math.min(timing.settleSeconds, edge);
  const least = Math.min(timing.endSeconds, edge);
  const fitting = Math.floor((wished - settleSeconds - least) / secondsOf(round));
  const rounds = Math.max(1, Math.min(mostRounds, fitting));
  // What is cut by its most rounds is not filled up with waiting.
  const rest = fitting > mostRounds ? timing.endSeconds : wished - settleSeconds - rounds * secondsOf(round);
  return timing.endSeconds === 0
    ? { ...timing, settleSeconds: settleSeconds + rest, rounds }
    : { ...timing, settleSeconds, rounds, endSeconds: rest };
}

function secondsOf(parts: readonly { readonly seconds: number }[]): number {
  return parts.reduce((sum, { seconds }) => sum + seconds, 0);
}
