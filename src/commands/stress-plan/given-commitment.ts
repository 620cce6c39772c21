import { notices } from '../../data/safety-net.ts';
import { stressTables } from '../../data/stress-tables.ts';
import {
  type Commitment,
  commitmentOf,
  ifThen,
  mostCommitments,
  mostMinutes,
  ownCommitment,
  type Weekday,
  weekdays,
} from '../../engine/stress/commitment.ts';
import { checkOwnWords, readOwnWords } from '../../engine/stress/own-words.ts';
import { InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';

/** How somebody asks for one small thing: by the name of an action, or in their own words. */
export interface GivenCommitment {
  readonly action?: string;
  readonly words?: string;
  readonly days?: readonly Weekday[];
  readonly cue?: string;
  readonly smaller?: boolean;
}

const example = '"If I close my laptop, then I walk for 5 minutes"';
const controls = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/**
 * A commitment of what was given. Throws `InputError` that names what is wrong and what would be right.
 *
 * @param place where it stood: "answers.json, line 4", "--add"
 * @param taken ids that are on the plan already
 * @param from day from which days are chosen when none are named
 */
export function commitmentFrom(
  given: GivenCommitment,
  place: string,
  taken: readonly string[],
  from: Weekday,
): Commitment {
  const { action: name, words, days, cue, smaller } = given;
  if (cue !== undefined) checkText(cue, place);
  if (words !== undefined) return ownFrom({ ...given, words }, place, taken);
  const action = stressTables.actions.find(({ id }) => id === name);
  if (action === undefined) throw noAction(name ?? '', place);
  if (taken.includes(action.id))
    throw new InputError(`${place}: "${action.id}" stands there twice.`, {
      reason: 'One thing is done once.',
      next: 'Choose another: backcare stress-plan --questions',
    });
  return commitmentOf(action, {
    from,
    ...(days === undefined ? {} : { days }),
    ...(cue === undefined ? {} : { cue: checkOwnWords({ cue, does: action.does }).words.cue }),
    // What is more than surely done begins with its small version, unless the person says otherwise.
    isSmaller: smaller ?? (action.minutes?.[0] ?? 0) > mostMinutes,
  });
}

function ownFrom(
  { words, days, cue }: GivenCommitment & { readonly words: string },
  place: string,
  taken: readonly string[],
): Commitment {
  checkText(words, place);
  const read = readOwnWords(words);
  const checked = checkOwnWords(cue === undefined ? read : { ...read, cue });
  const [problem] = checked.problems;
  if (problem !== undefined) {
    const better =
      checked.rewrite === undefined ? example : `"${ifThen(checked.rewrite).replace(/\.$/, '')}"`;
    throw new InputError(`${place}: ${problemInWords(problem)}`, {
      reason: reasonOf(problem),
      next: `For example: ${better}`,
    });
  }
  return ownCommitment(checked.words, freeId(taken), days ?? weekdays);
}

/** Throws `InputError` where the same sentence stands on the plan already, under another name. */
export function checkSentence(one: Commitment, others: readonly Commitment[], place: string): void {
  const sentence = ifThen(one).toLowerCase();
  if (!others.some((other) => ifThen(other).toLowerCase() === sentence)) return;
  throw new InputError(`${place}: the same sentence stands there twice.`, {
    reason: 'One thing is done once.',
    next: `Write another, for example: ${example}`,
  });
}

/** "own-1", or the next that is free. */
export function freeId(taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`own-${number}`)) number += 1;
  return `own-${number}`;
}

type OwnWordsProblem = ReturnType<typeof checkOwnWords>['problems'][number];

/** What is wrong with a sentence of the person's own, as a sentence. */
export function problemInWords(problem: OwnWordsProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'It does not say what you will do.';
    case 'too-long':
      return `It has ${problem.letters} letters, and ${problem.most} are the most.`;
    case 'no-cue':
      return 'It does not say when.';
    case 'vague':
      return `"${problem.word}" cannot be ticked off.`;
    case 'medicine':
      return 'Medicine is no part of this plan.';
    case 'too-big':
      return `${problem.minutes} minutes are more than is surely done.`;
  }
}

/** Why that matters. */
export function reasonOf({ kind, ...problem }: OwnWordsProblem): string {
  switch (kind) {
    case 'empty':
      return 'One thing that can be seen is enough.';
    case 'too-long':
      return 'It has to be said in one breath, or it is too big for a bad day.';
    case 'no-cue':
      return 'A cue that comes by itself reminds you: after coffee, when I close my laptop.';
    case 'vague':
      return 'Say what can be seen and counted.';
    case 'medicine':
      return notices.medicines.text;
    case 'too-big':
      return `Keep it to ${'most' in problem ? problem.most : 10} minutes; two count on a bad day.`;
  }
}

/** What keeps a cue from being kept, and why that matters; undefined when nothing does. */
export function cueProblem({
  problems,
}: Pick<ReturnType<typeof checkOwnWords>, 'problems'>): string | undefined {
  const found = problems.find(({ kind }) => kind === 'no-cue' || kind === 'too-long' || kind === 'medicine');
  return found === undefined ? undefined : `${problemInWords(found)} ${reasonOf(found)}`;
}

/** Three at most. Throws `InputError`. */
export function checkCount(count: number, place: string): void {
  if (count === 0)
    throw new InputError(`${place}: the plan is empty.`, {
      reason: 'A plan has one to three small things.',
      next: `For example: ["walk-after-lunch"], or ${example}`,
    });
  if (count > mostCommitments)
    throw new InputError(`${place}: there are ${count} small things.`, {
      reason: `${mostCommitments} at a time are enough: of more, few are kept.`,
      next: 'Keep those that matter most; each week one more may come.',
    });
}

/** A text that could move a cursor or hide something is refused, and not silently changed: it is the person's. */
export function checkText(text: string, place: string): void {
  if (!controls.test(text)) return;
  throw new InputError(`${place}: this cannot be kept as it is.`, {
    reason: 'It has control characters, such as a line break, a tab or an escape code.',
    next: `Give it as one line of plain words: ${example}`,
  });
}

function noAction(name: string, place: string): InputError {
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  const near = nearest(
    name,
    stressTables.actions.map(({ id }) => id),
  );
  return new InputError(`${place}: ${JSON.stringify(shown)} is no action of the menu.`, {
    reason:
      near === undefined
        ? 'It takes the id of an action, or a sentence of your own.'
        : `Did you mean "${near}"?`,
    next: `See them: backcare stress-plan --questions. In your own words: ${example}`,
  });
}

/** Days as typed: "mon,wed", "weekdays", "all". Throws `InputError`. */
export function daysFrom(text: string, place: string): readonly Weekday[] {
  const words = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  if (words.length === 1 && (words[0] === 'all' || words[0] === 'daily')) return weekdays;
  if (words.length === 1 && words[0] === 'weekdays') return weekdays.slice(0, 5);
  const days = words.map((word) => weekdays.find((day) => day === word || isFullName(word, day)));
  const wrong = words[days.indexOf(undefined)];
  if (wrong === undefined && words.length > 0) return weekdays.filter((day) => days.includes(day));
  throw new InputError(`${place} cannot be ${JSON.stringify(text.slice(0, 60))}.`, {
    reason: `It takes ${weekdays.join(', ')}, weekdays or all.`,
    next: 'For example: --days mon,wed,fri',
  });
}

function isFullName(word: string, day: Weekday): boolean {
  const names: { readonly [day in Weekday]: string } = {
    mon: 'monday',
    tue: 'tuesday',
    wed: 'wednesday',
    thu: 'thursday',
    fri: 'friday',
    sat: 'saturday',
    sun: 'sunday',
  };
  return names[day] === word;
}

/** An action's id, or a sentence with a space in it. */
export function givenFromText(text: string): GivenCommitment {
  return /\s/.test(text.trim()) ? { words: text } : { action: text.trim() };
}
