/** What stands beside a body in its picture, and the ground under it. */
import type { Pose } from '../data/exercise-schema.ts';
import { type Body, lengths, towards } from './body.ts';
import type { Point, Stroke, StrokeRole } from './drawing.ts';

/** How high a wall goes: a little over a body's head. */
const wallHeight = 1.08;
const ballRadius = 0.04;
const rollRadius = 0.028;

/** Things behind the body and things in front of it. */
export interface Things {
  readonly behind: readonly Stroke[];
  readonly before: readonly Stroke[];
}

/** The things of a pose, drawn from its joints. */
export function thingsOf(pose: Pose, body: Body): Things {
  const { prop } = pose;
  switch (prop.kind) {
    case 'none':
    case 'mat':
      return { behind: pose.view === 'top' ? [mat(body)] : [], before: [] };
    case 'chair':
      return { behind: chair(prop.from, prop.to, prop.height, prop[prop.back]), before: [] };
    case 'wall':
      return { behind: wall(prop.x, prop.x < pose.hip[0]), before: [] };
    case 'doorway':
      return { behind: [box(prop.x - 0.02, 0, prop.x + 0.02, wallHeight)], before: [] };
    case 'wall-ball':
      return {
        behind: wall(prop.x, prop.x < pose.hip[0]),
        before: [{ ...circle([prop.x + ballRadius, prop.height], ballRadius), filled: true }],
      };
    case 'band': {
      const anchor: Point = [prop.x, prop.height];
      return {
        behind: [...wall(prop.x, prop.x < pose.hip[0]), { ...circle(anchor, 0.015), filled: true }],
        before: [line('thing', body.armNear[2], anchor)],
      };
    }
    case 'strap':
      return { behind: [], before: [line('thing', body.armNear[2], body.legNear[3])] };
    case 'stick':
      return { behind: [stick(pose)], before: [] };
    case 'towel-under-low-back':
      return {
        behind: [{ ...circle([pose.hip[0] - 0.1, rollRadius], rollRadius), filled: true }],
        before: [],
      };
    case 'pillow-under-knees':
      return { behind: [pillow(body.legNear[1])], before: [] };
  }
}

/** A line through these points. */
export function line(role: StrokeRole, ...points: readonly Point[]): Stroke {
  return { kind: 'line', role, points };
}

function circle(centre: Point, radius: number): Stroke & { readonly kind: 'circle' } {
  return { kind: 'circle', role: 'thing', centre, radius };
}

function box(left: number, bottom: number, right: number, top: number): Stroke {
  return line('thing', [left, bottom], [left, top], [right, top], [right, bottom], [left, bottom]);
}

/** From above a mat tells that this is the ground. */
function mat({ head: [headX, headY], hip: [hipX] }: Body): Stroke {
  return box(headX - 0.12, headY - 0.44, hipX + 0.52, headY + 0.44);
}

function chair(from: number, to: number, height: number, back: number): Stroke[] {
  const rest = 0.26;
  return [
    line('thing', [from, height], [to, height]),
    line('thing', [from, 0], [from, height]),
    line('thing', [to, 0], [to, height]),
    line('thing', [back, height], [back, height + rest]),
  ];
}

/** Short slanted lines on the far side tell a wall from a post. */
function wall(x: number, isLeft: boolean): Stroke[] {
  const depth = isLeft ? -0.05 : 0.05;
  const marks = [0.15, 0.35, 0.55, 0.75, 0.95];
  return [
    line('thing', [x, 0], [x, wallHeight]),
    ...marks.map((y) => line('thing', [x, y], [x + depth, y - 0.05])),
  ];
}

/** Straight along the back from under the buttocks to over the head; the pose holds its head so that it touches. */
function stick({ hip, torso }: Pose): Stroke {
  const onBack = towards(hip, torso + 90, 0.022);
  const overHead = lengths.torso + lengths.neck + lengths.headRadius + 0.05;
  return line('thing', towards(onBack, torso + 180, 0.08), towards(onBack, torso, overHead));
}

/** A rounded block from the ground to the hollow of the knees. */
function pillow([x, y]: Point): Stroke {
  const top = y - 0.025;
  const half = 0.09;
  const corner = 0.03;
  return line(
    'thing',
    [x - half, 0.008],
    [x - half, top - corner],
    [x - half + corner, top],
    [x + half - corner, top],
    [x + half, top - corner],
    [x + half, 0.008],
  );
}
