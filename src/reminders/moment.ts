import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReminderMachine } from './reminder-machine.ts';

/** A moment by two clocks: one on the wall, and one that stands still while the machine sleeps. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds the machine was awake since its start. */
  readonly awake: number;
  /** Which start of the machine, where it tells; empty where it does not. */
  readonly start: string;
}

export function momentNow(machine: Pick<ReminderMachine, 'now' | 'awake' | 'proc'>): Moment {
  return { at: machine.now(), awake: machine.awake(), start: startOf(machine) };
}

/** Milliseconds the machine was awake since then, at least: asleep or switched off, nothing could be done. */
export function awakeSince(then: Moment, now: Moment): number {
  const isSameStart = then.start === now.start && now.awake >= then.awake;
  return isSameStart ? now.awake - then.awake : now.awake;
}

export function readMoment(value: unknown): Moment | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { at, awake, start }: { at?: unknown; awake?: unknown; start?: unknown } = value;
  if (typeof at !== 'number' || typeof awake !== 'number' || typeof start !== 'string') return undefined;
  return { at, awake, start };
}

function startOf({ proc }: Pick<ReminderMachine, 'proc'>): string {
  try {
    return readFileSync(join(proc, 'sys/kernel/random/boot_id'), 'latin1').trim();
  } catch {
    return '';
  }
}
