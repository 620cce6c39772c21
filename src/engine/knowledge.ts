import type { KnowledgeTables } from '../data/knowledge.ts';
import type { Question, Rule } from '../data/schema.ts';

export interface Knowledge extends KnowledgeTables {
  /** Combination rules, what a single sign means by itself, and the levels of the considerations, in one list. */
  readonly allRules: readonly Rule[];
  question(id: string): Question | undefined;
}

/** Adds what is derived from the tables: one rule per sign that counts alone, and look-up by id. */
export function knowledgeFrom(tables: KnowledgeTables): Knowledge {
  let byId: ReadonlyMap<string, Question> | undefined;
  let allRules: readonly Rule[] | undefined;
  return {
    // Worked out and looked up when needed: before the last question most is not, and each table takes a while to read.
    get allRules() {
      allRules ??= rulesOf(tables);
      return allRules;
    },
    question(id) {
      byId ??= new Map(tables.questions.map((question) => [question.id, question]));
      return byId.get(id);
    },
    get ruleSet() {
      return tables.ruleSet;
    },
    get questions() {
      return tables.questions;
    },
    get blocks() {
      return tables.blocks;
    },
    get rules() {
      return tables.rules;
    },
    get considerations() {
      return tables.considerations;
    },
    get patterns() {
      return tables.patterns;
    },
    get evidence() {
      return tables.evidence;
    },
    get clusters() {
      return tables.clusters;
    },
    get subtypes() {
      return tables.subtypes;
    },
    get subtypeEvidence() {
      return tables.subtypeEvidence;
    },
    get subtypeClusters() {
      return tables.subtypeClusters;
    },
    get singleFindingCap() {
      return tables.singleFindingCap;
    },
    get planItems() {
      return tables.planItems;
    },
  };
}

function rulesOf(tables: KnowledgeTables): readonly Rule[] {
  const alone = tables.questions.flatMap((question): Rule[] =>
    question.kind === 'bool' && question.alone !== undefined
      ? [
          {
            id: `${question.id}-alone`,
            urgency: question.alone,
            suspects: question.suspects ?? question.label,
            when: { yes: question.id },
            sources: question.sources,
            ...(question.judged === undefined ? {} : { judged: question.judged }),
          },
        ]
      : [],
  );
  const considered = tables.considerations
    .filter((outcome) => outcome.urgency !== 'self-care')
    .map(
      (outcome): Rule => ({
        id: `consider-${outcome.id}`,
        urgency: outcome.urgency,
        suspects: outcome.name.toLowerCase(),
        when: outcome.when,
        sources: outcome.sources,
        ...(outcome.judged === undefined ? {} : { judged: outcome.judged }),
      }),
    );
  return [...alone, ...tables.rules, ...considered];
}
