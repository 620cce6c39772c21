#!/usr/bin/env node
// CommonJS on purpose: an ES module that loads a CommonJS bundle starts 30 ms slower on Node 20.
'use strict';
const { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/**
 * Loads the bundle, and keeps what V8 compiled of it beside it, as Python does in __pycache__: most of a short answer's
 * time went into compiling. What is kept belongs to one V8, one processor and one build; V8 refuses what does not fit.
 * Only the owner of the package's folder writes there. Where that is not possible everything works as well, and slower.
 */
const dist = join(__dirname, '..', 'dist');
const entry = 'main.cjs';
const badInput = 2;
const machine = `${process.versions.v8}-${process.platform}-${process.arch}`;
/** V8 keeps the functions that ran. Each command has its own: to load those of all others costs it three milliseconds. */
const commands = ['relief', 'diagnose', 'stretch', 'stress-plan', 'recovery', 'remind', 'log', 'progress'];
// Never a word as it was typed: it may be one that nobody should find on the disk.
const command = commands.find((name) => name === process.argv[2]) ?? 'backcare';
const compiled = join(dist, 'compiled', machine, command);

/** Name of a file of the bundle → its script, where what V8 makes of it is kept, and whether that was there. */
const loaded = new Map();
const modules = new Map();

function load(name) {
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  modules.set(name, module);
  const path = join(dist, name);
  compile(name, path)
    .runInThisContext()
    .call(module.exports, module.exports, requireFrom, module, path, dirname(path));
  return module.exports;
}

/** The bundle is flat: the entry, and the chunks in one folder below it. */
function requireFrom(request) {
  if (!request.startsWith('.')) return require(request);
  const file = request.slice(request.lastIndexOf('/') + 1);
  return load(file === entry ? file : `chunks/${file}`);
}

function compile(name, path) {
  // The build writes plain ASCII, which is read fastest as Latin-1, with the function of a module around it.
  const source = readFileSync(path, 'latin1');
  // Chunks carry a digest of their text in their names. The entry does not, and V8 compares lengths only.
  const build = name === entry ? statSync(path).mtimeMs.toString(36) : '';
  const keptIn = join(compiled, `${name.replace('chunks/', '')}${build}.bin`);
  const script = new Script(source, {
    filename: path,
    cachedData: readIfThere(keptIn),
  });
  loaded.set(name, { script, keptIn, isFresh: script.cachedDataRejected !== false });
  return script;
}

function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * When something was compiled anew; help and version alone, which load only the entry, leave no trace, and neither does
 * what is no command.
 */
function keepCompiled(exitCode) {
  const scripts = [...loaded.values()];
  if (exitCode === badInput || scripts.length < 3 || !scripts.some(({ isFresh }) => isFresh)) return;
  try {
    const user = process.getuid?.();
    if (user !== undefined && statSync(dist).uid !== user) return;
    mkdirSync(compiled, { recursive: true });
    for (const { script, keptIn } of scripts) replace(keptIn, script.createCachedData());
  } catch {
    // A folder that cannot be written, or a full disk: the next start compiles again.
  }
}

/** Written aside and moved into place: another process reads the old one or the new one. */
function replace(path, bytes) {
  const aside = `${path}.${process.pid}`;
  try {
    writeFileSync(aside, bytes);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

process.on('exit', keepCompiled);
load(entry);
