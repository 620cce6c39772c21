import { knowledgeTables } from '../data/knowledge.ts';
import { type Knowledge, knowledgeFrom } from '../engine/knowledge.ts';

let known: Knowledge | undefined;

/** The product's own knowledge, indexed once. */
export function productKnowledge(): Knowledge {
  known ??= knowledgeFrom(knowledgeTables);
  return known;
}
