import { type Commitment, mostCommitments } from '../../engine/stress/commitment.ts';
import { sessionLine } from '../../engine/stress/today-lines.ts';
import { InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';

/** Words for the calm session where a commitment is named. */
const calmWords = [sessionLine, 'calm'];

/** A commitment by its number or name. Throws `InputError` with the nearest name. */
export function commitmentNamed(which: string, commitments: readonly Commitment[]): Commitment {
  const word = which.trim().toLowerCase();
  const found = /^\d{1,3}$/.test(word)
    ? commitments[Number(word) - 1]
    : commitments.find(({ id }) => id === word);
  if (found !== undefined) return found;
  throw notOnThePlan(which, commitments, []);
}

/** The id of what is ticked: a commitment, or the calm session where there is one. */
export function tickedNamed(which: string, commitments: readonly Commitment[], hasSession: boolean): string {
  if (hasSession && calmWords.includes(which.trim().toLowerCase())) return sessionLine;
  try {
    return commitmentNamed(which, commitments).id;
  } catch (error) {
    throw error instanceof InputError ? notOnThePlan(which, commitments, hasSession ? calmWords : []) : error;
  }
}

function notOnThePlan(
  which: string,
  commitments: readonly Commitment[],
  others: readonly string[],
): InputError {
  const ids = [...commitments.map(({ id }) => id), ...others];
  const near = nearest(which, ids);
  const isNumber = /^\d+$/.test(which);
  const count = `The plan has ${commitments.length}, and ${mostCommitments} at most.`;
  const said = which.length > 60 ? `${which.slice(0, 60)}…` : which;
  return new InputError(`There is no ${isNumber ? `number ${said}` : JSON.stringify(said)} on your plan.`, {
    reason: isNumber
      ? count
      : near === undefined
        ? ids.length === 0
          ? 'Nothing is on it.'
          : `It takes a number, or ${ids.join(', ')}.`
        : `Did you mean "${near}"?`,
    next:
      ids.length === 0
        ? 'Add one: backcare stress-plan review --add walk-after-lunch'
        : 'See them with their numbers: backcare stress-plan done',
  });
}
