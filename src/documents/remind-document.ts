import type { Schedule } from '../data/reminder-schema.ts';
import type { Standing } from '../engine/permissions.ts';
import type { Ask } from '../engine/reminders/asks.ts';
import { inSentence } from './answer-words.ts';
import type { Contact } from './contact.ts';
import type { Block, Document, Row } from './document.ts';
import { emergencyLine } from './emergency-line.ts';
import type { RemindView } from './remind-view.ts';
import { stressRestsText, whyInWords } from './remind-why.ts';
import {
  inHowLong,
  joined,
  momentInWords,
  remindCommands,
  scheduleInWords,
  windowsInWords,
} from './remind-words.ts';

/**
 * All reminders: what is due or next, what is set, when it is quiet, and what became of today's.
 *
 * @param isStarted something looks after them by itself
 */
export function remindDocument(view: RemindView, isStarted: boolean): Document {
  const { schedules } = view;
  return {
    title: 'Reminders',
    blocks: [
      { kind: 'heading', level: 1, text: 'Reminders' },
      ...(view.plan.why.kind === 'no-schedules'
        ? [{ kind: 'paragraph', text: 'None is set. A few good ones take one step.' } as const]
        : [{ kind: 'rows', rows: [...firstRows(view), ...stateRows(view)] } as const]),
      ...(schedules.length === 0 ? [] : setBlocks(view)),
      ...(view.stressRests === true && view.plan.why.kind !== 'stress-rests'
        ? [{ kind: 'paragraph', text: stressRestsText } as const]
        : []),
      ...view.plan.asks.map((ask): Block => ({ kind: 'paragraph', text: askInWords(ask, view) })),
      ...(!isStarted && schedules.length > 0 ? [notStarted] : []),
      { kind: 'next', commands: nextCommands(view) },
    ],
  };
}

const notStarted: Block = {
  kind: 'callout',
  tone: 'note',
  title: 'Nothing brings them to you yet.',
  lines: [`"${remindCommands.install}" shows what it would set up, and asks first.`],
};

/** What is due, else when the next one comes, else why none does. */
function firstRows(view: RemindView): readonly Row[] {
  const { plan, now, offsetMinutes, schedules } = view;
  const due = plan.due.map(({ schedule }) => {
    const { name, starts } = schedule;
    return { label: 'Now', text: starts === undefined ? name : `${name}: backcare ${starts}` };
  });
  const nameOf = (id: string) => schedules.find((each) => each.id === id)?.name ?? id;
  const { next, why } = plan;
  if (why.kind === 'paused' || next === undefined)
    return [
      ...due,
      ...whyInWords(view)
        .slice(0, 1)
        .map((text) => ({ label: due.length > 0 ? '' : 'Next', text })),
    ];
  const soon = inHowLong(next.at, now);
  const when = `${momentInWords(next.at, now, offsetMinutes)} ${inSentence(nameOf(next.schedule))}`;
  return [...due, { label: 'Next', text: soon === undefined ? when : `${when}, ${soon}` }];
}

function stateRows({ quiet, today, schedules, waiting }: RemindView): readonly Row[] {
  if (schedules.length === 0) return [];
  const counts = [
    ...(today.shown === 0 ? [] : [`${today.shown} shown`]),
    ...(today.done === 0
      ? []
      : [
          `${today.done} done${today.early === 0 ? '' : ` (${today.early} before ${today.early === 1 ? 'its' : 'their'} time)`}`,
        ]),
    ...(today.snoozed === 0 ? [] : [`${today.snoozed} snoozed`]),
    ...(today.skipped === 0 ? [] : [`${today.skipped} skipped`]),
  ];
  return [
    ...(waiting.length === 0 ? [] : [{ label: 'Shown', text: `${joined(waiting)}: did you do it?` }]),
    ...(counts.length === 0 ? [] : [{ label: 'Today', text: counts.join(', ') }]),
    { label: 'Quiet', text: quiet.length === 0 ? 'never' : windowsInWords(quiet) },
  ];
}

function setBlocks({ schedules }: RemindView): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Set' },
    { kind: 'rows', rows: schedules.map(scheduleRow) },
  ];
}

/** A schedule by its name for commands, and when it comes. */
export function scheduleRow(schedule: Schedule): Row {
  return { label: schedule.id, text: scheduleInWords(schedule) };
}

function askInWords({ schedule: id, ask }: Ask, { schedules }: RemindView): string {
  const name = inSentence(schedules.find((each) => each.id === id)?.name ?? id);
  return ask === 'keep-one-a-day'
    ? `The ${name} has become a habit. One a day may be enough: backcare remind change ${id} --times 1/day`
    : `The ${name} was passed over for three days; that is fine. Fewer, another time, or stop? backcare remind change ${id}, backcare remind remove ${id}`;
}

function nextCommands({ plan, schedules, waiting }: RemindView): readonly string[] {
  if (schedules.length === 0)
    return [remindCommands.defaults, 'backcare remind add desk-break --every 45m', 'backcare'];
  if (plan.due.length > 0 || waiting.length > 0)
    return [remindCommands.done, `${remindCommands.snooze} 15`, remindCommands.skip];
  return [
    plan.why.kind === 'paused' ? remindCommands.resume : remindCommands.pause,
    remindCommands.status,
    'backcare remind --help',
  ];
}

/** A short answer: what was kept, in a line or two, and what to run next. */
export function remindKeptDocument(
  says: readonly string[],
  blocks: readonly Block[],
  next: readonly string[],
): Document {
  return {
    title: 'Reminders',
    blocks: [
      ...says.map((text): Block => ({ kind: 'paragraph', text })),
      ...blocks,
      { kind: 'next', commands: next },
    ],
  };
}

/** Why no reminders are offered now, and what to do first. */
export function remindersOffDocument(
  contact: Contact,
  standing: Exclude<Standing, 'cleared'>,
  { advice, outdated }: { readonly advice: readonly Block[]; readonly outdated: string | undefined },
): Document {
  if (standing !== 'unchecked')
    return {
      title: 'Reminders',
      blocks: [
        ...advice,
        { kind: 'paragraph', text: 'Reminders are off while this advice stands. What is set is kept.' },
        { kind: 'next', commands: ['backcare diagnose'] },
      ],
    };
  return {
    title: 'Reminders',
    blocks: [
      emergencyLine(contact),
      {
        kind: 'heading',
        level: 1,
        text: outdated !== undefined ? 'Your back needs a new check first' : 'Your back was not checked yet',
      },
      {
        kind: 'paragraph',
        text: `${outdated === undefined ? '' : `${outdated} `}Reminders ask you to move, so the danger signs come first: about 3 minutes. Until then none comes.`,
      },
      { kind: 'next', commands: ['backcare diagnose', 'backcare relief'] },
    ],
  };
}
