import type { HeatOrCold, Remedy, RemedyFit, RemedyLimit, RemedyTarget } from '../../data/remedy-schema.ts';
import type { Expression } from '../../data/schema.ts';
import type { Knowledge } from '../knowledge.ts';
import { reasonsFor } from '../routine/answer-reasons.ts';
import { chronicityOf } from '../routine/stage.ts';
import { evaluate } from '../truth.ts';
import type { PhaseNow } from './phase-today.ts';
import type { RecoveryPlan } from './plan-for.ts';
import { type AssessmentFacts, answersToday, numberAnswer, type RecoveryFacts } from './recovery-facts.ts';

/** The remedies and what goes with which pattern. */
export interface RemedyTables {
  readonly remedies: readonly Remedy[];
  readonly remedyFits: { readonly [target in RemedyTarget]: RemedyFit };
  readonly remedyLimits: readonly RemedyLimit[];
  readonly heatOrCold: readonly HeatOrCold[];
  readonly nerveSigns: Expression;
  /** Day from which warmth comes first, and the same while a spot is still bruised. */
  readonly coldToHeatDay: { readonly usual: number; readonly stillBruised: number };
}

export interface RemedyFacts {
  readonly knowledge: Knowledge;
  readonly assessment: AssessmentFacts;
  readonly today: number;
  /** Days since the start of the spell, or of the flare while one runs; undefined when not known. */
  readonly spellDay: number | undefined;
  readonly isGrabbing: boolean;
}

/** Why something is not offered now, as the rest of a sentence. */
export interface NotNow {
  readonly remedy: Remedy;
  readonly because: string;
}

export interface RemedyOffer {
  /** Offered first, then others that may help, each in the order of offer. */
  readonly now: readonly { readonly remedy: Remedy; readonly isFirst: boolean }[];
  /** For a professional: what to ask, never how. */
  readonly ask: readonly Remedy[];
  readonly later: readonly NotNow[];
  /** Left out because of an answer. */
  readonly leftOut: readonly NotNow[];
  /** The situations of warmth or cold that fit, the deciding one first. */
  readonly heatOrCold: readonly HeatOrCold[];
}

/** How one remedy stands for this person, when they ask for it by name. */
export type RemedyStanding =
  | { readonly kind: 'now' | 'ask' }
  | { readonly kind: 'later' | 'left-out' | 'not-for-this' | 'only-if-asked'; readonly because: string };

/** What is known of a person with a plan, as far as remedies depend on it. A flare begins a new count of days. */
export function remedyFactsOf(
  { knowledge, assessment, today }: RecoveryFacts,
  { plan, now }: { readonly plan: RecoveryPlan; readonly now: Pick<PhaseNow, 'flare'> },
): RemedyFacts {
  const sinceOnset = plan.onset === undefined ? undefined : Math.max(0, today - plan.onset);
  const { flare } = now;
  return {
    knowledge,
    assessment,
    today,
    spellDay: flare.kind === 'running' ? flare.dayOf - 1 : sinceOnset,
    isGrabbing: plan.isGrabbing || (flare.kind === 'running' && flare.grabs),
  };
}

/** What may help now for these patterns on this day, in the order of offer, with every caution looked at. */
export function remediesFor(tables: RemedyTables, facts: RemedyFacts): RemedyOffer {
  const { first, may, ask } = fitFor(tables, facts);
  const now: { remedy: Remedy; isFirst: boolean }[] = [];
  const later: NotNow[] = [];
  const leftOut: NotNow[] = [];
  const asked: Remedy[] = [];
  for (const id of [...first, ...may, ...ask]) {
    const remedy = tables.remedies.find((each) => each.id === id);
    if (remedy === undefined) continue;
    const standing = remedyStanding(tables, facts, remedy);
    if (standing.kind === 'now') now.push({ remedy, isFirst: first.includes(id) });
    else if (standing.kind === 'ask') asked.push(remedy);
    else if (standing.kind === 'later') later.push({ remedy, because: standing.because });
    else if (standing.kind === 'left-out') leftOut.push({ remedy, because: standing.because });
  }
  return { now, ask: asked, later, leftOut, heatOrCold: heatOrColdFor(tables, facts) };
}

/** Whether it may help now, and if not, why. What guidelines advise against is only ever `only-if-asked`. */
export function remedyStanding(tables: RemedyTables, facts: RemedyFacts, remedy: Remedy): RemedyStanding {
  if (remedy.onlyIfAsked === true || remedy.grade === 'against')
    return { kind: 'only-if-asked', because: 'guidelines do not advise it, or nothing shows that it helps' };
  const answers = answersToday(facts);
  const targets = targetsOf(tables, facts);
  const limits = tables.remedyLimits.filter(
    ({ remedy: id, target }) => id === remedy.id && targets.includes(target),
  );
  for (const leaveOutIf of [remedy, ...limits].flatMap((each) => each.leaveOutIf ?? []))
    if (evaluate(leaveOutIf, answers, facts.knowledge) > 0)
      return {
        kind: 'left-out',
        because: [...new Set(reasonsFor(leaveOutIf, answers, facts.knowledge))].join(' and '),
      };
  const { first, may, ask } = fitFor(tables, facts);
  if (![...first, ...may, ...ask].includes(remedy.id))
    return { kind: 'not-for-this', because: 'it is not meant for what your answers fit' };
  const subtypes = [remedy, ...limits].find((each) => each.subtypes !== undefined)?.subtypes;
  if (
    subtypes !== undefined &&
    onlySpinal(remedy, targets) &&
    !subtypes.some((id) => facts.assessment.subtypes.includes(id))
  )
    return { kind: 'not-for-this', because: 'it is meant for another part of the spine' };
  const notYet = timeOf(remedy, limits, facts);
  if (notYet !== undefined) return { kind: 'later', because: notYet };
  return { kind: remedy.kind === 'self' ? 'now' : 'ask' };
}

/** Warmth or cold: the first situation that holds decides; those that only the person knows follow. */
export function heatOrColdFor(
  { heatOrCold, coldToHeatDay }: Pick<RemedyTables, 'heatOrCold' | 'coldToHeatDay'>,
  facts: RemedyFacts,
): readonly HeatOrCold[] {
  const { duration, ...others } = answersToday(facts);
  // Counts from the start of a flare, as the rows do.
  const day = facts.spellDay ?? duration;
  const longer = coldToHeatDay.stillBruised - coldToHeatDay.usual;
  const holds = ({ condition, offer }: HeatOrCold): boolean => {
    if (condition === undefined) return false;
    // A bruise keeps its cold some days longer.
    const since = typeof day === 'number' && offer === 'cold' ? Math.max(0, day - longer) : day;
    const answers = since === undefined ? others : { ...others, duration: since };
    return evaluate(condition, answers, facts.knowledge) > 0;
  };
  const decided = heatOrCold.find(holds);
  const own = heatOrCold.filter(({ condition }) => condition === undefined);
  return [...(decided === undefined ? [] : [decided]), ...own];
}

/** With nerve signs the spine's column wins; else the first pattern's, with what others offer first and it does not bar. */
function fitFor(tables: RemedyTables, facts: RemedyFacts): RemedyFit {
  const [main, ...others] = targetsOf(tables, facts).map((target) => tables.remedyFits[target]);
  if (main === undefined) return generalFit(tables);
  const barred = (id: string) =>
    main.no.includes(id) || others.some(({ no }) => no.includes(id) && isCaution(tables, id));
  const has = (id: string) => [...main.first, ...main.may, ...main.ask].includes(id);
  const more = others.flatMap(({ first }) => first).filter((id) => !has(id) && !barred(id));
  const moreToAsk = others.flatMap(({ ask }) => ask).filter((id) => !has(id) && !barred(id));
  return {
    first: main.first,
    may: [...main.may, ...new Set(more)],
    ask: [...main.ask, ...new Set(moreToAsk)],
    no: main.no,
  };
}

/** Patterns in the order of work; a grabbing muscle comes along as a target of its own. */
function targetsOf(tables: RemedyTables, facts: RemedyFacts): readonly RemedyTarget[] {
  const { fitting } = facts.assessment;
  const hasNerveSigns = evaluate(tables.nerveSigns, answersToday(facts), facts.knowledge) > 0;
  const patterns: readonly RemedyTarget[] = hasNerveSigns
    ? ['spinal-problem', ...fitting.filter((id) => id !== 'spinal-problem')]
    : fitting;
  return facts.isGrabbing ? ['spasm', ...patterns] : patterns;
}

/** Nothing is clear: what is for everybody, as `general` says, in the order of the table. */
function generalFit({ remedies }: RemedyTables): RemedyFit {
  const general = remedies.filter((remedy) => remedy.for.includes('general'));
  const selfIds = general.filter(({ kind }) => kind === 'self').map(({ id }) => id);
  const firstOfAll = ['stay-active', 'understanding', 'walking', 'heat'];
  return {
    first: firstOfAll.filter((id) => selfIds.includes(id)),
    may: selfIds.filter((id) => !firstOfAll.includes(id)),
    ask: general.filter(({ kind }) => kind === 'ask').map(({ id }) => id),
    no: [],
  };
}

/** What one of the patterns bars for a reason that holds in the others too: anything strong. */
function isCaution({ remedies }: RemedyTables, id: string): boolean {
  return remedies.find((remedy) => remedy.id === id)?.kind === 'ask';
}

function onlySpinal(remedy: Remedy, targets: readonly RemedyTarget[]): boolean {
  const meant = targets.filter((target) => remedy.for.includes(target) || remedy.for.includes('general'));
  return meant.length > 0 && meant.every((target) => target === 'spinal-problem');
}

function timeOf(remedy: Remedy, limits: readonly RemedyLimit[], facts: RemedyFacts): string | undefined {
  const duration = numberAnswer(answersToday(facts), 'duration');
  if (duration !== undefined && !remedy.chronicity.includes(chronicityOf(duration)))
    return remedy.chronicity.includes('acute') ? 'it is for new pain' : 'it is for long-lasting pain';
  const day = facts.spellDay;
  const from = Math.max(remedy.days?.from ?? 0, ...limits.map(({ fromDay = 0 }) => fromDay));
  const until = Math.min(
    remedy.days?.until ?? Number.POSITIVE_INFINITY,
    ...limits.map(({ untilDay = Number.POSITIVE_INFINITY }) => untilDay),
  );
  if (from === 0 && until === Number.POSITIVE_INFINITY) return undefined;
  if (day === undefined)
    return until === Number.POSITIVE_INFINITY ? undefined : 'it is for the first days only';
  if (day < from) return `it comes from day ${from} on`;
  return day > until ? 'it was for the first days only' : undefined;
}
