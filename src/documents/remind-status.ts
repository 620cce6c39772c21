import type { Block, Document, Row } from './document.ts';
import { linesOf } from './document-lines.ts';
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

export interface StatusParts {
  /** What must be read first, such as the advice of a check. */
  readonly before: readonly Block[];
  /** The schedulers. */
  readonly ways: readonly CheckView[];
  /** What the last look and the last reminder left. */
  readonly traces: readonly CheckView[];
  /** What keeps the installed way from working. */
  readonly broken: readonly CheckView[];
}

/** How they come, and why the next one is when it is. */
export function statusDocument(view: RemindView, { before, ways, traces, broken }: StatusParts): Document {
  const held = heldRows(view);
  const brokenWays = ways.filter(({ state }) => state === 'broken');
  return {
    title: 'Reminders',
    blocks: [
      ...before,
      ...whenBlocks(view),
      ...(held.length === 0
        ? []
        : [
            { kind: 'heading', level: 2, text: 'What does not come before it' } as const,
            { kind: 'rows', rows: held } as const,
          ]),
      { kind: 'heading', level: 2, text: 'How they come' },
      { kind: 'rows', rows: [...[...ways, ...traces].map((way) => checkRow(way, 'yes')), ...quietRow(view)] },
      // A way that is taken out or damaged is why nothing comes.
      ...brokenBlocks(brokenWays.length > 0 ? brokenWays : broken),
      { kind: 'next', commands: nextCommands(view, ways, broken) },
    ],
  };
}

/** What is due stands by itself: the reasons are those of the next one. */
function whenBlocks(view: RemindView): readonly Block[] {
  const { due, next } = view.plan;
  const why = whyInWords(view).map((text): Block => ({ kind: 'paragraph', text }));
  if (due.length === 0) return [{ kind: 'heading', level: 1, text: nextHeading(view) }, ...why];
  const names = due.map(({ schedule }) => schedule.name).join(', ');
  const now: Block = { kind: 'heading', level: 1, text: `Due now: ${names}` };
  return next === undefined
    ? [now, { kind: 'paragraph', text: 'After it none falls into the next weeks.' }]
    : [now, { kind: 'heading', level: 2, text: nextHeading(view) }, ...why];
}

function nextHeading({ plan: { next }, now, offsetMinutes, schedules }: RemindView): string {
  if (next === undefined) return 'No reminder comes';
  const name = schedules.find(({ id }) => id === next.schedule)?.name ?? next.schedule;
  const soon = inHowLong(next.at, now);
  return `Next: ${momentInWords(next.at, now, offsetMinutes)}, ${name}${soon === undefined ? '' : `, ${soon}`}`;
}

function quietRow({ quiet }: RemindView): readonly Row[] {
  return [{ label: 'quiet', note: '', text: quiet.length === 0 ? 'never' : windowsInWords(quiet) }];
}

function nextCommands(
  { plan }: RemindView,
  ways: readonly CheckView[],
  broken: readonly CheckView[],
): readonly string[] {
  const isSetUp = ways.some(({ state }) => state !== 'absent');
  if (plan.why.kind === 'off') return ['backcare diagnose', ...(isSetUp ? [remindCommands.uninstall] : [])];
  // It refuses as long as somebody has to set something right by hand.
  const refuses = ({ state, next }: CheckView) =>
    state === 'broken' && next?.includes(remindCommands.install) === false;
  if (ways.some(refuses)) return [remindCommands.doctor, remindCommands.list];
  if (broken.length > 0) return [remindCommands.doctor, remindCommands.install];
  return isSetUp
    ? [remindCommands.doctor, remindCommands.uninstall]
    : [remindCommands.install, remindCommands.list];
}

/**
 * What the doctor found, and what came of the test.
 *
 * @param before what must be read first, such as the advice of a check
 * @param isOff no reminder may come now: the next step is a check of the back
 */
export function doctorDocument(
  checks: readonly CheckView[],
  test: CheckView,
  before: readonly Block[] = [],
  isOff = false,
): Document {
  const broken = [...checks, test].filter(({ state }) => state === 'broken');
  return {
    title: 'Reminders',
    blocks: [
      ...before,
      {
        kind: 'heading',
        level: 1,
        text:
          broken.length > 0
            ? 'Something is in the way'
            : test.state === 'well'
              ? 'A real reminder came through'
              : isOff
                ? 'Reminders are off for now'
                : 'Nothing brings reminders yet',
      },
      { kind: 'rows', rows: [...checks, test].map((check) => checkRow(check, 'works')) },
      // What the doctor would tell to do is being done.
      ...brokenBlocks(broken.filter(({ next }) => next?.includes(remindCommands.doctor) !== true)),
      {
        kind: 'next',
        commands: isOff
          ? ['backcare diagnose', remindCommands.status]
          : test.state === 'absent'
            ? [remindCommands.install]
            : [remindCommands.status, remindCommands.list],
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
    next === undefined ? [] : [{ kind: 'callout', tone: 'note', title: says, lines: [next] }],
  );
}

/** The versioned contract of `remind doctor`, schema backcare/reminder-doctor@1. */
export function doctorJson(checks: readonly CheckView[], test: CheckView, before: readonly Block[]) {
  return {
    schema: 'backcare/reminder-doctor@1',
    advice: linesOf(before),
    well: [...checks, test].every(({ state }) => state !== 'broken'),
    checks: checks.map(checkJson),
    test: checkJson(test),
  };
}

/** One check, for every JSON that has some. */
export function checkJson({ about, state, says, next }: CheckView) {
  return { about, state, says, next: next ?? null };
}
