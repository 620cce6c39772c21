import type { Move } from '../exercise-schema.ts';

/** One muscle group: what to tense, spoken in five seconds, and what to notice afterwards. */
interface Group {
  readonly tense: string;
  /** Whether the short version has it. */
  readonly short?: true;
}

/** In the order of the session. Anything that hurts is only imagined. */
const groups: readonly Group[] = [
  { tense: 'Right hand: make a soft fist.', short: true },
  { tense: 'Left hand: make a soft fist.', short: true },
  { tense: 'Upper arms: bend your elbows a little.' },
  { tense: 'Lift your brows, close your eyes tight.' },
  { tense: 'Press your lips, tongue up.', short: true },
  { tense: 'Head back lightly, unless your neck hurts.' },
  { tense: 'Lift your shoulders to your ears.', short: true },
  { tense: 'Take a fuller breath into your chest.' },
  { tense: 'Draw your belly in.', short: true },
  { tense: 'Tilt your pelvis, unless your back is sore.' },
  { tense: 'Squeeze your buttocks and thighs.' },
  { tense: 'Point your toes. Cramp? Pull them up.', short: true },
];

const tenseSeconds = 5;

/** Every group once: tense it, let go, notice. */
function round(of: readonly Group[], letGo: string, releaseSeconds: number): readonly Move[] {
  return of.flatMap(({ tense }) => [
    { say: tense, seconds: tenseSeconds },
    { say: letGo, seconds: releaseSeconds },
  ]);
}

/** Twelve minutes: every group twice. */
export const relaxationScript: readonly Move[] = [
  { say: 'Take three slow breaths. Use half your strength, and leave out what hurts.', seconds: 40 },
  ...round(groups, 'Let go all at once. Feel it go slack.', 20),
  ...round(groups, 'Let go. Notice how it feels now.', 20),
  { say: 'Stay a while, with all of you loose. Then move your fingers and toes.', seconds: 80 },
];

const shortGroups = groups.filter(({ short }) => short === true);

/** Six minutes: six groups, then once more with no effort at all. */
export const shortRelaxationScript: readonly Move[] = [
  { say: 'Take two slow breaths. Use half your strength, and leave out what hurts.', seconds: 30 },
  ...round(shortGroups, 'Let go all at once. Feel it go slack.', 25),
  { say: 'Once more, with no effort. Let your right hand go.', seconds: 20 },
  { say: 'Let your left hand go.', seconds: 20 },
  { say: 'Let your jaw go.', seconds: 20 },
  { say: 'Let your shoulders go.', seconds: 20 },
  { say: 'Let your belly go.', seconds: 20 },
  { say: 'Let your legs and feet go.', seconds: 20 },
  { say: 'Stay a moment. Then move your fingers and toes.', seconds: 30 },
];

/** Ten minutes, from the feet to the head. */
export const bodyScanScript: readonly Move[] = [
  { say: 'Let what is under you carry you. Eyes open on one spot, or closed.', seconds: 45 },
  { say: 'Feet and ankles. Warm, cool, or nothing? Just notice.', seconds: 60 },
  { say: 'Lower legs and knees. Let them soften.', seconds: 60 },
  { say: 'Thighs and hips. Notice where they touch.', seconds: 60 },
  { say: 'Low back. If it is sore, breathe around it.', seconds: 75 },
  { say: 'Belly and chest, rising and falling.', seconds: 60 },
  { say: 'Upper back and shoulders. Let them drop.', seconds: 60 },
  { say: 'Arms and hands. Let them be heavy.', seconds: 45 },
  { say: 'Neck, jaw and face. Let your teeth part.', seconds: 60 },
  { say: 'Your whole body. One slow breath, then one more.', seconds: 45 },
  { say: 'Move your fingers. Look around when you like.', seconds: 30 },
];
