import { exerciseTables } from '../../data/exercise-tables.ts';
import { namesOf, type OfferedSession } from '../../documents/breathe-view.ts';
import type { Answers } from '../../engine/answers.ts';
import { promptQuestion } from '../diagnose/prompt-page.ts';
import { keepAround } from '../stretch/plan-around.ts';
import type { Breathing } from './breathing.ts';
import { type Catalogue, catalogueFor } from './breathing-catalogue.ts';

/** The sessions with what was just answered. */
interface Settled {
  readonly sessions: readonly OfferedSession[];
  readonly catalogue: Catalogue;
  readonly isAsked: boolean;
}

/**
 * Asks only what could rule these sessions out and was not answered yet, on one page. The answers are kept with those
 * that stretches are planned around; all others there stay open.
 */
export async function askOpenFlags(
  breathing: Breathing,
  sessions: readonly OfferedSession[],
): Promise<Settled> {
  const { body, flags, ctx, contact, catalogue } = breathing;
  const open = [...new Set(sessions.flatMap(({ fit }) => (fit.kind === 'ask' ? fit.flags : [])))];
  // What is out already is not asked about.
  if (open.length === 0 || sessions.some(({ fit }) => fit.kind === 'out'))
    return { sessions, catalogue, isAsked: false };
  const earlier = body.around?.answers ?? {};
  const reply = await (await breathing.prompter()).page({
    emergencyLine: contact.line,
    title: `Before ${namesOf(sessions.map(({ ready }) => ready)).toLowerCase()}`,
    progress: '1 of 1',
    stem: `If ${open.length === 1 ? 'this' : 'one of these'} is so, something else suits you better.`,
    questions: exerciseTables.flags
      .filter(({ id }) => open.includes(id))
      .map((flag) => promptQuestion({ kind: 'bool', role: 'closing', share: 0, ...flag }, earlier)),
    canGoBack: false,
  });
  const answered = reply.kind === 'answered' ? reply.answers : {};
  const around = { ...(body.isAroundDue ? worrying(earlier) : earlier), ...answered };
  if (flags.save !== false) await keepAround(ctx, around);
  const now = sessions.map(({ session, ready }) => {
    const again = catalogueFor(body, ready.seconds, around).sessions;
    return again.find((one) => one.session.id === session.id);
  });
  return {
    sessions: now.flatMap((one) => one ?? []),
    catalogue: catalogueFor(body, undefined, around),
    isAsked: true,
  };
}

/** An old "no" may not be true any more; what once spoke against something still does. */
function worrying(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => answer === 'yes' || answer === 'unsure'),
  );
}
