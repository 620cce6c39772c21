import { closeSync, fstatSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

const bite = 1024 * 1024;

/** Copies a file into a new one for its owner only, and waits until the disk has it. */
export function copyAndSync(from: string, to: string): void {
  const target = openSync(to, 'wx', 0o600);
  try {
    copyBytes(from, target);
    fsyncSync(target);
  } finally {
    closeSync(target);
  }
}

/** Writes all bytes of a file to the end of an open one. */
export function copyBytes(from: string, to: number): void {
  const source = openSync(from, 'r');
  try {
    const buffer = Buffer.allocUnsafe(bite);
    for (let count = readSync(source, buffer); count > 0; count = readSync(source, buffer))
      writeAll(to, buffer.subarray(0, count));
  } finally {
    closeSync(source);
  }
}

/** Writes all of it, in as many calls as the disk wants. A full disk throws. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}

/** Whether the first file is the beginning of the second, or the whole of it. */
export function beginsAs(one: string, other: string): boolean {
  const first = openSync(one, 'r');
  try {
    const second = openSync(other, 'r');
    try {
      const length = fstatSync(first).size;
      if (length > fstatSync(second).size) return false;
      const [buffer, against] = [Buffer.allocUnsafe(bite), Buffer.allocUnsafe(bite)];
      for (let done = 0; done < length; ) {
        const count = readSync(first, buffer, 0, bite, done);
        if (count === 0) return false;
        for (let read = 0; read < count; ) {
          const more = readSync(second, against, read, count - read, done + read);
          if (more === 0) return false;
          read += more;
        }
        if (!buffer.subarray(0, count).equals(against.subarray(0, count))) return false;
        done += count;
      }
      return true;
    } finally {
      closeSync(second);
    }
  } finally {
    closeSync(first);
  }
}

/** For what is left over when something else has gone wrong already. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The failure that led here is the one to tell.
  }
}
