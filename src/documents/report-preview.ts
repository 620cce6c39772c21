import { partsOfAnswer, type ReportPart, reportParts } from '../engine/report/report-parts.ts';
import type { Block, Document } from './document.ts';
import { reportDocument } from './report-document.ts';
import { count } from './report-lines.ts';
import type { ReportView } from './report-view.ts';

const names: { readonly [part in ReportPart]: string } = {
  pain: 'Pain, and where',
  function: 'How much it stops you',
  activities: 'Your own activities',
  stress: 'Stress',
  sleep: 'Sleep',
  flares: 'Flares and days off',
  practice: 'Guided sessions',
  list: 'Ticks on the daily list',
  remedies: 'Remedies tried',
  about: 'About you and this pain',
  signs: 'Danger signs and risks',
  sensitive: 'Sensitive answers',
  notes: 'Your own words',
};

export interface ReportPartRow {
  readonly part: ReportPart;
  readonly name: string;
  /** How much there is of it. */
  readonly has: string;
  readonly isIn: boolean;
}

/**
 * The parts that there is anything of.
 *
 * @param view with everything in it, nothing left out yet
 */
export function reportPartRows(view: ReportView, left: ReadonlySet<ReportPart>): readonly ReportPartRow[] {
  const amounts = amountsOf(view);
  return reportParts
    .filter((part) => amounts[part][0] > 0)
    .map((part) => ({
      part,
      name: names[part],
      has: part === 'signs' ? signsInWords(view, amounts.signs) : amountInWords(amounts[part]),
      isIn: !left.has(part),
    }));
}

function amountsOf({ facts, knowledge }: ReportView): {
  readonly [part in ReportPart]: readonly [number, string];
} {
  const { progress, check } = facts;
  const days = (id: string) =>
    progress.measures
      .filter((each) => each.id === id)
      .reduce((most, { change }) => Math.max(most, change.days), 0);
  const answers = Object.keys(check?.answers ?? {}).map((id) => partsOfAnswer(knowledge.question(id)));
  const answersIn = (part: ReportPart) => answers.filter((parts) => parts.includes(part)).length;
  const { sleep } = progress;
  const { notAnswered, some } = facts.openForms;
  const shortForms = (facts.shortForms?.times ?? 0) + notAnswered + some;
  return {
    pain: [
      Math.max(
        days('usual'),
        days('worst'),
        facts.places.length > 0 ? 1 : 0,
        facts.onTheWhole === undefined ? 0 : 1,
      ),
      'day',
    ],
    function: [days('interference'), 'day'],
    activities: [progress.measures.filter(({ id }) => id === 'activity').length, 'activity'],
    stress: [days('stress'), 'day'],
    sleep: [sleep.good + sleep.fair + sleep.poor, 'night'],
    flares: [progress.excused.length, 'time'],
    practice: [progress.sessions, 'session'],
    list: [facts.ticks.length, 'line'],
    remedies: [facts.tried.length, 'remedy'],
    about: [answersIn('about'), 'answer'],
    signs: [answersIn('signs') + shortForms + (isTicked(check) ? 1 : 0), 'answer'],
    sensitive: [answersIn('sensitive'), 'answer'],
    notes: [facts.notes.length, 'note'],
  };
}

/** What would go in, part by part, and then the sheet itself, before anything is written. */
export function reportPreview(whole: ReportView, cut: ReportView, left: ReadonlySet<ReportPart>): Document {
  return {
    title: 'Preview of the sheet',
    blocks: [
      { kind: 'heading', level: 1, text: 'Nothing is written yet. This would go in:' },
      partsBlock(reportPartRows(whole, left)),
      ...reportDocument(cut).blocks,
    ],
  };
}

export function partsBlock(rows: readonly ReportPartRow[]): Block {
  return {
    kind: 'rows',
    rows: rows.map(({ part, name, has, isIn }) => ({
      label: part,
      note: isIn ? 'in' : 'left out',
      text: `${name}: ${has}`,
    })),
  };
}

function isTicked(check: ReportView['facts']['check']): boolean {
  return check?.sign !== undefined;
}

/** A ticked sign is named, since it stands first on the sheet. */
function signsInWords({ facts }: ReportView, [number, one]: readonly [number, string]): string {
  if (!isTicked(facts.check)) return amountInWords([number, one]);
  return number === 1 ? 'a ticked sign' : `a ticked sign, ${amountInWords([number - 1, one])}`;
}

function amountInWords([number, one]: readonly [number, string]): string {
  return one.endsWith('y') && one !== 'day' && number !== 1
    ? `${number} ${one.slice(0, -1)}ies`
    : count(number, one);
}
