/** What was typed, read; or why it cannot be, in a sentence that says what was meant. */
export type Reading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'refused'; readonly why: string };

/** The candidate most like a word; undefined when none is near. */
export type Nearest = (word: string, candidates: readonly string[]) => string | undefined;

export function read<Value>(value: Value): Reading<Value> {
  return { kind: 'read', value };
}

export function refused(why: string): Reading<never> {
  return { kind: 'refused', why };
}

/** Reads each part between commas; the first that cannot be read decides. */
export function readEach<Value>(
  text: string,
  readOne: (part: string) => Reading<Value>,
): Reading<readonly Value[]> {
  const values: Value[] = [];
  for (const part of text.split(',')) {
    const reading = readOne(part.trim());
    if (reading.kind === 'refused') return reading;
    values.push(reading.value);
  }
  return read(values);
}

/** As typed, with a mark around it, cut where it is long. */
export function quoted(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
}
