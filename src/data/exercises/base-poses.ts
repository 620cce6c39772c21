/** Where several exercises begin. */
import type { Pose } from '../exercise-schema.ts';

/** On the back, knees bent, feet flat, arms beside the body. */
export const kneesBent = {
  hip: [0, 0.05],
  torso: 180,
  head: 172,
  upperArm: 350,
  foreArm: 2,
  thighNear: 51,
  shinNear: 297,
  footNear: 0,
  thighFar: 51,
  shinFar: 297,
  footFar: 0,
  spine: 0,
  view: 'side',
  prop: { kind: 'mat' },
} as const satisfies Pose;

/** On the back, both legs straight. */
export const flatOnBack = {
  hip: [0, 0.05],
  torso: 180,
  head: 172,
  upperArm: 350,
  foreArm: 2,
  thighNear: 0,
  shinNear: 0,
  footNear: 88,
  thighFar: 0,
  shinFar: 0,
  footFar: 88,
  spine: 0,
  view: 'side',
  prop: { kind: 'mat' },
} as const satisfies Pose;

/** On both feet, arms hanging. */
export const standing = {
  hip: [0, 0.505],
  torso: 90,
  head: 90,
  upperArm: 268,
  foreArm: 278,
  thighNear: 281,
  shinNear: 270,
  footNear: 0,
  thighFar: 271,
  shinFar: 258,
  footFar: 0,
  spine: 0,
  view: 'side',
  prop: { kind: 'none' },
} as const satisfies Pose;

/** On both feet, facing us. */
export const standingInFront = {
  hip: [0, 0.503],
  torso: 90,
  head: 90,
  upperArm: 280,
  foreArm: 274,
  upperArmFar: 260,
  foreArmFar: 266,
  thighNear: 283,
  shinNear: 280,
  footNear: 335,
  thighFar: 257,
  shinFar: 260,
  footFar: 205,
  spine: 0,
  shoulders: 0.07,
  view: 'front',
  prop: { kind: 'none' },
} as const satisfies Pose;

/** On a chair, hands on the thighs. */
export const sitting = {
  hip: [0, 0.265],
  torso: 90,
  head: 90,
  upperArm: 249,
  foreArm: 331,
  thighNear: 0,
  shinNear: 270,
  footNear: 0,
  thighFar: 0,
  shinFar: 270,
  footFar: 0,
  spine: 0,
  view: 'side',
  prop: { kind: 'chair', from: -0.1, to: 0.17, height: 0.22, back: 'from' },
} as const satisfies Pose;

/** Hands under the shoulders, knees under the hips. */
export const handsAndKnees = {
  hip: [0, 0.275],
  torso: 12,
  head: 2,
  upperArm: 251,
  foreArm: 287,
  thighNear: 270,
  shinNear: 180,
  footNear: 180,
  thighFar: 270,
  shinFar: 180,
  footFar: 180,
  spine: 0,
  view: 'side',
  prop: { kind: 'mat' },
} as const satisfies Pose;

/** On the back, a pillow under the knees. */
export const onAPillow = {
  hip: [0, 0.05],
  torso: 180,
  head: 172,
  upperArm: 352,
  foreArm: 0,
  thighNear: 22,
  shinNear: 336,
  footNear: 60,
  thighFar: 22,
  shinFar: 336,
  footFar: 60,
  spine: 0,
  view: 'side',
  prop: { kind: 'pillow-under-knees' },
} as const satisfies Pose;

/** On one side, facing us, propped on the forearm, the shins pointing away. */
export const onOneSide = {
  hip: [0, 0.055],
  torso: 151,
  head: 160,
  upperArm: 270,
  foreArm: 180,
  upperArmFar: 23,
  foreArmFar: 295,
  thighNear: 354,
  shinNear: 0,
  footNear: 0,
  thighFar: 354,
  shinFar: 0,
  footFar: 0,
  spine: 0,
  seen: { shin: 0.4 },
  view: 'front',
  prop: { kind: 'mat' },
} as const satisfies Pose;

/** Flat on the front. */
export const onTheFront = {
  hip: [0, 0.05],
  torso: 0,
  head: 8,
  upperArm: 184,
  foreArm: 178,
  thighNear: 180,
  shinNear: 180,
  footNear: 190,
  thighFar: 180,
  shinFar: 180,
  footFar: 190,
  spine: 0,
  view: 'side',
  prop: { kind: 'mat' },
} as const satisfies Pose;
