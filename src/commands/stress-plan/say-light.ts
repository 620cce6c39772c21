import { stressKept } from '../../documents/stress-kept.ts';
import { stressCommands } from '../../documents/stress-words.ts';
import { type StressRun, writeStressJson } from './open-stress.ts';
import { paragraphs } from './planned-run.ts';

/** Nothing is heavy, or nothing was said: breathing and walking, and no plan. */
export async function sayLight(run: StressRun, outcome: 'nothing-heavy' | 'nothing-said'): Promise<void> {
  const says =
    outcome === 'nothing-heavy'
      ? [
          'Nothing heavy right now. That is good to know, and there is no need for a plan.',
          'A short walk and a few slow breaths do no harm on any day.',
        ]
      : [
          'Nothing was said about what presses, so there is no plan to propose.',
          'For a tired day there is a short one, without questions.',
        ];
  if (run.flags.json === true) {
    await writeStressJson(run, 'none', [...run.before, ...paragraphs(says)]);
    return;
  }
  const next =
    outcome === 'nothing-heavy'
      ? [stressCommands.breathe, 'backcare stretch easy-walk']
      : [stressCommands.quick, stressCommands.breathe];
  await run.show(stressKept({ before: run.before, says, blocks: [], next }));
}
