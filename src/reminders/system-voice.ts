import type { SoundWishes, Voice } from '../context.ts';
import { findSpeakers } from './speakers.ts';
import { startProgram } from './start-program.ts';
import { createVoice } from './voice.ts';

/** The machine whose voice it is. */
interface SpeakingMachine {
  readonly platform: NodeJS.Platform;
  /** The search path, as the environment gives it. */
  readonly path: string;
  /** Rings the terminal's bell once; undefined where there is no terminal. */
  readonly ring: (() => void) | undefined;
}

/** The voice of this machine, or what there is in its place. */
export function createSystemVoice(wishes: SoundWishes, { platform, path, ring }: SpeakingMachine): Voice {
  return createVoice(wishes, {
    findSpeakers: () => findSpeakers(platform, path),
    start: startProgram,
    ring,
    now: () => performance.now(),
    after(milliseconds, act) {
      // No sound is worth waiting for.
      const timer = setTimeout(act, milliseconds).unref();
      return () => clearTimeout(timer);
    },
  });
}
