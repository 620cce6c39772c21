import { InputError, RecordError } from '../errors.ts';
import type { Hindrance, InstallPlan, SchedulerState, UninstallPlan } from '../reminder-delivery.ts';
import { cronRuns } from './cron-daemon.ts';
import { cronLine, cronLineHindrance } from './cron-line.ts';
import { type CrontabReading, openCrontab } from './crontab.ts';
import { blockText, findBlock, withBlock, withoutBlock } from './crontab-block.ts';
import { keepCrontabCopy } from './crontab-copies.ts';
import { isWindowsSubsystem } from './desktop-notice.ts';
import { forgetInstallation, keepInstallation, readInstallation, refreshInstallation } from './installed.ts';
import { lostFrom } from './lost.ts';
import type { ReminderMachine } from './reminder-machine.ts';
import type { Scheduler } from './scheduler.ts';
import { householdOf, jobHindrance, tickJob } from './tick-job.ts';

const place = 'your crontab';

const damaged = (line: number): Hindrance => ({
  reason: `The lines of backcare in your crontab are cut short or there twice (line ${line}), so it is not clear which lines are ours.`,
  next: 'Look at it with "crontab -e", take out every line of backcare: those with ">>> backcare" or "<<< backcare", and the two that stand between them. Then try again.',
});

/** Cron: a marked block in the person's crontab, and not one byte more. */
export function cronScheduler(machine: ReminderMachine): Scheduler {
  const crontab = openCrontab(machine);
  const label = Buffer.from(householdOf(machine)).toString('latin1');
  const job = () => Buffer.from(cronLine(tickJob(machine))).toString('latin1');
  const isKnown = () => readInstallation(machine)?.scheduler === 'cron';

  async function planInstall(): Promise<InstallPlan> {
    const hindrance = jobHindrance(machine) ?? cronLineHindrance(tickJob(machine));
    if (hindrance !== undefined) return { kind: 'refused', ...hindrance };
    const reading = await crontab.read();
    if (reading.kind === 'unreadable') return refusal(reading);
    const before = textOf(reading);
    const after = withBlock(before, job(), label);
    const search = findBlock(before ?? '', label);
    if (after === undefined)
      return { kind: 'refused', ...damaged(search.kind === 'damaged' ? search.line : 1) };
    if (after === before) {
      return {
        kind: 'installed',
        scheduler: 'cron',
        where: [place],
        carryOut: async () => refreshInstallation('cron', machine),
      };
    }
    const found = findBlock(after, label);
    const text = found.kind === 'block' ? found.block.text : '';
    return {
      kind: 'ready',
      scheduler: 'cron',
      writes: [{ where: place, text: asText(text) }],
      runs: [],
      warnings: cronRuns(machine) === false ? [noDaemon(machine)] : [],
      async carryOut() {
        await insistUnchanged(reading);
        const copy = before === undefined ? undefined : keepCrontabCopy(before, machine);
        const complaint = await crontab.write(after);
        if (complaint !== undefined) throw refusedBySystem(complaint);
        await insistIs(after);
        keepInstallation('cron', machine);
        return copy === undefined ? { scheduler: 'cron' } : { scheduler: 'cron', copy };
      },
    };
  }

  async function planUninstall(): Promise<UninstallPlan> {
    const reading = await crontab.read();
    // Without the program nobody can take the lines out, and nobody need be warned for ever.
    if (machine.find('crontab') === undefined && isKnown())
      return {
        kind: 'gone',
        scheduler: 'cron',
        reason: 'There is no crontab program here any more.',
        carryOut: async () => forgetInstallation(machine),
      };
    if (reading.kind === 'unreadable')
      return reading.mayHoldOurs || isKnown() ? refusal(reading) : { kind: 'nothing' };
    const before = textOf(reading) ?? '';
    const search = findBlock(before, label);
    if (search.kind === 'none') return { kind: 'nothing' };
    if (search.kind === 'damaged') return { kind: 'refused', ...damaged(search.line) };
    const { block } = search;
    const after = withoutBlock(before, block);
    return {
      kind: 'ready',
      removes: [{ where: place, text: asText(block.text) }],
      runs: [],
      async carryOut() {
        await insistUnchanged(reading);
        const copy = keepCrontabCopy(before, machine);
        const remarks = await putBack(after);
        forgetInstallation(machine);
        return { copy, remarks };
      },
    };
  }

  /** Writes what was there before. Some crons refuse a last line without its end, though it once came in. */
  async function putBack(text: string | undefined): Promise<readonly string[]> {
    const complaint = text === undefined ? await crontab.remove() : await crontab.write(text);
    if (complaint === undefined) {
      await insistIs(text);
      return [];
    }
    if (text === undefined || text.endsWith('\n')) throw refusedBySystem(complaint);
    const second = await crontab.write(`${text}\n`);
    if (second !== undefined) throw refusedBySystem(second);
    await insistIs(`${text}\n`);
    return [
      'The last line of your crontab had no line end. This cron does not take such a crontab any more, so it has one now; every other byte is as it was.',
    ];
  }

  async function insistUnchanged(reading: CrontabReading): Promise<void> {
    const now = await crontab.read();
    if (now.kind === reading.kind && textOf(now) === textOf(reading)) return;
    throw new InputError('Your crontab was changed by something else just now.', {
      reason: 'What you were shown no longer holds, so nothing was written.',
      next: 'Run the same command again.',
    });
  }

  async function insistIs(wanted: string | undefined): Promise<void> {
    const now = await crontab.read();
    if (now.kind !== 'unreadable' && textOf(now) === wanted) return;
    throw new RecordError('Your crontab is not what was written into it.', {
      reason: 'Something else writes to it at the same time, or your cron changes what it is given.',
      next: `Compare "crontab -l" with the copies in ${machine.folder}.`,
    });
  }

  return {
    name: 'cron',
    planInstall,
    planUninstall,
    hurry: async () => false,
    async state(): Promise<SchedulerState> {
      const reading = await crontab.read();
      const hindrance = jobHindrance(machine) ?? cronLineHindrance(tickJob(machine));
      const unread =
        reading.kind === 'unreadable' ? { reason: reading.reason, next: reading.next } : undefined;
      const search = findBlock(textOf(reading) ?? '', label);
      const why = unread ?? (search.kind === 'damaged' ? damaged(search.line) : hindrance);
      const installed =
        search.kind === 'none'
          ? 'no'
          : search.kind === 'damaged'
            ? 'broken'
            : search.block.text === blockText(job(), label, search.block.before)
              ? 'as-written'
              : 'other';
      const state: SchedulerState = {
        scheduler: 'cron',
        installed,
        where: installed === 'no' ? [] : [place],
        ...(installed === 'no' ? lostFrom('cron', unread, machine) : {}),
      };
      return why === undefined ? state : { ...state, hindrance: why };
    },
  };
}

function refusal({ reason, next }: Hindrance): { readonly kind: 'refused' } & Hindrance {
  return { kind: 'refused', reason, next };
}

/** What to do where no cron daemon runs. */
export function noDaemon(machine: ReminderMachine): string {
  return isWindowsSubsystem(machine)
    ? 'No cron daemon runs here, as is usual in Linux under Windows (WSL). "sudo service cron start" starts it until the next restart; the lines "[boot]" and "command = service cron start" in /etc/wsl.conf start it each time.'
    : 'No cron daemon runs here, so nothing would be started. "sudo service cron start" starts it, where the system allows it.';
}

function textOf(reading: CrontabReading): string | undefined {
  return reading.kind === 'text' ? reading.text : undefined;
}

/** Bytes as the letters they stand for. */
function asText(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function refusedBySystem(complaint: string): RecordError {
  return new RecordError('Your crontab could not be written.', {
    reason: `The system says: "${complaint}". It is as it was.`,
    next: 'Another way: backcare remind calendar, or backcare remind hook',
  });
}
