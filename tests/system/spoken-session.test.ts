import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exerciseTables } from '../../src/data/exercise-tables.ts';
import { sessions } from '../../src/data/stress/calm-sessions.ts';
import { buildScript } from '../../src/engine/practice/build-script.ts';
import type { PracticeScript, Segment } from '../../src/engine/practice/script.ts';
import { sessionScript } from '../../src/engine/practice/session-script.ts';
import type { RoutineRequest } from '../../src/engine/routine/plan.ts';
import { planRoutine } from '../../src/engine/routine/plan-routine.ts';
import { findSpeakers } from '../../src/reminders/speakers.ts';
import { readyOf, scriptOf } from '../engine/practice/calm-sessions.ts';
import { planOf } from '../engine/practice/sessions.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { named, whyNot } from './support/why-not.ts';

const missing = whyNot({ program: 'espeak-ng' });

const eightMinutes: RoutineRequest = {
  minutes: 8,
  equipment: ['chair', 'towel', 'wall', 'mat'],
  floorWork: true,
  target: 'tight-hamstrings',
  stage: 3,
  chronicity: 'subacute',
  flags: [],
  seed: 1,
  recent: [],
  effort: 'same',
  spoken: true,
};

function scriptFor(request: RoutineRequest): PracticeScript {
  const plan = planRoutine(exerciseTables, request);
  if (plan.kind !== 'routine') throw new Error(plan.because.join(' '));
  return buildScript(plan);
}

/** Seconds of a recording, silence at its end included. Its header says how many bytes a second takes. */
function secondsOf(file: string): number {
  const wave = readFileSync(file);
  const bytesASecond = wave.readUInt32LE(28);
  return (wave.length - 44) / bytesASecond;
}

/** Speaks a text as the session would, into a file, and gives its seconds. */
function recorder(): (text: string) => number {
  const folder = tempFolder();
  const speaker = findSpeakers('linux', process.env.PATH ?? '').find(({ program }) =>
    program.endsWith('espeak-ng'),
  );
  if (speaker === undefined) throw new Error('There is no espeak-ng.');
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const file = join(folder, `${known.size}.wav`);
    const { status, stderr } = spawnSync(speaker.program, [...speaker.words, '-w', file], {
      input: `${text}\n`,
    });
    if (status !== 0) throw new Error(String(stderr));
    const seconds = secondsOf(file);
    known.set(text, seconds);
    return seconds;
  };
}

interface Line {
  readonly say: string;
  readonly slot: number;
}

/** What is said, and the seconds until something else is. */
function linesOf({ milliseconds, say, remarks = [] }: Segment): readonly Line[] {
  const spoken = [{ at: 0, say }, ...remarks];
  return spoken
    .map(({ at, say: text }, index) => ({
      say: text,
      slot: ((spoken[index + 1]?.at ?? milliseconds) - at) / 1000,
    }))
    .filter((line) => line.say !== '');
}

/** Lines that are still being said when the next one cuts them off. */
function tooLong(script: PracticeScript, seconds: (text: string) => number): readonly string[] {
  return script.segments
    .flatMap(linesOf)
    .filter(({ say, slot }) => seconds(say) > slot)
    .map(({ say, slot }) => `"${say}" takes ${seconds(say).toFixed(2)} s of ${slot} s`);
}

describe.skipIf(missing !== undefined)(named('a session by the spoken text alone', missing), () => {
  test('eight minutes: every sentence is over before the next one', () => {
    const script = scriptFor(eightMinutes);
    const lines = script.segments.flatMap(linesOf);
    expect(lines.length).toBeGreaterThan(20);
    expect(tooLong(script, recorder())).toEqual([]);
  });

  test.each(Array.from({ length: 12 }, (_, seed) => seed + 2))('other days, other exercises: %i', (seed) => {
    const targets = ['poor-posture', 'pulled-muscle', 'chronic-stress', 'myofascial-pain', 'spasm'] as const;
    const target = targets[seed % targets.length] ?? 'spasm';
    const script = scriptFor({ ...eightMinutes, seed, target, minutes: 4 + 2 * seed, stage: 5 });
    expect(tooLong(script, recorder())).toEqual([]);
  });

  test.each(exerciseTables.exercises.map((exercise) => [exercise.id, exercise] as const))(
    '%s, in each of its versions',
    (_id, exercise) => {
      const seconds = recorder();
      for (const variant of ['standard', 'easier', 'deeper'] as const) {
        if (variant !== 'standard' && exercise[variant] === undefined) continue;
        const plan = planOf([{ exercise }, { exercise, variant }]);
        expect(tooLong(buildScript(plan), seconds)).toEqual([]);
      }
    },
  );

  test.each(sessions.map(({ id }) => id))('%s, as long as it is, shorter, and easier', (id) => {
    const seconds = recorder();
    for (const wish of [{}, { seconds: 60 }, { seconds: 400 }, { isEasier: true }])
      expect(tooLong(scriptOf(id, wish), seconds)).toEqual([]);
  });

  test('two calm sessions, one after the other', () => {
    const bedtime = sessionScript('Bedtime', [readyOf('belly-breathing'), readyOf('body-scan')]);
    expect(tooLong(bedtime, recorder())).toEqual([]);
  });
});
