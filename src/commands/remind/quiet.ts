import { momentInSentence, momentInWords, remindCommands } from '../../documents/remind-words.ts';
import { instantWithOffset } from '../../engine/instant.ts';
import { isLull } from '../../engine/reminders/lull.ts';
import { readPause } from '../../engine/reminders/read-pause.ts';
import { type PauseBody, reminderKinds } from '../../engine/reminders/reminder-events.ts';
import { exitCodes, InputError } from '../../errors.ts';
import type { RemindContext } from '../../reminder-delivery.ts';
import type { GlobalFlags } from '../flags.ts';
import { answerRemind, anyReminders, type RemindRun, reread } from './open-reminders.ts';
import { remindWorld } from './remind-world.ts';

const example = 'backcare remind pause 2h';

/** Quiet for now, whatever a check said. Gives the exit code. Throws `InputError`; then nothing was kept. */
export async function runPause(
  words: readonly string[],
  flags: GlobalFlags,
  ctx: RemindContext,
): Promise<number> {
  const typed = words.join(' ').trim();
  const world = remindWorld(flags, ctx);
  if (typed === '' && !world.canAsk)
    throw new InputError('For how long?', {
      reason: 'Nobody can be asked here.',
      next: `Say it: ${example}`,
    });
  const asked = typed === '' ? await askHowLong(world) : typed;
  if (asked === undefined) return exitCodes.answered;
  const now = ctx.clock.now();
  const reading = readPause(asked, {
    now,
    offsetMinutes: (at) => ctx.clock.offsetMinutes(at),
    dayStart: world.preferences.dayStart,
  });
  if (reading.kind === 'refused')
    throw new InputError(`A pause cannot be ${JSON.stringify(asked)}.`, {
      reason: reading.why,
      next: `For example: ${example}`,
    });
  if (reading.value.kind === 'over') return runResume(flags, ctx);
  const { at } = reading.value;
  const run = await anyReminders(world);
  await (await ctx.record()).append(reminderKinds.pause, {
    is: 'on',
    until: instantWithOffset(at, ctx.clock.offsetMinutes(at)),
  } satisfies PauseBody);
  const { offsetMinutes } = run.kept;
  await answerRemind(
    await reread(run),
    [`Quiet until ${momentInWords(at, now, offsetMinutes)}. Nothing is saved up for then.`],
    [remindCommands.resume, remindCommands.list],
  );
  return exitCodes.answered;
}

/** No longer quiet. Gives the exit code. */
export async function runResume(flags: GlobalFlags, ctx: RemindContext): Promise<number> {
  const run = await anyReminders(remindWorld(flags, ctx));
  if (pauseNow(run) === undefined && !isLull(run.kept.history)) {
    await answerRemind(run, ['It is not paused. Nothing was changed.'], [remindCommands.list]);
    return exitCodes.answered;
  }
  await (await ctx.record()).append(reminderKinds.pause, { is: 'over' } satisfies PauseBody);
  const after = await reread(run);
  const { plan, now, offsetMinutes } = after.kept;
  const next =
    plan.next === undefined
      ? ''
      : ` The next one comes ${momentInSentence(plan.next.at, now, offsetMinutes)}.`;
  await answerRemind(after, [`The quiet is over.${next}`], [remindCommands.list]);
  return exitCodes.answered;
}

function pauseNow({ kept: { history, now } }: RemindRun) {
  return history.pauses.find(({ from, until }) => from <= now && now < until);
}

async function askHowLong({ prompter }: ReturnType<typeof remindWorld>): Promise<string | undefined> {
  const chosen = await (await prompter()).choose({
    message: 'Quiet for how long? You can end it at any time.',
    choices: [
      { key: '1', value: '1h', label: 'An hour' },
      { key: '2', value: '2h', label: 'Two hours' },
      { key: '3', value: 'until tomorrow', label: 'Until tomorrow' },
      { key: 'q', value: 'leave', label: 'Not at all' },
    ],
  });
  return chosen === 'leave' ? undefined : chosen;
}
