import { notices } from '../data/safety-net.ts';
import type { SessionMoment } from '../data/session-schema.ts';
import { sessionCare } from '../data/stress/session-choices.ts';
import { instantWithOffset } from '../engine/instant.ts';
import { type BreatheView, courseOf, type OfferedSession } from './breathe-view.ts';
import { linesOf } from './document-lines.ts';

export interface BreatheJsonView extends BreatheView {
  readonly version: string;
  /** Milliseconds since 1970, and the zone's offset then. */
  readonly at: number;
  readonly offsetMinutes: number;
  /** False while an emergency stands: then there is the action and nothing else. */
  readonly isAllowed: boolean;
  /** The seven danger signs come first, since nothing was checked. */
  readonly signsFirst: boolean;
  readonly sessions: readonly OfferedSession[];
  readonly moments: readonly (readonly [moment: SessionMoment, sessions: readonly OfferedSession[]])[];
}

/** The versioned contract of `stress-plan breathe --json`, schema backcare/breathe@1. */
export function breatheJson(view: BreatheJsonView) {
  const { contact, advice, isAllowed, version, at, offsetMinutes, signsFirst } = view;
  return {
    schema: 'backcare/breathe@1',
    at: instantWithOffset(at, offsetMinutes),
    tool: `backcare ${version}`,
    notice: notices.limits.text,
    reviewed: false,
    emergency: { number: contact.number, country: contact.countryCode ?? null, text: contact.line },
    advice: linesOf(advice),
    allowed: isAllowed,
    signsFirst,
    before: sessionCare.map(({ text }) => text),
    stop: notices.stop.text,
    moments: isAllowed
      ? view.moments.map(([{ id, when }, sessions]) => ({
          id,
          when,
          sessions: sessions.map(({ session }) => session.id),
          seconds: sessions.reduce((sum, { ready }) => sum + ready.seconds, 0),
        }))
      : [],
    sessions: isAllowed ? view.sessions.map(sessionJson) : [],
  };
}

function sessionJson({ session, ready, fit }: OfferedSession) {
  const { words, timing } = ready;
  return {
    id: session.id,
    aliases: session.aliases,
    name: words.name,
    when: session.when,
    seconds: ready.seconds,
    fit: fit.kind === 'fits' ? (fit.isEasier ? 'easier' : 'yes') : fit.kind === 'out' ? 'left-out' : 'ask',
    because: fit.kind === 'ask' ? [] : fit.because.map(({ flag, because }) => ({ flag, because })),
    ask: fit.kind === 'ask' ? fit.flags : [],
    say: words.say,
    steps: words.steps,
    course: courseOf(timing),
    round:
      timing.kind === 'rounds'
        ? { times: timing.rounds, parts: timing.round.map(({ say, seconds }) => ({ say, seconds })) }
        : null,
    easier: timing.kind === 'rounds' ? (timing.easier?.way ?? null) : null,
    stop: words.stop,
    grade: words.grade,
    evidence: words.evidence,
    sources: session.sources,
    judged: session.judged ?? false,
  };
}
