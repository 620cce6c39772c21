import type { Answers } from '../answers.ts';
import { summaryOf } from '../assessment-summary.ts';
import { personDay } from '../log/person-day.ts';
import { fieldsOf, momentOf, type SavedEntry, type SignsAnswer, savedEntry } from '../log/saved-entry.ts';
import type { AssessmentSummary } from '../permissions.ts';
import { tallyDays } from '../progress/day-tally.ts';
import { type Progress, progressOf } from '../progress/progress.ts';
import { checkInKind, type GlobalChange, savedCheckIn } from '../recovery/check-in.ts';
import { type RecoveryHistory, recoveryHistory, type SavedPause } from '../recovery/recovery-events.ts';
import { type TriedRemedy, triedRemedies } from '../recovery/tried-remedies.ts';

/** The part of an event of the record that is read here. */
export interface ReportEvent {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly body: unknown;
}

/** A check as it was kept. */
export interface ReportedCheck {
  /** Day of the person; see `person-day.ts`. */
  readonly day: number;
  readonly urgency: AssessmentSummary['urgency'];
  readonly complete: boolean;
  /** Id of the danger sign that was ticked outside the interview. */
  readonly sign?: string | undefined;
}

/** Everything that a sheet for a clinician may say. Days are those of the person, both ends included. */
export interface ReportFacts {
  readonly from: number;
  readonly to: number;
  readonly progress: Progress;
  /** The newest check until the last day, whenever it was, with its answers. */
  readonly check: (ReportedCheck & { readonly answers: Answers }) | undefined;
  /** Checks of this time before that one, newest first. */
  readonly earlierChecks: readonly ReportedCheck[];
  /** Entries that answered the short form of the danger signs with none. */
  readonly shortForms: { readonly times: number; readonly last: number } | undefined;
  /** Entries that left it open, or said that there is something new. */
  readonly openForms: {
    readonly notAnswered: number;
    readonly some: number;
    /** What was new, where it was kept. */
    readonly named: Answers;
  };
  /** Where it hurt by the newest entry that says so: ids of options. */
  readonly places: readonly string[];
  /** How it is beside the first check, by the newest check-in that says so. */
  readonly onTheWhole: { readonly day: number; readonly change: GlobalChange } | undefined;
  /** Days with a guided session, week by week from Monday on; empty without any. */
  readonly practiceWeeks: readonly { readonly monday: number; readonly days: number }[];
  /** Sessions by name, most often first. */
  readonly routines: readonly { readonly name: string; readonly times: number }[];
  /** Items of the daily list by id, with the days on which they were ticked, most often first. */
  readonly ticks: readonly { readonly item: string; readonly days: number }[];
  readonly daysOff: readonly SavedPause[];
  /** Remedies that were tried, the newest first; their notes are among the others. */
  readonly tried: readonly Omit<TriedRemedy, 'note'>[];
  /** Newest first, as written; of a remedy, with its id. */
  readonly notes: readonly { readonly day: number; readonly text: string; readonly about?: string }[];
  /** Something was left out on the person's wish, or was never kept. */
  readonly isCut: boolean;
}

export interface ReportRange {
  readonly from: number;
  readonly to: number;
  readonly dayStart: number;
  /** Days of practice that a week is to have. */
  readonly goal: number;
}

/**
 * The facts of a time.
 *
 * @param events of every kind that is read here, in any order; those of other days are left out
 * @param newest the newest check, for when none lies within that time
 * @param readAnswers the answers in the body of a check, of any version
 */
export function reportFacts(
  events: readonly ReportEvent[],
  newest: ReportEvent | undefined,
  range: ReportRange,
  readAnswers: (event: ReportEvent) => Answers,
): ReportFacts {
  const { from, to, dayStart, goal } = range;
  const dayOf = (at: string) => {
    const moment = momentOf(at);
    return moment === undefined ? undefined : personDay(moment, dayStart);
  };
  const isWithin = (day: number | undefined) => day !== undefined && day >= from && day <= to;
  const history = recoveryHistory(events, dayStart);
  const entries = events
    .filter(({ kind }) => kind === 'log')
    .map((event) => ({ entry: savedEntry(event), signs: fieldsOf(event.body).signs }))
    .map(({ entry, signs }) => ({ entry, signs, day: personDay(entry, dayStart) }))
    .filter(({ day }) => isWithin(day))
    .sort((one, other) => other.entry.at - one.entry.at);
  const checks = [...events, ...(newest === undefined ? [] : [newest])]
    .filter(
      ({ kind, id }, place, all) => kind === 'assessment' && place === all.findIndex((e) => e.id === id),
    )
    .flatMap((event) => {
      const summary = summaryOf(event);
      const day = dayOf(event.at);
      if (summary === undefined || day === undefined || day > to) return [];
      const { urgency, complete } = summary;
      const { sign } = fieldsOf(event.body);
      const ticked = typeof sign === 'string' ? { sign } : {};
      return [{ event, at: event.at, told: { day, urgency, complete, ...ticked } }];
    })
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const [last, ...earlier] = checks;
  const saying = (word: SignsAnswer) => entries.filter(({ signs }) => signs === word);
  const asked = saying('none');
  const sessions = events.filter(({ kind, at }) => kind === 'practice' && isWithin(dayOf(at)));
  const tallied = tallyDays([...events].sort(byTime), dayStart);
  const progress = progressOf({ tallied, from, today: to, goal });
  return {
    from,
    to,
    progress,
    check: last === undefined ? undefined : { ...last.told, answers: readAnswers(last.event) },
    earlierChecks: earlier.map(({ told }) => told).filter(({ day }) => isWithin(day)),
    shortForms: asked[0] === undefined ? undefined : { times: asked.length, last: asked[0].day },
    openForms: {
      notAnswered: saying('not-answered').length,
      some: saying('some').length,
      named: Object.assign({}, ...entries.map(({ entry }) => entry.named)),
    },
    places: entries.find(({ entry }) => entry.where !== undefined)?.entry.where ?? [],
    onTheWhole: newestChange(events, range),
    practiceWeeks: practiceWeeks(progress),
    routines: counted(
      sessions.flatMap(({ body }) => {
        const { name } = fieldsOf(body);
        return typeof name === 'string' && name !== '' ? [name] : [];
      }),
    ).map(([name, times]) => ({ name, times })),
    ticks: tickedDays(history, isWithin),
    daysOff: history.pauses.filter(({ from: first, until }) => until >= from && first <= to),
    tried: triedRemedies({ remedies: history.remedies.filter(({ day }) => isWithin(day)) }).map(
      ({ note: _, ...tried }) => tried,
    ),
    notes: notesOf(entries, history, isWithin),
    isCut: fieldsOf(last?.event.body).privateAnswersDropped === true,
  };
}

/** Of entries and of remedies together, newest first. */
function notesOf(
  entries: readonly { readonly entry: SavedEntry; readonly day: number }[],
  { remedies }: RecoveryHistory,
  isWithin: (day: number) => boolean,
): ReportFacts['notes'] {
  const ofEntries = entries.map(({ entry: { at, note: text }, day }) => ({ at, day, text, about: {} }));
  const ofRemedies = remedies
    .filter(({ day }) => isWithin(day))
    .map(({ at, day, note: text, remedy }) => ({ at, day, text, about: { about: remedy } }));
  return [...ofEntries, ...ofRemedies]
    .sort((one, other) => other.at - one.at)
    .flatMap(({ day, text, about }) => (text === undefined ? [] : [{ day, text, ...about }]));
}

function newestChange(
  events: readonly ReportEvent[],
  { from, to, dayStart }: ReportRange,
): ReportFacts['onTheWhole'] {
  return events
    .filter(({ kind }) => kind === checkInKind)
    .flatMap((event) => savedCheckIn(event) ?? [])
    .sort((one, other) => other.at - one.at)
    .flatMap(({ change, ...moment }) => {
      const day = personDay(moment, dayStart);
      return change === undefined || day < from || day > to ? [] : [{ day, change }];
    })[0];
}

/** Ticks on a list are told apart from sessions: they are a part of their own. */
function practiceWeeks({ weeks, days, sessions }: Progress): ReportFacts['practiceWeeks'] {
  if (sessions === 0) return [];
  return weeks.map(({ monday }) => ({
    monday,
    days: days.filter((each) => each.sessions > 0 && each.day >= monday && each.day < monday + 7).length,
  }));
}

function byTime(one: ReportEvent, other: ReportEvent): number {
  return Date.parse(one.at) - Date.parse(other.at);
}

/** Of several ticks of a day the last one holds. */
function tickedDays({ ticks }: RecoveryHistory, isWithin: (day: number) => boolean): ReportFacts['ticks'] {
  const last = new Map<string, { readonly item: string; readonly times: number }>();
  for (const tick of ticks) if (isWithin(tick.day)) last.set(`${tick.day} ${tick.item}`, tick);
  const done = [...last.values()].filter(({ times }) => times > 0).map(({ item }) => item);
  return counted(done).map(([item, days]) => ({ item, days }));
}

function counted(words: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
