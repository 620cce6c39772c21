import type { Context } from '../../context.ts';
import type { Answers } from '../../engine/answers.ts';
import { RecordError } from '../../errors.ts';
import { sayProblem } from '../problem.ts';
import { knownAnswers } from './stress-answers.ts';

const name = 'stress-plan';
/** As long as an unfinished check is kept. */
const freshMilliseconds = 12 * 60 * 60 * 1000;

/** Where the person is in making a plan. */
export interface Unfinished {
  readonly answers: Answers;
  /** Ids of actions that were picked from the menu; undefined before it. */
  readonly picked?: readonly string[];
}

export interface DraftKeeper {
  /** Keeps it so far. A failure is said once and stops nothing. */
  write(unfinished: Unfinished): Promise<void>;
  remove(): Promise<void>;
  isKept(): boolean;
}

/**
 * Keeps an unfinished self-evaluation, so that Ctrl-C or a closed terminal loses nothing.
 *
 * @param neverKept ids of questions whose answers go nowhere
 * @param writes false when nothing is to be kept: then an older draft can still be removed
 */
export function startDraft(ctx: Context, neverKept: ReadonlySet<string>, writes: boolean): DraftKeeper {
  let kept = false;
  let failed = !writes;
  return {
    async write({ answers, picked }) {
      if (failed) return;
      try {
        const told = Object.fromEntries(Object.entries(answers).filter(([id]) => !neverKept.has(id)));
        const body = { at: ctx.clock.now(), answers: told, ...(picked === undefined ? {} : { picked }) };
        await (await ctx.record()).writeDraft(name, body);
        kept = true;
      } catch (error) {
        if (!(error instanceof RecordError)) throw error;
        failed = true;
        sayProblem(ctx, error);
      }
    },
    async remove() {
      try {
        await (await ctx.record()).removeDraft(name);
        kept = false;
      } catch (error) {
        if (!(error instanceof RecordError)) throw error;
        if (writes && !failed) sayProblem(ctx, error);
      }
    },
    isKept: () => kept,
  };
}

/** An unfinished one that was kept, with its age in milliseconds; undefined when there is none that can be gone on with. */
export async function readDraft(
  ctx: Context,
): Promise<{ readonly unfinished: Unfinished; readonly age: number } | undefined> {
  const body = await storedBody(ctx);
  if (body === undefined) return undefined;
  const age = ctx.clock.now() - body.at;
  const answers = knownAnswers(body.answers);
  if (age < 0 || age > freshMilliseconds || Object.keys(answers).length === 0) return undefined;
  const picked = Array.isArray(body.picked) ? body.picked.filter((id) => typeof id === 'string') : undefined;
  return { unfinished: { answers, ...(picked === undefined ? {} : { picked }) }, age };
}

async function storedBody(ctx: Context) {
  try {
    const body = await (await ctx.record()).readDraft(name);
    if (typeof body !== 'object' || body === null || !('at' in body) || !('answers' in body))
      return undefined;
    const { at, answers } = body;
    if (typeof at !== 'number' || typeof answers !== 'object' || answers === null) return undefined;
    return { at, answers, picked: 'picked' in body ? body.picked : undefined };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    sayProblem(ctx, error);
    return undefined;
  }
}
