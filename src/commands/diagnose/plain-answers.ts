/** The name and version of the answers file. */
export const answersSchema = 'backcare/answers@1';

/**
 * The entries of an answers file in which nothing is wrong, read the quick way. Undefined when anything needs a closer
 * look, above all a name that stands twice, which JSON.parse would pass over: then the careful reader says what and where.
 */
export function readPlainAnswers(text: string): readonly (readonly [string, unknown])[] | undefined {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(file) || file.schema !== answersSchema || !isObject(file.answers)) return undefined;
  const entries = Object.entries(file.answers);
  const names = [...text.matchAll(/"(?:[^"\\]|\\.)*"\s*:/g)].length;
  const expected = Object.keys(file).length + entries.length;
  return Object.keys(file).length === 2 && names === expected ? entries : undefined;
}

function isObject(value: unknown): value is { readonly schema?: unknown; readonly answers?: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
