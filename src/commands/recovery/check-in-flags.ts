import type { SignsAnswer } from '../../engine/log/saved-entry.ts';
import { type GlobalChange, globalChanges } from '../../engine/recovery/check-in.ts';
import type { LogFlags } from '../log/log-flags.ts';
import { oneOf, type RecoveryFlags } from './recovery-flags.ts';

export interface CheckInFlags extends RecoveryFlags {
  readonly usual?: string;
  readonly worst?: string;
  readonly interference?: string;
  readonly activity?: readonly string[];
  readonly change?: string;
  readonly signs?: string;
}

/** What was answered, as flags say it; without `signs` they were not asked, or not all of them answered. */
export interface GivenCheckIn extends Omit<CheckInFlags, 'change'> {
  readonly change?: GlobalChange;
}

/** Any of these is an answer. */
export const answerFlags = ['usual', 'worst', 'interference', 'activity', 'change', 'signs'] as const;

export function hasNamedSigns({ signs }: Pick<CheckInFlags, 'signs'>): boolean {
  return signs !== undefined && signs.trim().toLowerCase() !== 'none';
}

export function hasEntry({ usual, worst, interference, activity, signs }: GivenCheckIn): boolean {
  return (usual ?? worst ?? interference ?? activity ?? signs) !== undefined;
}

export function logFlagsOf(flags: Omit<CheckInFlags, 'change'>): LogFlags {
  const { usual: _usual, explain: _explain, ...others } = flags;
  return others;
}

export function signsOf(said: GivenCheckIn): SignsAnswer {
  if (said.signs === undefined) return 'not-answered';
  return hasNamedSigns(said) ? 'some' : 'none';
}

export function changeOf(change: GlobalChange | undefined): { readonly change?: GlobalChange } {
  return change === undefined ? {} : { change };
}

export function changeFrom(words: string | undefined): GlobalChange | undefined {
  return words === undefined
    ? undefined
    : oneOf(words, globalChanges, { what: 'no change', example: 'backcare recovery check-in --change same' });
}
