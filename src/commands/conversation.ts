import type { Context } from '../context.ts';
import type { GlobalFlags } from './flags.ts';

/** Whether somebody sits at the keyboard and sees both the questions and the answer, and did not ask for a file. */
export function isConversation(flags: GlobalFlags, { io }: Context): boolean {
  const isText = flags.json !== true && (flags.format ?? 'text') === 'text';
  const isTerminal = io.outputIsTerminal && io.errorIsTerminal && io.inputIsTerminal;
  return isText && isTerminal && flags.input !== false;
}
