import type { WatchRule } from '../../data/watch-schema.ts';
import { fieldsOf } from '../log/saved-entry.ts';

/** What was said with an entry and calls for a new look at the danger signs. */
export interface OpenConcern {
  /** Id of a rule of the watch, or of the assessment. */
  readonly rule: string;
  /** When it was said, ISO 8601 with offset. */
  readonly at: string;
}

/**
 * The newest concern that still stands: the watch says each once, and it holds until the next assessment. A note asks
 * for nothing and stands nowhere.
 *
 * @param logs events of kind `log`, newest first
 * @param since when the newest assessment was made, milliseconds since 1970
 */
export function openConcern(
  logs: readonly { readonly at: string; readonly body: unknown }[],
  since: number,
  rules: readonly Pick<WatchRule, 'id' | 'tone'>[],
): OpenConcern | undefined {
  const notes = new Set(rules.filter(({ tone }) => tone === 'note').map(({ id }) => id));
  for (const { at, body } of logs) {
    if (Date.parse(at) <= since) return undefined;
    const { told } = fieldsOf(body);
    const rule = Array.isArray(told)
      ? told.find((id) => typeof id === 'string' && !notes.has(id))
      : undefined;
    if (typeof rule === 'string') return { rule, at };
  }
  return undefined;
}
