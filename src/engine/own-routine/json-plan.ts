import type { Node } from 'jsonc-parser';
import { type DosePart, type DoseParts, type Quantity, secondsFrom } from './dose-parts.ts';
import { type Complain, fieldsOf, linesOf, parseJson, textOf } from './json-object.ts';
import type { OwnRoutineProblem, PlanDraft } from './own-routine.ts';
import { itemFromParts, type PlanItem, type PlanWorld, unknownExercise, wrongOwnName } from './plan-item.ts';
import { type PlanEntry, stepsOf } from './plan-steps.ts';
import { placeAt } from './plan-text.ts';

const schema = 'backcare/routine@1';
const planKeys = ['schema', 'name', 'from', 'times', 'until', 'remarks', 'steps'] as const;
const stepKeys = [
  'exercise',
  'own',
  'how',
  'sets',
  'repetitions',
  'holdSeconds',
  'secondsEach',
  'minutes',
  'sides',
  'side',
  'restSeconds',
  'variant',
  'note',
] as const;
type StepKey = (typeof stepKeys)[number];
type Unit = 'count' | 'seconds' | 'minutes';

const keyOfPart: { readonly [part in DosePart]: StepKey } = {
  setList: 'sets',
  setCount: 'sets',
  times: 'repetitions',
  hold: 'holdSeconds',
  each: 'secondsEach',
  length: 'minutes',
  rest: 'restSeconds',
  sides: 'sides',
  only: 'side',
  variant: 'variant',
};

interface JsonReading {
  readonly world: PlanWorld;
  readonly complain: Complain;
  readonly nearest: PlanWorld['nearest'];
  readonly placeOf: (node: Node) => { readonly line: number; readonly column: number };
}

/** Reads a plan in JSON, its names and doses as the Markdown format has them. */
export function readJsonPlan(text: string, world: PlanWorld): PlanDraft {
  const problems: OwnRoutineProblem[] = [];
  const root = parseJson(text);
  if ('message' in root) return { remarks: [], steps: [], problems: [root] };
  const placeOf = (node: Node) => placeAt(text, node.offset);
  const complain: Complain = (node, problem) => problems.push({ ...placeOf(node), ...problem });
  const reading: JsonReading = { world, complain, nearest: world.nearest, placeOf };
  if (root.type !== 'object') {
    complain(root, { message: 'this is not a plan', expected: `an object {…} with "schema": "${schema}"` });
    return { remarks: [], steps: [], problems };
  }
  const fields = fieldsOf(root, planKeys, reading);
  checkSchema(fields.get('schema'), root, complain);
  const head = {
    name: textOf(fields.get('name'), 'name', complain),
    from: textOf(fields.get('from'), 'from', complain),
    howOften: textOf(fields.get('times'), 'times', complain),
    until: textOf(fields.get('until'), 'until', complain),
  };
  const remarks = linesOf(fields.get('remarks'), 'remarks', complain);
  const read = stepsOf(entriesOf(fields.get('steps'), reading), '"how": ["…", "…"]');
  const inOrder = [...problems, ...read.problems].sort(
    (one, other) => one.line - other.line || (one.column ?? 0) - (other.column ?? 0),
  );
  return { ...head, remarks, steps: read.steps, problems: inOrder };
}

function checkSchema(node: Node | undefined, root: Node, complain: Complain): void {
  if (node?.value === schema) return;
  complain(node ?? root, {
    message: node === undefined ? '"schema" is missing' : '"schema" is another one than we read',
    expected: `"schema": "${schema}"`,
  });
}

function entriesOf(node: Node | undefined, reading: JsonReading): readonly PlanEntry[] {
  if (node === undefined) return [];
  if (node.type !== 'array') {
    reading.complain(node, { message: '"steps" is not a list', expected: 'a list [ … ] of exercises { … }' });
    return [];
  }
  return (node.children ?? []).flatMap((step) => {
    const entry = entryOf(step, reading);
    return entry === undefined ? [] : [entry];
  });
}

/** Undefined when something in it was complained of. */
function entryOf(node: Node, reading: JsonReading): PlanEntry | undefined {
  let isFine = true;
  const complain: Complain = (at, problem) => {
    isFine = false;
    reading.complain(at, problem);
  };
  if (node.type !== 'object') {
    complain(node, {
      message: 'this is not an exercise',
      expected: 'an object {…} with "exercise" and a dose',
    });
    return undefined;
  }
  const fields = fieldsOf(node, stepKeys, { complain, nearest: reading.nearest });
  const item = itemOf(node, fields, complain, reading.world);
  const notes = linesOf(fields.get('note'), 'note', complain);
  const how = linesOf(fields.get('how'), 'how', complain);
  if (!isFine || item === undefined) return undefined;
  const name = fields.get('exercise') ?? fields.get('own') ?? node;
  if (item.kind === 'wrong') {
    const wrong = item.part === undefined ? undefined : fields.get(keyOfPart[item.part]);
    return { item, ...reading.placeOf(wrong ?? name), under: [] };
  }
  const place = reading.placeOf(name);
  return { item: { ...item, notes: [...item.notes, ...notes] }, ...place, under: how };
}

function itemOf(
  node: Node,
  fields: ReadonlyMap<StepKey, Node>,
  complain: Complain,
  world: PlanWorld,
): PlanItem | undefined {
  const [known, own, how] = [fields.get('exercise'), fields.get('own'), fields.get('how')];
  const parts = partsOf(fields, complain);
  if ((known === undefined) === (own === undefined)) {
    complain(node, { message: 'this has no exercise, or two', expected: '"exercise" or "own", one of them' });
    return undefined;
  }
  if (own === undefined && how !== undefined) {
    complain(how, { message: '"how" is only for what you describe yourself', expected: '"note"' });
    return undefined;
  }
  const name = textOf(known ?? own, known === undefined ? 'own' : 'exercise', complain);
  if (name === undefined) return undefined;
  if (own !== undefined) return wrongOwnName(name, world) ?? itemFromParts(name, undefined, parts);
  const exercise = world.names.find(name);
  return exercise === undefined ? unknownExercise(name, world) : itemFromParts(name, exercise, parts);
}

function partsOf(fields: ReadonlyMap<StepKey, Node>, complain: Complain): DoseParts {
  const numberOf = (key: StepKey, unit: Unit = 'count'): Quantity | undefined =>
    quantityOf(fields.get(key), key, complain, unit);
  const wordOf = <Word extends string | number>(key: StepKey, words: readonly Word[]): Word | undefined => {
    const node = fields.get(key);
    const word = words.find((one) => one === node?.value);
    if (node !== undefined && word === undefined) {
      complain(node, {
        message: `"${key}" cannot be this`,
        expected: words.map((one) => JSON.stringify(one)).join(' or '),
      });
    }
    return word;
  };
  const sets = fields.get('sets');
  const listed = sets?.type === 'array' ? setListOf(sets, complain) : undefined;
  return {
    setList: listed,
    setCount: listed === undefined ? numberOf('sets') : undefined,
    times: numberOf('repetitions'),
    hold: numberOf('holdSeconds', 'seconds'),
    each: numberOf('secondsEach', 'seconds'),
    length: numberOf('minutes', 'minutes'),
    rest: numberOf('restSeconds', 'seconds'),
    sides: wordOf('sides', [1, 2] as const),
    only: wordOf('side', ['left', 'right'] as const),
    variant: wordOf('variant', ['easier', 'deeper'] as const),
  };
}

function setListOf(node: Node, complain: Complain): readonly Quantity[] {
  const children = node.children ?? [];
  if (children.length === 0)
    complain(node, { message: '"sets" is empty', expected: 'a number for each set: [8, 8]' });
  return children.flatMap((child) => quantityOf(child, 'sets', complain, 'count') ?? []);
}

function quantityOf(
  node: Node | undefined,
  key: StepKey,
  complain: Complain,
  unit: Unit,
): Quantity | undefined {
  if (node === undefined) return undefined;
  const value: unknown = node.value;
  if (typeof value === 'number' && Number.isFinite(value)) {
    const said = unit === 'count' ? `${value}` : `${value} ${unit}`;
    return { value: unit === 'minutes' ? secondsFrom(value, 60) : value, said };
  }
  complain(node, { message: `"${key}" is not a number`, expected: 'a number without quotes' });
  return undefined;
}
