import { remindJson } from '../../documents/remind-json.ts';
import { type CheckView, checkJson, statusDocument } from '../../documents/remind-status.ts';
import { momentInWords } from '../../documents/remind-words.ts';
import { exitCodes } from '../../errors.ts';
import type { RemindContext, ReminderDelivery, SchedulerState } from '../../reminder-delivery.ts';
import type { GlobalFlags } from '../flags.ts';
import { viewOf } from './kept-view.ts';
import { adviceFirst, anyReminders, type RemindRun } from './open-reminders.ts';
import { remindWorld } from './remind-world.ts';

/** How reminders come here, and why the next one is when it is. Gives the exit code. */
export async function runStatus(flags: GlobalFlags, ctx: RemindContext): Promise<number> {
  const world = remindWorld(flags, ctx);
  const run = await anyReminders(world);
  const delivery = await ctx.reminders();
  const ways = await schedulerChecks(delivery);
  const traces = await tracesOf(run, delivery);
  const before = adviceFirst(run);
  const broken = (await delivery.brokenPath()).map(
    ({ reason, next }): CheckView => ({ about: 'path', state: 'broken', says: reason, next }),
  );
  const view = viewOf(run.kept);
  if (flags.json === true) {
    const { contact } = world;
    const { standing } = run.kept.last;
    const json = remindJson({ ...view, contact, version: ctx.version, standing, before });
    ctx.io.out(
      `${JSON.stringify({ ...json, schema: 'backcare/reminder-status@1', ways: [...ways, ...traces, ...broken].map(checkJson) }, null, 2)}\n`,
    );
  } else await world.show(statusDocument(view, { before, ways, traces, broken }));
  return exitCodes.answered;
}

async function schedulerChecks(delivery: ReminderDelivery): Promise<readonly CheckView[]> {
  return (await delivery.schedulers()).map((state) => ({
    about: state.scheduler,
    ...schedulerInWords(state),
  }));
}

function schedulerInWords({ installed, where, hindrance, lost }: SchedulerState): Omit<CheckView, 'about'> {
  const place = where.join(', ');
  switch (installed) {
    case 'as-written':
      return { state: 'well', says: `Set up: ${place}.` };
    case 'other':
      return {
        state: 'broken',
        says: `Set up, and not as this version would write it: ${place}.`,
        next: 'Changed by hand, or backcare was moved: backcare remind install',
      };
    case 'broken':
      return {
        state: 'broken',
        says: `Set up, and damaged: ${place}.`,
        next: hindrance?.next ?? 'To set it right: backcare remind install',
      };
    case 'no':
      if (lost !== undefined) return { state: 'broken', says: lost.reason, next: lost.next };
      return {
        state: 'absent',
        says: hindrance === undefined ? 'Can be used here, and is not.' : `Not here: ${hindrance.reason}`,
      };
  }
}

/** When something last looked after them, and when one last reached the person. */
async function tracesOf(
  { kept: { now, offsetMinutes } }: RemindRun,
  delivery: ReminderDelivery,
): Promise<readonly CheckView[]> {
  const [tick, receipt] = [await delivery.lastTick(), await delivery.lastReceipt()];
  return [
    {
      about: 'last look',
      state: tick === undefined ? 'absent' : 'well',
      says: tick === undefined ? 'Never yet.' : `${momentInWords(tick.at, now, offsetMinutes)}.`,
    },
    {
      about: 'last shown',
      state: receipt === undefined ? 'absent' : 'well',
      says:
        receipt === undefined
          ? 'Never yet.'
          : `${momentInWords(receipt.at, now, offsetMinutes)}, through ${receipt.means}.`,
    },
  ];
}
