import { join } from 'node:path';
import type { Attempt, NoticeOutcome } from '../reminder-delivery.ts';
import { readKeptObject, removeKept, writeKept } from './kept-file.ts';
import type { ReminderMachine } from './reminder-machine.ts';
import { asReceipt } from './tick-file.ts';

/** An answer that nobody fetched belongs to a test that is over. */
const mostMilliseconds = 10 * 60_000;

/** Asks the next tick for a test; gives the id. */
export function requestTest(machine: ReminderMachine): string {
  const id = `test-${machine.now().toString(36)}`;
  const text = JSON.stringify({ id, at: machine.now() });
  writeKept(requestPath(machine), `${text}\n`, machine);
  return id;
}

export function requestedTest(machine: ReminderMachine): string | undefined {
  const { id, at } = readKeptObject(requestPath(machine), machine) ?? {};
  if (typeof id !== 'string' || typeof at !== 'number') return undefined;
  return machine.now() - at < mostMilliseconds ? id : undefined;
}

export function answerTest(id: string, outcome: NoticeOutcome, machine: ReminderMachine): void {
  writeKept(answerPath(machine), `${JSON.stringify({ id, outcome })}\n`, machine);
  removeKept(requestPath(machine), machine);
}

export function testAnswer(id: string, machine: ReminderMachine): NoticeOutcome | undefined {
  const { id: answered, outcome } = readKeptObject(answerPath(machine), machine) ?? {};
  return answered === id ? asOutcome(outcome) : undefined;
}

function asOutcome(value: unknown): NoticeOutcome | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, receipt, attempts }: { kind?: unknown; receipt?: unknown; attempts?: unknown } = value;
  const tried = Array.isArray(attempts) ? attempts.flatMap(asAttempt) : [];
  if (kind === 'claimed') return { kind };
  if (kind === 'unreached') return { kind, attempts: tried };
  const read = asReceipt(receipt);
  return kind === 'shown' && read !== undefined ? { kind, receipt: read, attempts: tried } : undefined;
}

function asAttempt(value: unknown): readonly Attempt[] {
  if (typeof value !== 'object' || value === null) return [];
  const { channel, reason }: { channel?: unknown; reason?: unknown } = value;
  const isKnown = channel === 'desktop' || channel === 'terminal' || channel === 'prompt';
  return isKnown && typeof reason === 'string' ? [{ channel, reason }] : [];
}

function requestPath({ folder }: ReminderMachine): string {
  return join(folder, 'test-request.json');
}

function answerPath({ folder }: ReminderMachine): string {
  return join(folder, 'test-answer.json');
}
