/** The system tests and their set-up. A tool that could not be installed is a failure of its own; the rest still runs. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const setup = spawnSync(process.execPath, [here('system-setup.mjs')], { stdio: 'inherit' });
const tests = spawnSync(
  process.execPath,
  [here('test.mjs'), 'system', '--', '--passWithNoTests', ...process.argv.slice(2)],
  { encoding: 'utf8', stdio: ['inherit', 'pipe', 'inherit'], maxBuffer: 2 ** 30 },
);
const lines = tests.stdout.trimEnd().split('\n');
const [, passed = '0', failed = '1'] = /^(\d+) passed, (\d+) failed$/.exec(lines.pop() ?? '') ?? [];
const failures = Number(failed) + (setup.status === 0 ? 0 : 1);
process.stdout.write(`${lines.join('\n')}\n${passed} passed, ${failures} failed\n`);
process.exitCode = failures > 0 ? 1 : (tests.status ?? 1);
