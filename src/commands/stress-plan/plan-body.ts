import type { SessionId, StrategyId, StressorId } from '../../data/stress-schema.ts';
import { stressTables } from '../../data/stress-tables.ts';
import type { Answers } from '../../engine/answers.ts';
import { type Commitment, commitmentOf, type Weekday } from '../../engine/stress/commitment.ts';
import { chosenStressors, type Evaluation, evaluationOf } from '../../engine/stress/evaluation.ts';
import { actionMenu, type MenuPart, type OfferedAction } from '../../engine/stress/menu.ts';
import { quickPlan } from '../../engine/stress/quick-plan.ts';
import { suggestedSessions } from '../../engine/stress/sessions.ts';
import { rankStrategies } from '../../engine/stress/strategies.ts';
import type { PlanBody } from '../../engine/stress/stress-events.ts';

/** What the answers come to, as far as the person has decided it. */
export interface Decided {
  readonly evaluation: Evaluation;
  readonly chosen: readonly StressorId[];
  readonly strategies: readonly StrategyId[];
}

export function decidedBy(answers: Answers): Decided {
  const evaluation = evaluationOf(answers);
  const chosen = chosenStressors(evaluation, answers);
  const ranked = rankStrategies(stressTables, evaluation, chosen);
  const wanted = answers.strategies;
  const isWanted = Array.isArray(wanted);
  return {
    evaluation,
    chosen,
    strategies: ranked
      .filter(({ strategy, isSuggested }) => (isWanted ? wanted.includes(strategy.id) : isSuggested))
      .map(({ strategy }) => strategy.id),
  };
}

/** Every plan has a place for a calm session of its own. */
export const calmAction = 'calm-session';

export function menuFor(decided: Decided): readonly MenuPart[] {
  return actionMenu(stressTables, { ...decided, without: [calmAction] });
}

/** The menu as one list: the best of each way first, then the second of each, and what is shown on asking last. */
export function menuInTurn(parts: readonly MenuPart[]): readonly OfferedAction[] {
  const most = Math.max(0, ...parts.map(({ actions }) => actions.length));
  const turns = Array.from({ length: most }, (_, place) =>
    parts.flatMap(({ actions }) => actions[place] ?? []),
  ).flat();
  return [...turns.filter(({ isFirst }) => isFirst), ...turns.filter(({ isFirst }) => !isFirst)];
}

/** One small thing of each strategy, where nobody has chosen; one in all with little strength. */
export function proposedCommitments(decided: Decided, from: Weekday): readonly Commitment[] {
  const count = decided.evaluation.energy === 'low' ? 1 : decided.strategies.length;
  const first = menuFor(decided).flatMap(({ actions }) => actions.slice(0, 1));
  return first
    .slice(0, Math.min(3, count))
    .map(({ action, isSmaller }) => commitmentOf(action, { from, isSmaller }));
}

/** The calm session that fits best, of those that go with the person. */
export function proposedSession({ chosen }: Decided, barred: readonly SessionId[]): SessionId | undefined {
  return suggestedSessions(stressTables, chosen, barred)[0]?.session;
}

/** What is kept of a plan. */
export function planBody(
  decided: Decided,
  commitments: readonly Commitment[],
  session: SessionId | undefined,
): PlanBody {
  const { evaluation, chosen, strategies } = decided;
  const { stress, sleep, weighed } = evaluation;
  return {
    stressors: Object.fromEntries(
      weighed.map(({ stressor, weight, change }) => [
        stressor,
        { weight, ...(change === undefined ? {} : { change }) },
      ]),
    ),
    chosen,
    strategies,
    commitments,
    ...(session === undefined ? {} : { session }),
    ...(stress === undefined ? {} : { stress }),
    ...(sleep === undefined ? {} : { sleep }),
  };
}

/** One thing, five calm minutes, and a time to get up. */
export function quickBody(answers: Answers, rise?: string): PlanBody {
  const decided = decidedBy(answers);
  const hasAnswers = Object.keys(answers).length > 0;
  const { commitments, session } = quickPlan(stressTables, hasAnswers ? decided.evaluation : undefined, rise);
  const strategies = [...new Set(commitments.flatMap(({ strategy }) => strategy ?? []))];
  return { ...planBody({ ...decided, strategies }, commitments, session), isQuick: true };
}
