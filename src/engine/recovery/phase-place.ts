import type { Stage } from '../../data/exercise-schema.ts';
import type { Phase, Track } from '../../data/recovery-schema.ts';
import { stageOf } from '../routine/stage.ts';
import type { RecoveryPlan } from './plan-for.ts';
import { numberAnswer, type RecoveryFacts } from './recovery-facts.ts';

/** Where a plan begins for a person whose pain began a while ago: at the phase that their state fits. */
export function firstPlace(
  track: Track,
  facts: Pick<RecoveryFacts, 'assessment' | 'today' | 'days'>,
  stages: readonly Stage[],
): number {
  if (track.counts === 'plan') return 0;
  const { answers, day } = facts.assessment;
  const duration = numberAnswer(answers, 'duration');
  const { stage } = stageOf({
    stages,
    standing: 'cleared',
    durationDays: duration === undefined ? undefined : duration + Math.max(0, facts.today - day),
    pain:
      facts.days.at(-1)?.usual ??
      numberAnswer(answers, 'pain-average') ??
      numberAnswer(answers, 'pain-worst'),
    activityLimit: numberAnswer(answers, 'activity-limit'),
  });
  const days = duration === undefined ? 0 : duration + Math.max(0, facts.today - day);
  const fits = track.phases.filter((phase) => phase.stage <= stage && phase.days.from <= days);
  return Math.max(0, fits.length - 1);
}

/** Where the person is by what was kept, and since when. A plan that was not begun begins today. */
export function placeNow(
  { track }: RecoveryPlan,
  facts: RecoveryFacts,
  stages: readonly Stage[],
): { readonly place: number; readonly since: number; readonly began: number } {
  const start = facts.history.starts.at(-1);
  const first = firstPlace(track, facts, stages);
  if (start === undefined || start.track !== track.id)
    return { place: first, since: facts.today, began: facts.today };
  let place = placeOf(track, start.phase) ?? first;
  let since = start.day;
  for (const { to, day, at } of facts.history.phases) {
    const next = at >= start.at ? placeOf(track, to) : undefined;
    // Never further than one at a time, whatever was written.
    if (next === undefined || next > place + 1 || next === place) continue;
    place = next;
    since = day;
  }
  return { place, since: Math.min(since, facts.today), began: Math.min(start.day, facts.today) };
}

function placeOf(track: Track, id: string): number | undefined {
  const place = track.phases.findIndex((phase) => phase.id === id);
  return place < 0 ? undefined : place;
}

export function phaseAt(track: Track, place: number): Phase {
  const phase = track.phases[Math.min(place, track.phases.length - 1)];
  if (phase === undefined) throw new Error(`The track ${track.id} has no phases`);
  return phase;
}
