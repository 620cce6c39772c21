import type { Move } from '../exercise-schema.ts';
import { moves } from '../exercises/doses.ts';
import type { Breath, Session } from '../session-schema.ts';
import type { Sourced } from '../sources.ts';
import {
  bodyScanLines,
  calmPlaceLines,
  quickScanLines,
  relaxationLines,
  shortRelaxationLines,
} from './session-scripts.ts';

/** The breath of an exercise with how full it leaves the lungs, part by part. */
function filling(of: readonly Move[], air: readonly number[]): readonly Breath[] {
  return of.map(({ say, seconds }, place) => ({ say, seconds, air: air[place] ?? 0 }));
}

function breath(say: string, seconds: number, air: number): Breath {
  return { say, seconds, air };
}

const slowRound = filling(moves.longOutBreath, [1, 0]);
const shorterRound = {
  way: 'Breathe in for 3 and out for 4.',
  round: [breath('breathe in', 3, 1), breath('breathe out', 4, 0)],
};
const tooMuchAir =
  'Dizzy, or tingling round the mouth or in the fingers? That comes from too much air. Breathe small and as usual: it goes in minutes.';
const outward =
  'Open your eyes, name five things that you see, and move a little. Something with open eyes may suit you better.';

/** Each has the cautions of its exercise. Those that are exercises keep the exercise's id and its words. */
export const sessions: readonly Sourced<Session>[] = [
  {
    id: 'slow-breathing-6',
    aliases: ['breath-6', 'six-breath', 'resonance'],
    exercise: 'slow-breathing-6',
    when: 'a mind that races, or to begin with',
    seconds: 300,
    timing: {
      kind: 'rounds',
      settleSeconds: 20,
      round: slowRound,
      rounds: 26,
      endSeconds: 20,
      easier: shorterRound,
    },
    worse: tooMuchAir,
    sources: ['shao-2024', 'laborde-2022'],
    judged: true,
  },
  {
    id: 'long-out-breath',
    aliases: ['long-out', 'out-breath'],
    exercise: 'slow-breathing-6',
    words: {
      name: 'Longer out-breath',
      say: 'Sit with your back supported, shoulders loose, and let each breath out last twice as long as the breath in.',
      steps: [
        'Sit with your back supported and your shoulders loose.',
        'Breathe in through your nose, small and easy.',
        'Let the air go slowly, as if through a straw. There is no hold between.',
      ],
      stop: 'If you run out of air, make each breath out shorter.',
      grade: 'some',
      evidence:
        'In one trial sighs with a long breath out lifted mood the most. Whether it eases back pain was hardly tested.',
    },
    when: 'tense or cross, and six breaths feel too slow',
    seconds: 300,
    timing: {
      kind: 'rounds',
      settleSeconds: 21,
      round: [breath('breathe in', 3, 1), breath('breathe out', 6, 0)],
      rounds: 29,
      endSeconds: 18,
      easier: shorterRound,
    },
    worse: tooMuchAir,
    sources: ['balban-2023', 'laborde-2022'],
    judged: true,
  },
  {
    id: 'belly-breathing',
    aliases: ['belly'],
    exercise: 'belly-breathing',
    when: 'lying down, or a grab that eases',
    seconds: 300,
    timing: { kind: 'rounds', settleSeconds: 20, round: slowRound, rounds: 26, endSeconds: 20 },
    worse: tooMuchAir,
    sources: ['shao-2024', 'laborde-2022', 'fincham-2023'],
    judged: true,
  },
  {
    id: 'double-inhale-sigh',
    aliases: ['sigh', 'double-sigh'],
    exercise: 'box-breathing',
    words: {
      name: 'Double sigh',
      say: 'Sit at ease, breathe in through your nose, sip in a little more, and let it all out in one long breath.',
      steps: [
        'Sit at ease.',
        'Breathe in through your nose until you feel full, then sip in a little more.',
        'Let it all out slowly through your mouth, and pause for a moment.',
      ],
      stop: 'If you get light-headed, breathe as usual and leave out the sip.',
      grade: 'some',
      evidence:
        'In one trial a few minutes a day for a month lifted mood and slowed the breath. For back pain it was not tested.',
    },
    when: 'wound up, and a sigh would do you good',
    seconds: 300,
    timing: {
      kind: 'rounds',
      settleSeconds: 12,
      round: [
        breath('breathe in', 3, 0.85),
        breath('sip', 1, 1),
        breath('breathe out', 7, 0),
        breath('pause', 1, 0),
      ],
      rounds: 24,
      endSeconds: 0,
      easier: {
        way: 'Leave out the sip.',
        round: [breath('breathe in', 4, 0.85), breath('breathe out', 8, 0)],
      },
    },
    worse: tooMuchAir,
    sources: ['balban-2023'],
    judged: true,
  },
  {
    id: 'box-breathing',
    aliases: ['box'],
    exercise: 'box-breathing',
    when: 'a clear head before something hard',
    seconds: 300,
    timing: {
      kind: 'rounds',
      settleSeconds: 14,
      round: filling(moves.boxBreath, [1, 1, 0, 0]),
      rounds: 17,
      endSeconds: 14,
      easier: {
        way: 'Leave out the holds.',
        round: [breath('breathe in', 4, 1), breath('breathe out', 4, 0)],
      },
    },
    worse: tooMuchAir,
    sources: ['balban-2023', 'fincham-2023'],
    judged: true,
  },
  {
    id: 'four-seven-eight',
    aliases: ['478', '4-7-8'],
    exercise: 'box-breathing',
    words: {
      name: '4-7-8 breathing',
      say: 'Sit at ease, breathe in for four, hold for seven, and breathe out for eight, four rounds and no more.',
      steps: [
        'Sit at ease.',
        'Breathe in through your nose, hold, and let the air go slowly.',
        'Four rounds are enough. Shorten the hold as you like, or leave it out.',
      ],
      stop: 'If you are short of air, dizzy or panicky, breathe as usual.',
      grade: 'thin',
      evidence: 'Many people like it. We looked up no trial of just this pattern.',
    },
    when: 'two minutes, if long holds feel good',
    seconds: 120,
    timing: {
      kind: 'rounds',
      settleSeconds: 20,
      round: [breath('breathe in', 4, 1), breath('hold', 7, 1), breath('breathe out', 8, 0)],
      rounds: 4,
      endSeconds: 24,
      mostRounds: 4,
      easier: {
        way: 'Leave out the hold.',
        round: [breath('breathe in', 4, 1), breath('breathe out', 8, 0)],
      },
    },
    worse: tooMuchAir,
    sources: [],
    judged: true,
  },
  {
    id: 'progressive-muscle-relaxation',
    aliases: ['pmr-long', 'pmr', 'muscles'],
    exercise: 'progressive-muscle-relaxation',
    when: 'tight all over, and time for it',
    seconds: 720,
    timing: { kind: 'script', lines: relaxationLines },
    worse: `Next time only let go, and leave out the tensing. ${outward}`,
    sources: ['acp-2017', 'henschke-behaviour-2010', 'vambheim-2021'],
    judged: true,
  },
  {
    id: 'muscle-relaxation-short',
    aliases: ['pmr-short', 'short-muscles'],
    exercise: 'progressive-muscle-relaxation',
    words: {
      name: 'Short muscle relaxation',
      say: 'Sit in a chair, lean back, then tense one muscle group at a time and let it go.',
      steps: [
        'Sit in a chair and lean back.',
        'Tense one group of muscles with half your strength while you breathe in.',
        'Let go all at once as you breathe out, and notice how slack it gets.',
        'Leave out what hurts, or only think of tensing it.',
      ],
      stop: 'If a muscle cramps, stop tensing it.',
      grade: 'some',
      evidence: 'The long form is one choice for long-lasting low back pain. The trials are few and small.',
    },
    when: 'tight muscles',
    seconds: 360,
    timing: { kind: 'script', lines: shortRelaxationLines },
    worse: `Next time only let go, and leave out the tensing. ${outward}`,
    sources: ['acp-2017', 'vambheim-2021'],
    judged: true,
  },
  {
    id: 'body-scan',
    aliases: ['scan-10', 'scan'],
    exercise: 'body-scan',
    when: 'bedtime, or a long rest',
    seconds: 600,
    timing: { kind: 'script', lines: bodyScanLines },
    worse: outward,
    sources: ['cherkin-2016', 'ussher-2014'],
    judged: true,
  },
  {
    id: 'body-scan-short',
    aliases: ['scan-3', 'quick-scan'],
    exercise: 'body-scan',
    words: {
      name: 'Quick scan',
      say: 'Sit back, feet flat, eyes open on one spot or closed, and let your attention go through your body.',
      steps: [
        'Sit back with your feet flat on the floor.',
        'Keep your eyes open and look at one spot, or close them.',
        'Notice your feet, your low back, your shoulders and jaw, and your breath. Change nothing.',
      ],
      stop: 'If you feel worse, open your eyes, name five things you see, and move.',
      grade: 'some',
      evidence: 'A scan of ten minutes eased the burden of pain for a while. This short form was not tested.',
    },
    when: 'a pause of three minutes',
    seconds: 180,
    timing: { kind: 'script', lines: quickScanLines },
    worse: outward,
    sources: ['cherkin-2016', 'ussher-2014'],
    judged: true,
  },
  {
    id: 'calm-place',
    aliases: ['place'],
    exercise: 'slow-breathing-6',
    words: {
      name: 'Calm place',
      say: 'Sit at ease with your eyes open, feel the chair under you, and breathe as you like.',
      steps: [
        'Sit at ease with your eyes open. Feel the chair under you.',
        'Think of a place where you feel safe, real or made up.',
        'Name what you see, hear and feel there.',
        'Take two slow breaths and come back to the room.',
      ],
      stop: 'If a bad memory comes up, name five things in the room, and get up and move.',
      grade: 'thin',
      evidence:
        'To picture a calm place is an old part of relaxing. By itself it was hardly tested for pain.',
    },
    when: 'panic or bad memories, eyes open',
    seconds: 300,
    timing: { kind: 'script', lines: calmPlaceLines },
    worse: outward,
    sources: [],
    judged: true,
  },
];
