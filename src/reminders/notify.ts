import type { Attempt, DeliveryChannel, Notice, NoticeOutcome } from '../reminder-delivery.ts';
import { claim, release } from './claims.ts';
import { oneLine } from './one-line.ts';
import type { ReminderMachine } from './reminder-machine.ts';
import { keepReceipt } from './tick-file.ts';

const waitsForPrompt = 'It waits for the next prompt of a shell that has the hook.';

/** Shows it once, on the first channel that takes it. The programs for it are loaded only when something is to be shown. */
export async function notify(
  notice: Notice,
  channels: readonly DeliveryChannel[],
  machine: ReminderMachine,
): Promise<NoticeOutcome> {
  if (!claim(notice.id, machine)) return { kind: 'claimed' };
  const attempts: Attempt[] = [];
  for (const channel of channels) {
    const outcome = await show(channel, notice, machine);
    if (outcome.kind === 'shown') {
      const receipt = { channel, means: outcome.means, at: machine.now() };
      keepReceipt(receipt, machine);
      return { kind: 'shown', receipt, attempts };
    }
    attempts.push({ channel, reason: outcome.reason });
  }
  release(notice.id, machine);
  return { kind: 'unreached', attempts };
}

type Outcome =
  | { readonly kind: 'shown'; readonly means: string }
  | { readonly kind: 'not-shown'; readonly reason: string };

async function show(channel: DeliveryChannel, notice: Notice, machine: ReminderMachine): Promise<Outcome> {
  switch (channel) {
    case 'desktop': {
      const { showOnDesktop } = await import('./desktop-notice.ts');
      return showOnDesktop({ title: oneLine(notice.title), text: oneLine(notice.text) }, machine);
    }
    case 'terminal': {
      const { writeToTerminal } = await import('./terminal-notice.ts');
      return writeToTerminal(oneLine(notice.line), machine);
    }
    case 'prompt':
      return { kind: 'not-shown', reason: waitsForPrompt };
  }
}
