import type { Answer, Answers } from '../../../src/engine/answers.ts';
import { nextPage, withAnswers } from '../../../src/engine/interview.ts';
import { answersOnPage, ordinaryStrain } from '../../documents/people.ts';
import { knowledge } from '../../engine/world.ts';
import type { FakeContext } from '../../support/fake-context.ts';
import type { ScriptedAnswer } from '../../support/scripted-prompter.ts';

export const leave: ScriptedAnswer = { choose: 'leave', message: '' };
export const noVisit: ScriptedAnswer = { answers: { 'wants-visit': 'no' }, page: 'Last one' };

/** A person who answers every page truthfully, from these answers on, until `stopBefore` or the end. */
export function pagesFor(
  known: Answers,
  { from = {}, stopBefore }: { readonly from?: Answers; readonly stopBefore?: string } = {},
): { readonly script: readonly ScriptedAnswer[]; readonly answers: Answers } {
  const script: ScriptedAnswer[] = [];
  let answers = from;
  for (let page = nextPage(answers, knowledge); page !== undefined; page = nextPage(answers, knowledge)) {
    if (page.id === stopBefore) break;
    const given = answersOnPage(page, known);
    script.push({ answers: given, page: page.title });
    answers = withAnswers(answers, given, knowledge);
  }
  return { script, answers };
}

/** A whole interview that ends in a review, and leaves. */
export function wholeInterview(known: Answers = ordinaryStrain, choice = 'show'): readonly ScriptedAnswer[] {
  return [...pagesFor(known).script, noVisit, { choose: choice }, leave];
}

export interface Kept {
  readonly tool: string;
  readonly urgency: string;
  readonly complete: boolean;
  readonly answers: { readonly [id: string]: Answer };
  readonly rules: readonly { readonly id: string; readonly urgency: string }[];
  readonly patterns: readonly { readonly id: string; readonly fit: string }[];
  readonly since?: string;
  readonly privateAnswersDropped?: boolean;
  readonly corrects?: string;
  readonly comfortOpen?: boolean;
  readonly standing?: { readonly urgency: string };
}

/** Bodies of the assessments in the record, oldest first. */
export async function keptIn(ctx: FakeContext): Promise<readonly Kept[]> {
  const events = [...(await (await ctx.record()).events())];
  return events.filter(({ kind }) => kind === 'assessment').map(({ body }) => body as Kept);
}

export async function draftIn(ctx: FakeContext): Promise<unknown> {
  return (await ctx.record()).readDraft('diagnose');
}
