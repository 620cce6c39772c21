import { exerciseTables } from '../../../src/data/exercise-tables.ts';
import { recoveryTables } from '../../../src/data/recovery-tables.ts';
import type { PatternId, SubtypeId } from '../../../src/data/schema.ts';
import type { Answers } from '../../../src/engine/answers.ts';
import { personDay } from '../../../src/engine/log/person-day.ts';
import {
  type RecoveryEvent,
  recoveryHistory,
  recoveryKinds,
} from '../../../src/engine/recovery/recovery-events.ts';
import type { PainDay, PastSession, RecoveryFacts } from '../../../src/engine/recovery/recovery-facts.ts';
import { recoveryToday } from '../../../src/engine/recovery/recovery-today.ts';
import { knowledge, ordinary } from '../../engine/world.ts';

const day = 24 * 60 * 60 * 1000;
const dayStart = 3;
/** Noon in Dublin on a Sunday: the day of the assessment, and day 0 of all days in these tests. */
export const assessedAt = Date.parse('2026-11-22T12:00:00Z');
const assessedOn = personDay({ at: assessedAt, offsetMinutes: 0 }, dayStart);

/** Somebody's weeks, told in days since their assessment. */
export interface Story {
  readonly answers?: Answers;
  readonly fitting?: readonly PatternId[];
  readonly subtypes?: readonly SubtypeId[];
  readonly equal?: boolean;
  /** Day that it is now, since the assessment; left out: the last that anything is told of. */
  readonly today?: number;
  /** Usual pain by day, from the day of the assessment on; undefined where nothing was noted. */
  readonly pain?: readonly (number | undefined)[];
  readonly days?: readonly (Omit<PainDay, 'day'> & { readonly day: number })[];
  /** What was kept: day, kind, body. */
  readonly events?: readonly (readonly [day: number, kind: keyof typeof recoveryKinds, body: unknown])[];
  readonly sessions?: readonly (Omit<PastSession, 'day'> & { readonly day: number })[];
  readonly dangerSign?: boolean;
}

/** The facts of a story: an ordinary strain of two days with pain 3, unless said otherwise. */
export function factsOf(story: Story = {}): RecoveryFacts {
  const { pain = [], events = [], sessions = [] } = story;
  const days: PainDay[] = [
    ...pain.flatMap((usual, place) => (usual === undefined ? [] : [{ day: assessedOn + place, usual }])),
    ...(story.days ?? []).map((noted) => ({ ...noted, day: assessedOn + noted.day })),
  ].sort((one, other) => one.day - other.day);
  const last = Math.max(
    0,
    pain.length - 1,
    ...events.map(([on]) => on),
    ...(story.days ?? []).map(({ day: on }) => on),
  );
  const today = story.today ?? last;
  const written = events.map(
    ([on, kind, body], place): RecoveryEvent => ({
      id: String(place).padStart(4, '0'),
      at: new Date(assessedAt + on * day + place * 1000).toISOString(),
      kind: recoveryKinds[kind],
      body,
    }),
  );
  return {
    knowledge,
    assessment: {
      answers: { ...ordinary, ...story.answers },
      day: assessedOn,
      fitting: story.fitting ?? ['pulled-muscle'],
      equal: story.equal ?? false,
      subtypes: story.subtypes ?? [],
    },
    now: assessedAt + today * day + 60_000,
    today: assessedOn + today,
    days,
    sessions: sessions.map((session) => ({ ...session, day: assessedOn + session.day })),
    history: recoveryHistory(written, dayStart),
    dangerSign: story.dangerSign ?? false,
  };
}

/** A date as it stands in a body, so many days after the assessment. */
export function dateOn(days: number): string {
  return new Date(assessedAt + days * day).toISOString().slice(0, 10);
}

export const todayOf = (story: Story = {}) => recoveryToday(recoveryTables, exerciseTables, factsOf(story));
