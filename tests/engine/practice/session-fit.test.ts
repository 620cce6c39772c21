import { describe, expect, test } from 'vitest';
import { exerciseTables } from '../../../src/data/exercise-tables.ts';
import { sessions } from '../../../src/data/stress/calm-sessions.ts';
import { sessionFit } from '../../../src/engine/practice/session-fit.ts';
import { sessionOf } from './calm-sessions.ts';

const asked = exerciseTables.flags.flatMap(({ id, block }) => (block === undefined ? [] : [id]));
const raised = (...flags: readonly string[]) => flags.map((flag) => ({ flag, because: `you said ${flag}` }));
const fitOf = (id: string, flags: readonly string[], open: readonly string[] = []) =>
  sessionFit(sessionOf(id), exerciseTables, { raised: raised(...flags), open });
const kinds = (flags: readonly string[], open: readonly string[] = []) => {
  const of = (kind: string) =>
    sessions.filter(({ id }) => fitOf(id, flags, open).kind === kind).map(({ id }) => id);
  return { fits: of('fits'), out: of('out'), ask: of('ask') };
};
const safe = ['slow-breathing-6', 'long-out-breath', 'belly-breathing', 'calm-place'];

describe('what suits a person', () => {
  test('with nothing to plan around, everything', () => {
    expect(kinds([]).fits).toEqual(sessions.map(({ id }) => id));
  });

  test('before anything was asked: what no answer could rule out, the others after questions', () => {
    expect(kinds([], asked)).toMatchObject({ fits: safe, out: [] });
  });

  test.each([
    ['panic-or-trauma', safe],
    ['heart-or-lung-condition-unstable', [...safe, 'body-scan', 'body-scan-short']],
    ['recent-surgery', [...safe, 'body-scan', 'body-scan-short']],
    [
      'pregnancy-late',
      [...safe, 'progressive-muscle-relaxation', 'muscle-relaxation-short', 'body-scan', 'body-scan-short'],
    ],
  ])('with %s', (flag, fits) => {
    expect(kinds([flag]).fits.toSorted()).toEqual([...fits].toSorted());
  });

  test('severe pain leaves out the tensing of muscles', () => {
    expect(kinds(['pain-severe']).out).toEqual(['progressive-muscle-relaxation', 'muscle-relaxation-short']);
  });

  test('only what could rule it out is asked', () => {
    expect(fitOf('box-breathing', [], asked)).toEqual({
      kind: 'ask',
      flags: ['pregnancy-late', 'recent-surgery', 'heart-or-lung-condition-unstable', 'panic-or-trauma'],
    });
    expect(fitOf('box-breathing', [], ['knee-cannot-kneel']).kind).toBe('fits');
  });

  test('who must not lie flat gets the lying ones in a chair; those told in a chair stay as they are', () => {
    expect(fitOf('body-scan', ['breathless-lying-flat'])).toMatchObject({ isEasier: true, unless: [] });
    expect(fitOf('body-scan-short', ['breathless-lying-flat'])).toMatchObject({
      isEasier: false,
      because: [],
    });
    expect(fitOf('belly-breathing', [], asked)).toMatchObject({
      isEasier: false,
      unless: ['pregnancy-late', 'breathless-lying-flat'],
    });
  });

  test('a reason is given with what is left out', () => {
    expect(fitOf('four-seven-eight', ['panic-or-trauma'])).toEqual({
      kind: 'out',
      because: raised('panic-or-trauma'),
    });
  });

  test('a session whose exercise is not known is left out', () => {
    const lost = { ...sessionOf('body-scan'), exercise: 'gone' };
    expect(sessionFit(lost, exerciseTables, { raised: [], open: [] }).kind).toBe('out');
  });
});
