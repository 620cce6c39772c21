import { describe, expect, test } from 'vitest';
import { buildScript } from '../../../src/engine/practice/build-script.ts';
import { startPractice, updatePractice } from '../../../src/engine/practice/practice.ts';
import { practiceResult } from '../../../src/engine/practice/practice-result.ts';
import {
  isRunning,
  type PracticeEvent,
  type PracticeStep,
} from '../../../src/engine/practice/practice-state.ts';
import { practiceView, untilNextChange } from '../../../src/engine/practice/practice-view.ts';
import type { PracticeScript } from '../../../src/engine/practice/script.ts';
import { exerciseOf, planOf, stretch, threeExercises } from './sessions.ts';

/** A session with a clock that the test turns; it ticks every second as the player does. */
class Session {
  at = 5000;
  step: PracticeStep;
  constructor(script: PracticeScript = threeExercises) {
    this.step = startPractice(script, this.at);
  }
  get state() {
    return this.step.state;
  }
  /** What is said and sounded by the newest event. */
  get heard(): readonly string[] {
    return this.step.effects.map((effect) =>
      effect.kind === 'say' ? effect.text : effect.kind === 'cue' ? `(${effect.cue})` : '(finished)',
    );
  }
  get label() {
    return practiceView(this.state)?.segment.label;
  }
  send(kind: PracticeEvent['kind'], after = 0): this {
    this.at += after;
    this.step = updatePractice(this.state, { kind, at: this.at });
    return this;
  }
  pass(seconds: number): this {
    for (let second = 0; second < seconds; second += 1) this.send('tick', 1000);
    return this;
  }
}

describe('a session', () => {
  test('begins with the first announcement', () => {
    expect(new Session().heard).toEqual([
      '(begin)',
      'First: The stretch. Lie on your back. Left leg first. Hold 30 seconds.',
    ]);
  });

  test('goes from segment to segment, and says what comes at the moment it comes', () => {
    const session = new Session().pass(9);
    expect(session.heard).toEqual([]);
    expect(session.pass(1).heard).toEqual(['(begin)', 'Hold, left leg. 30 seconds.']);
    expect(session.pass(20).heard).toEqual(['10 seconds left.']);
    expect(session.pass(10).heard).toEqual(['(change)', 'Let go. Change sides: right leg.']);
  });

  test('ends, and everything was done', () => {
    const session = new Session();
    const seconds = threeExercises.segments.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
    session.pass(seconds - 1);
    expect(session.state.over).toBeUndefined();
    expect(session.pass(1).heard).toEqual([
      '(end)',
      'That is enough. You are done. Take a moment before you move on.',
      '(finished)',
    ]);
    expect(practiceResult(session.state)).toEqual({
      items: [
        { exercise: 'stretch', variant: 'standard', done: 'done', seconds: 60 },
        { exercise: 'bridge', variant: 'standard', done: 'done', seconds: 25 },
        { exercise: 'walk', variant: 'standard', done: 'done', seconds: 300 },
      ],
      activeMilliseconds: seconds * 1000,
      pausedMilliseconds: 0,
      pauses: 0,
      endedEarly: false,
    });
    expect(session.pass(5).heard).toEqual([]);
  });

  test('a tick that comes late is caught up with, and only what begins now is said', () => {
    const session = new Session().pass(10).send('tick', 2900);
    expect(practiceView(session.state)?.left).toBe(27_100);
    const short = exerciseOf('steps', {
      kind: 'repetitions',
      sets: [9],
      moves: [{ say: 'step', seconds: 1 }],
      sides: 1,
      restSeconds: 0,
    });
    const steps = new Session(buildScript(planOf([{ exercise: short }]))).pass(10);
    expect(steps.heard).toEqual(['(begin)', 'step']);
    steps.send('tick', 2500);
    expect(practiceView(steps.state)?.segment.repetition?.number).toBe(3);
    expect(steps.heard).toEqual(['step']);
  });
});

describe('pausing', () => {
  test('stops the time, and says where it goes on', () => {
    const session = new Session().pass(20).send('toggle-pause', 500);
    expect(session.heard).toEqual(['Paused.']);
    session.pass(60).send('toggle-pause');
    expect(session.heard).toEqual(['(begin)', 'Going on: hold, left leg.']);
    expect(practiceView(session.state)?.left).toBe(19_500);
    expect(practiceResult(session.state)).toMatchObject({ pausedMilliseconds: 60_000, pauses: 1 });
  });

  test('getting ready begins anew: half an announcement helps nobody', () => {
    const session = new Session().pass(8).send('toggle-pause').send('toggle-pause');
    expect(session.heard[1]).toMatch(/^First: The stretch/);
    expect(practiceView(session.state)?.left).toBe(10_000);
    expect(session.state.elapsed).toBe(8000);
  });

  test('a gap pauses by itself: a machine that slept has not stretched', () => {
    const session = new Session().pass(20).send('tick', 7_200_000);
    expect(session.heard).toEqual(['You were away, so this is paused. Press space to go on.']);
    expect(isRunning(session.state)).toBe(false);
    expect(practiceView(session.state)?.left).toBe(20_000);
    session.send('toggle-pause', 2000);
    expect(isRunning(session.state)).toBe(true);
    expect(practiceResult(session.state)).toMatchObject({ pausedMilliseconds: 7_202_000, pauses: 1 });
  });

  test('space pressed into a gap was meant to pause', () => {
    const session = new Session().pass(20).send('toggle-pause', 60_000);
    expect(isRunning(session.state)).toBe(false);
    expect(session.heard).toEqual(['You were away, so this is paused. Press space to go on.']);
  });

  test('Ctrl-Z pauses, and coming back says so', () => {
    const session = new Session().pass(20).send('suspended', 100);
    expect(session.heard).toEqual([]);
    session.send('resumed', 500);
    expect(session.heard).toEqual(['You were away, so this is paused. Press space to go on.']);
    expect(session.pass(10).state.elapsed).toBe(20_100);
  });

  test('a pause that was asked for stays one when the program comes back', () => {
    const session = new Session().pass(20).send('toggle-pause').send('suspended').send('resumed', 9000);
    expect(session.heard).toEqual([]);
    expect(session.state.pause).toBe('asked');
  });
});

describe('how', () => {
  test('reads all steps and the stop sign, and time stands still', () => {
    const session = new Session().pass(20).send('how');
    expect(session.heard).toEqual(['Lie down. Do it. Tingling below the knee.']);
    expect(session.pass(30).state.elapsed).toBe(20_000);
    session.send('how');
    expect(session.heard).toEqual(['(begin)', 'Going on: hold, left leg.']);
  });

  test('space closes it too', () => {
    const session = new Session().pass(20).send('how').send('toggle-pause');
    expect(isRunning(session.state)).toBe(true);
  });

  test('out of a pause it leads back into the pause', () => {
    const session = new Session().pass(20).send('toggle-pause').send('how').send('how');
    expect(session.state.pause).toBe('asked');
    expect(practiceResult(session.state).pauses).toBe(1);
  });
});

describe('back and on', () => {
  test('on goes to the next part', () => {
    const session = new Session().send('forward', 1000);
    expect(session.label).toBe('hold, left leg');
    expect(session.send('forward').label).toBe('change to the right leg');
    expect(session.send('forward').label).toBe('hold, right leg');
    expect(session.send('forward').label).toBe('get ready');
    expect(session.send('forward').label).toBe('lift');
    expect(session.send('forward').label).toBe('rest');
    expect(session.send('forward').send('forward').heard[1]).toMatch(/^Stop there. Last one: The walk/);
    expect(session.send('forward').send('forward').state.over).toBe('finished');
    expect(practiceResult(session.state)).toMatchObject({
      items: [{ done: 'skipped' }, { done: 'skipped' }, { done: 'skipped' }],
      activeMilliseconds: 1000,
      endedEarly: false,
    });
  });

  test('back goes to the start of this exercise, and from there to the one before', () => {
    const session = new Session().pass(94);
    expect(session.label).toBe('hold');
    expect(session.send('back').label).toBe('get ready');
    expect(session.send('back', 1000).label).toBe('get ready, left leg first');
    expect(session.send('back').label).toBe('get ready, left leg first');
    expect(session.state.elapsed).toBe(95_000);
  });

  test('in a pause they move, and it stays a pause', () => {
    const session = new Session().pass(20).send('toggle-pause').send('forward');
    expect(session.label).toBe('change to the right leg');
    expect(session.heard).toEqual(['(change)', 'Let go. Change sides: right leg.']);
    expect(session.pass(5).state.elapsed).toBe(20_000);
  });
});

describe('leaving out', () => {
  test('skip goes to the next exercise and is recorded', () => {
    const session = new Session().pass(25).send('skip');
    expect(session.label).toBe('get ready');
    expect(practiceResult(session.send('stop').state).items).toEqual([
      { exercise: 'stretch', variant: 'standard', done: 'skipped', seconds: 15 },
      { exercise: 'bridge', variant: 'standard', done: 'not-reached', seconds: 0 },
      { exercise: 'walk', variant: 'standard', done: 'not-reached', seconds: 0 },
    ]);
  });

  test('going back to it takes it in again', () => {
    const session = new Session().pass(15).send('skip').send('back').pass(80).send('stop');
    expect(practiceResult(session.state).items[0]).toMatchObject({ done: 'done', seconds: 65 });
  });

  test('skipping the last one ends the session', () => {
    const session = new Session().send('skip').send('skip').send('skip');
    expect(session.heard.at(-1)).toBe('(finished)');
    expect(practiceResult(session.state).endedEarly).toBe(false);
  });
});

describe('the easier version', () => {
  test('is said, gets time to change over, and the hold begins once more', () => {
    const session = new Session().pass(30).send('easier');
    expect(session.heard).toEqual(['(change)', 'Easier: Bend the other knee.']);
    expect(session.label).toBe('easier version');
    expect(practiceView(session.state)?.item).toMatchObject({
      variant: 'easier',
      instruction: 'Bend the other knee.',
    });
    expect(session.pass(6).heard).toEqual(['(begin)', 'Hold, left leg. 30 seconds.']);
    session.pass(30);
    expect(session.label).toBe('change to the right leg');
    session.pass(40);
    expect(practiceResult(session.send('stop').state).items[0]).toEqual({
      exercise: 'stretch',
      variant: 'easier',
      done: 'done',
      seconds: 80,
    });
  });

  test('that is told in full takes over the name and all steps', () => {
    const scan = exerciseOf(
      'scan',
      { kind: 'timed', seconds: 60 },
      {
        easier: 'Sit instead.',
        easierPosition: 'sitting',
        easierInFull: { name: 'Scan on a chair', say: 'Sit down.', steps: ['Take a chair.'] },
      },
    );
    const session = new Session(buildScript(planOf([{ exercise: scan }]))).pass(20).send('easier');
    expect(session.heard).toEqual(['(change)', 'Easier: Sit instead.']);
    expect(practiceView(session.state)?.item).toEqual({
      exercise: 'scan',
      name: 'Scan on a chair',
      variant: 'easier',
      instruction: 'Sit down.',
      steps: ['Take a chair.'],
      isElsewhere: true,
    });
  });

  test('in the middle of repetitions the repetition begins once more', () => {
    const bridge = exerciseOf(
      'bridge',
      {
        kind: 'repetitions',
        sets: [5],
        moves: [
          { say: 'lift', seconds: 1 },
          { say: 'hold', seconds: 3 },
        ],
        sides: 1,
        restSeconds: 0,
      },
      { easier: 'Lift half way.' },
    );
    const session = new Session(buildScript(planOf([{ exercise: bridge }]))).pass(16).send('easier').pass(6);
    expect(practiceView(session.state)?.segment).toMatchObject({
      label: 'lift',
      repetition: { number: 2, of: 5 },
    });
  });

  test.each([
    ['there is none', 90],
    ['it is in use', 20],
  ])('nothing happens when %s', (_name, seconds) => {
    const session = new Session().send('easier').pass(6).pass(seconds);
    const before = session.state;
    session.send('easier');
    expect(session.state).toEqual(before);
    expect(session.heard).toEqual([]);
  });
});

test('stopping keeps what was done', () => {
  const session = new Session().pass(45).send('stop');
  expect(session.heard).toEqual(['Stopped. That is fine.', '(finished)']);
  expect(practiceResult(session.state)).toMatchObject({
    items: [{ done: 'partly', seconds: 30 }, { done: 'not-reached' }, { done: 'not-reached' }],
    activeMilliseconds: 45_000,
    endedEarly: true,
  });
});

describe('what there is to show', () => {
  test('item, time left, and what comes next', () => {
    const session = new Session().pass(25);
    expect(practiceView(session.state)).toMatchObject({
      itemNumber: 1,
      itemCount: 3,
      left: 15_000,
      leftInAll: 15_000 + 10_000 + 30_000 + 10_000 + 45_000 + 13_000 + 300_000,
      next: 'change to the right leg',
    });
    expect(practiceView(session.send('forward').send('forward').state)?.next).toBe('The bridge');
    expect(
      practiceView(new Session(buildScript(planOf([{ exercise: stretch }]))).pass(85).state)?.next,
    ).toBeUndefined();
  });

  test('the next moment to look: a whole second, a remark, an end; none in a pause', () => {
    const session = new Session().pass(10);
    expect(untilNextChange(session.state)).toBe(1000);
    session.send('tick', 1900);
    expect(untilNextChange(session.state)).toBe(100);
    session.send('toggle-pause');
    expect(untilNextChange(session.state)).toBeUndefined();
  });
});
