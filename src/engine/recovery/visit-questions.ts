import type { Remedy, Visit } from '../../data/remedy-schema.ts';
import type { Knowledge } from '../knowledge.ts';
import { evaluate } from '../truth.ts';
import type { TrackReport } from './on-track.ts';
import { type AssessmentFacts, answersToday } from './recovery-facts.ts';

export interface VisitSheet {
  readonly visit: Visit;
  /** Filled in where the person's answers can; square brackets stay where only they know. */
  readonly questions: readonly string[];
}

export interface VisitFacts {
  readonly knowledge: Knowledge;
  readonly assessment: AssessmentFacts;
  readonly today: number;
  readonly report: Pick<TrackReport, 'findings'>;
  /** What only a professional gives and this person may ask about. */
  readonly ask: readonly Remedy[];
}

/** Questions of `ask` remedies that fit a visit, and how many: a list that is too long is not read out. */
const mostOwn = 2;
const ownOf: { readonly [visit: string]: readonly string[] } = {
  doctor: ['rehab-team'],
  physiotherapist: ['physiotherapy'],
  work: ['occupational-health'],
  'mental-health': ['cbt'],
};

/** Questions to take along, the visit that the course calls for first. */
export function visitQuestions(visits: readonly Visit[], facts: VisitFacts): readonly VisitSheet[] {
  const order = orderOf(facts);
  return [...visits]
    .sort((one, other) => placeIn(order, one.id) - placeIn(order, other.id))
    .map((visit) => ({ visit, questions: questionsOf(visit, facts) }));
}

function questionsOf(visit: Visit, facts: VisitFacts): readonly string[] {
  const own = facts.ask
    .filter(({ id }) => ownOf[visit.id]?.includes(id))
    .flatMap((remedy) => (remedy.kind === 'ask' ? (remedy.questions ?? []) : []))
    .filter((question) => !visit.questions.includes(question));
  return [...visit.questions.map((question) => filled(question, facts)), ...own.slice(0, mostOwn)];
}

/** Conditions that were ticked, in the words of their questions. What is sensitive stays for the person to say. */
function filled(question: string, { knowledge, assessment }: VisitFacts): string {
  const known = knowledge.questions
    .filter(
      ({ screen, kind, sensitive, private: isPrivate }) =>
        kind === 'bool' && screen === 'screen-about-you' && sensitive !== true && isPrivate !== true,
    )
    .filter(({ id }) => assessment.answers[id] === 'yes')
    .map(({ label }) => label.toLowerCase());
  if (known.length === 0) return question;
  return question.replace('[conditions, medicines, numbness]', `${known.join(', ')} [medicines, numbness]`);
}

/** The visit that something speaks for comes first; a doctor or nurse leads otherwise. */
function orderOf({ assessment, knowledge, today, report }: VisitFacts): readonly string[] {
  const answers = answersToday({ assessment, today });
  const said = (id: string) => evaluate({ yes: id }, answers, knowledge) === 2;
  const isOff = report.findings.some(({ state }) => state !== 'watch');
  return [
    ...(said('low-mood') && !isOff ? ['mental-health'] : []),
    ...(said('work-care-loss') && !isOff ? ['work'] : []),
    'doctor',
    'physiotherapist',
    'work',
    'hands-on',
    'mental-health',
  ];
}

function placeIn(order: readonly string[], id: string): number {
  const place = order.indexOf(id);
  return place < 0 ? order.length : place;
}
