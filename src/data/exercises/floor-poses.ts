import type { Poses } from '../exercise-schema.ts';
import { flatOnBack, handsAndKnees, kneesBent, onOneSide, onTheFront } from './base-poses.ts';

/** On the floor, but not on the back. */
export const floorPoses = {
  'seated-hamstring-stretch': {
    label:
      'A person sits on the floor, one leg straight in front, the other knee bent. The second picture: tipped forward from the hips with an open chest, hands on the shin of the straight leg.',
    start: {
      ...flatOnBack,
      torso: 90,
      head: 90,
      upperArm: 289,
      foreArm: 325,
      footNear: 90,
      thighFar: 32,
      shinFar: 214,
      footFar: 0,
    },
    hold: {
      ...flatOnBack,
      torso: 50,
      head: 48,
      upperArm: 286,
      foreArm: 349,
      footNear: 90,
      thighFar: 32,
      shinFar: 214,
      footFar: 0,
    },
  },
  'half-kneeling-hip-flexor-stretch': {
    label:
      'A person kneels on one knee, the other foot flat in front, upright, hands on the front thigh. The second picture: the whole body has glided forward, so that the hip of the kneeling leg opens.',
    start: {
      ...handsAndKnees,
      torso: 90,
      head: 90,
      upperArm: 276,
      foreArm: 328,
      thighFar: 358,
      shinFar: 270,
      footFar: 0,
    },
    hold: {
      ...handsAndKnees,
      hip: [0.11, 0.249],
      torso: 93,
      head: 90,
      upperArm: 276,
      foreArm: 328,
      thighNear: 243,
      thighFar: 356,
      shinFar: 240,
      footFar: 0,
    },
  },
  'cat-cow': {
    label:
      'A person on hands and knees, back level. Then the back is rounded up and the head hangs. The other way: the belly sinks and the head and chest lift.',
    captions: { hold: 'Round up', counter: 'Sink down' },
    start: handsAndKnees,
    hold: { ...handsAndKnees, head: 318, upperArm: 260, foreArm: 280, spine: 0.07 },
    counter: { ...handsAndKnees, head: 38, upperArm: 244, foreArm: 292, spine: -0.055 },
  },
  'childs-pose': {
    label:
      'A person on hands and knees, who then sits back on the heels with a round back. The arms are stretched forward and the forehead is on the floor.',
    start: handsAndKnees,
    hold: {
      ...handsAndKnees,
      hip: [-0.2, 0.13],
      torso: 358,
      head: 322,
      upperArm: 4,
      foreArm: 315,
      thighNear: 336,
      thighFar: 336,
      spine: 0.055,
    },
  },
  'bird-dog': {
    label:
      'A person on hands and knees. The second picture: one leg is stretched back at hip height and the opposite arm forward, the back level.',
    captions: { hold: 'Reach' },
    start: handsAndKnees,
    hold: {
      ...handsAndKnees,
      head: 356,
      upperArmFar: 22,
      foreArmFar: 20,
      thighNear: 178,
      shinNear: 178,
      footNear: 250,
    },
  },
  'prone-on-elbows': {
    label: 'A person lies flat on the front, then props up on the forearms with the hips on the floor.',
    variantLabels: { deeper: 'Deeper: pressed up on the hands, the hips still on the floor.' },
    start: onTheFront,
    hold: { ...onTheFront, torso: 28, head: 48, upperArm: 263, foreArm: 1, spine: -0.03 },
    deeper: { ...onTheFront, torso: 46, head: 62, upperArm: 257, foreArm: 335, spine: -0.045 },
  },
  'side-bridge': {
    label:
      'A person lies on one side, propped on the forearm, knees bent back. The second picture: the hips are lifted, so that shoulder, hip and knee make one line.',
    variantLabels: { deeper: 'Deeper: the same with straight legs, from shoulder to feet one line.' },
    captions: { hold: 'Lift' },
    start: onOneSide,
    hold: {
      ...onOneSide,
      hip: [0, 0.106],
      torso: 162,
      head: 164,
      upperArmFar: 32,
      foreArmFar: 308,
      thighNear: 342,
      thighFar: 342,
    },
    deeper: {
      ...kneesBent,
      hip: [0, 0.13],
      torso: 168,
      head: 168,
      upperArm: 270,
      foreArm: 180,
      upperArmFar: 37,
      foreArmFar: 314,
      thighNear: 348,
      shinNear: 348,
      footNear: 20,
      thighFar: 348,
      shinFar: 348,
      footFar: 20,
      view: 'front',
    },
  },
} as const satisfies { readonly [exercise: string]: Poses };
