import type { Block, Document, Row } from './document.ts';
import type { RemindView } from './remind-view.ts';
import { heldRows, whyInWords } from './remind-why.ts';
import { inHowLong, momentInWords, remindCommands, windowsInWords } from './remind-words.ts';

/** One thing that a look at the machine says. */
export interface CheckView {
  readonly about: string;
  readonly state: 'well' | 'absent' | 'broken';
  readonly says: string;
  readonly next?: string;
}

/** How they come, and why the next one is when it is. */
export function statusDocument(
  view: RemindView,
  { ways, broken }: { readonly ways: readonly CheckView[]; readonly broken: readonly CheckView[] },
): Document {
  const held = heldRows(view);
  return {
    title: 'Reminders',
    blocks: [
      { kind: 'heading', level: 1, text: nextHeading(view) },
      ...whyInWords(view).map((text): Block => ({ kind: 'paragraph', text })),
      ...(held.length === 0
        ? []
        : [
            { kind: 'heading', level: 2, text: 'What does not come before it' } as const,
            { kind: 'rows', rows: held } as const,
          ]),
      { kind: 'heading', level: 2, text: 'How they come' },
      { kind: 'rows', rows: [...ways.map((way) => checkRow(way, 'yes')), ...quietRow(view)] },
      ...brokenBlocks([...ways.filter(({ state }) => state === 'broken'), ...broken]),
      { kind: 'next', commands: nextCommands(ways, broken) },
    ],
  };
}

function nextHeading({ plan, now, offsetMinutes, schedules }: RemindView): string {
  const { due, next } = plan;
  if (due.length > 0) return `Due now: ${due.map(({ schedule }) => schedule.name).join(', ')}`;
  if (next === undefined) return 'No reminder comes';
  const name = schedules.find(({ id }) => id === next.schedule)?.name ?? next.schedule;
  const soon = inHowLong(next.at, now);
  return `Next: ${momentInWords(next.at, now, offsetMinutes)}, ${name}${soon === undefined ? '' : `, ${soon}`}`;
}

function quietRow({ quiet }: RemindView): readonly Row[] {
  return [{ label: 'quiet', note: '', text: quiet.length === 0 ? 'never' : windowsInWords(quiet) }];
}

function nextCommands(ways: readonly CheckView[], broken: readonly CheckView[]): readonly string[] {
  const isSetUp = ways.some(({ state }) => state === 'well');
  // It refuses as long as somebody has to set something right by hand.
  const refuses = ({ state, next }: CheckView) =>
    state === 'broken' && next?.includes(remindCommands.install) === false;
  if (ways.some(refuses)) return [remindCommands.doctor, remindCommands.list];
  if (broken.length > 0) return [remindCommands.doctor, remindCommands.install];
  return isSetUp
    ? [remindCommands.doctor, remindCommands.uninstall]
    : [remindCommands.install, remindCommands.list];
}

/** What the doctor found, and what came of the test. */
export function doctorDocument(checks: readonly CheckView[], test: CheckView): Document {
  const broken = [...checks, test].filter(({ state }) => state === 'broken');
  return {
    title: 'Reminders',
    blocks: [
      {
        kind: 'heading',
        level: 1,
        text:
          broken.length > 0
            ? 'Something is in the way'
            : test.state === 'well'
              ? 'A real reminder came through'
              : 'Nothing brings reminders yet',
      },
      { kind: 'rows', rows: [...checks, test].map((check) => checkRow(check, 'works')) },
      // What the doctor would tell to do is being done.
      ...brokenBlocks(broken.filter(({ next }) => next?.includes(remindCommands.doctor) !== true)),
      {
        kind: 'next',
        commands:
          test.state === 'absent' ? [remindCommands.install] : [remindCommands.status, remindCommands.list],
      },
    ],
  };
}

/** @param well what is said of one that is as it should be */
function checkRow({ about, state, says }: CheckView, well: string): Row {
  return { label: about, note: { well, absent: 'no', broken: 'broken' }[state], text: says };
}

function brokenBlocks(broken: readonly CheckView[]): readonly Block[] {
  return broken.flatMap(({ says, next }): readonly Block[] =>
    next === undefined ? [] : [{ kind: 'callout', tone: 'routine', title: says, lines: [next] }],
  );
}

/** The versioned contract of `remind doctor`, schema backcare/reminder-doctor@1. */
export function doctorJson(checks: readonly CheckView[], test: CheckView) {
  return {
    schema: 'backcare/reminder-doctor@1',
    well: [...checks, test].every(({ state }) => state !== 'broken'),
    checks: checks.map(checkJson),
    test: checkJson(test),
  };
}

/** One check, for every JSON that has some. */
export function checkJson({ about, state, says, next }: CheckView) {
  return { about, state, says, next: next ?? null };
}
