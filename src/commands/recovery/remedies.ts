import type { Context } from '../../context.ts';
import { remedies, tryOutRule } from '../../data/remedies.ts';
import { sources } from '../../data/sources.ts';
import type { RecoveryJsonView } from '../../documents/recovery-json.ts';
import { remediesDocument, remedyDocument } from '../../documents/remedies-document.ts';
import { remediesFor, remedyFactsOf, remedyStanding } from '../../engine/recovery/remedies-for.ts';
import { exitCodes } from '../../errors.ts';
import { jsonHead, openPlan, recoveryWorld, writeJson } from './open-plan.ts';
import { oneOf, type RecoveryFlags } from './recovery-flags.ts';
import { remedyTables } from './remedy-tables.ts';

/** What may help now, or one remedy by its name, honestly graded. Gives the exit code. */
export async function runRemedies(
  name: string | undefined,
  flags: RecoveryFlags,
  ctx: Context,
): Promise<number> {
  const ids = remedies.map(({ id }) => id);
  const named =
    name === undefined
      ? undefined
      : oneOf(name, ids, { what: 'no remedy that is known', example: 'backcare recovery remedies heat' });
  const run = await openPlan(recoveryWorld(flags, ctx), closedJson);
  if (run === undefined) return exitCodes.answered;
  const { facts, today } = run.kept;
  const remedyFacts = remedyFactsOf(facts, today);
  const offer = remediesFor(remedyTables, remedyFacts);
  const remedy = remedies.find(({ id }) => id === named);
  const standing = remedy === undefined ? undefined : remedyStanding(remedyTables, remedyFacts, remedy);
  if (flags.json === true) {
    const { remediesJson } = await import('../../documents/recovery-json.ts');
    const asked = remedy === undefined ? {} : { asked: { remedy, standing } };
    writeJson(ctx, remediesJson({ ...jsonHead(run), offer, ...asked, tryOut: tryOutRule }));
    return exitCodes.answered;
  }
  const { contact, show } = run;
  const view = { contact, tryOut: tryOutRule, before: [] };
  await show(
    remedy === undefined
      ? remediesDocument({ ...view, offer, detail: flags.explain === true ? 'full' : 'short' })
      : remedyDocument({ ...view, remedy, standing, heatOrCold: offer.heatOrCold, sources }),
  );
  return exitCodes.answered;
}

async function closedJson(view: RecoveryJsonView): Promise<unknown> {
  const { remediesJson } = await import('../../documents/recovery-json.ts');
  return remediesJson({ ...view, offer: undefined, tryOut: tryOutRule });
}
