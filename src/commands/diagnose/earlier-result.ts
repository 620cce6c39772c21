import type { Prompter } from '../../context.ts';
import type { Block } from '../../documents/document.ts';
import { emergencyLine } from '../../documents/emergency-line.ts';
import { daysAgoInWords, lastAdvice } from '../../documents/last-advice.ts';
import { daysBetween } from '../../engine/day-count.ts';
import type { AssessmentSummary } from '../../engine/permissions.ts';
import { renderDocument } from '../../render/render.ts';
import { themeOf } from '../presentation.ts';
import type { DiagnoseRun } from './diagnose-run.ts';
import { sinceAsk, sinceLabels } from './saved.ts';

/**
 * After an emergency or urgent result, a new assessment begins with what happened since (E9), under the advice that
 * still stands. The earlier result stays in the record whatever is answered. Undefined when there was none.
 */
export async function askSinceLast(
  run: DiagnoseRun,
  prompter: Prompter,
  earlier: AssessmentSummary | undefined,
): Promise<string | undefined> {
  if (earlier?.urgency !== 'emergency' && earlier?.urgency !== 'urgent') return undefined;
  const callouts = adviceOf(run, earlier);
  const since = await prompter.choose({
    text: await rendered(run, [emergencyLine(run.contact), ...callouts]),
    message: sinceAsk,
    choices: Object.entries(sinceLabels).map(([value, label], place) => ({
      key: String(place + 1),
      value,
      label,
    })),
  });
  if (since === 'not-yet') {
    await prompter.choose({
      text: await rendered(run, callouts),
      message: stillHolds,
      choices: [{ key: 'enter', value: 'go-on', label: 'go on with the questions' }],
    });
  }
  return since;
}

const stillHolds = 'That still holds.';

/** Advice that still stands, for the top of a result that is lower. */
export function adviceThatHolds(run: DiagnoseRun, earlier: AssessmentSummary): readonly Block[] {
  return [...adviceOf(run, earlier), { kind: 'paragraph', text: stillHolds }];
}

/** The action, without the sentence that leads here. */
function adviceOf({ ctx, contact, dayStart }: DiagnoseRun, earlier: AssessmentSummary): readonly Block[] {
  const moment = (at: number) => ({ at, offsetMinutes: ctx.clock.offsetMinutes(at) });
  const days = daysBetween(moment(earlier.at), moment(ctx.clock.now()), dayStart);
  return lastAdvice(earlier, contact, daysAgoInWords(days)).filter(({ kind }) => kind === 'callout');
}

function rendered({ ctx, wishes }: DiagnoseRun, blocks: readonly Block[]): Promise<string> {
  const theme = themeOf(ctx, wishes, 'error');
  return renderDocument({ title: 'Last time', blocks }, { format: 'text', theme });
}
