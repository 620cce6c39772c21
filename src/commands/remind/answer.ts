import { inSentence } from '../../documents/answer-words.ts';
import { joined, momentInWords, remindCommands } from '../../documents/remind-words.ts';
import { latestShown } from '../../engine/reminders/latest-shown.ts';
import { readSnooze } from '../../engine/reminders/read-when.ts';
import { type AnswerBody, reminderKinds } from '../../engine/reminders/reminder-events.ts';
import { exitCodes, InputError } from '../../errors.ts';
import type { RemindContext } from '../../reminder-delivery.ts';
import type { GlobalFlags } from '../flags.ts';
import { answeredOf } from './answered-of.ts';
import { scheduleNamed } from './keep-schedule.ts';
import { answerRemind, openReminders, type RemindRun, reread } from './open-reminders.ts';
import { remindWorld } from './remind-world.ts';

/** What one answer is about: occurrences, and what they are called. */
interface Answered {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** It would only have come later on. */
  readonly isAhead?: boolean;
}

/** The person did it. Gives the exit code. */
export async function runDone(
  name: string | undefined,
  flags: GlobalFlags,
  ctx: RemindContext,
): Promise<number> {
  return answerWith(name, flags, ctx, ({ ids, names, isAhead }) => ({
    body: { ids, is: 'done' },
    says: `Done: ${joined(names)}.${isAhead === true ? ' It will not come today.' : ''}`,
  }));
}

/** Once more, in a while. Gives the exit code. */
export async function runSnooze(
  typed: string | undefined,
  flags: GlobalFlags,
  ctx: RemindContext,
): Promise<number> {
  const reading = readSnooze(typed ?? '15');
  if (reading.kind === 'refused')
    throw new InputError(`A snooze cannot be ${JSON.stringify(typed)}.`, {
      reason: reading.why,
      next: `For example: ${remindCommands.snooze} 15`,
    });
  const minutes = reading.value;
  return answerWith(undefined, flags, ctx, ({ ids, names }, { kept }) => ({
    body: { ids, is: 'snoozed', minutes },
    says: `Once more at ${momentInWords(kept.now + minutes * 60_000, kept.now, kept.offsetMinutes)}: ${joined(names)}.`,
  }));
}

/** Not this time, or not today. It costs nothing. Gives the exit code. */
export async function runSkip(
  day: string | undefined,
  flags: GlobalFlags,
  ctx: RemindContext,
): Promise<number> {
  const isDay = day?.trim().toLowerCase() === 'today';
  if (day !== undefined && !isDay)
    throw new InputError(`It cannot skip ${JSON.stringify(day)}.`, {
      reason: 'Left out, it skips the one that was shown last; "today" skips all of its kind today.',
      next: `For example: ${remindCommands.skip} today. More days: backcare remind pause until tomorrow`,
    });
  return answerWith(
    undefined,
    flags,
    ctx,
    ({ ids, names }) => ({
      body: { ids, is: 'skipped', ...(isDay ? { day: true } : {}) },
      says: `Skipped${isDay ? ' for today' : ''}: ${joined(names)}. That costs nothing.`,
    }),
    ['For none until tomorrow: backcare remind pause until tomorrow'],
  );
}

async function answerWith(
  name: string | undefined,
  flags: GlobalFlags,
  ctx: RemindContext,
  make: (answered: Answered, run: RemindRun) => { readonly body: AnswerBody; readonly says: string },
  otherWay: readonly string[] = [],
): Promise<number> {
  const run = await openReminders(remindWorld(flags, ctx));
  if (run === undefined) return exitCodes.answered;
  const answered = name === undefined ? waiting(run) : answeredOf(scheduleNamed(name, run), run);
  if (answered === undefined) {
    const says = ['No reminder waits for an answer. Nothing was changed.', ...otherWay];
    await answerRemind(run, says, [remindCommands.list]);
    return exitCodes.answered;
  }
  const { body, says } = make(answered, run);
  await (await ctx.record()).append(reminderKinds.answer, body);
  await answerRemind(await reread(run), [says], [remindCommands.list, remindCommands.undo]);
  return exitCodes.answered;
}

/** What is due now, else what was shown last and not answered. */
function waiting({ kept }: RemindRun): Answered | undefined {
  const { plan, history, now } = kept;
  const ids =
    plan.due.length > 0 ? plan.due.map(({ occurrence }) => occurrence.id) : latestShown(history, now);
  return ids === undefined || ids.length === 0 ? undefined : { ids, names: namesOf(ids, kept) };
}

function namesOf(ids: readonly string[], { history }: RemindRun['kept']): readonly string[] {
  const schedules = new Set(ids.map((id) => id.split('/')[0]));
  return [...schedules].map((id) =>
    inSentence(history.schedules.find((each) => each.id === id)?.name ?? id ?? ''),
  );
}
