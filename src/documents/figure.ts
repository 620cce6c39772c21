/** A pose as a line drawing, and the pictures of an exercise side by side. */
import type { Pose, PoseName, Poses } from '../data/exercise-schema.ts';
import { alongBack, type Body, bodyOf, lengths, towards } from './body.ts';
import type { Block, Drawing, FigurePanel, Point, Stroke } from './document.ts';
import { line, thingsOf } from './figure-things.ts';

type FiguresBlock = Extract<Block, { kind: 'figures' }>;

/** As they are shown. */
const order: readonly PoseName[] = ['start', 'hold', 'counter', 'easier', 'deeper', 'strap'];

const captions: Readonly<Record<PoseName, string>> = {
  start: 'Start',
  hold: 'Hold',
  counter: 'The other way',
  easier: 'Easier',
  deeper: 'Deeper',
  strap: 'With a strap',
};

/** Space around the strokes, so that none touches the edge. */
const margin = 0.03;
/** A curve comes as so many straight pieces. */
const pieces = 12;

interface Picture {
  readonly name: PoseName;
  readonly pose: Pose;
}

/**
 * The pictures of an exercise side by side, and what they show.
 *
 * @param names only these; left out: all that the exercise has
 */
export function figuresBlock(poses: Poses, names: readonly PoseName[] = order): FiguresBlock {
  const variants = picturesOf(poses, names).flatMap(({ name }) => poses.variantLabels?.[name] ?? []);
  return {
    kind: 'figures',
    label: [poses.label, ...variants].join(' '),
    panels: figurePanels(poses, names),
  };
}

/** The pictures alone, all in one frame so that they can be compared. */
export function figurePanels(poses: Poses, names: readonly PoseName[] = order): FigurePanel[] {
  const pictures = picturesOf(poses, names).map(({ name, pose }) => ({ name, ...drawn(pose) }));
  const frame = frameOf(pictures, poses.above);
  return pictures.map((picture) => ({
    caption: poses.captions?.[picture.name] ?? captions[picture.name],
    drawing: drawingIn(frame, picture),
  }));
}

/** A pose that is the same as one before it is left out: nothing moves in a body scan. */
function picturesOf(poses: Poses, names: readonly PoseName[]): Picture[] {
  const pictures = new Map<string, Picture>();
  for (const name of order) {
    const pose = poses[name];
    if (pose === undefined || !names.includes(name)) continue;
    const key = JSON.stringify(pose);
    if (!pictures.has(key)) pictures.set(key, { name, pose });
  }
  return [...pictures.values()];
}

/**
 * One picture of an exercise, in a frame that holds all of them: they can follow each other in one place.
 *
 * @param side the side that works. Poses are drawn for the right: seen from the side, the near limb of a body that
 *   faces right is its right one; seen from the front, right is as in a mirror, so that whoever does the same goes the
 *   same way. For the left the picture is mirrored, so that the near limb is the left one. Left out: as drawn.
 */
export function drawPose(poses: Poses, name: PoseName, side: 'left' | 'right' = 'right'): Drawing {
  const all = order.flatMap((other) => poses[other] ?? []).map(drawn);
  const drawing = drawingIn(frameOf(all, poses.above), drawn(poses[name] ?? poses.hold));
  return side === 'left' ? mirrored(drawing) : drawing;
}

/** Left and right exchanged, in the same frame. */
function mirrored({ frame, strokes }: Drawing): Drawing {
  const across = ([x, y]: Point): Point => [2 * frame.left + frame.width - x, y];
  return {
    frame,
    strokes: strokes.map((stroke) =>
      stroke.kind === 'line'
        ? { ...stroke, points: stroke.points.map(across) }
        : { ...stroke, centre: across(stroke.centre) },
    ),
  };
}

/** A pose with its strokes: they are needed for the frame and again in it. */
interface Drawn {
  readonly pose: Pose;
  readonly strokes: readonly Stroke[];
}

function drawn(pose: Pose): Drawn {
  return { pose, strokes: strokesOf(pose) };
}

function drawingIn(frame: Drawing['frame'], { pose, strokes }: Drawn): Drawing {
  // From above there is no line where the ground ends.
  if (pose.view === 'top') return { frame, strokes };
  return { frame, strokes: [line('floor', [frame.left, 0], [frame.left + frame.width, 0]), ...strokes] };
}

/** Body and things, far first. */
function strokesOf(pose: Pose): Stroke[] {
  const body = bodyOf(pose);
  const things = thingsOf(pose, body);
  // From the front both sides are equally near.
  const other = pose.view === 'side' ? 'far' : 'near';
  return [
    ...things.behind,
    ...(isSame(body.legFar, body.legNear) ? [] : [line(other, ...body.legFar)]),
    ...(isSame(body.armFar, body.armNear) ? [] : [line(other, ...body.armFar)]),
    ...trunk(pose, body),
    line('near', ...body.legNear),
    line('near', ...body.armNear),
    ...things.before,
  ];
}

function isSame(points: readonly Point[], others: readonly Point[]): boolean {
  return points.every(([x, y], index) => {
    const [otherX, otherY] = others[index] ?? [Number.NaN, Number.NaN];
    return Math.hypot(x - otherX, y - otherY) < 0.001;
  });
}

function trunk(pose: Pose, { neck, head, nose, armNear, armFar }: Body): Stroke[] {
  const back = Array.from({ length: pieces + 1 }, (_, index) => alongBack(pose, index / pieces));
  const chin = towards(neck, pose.head, lengths.neck - lengths.headRadius);
  return [
    line('near', ...back, chin),
    ...(pose.shoulders === undefined ? [] : [line('near', armFar[0], armNear[0])]),
    ...(pose.belly ? [belly(pose, pose.belly)] : []),
    { kind: 'circle', role: 'near', centre: head, radius: lengths.headRadius },
    ...(pose.view === 'side'
      ? [{ kind: 'circle', role: 'near', centre: nose, radius: 0.015, filled: true } as const]
      : []),
  ];
}

/** From above the hip to the ribs, rounded forward. */
function belly(pose: Pose, out: number): Stroke {
  const low = 0.08;
  const span = 0.62;
  return line(
    'near',
    ...Array.from({ length: pieces + 1 }, (_, index) => {
      const part = index / pieces;
      return towards(alongBack(pose, low + span * part), pose.torso - 90, 4 * out * part * (1 - part));
    }),
  );
}

function frameOf(all: readonly Drawn[], above: number | undefined): Drawing['frame'] {
  const points = all.flatMap(({ pose, strokes }) => {
    const ground: readonly Point[] = pose.view === 'top' ? [] : [[pose.hip[0], 0]];
    return [...ground, ...strokes.flatMap(corners)];
  });
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const left = Math.min(...xs) - margin;
  const bottom = above ?? Math.min(...ys) - margin;
  return {
    left,
    bottom,
    width: Math.max(...xs) + margin - left,
    height: Math.max(...ys) + margin - bottom,
  };
}

function corners(stroke: Stroke): readonly Point[] {
  if (stroke.kind === 'line') return stroke.points;
  const { centre, radius } = stroke;
  return [
    [centre[0] - radius, centre[1] - radius],
    [centre[0] + radius, centre[1] + radius],
  ];
}
