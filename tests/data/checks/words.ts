import type { Check, Content } from './content.ts';
import { withQuestion } from './content.ts';

/** More letters than this make a long word. */
const shortWord = 9;
const mostWords = 50;
export const mostLabelWords = 8;

/**
 * Long words that may stay, each for a reason. A word that is not needed any more must leave.
 * Names of illnesses and medicines are what people were told, and there is no plainer word that is as exact.
 */
const allowedLongWords = [
  // Names a person was told.
  'ankylosing',
  'spondylitis',
  'rheumatoid',
  'chemotherapy',
  'clopidogrel',
  'rivaroxaban',
  'transplant',
  'gallbladder',
  'miscarriage',
  'osteoporosis',
  // Everyday words that happen to be long.
  'breathless',
  'differently',
  'dangerously',
  'inflammation',
  'inflammatory',
  'infections',
  'overloaded',
  'painkillers',
  'pharmacist',
  'professional',
  'straighten',
  'swallowing',
  'tightenings',
  'unrefreshed',
] as const;

export const wordsIn = (text: string): readonly string[] => text.trim().split(/\s+/);
export const longWordsIn = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => word.length > shortWord);

/** What a person reads of a question: list, full text, options, and the answer to "why do you ask?". */
function textsOf(of: Content): readonly (readonly [id: string, text: string])[] {
  return of.questions.flatMap((entry) => [
    [entry.id, entry.label] as const,
    [entry.id, entry.ask] as const,
    [entry.id, entry.why] as const,
    ...('options' in entry ? entry.options.map(({ label }) => [entry.id, label] as const) : []),
  ]);
}

export const banned: readonly (readonly [string, RegExp])[] = [
  ['a percentage', /%|\bper ?cent\b/i],
  ['a diagnosis', /\byou have (a|an|got)\b|\byou are suffering\b|\bdiagnos/i],
  ['a false all-clear', /\ball clear\b|\bnothing serious\b|\byou are fine\b|\bno need to see\b/i],
  ['a dose', /\b\d+\s?(mg|mcg|µg|ml|tablets?|pills?|capsules?)\b/i],
  [
    'a frightening word',
    /\bworn[ -]out\b|\bslipped\b|\bcrumbling\b|\bdamaged\b|\bout of place\b|\bdegenerat/i,
  ],
  ['blame', /\bbad posture\b|\blazy\b|\byour fault\b/i],
];

export const wordChecks: readonly Check[] = [
  {
    rule: `a label has at most ${mostLabelWords} words`,
    problems: (of) =>
      of.questions
        .flatMap((entry) => [
          entry.label,
          ...('options' in entry ? entry.options.map(({ label }) => label) : []),
        ])
        .filter((label) => wordsIn(label).length > mostLabelWords),
    broken: (of) => withQuestion(of, 'rf-fever', { label: 'a b c d e f g h i' }),
  },
  {
    rule: `a question has at most ${mostWords} words`,
    problems: (of) => of.questions.filter(({ ask }) => wordsIn(ask).length > mostWords).map(({ id }) => id),
    broken: (of) => withQuestion(of, 'rf-fever', { ask: `${'word '.repeat(mostWords)} more?` }),
  },
  {
    rule: 'a question holds one idea: it asks once',
    problems: (of) => of.questions.filter(({ ask }) => ask.match(/\?/g)?.length !== 1).map(({ id }) => id),
    broken: (of) => withQuestion(of, 'rf-fever', { ask: 'Are you hot? Or cold?' }),
  },
  {
    rule: 'no two questions have one label',
    problems: (of) => {
      const labels = of.questions.map(({ label }) => label.toLowerCase());
      return labels.filter((label, place) => labels.indexOf(label) !== place);
    },
    broken: (of) => withQuestion(of, 'rf-fever', { label: 'Age' }),
  },
  {
    rule: '"why do you ask?" is answered in three sentences at most',
    problems: (of) =>
      of.questions.filter(({ why }) => (why.match(/[.!?](\s|$)/g)?.length ?? 0) > 3).map(({ id }) => id),
    broken: (of) => withQuestion(of, 'rf-fever', { why: 'One. Two. Three. Four.' }),
  },
  {
    rule: `a word of more than ${shortWord} letters is on the list of those that may stay`,
    problems: (of) =>
      textsOf(of).flatMap(([id, text]) =>
        longWordsIn(text)
          .filter((word) => !(allowedLongWords as readonly string[]).includes(word))
          .map((word) => `${id}: ${word}`),
      ),
    broken: (of) => withQuestion(of, 'rf-fever', { ask: 'Any pyelonephritis?' }),
  },
  {
    rule: 'a long word that may stay is still needed',
    problems: (of) => {
      const used = new Set(textsOf(of).flatMap(([, text]) => longWordsIn(text)));
      return allowedLongWords.filter((word) => !used.has(word));
    },
    broken: (of) => ({ ...of, questions: [] }),
  },
  {
    rule: 'a title of a page has at most six words, the sentence over it at most eight',
    problems: (of) =>
      of.blocks
        .filter(({ title, stem }) => wordsIn(title).length > 6 || wordsIn(stem ?? '').length > 8)
        .map(({ id }) => id),
    broken: (of) => ({ ...of, blocks: of.blocks.map((block) => ({ ...block, title: 'a b c d e f g' })) }),
  },
  {
    rule: 'nothing says what is never said: a number of chance, a diagnosis, an all-clear, a dose, a fright, blame',
    problems: (of) =>
      [
        ...of.questions.flatMap(({ id, why, suspects }) => [
          [`question ${id}`, why] as const,
          [`question ${id}`, suspects ?? ''] as const,
        ]),
        ...of.rules.map(({ id, suspects }) => [`rule ${id}`, suspects] as const),
        ...of.considerations.map(
          ({ id, name, says, askFor }) => [`consider ${id}`, `${name} ${says} ${askFor}`] as const,
        ),
        ...of.patterns.map(
          ({ id, name, card }) =>
            [
              `pattern ${id}`,
              [name, card.what, card.against, ...card.how.map(({ says }) => says)].join(' '),
            ] as const,
        ),
        ...of.subtypes.map(({ id, says }) => [`sub-problem ${id}`, says] as const),
        ...[...of.evidence, ...of.subtypeEvidence].map(
          ({ finding, says }) => [`evidence ${finding}`, says] as const,
        ),
      ].flatMap(([where, text]) =>
        banned.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${where}: ${what}`),
      ),
    broken: (of) => ({
      ...of,
      subtypes: of.subtypes.map((entry) => ({ ...entry, says: 'You have a slipped disc.' })),
    }),
  },
];
