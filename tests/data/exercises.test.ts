import { describe, expect, it } from 'vitest';
import { deskHabits, deskQuestions } from '../../src/data/desk-check.ts';
import type { Exercise } from '../../src/data/exercise-schema.ts';
import { exerciseTables } from '../../src/data/exercise-tables.ts';
import { secondsOf } from '../../src/engine/practice/dose-length.ts';

const { exercises, routines, flags, stages } = exerciseTables;

function exercise(id: string): Exercise {
  const found = exercises.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no exercise ${id}`);
  return found;
}

/** Every exercise: its first stage, the seconds of its dose, and the flags that leave it out or ease it. */
const expected: readonly (readonly [id: string, fromStage: number, seconds: number, flags: string])[] = [
  [
    'seated-hamstring-stretch',
    3,
    70,
    'leg-pain-below-knee worse-bending-forward leg-symptoms-standing-walking osteoporosis hamstring-tear-recent hip-replacement-recent pain-severe',
  ],
  [
    'standing-hamstring-stretch',
    3,
    70,
    'leg-pain-below-knee worse-bending-forward leg-symptoms-standing-walking balance-poor hamstring-tear-recent hip-replacement-recent pain-severe',
  ],
  [
    'lying-hamstring-stretch',
    2,
    70,
    'leg-pain-below-knee leg-symptoms-standing-walking pregnancy-late hamstring-tear-recent hip-replacement-recent breathless-lying-flat',
  ],
  [
    'half-kneeling-hip-flexor-stretch',
    3,
    150,
    'knee-cannot-kneel balance-poor hip-replacement-recent spondylolisthesis-known',
  ],
  ['standing-hip-flexor-stretch', 2, 70, 'balance-poor spondylolisthesis-known'],
  [
    'knee-to-chest',
    1,
    95,
    'leg-pain-below-knee worse-bending-forward osteoporosis pregnancy-late hip-replacement-recent breathless-lying-flat',
  ],
  [
    'childs-pose',
    3,
    70,
    'leg-pain-below-knee worse-bending-forward osteoporosis knee-cannot-kneel shoulder-painful hip-replacement-recent',
  ],
  [
    'figure-four-stretch',
    3,
    150,
    'leg-pain-below-knee pregnancy-late hip-replacement-recent breathless-lying-flat',
  ],
  ['doorway-chest-stretch', 2, 70, 'arm-pain-tingling shoulder-painful'],
  ['neck-side-stretch', 2, 95, 'arm-pain-tingling dizziness-neck recent-surgery'],
  ['standing-side-bend', 2, 75, 'shoulder-painful balance-poor recent-surgery'],
  ['pelvic-tilt', 1, 60, 'pregnancy-late breathless-lying-flat'],
  ['cat-cow', 2, 64, 'osteoporosis easier:knee-cannot-kneel easier:wrist-painful'],
  [
    'knee-rolls',
    1,
    120,
    'osteoporosis pregnancy-late hip-replacement-recent recent-surgery breathless-lying-flat',
  ],
  [
    'prone-on-elbows',
    1,
    140,
    'worse-leaning-back leg-symptoms-standing-walking pregnancy-late recent-surgery spondylolisthesis-known breathless-lying-flat',
  ],
  [
    'standing-back-extension',
    2,
    32,
    'worse-leaning-back leg-symptoms-standing-walking balance-poor dizziness-neck spondylolisthesis-known',
  ],
  ['chair-upper-back-extension', 2, 40, 'osteoporosis shoulder-painful dizziness-neck'],
  ['brace-and-breathe', 1, 96, 'pregnancy-late breathless-lying-flat'],
  [
    'curl-up',
    3,
    160,
    'osteoporosis pregnancy-late dizziness-neck recent-surgery breathless-lying-flat pain-severe',
  ],
  ['side-bridge', 3, 340, 'pregnancy-late shoulder-painful pain-severe'],
  ['bird-dog', 3, 340, 'knee-cannot-kneel wrist-painful shoulder-painful pain-severe'],
  ['dead-bug', 3, 222, 'pregnancy-late shoulder-painful breathless-lying-flat pain-severe'],
  ['chin-tuck', 2, 60, 'arm-pain-tingling dizziness-neck'],
  ['shoulder-blade-squeeze', 1, 140, 'shoulder-painful'],
  ['glute-bridge', 2, 170, 'pregnancy-late breathless-lying-flat pain-severe'],
  ['hip-hinge-drill', 3, 126, 'leg-pain-below-knee worse-bending-forward balance-poor pain-severe'],
  ['sit-to-stand', 2, 145, 'balance-poor'],
  ['band-row', 3, 165, 'shoulder-painful'],
  ['easy-walk', 1, 600, 'heart-or-lung-condition-unstable'],
  ['legs-up-90-90', 1, 600, 'easier:pregnancy-late breathless-lying-flat'],
  [
    'pressure-release',
    2,
    120,
    'leg-pain-below-knee leg-symptoms-standing-walking arm-pain-tingling osteoporosis injury-first-48h blood-thinner recent-surgery skin-numb',
  ],
  ['belly-breathing', 1, 300, 'easier:pregnancy-late easier:breathless-lying-flat'],
  ['slow-breathing-6', 1, 300, ''],
  ['box-breathing', 1, 300, 'pregnancy-late heart-or-lung-condition-unstable panic-or-trauma'],
  [
    'progressive-muscle-relaxation',
    1,
    720,
    'easier:pregnancy-late easier:breathless-lying-flat panic-or-trauma pain-severe',
  ],
  ['body-scan', 1, 600, 'easier:pregnancy-late easier:breathless-lying-flat panic-or-trauma'],
];

describe('exercises', () => {
  it('are the thirty-six, in the order of a list', () => {
    expect(exercises.map(({ id }) => id)).toEqual(expected.map(([id]) => id));
  });

  it.each(expected)('%s keeps its stage, its length and its cautions', (id, fromStage, seconds, cautions) => {
    const entry = exercise(id);
    const named = flags.flatMap((flag) => {
      if (entry.notWith.includes(flag.id)) return [flag.id];
      return entry.easierWith?.includes(flag.id) ? [`easier:${flag.id}`] : [];
    });
    expect(entry.fromStage).toBe(fromStage);
    expect(secondsOf(entry.dose)).toBe(seconds);
    expect(named.join(' ')).toBe(cautions);
  });

  it('of the first stage are done lying, sitting or standing: nobody has to kneel yet', () => {
    const first = exercises.filter((entry) => entry.fromStage === 1).map(({ position }) => position);
    expect(new Set(first)).toEqual(new Set(['lying-on-back', 'lying-on-front', 'sitting', 'standing']));
  });
});

describe('an easier version', () => {
  const eased = exercises.filter(({ easier }) => easier !== undefined);

  it.each(eased.filter(({ easierPosition }) => easierPosition !== undefined))(
    'of $id is done elsewhere, so it is told from its beginning',
    ({ easierInFull, position }) => {
      const words = [easierInFull?.say, ...(easierInFull?.steps ?? [])].join(' ');
      expect(easierInFull).toBeDefined();
      expect(words).not.toMatch(/instead/);
      const ordinary: { readonly [position: string]: RegExp } = {
        'lying-on-back': /on your back/i,
        'side-lying': /lie on/i,
        'hands-and-knees': /hands and knees,|on your hands/i,
        sitting: /\bsit\b/i,
      };
      expect(words).not.toMatch(ordinary[position] ?? /^$/);
    },
  );

  it('that a flag asks for is always one done elsewhere', () => {
    const asked = exercises.filter(({ easierWith = [] }) => easierWith.length > 0);
    expect(asked.filter(({ easierInFull }) => easierInFull === undefined).map(({ id }) => id)).toEqual([]);
  });

  /** What a text asks of a body, and the flags whose effect forbids that. */
  const demands: readonly (readonly [name: string, asks: RegExp, flags: readonly string[]])[] = [
    ['lie on the back', /lie on your back/i, ['pregnancy-late', 'breathless-lying-flat']],
    ['lean forward', /lean forward|round and open/i, ['worse-bending-forward', 'leg-pain-below-knee']],
    ['lean on a wall with the feet off it', /lean on a wall/i, ['balance-poor']],
    ['kneel', /\bkneel|hands and knees/i, ['knee-cannot-kneel']],
    ['lean back', /lean back (over|further)/i, ['worse-leaning-back', 'spondylolisthesis-known']],
  ];

  it.each(demands)('that asks to %s is not offered with the flags against it', (_name, asks, against) => {
    const missing = eased
      .filter(({ easier = '', easierInFull }) => asks.test([easier, easierInFull?.say ?? ''].join(' ')))
      .flatMap(({ id, notWith, easierNotWith = [] }) =>
        against
          .filter((flag) => ![...notWith, ...easierNotWith].includes(flag))
          .map((flag) => `${id}: ${flag}`),
      );
    expect(missing).toEqual([]);
  });

  it('is held against flags that exist and that do not leave out the exercise anyway', () => {
    const known = flags.map(({ id }) => id);
    for (const { easierNotWith = [], notWith } of exercises) {
      expect(known).toEqual(expect.arrayContaining([...easierNotWith]));
      expect(notWith.filter((flag) => easierNotWith.includes(flag))).toEqual([]);
    }
  });
});

describe('what is said and shown', () => {
  const number =
    /\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty)\b[^.,;]{0,12}\b(seconds?|minutes?|times|breaths?|rolls|reps|rounds)\b|\bfor (four|eight|\d+)\b|\bonce more\b|\bDo \d/i;

  it.each(exercises)(
    '$id names no number that a dose may change',
    ({ steps, say, easier = '', easierInFull }) => {
      const words = [...steps, say, easier, easierInFull?.say ?? '', ...(easierInFull?.steps ?? [])];
      expect(words.filter((text) => number.test(text))).toEqual([]);
    },
  );

  it.each(
    exercises.filter(
      ({ dose, bodyParts }) => dose.kind !== 'timed' && dose.sides === 2 && bodyParts[0] !== 'hamstrings',
    ),
  )('$id says which limb is meant by left and right', ({ sides }) => {
    expect(sides?.left).toMatch(/left/);
    expect(sides?.right).toMatch(/right/);
  });

  it.each(['belly-breathing', 'slow-breathing-6', 'body-scan'])('%s may be done with open eyes', (id) => {
    const { say, steps, easierInFull } = exercise(id);
    expect(say).toMatch(/eyes open on one spot/);
    expect(steps.join(' ')).toMatch(/eyes open (on|and look at) one spot/);
    for (const text of easierInFull === undefined ? [] : [easierInFull.say, easierInFull.steps.join(' ')])
      expect(text).toMatch(/eyes open (on|and look at) one spot/);
  });

  it('a walk is at an easy pace, not as fast as one can', () => {
    const { say, steps } = exercise('easy-walk');
    expect(steps[0]).toMatch(/easy pace.*talk/);
    expect([say, ...steps].join(' ')).not.toMatch(/as fast as/);
  });
});

describe('the three stretches of the article', () => {
  const ids = ['seated-hamstring-stretch', 'standing-hamstring-stretch', 'lying-hamstring-stretch'];

  it.each(ids)('%s is held for 30 seconds, on one leg and then the other', (id) => {
    const entry = exercise(id);
    expect(entry.dose).toEqual({ kind: 'hold', holdSeconds: 30, repetitions: 1, sides: 2, restSeconds: 10 });
    expect(entry.note).toMatch(/30 seconds/);
    expect(entry.steps.at(-1)).toMatch(/other (leg|one)/);
    expect(entry.sources[0]).toBe('seed-article');
    expect(entry.note).toMatch(/^From the article: /);
  });

  const words = (id: string) => exercise(id).steps.join(' ');

  it('seated: one leg out, the other bent out of the way, leaning from the hips', () => {
    expect(words('seated-hamstring-stretch')).toMatch(
      /one leg straight out.*other leg and lay it out of the way.*lean forward from the hips/i,
    );
  });

  it('standing: one leg ahead, the back knee soft, hands on the bent thigh; deeper with the leg on a chair', () => {
    expect(words('standing-hamstring-stretch')).toMatch(
      /one leg a little ahead.*back leg bend softly.*hinge forward.*both hands on the thigh of the bent leg/i,
    );
    expect(exercise('standing-hamstring-stretch').deeper).toMatch(/heel .* on the seat of a steady chair/);
    expect(exercise('standing-hamstring-stretch').ways).toContainEqual(['chair']);
  });

  it('lying: holding the thigh, the knee bent 20 degrees, a towel under a sore back, a band or towel to reach', () => {
    expect(words('lying-hamstring-stretch')).toMatch(
      /low back is sore.*rolled towel under.*hold the back of that thigh.*bent about 20 degrees.*cannot reach.*towel or band round the foot/i,
    );
    expect(exercise('lying-hamstring-stretch').ways).toEqual([[], ['towel'], ['band'], ['mat']]);
  });
});

/** Every routine: its first stage, the seconds of its doses together, and its exercises. */
const expectedRoutines: readonly (readonly [
  id: string,
  fromStage: number,
  seconds: number,
  steps: string,
])[] = [
  [
    'desk-break',
    2,
    178,
    'standing-back-extension shoulder-blade-squeeze standing-side-bend standing-hip-flexor-stretch easy-walk',
  ],
  [
    'morning',
    2,
    442,
    'belly-breathing knee-rolls pelvic-tilt knee-to-chest lying-hamstring-stretch glute-bridge cat-cow sit-to-stand',
  ],
  ['hamstring-micro', 2, 70, 'lying-hamstring-stretch'],
  [
    'acute-spasm',
    1,
    780,
    'belly-breathing legs-up-90-90 pelvic-tilt knee-rolls knee-to-chest pressure-release easy-walk',
  ],
  [
    'posture-reset',
    2,
    343,
    'chin-tuck shoulder-blade-squeeze chair-upper-back-extension doorway-chest-stretch standing-hip-flexor-stretch brace-and-breathe',
  ],
  ['core-builder', 3, 838, 'cat-cow curl-up side-bridge bird-dog glute-bridge'],
  [
    'hips-hamstrings',
    3,
    553,
    'half-kneeling-hip-flexor-stretch lying-hamstring-stretch figure-four-stretch glute-bridge hip-hinge-drill seated-hamstring-stretch',
  ],
  [
    'stress-wind-down',
    2,
    684,
    'slow-breathing-6 neck-side-stretch standing-side-bend cat-cow progressive-muscle-relaxation',
  ],
  ['pre-sleep', 1, 585, 'legs-up-90-90 knee-rolls belly-breathing body-scan'],
  ['lifting-ready', 4, 639, 'brace-and-breathe hip-hinge-drill sit-to-stand band-row bird-dog easy-walk'],
];

describe('routines', () => {
  it('are the ten', () => {
    expect(routines.map(({ id }) => id)).toEqual(expectedRoutines.map(([id]) => id));
  });

  it.each(expectedRoutines)(
    '%s keeps its stage, its length and its order',
    (id, fromStage, seconds, steps) => {
      const routine = routines.find((entry) => entry.id === id);
      expect(routine?.fromStage).toBe(fromStage);
      expect(routine?.steps.reduce((sum, { dose }) => sum + secondsOf(dose), 0)).toBe(seconds);
      expect(routine?.steps.map((step) => step.exercise).join(' ')).toBe(steps);
    },
  );

  it('turn five hamstring sessions a day: lying, standing, with a chair, standing, seated', () => {
    const routine = routines.find(({ id }) => id === 'hamstring-micro');
    expect(routine?.sessionsADay).toBe(5);
    expect(routine?.rotation?.map((step) => [step.exercise, step.variant])).toEqual([
      ['lying-hamstring-stretch', undefined],
      ['standing-hamstring-stretch', undefined],
      ['standing-hamstring-stretch', 'deeper'],
      ['standing-hamstring-stretch', undefined],
      ['seated-hamstring-stretch', undefined],
    ]);
  });
});

describe('what to plan around', () => {
  it('are twenty-three things', () => {
    expect(flags).toHaveLength(23);
  });

  it.each([
    ['around-pain', 9],
    ['around-body', 7],
    ['around-health', 6],
  ] as const)('%s has %i lines', (block, lines) => {
    expect(flags.filter((flag) => flag.block === block)).toHaveLength(lines);
  });

  it('allow only the calmest after an operation, with an unsteady heart and in severe pain', () => {
    expect(flags.flatMap(({ id, onlyAllow }) => (onlyAllow === undefined ? [] : [[id, onlyAllow]]))).toEqual([
      ['recent-surgery', { exercises: ['belly-breathing', 'slow-breathing-6', 'body-scan'] }],
      [
        'heart-or-lung-condition-unstable',
        { exercises: ['belly-breathing', 'slow-breathing-6', 'body-scan', 'pelvic-tilt'] },
      ],
      ['pain-severe', { fromStageAtMost: 1 }],
    ]);
  });

  it('ask about an operation even of somebody who was asked about a needle in the spine', () => {
    const surgery = flags.find(({ id }) => id === 'recent-surgery');
    expect([surgery?.from, surgery?.settledBy]).toEqual([undefined, undefined]);
  });
});

describe('stages', () => {
  it('let in less pain from one to the next', () => {
    expect(stages.map(({ name, painAtMost }) => [name, painAtMost])).toEqual([
      ['Calm', 10],
      ['Move', 6],
      ['Rebuild', 4],
      ['Return', 3],
      ['Keep', 2],
    ]);
  });
});

describe('the desk check', () => {
  it('asks six questions and never counts points', () => {
    expect(deskQuestions).toHaveLength(6);
    expect(JSON.stringify([deskQuestions, deskHabits])).not.toMatch(/\b(score|points|grade|result)\b/i);
  });

  it('never says that one way to sit is right', () => {
    expect(deskHabits.map(({ text }) => text).join(' ')).not.toMatch(/sit up straight|correct|proper/i);
  });
});
