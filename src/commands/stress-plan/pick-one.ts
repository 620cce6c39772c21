import type { Prompter } from '../../context.ts';
import { stressTables } from '../../data/stress-tables.ts';
import type { Commitment } from '../../engine/stress/commitment.ts';
import { actionMenu } from '../../engine/stress/menu.ts';
import { calmAction, menuInTurn } from './plan-body.ts';
import type { PlannedRun } from './planned-run.ts';
import { shapeCommitment, typeOwn } from './shape-commitment.ts';

const shownAtOnce = 7;

/** One more small thing from the menu, or in the person's own words. Undefined when it is none. */
export async function pickOne(
  run: PlannedRun,
  prompter: Prompter,
  at: string,
  easyOnBack = false,
): Promise<Commitment | 'crisis' | undefined> {
  const { now } = run.kept.plan;
  const taken = now.commitments.map(({ id }) => id);
  const offered = menuInTurn(
    actionMenu(stressTables, {
      // Nobody is asked here who is at home: nothing is offered that is not for a person who is afraid.
      evaluation: { weighed: [], helps: [], isAfraid: true },
      chosen: now.chosen,
      strategies: now.strategies.length > 0 ? now.strategies : ['time-for-yourself', 'live-healthier'],
      without: [...taken, calmAction],
      easyOnBack,
    }),
  );
  for (let from = 0; ; from = from + shownAtOnce >= offered.length ? 0 : from + shownAtOnce) {
    const shown = offered.slice(from, from + shownAtOnce);
    const chosen = await prompter.choose({
      message: 'Which one?',
      choices: [
        ...shown.map(({ action }, place) => ({
          key: String(place + 1),
          value: action.id,
          label: action.name,
        })),
        { key: '8', value: 'own', label: 'Something of my own, in my words' },
        ...(offered.length > shownAtOnce ? [{ key: '9', value: 'others', label: 'Show me others' }] : []),
        { key: 'q', value: 'none', label: 'None of them' },
      ],
    });
    if (chosen === 'none') return undefined;
    if (chosen === 'others') continue;
    const found = shown.find(({ action }) => action.id === chosen);
    const place = { at, taken };
    const shaped =
      found === undefined
        ? await typeOwn(run, prompter, place)
        : await shapeCommitment(run, prompter, {
            ...place,
            action: found.action,
            isSmaller: found.isSmaller,
          });
    if (shaped.kind === 'shaped') return shaped.commitment;
    if (shaped.kind === 'crisis') return 'crisis';
  }
}
