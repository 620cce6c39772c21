// `promises` from here and not from node:fs/promises: the bundle then loads it on use (1 ms).
import { closeSync, promises as files, openSync, readSync, statSync } from 'node:fs';
import type { Files } from '../context.ts';
import { InputError } from '../errors.ts';

/** Files that the user names on the command line. They may hold answers about health: new ones are private. */
export const namedFiles: Files = {
  async read(path, limit) {
    try {
      const facts = statSync(path);
      if (facts.isDirectory()) throw refused(path, 'It is a folder.', 'Give the name of a file inside it.');
      // The size is asked first so that a huge file costs nothing; pipes have none and are counted as they come.
      if (facts.size > limit) throw tooLong(`"${printable(path)}"`, limit);
      // A stream costs 4 ms; only what may keep us waiting (a pipe) must leave Ctrl-C its turn.
      return facts.isFile() ? readFileAtMost(path, limit) : await readPipe(path, limit);
    } catch (error) {
      throw error instanceof InputError ? error : unreadable(path, error);
    }
  },
  async write(path, text) {
    try {
      await files.writeFile(path, text, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      throw unwritable(path, error);
    }
  },
};

function readFileAtMost(path: string, limit: number): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    // It may have grown since its size was asked.
    const bytes = Buffer.allocUnsafe(limit + 1);
    let length = 0;
    for (let count = -1; count !== 0 && length < bytes.length; length += count)
      count = readSync(descriptor, bytes, length, bytes.length - length, null);
    if (length > limit) throw tooLong(`"${printable(path)}"`, limit);
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

async function readPipe(path: string, limit: number): Promise<Uint8Array> {
  const file = await files.open(path, 'r');
  try {
    return await readAtMost(file.createReadStream({ autoClose: false }), limit, `"${printable(path)}"`);
  } finally {
    await file.close();
  }
}

/** All bytes of a stream, refused as soon as there are more than `limit`. `name` is said in the refusal. */
export async function readAtMost(
  stream: AsyncIterable<unknown>,
  limit: number,
  name: string,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    length += bytes.length;
    if (length > limit) throw tooLong(name, limit);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** A name as it can be shown: a file may carry terminal escapes in its name. */
function printable(name: string): string {
  return name.replace(/\p{C}/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

function tooLong(name: string, limit: number): InputError {
  const size = limit >= 1_000_000 ? `${Math.floor(limit / 1_000_000)} MB` : `${Math.ceil(limit / 1000)} kB`;
  return new InputError(`Cannot read ${name}.`, {
    reason: `It is longer than ${size}.`,
    next: 'Check that this is the file you meant.',
  });
}

function refused(path: string, reason: string, next: string, cause?: unknown): InputError {
  return new InputError(`Cannot read "${printable(path)}".`, { reason, next, cause });
}

function unreadable(path: string, cause: unknown): InputError {
  switch (codeOf(cause)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return refused(path, 'There is no such file.', 'Check the name, and the folder you are in.', cause);
    case 'EACCES':
    case 'EPERM':
      return refused(
        path,
        'You are not allowed to read it.',
        'Change its permissions, or give another file.',
        cause,
      );
    case 'EISDIR':
      return refused(path, 'It is a folder.', 'Give the name of a file inside it.', cause);
    default:
      return refused(
        path,
        `The system said: ${messageOf(cause)}.`,
        'Check the name, or give another file.',
        cause,
      );
  }
}

function unwritable(path: string, cause: unknown): InputError {
  const reasons: { readonly [code: string]: readonly [string, string] } = {
    EEXIST: [
      'A file of that name is already there, and it is left as it was.',
      'Give a new name, or move the old file.',
    ],
    ENOENT: ['Its folder does not exist.', 'Make the folder first, or give another place.'],
    EACCES: ['You are not allowed to write there.', 'Give a place in your own folders.'],
    EROFS: ['That disk cannot be written to.', 'Give a place in your own folders.'],
    ENOSPC: ['The disk is full.', 'Make some room, or give a place on another disk.'],
    EISDIR: ['It is a folder.', 'Give the name of a file inside it.'],
  };
  const [reason, next] = reasons[codeOf(cause)] ?? [
    `The system said: ${messageOf(cause)}.`,
    'Give another place.',
  ];
  return new InputError(`Cannot write "${printable(path)}".`, { reason, next, cause });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function messageOf(error: unknown): string {
  return printable(error instanceof Error ? error.message : String(error));
}
