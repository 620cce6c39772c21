import { join } from 'node:path';
import type { ReminderDelivery } from '../reminder-delivery.ts';
import { brokenPath } from './broken-path.ts';
import { claim, claimsFolder, claimsOfShells, forgetClaimsBefore, settle } from './claims.ts';
import { notify } from './notify.ts';
import { keepLines, promptFile } from './prompt-lines.ts';
import type { ReminderMachine } from './reminder-machine.ts';
import { answerTest, requestedTest, requestTest, testAnswer } from './test-notice.ts';
import { keepReceipt, keepTick, readReceipt, readTick } from './tick-file.ts';

/**
 * The delivery of this machine. What a tick needs each minute is here; what is needed seldom is loaded then.
 *
 * @param offsetMinutes minutes east of Greenwich, as this process has it
 */
export function createReminderDelivery(
  machine: ReminderMachine,
  offsetMinutes: (at: number) => number,
): ReminderDelivery {
  const schedulers = async () => (await import('./schedulers.ts')).schedulersOf(machine);
  const states = async () => Promise.all((await schedulers()).map((each) => each.state()));
  return {
    schedulers: states,
    async planInstall(wish) {
      const { planInstall } = await import('./schedulers.ts');
      return planInstall(await schedulers(), wish);
    },
    async planUninstall() {
      const { planUninstall } = await import('./schedulers.ts');
      return planUninstall(await schedulers(), machine);
    },
    async examine() {
      const { checkMachine } = await import('./machine-checks.ts');
      return checkMachine(await states(), offsetMinutes, machine);
    },
    brokenPath: async () => brokenPath(machine),
    keepTick: async (tick) => keepTick(tick, machine),
    async lastTick() {
      const tick = readTick(machine);
      if (tick === undefined) return undefined;
      const { moment: _, ...kept } = tick;
      return kept;
    },
    notify: (notice, channels) => notify(notice, channels, machine),
    lastReceipt: async () => readReceipt(machine),
    keepPromptLines: async (lines) => keepLines(lines, machine),
    takeShown: async () => claimsOfShells(machine),
    async forgetShown(shown) {
      settle(
        shown.map(({ id }) => id),
        machine,
      );
      const [newest] = [...shown].sort((one, other) => other.receipt.at - one.receipt.at);
      if (newest !== undefined && newest.receipt.at > (readReceipt(machine)?.at ?? 0)) {
        keepReceipt(newest.receipt, machine);
      }
    },
    claim: async (id) => claim(id, machine),
    forgetClaims: async (before) => forgetClaimsBefore(before, machine),
    async hook(shell) {
      const { hookText } = await import('./hook-text.ts');
      return hookText(shell, {
        lines: promptFile(machine),
        claims: claimsFolder(machine),
        mark: join(machine.folder, 'hook-'),
      });
    },
    async requestTest() {
      const id = requestTest(machine);
      for (const [index, state] of (await states()).entries()) {
        if (state.installed !== 'no' && (await (await schedulers())[index]?.hurry()) === true) {
          return { id, soon: true };
        }
      }
      return { id, soon: false };
    },
    requestedTest: async () => requestedTest(machine),
    answerTest: async (id, outcome) => answerTest(id, outcome, machine),
    testAnswer: async (id) => testAnswer(id, machine),
    async calendar(name, series) {
      const { calendarFile } = await import('./calendar-file.ts');
      return calendarFile(name, series, machine.now());
    },
  };
}
