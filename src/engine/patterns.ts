import type { Cluster, Evidence, FindingValue, Pattern, Question, SubtypeEvidence } from '../data/schema.ts';
import type { Answer, Answers } from './answers.ts';
import type { Knowledge } from './knowledge.ts';
import { isAskable } from './relevance.ts';
import { evaluate, isWithheld, leavesOf } from './truth.ts';

export type Fit = 'well' | 'partly' | 'little';

/** One answer that spoke for or against a pattern, with how strongly (a likelihood ratio). */
export interface Reason {
  readonly finding: string;
  readonly answer: Answer;
  readonly says: string;
  readonly ratio: number;
  /** Answers of one cluster tell the same thing; say the strongest of them. */
  readonly cluster: string | undefined;
}

export interface PatternFit {
  readonly pattern: Pattern;
  readonly fit: Fit;
  /** Share between 0 and 1 that orders the patterns. Not validated: never shown as a number. */
  readonly likelihood: number;
  /** Strongest first. */
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
}

export interface SubtypeFit {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly likelihood: number;
  readonly sources: readonly string[];
}

/** From this share on a pattern "fits partly"; from the next it "fits well". */
export const fitsPartly = 0.4;
export const fitsWell = 0.55;
/** A pattern whose gate findings were all answered and none positive is held here. */
const gateCap = 0.3;
/** "Fits well" needs so many answered findings. */
const findingsForFitsWell = 8;
/** With fewer than this nothing can be said to fit: age and duration alone are no pattern. */
const findingsForAnyFit = 3;

/** All six patterns in falling order of likelihood, each independent of the others. */
export function rankPatterns(answers: Answers, knowledge: Knowledge): readonly PatternFit[] {
  const rows = matchingRows(knowledge.evidence, answers, knowledge);
  const answered = answeredFindings(answers, knowledge);
  return knowledge.patterns
    .map((pattern) => {
      const likelihood = patternLikelihood(pattern, rows, answers, knowledge);
      const reasons = rows.flatMap(({ row, answer }): Reason[] => {
        const ratio = row.ratios[pattern.id];
        return ratio === undefined
          ? []
          : [{ finding: row.finding, answer, says: row.says, ratio, cluster: row.cluster }];
      });
      return {
        pattern,
        fit: fitOf(likelihood, answered),
        likelihood,
        for: strongestFirst(reasons.filter((reason) => reason.ratio > 1)),
        against: strongestFirst(reasons.filter((reason) => reason.ratio < 1)),
      };
    })
    .sort((one, other) => other.likelihood - one.likelihood);
}

/** Likelihoods alone, in the order of the knowledge: what the choice of the next question needs. */
export function patternLikelihoods(answers: Answers, knowledge: Knowledge): readonly number[] {
  const rows = matchingRows(knowledge.evidence, answers, knowledge);
  return knowledge.patterns.map((pattern) => patternLikelihood(pattern, rows, answers, knowledge));
}

/** What in the spine may be sore: those at or over "fits partly", likeliest first; none when spinal does not fit. */
export function rankSubtypes(
  answers: Answers,
  knowledge: Knowledge,
  spinalLikelihood: number,
): readonly SubtypeFit[] {
  if (spinalLikelihood < fitsPartly) return [];
  const rows = matchingRows(knowledge.subtypeEvidence, answers, knowledge);
  return knowledge.subtypes
    .map((subtype) => {
      const ratios = rows.flatMap(({ row }) => {
        const ratio = row.ratios[subtype.id];
        return ratio === undefined ? [] : [{ ratio, cluster: row.cluster }];
      });
      const odds = oddsOf(subtype.prior) * combine(ratios, knowledge.subtypeClusters, knowledge);
      const likelihood = Math.min(shareOf(odds), subtype.cap ?? 1);
      return { id: subtype.id, name: subtype.name, says: subtype.says, likelihood, sources: subtype.sources };
    })
    .filter((subtype) => subtype.likelihood >= fitsPartly)
    .sort((one, other) => other.likelihood - one.likelihood);
}

/** The band of a number question that a value belongs to: the last one it reaches. */
export function bandOf(question: Question | undefined, value: number): string | undefined {
  if (question?.kind !== 'number') return undefined;
  return question.bands?.filter((band) => value >= band.from).at(-1)?.id;
}

interface Match<Row> {
  readonly row: Row;
  readonly answer: Answer;
}

function matchingRows<Row extends Evidence | SubtypeEvidence>(
  table: readonly Row[],
  answers: Answers,
  knowledge: Knowledge,
): readonly Match<Row>[] {
  return table.flatMap((row): Match<Row>[] => {
    const answer = answers[row.finding];
    if (answer === undefined || answer === 'unsure' || isWithheld(answer)) return [];
    if (!matches(row.value, answer, knowledge.question(row.finding))) return [];
    if (row.when !== undefined && evaluate(row.when, answers, knowledge) < 2) return [];
    return [{ row, answer }];
  });
}

function matches(value: FindingValue, answer: Answer, question: Question | undefined): boolean {
  if ('is' in value) return answer === value.is;
  if ('band' in value) return typeof answer === 'number' && bandOf(question, answer) === value.band;
  const chosen = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
  if ('anyOf' in value) return value.anyOf.some((option) => chosen.includes(option));
  return chosen.filter((option) => !isAlone(question, option)).length >= value.optionsAtLeast;
}

function isAlone(question: Question | undefined, option: string): boolean {
  if (question?.kind !== 'multi') return false;
  return question.options.some(({ id, alone }) => id === option && alone === true);
}

function patternLikelihood(
  pattern: Pattern,
  rows: readonly Match<Evidence>[],
  answers: Answers,
  knowledge: Knowledge,
): number {
  const ratios = rows.flatMap(({ row }) => {
    const ratio = row.ratios[pattern.id];
    return ratio === undefined ? [] : [{ ratio, cluster: row.cluster }];
  });
  const likelihood = shareOf(oddsOf(pattern.prior) * combine(ratios, knowledge.clusters, knowledge));
  return gateIsClosed(pattern, answers, knowledge) ? Math.min(likelihood, gateCap) : likelihood;
}

/** Product over clusters of the capped ratio inside each; a finding outside every cluster stands alone. */
function combine(
  ratios: readonly { readonly ratio: number; readonly cluster: string | undefined }[],
  clusters: readonly Cluster[],
  knowledge: Knowledge,
): number {
  const alone = ratios
    .filter(({ cluster }) => cluster === undefined)
    .map(({ ratio }) => clamp(ratio, knowledge.singleFindingCap));
  const clustered = clusters.map((cluster) => {
    const members = ratios.filter((entry) => entry.cluster === cluster.id).map(({ ratio }) => ratio);
    return members.length === 0 ? 1 : clamp(together(members, cluster.combine), cluster);
  });
  return product([...alone, ...clustered]);
}

function together(ratios: readonly number[], how: Cluster['combine']): number {
  switch (how) {
    case 'product':
      return product(ratios);
    case 'largest':
      return Math.max(...ratios);
    case 'furthest-from-1':
      return ratios.reduce((far, ratio) =>
        Math.abs(Math.log(ratio)) > Math.abs(Math.log(far)) ? ratio : far,
      );
  }
}

/** Every gate finding was answered (or could not be asked) and none is positive. */
function gateIsClosed(pattern: Pattern, answers: Answers, knowledge: Knowledge): boolean {
  if (pattern.gate.some((gate) => evaluate(gate, answers, knowledge) > 0)) return false;
  return pattern.gate.flatMap(leavesOf).every((id) => {
    const answer = answers[id];
    if (!isWithheld(answer)) return answer !== 'unsure';
    const question = knowledge.question(id);
    return question !== undefined && !isAskable(question, answers, knowledge);
  });
}

function answeredFindings(answers: Answers, knowledge: Knowledge): number {
  const findings = new Set(knowledge.evidence.map((row) => row.finding));
  findings.delete('age');
  return [...findings].filter((id) => !isWithheld(answers[id]) && answers[id] !== 'unsure').length;
}

function fitOf(likelihood: number, answered: number): Fit {
  if (likelihood < fitsPartly || answered < findingsForAnyFit) return 'little';
  return likelihood >= fitsWell && answered >= findingsForFitsWell ? 'well' : 'partly';
}

function strongestFirst(reasons: readonly Reason[]): readonly Reason[] {
  return [...reasons].sort((one, other) => Math.abs(Math.log(other.ratio)) - Math.abs(Math.log(one.ratio)));
}

function clamp(value: number, cap: { readonly maximum: number; readonly minimum: number }): number {
  return Math.min(cap.maximum, Math.max(cap.minimum, value));
}

function product(values: readonly number[]): number {
  return values.reduce((result, value) => result * value, 1);
}

function oddsOf(share: number): number {
  return share / (1 - share);
}

function shareOf(odds: number): number {
  return odds / (1 + odds);
}
