import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Schedule, Window } from '../../../src/data/reminder-schema.ts';
import { missedBody } from '../../../src/engine/reminders/missed-body.ts';
import type { Occurrence } from '../../../src/engine/reminders/occurrence.ts';
import { occurrencesBetween } from '../../../src/engine/reminders/occurrences.ts';
import { planReminders } from '../../../src/engine/reminders/plan-reminders.ts';
import { isQuiet } from '../../../src/engine/reminders/quiet.ts';
import {
  type ReminderEvent,
  type ReminderHistory,
  reminderHistory,
} from '../../../src/engine/reminders/reminder-history.ts';
import { type Response, type Simulated, simulateReminders } from '../../../src/engine/reminders/simulate.ts';
import { wallOf } from '../../../src/engine/reminders/wall-time.ts';
import { type Life, lives, uncapped } from './arbitraries.ts';

const minute = 60_000;
const runs = { numRuns: 1000 };
const circumstances = { standing: 'cleared' } as const;

function lived(
  { history, from, to, offsetMinutes, isAwake }: Life,
  answers: readonly (Response | undefined)[] = [{ is: 'done' }],
): readonly Simulated[] {
  let prompt = 0;
  const respond = () => answers[prompt++ % answers.length];
  return simulateReminders({
    history,
    tables: uncapped,
    circumstances,
    from,
    to,
    offsetMinutes,
    isAwake,
    respond,
  });
}

/** What a person may say to one prompt after the other. */
const someAnswers = fc.array(
  fc.constantFrom<Response | undefined>(
    undefined,
    { is: 'done' },
    { is: 'skipped' },
    { is: 'snoozed', minutes: 5 },
    { is: 'snoozed', minutes: 15 },
    { is: 'snoozed', minutes: 60 },
  ),
  { minLength: 1, maxLength: 5 },
);

function promptsOf(list: readonly Simulated[]) {
  return list.flatMap((each) => (each.kind === 'shown' ? [each] : []));
}

function missedOf(list: readonly Simulated[]): readonly Occurrence[] {
  return list.flatMap((each) => (each.kind === 'missed' ? each.occurrences : []));
}

/** Everything that the schedules ask for between two instants. */
function asked({ history: { schedules, settings }, offsetMinutes }: Life, from: number, to: number) {
  return occurrencesBetween({ schedules, settings, tables: uncapped, from, to, offsetMinutes });
}

function minutesBetween(from: number, until: number): readonly number[] {
  const first = Math.ceil(from / minute) * minute;
  return Array.from(
    { length: Math.max(0, Math.ceil((until - first) / minute)) },
    (_, step) => first + step * minute,
  );
}

function windowsOf({ when, lead }: Schedule): readonly Window[] {
  if (when.kind !== 'at') return when.windows;
  // A set time makes sense for two hours; with a lead time it comes before.
  return when.at.map((at) => ({ from: (((at - lead) % 1440) + 1440) % 1440, until: (at + 120) % 1440 }));
}

type Law = (life: Life, list: readonly Simulated[]) => void;

const laws: { readonly [says: string]: Law } = {
  'no occurrence comes twice': (_life, list) => {
    const ids = promptsOf(list).flatMap(({ due }) => due.map(({ occurrence }) => occurrence.id));
    expect(new Set(ids).size).toBe(ids.length);
  },
  'each slot that the machine was awake in comes, every other is missed, none is both': (life, list) => {
    const shown = new Set(promptsOf(list).flatMap(({ due }) => due.map(({ occurrence }) => occurrence.id)));
    const missed = new Set(missedOf(list).map(({ id }) => id));
    expect(missed.size).toBe(missedOf(list).length);
    const lastLook = Math.max(life.from, ...list.map(({ at }) => at));
    for (const { id, at, until } of asked(life, life.from, life.to)) {
      const isThere = minutesBetween(at, Math.min(until, life.to)).some(life.isAwake);
      if (isThere) expect(shown).toContain(id);
      else if (until <= lastLook) expect([...missed, ...shown]).toContain(id);
      if (shown.has(id)) expect(missed).not.toContain(id);
    }
  },
  'nothing comes when nobody is there, before its time, or after its end': (life, list) => {
    for (const { at, due } of promptsOf(list)) {
      expect(life.isAwake(at)).toBe(true);
      for (const { occurrence } of due) {
        expect(at).toBeGreaterThanOrEqual(occurrence.at - 15 * minute);
        expect(at).toBeGreaterThanOrEqual(occurrence.earliest);
        expect(at).toBeLessThan(occurrence.until);
      }
    }
  },
  'what the clock shows then lies in a window, on a planned day, and not in quiet hours': (life, list) => {
    const { offsetMinutes, history } = life;
    for (const { at, due } of promptsOf(list))
      for (const { schedule, occurrence } of due) {
        const wall = wallOf(at, offsetMinutes);
        expect(isQuiet(wall, history.settings.quiet ?? [])).toBe(false);
        const date = new Date(occurrence.day * 1440 * minute);
        expect(schedule.days).toContain(date.toUTCString().slice(0, 3).toLowerCase());
        expect(schedule.except.some(({ from }) => date.toISOString().startsWith(from))).toBe(false);
        // A time that is left out comes at the change of the clocks, where no window need be.
        const isLeftOut = wallOf(occurrence.at, offsetMinutes) !== occurrence.slot - schedule.lead;
        // What the clock shows for the second time says nothing: the window goes on.
        const isSecondTime = minutesBetween(at - 60 * minute, at).some(
          (each) => wallOf(each, offsetMinutes) >= wall,
        );
        if (!isLeftOut && !isSecondTime && schedule.lead === 0)
          expect(isQuiet(wall, windowsOf(schedule))).toBe(true);
      }
  },
  'no pile after waking: one prompt, with one that is late of each schedule': (_life, list) => {
    const moments = promptsOf(list).map(({ at }) => at);
    expect(new Set(moments).size).toBe(moments.length);
    for (const { at, due } of promptsOf(list)) {
      const late = due.filter(({ occurrence }) => occurrence.at <= at).map(({ schedule }) => schedule.id);
      expect(new Set(late).size).toBe(late.length);
      const early = due.filter(({ occurrence }) => occurrence.at > at).map(({ schedule }) => schedule.id);
      expect(new Set(early).size).toBe(early.length);
    }
  },
  'of a schedule one is open at a time, however the clocks change': (life) => {
    const all = asked(life, life.from - 86_400_000, life.to);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id } of life.history.schedules) {
      const own = all.filter(({ schedule }) => schedule === id);
      for (const [place, occurrence] of own.entries()) {
        expect(occurrence.until).toBeGreaterThan(occurrence.at);
        expect(own[place + 1]?.at ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(occurrence.until);
      }
    }
  },
};

describe('laws of the planner, over random schedules, zones, changes of the clocks and naps', () => {
  it(`${Object.keys(laws).join('; ')}`, () => {
    fc.assert(
      fc.property(lives(2), (life) => {
        const list = lived(life);
        for (const law of Object.values(laws)) law(life, list);
      }),
      runs,
    );
  }, 300_000);

  it('what is asked for does not depend on where one begins to look', () => {
    fc.assert(
      fc.property(lives(3), fc.integer({ min: 1, max: 4000 }), (life, cut) => {
        const middle = Math.min(life.to, life.from + cut * minute);
        const parts = [...asked(life, life.from, middle), ...asked(life, middle, life.to)];
        expect(parts).toEqual(asked(life, life.from, life.to));
      }),
      runs,
    );
  });

  it('a simulation is what ticks of each minute do through the record', () => {
    fc.assert(
      fc.property(lives(1 / 16), someAnswers, (life, answers) => {
        const simulated = lived(life, answers);
        const live = liveTicks(life, answers);
        const prompts = (list: readonly Simulated[]) =>
          promptsOf(list).map(({ at, due }) => [at, ...due.map(({ occurrence }) => occurrence.id)]);
        expect(prompts(live)).toEqual(prompts(simulated));
        const lastLook = Math.max(life.from, ...simulated.map(({ at }) => at));
        const until = (list: readonly Simulated[]) =>
          missedOf(list)
            .filter((occurrence) => occurrence.until <= lastLook)
            .map(({ id }) => id)
            .sort();
        expect(until(live)).toEqual(until(simulated));
      }),
      runs,
    );
  }, 300_000);
});

/** A scheduler that starts a tick each minute; all it knows is what the record says. */
function liveTicks(
  { history, from, to, offsetMinutes, isAwake }: Life,
  answers: readonly (Response | undefined)[],
): readonly Simulated[] {
  let prompt = 0;
  const events: ReminderEvent[] = [];
  const list: Simulated[] = [];
  let known: ReminderHistory = history;
  let lastTick = from;
  const keep = (kind: string, body: unknown, at: number) => {
    events.push({ at: new Date(at).toISOString(), kind, body });
    known = { ...reminderHistory(events), schedules: history.schedules, settings: history.settings };
  };
  for (let now = from; now < to; now += minute) {
    if (!isAwake(now)) continue;
    const { due, missed } = planReminders({
      history: known,
      tables: uncapped,
      circumstances,
      lastTick,
      now,
      offsetMinutes,
    });
    if (missed.length > 0) {
      list.push({ kind: 'missed', at: now, occurrences: missed });
      keep('reminder-missed', missedBody(missed), now);
    }
    if (due.length > 0) {
      list.push({ kind: 'shown', at: now, due, text: { id: '', text: '' } });
      const ids = due.map(({ occurrence }) => occurrence.id);
      keep('reminder-shown', { ids }, now);
      const answer = answers[prompt++ % answers.length];
      if (answer !== undefined) keep('reminder-answer', { ids, ...answer }, now);
    }
    lastTick = now;
  }
  return list;
}
