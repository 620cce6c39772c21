import type { Context } from '../../context.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Block } from '../../documents/document.ts';
import { RecordError } from '../../errors.ts';

/** Says one thing: the number comes first. Neither why nor what was answered. */
const name = 'stress-plan-number';

/** After a crisis every start begins with the number, until the person says that it need not. A record that cannot be read keeps nobody from help. */
export async function isNumberFirst(ctx: Context): Promise<boolean> {
  try {
    return (await (await ctx.record()).readDraft(name)) !== undefined;
  } catch {
    return false;
  }
}

/** The number, where it comes first. Nothing is loaded for it where it does not. */
export async function numberFirst(ctx: Context, contact: Contact): Promise<readonly Block[]> {
  if (!(await isNumberFirst(ctx))) return [];
  return [(await import('../../documents/stress-crisis.ts')).crisisFirst(contact)];
}

/** A record that cannot be written stands before no number. */
export async function keepNumberFirst(ctx: Context): Promise<void> {
  try {
    await (await ctx.record()).writeDraft(name, { first: true });
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
  }
}

/** The number has its usual place again: the person said so. */
export async function forgetNumberFirst(ctx: Context): Promise<void> {
  try {
    await (await ctx.record()).removeDraft(name);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
  }
}
