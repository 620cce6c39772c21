import type { Context } from '../../context.ts';
import { type CheckInView, checkInBeside, checkInDocument } from '../../documents/check-in-document.ts';
import type { Block } from '../../documents/document.ts';
import { linesOf } from '../../documents/document-lines.ts';
import type { LogView } from '../../documents/log-view.ts';
import { dayInWords } from '../../engine/instant.ts';
import { assessmentLifetimeMilliseconds, permission } from '../../engine/permissions.ts';
import {
  type CheckInBody,
  checkInKind,
  isWorseAtCheckIn,
  savedCheckIn,
  worseAtCheckIn,
} from '../../engine/recovery/check-in.ts';
import { nextCheckInDay } from '../../engine/recovery/check-in-days.ts';
import { numberAnswer } from '../../engine/recovery/recovery-facts.ts';
import { exitCodes, InputError, RecordError } from '../../errors.ts';
import { renderDocument } from '../../render/render.ts';
import { runLog } from '../log/run.ts';
import { tolerantPreferences } from '../preferences.ts';
import { themeOf } from '../presentation.ts';
import { lastAssessment } from '../standing.ts';
import { askCheckIn } from './ask-check-in.ts';
import {
  answerFlags,
  type CheckInFlags,
  changeFrom,
  changeOf,
  type GivenCheckIn,
  hasEntry,
  hasNamedSigns,
  logFlagsOf,
  signsOf,
} from './check-in-flags.ts';
import { keep, writePlanJson } from './keep.ts';
import { openPlan, type RecoveryRun, recoveryWorld } from './open-plan.ts';

/** Danger signs in short, pain, what it stops, how it is on the whole: kept as an entry and beside it. Gives the exit code. */
export async function runCheckIn(flags: CheckInFlags, ctx: Context): Promise<number> {
  // What a danger sign means comes before anything that a record says, or cannot say, and before a slip of the finger.
  if (hasNamedSigns(flags)) return checkInWithSigns(flags, ctx);
  const { change: typed, ...others } = flags;
  const change = changeOf(changeFrom(typed));
  const isGiven = answerFlags.some((name) => flags[name] !== undefined);
  const given: GivenCheckIn = { ...others, ...change };
  const whenClosed = isGiven ? (closed: RecoveryRun) => keepBeside(closed, given) : undefined;
  const run = await openPlan(recoveryWorld(flags, ctx), undefined, whenClosed).catch(
    async (error: unknown) => {
      // What the numbers mean needs no record. JSON has had its one answer by then.
      if (error instanceof RecordError && hasEntry(given) && flags.json !== true)
        await runLog(given.usual, logFlagsOf(flags), ctx);
      throw error;
    },
  );
  if (run === undefined) return exitCodes.answered;
  if (!isGiven && !run.canAsk) throw nothingSaid();
  const said = isGiven ? given : await askCheckIn(run);
  const entry = await keepEntry(run, said);
  // Danger comes before any plan: what to do was shown and kept.
  if (entry === 'danger') return exitCodes.answered;
  if (entry === undefined && said.change === undefined) return tell(run, nothingKept(run));
  const { run: after, view } = await keepCheckIn(run, said, entry);
  // Who gave flags is asked nothing.
  return isGiven ? tell(after, view) : tellAndAsk(after, view);
}

/** The entry says what the signs mean, at every standing; how it is on the whole is kept with it. */
async function checkInWithSigns(flags: CheckInFlags, ctx: Context): Promise<number> {
  const exitCode = await runLog(flags.usual, logFlagsOf(flags), ctx);
  const change = changeOf(changeFrom(flags.change));
  const { standing } = await lastAssessment(ctx, tolerantPreferences(ctx).preferences);
  if (standing === 'cleared' || change.change !== undefined)
    await keepAlone(ctx, { ...change, signs: 'some', told: [worseAtCheckIn] });
  return exitCode;
}

/** A check-in beside the newest entry, which has said what there was to say. */
async function keepAlone(ctx: Context, body: Omit<CheckInBody, 'items' | 'entry'>): Promise<void> {
  const record = await ctx.record();
  const entry = await record.newest('log');
  await record.append(checkInKind, {
    items: 1,
    ...(entry === undefined ? {} : { entry: entry.id }),
    ...body,
  } satisfies CheckInBody);
}

/** Where there is no plan, what was said is kept all the same. */
async function keepBeside(run: RecoveryRun, said: GivenCheckIn): Promise<readonly Block[] | undefined> {
  const entry = await keepEntry(run, said);
  if (entry === 'danger') return undefined;
  const { view } = await keepCheckIn(run, said, entry);
  const isGrave = permission(run.kept.body.standing, 'plans') !== 'ask-for-diagnose';
  return checkInBeside(view, isGrave ? 'advice' : 'nothing');
}

interface KeptEntry {
  readonly view: LogView;
  readonly id: string;
}

/** What of a check-in is an entry. Undefined when nothing is; `danger` when that was shown, and kept with the rest. */
async function keepEntry(
  { flags, ctx }: RecoveryRun,
  said: GivenCheckIn,
): Promise<KeptEntry | 'danger' | undefined> {
  if (!hasEntry(said)) return undefined;
  let kept: KeptEntry | undefined;
  await runLog(said.usual, logFlagsOf({ ...flags, ...said }), ctx, async (view, id) => {
    kept = { view, id };
  });
  if (kept === undefined && said.change !== undefined)
    await keepAlone(ctx, { change: said.change, signs: signsOf(said) });
  return kept ?? 'danger';
}

async function keepCheckIn(
  run: RecoveryRun,
  said: GivenCheckIn,
  entry: KeptEntry | undefined,
): Promise<{ readonly run: RecoveryRun; readonly view: CheckInView }> {
  const { events, body: today, facts } = run.kept;
  const { change } = said;
  const usual = entry?.view.entry.usual;
  const signs = signsOf(said);
  const before = events
    .filter(({ kind, at }) => kind === checkInKind && Date.parse(at) > (today.summary?.at ?? 0))
    .flatMap((event) => savedCheckIn(event) ?? []);
  const isWorse = isWorseAtCheckIn(
    { ...(usual === undefined ? {} : { usual }), ...changeOf(change) },
    before,
    numberAnswer(facts.assessment.answers, 'pain-average'),
  );
  const asksAgain = isWorse || signs === 'some';
  const after = await keep(run, checkInKind, {
    items: 1,
    ...(entry === undefined ? {} : { entry: entry.id }),
    ...(usual === undefined ? {} : { usual }),
    ...changeOf(change),
    signs,
    ...(asksAgain ? { told: [worseAtCheckIn] } : {}),
  } satisfies CheckInBody);
  const view = {
    contact: run.contact,
    entry: entry?.view.entry,
    concerns: entry?.view.concerns ?? [],
    change,
    signs,
    isWorse,
    next: nextDay(run),
  };
  return { run: after, view };
}

const hour = 60 * 60 * 1000;

/** Day of the next one in words; where the check is too old by then, the day on which a new one is due. */
function nextDay({ ctx, preferences: { dayStart }, kept: { body } }: RecoveryRun): string {
  const next = Math.min(nextCheckInDay(body.daysAgo), assessmentLifetimeMilliseconds / (24 * hour));
  const hours = (next - body.daysAgo) * 24 - dayStart;
  return dayInWords(body.now + hours * hour, ctx.clock.offsetMinutes(body.now));
}

async function tell(run: RecoveryRun, view: CheckInView): Promise<number> {
  const page = checkInDocument(view);
  if (run.flags.json === true)
    await writePlanJson(run, linesOf(page.blocks.filter(({ kind }) => kind !== 'next')));
  else await run.show(page);
  return exitCodes.answered;
}

/** Where it is worse, somebody at the keyboard goes on to all of the danger signs with one key. */
async function tellAndAsk(run: RecoveryRun, view: CheckInView): Promise<number> {
  if (!view.isWorse && view.signs !== 'some') return tell(run, view);
  const { ctx, flags, wishes } = run;
  const page = checkInDocument(view);
  const blocks = page.blocks.filter(({ kind }) => kind !== 'next');
  const chosen = await (await run.prompter()).choose({
    text: await renderDocument({ ...page, blocks }, { format: 'text', theme: themeOf(ctx, wishes, 'error') }),
    message: '',
    choices: [
      { key: 'c', value: 'check', label: 'check all danger signs now' },
      { key: 'q', value: 'leave', label: 'leave' },
    ],
    initial: 'check',
  });
  if (chosen === 'check') return (await import('../diagnose/run.ts')).runDiagnose(flags, ctx);
  await run.show(page);
  return exitCodes.answered;
}

/** Everything was left open: the check-in still waits. */
function nothingKept({ contact }: RecoveryRun): CheckInView {
  const nothing = { entry: undefined, concerns: [], change: undefined, isWorse: false, next: undefined };
  return { contact, ...nothing, signs: 'not-answered' };
}

function nothingSaid(): InputError {
  return new InputError('There is nothing to keep, and nobody to ask.', {
    reason: 'Standard input is not a terminal, or a format or --no-input was asked for.',
    next: 'Say how it is: backcare recovery check-in --signs none --usual 4 --change a-little-better',
  });
}
