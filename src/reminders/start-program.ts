import { spawn } from 'node:child_process';

/** A program that was started. */
export interface StartedProgram {
  /** Gives it more input. */
  write(text: string): void;
  /** No more input. */
  end(): void;
  /** Ends it at once. */
  kill(): void;
}

/**
 * Starts a program without a shell. Never throws: a program that cannot be started has not ended well.
 *
 * @param onEnd told once, whether it ended well
 */
export type StartProgram = (
  program: string,
  words: readonly string[],
  onEnd: (wasWell: boolean) => void,
) => StartedProgram;

/** Enough of what a program complains about. */
const complaintLength = 4000;
/** A service that the program has started may hold its output open for ever. */
const closeMilliseconds = 250;

export const startProgram: StartProgram = (program, words, onEnd) => {
  let end = onEnd;
  const endOnce = (wasWell: boolean): void => {
    end(wasWell);
    end = () => undefined;
  };
  const child = spawn(program, words, { stdio: ['pipe', 'ignore', 'pipe'], windowsHide: true });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    if (complaint.length < complaintLength) complaint += String(chunk);
  });
  // It is gone before it has read everything: its end tells why.
  child.stdin.on('error', () => undefined);
  child.on('error', () => endOnce(false));
  // Without a sound device espeak-ng says "error: …" and exits with 0.
  const judge = (code: number | null): void => endOnce(code === 0 && !/^(error|failed)\b/im.test(complaint));
  child.on('close', judge);
  child.on('exit', (code) => setTimeout(() => judge(code), closeMilliseconds).unref());
  child.unref();
  return {
    write: (text) => void child.stdin.write(text),
    end: () => void child.stdin.end(),
    // Not SIGTERM: a program that hangs need not listen.
    kill: () => void child.kill('SIGKILL'),
  };
};
