/** Kind of the events that take others back. */
export const undoKind = 'undo';

/** The part of an event that is read here. */
export interface UndoEvent {
  readonly kind: string;
  readonly body: unknown;
}

/**
 * Ids of the events that this one takes back, one or several; none when it is no `undo`. An `undo` may itself be taken
 * back, and then takes back nothing.
 */
export function takenBackBy({ kind, body }: UndoEvent): readonly string[] {
  if (kind !== undoKind || typeof body !== 'object' || body === null || !('undoes' in body)) return [];
  const ids: readonly unknown[] = Array.isArray(body.undoes) ? body.undoes : [body.undoes];
  return ids.filter((id) => typeof id === 'string');
}

/** Ids of all events that are taken back in the end. An `undo` stands behind what it takes back. */
export function takenBackIn<Event extends UndoEvent & { readonly id: string }>(
  events: readonly Event[],
): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const event of events.toReversed())
    if (!gone.has(event.id)) for (const id of takenBackBy(event)) gone.add(id);
  return gone;
}
