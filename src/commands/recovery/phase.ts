import type { Context } from '../../context.ts';
import { recoveryTables } from '../../data/recovery-tables.ts';
import { phasesBlocks } from '../../documents/recovery-kept.ts';
import { proposalInWords } from '../../documents/recovery-words.ts';
import { mayMove } from '../../engine/recovery/phase-today.ts';
import { type PhaseBody, recoveryKinds } from '../../engine/recovery/recovery-events.ts';
import { exitCodes } from '../../errors.ts';
import { askSigns, keepNoSign } from './flare-signs.ts';
import { answer, keep } from './keep.ts';
import { openToChange, type RecoveryRun, recoveryWorld } from './open-plan.ts';
import { oneOf, type RecoveryFlags } from './recovery-flags.ts';

const ways = ['next', 'back', 'stay'] as const;
const example = 'backcare recovery phase next';

/** Moves to another phase, since the person says so; without a word, shows where they are. Gives the exit code. */
export async function runPhase(
  word: string | undefined,
  flags: RecoveryFlags,
  ctx: Context,
): Promise<number> {
  const every = recoveryTables.tracks.flatMap(({ phases }) => phases.map(({ id }) => id));
  if (word !== undefined) oneOf(word, [...ways, ...new Set(every)], { what: 'no phase', example });
  const run = await openToChange(recoveryWorld(flags, ctx), word !== undefined);
  if (run === undefined) return exitCodes.answered;
  const { now, hasBegun } = run.kept.today;
  if (!hasBegun) {
    await answer(run, ['This plan was not begun yet.'], ['backcare recovery start', 'backcare recovery']);
    return exitCodes.answered;
  }
  const typed = word?.trim().toLowerCase();
  if (typed === undefined || typed === 'stay') {
    const says = typed === 'stay' ? `You stay in "${now.reached.name}".` : proposalInWords(now, 'full');
    await answer(run, [says], ['backcare recovery'], phasesBlocks(now));
    return exitCodes.answered;
  }
  const to = phaseMeant(run, typed);
  if (to === undefined) {
    const says = typed === 'next' ? 'This is the last phase. It has no end.' : 'This is the first phase.';
    await answer(run, [`${says} It stays as it is.`], ['backcare recovery']);
    return exitCodes.answered;
  }
  const { run: after, says, isKept } = await moveTo(run, to);
  await answer(after, says, ['backcare recovery', ...(isKept ? ['backcare undo'] : [])]);
  return exitCodes.answered;
}

/** Goes there, or says why it stays. */
export async function moveTo(
  run: RecoveryRun,
  to: string,
): Promise<{ readonly run: RecoveryRun; readonly says: readonly string[]; readonly isKept: boolean }> {
  const { now } = run.kept.today;
  if (to === now.reached.id)
    return { run, says: [`You are in "${now.reached.name}" already.`], isKept: false };
  const allowed = mayMove(now, to, run.kept.facts);
  if (allowed.kind === 'no') return { run, says: [allowed.because, 'Nothing was changed.'], isKept: false };
  const isBack = now.track.phases.findIndex(({ id }) => id === to) < now.place;
  // Who goes back is worse than before, and that may be a danger sign.
  if (isBack && run.canAsk) {
    if (!(await askSigns(run, 'One phase back: danger signs first')))
      return { run, says: ['Help comes first. The plan waits, and nothing was changed.'], isKept: false };
    await keepNoSign(run);
  }
  const body: PhaseBody = { to, by: 'person' };
  const after = await keep(run, recoveryKinds.phase, body);
  const { reached } = after.kept.today.now;
  const isUp = after.kept.today.now.place > now.place;
  const missing = now.criteria.filter(({ state }) => state !== 'met').map(({ says }) => says);
  const open =
    isUp && missing.length > 0 ? [`Not there yet: ${missing.join('; ')}. Go back when it is too much.`] : [];
  const back = isUp
    ? []
    : [
        'A step back is part of getting better. Nothing is lost.',
        ...(run.canAsk
          ? []
          : ['If it is worse because of something new, look at the danger signs: backcare relief']),
      ];
  return { run: after, says: [`Now: ${reached.name}. ${reached.purpose}`, ...open, ...back], isKept: true };
}

function phaseMeant(run: RecoveryRun, typed: string): string | undefined {
  const { track, place } = run.kept.today.now;
  if (typed === 'next') return track.phases[place + 1]?.id;
  if (typed === 'back') return track.phases[place - 1]?.id;
  return oneOf(
    typed,
    track.phases.map(({ id }) => id),
    { what: 'no phase of your plan', example },
  );
}
