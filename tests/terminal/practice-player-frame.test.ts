import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PictureLines } from '../../src/context.ts';
import { buildScript } from '../../src/engine/practice/build-script.ts';
import { startPractice, updatePractice } from '../../src/engine/practice/practice.ts';
import type { PracticeEvent, PracticeState } from '../../src/engine/practice/practice-state.ts';
import { createTheme } from '../../src/render/theme.ts';
import { measure } from '../../src/render/width.ts';
import { createPen } from '../../src/terminal/pen.ts';
import { drawDigits, largestScale } from '../../src/terminal/practice-player/digits.ts';
import { drawFrame } from '../../src/terminal/practice-player/frame.ts';
import {
  anyPlan,
  bridge,
  exerciseOf,
  planOf,
  stretch,
  threeExercises,
  walk,
} from '../engine/practice/sessions.ts';

/** A session after so many seconds. */
function stateAt(seconds: number, script = threeExercises, ...kinds: PracticeEvent['kind'][]): PracticeState {
  let { state } = startPractice(script, 0);
  for (let at = 1; at <= seconds; at += 1)
    ({ state } = updatePractice(state, { kind: 'tick', at: at * 1000 }));
  for (const kind of kinds) ({ state } = updatePractice(state, { kind, at: seconds * 1000 }));
  return state;
}

/** A picture that takes all the room it gets. */
const fullPicture: PictureLines = ({ columns, rows }) =>
  Array.from({ length: rows }, () => 'x'.repeat(columns));

interface Look {
  readonly columns?: number;
  readonly rows?: number;
  readonly ascii?: boolean;
  readonly colour?: boolean;
  readonly notice?: string;
  readonly picture?: PictureLines;
}

function frame(state: PracticeState, look: Look = {}): readonly string[] {
  const { columns = 80, rows = 24, ascii = false, colour = false, notice, picture = () => [] } = look;
  const size = { columns, rows };
  const theme = createTheme({
    isTerminal: true,
    columns,
    env: { LANG: ascii ? 'C' : 'C.UTF-8', TERM: 'xterm' },
    colour: colour ? 'always' : 'never',
  });
  return drawFrame({
    state,
    pictures: () => picture,
    notice,
    pen: createPen(theme, size),
    glyphs: theme.glyphs,
    size,
  });
}

describe('digits', () => {
  test('in half blocks', () => {
    expect(drawDigits('2:05', 1, 'unicode')).toEqual(['▀▀█ ▄ █▀█ █▀▀', '█▀▀ ▄ █ █ ▀▀█', '▀▀▀   ▀▀▀ ▀▀▀']);
  });

  test('in ASCII, a dot a row high', () => {
    expect(drawDigits('17', 2, 'ascii')).toEqual([
      '  ##    ######',
      '####        ##',
      '  ##        ##',
      '  ##        ##',
      '######      ##',
    ]);
  });

  test.each(['0123456789', '9:59'])('all of %s differ from each other', (text) => {
    const shapes = [...text].map((character) => drawDigits(character, 2, 'unicode').join('\n'));
    expect(new Set(shapes).size).toBe(new Set(text).size);
  });

  test('are as large as the room', () => {
    expect(largestScale('00', { columns: 34, rows: 99 }, 'unicode')).toBe(4);
    expect(largestScale('00', { columns: 35, rows: 13 }, 'unicode')).toBe(5);
    expect(largestScale('00', { columns: 35, rows: 13 }, 'ascii')).toBe(4);
    expect(largestScale('00', { columns: 6, rows: 13 }, 'unicode')).toBe(0);
  });
});

describe('a frame', () => {
  test('80 by 24, without a picture', () => {
    expect(frame(stateAt(25))).toEqual([
      '  A routine                                                1 of 3 · 7:03 left',
      '',
      '                        ██████            ██████████████████',
      '                        ██████            ██████████████████',
      '                        ██████            ██████████████████',
      '                  ████████████            ██████',
      '                  ████████████            ██████',
      '                  ████████████            ██████',
      '                        ██████            ██████████████████',
      '                        ██████            ██████████████████',
      '                        ██████            ██████████████████',
      '                        ██████                        ██████',
      '                        ██████                        ██████',
      '                        ██████                        ██████',
      '                  ██████████████████      ██████████████████',
      '                  ██████████████████      ██████████████████',
      '                  ██████████████████      ██████████████████',
      '                                hold, left leg',
      '                  ━━━━━━━━━━━━━━━━━━━━━─────────────────────',
      '',
      '  Lie on your back.',
      '  The stretch. Then: change to the right leg',
      '',
      '  space pause · ← back · → on · e easier · s skip · ? how · q stop and keep',
    ]);
  });

  test('60 by 16, in ASCII, with a picture', () => {
    const look = { columns: 60, rows: 16, ascii: true, picture: () => [' o ', '/|\\', '/ \\'] };
    expect(frame(stateAt(71), look)).toEqual([
      '  A routine                            1 of 3 - 6:17 left',
      '',
      '                                   ######',
      '                                   ##  ##',
      '   o                               ######',
      '  /|\\                                  ##',
      '  / \\                              ######',
      '',
      '                             hold, right leg',
      '                              ==========----',
      '',
      '  Lie on your back.',
      '  The stretch. Then: The bridge',
      '',
      '  space pause, <- back, -> on, e easier, s skip, ? how',
      '  q stop and keep',
    ]);
  });

  test('repetitions are counted', () => {
    const rows = frame(stateAt(12, buildScript(planOf([{ exercise: bridge }])))).join('\n');
    expect(rows).toContain('hold');
    expect(rows).toContain('1 of 3 · round 1 of 2');
  });

  test('longer times stand in minutes until their end', () => {
    const script = buildScript(planOf([{ exercise: walk }]));
    const large = (seconds: number) => frame(stateAt(seconds, script), { columns: 24, rows: 3 }).join('\n');
    expect(large(10)).toContain('5:00  keep going');
    expect(large(300)).toContain('0:10  keep going');
  });

  test('the last part has nothing after it', () => {
    expect(frame(stateAt(80, buildScript(planOf([{ exercise: stretch }])))).join('\n')).toContain(
      'The stretch. Then it is over.',
    );
  });

  test('a pause says how to go on, a notice stands in for the instruction', () => {
    expect(frame(stateAt(25, threeExercises, 'toggle-pause')).join('\n')).toContain('Paused. Space goes on.');
    const noticed = frame(stateAt(25), { notice: 'The bell rings instead.' }).join('\n');
    expect(noticed).toContain('The bell rings instead.');
    expect(noticed).not.toContain('Lie on your back.');
  });

  test('more steps than rows end in dots', () => {
    const steps = Array.from({ length: 30 }, (_, index) => `Step number ${index + 1}.`);
    const long = exerciseOf('long', { kind: 'timed', seconds: 60 }, { steps });
    const rows = frame(stateAt(2, buildScript(planOf([{ exercise: long }])), 'how'));
    expect(rows).toHaveLength(24);
    expect(rows.at(-2)).toBe('  …');
  });

  test('colour adds nothing but colour', () => {
    const plain = frame(stateAt(25), { picture: fullPicture });
    const coloured = frame(stateAt(25), { picture: fullPicture, colour: true });
    expect(coloured).not.toEqual(plain);
    expect(coloured.map((row) => stripVTControlCharacters(row).trimEnd())).toEqual(plain);
  });

  test('digits stay where they are while a repetition goes from move to move', () => {
    const script = buildScript(planOf([{ exercise: bridge }]));
    const column = (seconds: number) =>
      frame(stateAt(seconds, script), { picture: fullPicture }).findIndex((row) => row.includes('█')) +
      frame(stateAt(seconds, script), { picture: fullPicture })
        .map((row) => row.search(/[█▄▀]/))
        .join();
    expect(column(11)).toBe(column(10));
    expect(column(14)).toBe(column(10));
  });
});

test('whatever the window and the moment: no row is wider, no frame is higher, and what to do is there', () => {
  const look = fc.record({
    columns: fc.integer({ min: 1, max: 250 }),
    rows: fc.integer({ min: 1, max: 100 }),
    ascii: fc.boolean(),
    picture: fc.constantFrom(fullPicture, () => []),
    notice: fc.constantFrom('No voice of this computer can be used, so the bell rings instead.', ''),
  });
  const kinds = fc.subarray<PracticeEvent['kind']>(['easier', 'forward', 'toggle-pause', 'how', 'stop']);
  fc.assert(
    fc.property(anyPlan, fc.nat(300), kinds, look, (plan, seconds, events, { notice, ...rest }) => {
      const state = stateAt(seconds, buildScript(plan), ...events);
      const rows = frame(state, { ...rest, ...(notice === '' ? {} : { notice }) });
      expect(rows.length).toBeLessThanOrEqual(rest.rows);
      expect(Math.max(...rows.map(measure))).toBeLessThanOrEqual(rest.columns);
      if (rest.ascii) expect(rows.join('')).toMatch(/^[ -~]*$/);
      if (rest.columns < 60 || rest.rows < 16 || state.showsHow) return;
      const text = rows.join('\n');
      expect(text).toContain(' left');
      expect(text).toMatch(/space (pause|go on)/);
      expect(text).toMatch(/Then[ :]/);
    }),
    { numRuns: 1500 },
  );
});
