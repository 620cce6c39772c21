/** What is spoken in the middle of a segment, so that nobody has to look how long it still is. */
import type { Remark } from './script.ts';

interface Remarks {
  readonly remarks?: readonly Remark[];
}

/** Rests and changes of side from here on have room for a warning before they end. */
const roomForGetReady = 12_000;

/** "Get ready", four seconds before a long rest is over. */
export function getReadyRemark(milliseconds: number): Remarks {
  return milliseconds < roomForGetReady ? {} : { remarks: [{ at: milliseconds - 4000, say: 'Get ready.' }] };
}

/** Half of a long hold, and its last seconds. */
export function holdRemarks(milliseconds: number): Remarks {
  return collect([
    ...(milliseconds >= 45_000 ? [{ at: milliseconds / 2, say: 'Half way.' }] : []),
    ...(milliseconds >= 20_000
      ? [{ at: milliseconds - 10_000, say: '10 seconds left.' }]
      : milliseconds >= 12_000
        ? [{ at: milliseconds - 5000, say: '5 seconds left.' }]
        : []),
  ]);
}

/** Half of a walk or a rest on the floor, its last minute, and its last seconds. */
export function stayRemarks(milliseconds: number): Remarks {
  if (milliseconds < 120_000) return holdRemarks(milliseconds);
  return collect([
    { at: milliseconds / 2, say: 'Half way.' },
    ...(milliseconds >= 180_000 ? [{ at: milliseconds - 60_000, say: 'One minute left.' }] : []),
    { at: milliseconds - 10_000, say: '10 seconds left.' },
  ]);
}

function collect(remarks: readonly Remark[]): Remarks {
  return remarks.length === 0 ? {} : { remarks };
}
