import type { InstallPlan, SchedulerName, SchedulerState, UninstallPlan } from '../reminder-delivery.ts';

/** One way to have the tick started each minute. */
export interface Scheduler {
  readonly name: SchedulerName;
  state(): Promise<SchedulerState>;
  planInstall(): Promise<InstallPlan>;
  planUninstall(): Promise<UninstallPlan>;
  /** Starts the tick now. False where the scheduler knows no such thing. */
  hurry(): Promise<boolean>;
}
