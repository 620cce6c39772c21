import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordedEvent } from '../../src/context.ts';
import { isGraveCheck } from '../../src/engine/record/standing-guard.ts';
import { chooseRedo, chooseUndo } from '../../src/engine/record/undo-choice.ts';
import { Journal } from '../../src/store/journal.ts';
import { FakeClock, seededRandom } from '../support/fake-context.ts';
import { folderWhile } from '../support/temp-folder.ts';

const minute = 60_000;
const kinds = ['log', 'assessment', 'practice', 'recovery-flare'] as const;
const urgency = fc.constantFrom('self-care', 'routine', 'urgent', 'emergency');
const entry = fc.oneof(
  fc.record({
    kind: fc.constantFrom('log', 'practice', 'recovery-flare'),
    body: fc.jsonValue({ maxDepth: 1 }),
  }),
  fc.record({
    kind: fc.constant('assessment'),
    body: fc.record({ urgency, complete: fc.boolean() }),
  }),
);
type Step =
  | { readonly do: 'enter'; readonly entry: { kind: string; body: unknown } }
  | { readonly do: 'undo' | 'redo' };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('enter' as const), entry }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
);

function world(folder: string, seed = 1) {
  const clock = new FakeClock({});
  const journal = new Journal({ folder, clock, random: seededRandom(seed), chunk: 61 });
  const enter = async (kind: string, body: unknown) => {
    clock.advance(minute);
    return journal.append(kind, body);
  };
  return {
    journal,
    enter,
    /** As the command does it. Undefined when there was nothing to do. */
    undo: async () => {
      const choice = chooseUndo(await journal.past());
      if (choice.kind !== 'take-back') return undefined;
      return enter('undo', { undoes: choice.ids, by: 'undo' });
    },
    redo: async () => {
      const choice = chooseRedo(await journal.past());
      return choice === undefined ? undefined : enter('undo', { undoes: choice.undos, by: 'redo' });
    },
  };
}

/** All that any command can see of a record. */
async function views(journal: Journal) {
  return {
    events: [...(await journal.events())],
    newest: [...(await journal.newestOf(kinds))].sort(),
    since: await journal.since(kinds, 0),
  };
}

describe('undo', () => {
  test('after anything but a grave check, every view is as it was before', () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), entry, (steps, last) =>
        folderWhile(async (folder) => {
          const { journal, enter, undo, redo } = world(folder);
          for (const { do: what, ...rest } of steps) {
            if (what === 'enter' && 'entry' in rest) await enter(rest.entry.kind, rest.entry.body);
            else await (what === 'undo' ? undo() : redo());
          }
          const before = await views(journal);
          const event = await enter(last.kind, last.body);
          const after = await views(journal);
          const did = await undo();
          if (isGraveCheck(event)) {
            expect(did).toBeUndefined();
            expect(await views(journal)).toEqual(after);
          } else {
            expect(await views(journal)).toEqual(before);
            await redo();
            expect(await views(journal)).toEqual(after);
          }
        }),
      ),
      { numRuns: 60 },
    ));

  test('the three ways of reading agree, whatever was taken back and brought back', () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), (steps) =>
        folderWhile(async (folder) => {
          const { journal, enter, undo, redo } = world(folder);
          // What a person would say holds: a stack of what was taken back, brought back from its end.
          const entered: RecordedEvent[] = [];
          const gone: RecordedEvent[] = [];
          for (const { do: what, ...rest } of steps) {
            if (what === 'enter' && 'entry' in rest)
              entered.push(await enter(rest.entry.kind, rest.entry.body));
            if (what === 'undo') {
              const last = entered.findLast((event) => !gone.includes(event));
              if ((await undo()) !== undefined) gone.push(last!);
            }
            if (what === 'redo' && (await redo()) !== undefined) gone.pop();
          }
          const living = entered.filter((event) => !gone.includes(event));
          const seen = await views(journal);
          expect(seen.events).toEqual(living);
          expect(seen.since).toEqual(living.toReversed());
          for (const kind of kinds) {
            const newest = living.findLast((event) => event.kind === kind);
            expect((await journal.newestOf([kind])).get(kind)).toEqual(newest);
          }
          const past = [...(await journal.past())].filter(({ kind }) => kind !== 'undo');
          expect(past.map(({ id, undone }) => [id, undone])).toEqual(
            entered.toReversed().map((event) => [event.id, gone.includes(event)]),
          );
        }),
      ),
      { numRuns: 60 },
    ));
});
