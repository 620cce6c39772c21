import { describe, expect, test } from 'vitest';
import type { Pose, PoseName, Poses } from '../../src/data/exercise-schema.ts';
import { poses } from '../../src/data/exercises/poses.ts';
import { type Body, bodyOf, lengths } from '../../src/documents/body.ts';
import type { Drawing, Point, Stroke } from '../../src/documents/document.ts';
import { drawPose, figurePanels, figuresBlock } from '../../src/documents/figure.ts';
import { drawingLines } from '../../src/render/figure/drawing-lines.ts';

type ExerciseId = keyof typeof poses;
const names: readonly PoseName[] = ['start', 'hold', 'counter', 'easier', 'deeper', 'strap'];

interface NamedPose {
  readonly exercise: string;
  readonly name: PoseName;
  readonly of: Poses;
  readonly pose: Pose;
  readonly body: Body;
}

const all = Object.entries<Poses>(poses).flatMap(([exercise, of]) =>
  names.flatMap((name): readonly NamedPose[] => {
    const pose = of[name];
    return pose === undefined ? [] : [{ exercise, name, of, pose, body: bodyOf(pose) }];
  }),
);
const titled = all.map((one) => [`${one.exercise}, ${one.name}`, one] as const);

function joints({ hip, neck, head, armNear, armFar, legNear, legFar }: Body): Point[] {
  return [hip, neck, head, ...armNear, ...armFar, ...legNear, ...legFar];
}

function between(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function mean(points: readonly Point[]): number {
  return points.reduce((sum, [x]) => sum + x, 0) / points.length;
}

/** How far a point is from the line between two. */
function fromSegment(point: Point, [a, b]: readonly [Point, Point]): number {
  const square = between(a, b) ** 2;
  const along = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / square;
  const part = Math.min(1, Math.max(0, along));
  return between(point, [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])]);
}

describe('laws of every pose', () => {
  test.each(titled)('%s: every part of the body is as long as it is', (_, { pose, body }) => {
    const { arm = 1, thigh = 1, shin = 1 } = pose.seen ?? {};
    expect(between(body.hip, body.neck)).toBeCloseTo(lengths.torso, 6);
    expect(between(body.neck, body.head)).toBeCloseTo(lengths.neck, 6);
    for (const [shoulder, elbow, hand] of [body.armNear, body.armFar]) {
      expect(between(shoulder, elbow)).toBeCloseTo(arm * lengths.upperArm, 6);
      expect(between(elbow, hand)).toBeCloseTo(arm * lengths.foreArm, 6);
    }
    for (const [hip, knee, ankle, toe] of [body.legNear, body.legFar]) {
      expect(between(hip, knee)).toBeCloseTo(thigh * lengths.thigh, 6);
      expect(between(knee, ankle)).toBeCloseTo(shin * lengths.shin, 6);
      expect(between(ankle, toe)).toBeCloseTo(lengths.foot, 6);
    }
  });

  test.each(titled.filter(([, { pose }]) => pose.view !== 'top'))(
    '%s: nothing is under the floor, and something is on it',
    (_, { body }) => {
      const heights = joints(body).map(([, y]) => y);
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(-0.02);
      expect(body.head[1] - lengths.headRadius).toBeGreaterThanOrEqual(-0.02);
      expect(Math.min(...heights)).toBeLessThanOrEqual(0.06);
    },
  );

  test.each(titled)('%s: the whole body is in the frame, above what is cut off', (_, { of, name, body }) => {
    const { frame } = drawPose(of, name);
    for (const [x, y] of joints(body)) {
      expect(x).toBeGreaterThan(frame.left);
      expect(x).toBeLessThan(frame.left + frame.width);
      expect(y).toBeLessThan(frame.bottom + frame.height);
      if (of.above === undefined) expect(y).toBeGreaterThan(frame.bottom);
    }
  });
});

const hand = (body: Body): Point => body.armNear[2];
const thighNear = ({ legNear }: Body) => [legNear[0], legNear[1]] as const;
const shinNear = ({ legNear }: Body) => [legNear[1], legNear[2]] as const;
const thighFar = ({ legFar }: Body) => [legFar[0], legFar[1]] as const;
const trunk = ({ hip, neck }: Body) => [hip, neck] as const;

/** What must meet for the picture to be this exercise. */
const contacts: readonly (readonly [ExerciseId, PoseName, string, (body: Body) => number])[] = [
  ['seated-hamstring-stretch', 'hold', 'hand on the shin', (b) => fromSegment(hand(b), shinNear(b))],
  ['standing-hamstring-stretch', 'hold', 'hand on the bent thigh', (b) => fromSegment(hand(b), thighFar(b))],
  ['standing-hamstring-stretch', 'deeper', 'heel on the seat', (b) => Math.abs(b.legNear[2][1] - 0.28)],
  ['lying-hamstring-stretch', 'hold', 'hand behind the thigh', (b) => fromSegment(hand(b), thighNear(b))],
  ['lying-hamstring-stretch', 'easier', 'hand behind the thigh', (b) => fromSegment(hand(b), thighNear(b))],
  ['knee-to-chest', 'hold', 'hand on the shin', (b) => fromSegment(hand(b), shinNear(b))],
  ['figure-four-stretch', 'start', 'ankle on the other knee', (b) => between(b.legNear[2], b.legFar[1])],
  ['figure-four-stretch', 'hold', 'ankle on the other knee', (b) => between(b.legNear[2], b.legFar[1])],
  ['figure-four-stretch', 'hold', 'hand behind the thigh', (b) => fromSegment(hand(b), thighFar(b))],
  ['half-kneeling-hip-flexor-stretch', 'hold', 'hand on the thigh', (b) => fromSegment(hand(b), thighFar(b))],
  ['standing-hip-flexor-stretch', 'hold', 'hand on the wall', (b) => Math.abs(hand(b)[0] - 0.36)],
  ['doorway-chest-stretch', 'start', 'forearm on the post', (b) => Math.abs(b.armNear[1][0] + 0.03)],
  ['doorway-chest-stretch', 'hold', 'forearm on the post', (b) => Math.abs(hand(b)[0] + 0.04)],
  ['neck-side-stretch', 'hold', 'hand on the head', (b) => between(hand(b), b.head) - lengths.headRadius],
  [
    'chair-upper-back-extension',
    'hold',
    'hand at the head',
    (b) => between(hand(b), b.head) - lengths.headRadius,
  ],
  ['standing-back-extension', 'hold', 'hand on the hip', (b) => between(hand(b), b.hip) - 0.02],
  ['brace-and-breathe', 'hold', 'hand on the belly', (b) => fromSegment(hand(b), trunk(b))],
  ['belly-breathing', 'start', 'hand on the belly', (b) => fromSegment(hand(b), trunk(b))],
  ['belly-breathing', 'start', 'other hand on the chest', (b) => fromSegment(b.armFar[2], trunk(b))],
  ['prone-on-elbows', 'hold', 'elbow on the floor', (b) => b.armNear[1][1]],
  ['prone-on-elbows', 'deeper', 'hand on the floor', (b) => hand(b)[1]],
  ['side-bridge', 'hold', 'elbow on the floor', (b) => b.armNear[1][1]],
  ['childs-pose', 'hold', 'forehead on the floor', (b) => b.head[1] - lengths.headRadius],
  ['legs-up-90-90', 'hold', 'calf on the seat', (b) => Math.abs(b.legNear[2][1] - 0.28)],
];

describe('what must meet, meets', () => {
  test.each(contacts)('%s, %s: %s', (exercise, name, _, distance) => {
    const of: Poses = poses[exercise];
    expect(Math.abs(distance(bodyOf(of[name] ?? of.start)))).toBeLessThan(0.04);
  });

  /** Feet, hands or knees that stay where they are from the first picture to the second. */
  test.each<readonly [ExerciseId, string, (body: Body) => Point]>([
    ['standing-hamstring-stretch', 'front heel', (b) => b.legNear[2]],
    ['half-kneeling-hip-flexor-stretch', 'front foot', (b) => b.legFar[2]],
    ['half-kneeling-hip-flexor-stretch', 'knee', (b) => b.legNear[1]],
    ['standing-hip-flexor-stretch', 'front foot', (b) => b.legFar[2]],
    ['standing-back-extension', 'foot', (b) => b.legNear[2]],
    ['cat-cow', 'hand', hand],
    ['cat-cow', 'knee', (b) => b.legNear[1]],
    ['bird-dog', 'hand', hand],
    ['bird-dog', 'knee', (b) => b.legFar[1]],
    ['glute-bridge', 'foot', (b) => b.legNear[2]],
    ['hip-hinge-drill', 'foot', (b) => b.legNear[2]],
    ['sit-to-stand', 'foot', (b) => b.legNear[2]],
    ['curl-up', 'foot', (b) => b.legNear[2]],
  ])('%s: the %s stays', (exercise, _, joint) => {
    const { start, hold }: Poses = poses[exercise];
    expect(between(joint(bodyOf(start)), joint(bodyOf(hold)))).toBeLessThan(0.03);
  });

  test.each<readonly [ExerciseId, PoseName]>([
    ['glute-bridge', 'hold'],
    ['side-bridge', 'hold'],
    ['side-bridge', 'deeper'],
  ])('%s, %s: shoulder, hip and knee make one line', (exercise, name) => {
    const of: Poses = poses[exercise];
    const body = bodyOf(of[name] ?? of.start);
    expect(fromSegment(body.hip, [body.armNear[0], body.legNear[1]])).toBeLessThan(0.01);
  });
});

describe('the four that were hard to read', () => {
  test.each(['start', 'hold'] as const)(
    'hip-hinge-drill, %s: the stick touches head, back and buttocks',
    (name) => {
      const of = poses['hip-hinge-drill'];
      const { head, hip, neck, nose } = bodyOf(of[name]);
      const stick = drawPose(of, name).strokes.find(({ role }) => role === 'thing');
      const [low, high] = stick?.kind === 'line' ? stick.points : [];
      if (low === undefined || high === undefined) throw new Error('no stick');
      expect(fromSegment(head, [low, high]) - lengths.headRadius).toBeCloseTo(0, 2);
      expect(fromSegment(neck, [low, high])).toBeLessThan(0.025);
      expect(fromSegment(hip, [low, high])).toBeLessThan(0.025);
      // The face looks away from it.
      expect(fromSegment(nose, [low, high])).toBeGreaterThan(1.9 * lengths.headRadius);
    },
  );

  test('curl-up: head and shoulders leave the floor by a few centimetres only', () => {
    const { start, hold } = poses['curl-up'];
    const metres = 1.7;
    const lifted = (of: (body: Body) => Point) => metres * (of(bodyOf(hold))[1] - of(bodyOf(start))[1]);
    expect(lifted(({ head }) => head)).toBeGreaterThan(0.05);
    expect(lifted(({ head }) => head)).toBeLessThan(0.14);
    expect(lifted(({ neck }) => neck)).toBeGreaterThan(0.03);
  });

  test.each(['start', 'hold'] as const)(
    'chair-upper-back-extension, %s: the hand is behind the head, the elbow before it',
    (name) => {
      const { armNear, head, nose } = bodyOf(poses['chair-upper-back-extension'][name]);
      const ahead = ([x, y]: Point) =>
        (x - head[0]) * (nose[0] - head[0]) + (y - head[1]) * (nose[1] - head[1]);
      expect(ahead(armNear[2])).toBeLessThan(0);
      expect(ahead(armNear[1])).toBeGreaterThan(ahead(nose));
      expect(between(armNear[2], head)).toBeGreaterThan(lengths.headRadius);
      // Not a blindfold.
      expect(fromSegment(nose, [armNear[1], armNear[2]])).toBeGreaterThan(0.015);
    },
  );

  test('brace-and-breathe: the elbow lies beside the body', () => {
    const { armNear, head } = bodyOf(poses['brace-and-breathe'].hold);
    expect(armNear[1][1]).toBeLessThan(head[1] + lengths.headRadius);
  });
});

describe('pictures of an exercise', () => {
  test('all in one frame, start first, with captions', () => {
    const { panels } = figuresBlock(poses['lying-hamstring-stretch']);
    expect(panels.map(({ caption }) => caption)).toEqual(['Start', 'Hold', 'Easier', 'With a strap']);
    expect(new Set(panels.map(({ drawing }) => JSON.stringify(drawing.frame))).size).toBe(1);
  });

  test('only those asked for, and only they are told', () => {
    const { panels, label } = figuresBlock(poses['knee-to-chest'], ['start', 'hold']);
    expect(panels).toHaveLength(2);
    expect(label).not.toContain('Deeper');
    expect(figuresBlock(poses['knee-to-chest']).label).toContain('Deeper: both knees');
  });

  test.each(Object.entries<Poses>(poses))(
    '%s, left: the right one in a mirror, in the same frame',
    (_, of) => {
      const { frame, strokes } = drawPose(of, 'hold', 'left');
      const right = drawPose(of, 'hold', 'right');
      expect(right).toEqual(drawPose(of, 'hold'));
      expect(frame).toEqual(right.frame);
      expect(strokes.map(({ role }) => role)).toEqual(right.strokes.map(({ role }) => role));
      const middle = frame.left + frame.width / 2;
      const pointsOf = (stroke: Stroke) => (stroke.kind === 'line' ? stroke.points : [stroke.centre]);
      const others = right.strokes.flatMap(pointsOf);
      for (const [index, [x, y]] of strokes.flatMap(pointsOf).entries()) {
        const [otherX = Number.NaN, otherY] = others[index] ?? [];
        expect((x + otherX) / 2).toBeCloseTo(middle, 6);
        expect(y).toBe(otherY);
      }
    },
  );

  test('the strong leg is the right one of a body that faces right, and the left one of a body that faces left', () => {
    const faceAndStrongFoot = (side: 'left' | 'right') => {
      const { strokes } = drawPose(poses['standing-hamstring-stretch'], 'hold', side);
      const [head, face] = strokes.flatMap((stroke) => (stroke.kind === 'circle' ? [stroke.centre[0]] : []));
      const toes = (role: Stroke['role']) =>
        strokes.flatMap((stroke) => (stroke.kind === 'line' && stroke.role === role ? stroke.points : []));
      return {
        faces: Math.sign((face ?? 0) - (head ?? 0)),
        // The stretched leg stands ahead, where the face looks.
        ahead: Math.sign(mean(toes('near')) - mean(toes('far'))),
      };
    };
    expect(faceAndStrongFoot('right')).toEqual({ faces: 1, ahead: 1 });
    expect(faceAndStrongFoot('left')).toEqual({ faces: -1, ahead: -1 });
  });

  test('from the front the body leans to the side that is named, as in a mirror', () => {
    const headOf = (side: 'left' | 'right') => {
      const { frame, strokes } = drawPose(poses['neck-side-stretch'], 'hold', side);
      const head = strokes.find((stroke) => stroke.kind === 'circle');
      return Math.sign((head?.centre[0] ?? 0) - (frame.left + frame.width / 2));
    };
    expect([headOf('left'), headOf('right')]).toEqual([-1, 1]);
  });

  test('what does not change is shown once', () => {
    expect(figurePanels(poses['body-scan']).map(({ caption }) => caption)).toEqual(['Lie still']);
  });

  test('a pose that an exercise does not have is shown as the hold', () => {
    const of = poses['pelvic-tilt'];
    expect(drawPose(of, 'counter')).toEqual(drawPose(of, 'hold'));
  });

  test('pictures that follow each other in one place have one frame', () => {
    for (const { of, name } of all) expect(drawPose(of, name).frame).toEqual(drawPose(of, 'start').frame);
  });

  test('the far side is drawn first and lighter, but from the front both sides alike', () => {
    const roles = ({ strokes }: Drawing) => strokes.map(({ role }) => role);
    const side = roles(drawPose(poses['easy-walk'], 'start'));
    expect(side.lastIndexOf('far')).toBeLessThan(side.indexOf('near'));
    expect(roles(drawPose(poses['standing-side-bend'], 'hold'))).not.toContain('far');
  });

  test('no ground line where it is seen from above', () => {
    expect(drawPose(poses['knee-rolls'], 'hold').strokes.some(({ role }) => role === 'floor')).toBe(false);
    expect(drawPose(poses['cat-cow'], 'hold').strokes.filter(({ role }) => role === 'floor')).toHaveLength(1);
  });
});

describe('golden pictures', () => {
  test.each<readonly [ExerciseId, number, number]>([
    ['lying-hamstring-stretch', 34, 12],
    ['glute-bridge', 34, 12],
    ['sit-to-stand', 34, 12],
    ['neck-side-stretch', 24, 9],
    ['legs-up-90-90', 24, 9],
    ['knee-rolls', 34, 12],
  ])('%s in %i columns', async (exercise, columns, rows) => {
    const text = figurePanels(poses[exercise]).flatMap(({ caption, drawing }) =>
      (['unicode', 'ascii'] as const).flatMap((glyphs) => [
        `${caption}, ${glyphs}`,
        ...drawingLines(drawing, { columns, rows, glyphs }),
        '',
      ]),
    );
    await expect(text.join('\n')).toMatchFileSnapshot(`golden/figure.${exercise}.txt`);
  });
});
