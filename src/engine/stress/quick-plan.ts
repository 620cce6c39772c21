import type { SessionId, StressTables } from '../../data/stress-schema.ts';
import { type Commitment, commitmentOf } from './commitment.ts';
import { chosenStressors, type Evaluation } from './evaluation.ts';
import { actionMenu } from './menu.ts';
import { rankStrategies } from './strategies.ts';

/** For a tired person: one action, one session, a fixed time to get up. */
export interface QuickPlan {
  /** The action first, then getting up. */
  readonly commitments: readonly Commitment[];
  readonly session: SessionId;
}

type Tables = Pick<StressTables, 'actions' | 'strategies' | 'fits' | 'quick'>;

/** Needs no answers; with some, the one action is the easiest that suits what presses most. */
export function quickPlan(tables: Tables, evaluation: Evaluation | undefined): QuickPlan {
  const { quick, actions } = tables;
  const wanted = [
    easiestFor(tables, evaluation) ?? { id: quick.action, isSmaller: false },
    { id: quick.rise, isSmaller: false },
  ];
  const commitments = wanted.flatMap(({ id, isSmaller }) => {
    const action = actions.find((entry) => entry.id === id);
    return action === undefined ? [] : [commitmentOf(action, { isSmaller })];
  });
  return { commitments, session: quick.session };
}

/** Easy as it is; where nothing is, the best in its smallest version. */
function easiestFor(
  tables: Tables,
  evaluation: Evaluation | undefined,
): { readonly id: string; readonly isSmaller: boolean } | undefined {
  if (evaluation === undefined || evaluation.outcome !== 'plan') return undefined;
  const chosen = chosenStressors(evaluation, {}).slice(0, 1);
  const strategies = rankStrategies(tables, evaluation, chosen)
    .filter(({ isSuggested }) => isSuggested)
    .map(({ strategy }) => strategy.id);
  const menu = actionMenu(tables, { evaluation, chosen, strategies, without: [tables.quick.rise] });
  const offered = menu.flatMap((part) => part.actions);
  const best = offered.find(({ action, isSmaller }) => action.effort === 1 && !isSmaller) ?? offered[0];
  return best === undefined ? undefined : { id: best.action.id, isSmaller: best.isSmaller };
}
