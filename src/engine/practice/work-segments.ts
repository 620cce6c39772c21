import type { Dose } from '../../data/exercise-schema.ts';
import { changeSideSeconds } from './dose-length.ts';
import { type ItemPart, type Side, sideName } from './item-part.ts';
import { moveSegments } from './move-segments.ts';
import { getReadyRemark, holdRemarks } from './remarks.ts';
import type { Segment } from './script.ts';
import { capital, durationInWords, firstThatFits } from './speech.ts';

type WorkDose = Exclude<Dose, { kind: 'timed' }>;

/** Holds and repetitions: all of it on one side, then all of it on the other. */
export function workSegments(part: ItemPart, dose: WorkDose): readonly Segment[] {
  const oneSide = (side?: Side) =>
    dose.kind === 'hold' ? holdSegments(part, dose, side) : setSegments(part, dose, side);
  if (dose.sides === 1) return oneSide();
  return [...oneSide('left'), changeSide(part, dose), ...oneSide('right')];
}

function changeSide({ planned, item }: ItemPart, dose: WorkDose): Segment {
  const milliseconds = Math.round(changeSideSeconds(dose) * 1000);
  const side = sideName(planned.exercise, 'right');
  const end = endOf(dose);
  return {
    kind: 'change-side',
    item,
    milliseconds,
    side: 'right',
    label: planned.exercise.sides === undefined ? `change to the ${side}` : `change sides: ${side}`,
    say: firstThatFits(
      [`${end} Change sides: ${side}.`, `Change sides: ${side}.`, 'Change sides.'],
      milliseconds,
    ),
    ...getReadyRemark(milliseconds),
    cue: 'change',
    picture: 'start',
  };
}

function holdSegments(
  { planned, item }: ItemPart,
  dose: Extract<Dose, { kind: 'hold' }>,
  side: Side | undefined,
): readonly Segment[] {
  const { repetitions, restSeconds } = dose;
  const milliseconds = Math.round(dose.holdSeconds * 1000);
  const label = side === undefined ? 'hold' : `hold, ${sideName(planned.exercise, side)}`;
  return Array.from({ length: repetitions }, (_, index): readonly Segment[] => {
    const spoken = index === 0 ? capital(label) : label.replace('hold', 'Hold again');
    const hold: Segment = {
      kind: 'hold',
      item,
      milliseconds,
      ...(side === undefined ? {} : { side }),
      label,
      say: firstThatFits(
        [`${spoken}. ${capital(durationInWords(milliseconds))}.`, `${spoken}.`, 'Hold.'],
        milliseconds,
      ),
      ...holdRemarks(milliseconds),
      cue: 'begin',
      ...(repetitions === 1 ? {} : { repetition: { number: index + 1, of: repetitions } }),
      picture: 'hold',
    };
    const then = repetitions - index === 1 ? 'one more' : `${repetitions - index} more`;
    return index === 0 || restSeconds === 0 ? [hold] : [rest({ planned, item }, dose, { then, side }), hold];
  }).flat();
}

function setSegments(
  part: ItemPart,
  dose: Extract<Dose, { kind: 'repetitions' }>,
  side: Side | undefined,
): readonly Segment[] {
  return dose.sets.flatMap((repetitions, index) => {
    const set = dose.sets.length === 1 ? {} : { set: { number: index + 1, of: dose.sets.length } };
    const moves = moveSegments(part, dose.moves, { repetitions, side }).map((move) => ({ ...move, ...set }));
    if (index === 0 || dose.restSeconds === 0) return moves;
    const then = `${repetitions} ${repetitions === 1 ? 'time' : 'times'} more`;
    return [{ ...rest(part, dose, { then, side }), ...set }, ...moves];
  });
}

/** @param next what comes after it: "one more", and on which side */
function rest(
  { planned, item }: ItemPart,
  dose: WorkDose,
  next: { readonly then: string; readonly side: Side | undefined },
): Segment {
  const milliseconds = Math.round(dose.restSeconds * 1000);
  const end = endOf(dose);
  const where = next.side === undefined ? '' : `, ${sideName(planned.exercise, next.side)}`;
  return {
    kind: 'rest',
    item,
    milliseconds,
    ...(next.side === undefined ? {} : { side: next.side }),
    label: 'rest',
    say: firstThatFits(
      [
        `${end} Rest ${durationInWords(milliseconds)}, then ${next.then}${where}.`,
        `${end} Rest, then ${next.then}.`,
        `${end} Rest.`,
        'Rest.',
      ],
      milliseconds,
    ),
    ...getReadyRemark(milliseconds),
    cue: 'rest',
    picture: 'start',
  };
}

function endOf(dose: WorkDose): string {
  return dose.kind === 'hold' ? 'Let go.' : 'Stop there.';
}
