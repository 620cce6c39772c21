import { exerciseTables } from '../../data/exercise-tables.ts';
import { leftOutDocument } from '../../documents/breathe-choice-document.ts';
import { breatheListDocument, breatheSheet, isOpen } from '../../documents/breathe-document.ts';
import type { BreatheView, OfferedSession } from '../../documents/breathe-view.ts';
import type { Block, Document } from '../../documents/document.ts';
import { showDocument } from '../presentation.ts';
import type { BreatheAsked } from './breathe-asked.ts';
import type { Breathing } from './breathing.ts';
import { type Catalogue, insteadOf } from './breathing-catalogue.ts';

/** What every page is made with. */
export function viewOf({ contact, advice }: Pick<Breathing, 'contact' | 'advice'>): BreatheView {
  return { contact, advice, tables: exerciseTables };
}

/** Without asking anything: a session, a moment or all of them, as text or JSON. */
export async function showOnPaper(breathing: Breathing, asked: BreatheAsked): Promise<void> {
  const { flags, ctx, catalogue, wishes } = breathing;
  const named = sessionsAsked(catalogue, asked);
  if (flags.json === true) {
    const shown = named === undefined ? catalogue : { sessions: named, moments: [] };
    return writeJson(breathing, { ...shown, advice: breathing.advice, isAllowed: true });
  }
  const view = viewOf(breathing);
  const against = named?.find((one) => !isOpen(one));
  if (against !== undefined) {
    const instead = insteadOf(catalogue.sessions, against);
    return showDocument(leftOutDocument(view, against, instead), ctx, flags, wishes);
  }
  if (named === undefined)
    return showDocument(breatheListDocument(view, catalogue.sessions, catalogue.moments), ctx, flags, wishes);
  const { citations: sources } = await import('../../data/citations.ts');
  const signs = isSignsFirst(breathing) ? await sevenSigns(breathing) : undefined;
  await showDocument(breatheSheet(view, named, sources, signs), ctx, flags, wishes);
}

/** Loaded where they are due: most sheets are for people who were checked. */
async function sevenSigns({ contact }: Pick<Breathing, 'contact'>): Promise<readonly Block[]> {
  const { signsSheet } = await import('../../documents/relief-document.ts');
  return signsSheet(contact).blocks;
}

/** The sessions that were named; undefined where none was. */
export function sessionsAsked(
  { sessions, moments }: Catalogue,
  asked: BreatheAsked,
): readonly OfferedSession[] | undefined {
  switch (asked.kind) {
    case 'session':
      return sessions.filter(({ session }) => session.id === asked.id);
    case 'moment':
      return moments.find(([{ id }]) => id === asked.id)?.[1];
    case 'list':
    case 'any':
      return undefined;
  }
}

/** A page as the format wants it: as JSON, what must be said stands where sessions would. */
export async function showInstead(breathing: Omit<Breathing, 'show'>, document: Document): Promise<void> {
  const { ctx, flags, wishes } = breathing;
  if (flags.json !== true) return showDocument(document, ctx, flags, wishes);
  const nothing = { sessions: [], moments: [] };
  await writeJson(breathing, { ...nothing, advice: document.blocks, isAllowed: false });
}

async function writeJson(
  breathing: Omit<Breathing, 'show'>,
  what: Catalogue & { readonly advice: readonly Block[]; readonly isAllowed: boolean },
): Promise<void> {
  const { ctx, body } = breathing;
  const { breatheJson } = await import('../../documents/breathe-json.ts');
  const json = breatheJson({
    ...viewOf(breathing),
    ...what,
    version: ctx.version,
    at: body.now,
    offsetMinutes: ctx.clock.offsetMinutes(body.now),
    signsFirst: isSignsFirst(breathing),
  });
  ctx.io.out(`${JSON.stringify(json, null, 2)}\n`);
}

/** Without a check, and with no answer of today, the seven lines come before a session. */
function isSignsFirst({ allowed, body, flags }: Omit<Breathing, 'show'>): boolean {
  return allowed === 'seven-lines-first' && !body.signsAskedToday && flags.signs !== 'none';
}
