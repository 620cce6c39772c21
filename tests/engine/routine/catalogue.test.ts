import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exerciseTables as tables } from '../../../src/data/exercise-tables.ts';
import { bodyParts, equipment, exerciseKinds, positions, targets } from '../../../src/data/exercise-words.ts';
import {
  type CatalogueFilter,
  catalogueOf,
  exercisesOf,
  widerFilters,
} from '../../../src/engine/routine/catalogue.ts';

const idsOf = (filter: CatalogueFilter) => {
  const { routines, exercises } = catalogueOf(tables, filter);
  return [...routines, ...exercises].map(({ id }) => id);
};

const anyFilter: fc.Arbitrary<CatalogueFilter> = fc.record(
  {
    kind: fc.constantFrom(...exerciseKinds),
    position: fc.constantFrom(...positions, 'lying' as const),
    equipment: fc.subarray([...equipment]),
    target: fc.constantFrom(...targets),
    bodyPart: fc.constantFrom(...bodyParts),
  },
  { requiredKeys: [] },
);

describe('the catalogue', () => {
  test.each<[string, CatalogueFilter, readonly string[], readonly string[]]>([
    ['a position', { position: 'sitting' }, ['chin-tuck', 'sit-to-stand'], ['curl-up', 'morning']],
    [
      'lying is any way of lying',
      { position: 'lying' },
      ['curl-up', 'prone-on-elbows', 'side-bridge'],
      ['bird-dog'],
    ],
    [
      'nothing at hand',
      { equipment: [] },
      ['curl-up', 'hips-hamstrings'],
      ['band-row', 'sit-to-stand', 'morning'],
    ],
    ['a band at hand', { equipment: ['band'] }, ['band-row', 'curl-up'], ['sit-to-stand', 'lifting-ready']],
    ['a purpose', { target: 'spasm' }, ['acute-spasm', 'belly-breathing'], ['core-builder', 'curl-up']],
    ['a kind', { kind: 'relaxation' }, ['body-scan', 'pre-sleep'], ['curl-up', 'core-builder']],
    ['a part of the body', { bodyPart: 'neck' }, ['chin-tuck', 'posture-reset'], ['curl-up', 'core-builder']],
  ])('%s', (_name, filter, inside, outside) => {
    const ids = idsOf(filter);
    expect(ids).toEqual(expect.arrayContaining([...inside]));
    for (const id of outside) expect(ids).not.toContain(id);
  });

  test('a further wish never brings anything', () => {
    fc.assert(
      fc.property(anyFilter, anyFilter, (one, other) => {
        const both = { ...other, ...one };
        const of = idsOf(one);
        for (const id of idsOf(both)) expect(of).toContain(id);
      }),
    );
  });

  test('what is said to bring something does, and as much as is said', () => {
    let empty = 0;
    fc.assert(
      fc.property(anyFilter, (filter) => {
        if (idsOf(filter).length === 0) empty += 1;
        for (const { without, count } of widerFilters(tables, filter)) {
          expect(filter[without]).toBeDefined();
          expect(idsOf({ ...filter, [without]: undefined })).toHaveLength(count);
        }
      }),
    );
    expect(empty).toBeGreaterThan(10);
  });

  test('a routine that goes round holds all of its turns', () => {
    const routine = tables.routines.find(({ id }) => id === 'hamstring-micro');
    expect(routine && exercisesOf(routine)).toEqual([
      'lying-hamstring-stretch',
      'standing-hamstring-stretch',
      'seated-hamstring-stretch',
    ]);
  });
});
