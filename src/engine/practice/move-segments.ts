import type { Move } from '../../data/exercise-schema.ts';
import type { ItemPart, Side } from './item-part.ts';
import type { Segment } from './script.ts';
import { firstThatFits } from './speech.ts';

/** A shorter move has time for its own word only. */
const roomToCount = 1500;

/** One set: every repetition, move by move, in the tempo of the exercise. Each is counted aloud, as soon as there is time. */
export function moveSegments(
  { item }: ItemPart,
  moves: readonly Move[],
  { repetitions, side }: { readonly repetitions: number; readonly side: Side | undefined },
): readonly Segment[] {
  const pictures = picturesOf(moves);
  const counting = moves.findIndex(({ seconds }) => seconds * 1000 >= roomToCount);
  return Array.from({ length: repetitions }, (_, index) =>
    moves.map(({ say, seconds }, at): Segment => {
      const milliseconds = Math.round(seconds * 1000);
      const isLast = index === repetitions - 1 && repetitions > 1;
      const number = `${index + 1}, ${say}`;
      const counted = isLast
        ? [`last one, ${say}`, `last, ${say}`, number]
        : [...(at === 0 ? [] : [`number ${number}`]), number];
      return {
        kind: 'move',
        item,
        milliseconds,
        ...(side === undefined ? {} : { side }),
        label: say,
        say: firstThatFits([...(at === counting ? counted : []), say], milliseconds),
        cue: at === 0 && index === 0 ? 'begin' : 'none',
        repetition: { number: index + 1, of: repetitions },
        picture: pictures[at] ?? 'hold',
      };
    }),
  ).flat();
}

/** There, and back again; a move that keeps still keeps its picture. */
export function picturesOf(moves: readonly Move[]): readonly Segment['picture'][] {
  let picture: Segment['picture'] = 'counter';
  return moves.map(({ say }) => {
    if (!/^(hold|stay|pause)\b/.test(say) || picture === 'start')
      picture = picture === 'hold' ? 'counter' : 'hold';
    return picture;
  });
}
