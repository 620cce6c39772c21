/**
 * Walks through the short ways of the program that was just built, and keeps what V8 compiled on the way, so that a
 * person in pain waits for none of it. A program of its own: options of the build's Node would make V8 refuse the result.
 */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { compiledFolder, createLoader, entry } = createRequire(import.meta.url)('../bin/backcare.js');

const answers = join(root, 'examples', 'lifting-strain.json');
const interrupt = '\u0003';

/** `until`: on a terminal, up to this text, and then Ctrl-C. The others are piped. */
const walks = [
  { args: ['--version'] },
  { args: [] },
  { args: [], until: /\bq\b/ },
  { args: ['diagnose'], until: /If you think/ },
  { args: ['diagnose', '--answers', answers, '--json', '--no-save'] },
  { args: ['diagnose', '--answers', answers, '--json'] },
  { args: ['diagnose', '--answers', answers] },
  { args: [] },
  { args: ['relief', '--no-input'] },
  { args: ['relief'], until: /None of these/ },
];

const scripts = new Map();
const realStreams = ['stdin', 'stdout', 'stderr'].map((name) => [
  name,
  Object.getOwnPropertyDescriptor(process, name),
]);
const home = mkdtempSync(join(tmpdir(), 'backcare-compile-'));
process.env.BACKCARE_HOME = home;
// The words of this build's own terminal and language must not decide which way is walked.
for (const name of ['NO_COLOR', 'FORCE_COLOR', 'ACCESSIBLE']) delete process.env[name];
process.env.TERM = 'xterm-256color';
process.env.LANG = 'C.UTF-8';

/** A stream that says what is written to it, and that nobody can close. */
function output(isTTY) {
  const stream = new PassThrough();
  stream.end = () => stream;
  return Object.assign(stream.resume(), { isTTY, columns: 80, rows: 24 });
}

async function walk({ args, until }) {
  const isTTY = until !== undefined;
  const stdin = Object.assign(new PassThrough(), { isTTY, setRawMode: () => stdin });
  const streams = { stdin, stdout: output(isTTY), stderr: output(isTTY) };
  const wasShown = new Promise((resolve) => {
    let shown = '';
    const look = (data) => {
      shown += data;
      if (until?.test(shown)) resolve(shown);
    };
    streams.stdout.on('data', look);
    streams.stderr.on('data', look);
  });
  for (const [name, value] of Object.entries(streams)) {
    Object.defineProperty(process, name, { value, configurable: true });
  }
  process.argv = [process.execPath, 'backcare', ...args];
  process.exitCode = undefined;
  createLoader(() => undefined, scripts)(entry);
  if (isTTY) {
    await within(wasShown, args);
    stdin.write(interrupt);
  }
  await within(ended(), args);
}

/** The program sets its exit code last of all. */
async function ended() {
  while (process.exitCode === undefined) await setTimeout(5);
}

async function within(promise, args) {
  const late = Symbol('late');
  if ((await Promise.race([promise, setTimeout(10_000, late, { ref: false })])) === late) {
    throw new Error(`backcare ${args.join(' ')} did not get on while it was walked through`);
  }
}

try {
  for (const each of walks) await walk(each);
} finally {
  for (const [name, descriptor] of realStreams) Object.defineProperty(process, name, descriptor);
  rmSync(home, { recursive: true, force: true });
}
for (const [name, script] of scripts) {
  const path = join(compiledFolder, `${name}.bin`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.tmp`, script.createCachedData());
  renameSync(`${path}.tmp`, path);
}
process.exitCode = 0;
