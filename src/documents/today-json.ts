import { notices } from '../data/safety-net.ts';
import type { AssessmentSummary, Standing } from '../engine/permissions.ts';
import type { Contact } from './contact.ts';
import { linesOf } from './document-lines.ts';
import { daysAgoInWords, lastAdvice } from './last-advice.ts';

export interface TodayJsonView {
  readonly contact: Contact;
  readonly summary: AssessmentSummary | undefined;
  readonly standing: Standing;
  readonly daysAgo: number;
  readonly version: string;
}

/** The versioned contract of bare `backcare --json`, schema backcare/today@1. */
export function todayJson({ contact, summary, standing, daysAgo, version }: TodayJsonView) {
  return {
    schema: 'backcare/today@1',
    tool: `backcare ${version}`,
    notice: notices.limits.text,
    emergency: { number: contact.number, country: contact.countryCode ?? null, text: contact.line },
    standing,
    assessment:
      summary === undefined ? null : { urgency: summary.urgency, complete: summary.complete, daysAgo },
    advice: summary === undefined ? [] : linesOf(lastAdvice(summary, contact, daysAgoInWords(daysAgo))),
  };
}
