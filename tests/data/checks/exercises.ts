import type { Dose, Exercise, RoutineStep } from '../../../src/data/exercise-schema.ts';
import { poses } from '../../../src/data/exercises/poses.ts';
import { type Check, type Content, withExercise, withFlag, withRoutine } from './content.ts';

const flagIds = (of: Content): ReadonlySet<string> => new Set(of.flags.map(({ id }) => id));
const exerciseIds = (of: Content): ReadonlySet<string> => new Set(of.exercises.map(({ id }) => id));
const stepsOf = (of: Content): readonly (readonly [where: string, RoutineStep])[] =>
  of.routines.flatMap(({ id, steps, rotation = [] }) =>
    [...steps, ...rotation].map((step) => [`${id}: ${step.exercise}`, step] as const),
  );
const withStep = (of: Content, changes: Partial<RoutineStep>): Content =>
  withRoutine(of, 'desk-break', {
    steps: (of.routines.find(({ id }) => id === 'desk-break')?.steps ?? []).map((step) => ({
      ...step,
      ...changes,
    })),
  });
/** What two doses of one exercise have in common, however much of it they ask for. */
function wayOf(dose: Dose): string {
  if (dose.kind === 'timed') return `timed ${JSON.stringify(dose.moves ?? [])}`;
  return dose.kind === 'hold' ? `hold ${dose.sides}` : `${dose.sides} ${JSON.stringify(dose.moves)}`;
}
const mostLinesOfAPage = 9;

export const exerciseChecks: readonly Check[] = [
  {
    rule: 'every flag that an exercise names exists, and stands in one of its lists only',
    problems: (of) =>
      of.exercises.flatMap(({ id, notWith, easierWith = [] }) => [
        ...[...notWith, ...easierWith]
          .filter((flag) => !flagIds(of).has(flag))
          .map((flag) => `${id}: ${flag}`),
        ...easierWith.filter((flag) => notWith.includes(flag)).map((flag) => `${id}: ${flag} twice`),
      ]),
    broken: (of) => withExercise(of, 'body-scan', { notWith: ['hay-fever'] }),
  },
  {
    rule: 'every flag changes something: it is on the list of an exercise, or allows only some',
    problems: (of) => {
      const named = new Set(
        of.exercises.flatMap(({ notWith, easierWith = [] }) => [...notWith, ...easierWith]),
      );
      return of.flags
        .filter(({ id, onlyAllow }) => onlyAllow === undefined && !named.has(id))
        .map(({ id }) => id);
    },
    broken: (of) => withExercise(of, 'pressure-release', { notWith: [] }),
  },
  {
    rule: 'an exercise whose easier version may stand in says what that is, and where, if it is somewhere else',
    problems: (of) =>
      of.exercises
        .filter(
          ({ easier, easierWith, easierPosition }) =>
            (easierWith !== undefined && (easier === undefined || easierPosition === undefined)) ||
            (easierPosition !== undefined && !/\binstead\b/.test(easier ?? '')),
        )
        .map(({ id }) => id),
    broken: (of) => withExercise(of, 'body-scan', { easierPosition: undefined }),
  },
  {
    rule: 'late in a pregnancy and when breathless lying flat nobody is sent onto their back or front',
    problems: (of) =>
      of.exercises
        .filter(({ position }) => position === 'lying-on-back' || position === 'lying-on-front')
        .filter((entry) => !isKeptUp(entry, 'pregnancy-late') || !isKeptUp(entry, 'breathless-lying-flat'))
        .map(({ id }) => id),
    broken: (of) => withExercise(of, 'glute-bridge', { notWith: ['pain-severe'] }),
  },
  {
    rule: 'what only some exercises are allowed by exists',
    problems: (of) =>
      of.flags.flatMap(({ id, onlyAllow }) =>
        onlyAllow !== undefined && 'exercises' in onlyAllow
          ? onlyAllow.exercises
              .filter((other) => !exerciseIds(of).has(other))
              .map((other) => `${id}: ${other}`)
          : [],
      ),
    broken: (of) => withFlag(of, 'recent-surgery', { onlyAllow: { exercises: ['handstand'] } }),
  },
  {
    rule: 'what settles a flag is a question, and one that the flag follows from',
    problems: (of) =>
      of.flags.flatMap(({ id, from, settledBy = [] }) =>
        settledBy
          .filter(
            (question) =>
              !of.questions.some((entry) => entry.id === question) ||
              !JSON.stringify(from ?? {}).includes(`"${question}"`),
          )
          .map((question) => `${id}: ${question}`),
      ),
    broken: (of) => withFlag(of, 'blood-thinner', { settledBy: ['mod-diabetes'] }),
  },
  {
    rule: 'a flag that an assessment knows is asked on the page about the pain, any other on the other two',
    problems: (of) =>
      of.flags
        .filter(({ id, from, settledBy, block }) => {
          if (id === 'pain-severe') return block !== undefined || from !== undefined;
          const isKnown = from !== undefined && settledBy !== undefined;
          return isKnown ? block !== 'around-pain' : block === undefined || block === 'around-pain';
        })
        .map(({ id }) => id),
    broken: (of) => withFlag(of, 'pain-severe', { block: 'around-body' }),
  },
  {
    rule: `a page of flags has at most ${mostLinesOfAPage} lines, and none is empty`,
    problems: (of) =>
      (['around-body', 'around-health', 'around-pain'] as const).filter((block) => {
        const lines = of.flags.filter((flag) => flag.block === block).length;
        return lines === 0 || lines > mostLinesOfAPage;
      }),
    broken: (of) => ({ ...of, flags: of.flags.map((flag) => ({ ...flag, block: 'around-body' as const })) }),
  },
  {
    rule: 'every exercise has its poses, and the poses have no other',
    problems: (of) => [
      ...of.exercises.filter(({ id }) => !Object.hasOwn(poses, id)).map(({ id }) => id),
      ...Object.keys(poses).filter((id) => !exerciseIds(of).has(id)),
    ],
    broken: (of) => ({ ...of, exercises: of.exercises.slice(1) }),
  },
  {
    rule: 'every step of a routine is an exercise, done as that exercise is: only how much differs',
    problems: (of) =>
      stepsOf(of)
        .filter(([, { exercise, dose }]) => {
          const entry = of.exercises.find(({ id }) => id === exercise);
          return entry === undefined || wayOf(entry.dose) !== wayOf(dose);
        })
        .map(([where]) => where),
    broken: (of) => withStep(of, { dose: { kind: 'timed', seconds: 30 } }),
  },
  {
    rule: 'a version that a step asks for is there',
    problems: (of) =>
      stepsOf(of)
        .filter(
          ([, { exercise, variant }]) =>
            variant !== undefined && of.exercises.find(({ id }) => id === exercise)?.[variant] === undefined,
        )
        .map(([where]) => where),
    broken: (of) =>
      withExercise(withStep(of, { exercise: 'easy-walk', variant: 'easier' }), 'easy-walk', {
        easier: undefined,
      }),
  },
  {
    rule: 'the dose in words is the dose: its seconds and its number of times',
    problems: (of) =>
      stepsOf(of)
        .filter(([, { dose, how }]) => numbersOf(dose).some((number) => !how.includes(String(number))))
        .map(([where, { how }]) => `${where}: ${how}`),
    broken: (of) => withStep(of, { how: '3 times' }),
  },
  {
    rule: 'a routine opens at a stage at which more than half of its steps are open',
    problems: (of) =>
      of.routines
        .filter(({ steps, fromStage }) => {
          const open = steps.filter(({ exercise }) => {
            const from = of.exercises.find(({ id }) => id === exercise)?.fromStage;
            return from !== undefined && from <= fromStage;
          });
          return 2 * open.length <= steps.length;
        })
        .map(({ id }) => id),
    broken: (of) => withRoutine(of, 'core-builder', { fromStage: 1 }),
  },
  {
    rule: 'a name of a routine tells no length: that depends on the person',
    problems: (of) => of.routines.filter(({ name }) => /\d|\bmin/i.test(name)).map(({ id }) => id),
    broken: (of) => withRoutine(of, 'desk-break', { name: 'Desk break (3 min)' }),
  },
  {
    rule: 'stages follow each other without a gap, and none lets in more pain than the one before',
    problems: (of) =>
      of.stages
        .filter(({ stage, days, painAtMost }, place) => {
          const before = of.stages[place - 1];
          if (before === undefined) return stage !== 1 || days.from !== 0;
          return (
            stage !== before.stage + 1 ||
            days.from !== (before.days.until ?? -2) + 1 ||
            painAtMost > before.painAtMost
          );
        })
        .map(({ name }) => name),
    broken: (of) => ({ ...of, stages: of.stages.filter(({ stage }) => stage !== 3) }),
  },
  {
    rule: 'every habit that an answer at the desk suggests exists, and every habit is suggested',
    problems: (of) => {
      const named = of.deskQuestions.flatMap(({ options }) => options.flatMap(({ habits }) => habits));
      const ids = of.deskHabits.map(({ id }) => id);
      return [...named.filter((id) => !ids.includes(id)), ...ids.filter((id) => !named.includes(id))];
    },
    broken: (of) => ({ ...of, deskHabits: of.deskHabits.slice(1) }),
  },
  {
    rule: 'at the desk one answer of each question asks for no change',
    problems: (of) =>
      of.deskQuestions
        .filter(({ options }) => !options.some(({ habits }) => habits.length === 0))
        .map(({ id }) => id),
    broken: (of) => ({ ...of, deskQuestions: of.deskQuestions.map((entry) => ({ ...entry, options: [] })) }),
  },
];

/** With this flag the exercise is left out, or done in a position that is not on the back or front. */
function isKeptUp(
  { notWith, easierWith = [], easierPosition = 'lying-on-back' }: Exercise,
  flag: string,
): boolean {
  const standsIn = easierWith.includes(flag) && !['lying-on-back', 'lying-on-front'].includes(easierPosition);
  return notWith.includes(flag) || standsIn;
}

/** The numbers that the words for a dose have to name. Breaths and walks may be told otherwise. */
function numbersOf(dose: Dose): readonly number[] {
  if (dose.kind === 'timed') return [];
  if (dose.kind === 'repetitions') return dose.sets;
  return dose.repetitions === 1 ? [dose.holdSeconds] : [dose.repetitions, dose.holdSeconds];
}
