import type { Schedule } from '../data/reminder-schema.ts';
import { dayInWords, instantWithOffset } from '../engine/instant.ts';
import type { Simulated } from '../engine/reminders/simulate.ts';
import { type OffsetMinutes, wallOf, wallText } from '../engine/reminders/wall-time.ts';
import { inSentence } from './answer-words.ts';
import type { Block, Document } from './document.ts';
import { joined, rangeInWords } from './remind-words.ts';

export interface SimulationView {
  readonly list: readonly Simulated[];
  readonly schedules: readonly Schedule[];
  /** Milliseconds since 1970; `to` is not in it. */
  readonly from: number;
  readonly to: number;
  readonly offsetMinutes: OffsetMinutes;
  readonly zone: string;
  /** As if each was answered with done. */
  readonly isAnswered: boolean;
}

/** Everything that would come, line by line, and in numbers. */
export function simulationDocument(view: SimulationView): Document {
  const { list, zone, isAnswered } = view;
  const rows = list.flatMap((each) => rowsOf(each, view));
  return {
    title: 'Reminders, simulated',
    blocks: [
      { kind: 'heading', level: 1, text: `${daysInWords(view)}, ${zone}` },
      { kind: 'paragraph', text: sumInWords(view) },
      {
        kind: 'paragraph',
        text: isAnswered
          ? 'As if you answered each with done.'
          : 'As if nobody answered any: then fewer come.',
      },
      ...(rows.length === 0
        ? []
        : [{ kind: 'table' as const, columns: ['Day', 'Time', 'What', 'Words'], rows }]),
      ...offsetBlocks(view),
    ],
  };
}

function rowsOf(
  each: Simulated,
  { offsetMinutes, schedules }: SimulationView,
): readonly (readonly string[])[] {
  const nameOf = (id: string) => schedules.find((schedule) => schedule.id === id)?.name ?? id;
  const day = dayInWords(each.at, offsetMinutes(each.at));
  const time = wallText(wallOf(each.at, offsetMinutes)).slice(11);
  if (each.kind === 'shown') {
    const names = each.due.map(({ schedule }, place) =>
      place === 0 ? schedule.name : inSentence(schedule.name),
    );
    return [[day, time, joined(names), each.text.text]];
  }
  const count = each.occurrences.length;
  const names = [...new Set(each.occurrences.map(({ schedule }) => inSentence(nameOf(schedule))))];
  return [[day, time, `missed: ${count}`, joined(names)]];
}

function daysInWords({ from, to, offsetMinutes }: SimulationView): string {
  const date = (at: number) => wallText(wallOf(at, offsetMinutes)).slice(0, 10);
  return rangeInWords({ from: date(from), until: date(to - 1) });
}

function sumInWords({ list, offsetMinutes }: SimulationView): string {
  const shown = list.filter(({ kind }) => kind === 'shown');
  const missed = list.reduce((sum, each) => sum + (each.kind === 'missed' ? each.occurrences.length : 0), 0);
  const perDay = new Map<string, number>();
  for (const { at } of shown) {
    const date = wallText(wallOf(at, offsetMinutes)).slice(0, 10);
    perDay.set(date, (perDay.get(date) ?? 0) + 1);
  }
  const most = Math.max(0, ...perDay.values());
  return [
    `${shown.length} ${shown.length === 1 ? 'prompt' : 'prompts'}`,
    `${most} on the fullest day`,
    ...(missed === 0 ? [] : [`${missed} missed while the computer slept`]),
  ].join(', ');
}

/** Changes of the clocks within those days, each with the day that it is when they have been changed. */
function offsetBlocks({ from, to, offsetMinutes }: SimulationView): readonly Block[] {
  const hour = 60 * 60_000;
  const changes: string[] = [];
  let before = offsetMinutes(from);
  for (let at = from; at < to; at += hour) {
    const now = offsetMinutes(at);
    if (now !== before)
      changes.push(
        `${dayInWords(at, now)}: the clocks go ${now > before ? 'forward' : 'back'} by ${Math.abs(now - before)} minutes.`,
      );
    before = now;
  }
  return changes.length === 0 ? [] : [{ kind: 'list', items: changes }];
}

/** The versioned contract of `remind simulate --json`, schema backcare/reminder-simulation@1. */
export function simulationJson(view: SimulationView, version: string) {
  const { list, from, to, zone, offsetMinutes, isAnswered } = view;
  const instant = (at: number) => instantWithOffset(at, offsetMinutes(at));
  return {
    schema: 'backcare/reminder-simulation@1',
    tool: `backcare ${version}`,
    from: instant(from),
    to: instant(to),
    zone,
    answered: isAnswered,
    reminders: list.map((each) =>
      each.kind === 'shown'
        ? {
            kind: each.kind,
            at: instant(each.at),
            occurrences: each.due.map(({ occurrence }) => occurrence.id),
            text: each.text.text,
          }
        : {
            kind: each.kind,
            at: instant(each.at),
            occurrences: each.occurrences.map(({ id }) => id),
            text: null,
          },
    ),
  };
}
