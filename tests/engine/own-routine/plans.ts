import { nearest } from '../../../src/commands/nearest.ts';
import { exercises } from '../../../src/data/exercises/index.ts';
import type { OwnRoutine, OwnRoutineProblem, OwnStep } from '../../../src/engine/own-routine/own-routine.ts';
import { type OwnRoutineReading, readOwnRoutine } from '../../../src/engine/own-routine/read-own-routine.ts';

/** Reads a plan with the shipped catalogue. */
export function reading(
  content: Uint8Array | string,
  fileName = 'plan.md',
  taken: readonly string[] = [],
): OwnRoutineReading {
  return readOwnRoutine({ content, fileName, exercises, nearest, taken });
}

export function routineIn(
  content: Uint8Array | string,
  fileName?: string,
  taken?: readonly string[],
): OwnRoutine {
  const result = reading(content, fileName, taken);
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems));
  return result.routine;
}

export function problemsIn(content: Uint8Array | string, fileName?: string): readonly OwnRoutineProblem[] {
  const result = reading(content, fileName);
  return result.kind === 'refused' ? result.problems : [];
}

/** The step that one line of a list makes. */
export function stepIn(line: string): OwnStep {
  const [step] = routineIn(`# Plan\n- ${line}\n`).steps;
  if (step === undefined) throw new Error(`no step in ${line}`);
  return step;
}

/** A JSON plan with these steps. */
export function jsonPlan(steps: unknown, head: object = {}): string {
  return JSON.stringify({ schema: 'backcare/routine@1', name: 'Plan', ...head, steps });
}

export const exerciseOf = (id: string) => {
  const exercise = exercises.find((one) => one.id === id);
  if (exercise === undefined) throw new Error(`no exercise ${id}`);
  return exercise;
};
