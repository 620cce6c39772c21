import type { RoutineRequest } from './plan.ts';

/** What of a request a ready routine is held against. Who names a routine has chosen its position and its purpose. */
export interface FitRequest extends Omit<RoutineRequest, 'minutes'> {
  /** Left out: as long as it is. */
  readonly minutes?: number | undefined;
  /** Sessions of this routine that were done today, for one that goes round. */
  readonly sessionsToday?: number | undefined;
  /** It is a plan of the person's own: what is left of it is kept, however little, and nothing takes its place. */
  readonly own?: boolean | undefined;
  /** Steps whose things are not at hand are left out too. */
  readonly onlyAtHand?: boolean | undefined;
}
