import type { Context, RecordedEvent } from '../../context.ts';
import { dateOfPersonDay } from '../../engine/log/person-day.ts';
import {
  dayOfDate,
  type PauseBody,
  type PauseReason,
  pauseReasons,
  recoveryHistory,
  recoveryKinds,
} from '../../engine/recovery/recovery-events.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { answer, keep } from './keep.ts';
import { openToChange, type RecoveryRun, recoveryWorld } from './open-plan.ts';
import { oneOf, type RecoveryFlags } from './recovery-flags.ts';

export interface PauseFlags extends RecoveryFlags {
  readonly from?: string;
  readonly until?: string;
  readonly reason?: string;
  /** Back already. */
  readonly end?: boolean;
}

const example = 'backcare recovery pause --until 2026-12-06 --reason holiday';
/** More rest than this makes a back stiffer, and nothing heals faster for it. */
const longestRest = 2;
/** More than this is a new start, and a new check. */
const longestDays = 84;

/** Days off without harm. Gives the exit code. */
export async function runPause(flags: PauseFlags, ctx: Context): Promise<number> {
  const reason =
    flags.reason === undefined
      ? undefined
      : oneOf(flags.reason, pauseReasons, { what: 'no reason', example });
  if (flags.end === true && (flags.from ?? flags.until ?? flags.reason) !== undefined)
    throw new InputError('--end takes no dates and no reason.', {
      next: 'Say: backcare recovery pause --end',
    });
  for (const name of ['from', 'until'] as const) checkDate(`--${name}`, flags[name]);
  const isGiven = flags.from !== undefined || flags.until !== undefined || reason !== undefined;
  const run = await openToChange(recoveryWorld(flags, ctx), isGiven || flags.end === true);
  if (run === undefined) return exitCodes.answered;
  if (flags.end === true) return endPause(run);
  const range = isGiven ? rangeOf(run, flags, reason) : await askRange(run);
  if (range === undefined) return exitCodes.answered;
  const after = await keep(run, recoveryKinds.pause, range);
  await answer(
    after,
    [
      `Days off kept, from ${range.from} to ${range.until}, both included.`,
      'Goals forgive them, and your plan waits where it is.',
      ...(range.why === 'rest'
        ? ['Resting means taking it easy: two days in bed at most, and a little walking.']
        : []),
    ],
    ['backcare recovery pause --end', 'backcare undo'],
  );
  return exitCodes.answered;
}

function rangeOf(run: RecoveryRun, { from, until }: PauseFlags, why: PauseReason = 'other'): PauseBody {
  const today = run.kept.facts.today;
  const first = from === undefined ? today : (dayNamed(from, today) ?? today);
  const last = until === undefined ? first : (dayNamed(until, today) ?? first);
  if (last < first)
    throw new InputError(`--until is before --from.`, {
      reason: `From ${dateOfPersonDay(first)} until ${dateOfPersonDay(last)} is no range.`,
      next: `For example: ${example}`,
    });
  if (last - first >= longestDays)
    throw new InputError('Days off can be 12 weeks at most.', {
      reason: 'After so long a plan starts anew, from a new check.',
      next: `For example: ${example}`,
    });
  if (why === 'rest' && last - first >= longestRest) throw tooMuchRest();
  return { from: dateOfPersonDay(first), until: dateOfPersonDay(last), why };
}

function tooMuchRest(): InputError {
  return new InputError('Rest is two days at most here.', {
    reason:
      'A back that rests longer gets stiffer and weaker. Let us get you up in small steps; if you cannot, ask a clinician.',
    next: 'Say: backcare recovery pause --until tomorrow --reason rest. Days off for something else: --reason other',
  });
}

async function askRange(run: RecoveryRun): Promise<PauseBody | undefined> {
  if (!run.canAsk) throw nothingSaid();
  const prompter = await run.prompter();
  const words = {
    rest: 'To rest',
    illness: 'An illness',
    holiday: 'A holiday',
    other: 'Something else',
  } as const;
  const why = await prompter.choose({
    message: 'Days off, from today. What for?',
    choices: [
      ...pauseReasons.map((reason, place) => ({
        key: String(place + 1),
        value: reason,
        label: words[reason],
      })),
      { key: 'q', value: 'leave', label: 'No days off' },
    ],
  });
  const reason = pauseReasons.find((each) => each === why);
  if (reason === undefined) return undefined;
  const { today } = run.kept.facts;
  const days = await prompter.choose({
    message: 'For how long? You can end it at any time.',
    choices: [
      { key: '1', value: '1', label: 'Today' },
      { key: '2', value: '2', label: 'Today and tomorrow' },
      ...(reason === 'rest'
        ? []
        : [
            { key: '3', value: '7', label: 'A week' },
            { key: '4', value: '14', label: 'Two weeks' },
          ]),
    ],
  });
  const until = today + Number(days) - 1;
  return { from: dateOfPersonDay(today), until: dateOfPersonDay(until), why: reason };
}

/** The days until yesterday stay days off: only what is still to come is taken back. */
async function endPause(run: RecoveryRun): Promise<number> {
  const { today } = run.kept.facts;
  const running = run.kept.events.filter((event) => {
    const [pause] = pausesIn(event, run);
    return pause !== undefined && pause.from <= today && today <= pause.until;
  });
  if (running.length === 0) {
    await answer(run, ['No days off are running. Nothing was changed.'], ['backcare recovery']);
    return exitCodes.answered;
  }
  let after = run;
  for (const event of running) {
    const [pause] = pausesIn(event, run);
    // Kept first and taken back then: should it be cut off between the two, nothing is lost.
    if (pause !== undefined && pause.from < today)
      await keep(run, recoveryKinds.pause, {
        from: dateOfPersonDay(pause.from),
        until: dateOfPersonDay(today - 1),
        why: pause.why,
      } satisfies PauseBody);
    after = await keep(run, 'undo', { undoes: event.id });
  }
  await answer(
    after,
    ['Welcome back. The days off are over.', 'Start small: the small version counts.'],
    ['backcare recovery'],
  );
  return exitCodes.answered;
}

function pausesIn(event: RecordedEvent, { preferences }: RecoveryRun) {
  return event.kind === recoveryKinds.pause ? recoveryHistory([event], preferences.dayStart).pauses : [];
}

function checkDate(flag: string, words: string | undefined): void {
  if (words === undefined || dayNamed(words, 0) !== undefined) return;
  throw new InputError(`${flag} cannot be ${JSON.stringify(words)}.`, {
    reason: 'It is today, tomorrow, yesterday, or a date such as 2026-12-06.',
    next: `For example: ${example}`,
  });
}

function dayNamed(words: string, today: number): number | undefined {
  const near: { readonly [word: string]: number } = { yesterday: -1, today: 0, tomorrow: 1 };
  const word = words.trim().toLowerCase();
  const away = Object.hasOwn(near, word) ? near[word] : undefined;
  return away === undefined ? dayOfDate(word) : today + away;
}

function nothingSaid(): InputError {
  return new InputError('For how long, and nobody can be asked.', {
    reason: 'Standard input is not a terminal, or a format or --no-input was asked for.',
    next: `Say it: ${example}`,
  });
}
