import type { Prompter } from '../../context.ts';
import { reportDocument } from '../../documents/report-document.ts';
import { partsBlock, reportPartRows, reportPreview } from '../../documents/report-preview.ts';
import { dateOfPersonDay } from '../../engine/log/person-day.ts';
import type { ReportPart } from '../../engine/report/report-parts.ts';
import { exitCodes } from '../../errors.ts';
import { renderDocument } from '../../render/render.ts';
import { safeText } from '../../render/safe-text.ts';
import type { Theme } from '../../render/theme.ts';
import { themeOf } from '../presentation.ts';
import { type ReportRun, withoutLeft, writeSheet } from './report-sheet.ts';

/** Digits are for the parts. */
const otherKeys = [
  { key: 'v', value: 'view', label: 'View the sheet' },
  { key: 'w', value: 'write', label: 'Write it' },
  { key: 'q', value: 'leave', label: 'Leave, write nothing' },
] as const;
/** Keys of parts: nine digits, and letters for the rest. */
const partKeys = '123456789abcd';

/** Shows the whole sheet, lets parts be taken out and put back, and writes when the person says so. */
export async function askAndWrite(run: ReportRun, redacted: ReadonlySet<ReportPart>): Promise<number> {
  const { ctx, wishes, whole } = run;
  const prompter = await ctx.prompter(wishes);
  const theme = themeOf(ctx, wishes, 'error');
  const left = new Set(redacted);
  const view = async () => {
    const preview = reportPreview(whole, withoutLeft(whole, left), left);
    ctx.io.err(await renderDocument(preview, { format: 'text', theme }));
  };
  await view();
  for (;;) {
    const rows = reportPartRows(whole, left);
    const chosen = await prompter.choose({
      text: await renderDocument({ title: '', blocks: [partsBlock(rows)] }, { format: 'text', theme }),
      message: 'Take a part out or put it back, or write the sheet',
      choices: [
        ...rows.map(({ part, name, isIn }, place) => ({
          key: partKeys.charAt(place),
          value: part,
          label: isIn ? `Leave out: ${name}` : `Put back: ${name}`,
        })),
        ...otherKeys,
      ],
    });
    if (chosen === 'leave') return leave(run);
    if (chosen === 'write') return write(run, left, prompter);
    const part = rows.find((row) => row.part === chosen)?.part;
    if (part === undefined) await view();
    else if (!left.delete(part)) left.add(part);
  }
}

function leave({ ctx }: ReportRun): number {
  ctx.io.err('Nothing was written.\n');
  return exitCodes.answered;
}

/** To where the output goes; on a terminal to a new file, since a sheet is for somebody else. */
async function write(run: ReportRun, left: ReadonlySet<ReportPart>, prompter: Prompter): Promise<number> {
  const { ctx, flags, wishes, whole } = run;
  if (!ctx.io.outputIsTerminal) return writeSheet(run, left);
  const format = flags.format ?? 'html';
  const ending = { html: 'html', markdown: 'md', text: 'txt' }[format];
  const usual = `back-pain-${dateOfPersonDay(whole.facts.to)}.${ending}`;
  const typed = (await prompter.typed({ message: `Name of the new file (Enter for ${usual})` })).trim();
  const path = typed === '' ? usual : typed;
  const theme: Theme = {
    ...themeOf(ctx, wishes),
    layout: 'lines',
    colour: 0,
    width: Number.POSITIVE_INFINITY,
  };
  await ctx.files.write(
    path,
    await renderDocument(reportDocument(withoutLeft(whole, left)), { format, theme }),
  );
  ctx.io.err(`Written to ${safeText(path)}. It is on this computer only, until you give it to somebody.\n`);
  return exitCodes.answered;
}
