import { nerveSigns } from '../../data/cautions.ts';
import { coldToHeatDay, heatOrCold, remedies, remedyFits, remedyLimits } from '../../data/remedies.ts';
import type { RemedyTables } from '../../engine/recovery/remedies-for.ts';

/** All that is known of remedies, for the planner. */
export const remedyTables: RemedyTables = {
  remedies,
  remedyFits,
  remedyLimits,
  heatOrCold,
  coldToHeatDay,
  nerveSigns,
};
