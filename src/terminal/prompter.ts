import type { Prompter } from '../context.ts';
import type { TerminalFacts } from './terminal-facts.ts';

/**
 * Questions in the terminal: pages drawn and redrawn, or, for screen readers and terminals that cannot, numbered plain
 * lines. Only the half that is used is loaded.
 */
export async function createPrompter(
  facts: TerminalFacts,
  accessible = facts.theme.accessible,
): Promise<Prompter> {
  if (accessible) return (await import('./plain-prompter.ts')).createPlainPrompter(facts);
  return (await import('./screen-prompter.ts')).createScreenPrompter(facts);
}
