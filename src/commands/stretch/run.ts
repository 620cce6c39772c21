import type { Context } from '../../context.ts';
import { exerciseTables } from '../../data/exercise-tables.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Block, Document } from '../../documents/document.ts';
import { linesOf } from '../../documents/document-lines.ts';
import { adviceNow, lostCallout } from '../../documents/last-advice.ts';
import { type Permission, permission } from '../../engine/permissions.ts';
import type { RoutinePlan } from '../../engine/routine/plan.ts';
import { exitCodes } from '../../errors.ts';
import { renderDocument } from '../../render/render.ts';
import { contactFor } from '../contact.ts';
import { isConversation } from '../conversation.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, themeOf, wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import { askBefore } from './ask-before.ts';
import { type BodyToday, bodyToday } from './body-today.ts';
import { namedRoutine } from './named.ts';
import { aroundFrom } from './plan-around.ts';
import { planSession, type SessionChoice } from './plan-session.ts';
import { practise } from './practise.ts';
import type { Session, SessionAsked } from './session.ts';
import { painFrom, routineWishes, type StretchFlags } from './stretch-flags.ts';

/** A guided session: the one that was named, or the right one for now. Gives the exit code. */
export async function runStretch(
  name: string | undefined,
  flags: StretchFlags,
  ctx: Context,
): Promise<number> {
  const { preferences, problem } = tolerantPreferences(ctx);
  if (problem !== undefined) sayProblem(ctx, problem);
  const wishes = wishesOf(flags, preferences);
  // What was typed is checked before anything is asked.
  const asked: SessionAsked = {
    ...routineWishes(flags),
    named: name === undefined ? undefined : await namedRoutine(name, ctx),
    painNow: flags.pain === undefined ? undefined : painFrom('--pain', flags.pain),
    around: flags.around === undefined ? undefined : aroundFrom(flags.around),
    // A screen reader needs the time to speak as much as our own voice does.
    spoken: flags.speak === true || preferences.sound === 'voice' || wishes.accessible === true,
  };
  const contact = contactFor(ctx, flags, preferences);
  const body = await bodyToday(ctx, preferences);
  const advice = adviceNow(body, contact);
  const say = jsonWriter(ctx, contact, body);
  const show = (document: Document) =>
    flags.json === true ? say({ advice: document.blocks }) : showDocument(document, ctx, flags, wishes);
  const allowed = permission(body.standing, 'guided-session');
  if (isAdviceOnly(allowed)) {
    await show({ title: 'Get help first', blocks: advice });
    return exitCodes.answered;
  }
  if (body.isStoppedBySign) {
    await show((await documentsLater()).stoppedDocument(contact));
    return exitCodes.answered;
  }
  if (body.mayBeLost && flags.json !== true)
    for (const line of linesOf([lostCallout])) ctx.io.err(`${line}\n`);
  const canAsk = isConversation(flags, ctx);
  const prompter = () => ctx.prompter(wishes);
  const session: Session = { ctx, flags, wishes, contact, preferences, body, canAsk, prompter, show };
  const before = await askBefore(session, asked);
  if (before === undefined) return exitCodes.answered;
  const choice = planSession(body, before, preferences);
  if (flags.json === true) {
    await say({ advice, choice, isOwn: asked.named?.kind === 'own' });
    return exitCodes.answered;
  }
  if (choice.plan.kind === 'none') {
    await show((await documentsLater()).noRoutineDocument(choice.plan, choice.tables, contact));
    return exitCodes.answered;
  }
  if (!canAsk) {
    await showPlan(session, before.comfortOnly, choice);
    return exitCodes.answered;
  }
  const plan = name === undefined ? await chosenPlan(session, choice, before.comfortOnly) : choice.plan;
  return plan === undefined ? exitCodes.answered : practise(session, before, plan);
}

/** A session that was named and may be done needs none of them. */
const documentsLater = () => import('../../documents/session-document.ts');

function isAdviceOnly(allowed: Permission): boolean {
  return allowed === 'advice-only' || allowed === 'action-only' || allowed === 'off';
}

/** Writes the JSON twin: of a plan, or of what is said instead of one. */
function jsonWriter(ctx: Context, contact: Contact, { now }: BodyToday) {
  return async ({
    advice = [],
    choice,
    isOwn = false,
  }: {
    readonly advice?: readonly Block[];
    readonly choice?: SessionChoice;
    readonly isOwn?: boolean;
  }): Promise<void> => {
    const { routineJson } = await import('../../documents/stretch-json.ts');
    const { plan = nothing, tables = exerciseTables, routine } = choice ?? {};
    const json = routineJson({
      contact,
      advice,
      notes: [],
      tables,
      at: now,
      offsetMinutes: ctx.clock.offsetMinutes(now),
      version: ctx.version,
      isAllowed: choice !== undefined,
      isOwn,
      routine,
      plans: [plan],
    });
    ctx.io.out(`${JSON.stringify(json, null, 2)}\n`);
  };
}

const nothing: RoutinePlan = { kind: 'none', because: [], change: [], changed: [], excluded: [] };

/** Nobody sits there: the plan, and how to be guided through it. */
async function showPlan(
  { contact, show }: Session,
  comfortOnly: boolean,
  { plan, tables }: SessionChoice,
): Promise<void> {
  if (plan.kind !== 'routine') return;
  const { sessionDocument } = await documentsLater();
  const document = sessionDocument({ plan, tables, contact, comfortOnly });
  await show({
    ...document,
    blocks: [
      ...document.blocks,
      {
        kind: 'paragraph',
        text: 'To be guided through it, run this in a terminal. A sheet with pictures comes with "backcare stretch print".',
      },
    ],
  });
}

type Ready = Extract<SessionChoice['plan'], { kind: 'routine' }>;

/** Shows what was chosen for now and why; the person starts it, takes the short one, or leaves. */
async function chosenPlan(
  { ctx, wishes, contact, prompter }: Session,
  choice: SessionChoice,
  comfortOnly: boolean,
): Promise<Ready | undefined> {
  const { plan, short, tables } = choice;
  if (plan.kind !== 'routine') return undefined;
  const { sessionDocument } = await documentsLater();
  const document = sessionDocument({ plan, tables, contact, comfortOnly });
  const theme = themeOf(ctx, wishes, 'error');
  const chosen = await (await prompter()).choose({
    text: await renderDocument(document, { format: 'text', theme }),
    message: '',
    choices: [
      { key: 's', value: 'start', label: 'start' },
      ...(short === undefined ? [] : [{ key: 't', value: 'short', label: 'two minutes only' }]),
      { key: 'q', value: 'leave', label: 'leave' },
    ],
    initial: 'start',
  });
  if (chosen === 'short') return short;
  return chosen === 'start' ? plan : undefined;
}
