import type { QuestionId } from '../questions/index.ts';
import type { PatternId, ScreenId, Urgency } from '../schema.ts';

/** A person whose answers the tool is tried on, and what a careful clinician would say. */
export interface ShippedCase {
  /** The person in one line. */
  readonly name: string;
  /** As in an answers file: a screen may be answered "none". */
  readonly answers: { readonly [id in QuestionId | ScreenId]?: string | number | readonly string[] };
  readonly expected: {
    readonly urgency: Urgency;
    /** Levels that others would defend. */
    readonly acceptable?: readonly Urgency[];
    /** Levels that could do harm. Left out: at urgent and emergency, whatever is below every accepted level. */
    readonly unsafe?: readonly Urgency[];
    /** Patterns that may come first, most apt first. Left out: not scored. */
    readonly patterns?: readonly (PatternId | 'no-clear-pattern')[];
  };
  /** Why that level, one sentence. */
  readonly why: string;
  readonly sources: readonly string[];
  readonly judged?: boolean;
}

/** Nothing on any of the four danger-sign screens. */
const nothingFound = {
  'screen-nerves': 'none',
  'screen-emergency': 'none',
  'screen-signs': 'none',
  'screen-about-you': 'none',
} as const;

/** Three days of middling low back pain and no danger sign. */
export const sore = {
  ...nothingFound,
  'pain-site': ['low-back'],
  duration: '3 days',
  'pain-worst': 6,
} as const;

/** The same person, mending, with every core question answered and nothing that points to a pattern. */
export const mending = {
  ...sore,
  'pain-side': 'left',
  'pain-worst': 5,
  'pain-average': 3,
  'activity-limit': 2,
  'stress-level': 2,
  'leg-symptoms': ['none'],
  'hurts-on-using-muscle': 'no',
  'builds-with-position': 'no',
  'hamstring-feel': 'no',
  knots: 'no',
  trend: 'better',
} as const;

/** Pregnant, with nothing ticked on the screen of pregnancy. */
export const pregnant = { ...sore, 'mod-pregnant': 'yes', 'screen-pregnancy': 'none' } as const;
