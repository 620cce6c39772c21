import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, progressCsv } from '../../src/documents/progress-csv.ts';
import { progressDocument } from '../../src/documents/progress-document.ts';
import { progressJson } from '../../src/documents/progress-json.ts';
import { changeInWords } from '../../src/documents/progress-words.ts';
import { personDay } from '../../src/engine/log/person-day.ts';
import { changeOf, painYardstick } from '../../src/engine/progress/change.ts';
import { type ProgressEvent, tallyDays } from '../../src/engine/progress/day-tally.ts';
import { progressOf } from '../../src/engine/progress/progress.ts';
import { renderDocument } from '../../src/render/render.ts';
import { safeText } from '../../src/render/safe-text.ts';
import { measure } from '../../src/render/width.ts';
import { themes } from '../render/themes.ts';

const day = 24 * 60 * 60 * 1000;
const first = Date.parse('2026-10-26T19:00:00Z');
const at = (number: number) => `${new Date(first + number * day).toISOString().slice(0, -1)}+00:00`;
const today = personDay({ at: first + 27 * day, offsetMinutes: 0 }, 3);
const _ = undefined;
const usual = [6, 6.5, 5, 7, 5, 4, 4, _, _, _, 8, 6, 5, 3, 3, _, _, 4, _, _, 2, 2, 2.5, 2, 1, 1, 0, 1];

/** Four weeks with gaps, a flare, an activity and practice every other day. */
const fourWeeks: readonly ProgressEvent[] = usual.flatMap((value, number): ProgressEvent[] => [
  ...(value === _
    ? []
    : [
        {
          kind: 'log',
          at: at(number),
          body: {
            usual: value,
            worst: Math.min(10, value + 2),
            interference: Math.round(value * 0.8),
            sleep: number % 3 === 0 ? 'poor' : 'good',
            ...(number % 4 === 0 ? { activities: { gardening: Math.round(2 + number / 3) } } : {}),
          },
        },
      ]),
  ...(number % 2 === 0
    ? [{ kind: 'practice', at: at(number), body: { result: { activeMilliseconds: 360_000 } } }]
    : []),
  ...(number === 12 ? [{ kind: 'recovery-flare', at: at(12), body: { is: 'over' } }] : []),
  ...(number === 10 ? [{ kind: 'recovery-flare', at: at(10), body: { is: 'started' } }] : []),
]);
const progressAfter = (events: readonly ProgressEvent[], from?: number) =>
  progressOf({ tallied: tallyDays(events, 3), today, goal: 3, from });
const rising = Array.from({ length: 14 }, (__, number) => ({
  kind: 'log',
  at: at(number + 14),
  body: { usual: number < 6 ? 3 : 6 },
}));

const courses = {
  'four-weeks': fourWeeks,
  empty: [],
  'first-days': fourWeeks.slice(0, 4),
  worse: rising,
  'only-practice': fourWeeks.filter(({ kind }) => kind === 'practice'),
};

describe('golden text', () => {
  for (const [name, events] of Object.entries(courses)) {
    test.each(['screen', 'columns-60', 'ascii', 'accessible'] as const)(`${name}, %s`, async (place) => {
      const document = progressDocument({ progress: progressAfter(events), advice: [] });
      const text = await renderDocument(document, { format: 'text', theme: themes[place] });
      await expect(text).toMatchFileSnapshot(`golden/progress.${name}.${place}.txt`);
      for (const line of text.split('\n')) expect(measure(line)).toBeLessThanOrEqual(themes[place].width);
    });
  }

  test('a sheet says what made it and what it is not', async () => {
    const sheet = { version: '1.2.3', made: '2026-11-22 20:00' };
    const document = progressDocument({ progress: progressAfter(fourWeeks), advice: [], sheet });
    const text = await renderDocument(document, { format: 'markdown', theme: themes.screen });
    await expect(text).toMatchFileSnapshot('golden/progress.four-weeks.md');
    const html = await renderDocument(document, { format: 'html', theme: themes.screen });
    for (const words of ['<svg', 'version 1.2.3', 'Self-reported', 'does not give a diagnosis'])
      expect(html).toContain(words);
  });
});

describe('words', () => {
  test.each([
    [[6, 6, 6, 5, 5, 5, 4, 4, 4, 4], 'clear change, for the better'],
    [[4, 4, 4, 5, 5, 5, 5, 5.5, 5.5, 5.5], 'small change, for the worse'],
    [[5, 5, 5, 5, 5, 5, 5, 5, 5], 'cannot tell yet (about the same so far)'],
    [[5, 2], 'cannot tell yet (less than a week so far)'],
  ])('%j: %s', (values, expected) => {
    const course = values.map((value, index) => ({ day: index, value }));
    expect(changeInWords(changeOf(course, painYardstick))).toBe(expected);
  });

  test('no percentage, no promise, no scare, in any course', async () => {
    for (const events of Object.values(courses)) {
      const document = progressDocument({ progress: progressAfter(events), advice: [] });
      const text = await renderDocument(document, { format: 'text', theme: themes.pipe });
      expect(text).not.toMatch(/%|per cent|you have|all clear|will be|fail|damage|streak/i);
    }
  });

  test('advice that still stands comes first', async () => {
    const advice = [{ kind: 'callout', tone: 'urgent', title: 'See a clinician today.', lines: [] } as const];
    const { blocks } = progressDocument({ progress: progressAfter([]), advice });
    expect(blocks[0]).toBe(advice[0]);
  });
});

test('json: every field of the contract', () => {
  const contact = {
    line: 'Call 112.',
    number: '112',
    country: '',
    countryCode: undefined,
    explanation: '',
    crisis: '',
    advice: '',
  };
  const json = progressJson({
    progress: progressAfter(fourWeeks),
    contact,
    advice: [],
    version: '1.2.3',
    at: at(27),
  });
  expect(Object.keys(json)).toEqual([
    'schema',
    'at',
    'tool',
    'notice',
    'emergency',
    'advice',
    'from',
    'to',
    'recordBegins',
    'entries',
    'combined',
    'measures',
    'sleep',
    'practice',
    'weeks',
    'excused',
    'days',
  ]);
  expect(json.schema).toBe('backcare/progress@1');
  expect(json.measures[0]).toEqual({
    id: 'usual',
    activity: null,
    better: 'lower',
    change: 'clear change',
    direction: 'better',
    because: null,
    start: 6,
    now: 1,
    perWeek: -1.4,
    days: 21,
  });
  // A day without an entry is not in the list with a zero.
  expect(json.days.find(({ date }) => date === '2026-11-03')).toEqual({
    date: '2026-11-03',
    entries: 0,
    sessions: 1,
    isActive: true,
    minutes: 6,
    activities: {},
    ...{ usual: undefined, worst: undefined, interference: undefined, stress: undefined },
  });
});

describe('csv', () => {
  test.each([
    ['=cmd()', `"'=cmd()"`],
    ['+1', `"'+1"`],
    ['-1 day', `"'-1 day"`],
    ['@sum', `"'@sum"`],
    ['\t=1', `"'\t=1"`],
    ['  =1', `"'  =1"`],
    ['|calc', `"'|calc"`],
    ['after driving', 'after driving'],
    ['a, b', '"a, b"'],
    ['she said "ow"', '"she said ""ow"""'],
    ['', ''],
  ])('%j becomes %s', (text, expected) => {
    expect(csvCell(text)).toBe(expected);
  });

  test('no cell begins like a formula, whatever was noted, and all of it can be read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const cell = csvCell(text);
        const isQuoted = cell.startsWith('"');
        const read = isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(read).not.toMatch(/^\s*[=+\-@]/);
        expect(isQuoted || !/[",\r\n]/.test(cell)).toBe(true);
        expect(read === text || read === `'${text}`).toBe(true);
      }),
    );
  });

  test('one line for each entry from that time on', () => {
    const events = [
      { id: 'a', kind: 'log', at: at(0), body: { usual: 4, note: '=1+1', where: ['low-back', 'arm'] } },
      { id: 'b', kind: 'practice', at: at(1), body: {} },
      { id: 'c', kind: 'log', at: at(2), body: { worst: 7, sleep: 'fair', activities: { gardening: 3 } } },
    ];
    expect([...progressCsv(events, first, safeText)].join('')).toBe(
      [
        'time,usual,worst,interference,sleep,stress,where,activities,note',
        `2026-10-26T19:00:00.000+00:00,4,,,,,low-back arm,,"'=1+1"`,
        '2026-10-28T19:00:00.000+00:00,,7,,fair,,,gardening: 3,',
        '',
      ].join('\r\n'),
    );
    expect([...progressCsv(events, first + day, safeText)]).toHaveLength(2);
  });

  test('text that was imported does nothing to a terminal, and breaks no line', () => {
    const note = 'a\u001b[2Jb\u001b]0;title\u0007c\u202ed\r\n=1+1';
    const events = [{ id: 'a', kind: 'log', at: at(0), body: { note, activities: { 'b\u0007': 4 } } }];
    const [, line] = [...progressCsv(events, first, safeText)];
    expect(line).toBe('2026-10-26T19:00:00.000+00:00,,,,,,,b: 4,abcd =1+1\r\n');
  });
});
