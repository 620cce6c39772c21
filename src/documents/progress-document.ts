import { notices } from '../data/safety-net.ts';
import { toTenth } from '../engine/log/middle.ts';
import { bucketed, bucketsOf } from '../engine/progress/buckets.ts';
import type { Change } from '../engine/progress/change.ts';
import type { Measure, Progress } from '../engine/progress/progress.ts';
import { stressHint } from '../engine/stress/stress-hint.ts';
import type { Block, Chart, Document, Row } from './document.ts';
import {
  changeInWords,
  changeWord,
  measureName,
  personDayInWords,
  shortDay,
  weekWords,
} from './progress-words.ts';

export interface ProgressDocumentView {
  readonly progress: Progress;
  /** Grave advice that still stands, for the top. */
  readonly advice: readonly Block[];
  /** A sheet leaves the screen: it says what made it, and what it is not. */
  readonly sheet?: { readonly version: string; readonly made: string } | undefined;
}

/** A screen shows so many weeks; a sheet shows all. */
const weeksOnScreen = 6;
const longRange = 300;

/** How it goes: the word first, then the picture, then everything in numbers, then practice. */
export function progressDocument({ progress, advice, sheet }: ProgressDocumentView): Document {
  const title = 'Your progress';
  if (progress.firstDay === undefined) return { title, blocks: [...advice, ...emptyBlocks] };
  const pain = progress.measures.filter(({ id }) => id === 'usual' || id === 'worst');
  const activities = progress.measures.filter(({ id }) => id === 'activity');
  return {
    title,
    blocks: [
      ...advice,
      headline(progress),
      ...(pain.length === 0 ? [] : [painChart(pain, progress)]),
      ...measureRows(progress),
      ...activities
        .filter(({ values }) => values.length > 1)
        .map((measure) => activityChart(measure, progress)),
      ...practiceBlocks(progress, sheet === undefined),
      ...howItIsCounted(progress),
      ...(sheet === undefined
        ? []
        : ([
            { kind: 'paragraph', text: notices.limits.text, quiet: true },
            {
              kind: 'paragraph',
              text: `Made ${sheet.made} by backcare, version ${sheet.version}. Self-reported.`,
              quiet: true,
            },
          ] as const)),
      {
        kind: 'next',
        commands: ['backcare log', ...(isCut(progress) ? ['backcare progress --since all'] : [])],
      },
    ],
  };
}

const emptyBlocks: readonly Block[] = [
  {
    kind: 'paragraph',
    text: 'Nothing is noted yet. One number a day is enough; after a week there is a first picture.',
  },
  { kind: 'next', commands: ['backcare log 4'] },
];

function headline({ measures, entries, sessions, from }: Progress): Block {
  const usual = measures.find(({ id }) => id === 'usual');
  if (usual === undefined) {
    const since = shortDay(from, false);
    const lines = [`Since ${since}: ${count(entries, 'entry', 'entries')}, ${count(sessions, 'session')}.`];
    return { kind: 'callout', tone: 'note', title: 'Pain: nothing noted in this time.', lines };
  }
  const { change } = usual;
  const tone = change.word === 'clear' && change.direction === 'better' ? 'calm' : 'note';
  const title = `Usual pain: ${changeInWords(change)}.`;
  return { kind: 'callout', tone, title, lines: [courseLine(change), ...hint(change)] };
}

/** "From about 6 to about 3, about 0.8 less a week, by 21 days with an entry." */
function courseLine({ start, now, days, perWeek = 0, word }: Change): string {
  const by = `by ${count(days, 'day')} with an entry`;
  if (start === undefined || now === undefined) return `Nothing to compare yet, ${by}.`;
  if (start === now) return `About ${now}, ${by}.`;
  const speed = `, about ${Math.abs(perWeek)} ${perWeek < 0 ? 'less' : 'more'} a week`;
  return `From about ${start} to about ${now}${word === 'cannot-tell' || perWeek === 0 ? '' : speed}, ${by}.`;
}

function hint({ word, direction }: Change): readonly string[] {
  if (direction === 'worse' && word === 'clear') return ['Check the danger signs again: backcare diagnose.'];
  return word === 'small' ? ['Ups and downs of this size are normal.'] : [];
}

export function painChart(pain: readonly Measure[], progress: Progress): Block {
  return chartBlock('Pain', pain, progress);
}

function activityChart(measure: Measure, progress: Progress): Block {
  return chartBlock(`${measureName(measure)} (0 cannot, 10 as before)`, [measure], progress);
}

function chartBlock(what: string, measures: readonly Measure[], { from, to, excused }: Progress): Block {
  const buckets = bucketsOf(from, to);
  const { size, starts } = buckets;
  const hasYear = to - from > longRange;
  const place = (day: number) => Math.floor((day - from) / size);
  const each = size === 1 ? '' : size === 7 ? ', by week' : `, by ${size} days`;
  const [first, last] = [shortDay(from, hasYear), shortDay(to, hasYear)];
  const range = first === last ? first : `${first} to ${last}`;
  const title = `${what}, ${range}${each}`;
  const said = measures.map((measure) => `${measureName(measure)}: ${spoken(measure.change)}`).join('. ');
  const chart: Chart = {
    title,
    label: `${title}. ${said}.`,
    top: 10,
    bottom: 0,
    places: starts.map((day) => shortDay(day, hasYear)),
    series: measures.map(({ id, values, ...measure }) => ({
      name: measureName({ id, values, ...measure }).toLowerCase(),
      style: id === 'worst' ? 'marks' : 'line',
      values: bucketed(values, buckets, id === 'worst' ? 'highest' : 'mean'),
    })),
    spans: excused.map((span) => ({
      name: span.why === 'flare' ? 'flare' : 'days off',
      from: Math.max(0, place(span.from)),
      to: Math.min(starts.length - 1, place(span.to)),
    })),
  };
  return { kind: 'chart', ...chart };
}

function spoken({ start, now, ...change }: Change): string {
  return start === undefined || now === undefined
    ? changeWord({ start, now, ...change })
    : start === now
      ? `about ${now}`
      : `from about ${start} to about ${now}`;
}

function measureRows({ measures, sleep, days }: Progress): readonly Block[] {
  const rows: Row[] = measures
    .filter(({ id }) => id !== 'usual')
    .map((measure) => ({
      label: measureName(measure),
      note: numbers(measure.change),
      text: `${changeInWords(measure.change)}${measure.id === 'stress' ? `, by ${count(measure.values.length, 'day')}` : ''}`,
    }));
  const nights = Object.entries(sleep).filter(([, number]) => number > 0);
  const sleepRow: Row[] =
    nights.length === 0
      ? []
      : [
          {
            label: 'Sleep',
            note: 'nights',
            text: nights.map(([how, number]) => `${how} ${number}`).join(', '),
          },
        ];
  const all = [...rows, ...sleepRow];
  return all.length === 0 ? [] : [{ kind: 'rows', rows: all }, ...hintBlocks(days)];
}

/** How pain was on stressed days beside the others: two numbers side by side, and no cause. */
function hintBlocks(days: Progress['days']): readonly Block[] {
  const hint = stressHint(days);
  if (hint === undefined) return [];
  const { difference, stressedDays } = hint;
  const points = Math.abs(difference) === 1 ? '1 point' : `${Math.abs(difference)} points`;
  const how = difference === 0 ? 'about the same' : `about ${points} ${difference > 0 ? 'higher' : 'lower'}`;
  const text = `On your ${count(stressedDays, 'more stressed day')} of ${hint.days} usual pain was ${how}. It is a hint, not proof: days differ in many ways.`;
  return [{ kind: 'paragraph', text }];
}

function numbers({ start, now }: Change): string {
  if (start === undefined || now === undefined) return '';
  return start === now ? String(now) : `${toTenth(start)} to ${toTenth(now)}`;
}

function practiceBlocks({ weeks, sessions, minutes }: Progress, isScreen: boolean): readonly Block[] {
  if (weeks.every(({ activeDays }) => activeDays === 0)) return [];
  const shown = isScreen ? weeks.slice(-weeksOnScreen) : weeks;
  const left = weeks.length - shown.length;
  return [
    { kind: 'heading', level: 2, text: 'Practice' },
    {
      kind: 'table',
      columns: ['Week of', 'Days', 'Asked', 'Minutes', 'How it went'],
      rows: shown.map((week) => [
        personDayInWords(week.monday),
        String(week.activeDays),
        String(week.planned),
        String(week.minutes),
        [weekWords[week.word], week.excusedDays > 0 ? `flare or off, ${count(week.excusedDays, 'day')}` : '']
          .filter((word) => word !== '')
          .join('; '),
      ]),
    },
    {
      kind: 'paragraph',
      text: `${count(sessions, 'session')}, ${minutes} minutes${left > 0 ? ` in ${count(weeks.length, 'week')}` : ''}. A short one counts as well, and a missed day costs nothing.`,
      quiet: true,
    },
  ];
}

function howItIsCounted(progress: Progress): readonly Block[] {
  const long = isCut(progress) ? ` Your record goes back to ${shortDay(progress.firstDay ?? 0, true)}.` : '';
  return [
    {
      kind: 'paragraph',
      text: `Of several entries in a day the mean counts, and the highest of the worst pain. Days without an entry are gaps. A change is clear from 2 points and about a third on; less can be chance. These are check-in questions of our own, no test.${long}`,
      quiet: true,
    },
  ];
}

function isCut({ firstDay, from }: Progress): boolean {
  return firstDay !== undefined && firstDay < from;
}

function count(number: number, one: string, several = `${one}s`): string {
  return `${number} ${number === 1 ? one : several}`;
}
