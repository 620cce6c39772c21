import { findProgram } from './find-program.ts';

/** A program of the system that can speak. */
export interface Speaker {
  readonly program: string;
  /** Options before the text; they say English, at a calm rate, whatever the system speaks otherwise. */
  readonly words: readonly string[];
  /**
   * How it gets the text. `argument`: after `--`, so that no text can be an option. `input`: on its standard input.
   * `lines`: it stays, and each line of its input cuts off the one before.
   */
  readonly takes: 'argument' | 'input' | 'lines';
  /** Options that silence it, where the speech is made by a service and does not end with the program. */
  readonly hush?: readonly string[];
}

/** Words a minute, and its like on the scale of speech-dispatcher. Slower than a voice's default, faster than our slots count on. */
const [rate, serviceRate] = ['165', '-5'];

const listenForLines = [
  'Add-Type -AssemblyName System.Speech',
  '$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer',
  '$voice.Rate = -1',
  "try { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]'en-US') } catch { }",
  'while (($line = [Console]::In.ReadLine()) -ne $null) { $voice.SpeakAsyncCancelAll(); if ($line) { [void]$voice.SpeakAsync($line) } }',
].join('; ');

const espeak = (program: string): Speaker => ({
  program,
  words: ['-v', 'en', '-s', rate, '--stdin'],
  takes: 'input',
});
const everywhere = [espeak('espeak-ng'), espeak('espeak')];

const ofUnix: readonly Speaker[] = [
  {
    program: 'spd-say',
    words: ['--wait', '--language', 'en', '--rate', serviceRate],
    takes: 'argument',
    hush: ['--stop'],
  },
  ...everywhere,
];
const ofPlatform: Partial<Record<NodeJS.Platform, readonly Speaker[]>> = {
  darwin: [
    { program: 'say', words: ['-v', 'Samantha', '-r', rate, '-f', '-'], takes: 'input' },
    // Where that voice was taken off: better the voice of another language than none.
    { program: 'say', words: ['-r', rate, '-f', '-'], takes: 'input' },
    ...everywhere,
  ],
  win32: [
    {
      program: 'powershell',
      words: ['-NoProfile', '-NonInteractive', '-Command', listenForLines],
      takes: 'lines',
    },
    ...everywhere,
  ],
};

/**
 * The speakers that are installed, the best first, each with the full path of its program.
 *
 * @param path the search path, as the environment gives it
 */
export function findSpeakers(platform: NodeJS.Platform, path: string): readonly Speaker[] {
  return (ofPlatform[platform] ?? ofUnix).flatMap((speaker) => {
    const program = findProgram(speaker.program, platform, path);
    return program === undefined ? [] : [{ ...speaker, program }];
  });
}
