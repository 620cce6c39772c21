import type { Context } from '../../context.ts';
import type { LadderId } from '../../data/recovery-schema.ts';
import { recoveryTables } from '../../data/recovery-tables.ts';
import { ladderBlocks, laddersBlocks } from '../../documents/recovery-kept.ts';
import { type LadderBody, recoveryKinds } from '../../engine/recovery/recovery-events.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { ratingFrom } from '../log/rating.ts';
import { answer, keep } from './keep.ts';
import { openToChange, type RecoveryRun, recoveryWorld } from './open-plan.ts';
import { oneOf, type RecoveryFlags } from './recovery-flags.ts';

export interface LadderFlags extends RecoveryFlags {
  /** Pain with it, 0 to 10. */
  readonly pain?: string;
}

const actions = ['start', 'done', 'back', 'stop'] as const;
type Action = (typeof actions)[number];
const example = 'backcare recovery ladder lifting start';

interface Answer {
  readonly run: RecoveryRun;
  readonly says: readonly string[];
}

/** Ways back to lifting, driving, the desk and running, one at a time. Gives the exit code. */
export async function runLadder(
  name: string | undefined,
  word: string | undefined,
  flags: LadderFlags,
  ctx: Context,
): Promise<number> {
  const asked = wordsOf(name, word);
  const pain = flags.pain === undefined ? undefined : ratingFrom(flags.pain, '--pain');
  if (pain !== undefined && asked.action !== 'done')
    throw new InputError('--pain goes with done.', {
      next: 'For example: backcare recovery ladder lifting done --pain 2',
    });
  const run = await openToChange(recoveryWorld(flags, ctx), asked.action !== undefined);
  if (run === undefined) return exitCodes.answered;
  const id = asked.ladder ?? run.kept.today.ladder?.ladder.id;
  if (id === undefined) {
    const says = asked.action === undefined ? [] : ['You are on no ladder yet. Nothing was changed.'];
    await answer(run, says, [...firstOpen(run), 'backcare recovery'], laddersBlocks(run.kept.today));
    return exitCodes.answered;
  }
  if (asked.ladder === undefined && asked.action === undefined) {
    await answer(run, [], nextOf(run, id), [
      ...ladderBlocks(run.kept.today, id),
      ...laddersBlocks(run.kept.today),
    ]);
    return exitCodes.answered;
  }
  const action = asked.action ?? (await chosenAction(run, id));
  const after = action === undefined ? { run, says: [] } : await actOn(run, id, action, pain);
  // What was refused needs no page around it.
  const isRefused = after.run === run && action !== undefined;
  const page = isRefused ? [] : ladderBlocks(after.run.kept.today, id);
  await answer(after.run, after.says, nextOf(after.run, id), page);
  return exitCodes.answered;
}

/** `lifting`, `lifting done`, or `done` for the ladder that the person is on. */
function wordsOf(name: string | undefined, word: string | undefined) {
  const ids = recoveryTables.ladders.map(({ id }) => id);
  if (name === undefined) return { ladder: undefined, action: undefined };
  const first = oneOf(name, [...ids, ...actions], { what: 'no ladder', example });
  const action = actions.find((each) => each === first);
  const ladder = ids.find((each) => each === first);
  if (word === undefined) return { ladder, action };
  if (action !== undefined)
    throw new InputError(`"${action}" comes after the name of a ladder.`, {
      next: `For example: ${example}`,
    });
  return { ladder, action: oneOf(word, actions, { what: 'nothing that a ladder knows', example }) };
}

async function actOn(
  run: RecoveryRun,
  id: LadderId,
  action: Action,
  pain: number | undefined,
): Promise<Answer> {
  const { ladder: current, ladders, hasBegun } = run.kept.today;
  const isOn = current?.ladder.id === id;
  const refuse = (because: string): Answer => ({ run, says: [because, 'Nothing was changed.'] });
  const offer = ladders.find(({ ladder }) => ladder.id === id);
  const body = (rest: LadderBody) => keep(run, recoveryKinds.ladder, rest);
  switch (action) {
    case 'start': {
      if (!hasBegun)
        return refuse('A ladder goes with a plan, and yours was not begun yet: backcare recovery start');
      if (isOn) return refuse('You are on this ladder already.');
      if (offer?.isOpen !== true) return refuse(offer?.because ?? 'It comes later.');
      const other = current === undefined ? [] : [`"${current.ladder.name}" is put away: one at a time.`];
      return {
        run: await body({ ladder: id, is: 'chosen' }),
        says: [`Chosen: ${offer.ladder.name}.`, ...other],
      };
    }
    case 'done': {
      if (!isOn) return refuse('You are not on this ladder.');
      if (current.waits !== undefined) return refuse(current.waits);
      const after = await body({
        ladder: id,
        is: 'done',
        step: current.step,
        ...(pain === undefined ? {} : { pain }),
      });
      return { run: after, says: [doneSays(after, current.step, pain)] };
    }
    case 'back': {
      if (!isOn) return refuse('You are not on this ladder.');
      const after = await body({ ladder: id, is: 'worse-after', step: current.step });
      return { run: after, says: ['Kept: it was too much. That happens, and it does not mean harm.'] };
    }
    case 'stop':
      if (!isOn) return refuse('You are not on this ladder.');
      return {
        run: await body({ ladder: id, is: 'put-away' }),
        says: ['Put away. You can choose it again.'],
      };
  }
}

function doneSays({ kept }: RecoveryRun, before: number, pain: number | undefined): string {
  const now = kept.today.ladder;
  if (now !== undefined && now.step > before) return 'Kept. Twice without trouble: one step up.';
  if (pain !== undefined && pain > 3)
    return 'Kept. With pain over 3 the step stays the same: do less of it, or wait a day.';
  return now?.isTop === true
    ? 'Kept. You are at the top.'
    : 'Kept. Once more like this, and it goes one step up.';
}

/** At the keyboard the ladder that was named comes with its keys. */
async function chosenAction(run: RecoveryRun, id: LadderId): Promise<Action | undefined> {
  if (!run.canAsk) return undefined;
  const { ladder: current, ladders, hasBegun } = run.kept.today;
  const isOn = current?.ladder.id === id;
  const isOpen = ladders.find(({ ladder }) => ladder.id === id)?.isOpen === true;
  if (!isOn && !(isOpen && hasBegun)) return undefined;
  const chosen = await (await run.prompter()).choose({
    message: isOn ? `${current.ladder.name}: ${current.text}` : 'Begin this ladder?',
    choices: [
      ...(isOn
        ? [
            { key: 'd', value: 'done', label: 'done' },
            { key: 'b', value: 'back', label: 'it was too much' },
            { key: 's', value: 'stop', label: 'put it away' },
          ]
        : [{ key: 'b', value: 'start', label: 'begin' }]),
      { key: 'q', value: 'leave', label: 'only look' },
    ],
    initial: 'leave',
  });
  return actions.find((action) => action === chosen);
}

function nextOf({ kept: { today } }: RecoveryRun, id: LadderId): readonly string[] {
  const isOn = today.ladder?.ladder.id === id;
  if (isOn) return [`backcare recovery ladder ${id} done --pain 2`, 'backcare recovery'];
  const isOpen = today.ladders.some(({ ladder, isOpen: open }) => open && ladder.id === id);
  if (!today.hasBegun) return ['backcare recovery start'];
  return [...(isOpen ? [`backcare recovery ladder ${id} start`] : []), 'backcare recovery ladder'];
}

function firstOpen({ kept: { today } }: RecoveryRun): readonly string[] {
  const offer = today.ladders.find(({ isOpen }) => isOpen);
  return offer === undefined || !today.hasBegun ? [] : [`backcare recovery ladder ${offer.ladder.id}`];
}
