// `promises` from here and not from node:timers/promises: the bundle then loads it on use.
import { promises as timers } from 'node:timers';
import type { Clock } from '../context.ts';
import { machineZone, systemZoneFacts } from './zone.ts';

/** The machine's clock and its zone. */
export const systemClock: Clock = {
  now: () => Date.now(),
  // Unlike Intl, this costs nothing; Node counts minutes west of Greenwich, we count east (and want no -0).
  offsetMinutes: (at) => 0 - new Date(at).getTimezoneOffset(),
  zone: () => machineZone(systemZoneFacts(process.env.TZ)),
  async wait(milliseconds, signal) {
    if (signal === undefined) return timers.setTimeout(milliseconds);
    try {
      await timers.setTimeout(milliseconds, undefined, { signal });
    } catch (error) {
      // Node wraps the reason in an AbortError of its own; callers want the reason.
      throw signal.aborted ? signal.reason : error;
    }
  },
};
