import { exerciseTables } from '../../data/exercise-tables.ts';
import { leftOutDocument } from '../../documents/breathe-choice-document.ts';
import { beforeBreathingDocument } from '../../documents/breathe-document.ts';
import { type OfferedSession, offered } from '../../documents/breathe-view.ts';
import { exitCodes } from '../../errors.ts';
import { areSignsClear } from '../stretch/ask-before.ts';
import { isCalm, practiceKind } from '../stretch/stretch-record.ts';
import type { BreatheAsked } from './breathe-asked.ts';
import { choose, onScreen, type Wish } from './breathe-choose.ts';
import { sessionsAsked, viewOf } from './breathe-paper.ts';
import { practiseBreathing } from './breathe-practise.ts';
import { askOpenFlags } from './breathe-questions.ts';
import type { Breathing } from './breathing.ts';
import { insteadOf } from './breathing-catalogue.ts';

/** Danger signs where they are due, the choice, what must be asked for it, the session, and how it was. */
export async function converseOnBreathing(breathing: Breathing, asked: BreatheAsked): Promise<number> {
  if (!(await areSignsClear(breathing))) return exitCodes.answered;
  const named = sessionsAsked(breathing.catalogue, asked);
  const wish =
    named === undefined || !('id' in asked) ? await choose(breathing) : { id: asked.id, sessions: named };
  if (wish === undefined) return exitCodes.answered;
  const settled = await settle(breathing, wish);
  if (settled === undefined) return exitCodes.answered;
  const isKnown =
    named !== undefined &&
    settled === wish &&
    breathing.advice.length === 0 &&
    (await hasPractised(breathing));
  const ready = isKnown ? settled : await confirm(breathing, settled);
  if (ready === undefined) return exitCodes.answered;
  const [only, ...others] = ready.sessions;
  // One session is kept by its own name, whatever the moment was called.
  const id = only === undefined || others.length > 0 ? ready.id : only.session.id;
  return practiseBreathing(breathing, id, ready.sessions);
}

const longAgo = 35 * 24 * 60 * 60 * 1000;

/** Who did this lately need not read again what to think of before. */
async function hasPractised({ ctx, body, flags }: Breathing): Promise<boolean> {
  if (body.mayBeLost && flags.save === false) return false;
  const events = await (await ctx.record()).since([practiceKind], body.now - longAgo);
  return events.some((event) => isCalm(event.body));
}

/** What must be asked for it is asked; what does not suit is said, with what does. Undefined: the person leaves. */
async function settle(breathing: Breathing, wish: Wish): Promise<Wish | undefined> {
  const now = await askOpenFlags(breathing, wish.sessions);
  const against = now.sessions.find(({ fit }) => fit.kind !== 'fits');
  // The same, so that it can be seen that nothing was asked.
  if (against === undefined) return now.isAsked ? { ...wish, sessions: now.sessions } : wish;
  const instead = insteadOf(now.catalogue.sessions, against);
  await breathing.show(leftOutDocument(viewOf(breathing), against, instead));
  if (instead === undefined) return undefined;
  const chosen = await (await breathing.prompter()).choose({
    message: '',
    choices: [
      { key: 's', value: 'start', label: `start ${instead.ready.words.name.toLowerCase()}` },
      { key: 'q', value: 'leave', label: 'leave' },
    ],
    initial: 'leave',
  });
  return chosen === 'start' ? { id: instead.session.id, sessions: [instead] } : undefined;
}

/** From here on all that is said before a session fits the window. */
const rowsOfAll = 22;

/** What to think of before, then a key. An easier version can be taken at once. */
async function confirm(breathing: Breathing, wish: Wish): Promise<Wish | undefined> {
  const easier = wish.sessions.map(inEasierVersion);
  const way = wish.sessions.flatMap(easierWay)[0];
  const isLow = breathing.ctx.io.size().rows < rowsOfAll;
  const chosen = await (await breathing.prompter()).choose({
    text: await onScreen(breathing, beforeBreathingDocument(viewOf(breathing), wish.sessions, isLow)),
    message: '',
    choices: [
      { key: 's', value: 'start', label: 'start' },
      ...(way === undefined ? [] : [{ key: 'e', value: 'easier', label: `easier (${way})` }]),
      { key: 'q', value: 'leave', label: 'leave' },
    ],
    // Under advice that is more urgent, breathing is no answer by itself.
    initial: breathing.advice.length === 0 ? 'start' : 'leave',
  });
  if (chosen === 'easier') return { ...wish, sessions: easier };
  return chosen === 'start' ? wish : undefined;
}

/** What changes with it, short: "breathe in for 3 and out for 4", "in a chair". */
function easierWay({ session, ready }: OfferedSession): readonly string[] {
  if (ready.variant === 'easier') return [];
  const { timing } = ready;
  if (timing.kind === 'rounds' && timing.easier !== undefined)
    return [`${timing.easier.way.charAt(0).toLowerCase()}${timing.easier.way.slice(1, -1)}`];
  const exercise = exerciseTables.exercises.find(({ id }) => id === session.exercise);
  return session.words === undefined && exercise?.easierInFull !== undefined ? ['in a chair'] : [];
}

function inEasierVersion(one: OfferedSession): OfferedSession {
  if (easierWay(one).length === 0) return one;
  const fit = { kind: 'fits', isEasier: true, because: [], unless: [] } as const;
  const easier = offered(one.session, fit, exerciseTables, one.ready.seconds);
  return easier === undefined ? one : { ...easier, fit: one.fit };
}
