import { expect, test } from 'vitest';
import { watchRules } from '../../../src/data/watch.ts';
import { openConcern } from '../../../src/engine/watch/open-concern.ts';

const checkedAt = Date.parse('2026-11-10T10:00:00+01:00');
const log = (day: number, told?: unknown) => ({
  at: `2026-11-${day}T20:00:00+01:00`,
  body: { usual: 5, told },
});

test.each<[string, ReturnType<typeof log>[], string | undefined]>([
  ['nothing was said', [log(20)], undefined],
  [
    'said once, and not again since',
    [log(22), log(20, ['worse-after-a-week', 'rising']), log(12)],
    'worse-after-a-week',
  ],
  ['a rule of the assessment', [log(20, ['sp-leg-pain'])], 'sp-leg-pain'],
  ['a note asks for nothing', [log(20, ['rising'])], undefined],
  ['a note after it hides nothing', [log(22, ['rising']), log(20, ['very-bad-pain'])], 'very-bad-pain'],
  ['the newest of two', [log(22, ['very-bad-pain']), log(20, ['worse-after-a-week'])], 'very-bad-pain'],
  [
    'asked again since',
    [log(12), { ...log(10, ['very-bad-pain']), at: '2026-11-10T08:00:00+01:00' }],
    undefined,
  ],
  ['a body of another version', [log(20, { is: 'worse' }), log(19, [4])], undefined],
])('%s', (_, logs, expected) => {
  expect(openConcern(logs, checkedAt, watchRules)?.rule).toBe(expected);
});
