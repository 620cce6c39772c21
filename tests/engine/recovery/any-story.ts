import fc from 'fast-check';
import { exerciseTables } from '../../../src/data/exercise-tables.ts';
import { ladderIds, trackIds } from '../../../src/data/recovery-schema.ts';
import { recoveryTables } from '../../../src/data/recovery-tables.ts';
import { patternIds, subtypeIds } from '../../../src/data/schema.ts';
import { dateOn, type Story } from './people.ts';

export const rating = fc.integer({ min: 0, max: 10 });
export const dayOf = fc.integer({ min: 0, max: 40 });
const phaseIds = [...new Set(recoveryTables.tracks.flatMap(({ phases }) => phases.map(({ id }) => id)))];
const anyPhase = fc.constantFrom(...phaseIds);
const anyEvent = fc.oneof(
  fc.tuple(
    dayOf,
    fc.constant('start' as const),
    fc.record({ track: fc.constantFrom(...trackIds), phase: anyPhase }),
  ),
  fc.tuple(dayOf, fc.constant('phase' as const), fc.record({ to: anyPhase })),
  fc.tuple(
    dayOf,
    fc.constant('tick' as const),
    fc.record({
      item: fc.constantFrom(...recoveryTables.items.map(({ id }) => id)),
      times: fc.integer({ min: 0, max: 8 }),
    }),
  ),
  fc.tuple(
    dayOf,
    fc.constant('tasks' as const),
    fc.record({
      answers: fc.dictionary(
        fc.constantFrom(...recoveryTables.tasks.map(({ id }) => id)),
        fc.constantFrom('yes', 'no', 'unsure'),
      ),
    }),
  ),
  fc.tuple(
    dayOf,
    fc.constant('flare' as const),
    fc.record({ is: fc.constantFrom('started', 'over'), grabs: fc.boolean() }),
  ),
  fc
    .tuple(dayOf, fc.nat(9))
    .map(
      ([from, length]) =>
        [
          from,
          'pause' as const,
          { from: dateOn(from), until: dateOn(from + length), why: 'illness' },
        ] as const,
    ),
  fc.tuple(
    dayOf,
    fc.constant('ladder' as const),
    fc.record({
      ladder: fc.constantFrom(...ladderIds),
      is: fc.constantFrom('chosen', 'done', 'worse-after', 'put-away'),
      step: fc.nat(5),
      pain: rating,
    }),
  ),
);
const anySession = fc.record({
  day: dayOf,
  routine: fc.constantFrom(...exerciseTables.routines.map(({ id }) => id)),
  finished: fc.boolean(),
  painBefore: rating,
  painAfter: rating,
  nextMorning: fc.constantFrom('better' as const, 'same' as const, 'worse' as const, undefined),
});
/** Weeks of anybody, in any order and with anything in them. */
export const anyStory: fc.Arbitrary<Story> = fc.record({
  answers: fc.record({
    duration: fc.constantFrom(0, 1, 2, 3, 7, 13, 14, 20, 40, 83, 84, 300),
    'pain-average': rating,
    'activity-limit': rating,
    age: fc.constantFrom(30, 65, 'unsure'),
    'leg-symptoms': fc.constantFrom(['none'], ['pain-below-knee'], ['numb-or-tingle']),
    'spasm-grabs': fc.constantFrom('no', 'yes'),
    'mod-pregnant': fc.constantFrom('no', 'yes'),
  }),
  fitting: fc.subarray([...patternIds], { maxLength: 3 }),
  subtypes: fc.subarray([...subtypeIds]),
  pain: fc.array(fc.option(rating, { nil: undefined, freq: 4 }), { maxLength: 40 }),
  events: fc.array(anyEvent, { maxLength: 25 }).map((events) => events.sort(([one], [other]) => one - other)),
  sessions: fc
    .array(anySession, { maxLength: 8 })
    .map((sessions) => sessions.sort((one, other) => other.day - one.day)),
  today: fc.integer({ min: 0, max: 41 }),
  dangerSign: fc.boolean(),
});
