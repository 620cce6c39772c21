import type { Dose, Exercise } from '../../../src/data/exercise-schema.ts';
import { spokenMilliseconds } from '../../../src/engine/practice/speech.ts';
import { type Check, type Content, withExercise, withFlag } from './content.ts';
import { mostSchoolYears, schoolYears, sentencesIn } from './readability.ts';
import { banned, longWordsIn, mostLabelWords, wordsIn } from './words.ts';

const mostWordsOfASentence = 25;
const mostWordsOfAMove = 4;

/** Long words that may stay: there is none plainer that is as exact. One that is not needed any more must leave. */
const allowedLongWords = [
  'spondylolisthesis',
  'physiotherapist',
  'programmes',
  'centimetres',
  'guidelines',
  'hamstrings',
  'mindfulness',
  'relaxation',
  'straighten',
  'stretching',
  'breathless',
] as const;

type Text = readonly [where: string, text: string];

const scriptOf = (dose: Dose) => (dose.kind === 'timed' ? (dose.script ?? []) : []);
const movesOf = (dose: Dose) => (dose.kind === 'hold' ? [] : (dose.moves ?? []));

function textsOfExercise(entry: Exercise): readonly string[] {
  return [
    ...[...entry.steps, entry.say, entry.easier, entry.deeper, entry.stop, entry.evidence, entry.note],
    ...scriptOf(entry.dose).map(({ say }) => say),
  ].flatMap((text) => text ?? []);
}

/** Each entry with all that a person reads or hears of it. */
function passagesOf(of: Content): readonly (readonly [where: string, texts: readonly string[]])[] {
  return [
    ...of.exercises.map((entry) => [entry.id, textsOfExercise(entry)] as const),
    ...of.routines.map((entry) => [entry.id, [entry.when, entry.note]] as const),
    ...of.flags.map((flag) => [flag.id, [flag.ask, flag.why, flag.effect]] as const),
    ...of.stages.map((entry) => [entry.name, [entry.enterWhen]] as const),
    ...of.deskQuestions.map((entry) => [entry.id, [entry.ask, entry.why]] as const),
    ...of.deskHabits.map((entry) => [entry.id, [entry.text, entry.because]] as const),
  ];
}

/** Names and labels, which are no sentences. Other names of an exercise are there to be searched for. */
function namesOf(of: Content): readonly Text[] {
  return [
    ...of.exercises.flatMap(({ id, name, targets, dose }) =>
      [name, ...targets, ...movesOf(dose).map(({ say }) => say)].map((text): Text => [id, text]),
    ),
    ...of.routines.flatMap(({ id, name, steps, rotation = [] }) =>
      [name, ...[...steps, ...rotation].map(({ how }) => how)].map((text): Text => [id, text]),
    ),
    ...of.flags.flatMap(({ id, label, leaveOut }): Text[] => [
      [id, label],
      [id, leaveOut],
    ]),
    ...of.deskQuestions.flatMap(({ id, label, options }) =>
      [label, ...options.map((option) => option.label)].map((text): Text => [id, text]),
    ),
  ];
}

const textsOf = (of: Content): readonly Text[] => [
  ...passagesOf(of).flatMap(([where, texts]) => texts.map((text): Text => [where, text])),
  ...namesOf(of),
];
/** "Do you have a …?" asks, and names nothing. */
const bannedInQuestions = banned.filter(([what]) => what !== 'a diagnosis');
const asked = (of: Content) => [...of.flags, ...of.deskQuestions];

export const exerciseWordChecks: readonly Check[] = [
  {
    rule: `an exercise, routine, flag or habit reads like year ${mostSchoolYears} of school at most`,
    problems: (of) =>
      passagesOf(of)
        .map(([where, texts]) => [where, schoolYears(texts.join(' '))] as const)
        .filter(([, years]) => years > mostSchoolYears)
        .map(([where, years]) => `${where}: ${years.toFixed(1)}`),
    broken: (of) =>
      withFlag(of, 'balance-poor', {
        ask: 'Did contraindications, particularly musculoskeletal instability, necessitate professional supervision?',
      }),
  },
  {
    rule: `no sentence about exercise has more than ${mostWordsOfASentence} words`,
    problems: (of) =>
      passagesOf(of).flatMap(([where, texts]) =>
        texts
          .flatMap(sentencesIn)
          .filter((sentence) => wordsIn(sentence).length > mostWordsOfASentence)
          .map((sentence) => `${where}: ${sentence}`),
      ),
    broken: (of) => withExercise(of, 'cat-cow', { stop: `Stop ${'and stop '.repeat(13)}.` }),
  },
  {
    rule: 'what is spoken before an exercise is one sentence',
    problems: (of) =>
      of.exercises.filter(({ say }) => !/^[A-Z][^.!?:;]*\.$/.test(say)).map(({ id, say }) => `${id}: ${say}`),
    broken: (of) => withExercise(of, 'cat-cow', { say: 'Kneel down. Round your back.' }),
  },
  {
    rule: 'every text that is not a label is made of whole sentences',
    problems: (of) =>
      passagesOf(of).flatMap(([where, texts]) =>
        texts.filter((text) => !/^[A-Z].*[.?]$/.test(text)).map((text) => `${where}: ${text}`),
      ),
    broken: (of) => withExercise(of, 'cat-cow', { stop: 'a catch at one end' }),
  },
  {
    rule: 'what to leave out, and the dose in words, go on with a sentence',
    problems: (of) =>
      [
        ...of.flags.map(({ id, leaveOut }): Text => [id, leaveOut]),
        ...of.routines.flatMap(({ id, steps }) => steps.map(({ how }): Text => [id, how])),
      ]
        .filter(([, text]) => !/^[a-z0-9].*[^.]$/.test(text))
        .map(([where, text]) => `${where}: ${text}`),
    broken: (of) => withFlag(of, 'balance-poor', { leaveOut: 'You are unsteady.' }),
  },
  {
    rule: 'an exercise has three steps at least, and says what else speaks for stopping',
    problems: (of) =>
      of.exercises.filter(({ steps, stop }) => steps.length < 3 || stop === undefined).map(({ id }) => id),
    broken: (of) => withExercise(of, 'cat-cow', { steps: ['Kneel.'] }),
  },
  {
    rule: `a move is said in ${mostWordsOfAMove} words at most, and in its time`,
    problems: (of) =>
      of.exercises.flatMap(({ id, dose }) =>
        movesOf(dose)
          .filter(
            ({ say, seconds }) =>
              wordsIn(say).length > mostWordsOfAMove || spokenMilliseconds(say) > seconds * 1000,
          )
          .map(({ say }) => `${id}: ${say}`),
      ),
    broken: (of) =>
      withExercise(of, 'cat-cow', {
        dose: {
          kind: 'repetitions',
          sets: [8],
          moves: [{ say: 'up we all go', seconds: 1 }],
          sides: 1,
          restSeconds: 0,
        },
      }),
  },
  {
    rule: 'a line of a script is spoken well before the next',
    problems: (of) =>
      [
        ...of.exercises.map(({ id, dose }) => [id, dose] as const),
        ...of.routines.flatMap(({ id, steps }) => steps.map(({ dose }) => [id, dose] as const)),
      ].flatMap(([id, dose]) => {
        const script = scriptOf(dose);
        const own = script.reduce((sum, { seconds }) => sum + seconds, 0);
        const pace = dose.kind === 'timed' ? dose.seconds / own : 1;
        return script
          .filter(({ say, seconds }) => spokenMilliseconds(say) > seconds * pace * 1000)
          .map(({ say }) => `${id}: ${say}`);
      }),
    broken: (of) =>
      withExercise(of, 'body-scan', {
        dose: {
          kind: 'timed',
          seconds: 1,
          script: [{ say: 'Feel both of your feet.', seconds: 60 }],
        },
      }),
  },
  {
    rule: `a label of a flag or at the desk has at most ${mostLabelWords} words`,
    problems: (of) =>
      [
        ...asked(of).map(({ label }) => label),
        ...of.deskQuestions.flatMap(({ options }) => options.map(({ label }) => label)),
      ].filter((label) => wordsIn(label).length > mostLabelWords),
    broken: (of) => withFlag(of, 'balance-poor', { label: 'a b c d e f g h i' }),
  },
  {
    rule: 'no two flags have one label',
    problems: (of) => {
      const labels = of.flags.map(({ label }) => label.toLowerCase());
      return labels.filter((label, place) => labels.indexOf(label) !== place);
    },
    broken: (of) => withFlag(of, 'balance-poor', { label: 'Cannot kneel' }),
  },
  {
    rule: 'a flag or a question at the desk asks once, and "why?" is answered in three sentences at most',
    problems: (of) =>
      asked(of)
        .filter(({ ask, why }) => !/^[^?]*\?$/.test(ask) || sentencesIn(why).length > 3)
        .map(({ id }) => id),
    broken: (of) => withFlag(of, 'balance-poor', { ask: 'Unsteady? Or a fall?' }),
  },
  {
    rule: 'a long word about exercise is on the list of those that may stay',
    problems: (of) =>
      textsOf(of).flatMap(([where, text]) =>
        longWordsIn(text)
          .filter((word) => !(allowedLongWords as readonly string[]).includes(word))
          .map((word) => `${where}: ${word}`),
      ),
    broken: (of) => withExercise(of, 'cat-cow', { stop: 'Stop with a contraction.' }),
  },
  {
    rule: 'a long word that may stay is still needed for the exercises',
    problems: (of) => {
      const used = new Set(textsOf(of).flatMap(([, text]) => longWordsIn(text)));
      return allowedLongWords.filter((word) => !used.has(word));
    },
    broken: (of) => ({ ...of, flags: [] }),
  },
  {
    rule: 'nothing about exercise says what is never said, and no mark-up is left',
    problems: (of) =>
      textsOf(of).flatMap(([where, text]) =>
        [...(text.endsWith('?') ? bannedInQuestions : banned), ['mark-up', /[`*_]/] as const]
          .filter(([, pattern]) => pattern.test(text))
          .map(([what]) => `${where}: ${what}`),
      ),
    broken: (of) => withExercise(of, 'cat-cow', { note: 'Round up (pose `hold`).' }),
  },
];
