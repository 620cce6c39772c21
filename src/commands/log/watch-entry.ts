import type { Context, Prompter } from '../../context.ts';
import { watchRules } from '../../data/watch.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Answers } from '../../engine/answers.ts';
import type { Assessment } from '../../engine/assessment.ts';
import type { Knowledge } from '../../engine/knowledge.ts';
import type { SavedEntry } from '../../engine/log/saved-entry.ts';
import { type Watch, watch } from '../../engine/watch/watch.ts';
import type { RecordError } from '../../errors.ts';
import { privateAnswers, save, savedBody } from '../diagnose/saved.ts';
import { askShortForm } from './ask-entry.ts';
import type { KnownBefore } from './known-before.ts';

export interface WatchEntryView {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly knowledge: Knowledge;
  readonly entry: { readonly saved: SavedEntry };
  /** Danger signs that were given with it. */
  readonly given: { readonly signs: Answers | undefined };
  readonly before: KnownBefore;
  readonly dayStart: number;
  readonly contact: Contact;
  /** Undefined when nobody can be asked. */
  readonly prompter: Prompter | undefined;
}

export interface Watched {
  readonly watch: Watch;
  /** Signs that were answered yes or not sure. */
  readonly signs: Answers;
}

/** Watches an entry. Whatever it notices, a person at the keyboard goes through the short form of the danger signs too. */
export async function watchEntry(view: WatchEntryView): Promise<Watched> {
  const { given, prompter, contact } = view;
  const signs = given.signs ?? {};
  const first = watchWith(view, signs);
  const isSettled =
    first.danger !== undefined || first.concerns.length === 0 || Object.keys(signs).length > 0;
  if (prompter === undefined || isSettled) return { watch: first, signs };
  const { signs: more } = await askShortForm(prompter, contact);
  return { watch: Object.keys(more).length === 0 ? first : watchWith(view, more), signs: more };
}

function watchWith({ now, knowledge, entry, before, dayStart }: WatchEntryView, signs: Answers): Watch {
  const { assessment, entries, asksWeeks, toldBefore } = before;
  return watch({
    knowledge,
    now,
    rules: watchRules,
    entry: entry.saved,
    before: entries,
    asksWeeks,
    toldBefore,
    assessment,
    signs,
    dayStart,
  });
}

/**
 * Saves what the watch found as an assessment, through the same door as one that was asked for, so that every command
 * obeys it. Returns the failure instead of throwing: the advice matters more than the record.
 */
export async function keepDanger(
  ctx: Context,
  danger: Assessment,
  signs: Answers,
  knowledge: Knowledge,
  earlier: KnownBefore,
): Promise<RecordError | undefined> {
  const keep = privateAnswers(signs, knowledge).length > 0 ? 'without-private' : 'all';
  const body = savedBody(danger, knowledge, keep, {
    tool: `backcare ${ctx.version}`,
    earlier: earlier.assessment?.summary,
  });
  return (await save(ctx, { ...body })).failure;
}
