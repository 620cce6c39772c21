import type { Context } from '../../context.ts';
import type { GlobalFlags } from '../flags.ts';

export async function runAudit(_flags: GlobalFlags, _ctx: Context): Promise<number> {
  return 0;
}
