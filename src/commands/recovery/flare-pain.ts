import { watchRules } from '../../data/watch.ts';
import { concernWords } from '../../documents/concern-words.ts';
import type { Block } from '../../documents/document.ts';
import { instantWithOffset } from '../../engine/instant.ts';
import { type LogBody, savedEntry } from '../../engine/log/saved-entry.ts';
import type { Concern } from '../../engine/watch/watch.ts';
import { showResult } from '../diagnose/result.ts';
import { knownBefore } from '../log/known-before.ts';
import { keepDanger, watchEntry } from '../log/watch-entry.ts';
import { type RecoveryRun, writeJson } from './open-plan.ts';

/**
 * Keeps pain and leg of a flare as an entry of the log, and watches it like any other. Gives what the watch noticed; `danger`
 * when that comes before any plan: then what to do was shown and kept. Throws `RecordError`.
 *
 * @param news usual pain, 0 to 10, and a new feeling in a leg; without either nothing is kept
 */
export async function notePain(
  run: RecoveryRun,
  { pain: usual, legSigns }: { readonly pain?: number; readonly legSigns?: boolean },
): Promise<readonly Block[] | 'danger'> {
  if (usual === undefined && legSigns !== true) return [];
  const { ctx, contact, preferences } = run;
  const { dayStart } = preferences;
  const { knowledge, now } = run.kept.body;
  const before = await knownBefore(ctx, { dayStart, needsActivities: false });
  const body: LogBody = {
    ...(usual === undefined ? {} : { usual }),
    // How far down was not asked: the more careful of the two places, which the rules about legs look at.
    ...(legSigns === true ? { where: ['below-knee'] } : {}),
  };
  const at = instantWithOffset(now, ctx.clock.offsetMinutes(now));
  const entry = { saved: savedEntry({ id: '', at, body }) };
  // The seven lines were asked just before: nothing more is asked here.
  const given = { signs: undefined };
  const { watch, signs } = await watchEntry({
    now,
    knowledge,
    entry,
    given,
    before,
    dayStart,
    contact,
    prompter: undefined,
  });
  const { danger, concerns, told, toldBefore } = watch;
  if (danger !== undefined) {
    await showDanger(run, danger);
    const failure = before.problem ?? (await keepDanger(ctx, danger, signs, knowledge, before));
    if (failure !== undefined) throw failure;
    await (await ctx.record()).append('log', body);
    return 'danger';
  }
  const kept: LogBody = {
    ...body,
    ...(told.length === 0 ? {} : { told }),
    ...(toldBefore === undefined ? {} : { toldBefore }),
  };
  await (await ctx.record()).append('log', kept);
  // The page of a flare with a leg says so by itself.
  const isSaid = (concern: Concern) => concern.kind === 'watch' && concern.rule.when.kind === 'new-place';
  const shown = [...veryBad(usual ?? 0, concerns), ...concerns.filter((each) => !isSaid(each))];
  return shown.map((concern) => ({ kind: 'callout', ...concernWords(concern, contact) }) as const);
}

/** Said with every flare this bad, also when it was said before: whoever begins one looks for what to do now. */
function veryBad(usual: number, concerns: readonly Concern[]): readonly Concern[] {
  const isSaid = concerns.some((concern) => concern.kind === 'watch' && concern.rule.when.kind === 'worst');
  if (isSaid) return [];
  return watchRules.flatMap((rule): readonly Concern[] =>
    rule.when.kind === 'worst' && usual >= rule.when.points ? [{ kind: 'watch', rule }] : [],
  );
}

async function showDanger(run: RecoveryRun, danger: Parameters<typeof showResult>[1]): Promise<void> {
  const { ctx, flags, wishes, contact, preferences } = run;
  const { knowledge, now } = run.kept.body;
  if (flags.json !== true) {
    const { dayStart } = preferences;
    await showResult({ ctx, flags, knowledge, contact, wishes, dayStart }, danger);
    return;
  }
  const { assessmentJson } = await import('../../documents/assessment-json.ts');
  const offsetMinutes = ctx.clock.offsetMinutes(now);
  writeJson(
    ctx,
    assessmentJson({
      assessment: danger,
      knowledge,
      contact,
      at: now,
      offsetMinutes,
      version: ctx.version,
      explain: false,
    }),
  );
}
