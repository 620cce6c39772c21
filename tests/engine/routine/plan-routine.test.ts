import { describe, expect, it } from 'vitest';
import type { RoutinePlan, RoutineRequest } from '../../../src/engine/routine/plan.ts';
import { planRoutine } from '../../../src/engine/routine/plan-routine.ts';
import { exerciseOf, raised, requestOf, tables } from './requests.ts';

function planOf(changes: Partial<RoutineRequest>): RoutinePlan {
  return planRoutine(tables, requestOf(changes));
}

function lines(plan: RoutinePlan): readonly string[] {
  return plan.kind === 'none'
    ? ['none', ...plan.because, ...plan.change]
    : [plan.name, ...plan.items.map(({ exercise, how }) => `${exercise.id}: ${how}`), ...plan.because];
}

describe('a routine put together for now', () => {
  it('eight minutes, standing, with a towel, for tight hamstrings', () => {
    const plan = planOf({ position: 'standing', equipment: ['towel'], target: 'tight-hamstrings' });
    expect(lines(plan)).toMatchInlineSnapshot(`
      [
        "For tight hamstrings, standing",
        "standing-back-extension: 8 slow times",
        "standing-hamstring-stretch: 30 seconds each side",
        "standing-side-bend: 2 times 15 seconds each side",
        "standing-hip-flexor-stretch: 30 seconds each side",
        "hip-hinge-drill: 8 slow times",
        "easy-walk: 2 and a half minutes",
        "Each of them is for tight hamstrings.",
        "Nothing that comes after stage 3 (rebuild).",
      ]
    `);
  });

  it('twelve minutes for a spasm: breathing and lying down first, and up on the feet at the end', () => {
    expect(
      lines(planOf({ minutes: 12, target: 'spasm', stage: 1, chronicity: 'acute' })),
    ).toMatchInlineSnapshot(`
      [
        "For a spasm",
        "belly-breathing: 1 minute 40 seconds",
        "legs-up-90-90: 4 minutes 40 seconds",
        "knee-rolls: 8 slow times",
        "knee-to-chest: 2 times 20 seconds each side",
        "easy-walk: 1 minute 40 seconds",
        "Each of them is for a spasm.",
        "With a spasm there are only calm exercises.",
      ]
    `);
  });

  it('one minute is one short thing', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const plan = planOf({ minutes: 1, seed });
      expect(plan.kind === 'routine' && plan.items.length).toBe(1);
    }
  });

  it('a spasm in old pain still gets legs up on a chair, which is for new pain only', () => {
    const ids = (changes: Partial<RoutineRequest>) =>
      lines(planOf({ minutes: 12, chronicity: 'chronic', ...changes }));
    expect(ids({ target: 'spasm' }).join()).toContain('legs-up-90-90');
    expect(ids({ target: 'chronic-stress' }).join()).not.toContain('legs-up-90-90');
  });

  it('a disc and a facet joint do not get the same', () => {
    const of = (subtype: 'facet' | 'herniation') => {
      const plan = planOf({ minutes: 30, target: 'spinal-problem', subtypes: [subtype] });
      return plan.kind === 'none' ? [] : plan.items.map(({ exercise }) => exercise);
    };
    for (const subtype of ['facet', 'herniation'] as const) {
      expect(of(subtype).length).toBeGreaterThan(3);
      for (const exercise of of(subtype)) expect(exercise.subtypes ?? [subtype]).toContain(subtype);
    }
  });

  it('says when the time is not used, because nothing else suits', () => {
    const plan = planOf({ minutes: 30, position: 'standing', equipment: [], stage: 1, chronicity: 'acute' });
    expect(lines(plan)).toEqual([
      'For your back, standing',
      'easy-walk: 5 minutes',
      'One short thing for any back.',
      'Nothing that comes after stage 1 (calm).',
      'Nothing else suits right now, so it takes 5 minutes 10 seconds.',
    ]);
  });

  it('less and more are told, and are less and more', () => {
    const seconds = (effort: RoutineRequest['effort']) => {
      const plan = planOf({ minutes: 30, position: 'sitting', effort });
      return plan.kind === 'none' ? 0 : plan.seconds;
    };
    expect(seconds('less')).toBeLessThan(seconds('same'));
    expect(seconds('same')).toBeLessThan(seconds('more'));
    expect(lines(planOf({ effort: 'less' }))).toContain(
      'A little less of each than usual, since the last time was too much.',
    );
    expect(lines(planOf({ effort: 'more' }))).toContain(
      'A little more of each than usual, since the last times went well.',
    );
  });

  it('spoken words get the time to be said', () => {
    const first = (spoken: boolean) => {
      const plan = planOf({ position: 'standing', spoken });
      return plan.kind === 'none' ? [] : plan.items.map(({ seconds }) => seconds);
    };
    expect(first(true)).not.toEqual(first(false));
  });
});

describe('flags', () => {
  it('an exercise that is left out carries the answer', () => {
    const plan = planOf({ target: 'tight-hamstrings', flags: raised('leg-pain-below-knee') });
    expect(plan.excluded).toContainEqual({
      exercise: 'standing-hamstring-stretch',
      flags: [{ flag: 'leg-pain-below-knee', because: 'you said yes to "leg-pain-below-knee"' }],
    });
    expect(lines(plan).at(-1)).toMatch(/^\d+ exercises are left out because of what you told us\.$/);
  });

  it('the easier version stands in, and says for which answer', () => {
    const plan = planOf({
      minutes: 30,
      position: undefined,
      target: 'chronic-stress',
      flags: raised('pregnancy-late'),
    });
    const item = plan.kind === 'none' ? undefined : plan.items.find(({ variant }) => variant === 'easier');
    expect(item?.easierBecause).toEqual(raised('pregnancy-late'));
  });

  it('an easier version that is done elsewhere is not offered where another position was asked for', () => {
    const plan = planOf({
      minutes: 10,
      position: 'lying',
      target: 'chronic-stress',
      flags: raised('breathless-lying-flat'),
    });
    expect(lines(plan).join()).not.toContain('belly-breathing');
  });

  it('in doubt only walking, bracing and breathing are left, by another name', () => {
    const flags = raised('leg-pain-below-knee', 'pain-severe');
    const plan = planOf({ position: 'lying', target: 'tight-hamstrings', flags });
    expect(lines(plan)).toEqual([
      'Calm and easy',
      'belly-breathing: 6 minutes',
      'brace-and-breathe: 8 slow times',
      'What you told us leaves out every exercise for tight hamstrings that would fit here, so these are the calmest ones.',
      'Nothing that comes after stage 3 (rebuild).',
    ]);
  });

  it('after an operation there is only calm breathing and the body scan', () => {
    const plan = planOf({ target: 'tight-hamstrings', flags: raised('recent-surgery') });
    const ids = plan.kind === 'none' ? [] : plan.items.map(({ exercise }) => exercise.id);
    expect(ids.toSorted()).toEqual(['belly-breathing', 'body-scan', 'slow-breathing-6']);
    expect(plan.kind === 'routine' && plan.name).toBe('Calm and easy');
  });

  it('with every flag at once breathing in a chair is left', () => {
    const flags = raised(...tables.flags.map(({ id }) => id));
    expect(lines(planOf({ flags, floorWork: false, equipment: [] }))).toContain(
      'slow-breathing-6: 7 and a half minutes',
    );
  });
});

describe('an honest none', () => {
  it.each<readonly [string, Partial<RoutineRequest>]>([
    ['lying, and nothing on the floor', { position: 'lying', floorWork: false }],
    ['kneeling on one knee in the moving stage', { position: 'half-kneeling', stage: 2 }],
    ['a side bridge in one minute', { position: 'side-lying', minutes: 1 }],
    ['stress, lying on the front', { position: 'lying-on-front', target: 'chronic-stress' }],
    [
      'a joint or disc, sitting, with nothing',
      { position: 'sitting', equipment: [], target: 'spinal-problem' },
    ],
    [
      'two things at once',
      { position: 'kneeling', floorWork: false, stage: 1, chronicity: 'acute', minutes: 1 },
    ],
  ])('%s', (_name, changes) => {
    expect(lines(planOf(changes))).toMatchSnapshot();
  });
});

describe('with tables of its own', () => {
  const [tilt, walk] = [exerciseOf('pelvic-tilt'), exerciseOf('easy-walk')];
  const only = { ...tables, exercises: [{ ...tilt, notWith: ['skin-numb'] }] };

  it('suggests together what helps only together, and no more than that', () => {
    const request = requestOf({
      position: 'standing',
      floorWork: false,
      target: 'pulled-muscle',
      minutes: 8,
    });
    const plan = planRoutine(only, request);
    expect(plan.kind === 'none' && plan.change).toEqual(['Leave the position open and allow the floor.']);
    expect(plan.kind === 'none' && plan.changed).toEqual([
      { ...request, position: undefined, floorWork: true },
    ]);
  });

  it('suggests as many minutes as it needs', () => {
    const scan = { ...tables, exercises: [exerciseOf('body-scan')] };
    const plan = planRoutine(scan, requestOf({ minutes: 2 }));
    expect(plan.kind === 'none' && plan.change).toEqual(['Take 6 minutes.']);
  });

  it('suggests nothing when nothing helps, and says whom to ask', () => {
    const plan = planRoutine(only, requestOf({ flags: raised('skin-numb') }));
    expect(lines(plan)).toEqual([
      'none',
      'No exercise fits 8 minutes at stage 3 with what is at hand.',
      'One exercise is left out because of what you told us.',
      'Ask the person who treats you which movements are right for you now.',
    ]);
  });

  it('what guidelines advise against is never offered', () => {
    const against = { ...tables, exercises: [{ ...walk, grade: 'against' as const }] };
    expect(planRoutine(against, requestOf()).kind).toBe('none');
  });
});
