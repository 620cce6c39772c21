import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getReadySeconds } from '../../../src/engine/practice/dose-length.ts';
import { doseRangeOf } from '../../../src/engine/routine/dose-range.ts';
import type { FitRequest } from '../../../src/engine/routine/fit-request.ts';
import { fitRoutine } from '../../../src/engine/routine/fit-routine.ts';
import type { RoutinePlan } from '../../../src/engine/routine/plan.ts';
import { exerciseOf, raised, requestOf, routineOf, someRequest, tables } from './requests.ts';

function fitted(id: string, changes: Partial<FitRequest> = {}): RoutinePlan {
  const { minutes: _, ...request } = requestOf();
  return fitRoutine(tables, routineOf(id), { ...request, ...changes });
}

function idsIn(plan: RoutinePlan): readonly string[] {
  return plan.kind === 'none' ? [] : plan.items.map(({ exercise }) => exercise.id);
}

function stepsOf(id: string): readonly string[] {
  return routineOf(id).steps.map(({ exercise }) => exercise);
}

describe('a ready routine', () => {
  it.each(tables.routines.map(({ id }) => id))('%s is left as it is when nothing speaks against it', (id) => {
    const plan = fitted(id, { stage: 5 });
    expect(plan).toMatchObject({ kind: 'routine', routine: id, excluded: [], because: [] });
    expect(idsIn(plan)).toEqual(stepsOf(id));
    const words = plan.kind === 'none' ? [] : plan.items.map(({ how }) => how);
    expect(words).toEqual(routineOf(id).steps.map(({ how }) => how));
  });

  it('leaves out what a flag rules out, with the answer, and says how many', () => {
    const plan = fitted('hips-hamstrings', { flags: raised('knee-cannot-kneel') });
    expect(plan.excluded).toEqual([
      { exercise: 'half-kneeling-hip-flexor-stretch', flags: raised('knee-cannot-kneel') },
    ]);
    expect(plan.because).toEqual([`1 of ${stepsOf('hips-hamstrings').length} exercises is left out.`]);
    const two = fitted('hips-hamstrings', { flags: raised('worse-bending-forward') });
    expect(two.because).toEqual(['2 of 6 exercises are left out.']);
    expect(idsIn(plan)).not.toContain('half-kneeling-hip-flexor-stretch');
  });

  it('takes the easier version where a flag asks for it', () => {
    const plan = fitted('stress-wind-down', { flags: raised('wrist-painful') });
    const item =
      plan.kind === 'none' ? undefined : plan.items.find(({ exercise }) => exercise.id === 'cat-cow');
    expect(item).toMatchObject({ variant: 'easier', easierBecause: raised('wrist-painful') });
  });

  it('tells somebody who must not lie on the back nothing of the back: lying on the side, from its beginning', () => {
    const plan = fitted('acute-spasm', { flags: raised('pregnancy-late'), stage: 2 });
    const items = plan.kind === 'none' ? [] : plan.items;
    const told = items.find(({ exercise }) => exercise.id === 'legs-up-90-90');
    expect(told).toMatchObject({
      variant: 'easier',
      how: '5 minutes',
      exercise: { name: 'Rest on your side', position: 'side-lying' },
    });
    expect(told?.exercise.easier).toBeUndefined();
    const words = items.map(({ exercise }) => [exercise.name, exercise.say, ...exercise.steps].join(' '));
    expect(words.join(' ')).not.toMatch(/on your back|calves|on the seat/i);
  });

  it('keeps the words of a step that is meant to be the easier one', () => {
    const plan = fitted('acute-spasm');
    const tilt =
      plan.kind === 'none' ? undefined : plan.items.find(({ exercise }) => exercise.id === 'pelvic-tilt');
    expect(tilt).toMatchObject({ variant: 'easier', how: '10 tiny times' });
  });

  it('offers no easier version that an answer rules out, and leaves out a step that is one', () => {
    const flags = raised('worse-bending-forward');
    const plan = fitted('hips-hamstrings', { flags });
    const cross =
      plan.kind === 'none'
        ? undefined
        : plan.items.find(({ exercise }) => exercise.id === 'figure-four-stretch');
    expect(cross?.variant).toBe('standard');
    expect(cross?.exercise.easier).toBeUndefined();
    const routine = routineOf('hips-hamstrings');
    const eased = {
      ...routine,
      steps: routine.steps.map((step) =>
        step.exercise === 'figure-four-stretch' ? { ...step, variant: 'easier' as const } : step,
      ),
    };
    const request = { ...requestOf({ flags }), minutes: undefined };
    expect(fitRoutine(tables, eased, request).excluded).toContainEqual({
      exercise: 'figure-four-stretch',
      flags,
    });
    expect(fitRoutine(tables, eased, { ...request, flags: [] }).excluded).toEqual([]);
  });

  it('offers no easier version on the floor when nothing may be there', () => {
    const tuck = (floorWork: boolean) => {
      const plan = fitted('posture-reset', { floorWork });
      return plan.kind === 'none'
        ? undefined
        : plan.items.find(({ exercise }) => exercise.id === 'chin-tuck');
    };
    expect(tuck(true)?.exercise.easier).toMatch(/Lie on your back/);
    expect(tuck(false)?.exercise.easier).toBeUndefined();
  });

  it('leaves out steps of a later stage, and says from when on', () => {
    const plan = fitted('acute-spasm', { stage: 1 });
    expect(plan.excluded).toEqual([
      { exercise: 'pressure-release', flags: [], because: 'it is for later, from stage 2 (move) on' },
    ]);
  });

  it('leaves out what is done on the floor when nothing may be', () => {
    const plan = fitted('posture-reset', { floorWork: false });
    expect(plan.excluded).toContainEqual({
      exercise: 'brace-and-breathe',
      flags: [],
      because: 'you asked for nothing on the floor',
    });
  });

  it('leaves out what needs things that are not there, if that is asked', () => {
    expect(idsIn(fitted('posture-reset', { equipment: [] }))).toEqual(stepsOf('posture-reset'));
    const plan = fitted('posture-reset', { equipment: [], onlyAtHand: true });
    expect(plan.excluded.map(({ because }) => because)).toEqual(['it needs a chair', 'it needs a wall']);
  });

  it('becomes an easy walk when more than half drops out', () => {
    const plan = fitted('hips-hamstrings', { flags: raised('leg-pain-below-knee') });
    expect(plan).toMatchObject({
      kind: 'routine',
      name: 'Easy walk',
      because: [
        'Less than half of "Hips and hamstrings" suits what you told us.',
        'Easy walk takes its place.',
      ],
    });
    expect(plan).not.toHaveProperty('routine');
    expect(plan.kind === 'routine' && plan.items.map(({ how }) => how)).toEqual(['5 minutes']);
  });

  it('becomes calm breathing where walking is not allowed either', () => {
    const plan = fitted('core-builder', { flags: raised('heart-or-lung-condition-unstable') });
    expect(idsIn(plan)).toEqual(['belly-breathing']);
    const inChair = fitted('core-builder', { flags: raised('recent-surgery'), floorWork: false });
    expect(idsIn(inChair)).toEqual(['slow-breathing-6']);
  });

  it('says whom to ask when nothing may take its place', () => {
    const strict = { ...tables, exercises: tables.exercises.filter(({ id }) => id !== 'slow-breathing-6') };
    const request = {
      ...requestOf({ flags: raised('recent-surgery'), floorWork: false }),
      minutes: undefined,
    };
    expect(fitRoutine(strict, routineOf('core-builder'), request)).toMatchObject({
      kind: 'none',
      because: [
        'Nothing of "Core builder" suits what you told us.',
        'Ask the person who treats you which movements are right for you now.',
      ],
      change: [],
    });
  });

  it('that is for a later stage is not begun in pieces', () => {
    const plan = fitted('lifting-ready', { stage: 2 });
    expect(idsIn(plan)).toEqual(['easy-walk']);
    expect(plan.because[0]).toBe('"Getting back to lifting" is for later, from stage 4 (return) on.');
  });

  it('is done a step lower, or a step higher', () => {
    const words = (effort: FitRequest['effort']) => {
      const plan = fitted('core-builder', { effort, stage: 5 });
      return plan.kind === 'none' ? [] : plan.items.map(({ how }) => how);
    };
    expect(words('less')).not.toEqual(words('same'));
    expect(words('more')).not.toEqual(words('same'));
    expect(words('less')[1]).toBe('6 and 4 times');
  });
});

describe('a routine that goes round', () => {
  const turns = (stage: 2 | 3, flags: readonly string[] = []) =>
    [0, 1, 2, 3, 4, 5].map((sessionsToday) => {
      const plan = fitted('hamstring-micro', { stage, sessionsToday, flags: raised(...flags) });
      return plan.kind === 'none'
        ? []
        : plan.items.map(({ exercise, variant }) => `${exercise.id} ${variant}`);
    });
  const lying = 'lying-hamstring-stretch standard';
  const standing = 'standing-hamstring-stretch standard';

  it('takes the next one every time, and begins again after the last', () => {
    const seated = 'seated-hamstring-stretch standard';
    const onChair = 'standing-hamstring-stretch deeper';
    expect(turns(3)).toEqual([[lying], [standing], [onChair], [standing], [seated], [lying]]);
  });

  it('stays with the lying one before the others are due', () => {
    expect(turns(2)).toEqual(Array.from({ length: 6 }, () => [lying]));
  });

  it('passes over what a flag rules out', () => {
    expect(new Set(turns(3, ['balance-poor']).flat())).toEqual(
      new Set([lying, 'seated-hamstring-stretch standard']),
    );
    expect(new Set(turns(3, ['breathless-lying-flat']).flat()).has(lying)).toBe(false);
  });

  it('is no hamstring session for somebody with pain below the knee', () => {
    expect(turns(3, ['leg-pain-below-knee'])[0]).toEqual(['easy-walk standard']);
  });
});

describe('a plan of the person’s own', () => {
  const own = { ...routineOf('hips-hamstrings'), id: 'from-my-physio', name: 'From my physio' };
  const fitOwn = (changes: Partial<FitRequest>) =>
    fitRoutine(tables, own, { ...requestOf(), ...changes, minutes: changes.minutes, own: true });

  it('keeps what is left of it, however little', () => {
    const plan = fitOwn({ flags: raised('leg-pain-below-knee') });
    expect(plan).toMatchObject({ kind: 'routine', routine: 'from-my-physio' });
    expect(idsIn(plan).length).toBeLessThan(own.steps.length / 2);
  });

  it('says whom to ask when nothing is left', () => {
    const plan = fitOwn({ flags: raised('recent-surgery') });
    expect(plan).toMatchObject({
      kind: 'none',
      because: [
        'Nothing of "From my physio" suits what you told us.',
        'Ask the person who made the plan what you may do until then.',
      ],
    });
    expect(plan.excluded.length).toBe(own.steps.length);
  });

  it('an exercise that is not in the list is left out by name', () => {
    const [first] = own.steps;
    const odd = { ...own, steps: [...own.steps, { ...first!, exercise: 'handstand' }] };
    const plan = fitRoutine(tables, odd, { ...requestOf({ minutes: 30 }), own: true });
    expect(plan.excluded).toEqual([
      { exercise: 'handstand', flags: [], because: 'it is not in the list of exercises' },
    ]);
  });
});

describe('cut to the time there is', () => {
  it('keeps one exercise for each part of the body as long as it can', () => {
    const whole = fitted('morning');
    const parts = (plan: RoutinePlan) => new Set(idsIn(plan).map((id) => exerciseOf(id).bodyParts[0]));
    for (let minutes = 6; minutes <= 8; minutes += 1)
      expect(parts(fitted('morning', { minutes }))).toEqual(parts(whole));
    expect(fitted('morning', { minutes: 6 }).because[0]).toMatch(
      /^Cut to the time you have: \d of 8 exercises\.$/,
    );
  });

  it.each(tables.routines.map(({ id }) => id))('%s fits any number of minutes, in its own order', (id) => {
    for (const spoken of [false, true])
      for (let minutes = 1; minutes <= 30; minutes += 1) {
        const plan = fitted(id, { minutes, stage: 5, spoken });
        if (plan.kind === 'none') {
          expect(plan.changed.map((change) => fitted(id, { ...change, spoken }).kind)).toEqual(['routine']);
          continue;
        }
        expect(plan.seconds).toBeLessThanOrEqual(minutes * 60);
        const places = idsIn(plan).map((exercise) => stepsOf(id).indexOf(exercise));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }
  });

  it('takes back what still fits after the cut, shorter where it must be', () => {
    const plan = fitted('pre-sleep', { minutes: 5 });
    expect(
      plan.kind === 'routine' && plan.items.map(({ exercise, how }) => `${exercise.id}: ${how}`),
    ).toEqual([
      'legs-up-90-90: 2 minutes, calves on a chair or pillows under the knees',
      'knee-rolls: 5 times to each side',
      'belly-breathing: 1 minute 40 seconds',
    ]);
    expect(plan.because).toEqual(['Cut to the time you have: 3 of 4 exercises.']);
  });

  it('shortens nothing of a plan that somebody made for the person, where any of it fits as it is', () => {
    const plan = fitted('pre-sleep', { minutes: 5, own: true });
    expect(idsIn(plan)).toEqual(['legs-up-90-90', 'knee-rolls']);
  });

  it('leaves nothing out that would fit, where a quarter of the time and a minute are free', () => {
    const unused: string[] = [];
    for (const { id, steps } of tables.routines)
      for (const spoken of [false, true])
        for (let minutes = 1; minutes <= 15; minutes += 1) {
          const plan = fitted(id, { minutes, stage: 5, spoken });
          if (plan.kind === 'none') continue;
          const free = minutes * 60 - plan.seconds;
          if (free < 60 || free < minutes * 15) continue;
          for (const { exercise: left, dose } of steps) {
            if (idsIn(plan).includes(left)) continue;
            const exercise = exerciseOf(left);
            const least = doseRangeOf({ ...exercise, dose }, 5, 'same').least;
            const ready = Math.max(15, getReadySeconds(exercise, { spoken }));
            if (least + 2 * ready <= free) unused.push(`${id}, ${minutes} min: ${left} in ${free} s`);
          }
        }
    expect(unused).toEqual([]);
  });

  it('says how long at least, when not even one exercise fits', () => {
    const scan = {
      ...routineOf('pre-sleep'),
      name: 'Scan',
      steps: [{ exercise: 'body-scan', dose: exerciseOf('body-scan').dose, how: 'all of it' }],
    };
    const plan = fitRoutine(tables, scan, { ...requestOf(), minutes: 2 });
    expect(plan).toMatchObject({
      kind: 'none',
      because: ['Nothing of "Scan" fits 2 minutes.'],
      change: ['Take 6 minutes.'],
    });
  });
});

it('with any flags, at any stage: nothing that is ruled out, in time, and each exclusion with its reason', () => {
  fc.assert(
    fc.property(fc.constantFrom(...tables.routines), someRequest, fc.boolean(), (routine, request, own) => {
      const plan = fitRoutine(tables, routine, { ...request, own });
      for (const { flags, because } of plan.excluded)
        expect(flags.length > 0 || because !== undefined).toBe(true);
      if (plan.kind === 'none') return;
      expect(plan.seconds).toBeLessThanOrEqual(request.minutes * 60);
      for (const { exercise, variant } of plan.items) {
        expect(exercise.fromStage).toBeLessThanOrEqual(request.stage);
        for (const { flag } of request.flags) {
          expect(exercise.notWith).not.toContain(flag);
          if (exercise.easierWith?.includes(flag)) expect(variant).toBe('easier');
          const only = tables.flags.find(({ id }) => id === flag)?.onlyAllow;
          if (only !== undefined && 'exercises' in only) expect(only.exercises).toContain(exercise.id);
          if (only !== undefined && 'fromStageAtMost' in only)
            expect(exercise.fromStage).toBeLessThanOrEqual(only.fromStageAtMost);
        }
        if (!request.floorWork) expect(['standing', 'sitting']).toContain(exercise.position);
      }
    }),
    { numRuns: 3000 },
  );
});
