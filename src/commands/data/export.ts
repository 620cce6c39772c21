import type { PreferenceValue } from '../../context.ts';
import { counted } from '../../documents/data-document.ts';
import { instantWithOffset } from '../../engine/instant.ts';
import { exitCodes } from '../../errors.ts';
import type { KeeperContext } from '../../record-keeper.ts';
import { safeText } from '../../render/safe-text.ts';
import type { GlobalFlags } from '../flags.ts';

export interface ExportFlags extends GlobalFlags {
  readonly withPreferences?: boolean;
}

/**
 * Writes the whole record to a new file or to standard output. Gives the exit code: 3 when some lines of the record
 * could not be used, so that nobody takes the export for all there was.
 */
export async function runExport(
  file: string | undefined,
  flags: ExportFlags,
  ctx: KeeperContext,
): Promise<number> {
  const { clock, io } = ctx;
  const now = clock.now();
  const { text, events, setAside } = await (await ctx.keeper()).exportRecord({
    tool: `backcare ${ctx.version}`,
    exportedAt: instantWithOffset(now, clock.offsetMinutes(now)),
    ...(flags.withPreferences === true ? { preferences: preferencesOf(ctx) } : {}),
  });
  if (file === undefined || file === '-') {
    io.out(text);
  } else {
    await ctx.files.write(file, text);
    io.err(`${counted(events, 'entry', 'entries')} written to ${safeText(file)}.\n`);
  }
  for (const { line, reason } of setAside) io.err(`Not exported: line ${line} of the record, ${reason}.\n`);
  return setAside.length === 0 ? exitCodes.answered : exitCodes.record;
}

function preferencesOf(ctx: KeeperContext): { readonly [key: string]: PreferenceValue } {
  const set = ctx
    .preferences()
    .settings()
    .filter(({ isSet }) => isSet);
  return Object.fromEntries(set.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]])));
}
