import type { HelpId, StressorId } from '../../data/stress-schema.ts';
import type { Answers } from '../answers.ts';
import { ratingOf, type Sleep } from '../log/saved-entry.ts';

/** More than these nobody weighs at one sitting, and nobody works on at one time. */
export const mostChosen = 3;
/** From here on something is heavy. */
const heavy = 2;

/** How much a stressor pressed in the last two weeks: 1 a little, 2 quite a bit, 3 a lot. */
export type Weight = 0 | 1 | 2 | 3;
/** How much of it the person could change: 0 none, 1 some, 2 a lot. */
export type Change = 0 | 1 | 2;

export interface Weighed {
  readonly stressor: StressorId;
  readonly weight: Weight;
  /** Left out: nobody said. */
  readonly change?: Change;
  /** Ticked, but not weighed by the person. */
  readonly isAssumed: boolean;
  /** Weight, and half as much again for each step that can be changed: 0 to 6. */
  readonly score: number;
}

/** What the answers come to. */
export interface Evaluation {
  /** 0 not at all to 10 as much as can be. */
  readonly stress?: number;
  readonly sleep?: Sleep;
  readonly ticked: readonly StressorId[];
  /** Everything that was ticked, heaviest first. */
  readonly weighed: readonly Weighed[];
  readonly helps: readonly HelpId[];
  /** Minutes a day that there are. */
  readonly minutes?: number;
  readonly energy?: Energy;
  /** Afraid of someone at home; also where there is tension and nobody ruled it out. */
  readonly isAfraid: boolean;
  readonly outcome: 'plan' | 'nothing-heavy' | 'nothing-said';
}

export type Energy = 'low' | 'some' | 'good';

/** In the order of the tick list, which settles every tie. */
const stressors: { readonly [id in StressorId]: number } = {
  workload: 1,
  'work-control': 2,
  'job-security': 3,
  money: 4,
  caregiving: 5,
  conflict: 6,
  household: 7,
  health: 8,
  sleep: 9,
  'phone-news': 10,
  lonely: 11,
  loss: 12,
  noise: 13,
  drive: 14,
  habits: 15,
  other: 16,
};
const helps: { readonly [id in HelpId]: true } = {
  walking: true,
  exercise: true,
  talking: true,
  quiet: true,
  outdoors: true,
  hobby: true,
  'sleeping-well': true,
  order: true,
};
const weights: { readonly [option: string]: Weight } = {
  'not-at-all': 0,
  'a-little': 1,
  'quite-a-bit': 2,
  'a-lot': 3,
};
const changes: { readonly [option: string]: Change } = { none: 0, some: 1, 'a-lot': 2 };
const minutesADay: { readonly [option: string]: number } = { two: 2, five: 5, ten: 10, twenty: 20 };

/** Reads the answers in any order. What was not answered counts for nothing; what is not understood is left out. */
export function evaluationOf(answers: Answers): Evaluation {
  const ticked = pressing(answers);
  const weighed = ticked.map((stressor) => weighedOf(stressor, answers)).sort(heaviestFirst);
  const { 'stress-sleep': sleep, energy } = answers;
  const stress = ratingOf(answers['stress-now']);
  const minutes = minutesADay[String(answers.minutes)];
  return {
    ...(stress === undefined ? {} : { stress }),
    ...(sleep === 'good' || sleep === 'fair' || sleep === 'poor' ? { sleep } : {}),
    ticked,
    weighed,
    helps: listed(answers.helps).filter(isHelp),
    ...(minutes === undefined ? {} : { minutes }),
    ...(energy === 'low' || energy === 'some' || energy === 'good' ? { energy } : {}),
    isAfraid: isAfraidIn(answers, weighed),
    outcome: outcomeOf(answers, weighed),
  };
}

/** Those that the person is asked to weigh: all that were ticked, or of more than three the three that press most. */
export function stressorsToWeigh(answers: Answers): readonly StressorId[] {
  const ticked = pressing(answers);
  if (ticked.length <= mostChosen) return ticked;
  return tickedIn(answers, 'heaviest')
    .filter((stressor) => ticked.includes(stressor))
    .slice(0, mostChosen);
}

/** Three at most to begin with: where most can be gained. Sleep is always among them once it is heavy. */
export function suggestedStressors({ weighed }: Pick<Evaluation, 'weighed'>): readonly StressorId[] {
  const ranked = weighed.filter(({ weight }) => weight >= heavy).sort(mostToGainFirst);
  const first = ranked.slice(0, mostChosen).map(({ stressor }) => stressor);
  const isSleepLeftOut = !first.includes('sleep') && ranked.some(({ stressor }) => stressor === 'sleep');
  return isSleepLeftOut ? [...first.slice(0, mostChosen - 1), 'sleep'] : first;
}

/** What the person works on: their own choice, three at most, or what is suggested while they made none. */
export function chosenStressors(
  evaluation: Pick<Evaluation, 'weighed'>,
  answers: Answers,
): readonly StressorId[] {
  const own = tickedIn(answers, 'chosen');
  return own.length > 0 ? own.slice(0, mostChosen) : suggestedStressors(evaluation);
}

/** What is said of a stressor; one that was never ticked but chosen counts as one that was. */
export function weighedIn({ weighed }: Pick<Evaluation, 'weighed'>, stressor: StressorId): Weighed {
  return weighed.find((entry) => entry.stressor === stressor) ?? weighedOf(stressor, {});
}

export function isHeavy({ weight }: Weighed): boolean {
  return weight >= heavy;
}

export function isStressor(value: unknown): value is StressorId {
  return typeof value === 'string' && Object.hasOwn(stressors, value);
}

function weighedOf(stressor: StressorId, answers: Answers): Weighed {
  const said = weights[String(answers[`weight-${stressor}`])];
  // Of more than three, those that were not among the heaviest press less; a tick alone means that it presses.
  const heaviest = tickedIn(answers, 'heaviest');
  const isMany = pressing(answers).length > mostChosen;
  const pressesLess = isMany && heaviest.length > 0 && !heaviest.includes(stressor);
  const weight = said ?? (pressesLess ? 1 : heavy);
  const change = weight >= heavy ? changes[String(answers[`change-${stressor}`])] : undefined;
  return {
    stressor,
    weight,
    ...(change === undefined ? {} : { change }),
    isAssumed: said === undefined,
    score: weight * (1 + (change ?? 0) / 2),
  };
}

function outcomeOf(answers: Answers, weighed: readonly Weighed[]): Evaluation['outcome'] {
  if (weighed.some(isHeavy)) return 'plan';
  return Array.isArray(answers.stressors) ? 'nothing-heavy' : 'nothing-said';
}

function isAfraidIn({ 'afraid-at-home': afraid }: Answers, weighed: readonly Weighed[]): boolean {
  if (afraid === 'no') return false;
  const isAsked = weighed.some(
    (entry) => entry.stressor === 'conflict' && (isHeavy(entry) || entry.isAssumed),
  );
  return isAsked || (afraid !== undefined && afraid !== 'skipped');
}

function heaviestFirst(one: Weighed, other: Weighed): number {
  return (
    other.weight - one.weight ||
    (other.change ?? 0) - (one.change ?? 0) ||
    stressors[one.stressor] - stressors[other.stressor]
  );
}

function mostToGainFirst(one: Weighed, other: Weighed): number {
  return other.score - one.score || heaviestFirst(one, other);
}

/** What was ticked; who names the heaviest alone, as a file may, has said that they press. */
function pressing(answers: Answers): readonly StressorId[] {
  return tickedIn(answers, answers.stressors === undefined ? 'heaviest' : 'stressors');
}

/** Known stressors in the order of the list, each once. */
function tickedIn(answers: Answers, question: string): readonly StressorId[] {
  const known = listed(answers[question]).filter(isStressor);
  return [...new Set(known)].sort((one, other) => stressors[one] - stressors[other]);
}

function listed(answer: Answers[string] | undefined): readonly string[] {
  return Array.isArray(answer) ? answer : [];
}

function isHelp(value: string): value is HelpId {
  return Object.hasOwn(helps, value);
}
