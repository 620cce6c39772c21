import { watchRules } from '../../data/watch.ts';
import type { WatchRule } from '../../data/watch-schema.ts';
import { concernCallouts } from '../../documents/concern-words.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Block } from '../../documents/document.ts';
import { instantWithOffset } from '../../engine/instant.ts';
import { type LogBody, savedEntry } from '../../engine/log/saved-entry.ts';
import type { Concern } from '../../engine/watch/watch.ts';
import { showResult } from '../diagnose/result.ts';
import { knownBefore } from '../log/known-before.ts';
import { keepDanger, watchEntry } from '../log/watch-entry.ts';
import { type RecoveryRun, writeJson } from './open-plan.ts';

/** Pain of a flare as the watch sees it. */
export interface WatchedPain {
  /** What to say of it. */
  readonly noticed: readonly Block[];
  /** Appends it as an entry of the log. Throws `RecordError`. */
  keep(): Promise<unknown>;
}

/**
 * Pain and leg of a flare are an entry of the log, watched like any other. `danger` when that comes before any plan: then
 * what to do was shown and kept. Throws `RecordError`, and never before danger was shown.
 *
 * @param news usual pain, 0 to 10, and a new feeling in a leg; without either there is nothing to say and to keep
 */
export async function watchPain(
  run: RecoveryRun,
  { pain: usual, legSigns }: { readonly pain?: number; readonly legSigns?: boolean },
): Promise<WatchedPain | 'danger'> {
  if (usual === undefined && legSigns !== true) return { noticed: [], keep: async () => undefined };
  const { ctx, contact, preferences } = run;
  const { dayStart } = preferences;
  const { knowledge, now } = run.kept.body;
  const body: LogBody = {
    ...(usual === undefined ? {} : { usual }),
    // How far down was not asked: the more careful of the two places, which the rules about legs look at.
    ...(legSigns === true ? { where: ['below-knee'] } : {}),
  };
  const before = await knownBefore(ctx, { dayStart, needsActivities: false, tells: body });
  const at = instantWithOffset(now, ctx.clock.offsetMinutes(now));
  const entry = { saved: savedEntry({ id: '', at, body }) };
  // The seven lines were asked just before: nothing more is asked here.
  const given = { signs: {}, body };
  const { watch } = await watchEntry({
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
  const append = async (kept: LogBody) => (await ctx.record()).append('log', kept);
  if (danger !== undefined) {
    await showDanger(run, danger);
    const failure = before.problem ?? (await keepDanger(ctx, danger, knowledge, before));
    if (failure !== undefined) throw failure;
    await append(body);
    return 'danger';
  }
  // The page of a flare with a leg says so by itself.
  const isSaid = (concern: Concern) => concern.kind === 'watch' && concern.rule.when.kind === 'new-place';
  const shown = [...veryBad(usual ?? 0, concerns), ...concerns.filter((each) => !isSaid(each))];
  return {
    noticed: concernCallouts(shown, contact),
    keep: () =>
      append({
        ...body,
        ...(told.length === 0 ? {} : { told }),
        ...(toldBefore === undefined ? {} : { toldBefore }),
      }),
  };
}

/** Said with every flare this bad, also when it was said before: whoever begins one looks for what to do now. */
function veryBad(usual: number, concerns: readonly Concern[]): readonly Concern[] {
  const isSaid = concerns.some((concern) => concern.kind === 'watch' && concern.rule.when.kind === 'worst');
  return isSaid ? [] : rulesFor(({ when }) => when.kind === 'worst' && usual >= when.points);
}

/** What a flare tells by itself, where no record can be read beside it. */
export function toldAlone(
  { pain = 0, legSigns = false }: { readonly pain?: number; readonly legSigns?: boolean },
  contact: Contact,
): readonly Block[] {
  const leg = rulesFor(({ when }) => when.kind === 'new-place' && when.places.includes('below-knee'));
  return concernCallouts([...veryBad(pain, []), ...(legSigns ? leg : [])], contact);
}

function rulesFor(holds: (rule: WatchRule) => boolean): readonly Concern[] {
  return watchRules.filter(holds).map((rule) => ({ kind: 'watch', rule }) as const);
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
