import type { SessionId } from '../../data/stress-schema.ts';
import { stressTables } from '../../data/stress-tables.ts';
import { InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';
import { daysFrom, type GivenCommitment, givenFromText } from './given-commitment.ts';

const example = '{ "action": "walk-after-lunch", "days": ["mon", "wed"] }';
const known = ['action', 'words', 'days', 'cue', 'smaller'];

/** Every calm session there is. */
export function sessionIds(): readonly SessionId[] {
  return [...new Set(stressTables.sessionChoices.flatMap(({ sessions }) => sessions))];
}

/** A calm session by its name. Throws `InputError` with the nearest one. */
export function sessionGiven(value: unknown, place: string): SessionId {
  const found = sessionIds().find((id) => id === value);
  if (found !== undefined) return found;
  const near = nearest(String(value), sessionIds());
  throw new InputError(`${place}: ${JSON.stringify(value)} is no calm session.`, {
    reason: near === undefined ? `It takes ${sessionIds().join(', ')}.` : `Did you mean "${near}"?`,
    next: 'See all of them: backcare stress-plan breathe list',
  });
}

/** One entry of "commitments": an action's id, a sentence, or an object with days and a cue. Throws `InputError`. */
export function commitmentGiven(value: unknown, place: string): GivenCommitment {
  if (typeof value === 'string') return givenFromText(value);
  const fields: { readonly [name: string]: unknown } = isFields(value) ? value : {};
  const strange = Object.keys(fields).find((name) => !known.includes(name));
  const { action, words, days, cue, smaller } = fields;
  const isNamed = (typeof action === 'string') !== (typeof words === 'string');
  if (!isFields(value) || strange !== undefined || !isNamed || !isText(cue) || !isFlag(smaller))
    throw new InputError(
      `${place}: ${strange === undefined ? 'this is no small thing to do.' : `"${strange}" does not belong here.`}`,
      {
        reason: `It takes either "action" or "words", and may have "days", "cue" and "smaller".`,
        next: `For example: ${example}`,
      },
    );
  return {
    ...(typeof action === 'string' ? { action } : {}),
    ...(typeof words === 'string' ? { words } : {}),
    ...(days === undefined ? {} : { days: daysFrom([days].flat().join(','), `${place}: "days"`) }),
    ...(typeof cue === 'string' ? { cue } : {}),
    ...(typeof smaller === 'boolean' ? { smaller } : {}),
  };
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isFlag(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean';
}

function isFields(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
