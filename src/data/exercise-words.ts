/** The fixed words of exercises. Apart from the schemas, so that a flag can be checked without loading them. */

/** Where a body is in space during an exercise. */
export const positions = [
  'standing',
  'sitting',
  'floor-sitting',
  'lying-on-back',
  'lying-on-front',
  'side-lying',
  'kneeling',
  'half-kneeling',
  'hands-and-knees',
] as const;

/** Things that an exercise may use. */
export const equipment = ['chair', 'mat', 'wall', 'towel', 'band', 'pillow', 'stick', 'ball'] as const;

export const exerciseKinds = ['stretch', 'mobility', 'strength', 'aerobic', 'relief', 'relaxation'] as const;

/** Part of the body that a plan balances. */
export const bodyParts = [
  'hamstrings',
  'hips',
  'low-back',
  'trunk',
  'upper-back',
  'chest',
  'neck',
  'legs',
  'whole-body',
  'breath',
] as const;

/** What a routine may be asked for: the six patterns, and a muscle that grabs. A test holds it to the schema. */
export const targets = [
  'pulled-muscle',
  'poor-posture',
  'chronic-stress',
  'tight-hamstrings',
  'spinal-problem',
  'myofascial-pain',
  'spasm',
] as const;
