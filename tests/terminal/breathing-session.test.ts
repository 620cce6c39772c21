import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { PracticeOutcome, PracticePieces, Voice } from '../../src/context.ts';
import { breathDrawing } from '../../src/documents/breath-figure.ts';
import { startPractice, updatePractice } from '../../src/engine/practice/practice.ts';
import type { PracticeScript } from '../../src/engine/practice/script.ts';
import { drawingLines } from '../../src/render/figure/drawing-lines.ts';
import { createTheme } from '../../src/render/theme.ts';
import { measure } from '../../src/render/width.ts';
import { createPen } from '../../src/terminal/pen.ts';
import { drawFrame } from '../../src/terminal/practice-player/frame.ts';
import { createPracticePlayer } from '../../src/terminal/practice-player/player.ts';
import { scriptOf } from '../engine/practice/calm-sessions.ts';
import { fakeTerminal, ManualTime } from './support/fake-terminal.ts';

const pictures: PracticePieces['pictures'] = (_item, _segment, fullness) =>
  fullness === undefined ? () => [] : (room) => drawingLines(breathDrawing(fullness), room);

interface Look {
  readonly columns?: number;
  readonly rows?: number;
  readonly ascii?: boolean;
}

/** The screen after so many milliseconds of a session. */
function frameAt(
  script: PracticeScript,
  milliseconds: number,
  { columns = 80, rows = 24, ascii = false }: Look = {},
) {
  let { state } = startPractice(script, 0);
  for (let at = 0; at <= milliseconds; at += 200) ({ state } = updatePractice(state, { kind: 'tick', at }));
  const size = { columns, rows };
  const env = { LANG: ascii ? 'C' : 'C.UTF-8', TERM: 'xterm' };
  const theme = createTheme({ isTerminal: true, columns, env, colour: 'never' });
  const pen = createPen(theme, size);
  return drawFrame({ state, pictures, notice: undefined, pen, glyphs: theme.glyphs, size });
}

const slow = scriptOf('slow-breathing-6');

describe('the picture that breathes', () => {
  test('80 by 24: small while settling, full after the breath in', () => {
    expect(frameAt(slow, 0)).toMatchSnapshot('settling');
    expect(frameAt(slow, 23_800)).toMatchSnapshot('breathed in');
    expect(frameAt(slow, 27_000)).toMatchSnapshot('breathing out');
  });

  test('60 by 16, in ASCII', () => {
    const look = { columns: 60, rows: 16, ascii: true };
    const frame = frameAt(slow, 23_800, look);
    expect(frame).toMatchSnapshot();
    expect(frame.join('')).toMatch(/^[ -~]*$/);
  });

  test('a low window: what to do stays, the picture goes', () => {
    const frame = frameAt(slow, 23_800, { columns: 60, rows: 7 });
    expect(frame.join('\n')).toContain('breathe in');
    expect(frame.join('\n')).not.toMatch(/[\u2801-\u28ff]/);
  });

  test('a muscle is tensed and let go: it fills, and empties slowly', () => {
    const muscles = scriptOf('muscle-relaxation-short');
    const dots = (at: number) =>
      frameAt(muscles, at)
        .join('')
        .replace(/[^\u28ff]/g, '').length;
    expect(dots(34_800)).toBeGreaterThan(dots(31_000));
    expect(dots(45_000)).toBeLessThan(dots(34_800));
    expect(dots(45_000)).toBeGreaterThan(dots(59_000));
  });

  test.each([
    ['80 by 24', {}],
    ['60 by 16', { columns: 60, rows: 16 }],
    ['ASCII', { ascii: true }],
    ['wide and low', { columns: 200, rows: 12 }],
  ] as const)('digits, ring and words stay where they are through a breath: %s', (_name, look: Look) => {
    const place = (at: number) =>
      frameAt(slow, at, look).map((row) => [row.search(/[█▄▀#]/), row.search(/breathe|hold/)].join());
    const ends = frameAt(slow, 20_000, look).map(measure);
    for (let at = 20_200; at < 24_000; at += 600) {
      expect(place(at).filter((row) => row.endsWith(',-1') === false)).toEqual(
        place(20_000).filter((row) => row.endsWith(',-1') === false),
      );
      expect(Math.max(...frameAt(slow, at, look).map(measure))).toBeLessThanOrEqual(look.columns ?? 80);
      expect(ends).toHaveLength(look.rows ?? 24);
    }
  });
});

/** A session on a terminal whose clock the test turns. */
function open(script: PracticeScript, { accessible = false, columns = 80, rows = 24 } = {}) {
  const time = new ManualTime();
  const terminal = fakeTerminal({ time, columns, rows });
  Object.assign(terminal.input, { setRawMode: () => undefined });
  const heard: string[] = [];
  const voice: Voice = {
    say: (text) => void heard.push(text),
    cue: () => undefined,
    instead: undefined,
    close: () => undefined,
  };
  const facts = { ...terminal.facts, theme: { ...terminal.facts.theme, accessible } };
  const wall = { now: time.now, offsetMinutes: () => 0, zone: () => 'UTC', wait: () => Promise.resolve() };
  const outcome: Promise<PracticeOutcome> = createPracticePlayer(facts, wall)({ script, voice, pictures });
  return { ...terminal, time, heard, outcome };
}

describe('while it is played', () => {
  test('it moves five times a second, and only rows that changed are written', async () => {
    const player = open(slow);
    for (let second = 0; second < 21; second += 1) player.time.pass(1000);
    const before = player.written().length;
    for (let frame = 0; frame < 5; frame += 1) player.time.pass(200);
    const written = player.written().slice(before);
    expect(written.split('\u001b[?2026h').length - 1).toBeGreaterThanOrEqual(4);
    expect(written).not.toContain('Six-breath pacing. Then');
    expect(written).not.toContain('stop and keep');
    expect(written).not.toContain('\u001b[2J');
    player.input.write('q');
    await player.outcome;
  });

  test('in a pause it stands still: nothing at all is written', async () => {
    const player = open(slow);
    for (let second = 0; second < 22; second += 1) player.time.pass(1000);
    player.input.write(' ');
    await turn();
    const before = player.written();
    expect(before).toContain('Paused. Space goes on.');
    for (let second = 0; second < 5; second += 1) player.time.pass(1000);
    expect(player.written()).toBe(before);
    player.input.write('q');
    expect((await player.outcome).result.pauses).toBe(1);
  });

  test('for a screen reader one line a change, and nothing is redrawn', async () => {
    const player = open(scriptOf('box-breathing', { seconds: 60 }), { accessible: true });
    for (let tick = 0; tick < 120; tick += 1) player.time.pass(500);
    expect((await player.outcome).kind).toBe('finished');
    expect(player.written()).toMatchSnapshot();
    expect(player.written()).not.toContain('\u001b');
  });

  test('half an hour of breaths ends when it should, however late each frame is', async () => {
    const long = scriptOf('slow-breathing-6', { seconds: 1800 });
    // So small a window is drawn in no time.
    const player = open(long, { columns: 20, rows: 3 });
    let passed = 0;
    let isOver = false;
    void player.outcome.then(() => {
      isOver = true;
    });
    for (let tick = 0; !isOver && passed < 1_900_000; tick += 1) {
      const late = 200 + ((tick * 37) % 90);
      // The last frames come on time: what is measured is what the late ones before them added up to.
      const step = passed > 1_799_000 ? 10 : late;
      player.time.pass(step);
      passed += step;
      if (passed > 1_799_000) await turn();
    }
    expect(Math.abs(passed - 1_800_000)).toBeLessThan(100);
    const { result } = await player.outcome;
    expect(result.activeMilliseconds).toBe(1_800_000);
  });
});
