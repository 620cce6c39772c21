import { spokenMilliseconds } from '../engine/practice/speech.ts';
import type { Speaker } from './speakers.ts';
import type { StartedProgram } from './start-program.ts';
import type { VoiceWorld } from './voice-world.ts';

/** One speaker at work. */
export interface Mouth {
  /** Says it at once, and cuts off what it was saying. */
  say(text: string): void;
  hush(): void;
  /** It ought to be silent long since. */
  hangs(): boolean;
  /** It may say its sentence to the end; then it is silent, and its program ended. */
  close(): void;
}

interface Utterance {
  readonly program: StartedProgram;
  readonly text: string;
  readonly since: number;
}

type World = Pick<VoiceWorld, 'start' | 'now' | 'after'>;

/** How long a program that was left to finish its sentence may take longer than a calm voice. */
const slackMilliseconds = 1500;

/** @param onFailure told once when the program cannot be started, fails, or is not there any more */
export function openMouth(speaker: Speaker, world: World, onFailure: (text: string) => void): Mouth {
  return speaker.takes === 'lines'
    ? listeningMouth(speaker, world, onFailure)
    : startingMouth(speaker, world, onFailure);
}

/** Its program is started for each sentence, and ended to cut it off. */
function startingMouth(speaker: Speaker, world: World, onFailure: (text: string) => void): Mouth {
  let now: Utterance | undefined;
  const cutOff = (): boolean => {
    const wasSpeaking = now !== undefined;
    const program = now?.program;
    now = undefined;
    program?.kill();
    return wasSpeaking;
  };
  const hush = (): void => {
    if (cutOff() && speaker.hush !== undefined) {
      world.start(speaker.program, speaker.hush, () => undefined).end();
    }
  };
  return {
    say(text) {
      cutOff();
      const words = speaker.takes === 'argument' ? [...speaker.words, '--', text] : speaker.words;
      const program = world.start(speaker.program, words, (wasWell) => {
        // Cut off on purpose: how it ended says nothing.
        if (now?.program !== program) return;
        now = undefined;
        if (!wasWell) onFailure(text);
      });
      now = { program, text, since: world.now() };
      if (speaker.takes === 'input') program.write(`${text}\n`);
      program.end();
    },
    hush,
    hangs: () => now !== undefined && world.now() - now.since > 2 * spokenMilliseconds(now.text) + 2000,
    close() {
      if (now !== undefined) world.after(spokenMilliseconds(now.text) + slackMilliseconds, hush);
    },
  };
}

/** Its program takes long to start, so it stays; each line cuts off the one before. */
function listeningMouth(speaker: Speaker, world: World, onFailure: (text: string) => void): Mouth {
  let last = '';
  let isOpen = true;
  const program = world.start(speaker.program, speaker.words, () => {
    if (isOpen) onFailure(last);
    isOpen = false;
  });
  const say = (text: string): void => {
    last = text;
    program.write(`${text}\n`);
  };
  return {
    say,
    hush: () => say(''),
    // It does not tell when it is silent.
    hangs: () => false,
    close() {
      isOpen = false;
      world.after(spokenMilliseconds(last) + slackMilliseconds, program.kill);
    },
  };
}
