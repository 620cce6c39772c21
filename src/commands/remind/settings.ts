import { joined, rangeInWords, remindCommands, windowsInWords } from '../../documents/remind-words.ts';
import { isQuiet } from '../../engine/reminders/quiet.ts';
import { readDateRanges } from '../../engine/reminders/read-days.ts';
import { readWindows } from '../../engine/reminders/read-windows.ts';
import { reminderKinds, type SettingsBody } from '../../engine/reminders/reminder-events.ts';
import { dateOfDay, dayOfWall, minutesOfDay, wallOf } from '../../engine/reminders/wall-time.ts';
import { exitCodes, InputError } from '../../errors.ts';
import type { RemindContext } from '../../reminder-delivery.ts';
import type { GlobalFlags } from '../flags.ts';
import { nearest } from '../nearest.ts';
import { answerRemind, anyReminders, type RemindRun, reread } from './open-reminders.ts';
import { remindWorld } from './remind-world.ts';

/** Hours without any reminder. Gives the exit code. */
export async function runQuietHours(
  typed: string | undefined,
  flags: GlobalFlags,
  ctx: RemindContext,
): Promise<number> {
  const run = await anyReminders(remindWorld(flags, ctx));
  if (typed === undefined) return told(run, quietInWords(run));
  const word = typed.trim().toLowerCase();
  const { quiet: _, ...others } = settingsOf(run);
  if (word === 'usual') return kept(run, others, quietInWords);
  if (word === 'none') return kept(run, { ...others, quiet: [] }, quietInWords);
  const reading = readWindows(typed);
  if (reading.kind === 'refused')
    throw new InputError(`Quiet hours cannot be ${JSON.stringify(typed)}.`, {
      reason: reading.why,
      next: 'For example: backcare remind quiet-hours 22:00-07:00. Or: none, usual',
    });
  return kept(run, { ...others, quiet: reading.value }, quietInWords, wholeDayNote);
}

/** Said of hours that leave no minute of a day. */
function wholeDayNote({ kept: { quiet } }: RemindRun): readonly string[] {
  const isWhole = Array.from({ length: minutesOfDay }, (_, wall) => isQuiet(wall, quiet)).every(Boolean);
  return isWhole ? ['That is the whole day, so no reminder comes. To take it back: backcare undo'] : [];
}

/** Days without any reminder, such as a holiday. Gives the exit code. */
export async function runDaysOff(
  typed: string | undefined,
  flags: GlobalFlags,
  ctx: RemindContext,
): Promise<number> {
  const run = await anyReminders(remindWorld(flags, ctx));
  if (typed === undefined) return told(run, daysOffInWords(run));
  const { daysOff: _, ...others } = settingsOf(run);
  if (typed.trim().toLowerCase() === 'none') return kept(run, others, daysOffInWords);
  const reading = readDateRanges(typed);
  if (reading.kind === 'refused')
    throw new InputError(`Days off cannot be ${JSON.stringify(typed)}.`, {
      reason: reading.why,
      next: 'For example: backcare remind days-off 2026-12-24..2027-01-02. Or: none',
    });
  return kept(run, { ...others, daysOff: reading.value }, daysOffInWords, pastNote);
}

/** Said of days off that are over. */
function pastNote({ kept: { history, now, offsetMinutes } }: RemindRun): readonly string[] {
  const today = dateOfDay(dayOfWall(wallOf(now, offsetMinutes)));
  const past = history.settings.daysOff.filter(({ until }) => until < today);
  return past.length === 0 ? [] : [`Over already: ${joined(past.map(rangeInWords))}.`];
}

/** What a locked screen may show. Gives the exit code. */
export async function runWords(
  typed: string | undefined,
  flags: GlobalFlags,
  ctx: RemindContext,
): Promise<number> {
  const run = await anyReminders(remindWorld(flags, ctx));
  if (typed === undefined) return told(run, wordsInWords(run));
  const word = typed.trim().toLowerCase();
  if (word !== 'open' && word !== 'discreet') {
    const near = nearest(word, ['open', 'discreet']);
    throw new InputError(`Words cannot be ${JSON.stringify(typed)}.`, {
      reason: `${near === undefined ? '' : `Did you mean "${near}"? `}They are discreet, or open: then a locked screen shows what it is about.`,
      next: 'For example: backcare remind words open',
    });
  }
  const { openWords: _, ...others } = settingsOf(run);
  return kept(run, { ...others, ...(word === 'open' ? { openWords: true } : {}) }, wordsInWords);
}

function settingsOf({ kept: { history } }: RemindRun): SettingsBody {
  const { quiet, daysOff, openWords } = history.settings;
  return {
    ...(quiet === undefined ? {} : { quiet }),
    ...(daysOff.length === 0 ? {} : { daysOff }),
    ...(openWords ? { openWords } : {}),
  };
}

async function kept(
  run: RemindRun,
  body: SettingsBody,
  says: (run: RemindRun) => string,
  notes: (run: RemindRun) => readonly string[] = () => [],
): Promise<number> {
  await (await run.ctx.record()).append(reminderKinds.settings, body);
  const after = await reread(run);
  await answerRemind(after, [says(after), ...notes(after)], [remindCommands.list, remindCommands.undo]);
  return exitCodes.answered;
}

async function told(run: RemindRun, says: string): Promise<number> {
  await answerRemind(run, [says], [remindCommands.list]);
  return exitCodes.answered;
}

function quietInWords({ kept: { quiet } }: RemindRun): string {
  return quiet.length === 0 ? 'No hours are quiet.' : `Quiet hours: ${windowsInWords(quiet)}.`;
}

function daysOffInWords({ kept: { history } }: RemindRun): string {
  const { daysOff } = history.settings;
  return daysOff.length === 0 ? 'No days off are set.' : `Days off: ${joined(daysOff.map(rangeInWords))}.`;
}

function wordsInWords({ kept: { history } }: RemindRun): string {
  return history.settings.openWords
    ? 'A locked screen may show what a reminder is about.'
    : 'On a desktop, words are discreet: nobody else reads what it is about.';
}
