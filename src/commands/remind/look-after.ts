import { missedBody } from '../../engine/reminders/missed-body.ts';
import { reminderKinds, type ShownBody } from '../../engine/reminders/reminder-events.ts';
import type {
  DeliveryChannel,
  NoticeOutcome,
  RemindContext,
  ReminderDelivery,
  Tick,
} from '../../reminder-delivery.ts';
import type { GlobalFlags } from '../flags.ts';
import { tolerantPreferences } from '../preferences.ts';
import { absorbShown } from './absorb-shown.ts';
import { type KeptReminders, keptReminders } from './kept-reminders.ts';
import { discreetTitle, noticeOf } from './notice-words.ts';
import { promptLines } from './prompt-lines.ts';

const channels: readonly DeliveryChannel[] = ['desktop', 'terminal', 'prompt'];
const wordOf = { desktop: 'notifier', terminal: 'terminal', prompt: 'prompt' } as const;
/** A claim outlives anything that could still be due. */
const claimsLast = 3 * 24 * 60 * 60 * 1000;

/** However little there is to do, everything is looked at so often: a check grows old, a pain is forgotten. */
const longestRest = 60 * 60_000;

/** One whole look: what shells have shown, what was missed, what is due, and what will wait for a prompt. */
export async function lookAfter(
  flags: GlobalFlags,
  ctx: RemindContext,
  delivery: ReminderDelivery,
  { last, mark }: { readonly last: Tick | undefined; readonly mark: string },
): Promise<void> {
  const { preferences } = tolerantPreferences(ctx);
  const now = ctx.clock.now();
  const tick = { at: now, offsetMinutes: ctx.clock.offsetMinutes(now) };
  await delivery.keepTick(tick);
  const kept = await settled(ctx, delivery, preferences, last?.at);
  const brought = await bring(ctx, delivery, kept);
  await sayOver(delivery, kept);
  await delivery.keepPromptLines(promptLines(kept, now).filter(({ id }) => !isSettled(brought, id)));
  await answerTest(delivery);
  report(flags, ctx, kept, brought?.outcome);
  if (brought?.outcome.kind === 'unreached') return;
  const until = Math.min(kept.plan.nextDue ?? Number.POSITIVE_INFINITY, now + longestRest);
  await delivery.keepTick({ ...tick, rest: { until, mark } });
}

/** What was shown by shells, and what was missed, goes into the record; then the plan as it stands. */
async function settled(
  ctx: RemindContext,
  delivery: ReminderDelivery,
  preferences: Parameters<typeof keptReminders>[1],
  lastTick: number | undefined,
): Promise<KeptReminders> {
  const read = () => keptReminders(ctx, preferences, lastTick);
  await absorbShown(ctx, delivery, read);
  const first = await read();
  if (first.plan.isLullDue === true) await (await ctx.record()).append(reminderKinds.lull, {});
  const kept = first.plan.isLullDue === true ? await read() : first;
  const { missed } = kept.plan;
  // Of several that wake at once, one keeps what passed.
  const last = missed.at(-1);
  if (last !== undefined && (await delivery.claim(`missed/${last.id}`)))
    await (await ctx.record()).append(reminderKinds.missed, missedBody(missed));
  return kept;
}

interface Brought {
  readonly id: string;
  readonly outcome: NoticeOutcome;
}

async function bring(
  ctx: RemindContext,
  delivery: ReminderDelivery,
  kept: KeptReminders,
): Promise<Brought | undefined> {
  const { due } = kept.plan;
  if (due.length === 0) return undefined;
  const { notice, textId } = noticeOf(due, kept);
  const outcome = await delivery.notify(notice, channels);
  if (outcome.kind === 'shown') {
    const ids = due.map(({ occurrence }) => occurrence.id);
    const body: ShownBody = { ids, text: textId, by: wordOf[outcome.receipt.channel] };
    await (await ctx.record()).append(reminderKinds.shown, body);
    await delivery.forgetClaims(kept.now - claimsLast);
  }
  return { id: notice.id, outcome };
}

/** They end with the check that let them come. Once for each check that is said, or it would pass for a fault. */
async function sayOver(delivery: ReminderDelivery, { plan: { why }, last, history }: KeptReminders) {
  if (why.kind !== 'off' || why.standing !== 'unchecked' || history.schedules.length === 0) return;
  const text = 'Reminders rest until your next check: backcare diagnose';
  const id = `over/${last.summary?.at ?? 0}`;
  await delivery.notify({ id, title: discreetTitle, text, line: `backcare: ${text}` }, channels);
}

/** Nothing of it is left for a prompt. */
function isSettled(brought: Brought | undefined, id: string): boolean {
  return brought?.id === id && brought.outcome.kind !== 'unreached';
}

/** The doctor asked for a real one through this very path. */
async function answerTest(delivery: ReminderDelivery): Promise<void> {
  const id = await delivery.requestedTest();
  if (id === undefined) return;
  const notice = {
    id,
    title: discreetTitle,
    text: 'This is a test. Reminders reach you.',
    line: 'backcare: this is a test. Reminders reach you.',
  };
  await delivery.answerTest(id, await delivery.notify(notice, channels));
}

function report(
  flags: GlobalFlags,
  ctx: RemindContext,
  { plan }: KeptReminders,
  outcome: NoticeOutcome | undefined,
) {
  if (flags.json === true) {
    const json = {
      schema: 'backcare/reminder-tick@1',
      due: plan.due.map(({ occurrence }) => occurrence.id),
      outcome: outcome?.kind ?? 'nothing-due',
      by: outcome?.kind === 'shown' ? outcome.receipt.channel : null,
      missed: plan.missed.map(({ id }) => id),
    };
    ctx.io.out(`${JSON.stringify(json, null, 2)}\n`);
  } else if (outcome?.kind === 'unreached' && flags.quiet !== true) {
    const why = outcome.attempts.map(({ reason }) => reason).join(' ');
    ctx.io.err(`A reminder is due and reached nobody. ${why}\n`.replace(' \n', '\n'));
  }
}
