import { blocks } from './blocks.ts';
import { considerations } from './consider.ts';
import { clusters, singleFindingCap, subtypeClusters } from './patterns/clusters.ts';
import { evidence } from './patterns/evidence.ts';
import { patterns } from './patterns/patterns.ts';
import { subtypeEvidence, subtypes } from './patterns/subtypes.ts';
import { planItems } from './plan.ts';
import { questions } from './questions/index.ts';
import { combinationRules, professionalRules } from './red-flags/rules.ts';
import type {
  Block,
  Cluster,
  Consider,
  Evidence,
  Pattern,
  PlanItem,
  Question,
  Rule,
  Subtype,
  SubtypeEvidence,
} from './schema.ts';

/** The tables the engine reasons with. */
export interface KnowledgeTables {
  /** Changes whenever a rule, level, weight or safety wording changes; saved with every assessment. */
  readonly ruleSet: string;
  readonly questions: readonly Question[];
  readonly blocks: readonly Block[];
  readonly rules: readonly Rule[];
  readonly considerations: readonly Consider[];
  readonly patterns: readonly Pattern[];
  readonly evidence: readonly Evidence[];
  readonly clusters: readonly Cluster[];
  readonly subtypes: readonly Subtype[];
  readonly subtypeEvidence: readonly SubtypeEvidence[];
  readonly subtypeClusters: readonly Cluster[];
  /** Cap of any finding that belongs to no cluster. */
  readonly singleFindingCap: { readonly maximum: number; readonly minimum: number };
  readonly planItems: readonly PlanItem[];
}

/** Draft until a clinician has signed it off; the date is that of the last change. */
export const ruleSet = '2026.11.22-draft';

export const knowledgeTables: KnowledgeTables = {
  ruleSet,
  questions,
  blocks,
  rules: [...combinationRules, ...professionalRules],
  considerations,
  patterns,
  evidence,
  clusters,
  subtypes,
  subtypeEvidence,
  subtypeClusters,
  singleFindingCap,
  planItems,
};
