import type { ExerciseTables } from '../../data/exercise-schema.ts';
import type { RecoveryTables, TrackId } from '../../data/recovery-schema.ts';
import { isEasy, type TodayLine, todayChecklist } from './checklist-today.ts';
import { isJustOver, isLeadingBack } from './flare.ts';
import { type LadderNow, type LadderOffer, ladderNow, ladderOffers } from './ladder.ts';
import { type NextDose, nextDose } from './next-dose.ts';
import { onTrack, type TrackReport } from './on-track.ts';
import { type PhaseNow, phaseToday } from './phase-today.ts';
import { planFor, type RecoveryPlan, trackOf } from './plan-for.ts';
import { type RecoveryFacts, untilToday } from './recovery-facts.ts';
import { type WeekGoal, weekGoal } from './week-goal.ts';

/** All that is said of a plan on one day. */
export interface RecoveryToday {
  readonly plan: RecoveryPlan;
  readonly now: PhaseNow;
  readonly lines: readonly TodayLine[];
  readonly week: WeekGoal;
  readonly dose: NextDose;
  readonly report: TrackReport;
  /** The ladder that is climbed. */
  readonly ladder: LadderNow | undefined;
  readonly ladders: readonly LadderOffer[];
  /** This plan was begun; until then it is what it would be. */
  readonly hasBegun: boolean;
  /** Name of another track that was begun, and that this one takes the place of: leg signs have come. */
  readonly insteadOf?: string;
}

/**
 * The whole plan as it stands now. The same facts always give the same.
 *
 * @param preview a track to look at instead of the one that was begun
 */
export function recoveryToday(
  tables: RecoveryTables,
  { stages, routines }: Pick<ExerciseTables, 'stages' | 'routines'>,
  kept: RecoveryFacts,
  preview?: TrackId,
): RecoveryToday {
  const { today, sessions } = kept;
  const facts = untilToday({ ...kept, sessions: sessions.filter(({ day }) => day <= today) });
  const begun = facts.history.starts.at(-1)?.track;
  const plan = planFor(tables, facts, preview ?? begun);
  const now = phaseToday(tables, plan, facts, stages);
  const comforts = tables.items.filter(({ comfort }) => comfort === true).map(({ id }) => id);
  const [newest] = facts.sessions;
  return {
    plan,
    now,
    lines: todayChecklist(tables, plan, now, facts, routines),
    week: weekGoal(facts, comforts),
    dose: nextDose({
      sessions: facts.sessions,
      daysSinceLast: newest === undefined ? 0 : Math.max(0, facts.today - newest.day),
      isEasyDay: isEasy(now, plan, facts),
      isLeadingBack: isLeadingBack(now.flare) || isJustOver(facts),
    }),
    report: onTrack(tables, plan, now, facts),
    ladder: ladderNow(tables, plan, now, facts),
    ladders: ladderOffers(tables, plan, now),
    hasBegun: begun === plan.track.id,
    ...(begun === undefined || begun === plan.track.id ? {} : { insteadOf: trackOf(tables, begun).name }),
  };
}
