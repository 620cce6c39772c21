/** The picture that breathes with a person: how full it is at each moment. */
import type { Segment } from './script.ts';

/** One calm breath of a picture that sways by itself. */
const swayMilliseconds = 10_000;
/** How much it rises and sinks then. */
const swayPart = 0.12;

/** 0 to 1 at this moment of the segment; undefined where no picture breathes. It starts and stops gently. */
export function fullnessAt(
  { breath, milliseconds }: Pick<Segment, 'breath' | 'milliseconds'>,
  into: number,
): number | undefined {
  if (breath === undefined) return undefined;
  const part = Math.min(1, Math.max(0, into / Math.max(1, milliseconds)));
  const eased = (1 - Math.cos(Math.PI * part)) / 2;
  return breath.from + (breath.to - breath.from) * eased + swayAt(breath.sways, part, milliseconds);
}

/** Whether the picture moves in this segment. */
export function isBreathing({ breath }: Pick<Segment, 'breath'>): boolean {
  return breath !== undefined && (breath.sways === true || breath.from !== breath.to);
}

/** Whole breaths from one end of the segment to the other, so that it is level at both. */
function swayAt(sways: true | undefined, part: number, milliseconds: number): number {
  if (sways === undefined) return 0;
  const breaths = Math.max(1, Math.round(milliseconds / swayMilliseconds));
  return (swayPart * (1 - Math.cos(2 * Math.PI * breaths * part))) / 2;
}
