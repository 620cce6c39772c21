import type { Stage, StageNumber } from '../../data/exercise-schema.ts';
import type { Phase, RecoveryTables, Task, Track } from '../../data/recovery-schema.ts';
import { type FlareNow, flareNow } from './flare.ts';
import { isGettingWorse, lastDaysInARow, painBefore, realChange, wasGettingWorse } from './pain-course.ts';
import { type CheckedCriterion, checkCriteria } from './phase-criteria.ts';
import { phaseAt, placeNow } from './phase-place.ts';
import type { RecoveryPlan } from './plan-for.ts';
import type { SavedPause } from './recovery-events.ts';
import { numberAnswer, type RecoveryFacts, untilToday } from './recovery-facts.ts';

/** A phase is never left on the day it began: two days must speak for it. */
const daysBeforeMoving = 2;

/** What the tool proposes. The person decides. */
export type PhaseProposal =
  | { readonly kind: 'up' | 'back'; readonly to: Phase; readonly because: string }
  | { readonly kind: 'stay'; readonly because: string }
  /** The first two weeks of a pulled muscle are over. */
  | { readonly kind: 'track'; readonly to: Track; readonly because: string };

export interface PhaseNow {
  readonly track: Track;
  /** What holds today: in a flare, or when the muscle grabs, one back from where the person is. */
  readonly phase: Phase;
  /** Where the person is. */
  readonly reached: Phase;
  /** 0 for the first. */
  readonly place: number;
  /** Day of the course, 0 the first: since the pain began or the plan did. */
  readonly day: number;
  /** Day of the plan, 0 the first. */
  readonly planDay: number;
  readonly daysInPhase: number;
  /** A step up was taken today: one a day is enough. */
  readonly hasSteppedUpToday: boolean;
  /** Usual days of the phase that was reached, at this person's pace. */
  readonly usualDays: { readonly from: number; readonly until?: number | undefined };
  readonly stage: StageNumber;
  readonly proposal: PhaseProposal;
  readonly criteria: readonly CheckedCriterion[];
  /** Tasks to ask about now, since all that is measured speaks for going on. */
  readonly askAbout: readonly Task[];
  readonly flare: FlareNow;
  /** Pain is getting worse: nothing goes forward. */
  readonly isWorse: boolean;
  readonly pause: SavedPause | undefined;
  /** Pain at the start, as far as is known. */
  readonly startPain: number | undefined;
}

/** Where the person is in their plan, and what is proposed: up by criteria and never by days alone, stay, or one back. */
export function phaseToday(
  tables: RecoveryTables,
  plan: RecoveryPlan,
  facts: RecoveryFacts,
  stages: readonly Stage[],
): PhaseNow {
  const { history, today } = facts;
  const { track } = plan;
  const startPain = numberAnswer(facts.assessment.answers, 'pain-average') ?? facts.days[0]?.usual;
  const flare = flareNow(tables, facts, startPain);
  const pause = history.pauses.find(({ from, until }) => from <= today && today <= until);
  const { place, since, began, isByStepUp } = placeNow(tables.tracks, plan, facts, stages);
  const reached = phaseAt(track, place);
  const isEasedOff = flare.kind === 'running' || plan.isGrabbing;
  const phase = phaseAt(track, isEasedOff ? Math.max(0, place - 1) : place);
  const criteria = checkCriteria(tables, reached, facts, { since, pace: plan.pace });
  const measured = criteria.filter(({ criterion }) => criterion.kind !== 'task');
  const isWorse = isGettingWorse(facts);
  const speaksForIt = measured.every(({ state }) => state === 'met') && !isWorse;
  const open = criteria.flatMap(({ criterion, state }) =>
    criterion.kind === 'task' && state === 'not-known' ? [criterion.task] : [],
  );
  const courseBegan = track.counts === 'onset' ? (plan.onset ?? began) : began;
  return {
    track,
    phase,
    reached,
    place,
    day: Math.max(0, today - courseBegan),
    planDay: Math.max(0, today - began),
    daysInPhase: Math.max(0, today - since),
    hasSteppedUpToday: isByStepUp && since === today,
    usualDays: scaled(reached, plan.pace),
    stage: phase.stage,
    criteria,
    askAbout:
      speaksForIt && !isEasedOff && !facts.dangerSign
        ? tables.tasks.filter(({ id }) => open.includes(id))
        : [],
    flare,
    isWorse,
    pause,
    startPain,
    proposal: propose({ plan, facts, place, since, criteria, flare, pause, startPain }),
  };
}

/** Whether the person may go there: back at any time; forward one phase, and never on pain that is getting worse. */
export function mayMove(
  now: Pick<PhaseNow, 'track' | 'place' | 'flare' | 'hasSteppedUpToday'>,
  to: string,
  facts: Pick<RecoveryFacts, 'days' | 'today' | 'assessment' | 'dangerSign'>,
): { readonly kind: 'yes' } | { readonly kind: 'no'; readonly because: string } {
  const wanted = now.track.phases.findIndex(({ id }) => id === to);
  if (wanted < 0) return { kind: 'no', because: `"${to}" is no phase of this plan.` };
  if (wanted <= now.place) return { kind: 'yes' };
  if (wanted > now.place + 1) return { kind: 'no', because: 'It goes forward one phase at a time.' };
  const blocked = blockedBecause(now.flare, untilToday(facts));
  if (blocked !== undefined) return { kind: 'no', because: blocked };
  return now.hasSteppedUpToday
    ? { kind: 'no', because: 'You went on today already. See how tomorrow is, then go on.' }
    : { kind: 'yes' };
}

function scaled({ days }: Phase, pace: number): PhaseNow['usualDays'] {
  return {
    from: Math.round(days.from * pace),
    ...(days.until === undefined ? {} : { until: Math.round(days.until * pace) }),
  };
}

function propose(view: {
  readonly plan: RecoveryPlan;
  readonly facts: RecoveryFacts;
  readonly place: number;
  readonly since: number;
  readonly criteria: readonly CheckedCriterion[];
  readonly flare: FlareNow;
  readonly pause: SavedPause | undefined;
  readonly startPain: number | undefined;
}): PhaseProposal {
  const { plan, facts, place, since, criteria, flare, pause } = view;
  const { track, next } = plan;
  const blocked = blockedBecause(flare, facts);
  if (facts.dangerSign || flare.kind === 'running')
    return { kind: 'stay', because: blocked ?? 'It stays as it is for now.' };
  if (pause !== undefined)
    return { kind: 'stay', because: 'You are taking days off. Nothing is lost, and nothing moves.' };
  const step = stepBack(view);
  if (step !== undefined) return step;
  if (next !== undefined && plan.onset !== undefined && facts.today - plan.onset >= next.onDay)
    return {
      kind: 'track',
      to: next.track,
      because: `Two weeks with the pulled muscle are over. "${next.track.name}" may be what keeps the pain going.`,
    };
  const to = track.phases[place + 1];
  if (to === undefined) return { kind: 'stay', because: 'This is the last phase. It has no end.' };
  if (blocked !== undefined) return { kind: 'stay', because: blocked };
  const missing = criteria.filter(({ state }) => state !== 'met');
  if (missing.length > 0)
    return { kind: 'stay', because: `Still to come: ${missing.map(({ says }) => says).join('; ')}.` };
  if (facts.today - since < daysBeforeMoving)
    return { kind: 'stay', because: 'It looks good. One more day like this, and you can go on.' };
  return {
    kind: 'up',
    to,
    because: `All that this phase asks for is there: ${criteria.map(({ says }) => says).join('; ')}.`,
  };
}

/** Two days well above the days before, or something lost that was possible. */
function stepBack({
  plan,
  facts,
  place,
  since,
  startPain,
}: Parameters<typeof propose>[0]): PhaseProposal | undefined {
  const { days, today, history } = facts;
  const to = plan.track.phases[place - 1];
  if (to === undefined) return undefined;
  const lastTwo = lastDaysInARow(days, 2, today);
  const before = painBefore(days, 2, startPain);
  if (
    lastTwo !== undefined &&
    before !== undefined &&
    lastTwo.every(({ usual, day }) => day >= since && usual - before >= realChange)
  )
    return {
      kind: 'back',
      to,
      because: 'Your usual pain has been 2 or more higher for two days. One phase back lets it settle.',
    };
  const lost = history.tasks.find(
    ({ task, answer, day }, index) =>
      answer === 'no' &&
      day >= since &&
      history.tasks.slice(0, index).some((earlier) => earlier.task === task && earlier.answer === 'yes') &&
      !history.tasks.slice(index + 1).some((later) => later.task === task),
  );
  return lost === undefined
    ? undefined
    : {
        kind: 'back',
        to,
        because: 'Something that you could do is not possible at the moment. One phase back lets it settle.',
      };
}

function blockedBecause(
  flare: FlareNow,
  facts: Pick<RecoveryFacts, 'days' | 'today' | 'assessment' | 'dangerSign'>,
): string | undefined {
  if (facts.dangerSign) return 'A danger sign comes first. The plan waits.';
  if (flare.kind === 'running')
    return 'In a flare nothing moves forward. Ease off, and go on when it is calm.';
  if (isGettingWorse(facts))
    return 'Your pain is higher than before, so this phase goes on until it settles.';
  if (wasGettingWorse(facts))
    return 'Your pain was higher than before when you last noted it. Note it again first: backcare log';
  return undefined;
}
