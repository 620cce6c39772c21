import type { Decision, ObstacleId, SessionId, StrategyId, StressorId } from '../../data/stress-schema.ts';
import { fieldsOf } from '../log/saved-entry.ts';
import { type Commitment, mostCommitments, mostLetters, weekdays } from './commitment.ts';
import { type Change, isStressor, mostChosen, type Weight } from './evaluation.ts';
import { cleaned } from './own-words.ts';

/** How much each stressor pressed when a plan was made. */
export type StressorsThen = {
  readonly [stressor in StressorId]?: { readonly weight: Weight; readonly change?: Change };
};

/** The small version of the longest own words has a few words of ours before it. */
const longestSaved = 2 * mostLetters;

const sessions: { readonly [id in SessionId]: true } = {
  'slow-breathing-6': true,
  'box-breathing': true,
  'belly-breathing': true,
  'long-out-breath': true,
  'double-inhale-sigh': true,
  'four-seven-eight': true,
  'progressive-muscle-relaxation': true,
  'muscle-relaxation-short': true,
  'body-scan': true,
  'body-scan-short': true,
  'calm-place': true,
};
const strategies: { readonly [id in StrategyId]: true } = {
  simplify: true,
  prioritise: true,
  'ask-for-help': true,
  'say-no': true,
  'time-for-yourself': true,
  'tackle-problems': true,
  'live-healthier': true,
};
const obstacles: { readonly [id in ObstacleId]: true } = {
  forgot: true,
  'too-big': true,
  'no-time': true,
  pain: true,
  'low-mood': true,
  unsure: true,
  other: true,
};
const decisions: { readonly [id in Decision]: true } = { keep: true, shrink: true, swap: true, stop: true };

export function readSession(value: unknown): SessionId | undefined {
  return isOneOf(sessions, value) ? value : undefined;
}

export function readStressors(value: unknown): StressorsThen {
  const then: { [stressor in StressorId]?: { weight: Weight; change?: Change } } = {};
  for (const [stressor, said] of Object.entries(fieldsOf(value))) {
    const { weight, change } = fieldsOf(said);
    if (!isStressor(stressor) || !isWeight(weight)) continue;
    then[stressor] = { weight, ...(isChange(change) ? { change } : {}) };
  }
  return then;
}

export function readChosen(value: unknown): readonly StressorId[] {
  return [...new Set(listed(value).filter(isStressor))].slice(0, mostChosen);
}

export function readStrategies(value: unknown): readonly StrategyId[] {
  return [...new Set(listed(value).filter((each) => isOneOf(strategies, each)))];
}

/** As many as a plan may have; of two with one id the first. */
export function readCommitments(value: unknown): readonly Commitment[] {
  const read = listed(value).flatMap((each) => readCommitment(each) ?? []);
  const first = read.filter(({ id }, place) => read.findIndex((other) => other.id === id) === place);
  return first.slice(0, mostCommitments);
}

/** Undefined when it is no sentence, or so long that nobody wrote it here. */
export function readCommitment(value: unknown): Commitment | undefined {
  const fields = fieldsOf(value);
  const id = textIn(fields.id);
  const does = textIn(fields.does);
  const cue = textIn(fields.cue);
  if (id === undefined || does === undefined || cue === undefined) return undefined;
  const days = weekdays.filter((day) => listed(fields.days).includes(day));
  const action = textIn(fields.action);
  const { strategy, minutes } = fields;
  return {
    id,
    cue,
    does,
    small: textIn(fields.small) ?? does,
    days: days.length === 0 ? weekdays : days,
    ...(action === undefined ? {} : { action }),
    ...(isOneOf(strategies, strategy) ? { strategy } : {}),
    ...(typeof minutes === 'number' && minutes > 0 && Number.isFinite(minutes) ? { minutes } : {}),
    ...(fields.once === true ? { once: true as const } : {}),
    ...(fields.isSmall === true ? { isSmall: true as const } : {}),
  };
}

export function readObstacles(value: unknown): { readonly [commitment: string]: ObstacleId } {
  return valuesOf(value, (each) => (isOneOf(obstacles, each) ? each : undefined));
}

export function readDecisions(value: unknown): { readonly [commitment: string]: Decision } {
  return valuesOf(value, (each) => (isOneOf(decisions, each) ? each : undefined));
}

/** The person's own words of a review: one line, and not a book. */
export function textIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = cleaned(value);
  return text === '' || text.length > longestSaved ? undefined : text;
}

function valuesOf<Value>(
  value: unknown,
  read: (each: unknown) => Value | undefined,
): { readonly [name: string]: Value } {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).flatMap(([name, each]) => {
      const known = read(each);
      return known === undefined ? [] : [[name, known]];
    }),
  );
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isOneOf<Id extends string>(known: { readonly [id in Id]: true }, value: unknown): value is Id {
  return typeof value === 'string' && Object.hasOwn(known, value);
}

function isWeight(value: unknown): value is Weight {
  return value === 0 || value === 1 || value === 2 || value === 3;
}

function isChange(value: unknown): value is Change {
  return value === 0 || value === 1 || value === 2;
}
