import type { Block } from '../../documents/document.ts';
import { emergencyLine } from '../../documents/emergency-line.ts';
import { stressKept } from '../../documents/stress-kept.ts';
import { stressCommands } from '../../documents/stress-words.ts';
import type { Answers } from '../../engine/answers.ts';
import { wellbeingGate } from '../../engine/stress/gate.ts';
import { type StressRun, writeStressJson } from './open-stress.ts';
import { paragraphs } from './planned-run.ts';

/** Above this, 0 to 10, nobody is told that nothing is heavy. */
const calmStress = 6;

/** Nothing that was ticked is heavy, or nothing was said: breathing and walking, no plan, and always whom to talk to. */
export async function sayLight(
  run: StressRun,
  outcome: 'nothing-heavy' | 'nothing-said',
  answers: Answers,
): Promise<void> {
  const isHeavy = outcome === 'nothing-heavy';
  const says = [
    ...(isHeavy ? weightless(answers) : nothingSaid),
    `To talk to somebody: ${run.contact.crisis}.`,
  ];
  const before: readonly Block[] = [emergencyLine(run.contact), ...run.before];
  if (run.flags.json === true) {
    await writeStressJson(run, 'none', [...before, ...paragraphs(says)]);
    return;
  }
  const next = isHeavy
    ? [stressCommands.breathe, 'backcare stretch easy-walk']
    : [stressCommands.quick, stressCommands.breathe];
  await run.show(stressKept({ before, says, blocks: [], next }));
}

const nothingSaid = [
  'Nothing was said about what presses, so there is no plan to propose.',
  'For a tired day there is a short one, without questions.',
];

function weightless(answers: Answers): readonly string[] {
  const stress = answers['stress-now'];
  const gate = wellbeingGate(answers);
  const isCalm = gate.kind === 'open' && gate.signposts.length === 0;
  if (isCalm && !(typeof stress === 'number' && stress > calmStress))
    return [
      'Nothing heavy right now. That is good to know, and there is no need for a plan.',
      'A short walk and a few slow breaths do no harm on any day.',
    ];
  return [
    'You are under a lot, though none of these weighs most. That counts too, and you need not carry it alone.',
    'Tell somebody you trust how it is, or your doctor. A short walk or a few slow breaths may ease the day a little.',
  ];
}
