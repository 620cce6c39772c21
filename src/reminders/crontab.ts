import type { Hindrance } from '../reminder-delivery.ts';
import { plainEnvironment, type ReminderMachine } from './reminder-machine.ts';
import { complaintOf } from './run-program.ts';

/** The crontab of the person: text in which each letter is a byte (latin1). */
export type CrontabReading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  | ({
      readonly kind: 'unreadable';
      /** Lines of ours may be in it all the same. */
      readonly mayHoldOurs: boolean;
    } & Hindrance);

const elsewhere =
  'The calendar file and the shell prompt work without it: backcare remind calendar, backcare remind hook';

/** Reads and writes the person's crontab through the system's own `crontab`. */
export function openCrontab(machine: ReminderMachine) {
  const program = () => machine.find('crontab');
  const run = (path: string, words: readonly string[], input?: Buffer) =>
    machine.run(path, words, {
      // `-e` then shows what another editor would get.
      env: plainEnvironment(machine, { VISUAL: '/bin/cat', EDITOR: '/bin/cat' }),
      ...(input === undefined ? {} : { input }),
    });

  /** Debian lists a carriage return as `\r`, and a backspace as `\b`: then only the way of the editor shows the bytes. */
  async function bytesOf(path: string, listed: string): Promise<CrontabReading> {
    if (!/\\[br]/.test(listed)) return { kind: 'text', text: listed };
    const end = await run(path, ['-e']);
    const text = end.stdout.toString('latin1');
    const isSame = text === listed || asListed(text) === listed;
    if (end.code === 0 && isSame) return { kind: 'text', text };
    return {
      kind: 'unreadable',
      mayHoldOurs: true,
      reason: 'The crontab has control characters in it, and cron does not show them as they are.',
      next: elsewhere,
    };
  }

  return {
    /** "None" is told apart from every other failure: an empty crontab must never be written over a full one. */
    async read(): Promise<CrontabReading> {
      const path = program();
      if (path === undefined) {
        return {
          kind: 'unreadable',
          mayHoldOurs: false,
          reason: 'There is no crontab program on this machine.',
          next: elsewhere,
        };
      }
      const end = await run(path, ['-l']);
      if (end.code === 0) return bytesOf(path, end.stdout.toString('latin1'));
      if (end.code === 1 && end.stdout.length === 0 && saysNone(end.stderr)) return { kind: 'none' };
      const complaint = complaintOf(end);
      const isForbidden = /not allowed/i.test(complaint);
      return {
        kind: 'unreadable',
        mayHoldOurs: !isForbidden,
        reason: isForbidden
          ? `You may not use cron on this machine ("${complaint}").`
          : `The crontab cannot be read: "${complaint}". It is not known what is in it, so nothing was changed.`,
        next: elsewhere,
      };
    },

    /** Gives the complaint of the system when it refuses; undefined when it is done. */
    async write(text: string): Promise<string | undefined> {
      const path = program();
      if (path === undefined) return 'there is no crontab program any more';
      const end = await run(path, ['-'], Buffer.from(text, 'latin1'));
      return end.code === 0 ? undefined : complaintOf(end);
    },

    /** Takes the whole crontab away. Gives the complaint, as `write` does. */
    async remove(): Promise<string | undefined> {
      const path = program();
      if (path === undefined) return 'there is no crontab program any more';
      const end = await run(path, ['-r']);
      return end.code === 0 ? undefined : complaintOf(end);
    },
  };
}

/** Of cron, cronie and busybox. */
function saysNone(complaint: string): boolean {
  return /^(?:crontab: )?no crontab for |can't open '[^']*': No such file/m.test(complaint);
}

function asListed(text: string): string {
  return text.replaceAll('\r', '\\r').replaceAll('\b', '\\b');
}
