/** A value and where it stands, counted from 0. */
export interface Placed {
  readonly place: number;
  readonly value: number;
}

/** Values that follow each other without a gap: a line never runs across what nobody noted. */
export function runsOf(values: readonly (number | undefined)[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [];
  let run: Placed[] | undefined;
  for (const [place, value] of values.entries()) {
    if (value === undefined || !Number.isFinite(value)) run = undefined;
    else if (run === undefined) {
      run = [{ place, value }];
      runs.push(run);
    } else run.push({ place, value });
  }
  return runs;
}
