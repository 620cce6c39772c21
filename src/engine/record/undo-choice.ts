import { isGraveCheck, type KeptEvent } from './standing-guard.ts';
import { takenBackBy, undoKind } from './undone.ts';

/** An event of the whole past, and whether an `undo` that holds has taken it back. */
export interface PastKeptEvent extends KeptEvent {
  readonly undone: boolean;
}

/** What the program keeps by itself: nobody means it who says "undo", and it is taken back by its id alone. */
const byItself: ReadonlySet<string> = new Set(['reminder-shown', 'reminder-missed', 'reminder-lull']);

/** Whether the person did it, so that it stands in the list of what can be taken back. */
export function isOwnDoing({ kind }: Pick<PastKeptEvent, 'kind'>): boolean {
  return kind !== undoKind && !byItself.has(kind);
}

/** What `undo` may do. */
export type UndoChoice<Event> =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'already'; readonly event: Event }
  /** An emergency or urgent check: only a new one lowers it. */
  | { readonly kind: 'grave'; readonly event: Event }
  /** `event` is what the person sees; `ids` hold what it stood for too. */
  | { readonly kind: 'take-back'; readonly event: Event; readonly ids: readonly string[] };

/** Body of an event that `undo` writes. Other commands take back too, and theirs is not brought back by `--redo`. */
export interface UndoBody {
  readonly undoes: readonly string[];
  readonly by: 'undo' | 'redo';
}

/**
 * What there is to take back: the newest entry that holds, or the one that is named. A check that corrects another
 * stands for it, so both go, but for a grave one; so does all that was kept in one go, and a check-in with its entry.
 *
 * @param past newest first; read only as far as needed
 */
export function chooseUndo<Event extends PastKeptEvent>(
  past: Iterable<Event>,
  id?: string,
): UndoChoice<Event> {
  let chosen: Event | undefined;
  const ids: string[] = [];
  let standsFor: string | undefined;
  for (const event of past) {
    if (event.kind === undoKind) continue;
    if (chosen === undefined) {
      if (id === undefined ? event.undone || !isOwnDoing(event) : !isNamed(event, id)) continue;
      if (event.undone) return { kind: 'already', event };
      if (isGraveCheck(event)) return { kind: 'grave', event };
      chosen = event;
    } else if (event.id !== standsFor || event.undone || isGraveCheck(event)) continue;
    ids.push(event.id);
    standsFor = keptWith(event);
    if (standsFor === undefined) break;
  }
  if (chosen === undefined) return { kind: id === undefined ? 'nothing' : 'unknown' };
  return { kind: 'take-back', event: chosen, ids };
}

/** What `undo --redo` brings back: all that the newest `undo` of the person took back. */
export interface RedoChoice<Event> {
  /** Ids of the `undo` events to be taken back. */
  readonly undos: readonly string[];
  /** What holds again, newest first. */
  readonly events: readonly Event[];
}

/** @param past newest first */
export function chooseRedo<Event extends PastKeptEvent>(
  past: Iterable<Event>,
): RedoChoice<Event> | undefined {
  const undos: string[] = [];
  const targets = new Set<string>();
  const events: Event[] = [];
  for (const event of past) {
    if (event.kind === undoKind && !event.undone) {
      const ids = takenBackBy(event);
      // Two terminals may have taken the same entry back at once: it only comes back when both are undone.
      const isNewest = undos.length === 0 && isByPerson(event);
      if (isNewest) for (const id of ids) targets.add(id);
      if (isNewest || ids.some((id) => targets.has(id))) undos.push(event.id);
    }
    if (event.kind !== undoKind && targets.has(event.id)) events.push(event);
  }
  return events.length === 0 ? undefined : { undos, events };
}

/** A check that was corrected is taken back with the one that stands for it. */
function isNamed(event: PastKeptEvent, id: string): boolean {
  const name = id.toUpperCase();
  return event.id === name || (!event.undone && standsForId(event) === name);
}

/** The event before it that goes with it: what it stands for, or what was kept in one go with it. */
function keptWith(event: KeptEvent): string | undefined {
  const { body } = event;
  const isWith = typeof body === 'object' && body !== null && 'with' in body && typeof body.with === 'string';
  return isWith ? String(body.with) : standsForId(event);
}

/** Id of the check that this one corrects, or of the entry that belongs to this check-in. */
function standsForId({ kind, body }: KeptEvent): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  if (kind === 'check-in' && 'entry' in body) return typeof body.entry === 'string' ? body.entry : undefined;
  return 'corrects' in body && typeof body.corrects === 'string' ? body.corrects : undefined;
}

function isByPerson({ body }: KeptEvent): boolean {
  return typeof body === 'object' && body !== null && 'by' in body && body.by === 'undo';
}
