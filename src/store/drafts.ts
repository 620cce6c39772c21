import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { RecordError } from '../errors.ts';
import { codeOf, readFailure, writeFailure } from './failures.ts';
import { makePrivateFolder } from './folders.ts';
import { syncFolder } from './journal-file.ts';

/** Unfinished work, one small file each. A draft is replaced as a whole or not at all. */
export class Drafts {
  readonly #folder: string;
  readonly #unique: () => string;

  /** @param unique gives a part of a file name that no other process uses at this time */
  constructor(folder: string, unique: () => string) {
    this.#folder = folder;
    this.#unique = unique;
  }

  /** The draft, or undefined when there is none. Throws `RecordError` naming a file that is not a draft. */
  async read(name: string): Promise<unknown> {
    const path = this.#path(name);
    let text: string;
    try {
      // A small file on the way to the first question: waking the thread pool for it takes longer than reading it.
      text = readFileSync(path, 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw readFailure(path, error);
    }
    const body = bodyOf(text);
    if (body === undefined) {
      throw new RecordError(`Cannot read ${path}.`, {
        reason: 'It is not a draft that backcare wrote. It was kept untouched.',
        next: 'Delete that file to begin anew; your record is elsewhere and is not affected.',
      });
    }
    return body;
  }

  /** Keeps a draft: written aside, synced, then moved into place, so a crash leaves the old or the new one whole. */
  async write(name: string, body: unknown): Promise<void> {
    const path = this.#path(name);
    const aside = `${path}.${this.#unique()}.tmp`;
    makePrivateFolder(this.#folder);
    try {
      writeAndSync(aside, `${JSON.stringify({ v: 1, body })}\n`);
      renameSync(aside, path);
      syncFolder(this.#folder);
    } catch (error) {
      removeQuietly(aside);
      throw writeFailure(path, error);
    }
  }

  /** Forgets a draft, and what a crash may have left of it: answers about a body are not for keeping by accident. */
  async remove(name: string): Promise<void> {
    const path = this.#path(name);
    try {
      for (const file of readdirSync(this.#folder)) {
        const isPart = file === `draft-${name}.json` || isAside(file, name);
        if (isPart) rmSync(join(this.#folder, file), { force: true });
      }
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw writeFailure(path, error);
    }
  }

  #path(name: string): string {
    if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new TypeError(`Not a name of a draft: ${name}`);
    return join(this.#folder, `draft-${name}.json`);
  }
}

function writeAndSync(path: string, text: string): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The failure that led here is the one to tell.
  }
}

function isAside(file: string, name: string): boolean {
  return file.startsWith(`draft-${name}.json.`) && file.endsWith('.tmp');
}

function bodyOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'body' in value ? value.body : undefined;
  } catch {
    return undefined;
  }
}
