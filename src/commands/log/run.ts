import type { Context, PresentationWishes, Prompter } from '../../context.ts';
import { decidingAnswers, needsCrisisText } from '../../documents/assessment-words.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Block } from '../../documents/document.ts';
import { crisisCallout } from '../../documents/emergency-line.ts';
import { adviceNow, shortAdvice } from '../../documents/last-advice.ts';
import { besideAdviceDocument, logDocument } from '../../documents/log-document.ts';
import { logJson } from '../../documents/log-json.ts';
import type { LogView } from '../../documents/log-view.ts';
import { inSpeech } from '../../documents/spoken-words.ts';
import { daysBetween } from '../../engine/day-count.ts';
import { dayInWords, instantWithOffset } from '../../engine/instant.ts';
import { type LogBody, newestLog, type SavedEntry, savedEntry } from '../../engine/log/saved-entry.ts';
import { exitCodes, InputError, RecordError, type UserError } from '../../errors.ts';
import { contactFor } from '../contact.ts';
import { isConversation } from '../conversation.ts';
import { showResult } from '../diagnose/result.ts';
import { productKnowledge } from '../knowledge.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import { askEntry } from './ask-entry.ts';
import { type KnownBefore, type KnownBeforeView, knownBefore } from './known-before.ts';
import { type GivenEntry, type LogFlags, type ReadEntry, readEntry } from './log-flags.ts';
import { helpBeside } from './note.ts';
import { besideOf, isGrave, lessThanStands, standingOver } from './standing-advice.ts';
import { keepDanger, namedIn, type Watched, watchEntry } from './watch-entry.ts';

/** One run of `log`: everything that its parts need. */
interface LogRun {
  readonly ctx: Context;
  readonly flags: LogFlags;
  readonly wishes: PresentationWishes;
  readonly contact: Contact;
  readonly dayStart: number;
  readonly before: KnownBefore;
  /** Whom to call, where the note may ask for that. */
  readonly help: readonly Block[];
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
  'signs',
] as const satisfies readonly (keyof LogFlags)[];

/**
 * Keeps an entry, watches for danger, and gives the exit code.
 *
 * @param tell says that it was kept; never called where danger comes first, or where nothing could be kept
 */
export async function runLog(
  pain: string | undefined,
  flags: LogFlags,
  ctx: Context,
  tell?: TellEntry,
): Promise<number> {
  const { preferences, problem: unread } = tolerantPreferences(ctx);
  if (unread !== undefined) sayProblem(ctx, unread);
  const { dayStart } = preferences;
  const isGiven = pain !== undefined || entryFlags.some((name) => isSaid(flags[name]));
  if (!isGiven && flags.at !== undefined) throw onlyTimeGiven(flags.at);
  if (!isGiven && !isConversation(flags, ctx)) throw nothingGiven();
  const wishes = wishesOf(flags, preferences);
  const contact = contactFor(ctx, flags, preferences);
  const before = await knownBefore(ctx, {
    dayStart,
    needsActivities: isSaid(flags.activity),
    tells: isGiven ? painIn(pain, flags) : { usual: Number.POSITIVE_INFINITY },
  });
  const run: LogRun = {
    ctx,
    flags,
    wishes,
    contact,
    dayStart,
    before,
    help: await helpBeside(flags.note, contact),
    advice: adviceOf(before, contact, ctx, dayStart),
    prompter: isGiven ? undefined : await ctx.prompter(wishes),
    tell,
  };
  const { given, problem } = await entryOf(run, pain);
  // Of an entry that cannot be kept only danger signs are watched.
  if (problem !== undefined && Object.keys(given.signs).length === 0) throw problem;
  const entry = entryFrom(given, ctx);
  const watched = await watchEntry({
    ...run,
    now: ctx.clock.now(),
    knowledge: productKnowledge(),
    entry,
    given,
  });
  const body = {
    ...entry.body,
    ...(watched.said === undefined ? {} : { signs: watched.said }),
    ...namedIn(watched),
  };
  const answer = watched.watch.danger === undefined ? answerEntry : answerDanger;
  return answer(run, { ...entry, body, problem }, watched);
}

/** Before it is checked: what is no number, or is about another time, may be anything. */
function painIn(usual: string | undefined, { interference, at }: LogFlags): KnownBeforeView['tells'] {
  const read = (name: 'usual' | 'interference', text: string | undefined) => {
    const value = at === undefined ? Number(text?.replace(',', '.')) : Number.NaN;
    return text === undefined ? {} : { [name]: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  return { ...read('usual', usual), ...read('interference', interference) };
}

async function entryOf(run: LogRun, pain: string | undefined): Promise<ReadEntry> {
  const { ctx, flags, before, prompter, contact } = run;
  if (prompter !== undefined) return { given: await askEntry({ ...run, prompter }) };
  const now = ctx.clock.now();
  const reader = { now, offsetMinutes: (at: number) => ctx.clock.offsetMinutes(at) };
  return readEntry(pain, flags, { ...before, contact }, reader);
}

interface NewEntry {
  readonly body: LogBody;
  readonly saved: SavedEntry;
  /** Why it cannot be kept. */
  readonly problem?: InputError | undefined;
}

function entryFrom({ body, about }: GivenEntry, { clock }: Context): NewEntry {
  const at = about ?? clock.now();
  const iso = instantWithOffset(at, clock.offsetMinutes(at));
  const kept = { ...body, ...(about === undefined ? {} : { about: iso }) };
  return { body: kept, saved: savedEntry({ id: '', at: iso, body: kept }) };
}

/** The usual way: one line about what was kept, and what the watch noticed. Of an entry that was not kept, that alone. */
async function answerEntry(run: LogRun, entry: NewEntry, { watch, signs }: Watched): Promise<number> {
  const { ctx, flags, wishes } = run;
  const { id, failure } = await keepEntry(run, entry, watch);
  const { body, saved } = entry;
  const open = Object.keys(signs).length === 0 ? openSigns(body) : undefined;
  const view = { ...viewOf(run, saved, body.about !== undefined, watch.concerns), signs: body.signs, open };
  const isSilent =
    failure !== undefined &&
    watch.concerns.length + run.help.length === 0 &&
    open === undefined &&
    !isGrave(run.before);
  if (isSilent) throw failure;
  if (run.tell !== undefined && id !== undefined) await run.tell(view, id);
  else if (flags.json === true)
    ctx.io.out(`${JSON.stringify(logJson(view, { id: id ?? null, danger: null }), undefined, 2)}\n`);
  else await showDocument(logDocument({ ...view, isKept: failure === undefined }), ctx, flags, wishes);
  if (failure !== undefined) throw failure;
  return exitCodes.answered;
}

/** What still waits for an answer: no sign was named, and none was not said either. */
function openSigns({ signs }: LogBody): LogView['open'] {
  return signs === 'none' ? undefined : signs;
}

/** Appends the entry. Returns the failure instead of throwing: what the watch noticed is said all the same. */
async function keepEntry(
  { ctx, before }: LogRun,
  { body, problem }: NewEntry,
  { told, toldBefore }: Watched['watch'],
): Promise<{ readonly id?: string; readonly failure?: UserError }> {
  const known = problem ?? before.problem;
  if (known !== undefined) return { failure: known };
  const kept = {
    ...body,
    ...(told.length === 0 ? {} : { told }),
    ...(toldBefore === undefined ? {} : { toldBefore }),
  };
  try {
    const { id } = await (await ctx.record()).append('log', kept);
    return { id };
  } catch (error) {
    if (error instanceof RecordError) return { failure: error };
    throw error;
  }
}

/** Help first: neither a full disk nor a broken record nor a slip of the finger may stand before it. */
async function answerDanger(
  run: LogRun,
  { body, saved, problem }: NewEntry,
  { watch: { danger }, signs }: Watched,
): Promise<number> {
  const { ctx, flags, contact, wishes, dayStart, before, help } = run;
  if (danger === undefined) return exitCodes.answered;
  const knowledge = productKnowledge();
  const standing = lessThanStands(danger, before);
  if (flags.json === true) {
    const { assessmentJson, standingJson } = await import('../../documents/assessment-json.ts');
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
      standing,
    });
    // A word on what to do that is less would take it back.
    const action = standing === undefined ? json.action : standingJson(standing, contact).action;
    const view = viewOf(run, saved, body.about !== undefined, []);
    ctx.io.out(`${JSON.stringify(logJson(view, { id: null, danger: { ...json, action } }), undefined, 2)}\n`);
  } else if (standing !== undefined) {
    const named = Object.keys(signs);
    const { ticks, facts } =
      named.length === 0 ? decidingAnswers(danger, knowledge) : inSpeech(named, danger.answers, knowledge);
    const isNewCrisis = needsCrisisText(danger) && before.assessment?.summary.helpLine !== true;
    const advice = [...help, ...(isNewCrisis ? [crisisCallout(contact)] : []), ...run.advice];
    await showDocument(besideAdviceDocument(advice, [...ticks, ...facts]), ctx, flags, wishes);
  } else {
    await showResult({ ctx, flags, knowledge, contact, wishes, dayStart }, danger, [
      ...help,
      ...standingOver(danger, run),
    ]);
  }
  const failure = before.problem ?? (await keepDanger(ctx, danger, knowledge, before)) ?? problem;
  if (failure !== undefined) throw failure;
  await (await ctx.record()).append('log', body);
  return exitCodes.answered;
}

function viewOf(
  run: LogRun,
  entry: SavedEntry,
  isAboutPast: boolean,
  concerns: LogView['concerns'],
): LogView {
  const { ctx, contact, help, advice, before, flags, dayStart } = run;
  const last = newestLog(before.entries.filter(({ usual, at }) => usual !== undefined && at <= entry.at));
  const days = last === undefined ? 0 : daysBetween(last, entry, dayStart);
  const beside = besideOf(before, ctx.clock.now());
  // What to do, and how to reach help, is said again where nobody helps by now.
  const isOld = beside === 'old-advice' && concerns.length > 0;
  return {
    contact,
    version: ctx.version,
    entry,
    when: isAboutPast ? timeInWords(entry) : undefined,
    last: last === undefined ? undefined : { entry: last, when: lastInWords(days) },
    concerns,
    help,
    advice: isOld ? advice : shortAdvice(advice),
    beside,
    isQuiet: flags.quiet === true,
    isKept: true,
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
  { assessment, mayBeLost }: KnownBefore,
  contact: Contact,
  { clock }: Context,
  dayStart: number,
): readonly Block[] {
  const moment = (at: number) => ({ at, offsetMinutes: clock.offsetMinutes(at) });
  const summary = assessment?.summary;
  const daysAgo = summary === undefined ? 0 : daysBetween(moment(summary.at), moment(clock.now()), dayStart);
  return adviceNow({ summary, daysAgo, mayBeLost }, contact);
}

function isSaid(value: LogFlags[keyof LogFlags]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

function onlyTimeGiven(at: string): InputError {
  return new InputError('--at says when, and nothing says how it was.', {
    next: `Say that too: backcare log 4 --at ${JSON.stringify(at)}`,
  });
}

function nothingGiven(): InputError {
  return new InputError('There is nothing to keep, and nobody to ask.', {
    reason: 'Standard input is not a terminal, or a format or --no-input was asked for.',
    next: 'Say how it is: backcare log 4 --worst 7',
  });
}
