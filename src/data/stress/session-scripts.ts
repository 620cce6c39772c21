import { bodyScanScript, relaxationScript, shortRelaxationScript } from '../exercises/scripts.ts';
import type { SessionLine } from '../session-schema.ts';

/** What a muscle group is tensed for. The line after it lets go. */
const tenseSeconds = 5;

/** The picture fills while a muscle is tense, and empties slowly once it is let go. */
function withTension(script: readonly SessionLine[]): readonly SessionLine[] {
  return script.map((line, place) => {
    if (line.seconds === tenseSeconds) return { ...line, air: 1 };
    return script[place - 1]?.seconds === tenseSeconds ? { ...line, air: 0.2 } : line;
  });
}

export const relaxationLines = withTension(relaxationScript);
export const shortRelaxationLines = withTension(shortRelaxationScript);
export const bodyScanLines: readonly SessionLine[] = bodyScanScript;

/** Three minutes in a chair. */
export const quickScanLines: readonly SessionLine[] = [
  { say: 'Feet. Feel the floor under them. Warm, cool, or nothing?', seconds: 30 },
  { say: 'Low back. If it is sore, breathe around it.', seconds: 60 },
  { say: 'Shoulders and jaw. Let them drop. Let your teeth part.', seconds: 60 },
  { say: 'Your breath. Feel it come and go. Then look around.', seconds: 30 },
];

/** Five minutes with open eyes. */
export const calmPlaceLines: readonly SessionLine[] = [
  { say: 'Think of a place where you feel safe and at ease. It may be made up.', seconds: 60 },
  { say: 'Name three things that you can see there.', seconds: 60 },
  { say: 'Name three things that you can hear there.', seconds: 60 },
  { say: 'Name three things that you can feel there, such as warmth or grass.', seconds: 60 },
  { say: 'Two slow breaths. Then look around the room that you are in.', seconds: 60 },
];
