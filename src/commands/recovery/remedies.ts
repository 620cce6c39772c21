import type { Context } from '../../context.ts';
import { citations } from '../../data/citations.ts';
import { remedies, tryOutRule } from '../../data/remedies.ts';
import type { Remedy } from '../../data/remedy-schema.ts';
import type { Block } from '../../documents/document.ts';
import { linesOf } from '../../documents/document-lines.ts';
import type { RecoveryJsonView } from '../../documents/recovery-json.ts';
import { keptDocument } from '../../documents/recovery-kept.ts';
import { remediesDocument, remedyDocument } from '../../documents/remedies-document.ts';
import { triedSays } from '../../documents/tried-words.ts';
import { helpedAnswers, type RemedyBody, recoveryKinds } from '../../engine/recovery/recovery-events.ts';
import { remediesFor, remedyFactsOf, remedyStanding } from '../../engine/recovery/remedies-for.ts';
import { triedRemedies } from '../../engine/recovery/tried-remedies.ts';
import { exitCodes, InputError, RecordError } from '../../errors.ts';
import { helpBeside, noteFrom } from '../log/note.ts';
import { themeOf } from '../presentation.ts';
import { keep } from './keep.ts';
import {
  jsonHead,
  openPlan,
  type RecoveryRun,
  type RecoveryWorld,
  recoveryWorld,
  writeJson,
} from './open-plan.ts';
import { oneOf, type RecoveryFlags } from './recovery-flags.ts';
import { remedyTables } from './remedy-tables.ts';

export interface RemedyFlags extends RecoveryFlags {
  /** It was tried; the other two say so as well. */
  readonly tried?: boolean;
  readonly helped?: string;
  readonly note?: string;
}

const triedExample = 'backcare recovery remedies heat --tried --helped yes';

/** What may help now, or one remedy by its name, honestly graded; keeps that one was tried. Gives the exit code. */
export async function runRemedies(
  name: string | undefined,
  flags: RemedyFlags,
  ctx: Context,
): Promise<number> {
  const world = recoveryWorld(flags, ctx);
  // Before anything that may fail: a record that cannot be read or written stands before no number.
  const help = await helpBeside(flags.note, world.contact);
  try {
    return await answerRemedies(name, flags, { world, help });
  } catch (error) {
    if (error instanceof RecordError) await sayHelp(world, help);
    throw error;
  }
}

/** What was asked for, and whom to call where the note may ask for that. */
interface RemediesRun {
  readonly world: RecoveryWorld;
  readonly help: readonly Block[];
}

/** On standard error, where the answer failed, in whatever format it was wanted. */
async function sayHelp({ ctx, wishes }: RecoveryWorld, help: readonly Block[]): Promise<void> {
  if (help.length === 0) return;
  const { renderDocument } = await import('../../render/render.ts');
  const theme = themeOf(ctx, wishes, 'error');
  ctx.io.err(await renderDocument({ title: 'Get help first', blocks: help }, { format: 'text', theme }));
}

async function answerRemedies(
  name: string | undefined,
  flags: RemedyFlags,
  { world, help }: RemediesRun,
): Promise<number> {
  const { ctx } = world;
  const remedy = name === undefined ? undefined : remedyFrom(name);
  const tried = triedBody(remedy, flags);
  const says = remedy === undefined || tried === undefined ? [] : triedSays(remedy, tried);
  const keepBeside = async (closed: RecoveryRun) => {
    await keep(closed, recoveryKinds.remedy, tried ?? {});
    // What follows from it waits for a plan.
    const kept = says.slice(0, 1).map((text): Block => ({ kind: 'paragraph', text }));
    return [...help, ...kept];
  };
  const opened = await openPlan(world, closedJson, tried === undefined ? undefined : keepBeside);
  if (opened === undefined) return exitCodes.answered;
  const run = tried === undefined ? opened : await keep(opened, recoveryKinds.remedy, tried);
  const { facts, today } = run.kept;
  const remedyFacts = remedyFactsOf(facts, today);
  const offer = remediesFor(remedyTables, remedyFacts);
  const standing = remedy === undefined ? undefined : remedyStanding(remedyTables, remedyFacts, remedy);
  const history = triedRemedies(facts.history);
  if (flags.json === true) {
    const { remediesJson } = await import('../../documents/recovery-json.ts');
    const asked = remedy === undefined ? {} : { asked: { remedy, standing } };
    const json = remediesJson({ ...jsonHead(run), offer, ...asked, tried: history, tryOut: tryOutRule });
    writeJson(ctx, tried === undefined ? json : { ...json, says: [...linesOf(help), ...says] });
    return exitCodes.answered;
  }
  const { contact, show } = run;
  if (tried !== undefined) {
    const page = keptDocument({ says, blocks: [], next: ['backcare recovery remedies', 'backcare undo'] });
    await show({ ...page, blocks: [...help, ...page.blocks] });
    return exitCodes.answered;
  }
  const view = { contact, tryOut: tryOutRule, before: [], tried: history };
  await show(
    remedy === undefined
      ? remediesDocument({ ...view, offer, detail: flags.explain === true ? 'full' : 'short' })
      : remedyDocument({ ...view, remedy, standing, heatOrCold: offer.heatOrCold, sources: citations }),
  );
  return exitCodes.answered;
}

function remedyFrom(name: string): Remedy | undefined {
  const ids = remedies.map(({ id }) => id);
  const named = oneOf(name, ids, {
    what: 'no remedy that is known',
    example: 'backcare recovery remedies heat',
  });
  return remedies.find(({ id }) => id === named);
}

/** What is to be kept; undefined when nothing was said to be tried. Throws `InputError`. */
function triedBody(remedy: Remedy | undefined, { tried, helped, note }: RemedyFlags): RemedyBody | undefined {
  if (tried !== true && helped === undefined && note === undefined) return undefined;
  if (remedy === undefined)
    throw new InputError('Which remedy was it? Nothing was kept.', { next: `For example: ${triedExample}` });
  const what = 'no answer to whether it helped';
  return {
    remedy: remedy.id,
    ...(helped === undefined
      ? {}
      : { helped: oneOf(helped, helpedAnswers, { what, example: triedExample }) }),
    ...(note === undefined ? {} : { note: noteFrom(note) }),
  };
}

async function closedJson(view: RecoveryJsonView): Promise<object> {
  const { remediesJson } = await import('../../documents/recovery-json.ts');
  return remediesJson({ ...view, offer: undefined, tried: [], tryOut: tryOutRule });
}
