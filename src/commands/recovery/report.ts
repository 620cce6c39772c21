import type { Context, Preferences } from '../../context.ts';
import { usualPracticeGoal } from '../../data/progress.ts';
import { checklistItems } from '../../data/recovery/items.ts';
import { remedies } from '../../data/remedies.ts';
import { adviceNow, shortAdvice } from '../../documents/last-advice.ts';
import { signsLines, signsSheet } from '../../documents/relief-document.ts';
import { isOnSheet } from '../../documents/report-lines.ts';
import { reportPartRows, reportPreview } from '../../documents/report-preview.ts';
import type { ReportView } from '../../documents/report-view.ts';
import { personDay, startOfPersonDay } from '../../engine/log/person-day.ts';
import { checkInKind } from '../../engine/recovery/check-in.ts';
import { recoveryKinds } from '../../engine/recovery/recovery-events.ts';
import { type ReportEvent, type ReportFacts, reportFacts } from '../../engine/report/report-facts.ts';
import { type ReportPart, reportParts } from '../../engine/report/report-parts.ts';
import { exitCodes, InputError, RecordError } from '../../errors.ts';
import { contactFor } from '../contact.ts';
import { productKnowledge } from '../knowledge.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import { lastAssessment } from '../standing.ts';
import { savedAnswers } from '../stretch/stretch-record.ts';
import { oneOf } from './recovery-flags.ts';
import { type DayRange, reportRange } from './report-range.ts';
import { type ReportFlags, type ReportRun, withoutLeft, writeSheet } from './report-sheet.ts';

/** A sheet for a clinician. Nothing of it is written before it was shown. Gives the exit code. */
export async function runReport(flags: ReportFlags, ctx: Context): Promise<number> {
  const { preferences, problem } = tolerantPreferences(ctx);
  if (problem !== undefined) sayProblem(ctx, problem);
  const { dayStart } = preferences;
  const dayOf = (at: number) => personDay({ at, offsetMinutes: ctx.clock.offsetMinutes(at) }, dayStart);
  const range = reportRange(flags, ctx, dayOf);
  const left = partsLeftOut(flags.redact);
  const wishes = wishesOf(flags, preferences);
  await sayAdvice(flags, ctx, preferences);
  const at = ctx.clock.now();
  const facts = await factsOrSigns(flags, ctx, preferences, () => factsOf(ctx, range, dayStart));
  const whole: ReportView = {
    facts,
    knowledge: productKnowledge(),
    items: new Map(checklistItems.map(({ id, text }) => [id, text])),
    remedies: new Map(remedies.map(({ id, name }) => [id, name])),
    at,
    offsetMinutes: ctx.clock.offsetMinutes(at),
    version: ctx.version,
  };
  const run: ReportRun = { ctx, flags, wishes, whole };
  if (reportPartRows(whole, left).length === 0) {
    ctx.io.err('Nothing is noted in this time, so there is no sheet. Another time: --from 2026-01-01\n');
    return exitCodes.answered;
  }
  if (flags.preview === true && flags.json !== true) {
    await showDocument(reportPreview(whole, withoutLeft(whole, left), left), ctx, flags, wishes);
    return exitCodes.answered;
  }
  if (flags.yes === true || flags.preview === true) return writeSheet(run, left);
  if (!canAsk(flags, ctx)) throw notShownYet();
  return (await import('./report-ask.ts')).askAndWrite(run, left);
}

/** Advice that still stands is for the person, not for the file. */
async function sayAdvice(flags: ReportFlags, ctx: Context, preferences: Preferences): Promise<void> {
  const advice = adviceNow(await lastAssessment(ctx, preferences), contactFor(ctx, flags, preferences));
  const { linesOf } = await import('../../documents/document-lines.ts');
  for (const line of linesOf(shortAdvice(advice))) ctx.io.err(`${line}\n`);
}

/** A record that cannot be read stands before no danger sign: those come first, then the failure. */
async function factsOrSigns(
  flags: ReportFlags,
  ctx: Context,
  preferences: Preferences,
  facts: () => Promise<ReportFacts>,
): Promise<ReportFacts> {
  try {
    return await facts();
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    const contact = contactFor(ctx, flags, preferences);
    if (flags.json === true) {
      const { noReportJson } = await import('../../documents/report-json.ts');
      ctx.io.out(`${JSON.stringify(noReportJson(signsLines(contact), ctx.version), null, 2)}\n`);
    } else await showDocument(signsSheet(contact), ctx, flags, wishesOf(flags, preferences));
    throw error;
  }
}

async function factsOf(ctx: Context, range: DayRange, dayStart: number): Promise<ReportFacts> {
  const record = await ctx.record();
  // The person's days may begin a day before those of Greenwich.
  const from = startOfPersonDay(range.from - 1);
  const kinds = ['log', 'practice', 'assessment', checkInKind, ...Object.values(recoveryKinds)];
  const events = await record.since(kinds, from);
  const newest = await record.newest('assessment');
  const knowledge = productKnowledge();
  const readAnswers = (event: ReportEvent) =>
    Object.fromEntries(
      Object.entries(savedAnswers({ zone: '', ...event })).filter(
        ([id, answer]) => answer !== undefined && isOnSheet(id, answer, knowledge.question(id)),
      ),
    );
  return reportFacts(events, newest, { ...range, dayStart, goal: usualPracticeGoal.daysAWeek }, readAnswers);
}

/** The file may go elsewhere: what counts is that somebody sees the questions and can answer them. */
function canAsk({ json, input }: ReportFlags, { io }: Context): boolean {
  return io.inputIsTerminal && io.errorIsTerminal && json !== true && input !== false;
}

function partsLeftOut(text: string | undefined): ReadonlySet<ReportPart> {
  const words = (text ?? '').split(',').filter((word) => word.trim() !== '');
  if (text !== undefined && words.length === 0)
    throw new InputError('--redact is empty.', { next: 'For example: --redact notes,sensitive' });
  return new Set(
    words.map((word) =>
      oneOf(word, reportParts, {
        what: 'no part of the sheet',
        example: 'backcare recovery report --redact notes,sensitive',
      }),
    ),
  );
}

function notShownYet(): InputError {
  return new InputError('The sheet was not shown yet, so it is not written.', {
    reason: 'It holds what you noted about your health, and there is no keyboard here to ask at.',
    next: 'Look first with --preview, leave parts out with --redact notes,sensitive, then add --yes.',
  });
}
