import type { Ladder, LadderId, RecoveryTables } from '../../data/recovery-schema.ts';
import type { PhaseNow } from './phase-today.ts';
import type { RecoveryPlan } from './plan-for.ts';
import type { RecoveryHistory } from './recovery-events.ts';
import type { RecoveryFacts } from './recovery-facts.ts';

/** A step counts as climbed when it was done so often, */
const timesToClimb = 2;
/** with pain up to this, and no worse morning after. */
const painToClimb = 3;

export type LadderOffer =
  | { readonly ladder: Ladder; readonly isOpen: true }
  | { readonly ladder: Ladder; readonly isOpen: false; readonly because: string };

export interface LadderNow {
  readonly ladder: Ladder;
  /** 0 for the first. */
  readonly step: number;
  readonly text: string;
  /** Times that it went well in a row, out of two. */
  readonly went: number;
  /** What lets the person go on, a sentence. */
  readonly next: string;
  readonly isTop: boolean;
  /** It waits: a flare, pain that is getting worse, or a time that is too early. */
  readonly waits?: string;
}

/** Every ladder, with whether it may begin now and why not yet. */
export function ladderOffers(
  { ladders }: Pick<RecoveryTables, 'ladders'>,
  plan: RecoveryPlan,
  now: PhaseNow,
): readonly LadderOffer[] {
  return ladders.map((ladder) => {
    const because = closedBecause(ladder, plan, now);
    return because === undefined ? { ladder, isOpen: true } : { ladder, isOpen: false, because };
  });
}

/** The one ladder that is climbed, and where; undefined when none is. */
export function ladderNow(
  tables: Pick<RecoveryTables, 'ladders' | 'ladderRule'>,
  plan: RecoveryPlan,
  now: PhaseNow,
  { history }: Pick<RecoveryFacts, 'history'>,
): LadderNow | undefined {
  const chosen = chosenLadder(history);
  const ladder = tables.ladders.find(({ id }) => id === chosen);
  if (ladder === undefined) return undefined;
  const { step, went } = climbed(ladder, history, now);
  const text = ladder.steps[step] ?? '';
  const isTop = step === ladder.steps.length - 1;
  const waits = closedBecause(ladder, plan, now);
  return {
    ladder,
    step,
    text,
    went,
    next: isTop ? 'This is the top. Stay here as long as you like.' : tables.ladderRule.text,
    isTop,
    ...(waits === undefined ? {} : { waits }),
  };
}

/** The newest that was chosen and not put away: choosing another puts the one before away. */
function chosenLadder({ ladders }: RecoveryHistory): LadderId | undefined {
  let chosen: LadderId | undefined;
  for (const { ladder, is } of ladders) {
    if (is === 'chosen') chosen = ladder;
    else if (is === 'put-away' && ladder === chosen) chosen = undefined;
  }
  return chosen;
}

/** Walks through what was done: up after two that went well, down after one that did not. */
function climbed(
  ladder: Ladder,
  { ladders }: RecoveryHistory,
  { flare }: Pick<PhaseNow, 'flare'>,
): { readonly step: number; readonly went: number } {
  const top = ladder.steps.length - 1;
  let step = 0;
  let went = 0;
  for (const entry of ladders) {
    if (entry.ladder !== ladder.id || (entry.is !== 'done' && entry.is !== 'worse-after')) continue;
    // What is told about another step than the present one moves nothing: it was noted late, or twice.
    if (entry.is === 'worse-after') {
      if (entry.step > step) continue;
      step = Math.max(0, Math.min(step, entry.step) - (went === 0 && entry.step === step ? 1 : 0));
      went = 0;
      continue;
    }
    if (entry.step !== step) continue;
    if (entry.pain !== undefined && entry.pain > painToClimb) {
      went = 0;
      continue;
    }
    went += 1;
    if (went >= timesToClimb && step < top) {
      step += 1;
      went = 0;
    }
  }
  // After a flare it begins one step lower than it stopped.
  return flare.kind === 'running'
    ? { step: Math.max(0, step - 1), went: 0 }
    : { step, went: Math.min(went, timesToClimb) };
}

function closedBecause(ladder: Ladder, plan: RecoveryPlan, now: PhaseNow): string | undefined {
  if (now.flare.kind === 'running') return 'It waits while the flare lasts.';
  const from = fromDay(ladder, plan);
  if (now.day < from) return `Usually from day ${from + 1} on, and this is day ${now.day + 1}.`;
  // The stage keeps a sore back from sprinting; a plan about habits has no such stage.
  const isForSoreBacks = plan.track.counts === 'onset' || from > 0;
  if (isForSoreBacks && now.stage < ladder.fromStage) return 'It comes with a later phase.';
  if (now.isWorse) return 'It waits while your pain is higher than before.';
  return undefined;
}

function fromDay({ from }: Ladder, { settings, pace }: RecoveryPlan): number {
  switch (from) {
    case 'desk':
      return settings.deskFromDay;
    case 'lifting':
      return Math.round(settings.liftingFromDay * pace);
    case 'running':
      return Math.round(settings.runningFromDay * pace);
    case 'any-day':
      return 0;
  }
}
