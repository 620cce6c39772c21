import type { Context } from '../../context.ts';
import { crisisWords } from '../../engine/stress/gate.ts';
import { type HelpAsked, helpAskedIn } from '../../engine/stress/raw-gate.ts';
import { helpFirst } from './crisis.ts';
import { stressWorld } from './open-stress.ts';
import type { EvaluationFlags } from './stress-flags.ts';

/**
 * Looks at everything that was typed on the command line, before it is checked, refused or repeated. True when it asked for
 * help: then that was shown, and there is nothing more to do.
 *
 * @param words arguments, and after them every flag
 */
export async function isHelpGiven(
  words: readonly string[],
  flags: EvaluationFlags,
  ctx: Context,
): Promise<boolean> {
  return isShown(helpAskedOn(words, flags), flags, ctx);
}

/**
 * The same of a line that could not be read or was refused, of whatever command: then the flags are not known, and the
 * words may have come one by one.
 */
export async function isHelpTyped(line: readonly string[], ctx: Context): Promise<boolean> {
  const text = line.join(' ');
  const [, country] = /--country[= ](\S+)/.exec(text) ?? [];
  const flags: EvaluationFlags = {
    ...(line.includes('--json') ? { json: true } : {}),
    ...(line.includes('--no-save') ? { save: false } : {}),
    ...(country === undefined ? {} : { country }),
  };
  return isShown(helpAskedIn(text), flags, ctx);
}

async function isShown(
  asked: HelpAsked | undefined,
  { country, ...others }: EvaluationFlags,
  ctx: Context,
): Promise<boolean> {
  if (asked === undefined) return false;
  // A country that is none is repeated; words must not be.
  const isCountry = country !== undefined && !crisisWords(country);
  await helpFirst(stressWorld(isCountry ? { ...others, country } : others, ctx), asked);
  return true;
}

function helpAskedOn(
  words: readonly string[],
  { set = [], ...others }: EvaluationFlags,
): HelpAsked | undefined {
  const values: readonly unknown[] = Object.values(others).flat();
  const typed = [words.join(' '), ...values].filter((value) => typeof value === 'string');
  const found = [...set.map(helpAskedIn), ...typed.map((text) => (crisisWords(text) ? 'words' : undefined))];
  return found.find((each) => each === 'answer') ?? found.find((each) => each !== undefined);
}
