import type { Clock } from '../context.ts';
import { Interrupted } from '../errors.ts';
import { endOfInputKey, interruptKey, openRawKeyboard, suspendKey } from './raw-keyboard.ts';
import type { TerminalFacts } from './terminal-facts.ts';

/** How slow breathing is paced. */
interface Pace {
  readonly inSeconds: number;
  readonly outSeconds: number;
  readonly totalSeconds: number;
}

/** Paces breathing until the time is over or a key is pressed; rejects when the program is asked to stop. */
export type BreathingPacer = (pace: Pace) => Promise<'finished' | 'stopped'>;

const csi = '\u001b[';
const frameMilliseconds = 200;
const widestBar = 20;
/** Columns of the moving line beside its bar: margin, words, time left, and one that stays free. */
const besideBar = 28;
/** Where the line has fewer columns, the picture is worth more than the hint. */
const roomForHint = 56;

/**
 * A bar that fills while you breathe in and empties while you breathe out, with the words beside it. For a screen reader
 * one plain line a change, and nothing redrawn.
 */
export function createBreathingPacer(facts: TerminalFacts, clock: Clock): BreathingPacer {
  return async (pace) => {
    facts.signal.throwIfAborted();
    const keys = watchKeys(facts);
    const view = facts.theme.accessible ? spokenView(facts, pace) : drawnView(facts, pace);
    view.begin();
    try {
      await run(pace, clock, keys.signal, view);
      return 'finished';
    } catch (error) {
      if (error === keyPressed) return 'stopped';
      throw error;
    } finally {
      view.end();
      keys.dispose();
    }
  };
}

type Phase = 'in' | 'out';

interface View {
  readonly frame: number | undefined;
  begin(): void;
  /** @param elapsed milliseconds since this breath in or out began */
  show(phase: Phase, elapsed: number, secondsLeft: number): void;
  end(): void;
}

/** Counts its own steps, so a clock that is set, or a machine that slept, shortens and repeats nothing. */
async function run(pace: Pace, clock: Clock, signal: AbortSignal, view: View): Promise<void> {
  let due = clock.now();
  let spent = 0;
  for (let phase: Phase = 'in'; spent < pace.totalSeconds * 1000; phase = phase === 'in' ? 'out' : 'in') {
    const length = (phase === 'in' ? pace.inSeconds : pace.outSeconds) * 1000;
    const step = view.frame ?? length;
    for (let elapsed = 0; elapsed < length; elapsed += step) {
      view.show(phase, elapsed, Math.ceil(pace.totalSeconds - spent / 1000));
      due += step;
      const rest = due - clock.now();
      // A late timer is caught up with; a jump of the clock is not.
      const isJump = rest > step || rest < -1000;
      if (isJump) due = clock.now() + step;
      await clock.wait(isJump ? step : Math.max(0, rest), signal);
      spent += step;
    }
  }
}

function drawnView({ output, theme, size }: TerminalFacts, pace: Pace): View {
  const [full, empty, hint] = theme.glyphs === 'ascii' ? ['#', '.', ', '] : ['●', '·', ' · '];
  return {
    frame: frameMilliseconds,
    begin: () => undefined,
    show(phase, elapsed, secondsLeft) {
      const { columns } = size();
      const stops = columns < roomForHint ? '' : `${hint}any key stops`;
      const room = columns - besideBar - stops.length;
      const width = Math.max(4, Math.min(widestBar, room));
      const part = elapsed / ((phase === 'in' ? pace.inSeconds : pace.outSeconds) * 1000);
      const filled = Math.round(width * (phase === 'in' ? part : 1 - part));
      const bar = full.repeat(filled) + empty.repeat(width - filled);
      const words = phase === 'in' ? 'breathe in ' : 'breathe out';
      const left = `${Math.floor(secondsLeft / 60)}:${String(secondsLeft % 60).padStart(2, '0')} left`;
      output.write(`\r${csi}?25l  ${words}  ${bar}  ${left}${stops}${csi}K`);
    },
    end: () => output.write(`\r${csi}J${csi}?25h`),
  };
}

function spokenView({ output }: TerminalFacts, pace: Pace): View {
  let minutesSaid = Math.ceil(pace.totalSeconds / 60);
  return {
    frame: undefined,
    begin: () =>
      output.write(`In for ${pace.inSeconds} seconds, out for ${pace.outSeconds}. Any key stops.\n`),
    show(phase, _elapsed, secondsLeft) {
      const minutes = Math.ceil(secondsLeft / 60);
      const left = minutes < minutesSaid ? ` ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left.` : '';
      minutesSaid = minutes;
      output.write(`Breathe ${phase}.${left}\n`);
    },
    end: () => output.write('The breathing is over.\n'),
  };
}

const keyPressed = new Error('A key was pressed.');

/** Aborts on a key, on Ctrl-C, when the keyboard goes away, and when the program is asked to stop. */
function watchKeys(facts: TerminalFacts): { signal: AbortSignal; dispose(): void } {
  const { signal, suspend } = facts;
  const stop = new AbortController();
  const leave = (): void => stop.abort(new Interrupted());
  const onSignal = (): void => stop.abort(signal.reason);
  const closeKeyboard = openRawKeyboard(facts, {
    pressed(keys) {
      if (keys.includes(interruptKey) || keys.includes(endOfInputKey)) leave();
      else if (keys === suspendKey) void suspend();
      else stop.abort(keyPressed);
    },
    closed: leave,
  });
  signal.addEventListener('abort', onSignal);
  return {
    signal: stop.signal,
    dispose() {
      signal.removeEventListener('abort', onSignal);
      closeKeyboard();
    },
  };
}
