import type { RecordedEvent } from '../context.ts';
import { InputError } from '../errors.ts';
import type { RecordSum } from '../record-keeper.ts';
import { exportName, exportVersion } from './record-export.ts';
import { sumOf } from './record-sum.ts';

/** An export that was read and found whole. */
export interface ReadExport {
  readonly events: readonly RecordedEvent[];
  readonly sum: RecordSum;
  readonly preferences: { readonly [key: string]: unknown };
}

type Fields = { readonly [name: string]: unknown };

/**
 * Reads an export and checks its version, every event, its count and its checksum.
 *
 * @param name of the file, for what is said about it
 * @throws InputError for anything that is not as it should be; then nothing of it is used
 */
export async function readExport(text: string, name: string): Promise<ReadExport> {
  const refuse = (reason: string, next = 'Export it once more, or give another file.') =>
    new InputError(`Cannot import ${name}.`, { reason: `${reason} Nothing was changed.`, next });

  const file = objectFrom(text);
  if (file === undefined) throw refuse('It is not an export of a record: it is no JSON, or cut short.');
  const version = versionOf(file.schema);
  if (version === undefined) throw refuse(`It is not an export of a record: no "schema": "${exportName}@1".`);
  if (version !== exportVersion) {
    throw refuse(
      `It was written by a newer version of backcare (format ${version}; this one knows ${exportVersion}).`,
      'Update backcare, then run the same command again.',
    );
  }
  if (!Array.isArray(file.events)) throw refuse('It has no list of "events".');
  const events = file.events.map((value: unknown, place: number) => {
    const event = eventFrom(value);
    if (event === undefined) throw refuse(`Entry ${place + 1} is not an entry of a record.`);
    return event;
  });
  if (new Set(events.map(({ id }) => id)).size < events.length) throw refuse('An id stands in it twice.');
  if (file.count !== events.length) {
    throw refuse(`It should hold ${String(file.count)} entries and holds ${events.length}.`);
  }
  const sum = sumOf(events);
  if (file.checksum !== `sha256:${sum.checksum}`) {
    throw refuse('Its checksum does not match: it was changed or damaged after it was written.');
  }
  return { events, sum, preferences: fieldsOf(file.preferences) ?? {} };
}

function objectFrom(text: string): Fields | undefined {
  try {
    return fieldsOf(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Fields | undefined {
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function versionOf(schema: unknown): number | undefined {
  const [, version] = typeof schema === 'string' ? (/^backcare\/record@([1-9]\d*)$/.exec(schema) ?? []) : [];
  return version === undefined ? undefined : Number(version);
}

function eventFrom(value: unknown): RecordedEvent | undefined {
  const { id, at, zone, kind, body } = fieldsOf(value) ?? {};
  if (typeof id !== 'string' || !/^[0-9A-Z]{26}$/.test(id)) return undefined;
  if (typeof at !== 'string' || !isInstant(at) || typeof zone !== 'string') return undefined;
  if (typeof kind !== 'string' || !/^[a-z][a-z0-9-]*$/.test(kind)) return undefined;
  return { id, at, zone, kind, body };
}

/** An instant with its offset: without one it would be read in the zone of whoever reads it. */
function isInstant(at: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(at) && !Number.isNaN(Date.parse(at));
}
