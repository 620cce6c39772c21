import type { Context } from '../../context.ts';
import { exerciseTables } from '../../data/exercise-tables.ts';
import type { TrackId } from '../../data/recovery-schema.ts';
import { recoveryTables } from '../../data/recovery-tables.ts';
import { firstSentence } from '../../documents/first-sentence.ts';
import { planFor } from '../../engine/recovery/plan-for.ts';
import { recoveryKinds, type StartBody } from '../../engine/recovery/recovery-events.ts';
import { recoveryToday } from '../../engine/recovery/recovery-today.ts';
import { exitCodes } from '../../errors.ts';
import { answer, keep, writePlanJson } from './keep.ts';
import { openPlan, planPage, type RecoveryRun, recoveryView, recoveryWorld } from './open-plan.ts';
import { type RecoveryFlags, trackFrom } from './recovery-flags.ts';

/** Begins the plan of the newest assessment, or the one that is named. Gives the exit code. */
export async function runStart(
  name: string | undefined,
  flags: RecoveryFlags,
  ctx: Context,
): Promise<number> {
  const named = name === undefined ? undefined : trackFrom(name, recoveryTables);
  const run = await openPlan(recoveryWorld(flags, ctx));
  if (run === undefined) return exitCodes.answered;
  const wanted = named ?? (await trackFor(run));
  if (wanted === undefined) return exitCodes.answered;
  const { hasBegun, plan } = run.kept.today;
  if (hasBegun && wanted === plan.track.id) {
    await alreadyBegun(run);
    return exitCodes.answered;
  }
  const { run: after, says } = await beginTrack(run, wanted);
  if (flags.json === true) await writePlanJson(after, says);
  else {
    const view = recoveryView(after);
    // Under what an entry called for, the reasons wait for the full page.
    const shown = view.before.length === 0 ? says : says.slice(0, 1).map(firstSentence);
    const before = [...view.before, ...shown.map((text) => ({ kind: 'paragraph', text }) as const)];
    await run.show(await planPage(after, { ...view, before }));
  }
  return exitCodes.answered;
}

/** Begins a track, at the phase that fits the person now. Leg signs put the spine first, whatever was named. */
export async function beginTrack(
  run: RecoveryRun,
  wanted: TrackId,
): Promise<{ readonly run: RecoveryRun; readonly says: readonly string[] }> {
  const { plan, now } = recoveryToday(recoveryTables, exerciseTables, run.kept.facts, wanted);
  const body: StartBody = { track: plan.track.id, phase: now.reached.id };
  if (run.kept.today.hasBegun && run.kept.today.plan.track.id === plan.track.id)
    return { run, says: plan.because };
  const after = await keep(run, recoveryKinds.start, body);
  return { run: after, says: [`Begun: ${plan.track.name}. ${plan.because.join(' ')}`] };
}

/** With several tracks that fit, the person chooses; without a keyboard the likeliest begins. */
async function trackFor(run: RecoveryRun): Promise<TrackId | undefined> {
  const { today, facts } = run.kept;
  if (today.hasBegun)
    return today.now.proposal.kind === 'track' ? today.now.proposal.to.id : today.plan.track.id;
  const { track, additions } = planFor(recoveryTables, facts);
  const others = additions.map((addition) => addition.track);
  if (!run.canAsk || others.length === 0) return track.id;
  const tracks = [track, ...others];
  const chosen = await (await run.prompter()).choose({
    message: 'More than one plan fits. Which one first? The other adds one step to it.',
    choices: [
      ...tracks.map(({ id, name }, place) => ({
        key: String(place + 1),
        value: id,
        label: place === 0 ? `${name} (fits best)` : name,
      })),
      { key: 'q', value: 'leave', label: 'Not now' },
    ],
    initial: track.id,
  });
  return tracks.find(({ id }) => id === chosen)?.id;
}

async function alreadyBegun(run: RecoveryRun): Promise<void> {
  const { plan } = run.kept.today;
  const fits = planFor(recoveryTables, run.kept.facts).track;
  const isOther = fits.id !== plan.track.id && fits.id !== 'no-clear-pattern';
  await answer(
    run,
    [
      `You are on this plan already: ${plan.track.name}. It goes on where it is.`,
      ...(isOther
        ? [`Your newest check fits best with "${fits.name.toLowerCase()}". You can change to it.`]
        : []),
    ],
    [...(isOther ? [`backcare recovery start ${fits.id}`] : []), 'backcare recovery'],
  );
}
