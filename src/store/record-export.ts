import type { RecordedEvent } from '../context.ts';
import type { ExportDetails, RecordSum } from '../record-keeper.ts';
import { exportLine } from './record-sum.ts';

/** Name and version of the format. */
export const exportName = 'backcare/record';
export const exportVersion = 1;

/**
 * The whole record as one JSON text. Every event stands on a line of its own, so that the checksum can be worked out
 * by anybody with two other tools.
 */
export function exportText(
  events: readonly RecordedEvent[],
  { checksum }: RecordSum,
  { tool, exportedAt, preferences }: ExportDetails,
): string {
  const head = JSON.stringify(
    {
      schema: `${exportName}@${exportVersion}`,
      tool,
      exportedAt,
      count: events.length,
      kinds: countsByKind(events),
      checksum: `sha256:${checksum}`,
      ...(preferences === undefined ? {} : { preferences }),
    },
    null,
    2,
  );
  const lines = events.map((event) => `    ${exportLine(event)}`).join(',\n');
  return `${head.slice(0, -2)},\n  "events": [${lines === '' ? '' : `\n${lines}\n  `}]\n}\n`;
}

function countsByKind(events: readonly RecordedEvent[]): { readonly [kind: string]: number } {
  const counts = new Map<string, number>();
  for (const { kind } of events) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}
