/**
 * Makes a checkout ready to run: installs when the installed tree is not the locked one, builds when a source of the
 * bundle has changed, and otherwise does nothing in well under a tenth of a second.
 *
 * Called by `start`, `test` and `prepack` themselves, since hooks such as `pretest` are skipped under
 * `ignore-scripts=true`. Everything is said on stderr, so `npm pack --silent` prints only the name of the tarball.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'backcare');
const stampFile = join(cache, 'build.json');

/** What decides the content of `dist`. */
const buildInputs = ['package.json', 'package-lock.json', 'scripts/build.mjs', 'src'];

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * npm writes `node_modules/.package-lock.json` last, so a tree that was cut off in the middle does not match either.
 * Optional packages may be absent: most of them are for other platforms.
 */
function isInstalled() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const present = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !present) return false;
  const everyWantedIsThere = Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || (path in present ? isDeepStrictEqual(present[path], entry) : entry.optional === true),
  );
  return everyWantedIsThere && Object.keys(present).every((path) => path in wanted);
}

/** The npm that runs us, or the one on the path when we were started by hand. */
function npm(args) {
  const env = { ...process.env };
  // `npm pack --dry-run` and `npm install -g` hand their own settings down to every npm below them.
  for (const name of ['dry_run', 'global', 'location', 'omit', 'workspace', 'workspaces']) {
    delete env[`npm_config_${name}`];
  }
  const viaNode = process.env.npm_execpath?.endsWith('npm-cli.js');
  const [command, ...first] = viaNode ? [process.execPath, process.env.npm_execpath] : ['npm'];
  // Standard output of the children goes to our stderr.
  const options = {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: !viaNode && process.platform === 'win32',
  };
  return spawnSync(command, [...first, ...args], options).status ?? 1;
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function digestOfInputs() {
  const hash = createHash('sha256');
  const files = buildInputs.flatMap((input) => {
    const path = join(root, input);
    return input === 'src' ? filesBelow(path) : [path];
  });
  for (const file of files.sort()) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function isBuilt(digest) {
  const stamp = readJson(stampFile);
  return stamp?.digest === digest && stamp.files.every((file) => existsSync(join(root, 'dist', file)));
}

function say(text) {
  process.stderr.write(`backcare: ${text}\n`);
}

function setUp() {
  if (!isInstalled()) {
    say('installing the tools this checkout needs');
    // --include=dev because NODE_ENV=production would skip all of them.
    const status = npm(['ci', '--include=dev', '--ignore-scripts', '--prefer-offline']);
    if (status !== 0) {
      say('npm ci failed; its message is above');
      return status;
    }
  }
  const digest = digestOfInputs();
  if (!isBuilt(digest)) {
    say('building');
    const build = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], {
      stdio: ['ignore', 2, 2],
    });
    if (build.status !== 0) {
      say('the build failed; its message is above');
      return build.status ?? 1;
    }
    mkdirSync(cache, { recursive: true });
    const files = filesBelow(join(root, 'dist')).map((file) => relative(join(root, 'dist'), file));
    const draft = `${stampFile}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify({ digest, files }, null, 2)}\n`);
    renameSync(draft, stampFile);
  }
  return 0;
}

process.exitCode = setUp();
