import { join } from 'node:path';
import type { Receipt, Tick } from '../reminder-delivery.ts';
import { readKeptObject, removeKept, writeKept } from './kept-file.ts';
import { type Moment, momentNow, readMoment } from './moment.ts';
import type { ReminderMachine } from './reminder-machine.ts';

/** The last tick, by both clocks. */
export interface KeptTick extends Tick {
  readonly moment: Moment;
}

export function keepTick(tick: Tick, machine: ReminderMachine): void {
  const kept: KeptTick = { ...tick, moment: momentNow(machine) };
  writeKept(join(machine.folder, 'tick.json'), `${JSON.stringify(kept)}\n`, machine);
}

export function forgetTick(machine: ReminderMachine): void {
  removeKept(join(machine.folder, 'tick.json'), machine);
}

export function readTick(machine: ReminderMachine): KeptTick | undefined {
  const kept = readKeptObject(join(machine.folder, 'tick.json'), machine) ?? {};
  const { at, offsetMinutes, moment, rest } = kept;
  const read = readMoment(moment);
  if (typeof at !== 'number' || typeof offsetMinutes !== 'number' || read === undefined) return undefined;
  return { at, offsetMinutes, moment: read, ...restOf(rest) };
}

function restOf(value: unknown): Pick<Tick, 'rest'> {
  if (typeof value !== 'object' || value === null) return {};
  const { until, mark }: { until?: unknown; mark?: unknown } = value;
  return typeof until === 'number' && typeof mark === 'string' ? { rest: { until, mark } } : {};
}

export function keepReceipt(receipt: Receipt, machine: ReminderMachine): void {
  writeKept(join(machine.folder, 'receipt.json'), `${JSON.stringify(receipt)}\n`, machine);
}

export function readReceipt(machine: ReminderMachine): Receipt | undefined {
  return asReceipt(readKeptObject(join(machine.folder, 'receipt.json'), machine));
}

export function asReceipt(value: unknown): Receipt | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { channel, means, at }: { channel?: unknown; means?: unknown; at?: unknown } = value;
  if (channel !== 'desktop' && channel !== 'terminal' && channel !== 'prompt') return undefined;
  return typeof means === 'string' && typeof at === 'number' ? { channel, means, at } : undefined;
}
