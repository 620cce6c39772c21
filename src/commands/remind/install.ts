import type { Document } from '../../documents/document.ts';
import {
  byHandDocument,
  type ChangesView,
  installDocument,
  installJson,
  uninstallDocument,
} from '../../documents/remind-install.ts';
import { exitCodes, InputError } from '../../errors.ts';
import type { Hindrance, RemindContext, SchedulerName } from '../../reminder-delivery.ts';
import { renderDocument } from '../../render/render.ts';
import { confirm } from '../confirm.ts';
import type { GlobalFlags } from '../flags.ts';
import { nearest } from '../nearest.ts';
import { themeOf } from '../presentation.ts';
import { openReminders } from './open-reminders.ts';
import { type RemindWorld, remindWorld } from './remind-world.ts';

export interface InstallFlags extends GlobalFlags {
  readonly with?: string;
  readonly yes?: boolean;
}

/** Ways as typed; Windows calls its own by the name of a program. */
const ways: { readonly [way: string]: SchedulerName | 'calendar' | 'hook' } = {
  systemd: 'systemd',
  cron: 'cron',
  launchd: 'launchd',
  schtasks: 'task-scheduler',
  'task-scheduler': 'task-scheduler',
  calendar: 'calendar',
  hook: 'hook',
};

const nothing = { texts: [], runs: [], remarks: [] };

/** Sets up what brings reminders, after a yes. Gives the exit code. Throws `InputError` when nobody can be asked. */
export async function runInstall(flags: InstallFlags, ctx: RemindContext): Promise<number> {
  const way = wayFrom(flags.with);
  const world = remindWorld(flags, ctx);
  if ((await openReminders(world)) === undefined) return exitCodes.answered;
  if (way === 'calendar' || way === 'hook') {
    await say(world, byHandDocument(way), installJson('by-hand', { ...nothing, scheduler: way }));
    return exitCodes.answered;
  }
  const plan = await (await ctx.reminders()).planInstall(way);
  if (plan.kind === 'refused') throw cannot(plan);
  if (plan.kind === 'installed') {
    await plan.carryOut();
    const text = `It is set up already, with ${plan.scheduler}: ${plan.where.join(', ')}.`;
    await say(world, sentence(text), installJson('nothing', { ...nothing, scheduler: plan.scheduler }));
    return exitCodes.answered;
  }
  const { scheduler, writes, runs, warnings } = plan;
  const view: ChangesView = { isDone: false, scheduler, texts: writes, runs, remarks: warnings };
  if (!(await isWanted(world, flags, installDocument(view), 'Set this up?', 'Set it up')))
    return left(world, 'Nothing was set up.');
  const { copy } = await plan.carryOut();
  await say(
    world,
    installDocument({ ...view, isDone: true, copy }),
    installJson('installed', { ...view, copy }),
  );
  return exitCodes.answered;
}

/** Takes exactly that out again, whatever a check said. Gives the exit code. */
export async function runUninstall(flags: InstallFlags, ctx: RemindContext): Promise<number> {
  const world = remindWorld(flags, ctx);
  const plan = await (await ctx.reminders()).planUninstall();
  if (plan.kind === 'refused') throw cannot(plan);
  if (plan.kind === 'nothing') {
    await say(
      world,
      sentence('Nothing that install wrote is here, so nothing was changed. Lines of your own stay.'),
      installJson('nothing', nothing),
    );
    return exitCodes.answered;
  }
  if (plan.kind === 'gone') {
    await plan.carryOut();
    const { scheduler, reason } = plan;
    await say(
      world,
      sentence(`${reason} Nothing else was changed, and you will hear no more of it.`),
      installJson('nothing', { ...nothing, scheduler }),
    );
    return exitCodes.answered;
  }
  const view: ChangesView = { isDone: false, texts: plan.removes, runs: plan.runs, remarks: [] };
  if (!(await isWanted(world, flags, uninstallDocument(view), 'Take this out?', 'Take it out')))
    return left(world, 'Nothing was taken out.');
  const { copy, remarks } = await plan.carryOut();
  const done: ChangesView = { ...view, isDone: true, remarks, copy };
  await say(world, uninstallDocument(done), installJson('uninstalled', done));
  return exitCodes.answered;
}

function wayFrom(typed: string | undefined): (typeof ways)[string] | undefined {
  if (typed === undefined) return undefined;
  const word = typed.trim().toLowerCase();
  const way = Object.hasOwn(ways, word) ? ways[word] : undefined;
  if (way !== undefined) return way;
  const near = nearest(word, Object.keys(ways));
  throw new InputError(`Reminders cannot come with ${JSON.stringify(typed)}.`, {
    reason: `${near === undefined ? '' : `Did you mean "${near}"? `}It takes cron, systemd, launchd, schtasks, calendar or hook.`,
    next: 'Left out, the best way for this computer is taken: backcare remind install',
  });
}

/** A yes, or `--yes`. A script that says neither is told which flag is missing, after it has seen what it is about. */
async function isWanted(
  world: RemindWorld,
  flags: InstallFlags,
  page: Document,
  question: string,
  yes: string,
): Promise<boolean> {
  const { ctx, wishes, canAsk } = world;
  const text = await renderDocument(page, { format: 'text', theme: themeOf(ctx, wishes, 'error') });
  if (!canAsk && flags.yes !== true) {
    ctx.io.err(`${text}\n`);
    throw new InputError('This changes your computer, and there is nobody to ask.', {
      reason: 'Nothing was changed. What it would do stands above.',
      next: 'Run it again with --yes when you mean it.',
    });
  }
  return confirm({ ctx, flags, wishes, text, question, yes });
}

/** It cannot be done here; the way that does work stands with it. */
function cannot({ reason, next }: Hindrance): InputError {
  return new InputError(reason, { next });
}

function left({ ctx }: RemindWorld, text: string): number {
  ctx.io.err(`${text}\n`);
  return exitCodes.answered;
}

async function say({ ctx, flags, show }: RemindWorld, page: Document, json: object): Promise<void> {
  if (flags.json === true) ctx.io.out(`${JSON.stringify(json, null, 2)}\n`);
  else if (flags.quiet !== true) await show(page);
}

function sentence(text: string): Document {
  return { title: 'Reminders', blocks: [{ kind: 'paragraph', text }] };
}
