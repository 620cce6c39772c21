/** How the rows of the screen are shared out. What matters on the floor stays longest: the digits and what to do. */
export interface Shares {
  /** Picture and digits, with the label. */
  readonly body: number;
  readonly instruction: number;
  /** Row for what comes next. */
  readonly next: number;
  /** Empty rows: under the title, over the instruction, over the keys. */
  readonly gaps: readonly [number, number, number];
}

interface Level extends Omit<Shares, 'body'> {
  readonly leastBody: number;
}

const levels: readonly Level[] = [
  { leastBody: 14, instruction: 3, next: 1, gaps: [1, 1, 1] },
  { leastBody: 8, instruction: 2, next: 1, gaps: [1, 1, 1] },
  { leastBody: 6, instruction: 2, next: 1, gaps: [1, 0, 1] },
  { leastBody: 5, instruction: 1, next: 1, gaps: [0, 0, 0] },
  { leastBody: 1, instruction: 0, next: 1, gaps: [0, 0, 0] },
  { leastBody: 0, instruction: 0, next: 0, gaps: [0, 0, 0] },
];

/**
 * @param rows that are left when title and keys have theirs
 * @param instruction rows the instruction would take
 */
export function shareRows(rows: number, instruction: number): Shares {
  for (const level of levels) {
    const lines = Math.min(level.instruction, instruction);
    const body = rows - lines - level.next - level.gaps.reduce((sum, gap) => sum + gap, 0);
    if (body >= level.leastBody) return { body, instruction: lines, next: level.next, gaps: level.gaps };
  }
  return { body: 0, instruction: 0, next: 0, gaps: [0, 0, 0] };
}
