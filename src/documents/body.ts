/** Where the joints of a body are, from the angles of a pose: forward kinematics in the plane of the picture. */
import type { Pose } from '../data/exercise-schema.ts';
import type { Point } from './drawing.ts';

/** Lengths of the parts of a body whose height is 1. */
export const lengths = {
  /** Hip to neck, along the straight line between them. */
  torso: 0.3,
  /** Hip to shoulder, along the same line. */
  shoulder: 0.28,
  /** Neck to the middle of the head. */
  neck: 0.1,
  headRadius: 0.06,
  upperArm: 0.16,
  foreArm: 0.18,
  thigh: 0.245,
  shin: 0.235,
  foot: 0.1,
} as const;

export type Arm = readonly [shoulder: Point, elbow: Point, hand: Point];
export type Leg = readonly [hip: Point, knee: Point, ankle: Point, toe: Point];

export interface Body {
  readonly hip: Point;
  readonly neck: Point;
  /** Middle of the head. */
  readonly head: Point;
  readonly nose: Point;
  readonly armNear: Arm;
  readonly armFar: Arm;
  readonly legNear: Leg;
  readonly legFar: Leg;
}

/** The point so far from another in a direction, in degrees counterclockwise from forward. */
export function towards([x, y]: Point, degrees: number, length: number): Point {
  const radians = (degrees * Math.PI) / 180;
  return [x + length * Math.cos(radians), y + length * Math.sin(radians)];
}

/** A point on the back: 0 at the hip, 1 at the neck. The middle of the curve is `spine` away from the straight line. */
export function alongBack(pose: Pose, part: number): Point {
  const straight = towards(pose.hip, pose.torso, lengths.torso * part);
  return towards(straight, pose.torso + 90, 4 * pose.spine * part * (1 - part));
}

/** All joints of a body in this pose. */
export function bodyOf(pose: Pose): Body {
  const neck = towards(pose.hip, pose.torso, lengths.torso);
  const head = towards(neck, pose.head, lengths.neck);
  return {
    hip: pose.hip,
    neck,
    head,
    nose: towards(head, pose.nose ?? pose.head - 90, lengths.headRadius),
    armNear: arm(pose, -90, pose.upperArm, pose.foreArm),
    armFar: arm(pose, 90, pose.upperArmFar ?? pose.upperArm, pose.foreArmFar ?? pose.foreArm),
    legNear: leg(pose, pose.thighNear, pose.shinNear, pose.footNear),
    legFar: leg(pose, pose.thighFar, pose.shinFar, pose.footFar),
  };
}

function arm(pose: Pose, side: -90 | 90, upperArm: number, foreArm: number): Arm {
  const middle = alongBack(pose, lengths.shoulder / lengths.torso);
  const shoulder = towards(middle, pose.torso + side, pose.shoulders ?? 0);
  const seen = pose.seen?.arm ?? 1;
  const elbow = towards(shoulder, upperArm, seen * lengths.upperArm);
  return [shoulder, elbow, towards(elbow, foreArm, seen * lengths.foreArm)];
}

function leg({ hip, seen }: Pose, thigh: number, shin: number, foot: number): Leg {
  const knee = towards(hip, thigh, (seen?.thigh ?? 1) * lengths.thigh);
  const ankle = towards(knee, shin, (seen?.shin ?? 1) * lengths.shin);
  return [hip, knee, ankle, towards(ankle, foot, lengths.foot)];
}
