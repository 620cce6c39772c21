import type { RemindContext } from '../../src/reminder-delivery.ts';
import { createReminderDelivery } from '../../src/reminders/delivery.ts';
import { type FakeContext, type FakeWorld, fakeContext } from './fake-context.ts';
import { FakeMachine, type FakeMachineFacts } from './fake-machine.ts';

/** The world of `remind`: the real delivery on a machine in memory, whose folder is in the home of the context. */
export function remindContext(
  world: FakeWorld & { readonly machine?: FakeMachineFacts } = {},
): FakeContext & RemindContext & { readonly machine: FakeMachine } {
  const ctx = fakeContext(world);
  const machine = new FakeMachine(ctx.home, world.machine);
  // One clock for both.
  machine.now = () => ctx.clock.now();
  const reminders = createReminderDelivery(machine, () => ctx.clock.offsetMinutes());
  return Object.assign(ctx, { machine, reminders: async () => reminders });
}
