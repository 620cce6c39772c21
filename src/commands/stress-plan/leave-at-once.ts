import type { StressRun } from './open-stress.ts';

/** Off this screen: nothing of it can be seen any more, also further up, and nothing is said. */
export async function leaveAtOnce({ prompter }: Pick<StressRun, 'prompter'>): Promise<void> {
  (await prompter()).wipe();
}
