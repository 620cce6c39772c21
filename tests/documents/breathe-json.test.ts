import { expect, test } from 'vitest';
import { catalogueFor } from '../../src/commands/stress-plan/breathing-catalogue.ts';
import { bodyToday } from '../../src/commands/stretch/body-today.ts';
import { exerciseTables } from '../../src/data/exercise-tables.ts';
import { breatheJson } from '../../src/documents/breathe-json.ts';
import { fakeContext } from '../support/fake-context.ts';
import { sheetView } from './exercise-views.ts';
import { documentedFields, pathsIn } from './json-documentation.ts';

test('docs/json.md names every field of backcare/breathe@1, and no other', async () => {
  const ctx = fakeContext();
  await ctx.remember({ kind: 'around', body: { answers: { 'recent-surgery': 'yes' } } });
  const catalogue = catalogueFor(await bodyToday(ctx, { dayStart: 3 }));
  const { contact, at, offsetMinutes, version } = sheetView;
  const json = breatheJson({
    ...catalogue,
    ...{ contact, at, offsetMinutes, version },
    advice: [],
    tables: exerciseTables,
    isAllowed: true,
    signsFirst: true,
  });
  const elsewhere = new Set(
    [...documentedFields('What stretch always says')].filter((field) => field !== 'allowed'),
  );
  const own = [...new Set(pathsIn(JSON.parse(JSON.stringify(json))))].filter(
    (path) => !elsewhere.has(path) && !['moments', 'sessions'].includes(path),
  );
  const isInner = (path: string) => own.some((other) => other !== path && other.startsWith(`${path}[]`));
  const leaves = own.filter((path) => !isInner(path) && !/\.(parts|course)$/.test(path));
  const named = documentedFields('backcare/breathe@1').filter((path) => path !== 'sessions[].because');
  expect([...named].sort()).toEqual(leaves.sort());
});
