import { notices } from '../data/safety-net.ts';
import { instantWithOffset } from '../engine/instant.ts';
import { dateOfPersonDay } from '../engine/log/person-day.ts';
import { type Commitment, ifThen, smallIfThen } from '../engine/stress/commitment.ts';
import { sessionLine } from '../engine/stress/today-lines.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block } from './document.ts';
import { linesOf } from './document-lines.ts';
import { chosenStrategies } from './stress-strategies.ts';
import type { StressOnDay, StressView } from './stress-view.ts';
import { reasonsInWords } from './stress-words.ts';

/** What every JSON of `stress-plan` begins with. */
export interface StressJsonHead {
  readonly contact: Contact;
  readonly version: string;
  /** Milliseconds since 1970, and minutes east of Greenwich then. */
  readonly at: number;
  readonly offsetMinutes: number;
}

export interface StressJsonView extends StressJsonHead {
  /**
   * - `closed`: the newest check allows no plan
   * - `help-first`: thoughts of self-harm; there is where to turn, and nothing else
   * - `none`: no plan was made
   * - `proposal`: nothing of it was kept
   * - `kept`
   */
  readonly state: 'closed' | 'help-first' | 'none' | StressView['state'];
  /** What is said first. */
  readonly advice: readonly Block[];
  readonly view?: StressView;
  /** What was kept or refused, sentences; left out where the plan is only looked at. */
  readonly says?: readonly string[];
}

/** The versioned contract of `stress-plan --json`, schema backcare/stress-plan@1. */
export function stressJson(json: StressJsonView) {
  const { contact, version, at, offsetMinutes, state, advice, view, says } = json;
  return {
    schema: 'backcare/stress-plan@1',
    at: instantWithOffset(at, offsetMinutes),
    tool: `backcare ${version}`,
    notice: notices.limits.text,
    reviewed: false,
    emergency: { number: contact.number, country: contact.countryCode ?? null, text: contact.line },
    crisis: withContact(notices.mood.text, contact),
    advice: linesOf(advice),
    allowed: state !== 'closed' && state !== 'help-first',
    state,
    plan: view === undefined ? null : planJson(view),
    ...(says === undefined ? {} : { says }),
  };
}

function planJson(view: StressView) {
  const { plan, tables, state } = view;
  const { now, today } = plan;
  const isKept = state === 'kept';
  return {
    began: isKept ? dateOfPersonDay(now.began) : null,
    quick: now.isQuick,
    waits: now.waits,
    stress: now.stress ?? null,
    stressors: tables.stressors.flatMap(({ id, label }) => {
      const then = now.stressors[id];
      if (then === undefined) return [];
      return [
        { id, label, weight: then.weight, change: then.change ?? null, chosen: now.chosen.includes(id) },
      ];
    }),
    strategies: chosenStrategies(view).map(({ strategy, ...ranked }) => ({
      id: strategy.id,
      name: strategy.name,
      because: reasonsInWords(tables, ranked),
      verdict: strategy.verdict,
      sources: strategy.sources,
      judged: strategy.judged ?? false,
    })),
    commitments: now.commitments.map((commitment, place) => commitmentJson(view, commitment, place + 1)),
    session: now.session ?? null,
    sessionToday: isKept ? (plan.lines.find(({ id }) => id === sessionLine)?.state ?? null) : null,
    week: isKept ? weekJson(plan) : null,
    reviewDueOn: isKept ? dateOfPersonDay(now.reviewDueOn) : null,
    reviewIsDue: isKept && today >= now.reviewDueOn,
    reviews: now.reviews.length,
    helped: now.reviews.at(-1)?.helped ?? null,
    kind: now.reviews.at(-1)?.kind ?? null,
    back: tables.firstWords.map(({ id, text, verdict, sources, judged }) => ({
      id,
      text,
      verdict,
      sources,
      judged: judged ?? false,
    })),
  };
}

function weekJson({ week }: StressOnDay) {
  return {
    from: dateOfPersonDay(week.from),
    to: dateOfPersonDay(week.to),
    plannedDays: week.plannedDays,
    keptDays: week.keptDays,
    word: week.word,
  };
}

function commitmentJson({ plan, tables, state }: StressView, commitment: Commitment, number: number) {
  const { id, action, strategy, cue, does, small, days, minutes, once, isSmall } = commitment;
  const known = tables.actions.find((each) => each.id === action);
  const today = plan.lines.find((line) => line.id === id)?.state;
  const line = plan.week.lines.find((each) => each.commitment.id === id);
  return {
    number,
    id,
    action: action ?? null,
    strategy: strategy ?? null,
    sentence: ifThen(commitment),
    small: smallIfThen(commitment),
    cue,
    does,
    smallest: small,
    days,
    minutes: minutes ?? null,
    once: once === true,
    isSmallest: isSmall === true,
    today: state === 'kept' ? (today ?? null) : null,
    week:
      state === 'kept' && line !== undefined
        ? line.days.map(({ day, state: is }) => ({ date: dateOfPersonDay(day), is }))
        : [],
    verdict: known?.verdict ?? null,
    sources: known?.sources ?? [],
    judged: known?.judged ?? false,
  };
}
