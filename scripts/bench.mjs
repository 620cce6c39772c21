/**
 * How long a person waits, as ratios to an empty Node script measured in the same run, turn by turn, so that a busy
 * machine slows both sides alike. Not a test: it prints the table and never fails on a slow run.
 *
 *     npm run bench -- --runs 31 --no-peers
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '21' }, peers: { type: 'boolean', default: true } },
  allowNegative: true,
});
const runs = Math.max(3, Number(options.runs) || 21);
/** Newer Node starts faster by itself, so the same work is a larger ratio of it. */
const allowance = Number(process.versions.node.split('.')[0]) >= 22 ? 0.2 : 0;

const scratch = mkdtempSync(join(tmpdir(), 'backcare-bench-'));
const emptyScript = join(scratch, 'empty.mjs');
const wordScript = join(scratch, 'word.mjs');
writeFileSync(emptyScript, '');
writeFileSync(wordScript, "process.stdout.write('ready\\n');\n");

const environment = { ...process.env, BACKCARE_HOME: join(scratch, 'home'), LANG: 'en_GB.UTF-8' };
// Node 20 reads the certificates at every start: 38 ms on both sides, which flatters every ratio.
delete environment.NODE_EXTRA_CA_CERTS;
delete environment.NODE_OPTIONS;
for (const name of Object.keys(environment)) if (name.startsWith('npm_')) delete environment[name];

const backcare = join(root, 'bin', 'backcare.js');
const example = join(root, 'examples', 'lifting-strain.json');

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function milliseconds(start) {
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function timeOf(args) {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { cwd: root, env: environment, stdio: 'ignore' });
  return { took: milliseconds(start), status };
}

/** All rows, one run of each per turn. */
function timeAll(rows) {
  const times = new Map(rows.map((row) => [row, []]));
  const status = new Map();
  for (let turn = -1; turn < runs; turn += 1) {
    for (const row of rows) {
      const { took, status: code } = timeOf(row.args);
      // The first turn warms the file cache.
      if (turn >= 0) times.get(row).push(took);
      status.set(row, code);
    }
  }
  return rows.map((row) => ({ ...row, median: median(times.get(row)), status: status.get(row) }));
}

/** Largest resident set in kB: GNU time where there is one, otherwise the process says it itself when it ends. */
function peakOf(args) {
  if (process.platform === 'linux' && existsSync('/usr/bin/time')) {
    const file = join(scratch, 'time');
    const command = ['-o', file, '-f', '%M', process.execPath, ...args];
    spawnSync('/usr/bin/time', command, { cwd: root, env: environment, stdio: 'ignore' });
    return Number(readFileSync(file, 'utf8').trim().split('\n').at(-1));
  }
  const hook = join(scratch, 'peak.cjs');
  const file = join(scratch, 'peak');
  const write = `require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS))`;
  writeFileSync(hook, `process.on('exit', () => ${write});\n`);
  spawnSync(process.execPath, ['--require', hook, ...args], { cwd: root, env: environment, stdio: 'ignore' });
  return Number(readFileSync(file, 'utf8'));
}

const peers = [
  { name: 'prettier', version: '3.10.1' },
  { name: 'npm-check-updates', version: '19.6.6' },
];

/** Fetches the peers once, away from our own dependencies; without a network there is a table without them. */
function fetchPeers() {
  const folder = join(root, 'node_modules', '.cache', 'bench');
  const manifestOf = (name) => join(folder, 'node_modules', name, 'package.json');
  const versionOf = (name) => {
    try {
      return JSON.parse(readFileSync(manifestOf(name), 'utf8')).version;
    } catch {
      return undefined;
    }
  };
  if (peers.some(({ name, version }) => versionOf(name) !== version)) {
    process.stderr.write('backcare: fetching the peers to compare with\n');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const viaNode = process.env.npm_execpath?.endsWith('npm-cli.js');
    const [command, ...first] = viaNode ? [process.execPath, process.env.npm_execpath] : ['npm'];
    const wanted = peers.map(({ name, version }) => `${name}@${version}`);
    const args = [
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--save-exact',
      '--prefix',
      folder,
      ...wanted,
    ];
    spawnSync(command, [...first, ...args], {
      cwd: folder,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
  }
  return peers
    .filter(({ name, version }) => versionOf(name) === version)
    .map(({ name }) => {
      const { bin } = JSON.parse(readFileSync(manifestOf(name), 'utf8'));
      const path = typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0]);
      return { name, path: join(folder, 'node_modules', name, path) };
    });
}

/** Time until the text stands on the terminal; undefined when it does not within ten seconds. */
function timeToScreen(pty, args, text) {
  return new Promise((resolve) => {
    let shown = '';
    const start = process.hrtime.bigint();
    const terminal = pty.spawn(process.execPath, args, {
      name: 'xterm-256color',
      cols: 80,
      rows: 24,
      cwd: root,
      env: environment,
    });
    let took;
    const timer = setTimeout(() => terminal.kill('SIGKILL'), 10_000);
    terminal.onData((data) => {
      shown += data;
      if (took !== undefined || !text.test(shown)) return;
      took = milliseconds(start);
      terminal.kill('SIGKILL');
    });
    terminal.onExit(() => {
      clearTimeout(timer);
      resolve(took);
    });
  });
}

async function timeFirstQuestion() {
  const { default: pty } = await import('@lydell/node-pty');
  const rows = [
    { args: [wordScript], text: /ready/, times: [] },
    // The line of keys comes last on a screen, so the whole question is there.
    { args: [backcare, 'diagnose'], text: /\benter\b/i, times: [] },
  ];
  for (let turn = -1; turn < runs; turn += 1) {
    for (const row of rows) {
      const took = await timeToScreen(pty, row.args, row.text);
      if (took === undefined) return undefined;
      if (turn >= 0) row.times.push(took);
    }
  }
  const [word, question] = rows.map(({ times }) => median(times));
  return { word, question };
}

function printTable(rows) {
  const columns = ['what', 'median', 'ratio', 'at most', ''];
  const widths = columns.map((title, index) =>
    Math.max(title.length, ...rows.map((row) => row[index].length)),
  );
  const line = (cells) =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[index])))
      .join('  ')
      .trimEnd();
  process.stdout.write(
    `${[line(columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')}\n`,
  );
}

function tableRow(name, value, unit, base, limit, note = '') {
  const ratio = value / base;
  const most = limit === undefined ? undefined : limit + (unit === 'ms' ? allowance : 0);
  const verdict = most === undefined ? '' : ratio <= most ? 'ok' : 'over';
  const shown = unit === 'ms' ? value.toFixed(1) : (value / 1024).toFixed(1);
  return [name, `${shown} ${unit}`, ratio.toFixed(2), most?.toFixed(1) ?? '', note || verdict];
}

async function bench() {
  const table = [];
  const diagnose = {
    name: 'diagnose --answers … --json',
    args: [backcare, 'diagnose', '--answers', example, '--json'],
    limit: 1.5,
  };
  const rows = timeAll([
    { name: 'empty .mjs', args: [emptyScript] },
    { name: 'backcare --version', args: [backcare, '--version'], limit: 1.2 },
    { name: 'backcare --help', args: [backcare, '--help'], limit: 1.3 },
    { name: 'backcare, no history', args: [backcare], limit: 1.4 },
    diagnose,
    ...(options.peers ? fetchPeers() : []).flatMap(({ name, path }) => [
      { name: `${name} --version`, args: [path, '--version'] },
      { name: `${name} --help`, args: [path, '--help'] },
    ]),
  ]);
  const base = rows[0].median;
  for (const { name, median: value, limit, status } of rows) {
    table.push(tableRow(name, value, 'ms', base, limit, status === 0 ? '' : `exit ${status}`));
  }

  const question = await timeFirstQuestion();
  if (question) {
    table.push(tableRow('one word on a terminal', question.word, 'ms', question.word));
    table.push(tableRow('first question of diagnose', question.question, 'ms', question.word, 1.6));
  } else {
    table.push(['first question of diagnose', '', '', '1.6', 'not shown']);
  }

  const peak = (args) => median(Array.from({ length: 5 }, () => peakOf(args)));
  const emptyPeak = peak([emptyScript]);
  table.push(tableRow('memory, empty .mjs', emptyPeak, 'MB', emptyPeak));
  table.push(tableRow('memory, backcare', peak([backcare]), 'MB', emptyPeak, 1.2));
  table.push(tableRow('memory, diagnose --answers', peak(diagnose.args), 'MB', emptyPeak, 1.2));

  process.stdout.write(
    `Node ${process.versions.node}, ${process.platform} ${process.arch}, medians of ${runs} runs\n\n`,
  );
  printTable(table);
}

try {
  await bench();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
