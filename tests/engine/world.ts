import { knowledgeTables } from '../../src/data/knowledge.ts';
import type { Question } from '../../src/data/schema.ts';
import type { Answer, Answers } from '../../src/engine/answers.ts';
import { type Knowledge, knowledgeFrom } from '../../src/engine/knowledge.ts';

/** What the product knows, as it is shipped. */
export const knowledge: Knowledge = knowledgeFrom(knowledgeTables);

/** Knowledge with a few tables of a test's own, so that a test states only what matters to it. */
export function knowledgeWith(tables: Partial<typeof knowledgeTables>): Knowledge {
  return knowledgeFrom({
    ruleSet: 'test',
    questions: [],
    blocks: [],
    rules: [],
    considerations: [],
    patterns: [],
    evidence: [],
    clusters: [],
    subtypes: [],
    subtypeEvidence: [],
    subtypeClusters: [],
    singleFindingCap: { maximum: 9, minimum: 0.1 },
    planItems: [],
    ...tables,
  });
}

/** A question of a test's own: yes/no unless said otherwise. */
export function question(id: string, more: object = {}): Question {
  return {
    kind: 'bool',
    role: 'safety',
    id,
    label: id,
    ask: `${id}?`,
    why: 'For the test.',
    sources: [],
    judged: true,
    share: 0.1,
    ...more,
  } as Question;
}

const everyNo: Answers = Object.fromEntries(
  knowledge.questions.flatMap(({ kind, id }): [string, Answer][] => (kind === 'bool' ? [[id, 'no']] : [])),
);

/**
 * Somebody of 34 who felt the low back go two days ago, with every yes/no question answered no: the ordinary
 * strain that everything else is compared with.
 */
export const ordinary: Answers = {
  ...everyNo,
  age: 34,
  'pain-site': ['low-back'],
  'pain-side': 'left',
  duration: 2,
  'onset-type': 'sudden-with-movement',
  'onset-trigger': ['lift'],
  'pain-worst': 5,
  'pain-average': 3,
  'activity-limit': 3,
  'stress-level': 2,
  'leg-symptoms': ['none'],
  trend: 'better',
  sleep: 'good',
  'episodes-12m': 'first',
};

/** The ordinary strain with some answers changed. */
export function person(changes: Answers): Answers {
  return { ...ordinary, ...changes };
}

/** The same answers without some of them. */
export function without(answers: Answers, ...ids: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));
}

export function questionOf(id: string): Question {
  const found = knowledge.question(id);
  if (found === undefined) throw new Error(`No question ${id}`);
  return found;
}

/** The danger-sign lines that are answered yes or no. */
export const safetyBools = knowledge.questions.filter(
  (entry) => entry.kind === 'bool' && entry.screen !== undefined,
);
