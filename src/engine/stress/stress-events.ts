import type { Decision, ObstacleId, SessionId, StrategyId, StressorId } from '../../data/stress-schema.ts';
import type { LocalMoment } from '../day-count.ts';
import { personDay } from '../log/person-day.ts';
import { fieldsOf, momentOf, ratingOf, type Sleep } from '../log/saved-entry.ts';
import { dayOfDate } from '../recovery/recovery-events.ts';
import type { Commitment } from './commitment.ts';
import {
  readChosen,
  readCommitment,
  readCommitments,
  readDecisions,
  readObstacles,
  readSession,
  readStrategies,
  readStressors,
  type StressorsThen,
  textIn,
} from './saved-parts.ts';

/**
 * What `stress-plan` keeps in the record. Every reader bears any body: another version may have written it, and what it
 * does not know is left out. Days in bodies are dates of the person ("2026-11-22"), so that a flight does not move them.
 */
export const stressKinds = {
  plan: 'stress-plan',
  tick: 'stress-tick',
  change: 'stress-change',
  review: 'stress-review',
} as const;

/** A plan begins, and takes the place of any other. */
export interface PlanBody {
  readonly stressors: StressorsThen;
  readonly chosen: readonly StressorId[];
  readonly strategies: readonly StrategyId[];
  readonly commitments: readonly Commitment[];
  readonly session?: SessionId;
  /** 0 to 10. */
  readonly stress?: number;
  readonly sleep?: Sleep;
  readonly isQuick?: boolean;
}

/** What became of a commitment on one day; the last word on a day counts. */
export interface TickBody {
  /** Id of a commitment, or `session`. */
  readonly commitment: string;
  readonly is: TickState;
  /** "2026-11-22". */
  readonly day: string;
}
/** `small`: the two-minute version, which counts. `open` takes it back. */
export type TickState = 'done' | 'small' | 'skipped' | 'open';

export type ChangeBody =
  /** Changes the commitment with this id, or adds it. */
  | { readonly is: 'set'; readonly commitment: Commitment }
  | { readonly is: 'stopped'; readonly commitment: string }
  /** Another calm session, or none. */
  | { readonly is: 'session'; readonly session: SessionId | null }
  /** The plan waits: help comes first, or the person wants a break. */
  | { readonly is: 'waits' }
  | { readonly is: 'goes-on' }
  /** There is no plan any more. */
  | { readonly is: 'over' };

/** Once a week: how it went, and what is kept. */
export interface ReviewBody {
  readonly stress?: number;
  readonly sleep?: Sleep;
  /** Usual pain, 0 to 10. */
  readonly pain?: number;
  readonly obstacles?: { readonly [commitment: string]: ObstacleId };
  readonly decisions?: { readonly [commitment: string]: Decision };
  /** What helped most, in the person's words. */
  readonly helped?: string;
  /** Something to be kind about, in the person's words. */
  readonly kind?: string;
  /** All that hold from now on. */
  readonly commitments: readonly Commitment[];
}

/** The part of an event of the record that is read here. */
export interface StressEvent {
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly kind: string;
  readonly body: unknown;
}

interface When {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Day of the person; see `person-day.ts`. */
  readonly day: number;
}

export type SavedPlan = When & PlanBody;
export type SavedTick = When & { readonly commitment: string; readonly is: TickState };
export type SavedChange = When & ChangeBody;
/** `commitments` left out: it changed nothing that is understood here. */
export type SavedReview = When &
  Omit<ReviewBody, 'commitments'> & { readonly commitments?: readonly Commitment[] };

/** Everything that `stress-plan` kept, oldest first. */
export interface StressHistory {
  readonly plans: readonly SavedPlan[];
  /** `day` is the day that it tells about. */
  readonly ticks: readonly SavedTick[];
  readonly changes: readonly SavedChange[];
  readonly reviews: readonly SavedReview[];
}

/** Reads the events of `stress-plan`, in any order; every other kind is passed over. */
export function stressHistory(events: readonly StressEvent[], dayStart: number): StressHistory {
  const read = events
    .flatMap((event) => {
      const moment: LocalMoment | undefined = momentOf(event.at);
      if (moment === undefined) return [];
      return [{ event, when: { at: moment.at, day: personDay(moment, dayStart) } }];
    })
    .sort((one, other) => one.when.at - other.when.at);
  const of = <Item>(kind: string, reader: (fields: Fields, when: When) => readonly Item[]): readonly Item[] =>
    read.flatMap(({ event, when }) => (event.kind === kind ? reader(fieldsOf(event.body), when) : []));
  return {
    plans: of(stressKinds.plan, readPlan),
    ticks: of(stressKinds.tick, readTick),
    changes: of(stressKinds.change, readChange),
    reviews: of(stressKinds.review, readReview),
  };
}

type Fields = { readonly [name: string]: unknown };

/** Without anything to do it is no plan, and takes the place of none. */
function readPlan(fields: Fields, when: When): readonly SavedPlan[] {
  const session = readSession(fields.session);
  const commitments = readCommitments(fields.commitments);
  if (commitments.length === 0 && session === undefined) return [];
  return [
    {
      ...when,
      stressors: readStressors(fields.stressors),
      chosen: readChosen(fields.chosen),
      strategies: readStrategies(fields.strategies),
      commitments,
      ...(session === undefined ? {} : { session }),
      ...stateOf(fields),
      ...(fields.isQuick === true ? { isQuick: true } : {}),
    },
  ];
}

function readTick({ commitment, is, day }: Fields, when: When): readonly SavedTick[] {
  if (typeof commitment !== 'string') return [];
  if (is !== 'done' && is !== 'small' && is !== 'skipped' && is !== 'open') return [];
  return [{ ...when, day: dayOfDate(day) ?? when.day, commitment, is }];
}

function readChange({ is, commitment, session }: Fields, when: When): readonly SavedChange[] {
  if (is === 'waits' || is === 'goes-on' || is === 'over') return [{ ...when, is }];
  if (is === 'stopped') return typeof commitment === 'string' ? [{ ...when, is, commitment }] : [];
  if (is === 'session') {
    const known = session === null ? null : readSession(session);
    return known === undefined ? [] : [{ ...when, is, session: known }];
  }
  const read = is === 'set' ? readCommitment(commitment) : undefined;
  return read === undefined ? [] : [{ ...when, is: 'set', commitment: read }];
}

function readReview(fields: Fields, when: When): readonly SavedReview[] {
  const rated = ratingOf(fields.pain);
  const [helped, kind] = [textIn(fields.helped), textIn(fields.kind)];
  return [
    {
      ...when,
      ...stateOf(fields),
      ...(rated === undefined ? {} : { pain: rated }),
      obstacles: readObstacles(fields.obstacles),
      decisions: readDecisions(fields.decisions),
      ...(helped === undefined ? {} : { helped }),
      ...(kind === undefined ? {} : { kind }),
      ...(Array.isArray(fields.commitments) ? { commitments: readCommitments(fields.commitments) } : {}),
    },
  ];
}

function stateOf({ stress, sleep }: Fields): { readonly stress?: number; readonly sleep?: Sleep } {
  const rated = ratingOf(stress);
  return {
    ...(rated === undefined ? {} : { stress: rated }),
    ...(sleep === 'good' || sleep === 'fair' || sleep === 'poor' ? { sleep } : {}),
  };
}
