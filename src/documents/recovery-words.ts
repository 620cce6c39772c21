import type { HeatOrCold } from '../data/remedy-schema.ts';
import { notices } from '../data/safety-net.ts';
import type { TodayLine } from '../engine/recovery/checklist-today.ts';
import type { TrackReport } from '../engine/recovery/on-track.ts';
import type { PhaseNow } from '../engine/recovery/phase-today.ts';
import type { RecoveryPlan } from '../engine/recovery/plan-for.ts';
import type { PauseReason } from '../engine/recovery/recovery-events.ts';

/** What can be run next, in one place. */
export const recoveryCommands = {
  start: 'backcare recovery start',
  done: 'backcare recovery done',
  go: 'backcare recovery phase',
  check: 'backcare recovery check',
  checkIn: 'backcare recovery check-in',
  flare: 'backcare recovery flare',
  pause: 'backcare recovery pause',
  ladder: 'backcare recovery ladder',
  remedies: 'backcare recovery remedies',
  visit: 'backcare recovery visit',
  diagnose: 'backcare diagnose',
  log: 'backcare log',
} as const;

/** What is due on the days of a check-in. */
export const checkInInWords = 'check-in, one minute';

/** Older than this, the days since the pain began only dishearten: those of the plan are counted. */
const longLasting = 84;

/** "day 5 · Move": the first day is 1, as people count. */
export function whereInWords({ day, planDay, phase, reached, track }: PhaseNow): string {
  const isOfPlan = track.counts === 'plan' || day >= longLasting;
  const count = isOfPlan ? `day ${planDay + 1} of the plan` : `day ${day + 1}`;
  const eased = phase === reached ? '' : `, eased off from "${reached.name}"`;
  return `${count} · ${phase.name}${eased}`;
}

/** "day 4 to 8 for many": how long a phase usually is, never how long it must be. */
export function usualDaysInWords({ usualDays: { from, until } }: Pick<PhaseNow, 'usualDays'>): string {
  return until === undefined ? `usually from day ${from + 1} on` : `usually days ${from + 1} to ${until + 1}`;
}

/** What stands before a line of the list: "done", "2 of 6", "open", "extra". */
export function lineState({ done, wanted, isDone, isComfort }: TodayLine): string {
  if (isDone) return 'done';
  if (isComfort) return 'extra';
  return wanted > 1 ? `${done} of ${wanted}` : 'open';
}

/** Warmth and cold never go without their care, however short the page. */
const shortCare = 'cloth between; never on numb skin or asleep';
const offers: { readonly [offer in HeatOrCold['offer']]: string } = {
  cold: `Cold, if you like it: 10 to 20 minutes, ${shortCare}.`,
  heat: `Warmth 15 to 20 minutes, ${shortCare}.`,
  either: `Warmth or cold, as you like: 10 to 20 minutes, ${shortCare}.`,
  'the-other': `Try the other for 15 minutes, ${shortCare}.`,
};

export function heatOrColdInWords([decided]: readonly HeatOrCold[]): string | undefined {
  return decided === undefined ? undefined : offers[decided.offer];
}

/** How much lying down is fine, as of today. */
export function restInWords({ settings: { restDays } }: RecoveryPlan, day: number): string {
  if (restDays === 0) return 'No rest in bed is needed. Change position often.';
  if (day >= restDays) return 'No more lying down by day: rest sitting or standing.';
  return `Lie down 15 to 30 minutes at a time, for ${restDays === 1 ? 'a day' : 'two days'} at most.`;
}

/** When it would be off track. */
export function offTrackInWords({ settings: { reviewDay } }: Pick<RecoveryPlan, 'settings'>): string {
  const weeks = ({ 28: 'four', 42: 'six' } as { readonly [day: number]: string })[reviewDay];
  return `worse after a week, or not clearly better in ${weeks ?? reviewDay / 7} weeks`;
}

const stateWords: { readonly [state in TrackReport['state']]: string } = {
  'too-soon': 'Too soon to tell. Note your pain for a few days.',
  'on-track': 'On track, as far as can be told.',
  watch: 'Worth a look',
  'off-track': 'Time to let somebody look',
  stop: 'The plan waits',
};

export function stateInWords({ state }: { readonly state: TrackReport['state'] }): string {
  return stateWords[state];
}

const pauseWords: { readonly [why in PauseReason]: string } = {
  rest: 'to rest',
  illness: 'with an illness',
  holiday: 'on holiday',
  other: 'for a while',
};

export function pauseInWords({ pause }: Pick<PhaseNow, 'pause'>): string {
  return pause === undefined
    ? ''
    : `Days off ${pauseWords[pause.why]}. Nothing is asked of you, and nothing is lost.`;
}

/** What is proposed, with the command that does it: the person decides. The reasons wait for the long page. */
export function proposalInWords({ proposal }: Pick<PhaseNow, 'proposal'>, detail: 'short' | 'full'): string {
  const because = detail === 'full' ? ` ${proposal.because}` : '';
  switch (proposal.kind) {
    case 'up':
      return `You can go on to "${proposal.to.name}":${because} ${recoveryCommands.go} ${proposal.to.id}`;
    case 'back':
      return `${proposal.because} If you agree: ${recoveryCommands.go} ${proposal.to.id}`;
    case 'track':
      return `Next may be "${proposal.to.name}":${because} ${recoveryCommands.start} ${proposal.to.id}`;
    case 'stay':
      return proposal.because;
  }
}

/** What goes with any mention of warmth, cold or medicine in these texts. */
export function careFor(texts: readonly string[]): readonly string[] {
  const words = texts.join(' ').toLowerCase();
  return [
    notices.stop.text,
    ...(/warm|heat|cold/.test(words) ? [notices['heat-and-cold'].text] : []),
    ...(/painkiller|medicine|tablet/.test(words) ? [notices.medicines.text] : []),
  ];
}

/** Letters that fit beside the label of a row. */
const oneLine = 58;

/** Clauses as one sentence; on a short page as many as fit one line, one at least. */
export function clauses(texts: readonly string[], detail: 'short' | 'full'): string {
  let said = texts[0] ?? '';
  for (const text of texts.slice(1)) {
    if (detail === 'short' && said.length + text.length + 2 > oneLine) break;
    said = `${said}; ${text}`;
  }
  return `${said}.`;
}
