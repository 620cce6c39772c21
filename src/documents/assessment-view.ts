import type { Citation } from '../data/schema.ts';
import type { Assessment } from '../engine/assessment.ts';
import { instantWithOffset } from '../engine/instant.ts';
import type { Knowledge } from '../engine/knowledge.ts';
import type { Contact } from './contact.ts';
import type { Block } from './document.ts';

/** One assessment and everything around it that its documents name. */
export interface AssessmentView {
  readonly assessment: Assessment;
  readonly knowledge: Knowledge;
  readonly contact: Contact;
  /** When the answers were given, milliseconds since 1970, and the zone's offset then. */
  readonly at: number;
  readonly offsetMinutes: number;
  /** Of the program. */
  readonly version: string;
  /** `short`: what fits the first screen. `full`: with reasons, sources and what would change it. */
  readonly detail: 'short' | 'full';
  /** Leaves out of a short document what can wait, for a terminal that it does not fit. */
  readonly tight?: boolean;
  /** Publications to name at the end of a full document. */
  readonly sources?: readonly Citation[];
}

/** "2026-11-22 18:09", by the person's own clock. */
export function momentInWords({ at, offsetMinutes }: Pick<AssessmentView, 'at' | 'offsetMinutes'>): string {
  return instantWithOffset(at, offsetMinutes).slice(0, 16).replace('T', ' ');
}

/** What every sheet that leaves the screen carries: when, by which version and rules, and the level. */
export function imprint(view: AssessmentView): Block {
  const { urgency, complete } = view.assessment.triage;
  const open = complete ? '' : ', with safety questions open';
  return {
    kind: 'paragraph',
    text: `Made ${momentInWords(view)} by backcare, version ${view.version}, rule set ${view.knowledge.ruleSet}. Level: ${urgency}${open}.`,
    quiet: true,
  };
}
