import type { Context } from '../../context.ts';
import { stressTables } from '../../data/stress-tables.ts';
import { workDocument } from '../../documents/stress-work.ts';
import { exitCodes } from '../../errors.ts';
import { keptStress } from './kept-stress.ts';
import { openStress, stressWorld, writeJson } from './open-stress.ts';
import type { StressFlags } from './stress-flags.ts';

/** A simpler working day. Gives the exit code. */
export async function runAtWork(flags: StressFlags, ctx: Context): Promise<number> {
  const run = await openStress(stressWorld(flags, ctx));
  if (run === undefined) return exitCodes.answered;
  if (flags.json === true) {
    writeJson(ctx, {
      schema: 'backcare/work-day@1',
      tool: `backcare ${ctx.version}`,
      emergency: {
        number: run.contact.number,
        country: run.contact.countryCode ?? null,
        text: run.contact.line,
      },
      steps: stressTables.workDay.map(({ id, when, do: todo, because, actions, sources, judged }) => ({
        id,
        when,
        do: todo,
        because,
        actions,
        sources,
        judged: judged ?? false,
      })),
    });
    return exitCodes.answered;
  }
  const isFull = flags.explain === true || (flags.format ?? 'text') !== 'text';
  const sources = isFull ? (await import('../../data/citations.ts')).citations : [];
  const hasPlan = (await keptStress(ctx, run.preferences)) !== undefined;
  const detail = isFull ? 'full' : 'short';
  const { contact, before } = run;
  await run.show(workDocument({ contact, tables: stressTables, before, detail, sources, hasPlan }));
  return exitCodes.answered;
}
