import type { PictureLines, PracticeOutcome } from '../../context.ts';
import type { PoseName, Poses } from '../../data/exercise-schema.ts';
import { drawPose } from '../../documents/figure.ts';
import { buildScript } from '../../engine/practice/build-script.ts';
import type { ScriptItem, Segment } from '../../engine/practice/script.ts';
import type { RoutinePlan } from '../../engine/routine/plan.ts';
import { exitCodes } from '../../errors.ts';
import { drawingLines } from '../../render/figure/drawing-lines.ts';
import { keepEvent } from './keep-event.ts';
import type { Asked } from './plan-session.ts';
import type { Session } from './session.ts';
import { type PracticeBody, practiceKind } from './stretch-record.ts';

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
  const { askHowItWas } = await import('./after-practice.ts');
  return askHowItWas(session, asked.painNow, outcome, id);
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
