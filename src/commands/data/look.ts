import { isDamaged, placesDocument, verifyDocument } from '../../documents/data-document.ts';
import { exitCodes } from '../../errors.ts';
import type { CheckedFile, KeeperContext } from '../../record-keeper.ts';
import type { GlobalFlags } from '../flags.ts';
import { dataSession } from './data-session.ts';

/** Says where everything is kept. Gives the exit code. */
export async function runPath(flags: GlobalFlags, ctx: KeeperContext): Promise<number> {
  const places = (await ctx.keeper()).places();
  const { journal, backups, preferences } = places;
  const json = { schema: 'backcare/record-places@1', record: journal, backups, preferences };
  await dataSession(flags, ctx).show(json, placesDocument(places));
  return exitCodes.answered;
}

/** Checks every line of the record and of every backup; 3 when something is damaged, or of a newer version. */
export async function runVerify(flags: GlobalFlags, ctx: KeeperContext): Promise<number> {
  const { journal, backups } = await (await ctx.keeper()).verify();
  const isWhole = ![journal, ...backups].some(isDamaged);
  const json = {
    schema: 'backcare/record-check@1',
    whole: isWhole,
    record: checkedJson(journal),
    backups: backups.map(checkedJson),
  };
  await dataSession(flags, ctx).show(json, verifyDocument(journal, backups));
  return isWhole ? exitCodes.answered : exitCodes.record;
}

function checkedJson({ path, bytes, events, newer, setAside, failure }: CheckedFile) {
  return {
    file: path,
    bytes,
    events,
    newer,
    setAside: setAside.map(({ line, reason }) => ({ line, reason })),
    failure: failure ?? null,
  };
}
