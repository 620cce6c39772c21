import type { Context, PresentationWishes } from '../../context.ts';
import { usualPracticeGoal } from '../../data/progress.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Block } from '../../documents/document.ts';
import { daysAgoInWords, lastAdvice, shortAdvice } from '../../documents/last-advice.ts';
import { progressDocument } from '../../documents/progress-document.ts';
import { parseDuration } from '../../engine/duration.ts';
import { instantWithOffset } from '../../engine/instant.ts';
import { personDay } from '../../engine/log/person-day.ts';
import { readTime } from '../../engine/log/read-time.ts';
import { tallyDays } from '../../engine/progress/day-tally.ts';
import { type Progress, progressOf } from '../../engine/progress/progress.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { safeText } from '../../render/safe-text.ts';
import { contactFor } from '../contact.ts';
import type { GlobalFlags } from '../flags.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import { lastAssessment } from '../standing.ts';

export interface ProgressFlags extends GlobalFlags {
  readonly since?: string;
  readonly csv?: boolean;
}

/** How it goes over time, from every event of the record; gives the exit code. */
export async function runProgress(flags: ProgressFlags, ctx: Context): Promise<number> {
  const { preferences, problem } = tolerantPreferences(ctx);
  if (problem !== undefined) sayProblem(ctx, problem);
  const { dayStart } = preferences;
  const now = ctx.clock.now();
  const dayOf = (at: number) => personDay({ at, offsetMinutes: ctx.clock.offsetMinutes(at) }, dayStart);
  const since = flags.since === undefined ? undefined : sinceOf(flags.since, ctx);
  const wishes = wishesOf(flags, preferences);
  const contact = contactFor(ctx, flags, preferences);
  // The advice is read by itself: it must come even when the rest cannot.
  const { summary, daysAgo } = await lastAssessment(ctx, preferences);
  const advice =
    summary === undefined ? [] : shortAdvice(lastAdvice(summary, contact, daysAgoInWords(daysAgo)));
  if (flags.csv === true) return writeCsv(ctx, since ?? Number.NEGATIVE_INFINITY, advice);

  const events = await (await ctx.record()).events();
  const progress = progressOf({
    tallied: tallyDays(events, dayStart),
    from: since === undefined ? undefined : since === Number.NEGATIVE_INFINITY ? 0 : dayOf(since),
    today: dayOf(now),
    goal: usualPracticeGoal.daysAWeek,
  });
  await show({ progress, advice, contact, wishes, flags, ctx });
  return exitCodes.answered;
}

interface Shown {
  readonly progress: Progress;
  readonly advice: readonly Block[];
  readonly contact: Contact;
  readonly wishes: PresentationWishes;
  readonly flags: ProgressFlags;
  readonly ctx: Context;
}

async function show({ progress, advice, contact, wishes, flags, ctx }: Shown): Promise<void> {
  const now = ctx.clock.now();
  const at = instantWithOffset(now, ctx.clock.offsetMinutes(now));
  if (flags.json === true) {
    const { progressJson } = await import('../../documents/progress-json.ts');
    const json = progressJson({ progress, contact, advice, version: ctx.version, at });
    ctx.io.out(`${JSON.stringify(json, undefined, 2)}\n`);
    return;
  }
  const isSheet = flags.format === 'markdown' || flags.format === 'html';
  const sheet = isSheet ? { version: ctx.version, made: at.slice(0, 16).replace('T', ' ') } : undefined;
  await showDocument(progressDocument({ progress, advice, sheet }), ctx, flags, wishes);
}

/** The table goes to a file: what must be said goes to the person. */
async function writeCsv(ctx: Context, from: number, advice: readonly Block[]): Promise<number> {
  const [{ progressCsv }, { linesOf }] = await Promise.all([
    import('../../documents/progress-csv.ts'),
    import('../../documents/document-lines.ts'),
  ]);
  for (const line of linesOf(advice)) ctx.io.err(`${line}\n`);
  const events = await (await ctx.record()).events();
  let page = '';
  for (const line of progressCsv(events, from, safeText)) {
    page += line;
    if (page.length < 65_536) continue;
    ctx.io.out(page);
    page = '';
  }
  ctx.io.out(page);
  return exitCodes.answered;
}

/** "all", "6 weeks", or a time as an entry takes it. Milliseconds since 1970; minus infinity for all. */
function sinceOf(text: string, { clock }: Context): number {
  if (text.trim().toLowerCase() === 'all') return Number.NEGATIVE_INFINITY;
  const read = readTime(text, { now: clock.now(), offsetMinutes: (at) => clock.offsetMinutes(at) });
  if (read.kind === 'time') return read.at;
  const days = read.kind === 'unknown' ? parseDuration(text) : undefined;
  if (days !== undefined) return clock.now() - days * 24 * 60 * 60 * 1000;
  throw new InputError(`--since cannot be ${JSON.stringify(text)}.`, {
    reason: read.kind === 'future' ? 'That is still to come.' : 'It is a date, a length of time, or all.',
    next: 'For example: --since 2026-10-01, --since "6 weeks", --since all',
  });
}
