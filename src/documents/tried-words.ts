import type { Remedy } from '../data/remedy-schema.ts';
import type { RemedyBody } from '../engine/recovery/recovery-events.ts';
import type { TriedRemedy } from '../engine/recovery/tried-remedies.ts';
import { personDayInWords } from './progress-words.ts';

const helpedWords = { yes: 'helped', no: 'did not help', unsure: 'not sure yet' } as const;

/** What was kept of a try, and what follows. Nobody is told to stop what a professional advised. */
export function triedSays({ name, kind }: Remedy, { helped }: RemedyBody): readonly string[] {
  const kept = `Kept: you tried "${name}"${helped === undefined ? '' : `, ${keptWords[helped]}`}.`;
  if (helped === undefined) return [kept];
  const follows = {
    yes: 'Good. Keep what helps.',
    no:
      kind === 'ask'
        ? 'Tell whoever advised it: they can say what to try instead.'
        : 'Then you can leave it. Nothing helps everybody; try one other thing.',
    unsure: 'A few more days will tell.',
  } as const;
  return [kept, follows[helped]];
}

const keptWords = {
  yes: 'and it helped',
  no: 'and it did not help',
  unsure: 'and are not sure that it helps',
} as const;

/** "helped", "tried, not rated": what was said of it last, in few words. */
export function helpInWords({ helped }: Pick<TriedRemedy, 'helped'>): string {
  return helped === undefined ? 'tried' : helpedWords[helped];
}

/** "Helped. Noted on 3 days, last on Sun 22 Nov. “after a walk”" */
export function triedInWords(tried: TriedRemedy): string {
  const help = helpInWords(tried);
  const days = tried.days === 1 ? 'once' : `on ${tried.days} days, last`;
  const note = tried.note === undefined ? '' : ` “${tried.note}”`;
  return `${help.charAt(0).toUpperCase()}${help.slice(1)}. Noted ${days} on ${personDayInWords(tried.last)}.${note}`;
}
