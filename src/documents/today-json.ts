import { notices } from '../data/safety-net.ts';
import type { Block } from './document.ts';
import { linesOf } from './document-lines.ts';
import { daysAgoInWords, lastAdvice } from './last-advice.ts';
import { changeWord } from './progress-words.ts';
import { dueOf, nextStepOf, stepInWords } from './today-rows.ts';
import type { TodayView } from './today-view.ts';

export interface TodayJsonView extends TodayView {
  readonly version: string;
  /** What comes before anything else: the number of a crisis line after a crisis. */
  readonly first: readonly Block[];
}

/** The versioned contract of bare `backcare --json`, schema backcare/today@1. */
export function todayJson(view: TodayJsonView) {
  const { contact, summary, standing, daysAgo, version, day } = view;
  return {
    schema: 'backcare/today@1',
    tool: `backcare ${version}`,
    notice: notices.limits.text,
    emergency: { number: contact.number, country: contact.countryCode ?? null, text: contact.line },
    standing,
    assessment:
      summary === undefined ? null : { urgency: summary.urgency, complete: summary.complete, daysAgo },
    checkMayBeLost: view.mayBeLost,
    advice: linesOf([
      ...view.first,
      ...(summary === undefined ? [] : lastAdvice(summary, contact, daysAgoInWords(daysAgo))),
    ]),
    concern: day?.concern ?? null,
    pain: painJson(view),
    notedToday: day?.isNoted === true,
    practised: day?.practised ?? [],
    plan: planJson(view),
    stressPlan: day?.stress === undefined ? null : day.stress.list,
    due: dueOf(view),
    reminder: reminderJson(view),
    now: nowJson(view),
  };
}

function painJson({ day }: TodayView) {
  if (day?.trend === undefined) return null;
  const { days, change } = day.trend;
  const { newest, highest } = day.pain ?? {};
  const { start, now, direction } = change;
  return {
    days: days.map((value) => value ?? null),
    newest: newest ?? null,
    highest: highest ?? null,
    start: start ?? null,
    now: now ?? null,
    change: changeWord(change),
    direction,
  };
}

function planJson({ day }: TodayView) {
  if (day?.plan === undefined) return null;
  const { track, where, state, list, news } = day.plan;
  return { track, where, state, list, news: news === undefined ? null : `${news.title} ${news.line}` };
}

function reminderJson({ day }: TodayView) {
  if (day?.reminder === undefined) return null;
  const { line, at, isDue } = day.reminder;
  return { line, at: at ?? null, due: isDue };
}

function nowJson(view: TodayView) {
  const step = nextStepOf(view);
  if (step === undefined) return null;
  const { command, because } = stepInWords(step);
  return { kind: step.kind, command: command ?? null, because };
}
