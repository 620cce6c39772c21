import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sessions } from '../../../src/data/stress/calm-sessions.ts';
import { fullnessAt, isBreathing } from '../../../src/engine/practice/breath.ts';
import { startPractice, updatePractice } from '../../../src/engine/practice/practice.ts';
import { practiceResult } from '../../../src/engine/practice/practice-result.ts';
import { currentSegment, type PracticeState } from '../../../src/engine/practice/practice-state.ts';
import { practiceView, untilNextChange } from '../../../src/engine/practice/practice-view.ts';
import type { PracticeScript } from '../../../src/engine/practice/script.ts';
import { sessionScript } from '../../../src/engine/practice/session-script.ts';
import { spokenMilliseconds } from '../../../src/engine/practice/speech.ts';
import { readyOf, scriptOf } from './calm-sessions.ts';

const ids = sessions.map(({ id }) => id);
const anyId = fc.constantFrom(...ids);
const anyWish = fc.record({
  seconds: fc.option(fc.integer({ min: 60, max: 1800 }), { nil: undefined }),
  isEasier: fc.boolean(),
});

function lengthOf({ segments }: PracticeScript): number {
  return segments.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}

/** What is heard, and after how many seconds. */
function heard({ segments }: PracticeScript): readonly string[] {
  let at = 0;
  return segments.flatMap(({ milliseconds, say, remarks = [] }) => {
    const start = at;
    at += milliseconds;
    return [{ at: 0, say }, ...remarks].map((remark) => `${(start + remark.at) / 1000} ${remark.say}`);
  });
}

function expectSpokenInTime({ segments }: PracticeScript): void {
  for (const { say, label, remarks = [], milliseconds } of segments) {
    const spoken = [{ at: 0, say }, ...remarks];
    spoken.forEach((line, index) => {
      const until = spoken[index + 1]?.at ?? milliseconds;
      expect(line.at + spokenMilliseconds(line.say), `"${line.say}" in ${label}`).toBeLessThanOrEqual(until);
    });
  }
}

describe('a session', () => {
  test.each(sessions)('$id takes $seconds seconds, neither more nor less', ({ id, seconds }) => {
    expect(lengthOf(scriptOf(id))).toBe(seconds * 1000);
  });

  test('whatever the time and the version: as long as it says, nothing is cut off, and the picture never jumps', () => {
    fc.assert(
      fc.property(anyId, anyWish, (id, wish) => {
        const ready = readyOf(id, wish);
        const script = sessionScript('A session', [ready]);
        expect(lengthOf(script)).toBe(ready.seconds * 1000);
        expectSpokenInTime(script);
        expect(script.segments.every(({ milliseconds }) => milliseconds > 0)).toBe(true);
        let before = 0.2;
        for (const segment of script.segments) {
          expect(fullnessAt(segment, 0)).toBeCloseTo(before, 6);
          before = fullnessAt(segment, segment.milliseconds) ?? Number.NaN;
          const middle = fullnessAt(segment, segment.milliseconds / 3) ?? Number.NaN;
          expect(middle).toBeGreaterThanOrEqual(0);
          expect(middle).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('in the time there is: never longer than wished for, but for the least it needs', () => {
    fc.assert(
      fc.property(anyId, fc.integer({ min: 60, max: 1800 }), (id, seconds) => {
        const { timing } = readyOf(id);
        const ready = readyOf(id, { seconds });
        const least = timing.kind === 'script' ? readyOf(id).seconds / 2 : 60;
        expect(ready.seconds).toBeLessThanOrEqual(Math.max(seconds, Math.ceil(least)));
        if (timing.kind === 'rounds' && timing.mostRounds === undefined) expect(ready.seconds).toBe(seconds);
      }),
    );
  });

  test.each([
    ['one minute of slow breathing', 'slow-breathing-6', 60, '10, 4 rounds, 10'],
    ['two minutes of it', 'slow-breathing-6', 120, '20, 8 rounds, 20'],
    ['its own length', 'slow-breathing-6', 300, '20, 26 rounds, 20'],
    ['a minute of box breathing', 'box-breathing', 60, '10, 2 rounds, 18'],
    [
      'what is left goes to settling where nothing comes after the last breath',
      'double-inhale-sigh',
      60,
      '12, 4 rounds, 0',
    ],
    ['never more rounds than are good', 'four-seven-eight', 600, '20, 4 rounds, 24'],
  ])('%s', (_name, id, seconds, course) => {
    const { timing } = readyOf(id, { seconds });
    if (timing.kind !== 'rounds') throw new Error('no rounds');
    expect(`${timing.settleSeconds}, ${timing.rounds} rounds, ${timing.endSeconds}`).toBe(course);
  });

  test('easier: another rhythm, or in a chair', () => {
    const easier = readyOf('four-seven-eight', { isEasier: true });
    expect(easier.timing).toMatchObject({ rounds: 4, round: [{ seconds: 4 }, { seconds: 8 }] });
    expect(readyOf('slow-breathing-6', { isEasier: true }).timing).toMatchObject({
      rounds: 37,
      endSeconds: 21,
    });
    expect(readyOf('body-scan', { isEasier: true }).words.say).toMatch(/^Sit in a chair/);
    expect(readyOf('body-scan').words.say).toMatch(/^Lie or sit/);
  });
});

describe('what is heard', () => {
  test('one minute of slow breathing', () => {
    expect(heard(scriptOf('slow-breathing-6', { seconds: 60 }))).toEqual([
      '0 Six-breath pacing. Sit with your back supported and your shoulders loose.',
      ...[10, 20, 30, 40].flatMap((at) => [`${at} breathe in`, `${at + 4} breathe out`]),
      '50 Now breathe as you like.',
    ]);
  });

  test('a scan: how to get there, then line by line at its time', () => {
    expect(heard(scriptOf('body-scan-short'))).toEqual([
      '0 Quick scan. Sit back, feet flat, eyes open on one spot or closed, and let your attention go through your body.',
      '12 Feet. Feel the floor under them. Warm, cool, or nothing?',
      '30 Low back. If it is sore, breathe around it.',
      '90 Shoulders and jaw. Let them drop. Let your teeth part.',
      '150 Your breath. Feel it come and go. Then look around.',
    ]);
  });

  test('two of them: the second is announced by its name', () => {
    const script = sessionScript('Bedtime', [readyOf('belly-breathing'), readyOf('body-scan')]);
    expect(lengthOf(script)).toBe(900_000);
    const lines = heard(script);
    expect(lines[0]).toMatch(/^0 First: Belly breathing\. Lie/);
    expect(lines.find((line) => line.startsWith('300 '))).toMatch(
      /^300 That is enough\. Next: Body scan\. Lie or sit/,
    );
  });
});

describe('while it is played', () => {
  const playedFor = (script: PracticeScript, seconds: number): PracticeState => {
    let { state } = startPractice(script, 0);
    for (let at = 1; at <= seconds; at += 1)
      ({ state } = updatePractice(state, { kind: 'tick', at: at * 1000 }));
    return state;
  };

  test('a picture that breathes wakes the player for each of its frames, one that is not drawn for seconds only', () => {
    const state = playedFor(scriptOf('slow-breathing-6'), 22);
    expect(untilNextChange(state, 200)).toBe(200);
    expect(untilNextChange(state)).toBe(1000);
    const holding = playedFor(scriptOf('box-breathing'), 19);
    expect(holding.script.segments[holding.position]?.label).toBe('hold');
    expect(untilNextChange(holding, 200)).toBe(1000);
  });

  test('it is fullest when the breath in is over', () => {
    const segment = { breath: { from: 0, to: 1 }, milliseconds: 4000 };
    const course = [0, 1000, 2000, 3000, 4000].map((into) => fullnessAt(segment, into)?.toFixed(2));
    expect(course).toEqual(['0.00', '0.15', '0.50', '0.85', '1.00']);
    expect(isBreathing(segment)).toBe(true);
    expect(isBreathing({ breath: { from: 1, to: 1 } })).toBe(false);
    expect(isBreathing({})).toBe(false);
    expect(fullnessAt({ milliseconds: 4000 }, 0)).toBeUndefined();
  });

  test('on and back go from line to line of a script, and from the breaths to their end', () => {
    const scan = updatePractice(playedFor(scriptOf('body-scan'), 50), { kind: 'forward', at: 50_000 });
    expect(currentSegment(scan.state)?.label).toMatch(/^Lower legs/);
    expect(practiceView(scan.state)?.next).toMatch(/^Thighs/);
    const breaths = updatePractice(playedFor(scriptOf('slow-breathing-6'), 50), {
      kind: 'forward',
      at: 50_000,
    });
    expect(currentSegment(breaths.state)?.label).toBe('breathe as you like');
  });

  test('easier in the middle: the breath changes its rhythm, and the session ends when it would have', () => {
    const script = scriptOf('box-breathing');
    const before = playedFor(script, 100);
    const { state } = updatePractice(before, { kind: 'easier', at: 100_000 });
    const { segments } = state.script;
    expect(state.reached).toHaveLength(segments.length);
    expect(currentSegment(state)).toMatchObject({ kind: 'get-ready', label: 'easier version' });
    const change = currentSegment(state)?.milliseconds ?? 0;
    expect(lengthOf(state.script)).toBe(lengthOf(script) + change);
    const later = segments.slice(state.position + 1).map(({ label }) => label);
    expect(later).not.toContain('hold');
    expect(later.slice(0, 2)).toEqual(['breathe in', 'breathe out']);
    expect(later.at(-1)).toBe('breathe as you like');
    expect(practiceView(state)?.item.easier).toBeUndefined();
  });

  test('easier at any moment keeps the time that is left', () => {
    fc.assert(
      fc.property(anyId, fc.integer({ min: 0, max: 700 }), (id, seconds) => {
        const before = playedFor(scriptOf(id), seconds);
        if (before.over !== undefined) return;
        const { state } = updatePractice(before, { kind: 'easier', at: before.at });
        if (state.script === before.script) return;
        const change = currentSegment(state)?.milliseconds ?? 0;
        expect(lengthOf(state.script)).toBe(lengthOf(before.script) + change);
        expect(state.reached).toHaveLength(state.script.segments.length);
        expect(practiceResult(state).items).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  test('the result names the session', () => {
    const { items, activeMilliseconds } = practiceResult(playedFor(scriptOf('body-scan-short'), 180));
    expect(items).toEqual([{ exercise: 'body-scan-short', variant: 'standard', done: 'done', seconds: 150 }]);
    expect(activeMilliseconds).toBe(180_000);
  });
});
