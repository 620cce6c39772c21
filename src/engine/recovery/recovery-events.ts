import type { LadderId, TrackId } from '../../data/recovery-schema.ts';
import { dayMilliseconds, type LocalMoment } from '../day-count.ts';
import { personDay } from '../log/person-day.ts';
import { fieldsOf, momentOf, ratingOf } from '../log/saved-entry.ts';

/**
 * What `recovery` keeps in the record. Every reader bears any body: another version may have written it, and what it does
 * not know is left out. Days in bodies are dates of the person ("2026-11-22"), so that a flight does not move them.
 */
export const recoveryKinds = {
  start: 'recovery-start',
  tick: 'recovery-tick',
  tasks: 'recovery-tasks',
  phase: 'recovery-phase',
  flare: 'recovery-flare',
  pause: 'recovery-pause',
  ladder: 'recovery-ladder',
  remedy: 'recovery-remedy',
} as const;

/** A plan begins, or its track changes. */
export interface StartBody {
  readonly track: TrackId;
  /** Id of the phase that it begins with. */
  readonly phase: string;
}

/** What was done of one item of the list on that day, in all: 0 takes a tick back. Writing it twice changes nothing. */
export interface TickBody {
  readonly item: string;
  readonly times: number;
  /** The smallest useful version: it counts. */
  readonly least?: boolean;
}

/** Answers to "could you …, yesterday and today?". */
export interface TasksBody {
  readonly answers: { readonly [task: string]: 'yes' | 'no' | 'unsure' };
}

/** The person moves: the tool only proposes. */
export interface PhaseBody {
  readonly to: string;
  readonly by: 'person';
}

/** A flare begins, once the danger signs were asked and none was ticked, or ends. */
export type FlareBody =
  | {
      readonly is: 'started';
      /** The muscle grabs by itself. */
      readonly grabs?: boolean;
      /** New feelings in a leg came with it. */
      readonly legSigns?: boolean;
      /** Usual pain then, 0 to 10. */
      readonly pain?: number;
    }
  /** Came up while it runs: it adds to how the flare began. */
  | { readonly is: 'changed'; readonly grabs?: boolean; readonly legSigns?: boolean; readonly pain?: number }
  | { readonly is: 'over' };

export const pauseReasons = ['rest', 'illness', 'holiday', 'other'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Days off without harm, both included. */
export interface PauseBody {
  readonly from: string;
  readonly until: string;
  readonly why: PauseReason;
}

export type LadderBody =
  /** This ladder now; any other is put away. */
  | { readonly ladder: LadderId; readonly is: 'chosen' }
  | { readonly ladder: LadderId; readonly is: 'put-away' }
  /** The step was done; a morning after that was worse is told by `worse-after`. */
  | { readonly ladder: LadderId; readonly is: 'done'; readonly step: number; readonly pain?: number }
  | { readonly ladder: LadderId; readonly is: 'worse-after'; readonly step: number };

export const helpedAnswers = ['yes', 'no', 'unsure'] as const;
export type Helped = (typeof helpedAnswers)[number];

/** A remedy was tried. Said again, the newest word on whether it helped holds. */
export interface RemedyBody {
  readonly remedy: string;
  readonly helped?: Helped;
  /** In the person's own words. */
  readonly note?: string;
}

/** The part of an event of the record that is read here. */
export interface RecoveryEvent {
  /** Sorts as the events were written, whatever the clock said. */
  readonly id: string;
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly kind: string;
  readonly body: unknown;
}

interface When {
  /** Its place among what was written: a clock that went wrong does not change what came after what. */
  readonly order: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Day of the person; see `person-day.ts`. */
  readonly day: number;
}

export interface SavedPause {
  readonly from: number;
  readonly until: number;
  readonly why: PauseReason;
}

/** Everything that `recovery` kept, in the order in which it was written. */
export interface RecoveryHistory {
  readonly starts: readonly (When & {
    readonly track: TrackId;
    readonly phase: string;
  })[];
  readonly ticks: readonly (When & {
    readonly item: string;
    readonly times: number;
    readonly least: boolean;
  })[];
  readonly tasks: readonly (When & { readonly task: string; readonly answer: 'yes' | 'no' | 'unsure' })[];
  readonly phases: readonly (When & { readonly to: string })[];
  readonly flares: readonly (When & {
    readonly is: 'started' | 'over';
    readonly grabs: boolean;
    readonly legSigns: boolean;
    readonly pain?: number;
  })[];
  readonly pauses: readonly SavedPause[];
  readonly ladders: readonly (When & {
    readonly ladder: LadderId;
    readonly is: 'chosen' | 'put-away' | 'done' | 'worse-after';
    readonly step: number;
    readonly pain?: number;
  })[];
  readonly remedies: readonly (When & RemedyBody)[];
}

const ladderIds: { readonly [id in LadderId]: true } = {
  desk: true,
  driving: true,
  lifting: true,
  housework: true,
  running: true,
  sport: true,
};
const trackIds: { readonly [id in TrackId]: true } = {
  'pulled-muscle': true,
  'poor-posture': true,
  'chronic-stress': true,
  'tight-hamstrings': true,
  'spinal-facet': true,
  'spinal-disc': true,
  'spinal-nerve': true,
  'myofascial-pain': true,
  'no-clear-pattern': true,
};

/** Reads the events of `recovery`, in any order; every other kind is passed over. */
export function recoveryHistory(events: readonly RecoveryEvent[], dayStart: number): RecoveryHistory {
  const read = [...events].sort(byId).flatMap((event, order) => {
    const moment: LocalMoment | undefined = momentOf(event.at);
    if (moment === undefined) return [];
    return [{ event, when: { order, at: moment.at, day: personDay(moment, dayStart) } }];
  });
  const of = <Item>(kind: string, reader: (fields: Fields, when: When) => readonly Item[]): readonly Item[] =>
    read.flatMap(({ event, when }) => (event.kind === kind ? reader(fieldsOf(event.body), when) : []));
  return {
    starts: of(recoveryKinds.start, readStart),
    ticks: of(recoveryKinds.tick, readTick),
    tasks: of(recoveryKinds.tasks, readTasks),
    phases: of(recoveryKinds.phase, ({ to }, when) => (typeof to === 'string' ? [{ ...when, to }] : [])),
    flares: withChanges(of(recoveryKinds.flare, readFlare)),
    pauses: of(recoveryKinds.pause, readPause),
    ladders: of(recoveryKinds.ladder, readLadder),
    remedies: of(recoveryKinds.remedy, readRemedy),
  };
}

function byId({ id: one }: RecoveryEvent, { id: other }: RecoveryEvent): number {
  return one < other ? -1 : Number(one > other);
}

/** Day of the person of a date such as "2026-11-22"; undefined when it is none. */
export function dayOfDate(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const at = Date.parse(`${value}T00:00:00Z`);
  // The thirtieth of February is no date, and not the second of March.
  if (!Number.isFinite(at) || !new Date(at).toISOString().startsWith(value)) return undefined;
  return at / dayMilliseconds;
}

type Fields = { readonly [name: string]: unknown };

function readStart({ track, phase }: Fields, when: When): RecoveryHistory['starts'] {
  return isTrack(track) && typeof phase === 'string' ? [{ ...when, track, phase }] : [];
}

function readTick({ item, times, least }: Fields, when: When): RecoveryHistory['ticks'] {
  const count = typeof times === 'number' && Number.isFinite(times) ? Math.max(0, Math.round(times)) : 1;
  return typeof item === 'string' ? [{ ...when, item, times: count, least: least === true }] : [];
}

function readTasks({ answers }: Fields, when: When): RecoveryHistory['tasks'] {
  return Object.entries(fieldsOf(answers)).flatMap(([task, answer]) =>
    answer === 'yes' || answer === 'no' || answer === 'unsure' ? [{ ...when, task, answer }] : [],
  );
}

type Flare = RecoveryHistory['flares'][number];
type FlareNote = Omit<Flare, 'is'> & { readonly is: FlareBody['is'] };

/** What came up in a flare belongs to it; after its end it belongs to none. */
function withChanges(notes: readonly FlareNote[]): RecoveryHistory['flares'] {
  const flares: Flare[] = [];
  for (const { is, ...note } of notes) {
    const last = flares.at(-1);
    if (is !== 'changed') flares.push({ ...note, is });
    else if (last?.is === 'started')
      flares[flares.length - 1] = {
        ...last,
        grabs: last.grabs || note.grabs,
        legSigns: last.legSigns || note.legSigns,
      };
  }
  return flares;
}

function readFlare({ is, grabs, legSigns, pain }: Fields, when: When): readonly FlareNote[] {
  if (is !== 'started' && is !== 'changed' && is !== 'over') return [];
  const rated = ratingOf(pain);
  return [
    {
      ...when,
      is,
      grabs: grabs === true,
      legSigns: legSigns === true,
      ...(rated === undefined ? {} : { pain: rated }),
    },
  ];
}

function readPause({ from, until, why }: Fields): RecoveryHistory['pauses'] {
  const first = dayOfDate(from);
  const last = dayOfDate(until) ?? first;
  if (first === undefined || last === undefined || last < first) return [];
  return [{ from: first, until: last, why: pauseReasons.find((reason) => reason === why) ?? 'other' }];
}

function readLadder({ ladder, is, step, pain }: Fields, when: When): RecoveryHistory['ladders'] {
  if (!isLadder(ladder)) return [];
  if (is !== 'chosen' && is !== 'put-away' && is !== 'done' && is !== 'worse-after') return [];
  const place = typeof step === 'number' && Number.isInteger(step) && step >= 0 ? step : undefined;
  if ((is === 'done' || is === 'worse-after') && place === undefined) return [];
  const rated = ratingOf(pain);
  return [{ ...when, ladder, is, step: place ?? 0, ...(rated === undefined ? {} : { pain: rated }) }];
}

function readRemedy({ remedy, helped, note }: Fields, when: When): RecoveryHistory['remedies'] {
  if (typeof remedy !== 'string') return [];
  const said = helpedAnswers.find((answer) => answer === helped);
  return [
    {
      ...when,
      remedy,
      ...(said === undefined ? {} : { helped: said }),
      ...(typeof note === 'string' && note !== '' ? { note } : {}),
    },
  ];
}

function isTrack(value: unknown): value is TrackId {
  return typeof value === 'string' && Object.hasOwn(trackIds, value);
}

function isLadder(value: unknown): value is LadderId {
  return typeof value === 'string' && Object.hasOwn(ladderIds, value);
}
