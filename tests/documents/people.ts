import { countries, genericEmergencyText, zoneNames } from '../../src/data/countries.ts';
import { assessmentDocument } from '../../src/documents/assessment-document.ts';
import type { AssessmentView } from '../../src/documents/assessment-view.ts';
import type { Contact } from '../../src/documents/contact.ts';
import type { Block, Document } from '../../src/documents/document.ts';
import { contactOf } from '../../src/documents/emergency-line.ts';
import type { Answer, Answers } from '../../src/engine/answers.ts';
import { assess } from '../../src/engine/assessment.ts';
import { chooseEmergencyNumber } from '../../src/engine/emergency-number.ts';
import { type InterviewPage, nextPage, withAnswers } from '../../src/engine/interview.ts';
import { knowledge, person } from '../engine/world.ts';

/** Somebody in Ireland: a country with two numbers, which is the longer line. */
export const contact: Contact = contactOf(
  chooseEmergencyNumber(
    { country: 'IE', zone: () => undefined },
    { countries, zoneNames, generic: genericEmergencyText },
  ),
);

/** What a person answers on one page: what is known of them, else no, else not sure. */
export function answersOnPage(page: InterviewPage, known: Answers): Answers {
  return Object.fromEntries(
    page.questions.map(({ id, kind }): [string, Answer] => [
      id,
      known[id] ?? (kind === 'bool' ? 'no' : 'unsure'),
    ]),
  );
}

/** The answers that a whole interview with this person ends with: only what was asked. */
export function interviewed(known: Answers): Answers {
  let answers: Answers = {};
  for (let page = nextPage(answers, knowledge); page !== undefined; page = nextPage(answers, knowledge)) {
    answers = withAnswers(answers, answersOnPage(page, known), knowledge);
  }
  return answers;
}

/** The result of these answers, on a Sunday evening in Dublin. */
export function viewOf(answers: Answers, detail: AssessmentView['detail'] = 'short'): AssessmentView {
  return {
    assessment: assess(answers, knowledge),
    knowledge,
    contact,
    at: Date.parse('2026-11-22T18:09:45.120Z'),
    offsetMinutes: 0,
    version: '0.1.0',
    detail,
  };
}

export function documentOf(answers: Answers, detail: AssessmentView['detail'] = 'short') {
  return assessmentDocument(viewOf(answers, detail));
}

/** A muscle pulled by a lift two days ago, as most people with a sore back would tell it. */
export const ordinaryStrain: Answers = person({
  'hurts-on-using-muscle': 'yes',
  'spasm-grabs': 'yes',
  'local-bruise-or-tender': 'yes',
  'pain-quality': ['sharp-catch'],
  'pain-worst': 6,
  'pain-average': 4,
});

/** Months at a desk: builds up slowly in one position. */
export const atADesk: Answers = person({
  age: 46,
  'pain-site': ['upper-back'],
  'pain-side': 'both',
  duration: 400,
  'onset-type': 'gradual',
  'pain-worst': 5,
  'pain-average': 3,
  'activity-limit': 2,
  'stress-level': 4,
  'builds-with-position': 'yes',
  'sitting-hours': '8-or-more',
  'screen-slouch': 'yes',
  'posture-seen': 'yes',
  'better-moving': 'yes',
  knots: 'yes',
  'knot-familiar-pain': 'yes',
  'repetitive-use': 'yes',
  'pain-quality': ['deep-ache'],
  'seen-before': 'yes',
  trend: 'same',
  'episodes-12m': '3-or-more',
});

/** Nothing that stands out. */
export const nothingClear: Answers = person({
  age: 40,
  duration: 21,
  'onset-type': 'woke-with-it',
  'pain-side': 'middle',
  'hurts-on-using-muscle': 'no',
  'builds-with-position': 'no',
  'stress-level': 2,
  trend: 'same',
  'pain-quality': ['throbbing'],
});

/** Low on one side over the dimple: worth asking about the joint there. */
export const atTheDimple: Answers = person({
  ...ordinaryStrain,
  'pain-site': ['low-back', 'buttock'],
  'si-dimple': 'yes',
  'si-load': 'yes',
});

/** Every word of a document, block after block. */
export function wordsOf({ blocks }: Pick<Document, 'blocks'>): string {
  return blocks.flatMap(wordsOfBlock).join('\n');
}

function wordsOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'callout':
      return [block.title, ...block.lines];
    case 'list':
    case 'steps':
      return block.items;
    case 'rows':
      return block.rows.flatMap((row) => [row.label, row.note ?? '', row.text, ...(row.details ?? [])]);
    case 'table':
      return [...block.columns, ...block.rows.flat()];
    case 'figures':
      return [block.label, ...block.panels.map(({ caption }) => caption)];
    case 'ticks':
      return [block.label, ...block.columns, ...block.rows];
    case 'chart':
      return [block.label, ...block.places];
    case 'next':
      return block.commands;
  }
}
