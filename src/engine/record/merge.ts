/** What decides an event's place. */
export interface Placed {
  /** Sorts as time does. */
  readonly id: string;
}

/**
 * Where events that are missing here belong: for each of `theirs` that `ours` lacks, how many of ours stand before it.
 *
 * The order of lines means something: the newest of a kind is the last one, and an `undo` stands behind what it takes
 * back. So both orders stay as they are, and each missing event comes before the first of ours that is newer.
 */
export function placesFor<Event extends Placed>(
  ours: readonly Placed[],
  theirs: readonly Event[],
): readonly { readonly event: Event; readonly after: number }[] {
  const placeOf = new Map(ours.map(({ id }, place) => [id, place]));
  const missing: { event: Event; after: number }[] = [];
  let after = 0;
  for (const event of theirs) {
    const place = placeOf.get(event.id);
    if (place !== undefined) {
      after = Math.max(after, place + 1);
      continue;
    }
    for (let next = ours[after]; next !== undefined && next.id < event.id; next = ours[after]) after += 1;
    missing.push({ event, after });
  }
  return missing;
}

/** Both together, each in its own order. */
export function mergeEvents<Event extends Placed>(
  ours: readonly Event[],
  theirs: readonly Event[],
): readonly Event[] {
  const merged: Event[] = [];
  let done = 0;
  for (const { event, after } of placesFor(ours, theirs)) {
    merged.push(...ours.slice(done, after), event);
    done = after;
  }
  return [...merged, ...ours.slice(done)];
}
