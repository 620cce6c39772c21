import { notices } from '../data/safety-net.ts';
import { momentInWords } from './assessment-view.ts';
import type { Block, Document } from './document.ts';
import { painChart } from './progress-document.ts';
import { personDayInWords } from './progress-words.ts';
import {
  checkLines,
  courseRows,
  daysInWords,
  levelInWords,
  noteLines,
  onTheWholeLine,
  placesLine,
  tickedLines,
  triedRows,
} from './report-lines.ts';
import type { ReportView } from './report-view.ts';
import { inSpeech } from './spoken-words.ts';

/** One page for a clinician: the course, what was tried, danger signs, own words. Everything on it is self-reported. */
export function reportDocument(view: ReportView): Document {
  const { facts } = view;
  const title = `Back pain, self-reported: ${daysInWords(facts)}`;
  return {
    title,
    isDense: true,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'paragraph',
        text: `Noted by the person at home. Nobody has examined or checked any of it, and it is no diagnosis. Numbers are 0 to 10, and for what they can do 0 is cannot and 10 as before.${facts.isCut ? ' Some parts were left out.' : ''}`,
      },
      ...courseBlocks(view),
      ...section('What was tried', rowsBlock(triedRows(view))),
      ...section('Check of danger signs', checkBlocks(view)),
      ...section('In their own words', noteBlocks(view)),
      {
        kind: 'paragraph',
        text: `${notices.limits.text} ${imprint(view)}`,
        quiet: true,
      },
    ],
  };
}

function courseBlocks(view: ReportView): readonly Block[] {
  const { progress } = view.facts;
  const pain = progress.measures.filter(({ id }) => id === 'usual' || id === 'worst');
  const rows = [...placesLine(view), ...onTheWholeLine(view), ...courseRows(view)];
  return section('Course', [...(pain.length === 0 ? [] : [painChart(pain, progress)]), ...rowsBlock(rows)]);
}

function checkBlocks(view: ReportView): readonly Block[] {
  const { check, earlierChecks, shortForms, openForms } = view.facts;
  const { ticks } = inSpeech(Object.keys(openForms.named), openForms.named, view.knowledge);
  const which = ticks.length === 0 ? '' : `: ${ticks.join('; ')}`;
  const earlier = earlierChecks.map(({ day, ...each }) => `${personDayInWords(day)} ${levelInWords(each)}`);
  const lines = [
    ...(check === undefined
      ? []
      : [
          `Newest check, ${personDayInWords(check.day)}. Level: ${levelInWords(check)}.`,
          ...tickedLines(check),
          ...checkLines(view),
        ]),
    ...(earlier.length === 0 ? [] : [`Earlier checks: ${earlier.join('; ')}.`]),
    ...(shortForms === undefined
      ? []
      : [
          `Asked again in short with entries, ${times(shortForms.times)}: none ticked; the last time on ${personDayInWords(shortForms.last)}.`,
        ]),
    ...(openForms.some === 0
      ? []
      : [`Something new or worrying was said with an entry, ${times(openForms.some)}${which}.`]),
    ...(openForms.notAnswered === 0
      ? []
      : [`Asked in short and not answered, ${times(openForms.notAnswered)}.`]),
  ];
  return lines.length === 0 ? [] : [{ kind: 'list', items: lines }];
}

function noteBlocks(view: ReportView): readonly Block[] {
  const items = noteLines(view);
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function rowsBlock(rows: Extract<Block, { kind: 'rows' }>['rows']): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'rows', rows }];
}

/** A heading only over something. */
function section(text: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text }, ...blocks];
}

function imprint({ facts, knowledge, version, ...when }: ReportView): string {
  const level = facts.check === undefined ? 'not checked' : levelInWords(facts.check);
  return `Made ${momentInWords(when)} by backcare, version ${version}, rule set ${knowledge.ruleSet}; no clinician has reviewed the rules yet. Level: ${level}.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
