import { describe, expect, test } from 'vitest';
import { type Story, todayOf } from './people.ts';

type Events = NonNullable<Story['events']>;

interface LivedDay {
  readonly day: number;
  readonly phase: string;
  readonly proposal: string;
  readonly state: string;
  readonly flare: string;
}

/** Somebody who notes their pain each evening, says yes to what they can do, and follows what is proposed. */
function lived(pain: readonly number[], more: (day: number) => Events = () => []): readonly LivedDay[] {
  const answers = {
    duration: 1,
    'pain-average': 6,
    'activity-limit': 5,
    'local-bruise-or-tender': 'yes',
  } as const;
  let events: Events = [[0, 'start', { track: 'pulled-muscle', phase: 'calm' }]];
  return pain.map((_, day): LivedDay => {
    events = [...events, ...more(day)];
    const at = () => todayOf({ answers, events, pain: pain.slice(0, day + 1), today: day });
    const asked = at().now.askAbout.map(({ id }) => [id, 'yes'] as const);
    if (asked.length > 0) events = [...events, [day, 'tasks', { answers: Object.fromEntries(asked) }]];
    const { now, report } = at();
    const { proposal } = now;
    if (proposal.kind === 'up' || proposal.kind === 'back')
      events = [...events, [day, 'phase', { to: proposal.to.id }]];
    return {
      day,
      phase: now.reached.id,
      proposal: proposal.kind,
      state: report.state,
      flare: now.flare.kind,
    };
  });
}
const firstDayIn = (days: readonly LivedDay[], phase: string) =>
  days.find((each) => each.phase === phase)?.day;

describe('weeks of a real person', () => {
  test('a good course goes through all phases, one after the other', () => {
    const pain = Array.from({ length: 35 }, (_, day) => Math.max(0, 6 - Math.floor(day / 3)));
    const days = lived(pain);
    const order = [...new Set(days.map(({ phase }) => phase))];
    expect(order).toEqual(['calm', 'move', 'rebuild', 'return', 'keep']);
    expect(days.map(({ state }) => state)).not.toContain('off-track');
    expect(firstDayIn(days, 'move')).toBeGreaterThanOrEqual(2);
  });

  test('a flare in week two stops it, and it goes on from there once that is over', () => {
    const pain = [6, 6, 5, 5, 4, 4, 3, 3, 3, 6, 6, 5, 4, 3, 3, 3, 2, 2, 2, 2, 2, 2];
    const before = lived(pain.slice(0, 9)).at(-1)?.phase;
    const days = lived(pain, (day): Events => {
      if (day === 9) return [[9, 'flare', { is: 'started' }]];
      return day === 14 ? [[14, 'flare', { is: 'over' }]] : [];
    });
    const flaring = days.filter(({ flare }) => flare === 'running');
    expect(flaring.map(({ day }) => day)).toEqual([9, 10, 11, 12, 13]);
    expect(new Set(flaring.map(({ phase, proposal }) => `${phase} ${proposal}`))).toEqual(
      new Set([`${before} stay`]),
    );
    expect(days.at(-1)?.phase).toBe('return');
  });

  test('a course that stands still is watched after two weeks and off track after three', () => {
    const days = lived(Array.from({ length: 24 }, () => 6));
    const firstOf = (state: string) => days.find((each) => each.state === state)?.day;
    // The pain began a day before the plan.
    expect([firstOf('watch'), firstOf('off-track')]).toEqual([7, 20]);
    expect(days.at(-1)?.phase).not.toBe('rebuild');
  });

  test('pain that climbs never leads ahead', () => {
    const days = lived(Array.from({ length: 20 }, (_, day) => Math.min(10, 2 + day / 3)));
    expect(days.slice(1).map(({ proposal }) => proposal)).not.toContain('up');
    expect(days.map(({ state }) => state)).toContain('off-track');
  });
});
