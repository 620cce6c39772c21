import type { EvaluationPageId, StressorId, StressQuestion, StressTables } from '../../data/stress-schema.ts';
import type { Answers } from '../answers.ts';
import { evaluationOf, mostChosen, stressorsToWeigh, weighedIn } from './evaluation.ts';
import { veryStressed, wellbeingGate } from './gate.ts';

/** One page of the self-evaluation. */
export interface EvaluationPage {
  readonly id: EvaluationPageId;
  readonly title: string;
  readonly stem?: string | undefined;
  readonly questions: readonly StressQuestion[];
}

type Tables = Pick<StressTables, 'pages' | 'questions' | 'stressors' | 'strategies'>;

/**
 * The pages that these answers call for, in their order: ask again after each one. Every page may be skipped. A crisis ends
 * them there and then.
 */
export function evaluationPages(tables: Tables, answers: Answers): readonly EvaluationPage[] {
  const isCrisis = wellbeingGate(answers).kind === 'crisis';
  return tables.pages
    .filter(({ id }) => (isCrisis ? id === 'wellbeing' || id === 'self-harm' : isOpen(id, answers)))
    .map(({ questions, ...page }) => ({
      ...page,
      questions: questions.flatMap((id) => questionsFor(tables, id, answers)),
    }));
}

/** Every question that can be answered, in a file too. */
export function evaluationQuestions(tables: Tables): readonly StressQuestion[] {
  return tables.questions.flatMap((question) =>
    isForEach(question.id)
      ? tables.stressors.map(({ id }) => aboutStressor(tables, question, id))
      : [filledIn(tables, question)],
  );
}

function isOpen(page: EvaluationPageId, answers: Answers): boolean {
  const { 'stress-now': stress, 'low-mood': mood } = answers;
  const toWeigh = stressorsToWeigh(answers);
  switch (page) {
    case 'wellbeing':
    case 'stressors':
    case 'what-helps':
      return true;
    case 'self-harm':
      return (
        (typeof stress === 'number' && stress >= veryStressed) ||
        ['yes', 'unsure', 'rather-not-say'].includes(String(mood))
      );
    case 'heaviest':
      return evaluationOf(answers).ticked.length > mostChosen;
    case 'weight':
      return toWeigh.length > 0;
    case 'change':
      return toWeigh.some((stressor) => isWorthChanging(stressor, answers));
    case 'safe-at-home':
      return isConflictHeavy(answers);
  }
}

function questionsFor(tables: Tables, id: string, answers: Answers): readonly StressQuestion[] {
  const question = tables.questions.find((entry) => entry.id === id);
  if (question === undefined) return [];
  if (id === 'weight')
    return stressorsToWeigh(answers).map((stressor) => aboutStressor(tables, question, stressor));
  if (id === 'change')
    return stressorsToWeigh(answers)
      .filter((stressor) => isWorthChanging(stressor, answers))
      .map((stressor) => aboutStressor(tables, question, stressor));
  if (id === 'heaviest') {
    const { ticked } = evaluationOf(answers);
    return [{ ...question, options: optionsFor(tables, ticked) }];
  }
  return [filledIn(tables, question)];
}

/** Only of what weighs is it asked how much could be changed. */
function isWorthChanging(stressor: StressorId, answers: Answers): boolean {
  const { weight, isAssumed } = weighedIn(evaluationOf(answers), stressor);
  return !isAssumed && weight >= 2;
}

/** Asked unless the person said that it weighs little. */
function isConflictHeavy(answers: Answers): boolean {
  const evaluation = evaluationOf(answers);
  const { weight, isAssumed } = weighedIn(evaluation, 'conflict');
  return evaluation.ticked.includes('conflict') && (isAssumed || weight >= 2);
}

function isForEach(id: string): boolean {
  return id === 'weight' || id === 'change';
}

function aboutStressor(tables: Tables, question: StressQuestion, stressor: StressorId): StressQuestion {
  const about = tables.stressors.find(({ id }) => id === stressor);
  return {
    ...question,
    id: `${question.id}-${stressor}`,
    label: about?.label ?? stressor,
    ask: question.ask.replace('{stressor}', about?.inWords ?? stressor),
  };
}

/** Lists whose options are a table of their own. */
function filledIn(tables: Tables, question: StressQuestion): StressQuestion {
  const all = tables.stressors.map(({ id }) => id);
  if (question.id === 'stressors')
    return { ...question, options: [...optionsFor(tables, all), ...(question.options ?? [])] };
  if (question.id === 'heaviest' || question.id === 'chosen')
    return { ...question, options: optionsFor(tables, all) };
  if (question.id === 'strategies')
    return { ...question, options: tables.strategies.map(({ id, name }) => ({ id, label: name })) };
  return question;
}

function optionsFor({ stressors }: Tables, ids: readonly StressorId[]) {
  return stressors.filter(({ id }) => ids.includes(id)).map(({ id, label }) => ({ id, label }));
}
