import { stressDocument } from '../../documents/stress-document.ts';
import { exitCodes } from '../../errors.ts';
import { asPlan, keepOrShow } from './keep-plan.ts';
import { type StressRun, stressView } from './open-stress.ts';
import { overChoice, overKeys, paragraph } from './over-choice.ts';
import { quickBody } from './plan-body.ts';
import { riseFrom, riseTime } from './rise-time.ts';
import type { EvaluationFlags } from './stress-flags.ts';

/** For a tired day: looked at before it is kept, where somebody can be asked. */
export async function makeQuickPlan(run: StressRun, flags: EvaluationFlags): Promise<number> {
  let rise = riseFrom(flags.rise);
  if (!run.canAsk) return keepOrShow(run, quickBody({}, rise), flags);
  const prompter = await run.prompter();
  for (;;) {
    const body = quickBody({}, rise);
    const page = stressDocument(await stressView(run, asPlan(run, body), 'proposal'));
    const chosen = await prompter.choose({
      text: await overKeys(run, page),
      message: '',
      choices: [
        { key: 'k', value: 'keep', label: 'keep it' },
        { key: 't', value: 'time', label: 'set the time to get up' },
        { key: 'q', value: 'leave', label: 'not today' },
      ],
      initial: 'leave',
    });
    if (chosen === 'keep') return keepOrShow(run, body, flags);
    if (chosen !== 'time') return exitCodes.answered;
    const text = await overChoice(run, [
      paragraph('One time for every day, as 6:45. An empty line leaves it.'),
    ]);
    rise = riseTime(await prompter.typed({ text, message: 'I get up at' })) ?? rise;
  }
}
