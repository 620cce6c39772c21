import type { Prompter } from '../../context.ts';
import type { Answers } from '../../engine/answers.ts';
import type { StressRun } from './open-stress.ts';
import { overChoice, paragraph } from './over-choice.ts';

export interface Several {
  readonly id: string;
  readonly title: string;
  readonly ask: string;
  readonly why: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly current: readonly string[];
  readonly most: number;
}

/** One list to tick with a proposal; asked again while too many are ticked. Undefined for back. */
export async function chooseSeveral(
  run: StressRun,
  prompter: Prompter,
  { id, title, ask, why, options, current, most }: Several,
): Promise<Answers | undefined> {
  let text: string | undefined;
  let ticked = current;
  for (;;) {
    const reply = await prompter.page({
      ...(text === undefined ? {} : { text }),
      emergencyLine: run.contact.line,
      title,
      progress: 'your plan',
      questions: [{ id, kind: 'multi', label: title, ask, why, options, current: ticked }],
      canGoBack: true,
    });
    if (reply.kind === 'back') return undefined;
    const answer = reply.answers[id];
    if (!Array.isArray(answer) || answer.length === 0) return { [id]: [...current] };
    if (answer.length <= most) return { [id]: answer };
    ticked = answer;
    text = await overChoice(run, [paragraph(`${most} at most, please: you ticked ${answer.length}.`)]);
  }
}
