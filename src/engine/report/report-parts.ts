import type { Question } from '../../data/schema.ts';
import type { Measure } from '../progress/progress.ts';
import type { ReportFacts } from './report-facts.ts';

/** What a person can leave out of the sheet, in the order of the sheet. The level of the newest check always stays. */
export const reportParts = [
  'pain',
  'function',
  'activities',
  'stress',
  'sleep',
  'flares',
  'practice',
  'list',
  'remedies',
  'about',
  'signs',
  'sensitive',
  'notes',
] as const;
export type ReportPart = (typeof reportParts)[number];

const partOfMeasure: { readonly [id in Measure['id']]: ReportPart } = {
  usual: 'pain',
  worst: 'pain',
  interference: 'function',
  stress: 'stress',
  activity: 'activities',
};

/** The facts without those parts: what is left out here cannot reach any format. */
export function withoutParts(
  facts: ReportFacts,
  left: ReadonlySet<ReportPart>,
  questionOf: (id: string) => Question | undefined,
): ReportFacts {
  const { progress, check } = facts;
  const isIn = (part: ReportPart) => !left.has(part);
  return {
    ...facts,
    isCut: facts.isCut || left.size > 0,
    progress: {
      ...progress,
      // Both hold everything once more.
      days: [],
      weeks: [],
      measures: progress.measures.filter(({ id }) => isIn(partOfMeasure[id])),
      sleep: isIn('sleep') ? progress.sleep : { good: 0, fair: 0, poor: 0 },
      excused: isIn('flares') ? progress.excused : [],
      sessions: isIn('practice') ? progress.sessions : 0,
      minutes: isIn('practice') ? progress.minutes : 0,
    },
    daysOff: isIn('flares') ? facts.daysOff : [],
    practiceWeeks: isIn('practice') ? facts.practiceWeeks : [],
    routines: isIn('practice') ? facts.routines : [],
    ticks: isIn('list') ? facts.ticks : [],
    tried: isIn('remedies') ? facts.tried : [],
    places: isIn('pain') ? facts.places : [],
    onTheWhole: isIn('pain') ? facts.onTheWhole : undefined,
    shortForms: isIn('signs') ? facts.shortForms : undefined,
    openForms: isIn('signs') ? facts.openForms : { notAnswered: 0, some: 0, named: {} },
    notes: isIn('notes') ? facts.notes.filter(({ about }) => about === undefined || isIn('remedies')) : [],
    check:
      check === undefined
        ? undefined
        : {
            ...check,
            // The seven lines mix: some of them ask what is sensitive.
            ...(isIn('signs') && isIn('sensitive') ? {} : { sign: undefined }),
            answers: Object.fromEntries(
              Object.entries(check.answers).filter(([id]) =>
                partsOfAnswer(questionOf(id)).every((part) => isIn(part)),
              ),
            ),
          },
  };
}

/** A danger sign may be sensitive as well: either keeps it out. An answer that nobody knows any more is told as sensitive. */
export function partsOfAnswer(question: Question | undefined): readonly ReportPart[] {
  if (question === undefined) return ['sensitive', 'about', 'signs'];
  const own = question.screen !== undefined && question.kind === 'bool' ? 'signs' : 'about';
  return question.sensitive === true ? [own, 'sensitive'] : [own];
}
