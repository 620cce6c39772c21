import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ordinaryStrain } from '../documents/people.ts';
import { answerPages, waitForPage, waitForWords } from '../pty/interview-keys.ts';
import { binary, cleanEnvironment, repository, temporaryFolder } from '../support/built-binary.ts';
import { keys, openTerminal } from '../support/pseudo-terminal.ts';
import { named, whyNot } from './support/why-not.ts';

const missing = whyNot({ linux: true, program: 'strace' });
const strain = join(repository, 'examples', 'lifting-strain.json');

/** A tracer of all network calls of a program and its children. */
function tracer(log: string): [string, ...string[]] {
  return ['strace', '-f', '-e', 'trace=network', '-o', log, process.execPath];
}

/** Lines of calls that leave the machine, or could. Fails when nothing was traced. */
function internetCalls(log: string): string[] {
  expect(existsSync(log)).toBe(true);
  const lines = readFileSync(log, 'utf8').split('\n');
  expect(lines.some((line) => line.includes('+++ exited with'))).toBe(true);
  return lines.filter((line) => /\bAF_INET6?\b/.test(line));
}

function traced(args: readonly string[], script?: string): string[] {
  const home = temporaryFolder();
  const log = join(home, 'strace.log');
  const [command, ...first] = tracer(log);
  const program = script === undefined ? [binary] : ['-e', script];
  const { status, stderr } = spawnSync(command, [...first, ...program, ...args], {
    encoding: 'utf8',
    env: cleanEnvironment(home),
    cwd: home,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return internetCalls(log);
}

describe.skipIf(missing !== undefined)(named('no call to the network', missing), () => {
  test('the tracer sees one where there is one', () => {
    const connect = "require('node:net').connect(9, '127.0.0.1').on('error', () => {})";
    expect(traced([], connect)).not.toEqual([]);
  });

  test.each([
    'diagnose --answers FILE --json',
    'diagnose --answers FILE --explain',
    'diagnose --answers FILE --format html',
    'diagnose audit',
    'relief',
    'config list',
    'config set country GB',
    '',
  ])('backcare %s', (line) => {
    const args = line.split(' ').filter((word) => word !== '');
    expect(traced(args.map((word) => (word === 'FILE' ? strain : word)))).toEqual([]);
  });

  test('a whole interview, from the first page to the saved result', async () => {
    const home = temporaryFolder();
    const log = join(home, 'strace.log');
    const terminal = openTerminal({ command: [...tracer(log), binary], args: ['diagnose'], home });
    await answerPages(terminal, ordinaryStrain);
    await waitForPage(terminal, 'Last one');
    terminal.type('n');
    await waitForWords(terminal, 'show the result');
    terminal.type(keys.enter);
    await waitForWords(terminal, 'leave');
    terminal.type('m');
    await waitForWords(terminal, 'No regulator has checked it.');
    await waitForWords(terminal, 'enter leave');
    terminal.type(keys.enter);
    expect(await terminal.exitCode).toBe(0);
    expect(readFileSync(join(home, 'backcare', 'data', 'journal.jsonl'), 'utf8')).toContain('"assessment"');
    expect(internetCalls(log)).toEqual([]);
  });

  test('relief with its pacer', async () => {
    const home = temporaryFolder();
    const log = join(home, 'strace.log');
    const terminal = openTerminal({ command: [...tracer(log), binary], args: ['relief'], home });
    await terminal.waitFor('None of these');
    terminal.type('n');
    await terminal.waitFor('b breathe with a pacer');
    terminal.type('b');
    await terminal.waitFor('breathe in');
    terminal.type(' ');
    await terminal.waitFor('b breathe with a pacer');
    terminal.type('q');
    expect(await terminal.exitCode).toBe(0);
    expect(internetCalls(log)).toEqual([]);
  });
});
