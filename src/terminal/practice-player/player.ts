import type { Clock, PracticeOutcome, PracticePieces, Practise } from '../../context.ts';
import { startPractice, updatePractice } from '../../engine/practice/practice.ts';
import { practiceResult } from '../../engine/practice/practice-result.ts';
import { isRunning, type PracticeEvent, type PracticeStep } from '../../engine/practice/practice-state.ts';
import { untilNextChange } from '../../engine/practice/practice-view.ts';
import { Interrupted } from '../../errors.ts';
import { endOfInputKey, interruptKey, openRawKeyboard, setRaw, suspendKey } from '../raw-keyboard.ts';
import type { TerminalFacts } from '../terminal-facts.ts';
import { createLinesView } from './lines-view.ts';
import { createKeyReader } from './practice-keys.ts';
import { createScreenView } from './screen-view.ts';
import { watchSleep } from './sleep-watch.ts';

/** Plays guided sessions on this terminal: drawn, or line by line for a screen reader. */
export function createPracticePlayer(facts: TerminalFacts, clock: Clock): Practise {
  return (pieces) => {
    facts.signal.throwIfAborted();
    return new Promise((resolve) => play(facts, clock, pieces, resolve));
  };
}

function play(
  facts: TerminalFacts,
  clock: Clock,
  pieces: PracticePieces,
  resolve: (outcome: PracticeOutcome) => void,
): void {
  const { script, voice } = pieces;
  const view = facts.theme.accessible ? createLinesView(facts, pieces) : createScreenView(facts, pieces);
  const hasSlept = watchSleep(facts, clock);
  const eventsOf = createKeyReader(facts);
  let isSuspended = false;
  let callOff: () => void = () => undefined;

  view.open();
  let step: PracticeStep = startPractice(script, facts.now());

  const update = (kind: PracticeEvent['kind']): void => {
    step = updatePractice(step.state, { kind, at: facts.now() });
    react();
  };

  const react = (): void => {
    callOff();
    // First what is seen: to start a voice takes a few milliseconds.
    view.show(step, voice.instead);
    for (const effect of step.effects) {
      if (effect.kind === 'say') voice.say(effect.text);
      else if (effect.kind === 'cue') voice.cue(effect.cue);
    }
    const { over } = step.state;
    if (over !== undefined) leave({ kind: over, result: practiceResult(step.state) });
    const wait = untilNextChange(step.state, view.frame);
    if (wait !== undefined) callOff = facts.after(Math.max(1, Math.ceil(wait)), () => happen('tick'));
  };

  const happen = (kind: PracticeEvent['kind']): void => {
    if (step.state.over !== undefined) return;
    const slept = hasSlept();
    if (slept && isRunning(step.state)) {
      update('suspended');
      update('resumed');
      // The key was pressed into a session that seemed to run.
      if (kind === 'toggle-pause' || kind === 'how') return;
    }
    update(kind);
  };

  const leave = (outcome: PracticeOutcome, isTerminalThere = true): void => {
    callOff();
    closeKeyboard();
    forget();
    facts.signal.removeEventListener('abort', onSignal);
    // To write to a terminal that is gone would end the program before the result is kept.
    if (isTerminalThere) view.close();
    resolve(outcome);
  };

  const interrupt = (reason: unknown, isTerminalThere = true): void => {
    if (step.state.over !== undefined) return;
    voice.say('');
    step = updatePractice(step.state, { kind: 'stop', at: facts.now() });
    leave({ kind: 'interrupted', result: practiceResult(step.state), reason }, isTerminalThere);
  };
  const onSignal = (): void => interrupt(facts.signal.reason);

  const suspend = async (): Promise<void> => {
    if (isSuspended) return;
    update('suspended');
    if (step.state.over !== undefined) return;
    isSuspended = true;
    voice.say('');
    callOff();
    view.close();
    await facts.suspend();
    isSuspended = false;
    hasSlept();
    if (step.state.over !== undefined) {
      // Ended meanwhile, by a signal: the keyboard was given back before it was made raw again.
      setRaw(facts.input, false);
      return;
    }
    view.open();
    update('resumed');
  };

  const closeKeyboard = openRawKeyboard(facts, {
    pressed(keys) {
      if (keys.includes(interruptKey) || keys.includes(endOfInputKey)) interrupt(new Interrupted());
      else if (keys.includes(suspendKey)) void suspend();
      else for (const kind of eventsOf(keys)) happen(kind);
    },
    closed: () => interrupt(new Interrupted(), false),
  });
  const forget = facts.onDisturbed((what) => {
    if (isSuspended) return;
    if (what === 'continued') {
      setRaw(facts.input, true);
      view.open();
    } else view.disturbed();
    happen('resized');
  });
  facts.signal.addEventListener('abort', onSignal);
  react();
}
