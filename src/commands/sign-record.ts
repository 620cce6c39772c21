import type { Context } from '../context.ts';
import { reliefSigns } from '../data/relief.ts';
import type { ReliefSign } from '../data/relief-schema.ts';
import type { Urgency } from '../data/schema.ts';
import { agedAnswers, isCarried } from '../engine/assessment-summary.ts';
import { dayMilliseconds } from '../engine/day-count.ts';
import { assessmentLifetimeMilliseconds } from '../engine/permissions.ts';
import { standingBody } from './diagnose/saved.ts';
import { productKnowledge } from './knowledge.ts';
import { knownCheck } from './standing.ts';
import { fieldsOf, savedAnswers } from './stretch/stretch-record.ts';

/** A danger sign as it was ticked outside the interview. */
export interface TickedSign {
  readonly id: string;
  readonly urgency: Extract<Urgency, 'urgent' | 'emergency'>;
  /** Safety questions that it stands for. */
  readonly covers: readonly string[];
}

/** A weak arm or leg is asked about after a session, and in no line of its own. */
const weakLimb = ['rf-leg-weakness-fast', 'rf-arm-weak'];

/** A sign that came up in a session: most of them are lines of the seven. */
export function stopSignTicked(id: string): TickedSign {
  const line = reliefSigns.find((sign) => sign.id === id);
  return { id, urgency: 'emergency', covers: line?.covers ?? weakLimb };
}

/** One of the seven lines: an emergency, unless only further facts make it one. */
export function tickedSign({ id, covers, emergencyIf }: ReliefSign): TickedSign {
  return { id, covers, urgency: emergencyIf === undefined ? 'emergency' : 'urgent' };
}

/**
 * Keeps a ticked danger sign as an assessment that was not finished, on top of what was answered before. So every
 * command sees it where it looks anyway, undo and restore leave it alone, and only a finished check lowers it. Throws
 * `RecordError`: show what to do first.
 */
export async function keepSign(ctx: Context, { id, urgency, covers }: TickedSign): Promise<void> {
  const record = await ctx.record();
  const newest = await record.newest('assessment');
  const now = ctx.clock.now();
  const { summary: earlier } = await knownCheck(record, newest, now);
  const level = { urgency, complete: false };
  const knowledge = productKnowledge();
  const age = Math.max(0, now - Date.parse(newest?.at ?? ''));
  const before = agedAnswers(savedAnswers(newest), {
    days: Math.round(age / dayMilliseconds),
    isCurrent: age <= assessmentLifetimeMilliseconds,
    knowledge,
  });
  const { countsWithDropped: counts } = fieldsOf(newest?.body);
  // Several signs were asked in one line: which of them it is, is not known. What was a yes stays one.
  const ticked = Object.fromEntries(
    covers.filter((question) => before[question] !== 'yes').map((question) => [question, 'unsure'] as const),
  );
  await record.append('assessment', {
    tool: `backcare ${ctx.version}`,
    ruleSet: knowledge.ruleSet,
    ...level,
    // A sign lowers nothing, and answers that were left out before still count.
    ...(isCarried(earlier, level) ? { standing: standingBody(earlier) } : {}),
    ...(counts === undefined ? {} : { countsWithDropped: counts }),
    sign: id,
    answers: { ...before, ...ticked },
    rules: [],
    patterns: [],
    subtypes: [],
    consider: [],
  });
}
