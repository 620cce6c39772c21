import type { HeatOrCold, Remedy } from '../data/remedy-schema.ts';
import { notices } from '../data/safety-net.ts';
import { instantWithOffset } from '../engine/instant.ts';
import { dateOfPersonDay } from '../engine/log/person-day.ts';
import type { RecoveryToday } from '../engine/recovery/recovery-today.ts';
import type { RemedyOffer, RemedyStanding } from '../engine/recovery/remedies-for.ts';
import type { TriedRemedy } from '../engine/recovery/tried-remedies.ts';
import type { VisitSheet } from '../engine/recovery/visit-questions.ts';
import { crisisWords } from '../engine/stress/gate.ts';
import type { Contact } from './contact.ts';
import type { Block } from './document.ts';
import { linesOf } from './document-lines.ts';

export interface RecoveryJsonView {
  readonly contact: Contact;
  readonly version: string;
  /** Milliseconds since 1970, and minutes east of Greenwich then. */
  readonly at: number;
  readonly offsetMinutes: number;
  /** What is said first, such as the advice of an assessment. */
  readonly before: readonly Block[];
  /** False where the newest assessment allows no plan: then there is the advice and nothing else. */
  readonly isAllowed: boolean;
}

/** The versioned contract of `recovery --json`, schema backcare/recovery@1. */
export function recoveryJson(
  view: RecoveryJsonView & {
    readonly today: RecoveryToday | undefined;
    readonly heatOrCold: readonly HeatOrCold[];
    readonly checkIn: number | undefined;
  },
) {
  const { today, isAllowed, heatOrCold, checkIn } = view;
  return {
    schema: 'backcare/recovery@1',
    ...head(view),
    plan:
      isAllowed && today !== undefined
        ? { ...planJson(today, heatOrCold), checkInDue: checkIn ?? null }
        : null,
  };
}

/** The versioned contract of `recovery remedies --json`, schema backcare/remedies@1. */
export function remediesJson(
  view: RecoveryJsonView & {
    readonly offer: RemedyOffer | undefined;
    /** One that was asked for by name. */
    readonly asked?: { readonly remedy: Remedy; readonly standing?: RemedyStanding | undefined } | undefined;
    readonly tried: readonly TriedRemedy[];
    readonly tryOut: { readonly text: string };
  },
) {
  const { offer, asked, isAllowed, tried, tryOut } = view;
  const shown = isAllowed ? offer : undefined;
  return {
    schema: 'backcare/remedies@1',
    ...head(view),
    now: (shown?.now ?? []).map(({ remedy, isFirst }) => ({ ...remedyJson(remedy), first: isFirst })),
    ask: (shown?.ask ?? []).map(remedyJson),
    later: (shown?.later ?? []).map(({ remedy, because }) => ({ id: remedy.id, because })),
    leftOut: (shown?.leftOut ?? []).map(({ remedy, because }) => ({ id: remedy.id, because })),
    heatOrCold: (shown?.heatOrCold ?? []).map(({ id, situation, offer: what, how }) => ({
      id,
      situation,
      offer: what,
      how,
    })),
    asked:
      !isAllowed || asked === undefined
        ? null
        : { ...remedyJson(asked.remedy), standing: asked.standing ?? null },
    tried: (isAllowed ? tried : []).map(({ remedy, days, last, helped, note }) => ({
      id: remedy,
      days,
      last: dateOfPersonDay(last),
      helped: helped ?? null,
      note: note === undefined || crisisWords(note) ? null : note,
    })),
    tryOut: tryOut.text,
    care: { heatAndCold: notices['heat-and-cold'].text, medicines: notices.medicines.text },
  };
}

/** The versioned contract of `recovery visit --json`, schema backcare/visit@1. */
export function visitJson(view: RecoveryJsonView & { readonly sheets: readonly VisitSheet[] }) {
  return {
    schema: 'backcare/visit@1',
    ...head(view),
    visits: view.sheets.map(({ visit, questions }) => ({ id: visit.id, visit: visit.visit, questions })),
  };
}

function head({ contact, version, at, offsetMinutes, before, isAllowed }: RecoveryJsonView) {
  return {
    at: instantWithOffset(at, offsetMinutes),
    tool: `backcare ${version}`,
    notice: notices.limits.text,
    /** No clinician has signed the plan off. */
    reviewed: false,
    emergency: { number: contact.number, country: contact.countryCode ?? null, text: contact.line },
    advice: linesOf(before),
    allowed: isAllowed,
    stop: notices.stop.text,
  };
}

function planJson(
  { plan, now, lines, week, dose, report, ladder, ladders, hasBegun }: RecoveryToday,
  heatOrCold: readonly HeatOrCold[],
) {
  const { flare, proposal, phase, reached } = now;
  return {
    begun: hasBegun,
    track: plan.track.id,
    name: plan.track.name,
    because: plan.because,
    pace: plan.pace,
    slowBecause: plan.slowBecause,
    additions: plan.additions.map(({ track, item }) => ({ track: track.id, item: item.item })),
    settings: plan.settings,
    know: plan.track.know,
    phase: {
      id: phase.id,
      name: phase.name,
      stage: phase.stage,
      reached: reached.id,
      /** 0 is the first day. */
      day: now.day,
      daysInPhase: now.daysInPhase,
      usualDays: now.usualDays,
      purpose: phase.purpose,
      do: phase.do,
      avoid: [...new Set([...phase.avoid, ...plan.alsoAvoid])],
      activity: phase.activity,
      usually: phase.usually,
      sources: phase.sources,
      judged: phase.judged ?? false,
    },
    proposal: {
      kind: proposal.kind,
      to: proposal.kind === 'stay' ? null : proposal.to.id,
      because: proposal.because,
    },
    criteria: now.criteria.map(({ criterion, state, says }) => ({ kind: criterion.kind, state, says })),
    askAbout: now.askAbout.map(({ id, ask }) => ({ id, ask })),
    today: lines.map((line, place) => ({
      number: place + 1,
      item: line.item.id,
      text: line.text,
      least: line.least,
      starts: line.starts === undefined ? null : `backcare ${line.starts}`,
      done: line.done,
      wanted: line.wanted,
      extra: line.isComfort,
      from: line.from ?? null,
    })),
    week,
    dose,
    heatOrCold: heatOrCold[0] === undefined ? null : { offer: heatOrCold[0].offer, how: heatOrCold[0].how },
    course: {
      state: report.state,
      findings: report.findings.map(({ id, state, says, do: todo }) => ({ id, state, says, do: todo })),
      usually: report.expected?.says ?? null,
      reviewDay: report.reviewDay,
      reviewDue: report.isReviewDue,
    },
    flare:
      flare.kind === 'running'
        ? {
            state: 'running',
            since: flare.startedAt,
            day: flare.dayOf,
            step: flare.step.id,
            grabs: flare.grabs,
            legSigns: flare.legSigns,
            settled: flare.isSettled,
          }
        : { state: flare.kind, because: flare.kind === 'likely' ? flare.because : null },
    pause: now.pause === undefined ? null : { why: now.pause.why },
    ladder:
      ladder === undefined
        ? null
        : {
            id: ladder.ladder.id,
            step: ladder.step + 1,
            of: ladder.ladder.steps.length,
            text: ladder.text,
            next: ladder.next,
            waits: ladder.waits ?? null,
          },
    ladders: ladders.map((offer) => ({
      id: offer.ladder.id,
      open: offer.isOpen,
      because: offer.isOpen ? null : offer.because,
    })),
  };
}

function remedyJson(remedy: Remedy) {
  const { id, name, kind, say, timing, grade, sources, judged = false } = remedy;
  return {
    id,
    name,
    kind,
    say,
    timing,
    grade: grade ?? null,
    gradeNote: remedy.gradeNote ?? null,
    ...(remedy.kind === 'self'
      ? { how: remedy.howMuch, care: remedy.care }
      : {
          what: remedy.what,
          evidence: remedy.evidence,
          risks: remedy.risks,
          questions: remedy.questions ?? [],
        }),
    sources,
    judged,
  };
}
