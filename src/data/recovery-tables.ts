import { nerveSigns } from './cautions.ts';
import { expectations, offTrackRules, slowReasons } from './recovery/course.ts';
import { about, flareMeaning, flareSteps, keepingWell, spasmSteps, weekRule } from './recovery/flare.ts';
import { chronicStress, myofascialPain, poorPosture, tightHamstrings } from './recovery/habits.ts';
import { checklistItems } from './recovery/items.ts';
import { ladderRule, ladders } from './recovery/ladders.ts';
import { noClearPattern, pulledMuscle } from './recovery/pulled-muscle.ts';
import { spinalDisc, spinalFacet, spinalNerve } from './recovery/spinal.ts';
import { tasks } from './recovery/tasks.ts';
import type { RecoveryTables } from './recovery-schema.ts';

/** Tracks, phases, the daily list, ladders and flares, for the recovery planner. */
export const recoveryTables: RecoveryTables = {
  tracks: [
    pulledMuscle,
    poorPosture,
    chronicStress,
    tightHamstrings,
    spinalFacet,
    spinalDisc,
    spinalNerve,
    myofascialPain,
    noClearPattern,
  ],
  items: checklistItems,
  tasks,
  offTrackRules,
  expectations,
  ladders,
  ladderRule,
  flareSteps,
  flareMeaning,
  spasmSteps,
  keepingWell,
  slowReasons,
  weekRule,
  about,
  moderateIf: {
    any: [
      { number: 'pain-worst', atLeast: 7 },
      { number: 'activity-limit', atLeast: 5 },
      { yes: 'local-bruise-or-tender' },
      { yes: 'basic-tasks' },
    ],
  },
  nerveSigns,
};
