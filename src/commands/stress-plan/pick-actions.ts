import type { Prompter } from '../../context.ts';
import { verdictInWords } from '../../documents/stress-words.ts';
import { mostCommitments } from '../../engine/stress/commitment.ts';
import type { OfferedAction } from '../../engine/stress/menu.ts';
import type { StressRun } from './open-stress.ts';
import { overChoice, paragraph } from './over-choice.ts';

const own = 'own-words';
const others = 'others';
const menuLines = 7;

/** Up to three from the menu, the best first; the rest a page further. Undefined for back. */
export async function pickActions(
  run: StressRun,
  prompter: Prompter,
  offered: readonly OfferedAction[],
): Promise<readonly string[] | undefined> {
  const pages = Math.max(1, Math.ceil(offered.length / menuLines));
  let chosen: readonly string[] = [];
  let text: string | undefined;
  for (let page = 0; ; ) {
    const shown = offered.slice(page * menuLines, (page + 1) * menuLines);
    const here = shown.map(({ action }) => action.id);
    const reply = await prompter.page({
      ...(text === undefined ? {} : { text }),
      emergencyLine: run.contact.line,
      title: 'Small things',
      progress: pages === 1 ? 'your plan' : `list ${page + 1} of ${pages}`,
      questions: [
        {
          id: 'actions',
          kind: 'multi',
          label: 'Small things',
          ask: `What will you do this week? One is enough, ${mostCommitments} at most.`,
          why: whyThese(shown),
          options: [
            ...shown.map(({ action }) => ({ id: action.id, label: action.name })),
            { id: own, label: 'Something of my own, in my words' },
            ...(pages > 1 ? [{ id: others, label: 'Show me others' }] : []),
          ],
          current: chosen.filter((id) => here.includes(id) || id === own),
        },
      ],
      canGoBack: true,
    });
    text = undefined;
    if (reply.kind === 'back') {
      if (page === 0) return undefined;
      page -= 1;
      continue;
    }
    const answer = reply.answers.actions;
    const ticked = Array.isArray(answer) ? answer : [];
    const elsewhere = chosen.filter((id) => !here.includes(id) && id !== own);
    chosen = [...elsewhere, ...ticked.filter((id) => id !== others)];
    if (ticked.includes(others)) page = (page + 1) % pages;
    else if (chosen.length > mostCommitments)
      text = await overChoice(run, [
        paragraph(
          `${mostCommitments} at most, please: you ticked ${chosen.length}. Fewer are kept more surely.`,
        ),
      ]);
    else if (chosen.length === 0)
      text = await overChoice(run, [
        paragraph('Tick one, or write one of your own: one small thing is a plan.'),
      ]);
    else return chosen;
  }
}

function whyThese(shown: readonly OfferedAction[]): string {
  const sure = shown.map(({ action }) => `${action.name}: ${verdictInWords(action.verdict)}.`);
  return `They suit what you ticked, and are small enough for a bad day. ${sure.join(' ')}`;
}
