import type { Expression } from './schema.ts';

/**
 * Reasons to leave something out that several tables share. They are cautions for choosing advice, not triage rules.
 */

/** A feeling below the knee or down an arm, or legs that ease on sitting: spinal cautions override the rest. */
export const nerveSigns: Expression = {
  any: [
    { chosen: 'leg-symptoms', options: ['pain-below-knee', 'numb-or-tingle'] },
    { yes: 'arm-symptoms' },
    { yes: 'walk-claudication' },
  ],
};

/** The first days with a sore, swollen or bruised spot: no warmth and no pressing yet. */
export const freshBruise: Expression = {
  all: [{ number: 'duration', below: 3 }, { yes: 'local-bruise-or-tender' }],
};

/** A muscle that was strained about a week ago at most is not pulled on yet. */
export const freshStrain: Expression = {
  all: [{ number: 'duration', below: 8 }, { yes: 'local-bruise-or-tender' }],
};

/** Firm pressing could bruise or break something, the spot is fresh, or a nerve is irritated. */
export const noPressing: Expression = {
  any: [
    { yes: 'mod-blood-thinner' },
    { yes: 'mod-osteoporosis' },
    { yes: 'mod-steroids' },
    freshBruise,
    nerveSigns,
  ],
};

/** The stage of a pregnancy is not known here, so nothing is done lying flat at any stage. */
export const noLyingFlat: Expression = { yes: 'mod-pregnant' };
