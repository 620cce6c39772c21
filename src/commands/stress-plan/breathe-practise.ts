import type { PracticeOutcome, Prompter } from '../../context.ts';
import { afterBreathingDocument, type Calm } from '../../documents/after-breathing-document.ts';
import { breathDrawing } from '../../documents/breath-figure.ts';
import { namesOf, type OfferedSession } from '../../documents/breathe-view.ts';
import { afterDocument } from '../../documents/session-document.ts';
import { sessionScript } from '../../engine/practice/session-script.ts';
import { afterSession, type StopSign, stopSigns } from '../../engine/routine/after-session.ts';
import { exitCodes } from '../../errors.ts';
import { drawingLines } from '../../render/figure/drawing-lines.ts';
import { askStopSign } from '../stretch/ask-stop-sign.ts';
import { keepEvent } from '../stretch/keep-event.ts';
import {
  type PracticeAfterBody,
  type PracticeBody,
  practiceAfterKind,
  practiceKind,
} from '../stretch/stretch-record.ts';
import type { Breathing } from './breathing.ts';

/**
 * Guides through the sessions, keeps what was done, asks how it feels now, and says what follows. Gives the exit code.
 *
 * @param routine the id under which it is kept
 */
export async function practiseBreathing(
  breathing: Breathing,
  routine: string,
  sessions: readonly OfferedSession[],
): Promise<number> {
  const { ctx, contact } = breathing;
  const outcome = await play(breathing, sessions);
  const { result } = outcome;
  const isAnyDone = result.items.some(({ done }) => done === 'done' || done === 'partly');
  const name = namesOf(sessions.map(({ ready }) => ready));
  const body: PracticeBody = { routine, name, result, calm: true };
  const id = isAnyDone ? await keepEvent(breathing, practiceKind, body) : undefined;
  if (outcome.kind === 'interrupted') throw outcome.reason;
  if (!isAnyDone) {
    ctx.io.err('Nothing was done, so nothing is kept.\n');
    return exitCodes.answered;
  }
  const isWhole = outcome.kind === 'finished';
  const { calm, stopSign } = await askAfter(await breathing.prompter(), breathing, isWhole);
  if (id !== undefined && (calm !== undefined || stopSign !== undefined)) {
    const after: PracticeAfterBody = { of: id, calm, stopSign };
    await keepEvent(breathing, practiceAfterKind, after);
  }
  if (stopSign === undefined) {
    const isKept = id !== undefined;
    await breathing.show(afterBreathingDocument({ contact, sessions, result, calm, isKept }));
    return exitCodes.answered;
  }
  await sayStopSign(breathing, outcome, stopSign, id !== undefined);
  return exitCodes.answered;
}

async function play(
  { ctx, flags, wishes, preferences }: Breathing,
  sessions: readonly OfferedSession[],
): Promise<PracticeOutcome> {
  const ready = sessions.map((one) => one.ready);
  const { sound, voice: wishedVoice } = preferences;
  const [voice, start] = await Promise.all([
    ctx.voice({ sound, voice: wishedVoice, speak: flags.speak }),
    ctx.practice(wishes),
  ]);
  try {
    return await start({
      script: sessionScript(namesOf(ready), ready),
      voice,
      pictures: (_item, _segment, fullness) => {
        if (fullness === undefined) return () => [];
        const drawing = breathDrawing(fullness);
        return (room) => drawingLines(drawing, room);
      },
    });
  } finally {
    voice.close();
  }
}

/** One key. When it is worse, or ended early and nothing got calmer, also whether a sign to stop came up. */
async function askAfter(
  prompter: Prompter,
  { contact }: Breathing,
  isWhole: boolean,
): Promise<{ readonly calm: Calm | undefined; readonly stopSign: StopSign | undefined }> {
  const said = await prompter.choose({
    message: 'How do you feel now, compared with before?',
    choices: [
      { key: '1', value: 'calmer', label: 'Calmer' },
      { key: '2', value: 'same', label: 'The same' },
      { key: '3', value: 'worse', label: 'Worse' },
      { key: 's', value: 'skip', label: 'Skip this' },
    ],
    initial: 'skip',
  });
  const calm = said === 'calmer' || said === 'same' || said === 'worse' ? said : undefined;
  const isFine = calm === 'calmer' || (isWhole && calm !== 'worse');
  return { calm, stopSign: isFine ? undefined : await askStopSign(prompter, contact) };
}

/** As after a stretch: what to do stands on the screen first, then every command is to know it. */
async function sayStopSign(
  { ctx, flags, contact, show }: Breathing,
  { kind, result }: PracticeOutcome,
  stopSign: StopSign,
  isKept: boolean,
): Promise<void> {
  const advice = afterSession({ stopSign, finished: kind === 'finished' });
  await show(afterDocument(advice, result, contact, isKept));
  const isGrave = stopSigns.some(({ id, urgency }) => id === stopSign && urgency === 'emergency');
  if (!isGrave || flags.save === false) return;
  const { keepSign, stopSignTicked } = await import('../sign-record.ts');
  await keepSign(ctx, stopSignTicked(stopSign));
}
