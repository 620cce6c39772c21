/**
 * Sets the checkout up, runs the vitest projects named before `--`, hands everything after it to vitest, and ends with
 * one line of totals: `N passed, N failed`. A set-up that fails, a file that cannot be loaded, or an error outside a
 * test counts as a failure too.
 *
 *     node scripts/test.mjs unit e2e -- tests/engine -t triage
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');

function splitArguments(args) {
  const split = args.indexOf('--');
  return split === -1 ? [args, []] : [args.slice(0, split), args.slice(split + 1)];
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Totals from vitest's own report; `status` catches what the report leaves out. */
function count(report, status) {
  const passed = report?.numPassedTests ?? 0;
  const brokenFiles = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = (report?.numFailedTests ?? 0) + brokenFiles;
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed };
}

/** What failed, by file and name: the log is long, and its end is what is kept of it. */
function failuresOf(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [`FAILED ${name}: ${message}`];
    return failed.map(({ fullName, failureMessages }) =>
      [`FAILED ${name}: ${fullName}: ${failureMessages[0]?.split('\n')[0]}`, ...failureMessages].join('\n'),
    );
  });
}

function runTests() {
  const [projects, vitestArguments] = splitArguments(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'backcare-tests-'));
  const reportFile = join(folder, 'report.json');
  try {
    const args = [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
      ...vitestArguments,
    ];
    const { status } = spawnSync(process.execPath, [vitest, ...args], { cwd: root, stdio: 'inherit' });
    const report = readReport(reportFile);
    for (const failure of failuresOf(report)) process.stdout.write(`${failure}\n`);
    return { status: status ?? 1, ...count(report, status) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const setup = spawnSync(process.execPath, [join(root, 'scripts', 'setup.mjs')], { stdio: 'inherit' });
const { status, passed, failed } =
  setup.status === 0 ? runTests() : { status: setup.status ?? 1, passed: 0, failed: 1 };
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? status || 1 : status;
