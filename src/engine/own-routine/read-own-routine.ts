import type { Exercise } from '../../data/exercise-schema.ts';
import { catalogueNames } from './catalogue-names.ts';
import { readJsonPlan } from './json-plan.ts';
import { readMarkdownPlan } from './markdown-plan.ts';
import {
  type Nearest,
  type OwnRoutine,
  type OwnRoutineProblem,
  type PlanDraft,
  quoted,
} from './own-routine.ts';
import { readPlanText } from './plan-text.ts';
import { idFrom } from './routine-id.ts';

export interface OwnRoutineSource {
  /** The file: its bytes, or its text as the record kept it. */
  readonly content: Uint8Array | string;
  /** Its ending tells the format, and it names a plan that has no title. */
  readonly fileName: string;
  readonly exercises: readonly Exercise[];
  readonly nearest: Nearest;
  /** Ids that are in use: of ready routines, of other own routines, and words that would mean something else. */
  readonly taken: readonly string[];
}

export type OwnRoutineReading =
  | { readonly kind: 'routine'; readonly routine: OwnRoutine }
  /** At least one problem and at most ten, in the order of the file. */
  | { readonly kind: 'refused'; readonly problems: readonly OwnRoutineProblem[] };

const mostProblems = 10;
/** Names stand in headings and on one line of a list. */
const mostCharacters = 100;
const mostSessionsADay = 12;

/**
 * Reads a clinician's plan, in Markdown or JSON. All of it is understood, or all of it is refused with the places:
 * half a plan would be another plan. Any bytes are borne.
 */
export function readOwnRoutine(source: OwnRoutineSource): OwnRoutineReading {
  const { content, exercises, nearest } = source;
  const text = readPlanText(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  if (text.kind === 'refused') return text;
  const world = { names: catalogueNames(exercises), nearest };
  const body = text.raw.replace(/^\ufeff/, ' ');
  const isJson = isJsonFile(source.fileName, body);
  const draft = isJson ? readJsonPlan(body, world) : readMarkdownPlan(text.lines, world);
  const problems = [...headProblems(draft, text.lines), ...draft.problems].sort(
    (one, other) => one.line - other.line,
  );
  if (problems.length === 0 && draft.steps.length === 0) problems.push(noExercise(isJson));
  if (problems.length > 0) return { kind: 'refused', problems: problems.slice(0, mostProblems) };
  return { kind: 'routine', routine: routineOf(draft, source, text.raw) };
}

function routineOf(
  draft: PlanDraft,
  { fileName, exercises, taken }: OwnRoutineSource,
  raw: string,
): OwnRoutine {
  const name = draft.name ?? nameFrom(fileName);
  const used = new Set([...taken, ...exercises.map((exercise) => exercise.id)]);
  const sessionsADay = draft.howOften === undefined ? undefined : sessionsIn(draft.howOften);
  return {
    id: idFrom(name, used, 'own-routine'),
    name,
    ...(draft.from === undefined ? {} : { from: draft.from }),
    ...(draft.howOften === undefined ? {} : { howOften: draft.howOften }),
    ...(sessionsADay === undefined ? {} : { sessionsADay }),
    ...(draft.until === undefined ? {} : { until: draft.until }),
    remarks: draft.remarks,
    steps: draft.steps,
    raw,
  };
}

function isJsonFile(fileName: string, body: string): boolean {
  if (/\.json$/i.test(fileName)) return true;
  return !/\.(?:md|markdown|txt)$/i.test(fileName) && body.trimStart().startsWith('{');
}

function headProblems(draft: PlanDraft, lines: readonly string[]): readonly OwnRoutineProblem[] {
  const { name, from, howOften, until } = draft;
  return [name, from, howOften, until].flatMap((words) => {
    const problem = words === undefined ? undefined : headProblem(words, words === until);
    // The words may have been tidied, so the line is looked for by how they begin.
    const place = lines.findIndex((line) => words !== undefined && line.includes(words.slice(0, 10)));
    return problem === undefined ? [] : [{ line: Math.max(place, 0) + 1, ...problem }];
  });
}

function headProblem(
  words: string,
  isDate: boolean,
): Pick<OwnRoutineProblem, 'message' | 'expected'> | undefined {
  if (words.length > mostCharacters) {
    return { message: `${quoted(words)} is too long`, expected: `at most ${mostCharacters} characters` };
  }
  const [, year, month, day] = (isDate ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(words) : null) ?? [];
  if (day === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() === Number(month) - 1) return undefined;
  return { message: `${quoted(words)} is no day`, expected: 'a date such as "2027-01-15"' };
}

function noExercise(isJson: boolean): OwnRoutineProblem {
  return {
    line: 1,
    message: 'there is no exercise in it',
    expected: isJson
      ? '"steps": [{ "exercise": "bird-dog", "sets": [8, 8] }]'
      : 'a line such as "- Bird dog: 3 sets of 8"',
  };
}

/** "plan-for-anna.md" → "plan for anna". */
function nameFrom(fileName: string): string {
  const [last = ''] = fileName.split(/[\\/]/).slice(-1);
  const words = last
    .replace(/\.[a-z]+$/i, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? 'My plan' : words.slice(0, mostCharacters);
}

/** How many sessions a day the words ask for; undefined when they say something else. */
function sessionsIn(howOften: string): number | undefined {
  const words = howOften.toLowerCase();
  const [, said] =
    /^(\d{1,2}|once|twice|one|two|three|four|five)(?: times| sessions|x| x)? ?(?:a|per|each|every|\/) ?day\b/.exec(
      words,
    ) ?? [];
  const inWords = ['once', 'twice', 'three', 'four', 'five'].indexOf(said ?? '') + 1;
  const count = said === 'one' ? 1 : said === 'two' ? 2 : inWords > 0 ? inWords : Number(said);
  return count >= 1 && count <= mostSessionsADay ? count : undefined;
}
