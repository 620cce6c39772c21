import { sessionInWords } from '../../documents/stress-words.ts';
import { ifThen } from '../../engine/stress/commitment.ts';
import type { TickState } from '../../engine/stress/stress-events.ts';
import type { StressLine } from '../../engine/stress/today-lines.ts';
import { tickFor } from './done.ts';
import type { PlannedRun } from './planned-run.ts';

const questions: { readonly [state in Exclude<TickState, 'small'>]: string } = {
  done: 'Which one is done?',
  skipped: 'Which one is left out today?',
  open: 'Which one is not done after all?',
};

/** One of today's lines by its number; a single one is meant anyway. */
export async function tickByKey(run: PlannedRun, is: Exclude<TickState, 'small'>): Promise<PlannedRun> {
  const { today, plan } = run.kept;
  const fits = plan.lines.filter(({ state }) => (is === 'open') !== (state === 'open'));
  const [only, ...others] = fits;
  if (only === undefined) return run;
  const prompter = await run.prompter();
  const chosen =
    others.length === 0
      ? only.id
      : await prompter.choose({
          message: questions[is],
          choices: [
            ...fits.map((line, place) => ({
              key: String(place + 1),
              value: line.id,
              label: lineInWords(line, plan.now.session),
            })),
            { key: 'q', value: 'none', label: 'none of them' },
          ],
        });
  const line = fits.find(({ id }) => id === chosen);
  if (line === undefined) return run;
  if (is !== 'done' || line.commitment === undefined || line.commitment.isSmall === true)
    return tickFor(run, line.id, is, today);
  const size = await prompter.choose({
    message: ifThen(line.commitment),
    choices: [
      { key: 'enter', value: 'done', label: 'done' },
      { key: 's', value: 'small', label: 'the small version: it counts' },
    ],
    initial: 'done',
  });
  return tickFor(run, line.id, size === 'small' ? 'small' : 'done', today);
}

function lineInWords(
  { commitment }: StressLine,
  session: PlannedRun['kept']['plan']['now']['session'],
): string {
  if (commitment !== undefined) return ifThen(commitment);
  return session === undefined ? '' : sessionInWords(session);
}
