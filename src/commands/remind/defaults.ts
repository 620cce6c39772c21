import type { Context } from '../../context.ts';
import type { Schedule, SchedulePlan } from '../../data/reminder-schema.ts';
import { reminderTables } from '../../data/reminder-tables.ts';
import { hasArticle, plansDocument } from '../../documents/remind-defaults.ts';
import { scheduleRow } from '../../documents/remind-document.ts';
import { remindCommands } from '../../documents/remind-words.ts';
import { type ReadySchedules, readySchedules } from '../../engine/reminders/ready-schedules.ts';
import type { ScheduleBody } from '../../engine/reminders/reminder-events.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { renderDocument } from '../../render/render.ts';
import type { GlobalFlags } from '../flags.ts';
import { themeOf } from '../presentation.ts';
import { keptPlan } from '../recovery/kept-plan.ts';
import { keepTogether } from './keep-together.ts';
import { answerRemind, openReminders, type RemindRun, reread } from './open-reminders.ts';
import { remindWorld } from './remind-world.ts';

const choices = ['few', 'whole', 'article'] as const;
type Choice = (typeof choices)[number];

/** Ready reminders in one step: a few, or the whole plan. Gives the exit code. */
export async function runDefaults(
  typed: string | undefined,
  flags: GlobalFlags,
  ctx: Context,
): Promise<number> {
  const named = typed === undefined ? undefined : choiceFrom(typed);
  const run = await openReminders(remindWorld(flags, ctx));
  if (run === undefined) return exitCodes.answered;
  const offer = await offerFor(run);
  if (named === undefined && !run.canAsk) {
    await answerRemind(
      run,
      [],
      choices
        .filter((choice) => choice !== 'article' || hasArticle(offer))
        .map((choice) => `${remindCommands.defaults} ${choice}`),
      plansDocument(offer, reminderTables.about).blocks,
    );
    return exitCodes.answered;
  }
  const choice = named ?? (await ask(run, offer));
  if (choice === undefined) {
    await answerRemind(
      run,
      ['Nothing was set. You can come back to it at any time.'],
      [remindCommands.defaults],
    );
    return exitCodes.answered;
  }
  await keepPlan(run, offer, choice);
  return exitCodes.answered;
}

/** Fit for the plan of the person, begun or not, and for its day. */
async function offerFor({ ctx, preferences }: RemindRun): Promise<ReadySchedules> {
  const { facts, today } = await keptPlan(ctx, preferences);
  return readySchedules(reminderTables, {
    track: today.plan.track.id,
    day: today.now.day,
    today: facts.today,
    ...today.report,
  });
}

async function ask(run: RemindRun, offer: ReadySchedules): Promise<Choice | undefined> {
  const theme = themeOf(run.ctx, run.wishes, 'error');
  const chosen = await (await run.prompter()).choose({
    text: await renderDocument(plansDocument(offer, reminderTables.about), { format: 'text', theme }),
    message: '',
    choices: [
      { key: 'f', value: 'few', label: 'a few' },
      { key: 'w', value: 'whole', label: 'the whole plan' },
      ...(hasArticle(offer) ? [{ key: 'a', value: 'article', label: "the article's" }] : []),
      { key: 'q', value: 'leave', label: 'none' },
    ],
    initial: 'few',
  });
  return choices.find((each) => each === chosen);
}

/** The plan of that name. Throws `InputError` where it does not fit this person. */
function planOf(offer: ReadySchedules, choice: Choice): SchedulePlan {
  const plan = offer[choice];
  if (plan !== undefined) return plan;
  throw new InputError('The plan of the article does not fit yours now.', {
    reason: 'Its five stretches a day are too early, or left out, for what your answers fit.',
    next: `What does fit: ${remindCommands.defaults} whole`,
  });
}

/** What a ready plan had set before goes, where the new one does not have it; the person's own stay as they are. */
async function keepPlan(run: RemindRun, offer: ReadySchedules, choice: Choice): Promise<void> {
  const { schedules } = run.kept.history;
  const plan = planOf(offer, choice);
  const wanted = new Map(plan.schedules.map((schedule) => [schedule.id, schedule]));
  const ready = [reminderTables.few, reminderTables.article, ...reminderTables.plans].flatMap(
    (each) => each.schedules,
  );
  const isReady = ({ since: _, ...schedule }: (typeof schedules)[number]) =>
    ready.some((each) => isSame(each, schedule));
  const gone = schedules.filter((schedule) => isReady(schedule) && !wanted.has(schedule.id));
  const own = schedules.filter((schedule) => {
    const { since: _, ...each } = schedule;
    const ready = wanted.get(schedule.id);
    return ready !== undefined && !isReady(schedule) && !isSame(each, ready);
  });
  const added = plan.schedules.filter(
    (schedule) =>
      !own.some(({ id }) => id === schedule.id) &&
      !schedules.some(({ since: _, ...each }) => isSame(each, schedule)),
  );
  await keepTogether(await run.ctx.record(), [
    ...gone.map(({ id }): ScheduleBody => ({ removed: id })),
    ...added.map((schedule): ScheduleBody => ({ schedule })),
  ]);
  const after = await reread(run);
  const isChanged = gone.length + added.length > 0;
  await answerRemind(
    after,
    [
      isChanged ? `Set: ${plan.name.toLowerCase()}.` : 'It is set like this already.',
      ...(own.length === 0 ? [] : [`Left as you have it: ${own.map(({ id }) => id).join(', ')}.`]),
    ],
    [remindCommands.install, remindCommands.list, remindCommands.undo],
    [{ kind: 'rows', rows: after.kept.history.schedules.map(scheduleRow) }],
  );
}

function isSame(one: Schedule, other: Schedule): boolean {
  const text = (schedule: Schedule) =>
    JSON.stringify(Object.entries(schedule).sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(one) === text(other);
}

function choiceFrom(typed: string): Choice {
  const word = typed.trim().toLowerCase();
  const found = choices.find((each) => each === word);
  if (found !== undefined) return found;
  throw new InputError(`There is no ready plan ${JSON.stringify(typed)}.`, {
    reason: 'There are three: few, whole, and article.',
    next: `For example: ${remindCommands.defaults} few`,
  });
}
