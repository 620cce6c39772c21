import type { Context, Preferences } from '../../context.ts';
import type { Block, Document } from '../../documents/document.ts';
import type { DayGlance, TodayView } from '../../documents/today-view.ts';
import { waysIn, welcomeDocument, welcomeSheet } from '../../documents/welcome-document.ts';
import { permission } from '../../engine/permissions.ts';
import { exitCodes } from '../../errors.ts';
import { renderDocument } from '../../render/render.ts';
import { contactFor } from '../contact.ts';
import { isConversation } from '../conversation.ts';
import type { GlobalFlags } from '../flags.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, themeOf, wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import { type LastAssessment, lastAssessment } from '../standing.ts';
import { numberFirst } from '../stress-plan/number-first.ts';
import { checkInDueToday } from './check-in-due.ts';
import { type DayEvents, dayEventsIn, daySearches, noEvents } from './day-events.ts';

/** Where a first choice leads. Each gives its exit code. */
export interface TodayCommands {
  relief(): Promise<number>;
  diagnose(): Promise<number>;
  stretch(): Promise<number>;
}

/** What bare `backcare` shows: a welcome with three ways in, or, once there is an assessment, where things stand. */
export async function runToday(flags: GlobalFlags, ctx: Context, commands: TodayCommands): Promise<number> {
  const { preferences, problem } = tolerantPreferences(ctx);
  if (problem !== undefined) sayProblem(ctx, problem);
  const wishes = wishesOf(flags, preferences);
  const contact = contactFor(ctx, flags, preferences);
  let events: DayEvents | undefined;
  const last = await lastAssessment(ctx, preferences, async (record) => {
    // One walk for all that this page tells.
    const searches = [{ kinds: ['assessment'], most: 1 }, ...daySearches(ctx.clock.now())];
    const [assessments = [], ...found] = await record.sinceEach(searches);
    events = dayEventsIn(found);
    return assessments[0];
  });
  const day = await dayOf(ctx, preferences, last, events);
  const view: TodayView = { ...last, contact, day };
  const first = await numberFirst(ctx, contact);
  const withFirst = (document: Document) => ({ ...document, blocks: [...first, ...document.blocks] });
  const show = (document: Document) => showDocument(withFirst(document), ctx, flags, wishes);

  if (flags.json === true) {
    ctx.io.out(await todayJsonText(view, first, ctx));
    return exitCodes.answered;
  }
  if (last.summary !== undefined || day !== undefined || last.mayBeLost) {
    const { todayDocument } = await import('../../documents/today-document.ts');
    await show(todayDocument(view));
    return exitCodes.answered;
  }
  if (!isConversation(flags, ctx)) {
    await show(welcomeSheet(contact));
    return exitCodes.answered;
  }
  const theme = themeOf(ctx, wishes, 'error');
  const prompter = await ctx.prompter(wishes);
  const chosen = await prompter.choose({
    text: await renderDocument(withFirst(welcomeDocument(contact)), { format: 'text', theme }),
    message: '',
    choices: [
      ...waysIn.map(({ id, label }, index) => ({ key: String(index + 1), value: id, label })),
      { key: 'q', value: 'leave', label: 'Leave' },
    ],
  });
  if (chosen === 'relief') return commands.relief();
  if (chosen === 'diagnose') return commands.diagnose();
  if (chosen === 'stretch') return commands.stretch();
  return exitCodes.answered;
}

/** What the record says of the day. Nothing is loaded of what it does not have: plans, reminders. */
async function dayOf(
  ctx: Context,
  preferences: Preferences,
  last: LastAssessment,
  found: DayEvents | undefined,
): Promise<DayGlance | undefined> {
  const { standing, answeredBy } = last;
  const checkIn = await checkInDueToday(ctx, preferences, last);
  const events = found ?? (checkIn === undefined ? undefined : noEvents);
  if (events === undefined) return undefined;
  const { dayGlance } = await import('./day-glance.ts');
  const isPlanShown = events.hasPlan && permission(standing, 'plans') === 'yes';
  const plan = isPlanShown
    ? await (await import('./plan-glance.ts')).planGlanceToday(ctx, preferences)
    : undefined;
  const isStressShown = events.hasStressPlan && permission(standing, 'plans') === 'yes';
  const stress = isStressShown
    ? await (await import('./stress-glance.ts')).stressGlanceToday(ctx, preferences)
    : undefined;
  const isReminderShown = events.hasReminders && permission(standing, 'reminders') === 'yes';
  const reminder = isReminderShown
    ? await (await import('./reminder-glance.ts')).reminderGlance(ctx, preferences)
    : undefined;
  return { ...dayGlance(events, ctx, preferences, answeredBy), plan, stress, reminder, checkIn };
}

async function todayJsonText(view: TodayView, first: readonly Block[], ctx: Context): Promise<string> {
  const { todayJson } = await import('../../documents/today-json.ts');
  return `${JSON.stringify(todayJson({ ...view, first, version: ctx.version }), null, 2)}\n`;
}
