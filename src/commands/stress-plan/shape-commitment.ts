import type { Prompter } from '../../context.ts';
import type { Action } from '../../data/stress-schema.ts';
import { stressTables } from '../../data/stress-tables.ts';
import type { Block } from '../../documents/document.ts';
import { crisisDocument } from '../../documents/stress-crisis.ts';
import { sizeInWords } from '../../documents/stress-words.ts';
import {
  type Commitment,
  commitmentOf,
  ifThen,
  ownCommitment,
  shrunk,
  type Weekday,
  weekdays,
} from '../../engine/stress/commitment.ts';
import { crisisWords } from '../../engine/stress/gate.ts';
import { checkOwnWords, type OwnWordsCheck, readOwnWords } from '../../engine/stress/own-words.ts';
import { firstWeekday } from '../../engine/stress/week.ts';
import { letWait } from './crisis.ts';
import { cueProblem, freeId, problemInWords, reasonOf } from './given-commitment.ts';
import { dayNow } from './kept-stress.ts';
import { keepNumberFirst } from './number-first.ts';
import type { StressRun } from './open-stress.ts';
import { overChoice, paragraph } from './over-choice.ts';

export type ShapedOne =
  | { readonly kind: 'shaped'; readonly commitment: Commitment }
  /** Not this one. */
  | { readonly kind: 'none' }
  | { readonly kind: 'back' }
  | { readonly kind: 'crisis' };

/** Where in the plan it is: "1 of 3", and ids that it cannot have. */
export interface ShapePlace {
  readonly at: string;
  readonly taken: readonly string[];
}

/** An action of the menu as a sentence, until the person says that it fits. */
export async function shapeCommitment(
  run: StressRun,
  prompter: Prompter,
  wanted: ShapePlace & { readonly action: Action; readonly isSmaller: boolean },
): Promise<ShapedOne> {
  const { action, isSmaller } = wanted;
  const from = firstWeekday(dayNow(run.ctx, run.preferences.dayStart));
  return refine(run, prompter, wanted, commitmentOf(action, { from, isSmaller }), action.care);
}

/** Shows a sentence with its days and size, and changes it until it fits. */
export async function refine(
  run: StressRun,
  prompter: Prompter,
  place: ShapePlace,
  first: Commitment,
  care?: string,
): Promise<ShapedOne> {
  let commitment = first;
  for (;;) {
    const smaller = shrunk(commitment);
    const chosen = await prompter.choose({
      text: await overChoice(run, sentenceBlocks(place, commitment, care)),
      message: '',
      choices: [
        { key: 'enter', value: 'fits', label: 'yes, keep it' },
        ...(smaller === undefined ? [] : [{ key: 's', value: 'smaller', label: 'smaller' }]),
        { key: 'c', value: 'cue', label: 'another moment' },
        { key: 'd', value: 'days', label: 'other days' },
        { key: 'w', value: 'words', label: 'my own words' },
        { key: 'n', value: 'none', label: 'not this one' },
        { key: 'b', value: 'back', label: 'back' },
      ],
      initial: 'fits',
    });
    if (chosen === 'fits') return { kind: 'shaped', commitment };
    if (chosen === 'none') return { kind: 'none' };
    if (chosen === 'back') return { kind: 'back' };
    if (chosen === 'smaller') commitment = smaller ?? commitment;
    if (chosen === 'days') commitment = { ...commitment, days: await askDays(run, prompter, commitment) };
    if (chosen === 'cue') {
      const cue = await askCue(run, prompter, commitment);
      if (cue === 'crisis') return { kind: 'crisis' };
      commitment = { ...commitment, cue: cue ?? commitment.cue };
    }
    if (chosen === 'words') {
      const typed = await typeOwn(run, prompter, place);
      if (typed.kind !== 'none') return typed;
    }
  }
}

function sentenceBlocks(
  { at }: ShapePlace,
  commitment: Commitment,
  care: string | undefined,
): readonly Block[] {
  const small = commitment.isSmall === true ? ' · the small version, and it counts' : '';
  const details = [`${sizeInWords(commitment)}${small}`, ...(care === undefined ? [] : [`Mind: ${care}`])];
  return [
    { kind: 'rows', rows: [{ label: at, text: ifThen(commitment), details }] },
    paragraph('Would you manage that even on a bad day?'),
  ];
}

/** A small thing in the person's own words, said better where that helps to keep it. An empty line leaves it. */
export async function typeOwn(run: StressRun, prompter: Prompter, place: ShapePlace): Promise<ShapedOne> {
  const invitation = await overChoice(run, [
    paragraph(
      'In your own words, as: If I close my laptop, then I walk for 5 minutes. An empty line leaves it.',
    ),
  ]);
  let text = invitation;
  for (;;) {
    const line = await prompter.typed({ text, message: 'If …, then I …' });
    if (line.trim() === '') return { kind: 'none' };
    if (crisisWords(line)) {
      if (!(await goesOnAfterHelp(run, prompter))) return { kind: 'crisis' };
      text = invitation;
      continue;
    }
    const checked = checkOwnWords(readOwnWords(line));
    const words = await wordsThatFit(run, prompter, checked);
    if (words === undefined) {
      const [problem] = checked.problems;
      const why = problem === undefined ? '' : `${problemInWords(problem)} ${reasonOf(problem)}`;
      text = await overChoice(run, [paragraph(why)]);
      continue;
    }
    const commitment = ownCommitment(words, freeId(place.taken), weekdays);
    return refine(run, prompter, place, commitment);
  }
}

/** The words as typed, or as they are easier to keep. Undefined: typed again. */
async function wordsThatFit(
  run: StressRun,
  prompter: Prompter,
  { words, problems, isUsable, rewrite }: OwnWordsCheck,
): Promise<OwnWordsCheck['words'] | undefined> {
  const [problem] = problems;
  if (problem === undefined) return words;
  if (!isUsable || rewrite === undefined) return undefined;
  const chosen = await prompter.choose({
    text: await overChoice(run, [
      paragraph(`${problemInWords(problem)} ${reasonOf(problem)}`),
      paragraph(`How about: ${ifThen(rewrite)}`),
    ]),
    message: '',
    choices: [
      { key: 'enter', value: 'rewrite', label: 'take that' },
      { key: 'w', value: 'again', label: 'other words' },
      ...(words.cue === '' ? [] : [{ key: 'k', value: 'keep', label: 'keep mine' }]),
    ],
    initial: 'rewrite',
  });
  if (chosen === 'rewrite') return rewrite;
  return chosen === 'keep' ? words : undefined;
}

/** Another moment; undefined leaves it as it is. */
async function askCue(
  run: StressRun,
  prompter: Prompter,
  { does }: Commitment,
): Promise<string | 'crisis' | undefined> {
  let says = 'What comes before it, by itself? As: I close my laptop. An empty line leaves it.';
  for (;;) {
    const line = await prompter.typed({ text: await overChoice(run, [paragraph(says)]), message: 'If …' });
    if (line.trim() === '') return undefined;
    if (crisisWords(line)) return (await goesOnAfterHelp(run, prompter)) ? undefined : 'crisis';
    const cue = line
      .trim()
      .replace(/^(?:if|when)\s+/i, '')
      .replace(/[,.]+$/, '');
    const checked = checkOwnWords({ cue, does });
    const problem = cueProblem(checked);
    if (problem === undefined) return checked.words.cue;
    says = problem;
  }
}

/** Days of the week; none ticked leaves them. */
export async function askDays(
  { contact }: StressRun,
  prompter: Prompter,
  { days }: Commitment,
): Promise<readonly Weekday[]> {
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const reply = await prompter.page({
    emergencyLine: contact.line,
    title: 'Days',
    progress: 'your plan',
    questions: [
      {
        id: 'days',
        kind: 'multi',
        label: 'Days',
        ask: 'On which days? Few and sure is better than many.',
        why: 'A day that is named is kept more often.',
        options: weekdays.map((id, place) => ({ id, label: names[place] ?? id })),
        current: days,
      },
    ],
    canGoBack: true,
  });
  const answer = reply.kind === 'answered' ? reply.answers.days : undefined;
  const chosen = weekdays.filter((day) => Array.isArray(answer) && answer.includes(day));
  return chosen.length === 0 ? days : chosen;
}

/** The lines of help, at once, whatever the words meant. The words are gone; with "on", others can be typed. */
async function goesOnAfterHelp(run: StressRun, prompter: Prompter): Promise<boolean> {
  if (run.flags.save !== false) await keepNumberFirst(run.ctx);
  const page = crisisDocument(stressTables, run.contact, 'words');
  const prompt = {
    text: await overChoice(run, page.blocks),
    message: 'Would you like the plan another day?',
    choices: [
      { key: 'y', value: 'another-day', label: 'yes, another day' },
      { key: 'g', value: 'on', label: 'no, go on with other words' },
    ],
  };
  const chosen = await prompter.choose(prompt).catch(async (error: unknown) => {
    await letWait(run);
    throw error;
  });
  return chosen === 'on';
}
