import type { Standing } from '../permissions.ts';

/** What is known of a day when one thing is to be proposed. */
export interface DayFacts {
  readonly standing: Standing;
  /** Usual pain was noted today. */
  readonly isNoted: boolean;
  /** A guided session was done today. */
  readonly hasPractised: boolean;
  /** An entry called for a look at the danger signs, which did not come yet. */
  readonly hasConcern: boolean;
  /** The plan that was begun, as it stands; undefined without one. */
  readonly plan: PlanState | undefined;
}

export interface PlanState {
  readonly state: 'danger-sign' | 'off-track' | 'flare' | 'days-off' | 'usual';
  /** First line of the list that is open and can be started: the line, and the command without `backcare`. */
  readonly open: { readonly text: string; readonly starts: string } | undefined;
}

/** The one thing to do now. */
export type NextStep =
  | {
      readonly kind:
        | 'check-first'
        | 'off-track'
        | 'flare'
        | 'days-off'
        | 'session'
        | 'note-pain'
        /** Everything of today is done. */
        | 'enough';
    }
  | { readonly kind: 'line'; readonly text: string; readonly starts: string };

/**
 * One thing, so that nobody has to choose: what is not as usual comes before the list, and the list before the rest.
 * Undefined while grave advice stands: that is the answer of the day.
 */
export function nextStep({
  standing,
  isNoted,
  hasPractised,
  hasConcern,
  plan,
}: DayFacts): NextStep | undefined {
  if (standing === 'emergency' || standing === 'urgent') return undefined;
  if (standing === 'unchecked' || hasConcern) return { kind: 'check-first' };
  if (plan !== undefined) {
    if (plan.state === 'danger-sign') return { kind: 'check-first' };
    if (plan.state !== 'usual') return { kind: plan.state };
    if (plan.open !== undefined) return { kind: 'line', ...plan.open };
  } else if (!hasPractised) {
    return { kind: 'session' };
  }
  return { kind: isNoted ? 'enough' : 'note-pain' };
}
