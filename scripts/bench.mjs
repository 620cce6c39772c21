/**
 * How long a person waits, as ratios to an empty Node script measured in the same run, turn by turn, so that a busy
 * machine slows both sides alike; and how much five typical people are shown. Not a test: it prints tables and never
 * fails on a slow run.
 *
 *     npm run bench -- --runs 31 --no-peers
 *     npm run bench -- --pages    (every page of the five people, instead of measuring)
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { oldestAssessment, usualAssessments, writeHistory } from './bench/history.mjs';
import { measureHooks } from './bench/hooks.mjs';
import { walk } from './bench/interview-size.mjs';
import { peakOf, timeAll, timeAllOnScreen } from './bench/measuring.mjs';
import { importParts } from './bench/parts.mjs';
import { fetchPeers } from './bench/peers.mjs';
import { limits, people } from './bench/people.mjs';
import { tableText } from './bench/table.mjs';
import { backcare, dispose, environmentFor, root, scratch, scratchFile } from './bench/world.mjs';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '21' },
    peers: { type: 'boolean', default: true },
    pages: { type: 'boolean', default: false },
  },
  allowNegative: true,
});
const runs = Math.max(3, Number(options.runs) || 21);
/** Newer Node starts faster by itself, so the same work is a larger ratio of it. */
const allowance = Number(process.versions.node.split('.')[0]) >= 22 ? 0.2 : 0;

const columns = ['what', 'median', 'ratio', 'at most', ''];

function row({ name, value, limit, status = 0 }, base, unit = 'ms') {
  if (value === undefined) return [name, '', '', limit?.toFixed(2) ?? '', 'not shown'];
  const ratio = value / base;
  const shown = unit === 'ms' ? value : value / 1024;
  const verdict = limit === undefined ? '' : ratio <= limit ? 'ok' : 'over';
  return [
    name,
    `${shown.toFixed(1)} ${unit}`,
    ratio.toFixed(2),
    limit?.toFixed(2) ?? '',
    status === 0 ? verdict : `exit ${status}`,
  ];
}

function print(title, text) {
  process.stdout.write(`${title}\n\n${text}\n`);
}

/** Person → what they are shown; the answers of the first one are the typical file. */
function showPeople(walks) {
  const within = (value, limit) => `${value}${limit === undefined ? '' : ` (${limit})`}`;
  const rows = walks.map(({ name, items, words, blocks }, place) => {
    const most = place === 0 ? limits : {};
    const isOver = place === 0 && (items > limits.items || words > limits.words || blocks > limits.blocks);
    return [
      name,
      within(items, most.items),
      within(words, most.words),
      within(blocks, most.blocks),
      place === 0 ? (isOver ? 'over' : 'ok') : '',
    ];
  });
  print('Shown to five typical people (at most)', tableText(['who', 'items', 'words', 'blocks', ''], rows));
}

function showPages(walks) {
  for (const { name, pages } of walks) {
    const lines = pages.map(
      ({ title, words, asked }) => `${String(words).padStart(5)}  ${title}: ${asked.join(' ')}`,
    );
    print(name, `${lines.join('\n')}\n`);
  }
}

function showTimes(answers, histories, { readyToStretch, checked }) {
  const stressAnswers = join(root, 'examples', 'stress-overloaded.json');
  const stressPlan = [backcare, 'stress-plan', '--answers', stressAnswers, '--no-save'];
  const reminded = prepareReminders(answers);
  const diagnose = [backcare, 'diagnose', '--answers', answers];
  // They save what they answer, and the others are to have no history.
  const home = join(scratch, 'saving');
  const empty = scratchFile('empty.mjs', '');
  const rows = timeAll(
    [
      { name: 'empty .mjs', args: [empty] },
      { name: 'backcare --version', args: [backcare, '--version'], limit: 1.2 + allowance },
      { name: 'backcare --help', args: [backcare, '--help'], limit: 1.3 + allowance },
      { name: 'backcare, no history', args: [backcare], limit: 1.4 + allowance },
      { name: 'diagnose --answers … --json', args: [...diagnose, '--json'], home, limit: 1.5 + allowance },
      { name: 'diagnose --answers …', args: diagnose, home },
      {
        name: 'stress-plan --answers … --json',
        args: [...stressPlan, '--json'],
        home: checked,
        limit: 1.5 + allowance,
      },
      { name: 'stress-plan --answers …', args: stressPlan, home: checked },
      {
        name: 'stretch print desk-break',
        args: [backcare, 'stretch', 'print', 'desk-break'],
        limit: 1.6 + allowance,
      },
      { name: '… as a page', args: [backcare, 'stretch', 'print', 'desk-break', '--format', 'html'] },
      { name: '… after a check', args: [backcare, 'stretch', 'print', 'desk-break'], home: readyToStretch },
      { name: 'relief', args: [backcare, 'relief'] },
      {
        name: 'remind tick, nothing due',
        args: [backcare, 'remind', 'tick', '--quiet'],
        home: reminded,
        limit: 1.4 + allowance,
      },
      { name: 'remind next', args: [backcare, 'remind', 'next'], home: reminded },
      { name: 'config list', args: [backcare, 'config', 'list'] },
      ...(options.peers ? fetchPeers() : []).flatMap(({ name, path }) => [
        { name: `${name} --version`, args: [path, '--version'] },
        { name: `${name} --help`, args: [path, '--help'] },
        ...(name === 'prettier' ? [{ name: 'prettier, one small file', args: [path, answers] }] : []),
      ]),
    ],
    runs,
  );
  const base = rows[0].value;
  print(
    'Start-up, against an empty script',
    tableText(
      columns,
      rows.map((each) => row(each, base)),
    ),
  );

  const withHistory = timeAll(
    [
      { name: 'backcare, no history', args: [backcare] },
      { name: 'backcare, one assessment', args: [backcare], home: histories.one },
      { name: '… and 36,500 events', args: [backcare], home: histories.usual, limit: 1.15 },
      { name: '… assessed once, ten years ago', args: [backcare], home: histories.oldest, limit: 1.15 },
    ],
    runs,
  );
  print(
    'Ten years of history, against one event',
    tableText(
      columns,
      withHistory.map((each) => row(each, withHistory[1].value)),
    ),
  );
}

/** A person who was checked, and nothing more. */
function prepareChecked(answers) {
  const home = join(scratch, 'checked');
  const env = environmentFor(home);
  spawnSync(process.execPath, [backcare, 'diagnose', '--answers', answers], { env, stdio: 'ignore' });
  return home;
}

/** A person who was checked and has said what to plan around: a session starts at once. */
function prepareToStretch(answers) {
  const home = join(scratch, 'stretching');
  const env = environmentFor(home);
  for (const args of [
    ['diagnose', '--answers', answers],
    ['stretch', 'around', '--set', 'none'],
  ])
    spawnSync(process.execPath, [backcare, ...args], { env, stdio: 'ignore' });
  return home;
}

/** A person with reminders that somebody looks after: most ticks find nothing due. */
function prepareReminders(answers) {
  const home = join(scratch, 'reminded');
  const env = environmentFor(home);
  for (const args of [
    ['diagnose', '--answers', answers],
    ['remind', 'defaults', 'few'],
    ['remind', 'tick', '--quiet'],
    ['remind', 'tick', '--quiet'],
  ])
    spawnSync(process.execPath, [backcare, ...args], { env, stdio: 'ignore' });
  return home;
}

/** `log` against itself with nothing in the record, and `progress` against parsing the same lines. */
function showRecord(histories) {
  const log = [backcare, 'log', '4'];
  const entries = timeAll(
    [
      { name: 'log 4, one assessment', args: log, home: histories.fresh },
      { name: '… and 36,500 events', args: log, home: histories.logged, limit: 1.15 },
    ],
    runs,
  );
  print(
    'An entry, with ten years of history, against none',
    tableText(
      columns,
      entries.map((each) => row(each, entries[0].value)),
    ),
  );
  const journal = JSON.stringify(join(histories.long, 'data', 'journal.jsonl'));
  const parse = scratchFile(
    'parse.mjs',
    `import { readFileSync } from 'node:fs';
for (const line of readFileSync(${journal}, 'utf8').split('\\n')) if (line !== '') JSON.parse(line);
`,
  );
  const progress = [backcare, 'progress'];
  const long = timeAll(
    [
      { name: 'JSON.parse of 100,000 lines', args: [parse] },
      { name: 'progress over them', args: progress, home: histories.long, limit: 2 },
      { name: 'progress --since all', args: [...progress, '--since', 'all'], home: histories.long, limit: 2 },
      { name: 'progress --csv', args: [...progress, '--csv'], home: histories.long },
    ],
    Math.min(runs, 9),
  );
  print(
    'Everything in a long record, against parsing its lines',
    tableText(
      columns,
      long.map((each) => row(each, long[0].value)),
    ),
  );
}

async function showScreens(readyToStretch) {
  const word = scratchFile('word.mjs', "process.stdout.write('ready\\n');\n");
  const rows = await timeAllOnScreen(
    [
      { name: 'one word on a terminal', args: [word], text: /ready/ },
      // The line of keys comes last on a screen, so the whole question is there.
      {
        name: 'first question of diagnose',
        args: [backcare, 'diagnose'],
        text: /If you think/,
        limit: 1.6 + allowance,
      },
      {
        name: 'first screen of relief',
        args: [backcare, 'relief'],
        text: /None of these/,
        limit: 1.6 + allowance,
      },
      { name: 'backcare, first-run page', args: [backcare], text: /\bq\b/, limit: 1.6 + allowance },
      // The line of keys comes last here too.
      {
        name: 'first frame of a guided session',
        args: [backcare, 'stretch', 'desk-break', '--pain', '2'],
        home: readyToStretch,
        text: /stop and keep/,
        limit: 1.6 + allowance,
      },
    ],
    runs,
  );
  print(
    'On screen, against one word',
    tableText(
      columns,
      rows.map((each) => row(each, rows[0].value)),
    ),
  );
}

function showMemory(answers, histories) {
  const measured = [
    { name: 'empty .mjs', args: [scratchFile('empty.mjs', '')] },
    { name: 'backcare', args: [backcare], limit: 1.2 },
    { name: 'backcare, 36,500 events', args: [backcare], home: histories.usual, limit: 1.2 },
    {
      name: 'diagnose --answers …',
      args: [backcare, 'diagnose', '--answers', answers, '--no-save'],
      limit: 1.2,
    },
  ].map((each) => ({ ...each, value: peakOf(each) }));
  print(
    'Peak memory',
    tableText(
      columns,
      measured.map((each) => row(each, measured[0].value, 'MB')),
    ),
  );
}

/** A prompt that waits for longer is felt. */
const mostMilliseconds = 5;

function showHooks(hookText) {
  const rows = measureHooks(hookText).map(({ name, value }) => [
    name,
    value === undefined ? 'not here' : `${(value / 1000).toFixed(3)} ms`,
    `${mostMilliseconds} ms`,
    value === undefined ? '' : value / 1000 <= mostMilliseconds ? 'ok' : 'over',
  ]);
  print('Reminder hook, each prompt', tableText(['shell', 'mean', 'at most', ''], rows));
}

async function bench() {
  const parts = await importParts({
    interview: 'src/engine/interview.ts',
    knowledge: 'src/commands/knowledge.ts',
    line: 'src/store/line.ts',
    checksum: 'src/store/crc32.ts',
    hook: 'src/reminders/hook-text.ts',
  });
  const knowledge = parts.knowledge.productKnowledge();
  const walks = people.map((person) => ({ name: person.name, ...walk(person, parts.interview, knowledge) }));
  if (options.pages) {
    showPages(walks);
    return;
  }
  const example = join(root, 'examples', 'lifting-strain.json');
  const file = { schema: 'backcare/answers@1', answers: walks[0].answers };
  const answers = existsSync(example) ? example : scratchFile('answers.json', JSON.stringify(file, null, 2));
  const assessment = {
    tool: 'backcare bench',
    ruleSet: knowledge.ruleSet,
    urgency: 'self-care',
    complete: true,
    answers: walks[0].answers,
    rules: [],
    patterns: [{ id: 'pulled-muscle', fit: 'well' }],
    subtypes: [],
    consider: [],
  };
  const histories = {
    one: writeHistory('one', { ...parts, assessment }, [0], 1),
    usual: writeHistory('usual', { ...parts, assessment }, usualAssessments),
    oldest: writeHistory('oldest', { ...parts, assessment }, oldestAssessment),
    // Written to by `log`, so that the others stay as they are.
    fresh: writeHistory('fresh', { ...parts, assessment }, [0], 1),
    logged: writeHistory('logged', { ...parts, assessment }, usualAssessments),
    long: writeHistory('long', { ...parts, assessment }, usualAssessments, 100_000),
  };

  process.stdout.write(
    `Node ${process.versions.node}, ${process.platform} ${process.arch}, medians of ${runs} runs\n\n`,
  );
  const readyToStretch = prepareToStretch(answers);
  showTimes(answers, histories, { readyToStretch, checked: prepareChecked(answers) });
  showRecord(histories);
  await showScreens(readyToStretch);
  showMemory(answers, histories);
  showHooks(parts.hook.hookText);
  showPeople(walks);
}

try {
  await bench();
} finally {
  dispose();
}
