import type { Dose, Exercise, Move } from '../../data/exercise-schema.ts';
import { secondsOf } from '../practice/dose-length.ts';
import { movesHolding, movesLasting } from './dose-moves.ts';
import {
  checkBounds,
  type DoseParts,
  outOfBounds,
  type Quantity,
  saidParts,
  type WrongDose,
  wrong,
} from './dose-parts.ts';

type DoseOf<Kind extends Dose['kind']> = Extract<Dose, { kind: Kind }>;
type DoseReading = { readonly kind: 'dose'; readonly dose: Dose } | WrongDose;

/** Where neither the plan nor the catalogue says: a breath between holds, half a minute between sets. */
const usualRest = { hold: 10, repetitions: 30 } as const;
/** Out and back again, each in so many seconds, where the plan does not say how fast. */
const usualMoveSeconds = 2;
const mostSeconds = 60 * 60;

/**
 * The dose that the parts mean for this exercise; what they leave out is as in the catalogue. Of a described exercise
 * (undefined) they must say enough.
 */
export function doseFromParts(parts: DoseParts, exercise: Exercise | undefined): DoseReading {
  const problem = outOfBounds(parts) ?? contradiction(parts, exercise);
  if (problem !== undefined) return problem;
  const dose = readDose(parts, exercise?.dose);
  if (dose.kind === 'wrong') return dose;
  const seconds = secondsOf(dose);
  return seconds <= mostSeconds
    ? { kind: 'dose', dose }
    : wrong(`this takes ${Math.ceil(seconds / 60)} minutes`, 'at most 60 minutes for one exercise');
}

function contradiction(parts: DoseParts, exercise: Exercise | undefined): WrongDose | undefined {
  const { variant, setList, setCount, times } = parts;
  if (variant !== undefined && exercise?.[variant] === undefined) {
    return wrong(
      `there is no ${variant} version of it`,
      'the exercise as it is, and what to change as a note after " -- "',
    );
  }
  if (parts.only !== undefined && parts.sides === 2) {
    return wrong(`it says one side and both`, '"each side", or "left only"');
  }
  const ways = [parts.hold, parts.each, parts.length].filter((way) => way !== undefined);
  if (ways.length > 1) {
    return wrong(
      `it says two times: ${ways.map(({ said }) => said).join(' and ')}`,
      'one: "hold 30 s" or "6 s each"',
    );
  }
  if (setList === undefined) return undefined;
  if (setCount !== undefined && setCount.value !== setList.length) {
    return wrong(
      `it says ${setCount.value} sets, and repetitions for ${setList.length}`,
      'a number for each set',
    );
  }
  return times === undefined ? undefined : wrong('it says repetitions twice', '"3 sets of 8" or "8 times"');
}

function readDose(parts: DoseParts, base: Dose | undefined): Dose | WrongDose {
  if (base?.kind === 'timed' || isTimed(parts, base)) return timedDose(parts, base);
  switch (base?.kind) {
    case 'hold':
      return holdOfStretch(parts, base);
    case 'repetitions':
      return repetitionsOfMoves(parts, base);
    case undefined:
      return describedDose(parts);
  }
}

/** "2 min" of something that is not a hold, and nothing else said. */
function isTimed(parts: DoseParts, base: Dose | undefined): boolean {
  const { length, rest, sides, only } = parts;
  if (length === undefined || length.value < 60 || base?.kind === 'hold') return false;
  return !isCounted(parts) && rest === undefined && sides === undefined && only === undefined;
}

function isCounted({ setList, setCount, times }: DoseParts): boolean {
  return setList !== undefined || setCount !== undefined || times !== undefined;
}

function timedDose(parts: DoseParts, base: Dose | undefined): Dose | WrongDose {
  const { length } = parts;
  const known = base?.kind === 'timed' ? base : undefined;
  if (saidParts(parts).some((part) => part !== 'length' && part !== 'variant'))
    return wrong('it takes a time and nothing else', 'a time, such as "10 min"');
  const problem = length === undefined ? undefined : checkBounds('timed', length);
  if (problem !== undefined) return problem;
  const moves = base?.kind === 'repetitions' ? base.moves : known?.moves;
  return {
    kind: 'timed',
    seconds: length?.value ?? known?.seconds ?? 0,
    ...(moves === undefined ? {} : { moves }),
    ...(known?.script === undefined ? {} : { script: known.script }),
  };
}

function holdOfStretch(parts: DoseParts, base: DoseOf<'hold'>): Dose | WrongDose {
  const said = parts.hold ?? parts.each ?? parts.length;
  const problem = said === undefined ? undefined : checkBounds('hold', said);
  if (problem !== undefined) return problem;
  const holdSeconds = said?.value ?? base.holdSeconds;
  const sets = setsOf(parts);
  if (sets === undefined) {
    const repetitions = (parts.times ?? parts.setCount)?.value ?? (said === undefined ? base.repetitions : 1);
    return holdDose(parts, base, holdSeconds, repetitions);
  }
  // "2 x 30" of a stretch is two holds of 30 seconds, or thirty holds: too far apart to guess.
  if (said === undefined)
    return wrong('it does not say how long each hold is', '"2 x 30 s", or "2 sets of 5, hold 10 s"');
  return repetitionsDose(parts, base, sets, [{ say: 'hold', seconds: holdSeconds }]);
}

function repetitionsOfMoves(parts: DoseParts, base: DoseOf<'repetitions'>): Dose | WrongDose {
  if (parts.length !== undefined && !isCounted(parts)) {
    return wrong(
      `it does not say how often in ${parts.length.said}`,
      '"3 sets of 8", "8 times, 6 s each" or "2 min"',
    );
  }
  const sets = setsOf(parts) ?? (parts.times === undefined ? undefined : [parts.times.value]);
  if (sets === undefined && parts.setCount !== undefined && parts.setCount.value !== base.sets.length) {
    return wrong('it does not say how many in each set', `"${parts.setCount.value} sets of 8"`);
  }
  const pace = parts.hold ?? parts.each;
  if (sets === undefined && parts.setCount === undefined && pace !== undefined) {
    return wrong('it does not say how often', `"3 sets of 8, ${pace.said} each", or "hold 10 s, 6 times"`);
  }
  if (parts.hold !== undefined) {
    const moves = movesHolding(base.moves, parts.hold.value);
    if (moves !== undefined) return repetitionsDose(parts, base, sets ?? base.sets, moves);
    const isPlain = parts.setList === undefined && parts.setCount === undefined;
    if (isPlain) return holdDose(parts, base, parts.hold.value, parts.times?.value ?? 1);
    return wrong('there is no hold in this one', 'how long one repetition takes, such as "6 s each"');
  }
  const each = parts.each ?? parts.length;
  const moves = each === undefined ? base.moves : movesLastingOrWrong(base.moves, each);
  return 'kind' in moves ? moves : repetitionsDose(parts, base, sets ?? base.sets, moves);
}

function describedDose(parts: DoseParts): Dose | WrongDose {
  const { hold, each, length, times, setCount } = parts;
  const sets = setsOf(parts);
  // "3 x 30 s" of something we do not know is a hold; "2 sets of 10, 5 s" are movements.
  const held = hold ?? (sets === undefined ? length : undefined);
  if (held !== undefined && sets === undefined) {
    const problem = checkBounds('hold', held);
    return problem ?? holdDose(parts, undefined, held.value, (times ?? setCount)?.value ?? 1);
  }
  const counts = sets ?? (times === undefined ? undefined : [times.value]);
  if (counts === undefined) {
    return wrong('it does not say how much', '"2 sets of 10, 5 s each", "hold 30 s, 2 times" or "5 min"');
  }
  const out = { say: 'go', seconds: usualMoveSeconds };
  const back = { say: 'back', seconds: usualMoveSeconds };
  if (held !== undefined) {
    return repetitionsDose(parts, undefined, counts, [out, { say: 'hold', seconds: held.value }, back]);
  }
  const lasting = each ?? length;
  const moves = lasting === undefined ? [out, back] : movesLastingOrWrong([out, back], lasting);
  return 'kind' in moves ? moves : repetitionsDose(parts, undefined, counts, moves);
}

function setsOf({ setList, setCount, times }: DoseParts): readonly number[] | undefined {
  if (setList !== undefined) return setList.map(({ value }) => value);
  return setCount === undefined || times === undefined
    ? undefined
    : Array.from({ length: setCount.value }, () => times.value);
}

function movesLastingOrWrong(moves: readonly Move[], each: Quantity): readonly Move[] | WrongDose {
  const problem = checkBounds('each', each);
  if (problem !== undefined) return problem;
  const lasting = movesLasting(moves, each.value);
  return lasting ?? wrong(`one repetition cannot take ${each.said}`, `at least ${moves.length} seconds each`);
}

function holdDose(
  parts: DoseParts,
  base: Dose | undefined,
  holdSeconds: number,
  repetitions: number,
): DoseOf<'hold'> {
  return {
    kind: 'hold',
    holdSeconds,
    repetitions,
    sides: sidesOf(parts, base),
    restSeconds: restOf(parts, base, 'hold'),
  };
}

function repetitionsDose(
  parts: DoseParts,
  base: Dose | undefined,
  sets: readonly number[],
  moves: readonly Move[],
): DoseOf<'repetitions'> {
  const restSeconds = restOf(parts, base, 'repetitions');
  return { kind: 'repetitions', sets, moves, sides: sidesOf(parts, base), restSeconds };
}

function sidesOf({ sides, only }: DoseParts, base: Dose | undefined): 1 | 2 {
  if (only !== undefined) return 1;
  return sides ?? (base === undefined || base.kind === 'timed' ? 1 : base.sides);
}

function restOf({ rest }: DoseParts, base: Dose | undefined, kind: 'hold' | 'repetitions'): number {
  return rest?.value ?? (base?.kind === kind ? base.restSeconds : usualRest[kind]);
}
