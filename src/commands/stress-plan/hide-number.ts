import { stressKept } from '../../documents/stress-kept.ts';
import { stressCommands } from '../../documents/stress-words.ts';
import { exitCodes } from '../../errors.ts';
import { forgetNumberFirst } from './number-first.ts';
import { type StressWorld, writeStressJson } from './open-stress.ts';
import { paragraphs } from './planned-run.ts';

/** The number of the crisis line has its usual place again. Gives the exit code. */
export async function hideNumber(world: StressWorld): Promise<number> {
  await forgetNumberFirst(world.ctx);
  const says = [
    'The number does not come first any more. It stays with every stress plan.',
    `To talk to somebody: ${world.contact.crisis}.`,
  ];
  if (world.flags.json === true) await writeStressJson({ ...world, before: [] }, 'none', paragraphs(says));
  else await world.show(stressKept({ before: [], says, blocks: [], next: [stressCommands.plan] }));
  return exitCodes.answered;
}
