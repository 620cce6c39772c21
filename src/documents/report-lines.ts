import { reliefSigns } from '../data/relief.ts';
import type { Question } from '../data/schema.ts';
import type { Answer } from '../engine/answers.ts';
import type { ReportedCheck, ReportFacts } from '../engine/report/report-facts.ts';
import { answerInWords, inSentence } from './answer-words.ts';
import { listed } from './assessment-words.ts';
import { changeLabels } from './check-in-document.ts';
import { factLines, withAnswer } from './clinician-summary.ts';
import type { Row } from './document.ts';
import { changeInWords, measureName, personDayInWords, shortDay } from './progress-words.ts';
import type { ReportView } from './report-view.ts';
import { helpInWords } from './tried-words.ts';

/** More than these would not leave room for the rest of the page. */
const mostSigns = 20;
const mostItems = 3;
const mostSpans = 4;
/** Own words have the room that numbers leave: under so many rows they are cut to a line each. */
const manyRows = 9;
const roomForNotes = { usual: { most: 4, longest: 160 }, scarce: { most: 2, longest: 90 } } as const;
const mostWeeks = 12;

/** Answers that are no danger sign and stand on the sheet. */
const factIds: readonly string[] = ['age', 'pain-site', 'duration', 'onset-type', 'pain-worst'];

/** Whether an answer stands on the sheet; the others need not be near it. */
export function isOnSheet(id: string, answer: Answer, question: Question | undefined): boolean {
  if (factIds.includes(id)) return true;
  const isSign = question?.screen !== undefined && question.kind === 'bool';
  return isSign && (answer === 'yes' || answer === 'unsure' || answer === 'no');
}

/** "24 Oct to 22 Nov 2026". */
export function daysInWords({ from, to }: Pick<ReportFacts, 'from' | 'to'>): string {
  return from === to
    ? shortDay(to, true)
    : `${shortDay(from, isOtherYear(from, to))} to ${shortDay(to, true)}`;
}

function isOtherYear(from: number, to: number): boolean {
  return shortDay(from, true).slice(-4) !== shortDay(to, true).slice(-4);
}

/** The level in its own word, and whether it can be relied on. */
export function levelInWords({ urgency, complete }: Pick<ReportedCheck, 'urgency' | 'complete'>): string {
  return complete ? urgency : `${urgency}, with safety questions open`;
}

/** The danger sign that was ticked and stands until a finished check. */
export function tickedLines({ sign }: Pick<ReportedCheck, 'sign'>): readonly string[] {
  if (sign === undefined) return [];
  const label = reliefSigns.find(({ id }) => id === sign)?.label ?? sign.replaceAll('-', ' ');
  return [`Danger sign ticked, and not checked since: ${inSentence(label)}.`];
}

/** Where it hurts, by the newest entry that says so. */
export function placesLine({ facts, knowledge }: ReportView): readonly Row[] {
  if (facts.places.length === 0) return [];
  return [{ label: 'Where', text: answerInWords(knowledge.question('pain-site'), facts.places) }];
}

/** The person's own word for the whole of it: one step of seven, and beside what. */
export function onTheWholeLine({ facts: { onTheWhole } }: ReportView): readonly Row[] {
  if (onTheWhole === undefined) return [];
  const { change, day } = onTheWhole;
  const words = changeLabels[change].toLowerCase();
  return [
    { label: 'On the whole', text: `${words} beside the first check (said on ${shortDay(day, false)})` },
  ];
}

/** How each thing that was noted went, in the careful words of a change that matters. */
export function courseRows({ facts }: ReportView): readonly Row[] {
  const { measures, sleep, excused } = facts.progress;
  const rows = measures.map((measure): Row => {
    const { start, now, days } = measure.change;
    const course = start === undefined || now === undefined ? '' : `${start} at first, ${now} lately; `;
    return {
      label: measure.id === 'activity' ? `Can do “${measureName(measure)}”` : reportNames[measure.id],
      text: `${course}${changeInWords(measure.change)}; ${count(days, 'day')}`,
    };
  });
  const nights = Object.entries(sleep).filter(([, number]) => number > 0);
  const spans = excused.map(
    ({ why, from, to }) => `${why === 'flare' ? 'flare' : 'days off'} ${span(from, to)}`,
  );
  return [
    ...rows,
    ...(nights.length === 0
      ? []
      : [{ label: 'Sleep', text: nights.map(([how, number]) => `${how} ${number}`).join(', ') }]),
    ...(spans.length === 0 ? [] : [{ label: 'Flares, days off', text: newestOf(spans) }]),
  ];
}

/** In the order of time, as many as there is room for. */
function newestOf(spans: readonly string[]): string {
  const left = spans.length - mostSpans;
  return [...(left > 0 ? [`${left} earlier`] : []), ...spans.slice(-mostSpans)].join('; ');
}

const reportNames = {
  usual: 'Usual pain',
  worst: 'Worst pain',
  interference: 'Stops them',
  stress: 'Stress',
} as const;

/** Practice by week, what it was, and the daily list. */
export function triedRows({ facts, items, remedies }: ReportView): readonly Row[] {
  const { sessions, minutes } = facts.progress;
  const shown = facts.practiceWeeks.slice(-mostWeeks);
  const rows: Row[] = [];
  if (sessions > 0) {
    const first = shown[0];
    const from = first === undefined ? '' : ` from ${shortDay(first.monday, false)}`;
    rows.push({
      label: 'Guided sessions',
      text: `${count(sessions, 'session')}, ${minutes} minutes; days of practice by week${from}: ${shown.map(({ days }) => days).join(', ')}`,
    });
  }
  if (facts.routines.length > 0)
    rows.push({
      label: 'Most often',
      text: listOf(facts.routines.map(({ name, times }) => `${name} (${times})`)),
    });
  if (facts.ticks.length > 0)
    rows.push({
      label: 'Daily list',
      text: listOf(facts.ticks.map(({ item, days }) => `${items.get(item) ?? item} (${count(days, 'day')})`)),
    });
  if (facts.tried.length > 0)
    rows.push({
      label: 'Remedies',
      text: listOf(
        facts.tried.map((each) => `${remedies.get(each.remedy) ?? each.remedy} (${helpInWords(each)})`),
      ),
    });
  return rows;
}

/** Facts of the newest check in one line, and its signs; those answered no as far as there is room. */
export function checkLines({ facts, knowledge }: ReportView): readonly string[] {
  const answers = facts.check?.answers ?? {};
  const lines = factLines(answers, knowledge);
  const signs = lines.filter((line) => /^(?:Yes|Not sure): /.test(line));
  const about = lines.filter((line) => !signs.includes(line));
  const no = withAnswer('no', answers, knowledge).map(({ label }) => inSentence(label));
  const left = no.length - mostSigns;
  return [
    ...(about.length === 0 ? [] : [`${about.join('. ')}.`]),
    ...signs,
    ...(no.length === 0
      ? []
      : [`No: ${listed([...no.slice(0, mostSigns), ...(left > 0 ? [`${left} more signs`] : [])])}`]),
  ];
}

/** The newest notes in quotation marks: whose words they are must not be in doubt. */
export function noteLines(view: ReportView): readonly string[] {
  const { facts, remedies } = view;
  const { notes } = facts;
  const rows = courseRows(view).length + triedRows(view).length;
  const room = roomForNotes[rows > manyRows ? 'scarce' : 'usual'];
  const shown = notes.slice(0, room.most).map(({ day, text, about }) => {
    const on = about === undefined ? '' : `, on ${inSentence(remedies.get(about) ?? about)}`;
    return `${personDayInWords(day)}${on}: “${quoted(text, room.longest)}”`;
  });
  const left = notes.length - shown.length;
  return left > 0 ? [...shown, `${count(left, 'earlier note')} not on this page.`] : shown;
}

/** A mark that would end the quotation becomes a plain one. */
function quoted(text: string, longest: number): string {
  const plain = text.replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
  const letters = Array.from(plain);
  return letters.length <= longest ? plain : `${letters.slice(0, longest).join('').trimEnd()} …`;
}

function span(from: number, to: number): string {
  return from === to ? shortDay(from, false) : `${shortDay(from, false)} to ${shortDay(to, false)}`;
}

function listOf(texts: readonly string[]): string {
  const left = texts.length - mostItems;
  return [...texts.slice(0, mostItems), ...(left > 0 ? [`${left} more`] : [])].join('; ');
}

export function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}
