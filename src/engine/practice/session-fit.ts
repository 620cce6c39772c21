import type { ExerciseTables } from '../../data/exercise-schema.ts';
import type { Session } from '../../data/session-schema.ts';
import { verdictOn } from '../routine/exclusions.ts';
import type { RaisedFlag } from '../routine/plan.ts';

/** What is known to plan around. */
export interface KnownFlags {
  readonly raised: readonly RaisedFlag[];
  /** Flags that were not asked yet, or too long ago. */
  readonly open: readonly string[];
}

/** Whether a session suits a person. */
export type SessionFit =
  /** `easier`: sitting instead of lying, because of these. `unless`: flags not asked yet that would make it so. */
  | {
      readonly kind: 'fits';
      readonly isEasier: boolean;
      readonly because: readonly RaisedFlag[];
      readonly unless: readonly string[];
    }
  | { readonly kind: 'out'; readonly because: readonly RaisedFlag[] }
  /** These must be asked first: each of them would rule it out. */
  | { readonly kind: 'ask'; readonly flags: readonly string[] };

/** Its exercise decides: what leaves that out leaves it out, in whatever form. */
export function sessionFit(
  session: Pick<Session, 'exercise' | 'words'>,
  { exercises, flags }: Pick<ExerciseTables, 'exercises' | 'flags'>,
  { raised, open }: KnownFlags,
): SessionFit {
  const exercise = exercises.find(({ id }) => id === session.exercise);
  if (exercise === undefined) return { kind: 'out', because: [] };
  const verdict = verdictOn(exercise, raised, flags);
  if (verdict.kind === 'out') return { kind: 'out', because: verdict.because };
  const of = (kind: string) =>
    open.filter((flag) => verdictOn(exercise, [{ flag, because: '' }], flags).kind === kind);
  const unknown = of('out');
  if (unknown.length > 0) return { kind: 'ask', flags: unknown };
  // One with words of its own is done in a chair by everybody.
  const isElsewhere = session.words === undefined;
  return {
    kind: 'fits',
    isEasier: verdict.kind === 'easier' && isElsewhere,
    because: verdict.kind === 'easier' && isElsewhere ? verdict.because : [],
    unless: verdict.kind === 'easier' || !isElsewhere ? [] : of('easier'),
  };
}
