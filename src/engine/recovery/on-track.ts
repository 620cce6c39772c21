import type {
  Expectation,
  OffTrackRule,
  OffTrackRuleId,
  RecoveryTables,
} from '../../data/recovery-schema.ts';
import { meanOf, medianOf } from '../log/middle.ts';
import { evaluate } from '../truth.ts';
import { areFlaresFrequent } from './flare.ts';
import { isClearlyBetter, lastDaysInARow, realChange } from './pain-course.ts';
import type { PhaseNow } from './phase-today.ts';
import type { RecoveryPlan } from './plan-for.ts';
import { answersToday, numberAnswer, type RecoveryFacts } from './recovery-facts.ts';

/** Days of an episode at which rules begin to hold. */
const dayOf = {
  cannotManage: 2,
  worse: 7,
  noGain: 14,
  notBetter: 21,
  sixWeeks: 42,
  legFeelings: 15,
} as const;
const chronicDay = 84;
const veryBad = 8;
const cannotDo = 7;
const limits = 3;
/** At a start this low, points say little. */
const lowStart = 3;

export type TrackState = 'too-soon' | 'on-track' | 'watch' | 'off-track' | 'stop';

export interface TrackReport {
  readonly state: TrackState;
  /** Rules that hold, the gravest first. */
  readonly findings: readonly OffTrackRule[];
  /** What usually is by now, for many people; none when the pain is long-lasting or not dated. */
  readonly expected?: Expectation | undefined;
  /** Day of the course today. */
  readonly course: number;
  /** When a clinician should look, if it is not clearly better: day of the course. */
  readonly reviewDay: number;
  readonly isReviewDue: boolean;
}

/** Whether it goes as it usually does, and what to do where it does not. Never a forecast, never a number of chance. */
export function onTrack(
  tables: Pick<RecoveryTables, 'offTrackRules' | 'expectations' | 'nerveSigns'>,
  plan: RecoveryPlan,
  now: PhaseNow,
  facts: RecoveryFacts,
): TrackReport {
  const view = viewOf(tables, plan, now, facts);
  const held = tables.offTrackRules.filter(({ id }) => holds[id](view));
  const isWorse = held.some(({ id }) => id === 'worse-after-a-week');
  const findings = held.filter(({ id }) => !isWorse || !milder.includes(id));
  const reviewDay = plan.settings.reviewDay;
  const isReviewDue = view.course >= reviewDay && !isBetter(view);
  return {
    state: stateOf(findings, view),
    findings,
    expected: view.isNew ? tables.expectations.filter(({ day }) => day <= view.sinceOnset).at(-1) : undefined,
    course: view.course,
    reviewDay,
    isReviewDue,
  };
}

/** Too little to say of what is clearly worse. */
const milder: readonly OffTrackRuleId[] = ['no-gain-in-two-weeks', 'not-better-in-weeks', 'slower-than-most'];

interface View {
  readonly facts: RecoveryFacts;
  readonly now: PhaseNow;
  readonly plan: RecoveryPlan;
  readonly tables: Pick<RecoveryTables, 'expectations' | 'nerveSigns'>;
  /** Days since the pain began; 0 when not known. */
  readonly sinceOnset: number;
  /** Days that the weeks of rules count: since the pain began, or since the plan where the pain is older. */
  readonly course: number;
  readonly isNew: boolean;
  /** Usual pain lately: middle of the last three noted days of a week. */
  readonly recent: number | undefined;
  readonly start: number | undefined;
}

function viewOf(tables: View['tables'], plan: RecoveryPlan, now: PhaseNow, facts: RecoveryFacts): View {
  const sinceOnset = plan.onset === undefined ? now.day : Math.max(0, facts.today - plan.onset);
  const began = facts.history.starts[0]?.day ?? facts.assessment.day;
  const sincePlan = Math.max(0, facts.today - began);
  const isNew = plan.onset !== undefined && began - plan.onset < chronicDay;
  const recent = facts.days.filter(({ day }) => facts.today - day < 7).slice(-3);
  return {
    facts,
    now,
    plan,
    tables,
    sinceOnset,
    course: isNew ? sinceOnset : sincePlan,
    isNew,
    recent: medianOf(recent.map(({ usual }) => usual)),
    start: now.startPain,
  };
}

/** Each rule by its id: one missing does not compile. */
const holds: { readonly [id in OffTrackRuleId]: (view: View) => boolean } = {
  'danger-sign': ({ facts }) => facts.dangerSign,
  'cannot-manage': ({ facts, sinceOnset }) => {
    const newest = facts.days.at(-1);
    if (newest === undefined || facts.today - newest.day > 1 || sinceOnset < dayOf.cannotManage) return false;
    return (newest.worst ?? newest.usual) >= veryBad && (newest.interference ?? 0) >= cannotDo;
  },
  'worse-after-a-week': ({ facts, course, start }) => {
    const lastTwo = lastDaysInARow(facts.days, 2, facts.today);
    if (course < dayOf.worse || start === undefined || lastTwo === undefined) return false;
    return lastTwo.every(({ usual }) => usual - start >= realChange);
  },
  'no-gain-in-two-weeks': ({ course, recent, start }) =>
    course >= dayOf.noGain &&
    course < dayOf.notBetter &&
    recent !== undefined &&
    start !== undefined &&
    start > 0 &&
    recent >= start,
  'not-better-in-weeks': (view) => {
    const from = Math.max(
      dayOf.notBetter,
      view.plan.settings.reviewDay > 28 ? view.plan.settings.reviewDay : 0,
    );
    return view.course >= from && view.course < dayOf.sixWeeks + chronicDay && isStuck(view);
  },
  'six-weeks': ({ facts, course }) => {
    const lately = facts.days
      .filter(({ day }) => facts.today - day < 7)
      .flatMap((day) => day.interference ?? []);
    return course >= dayOf.sixWeeks && (medianOf(lately) ?? 0) >= limits;
  },
  'leg-feelings': ({ facts, sinceOnset }) => {
    const { 'leg-symptoms': legs } = facts.assessment.answers;
    const said: readonly unknown[] = Array.isArray(legs) ? legs : [];
    return (
      sinceOnset >= dayOf.legFeelings && said.includes('pain-below-knee') && said.includes('numb-or-tingle')
    );
  },
  'often-back': ({ facts }) => facts.assessment.answers['episodes-12m'] === '3-or-more',
  'work-medicine-mood': ({ facts }) =>
    ['work-care-loss', 'painkiller-days', 'low-mood'].some(
      (id) => evaluate({ yes: id }, answersToday(facts), facts.knowledge) === 2,
    ),
  'lying-down': ({ facts }) => hasLainLong(facts),
  'flares-often': ({ facts }) => areFlaresFrequent(facts.history, facts.today),
  'slower-than-most': (view) => isAboveBand(view),
};

/** Days of rest that were asked for, in one piece or several: more than two in a row are too many. */
function hasLainLong({ history, today }: RecoveryFacts): boolean {
  const isRest = (day: number) =>
    history.pauses.some(({ from, until, why }) => why === 'rest' && from <= day && day <= until);
  return [today, today - 1, today - 2].every(isRest);
}

/** Clearly better by pain, or by what the pain stops. With a low start only the second counts. */
function isBetter({ recent, start, facts }: View): boolean {
  const before = numberAnswer(facts.assessment.answers, 'activity-limit');
  const after = meanOf(
    facts.days.filter(({ day }) => facts.today - day < 7).flatMap((day) => day.interference ?? []),
  );
  if (before !== undefined && after !== undefined && before - after >= realChange) return true;
  if (recent === undefined || start === undefined) return false;
  return start <= lowStart ? recent <= start : isClearlyBetter(recent, start);
}

function isStuck(view: View): boolean {
  return view.recent !== undefined && view.start !== undefined && !isBetter(view);
}

/** Twice in a row above what is usual for that day. */
function isAboveBand({ facts, tables, plan, start, isNew, sinceOnset }: View): boolean {
  const { onset } = plan;
  if (!isNew || onset === undefined || start === undefined || start <= lowStart) return false;
  const [first] = tables.expectations;
  if (first === undefined || sinceOnset < first.day) return false;
  const lastTwo = facts.days.filter(({ day }) => facts.today - day < 14).slice(-2);
  return (
    lastTwo.length === 2 &&
    lastTwo.every(({ day, usual }) => {
      const band = tables.expectations.filter((row) => row.day <= day - onset).at(-1)?.band;
      return band !== undefined && usual > band[1] * start;
    })
  );
}

function stateOf(findings: readonly OffTrackRule[], { facts }: View): TrackState {
  const gravest = (['stop', 'off-track', 'watch'] as const).find((state) =>
    findings.some((finding) => finding.state === state),
  );
  if (gravest !== undefined) return gravest;
  return facts.days.length < 2 ? 'too-soon' : 'on-track';
}
