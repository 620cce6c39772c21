import type { Prompter } from '../../context.ts';
import { stressTables } from '../../data/stress-tables.ts';
import { signpostBlocks } from '../../documents/stress-crisis.ts';
import type { Answers } from '../../engine/answers.ts';
import { wellbeingGate } from '../../engine/stress/gate.ts';
import { Interrupted } from '../../errors.ts';
import type { DraftKeeper, Unfinished } from './draft.ts';
import { askedPages, isAnswered, promptOf, withPage } from './evaluation-prompt.ts';
import type { StressRun } from './open-stress.ts';
import { overChoice, paragraph } from './over-choice.ts';

/** How the questions ended. */
export type Evaluated =
  | { readonly kind: 'answered'; readonly answers: Answers }
  /** Help comes first: nothing more is asked. */
  | { readonly kind: 'crisis' }
  /** The person leaves, and may not want to be seen here: nothing is shown, and nothing kept. */
  | { readonly kind: 'left' };

/** More than these are not weighed; the page says so. */
const mostOf: { readonly [question: string]: number } = { heaviest: 3 };

/**
 * Asks page after page, each of which may be skipped. Going back forgets nothing; what stands on a page that is left by
 * Ctrl-C is kept.
 *
 * @param introduction shown once, over the first page
 * @param isBack begin at the last page: the person came back from what follows
 */
export async function evaluate(
  run: StressRun,
  prompter: Prompter,
  from: Unfinished,
  {
    draft,
    introduction,
    isBack = false,
  }: {
    readonly draft: DraftKeeper;
    readonly introduction?: string | undefined;
    readonly isBack?: boolean;
  },
): Promise<Evaluated> {
  const passed = new Set(passedParts(from.answers));
  let answers = from.answers;
  let place = isBack ? askedPages(answers).length - 1 : firstOpen(answers, passed);
  let text = introduction;
  /** What stands on a page that is shown again. */
  let ticked: Answers | undefined;
  for (;;) {
    const pages = askedPages(answers);
    const page = pages[place];
    if (page === undefined) return { kind: 'answered', answers };
    const at = { place, total: Math.max(pages.length, usualPages), canGoBack: place > 0 };
    const shown = promptOf(page, ticked ?? answers, run.contact.line, at);
    ticked = undefined;
    let soFar: Answers = {};
    const reply = await prompter
      .page(text === undefined ? shown : { ...shown, text }, (given) => {
        soFar = given;
      })
      .catch(async (error: unknown) => {
        const left = withPage(answers, page, soFar);
        const isInterrupted = error instanceof Interrupted;
        // Ticked, and then away: the number is shown all the same.
        if (isInterrupted && wellbeingGate(left).kind === 'crisis') return 'crisis' as const;
        if (isInterrupted && isAfraid(left)) return 'left' as const;
        if (Object.keys(soFar).length > 0 && wellbeingGate(left).kind === 'open')
          await draft.write({ ...from, answers: left });
        throw error;
      });
    if (reply === 'crisis' || reply === 'left') return { kind: reply };
    text = undefined;
    if (reply.kind === 'back') {
      place -= 1;
      continue;
    }
    const tooMany = tooManyIn(reply.answers);
    if (tooMany !== undefined) {
      text = await overChoice(run, [paragraph(`Three at most, please: you ticked ${tooMany}.`)]);
      ticked = withPage(answers, page, reply.answers);
      continue;
    }
    answers = withPage(answers, page, reply.answers);
    if (page.part !== undefined) passed.add(page.part.join(' '));
    if (wellbeingGate(answers).kind === 'crisis') return { kind: 'crisis' };
    await draft.write({ answers });
    if (page.key === 'safe-at-home' && !(await goesOn(run, prompter, answers))) return { kind: 'left' };
    place = firstOpen(answers, passed);
  }
}

/** Said before all of them are known: a bar that grows is worse than one that is a little long. */
const usualPages = 6;

/** The first page that is not answered. */
function firstOpen(answers: Answers, passed: ReadonlySet<string>): number {
  const pages = askedPages(answers);
  const open = pages.findIndex((page) => !isAnswered(page, answers, passed));
  return open < 0 ? pages.length : open;
}

/** A long list that was answered before was answered whole, unless only its first part has ticks. */
function passedParts(answers: Answers): readonly string[] {
  return askedPages(answers).flatMap(({ part, questions }): string[] => {
    const answer = answers[questions[0]?.id ?? ''];
    const isHere =
      Array.isArray(answer) && (answer.includes('none') || answer.some((id) => part?.includes(id)));
    return part !== undefined && isHere ? [part.join(' ')] : [];
  });
}

function tooManyIn(given: Answers): number | undefined {
  return Object.entries(given).flatMap(([id, answer]) => {
    const most = mostOf[id];
    const count = Array.isArray(answer) ? answer.length : 0;
    return most !== undefined && count > most ? [count] : [];
  })[0];
}

/** Somebody who is afraid at home may need to be off this screen at once. */
async function goesOn(run: StressRun, prompter: Prompter, answers: Answers): Promise<boolean> {
  if (!isAfraid(answers)) return true;
  const chosen = await prompter.choose({
    text: await signposted(run, ['not-safe']),
    message: '',
    choices: [
      { key: 'x', value: 'leave', label: 'off this screen at once, keep nothing' },
      { key: 'g', value: 'on', label: 'go on; Ctrl-C leaves at once, and keeps nothing' },
    ],
  });
  return chosen === 'on';
}

/** Said, or kept back, that somebody at home is to be afraid of. */
export function isAfraid(answers: Answers): boolean {
  const gate = wellbeingGate(answers);
  return gate.kind === 'open' && gate.signposts.includes('not-safe');
}

/** Where help is, as text for over a choice. */
export function signposted(run: StressRun, ids: Parameters<typeof signpostBlocks>[1]): Promise<string> {
  return overChoice(run, signpostBlocks(stressTables, ids, run.contact));
}
