import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SoundWishes } from '../../src/context.ts';
import { findSpeakers, type Speaker } from '../../src/reminders/speakers.ts';
import { startProgram } from '../../src/reminders/start-program.ts';
import { createVoice } from '../../src/reminders/voice.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { ManualTime } from '../terminal/support/fake-terminal.ts';

const spd: Speaker = { program: '/bin/spd-say', words: ['--wait'], takes: 'argument', hush: ['--stop'] };
const espeak: Speaker = { program: '/bin/espeak-ng', words: ['--stdin'], takes: 'input' };
const powershell: Speaker = { program: 'powershell.exe', words: ['-Command'], takes: 'lines' };

/** A computer with these speakers; `log` is what was started, written, killed and rung. */
function computer(speakers: readonly Speaker[], wishes: Partial<SoundWishes> = {}, hasTerminal = true) {
  const time = new ManualTime();
  const log: string[] = [];
  const ends: ((wasWell: boolean) => void)[] = [];
  const voice = createVoice(
    { sound: 'voice', voice: 'auto', ...wishes },
    {
      findSpeakers: () => speakers,
      start(program, words, onEnd) {
        const name = program.replace('/bin/', '');
        log.push([name, ...words].join(' '));
        ends.push(onEnd);
        return {
          write: (text) => void log.push(`${name} < ${JSON.stringify(text)}`),
          end: () => undefined,
          kill: () => void log.push(`kill ${name}`),
        };
      },
      ring: hasTerminal ? () => void log.push('bell') : undefined,
      now: time.now,
      after: time.after,
    },
  );
  /** The program started last ends by itself. */
  const end = (wasWell: boolean) => ends.at(-1)?.(wasWell);
  const heard = () => log.splice(0);
  return { voice, time, heard, end };
}

describe('the voice', () => {
  test('speaks through the first speaker; the text is never an option', () => {
    const { voice, heard } = computer([spd, espeak]);
    voice.say('--help');
    expect(heard()).toEqual(['spd-say --wait -- --help']);
    expect(voice.instead).toBeUndefined();
  });

  test('text on the input is one line, without control characters', () => {
    const { voice, heard } = computer([espeak]);
    voice.say(' Let go.\n\u0007Rest.\u0000 ');
    expect(heard()).toEqual(['espeak-ng --stdin', 'espeak-ng < "Let go. Rest.\\n"']);
  });

  test('a new sentence cuts off the old one', () => {
    const { voice, heard } = computer([spd]);
    voice.say('One.');
    voice.say('Two.');
    expect(heard()).toEqual(['spd-say --wait -- One.', 'kill spd-say', 'spd-say --wait -- Two.']);
  });

  test('what was said to its end needs no cutting', () => {
    const { voice, heard, end } = computer([spd]);
    voice.say('One.');
    end(true);
    voice.say('Two.');
    voice.say('');
    voice.say('');
    expect(heard()).toEqual([
      'spd-say --wait -- One.',
      'spd-say --wait -- Two.',
      // Its speech is made by a service, which must be told.
      'kill spd-say',
      'spd-say --stop',
    ]);
  });

  test('one that stays is started once and gets lines', () => {
    const { voice, heard } = computer([powershell]);
    voice.say('One.');
    voice.say('Two.');
    voice.say('');
    expect(heard()).toEqual([
      'powershell.exe -Command',
      'powershell.exe < "One.\\n"',
      'powershell.exe < "Two.\\n"',
      'powershell.exe < "\\n"',
    ]);
  });

  test.each([
    ['a program a sentence', espeak, 'espeak-ng'],
    ['one that stays', powershell, 'powershell.exe'],
  ])('closed, it says its last sentence to the end and nothing more: %s', (_name, speaker, name) => {
    const { voice, heard, end, time } = computer([speaker]);
    voice.say('Let go. You are done.');
    heard();
    voice.close();
    voice.say('Two.');
    voice.cue('end');
    expect(heard()).toEqual([]);
    time.pass(10_000);
    expect(heard()).toEqual([`kill ${name}`]);
    end(false);
    expect(heard()).toEqual([]);
  });

  test('it signals nothing by bell while it speaks', () => {
    const { voice, heard } = computer([espeak]);
    voice.cue('end');
    expect(heard()).toEqual([]);
  });
});

describe('when the voice fails', () => {
  test.each([
    ['a program that fails', spd],
    ['one that stays, and is gone', powershell],
  ])('%s: the next one says it', (_name, first) => {
    const { voice, heard, end } = computer([first, espeak]);
    voice.say('One.');
    heard();
    end(false);
    expect(heard()).toEqual(['espeak-ng --stdin', 'espeak-ng < "One.\\n"']);
    expect(voice.instead).toBeUndefined();
  });

  test('one that hangs is given up at the next sentence', () => {
    const { voice, heard, time } = computer([spd, espeak]);
    voice.say('One.');
    time.pass(20_000);
    voice.say('Two.');
    expect(heard()).toEqual([
      'spd-say --wait -- One.',
      'kill spd-say',
      'spd-say --stop',
      'espeak-ng --stdin',
      'espeak-ng < "Two.\\n"',
    ]);
  });

  test('none is left: the bell rings instead, and it is said once what is done', () => {
    const { voice, heard, end, time } = computer([espeak]);
    voice.say('One.');
    heard();
    end(false);
    expect(heard()).toEqual(['bell']);
    expect(voice.instead).toContain('the bell rings instead');
    voice.say('Two.');
    voice.cue('rest');
    time.pass(350);
    expect(heard()).toEqual(['bell', 'bell']);
  });

  test('none is there, and no terminal either: text only', () => {
    const { voice, heard } = computer([], {}, false);
    voice.say('One.');
    voice.cue('end');
    expect(heard()).toEqual([]);
    expect(voice.instead).toContain('on the screen only');
  });
});

describe('what is wished for', () => {
  const wishes: readonly (readonly [string, Partial<SoundWishes>, readonly string[]])[] = [
    ['voice', { sound: 'voice' }, ['espeak-ng --stdin', 'espeak-ng < "One.\\n"']],
    ['voice, but no voice of the system', { sound: 'voice', voice: 'off' }, ['bell']],
    ['bell', { sound: 'bell' }, ['bell']],
    ['bell, and --speak', { sound: 'bell', speak: true }, ['espeak-ng --stdin', 'espeak-ng < "One.\\n"']],
    ['nothing', { sound: 'off' }, []],
    [
      'nothing, and --speak',
      { sound: 'off', voice: 'off', speak: true },
      ['espeak-ng --stdin', 'espeak-ng < "One.\\n"'],
    ],
  ];
  test.each(wishes)('%s', (_name, wish, expected) => {
    const { voice, heard } = computer([espeak], wish);
    voice.cue('begin');
    voice.say('One.');
    expect(heard()).toEqual(expected);
    expect(voice.instead).toBeUndefined();
  });

  test.each([
    ['begin', 1],
    ['change', 1],
    ['rest', 2],
    ['end', 3],
  ] as const)('%s rings %i times, far enough apart to count', (cue, times) => {
    const { voice, heard, time } = computer([], { sound: 'bell' });
    voice.cue(cue);
    expect(heard()).toEqual(['bell']);
    for (let step = 0; step < 10; step += 1) time.pass(350);
    expect(heard()).toHaveLength(times - 1);
  });

  test('a new signal breaks off the old one', () => {
    const { voice, heard, time } = computer([], { sound: 'bell' });
    voice.cue('end');
    voice.cue('change');
    for (let step = 0; step < 10; step += 1) time.pass(350);
    expect(heard()).toEqual(['bell', 'bell']);
  });
});

// The programs are shell scripts, found and started the POSIX way.
describe.skipIf(process.platform === 'win32')('programs of the system', () => {
  function folderWith(programs: { readonly [name: string]: string }): string {
    const folder = join(tempFolder(), 'bin');
    mkdirSync(folder);
    for (const [name, body] of Object.entries(programs)) {
      writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`);
      chmodSync(join(folder, name), 0o755);
    }
    return folder;
  }

  test('are found along the search path, the best first', () => {
    const [one, two] = [
      folderWith({ espeak: '', 'espeak-ng': '' }),
      folderWith({ 'spd-say': '', 'espeak-ng': '' }),
    ];
    const path = ['.', one, two].join(delimiter);
    const found = findSpeakers('linux', path).map(({ program }) => program);
    expect(found).toEqual([join(two, 'spd-say'), join(one, 'espeak-ng'), join(one, 'espeak')]);
  });

  test('a folder that is relative, a file that is no program, an empty path: nothing is found', () => {
    const folder = folderWith({ 'espeak-ng': '' });
    chmodSync(join(folder, 'espeak-ng'), 0o644);
    expect(findSpeakers('linux', ['', '.', 'bin', folder].join(delimiter))).toEqual([]);
    expect(findSpeakers('linux', '')).toEqual([]);
  });

  test('a Mac has its own voice', () => {
    const folder = folderWith({ say: '', 'espeak-ng': '' });
    const found = findSpeakers('darwin', folder).map(({ program, words }) => [program, words[1]]);
    expect(found).toEqual([
      [join(folder, 'say'), 'Samantha'],
      [join(folder, 'say'), '165'],
      [join(folder, 'espeak-ng'), 'en'],
    ]);
  });

  const run = (program: string, words: readonly string[], input = '') =>
    new Promise<boolean>((resolve) => {
      const started = startProgram(program, words, resolve);
      started.write(input);
      started.end();
    });

  test('get their words as they are, and the text on their input', async () => {
    const folder = folderWith({ speak: `printf '%s|' "$@" > "$0.said"; cat >> "$0.said"` });
    expect(await run(join(folder, 'speak'), ['--', '$(id); "a b"'], 'Let go.')).toBe(true);
    expect(readFileSync(join(folder, 'speak.said'), 'utf8')).toBe('--|$(id); "a b"|Let go.');
  });

  test('one whose service goes on in the background has ended', async () => {
    const folder = folderWith({ speak: 'sleep 2 &' });
    expect(await run(join(folder, 'speak'), [])).toBe(true);
  });

  test.each([
    ['one that fails', 'exit 3'],
    [
      'one without a sound device',
      'echo "ALSA lib: no card" >&2; echo "error: No such file or directory" >&2',
    ],
    ['one that ends before it has read', 'exec 0<&-; exit 1'],
  ])('%s has not ended well', async (_name, body) => {
    const folder = folderWith({ speak: body });
    expect(await run(join(folder, 'speak'), [], 'Let go. '.repeat(20_000))).toBe(false);
  });

  test('one that is not there has not ended well either', async () => {
    expect(await run(join(folderWith({}), 'speak'), [])).toBe(false);
  });

  test('one that does not listen is ended all the same', async () => {
    const folder = folderWith({ speak: `trap '' TERM INT HUP; echo deaf > "$0.deaf"; while :; do :; done` });
    const program = join(folder, 'speak');
    execFileSync('mkfifo', [`${program}.deaf`]);
    const ended = new Promise<boolean>((resolve) => {
      const started = startProgram(program, [], resolve);
      void readFile(`${program}.deaf`).then(started.kill);
    });
    expect(await ended).toBe(false);
  });
});
