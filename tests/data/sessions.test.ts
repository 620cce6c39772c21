import { describe, expect, test } from 'vitest';
import { exerciseTables } from '../../src/data/exercise-tables.ts';
import { type Session, sessionMomentSchema, sessionSchema } from '../../src/data/session-schema.ts';
import { sources } from '../../src/data/sources.ts';
import { sessions } from '../../src/data/stress/calm-sessions.ts';
import { sessionMoments } from '../../src/data/stress/session-moments.ts';
import { sessionIds } from '../../src/data/stress-schema.ts';
import { readySession } from '../../src/engine/practice/session-script.ts';
import { secondsOfTiming } from '../../src/engine/practice/session-timing.ts';
import { schoolYears, sentencesIn } from './checks/readability.ts';
import { banned, wordsIn } from './checks/words.ts';

const { exercises } = exerciseTables;

function exerciseOf({ exercise }: Pick<Session, 'exercise'>) {
  const found = exercises.find(({ id }) => id === exercise);
  if (found === undefined) throw new Error(`no exercise ${exercise}`);
  return found;
}

/** Settling, a round, how many, the end: seconds. Then all of it. */
const rounds: readonly (readonly [id: string, course: string, seconds: number])[] = [
  ['slow-breathing-6', '20, 26 x (4 6), 20', 300],
  ['long-out-breath', '21, 29 x (3 6), 18', 300],
  ['belly-breathing', '20, 26 x (4 6), 20', 300],
  ['double-inhale-sigh', '12, 24 x (3 1 7 1), 0', 300],
  ['box-breathing', '14, 17 x (4 4 4 4), 14', 300],
  ['four-seven-eight', '20, 4 x (4 7 8), 24', 120],
];

/** Seconds of each line. Then all of it. */
const scripts: readonly (readonly [id: string, course: string, seconds: number])[] = [
  ['progressive-muscle-relaxation', `40${' 5 20'.repeat(24)} 80`, 720],
  ['muscle-relaxation-short', `30${' 5 25'.repeat(6)}${' 20'.repeat(6)} 30`, 360],
  ['body-scan', '45 60 60 60 75 60 60 45 60 45 30', 600],
  ['body-scan-short', '30 60 60 30', 180],
  ['calm-place', '60 60 60 60 60', 300],
];

describe('sessions', () => {
  test('are whole, and each rests on known sources or is judged', () => {
    const known = new Set(sources.map(({ id }) => id));
    for (const session of sessions) {
      expect(sessionSchema.safeParse(session).error?.issues ?? [], session.id).toEqual([]);
      expect(session.sources.filter((id) => !known.has(id))).toEqual([]);
      expect(session.sources.length > 0 || session.judged === true, session.id).toBe(true);
    }
    for (const moment of sessionMoments)
      expect(sessionMomentSchema.safeParse(moment).error?.issues ?? [], moment.id).toEqual([]);
  });

  test('are those of the stress plan, and no name means two of them', () => {
    expect(sessions.map(({ id }) => id).toSorted()).toEqual([...sessionIds].toSorted());
    const names = [
      ...sessions.flatMap(({ id, aliases }) => [id, ...aliases]),
      ...sessionMoments.map(({ id }) => id),
      'list',
    ];
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  test('that are exercises say nothing twice: the exercise tells them', () => {
    for (const session of sessions) {
      const isExercise = session.id === session.exercise;
      expect(session.words === undefined, session.id).toBe(isExercise);
      const { dose } = exerciseOf(session);
      const { timing } = session;
      if (!isExercise || dose.kind !== 'timed') continue;
      expect(dose.seconds, session.id).toBe(session.seconds);
      const parts = timing.kind === 'rounds' ? timing.round : timing.lines;
      const told = parts.map(({ say, seconds }) => ({ say, seconds }));
      expect(told, session.id).toEqual(timing.kind === 'rounds' ? dose.moves : dose.script);
    }
  });

  test.each(rounds)('%s: %s', (id, course, seconds) => {
    const session = sessions.find((each) => each.id === id);
    if (session?.timing.kind !== 'rounds') throw new Error(`${id} has no rounds`);
    const { settleSeconds, round, rounds: times, endSeconds } = session.timing;
    expect(
      `${settleSeconds}, ${times} x (${round.map((part) => part.seconds).join(' ')}), ${endSeconds}`,
    ).toBe(course);
    expect([session.seconds, secondsOfTiming(session.timing)]).toEqual([seconds, seconds]);
  });

  test.each(scripts)('%s: line by line', (id, course, seconds) => {
    const session = sessions.find((each) => each.id === id);
    if (session?.timing.kind !== 'script') throw new Error(`${id} has no script`);
    expect(session.timing.lines.map((line) => line.seconds).join(' ')).toBe(course);
    expect([session.seconds, secondsOfTiming(session.timing)]).toEqual([seconds, seconds]);
  });

  test('whoever must not hold the breath or look inward has others: the flags are those of the long forms', () => {
    const flags = Object.fromEntries(
      sessions.map((session) => [session.id, exerciseOf(session).notWith.join(' ')]),
    );
    const holds = 'pregnancy-late heart-or-lung-condition-unstable panic-or-trauma';
    expect(flags).toEqual({
      'slow-breathing-6': '',
      'long-out-breath': '',
      'belly-breathing': '',
      'double-inhale-sigh': holds,
      'box-breathing': holds,
      'four-seven-eight': holds,
      'progressive-muscle-relaxation': 'pain-severe panic-or-trauma',
      'muscle-relaxation-short': 'pain-severe panic-or-trauma',
      'body-scan': 'panic-or-trauma',
      'body-scan-short': 'panic-or-trauma',
      'calm-place': '',
    });
  });

  test('every round that holds the breath has one without', () => {
    for (const { id, timing } of sessions) {
      if (timing.kind !== 'rounds' || !timing.round.some(({ say }) => /^hold|^sip/.test(say))) continue;
      expect(
        timing.easier?.round.map(({ say }) => say),
        id,
      ).toEqual(['breathe in', 'breathe out']);
    }
  });
});

describe('what is said', () => {
  const texts = sessions.flatMap((session) => {
    const { words } = readySession(session, exerciseOf(session));
    const lines = session.timing.kind === 'script' ? session.timing.lines.map(({ say }) => say) : [];
    const own = [words.say, ...words.steps, words.stop, words.evidence, session.worse, ...lines];
    return own.map((text) => [session.id, text] as const);
  });

  test.each(sessions.map(({ id }) => id))('%s is read at the age of twelve', (id) => {
    const text = texts.flatMap(([of, said]) => (of === id ? [said] : [])).join(' ');
    expect(schoolYears(text)).toBeLessThanOrEqual(8);
  });

  test('no sentence is longer than 25 words, and no word is banned', () => {
    for (const [where, text] of texts) {
      for (const sentence of sentencesIn(text))
        expect(wordsIn(sentence).length, `${where}: ${sentence}`).toBeLessThanOrEqual(25);
      for (const [, word] of banned) expect(text, where).not.toMatch(word);
    }
  });
});
