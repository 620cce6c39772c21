import type { Context } from '../../context.ts';
import { RecordError } from '../../errors.ts';

/** Says one thing: the number comes first. Neither why nor what was answered. */
const name = 'stress-plan-number';

/** After a crisis the next start begins with the number. A record that cannot be read keeps nobody from help. */
export async function isNumberFirst(ctx: Context): Promise<boolean> {
  try {
    return (await (await ctx.record()).readDraft(name)) !== undefined;
  } catch (error) {
    if (error instanceof RecordError) return false;
    throw error;
  }
}

/** A record that cannot be written stands before no number. */
export async function keepNumberFirst(ctx: Context): Promise<void> {
  try {
    await (await ctx.record()).writeDraft(name, { first: true });
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
  }
}

/** The number has its usual place again: a plan was made since. */
export async function forgetNumberFirst(ctx: Context): Promise<void> {
  try {
    await (await ctx.record()).removeDraft(name);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
  }
}
