import * as z from 'zod/mini';
import { claims } from '../../../src/data/claims.ts';
import { verdicts } from '../../../src/data/schema.ts';
import { sessionCare } from '../../../src/data/stress/session-choices.ts';
import {
  type Action,
  actionSchema,
  evaluationPageIds,
  evaluationPageSchema,
  helpIds,
  obstacleIds,
  professionalHelpSchema,
  repairSchema,
  reviewQuestionSchema,
  type StressTables,
  sessionChoiceSchema,
  sessionIds,
  signpostIds,
  signpostSchema,
  strategyFitSchema,
  strategyIds,
  strategySchema,
  stressorIds,
  stressorSchema,
  stressQuestionSchema,
  stressStatementSchema,
  workStepSchema,
} from '../../../src/data/stress-schema.ts';
import { commitmentOf, ifThen, smallIfThen } from '../../../src/engine/stress/commitment.ts';
import { repeated } from './content.ts';
import { mostSchoolYears, schoolYears, sentencesIn } from './readability.ts';
import { banned, longWordsIn, wordsIn } from './words.ts';

const mostWordsOfASentence = 25;
const mostWordsOfAName = 10;
const mostLettersOfASentence = 200;

/** Long words that may stay: there is none plainer that is as exact. One that is not needed any more must leave. */
const allowedLongWords = ['department', 'discomfort', 'headphones', 'pharmacist'] as const;

/** One rule that the content of the stress plan keeps. `broken` breaks just that one. */
export interface StressCheck {
  readonly rule: string;
  readonly problems: (tables: StressTables) => readonly string[];
  readonly broken: (tables: StressTables) => StressTables;
}

const schema = z.strictObject({
  stressors: z.array(stressorSchema),
  strategies: z.array(strategySchema),
  fits: z.record(z.enum(stressorIds), strategyFitSchema),
  actions: z.array(actionSchema),
  questions: z.array(stressQuestionSchema),
  pages: z.array(evaluationPageSchema),
  signposts: z.array(signpostSchema),
  professionalHelp: z.array(professionalHelpSchema),
  firstWords: z.array(stressStatementSchema),
  planWords: z.array(stressStatementSchema),
  sessionChoices: z.array(sessionChoiceSchema),
  workDay: z.array(workStepSchema),
  problemSteps: z.array(stressStatementSchema),
  reviewQuestions: z.array(reviewQuestionSchema),
  repairs: z.array(repairSchema),
  quick: z.strictObject({ action: z.string(), rise: z.string(), session: z.enum(sessionIds) }),
});

const statementsOf = (of: StressTables) => [
  ...of.firstWords,
  ...of.planWords,
  ...sessionCare,
  ...of.problemSteps,
];

const withIdsOf = (of: StressTables) => [
  of.stressors,
  of.strategies,
  of.actions,
  of.questions,
  of.pages,
  of.signposts,
  of.professionalHelp,
  of.sessionChoices,
  of.workDay,
  of.reviewQuestions,
  statementsOf(of),
];

const basedOf = (of: StressTables) => [
  ...withIdsOf({ ...of, pages: [] }).flatMap((table) =>
    table.flatMap((entry) => ('sources' in entry ? [[entry.id, entry] as const] : [])),
  ),
  ...of.repairs.map((entry) => [entry.obstacle, entry] as const),
];

/** What a person reads as sentences. */
const sentencesOf = (of: StressTables): readonly (readonly [where: string, text: string])[] =>
  [
    ...of.stressors.map(({ id, ask }) => [id, [ask]] as const),
    ...of.strategies.map(({ id, says }) => [id, [says]] as const),
    ...of.actions.map(({ id, care }) => [id, [care]] as const),
    ...of.questions.map(({ id, ask, why }) => [id, [ask.replace('{stressor}', 'money'), why]] as const),
    ...of.pages.map(({ id, stem }) => [id, [stem]] as const),
    ...of.signposts.map(({ id, lines }) => [id, lines] as const),
    ...of.professionalHelp.map(({ id, says }) => [id, [says]] as const),
    ...statementsOf(of).map(({ id, text }) => [id, [text]] as const),
    ...of.workDay.map(({ id, do: todo, because }) => [id, [...todo, because]] as const),
    ...of.reviewQuestions.map(({ id, ask, why }) => [id, [ask, why]] as const),
    ...of.repairs.map(({ obstacle, says }) => [obstacle, [says]] as const),
  ].flatMap(([id, texts]) => texts.flatMap((text) => (text === undefined ? [] : [[id, text] as const])));

/** The sentences that the program makes of an action. */
const madeOf = (action: Action) => [ifThen(action), smallIfThen(action)];

/** Names, labels and clauses, which are no sentences. */
const namesOf = (of: StressTables): readonly string[] => [
  ...of.stressors.flatMap(({ label, inWords }) => [label, inWords]),
  ...of.strategies.map(({ name }) => name),
  ...of.actions.flatMap(({ name, often }) => [name, often]),
  ...of.questions.flatMap(({ label, options = [] }) => [label, ...options.map((option) => option.label)]),
  ...of.pages.map(({ title }) => title),
  ...of.signposts.map(({ title }) => title),
  ...of.professionalHelp.map(({ who }) => who),
  ...of.sessionChoices.map(({ situation }) => situation),
  ...of.workDay.map(({ when }) => when),
  ...of.repairs.map(({ label }) => label),
];

const textsOf = (of: StressTables): readonly string[] => [
  ...sentencesOf(of).map(([, text]) => text),
  ...of.actions.flatMap(madeOf),
  ...namesOf(of),
];

const withActions = (of: StressTables, changes: Partial<Action>): StressTables => ({
  ...of,
  actions: of.actions.map((action) => ({ ...action, ...changes })),
});

export const stressChecks: readonly StressCheck[] = [
  {
    rule: 'the tables have the shape of their schemas',
    problems: (of) =>
      (z.safeParse(schema, of).error?.issues ?? []).map(
        (issue) => `${issue.path.join('.')}: ${issue.message}`,
      ),
    broken: (of) => withActions(of, { effort: 4 as unknown as 3 }),
  },
  {
    rule: 'there is an entry for every stressor, strategy, page, signpost and obstacle',
    problems: (of) => [
      ...stressorIds.filter((id) => !of.stressors.some((entry) => entry.id === id)),
      ...strategyIds.filter((id) => !of.strategies.some((entry) => entry.id === id)),
      ...evaluationPageIds.filter((id) => !of.pages.some((entry) => entry.id === id)),
      ...signpostIds.filter((id) => !of.signposts.some((entry) => entry.id === id)),
      ...obstacleIds.filter((id) => !of.repairs.some(({ obstacle }) => obstacle === id)),
    ],
    broken: (of) => ({ ...of, signposts: of.signposts.slice(1) }),
  },
  {
    rule: 'no id stands twice',
    problems: (of) => [
      ...withIdsOf(of).flatMap((table) => repeated(table.map(({ id }) => id))),
      ...repeated(of.repairs.map(({ obstacle }) => obstacle)),
    ],
    broken: (of) => ({ ...of, actions: [...of.actions, ...of.actions.slice(0, 1)] }),
  },
  {
    rule: 'everything said has a source, or says that it is judged, and names no source twice',
    problems: (of) =>
      basedOf(of)
        .filter(
          ([, { sources, judged }]) =>
            (sources.length === 0 && judged !== true) || repeated(sources).length > 0,
        )
        .map(([id]) => id),
    broken: (of) => withActions(of, { sources: [], judged: false }),
  },
  {
    rule: 'the seven strategies stand in the order of the article, and answer its claims in the same words of proof',
    problems: (of) =>
      of.strategies.flatMap(({ id, number, claims: rows, verdict }, place) => {
        const graded = rows.flatMap((row) => claims.filter((claim) => claim.id === row));
        const isSame = rows.length > 1 || graded[0]?.verdict === verdict;
        return number === place + 1 && graded.length === rows.length && isSame ? [] : [id];
      }),
    broken: (of) => ({
      ...of,
      strategies: of.strategies.map((entry) => ({ ...entry, verdict: 'contradicted' as const })),
    }),
  },
  {
    rule: 'every page, every day at work and the quick plan name what exists',
    problems: (of) => {
      const ids = of.actions.map(({ id }) => id);
      const named = [...of.workDay.flatMap(({ actions }) => actions), of.quick.action, of.quick.rise];
      const asked = of.pages.flatMap(({ questions }) => questions);
      return [
        ...named.filter((id) => !ids.includes(id)),
        ...asked.filter((id) => !of.questions.some((question) => question.id === id)),
      ];
    },
    broken: (of) => ({ ...of, quick: { ...of.quick, action: 'stand-on-your-head' } }),
  },
  {
    rule: 'every question has its page, or stands in a file only',
    problems: (of) => {
      const asked = of.pages.flatMap(({ questions }) => questions);
      const inFiles = ['chosen', 'strategies'];
      return of.questions.map(({ id }) => id).filter((id) => !asked.includes(id) && !inFiles.includes(id));
    },
    broken: (of) => ({ ...of, pages: of.pages.slice(1) }),
  },
  {
    rule: 'every calm session is proposed somewhere, and every stressor points to one',
    problems: (of) => [
      ...sessionIds.filter((id) => !of.sessionChoices.some(({ sessions }) => sessions.includes(id))),
      ...stressorIds.filter((id) => !of.sessionChoices.some(({ suits }) => suits.includes(id))),
    ],
    broken: (of) => ({ ...of, sessionChoices: of.sessionChoices.slice(1) }),
  },
  {
    rule: 'an action suits only what its strategy suits',
    problems: (of) =>
      of.actions.flatMap(({ id, strategy, suits }) =>
        suits
          .filter((stressor) => of.fits[stressor][strategy] === undefined)
          .map((stressor) => `${id}: ${stressor}`),
      ),
    broken: (of) => ({ ...of, fits: { ...of.fits, workload: {} } }),
  },
  {
    rule: 'wherever a strategy is the first choice for a stressor, two actions at least carry it out',
    problems: (of) =>
      stressorIds.flatMap((stressor) =>
        strategyIds
          .filter((strategy) => of.fits[stressor][strategy] === 2)
          .filter(
            (strategy) =>
              of.actions.filter((action) => action.strategy === strategy && action.suits.includes(stressor))
                .length < 2,
          )
          .map((strategy) => `${stressor}: ${strategy}`),
      ),
    broken: (of) => ({ ...of, actions: of.actions.slice(8) }),
  },
  {
    rule: 'every help builds some action up, and no action builds on what it is',
    problems: (of) =>
      helpIds.filter((help) => !of.actions.some(({ buildsOn = [] }) => buildsOn.includes(help))),
    broken: (of) => withActions(of, { buildsOn: [] }),
  },
  {
    rule: 'only a healthier life has areas, and it has all four',
    problems: (of) => [
      ...of.actions
        .filter(({ strategy, area }) => (strategy === 'live-healthier') !== (area !== undefined))
        .map(({ id }) => id),
      ...['sleep', 'movement', 'food', 'people'].filter(
        (area) => !of.actions.some((action) => action.area === area),
      ),
    ],
    broken: (of) => withActions(of, { area: 'sleep' }),
  },
  {
    rule: 'minutes go from less to more, and what has a weight of proof has one of the five',
    problems: (of) =>
      of.actions
        .filter(
          ({ minutes, verdict }) =>
            (minutes !== undefined && minutes[0] > minutes[1]) || !verdicts.includes(verdict),
        )
        .map(({ id }) => id),
    broken: (of) => withActions(of, { minutes: [10, 5] }),
  },
  {
    rule: 'alcohol, heat and what is drunk go with a caution, and a hard talk is never for the afraid',
    problems: (of) => {
      const actionOf = (id: string) => of.actions.find((action) => action.id === id);
      return [
        ...['days-without-alcohol', 'warm-and-quiet', 'water-with-meals', 'calm-session'].filter(
          (id) => actionOf(id)?.care === undefined,
        ),
        ...(actionOf('plan-a-talk')?.notIfAfraid === true ? [] : ['plan-a-talk']),
      ];
    },
    broken: (of) => ({ ...of, actions: of.actions.map(({ care: _care, ...action }) => action) }),
  },
  {
    rule: 'a cue, an action and its small version are clauses that fit into one sentence',
    problems: (of) =>
      of.actions.flatMap(({ id, cue, does, small }) =>
        [
          ...[does, small].filter(
            (clause) => !/^[a-z][^.]*([^.,;]|\."|\?")$/.test(clause) || /^i\b/i.test(clause),
          ),
          ...(/^(if|when|then)\b|[.,;]$/i.test(cue) ? [cue] : []),
          ...(cue.length + does.length > mostLettersOfASentence ? ['too long'] : []),
        ].map((clause) => `${id}: ${clause}`),
      ),
    broken: (of) => withActions(of, { does: 'I walk.' }),
  },
  {
    rule: 'a small version says by itself what is done: nothing in it points at what was said before',
    problems: (of) =>
      of.actions
        .filter(({ small }) => /\b(?:in it|of it|about it|theirs|they|the number and)\b/.test(small))
        .map(({ id, small }) => `${id}: ${small}`),
    broken: (of) => withActions(of, { small: 'write down the number and what I want to ask' }),
  },
  {
    rule: 'what must be done while an office is open has days from Monday to Friday',
    problems: (of) =>
      of.actions
        .filter((action) => action.atWork === true || action.onWeekdays === true)
        .filter((action) =>
          (['fri', 'sat', 'sun'] as const).some((from) =>
            commitmentOf(action, { from }).days.some((day) => day === 'sat' || day === 'sun'),
          ),
        )
        .map(({ id }) => id)
        .concat(
          of.actions
            .filter(
              ({ does, atWork, onWeekdays }) =>
                /\b(?:call and book|make the one call|my lead)\b/.test(does) &&
                atWork !== true &&
                onWeekdays !== true,
            )
            .map(({ id }) => id),
        ),
    broken: (of) => ({
      ...of,
      actions: of.actions.map(({ onWeekdays: _, ...action }) => action),
    }),
  },
  {
    rule: 'a cue names no day of the week: the days are set beside it',
    problems: (of) =>
      of.actions.filter(({ cue }) => /\b\w+day\b/.test(cue.replace('the day', ''))).map(({ id }) => id),
    broken: (of) => withActions(of, { cue: 'it is Sunday' }),
  },
  {
    rule: 'no action says try, and none asks for more or less of something',
    problems: (of) =>
      of.actions.flatMap(({ id, does, small }) =>
        [does, small].filter((text) => /\b(try|more|less)\b/i.test(text)).map((text) => `${id}: ${text}`),
      ),
    broken: (of) => withActions(of, { small: 'try it' }),
  },
  {
    rule: `a name has ${mostWordsOfAName} words at most, a label eight, and fits one line`,
    problems: (of) => [
      ...of.actions
        .filter(({ name }) => wordsIn(name).length > mostWordsOfAName || name.length > 56)
        .map(({ id }) => id),
      ...of.stressors.filter(({ label }) => wordsIn(label).length > 8).map(({ id }) => id),
    ],
    broken: (of) => withActions(of, { name: 'a b c d e f g h i j k' }),
  },
  {
    rule: `every sentence reads like year ${mostSchoolYears} of school at most`,
    problems: (of) =>
      [
        ...sentencesOf(of),
        ...of.actions.flatMap((action) => madeOf(action).map((text) => [action.id, text] as const)),
      ].flatMap(([where, text]) => {
        const years = schoolYears(text);
        return years > mostSchoolYears ? [`${where} ${years.toFixed(1)}: ${text}`] : [];
      }),
    broken: (of) => withActions(of, { care: 'Contraindications necessitate multidisciplinary supervision.' }),
  },
  {
    rule: `no sentence has more than ${mostWordsOfASentence} words`,
    problems: (of) =>
      [...sentencesOf(of).map(([, text]) => text), ...of.actions.flatMap(madeOf)]
        .flatMap(sentencesIn)
        .filter((sentence) => wordsIn(sentence).length > mostWordsOfASentence),
    broken: (of) => withActions(of, { care: `Rest ${'and rest '.repeat(13)}.` }),
  },
  {
    rule: 'what is read as sentences is made of whole ones',
    problems: (of) =>
      sentencesOf(of)
        .filter(([, text]) => !/^[A-Z0-9].*[.?]["”]?$/.test(text))
        .map(([where, text]) => `${where}: ${text}`),
    broken: (of) => withActions(of, { care: 'no full stop' }),
  },
  {
    rule: 'a long word is on the list of those that may stay',
    problems: (of) =>
      textsOf(of).flatMap((text) =>
        longWordsIn(text).filter((word) => !(allowedLongWords as readonly string[]).includes(word)),
      ),
    broken: (of) => withActions(of, { care: 'Rehabilitation.' }),
  },
  {
    rule: 'a long word that may stay is still needed',
    problems: (of) => {
      const used = new Set(textsOf(of).flatMap(longWordsIn));
      return allowedLongWords.filter((word) => !used.has(word));
    },
    broken: (of) => ({ ...of, actions: [], signposts: [], workDay: [] }),
  },
  {
    rule: 'nothing says what is never said, promises anything, or scolds',
    problems: (of) =>
      textsOf(of).flatMap((text) =>
        [
          ...banned,
          ['mark-up', /[`*_]/] as const,
          ['a promise', /\bwill (go away|be gone|heal|recover|pass)\b|\bguarantee/i] as const,
          ['a label', /\bdepress|\banxiety disorder|\bburn-?out/i] as const,
          ['scolding', /\byou must\b|\byou should\b|\bjust (calm|relax)/i] as const,
        ]
          .filter(([what, pattern]) =>
            pattern.test(what === 'blame' ? text.replace('not your fault', '') : text),
          )
          .map(([what]) => `${what}: ${text}`),
      ),
    broken: (of) => withActions(of, { care: 'You should do it, and it will pass.' }),
  },
  {
    rule: 'the words for a crisis name both numbers first, and offer no exercise',
    problems: (of) => {
      const all = of.signposts.filter(({ id }) => id === 'crisis' || id === 'crisis-words');
      return all.flatMap(({ lines }) => [
        ...(lines.slice(0, 3).join(' ').includes('{line}') ? [] : ['no crisis line']),
        ...(lines.slice(0, 3).join(' ').includes('{number}') ? [] : ['no emergency number']),
        ...(/breath|exercise|walk|plan\b|relax/i.test(lines.join(' ')) ? ['an exercise'] : []),
      ]);
    },
    broken: (of) => ({
      ...of,
      signposts: of.signposts.map((entry) => ({ ...entry, lines: ['Take a slow breath.'] })),
    }),
  },
];
