import type { PlannedItem, RoutinePlan } from '../routine/plan.ts';
import { secondsOf } from './dose-length.ts';
import { type ItemPart, sideName } from './item-part.ts';
import type { PracticeScript, ScriptItem, Segment } from './script.ts';
import { capital, durationInWords, firstThatFits } from './speech.ts';
import { timedSegments } from './timed-segments.ts';
import { inVersion, isElsewhere, wayOf } from './version.ts';
import { workSegments } from './work-segments.ts';

/**
 * The guided session of a plan, second by second. It takes exactly as long as the plan says, and what it says out loud is
 * enough to do it with the eyes shut.
 */
export function buildScript(plan: Extract<RoutinePlan, { kind: 'routine' }>): PracticeScript {
  const last = plan.items.at(-1);
  return {
    name: plan.name,
    items: plan.items.map(scriptItem),
    segments: plan.items.flatMap((planned, item) => [
      getReady(plan.items, planned, item),
      ...doseSegments({ planned, item }),
    ]),
    closing: `${last === undefined ? '' : `${endingOf(last)} `}You are done. Take a moment before you move on.`,
  };
}

function scriptItem({ exercise, variant }: PlannedItem): ScriptItem {
  const { name, say, steps } = inVersion(exercise, variant);
  return {
    exercise: exercise.id,
    name,
    variant,
    instruction: [say, ...wayOf(exercise, variant)].join(' '),
    steps: [...steps, ...wayOf(exercise, variant)],
    ...(exercise.stop === undefined ? {} : { stop: exercise.stop }),
    ...(variant === 'easier' ? elsewhere(exercise) : easierOf(exercise)),
  };
}

function elsewhere(exercise: PlannedItem['exercise']): Pick<ScriptItem, 'isElsewhere'> {
  return isElsewhere(exercise, 'easier') ? { isElsewhere: true } : {};
}

function easierOf(exercise: PlannedItem['exercise']): Pick<ScriptItem, 'easier'> {
  if (exercise.easier === undefined) return {};
  const { name, say, steps } = inVersion(exercise, 'easier');
  const isTold = exercise.easierInFull !== undefined;
  return {
    easier: {
      way: exercise.easier,
      name,
      instruction: isTold ? say : exercise.easier,
      steps: isTold ? steps : [...steps, exercise.easier],
      ...elsewhere(exercise),
    },
  };
}

function doseSegments(part: ItemPart): readonly Segment[] {
  const { dose } = part.planned;
  return dose.kind === 'timed' ? timedSegments(part, dose) : workSegments(part, dose);
}

/** All the time of an item that its dose leaves: letting go of the last exercise, and getting into this one. */
function getReady(items: readonly PlannedItem[], planned: PlannedItem, item: number): Segment {
  const milliseconds = Math.round((planned.seconds - secondsOf(planned.dose)) * 1000);
  const hasSides = planned.dose.kind !== 'timed' && planned.dose.sides === 2;
  const side = hasSides ? ('left' as const) : undefined;
  const before = items[item - 1];
  return {
    kind: 'get-ready',
    item,
    milliseconds,
    ...(side === undefined ? {} : { side }),
    label: side === undefined ? 'get ready' : `get ready, ${sideName(planned.exercise, side)} first`,
    say: announcement(planned, {
      ending: before === undefined ? '' : endingOf(before),
      place: placeOf(item, items.length),
      side: side === undefined ? '' : `${capital(sideName(planned.exercise, side))} first.`,
      milliseconds,
    }),
    cue: item === 0 ? 'begin' : 'change',
    picture: 'start',
  };
}

interface Surroundings {
  readonly ending: string;
  readonly place: string;
  readonly side: string;
  readonly milliseconds: number;
}

/** The fullest announcement there is time for. When to let go and which side come before how to do it. */
function announcement({ exercise, variant, dose }: PlannedItem, around: Surroundings): string {
  const told = inVersion(exercise, variant);
  const name = `${around.place}${told.name}.`;
  const way = wayOf(exercise, variant);
  const amount = amountOf(dose);
  const wordings = [
    [around.ending, name, told.say, ...way, around.side, amount],
    [around.ending, name, told.say, ...way, around.side],
    [around.ending, name, told.say, around.side],
    [around.ending, name, around.side, amount],
    [around.ending, name, around.side],
    [around.ending, `${told.name}.`],
    [`${told.name}.`],
  ];
  return firstThatFits(wordings.map(sentences), around.milliseconds);
}

function amountOf(dose: PlannedItem['dose']): string {
  switch (dose.kind) {
    case 'hold':
      return `Hold ${durationInWords(dose.holdSeconds * 1000)}.`;
    case 'repetitions':
      return dose.sets.length === 1 ? times(dose.sets[0] ?? 0) : `${dose.sets.length} rounds.`;
    case 'timed':
      return `${capital(durationInWords(dose.seconds * 1000))}.`;
  }
}

function times(count: number): string {
  return count === 1 ? 'Once.' : `${count} times.`;
}

/** How an exercise is ended, by what it was. */
function endingOf({ dose }: PlannedItem): string {
  switch (dose.kind) {
    case 'hold':
      return 'Let go.';
    case 'repetitions':
      return 'Stop there.';
    case 'timed':
      return 'That is enough.';
  }
}

function placeOf(item: number, count: number): string {
  if (count === 1) return '';
  if (item === 0) return 'First: ';
  return item === count - 1 ? 'Last one: ' : 'Next: ';
}

function sentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
