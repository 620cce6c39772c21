import { importDocument } from '../../documents/data-document.ts';
import type { Row } from '../../documents/document.ts';
import { exitCodes, InputError } from '../../errors.ts';
import type { ImportPlan, KeeperContext, RecordSum } from '../../record-keeper.ts';
import { confirm } from '../confirm.ts';
import type { GlobalFlags } from '../flags.ts';
import { dataSession } from './data-session.ts';
import { setPreferences } from './import-preferences.ts';

export interface ImportFlags extends GlobalFlags {
  readonly dryRun?: boolean;
  readonly withPreferences?: boolean;
  readonly yes?: boolean;
}

/** Ten times ten years of a careful person. */
const mostBytes = 200_000_000;

/**
 * Adds the entries of an export that are not in the record yet: all of them or none. Gives the exit code.
 *
 * @throws InputError for a file that is not whole or of a newer version; nothing was changed
 * @throws RecordError when the record cannot be read or written; nothing was changed
 */
export async function runImport(file: string, flags: ImportFlags, ctx: KeeperContext): Promise<number> {
  const session = dataSession(flags, ctx);
  const bytes = file === '-' ? await ctx.io.readInput(mostBytes) : await ctx.files.read(file, mostBytes);
  const name = file === '-' ? 'what came on standard input' : `"${file}"`;
  const keeper = await ctx.keeper();
  const plan = await keeper.planImport(textFrom(bytes, name), name);
  const wanted = flags.withPreferences === true ? plan.preferences : {};
  const json = {
    schema: 'backcare/record-import@1',
    added: plan.missing.length,
    before: sumJson(plan.before),
    file: sumJson(plan.file),
    after: sumJson(plan.after),
  };
  const isNothing = plan.missing.length === 0 && Object.keys(wanted).length === 0;
  const shown = (isDone: boolean) =>
    importDocument({ added: plan.missing.length, isDone, rows: rowsOf(plan, Object.keys(wanted)) });
  if (flags.dryRun === true) {
    await session.show({ ...json, done: false, backup: null }, shown(false));
    return exitCodes.answered;
  }
  if (!isNothing) {
    const text = flags.yes === true ? undefined : await session.above(shown(false));
    const question = { ...session, ...(text === undefined ? {} : { text }) };
    if (!(await confirm({ ...question, question: 'Import this?', yes: 'Import it' }))) {
      ctx.io.err('Nothing was imported.\n');
      return exitCodes.answered;
    }
  }
  // First what may still be refused: then nothing has changed.
  if (Object.keys(wanted).length > 0) await setPreferences(wanted, ctx.preferences());
  const backup = plan.missing.length === 0 ? undefined : await keeper.applyImport(plan);
  await session.show({ ...json, done: true, backup: backup?.path ?? null }, shown(true));
  return exitCodes.answered;
}

function rowsOf({ before, file, after }: ImportPlan, preferences: readonly string[]): readonly Row[] {
  const row = (label: string, { events, checksum }: RecordSum): Row => ({
    label,
    text: `${events}, checksum ${checksum.slice(0, 16)}`,
  });
  return [
    row('record before', before),
    row('file', file),
    row('record after', after),
    ...(preferences.length === 0 ? [] : [{ label: 'preferences', text: preferences.join(', ') }]),
  ];
}

function sumJson({ events, checksum }: RecordSum) {
  return { events, checksum: `sha256:${checksum}` };
}

function textFrom(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputError(`Cannot import ${name}.`, {
      reason: 'It is not UTF-8 text. Nothing was changed.',
      next: 'Export it once more, or give another file.',
      cause,
    });
  }
}
