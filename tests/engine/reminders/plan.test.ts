import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../src/data/reminder-schema.ts';
import { reminderTables } from '../../../src/data/reminder-tables.ts';
import { latestShown } from '../../../src/engine/reminders/latest-shown.ts';
import { missedBody } from '../../../src/engine/reminders/missed-body.ts';
import { occurrencesBetween } from '../../../src/engine/reminders/occurrences.ts';
import {
  type Circumstances,
  planReminders,
  type ReminderPlan,
} from '../../../src/engine/reminders/plan-reminders.ts';
import { type ReminderEvent, reminderHistory } from '../../../src/engine/reminders/reminder-history.ts';
import { asleepIn, simulateReminders } from '../../../src/engine/reminders/simulate.ts';
import { upcomingReminders } from '../../../src/engine/reminders/upcoming-reminders.ts';
import { offsetsOf } from './zones.ts';

const offsetMinutes = offsetsOf('Australia/Sydney');
const workDays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** A Monday in Sydney; "Tue 09:45" is the day after. */
function at(text: string): number {
  const [first = '', second] = text.split(' ');
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const date = 23 + (second === undefined ? 0 : days.indexOf(first));
  return Date.parse(`2026-11-${date}T${second ?? first}+11:00`);
}

function event(when: string, kind: string, body: unknown): ReminderEvent {
  return { at: new Date(at(when)).toISOString(), kind: `reminder-${kind}`, body };
}

function schedule(changes: Partial<Schedule> = {}): Schedule {
  return {
    id: 'desk-break',
    kind: 'break',
    name: 'Desk break',
    when: {
      kind: 'every',
      minutes: 45,
      windows: [
        { from: 540, until: 750 },
        { from: 810, until: 1050 },
      ],
    },
    days: workDays,
    except: [],
    lead: 0,
    starts: 'stretch desk-break',
    ...changes,
  };
}

const deskBreak: ReminderEvent = {
  ...event('00:00', 'schedule', { schedule: schedule() }),
  at: '2026-11-01T00:00:00Z',
};

interface World {
  readonly now: string;
  readonly lastTick?: string;
  readonly circumstances?: Circumstances;
}

function plan(events: readonly ReminderEvent[], { now, lastTick, circumstances }: World): ReminderPlan {
  return planReminders({
    history: reminderHistory(events),
    tables: reminderTables,
    circumstances: circumstances ?? { standing: 'cleared' },
    ...(lastTick === undefined ? {} : { lastTick: at(lastTick) }),
    now: at(now),
    offsetMinutes,
  });
}

function dueTimes({ due }: ReminderPlan): readonly string[] {
  return due.map(({ occurrence }) => occurrence.id.slice(-5));
}

function with_(...schedules: readonly Schedule[]): readonly ReminderEvent[] {
  return schedules.map((each) => ({ ...deskBreak, body: { schedule: each } }));
}

const id = (time: string) => `desk-break/2026-11-23T${time}`;

describe('a day at the desk', () => {
  it('has its first break 45 minutes after the start of each stretch: nine in all', () => {
    const prompts = upcomingReminders(
      {
        history: reminderHistory([deskBreak]),
        tables: reminderTables,
        circumstances: { standing: 'cleared' },
        now: at('00:00'),
        offsetMinutes,
      },
      at('23:59'),
    );
    expect(prompts.map(({ due }) => due[0]?.occurrence.id)).toEqual(
      ['09:45', '10:30', '11:15', '12:00', '14:15', '15:00', '15:45', '16:30', '17:15'].map(id),
    );
  });

  it('says what is due, what is next and when to look again', () => {
    const now = plan([deskBreak], { now: '09:45', lastTick: '09:44' });
    expect(dueTimes(now)).toEqual(['09:45']);
    expect(now.next?.id).toBe(id('10:30'));
    expect(now.nextDue).toBe(at('10:30'));
    expect(now.missed).toEqual([]);
  });

  it('has nothing due before the first slot, in the lunch break, or at the end of its hours', () => {
    for (const now of ['09:44', '12:30', '13:45', '17:30', '23:00', 'Sat 10:30'])
      expect(dueTimes(plan([deskBreak], { now }))).toEqual([]);
  });

  it('looks past the weekend for the next one', () => {
    expect(plan([deskBreak], { now: 'Fri 17:30' }).next?.id).toBe('desk-break/2026-11-30T09:45');
  });
});

describe('after waking', () => {
  it('the newest comes, once; those before it were missed', () => {
    const woken = plan([deskBreak], { now: '11:40', lastTick: '09:00' });
    expect(dueTimes(woken)).toEqual(['11:15']);
    expect(woken.missed.map((each) => each.id)).toEqual([id('09:45'), id('10:30')]);
  });

  it('one whose hours are over is missed, not shown late', () => {
    const woken = plan([deskBreak], { now: '12:31', lastTick: '11:00' });
    expect(dueTimes(woken)).toEqual([]);
    expect(woken.missed.map((each) => each.id)).toEqual([id('10:30'), id('11:15'), id('12:00')]);
  });

  it('what would come within 15 minutes rides along', () => {
    const woken = plan([deskBreak], { now: '10:20', lastTick: '09:00' });
    expect(dueTimes(woken)).toEqual(['09:45', '10:30']);
    expect(woken.next?.id).toBe(id('11:15'));
  });

  it('one absence is one event, and what it holds does not come again', () => {
    const woken = plan([deskBreak], { now: '11:40', lastTick: '09:00' });
    const body = missedBody(woken.missed);
    expect(body).toEqual({
      schedules: { 'desk-break': { count: 2, from: '2026-11-23T09:45', until: '2026-11-23T10:30' } },
    });
    const again = plan([deskBreak, event('11:40', 'missed', body)], { now: '11:41', lastTick: '09:00' });
    expect(again.missed).toEqual([]);
    expect(dueTimes(again)).toEqual(['11:15']);
  });

  it('nothing was missed where nobody looked before, or the clock was set back', () => {
    expect(plan([deskBreak], { now: '16:00' }).missed).toEqual([]);
    expect(plan([deskBreak], { now: '16:00', lastTick: '17:00' }).missed).toEqual([]);
  });

  it('a month away is not counted slot by slot', () => {
    const history = reminderHistory([deskBreak]);
    const { missed } = planReminders({
      history,
      tables: reminderTables,
      circumstances: { standing: 'cleared' },
      lastTick: Date.parse('2026-11-02T00:00Z'),
      now: Date.parse('2027-02-01T00:00+11:00'),
      offsetMinutes,
    });
    expect(missed).toHaveLength(90);
  });
});

describe('what the person says', () => {
  const shown = event('09:45', 'shown', { ids: [id('09:45')], text: 'break-glass', by: 'notifier' });
  it.each([
    ['shown is not done, and does not come twice', [shown], 'shown'],
    ['done', [shown, event('09:50', 'answer', { ids: [id('09:45')], is: 'done' })], 'done'],
    ['skipped', [event('09:46', 'answer', { ids: [id('09:45')], is: 'skipped' })], 'skipped'],
    ['done before it came', [event('09:30', 'answer', { ids: [id('09:45')], is: 'done' })], 'done'],
    [
      'a session of it by itself',
      [{ ...event('09:30', 'x', { routine: 'desk-break' }), kind: 'practice' }],
      'done',
    ],
  ])('%s', (_name, events, held) => {
    expect(dueTimes(plan([deskBreak, ...events], { now: '09:50' }))).toEqual([]);
    const before = plan([deskBreak, ...events], { now: '09:00' });
    expect(before.why).toEqual({
      kind: 'next',
      held: [{ occurrence: expect.objectContaining({ id: id('09:45') }), because: held }],
    });
  });

  it('a snooze brings it once more, and not the one that falls before', () => {
    const snoozed = [
      deskBreak,
      shown,
      event('09:50', 'answer', { ids: [id('09:45')], is: 'snoozed', minutes: 60 }),
    ];
    expect(plan(snoozed, { now: '09:51' }).nextDue).toBe(at('10:50'));
    expect(dueTimes(plan(snoozed, { now: '10:30' }))).toEqual([]);
    const due = plan(snoozed, { now: '10:50' });
    expect(dueTimes(due)).toEqual(['09:45']);
    expect(due.due[0]?.again).toBe(true);
    const after = [...snoozed, event('10:50', 'shown', { ids: [id('09:45')] })];
    expect(dueTimes(plan(after, { now: '10:51' }))).toEqual([]);
    expect(dueTimes(plan(after, { now: '11:15' }))).toEqual(['11:15']);
    expect(plan(after, { now: '11:16', lastTick: '09:00' }).missed).toEqual([]);
    // The one at 10:30 does not come afterwards, although it would still be open.
    const done = [...after, event('10:52', 'answer', { ids: [id('09:45')], is: 'done' })];
    expect(dueTimes(plan(done, { now: '10:53' }))).toEqual([]);
    const twice = [...after, event('10:52', 'answer', { ids: [id('09:45')], is: 'snoozed', minutes: 5 })];
    expect(dueTimes(plan(twice, { now: '10:53' }))).toEqual([]);
    expect(dueTimes(plan(twice, { now: '10:57' }))).toEqual(['09:45']);
  });

  it('a snooze reaches no further than the end of the hours', () => {
    const late = event('12:10', 'answer', { ids: [id('12:00')], is: 'snoozed', minutes: 60 });
    const after = plan([deskBreak, late], { now: '13:10', lastTick: '12:10' });
    expect(dueTimes(after)).toEqual([]);
    expect(after.next?.id).toBe(id('14:15'));
  });

  it('skip today leaves tomorrow alone', () => {
    const skipped = event('09:46', 'answer', { ids: [id('09:45')], is: 'skipped', day: true });
    expect(plan([deskBreak, skipped], { now: '09:47' }).next?.id).toBe('desk-break/2026-11-24T09:45');
  });

  it('the newest prompt without an answer is what "done" means', () => {
    const second = event('10:30', 'shown', { ids: [id('10:30')] });
    const history = reminderHistory([deskBreak, shown, second]);
    expect(latestShown(history, at('10:40'))).toEqual([id('10:30')]);
    const answered = reminderHistory([
      shown,
      second,
      event('10:35', 'answer', { ids: [id('10:30')], is: 'done' }),
    ]);
    expect(latestShown(answered, at('10:40'))).toEqual([id('09:45')]);
    expect(latestShown(reminderHistory([shown]), at('Wed 10:40'))).toBeUndefined();
  });
});

describe('quiet', () => {
  const pause = (until?: string) =>
    event('10:00', 'pause', {
      is: 'on',
      ...(until === undefined ? {} : { until: new Date(at(until)).toISOString() }),
    });

  it('a pause holds what falls into it, and does not bring it later', () => {
    const paused = [deskBreak, event('09:45', 'shown', { ids: [id('09:45')] }), pause('11:00')];
    expect(dueTimes(plan(paused, { now: '10:30' }))).toEqual([]);
    expect(plan(paused, { now: '10:30' }).why).toEqual({ kind: 'paused', until: at('11:00') });
    expect(dueTimes(plan(paused, { now: '11:01' }))).toEqual([]);
    expect(plan(paused, { now: '11:01', lastTick: '10:00' }).missed).toEqual([]);
    expect(dueTimes(plan(paused, { now: '11:15' }))).toEqual(['11:15']);
  });

  it('a pause without an end lasts until it is taken back', () => {
    expect(plan([deskBreak, pause()], { now: 'Fri 10:30' }).why).toEqual({ kind: 'paused' });
    const over = [deskBreak, pause(), event('Fri 09:00', 'pause', { is: 'over' })];
    expect(dueTimes(plan(over, { now: 'Fri 10:30' }))).toEqual(['10:30']);
  });

  it('quiet hours hold what falls into them, and end what is open', () => {
    const evening = schedule({ id: 'check-in', kind: 'evening', when: { kind: 'at', at: [1230, 1320] } });
    const events = with_(evening);
    expect(dueTimes(plan(events, { now: '21:44' }))).toEqual(['20:30']);
    expect(dueTimes(plan(events, { now: '21:45' }))).toEqual([]);
    expect(dueTimes(plan(events, { now: '22:00' }))).toEqual([]);
    expect(dueTimes(plan(with_({ ...evening, evenInQuiet: true }), { now: '22:00' }))).toEqual(['22:00']);
  });

  it('days off are days off', () => {
    const holiday = event('00:01', 'settings', { daysOff: [{ from: '2026-11-23', until: '2026-11-24' }] });
    expect(plan([deskBreak, holiday], { now: '08:00' }).next?.id).toBe('desk-break/2026-11-25T09:45');
    const own = with_(schedule({ except: [{ from: '2026-11-23', until: '2026-11-23' }] }));
    expect(plan(own, { now: '08:00' }).next?.id).toBe('desk-break/2026-11-24T09:45');
  });
});

describe('safety', () => {
  it.each(['emergency', 'urgent', 'unchecked'] as const)('%s turns all of it off', (standing) => {
    const off = plan([deskBreak], { now: '11:40', lastTick: '09:00', circumstances: { standing } });
    expect(off).toEqual({ due: [], missed: [], asks: [], why: { kind: 'off', standing } });
  });

  it('with pain of 7 and more only gentle ones come', () => {
    const stretch = schedule({ id: 'hamstring', kind: 'hamstring', when: { kind: 'at', at: [585] } });
    const both = [deskBreak, ...with_(stretch)];
    const kinds = (pain: number) =>
      plan(both, { now: '09:45', circumstances: { standing: 'cleared', pain } }).due.map(
        ({ schedule: { kind } }) => kind,
      );
    expect(kinds(6)).toEqual(['break', 'hamstring']);
    expect(kinds(7)).toEqual(['break']);
  });
});

describe('no nagging', () => {
  const seen = (...times: readonly string[]) =>
    times.map((time) => event(time, 'shown', { ids: [id(time)] }));

  it('three passed over in a row: every second one of that day stays out', () => {
    const ignored = [deskBreak, ...seen('09:45', '10:30', '11:15')];
    expect(plan(ignored, { now: '12:00' }).next?.id).toBe(id('14:15'));
    expect(dueTimes(plan(ignored, { now: '12:00' }))).toEqual([]);
    expect(dueTimes(plan(ignored, { now: '14:15' }))).toEqual(['14:15']);
    expect(dueTimes(plan(ignored, { now: 'Tue 09:45' }))).toEqual(['09:45']);
  });

  it('an answer in between keeps all of them', () => {
    const answered = [
      deskBreak,
      ...seen('09:45', '10:30', '11:15'),
      event('10:35', 'answer', { ids: [id('10:30')], is: 'done' }),
    ];
    expect(dueTimes(plan(answered, { now: '12:00' }))).toEqual(['12:00']);
  });

  it('three days passed over: a question, and nothing else changes', () => {
    const days = ['23', '24', '25'].map((day, place) =>
      event(`${['Mon', 'Tue', 'Wed'][place]} 09:45`, 'shown', { ids: [`desk-break/2026-11-${day}T09:45`] }),
    );
    expect(plan([deskBreak, ...days], { now: 'Thu 08:00' }).asks).toEqual([
      { schedule: 'desk-break', ask: 'fewer-or-other-time-or-stop' },
    ]);
    const answer = event('Wed 09:50', 'answer', { ids: ['desk-break/2026-11-25T09:45'], is: 'skipped' });
    expect(plan([deskBreak, ...days, answer], { now: 'Thu 08:00' }).asks).toEqual([]);
  });

  it('three weeks done without a prompt: every second one; ten weeks: a question', () => {
    const walk = schedule({ id: 'walk', kind: 'walk', when: { kind: 'at', at: [750] } });
    const kept = (since: string): readonly ReminderEvent[] => [
      { ...deskBreak, at: since, body: { schedule: walk } },
      ...Array.from({ length: 21 }, (_, back) => {
        const date = new Date(Date.UTC(2026, 10, 22 - back)).toISOString().slice(0, 10);
        return {
          at: `${date}T00:30:00Z`,
          kind: 'reminder-answer',
          body: { ids: [`walk/${date}T12:30`], is: 'done' },
        };
      }),
    ];
    const days = ['Mon', 'Tue', 'Wed', 'Thu'].map(
      (day) => dueTimes(plan(kept('2026-10-20T00:00:00Z'), { now: `${day} 12:30` })).length,
    );
    expect(days.slice(0, 2).toSorted()).toEqual([0, 1]);
    expect(plan(kept('2026-11-10T00:00:00Z'), { now: '12:30' }).due).toHaveLength(1);
    expect(plan(kept('2026-09-01T00:00:00Z'), { now: '12:30' }).asks).toEqual([
      { schedule: 'walk', ask: 'keep-one-a-day' },
    ]);
    expect(plan(kept('2026-10-20T00:00:00Z'), { now: '12:30' }).asks).toEqual([]);
  });
});

describe('prompts are few', () => {
  it('a day of the whole article has 16 prompts, and nothing in it is lost', () => {
    const history = reminderHistory(with_(...reminderTables.article.schedules));
    const asleep = asleepIn([{ from: 1320, until: 390 }], offsetMinutes);
    const list = simulateReminders({
      history,
      tables: reminderTables,
      circumstances: { standing: 'cleared' },
      from: at('00:00'),
      to: at('Sun 23:59'),
      offsetMinutes,
      isAwake: (now) => !asleep(now),
    });
    const monday = list.filter((each) => each.kind === 'shown' && each.at < at('Tue 00:00'));
    expect(list.filter(({ kind }) => kind === 'missed')).toEqual([]);
    expect(monday).toHaveLength(16);
  });

  it('over a cap as many come as fit, evenly, and an evening check-in among them', () => {
    const own = schedule({
      id: 'water',
      kind: 'own',
      when: { kind: 'every', minutes: 30, windows: [{ from: 540, until: 1020 }] },
    });
    const evening = schedule({ id: 'check-in', kind: 'evening', when: { kind: 'at', at: [1230] } });
    const prompts = upcomingReminders(
      {
        history: reminderHistory(with_(own, evening)),
        tables: reminderTables,
        circumstances: { standing: 'cleared' },
        now: at('00:00'),
        offsetMinutes,
      },
      at('23:59'),
    );
    expect(prompts.flatMap(({ due }) => due.map(({ occurrence }) => occurrence.id.slice(-5)))).toEqual([
      '11:00',
      '13:00',
      '15:00',
      '16:30',
      '20:30',
    ]);
  });

  it('over a cap what comes once a day stays, whenever that is', () => {
    const often = schedule({
      id: 'walk',
      kind: 'walk',
      when: { kind: 'times', count: 5, windows: [{ from: 540, until: 1080 }] },
    });
    const once = (minute: number) =>
      schedule({ id: 'physio', kind: 'own', when: { kind: 'at', at: [minute] } });
    for (const minute of [495, 720, 1100]) {
      const list = occurrencesBetween({
        schedules: [often, once(minute)],
        settings: { daysOff: [], openWords: false },
        tables: reminderTables,
        from: at('00:00'),
        to: at('23:59'),
        offsetMinutes,
      });
      expect(list).toHaveLength(5);
      expect(list.map((each) => each.schedule)).toContain('physio');
    }
  });

  it('a time that the person set is never early, one that is spread may ride along', () => {
    const walk = schedule({ id: 'walk', kind: 'walk', when: { kind: 'at', at: [595] } });
    expect(plan([deskBreak, ...with_(walk)], { now: '09:45' }).due).toHaveLength(1);
    const early = schedule({ id: 'walk', kind: 'walk', when: { kind: 'at', at: [575] } });
    const both = plan([deskBreak, ...with_(early)], { now: '09:35' });
    expect(both.due.map(({ schedule: { id: name } }) => name)).toEqual(['walk', 'desk-break']);
  });
});

describe('what there is not', () => {
  it('no schedules', () => {
    expect(plan([], { now: '10:00' }).why).toEqual({ kind: 'no-schedules' });
    const removed = [deskBreak, event('08:00', 'schedule', { removed: 'desk-break' })];
    expect(plan(removed, { now: '10:00' }).why).toEqual({ kind: 'no-schedules' });
  });

  it('a schedule does not bring what lay before it', () => {
    const late = event('10:00', 'schedule', { schedule: schedule() });
    expect(dueTimes(plan([late], { now: '10:05' }))).toEqual([]);
    expect(plan([late], { now: '10:05', lastTick: '09:00' }).missed).toEqual([]);
    expect(dueTimes(plan([late], { now: '10:30' }))).toEqual(['10:30']);
  });

  it('what falls on the very minute of a word belongs to it', () => {
    const set = event('09:45', 'schedule', { schedule: schedule() });
    expect(dueTimes(plan([set], { now: '09:45' })), 'set at its own time').toEqual(['09:45']);
    const quiet = event('09:45', 'pause', { is: 'on', until: new Date(at('10:30')).toISOString() });
    expect(dueTimes(plan([deskBreak, quiet], { now: '10:30' })), 'over as the next one comes').toEqual([
      '10:30',
    ]);
    const over = event('09:50', 'pause', { is: 'over' });
    expect(dueTimes(plan([deskBreak, quiet, over], { now: '09:51' })), 'quiet as it came').toEqual([]);
    const shown = event('10:15', 'shown', { ids: [id('09:45')] });
    const later = event('10:15', 'answer', { ids: [id('09:45')], is: 'snoozed', minutes: 15 });
    const both = plan([deskBreak, shown, later], { now: '10:30' });
    expect(dueTimes(both), 'put off to the next one: that one alone').toEqual(['10:30']);
    expect(both.due[0]?.again).toBe(false);
  });

  it('a year without a day for it', () => {
    const gone = event('00:01', 'settings', { daysOff: [{ from: '2026-11-01', until: '2028-01-01' }] });
    expect(plan([deskBreak, gone], { now: '10:00' }).why).toEqual({ kind: 'none' });
  });
});
