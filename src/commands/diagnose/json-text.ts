import { InputError } from '../../errors.ts';

/** Text of a file that should hold JSON. Throws `InputError` for other encodings, NUL bytes and emptiness. */
export function decodeText(bytes: Uint8Array, name: string, documented: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputError(`${name} is not UTF-8 text.`, { next: 'Save it as UTF-8 and try again.', cause });
  }
  const nul = text.indexOf('\u0000');
  if (nul >= 0) {
    throw new InputError(
      `${name}, line ${lineAt(text, nul)}: there is a NUL byte, so this is not JSON text.`,
      {
        next: 'Save it as UTF-8 text and try again.',
      },
    );
  }
  if (text.trim() === '') throw new InputError(`${name} is empty.`, { next: documented });
  return text;
}

/** Line of a place in a text, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
