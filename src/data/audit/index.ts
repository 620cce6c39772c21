import type { QuestionId } from '../questions/index.ts';
import type { Urgency } from '../schema.ts';
import { emergencyCases } from './emergency.ts';
import { routineCases } from './routine.ts';
import { selfCareCases } from './self-care.ts';
import type { ShippedCase } from './shared.ts';
import { urgentCases } from './urgent.ts';

/**
 * People we made up, with the level that the sources and clinical sense give them. The expectations were written
 * before the tool was asked, and are never changed to suit it. Whoever wrote them knew the rules, so a high score says
 * little about people nobody thought of. No clinician has reviewed them yet.
 */
export const auditCases: readonly ShippedCase[] = [
  ...emergencyCases,
  ...urgentCases,
  ...routineCases,
  ...selfCareCases,
];

/** What a sign means by itself in an adult of 40 with three days of pain, where a rule says it instead of its question. */
export const levelsOfSignsInRules: { readonly [id in QuestionId]?: Urgency } = {
  'rf-saddle-numbness': 'emergency',
  'rf-bladder-retention': 'emergency',
  'rf-bladder-leak': 'emergency',
  'rf-bowel-loss': 'emergency',
  'rf-sexual-loss': 'emergency',
  'rf-major-accident': 'emergency',
  'mod-aneurysm': 'emergency',
  'mod-sickle': 'urgent',
};
