import type { Prompter } from '../../context.ts';
import { stressTables } from '../../data/stress-tables.ts';
import { reasonInShort, reasonsInWords } from '../../documents/stress-words.ts';
import type { Answers } from '../../engine/answers.ts';
import { isHeavy, mostChosen } from '../../engine/stress/evaluation.ts';
import { rankStrategies } from '../../engine/stress/strategies.ts';
import { chooseSeveral } from './choose-several.ts';
import type { DraftKeeper, Unfinished } from './draft.ts';
import { finishPlan } from './finish-plan.ts';
import type { MadePlan } from './made-plan.ts';
import type { StressRun } from './open-stress.ts';
import { decidedBy } from './plan-body.ts';

/** From what presses to a plan: what to work on, which ways, which small things, one calm session. The person chooses. */
export async function makePlan(
  run: StressRun,
  prompter: Prompter,
  from: Unfinished,
  draft: DraftKeeper,
): Promise<MadePlan> {
  let answers = from.answers;
  let picked = from.picked;
  for (let step = picked !== undefined ? 2 : firstStep(answers); ; ) {
    if (step === 0) {
      const chosen = await chooseStressors(run, prompter, answers);
      if (chosen === undefined) return { kind: 'back', answers };
      answers = { ...answers, ...chosen };
      step = 1;
    } else if (step === 1) {
      const strategies = await chooseStrategies(run, prompter, answers);
      if (strategies === undefined) {
        // Where there was nothing to choose, the questions come before.
        if (heavyCount(answers) < 2) return { kind: 'back', answers };
        step = 0;
        continue;
      }
      answers = { ...answers, ...strategies };
      step = 2;
    } else {
      const ended = await finishPlan(run, prompter, { decided: decidedBy(answers), picked }, (ids) =>
        draft.write({ answers, picked: ids }),
      );
      if (ended.kind !== 'back') return ended;
      picked = undefined;
      step = 1;
      continue;
    }
    await draft.write({ answers });
  }
}

function firstStep(answers: Answers): number {
  if (answers.strategies !== undefined) return 2;
  return answers.chosen !== undefined || heavyCount(answers) < 2 ? 1 : 0;
}

function heavyCount(answers: Answers): number {
  return decidedBy(answers).evaluation.weighed.filter(isHeavy).length;
}

/** What to work on, with the proposal ticked. Undefined for back. */
async function chooseStressors(
  run: StressRun,
  prompter: Prompter,
  answers: Answers,
): Promise<Answers | undefined> {
  const { evaluation, chosen } = decidedBy(answers);
  const heavy = evaluation.weighed.filter(isHeavy);
  const options = stressTables.stressors
    .filter(({ id }) => heavy.some(({ stressor }) => stressor === id))
    .map(({ id, label }) => ({ id, label }));
  return chooseSeveral(run, prompter, {
    id: 'chosen',
    title: 'Where to begin',
    ask: 'Which of them do you want to work on? Three at most.',
    why: 'The ticks are a proposal: what weighs most, and can be changed. Sleep is always among them when it is poor.',
    options: options.slice(0, 9),
    current: chosen,
    most: mostChosen,
  });
}

/** Which ways, with the reasons for those that are proposed. Undefined for back. */
async function chooseStrategies(
  run: StressRun,
  prompter: Prompter,
  answers: Answers,
): Promise<Answers | undefined> {
  const { evaluation, chosen, strategies } = decidedBy(answers);
  const ranked = rankStrategies(stressTables, evaluation, chosen);
  return chooseSeveral(run, prompter, {
    id: 'strategies',
    title: 'Ways out',
    ask: 'Which ways do you want to go? Three at most; the ticks are a proposal.',
    why: ranked
      .slice(0, 3)
      .map((each) => `${each.strategy.name}: ${reasonsInWords(stressTables, each).join(' ')}`)
      .join(' '),
    options: ranked.map((each) => {
      const because = each.isSuggested ? reasonInShort(stressTables, each) : undefined;
      const label = because === undefined ? each.strategy.name : `${each.strategy.name}: ${because}`;
      return { id: each.strategy.id, label };
    }),
    current: strategies,
    most: mostChosen,
  });
}
