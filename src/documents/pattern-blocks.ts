import { notices } from '../data/safety-net.ts';
import type { Verdict } from '../data/schema.ts';
import type { Assessment } from '../engine/assessment.ts';
import type { Fit, PatternFit, Reason } from '../engine/patterns.ts';
import type { Block } from './document.ts';
import { firstSentence } from './first-sentence.ts';

const fitWords: { readonly [fit in Fit]: string } = {
  well: 'fits well',
  partly: 'fits partly',
  little: 'fits little',
};

/** How far a statement of a card is borne out, in words. */
export const verdictWords: { readonly [verdict in Verdict]: string } = {
  supported: 'well supported',
  mixed: 'partly supported',
  weak: 'weakly supported',
  contradicted: 'the usual claim is contradicted',
  'common-sense': 'common sense',
};

/** Which patterns fit, what spoke for and against each, and how they go together. */
export function patternBlocks(assessment: Assessment, detail: 'short' | 'full'): readonly Block[] {
  if (assessment.patterns.length === 0) return [];
  const heading: Block = { kind: 'heading', level: 2, text: headingOf(assessment, detail) };
  if (assessment.fitting.length === 0) return [heading, noClearPattern(), ...cards(assessment, detail)];
  return [
    heading,
    {
      kind: 'rows',
      rows: shownFits(assessment, detail).map((entry) => ({
        label: entry.pattern.name,
        note: fitWords[entry.fit],
        text: reasonsFor(entry, detail, assessment),
      })),
    },
    ...together(assessment, detail),
    ...cards(assessment, detail),
  ];
}

/** The first screen names two; a third comes with "more". */
function shownFits({ fitting }: Assessment, detail: 'short' | 'full'): readonly PatternFit[] {
  return detail === 'short' ? fitting.slice(0, 2) : fitting;
}

/** The first screen has no line to spare, so what goes with every pattern stands in its heading. */
function headingOf({ fitting, equal }: Assessment, detail: 'short' | 'full'): string {
  if (detail === 'full') return 'What fits';
  const order = fitting.length !== 2 ? '' : equal ? 'about equally; ' : 'work on the first; ';
  const more = fitting.length > 2 ? `first 2 of ${fitting.length}; ` : '';
  return `What fits (${order}${more}a clinician can check this)`;
}

function noClearPattern(): Block {
  return {
    kind: 'paragraph',
    text: 'No clear pattern. Most back pain is like that: ordinary back pain with no single reason. General care helps it too.',
  };
}

/** "it began with a lift; it hurts when you use the muscle. Against: no sore spot" */
function reasonsFor(entry: PatternFit, detail: 'short' | 'full', { fitting }: Assessment): string {
  const speakingFor = strongest(entry.for, detail === 'full' ? 6 : fitting.length === 1 ? 2 : 1);
  const speakingAgainst = strongest(entry.against, detail === 'short' ? 1 : 4);
  const head = speakingFor.length === 0 ? 'no single answer stands out' : speakingFor.join('; ');
  if (speakingAgainst.length > 0) return `${head}. Against: ${speakingAgainst.join('; ')}.`;
  return detail === 'full' || entry === fitting[0] ? `${head}. Against: nothing so far.` : `${head}.`;
}

/** The strongest reasons, one for each cluster: two answers about one moment are one reason. */
function strongest(reasons: readonly Reason[], most: number): readonly string[] {
  const said = reasons.filter(
    ({ cluster }, place) =>
      cluster === undefined || reasons.findIndex((other) => other.cluster === cluster) === place,
  );
  return said.slice(0, most).map(({ says }) => says);
}

const roleSentences = {
  'set-off': (names: string) => `It most likely started as a ${names}.`,
  'keeps-going': (names: string) => `These may be keeping it going: ${names}.`,
  'comes-from': () =>
    'Some of your answers point toward a joint, disc or nerve in the spine; its cautions come first.',
};

/** How several fits are said without contradiction, and which part of the spine may be sore. */
function together(assessment: Assessment, detail: 'short' | 'full'): readonly Block[] {
  const sentences: string[] = [];
  const { fitting } = assessment;
  // The heading of the first screen has said the order already.
  if (fitting.length > 1 && detail === 'full') {
    sentences.push(
      assessment.equal ? 'The first two fit about equally.' : 'Work on the first; add one step for the next.',
    );
    for (const role of ['set-off', 'keeps-going', 'comes-from'] as const) {
      const names = fitting.filter((entry) => entry.pattern.role === role).map((entry) => entry.pattern.name);
      if (names.length > 0) sentences.push(roleSentences[role](names.join(', ').toLowerCase()));
    }
  }
  const spine = subtypeSentence(assessment);
  if (spine !== undefined) sentences.push(detail === 'full' ? spine : firstSentence(spine));
  if (detail === 'full') sentences.push(notices.pattern.text);
  return sentences.length === 0 ? [] : [{ kind: 'paragraph', text: sentences.join(' '), quiet: true }];
}

function subtypeSentence(assessment: Assessment): string | undefined {
  const ids = assessment.subtypes.map((subtype) => subtype.id);
  const { age } = assessment.answers;
  if (ids.includes('nerve-root') && assessment.answers['walk-claudication'] === 'yes' && Number(age) >= 60) {
    return 'The nerves may have little room when you stand and walk.';
  }
  if (ids.includes('herniation') && ids.includes('nerve-root')) {
    return assessment.subtypes.find((subtype) => subtype.id === 'herniation')?.says;
  }
  return assessment.subtypes[0]?.says;
}

function cards(assessment: Assessment, detail: 'short' | 'full'): readonly Block[] {
  if (detail === 'short') return [];
  return assessment.fitting.flatMap(({ pattern }): Block[] => [
    { kind: 'heading', level: 3, text: pattern.name },
    { kind: 'paragraph', text: pattern.card.what },
    {
      kind: 'list',
      items: [
        ...pattern.card.how.map(
          ({ says, verdict, sources }) => `${says} (${verdictWords[verdict]}: ${sources.join(', ')})`,
        ),
        pattern.card.against,
      ],
    },
  ]);
}
