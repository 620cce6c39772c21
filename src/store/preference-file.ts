import { readFileSync } from 'node:fs';
import { RecordError } from '../errors.ts';
import { codeOf, readFailure } from './failures.ts';

/** What stands in the file, before any check of keys and values. */
export type PreferenceContent = { readonly [key: string]: unknown };

/**
 * Reads the preference file directly: constructing `conf` costs a whole start and makes its folder even to read.
 * No file is an empty object. Throws `RecordError` for a file that cannot be read or is not JSON; it stays untouched.
 */
export function readPreferenceFile(path: string): PreferenceContent {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return {};
    throw readFailure(path, error);
  }
  if (text.startsWith('\uFEFF'))
    throw brokenFile(path, ['It begins with a byte order mark, which JSON does not allow.']);
  if (text.trim() === '') throw brokenFile(path, ['It is empty.']);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw brokenFile(path, [`It is not JSON: ${placeOf(error, text)}.`], error);
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw brokenFile(path, ['It must hold one JSON object: { … }.']);
  }
  return content as PreferenceContent;
}

/** A file that holds something we cannot use. */
export class BrokenPreferences extends RecordError {
  override readonly name: string = 'BrokenPreferences';
  /** What is wrong, a sentence each. */
  readonly problems: readonly string[];

  constructor(path: string, problems: readonly string[], cause: unknown) {
    super(`Cannot use the preferences in ${path}.`, {
      reason: `${problems.join(' ')} The file was kept untouched.`,
      next: 'Repair it: backcare config edit. Or begin anew, with a copy kept: backcare config reset.',
      ...(cause === undefined ? {} : { cause }),
    });
    this.problems = problems;
  }
}

/** The error for a file with these problems. */
export function brokenFile(path: string, problems: readonly string[], cause?: unknown): BrokenPreferences {
  return new BrokenPreferences(path, problems, cause);
}

/** Where the parser gave up, as an editor counts; its own message counts characters. */
function placeOf(error: unknown, text: string): string {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  if (position === undefined) return 'it ends too early';
  const before = text.slice(0, Number(position)).split('\n');
  return `something is wrong at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
