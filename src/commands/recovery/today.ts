import type { ChoicePrompt, Context } from '../../context.ts';
import { exitCodes } from '../../errors.ts';
import { renderDocument } from '../../render/render.ts';
import { themeOf } from '../presentation.ts';
import { askTasks } from './check.ts';
import { tickLine, untick } from './done.ts';
import { writePlanJson } from './keep.ts';
import { openPlan, planPage, type RecoveryRun, recoveryView, recoveryWorld } from './open-plan.ts';
import { moveTo } from './phase.ts';
import type { RecoveryFlags } from './recovery-flags.ts';
import { beginTrack } from './start.ts';

/** Today's page; at the keyboard with keys to tick, to go on, and to begin. Gives the exit code. */
export async function runRecovery(flags: RecoveryFlags, ctx: Context): Promise<number> {
  const world = recoveryWorld(flags, ctx);
  const run = await openPlan(world);
  if (run === undefined) return exitCodes.answered;
  if (flags.json === true) await writePlanJson(run);
  else if (run.canAsk) await converse(run);
  else await run.show(await planPage(run, recoveryView(run)));
  return exitCodes.answered;
}

/** The page with its keys, again after each, until the person leaves; then it stays on the screen as the answer. */
async function converse(first: RecoveryRun): Promise<void> {
  let run: RecoveryRun = first;
  const prompter = await run.prompter();
  for (;;) {
    const page = await planPage(run, recoveryView(run), keyRows);
    const theme = themeOf(run.ctx, run.wishes, 'error');
    const chosen = await prompter.choose({
      text: await renderDocument(page, { format: 'text', theme }),
      message: '',
      choices: keysOf(run),
      initial: 'leave',
    });
    const next = await doneBy(chosen, run);
    if (next === undefined) return run.show(await planPage(run, recoveryView(run)));
    run = next;
  }
}

/** Keys take a line or two, and a line above them. */
const keyRows = 3;

function keysOf(run: RecoveryRun): ChoicePrompt['choices'] {
  const { lines, now, hasBegun } = run.kept.today;
  const { checkIn } = recoveryView(run);
  const { proposal } = now;
  const moves = { up: 'go on', back: 'one phase back', track: 'the next plan' } as const;
  const isMove = hasBegun && now.askAbout.length === 0 && proposal.kind !== 'stay';
  return [
    ...(hasBegun ? [] : [{ key: 'b', value: 'begin', label: 'begin this plan' }]),
    ...(hasBegun && lines.some(({ isDone }) => !isDone) ? [{ key: 't', value: 'tick', label: 'tick' }] : []),
    ...(lines.some(({ done }) => done > 0) ? [{ key: 'u', value: 'untick', label: 'untick' }] : []),
    ...(hasBegun && now.askAbout.length > 0 ? [{ key: 'a', value: 'ask', label: 'answer, to go on' }] : []),
    ...(isMove ? [{ key: 'g', value: 'move', label: moves[proposal.kind] }] : []),
    ...(checkIn === undefined ? [] : [{ key: 'c', value: 'check-in', label: 'check in' }]),
    { key: 'q', value: 'leave', label: 'leave' },
  ];
}

/** The run as it is after that key; undefined when the person leaves. */
async function doneBy(chosen: string, run: RecoveryRun): Promise<RecoveryRun | undefined> {
  const { now, plan } = run.kept.today;
  switch (chosen) {
    case 'begin':
      return (await beginTrack(run, plan.track.id)).run;
    case 'tick':
      return chooseLine(run, 'Which one is done?', ({ isDone }) => !isDone, tickLine);
    case 'untick':
      return chooseLine(run, 'Which one is not done?', ({ done }) => done > 0, untick);
    case 'ask':
      return askTasks(run, now.askAbout);
    case 'move':
      if (now.proposal.kind === 'stay') return run;
      return now.proposal.kind === 'track'
        ? (await beginTrack(run, now.proposal.to.id)).run
        : (await moveTo(run, now.proposal.to.id)).run;
    case 'check-in':
      await (await import('./check-in.ts')).runCheckIn(run.flags, run.ctx);
      // A danger sign may have closed the plan: then its advice is shown, and there is nothing to go back to.
      return openPlan(run);
    default:
      return undefined;
  }
}

type Line = RecoveryRun['kept']['today']['lines'][number];

/** One of the lines by its number; a single one is meant anyway. */
async function chooseLine(
  run: RecoveryRun,
  message: string,
  fits: (line: Line) => boolean,
  change: (run: RecoveryRun, line: Line) => Promise<RecoveryRun>,
): Promise<RecoveryRun> {
  const { lines } = run.kept.today;
  const offered = lines.flatMap((line, place) =>
    fits(line) ? [{ key: String(place + 1), value: line.item.id, label: line.text }] : [],
  );
  const chosen =
    offered.length === 1
      ? offered[0]?.value
      : await (await run.prompter()).choose({
          message,
          choices: [...offered, { key: 'q', value: 'none', label: 'none of them' }],
        });
  const line = lines.find(({ item }) => item.id === chosen);
  return line === undefined ? run : change(run, line);
}
