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

/**
 * Needs no answers; with some, the one action is the easiest that suits what presses most. It is the two-minute version in
 * any case: the day is a tired one.
 *
 * @param rise time to get up, "6:45"; left out: the alarm of every day
 */
export function quickPlan(tables: Tables, evaluation: Evaluation | undefined, rise?: string): QuickPlan {
  const { quick, actions } = tables;
  const find = (wanted: string) => actions.filter(({ id }) => id === wanted);
  const commitments = [
    ...find(easiestFor(tables, evaluation) ?? quick.action).map((action) =>
      commitmentOf(action, { isSmaller: true }),
    ),
    ...find(quick.rise).map((action) =>
      commitmentOf(action, rise === undefined ? {} : { cue: `my alarm rings at ${rise}` }),
    ),
  ];
  return { commitments, session: quick.session };
}

/** Easy as it is; where nothing is, the best. */
function easiestFor(tables: Tables, evaluation: Evaluation | undefined): string | undefined {
  if (evaluation === undefined || evaluation.outcome !== 'plan') return undefined;
  const chosen = chosenStressors(evaluation, {}).slice(0, 1);
  const strategies = rankStrategies(tables, evaluation, chosen)
    .filter(({ isSuggested }) => isSuggested)
    .map(({ strategy }) => strategy.id);
  const menu = actionMenu(tables, { evaluation, chosen, strategies, without: [tables.quick.rise] });
  const offered = menu.flatMap((part) => part.actions);
  const best = offered.find(({ action, isSmaller }) => action.effort === 1 && !isSmaller) ?? offered[0];
  return best?.action.id;
}
