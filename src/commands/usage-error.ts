import type { CommanderError } from 'commander';
import { InputError } from '../errors.ts';

/**
 * What commander found wrong, as an error in our words; undefined when it only showed help or the version.
 *
 * @param command whose help tells more
 */
export function usageError(error: CommanderError, command = 'backcare'): InputError | undefined {
  if (error.exitCode === 0) return undefined;
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const sentence = `${first.charAt(0).toUpperCase()}${first.slice(1)}${/[.?!]$/.test(first) ? '' : '.'}`;
  const hint = rest.join(' ').trim();
  return new InputError(sentence, {
    ...(hint === '' ? {} : { reason: hint.replace(/^\(|\)$/g, '') }),
    next: `See how it is used: ${command} --help`,
  });
}
