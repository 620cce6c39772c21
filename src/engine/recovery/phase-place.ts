import type { Stage } from '../../data/exercise-schema.ts';
import type { Phase, Track } from '../../data/recovery-schema.ts';
import { stageOf } from '../routine/stage.ts';
import type { RecoveryPlan } from './plan-for.ts';
import type { RecoveryHistory } from './recovery-events.ts';
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

/** Where a person is in a track. */
export interface Place {
  /** 0 for the first phase. */
  readonly place: number;
  /** Days of the person: since when, and when the plan began. */
  readonly since: number;
  readonly began: number;
  /** The phase was reached by a step up. */
  readonly isByStepUp: boolean;
}

/**
 * Where the person is by what was kept, and since when. A plan that was not begun begins today; a change of plan, or
 * coming back to one that was left, leads no further than the person was.
 */
export function placeNow(
  tracks: readonly Track[],
  { track }: Pick<RecoveryPlan, 'track'>,
  facts: RecoveryFacts,
  stages: readonly Stage[],
): Place {
  const { today, history } = facts;
  const first = firstPlace(track, facts, stages);
  const start = history.starts.at(-1);
  if (start?.track === track.id) {
    const { place, since, isByStepUp } = placeAfter(track, start, history, first);
    return {
      place,
      since: Math.min(since, today),
      began: Math.min(start.day, today),
      isByStepUp,
    };
  }
  const left = history.starts.flatMap((each, at) => {
    const of = tracks.find(({ id }) => id === each.track);
    const until = history.starts[at + 1]?.order ?? Number.POSITIVE_INFINITY;
    const phases = history.phases.filter(({ order }) => order < until);
    return of === undefined
      ? []
      : [{ of, place: placeAfter(of, each, { phases }, placeOf(of, each.phase) ?? 0).place }];
  });
  const here = left.findLast(({ of }) => of.id === track.id);
  const newest = left.at(-1);
  const stage = newest === undefined ? undefined : phaseAt(newest.of, newest.place).stage;
  const allowed = track.phases.filter((phase) => stage === undefined || phase.stage <= stage).length;
  const place = Math.max(0, Math.min(first, allowed - 1, here?.place ?? first));
  return { place, since: today, began: today, isByStepUp: false };
}

type Start = RecoveryHistory['starts'][number];

/** Where the steps after a start have led. */
function placeAfter(
  track: Track,
  start: Start,
  { phases }: Pick<RecoveryHistory, 'phases'>,
  first: number,
): Pick<Place, 'place' | 'since' | 'isByStepUp'> {
  let place = placeOf(track, start.phase) ?? first;
  let since = start.day;
  let isByStepUp = false;
  for (const { to, day, order } of phases) {
    const next = order > start.order ? placeOf(track, to) : undefined;
    // Never further than one at a time, whatever was written.
    if (next === undefined || next > place + 1 || next === place) continue;
    isByStepUp = next > place;
    place = next;
    since = day;
  }
  return { place, since, isByStepUp };
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
