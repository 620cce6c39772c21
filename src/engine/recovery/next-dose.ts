import { type SessionReport, wasTooMuch } from '../routine/after-session.ts';
import { nextEffort } from '../routine/next-effort.ts';
import type { RoutineRequest } from '../routine/plan.ts';

/** How much comes next, and why. */
export interface NextDose {
  readonly dose: 'up' | 'same' | 'down' | 'minimum';
  /** A sentence. */
  readonly because: string;
  /** For the request of a routine. */
  readonly effort: RoutineRequest['effort'];
}

export interface DoseFacts {
  /** Newest first. */
  readonly sessions: readonly SessionReport[];
  /** Days of the person since the newest. */
  readonly daysSinceLast: number;
  /** A flare, a grabbing muscle or strong pain today. */
  readonly isEasyDay: boolean;
  /** The first days of a flare are over, or it ended and there was no session since. */
  readonly isLeadingBack: boolean;
}

/** After so long a gap it begins lower. */
const longGapDays = 14;

/** The next dose, from how the sessions before went and felt the morning after. */
export function nextDose({ sessions, daysSinceLast, isEasyDay, isLeadingBack }: DoseFacts): NextDose {
  if (isEasyDay)
    return {
      dose: 'minimum',
      because: 'Today only the smallest version: it counts whole, and it keeps you moving.',
      effort: 'less',
    };
  if (isLeadingBack)
    return {
      dose: 'down',
      because: 'After a flare it goes on with about half of before.',
      effort: 'less',
    };
  const [last, previous] = sessions;
  if (last === undefined)
    return { dose: 'same', because: 'As written, and you can stop at any time.', effort: 'same' };
  if (wasTooMuch(last)) {
    const wasTwice = previous !== undefined && wasTooMuch(previous);
    return wasTwice
      ? {
          dose: 'minimum',
          because: 'The last two were too much, so the next is the smallest version. That is no setback.',
          effort: 'less',
        }
      : { dose: 'down', because: tooMuchBecause(last), effort: 'less' };
  }
  const effort = nextEffort(sessions, daysSinceLast);
  if (effort === 'less')
    return {
      dose: 'down',
      because: `The last one was over ${longGapDays} days ago, so it begins one step lower.`,
      effort,
    };
  if (effort === 'more')
    return {
      dose: 'up',
      because: 'Two in a row went well, and no morning after was worse. A little more of each now.',
      effort,
    };
  return { dose: 'same', because: sameBecause(last), effort };
}

function tooMuchBecause({ stopSign, nextMorning }: SessionReport): string {
  if (stopSign !== undefined) return 'A sign to stop came up last time, so there is less of each now.';
  return nextMorning === 'worse'
    ? 'The morning after was worse, so there is less of each now.'
    : 'The last one was a bit much, so there is less of each now.';
}

function sameBecause({ nextMorning, finished }: SessionReport): string {
  if (nextMorning === undefined) return 'The same again: how the morning after was decides about more.';
  return finished
    ? 'The same again: one more like it, and it may grow a little.'
    : 'The same again: it grows once it was done whole, twice in a row.';
}
