import type { Context, PastEvent, Preferences, RecordedEvent } from '../../context.ts';
import type { Document } from '../../documents/document.ts';
import { eventInWords, eventTimeInWords } from '../../documents/event-words.ts';
import {
  broughtBackDocument,
  entryListDocument,
  type ListedEntry,
  type ToldEntry,
  takenBackDocument,
} from '../../documents/undo-document.ts';
import { isGraveCheck } from '../../engine/record/standing-guard.ts';
import { chooseRedo, chooseUndo, isOwnDoing, type UndoBody } from '../../engine/record/undo-choice.ts';
import { undoKind } from '../../engine/record/undone.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { confirm } from '../confirm.ts';
import type { GlobalFlags } from '../flags.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';

export interface UndoFlags extends GlobalFlags {
  readonly list?: boolean;
  readonly redo?: boolean;
  readonly yes?: boolean;
}

const listedAtOnce = 15;
const schema = 'backcare/undo@1';

/** Takes an entry back, brings one back, or lists them. Gives the exit code. Throws `InputError` and `RecordError`. */
export async function runUndo(id: string | undefined, flags: UndoFlags, ctx: Context): Promise<number> {
  if (id !== undefined && (flags.list === true || flags.redo === true)) {
    throw new InputError('An id goes with neither --list nor --redo.', {
      next: 'See how it is used: backcare undo --help',
    });
  }
  const session = sessionOf(flags, ctx);
  if (flags.list === true) await list(session);
  else if (flags.redo === true) await bringBack(session);
  else await takeBack(id, session);
  return exitCodes.answered;
}

type Session = ReturnType<typeof sessionOf>;

function sessionOf(flags: UndoFlags, ctx: Context) {
  const { preferences } = tolerantPreferences(ctx);
  const wishes = wishesOf(flags, preferences);
  return {
    flags,
    ctx,
    wishes,
    told: (event: RecordedEvent) => told(event, ctx, preferences),
    show: async (json: object, document: Document) =>
      flags.json === true
        ? ctx.io.out(`${JSON.stringify({ schema, ...json }, null, 2)}\n`)
        : await showDocument(document, ctx, flags, wishes),
  };
}

function told({ id, ...event }: RecordedEvent, { clock }: Context, { dayStart }: Preferences): ToldEntry {
  const at = clock.now();
  const now = { at, offsetMinutes: clock.offsetMinutes(at) };
  return { id, what: eventInWords(event), when: eventTimeInWords(event.at, now, dayStart) };
}

async function takeBack(id: string | undefined, session: Session): Promise<void> {
  const { ctx, told, show } = session;
  const record = await ctx.record();
  const choice = chooseUndo(await record.past(), id);
  switch (choice.kind) {
    case 'nothing':
      return show({ did: 'nothing' }, sentence('There is nothing to take back.'));
    case 'unknown':
      throw new InputError(`There is no entry with the id "${id}".`, {
        next: 'See the newest with their ids: backcare undo --list',
      });
    case 'already':
      throw new InputError(`That entry is taken back already: ${said(told(choice.event))}.`, {
        next: 'Bring back what was taken back last: backcare undo --redo',
      });
    case 'grave':
      throw staysInForce(told(choice.event));
    case 'take-back': {
      const entry = told(choice.event);
      const isWanted = await confirm({
        ...session,
        question: `Take back ${said(entry)}?`,
        yes: 'Take it back',
      });
      if (!isWanted) return show({ did: 'nothing' }, sentence('Nothing was taken back.'));
      const body: UndoBody = { undoes: choice.ids, by: 'undo' };
      await record.append(undoKind, body);
      const check = await checkNow([choice.event], session);
      return show({ did: 'taken-back', entries: [entry] }, takenBackDocument(entry, check));
    }
  }
}

async function bringBack(session: Session): Promise<void> {
  const { ctx, told, show } = session;
  const record = await ctx.record();
  const choice = chooseRedo(await record.past());
  if (choice === undefined) return show({ did: 'nothing' }, sentence('There is nothing to bring back.'));
  const entries = choice.events.map(told);
  const question = `Bring back ${entries.map(said).join('; ')}?`;
  if (!(await confirm({ ...session, question, yes: 'Bring it back' })))
    return show({ did: 'nothing' }, sentence('Nothing was brought back.'));
  const body: UndoBody = { undoes: choice.undos, by: 'redo' };
  await record.append(undoKind, body);
  const check = await checkNow(choice.events, session);
  return show({ did: 'brought-back', entries }, broughtBackDocument(entries, check));
}

async function list({ ctx, told, show }: Session): Promise<void> {
  const entries: ListedEntry[] = [];
  let hasMore = false;
  for (const event of await (await ctx.record()).past()) {
    if (!isOwnDoing(event)) continue;
    hasMore = entries.length === listedAtOnce;
    if (hasMore) break;
    entries.push({ ...told(event), state: stateOf(event) });
  }
  await show({ entries, more: hasMore }, entryListDocument(entries, hasMore));
}

function stateOf(event: PastEvent): ListedEntry['state'] {
  if (event.undone) return 'taken-back';
  return isGraveCheck(event) ? 'stays' : 'holds';
}

/** The check that counts now, when one was touched: null otherwise. */
async function checkNow(
  touched: readonly RecordedEvent[],
  { ctx, told }: Session,
): Promise<ToldEntry | undefined | null> {
  if (!touched.some(({ kind }) => kind === 'assessment')) return null;
  const newest = await (await ctx.record()).newest('assessment');
  return newest === undefined ? undefined : told(newest);
}

function staysInForce(entry: ToldEntry): InputError {
  return new InputError(`This cannot be taken back: ${said(entry)}.`, {
    reason: 'Its advice counts until a new check says otherwise. Nothing was changed.',
    next: 'Seen about it since, or ticked by mistake? backcare diagnose asks again. Older entries: backcare undo --list',
  });
}

function said({ what, when }: ToldEntry): string {
  return `${what}, ${when}`;
}

function sentence(text: string): Document {
  return { title: text.replace(/\.$/, ''), blocks: [{ kind: 'paragraph', text }] };
}
