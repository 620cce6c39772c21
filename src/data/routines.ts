import type { Routine } from './exercise-schema.ts';
import type { Sourced } from './sources.ts';

export const routines: readonly Sourced<Routine>[] = [
  {
    id: 'desk-break',
    name: 'Desk break (3 min)',
    when: 'every 30-60 min of sitting',
    for: ['poor-posture', 'chronic-stress', 'tight-hamstrings', 'myofascial-pain'],
    fromStage: 2,
    note: 'Standing up and changing position is the active ingredient.',
    steps: [
      {
        exercise: 'standing-back-extension',
        dose: {
          kind: 'repetitions',
          sets: [8],
          moves: [
            { say: 'back', seconds: 2 },
            { say: 'up', seconds: 2 },
          ],
          sides: 1,
          restSeconds: 0,
        },
        how: '8 slow reps',
      },
      {
        exercise: 'shoulder-blade-squeeze',
        dose: {
          kind: 'repetitions',
          sets: [10, 10],
          moves: [
            { say: 'squeeze', seconds: 1 },
            { say: 'hold', seconds: 5 },
          ],
          sides: 1,
          restSeconds: 20,
        },
        how: '6 x 6 s',
      },
      {
        exercise: 'standing-side-bend',
        dose: { kind: 'hold', holdSeconds: 15, repetitions: 2, sides: 2, restSeconds: 5 },
        how: '15 s each side',
      },
      {
        exercise: 'standing-hip-flexor-stretch',
        dose: { kind: 'hold', holdSeconds: 30, repetitions: 1, sides: 2, restSeconds: 10 },
        how: '20 s each side',
      },
      { exercise: 'easy-walk', dose: { kind: 'timed', seconds: 600 }, how: 'to the kitchen and back' },
    ],
    sources: [],
    judged: true,
  },
  {
    id: 'morning',
    name: 'Morning loosener (8 min)',
    when: 'on waking, after two minutes up and about',
    for: ['pulled-muscle', 'poor-posture', 'chronic-stress', 'spinal-problem', 'myofascial-pain'],
    subtypes: ['facet', 'disc-degeneration'],
    fromStage: 2,
    note: 'Wait a few minutes after getting up before deep bending.',
    steps: [
      { exercise: 'belly-breathing', dose: { kind: 'timed', seconds: 300 }, how: '5 slow breaths' },
      {
        exercise: 'knee-rolls',
        dose: {
          kind: 'repetitions',
          sets: [10],
          moves: [
            { say: 'over', seconds: 3 },
            { say: 'back', seconds: 3 },
          ],
          sides: 2,
          restSeconds: 0,
        },
        how: '5 each side',
      },
      {
        exercise: 'pelvic-tilt',
        dose: {
          kind: 'repetitions',
          sets: [10],
          moves: [
            { say: 'flatten', seconds: 2 },
            { say: 'hold', seconds: 2 },
            { say: 'release', seconds: 2 },
          ],
          sides: 1,
          restSeconds: 0,
        },
        how: '10 reps',
      },
      {
        exercise: 'knee-to-chest',
        dose: { kind: 'hold', holdSeconds: 20, repetitions: 2, sides: 2, restSeconds: 5 },
        how: '20 s each side; skip if bending hurts',
      },
      {
        exercise: 'lying-hamstring-stretch',
        dose: { kind: 'hold', holdSeconds: 30, repetitions: 1, sides: 2, restSeconds: 10 },
        how: '30 s each side',
      },
      {
        exercise: 'glute-bridge',
        dose: {
          kind: 'repetitions',
          sets: [10, 10],
          moves: [
            { say: 'up', seconds: 2 },
            { say: 'hold', seconds: 3 },
            { say: 'down', seconds: 2 },
          ],
          sides: 1,
          restSeconds: 30,
        },
        how: '8 reps',
      },
      {
        exercise: 'cat-cow',
        dose: {
          kind: 'repetitions',
          sets: [8],
          moves: [
            { say: 'round up', seconds: 4 },
            { say: 'sink down', seconds: 4 },
          ],
          sides: 1,
          restSeconds: 0,
        },
        how: '7 reps',
      },
      {
        exercise: 'sit-to-stand',
        dose: {
          kind: 'repetitions',
          sets: [10, 10],
          moves: [
            { say: 'up', seconds: 2 },
            { say: 'down', seconds: 3 },
          ],
          sides: 1,
          restSeconds: 45,
        },
        how: '9 reps',
      },
    ],
    sources: [],
    judged: true,
  },
  {
    id: 'hamstring-micro',
    name: 'Hamstring micro-session (about 70 s), five times a day',
    when: 'wake-up, mid-morning, lunch, mid-afternoon, evening',
    for: ['tight-hamstrings', 'poor-posture'],
    fromStage: 2,
    note: 'Seed plan: at least five a day. One a day already works for length; the other four are for spreading movement. Rotation: lying, standing, standing with chair, standing, seated.',
    steps: [
      {
        exercise: 'lying-hamstring-stretch',
        dose: { kind: 'hold', holdSeconds: 30, repetitions: 1, sides: 2, restSeconds: 10 },
        how: '30 s each side (rotate: lying / standing / chair / standing / seated)',
      },
    ],
    sources: [],
    judged: true,
  },
  {
    id: 'acute-spasm',
    name: 'Spasm relief (12 min)',
    when: 'when a spasm grabs; up to 3-4 times a day, first days only',
    for: ['spasm', 'pulled-muscle', 'spinal-problem'],
    subtypes: ['facet'],
    fromStage: 1,
    note: 'Short rest, then move. Stop if symptoms spread down a leg.',
    steps: [
      { exercise: 'belly-breathing', dose: { kind: 'timed', seconds: 300 }, how: 'in 4 s, out 6 s' },
      { exercise: 'legs-up-90-90', dose: { kind: 'timed', seconds: 600 }, how: '5 min, calves on the seat' },
      {
        exercise: 'pelvic-tilt',
        dose: {
          kind: 'repetitions',
          sets: [10],
          moves: [
            { say: 'flatten', seconds: 2 },
            { say: 'hold', seconds: 2 },
            { say: 'release', seconds: 2 },
          ],
          sides: 1,
          restSeconds: 0,
        },
        how: '10 tiny reps',
      },
      {
        exercise: 'knee-rolls',
        dose: {
          kind: 'repetitions',
          sets: [10],
          moves: [
            { say: 'over', seconds: 3 },
            { say: 'back', seconds: 3 },
          ],
          sides: 2,
          restSeconds: 0,
        },
        how: '5 each side, small',
      },
      {
        exercise: 'knee-to-chest',
        dose: { kind: 'hold', holdSeconds: 20, repetitions: 2, sides: 2, restSeconds: 5 },
        how: '20 s each side if comfortable',
      },
      { exercise: 'easy-walk', dose: { kind: 'timed', seconds: 600 }, how: '2 min round the room' },
    ],
    sources: [],
    judged: true,
  },
  {
    id: 'posture-reset',
    name: 'Posture reset (6 min)',
    when: 'once or twice a working day',
    for: ['poor-posture', 'myofascial-pain', 'chronic-stress'],
    fromStage: 2,
    note: 'Aim: strong and able to change position, not a rigid pose.',
    steps: [
      {
        exercise: 'chin-tuck',
        dose: {
          kind: 'repetitions',
          sets: [10],
          moves: [
            { say: 'in', seconds: 1 },
            { say: 'hold', seconds: 5 },
          ],
          sides: 1,
          restSeconds: 0,
        },
        how: '10 x 6 s',
      },
      {
        exercise: 'shoulder-blade-squeeze',
        dose: {
          kind: 'repetitions',
          sets: [10, 10],
          moves: [
            { say: 'squeeze', seconds: 1 },
            { say: 'hold', seconds: 5 },
          ],
          sides: 1,
          restSeconds: 20,
        },
        how: '10 x 6 s',
      },
      {
        exercise: 'chair-upper-back-extension',
        dose: {
          kind: 'repetitions',
          sets: [8],
          moves: [
            { say: 'back', seconds: 2 },
            { say: 'hold', seconds: 1 },
            { say: 'up', seconds: 2 },
          ],
          sides: 1,
          restSeconds: 0,
        },
        how: '8 x 5 s',
      },
      {
        exercise: 'doorway-chest-stretch',
        dose: { kind: 'hold', holdSeconds: 30, repetitions: 1, sides: 2, restSeconds: 10 },
        how: '30 s each side',
      },
      {
        exercise: 'standing-hip-flexor-stretch',
        dose: { kind: 'hold', holdSeconds: 30, repetitions: 1, sides: 2, restSeconds: 10 },
        how: '30 s each side',
      },
      {
        exercise: 'brace-and-breathe',
        dose: {
          kind: 'repetitions',
          sets: [8],
          moves: [
            { say: 'build', seconds: 2 },
            { say: 'hold while breathing', seconds: 8 },
            { say: 'release', seconds: 2 },
          ],
          sides: 1,
          restSeconds: 0,
        },
        how: '4 x 12 s, standing is fine',
      },
    ],
    sources: [],
    judged: true,
  },
  {
    id: 'core-builder',
    name: 'Core builder (15 min)',
    when: '3 days a week',
    for: ['poor-posture', 'pulled-muscle', 'spinal-problem', 'myofascial-pain'],
    subtypes: ['facet', 'disc-degeneration', 'herniation'],
    fromStage: 3,
    note: 'Endurance, not exhaustion: stop a rep before form slips.',
    steps: [
      {
        exercise: 'cat-cow',
        dose: {
          kind: 'repetitions',
          sets: [8],
          moves: [
            { say: 'round up', seconds: 4 },
            { say: 'sink down', seconds: 4 },
          ],
          sides: 1,
          restSeconds: 0,
        },
        how: '6 reps',
      },
      {
        exercise: 'curl-up',
        dose: {
          kind: 'repetitions',
          sets: [6, 4, 2],
          moves: [
            { say: 'lift', seconds: 1 },
            { say: 'hold', seconds: 8 },
            { say: 'lower', seconds: 1 },
          ],
          sides: 1,
          restSeconds: 20,
        },
        how: '6, 4, 2 x 8 s holds',
      },
      {
        exercise: 'side-bridge',
        dose: {
          kind: 'repetitions',
          sets: [6, 4, 2],
          moves: [
            { say: 'hold', seconds: 8 },
            { say: 'rest', seconds: 2 },
          ],
          sides: 2,
          restSeconds: 20,
        },
        how: '6, 4, 2 x 8 s holds each side',
      },
      {
        exercise: 'bird-dog',
        dose: {
          kind: 'repetitions',
          sets: [6, 4, 2],
          moves: [
            { say: 'hold', seconds: 8 },
            { say: 'return', seconds: 2 },
          ],
          sides: 2,
          restSeconds: 20,
        },
        how: '6, 4, 2 x 8 s holds each side',
      },
      {
        exercise: 'glute-bridge',
        dose: {
          kind: 'repetitions',
          sets: [10, 10],
          moves: [
            { say: 'up', seconds: 2 },
            { say: 'hold', seconds: 3 },
            { say: 'down', seconds: 2 },
          ],
          sides: 1,
          restSeconds: 30,
        },
        how: '10 reps',
      },
    ],
    sources: [],
    judged: true,
  },
  {
    id: 'hips-hamstrings',
    name: 'Hips and hamstrings (10 min)',
    when: '3-5 days a week',
    for: ['tight-hamstrings', 'poor-posture', 'spinal-problem', 'pulled-muscle'],
    subtypes: ['facet'],
    fromStage: 3,
    note: 'Five sessions a week give about 7 minutes of hamstring stretch per leg (5 without the seated one).',
    steps: [
      {
        exercise: 'half-kneeling-hip-flexor-stretch',
        dose: { kind: 'hold', holdSeconds: 30, repetitions: 2, sides: 2, restSeconds: 10 },
        how: '2 x 30 s each side',
      },
      {
        exercise: 'lying-hamstring-stretch',
        dose: { kind: 'hold', holdSeconds: 30, repetitions: 1, sides: 2, restSeconds: 10 },
        how: '2 x 30 s each side',
      },
      {
        exercise: 'figure-four-stretch',
        dose: { kind: 'hold', holdSeconds: 30, repetitions: 2, sides: 2, restSeconds: 10 },
        how: '30 s each side',
      },
      {
        exercise: 'glute-bridge',
        dose: {
          kind: 'repetitions',
          sets: [10, 10],
          moves: [
            { say: 'up', seconds: 2 },
            { say: 'hold', seconds: 3 },
            { say: 'down', seconds: 2 },
          ],
          sides: 1,
          restSeconds: 30,
        },
        how: '10 reps',
      },
      {
        exercise: 'hip-hinge-drill',
        dose: {
          kind: 'repetitions',
          sets: [8, 8],
          moves: [
            { say: 'down', seconds: 3 },
            { say: 'up', seconds: 3 },
          ],
          sides: 1,
          restSeconds: 30,
        },
        how: '8 reps',
      },
      {
        exercise: 'seated-hamstring-stretch',
        dose: { kind: 'hold', holdSeconds: 30, repetitions: 1, sides: 2, restSeconds: 10 },
        how: '30 s each side; skip with leg pain',
      },
    ],
    sources: [],
    judged: true,
  },
  {
    id: 'stress-wind-down',
    name: 'Stress wind-down (12 min)',
    when: 'end of the working day',
    for: ['chronic-stress', 'myofascial-pain'],
    fromStage: 2,
    note: 'Can replace a snack-and-scroll break.',
    steps: [
      { exercise: 'slow-breathing-6', dose: { kind: 'timed', seconds: 300 }, how: 'in 4 s, out 6 s' },
      {
        exercise: 'neck-side-stretch',
        dose: { kind: 'hold', holdSeconds: 20, repetitions: 2, sides: 2, restSeconds: 5 },
        how: '20 s each side',
      },
      {
        exercise: 'standing-side-bend',
        dose: { kind: 'hold', holdSeconds: 15, repetitions: 2, sides: 2, restSeconds: 5 },
        how: '15 s each side',
      },
      {
        exercise: 'cat-cow',
        dose: {
          kind: 'repetitions',
          sets: [8],
          moves: [
            { say: 'round up', seconds: 4 },
            { say: 'sink down', seconds: 4 },
          ],
          sides: 1,
          restSeconds: 0,
        },
        how: '8 reps',
      },
      {
        exercise: 'progressive-muscle-relaxation',
        dose: { kind: 'timed', seconds: 720 },
        how: 'short script: 6 groups',
      },
    ],
    sources: [],
    judged: true,
  },
  {
    id: 'pre-sleep',
    name: 'Before sleep (10 min)',
    when: 'last thing, lights low',
    for: ['chronic-stress', 'myofascial-pain', 'spasm', 'pulled-muscle'],
    fromStage: 1,
    note: 'Do it in bed if you like.',
    steps: [
      { exercise: 'legs-up-90-90', dose: { kind: 'timed', seconds: 600 }, how: 'or pillows under the knees' },
      {
        exercise: 'knee-rolls',
        dose: {
          kind: 'repetitions',
          sets: [10],
          moves: [
            { say: 'over', seconds: 3 },
            { say: 'back', seconds: 3 },
          ],
          sides: 2,
          restSeconds: 0,
        },
        how: '5 each side',
      },
      { exercise: 'belly-breathing', dose: { kind: 'timed', seconds: 300 }, how: 'in 4 s, out 6 s' },
      { exercise: 'body-scan', dose: { kind: 'timed', seconds: 600 }, how: 'feet to head' },
    ],
    sources: [],
    judged: true,
  },
  {
    id: 'lifting-ready',
    name: 'Getting back to lifting (11 min)',
    when: '3 days a week once everyday activity is easy',
    for: ['pulled-muscle', 'poor-posture', 'tight-hamstrings'],
    fromStage: 4,
    note: 'Add load only when the next morning is no worse.',
    steps: [
      {
        exercise: 'brace-and-breathe',
        dose: {
          kind: 'repetitions',
          sets: [8],
          moves: [
            { say: 'build', seconds: 2 },
            { say: 'hold while breathing', seconds: 8 },
            { say: 'release', seconds: 2 },
          ],
          sides: 1,
          restSeconds: 0,
        },
        how: '4 x 12 s standing',
      },
      {
        exercise: 'hip-hinge-drill',
        dose: {
          kind: 'repetitions',
          sets: [8, 8],
          moves: [
            { say: 'down', seconds: 3 },
            { say: 'up', seconds: 3 },
          ],
          sides: 1,
          restSeconds: 30,
        },
        how: '2 x 8 reps, rest 30 s',
      },
      {
        exercise: 'sit-to-stand',
        dose: {
          kind: 'repetitions',
          sets: [10, 10],
          moves: [
            { say: 'up', seconds: 2 },
            { say: 'down', seconds: 3 },
          ],
          sides: 1,
          restSeconds: 45,
        },
        how: '2 x 10 reps, rest 45 s',
      },
      {
        exercise: 'band-row',
        dose: {
          kind: 'repetitions',
          sets: [12, 12],
          moves: [
            { say: 'pull', seconds: 2 },
            { say: 'hold', seconds: 1 },
            { say: 'return', seconds: 2 },
          ],
          sides: 1,
          restSeconds: 45,
        },
        how: '12 reps',
      },
      {
        exercise: 'bird-dog',
        dose: {
          kind: 'repetitions',
          sets: [6, 4, 2],
          moves: [
            { say: 'hold', seconds: 8 },
            { say: 'return', seconds: 2 },
          ],
          sides: 2,
          restSeconds: 20,
        },
        how: '6 x 8 s each side',
      },
      { exercise: 'easy-walk', dose: { kind: 'timed', seconds: 600 }, how: '2 min' },
    ],
    sources: [],
    judged: true,
  },
];
