import { backupsDocument, restoreDocument } from '../../documents/data-document.ts';
import { eventInWords } from '../../documents/event-words.ts';
import { exitCodes } from '../../errors.ts';
import type { Backup, KeeperContext, RestorePlan } from '../../record-keeper.ts';
import { confirm } from '../confirm.ts';
import type { GlobalFlags } from '../flags.ts';
import { dataSession } from './data-session.ts';

export interface RestoreFlags extends GlobalFlags {
  readonly yes?: boolean;
}

const restored = { schema: 'backcare/restored@1' };

/** Makes a verified backup now. Gives the exit code. */
export async function runBackUp(flags: GlobalFlags, ctx: KeeperContext): Promise<number> {
  const backup = await (await ctx.keeper()).backUp();
  await dataSession(flags, ctx).show(
    { schema: 'backcare/backup@1', backup: backup === undefined ? null : backupJson(backup) },
    {
      title: 'Backup',
      blocks: [
        {
          kind: 'paragraph',
          text:
            backup === undefined
              ? 'There is no record yet, so nothing to back up.'
              : `Backup ${backup.name} made, read back and compared: ${backup.path}`,
        },
      ],
    },
  );
  return exitCodes.answered;
}

/** Every backup, newest first. Gives the exit code. */
export async function runListBackups(flags: GlobalFlags, ctx: KeeperContext): Promise<number> {
  const backups = (await ctx.keeper()).backups();
  const rows = backups.map(({ name, path, bytes }) => ({ name, path, size: sizeInWords(bytes) }));
  const json = { schema: 'backcare/backups@1', backups: backups.map(backupJson) };
  await dataSession(flags, ctx).show(json, backupsDocument(rows));
  return exitCodes.answered;
}

/**
 * Puts a backup in place; the present record is kept under another name. Gives the exit code.
 *
 * @throws InputError for a name that no backup has
 */
export async function runRestore(
  name: string | undefined,
  flags: RestoreFlags,
  ctx: KeeperContext,
): Promise<number> {
  const session = dataSession(flags, ctx);
  const keeper = await ctx.keeper();
  const wanted = name ?? keeper.backups()[0]?.name;
  if (wanted === undefined) {
    const text = 'There is no backup yet, so there is nothing to restore.';
    await session.show(
      { ...restored, name: null },
      { title: 'Restore', blocks: [{ kind: 'paragraph', text }] },
    );
    return exitCodes.answered;
  }
  const plan = await keeper.planRestore(wanted);
  const text = await session.above(restoreDocument({ ...viewOf(plan), isDone: false }));
  if (!(await confirm({ ...session, text, question: 'Restore it?', yes: 'Restore it' }))) {
    ctx.io.err('Nothing was restored.\n');
    return exitCodes.answered;
  }
  const movedTo = await keeper.restore(plan);
  const { lacking, keeps } = plan;
  await session.show(
    {
      ...restored,
      name: plan.backup.name,
      events: plan.backup.events,
      lacking,
      kept: keeps?.id ?? null,
      movedTo: movedTo ?? null,
    },
    restoreDocument({ ...viewOf(plan), ...(movedTo === undefined ? {} : { movedTo }), isDone: true }),
  );
  return exitCodes.answered;
}

function viewOf({ backup, now, lacking, keeps }: RestorePlan) {
  return {
    name: backup.name,
    events: backup.events,
    present: now.events,
    // The check that stays is not lacking.
    lacking: lacking - (keeps === undefined ? 0 : 1),
    setAside: backup.setAside.length,
    ...(keeps === undefined ? {} : { keeps: eventInWords(keeps) }),
  };
}

function backupJson({ name, path, bytes }: Backup) {
  return { name, file: path, bytes };
}

function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
