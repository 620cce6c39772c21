import type { TerminalFacts } from './terminal-facts.ts';

/** Who hears the keys while a keyboard is open. */
interface KeyListener {
  /** Bytes as the terminal sends them; several keys may come at once. */
  pressed(keys: string): void;
  /** The keyboard went away. */
  closed(): void;
}

/**
 * Gives every key to one listener as it is pressed: nothing is echoed, and nobody else reads it. Returns the way to give the
 * keyboard back as it was.
 */
export function openRawKeyboard({ input }: Pick<TerminalFacts, 'input'>, listener: KeyListener): () => void {
  const onData = (data: string | Buffer): void => listener.pressed(String(data));
  let isOpen = true;
  const onEnd = (): void => {
    if (isOpen) listener.closed();
  };
  // The reader of plain prompts would keep the key, and take it for the answer to the next question.
  const others = input.listeners('data') as ((data: string | Buffer) => void)[];
  for (const other of others) input.removeListener('data', other);
  // Never taken away: a terminal that was closed fails once more when its keys are given back.
  input.on('error', onEnd);
  setRaw(input, true);
  input.on('data', onData).on('end', onEnd);
  input.resume();
  return () => {
    isOpen = false;
    input.removeListener('data', onData).removeListener('end', onEnd);
    input.pause();
    setRaw(input, false);
    for (const other of others) input.on('data', other);
    // A listener that is put back sets the stream flowing again.
    input.pause();
  };
}

/** Turns line editing and echo off, or on again. Does nothing where the input is no terminal. */
export function setRaw(input: NodeJS.ReadableStream, isRaw: boolean): void {
  (input as Partial<NodeJS.ReadStream>).setRawMode?.(isRaw);
}

/** Ctrl-C, Ctrl-D and Ctrl-Z, which a raw keyboard sends as bytes. */
export const [interruptKey, endOfInputKey, suspendKey] = ['\u0003', '\u0004', '\u001a'] as const;
