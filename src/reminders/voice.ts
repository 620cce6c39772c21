import type { SoundWishes, Voice } from '../context.ts';
import { type Bell, createBell } from './bell.ts';
import { type Mouth, openMouth } from './mouth.ts';
import type { VoiceWorld } from './voice-world.ts';

const bellInstead =
  'No voice of this computer can be used, so the bell rings instead: once for a change, twice for a rest, three times at the end.';
const textInstead = 'No voice of this computer can be used, so everything is on the screen only.';

/** Whether a voice is wished for; the flag wins over the preferences. */
export function isSpoken({ sound, voice, speak }: SoundWishes): boolean {
  return speak === true || (sound === 'voice' && voice === 'auto');
}

/**
 * The voice of the system, else the bell, else nothing. A new sentence cuts off the old one: what counts is what to do
 * now. A program that is missing, fails or hangs is followed by the next one, and costs the session no time.
 */
export function createVoice(wishes: SoundWishes, world: VoiceWorld): Voice {
  return isSpoken(wishes)
    ? speakingVoice(world, createBell(world.ring ?? (() => undefined), world.after))
    : createSilentVoice(wishes, world);
}

/** Says nothing; rings, where that is wished for. */
export function createSilentVoice(
  { sound }: Pick<SoundWishes, 'sound'>,
  { ring, after }: Pick<VoiceWorld, 'ring' | 'after'>,
): Voice {
  const isSilent = sound === 'off' || ring === undefined;
  return {
    say: () => undefined,
    cue: isSilent ? () => undefined : createBell(ring, after).cue,
    instead: undefined,
    close: () => undefined,
  };
}

function speakingVoice(world: VoiceWorld, bell: Bell): Voice {
  const speakers = [...world.findSpeakers()];
  let mouth: Mouth | undefined;
  let isClosed = false;

  const speak = (text: string): void => {
    const [speaker] = speakers;
    if (speaker === undefined) {
      bell.cue('change');
      return;
    }
    mouth = openMouth(speaker, world, (unsaid) => {
      mouth = undefined;
      speakers.shift();
      if (!isClosed) speak(unsaid);
    });
    mouth.say(text);
  };

  return {
    say(text) {
      const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
      if (isClosed || speakers.length === 0) return;
      if (mouth?.hangs() === true) {
        mouth.hush();
        mouth = undefined;
        speakers.shift();
      }
      if (line === '') mouth?.hush();
      else if (mouth === undefined) speak(line);
      else mouth.say(line);
    },
    cue(cue) {
      if (speakers.length === 0 && !isClosed) bell.cue(cue);
    },
    get instead() {
      if (speakers.length > 0) return undefined;
      return world.ring === undefined ? textInstead : bellInstead;
    },
    close() {
      isClosed = true;
      mouth?.close();
    },
  };
}
