import type { PracticeOutcome, PromptQuestion } from '../../context.ts';
import { afterDocument } from '../../documents/session-document.ts';
import { afterSession, stopSigns, wasTooMuch } from '../../engine/routine/after-session.ts';
import { exitCodes } from '../../errors.ts';
import { askStopSign } from './ask-stop-sign.ts';
import { keepEvent } from './keep-event.ts';
import type { Session } from './session.ts';
import { feelingOf, type PracticeAfterBody, practiceAfterKind } from './stretch-record.ts';

/**
 * Asks how it is now, keeps that, and says what follows. Gives the exit code.
 *
 * @param id of the session that was kept; undefined where nothing is
 */
export async function askHowItWas(
  session: Session,
  painBefore: number | undefined,
  outcome: PracticeOutcome,
  id: string | undefined,
): Promise<number> {
  const isWhole = outcome.kind === 'finished';
  const after = await askAfter(session, painBefore, isWhole);
  if (id !== undefined) await keepAfter(session, { of: id, ...after });
  const sign = stopSigns.find((each) => each.id === after.stopSign);
  const advice = afterSession({
    painBefore,
    painAfter: after.painAfter,
    compared: after.feeling,
    stopSign: after.stopSign,
    finished: isWhole,
  });
  await session.show(afterDocument(advice, outcome.result, session.contact, id !== undefined));
  // What to do stands on the screen: now the sign is kept, so that every command knows it.
  if (sign?.urgency === 'emergency' && session.flags.save !== false) {
    const { keepSign, stopSignTicked } = await import('../sign-record.ts');
    await keepSign(session.ctx, stopSignTicked(sign.id));
  }
  return exitCodes.answered;
}

async function keepAfter(session: Session, body: PracticeAfterBody): Promise<void> {
  const { of, ...said } = body;
  if (Object.values(said).every((value) => value === undefined)) return;
  await keepEvent(session, practiceAfterKind, { of, ...said });
}

const painAfter: PromptQuestion = {
  id: 'pain-after',
  kind: 'number',
  label: 'Pain now',
  ask: 'How strong is the pain now, from 0 to 10?',
  why: 'Compared with before, it says whether the next session can be the same.',
  unit: 'of 10',
  minimum: 0,
  maximum: 10,
  ends: ['no pain', 'worst you can think of'],
};

const feeling: PromptQuestion = {
  id: 'feeling',
  kind: 'single',
  label: 'Compared with before',
  ask: 'How is your back now, compared with before?',
  why: 'Worse means that the next session gets smaller.',
  options: [
    { id: 'better', label: 'Better' },
    { id: 'same', label: 'The same' },
    { id: 'worse', label: 'Worse' },
  ],
};

/** One page; when it was too much or ended early, also whether a sign to stop came up. */
async function askAfter(
  session: Session,
  painBefore: number | undefined,
  isWhole: boolean,
): Promise<Omit<PracticeAfterBody, 'of'>> {
  const { contact } = session;
  const prompter = await session.prompter();
  const reply = await prompter.page({
    emergencyLine: contact.line,
    title: 'How is it now?',
    progress: '1 of 1',
    questions: [painAfter, feeling],
    canGoBack: false,
  });
  const answers = reply.kind === 'answered' ? reply.answers : {};
  const pain = answers[painAfter.id];
  const said = {
    painAfter: typeof pain === 'number' ? pain : undefined,
    feeling: feelingOf(answers[feeling.id]),
  };
  const wasHard = wasTooMuch({ ...said, compared: said.feeling, painBefore, finished: isWhole });
  if (isWhole && !wasHard) return said;
  return { ...said, stopSign: await askStopSign(prompter, contact) };
}
