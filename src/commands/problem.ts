import type { Context } from '../context.ts';
import type { UserError } from '../errors.ts';
import { safeText } from '../render/safe-text.ts';

/** An error in three lines at most: what, why, what next. Nothing of it can move the cursor or change a colour. */
export function sayProblem(ctx: Pick<Context, 'io'>, error: UserError): void {
  const lines = [`backcare: ${error.message}`, error.reason, error.next].filter((line) => line !== undefined);
  ctx.io.err(`${lines.map((line) => safeText(line)).join('\n  ')}\n`);
}
