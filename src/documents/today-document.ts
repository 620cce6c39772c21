import { notices, resultScreens } from '../data/safety-net.ts';
import { type AssessmentSummary, permission, type Standing } from '../engine/permissions.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block, Document } from './document.ts';
import { emergencyBlocks } from './emergency-line.ts';
import { daysAgoInWords, lastAdvice } from './last-advice.ts';

export interface TodayView {
  readonly contact: Contact;
  readonly summary: AssessmentSummary;
  readonly standing: Standing;
  /** Whole days since the assessment, by the person's own day. */
  readonly daysAgo: number;
}

/** Where the person stands today: the last level, when that was, and what to run next. */
export function todayDocument(view: TodayView): Document {
  const { contact, summary } = view;
  const when = daysAgoInWords(view.daysAgo);
  const advice = lastAdvice(summary, contact, when);
  // The page of an emergency begins with its own number. A crisis text gives another one, so there the line stays.
  const isAction = isActionOnly(summary);
  return {
    title: 'Today',
    blocks: [
      ...(isAction ? [] : emergencyBlocks(contact)),
      ...advice,
      ...(advice.length > 0 ? [] : [standingCallout(view, when)]),
      { kind: 'next', commands: nextCommands(view) },
    ],
  };
}

function standingCallout({ summary, standing, contact }: TodayView, when: string): Block {
  if (!summary.complete) {
    return {
      kind: 'callout',
      tone: 'routine',
      title: `Your check ${when} is not finished.`,
      lines: [notices.incomplete.text],
    };
  }
  if (standing === 'unchecked') {
    return {
      kind: 'callout',
      tone: 'note',
      title: `Your last check was ${when}.`,
      lines: ['That is too long ago to go by: over 12 weeks. Please check again.'],
    };
  }
  const tone = summary.urgency === 'routine' ? 'routine' : 'calm';
  return {
    kind: 'callout',
    tone,
    title: withContact(resultScreens[summary.urgency].first.text, contact),
    lines: [`So said your check ${when}. Warning signs can still appear: run it again if anything changes.`],
  };
}

/** An emergency leaves one way: being seen, and then checked again. Sessions wait until an urgent one was seen too. */
function nextCommands({ summary, standing }: TodayView): readonly string[] {
  if (isActionOnly(summary)) return ['backcare diagnose'];
  const isGuided = permission(standing, 'guided-session') === 'yes';
  return [...(isGuided ? ['backcare stretch'] : []), 'backcare relief', 'backcare diagnose'];
}

function isActionOnly({ urgency, onlySelfHarm }: AssessmentSummary): boolean {
  return urgency === 'emergency' && onlySelfHarm !== true;
}
