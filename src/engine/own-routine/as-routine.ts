import type { Exercise, Routine } from '../../data/exercise-schema.ts';
import { doseInFull } from './dose-in-full.ts';
import type { OwnRoutine, OwnStep } from './own-routine.ts';

/** An own routine in the shape of a ready one, so that it is planned, run and printed like the others. */
export interface OwnAsRoutine {
  readonly routine: Routine;
  /** The exercises that only the plan knows, to stand beside those of the catalogue. They have no picture. */
  readonly described: readonly Exercise[];
  /** The clinician's remarks, a list for each step of `routine` in its order. */
  readonly notes: readonly (readonly string[])[];
}

/** Said wherever an exercise is shown that the plan describes itself. */
const notChecked = 'Not in our catalogue: we cannot check it.';

/** What the planner takes. Nothing is added: a plan serves no pattern that we know of, and rests on no source of ours. */
export function asRoutine(own: OwnRoutine): OwnAsRoutine {
  const described = new Map<string, Exercise>();
  for (const step of own.steps) {
    if (step.kind === 'described' && !described.has(step.exercise)) {
      described.set(step.exercise, asExercise(step));
    }
  }
  const from = own.from === undefined ? '' : `, from ${own.from}`;
  return {
    routine: {
      id: own.id,
      name: own.name,
      when: own.howOften ?? 'as your clinician said',
      for: [],
      fromStage: 1,
      note: [`Your clinician's plan${from}.`, ...own.remarks].join(' '),
      steps: own.steps.map((step) => ({
        exercise: step.exercise,
        dose: step.dose,
        how: doseInFull(step.dose),
        ...(step.kind === 'described' || step.variant === undefined ? {} : { variant: step.variant }),
      })),
      ...(own.sessionsADay === undefined ? {} : { sessionsADay: own.sessionsADay }),
      sources: [],
    },
    described: [...described.values()],
    notes: own.steps.map(({ notes }) => notes),
  };
}

function asExercise({ exercise, name, dose, steps }: OwnStep & { readonly kind: 'described' }): Exercise {
  return {
    id: exercise,
    name,
    alsoCalled: [],
    kind: 'mobility',
    targets: ['as the plan says'],
    bodyParts: ['whole-body'],
    // Where it is done is not known; standing is what no wish leaves out.
    position: 'standing',
    ways: [[]],
    dose,
    steps,
    say: steps[0] ?? name,
    notWith: [],
    for: [],
    // A flag that allows only gentle exercises cannot allow one that nobody has checked.
    fromStage: 5,
    chronicity: ['acute', 'subacute', 'chronic'],
    grade: 'thin',
    evidence: notChecked,
    note: notChecked,
    sources: [],
  };
}
