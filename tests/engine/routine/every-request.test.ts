import { describe, expect, it } from 'vitest';
import type { Equipment } from '../../../src/data/exercise-schema.ts';
import { planRoutine } from '../../../src/engine/routine/plan-routine.ts';
import { wrongWith } from './plan-checks.ts';
import { everyPosition, everyStage, everyTarget, everyThing, requestOf, tables } from './requests.ts';

/** Nothing, each thing alone, and everything; without the floor the two ends are enough. */
const atHand: readonly { readonly equipment: readonly Equipment[]; readonly floorWork: boolean }[] = [
  ...[[], ...everyThing.map((thing) => [thing]), everyThing].map((equipment) => ({
    equipment,
    floorWork: true,
  })),
  { equipment: [], floorWork: false },
  { equipment: everyThing, floorWork: false },
];
const everyMinute = Array.from({ length: 30 }, (_, index) => index + 1);
const each = everyPosition.length * atHand.length * everyMinute.length * everyStage.length;

describe(`${each * everyTarget.length} requests: every position, thing, minute, purpose and stage`, () => {
  it.each(everyTarget)(
    `for %s: ${each} times a routine that fits, or a none whose changes help`,
    (target) => {
      const wrong: string[] = [];
      const found = { routine: 0, none: 0 };
      for (const position of everyPosition)
        for (const things of atHand)
          for (const stage of everyStage)
            for (const minutes of everyMinute) {
              const chronicity = stage === 5 ? 'chronic' : 'acute';
              const request = requestOf({ ...things, target, position, stage, chronicity, minutes });
              const plan = planRoutine(tables, request);
              found[plan.kind] += 1;
              const complaints = [...wrongWith(plan, request, tables)];
              if (plan.kind === 'none' && plan.change.length === 0) complaints.push('nothing to change');
              if (complaints.length > 0 && wrong.length < 20)
                wrong.push(`${JSON.stringify({ position, ...things, stage, minutes })}: ${complaints}`);
            }
      expect(wrong).toEqual([]);
      expect(found.routine + found.none).toBe(each);
      expect(Math.min(found.routine, found.none)).toBeGreaterThan(1000);
    },
  );
});
