import { describe, expect, test } from 'vitest';
import { forgottenCheck, isGraveCheck, newestCheck } from '../../../src/engine/record/standing-guard.ts';
import { chooseRedo, chooseUndo } from '../../../src/engine/record/undo-choice.ts';
import { takenBackIn } from '../../../src/engine/record/undone.ts';

interface Told {
  readonly id: string;
  readonly kind?: string;
  readonly body?: unknown;
}
const at = '2026-11-22T18:00:00+01:00';
const check = (id: string, urgency: string, more: object = {}): Told => ({
  id,
  kind: 'assessment',
  body: { urgency, complete: true, ...more },
});
const undo = (id: string, ...undoes: string[]): Told => ({ id, kind: 'undo', body: { undoes, by: 'undo' } });
const redo = (id: string, ...undoes: string[]): Told => ({ id, kind: 'undo', body: { undoes, by: 'redo' } });

const events = (told: readonly Told[]) =>
  told.map(({ id, kind = 'log', body = {} }) => ({ id, at, kind, body }));
/** As the journal gives it: newest first. */
function past(...told: readonly Told[]) {
  const list = events(told);
  const gone = takenBackIn(list);
  return list.map((event) => ({ ...event, undone: gone.has(event.id) })).reverse();
}

describe('what undo takes back', () => {
  test.each<[string, readonly Told[], string | undefined, object]>([
    ['nothing in an empty record', [], undefined, { kind: 'nothing' }],
    ['the newest', [{ id: 'A' }, { id: 'B' }], undefined, { kind: 'take-back', ids: ['B'] }],
    [
      'the one before, the second time',
      [{ id: 'A' }, { id: 'B' }, undo('C', 'B')],
      undefined,
      { ids: ['A'] },
    ],
    ['nothing when all is gone', [{ id: 'A' }, undo('B', 'A')], undefined, { kind: 'nothing' }],
    ['what was brought back', [{ id: 'A' }, undo('B', 'A'), redo('C', 'B')], undefined, { ids: ['A'] }],
    ['one by its id', [{ id: 'A' }, { id: 'B' }], 'A', { ids: ['A'] }],
    ['one by its id in small letters', [{ id: 'A' }, { id: 'B' }], 'a', { ids: ['A'] }],
    [
      'a check-in with its entry',
      [{ id: 'A' }, { id: 'B' }, { id: 'C', kind: 'check-in', body: { entry: 'B' } }],
      undefined,
      { ids: ['C', 'B'] },
    ],
    [
      'the entry of a check-in by its id',
      [{ id: 'B' }, { id: 'C', kind: 'check-in', body: { entry: 'B' } }],
      'B',
      { ids: ['C', 'B'] },
    ],
    ['an unknown id', [{ id: 'A' }], 'X', { kind: 'unknown' }],
    ['an undo by its id', [{ id: 'A' }, undo('B', 'A')], 'B', { kind: 'unknown' }],
    ['one that is gone', [{ id: 'A' }, undo('B', 'A')], 'A', { kind: 'already' }],
    ['a check to care for it at home', [check('A', 'self-care')], undefined, { ids: ['A'] }],
    ['a check to see someone', [check('A', 'routine')], undefined, { ids: ['A'] }],
    ['never an urgent check', [{ id: 'A' }, check('B', 'urgent')], undefined, { kind: 'grave' }],
    ['never an emergency', [{ id: 'A' }, check('B', 'emergency')], undefined, { kind: 'grave' }],
    [
      'never one of them by its id',
      [check('A', 'emergency'), check('B', 'self-care')],
      'A',
      { kind: 'grave' },
    ],
    [
      'never an unfinished check in which grave advice stands',
      [check('A', 'routine', { complete: false, standing: { urgency: 'urgent', at: 0 } })],
      undefined,
      { kind: 'grave' },
    ],
    ['what is newer than an emergency', [check('A', 'emergency'), { id: 'B' }], undefined, { ids: ['B'] }],
    ['what is older, by its id', [{ id: 'A' }, check('B', 'emergency')], 'A', { ids: ['A'] }],
    [
      'a correction with what it corrected',
      [check('A', 'self-care'), check('B', 'routine', { corrects: 'A' })],
      undefined,
      { ids: ['B', 'A'] },
    ],
    [
      'a correction of a correction, with other entries between',
      [
        check('A', 'self-care'),
        { id: 'L' },
        check('B', 'routine', { corrects: 'A' }),
        check('C', 'self-care', { corrects: 'B' }),
      ],
      undefined,
      { ids: ['C', 'B', 'A'] },
    ],
    [
      'a correction, but not the emergency under it',
      [check('A', 'emergency'), check('B', 'self-care', { corrects: 'A' })],
      undefined,
      { ids: ['B'] },
    ],
    [
      'the correction, when the corrected one is named',
      [check('A', 'self-care'), check('B', 'routine', { corrects: 'A' })],
      'A',
      { ids: ['B', 'A'] },
    ],
    ['a body that is no object', [{ id: 'A', body: null }], undefined, { ids: ['A'] }],
  ])('%s', (_, told, id, expected) => {
    expect(chooseUndo(past(...told), id)).toMatchObject(expected);
  });
});

describe('what redo brings back', () => {
  const back = (...told: Told[]) => {
    const choice = chooseRedo(past(...told));
    return choice === undefined ? undefined : { ...choice, events: choice.events.map(({ id }) => id) };
  };
  test('nothing when nothing was taken back', () => expect(back({ id: 'A' })).toBeUndefined());
  test('the last one first', () =>
    expect(back({ id: 'A' }, { id: 'B' }, undo('C', 'B'), undo('D', 'A'))).toEqual({
      undos: ['D'],
      events: ['A'],
    }));
  test('then the one before', () =>
    expect(back({ id: 'A' }, { id: 'B' }, undo('C', 'B'), undo('D', 'A'), redo('E', 'D'))).toEqual({
      undos: ['C'],
      events: ['B'],
    }));
  test('all that one undo took', () =>
    expect(back({ id: 'A' }, { id: 'B' }, undo('C', 'B', 'A'))).toEqual({
      undos: ['C'],
      events: ['B', 'A'],
    }));
  test('what two terminals took back at once', () =>
    expect(back({ id: 'A' }, undo('B', 'A'), undo('C', 'A'))).toEqual({ undos: ['C', 'B'], events: ['A'] }));
  test('not what another command took back', () =>
    expect(back({ id: 'A' }, { id: 'B', kind: 'undo', body: { undoes: 'A' } })).toBeUndefined());
});

describe('a grave check', () => {
  const list = (...told: Told[]) => events(told);
  test.each([
    ['emergency', true],
    ['urgent', true],
    ['routine', false],
    ['self-care', false],
    ['unheard-of', false],
  ])('%s: %s', (urgency, expected) => {
    expect(list(check('A', urgency)).some(isGraveCheck)).toBe(expected);
  });

  test('the newest check is the last that holds', () =>
    expect(newestCheck(list(check('A', 'urgent'), check('B', 'routine'), undo('C', 'B')))?.id).toBe('A'));

  test.each<[string, readonly Told[], readonly Told[], string | undefined]>([
    ['kept', [check('B', 'urgent')], [check('B', 'urgent')], undefined],
    ['left out', [check('B', 'urgent')], [{ id: 'A' }], 'B'],
    ['taken back', [check('B', 'urgent')], [check('B', 'urgent'), undo('C', 'B')], 'B'],
    ['hidden behind an older one', [check('B', 'urgent')], [check('A', 'self-care')], 'B'],
    [
      'lowered by a newer one',
      [check('B', 'urgent')],
      [check('B', 'urgent'), check('C', 'self-care')],
      undefined,
    ],
    ['raised by an older one', [check('B', 'urgent')], [check('A', 'emergency')], undefined],
    ['no grave one before', [check('B', 'routine')], [], undefined],
  ])('forgotten: %s', (_, before, after, expected) => {
    expect(forgottenCheck(list(...before), list(...after))?.id).toBe(expected);
  });
});
