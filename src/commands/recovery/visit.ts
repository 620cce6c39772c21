import type { Context } from '../../context.ts';
import { visits } from '../../data/remedies.ts';
import { momentInWords } from '../../documents/assessment-view.ts';
import type { RecoveryJsonView } from '../../documents/recovery-json.ts';
import { visitDocument } from '../../documents/visit-document.ts';
import { remediesFor, remedyFactsOf } from '../../engine/recovery/remedies-for.ts';
import { visitQuestions } from '../../engine/recovery/visit-questions.ts';
import { exitCodes } from '../../errors.ts';
import { jsonHead, openPlan, recoveryWorld, writeJson } from './open-plan.ts';
import { oneOf, type RecoveryFlags } from './recovery-flags.ts';
import { remedyTables } from './remedy-tables.ts';

/** Questions to take along to a visit, all of them or one sheet. Gives the exit code. */
export async function runVisit(
  name: string | undefined,
  flags: RecoveryFlags,
  ctx: Context,
): Promise<number> {
  const ids = visits.map(({ id }) => id);
  const named =
    name === undefined
      ? undefined
      : oneOf(name, ids, { what: 'no visit', example: 'backcare recovery visit doctor' });
  const run = await openPlan(recoveryWorld(flags, ctx), closedJson);
  if (run === undefined) return exitCodes.answered;
  const { facts, today } = run.kept;
  const { ask } = remediesFor(remedyTables, remedyFactsOf(facts, today));
  const { knowledge, assessment } = facts;
  const sheets = visitQuestions(visits, {
    knowledge,
    assessment,
    today: facts.today,
    report: today.report,
    ask,
  }).filter(({ visit }) => named === undefined || visit.id === named);
  const head = jsonHead(run);
  if (flags.json === true) {
    const { visitJson } = await import('../../documents/recovery-json.ts');
    writeJson(ctx, visitJson({ ...head, sheets }));
    return exitCodes.answered;
  }
  const imprint = `Made ${momentInWords(head)} by backcare, version ${ctx.version}.`;
  await run.show(visitDocument({ contact: run.contact, sheets, report: today.report, before: [], imprint }));
  return exitCodes.answered;
}

async function closedJson(view: RecoveryJsonView): Promise<object> {
  const { visitJson } = await import('../../documents/recovery-json.ts');
  return visitJson({ ...view, sheets: [] });
}
