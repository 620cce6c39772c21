import { plainName } from './catalogue-names.ts';
import type { OwnRoutineProblem, OwnStep } from './own-routine.ts';
import type { PlanItem } from './plan-item.ts';
import { idFrom } from './routine-id.ts';

/** One exercise of a plan, and what stands under it. */
export interface PlanEntry {
  readonly item: PlanItem;
  /** From 1. */
  readonly line: number;
  readonly column?: number;
  /** Heading above it. It may be a condition ("Only on good days"), so it goes with every exercise under it. */
  readonly part?: string | undefined;
  /** How it is done where the plan describes the exercise, otherwise remarks. */
  readonly under: readonly string[];
}

type Item = Extract<PlanItem, { kind: 'item' }>;
type DescribedStep = Extract<OwnStep, { kind: 'described' }>;

const mostSteps = 40;

/**
 * The steps of a plan, and what is wrong with its entries.
 *
 * @param describe how this format says how an exercise is done
 */
export function stepsOf(
  entries: readonly PlanEntry[],
  describe: string,
): {
  readonly steps: readonly OwnStep[];
  readonly problems: readonly OwnRoutineProblem[];
} {
  const steps: OwnStep[] = [];
  const problems: OwnRoutineProblem[] = [];
  const [oneTooMany] = entries.slice(mostSteps);
  if (oneTooMany !== undefined) {
    problems.push({
      ...placeOf(oneTooMany),
      message: `the plan has ${entries.length} exercises, and may have ${mostSteps}`,
      expected: 'a shorter plan',
    });
  }
  for (const entry of entries) {
    const { item } = entry;
    if (item.kind === 'wrong') {
      const { kind: _kind, part: _part, ...problem } = item;
      problems.push({ ...placeOf(entry), ...problem });
    } else if (item.exercise === undefined) {
      const step = describedStep(entry, item, steps, describe);
      if ('message' in step) problems.push(step);
      else steps.push(step);
    } else {
      steps.push({
        kind: 'catalogue',
        ...fieldsOf(entry, item, [...item.notes, ...entry.under]),
        exercise: item.exercise.id,
        ...(item.variant === undefined ? {} : { variant: item.variant }),
      });
    }
  }
  return { steps, problems };
}

/** Described once, it may be named again without the description. */
function describedStep(
  entry: PlanEntry,
  item: Item,
  before: readonly OwnStep[],
  describe: string,
): DescribedStep | OwnRoutineProblem {
  const described = before.filter((step) => step.kind === 'described');
  const same = described.find(({ name }) => plainName(name) === plainName(item.name));
  if (entry.under.length === 0 && same !== undefined) {
    return {
      kind: 'described',
      ...fieldsOf(entry, item, item.notes),
      exercise: same.exercise,
      steps: same.steps,
    };
  }
  // A remark on the line itself is all that some plans say.
  const isOnlyRemark = entry.under.length === 0;
  const how = isOnlyRemark ? item.notes : entry.under;
  if (how.length === 0) {
    return {
      ...placeOf(entry),
      message: `"${item.name}" does not say how it is done`,
      expected: describe,
    };
  }
  const taken = new Set(described.map(({ exercise }) => exercise));
  const exercise = idFrom(`own ${item.name}`, taken, 'own');
  return {
    kind: 'described',
    ...fieldsOf(entry, item, isOnlyRemark ? [] : item.notes),
    exercise,
    steps: how,
  };
}

function fieldsOf({ line, part }: PlanEntry, { name, dose }: Item, notes: readonly string[]) {
  return { name, dose, line, notes: part === undefined ? notes : [part, ...notes] };
}

function placeOf({ line, column }: PlanEntry): Pick<OwnRoutineProblem, 'line' | 'column'> {
  return column === undefined ? { line } : { line, column };
}
