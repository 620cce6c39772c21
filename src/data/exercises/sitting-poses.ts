import type { Poses } from '../exercise-schema.ts';
import { sitting } from './base-poses.ts';

/** On a chair. */
export const sittingPoses = {
  'chair-upper-back-extension': {
    label:
      'A person sits on a chair, hands behind the head, the top of the backrest against the shoulder blades. The second picture: the upper back leans back over the edge, elbows up.',
    captions: { hold: 'Lean back' },
    start: { ...sitting, hip: [-0.045, 0.265], upperArm: 38, foreArm: 190 },
    hold: {
      ...sitting,
      hip: [-0.045, 0.265],
      torso: 101,
      head: 128,
      upperArm: 73,
      foreArm: 227,
      spine: -0.045,
    },
  },
  'chin-tuck': {
    label:
      'A person sits tall on a chair, the head a little forward. The second picture: the head has slid straight back, eyes level, not tipped.',
    captions: { hold: 'Slide back' },
    start: { ...sitting, head: 54, nose: 0 },
    hold: { ...sitting, head: 100, nose: 0 },
  },
  'shoulder-blade-squeeze': {
    label:
      'A person sits tall on a chair, elbows bent beside the body. The second picture: elbows and shoulder blades are drawn back, the chest open.',
    captions: { hold: 'Squeeze' },
    start: { ...sitting, upperArm: 290, foreArm: 5 },
    hold: { ...sitting, upperArm: 225, foreArm: 5, spine: -0.012 },
  },
  'sit-to-stand': {
    label:
      'A person sits on a chair, leaning forward, arms out in front. The second picture: standing up straight in front of the chair, without using the hands.',
    captions: { start: 'Lean forward', hold: 'Stand up' },
    start: {
      ...sitting,
      torso: 66,
      head: 72,
      upperArm: 345,
      foreArm: 0,
      thighNear: 359,
      shinNear: 259,
      thighFar: 359,
      shinFar: 259,
    },
    hold: {
      ...sitting,
      hip: [0.19, 0.504],
      upperArm: 340,
      foreArm: 0,
      thighNear: 280,
      shinNear: 262,
      thighFar: 280,
      shinFar: 262,
    },
  },
  'slow-breathing-6': {
    label:
      'A person sits on a chair against the backrest, hands on the thighs. Breathing in, the belly moves out a little; nothing else moves.',
    captions: { start: 'Breathe out', hold: 'Breathe in' },
    start: { ...sitting, upperArm: 240, foreArm: 321 },
    hold: { ...sitting, upperArm: 240, foreArm: 321, belly: 0.055 },
  },
  'box-breathing': {
    label:
      'A person sits at ease on a chair, hands on the thighs. Breathing in, the belly moves out a little; nothing else moves.',
    captions: { start: 'Breathe out', hold: 'Breathe in' },
    start: { ...sitting, upperArm: 240, foreArm: 321 },
    hold: { ...sitting, upperArm: 240, foreArm: 321, belly: 0.055 },
  },
} as const satisfies { readonly [exercise: string]: Poses };
