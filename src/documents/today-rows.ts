import { type NextStep, nextStep } from '../engine/today/next-step.ts';
import type { Block, Row } from './document.ts';
import { changeInWords } from './progress-words.ts';
import type { DayGlance, PainGlance, PlanGlance, PlanLine, ReminderGlance, TodayView } from './today-view.ts';

/** With fewer days than these a picture says nothing. */
const fewestDays = 3;
/** With more sessions in a day, the rest is a number. */
const mostSessions = 3;

/** The date and where the plan is, and then the day in rows; nothing when nothing is known of it. */
export function dayBlocks(view: TodayView): readonly Block[] {
  const { day } = view;
  if (day === undefined) return [];
  const rows = [
    painRow(day),
    ...listRows(day.plan),
    ...stressRows(day),
    practiceRow(day),
    ...(day.reminder === undefined ? [] : [reminderRow(day.reminder)]),
    ...dueRows(view),
    nowRow(nextStepOf(view)),
  ].flatMap((row) => row ?? []);
  const { news, track, where } = day.plan ?? {};
  const heading = where === undefined ? day.today : `${day.today} · ${track}: ${where}`;
  return [
    { kind: 'heading', level: 1, text: heading },
    ...(news === undefined
      ? []
      : [{ kind: 'callout' as const, tone: news.tone, title: news.title, lines: [news.line] }]),
    ...(rows.length === 0 ? [] : [{ kind: 'rows' as const, rows }]),
  ];
}

/** What to do now, of everything that today shows. */
export function nextStepOf({ standing, day }: TodayView): NextStep | undefined {
  return nextStep({
    standing,
    isNoted: day?.isNoted === true,
    hasPractised: day?.hasExercised === true,
    hasConcern: day?.concern !== undefined,
    plan: day?.plan,
  });
}

function painRow({ trend, pain }: DayGlance): Row | undefined {
  if (trend === undefined || pain === undefined) return undefined;
  const { change, days } = trend;
  const { start, now } = change;
  const first = days.findIndex((value) => value !== undefined);
  const isCourse = change.days >= fewestDays && start !== undefined && now !== undefined;
  return {
    label: 'Pain',
    ...(isCourse ? { spark: days.slice(first) } : {}),
    text: isCourse
      ? `${start === now ? now : `${start} to ${now}`}: ${changeInWords(change)}${highestInWords(pain, '; newest ')}`
      : `${pain.newest} of 10${highestInWords(pain)}`,
  };
}

/** ", highest 9 today", where a day had more than one number; nothing else would tell that it was a hard one. */
function highestInWords({ newest, highest, isToday }: PainGlance, before?: string): string {
  if (highest === newest) return '';
  const newestInWords = before === undefined ? '' : `${before}${newest}`;
  return `${newestInWords}, highest ${highest} ${isToday ? 'today' : 'that day'}`;
}

function listRows(plan: PlanGlance | undefined): readonly Row[] {
  if (plan === undefined) return [];
  // News takes the room of what is only for the taking.
  const shown = plan.news === undefined ? plan.list : plan.list.filter(({ isComfort }) => !isComfort);
  return shown.map((line, place) => ({
    label: place === 0 ? 'Today' : '',
    text: `${tick(line)} ${line.text}`,
  }));
}

function stressRows({ stress, plan }: DayGlance): readonly Row[] {
  // News of the plan takes the room of what costs nothing when it is left out.
  const lines = (stress?.list ?? []).filter(
    ({ isDone, isLeftOut }) => !isLeftOut && (plan?.news === undefined || !isDone),
  );
  return lines.map(({ text, isDone }, place) => ({
    label: place === 0 ? 'Stress' : '',
    text: `${isDone ? '✓' : '·'} ${text}`,
  }));
}

/** What stands before a line: done, in part, open, or there for the taking. */
function tick({ isDone, isComfort, done, wanted }: PlanLine): string {
  if (isDone) return '✓';
  if (wanted > 1) return `${done} of ${wanted}:`;
  return isComfort ? 'extra:' : '·';
}

function practiceRow({ practised }: DayGlance): Row | undefined {
  if (practised.length === 0) return undefined;
  const told = practised
    .slice(0, mostSessions)
    .map(({ name, minutes }) => (minutes < 1 ? name : `${name}, ${minutes} min`));
  const more = practised.length - told.length;
  return { label: 'Practised', text: [...told, ...(more > 0 ? [`${more} more`] : [])].join('; ') };
}

/** What waits for the person; what is proposed as the one thing now is not said twice. */
export function dueOf(view: TodayView): readonly string[] {
  const { day, standing } = view;
  const { plan } = day ?? {};
  const step = nextStepOf(view);
  // On days off nothing is asked for; where all the danger signs wait to be asked, the short form is too little.
  const isOff = plan?.isOnDaysOff === true;
  const hasCheckIn =
    day?.checkIn !== undefined && day.concern === undefined && !isOff && standing === 'cleared';
  const isAsked = plan?.asksPain === true || isOff || step?.kind === 'note-pain' || hasCheckIn;
  const asksNote = day !== undefined && !day.isNoted && !isAsked;
  return [
    ...(hasCheckIn ? ['check-in, one minute: backcare recovery check-in'] : []),
    ...(asksNote ? ['pain is not noted today: backcare log'] : []),
    ...(plan?.due ?? []),
    ...(day?.stress?.due ?? []),
  ];
}

function dueRows(view: TodayView): readonly Row[] {
  return dueOf(view).map((text, place) => ({ label: place === 0 ? 'Due' : '', text }));
}

function nowRow(step: NextStep | undefined): Row | undefined {
  if (step === undefined) return undefined;
  const { command, because } = stepInWords(step);
  return { label: 'Now', text: command === undefined ? because : `${command}: ${because}` };
}

/** A step with its command, where it has one, and why. */
export function stepInWords(step: NextStep): { readonly command?: string; readonly because: string } {
  switch (step.kind) {
    case 'check-first':
      return { command: 'backcare diagnose', because: 'danger signs come before any plan' };
    case 'off-track':
      return { command: 'backcare recovery visit', because: 'it is time that somebody looks' };
    case 'flare':
      return { command: 'backcare recovery', because: 'what helps in these hours and days' };
    case 'days-off':
      return { because: 'Nothing is asked of you today.' };
    case 'line':
      return { command: `backcare ${step.starts}`, because: 'next on your list' };
    case 'session':
      return { command: 'backcare stretch', because: 'no session yet today; a few minutes count' };
    case 'note-pain':
      return { command: 'backcare log', because: 'one number, ten seconds' };
    case 'enough':
      return { because: 'Nothing more is due. Today is enough.' };
  }
}

/** What is due says "now" once, as its label. */
function reminderRow({ line, isDue }: ReminderGlance): Row {
  return isDue ? { label: 'Now', text: line.replace(/^now: /, '') } : { label: 'Next', text: line };
}
