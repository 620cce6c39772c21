import type { Urgency } from '../data/schema.ts';
import type { AssessmentSummary } from './permissions.ts';

/** The part of an event of the record that is read here. */
export interface SavedAssessment {
  /** ISO 8601, when it was saved. */
  readonly at: string;
  readonly body: unknown;
}

const levels: { readonly [level in Urgency]: true } = {
  'self-care': true,
  routine: true,
  urgent: true,
  emergency: true,
};

/**
 * What a saved assessment says about where a person stands. Any body is borne, since another version may have written
 * it; one without a level that we know says nothing, and gives undefined.
 */
export function summaryOf(event: SavedAssessment | undefined): AssessmentSummary | undefined {
  if (event === undefined || !isObject(event.body)) return undefined;
  const { urgency, complete, at, onlySelfHarm } = event.body;
  if (typeof urgency !== 'string' || !Object.hasOwn(levels, urgency)) return undefined;
  return {
    at: instantOf(at) ?? instantOf(event.at) ?? 0,
    urgency: urgency as Urgency,
    complete: complete === true,
    ...(onlySelfHarm === true ? { onlySelfHarm } : {}),
  };
}

function instantOf(value: unknown): number | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : value;
  return typeof at === 'number' && Number.isFinite(at) ? at : undefined;
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
