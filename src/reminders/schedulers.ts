import type { InstallPlan, SchedulerName, UninstallPlan } from '../reminder-delivery.ts';
import { cronScheduler } from './cron-scheduler.ts';
import { launchdScheduler, systemdScheduler, taskScheduler } from './file-schedulers.ts';
import { forgetInstallation, readInstallation } from './installed.ts';
import { takenOut } from './lost.ts';
import type { ReminderMachine } from './reminder-machine.ts';
import type { Scheduler } from './scheduler.ts';
import { sudoHindrance } from './tick-job.ts';

/** The schedulers of this platform, the one to be preferred first. */
export function schedulersOf(machine: ReminderMachine): readonly Scheduler[] {
  switch (machine.platform) {
    case 'darwin':
      return [launchdScheduler(machine), cronScheduler(machine)];
    case 'win32':
      return [taskScheduler(machine)];
    case 'linux':
      return [systemdScheduler(machine), cronScheduler(machine)];
    default:
      return [cronScheduler(machine)];
  }
}

/** The plan of the one that was named, else of the one that is in use, else of the first that works. */
export async function planInstall(
  schedulers: readonly Scheduler[],
  wish: SchedulerName | undefined,
): Promise<InstallPlan> {
  const states = await Promise.all(schedulers.map(async (each) => ({ each, state: await each.state() })));
  const inUse = states.find(({ state }) => state.installed !== 'no');
  const first = states.find(({ state }) => state.hindrance === undefined) ?? states.at(-1);
  const named = states.find(({ each }) => each.name === wish);
  if (wish !== undefined && named === undefined) {
    return {
      kind: 'refused',
      reason: `There is no ${wish} on this platform.`,
      next: `What there is: ${schedulers.map(({ name }) => name).join(', ')}`,
    };
  }
  const chosen = named ?? inUse ?? first;
  if (chosen === undefined) throw new Error('There is no platform without a scheduler.');
  const plan = await chosen.each.planInstall();
  if (plan.kind !== 'ready' || inUse === undefined || inUse === chosen) return plan;
  const also = `${inUse.each.name} starts the reminders already. Both together show nothing twice, but one is enough: backcare remind uninstall takes out both.`;
  return { ...plan, warnings: [...plan.warnings, also] };
}

/** Everything of ours, whichever scheduler has it. */
export async function planUninstall(
  schedulers: readonly Scheduler[],
  machine: ReminderMachine,
): Promise<UninstallPlan> {
  const plans = await Promise.all(schedulers.map((each) => each.planUninstall()));
  const ready = plans.filter((plan) => plan.kind === 'ready');
  const refused = plans.find((plan) => plan.kind === 'refused');
  if (ready.length === 0) {
    const sudo = sudoHindrance(machine);
    if (sudo !== undefined) return { kind: 'refused', ...sudo };
    const already = plans.find((plan) => plan.kind === 'gone') ?? refused;
    if (already !== undefined) return already;
    const known = readInstallation(machine);
    return known === undefined
      ? { kind: 'nothing' }
      : {
          kind: 'gone',
          scheduler: known.scheduler,
          reason: takenOut(known.scheduler),
          carryOut: async () => forgetInstallation(machine),
        };
  }
  return {
    kind: 'ready',
    removes: ready.flatMap(({ removes }) => removes),
    runs: ready.flatMap(({ runs }) => runs),
    async carryOut() {
      const copies: string[] = [];
      const remarks: string[] = [];
      for (const plan of ready) {
        const done = await plan.carryOut();
        if (done.copy !== undefined) copies.push(done.copy);
        remarks.push(...done.remarks);
      }
      // The others are out; what could not be looked into is said.
      if (refused !== undefined) remarks.push(refused.reason);
      const [copy] = copies;
      return copy === undefined ? { remarks } : { copy, remarks };
    },
  };
}
