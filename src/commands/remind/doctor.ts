import { type CheckView, doctorDocument, doctorJson } from '../../documents/remind-status.ts';
import { exitCodes } from '../../errors.ts';
import type { NoticeOutcome, RemindContext, ReminderDelivery } from '../../reminder-delivery.ts';
import { safeText } from '../../render/safe-text.ts';
import type { GlobalFlags } from '../flags.ts';
import { adviceFirst, anyReminders } from './open-reminders.ts';
import { remindWorld } from './remind-world.ts';

const second = 1000;
/** Cron comes once a minute, and a busy machine takes a moment. */
const longestWait = { soon: 15 * second, byItself: 75 * second } as const;
const step = second / 4;
const progressEvery = 15 * second;

/** Sends a real one through the installed path, waits for it, and says what is in the way. Gives the exit code. */
export async function runDoctor(flags: GlobalFlags, ctx: RemindContext): Promise<number> {
  const world = remindWorld(flags, ctx);
  const run = await anyReminders(world);
  const { standing } = run.kept.last;
  const before = adviceFirst(run);
  const isGrave = standing === 'emergency' || standing === 'urgent';
  const delivery = await ctx.reminders();
  const isInstalled = (await delivery.schedulers()).some(({ installed }) => installed !== 'no');
  const say = (text: string) => {
    if (flags.quiet !== true) ctx.io.err(`${safeText(text)}\n`);
  };
  // What is known to be in the way is said before anybody waits for it.
  if (isInstalled && !isGrave)
    for (const { state, says } of await delivery.examine()) if (state === 'broken') say(says);
  const test = isGrave ? notNow : isInstalled ? await sendOne(ctx, delivery, say) : notInstalled;
  // Once more: the test itself leaves its trace.
  const checks = await delivery.examine();
  if (flags.json === true) ctx.io.out(`${JSON.stringify(doctorJson(checks, test, before), null, 2)}\n`);
  else await world.show(doctorDocument(checks, test, before, standing !== 'cleared'));
  return exitCodes.answered;
}

const notInstalled: CheckView = {
  about: 'test',
  state: 'absent',
  says: 'None was sent: nothing is set up that would bring it.',
};

/** Nobody is kept waiting who should be on the way to help. */
const notNow: CheckView = {
  about: 'test',
  state: 'absent',
  says: 'None was sent while the advice of your last check stands.',
};

async function sendOne(
  ctx: RemindContext,
  delivery: ReminderDelivery,
  say: (text: string) => void,
): Promise<CheckView> {
  const { id, soon } = await delivery.requestTest();
  const limit = soon ? longestWait.soon : longestWait.byItself;
  say(`A test is on its way. Waiting for it, ${limit / second} seconds at most …`);
  const began = ctx.clock.now();
  let said = 0;
  for (let waited = 0; waited < limit; waited = ctx.clock.now() - began) {
    const outcome = await delivery.testAnswer(id);
    if (outcome !== undefined) return outcomeInWords(outcome, Math.ceil(waited / second));
    if (waited - said >= progressEvery) {
      said = waited;
      say(`${Math.round(waited / second)} seconds …`);
    }
    await ctx.clock.wait(step);
  }
  return {
    about: 'test',
    state: 'broken',
    says: `Nothing came within ${limit / second} seconds.`,
    next: 'Is the scheduler running, and was the computer awake? Set it up anew: backcare remind install',
  };
}

function outcomeInWords(outcome: NoticeOutcome, seconds: number): CheckView {
  const about = 'test';
  switch (outcome.kind) {
    case 'shown':
      return { about, state: 'well', says: `It came after ${seconds} s, through ${outcome.receipt.means}.` };
    case 'claimed':
      return { about, state: 'well', says: `It came after ${seconds} s.` };
    case 'unreached':
      return {
        about,
        state: 'broken',
        says: `The scheduler works, and no way led to you. ${outcome.attempts.map(({ reason }) => reason).join(' ')}`,
        next: 'A way that always works, before your prompt: backcare remind install --with hook',
      };
  }
}
