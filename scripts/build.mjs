/**
 * Bundles `src/main.ts` into CommonJS with lazy chunks: the published package has no dependency to install, and starts
 * faster than ES modules do. Every message of the bundler is an error: an unresolved import would be only a warning
 * here and a crash on the user's machine.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { licensePlugin } from 'rolldown-license-plugin';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const mapFile = join(root, 'node_modules', '.cache', 'backcare', 'chunks.json');

function refuseWarnings(level, log) {
  if (level === 'debug' || level === 'info') return;
  throw new Error(`${log.code ?? level}: ${log.message}`);
}

/**
 * conf loads these for its `schema` and `migrations` options, which we use neither of: 195 kB become 23.
 * Using one of them after all throws.
 */
const unusedByConf = new Map([
  ['ajv/dist/2020.js', 'Ajv2020'],
  ['ajv-formats', undefined],
  ['semver', undefined],
]);

const stubUnusedPartsOfConf = {
  name: 'stub-unused-parts-of-conf',
  resolveId(source, importer) {
    const isFromConf = importer?.split(sep).join('/').includes('/node_modules/conf/');
    return isFromConf && unusedByConf.has(source) ? `\0unused:${source}` : null;
  },
  load(id) {
    if (!id.startsWith('\0unused:')) return null;
    const source = id.slice('\0unused:'.length);
    const named = unusedByConf.get(source);
    return [
      `const refuse = () => { throw new Error(${JSON.stringify(`${source} is left out of this bundle`)}); };`,
      'const unused = new Proxy(function () {}, { get: refuse, apply: refuse, construct: refuse });',
      'export default unused;',
      named ? `export { unused as ${named} };` : '',
    ].join('\n');
  },
};

/** Commander loads child_process for executable subcommands, which we do not have: 1.5 ms of every start. */
const lazyChildProcessInCommander = {
  name: 'lazy-child-process-in-commander',
  transform(code, id) {
    if (!id.split(sep).join('/').endsWith('/node_modules/commander/lib/command.js')) return null;
    const eager = "const childProcess = require('node:child_process');";
    const uses = code.match(/\bchildProcess\b(?:\.\w+\()?/g) ?? [];
    const isKnown =
      code.split(eager).length === 2 &&
      uses.length === 4 &&
      uses.filter((use) => use === 'childProcess.spawn(').length === 3;
    if (!isKnown) {
      throw new Error(
        'commander has changed how it uses child_process: look at it and update scripts/build.mjs',
      );
    }
    const lazy = "const childProcess = { spawn: (...args) => require('node:child_process').spawn(...args) };";
    return { code: code.replace(eager, lazy), map: null };
  },
};

/** It makes seven patterns of Unicode as it is loaded, half a millisecond of every start; plain text needs none of them. */
const lazyPatternsOfWidth = {
  name: 'lazy-patterns-of-width',
  transform(code, id) {
    if (!id.split(sep).join('/').endsWith('/node_modules/fast-string-truncated-width/dist/index.js'))
      return null;
    const patterns = code.match(/^const [A-Z_]+_RE = \/.*\/[a-z]*;$/gm) ?? [];
    const start = code.match(/^const getStringTruncatedWidth = \(.*\) => \{$/m)?.[0];
    if (patterns.length !== 7 || start === undefined) {
      throw new Error('fast-string-truncated-width has changed: look at it and update scripts/build.mjs');
    }
    const without = patterns.reduce((text, pattern) => text.replace(pattern, ''), code);
    return { code: without.replace(start, [start, ...patterns].join('\n')), map: null };
  },
};

/**
 * Tables so large that Node reads them four times faster as JSON than as program: 5 ms of the first question. They are
 * files of their own, or what V8 compiles would hold them once more.
 */
const tablesAsJson = [
  'src/data/knowledge.ts',
  'src/data/citations.ts',
  'src/data/audit/index.ts',
  'src/data/desk-check.ts',
  'src/data/remedies.ts',
  'src/data/recovery-tables.ts',
  'src/data/reminder-tables.ts',
  'src/data/exercise-tables.ts',
  'src/data/exercises/poses.ts',
  // How the interview begins: what the engine makes of the tables.
  'src/commands/diagnose/opening.ts',
  'src/data/stress-tables.ts',
];

/** Read on long pages only: a package that is smaller by a sixth of them is worth the two milliseconds. */
const pressedTables = [
  'src/data/citations.ts',
  'src/data/audit/index.ts',
  'src/data/desk-check.ts',
  'src/data/remedies.ts',
  'src/data/recovery-tables.ts',
  'src/data/reminder-tables.ts',
];

/** The exports of a module of facts, worked out now. Throws where JSON would lose something. */
async function exportsOf(path) {
  const bundle = await rolldown({ cwd: root, input: path, platform: 'node', onLog: refuseWarnings });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const { href } = new URL(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
  const exported = { ...(await import(href)) };
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(exported)), exported)) {
    throw new Error(`${path} is not plain JSON, so it cannot be written into the bundle as such`);
  }
  return exported;
}

/** An object of tables has each of them on a line of its own, read when it is first asked for. */
function isOfTables(value) {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 3
  );
}

/** Lines of JSON, and the program that reads them. */
function asLines(exported) {
  const lines = [];
  const lineOf = (value) => lines.push(toAscii(JSON.stringify(value))) - 1;
  const code = Object.entries(exported).map(([name, value]) => {
    if (typeof value === 'string') return `export const ${name} = ${JSON.stringify(value)};`;
    if (!isOfTables(value)) return `export const ${name} = read(${lineOf(value)});`;
    const getters = Object.entries(value).map(
      ([table, content]) => `get ${JSON.stringify(table)}() { return read(${lineOf(content)}); }`,
    );
    return `export const ${name} = { ${getters.join(', ')} };`;
  });
  return { lines, code };
}

const factsAsJson = {
  name: 'facts-as-json',
  async load(id) {
    const path = relative(root, id).split(sep).join('/');
    if (!tablesAsJson.includes(path)) return null;
    const { lines, code } = asLines(await exportsOf(id));
    const isPressed = pressedTables.includes(path);
    const fileName = `tables/${basename(path.replace('/index.ts', '.ts'), '.ts')}.jsonl${isPressed ? '.br' : ''}`;
    const text = lines.join('\n');
    this.emitFile({ type: 'asset', fileName, source: isPressed ? brotliCompressSync(text) : text });
    return {
      code: [
        "import { readFileSync } from 'node:fs';",
        ...(isPressed ? ["import { brotliDecompressSync } from 'node:zlib';"] : []),
        "import { join } from 'node:path';",
        // Every module but the entry is in a chunk, one folder below.
        `const path = () => join(import.meta.dirname, '..', '${fileName}');`,
        'let lines;',
        'const known = [];',
        isPressed
          ? "const linesRead = () => (lines ??= brotliDecompressSync(readFileSync(path())).latin1Slice().split('\\n'));"
          : "const linesRead = () => (lines ??= readFileSync(path(), 'latin1').split('\\n'));",
        'const read = (line) => (known[line] ??= JSON.parse(linesRead()[line]));',
        ...code,
      ].join('\n'),
      moduleSideEffects: false,
    };
  },
};

function licenceText(packages) {
  const intro = 'backcare includes the following packages. Their licences follow.\n';
  const texts = packages.map(
    ({ name, version, license, licenseText }) =>
      `${name} ${version} (${license})\n\n${licenseText.replaceAll('\r\n', '\n').trim()}\n`,
  );
  return [intro, ...texts].join(`\n${'-'.repeat(72)}\n\n`);
}

const thirdPartyLicences = licensePlugin({
  // failOnUnlicensed and failOnViolation do nothing without `allow`.
  allow: ({ license, licenseText }) => license !== '' && licenseText !== '',
  failOnUnlicensed: true,
  failOnViolation: true,
  done(packages, context) {
    context.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source: licenceText(packages) });
  },
});

/** Node reads a file of plain ASCII faster than one with a single dash in it, and stores it in half the memory. */
const asWritten = {
  name: 'as-written',
  generateBundle(_options, files) {
    for (const file of Object.values(files)) {
      // The notes for a bundler have done their work.
      if (file.type === 'chunk')
        file.code = wrapped(toAscii(plainExports(file.code.replaceAll('/* @__PURE__ */ ', ' '))));
    }
  },
};

/**
 * Nothing that we export changes after its file has run, and no two files wait for each other (`refuseCircles`): a value
 * is enough, where the bundler writes a function that looks it up. 2 kB of the package, and a hundred functions of a start.
 */
function plainExports(code) {
  if (/export let|__esm/.test(code)) throw new Error('a binding that may change is exported');
  return code.replace(
    /Object\.defineProperty\(exports,(["`])([\w$]+)\1,\{enumerable:!0,get:function\(\)\{return ([\w$]+)\}\}\)/g,
    'exports.$2=$3',
  );
}

/** The function that Node would put around it, so that `bin/backcare.js` need not copy the text to do so. */
function wrapped(code) {
  return `(function (exports, require, module, __filename, __dirname) {${code}\n})`;
}

function toAscii(code) {
  // The escape would lose its meaning behind a backslash; no compiler writes that.
  if (/\\[^\0-\x7f]/.test(code)) throw new Error('a backslash before a letter outside ASCII');
  return code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Two files that load each other, however far around: one of them would start without what the other holds. The modules
 * may be in order; it is the grouping below that is not.
 */
function refuseCircles(output) {
  const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((file) => [file.fileName, file]));
  const done = new Set();
  const walk = (name, way) => {
    if (way.includes(name)) throw new Error(`These files load each other: ${[...way, name].join(' > ')}`);
    if (done.has(name)) return;
    for (const imported of chunks.get(name)?.imports ?? []) walk(imported, [...way, name]);
    done.add(name);
  };
  for (const name of chunks.keys()) walk(name, []);
}

/** Which modules ended up in which chunk, and which chunks load which: the start-up test walks it. */
function chunkMap(output) {
  const inRepo = (id) => (id.startsWith('\0') ? id.slice(1) : relative(root, id).split(sep).join('/'));
  const chunks = output
    .filter((file) => file.type === 'chunk')
    .map(({ fileName, isEntry, imports, dynamicImports, modules, code }) => [
      fileName,
      {
        isEntry,
        imports,
        dynamicImports,
        bytes: Buffer.byteLength(code),
        modules: Object.keys(modules).map(inRepo),
      },
    ]);
  return Object.fromEntries(chunks);
}

function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/**
 * Chunks first, the entry that names them after them, files of the build before last of all: a copy that starts in the
 * middle of a build finds the old program or the new one, not half of each.
 */
function writeDist(output) {
  const entriesLast = [...output].sort((a, b) => Number(a.isEntry ?? false) - Number(b.isEntry ?? false));
  for (const file of entriesLast) {
    write(join(dist, file.fileName), file.type === 'chunk' ? file.code : file.source);
  }
  const current = new Set(output.map((file) => join(dist, file.fileName)));
  for (const entry of readdirSync(dist, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !current.has(path)) rmSync(path, { force: true });
  }
}

/** What each module imports at once, known when the generating begins. */
const importsOf = new Map();
const rememberImports = {
  name: 'remember-imports',
  buildEnd() {
    for (const id of this.getModuleIds()) importsOf.set(id, this.getModuleInfo(id).importedIds);
  },
};

/** The modules and all that they import at once, without those in `apart`. */
function reached(paths, apart = new Set()) {
  const found = new Set();
  const waiting = paths.map((path) => join(root, path));
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id) || apart.has(id)) continue;
    found.add(id);
    waiting.push(...(importsOf.get(id) ?? []));
  }
  return found;
}

function documents(names) {
  return names.map((name) => `src/documents/${name}.ts`);
}

function ways(command, names) {
  return names.map((name) => `src/commands/${command}/${name}.ts`);
}

/**
 * Each file costs a third of a millisecond, and left alone the bundler makes one of every shared corner. So what bare
 * `backcare` needs is one file, what `diagnose` needs on top of it another, and what asking and showing on a terminal
 * needs a third. What help and version load stays apart.
 */
const groupPaths = {
  common: [
    'src/store/folders.ts',
    'src/store/preferences.ts',
    'src/store/record.ts',
    'src/commands/today/run.ts',
    'src/documents/answer-words.ts',
    // What diagnosing and stretching share.
    'src/commands/diagnose/prompt-page.ts',
    'src/commands/knowledge.ts',
    'src/engine/instant.ts',
    'src/engine/truth.ts',
    'src/documents/assessment-view.ts',
    'src/documents/assessment-words.ts',
    'src/documents/document-lines.ts',
    'src/documents/first-sentence.ts',
    // What a voice and the notices of reminders share.
    'src/reminders/find-program.ts',
    'src/documents/last-advice.ts',
    'src/documents/net-blocks.ts',
    'src/documents/source-blocks.ts',
    'src/documents/spoken-words.ts',
    // What prompts and the player of sessions share.
    'src/terminal/raw-keyboard.ts',
    // What a file of answers and one of a stress plan share.
    'src/commands/diagnose/json-text.ts',
  ],
  // What JSON does without.
  text: ['src/render/plain.ts', 'src/render/chart/runs.ts', 'src/terminal/pen.ts'],
  // Of a person who has noted something; `log` and `progress` share it.
  day: [
    'src/commands/today/day-glance.ts',
    'src/documents/progress-words.ts',
    'src/documents/today-document.ts',
    'src/documents/today-json.ts',
  ],
  page: ['src/render/html.ts', 'src/render/markdown.ts'],
  screen: ['src/terminal/prompter.ts', 'src/terminal/screen-prompter.ts', 'src/render/terminal.ts'],
  relief: ['src/commands/relief/run.ts'],
  // What a page of today and a look at the reminders share.
  entries: [
    'src/engine/log/person-day.ts',
    'src/engine/log/saved-entry.ts',
    'src/engine/recovery/recovery-events.ts',
  ],
  // What a scheduler starts each minute, and no more of reminders.
  tick: ['src/commands/remind/tick.ts', 'src/reminders/system-delivery.ts'],
  look: [
    'src/commands/remind/look-after.ts',
    'src/commands/remind/afterwards.ts',
    'src/commands/remind/next.ts',
  ],
  // What a sheet and a session share.
  routine: [
    ...ways('stretch', ['named', 'stretch-flags', 'stretch-record']),
    'src/data/exercise-tables.ts',
    'src/documents/figure.ts',
    'src/engine/practice/version.ts',
    ...[
      'as-done',
      'body-positions',
      'dose-words',
      'exclusions',
      'fit-routine',
      'in-sequence',
      'routine-words',
    ].map((name) => `src/engine/routine/${name}.ts`),
  ],
  sheets: ['src/commands/stretch/sheets.ts', 'src/documents/routine-document.ts'],
  session: [
    'src/commands/stretch/run.ts',
    'src/terminal/practice-player/player.ts',
    'src/reminders/system-voice.ts',
  ],
  engine: [
    'src/commands/diagnose/run.ts',
    'src/commands/diagnose/interview.ts',
    'src/commands/diagnose/saved.ts',
    'src/commands/diagnose/sitting.ts',
    'src/commands/diagnose/pages.ts',
    'src/engine/answer-input.ts',
    'src/engine/assessment.ts',
    'src/engine/interview.ts',
  ],
  diagnose: ['src/commands/diagnose/answer-once.ts', 'src/documents/assessment-json.ts'],
  'diagnose-text': ['src/documents/assessment-document.ts', 'src/commands/diagnose/finish.ts'],
  'stress-file': [
    'src/commands/stress-plan/help-asked.ts',
    'src/commands/stress-plan/from-file.ts',
    'src/documents/stress-json.ts',
  ],
  stress: [
    'src/commands/stress-plan/run.ts',
    'src/commands/stress-plan/keep-plan.ts',
    'src/documents/today-stress.ts',
    'src/documents/stress-document.ts',
  ],
  'kept-plan': ways('recovery', ['kept-plan']),
  breathe: ['src/commands/stress-plan/breathe.ts', 'src/terminal/breathing-pacer.ts'],
  // The rarer ways of a command together: a file for each makes the package larger by what all of them repeat.
  'remind-ways': ways('remind', [
    'list',
    'add',
    'change',
    'remove',
    'quiet',
    'settings',
    'answer',
    'defaults',
    'first-offer',
    'routine-names',
  ]),
  'remind-set-up': ways('remind', [
    'install',
    'status',
    'hook',
    'doctor',
    'simulate',
    'zone-offsets',
    'calendar',
  ]),
  'stress-ways': ways('stress-plan', [
    'quick',
    'hide-number',
    'at-work',
    'stop',
    'done',
    'tick-by-key',
    'change',
    'which-one',
    'over-choice',
    'questions',
  ]),
  glances: ways('today', ['reminder-glance', 'stress-glance', 'plan-glance']),
  notices: [
    'src/reminders/desktop-notice.ts',
    'src/reminders/terminal-notice.ts',
    'src/reminders/start-program.ts',
  ],
  'data-ways': [
    ...ways('data', ['look', 'export', 'import', 'backup', 'erase']),
    ...ways('undo', ['run']),
    ...ways('config', ['run']),
  ],
  'preference-checks': ['src/store/preference-schema.ts', 'src/store/preference-values.ts'],
};
/** Without what they import: that has files of its own, which others load too. */
const ownFilesOnly = {
  'after-session': [
    ...ways('stretch', ['after-practice', 'ask-stop-sign']),
    'src/documents/session-document.ts',
  ],
  progress: [
    ...ways('progress', ['run']),
    'src/data/progress.ts',
    'src/documents/progress-document.ts',
    ...['buckets', 'weeks', 'progress'].map((name) => `src/engine/progress/${name}.ts`),
    'src/engine/stress/stress-hint.ts',
  ],
  'recovery-page': [
    ...documents([
      'recovery-kept',
      'recovery-view',
      'flare-document',
      'recovery-details',
      'recovery-document',
      'check-in-document',
    ]),
    'src/engine/recovery/remedies-for.ts',
    ...ways('recovery', ['recovery-flags', 'remedy-tables', 'open-plan']),
  ],
  json: documents([
    'recovery-json',
    'report-json',
    'progress-json',
    'progress-csv',
    'relief-json',
    'stretch-json',
    'breathe-json',
  ]),
  'answer-texts': [
    ...ways('diagnose', ['answers-text', 'audit-cases-text', 'json-tree', 'questions']),
    'src/commands/stress-plan/stress-text.ts',
  ],
  'exercise-ways': [
    ...documents([
      'exercise-document',
      'exercise-list-document',
      'routine-length',
      'around-document',
      'desk-document',
      'own-routine-document',
    ]),
    'src/engine/routine/catalogue.ts',
    'src/data/desk-check.ts',
    ...ways('stretch', ['around', 'desk-check', 'own']),
  ],
  'log-ways': [
    ...documents(['log-document', 'log-json', 'concern-words']),
    'src/engine/log/read-time.ts',
    'src/engine/log/own-activities.ts',
    ...ways('log', [
      'run',
      'log-flags',
      'ask-entry',
      'activity',
      'activity-ratings',
      'activities-kind',
      'note',
      'rating',
      'signs',
      'known-before',
      'watch-entry',
      'standing-advice',
    ]),
  ],
  'stress-keys': [
    ...documents(['stress-review', 'stress-then-now']),
    'src/engine/stress/then-and-now.ts',
    'src/engine/stress/review.ts',
    ...ways('stress-plan', [
      'interview',
      'make-plan',
      'finish-plan',
      'evaluate',
      'evaluation-prompt',
      'shape-commitment',
      'pick-actions',
      'pick-one',
      'choose-several',
      'draft',
      'review',
      'review-by-keys',
      'keep-review',
      'leave-at-once',
      'compare-plans',
    ]),
  ],
  'recovery-ways': ways('recovery', [
    'today',
    'start',
    'done',
    'check',
    'phase',
    'pause',
    'ladder',
    'keep',
    'flare',
    'flare-signs',
    'flare-pain',
    'check-in',
    'ask-check-in',
    'check-in-flags',
  ]),
  'recovery-sheets': [
    ...ways('recovery', ['remedies', 'visit', 'report', 'report-ask', 'report-sheet', 'report-range']),
    ...documents([
      'remedies-document',
      'visit-document',
      'report-document',
      'report-lines',
      'report-preview',
      'tried-words',
    ]),
    'src/data/recovery/items.ts',
    'src/engine/recovery/visit-questions.ts',
    'src/engine/recovery/tried-remedies.ts',
    'src/engine/report/report-parts.ts',
    'src/engine/report/report-facts.ts',
  ],
  schedulers: [
    'cron-daemon',
    'cron-line',
    'crontab',
    'crontab-block',
    'crontab-copies',
    'lost',
    'tick-job',
    'cron-scheduler',
    'systemd-units',
    'file-scheduler',
    'launchd-job',
    'windows-task',
    'file-schedulers',
    'schedulers',
    'machine-checks',
    'hook-text',
  ].map((name) => `src/reminders/${name}.ts`),
};
const groupOf = new Map();
function isIn(group, id) {
  if (groupOf.size === 0) {
    const taken = reached(['src/main.ts']);
    for (const [name, paths] of Object.entries(ownFilesOnly)) {
      for (const module of paths.map((path) => join(root, path))) {
        groupOf.set(module, name);
        taken.add(module);
      }
    }
    for (const [name, paths] of Object.entries(groupPaths)) {
      for (const module of reached(paths, taken)) {
        groupOf.set(module, name);
        taken.add(module);
      }
    }
  }
  return groupOf.get(id) === group;
}
const filesOfOneStart = Object.keys({ ...groupPaths, ...ownFilesOnly }).map((name) => ({
  name,
  test: (id) => isIn(name, id),
}));

const bundle = await rolldown({
  cwd: root,
  input: { main: join(root, 'src', 'main.ts') },
  // Nobody imports the entry, and groups of our own choosing need this.
  preserveEntrySignatures: false,
  platform: 'node',
  transform: { target: 'node20.17' },
  resolve: {
    alias: {
      // Its CommonJS build requires its own parts by names that a bundler cannot see.
      'jsonc-parser': join(root, 'node_modules', 'jsonc-parser', 'lib', 'esm', 'main.js'),
      // proper-lockfile makes one folder with it: what it adds is for thousands of open files.
      'graceful-fs': 'node:fs',
    },
  },
  plugins: [
    rememberImports,
    factsAsJson,
    stubUnusedPartsOfConf,
    lazyChildProcessInCommander,
    lazyPatternsOfWidth,
    asWritten,
    thirdPartyLicences,
  ],
  onLog: refuseWarnings,
});

const { output } = await bundle.generate({
  format: 'cjs',
  minify: {
    compress: { treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false } },
    mangle: true,
    codegen: true,
  },
  // What V8 has kept of a file knows no `import()`: parts of Node are required like everything else.
  dynamicImportInCjs: false,
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash:7].cjs',
  codeSplitting: { includeDependenciesRecursively: false, groups: filesOfOneStart },
});
await bundle.close();
refuseCircles(output);
writeDist(output);
write(mapFile, `${JSON.stringify(chunkMap(output), null, 2)}\n`);
