import { stressDocument } from '../../documents/stress-document.ts';
import { exitCodes } from '../../errors.ts';
import { renderDocument } from '../../render/render.ts';
import { themeOf } from '../presentation.ts';
import { asPlan, keepOrShow } from './keep-plan.ts';
import { type StressRun, stressView } from './open-stress.ts';
import { quickBody } from './plan-body.ts';
import type { EvaluationFlags } from './stress-flags.ts';

/** For a tired day: looked at before it is kept, where somebody can be asked. */
export async function makeQuickPlan(run: StressRun, flags: EvaluationFlags): Promise<number> {
  if (!run.canAsk) return keepOrShow(run, quickBody({}), flags);
  const view = await stressView(run, asPlan(run, quickBody({})), 'proposal');
  const page = stressDocument(view);
  const blocks = page.blocks.filter(({ kind }) => kind !== 'next');
  const theme = themeOf(run.ctx, run.wishes, 'error');
  const chosen = await (await run.prompter()).choose({
    text: await renderDocument({ ...page, blocks }, { format: 'text', theme }),
    message: '',
    choices: [
      { key: 'k', value: 'keep', label: 'keep it' },
      { key: 'q', value: 'leave', label: 'not today' },
    ],
    initial: 'leave',
  });
  return chosen === 'keep' ? keepOrShow(run, quickBody({}), flags) : exitCodes.answered;
}
