import type { PictureLines, PracticeOutcome, PromptQuestion } from '../../context.ts';
import type { PoseName, Poses } from '../../data/exercise-schema.ts';
import { drawPose } from '../../documents/figure.ts';
import { afterDocument } from '../../documents/session-document.ts';
import { buildScript } from '../../engine/practice/build-script.ts';
import type { ScriptItem, Segment } from '../../engine/practice/script.ts';
import { afterSession, stopSigns, wasTooMuch } from '../../engine/routine/after-session.ts';
import type { RoutinePlan } from '../../engine/routine/plan.ts';
import { exitCodes } from '../../errors.ts';
import { drawingLines } from '../../render/figure/drawing-lines.ts';
import { askStopSign } from './ask-stop-sign.ts';
import { keepEvent } from './keep-event.ts';
import type { Asked } from './plan-session.ts';
import type { Session } from './session.ts';
import {
  feelingOf,
  type PracticeAfterBody,
  type PracticeBody,
  practiceAfterKind,
  practiceKind,
} from './stretch-record.ts';

type Ready = Extract<RoutinePlan, { kind: 'routine' }>;

/** Guides through a plan, keeps what was done, asks how it is now, and says what follows. Gives the exit code. */
export async function practise(session: Session, asked: Asked, plan: Ready): Promise<number> {
  const outcome = await play(session, plan);
  const isAnyDone = outcome.result.items.some(({ done }) => done === 'done' || done === 'partly');
  const id = isAnyDone ? await keep(session, asked, plan, outcome) : undefined;
  if (outcome.kind === 'interrupted') throw outcome.reason;
  if (!isAnyDone) {
    session.ctx.io.err('Nothing was done, so nothing is kept.\n');
    return exitCodes.answered;
  }
  const isWhole = outcome.kind === 'finished';
  const after = await askAfter(session, asked.painNow, isWhole);
  if (id !== undefined) await keepAfter(session, { of: id, ...after });
  const sign = stopSigns.find((each) => each.id === after.stopSign);
  const advice = afterSession({
    painBefore: asked.painNow,
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

async function play({ ctx, flags, wishes, preferences }: Session, plan: Ready): Promise<PracticeOutcome> {
  const { sound, voice: wishedVoice } = preferences;
  const voice = await ctx.voice({ sound, voice: wishedVoice, speak: flags.speak });
  const [{ poses }, start] = await Promise.all([
    import('../../data/exercises/poses.ts'),
    ctx.practice(wishes),
  ]);
  const known: Readonly<Record<string, Poses>> = poses;
  try {
    return await start({
      script: buildScript(plan),
      voice,
      pictures(item, segment): PictureLines {
        const poses = known[item.exercise];
        const name = poses === undefined ? undefined : poseNow(poses, item, segment);
        if (poses === undefined || name === undefined) return () => [];
        const drawing = drawPose(poses, name, segment.side);
        return (room) => drawingLines(drawing, room);
      },
    });
  } finally {
    voice.close();
  }
}

/** The picture that shows what is done now. None rather than one that shows another position. */
function poseNow(
  poses: Poses,
  { variant, isElsewhere }: ScriptItem,
  { picture }: Pick<Segment, 'picture'>,
): PoseName | undefined {
  if (isElsewhere === true) return poses.easier === undefined ? undefined : 'easier';
  if (picture === 'hold' && variant !== 'standard' && poses[variant] !== undefined) return variant;
  return picture in poses ? picture : 'start';
}

/** Keeps the session at once. */
async function keep(
  session: Session,
  { painNow, morningAfterLast }: Asked,
  plan: Ready,
  { result }: PracticeOutcome,
): Promise<string | undefined> {
  const body: PracticeBody = {
    routine: plan.routine,
    name: plan.name,
    result,
    painBefore: painNow,
    morningAfterLast,
  };
  return keepEvent(session, practiceKind, body);
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
