import type { Context, Prompter } from '../../context.ts';
import { watchRules } from '../../data/watch.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Answers } from '../../engine/answers.ts';
import type { Assessment } from '../../engine/assessment.ts';
import type { Knowledge } from '../../engine/knowledge.ts';
import { type LogBody, namedOf, type SavedEntry, type SignsAnswer } from '../../engine/log/saved-entry.ts';
import { type Watch, watch } from '../../engine/watch/watch.ts';
import type { RecordError } from '../../errors.ts';
import { privateAnswers, save, savedBody } from '../diagnose/saved.ts';
import { productKnowledge } from '../knowledge.ts';
import { askShortForm } from './ask-entry.ts';
import type { KnownBefore } from './known-before.ts';

export interface WatchEntryView {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly knowledge: Knowledge;
  readonly entry: { readonly saved: SavedEntry };
  /** Danger signs that were given with it, and whether the short form was asked for them. */
  readonly given: { readonly signs: Answers; readonly body: Pick<LogBody, 'signs'> };
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
  /** What the entry says of them in the end. */
  readonly said: SignsAnswer | undefined;
}

/** Watches an entry. Whatever it notices, a person at the keyboard goes through the short form of the danger signs too. */
export async function watchEntry(view: WatchEntryView): Promise<Watched> {
  const { given, prompter, contact } = view;
  const { signs } = given;
  const said = given.body.signs;
  const first = watchWith(view, signs);
  const isAsked = said === 'some' || said === 'not-answered';
  if (prompter === undefined || isAsked || first.danger !== undefined || first.concerns.length === 0)
    return { watch: first, signs, said };
  const form = await askShortForm(prompter, contact);
  return {
    watch: form.is === 'some' ? watchWith(view, form.signs) : first,
    signs: form.signs,
    said: form.is,
  };
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
 * Saves what the watch found as an assessment that was not finished, through the same door as one that was asked for, so
 * that every command obeys it. Of private answers only those are kept that were before. Returns the failure instead of
 * throwing: the advice matters more than the record.
 */
export async function keepDanger(
  ctx: Context,
  danger: Assessment,
  knowledge: Knowledge,
  earlier: KnownBefore,
): Promise<RecordError | undefined> {
  const basis = earlier.answers;
  const isNewlyPrivate = privateAnswers(danger.answers, knowledge).some(
    (id) => danger.answers[id] !== basis[id],
  );
  const body = savedBody(danger, knowledge, isNewlyPrivate ? 'without-private' : 'all', {
    tool: `backcare ${ctx.version}`,
    earlier: earlier.assessment?.summary,
    basis,
  });
  return (await save(ctx, { ...body })).failure;
}

/** Signs that mean a visit at most: with another one, on another day, they may mean more. Private ones are not kept. */
export function namedIn({ watch, signs }: Watched): Pick<LogBody, 'named'> {
  if (watch.danger !== undefined) return {};
  const hidden = privateAnswers(signs, productKnowledge());
  const named = namedOf(Object.fromEntries(Object.entries(signs).filter(([id]) => !hidden.includes(id))));
  return Object.keys(named).length === 0 ? {} : { named };
}
