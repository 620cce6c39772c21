import type { Prompter } from '../../context.ts';
import type { SessionId } from '../../data/stress-schema.ts';
import { stressTables } from '../../data/stress-tables.ts';
import { stressDocument } from '../../documents/stress-document.ts';
import type { StressView } from '../../documents/stress-view.ts';
import { sessionInWords } from '../../documents/stress-words.ts';
import { type Commitment, ifThen } from '../../engine/stress/commitment.ts';
import type { OfferedAction } from '../../engine/stress/menu.ts';
import { suggestedSessions } from '../../engine/stress/sessions.ts';
import { barredSessions } from './barred-sessions.ts';
import { asPlan } from './keep-plan.ts';
import type { MadePlan } from './made-plan.ts';
import { type StressRun, stressView } from './open-stress.ts';
import { overKeys } from './over-choice.ts';
import { pickActions } from './pick-actions.ts';
import { type Decided, menuFor, menuInTurn, planBody } from './plan-body.ts';
import { shapeCommitment, typeOwn } from './shape-commitment.ts';

/** What was decided so far; with ids of actions that were picked before. */
export interface FinishFrom {
  readonly decided: Decided;
  readonly picked: readonly string[] | undefined;
}

/**
 * Which small things, each as a sentence with days; then a calm session, and a last look.
 *
 * @param keepPicked keeps what was picked, for a person who stops here
 */
export async function finishPlan(
  run: StressRun,
  prompter: Prompter,
  { decided, picked: before }: FinishFrom,
  keepPicked: (ids: readonly string[]) => Promise<void>,
): Promise<Exclude<MadePlan, { kind: 'back' }> | { readonly kind: 'back' }> {
  const offered = menuInTurn(menuFor(decided));
  for (let first = before; ; first = undefined) {
    const picked = first ?? (await pickActions(run, prompter, offered));
    if (picked === undefined) return { kind: 'back' };
    await keepPicked(picked);
    const shaped = await shapeAll(run, prompter, picked, offered);
    if (shaped.kind === 'crisis') return shaped;
    if (shaped.kind === 'back' || shaped.commitments.length === 0) continue;
    const session = await chooseSession(run, prompter, decided);
    if (session === 'back') continue;
    const body = planBody(decided, shaped.commitments, session);
    const plan = asPlan(run, body);
    const wish = await lastLook(run, prompter, plan);
    if (wish === 'keep') return { kind: 'made', body, plan };
    if (wish === 'leave') return { kind: 'left' };
  }
}

type Shaped =
  | { readonly kind: 'shaped'; readonly commitments: readonly Commitment[] }
  | { readonly kind: 'back' }
  | { readonly kind: 'crisis' };

/** Each of them as a sentence with a cue, days and a size. */
async function shapeAll(
  run: StressRun,
  prompter: Prompter,
  picked: readonly string[],
  offered: readonly OfferedAction[],
): Promise<Shaped> {
  const commitments: Commitment[] = [];
  for (const [place, id] of picked.entries()) {
    const at = `${place + 1} of ${picked.length}`;
    const taken = commitments.map((each) => each.id);
    const found = offered.find(({ action }) => action.id === id);
    const shaped =
      found === undefined
        ? await typeOwn(run, prompter, { at, taken })
        : await shapeCommitment(run, prompter, {
            at,
            taken,
            action: found.action,
            isSmaller: found.isSmaller,
          });
    if (shaped.kind === 'crisis' || shaped.kind === 'back') return shaped;
    const isNew = (one: Commitment) => commitments.every((other) => ifThen(other) !== ifThen(one));
    if (shaped.kind === 'shaped' && isNew(shaped.commitment)) commitments.push(shaped.commitment);
  }
  return { kind: 'shaped', commitments };
}

/** One calm session, or none. */
async function chooseSession(
  { ctx, preferences }: StressRun,
  prompter: Prompter,
  { chosen }: Decided,
): Promise<SessionId | undefined | 'back'> {
  const barred = (await barredSessions(ctx, preferences)).map((each) => each.session);
  const offered = suggestedSessions(stressTables, chosen, barred).filter(
    ({ session }, place, all) => all.findIndex((other) => other.session === session) === place,
  );
  const value = await prompter.choose({
    message: 'One calm session to go with it. Which one?',
    choices: [
      ...offered.slice(0, 7).map(({ choice, session }, place) => ({
        key: String(place + 1),
        value: session,
        label: `${sessionInWords(session)} (${choice.situation})`,
      })),
      { key: 'n', value: 'none', label: 'None' },
      { key: 'b', value: 'back', label: 'Back' },
    ],
    ...(offered[0] === undefined ? {} : { initial: offered[0].session }),
  });
  if (value === 'back') return 'back';
  return offered.find(({ session }) => session === value)?.session;
}

/** The plan once more, before it is kept. */
async function lastLook(run: StressRun, prompter: Prompter, plan: StressView['plan']): Promise<string> {
  const page = stressDocument({ ...(await stressView(run, plan, 'kept')), detail: 'short' });
  return prompter.choose({
    text: await overKeys(run, page),
    message: '',
    choices: [
      { key: 'enter', value: 'keep', label: 'keep this plan' },
      { key: 'c', value: 'change', label: 'choose others' },
      { key: 'q', value: 'leave', label: 'keep nothing' },
    ],
    initial: 'keep',
  });
}
