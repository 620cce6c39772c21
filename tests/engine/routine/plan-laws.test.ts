import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildScript } from '../../../src/engine/practice/build-script.ts';
import { secondsOf } from '../../../src/engine/practice/dose-length.ts';
import type { RoutinePlan } from '../../../src/engine/routine/plan.ts';
import { planRoutine } from '../../../src/engine/routine/plan-routine.ts';
import { wrongWith } from './plan-checks.ts';
import {
  everyPosition,
  everyTarget,
  exerciseOf,
  requestOf,
  someFlags,
  someRequest,
  tables,
} from './requests.ts';

const runs = { numRuns: 3000 };

function exercisesOf(plan: RoutinePlan): readonly string[] {
  return plan.kind === 'none' ? [] : plan.items.map(({ exercise }) => exercise.id);
}

describe('any request, with any flags', () => {
  it('gets a routine that keeps every rule, or a none whose changes help', () => {
    fc.assert(
      fc.property(someRequest, (request) => {
        expect(wrongWith(planRoutine(tables, request), request, tables)).toEqual([]);
      }),
      runs,
    );
  });

  it('gets each exclusion with the answer that caused it', () => {
    fc.assert(
      fc.property(someRequest, (request) => {
        for (const { exercise: id, flags } of planRoutine(tables, request).excluded) {
          const exercise = exerciseOf(id);
          expect(flags.length).toBeGreaterThan(0);
          for (const flag of flags) {
            expect(request.flags).toContainEqual(flag);
            const only = tables.flags.find((entry) => entry.id === flag.flag)?.onlyAllow;
            const isForbidden =
              only !== undefined &&
              ('exercises' in only
                ? !only.exercises.includes(id)
                : exercise.fromStage > only.fromStageAtMost);
            const hasNoEasier = exercise.easierWith?.includes(flag.flag) && exercise.easier === undefined;
            const isEased = flags.some((other) => exercise.easierWith?.includes(other.flag));
            const stopsEasier =
              isEased && flags.some((other) => exercise.easierNotWith?.includes(other.flag));
            expect([isForbidden, hasNoEasier, stopsEasier, exercise.notWith.includes(flag.flag)]).toContain(
              true,
            );
          }
        }
      }),
      runs,
    );
  });

  it('is answered the same again, and in whatever order flags and things are told', () => {
    const shuffles = someRequest.chain((request) =>
      fc.record({
        request: fc.constant(request),
        flags: fc.shuffledSubarray([...request.flags], { minLength: request.flags.length }),
        equipment: fc.shuffledSubarray([...request.equipment], { minLength: request.equipment.length }),
      }),
    );
    fc.assert(
      fc.property(shuffles, ({ request, flags, equipment }) => {
        const plan = planRoutine(tables, request);
        expect(planRoutine(tables, { ...request })).toEqual(plan);
        const told = planRoutine(tables, { ...request, flags, equipment });
        // The changes carry the request itself, and with it the order of its things.
        expect({ ...told, changed: [] }).toEqual({ ...plan, changed: [] });
      }),
      runs,
    );
  });

  it('never gets back by more flags what fewer of them left out', () => {
    fc.assert(
      fc.property(someRequest, someFlags, (request, more) => {
        const fewer = planRoutine(tables, request);
        const flags = [...request.flags, ...more];
        const excluded = fewer.excluded.map(({ exercise }) => exercise);
        const back = exercisesOf(planRoutine(tables, { ...request, flags })).filter((id) =>
          excluded.includes(id),
        );
        expect(back).toEqual([]);
      }),
      runs,
    );
  });

  it('gets only what a flag allows where one allows little, whatever else is raised', () => {
    const only = tables.flags.filter(({ onlyAllow }) => onlyAllow !== undefined);
    expect(only.map(({ id }) => id).toSorted()).toEqual([
      'heart-or-lung-condition-unstable',
      'pain-severe',
      'recent-surgery',
    ]);
    fc.assert(
      fc.property(someRequest, fc.constantFrom(...only), (request, flag) => {
        const flags = [...request.flags, { flag: flag.id, because: 'you said so' }];
        for (const id of exercisesOf(planRoutine(tables, { ...request, flags }))) {
          const allow = flag.onlyAllow;
          const isAllowed =
            allow !== undefined && 'exercises' in allow
              ? allow.exercises.includes(id)
              : exerciseOf(id).fromStage <= (allow?.fromStageAtMost ?? 0);
          expect(isAllowed, id).toBe(true);
        }
      }),
      runs,
    );
  });

  it('gets a session that takes exactly as long as the plan says', () => {
    fc.assert(
      fc.property(someRequest, (request) => {
        const plan = planRoutine(tables, request);
        if (plan.kind === 'none') return;
        const { segments } = buildScript(plan);
        const milliseconds = segments.reduce((sum, segment) => sum + segment.milliseconds, 0);
        expect(milliseconds).toBe(plan.seconds * 1000);
      }),
      runs,
    );
  });

  it('with more time never gets a none instead of a routine', () => {
    fc.assert(
      fc.property(someRequest, fc.integer({ min: 0, max: 10 }), (request, later) => {
        if (planRoutine(tables, request).kind === 'none') return;
        expect(planRoutine(tables, { ...request, minutes: request.minutes + later }).kind).toBe('routine');
      }),
      runs,
    );
  });
});

describe('from day to day', () => {
  const days = Array.from({ length: 14 }, (_, day) => 20_400 + day);

  it.each(everyTarget)('a routine for %s is not always the same', (target) => {
    const seen = days.map((seed) => exercisesOf(planRoutine(tables, requestOf({ target, seed }))).join());
    expect(new Set(seen).size).toBeGreaterThanOrEqual(target === 'spasm' ? 2 : 5);
  });

  it('what was done lately comes later', () => {
    const overlaps = days.map((seed) => {
      const first = exercisesOf(planRoutine(tables, requestOf({ seed })));
      const next = exercisesOf(planRoutine(tables, requestOf({ seed, recent: first })));
      return next.filter((id) => first.includes(id)).length / next.length;
    });
    expect(Math.max(...overlaps)).toBeLessThan(1);
    expect(overlaps.reduce((sum, share) => sum + share, 0) / overlaps.length).toBeLessThan(0.5);
  });
});

describe('balance', () => {
  it('no part of the body fills more than half of a routine where another one could come in', () => {
    const crowded: string[] = [];
    for (const position of everyPosition)
      for (let minutes = 4; minutes <= 30; minutes += 1)
        for (let seed = 0; seed < 10; seed += 1) {
          const request = requestOf({ position, minutes, seed });
          const plan = planRoutine(tables, request);
          if (plan.kind === 'none') continue;
          const parts = plan.items.map(({ exercise }) => exercise.bodyParts[0]);
          const most = Math.max(...parts.map((part) => parts.filter((other) => other === part).length));
          const reachable = tables.exercises.filter(
            (exercise) =>
              (position === undefined || exercise.position === position) &&
              exercise.fromStage <= request.stage &&
              !parts.includes(exercise.bodyParts[0]),
          );
          if (most > Math.ceil(parts.length / 2) && reachable.length > 0)
            crowded.push(`${position} ${minutes} ${seed}: ${parts}`);
        }
    expect(crowded).toEqual([]);
  });

  it('eight minutes for the whole back hold at least five exercises for four parts of the body', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const plan = planRoutine(tables, requestOf({ seed }));
      const parts = plan.kind === 'none' ? [] : plan.items.map(({ exercise }) => exercise.bodyParts[0]);
      expect(parts.length).toBeGreaterThanOrEqual(5);
      expect(new Set(parts).size).toBeGreaterThanOrEqual(4);
    }
  });

  const many = everyTarget.flatMap((target) =>
    Array.from({ length: 60 }, (_, seed) => ({
      target,
      seed,
      minutes: [5, 8, 10, 15, 20, 30][seed % 6] ?? 8,
    })),
  );

  it('a sore person gets down to the floor, and up from it, as seldom as the order allows', () => {
    const isUp = (position: string): boolean => position === 'standing' || position === 'sitting';
    const ways = many.map((changes) => {
      const plan = planRoutine(tables, requestOf(changes));
      const heights = plan.kind === 'none' ? [] : plan.items.map(({ exercise }) => isUp(exercise.position));
      return heights.filter((up, index) => index > 0 && up !== heights[index - 1]).length;
    });
    expect(Math.max(...ways)).toBeLessThanOrEqual(5);
    expect(ways.reduce((sum, count) => sum + count, 0) / ways.length).toBeLessThan(1.4);
  });

  it('nothing is squeezed in: beside others, a dose under 20 seconds is the usual one', () => {
    const squeezed = many.flatMap((changes) => {
      const plan = planRoutine(tables, requestOf(changes));
      const items = plan.kind === 'none' || plan.items.length === 1 ? [] : plan.items;
      return items.filter(({ exercise, dose }) => secondsOf(dose) < Math.min(20, secondsOf(exercise.dose)));
    });
    expect(squeezed.map(({ exercise, how }) => `${exercise.id}: ${how}`)).toEqual([]);
  });

  it('better evidence is chosen more often', () => {
    const chosen = (grade: 'good' | 'thin'): number => {
      const exercises = tables.exercises.map((entry) =>
        entry.id === 'standing-side-bend' ? { ...entry, grade } : entry,
      );
      const plans = Array.from({ length: 200 }, (_, seed) =>
        planRoutine({ ...tables, exercises }, requestOf({ seed })),
      );
      return plans.filter((plan) => exercisesOf(plan).includes('standing-side-bend')).length;
    };
    expect(chosen('good')).toBeGreaterThan(chosen('thin'));
  });
});
