import type { Expression, FindingValue } from '../schema.ts';

/** What a row says beside its ratios. Judged, unless said otherwise. */
interface RowDetails {
  readonly cluster?: string;
  readonly sources?: readonly string[];
  readonly judged?: boolean;
  readonly when?: Expression;
}

/** Rows of one matrix: ratios stand in the fixed order of its columns; 1 says nothing and is left out. */
export function rowsFor<Column extends string, Ratios extends readonly number[]>(
  columns: readonly Column[] & { readonly length: Ratios['length'] },
) {
  return (finding: string, value: FindingValue, ratios: Ratios, says: string, details: RowDetails = {}) => {
    const { cluster, sources, judged, when } = details;
    const telling = columns.map((column, place) => [column, ratios[place] ?? 1] as const);
    return {
      finding,
      value,
      ratios: Object.fromEntries(telling.filter(([, ratio]) => ratio !== 1)) as {
        readonly [column in Column]?: number;
      },
      says,
      ...(cluster === undefined ? {} : { cluster }),
      ...(when === undefined ? {} : { when }),
      sources: [...(sources ?? [])],
      judged: judged ?? true,
    };
  };
}

export const is = (value: 'yes' | 'no'): FindingValue => ({ is: value });
export const one = (...anyOf: string[]): FindingValue => ({ anyOf });
export const band = (id: string): FindingValue => ({ band: id });
