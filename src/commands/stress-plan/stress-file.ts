/** The name and version of the file. */
export const stressAnswersSchema = 'backcare/stress-answers@1';
/** What it may have beside its name. */
export const fileParts = ['schema', 'answers', 'commitments', 'session'];

/** A value with its line in the file, from 1; undefined where the lines were not counted. */
export interface Located {
  readonly value: unknown;
  readonly line: number | undefined;
}

export interface LocatedFile {
  readonly answers: readonly (Located & { readonly id: string })[];
  readonly commitments?: { readonly items: readonly Located[]; readonly line: number | undefined };
  readonly session?: Located;
}

/**
 * A file in which nothing is wrong, read the quick way. Undefined when anything needs a closer look, above all a name that
 * stands twice, which JSON.parse would pass over: then the careful reader says what and where.
 */
export function quickFile(text: string): LocatedFile | undefined {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isFields(file) || file.schema !== stressAnswersSchema || !isFields(file.answers)) return undefined;
  const { answers, commitments, session } = file;
  const isKnown = Object.keys(file).every((key) => fileParts.includes(key));
  const names = [...text.matchAll(/"(?:[^"\\]|\\.)*"\s*:/g)].length;
  if (!isKnown || names !== namesIn(file)) return undefined;
  if (commitments !== undefined && !Array.isArray(commitments)) return undefined;
  return {
    answers: Object.entries(answers).map(([id, value]) => ({ id, value, line: undefined })),
    ...(commitments === undefined
      ? {}
      : {
          commitments: { items: commitments.map((value) => ({ value, line: undefined })), line: undefined },
        }),
    ...(session === undefined ? {} : { session: { value: session, line: undefined } }),
  };
}

function namesIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + namesIn(each), 0);
  if (!isFields(value)) return 0;
  return Object.values(value).reduce((sum: number, each) => sum + 1 + namesIn(each), 0);
}

function isFields(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
