import { RecordError } from '../errors.ts';

/** What the system's error codes mean to the person at the keyboard, and what to do next. */
const reasons: { readonly [code: string]: readonly [reason: string, next: string] } = {
  ENOSPC: ['The disk is full.', 'Free some space, then run the same command again.'],
  EDQUOT: ['Your share of the disk is used up.', 'Free some space, then run the same command again.'],
  EFBIG: ['The file may not grow any further.', 'Check the limits of your account, then try again.'],
  EACCES: [
    'You have no permission there.',
    'Check who owns it, or choose another folder with BACKCARE_HOME.',
  ],
  EPERM: ['You have no permission there.', 'Check who owns it, or choose another folder with BACKCARE_HOME.'],
  EROFS: ['The disk can only be read.', 'Choose another folder with BACKCARE_HOME.'],
  EIO: ['The disk reports a fault.', 'Check the disk, then try again.'],
  ENOTDIR: ['A part of that path is a file, not a folder.', 'Move that file, or set BACKCARE_HOME.'],
  EEXIST: ['A file stands where a folder should be.', 'Move that file, or set BACKCARE_HOME.'],
  EISDIR: ['A folder stands where the file should be.', 'Move that folder, then try again.'],
  ELOOP: ['Its links point at each other.', 'Repair the link, or set BACKCARE_HOME.'],
  ELOCKED: ['Another backcare is writing to it.', 'Wait a moment, then run the same command again.'],
};

/** A `RecordError` that names the file, says why it could not be written, and what to do. Keeps the cause. */
export function writeFailure(path: string, cause: unknown): RecordError {
  return failure('Cannot write', path, cause);
}

/** The same for reading. */
export function readFailure(path: string, cause: unknown): RecordError {
  return failure('Cannot read', path, cause);
}

/** The system's code of an error, such as ENOENT; an empty string when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function failure(what: string, path: string, cause: unknown): RecordError {
  if (cause instanceof RecordError) return cause;
  const known = reasons[codeOf(cause)];
  const reason = known?.[0] ?? (cause instanceof Error ? cause.message : String(cause));
  const next = known?.[1] ?? 'Check the file and its folder, then try again.';
  return new RecordError(`${what} ${path}.`, { reason, next, cause });
}
