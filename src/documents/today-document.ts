import { notices, resultScreens } from '../data/safety-net.ts';
import { permission } from '../engine/permissions.ts';
import { concernCallout, shortConcern } from './concern-glance.ts';
import { withContact } from './contact.ts';
import type { Block, Document } from './document.ts';
import { emergencyBlocks } from './emergency-line.ts';
import { daysAgoInWords, isActionOnly, lastAdvice, lostCallout, whyOutdated } from './last-advice.ts';
import { dayBlocks, nextStepOf, stepInWords } from './today-rows.ts';
import type { PlanGlance, TodayView } from './today-view.ts';

/** Where the person stands today: grave advice first, else the day, the last level, and what to run next. */
export function todayDocument(view: TodayView): Document {
  const { contact, summary } = view;
  const when = daysAgoInWords(view.daysAgo);
  const advice = summary === undefined ? [] : lastAdvice(summary, contact, when);
  // The page of an emergency begins with its own number. A crisis text gives another one, so there the line stays.
  const isAction = isActionOnly(summary);
  return {
    title: 'Today',
    blocks: [
      ...(isAction ? [] : emergencyBlocks(contact)),
      ...advice,
      ...(isAction ? [] : dayBlocks(view)),
      ...(view.mayBeLost && !isAction ? [lostCallout] : []),
      ...(advice.length > 0 || view.mayBeLost || hasDangerSign(view) ? [] : standingBlocks(view, when)),
      { kind: 'next', commands: nextCommands(view) },
    ],
  };
}

/** The plan has news that is graver than the check was: a calm level below it would take it back. */
function hasDangerSign({ day }: TodayView): boolean {
  return day?.plan?.state === 'danger-sign';
}

/** Off track nothing calm is said below it, and what an entry called for has less room. */
function standingBlocks(view: TodayView, when: string): readonly Block[] {
  const { concern, plan } = view.day ?? {};
  const short = concern === undefined ? [] : [shortConcern(concern)];
  if (view.standing !== 'cleared') return [standingCallout(view, when), ...short];
  return plan?.state === 'off-track' ? short : [standingCallout(view, when)];
}

function standingCallout(view: TodayView, when: string): Block {
  const { summary, standing, contact, day, daysAgo } = view;
  if (summary === undefined)
    return {
      kind: 'callout',
      tone: 'note',
      title: 'Your back was not checked yet.',
      lines: ['"backcare diagnose" asks about danger signs first (about 3 minutes).'],
    };
  if (!summary.complete) {
    return {
      kind: 'callout',
      tone: 'routine',
      title: `Your check ${when} is not finished.`,
      lines: [notices.incomplete.text],
    };
  }
  if (standing === 'unchecked') {
    const isAhead = daysAgo < 1;
    return {
      kind: 'callout',
      tone: 'note',
      title: (isAhead ? whyOutdated(view) : undefined) ?? `Your last check was ${when}.`,
      lines: [
        `${isAhead ? "We can't tell how old it is." : 'That is too long ago to go by: over 12 weeks.'} Please check again.`,
      ],
    };
  }
  if (day?.concern !== undefined) return concernCallout(day.concern);
  const tone = summary.urgency === 'routine' ? 'routine' : 'calm';
  return {
    kind: 'callout',
    tone,
    title: withContact(resultScreens[summary.urgency].first.text, contact),
    lines: checkLines(day?.plan, when),
  };
}

/** News of the plan says more than a check that was calm: then the page has no room for more than its level. */
function checkLines(plan: PlanGlance | undefined, when: string): readonly string[] {
  if (plan === undefined)
    return [`So said your check ${when}. Warning signs can still appear: run it again if anything changes.`];
  return plan.news === undefined ? [`So said your check ${when}. Run it again if anything changes.`] : [];
}

/** An emergency leaves one way: being seen, and then checked again. Sessions wait until an urgent one was seen too. */
function nextCommands(view: TodayView): readonly string[] {
  const { summary, standing, day, mayBeLost } = view;
  if (isActionOnly(summary)) return ['backcare diagnose'];
  const isGuided = permission(standing, 'guided-session') === 'yes';
  const step = nextStepOf(view);
  const now = day === undefined || step === undefined ? undefined : stepInWords(step).command;
  if (mayBeLost) return ['backcare diagnose', 'backcare relief'].filter((command) => command !== now);
  return [
    ...(isGuided ? ['backcare stretch'] : []),
    ...(permission(standing, 'plans') === 'yes' ? ['backcare recovery'] : []),
    'backcare relief',
    'backcare diagnose',
  ].filter((command) => command !== now);
}
