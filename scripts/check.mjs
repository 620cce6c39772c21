/**
 * Everything CI asks of a change, in one run. Goes on after a failure, so one run shows all of them. Ends with the
 * totals over the tests and the checks around them: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Biome colours even a file, letter by letter. */
const colours = process.stdout.isTTY ? '--colors=force' : '--colors=off';
const tool = (...path) => [process.execPath, join(root, 'node_modules', ...path)];
const npm = process.env.npm_execpath?.endsWith('npm-cli.js')
  ? [process.execPath, process.env.npm_execpath]
  : ['npm'];

/** Layers, content and start-up are tests; `npm test` builds, then runs unit, e2e and pty. */
const checks = [
  {
    name: 'format and lint',
    command: [...tool('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--error-on-warnings', colours],
  },
  { name: 'types', command: tool('@typescript', 'native', 'bin', 'tsc') },
  { name: 'tests', command: [...npm, 'test'], isTests: true },
  { name: 'dead code', command: tool('knip', 'bin', 'knip.js') },
  { name: 'package', command: [...tool('publint', 'src', 'cli.js'), '--strict'] },
];

/** Runs a command with its output shown as it comes, and gives back its exit code and last line. */
function run([command, ...args]) {
  return new Promise((resolve) => {
    const shell = command === 'npm' && process.platform === 'win32';
    const child = spawn(command, args, { cwd: root, shell, stdio: ['ignore', 'pipe', 'inherit'] });
    let tail = '';
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      tail = (tail + chunk).slice(-4096);
    });
    child.on('error', (error) => resolve({ code: 1, lastLine: String(error) }));
    child.on('close', (code) =>
      resolve({ code: code ?? 1, lastLine: tail.trimEnd().split('\n').at(-1) ?? '' }),
    );
  });
}

function countTests({ code, lastLine }) {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(lastLine) ?? [];
  return passed === undefined
    ? { passed: 0, failed: code === 0 ? 0 : 1 }
    : { passed: +passed, failed: +failed };
}

const setup = await run([process.execPath, join(root, 'scripts', 'setup.mjs')]);
const totals = { passed: 0, failed: 0 };
const failedChecks = [];
if (setup.code !== 0) failedChecks.push('set-up');
for (const { name, command, isTests } of checks) {
  process.stdout.write(`\n== ${name} ==\n`);
  const result = await run(command);
  const counted = isTests
    ? countTests(result)
    : { passed: result.code === 0 ? 1 : 0, failed: result.code === 0 ? 0 : 1 };
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  if (result.code !== 0) failedChecks.push(name);
}
if (totals.failed === 0 && failedChecks.length > 0) totals.failed = failedChecks.length;
process.stdout.write(
  failedChecks.length > 0 ? `\nNot in order: ${failedChecks.join(', ')}\n` : '\nAll in order.\n',
);
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
process.exitCode = failedChecks.length > 0 ? 1 : 0;
