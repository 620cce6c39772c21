import fc from 'fast-check';
import type { Question } from '../../src/data/schema.ts';
import type { Answer, Answers } from '../../src/engine/answers.ts';
import { questionsIn } from './expressions.ts';
import { knowledge, ordinary } from './world.ts';

/** So many generated answer sets stand behind every law. */
export const runs = 10_000;

/** Yes/no questions whose answer some rule can use, directly or through a condition. */
export const boolsInRules: readonly Question[] = (() => {
  const used = new Set(knowledge.allRules.flatMap((rule) => questionsIn(rule.when)));
  for (let size = -1; size !== used.size; ) {
    size = used.size;
    for (const { id, when } of knowledge.questions) {
      if (used.has(id) && when !== undefined) for (const other of questionsIn(when)) used.add(other);
    }
  }
  return knowledge.questions.filter(({ id, kind }) => kind === 'bool' && used.has(id));
})();

/** Anything a person, or a file, may answer to this question, withheld answers included. */
function anyAnswer(question: Question): fc.Arbitrary<Answer> {
  const withheld: Answer[] = ['unsure', 'skipped', ...(question.private ? ['rather-not-say' as const] : [])];
  const said = saidAnswer(question);
  return fc.oneof({ weight: 4, arbitrary: said }, { weight: 1, arbitrary: fc.constantFrom(...withheld) });
}

function saidAnswer(question: Question): fc.Arbitrary<Answer> {
  switch (question.kind) {
    case 'bool':
      return fc.constantFrom<Answer>('no', 'yes', 'unsure');
    case 'single':
      return fc.constantFrom(...question.options.map(({ id }) => id));
    case 'multi':
      return fc.subarray(
        question.options.map(({ id }) => id),
        { minLength: 1 },
      );
    case 'number': {
      // Where rules and bands turn, and one below.
      const turns = [0, 2, 7, 14, 15, 28, 42, 84, 90, 400, 10, 16, 18, 45, 50, 60, 65, 70, 76, 3, 4, 5, 8, 9];
      const near = turns
        .flatMap((turn) => [turn - 1, turn])
        .filter((n) => n >= question.minimum && n <= question.maximum);
      return fc.constantFrom(...new Set(near));
    }
  }
}

const anyEntry = fc.oneof(
  ...knowledge.questions.map((question) =>
    anyAnswer(question).map((answer): [string, Answer] => [question.id, answer]),
  ),
);

function changesUpTo(most: number): fc.Arbitrary<Answers> {
  return fc
    .uniqueArray(anyEntry, { maxLength: most, size: 'max', selector: ([id]) => id })
    .map((entries) => Object.fromEntries(entries));
}

const ages = fc.constantFrom(8, 12, 15, 17, 18, 34, 45, 52, 61, 66, 72, 80);

/** Mostly no, with a few other answers: somebody who could walk in. */
export const plausibleAnswers: fc.Arbitrary<Answers> = fc
  .tuple(ages, changesUpTo(6))
  .map(([age, changes]) => ({ ...ordinary, age, ...changes }));

/** Any part of the questions with any answers: what a file may hold. */
const wildAnswers: fc.Arbitrary<Answers> = changesUpTo(70);

/** Somebody who stopped part of the way, with a few positive answers. */
const partialAnswers: fc.Arbitrary<Answers> = fc
  .tuple(fc.subarray(Object.keys(ordinary)), changesUpTo(6))
  .map(([kept, changes]) => ({
    ...Object.fromEntries(kept.map((id) => [id, ordinary[id] as Answer])),
    ...changes,
  }));

export const anyAnswers: fc.Arbitrary<Answers> = fc.oneof(plausibleAnswers, wildAnswers, partialAnswers);

/** Answers to every question there is, as a stable person would give them when asked. */
export const wholePeople: fc.Arbitrary<Answers> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(wholeBackground(), changesUpTo(6)).map(([all, few]) => ({ ...all, ...few })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(wholeBackground(), changesUpTo(70)).map(([all, many]) => ({ ...all, ...many })),
  },
);

/** Yes/no questions no, everything else anything. */
function wholeBackground(): fc.Arbitrary<Answers> {
  return fc
    .tuple(
      ...knowledge.questions.map((question) =>
        question.kind === 'bool' ? fc.constant<Answer>('no') : saidAnswer(question),
      ),
    )
    .map((answers) =>
      Object.fromEntries(answers.map((answer, place) => [knowledge.questions[place]?.id ?? '', answer])),
    );
}
