import type { Context } from '../../context.ts';
import { activitiesDocument } from '../../documents/log-document.ts';
import {
  longestActivity,
  mostActivities,
  sameActivity,
  savedActivities,
} from '../../engine/log/own-activities.ts';
import { exitCodes, InputError } from '../../errors.ts';
import type { GlobalFlags } from '../flags.ts';
import { nearest } from '../nearest.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import { activitiesKind } from './activities-kind.ts';
import { unknownActivity } from './activity-ratings.ts';

const actions = ['list', 'add', 'remove'];

/** Lists, adds or removes activities of the person's own. What was rated stays in the record. */
export async function runActivity(
  action: string,
  name: string | undefined,
  flags: GlobalFlags,
  ctx: Context,
): Promise<number> {
  const { preferences, problem } = tolerantPreferences(ctx);
  if (problem !== undefined) sayProblem(ctx, problem);
  const before = await ownActivities(ctx);
  const after = changed(before, action, name);
  if (after !== before) await (await ctx.record()).append(activitiesKind, { activities: after });
  if (flags.json === true) {
    const json = { schema: 'backcare/activities@1', tool: `backcare ${ctx.version}`, activities: after };
    ctx.io.out(`${JSON.stringify(json, undefined, 2)}\n`);
  } else await showDocument(activitiesDocument(after), ctx, flags, wishesOf(flags, preferences));
  return exitCodes.answered;
}

/** In the order they were added. */
async function ownActivities(ctx: Context): Promise<readonly string[]> {
  return savedActivities((await (await ctx.record()).newest(activitiesKind))?.body);
}

function changed(before: readonly string[], action: string, name: string | undefined): readonly string[] {
  if (!actions.includes(action)) {
    const near = nearest(action, actions);
    throw new InputError(`log activity cannot ${JSON.stringify(action)}.`, {
      reason: `${near === undefined ? '' : `Did you mean "${near}"? `}It can list, add and remove.`,
      next: 'For example: backcare log activity add "gardening"',
    });
  }
  if (action === 'list') return before;
  if (name === undefined) {
    throw new InputError(`log activity ${action} needs a name.`, {
      next: `For example: backcare log activity ${action} "gardening"`,
    });
  }
  return action === 'add' ? added(before, name.trim()) : removed(before, name);
}

function added(before: readonly string[], name: string): readonly string[] {
  if (name === '' || name.length > longestActivity || /[\p{Cc}=]/u.test(name)) {
    throw new InputError(`${JSON.stringify(name)} cannot be the name of an activity.`, {
      reason: `A name is one line of at most ${longestActivity} letters, without "=".`,
      next: 'For example: backcare log activity add "lifting my daughter"',
    });
  }
  if (before.some((one) => sameActivity(one, name))) return before;
  if (before.length >= mostActivities) {
    throw new InputError(`You have ${mostActivities} activities already.`, {
      reason: `They are: ${before.join(', ')}. More than that nobody rates every day.`,
      next: `Remove one first: backcare log activity remove ${JSON.stringify(before[0])}`,
    });
  }
  return [...before, name];
}

function removed(before: readonly string[], name: string): readonly string[] {
  if (!before.some((one) => sameActivity(one, name))) throw unknownActivity(name, before);
  return before.filter((one) => !sameActivity(one, name));
}
