import { expect, test } from 'vitest';
import { watchRules } from '../../../src/data/watch.ts';
import { openConcern } from '../../../src/engine/watch/open-concern.ts';

/** The check was the tenth thing that was written. */
const check = 'B10';
const log = (place: number, told?: unknown, more: object = {}) => ({
  id: `B${place}`,
  at: `2026-11-${place}T20:00:00+01:00`,
  body: { usual: 5, told, ...more },
});

test.each<[string, ReturnType<typeof log>[], string | undefined, number?]>([
  ['nothing was said', [log(20)], undefined],
  [
    'said once, and not again since',
    [log(22), log(20, ['worse-after-a-week', 'rising']), log(12)],
    'worse-after-a-week',
    0,
  ],
  ['a rule of the assessment', [log(20, ['sp-leg-pain'])], 'sp-leg-pain', 0],
  ['a note asks for nothing', [log(20, ['rising'])], undefined],
  ['a note after it hides nothing', [log(22, ['rising']), log(20, ['very-bad-pain'])], 'very-bad-pain', 0],
  [
    'the gravest of several, whichever came last',
    [log(23, ['worse-at-check-in']), log(22, ['very-bad-pain']), log(20, ['sp-leg-pain'])],
    'sp-leg-pain',
    2,
  ],
  ['signs that were left open', [log(20, undefined, { signs: 'not-answered' })], 'signs-not-answered', 0],
  [
    'signs that were left open at a check-in, which stays due',
    [
      log(20, undefined, { signs: 'not-answered' }),
      log(21, undefined, { signs: 'not-answered', entry: 'B20' }),
    ],
    undefined,
  ],
  ['something that no line named', [log(20, undefined, { signs: 'some' })], 'signs-some', 0],
  ['signs that were answered', [log(20, undefined, { signs: 'none' })], undefined],
  ['checked since', [log(9, ['very-bad-pain'])].map((event) => ({ ...event, id: 'B09' })), undefined],
  [
    'told by a clock that ran ahead, and checked since',
    [{ ...log(30, ['very-bad-pain']), id: 'B09' }],
    undefined,
  ],
  [
    'told after the check, by a clock that was set back',
    [{ ...log(11, ['very-bad-pain']), at: '2026-10-01T20:00:00+02:00' }],
    'very-bad-pain',
    0,
  ],
  ['a body of another version', [log(20, { is: 'worse' }), log(19, [4])], undefined],
])('%s', (_, events, rule, more) => {
  const found = openConcern(events, check, watchRules);
  expect([found?.rule, found?.more]).toEqual([rule, more]);
});
