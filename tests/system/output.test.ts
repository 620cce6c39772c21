import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { binary, cleanEnvironment, runBackcare, temporaryFolder } from '../support/built-binary.ts';
import { named, whyNot } from './support/why-not.ts';

/** A pipe whose writing end does not wait, read only once it is full: what another program may hand down to us. */
const unwaitingPipe = `
import array, fcntl, os, subprocess, sys, termios
reading, writing = os.pipe()
fcntl.fcntl(writing, fcntl.F_SETFL, fcntl.fcntl(writing, fcntl.F_GETFL) | os.O_NONBLOCK)
run = subprocess.Popen(sys.argv[1:], stdout=writing, stdin=subprocess.DEVNULL)
os.close(writing)
held = array.array('i', [0])
while held[0] < 61440 and run.poll() is None:
    fcntl.ioctl(reading, termios.FIONREAD, held)
while True:
    piece = os.read(reading, 3000)
    if not piece: break
    sys.stdout.buffer.write(piece)
sys.exit(run.wait())
`;

const missing = whyNot({ linux: true, program: 'python3' });

test.skipIf(missing !== undefined)(named('a pipe that does not wait loses nothing', missing), async () => {
  const args = ['diagnose', '--questions', '--json'];
  const home = temporaryFolder();
  const { stdout } = await runBackcare({ args, home });
  const env = cleanEnvironment(home);
  const run = spawnSync('python3', ['-c', unwaitingPipe, process.execPath, binary, ...args], { env });
  expect(run.stderr.toString()).toBe('');
  expect(run.stdout.toString()).toBe(stdout);
  expect(run.status).toBe(0);
});
