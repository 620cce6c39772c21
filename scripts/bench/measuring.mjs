/** Time and memory of one run of a Node script. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './table.mjs';
import { environmentFor, root, scratch, scratchFile } from './world.mjs';

function milliseconds(start) {
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/**
 * All rows, one run of each per turn, so that a busy machine slows every row alike.
 *
 * @param rows `{ name, args, home? }`
 * @returns the rows with the median in milliseconds and the exit code
 */
export function timeAll(rows, runs) {
  const times = new Map(rows.map((row) => [row, []]));
  const statuses = new Map();
  for (let turn = -1; turn < runs; turn += 1) {
    for (const row of rows) {
      const env = environmentFor(row.home);
      const start = process.hrtime.bigint();
      const { status } = spawnSync(process.execPath, row.args, { cwd: root, env, stdio: 'ignore' });
      // The first turn warms the file cache, and keeps what V8 compiled.
      if (turn >= 0) times.get(row).push(milliseconds(start));
      statuses.set(row, status);
    }
  }
  return rows.map((row) => ({ ...row, value: median(times.get(row)), status: statuses.get(row) }));
}

const interrupt = '\u0003';

/**
 * Time until the text stands on the terminal; undefined when it does not within ten seconds.
 *
 * @param isWarmUp leaves with Ctrl-C, as people do, so that what V8 compiled is kept; else it is killed
 */
function timeToScreen(pty, { args, text, home }, isWarmUp) {
  return new Promise((resolve) => {
    let shown = '';
    let took;
    const start = process.hrtime.bigint();
    const terminal = pty.spawn(process.execPath, args, {
      name: 'xterm-256color',
      cols: 80,
      rows: 24,
      cwd: root,
      env: environmentFor(home),
    });
    const timer = setTimeout(() => terminal.kill('SIGKILL'), 10_000);
    terminal.onData((data) => {
      shown += data;
      if (took !== undefined || !text.test(shown)) return;
      took = milliseconds(start);
      if (isWarmUp) terminal.write(interrupt);
      else terminal.kill('SIGKILL');
    });
    terminal.onExit(() => {
      clearTimeout(timer);
      resolve(took);
    });
  });
}

/** The same on a terminal of 80 by 24, until the text of each row is on it; value undefined where it never was. */
export async function timeAllOnScreen(rows, runs) {
  const { default: pty } = await import('@lydell/node-pty');
  const times = new Map(rows.map((row) => [row, []]));
  const failed = new Set();
  for (let turn = -1; turn < runs; turn += 1) {
    for (const row of rows) {
      if (failed.has(row)) continue;
      const took = await timeToScreen(pty, row, turn < 0);
      if (took === undefined) failed.add(row);
      else if (turn >= 0) times.get(row).push(took);
    }
  }
  return rows.map((row) => ({ ...row, value: failed.has(row) ? undefined : median(times.get(row)) }));
}

/** Largest resident set in kB, median of five: GNU time where there is one, else the process says it as it ends. */
export function peakOf({ args, home }) {
  return median(Array.from({ length: 5 }, () => onePeak(args, environmentFor(home))));
}

function onePeak(args, env) {
  const file = join(scratch, 'peak');
  if (process.platform === 'linux' && existsSync('/usr/bin/time')) {
    const command = ['-o', file, '-f', '%M', process.execPath, ...args];
    spawnSync('/usr/bin/time', command, { cwd: root, env, stdio: 'ignore' });
    return Number(readFileSync(file, 'utf8').trim().split('\n').at(-1));
  }
  const write = `require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS))`;
  const hook = scratchFile('peak.cjs', `process.on('exit', () => ${write});\n`);
  spawnSync(process.execPath, ['--require', hook, ...args], { cwd: root, env, stdio: 'ignore' });
  return Number(readFileSync(file, 'utf8'));
}
