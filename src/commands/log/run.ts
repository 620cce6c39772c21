import type { Context, PresentationWishes, Prompter } from '../../context.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Block } from '../../documents/document.ts';
import { daysAgoInWords, lastAdvice, shortAdvice } from '../../documents/last-advice.ts';
import { logDocument } from '../../documents/log-document.ts';
import { logJson } from '../../documents/log-json.ts';
import type { LogView } from '../../documents/log-view.ts';
import type { Assessment } from '../../engine/assessment.ts';
import { daysBetween } from '../../engine/day-count.ts';
import { dayInWords, instantWithOffset } from '../../engine/instant.ts';
import { type LogBody, newestLog, type SavedEntry, savedEntry } from '../../engine/log/saved-entry.ts';
import { urgencyRank } from '../../engine/urgency.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { contactFor } from '../contact.ts';
import { isConversation } from '../conversation.ts';
import { showResult } from '../diagnose/result.ts';
import { productKnowledge } from '../knowledge.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import { askEntry } from './ask-entry.ts';
import { type KnownBefore, knownBefore } from './known-before.ts';
import { type GivenEntry, type LogFlags, readEntry } from './log-flags.ts';
import { keepDanger, type Watched, watchEntry } from './watch-entry.ts';

/** One run of `log`: everything that its parts need. */
interface LogRun {
  readonly ctx: Context;
  readonly flags: LogFlags;
  readonly wishes: PresentationWishes;
  readonly contact: Contact;
  readonly dayStart: number;
  readonly before: KnownBefore;
  /** Grave advice that still stands. */
  readonly advice: readonly Block[];
  /** Only when there is something to ask. */
  readonly prompter: Prompter | undefined;
  readonly tell: TellEntry | undefined;
}

/** Says of an entry that it was kept, in place of `log`: for a command that keeps one among other things. */
export type TellEntry = (view: LogView, id: string) => Promise<void>;

const entryFlags = [
  'worst',
  'interference',
  'where',
  'sleep',
  'stress',
  'activity',
  'note',
  'at',
  'signs',
] as const satisfies readonly (keyof LogFlags)[];

/**
 * Keeps an entry, watches for danger, and gives the exit code.
 *
 * @param tell says that it was kept; never called where danger comes first
 */
export async function runLog(
  pain: string | undefined,
  flags: LogFlags,
  ctx: Context,
  tell?: TellEntry,
): Promise<number> {
  const { preferences, problem } = tolerantPreferences(ctx);
  if (problem !== undefined) sayProblem(ctx, problem);
  const { dayStart } = preferences;
  const isGiven = pain !== undefined || entryFlags.some((name) => isSaid(flags[name]));
  if (!isGiven && !isConversation(flags, ctx)) throw nothingGiven();
  const wishes = wishesOf(flags, preferences);
  const contact = contactFor(ctx, flags, preferences);
  const before = await knownBefore(ctx, { dayStart, needsActivities: isSaid(flags.activity) });
  const run: LogRun = {
    ctx,
    flags,
    wishes,
    contact,
    dayStart,
    before,
    advice: adviceOf(before, contact, ctx, dayStart),
    prompter: isGiven ? undefined : await ctx.prompter(wishes),
    tell,
  };
  const given = await entryOf(run, pain);
  const entry = entryFrom(given, ctx);
  const watched = await watchEntry({
    ...run,
    now: ctx.clock.now(),
    knowledge: productKnowledge(),
    entry,
    given,
  });
  return watched.watch.danger === undefined
    ? keepEntry(run, entry, watched)
    : answerDanger(run, entry, watched);
}

async function entryOf(
  { ctx, flags, before, prompter, wishes, contact, advice }: LogRun,
  pain: string | undefined,
) {
  if (prompter !== undefined) return askEntry({ ctx, prompter, wishes, contact, advice });
  const now = ctx.clock.now();
  return readEntry(pain, flags, before, { now, offsetMinutes: (at) => ctx.clock.offsetMinutes(at) });
}

interface NewEntry {
  readonly body: LogBody;
  readonly saved: SavedEntry;
}

function entryFrom({ body, about, signs }: GivenEntry, { clock }: Context): NewEntry {
  const at = about ?? clock.now();
  const iso = instantWithOffset(at, clock.offsetMinutes(at));
  const isNone = signs !== undefined && Object.keys(signs).length === 0;
  const kept = {
    ...body,
    ...(about === undefined ? {} : { about: iso }),
    ...(isNone ? { signs: 'none' as const } : {}),
  };
  return { body: kept, saved: savedEntry({ id: '', at: iso, body: kept }) };
}

/** The usual way: kept first, then one line about it, and what the watch noticed. */
async function keepEntry(run: LogRun, { body, saved }: NewEntry, { watch }: Watched): Promise<number> {
  const { ctx, flags, before, wishes } = run;
  if (before.problem !== undefined) throw before.problem;
  const { told, toldBefore } = watch;
  const kept = {
    ...body,
    ...(told.length === 0 ? {} : { told }),
    ...(toldBefore === undefined ? {} : { toldBefore }),
  };
  const { id } = await (await ctx.record()).append('log', kept);
  const view = viewOf(run, saved, body.about !== undefined, watch.concerns);
  if (run.tell !== undefined) await run.tell(view, id);
  else if (flags.json === true)
    ctx.io.out(`${JSON.stringify(logJson(view, { id, danger: null }), undefined, 2)}\n`);
  else await showDocument(logDocument(view), ctx, flags, wishes);
  return exitCodes.answered;
}

/** Help first: neither a full disk nor a broken record may stand before it. */
async function answerDanger(run: LogRun, { body, saved }: NewEntry, watched: Watched): Promise<number> {
  const { ctx, flags, contact, wishes, dayStart, before } = run;
  const { danger } = watched.watch;
  if (danger === undefined) return exitCodes.answered;
  const knowledge = productKnowledge();
  if (flags.json === true) {
    const { assessmentJson } = await import('../../documents/assessment-json.ts');
    const at = ctx.clock.now();
    const offsetMinutes = ctx.clock.offsetMinutes(at);
    const json = assessmentJson({
      assessment: danger,
      knowledge,
      contact,
      at,
      offsetMinutes,
      version: ctx.version,
      explain: false,
    });
    const view = viewOf(run, saved, body.about !== undefined, []);
    ctx.io.out(`${JSON.stringify(logJson(view, { id: null, danger: json }), undefined, 2)}\n`);
  } else {
    await showResult({ ctx, flags, knowledge, contact, wishes, dayStart }, danger, standingOver(danger, run));
  }
  const failure = before.problem ?? (await keepDanger(ctx, danger, watched.signs, knowledge, before));
  if (failure !== undefined) throw failure;
  await (await ctx.record()).append('log', body);
  return exitCodes.answered;
}

/** Advice that still stands and is graver than what was found now: nothing less may be read before it. */
function standingOver({ triage }: Assessment, { before, advice }: LogRun): readonly Block[] {
  const standing = before.assessment?.summary.urgency ?? 'self-care';
  return urgencyRank(standing) > urgencyRank(triage.urgency) ? shortAdvice(advice) : [];
}

function viewOf(
  run: LogRun,
  entry: SavedEntry,
  isAboutPast: boolean,
  concerns: LogView['concerns'],
): LogView {
  const { ctx, contact, advice, before, flags, dayStart } = run;
  const last = newestLog(before.entries.filter(({ usual, at }) => usual !== undefined && at <= entry.at));
  const days = last === undefined ? 0 : daysBetween(last, entry, dayStart);
  return {
    contact,
    version: ctx.version,
    entry,
    when: isAboutPast ? timeInWords(entry) : undefined,
    last: last === undefined ? undefined : { entry: last, when: lastInWords(days) },
    concerns,
    advice: shortAdvice(advice),
    isQuiet: flags.quiet === true,
  };
}

/** "Sat 21 Nov 20:00", by the clock of that place. */
function timeInWords({ at, offsetMinutes }: SavedEntry): string {
  return `${dayInWords(at, offsetMinutes)} ${instantWithOffset(at, offsetMinutes).slice(11, 16)}`;
}

function lastInWords(days: number): string {
  return days === 0 ? 'earlier that day' : days === 1 ? 'the day before' : `${days} days before`;
}

function adviceOf(
  { assessment }: KnownBefore,
  contact: Contact,
  { clock }: Context,
  dayStart: number,
): readonly Block[] {
  if (assessment === undefined) return [];
  const { summary } = assessment;
  const moment = (at: number) => ({ at, offsetMinutes: clock.offsetMinutes(at) });
  const days = daysBetween(moment(summary.at), moment(clock.now()), dayStart);
  return lastAdvice(summary, contact, daysAgoInWords(days));
}

function isSaid(value: LogFlags[keyof LogFlags]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

function nothingGiven(): InputError {
  return new InputError('There is nothing to keep, and nobody to ask.', {
    reason: 'Standard input is not a terminal, or a format or --no-input was asked for.',
    next: 'Say how it is: backcare log 4 --worst 7',
  });
}
