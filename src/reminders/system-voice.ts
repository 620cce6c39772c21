import type { SoundWishes, Voice } from '../context.ts';
import { findSpeakers } from './speakers.ts';
import { createSilentVoice, createVoice, isSpoken } from './voice.ts';

/** The machine whose voice it is. */
interface SpeakingMachine {
  readonly platform: NodeJS.Platform;
  /** The search path, as the environment gives it. */
  readonly path: string;
  /** Rings the terminal's bell once; undefined where there is no terminal. */
  readonly ring: (() => void) | undefined;
}

/** The voice of this machine, or what there is in its place. */
export async function createSystemVoice(
  wishes: SoundWishes,
  { platform, path, ring }: SpeakingMachine,
): Promise<Voice> {
  const world = {
    ring,
    after(milliseconds: number, act: () => void) {
      // No sound is worth waiting for.
      const timer = setTimeout(act, milliseconds).unref();
      return () => clearTimeout(timer);
    },
  };
  if (!isSpoken(wishes)) return createSilentVoice(wishes, world);
  // What starts programs is half a millisecond before the first picture.
  const { startProgram } = await import('./start-program.ts');
  return createVoice(wishes, {
    ...world,
    findSpeakers: () => findSpeakers(platform, path),
    start: startProgram,
    now: () => performance.now(),
  });
}
