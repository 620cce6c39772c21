import type { Dose, Move } from '../../data/exercise-schema.ts';
import type { ItemPart } from './item-part.ts';
import { picturesOf } from './move-segments.ts';
import { stayRemarks } from './remarks.ts';
import type { Segment } from './script.ts';
import { durationInWords, firstThatFits } from './speech.ts';

type TimedDose = Extract<Dose, { kind: 'timed' }>;

/** Time left over after the last whole breath: from here on worth a segment of its own, below it the last move is longer. */
const leastRemainder = 4000;

/** A walk, breaths that go round, or a script that is read once. */
export function timedSegments(part: ItemPart, dose: TimedDose): readonly Segment[] {
  if (dose.script !== undefined) return scriptSegments(part, dose.script, dose.seconds);
  const round = (dose.moves ?? []).reduce((sum, move) => sum + move.seconds, 0);
  if (dose.moves === undefined || round > dose.seconds) return [stay(part, dose.seconds * 1000)];
  return breathSegments(part, dose.moves, dose.seconds);
}

function stay({ planned, item }: ItemPart, milliseconds: number): Segment {
  const isMoving = planned.exercise.kind === 'aerobic';
  return {
    kind: 'stay',
    item,
    milliseconds,
    label: isMoving ? 'keep going' : 'stay like this',
    say: firstThatFits(
      [
        `${isMoving ? 'Off you go.' : 'Now stay like this.'} ${durationInWords(milliseconds)}.`,
        isMoving ? 'Off you go.' : 'Stay.',
      ],
      milliseconds,
    ),
    ...stayRemarks(milliseconds),
    cue: 'begin',
    picture: 'hold',
  };
}

/** A script that is read once, its times stretched evenly to the whole. */
export function scriptSegments(
  { item }: Pick<ItemPart, 'item'>,
  script: readonly Move[],
  seconds: number,
): readonly Segment[] {
  const written = script.reduce((sum, part) => sum + part.seconds, 0);
  let until = 0;
  let passed = 0;
  return script.map((line, index): Segment => {
    until += line.seconds;
    // The ends are rounded, not the lengths: the whole is then as long as promised.
    const end = Math.round((until / written) * seconds * 1000);
    const milliseconds = end - passed;
    passed = end;
    const [first = line.say] = line.say.split(/(?<=[.:?!])\s/);
    return {
      kind: 'stay',
      item,
      milliseconds,
      label: line.say,
      say: firstThatFits([line.say, first], milliseconds),
      cue: index === 0 ? 'begin' : 'none',
      picture: 'hold',
    };
  });
}

/** Moves that go round for the whole time. */
export function breathSegments(
  part: Pick<ItemPart, 'item'>,
  moves: readonly Move[],
  seconds: number,
): readonly Segment[] {
  const whole = Math.round(seconds * 1000);
  const round = Math.round(moves.reduce((sum, move) => sum + move.seconds, 0) * 1000);
  const rounds = Math.floor(whole / round);
  const remainder = whole - rounds * round;
  const pictures = picturesOf(moves);
  const breaths = Array.from({ length: rounds }, (_, index) =>
    moves.map(({ say, seconds: length }, at): Segment => {
      const milliseconds = Math.round(length * 1000);
      const news = at === 0 ? newsAt(index * round, whole, round) : '';
      return {
        kind: 'move',
        item: part.item,
        milliseconds,
        label: say,
        say: firstThatFits([...(news === '' ? [] : [`${news} ${say}`]), say], milliseconds),
        cue: index === 0 && at === 0 ? 'begin' : 'none',
        picture: pictures[at] ?? 'hold',
      };
    }),
  ).flat();
  if (remainder === 0) return breaths;
  if (remainder >= leastRemainder) return [...breaths, atEase(part, remainder)];
  return breaths.map((move, at) =>
    at === breaths.length - 1 ? { ...move, milliseconds: move.milliseconds + remainder } : move,
  );
}

/** The time that is no whole breath any more. */
export function atEase({ item }: Pick<ItemPart, 'item'>, milliseconds: number): Segment {
  const label = 'breathe as you like';
  return {
    kind: 'stay',
    item,
    milliseconds,
    label,
    say: firstThatFits(['Now breathe as you like.'], milliseconds),
    cue: 'none',
    picture: 'hold',
  };
}

/** What is said on the way, at the first breath after the moment: half of the time is over, one minute is left. */
function newsAt(start: number, whole: number, round: number): string {
  const isFirstAfter = (moment: number) => start >= moment && start - round < moment;
  if (whole >= 180_000 && isFirstAfter(whole - 60_000)) return 'One minute left:';
  return whole >= 120_000 && isFirstAfter(whole / 2) ? 'Half way:' : '';
}
