import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reminderKindIds, scheduleSchema } from '../../../src/data/reminder-schema.ts';
import { reminderTables } from '../../../src/data/reminder-tables.ts';
import type { DueReminder } from '../../../src/engine/reminders/plan-reminders.ts';
import { promptText } from '../../../src/engine/reminders/prompt-text.ts';
import { reminderKinds } from '../../../src/engine/reminders/reminder-events.ts';
import { reminderHistory } from '../../../src/engine/reminders/reminder-history.ts';
import { encodeLine, isEveryday } from '../../../src/store/line.ts';

const at = '2026-11-23T09:45:00.000+11:00';
const kept = reminderTables.article.schedules[0];

describe('the record of reminders', () => {
  it('gives back every ready schedule as it was kept', () => {
    const all = [reminderTables.few, reminderTables.article, ...reminderTables.plans].flatMap(
      ({ schedules }) => schedules,
    );
    for (const schedule of all) {
      const body = JSON.parse(JSON.stringify({ schedule }));
      expect(reminderHistory([{ at, kind: reminderKinds.schedule, body }]).schedules).toEqual([
        { ...schedule, since: Date.parse(at) },
      ]);
    }
  });

  it('has the newest of each schedule, whatever the order of the events', () => {
    const early = { at: '2026-11-22T00:00:00Z', kind: reminderKinds.schedule, body: { schedule: kept } };
    const late = { at, kind: reminderKinds.schedule, body: { removed: kept?.id } };
    expect(reminderHistory([late, early]).schedules).toEqual([]);
    expect(reminderHistory([{ ...late, at: '2026-11-21T00:00:00Z' }, early]).schedules).toHaveLength(1);
  });

  it.each([
    ['no times', { ...kept, when: { kind: 'at', at: [] } }],
    ['times that are none', { ...kept, when: { kind: 'at', at: [1440, -1, 3.5, '9'] } }],
    ['a rhythm of another version', { ...kept, when: { kind: 'moon' } }],
    ['no days', { ...kept, days: ['someday'] }],
    ['every minute', { ...kept, when: { kind: 'every', minutes: 1, windows: [{ from: 0, until: 60 }] } }],
    [
      'hours of no length',
      { ...kept, when: { kind: 'every', minutes: 30, windows: [{ from: 60, until: 60 }] } },
    ],
    ['an id that is none', { ...kept, id: '../x' }],
  ])('a schedule with %s is none', (_name, schedule) => {
    expect(reminderHistory([{ at, kind: reminderKinds.schedule, body: { schedule } }]).schedules).toEqual([]);
  });

  it('a schedule of a kind that only a newer version knows comes all the same', () => {
    const body = { schedule: { ...kept, kind: 'massage', colour: 'red' } };
    expect(reminderHistory([{ at, kind: reminderKinds.schedule, body }]).schedules[0]?.kind).toBe('own');
  });

  it('bears any body, and gives only schedules that keep the schema', () => {
    const kinds = fc.constantFrom(...Object.values(reminderKinds), 'practice', 'log');
    const bodies = fc.oneof(
      fc.anything(),
      fc.record({
        schedule: fc.record({
          id: fc.constant('x'),
          when: fc.anything(),
          days: fc.anything(),
          except: fc.anything(),
        }),
      }),
      fc.record({
        ids: fc.anything(),
        is: fc.anything(),
        minutes: fc.anything(),
        until: fc.anything(),
        quiet: fc.anything(),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.oneof(fc.constant(at), fc.string()), kind: kinds, body: bodies })),
        (events) => {
          for (const { since: _since, ...schedule } of reminderHistory(events).schedules)
            expect(scheduleSchema.safeParse(schedule).success).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('quiet hours that cannot be read are the usual ones; an empty list is none', () => {
    const quiet = (value: unknown) =>
      reminderHistory([{ at, kind: reminderKinds.settings, body: { quiet: value } }]).settings.quiet;
    expect(quiet([{ from: 'ten' }])).toBeUndefined();
    expect(quiet([])).toEqual([]);
    expect(quiet([{ from: 60, until: 30 }])).toEqual([{ from: 60, until: 30 }]);
  });

  it('a pause takes the place of the one before', () => {
    const pause = (hour: string, body: unknown) => ({
      at: `2026-11-23T${hour}:00:00Z`,
      kind: reminderKinds.pause,
      body,
    });
    const until = (hour: string) => ({ is: 'on', until: `2026-11-23T${hour}:00:00Z` });
    const { pauses } = reminderHistory([
      pause('08', until('20')),
      pause('09', until('10')),
      pause('12', { is: 'on' }),
      pause('13', { is: 'over' }),
    ]);
    expect(
      pauses.map(({ from, until: end }) => [new Date(from).getUTCHours(), new Date(end).getUTCHours()]),
    ).toEqual([
      [8, 9],
      [9, 10],
      [12, 13],
    ]);
  });

  it('what happens daily stands on lines that a search for rare ones passes over, and is short', () => {
    expect(Object.values(reminderKinds).filter(isEveryday)).toEqual([
      reminderKinds.shown,
      reminderKinds.answer,
      reminderKinds.missed,
    ]);
    const body = { ids: ['desk-break/2026-11-23T09:45'], text: 'break-glass', by: 'notifier' };
    const event = {
      id: '01KAQ0000000000000000000000',
      at,
      zone: 'Australia/Sydney',
      kind: reminderKinds.shown,
      body,
    };
    expect(encodeLine(event, () => 0).length).toBeLessThan(256);
  });
});

describe('what a prompt says', () => {
  const due = (kind: (typeof reminderKindIds)[number], slot: number, says?: string): DueReminder => ({
    schedule: {
      id: kind,
      kind,
      name: kind,
      when: { kind: 'at', at: [600] },
      days: ['mon'],
      except: [],
      lead: 0,
      since: 0,
      ...(says === undefined ? {} : { says }),
    },
    occurrence: {
      id: `${kind}/${slot}`,
      schedule: kind,
      slot,
      day: 0,
      number: 3,
      of: 5,
      at: 0,
      earliest: 0,
      until: 1,
      ends: 1,
    },
    again: false,
  });

  it('is never what the same kind said the last time, whatever came between', () => {
    const kinds = fc.constantFrom(...reminderKindIds);
    const lives = fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 50 })), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(lives, fc.boolean(), fc.integer({ min: 0, max: 10 }), (prompts, discreet, pain) => {
        const recentTexts: string[] = [];
        const last = new Map<string, string>();
        for (const [kind, slot] of prompts) {
          const { id, text } = promptText([due(kind, slot)], {
            tables: reminderTables,
            history: { recentTexts, lastSign: 0 },
            pain,
            discreet,
          });
          const list = discreet ? 'discreet' : kind;
          expect(id).not.toBe(last.get(list));
          expect(text.length).toBeLessThanOrEqual(60);
          expect(text).not.toMatch(/[{}]/);
          last.set(list, id);
          recentTexts.unshift(id);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is gentle with severe pain', () => {
    const gentle = new Set(
      reminderTables.texts.break.filter((text) => text.gentle === true).map(({ id }) => id),
    );
    for (let slot = 0; slot < 50; slot += 1) {
      const wishes = {
        tables: reminderTables,
        history: { recentTexts: [], lastSign: 0 },
        pain: 7,
        discreet: false,
      };
      expect(gentle).toContain(promptText([due('break', slot)], wishes).id);
    }
  });

  it('is the words of the person, the check-in first, and every text has its turn', () => {
    const wishes = { tables: reminderTables, history: { recentTexts: [], lastSign: 0 }, discreet: false };
    expect(promptText([due('own', 1, 'Call Mum')], wishes)).toEqual({ id: 'own-words', text: 'Call Mum' });
    expect(promptText([due('own', 1, 'Call Mum')], { ...wishes, discreet: true }).id).toMatch(/^discreet-/);
    expect(promptText([due('walk', 1), due('evening', 1)], wishes).id).toMatch(/^evening-/);
    const seen = new Set(
      Array.from({ length: 200 }, (_, slot) => promptText([due('hamstring', slot)], wishes).id),
    );
    expect(seen.size).toBe(reminderTables.texts.hamstring.length);
  });
});
