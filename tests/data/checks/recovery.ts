import * as z from 'zod/mini';
import { exerciseTables } from '../../../src/data/exercise-tables.ts';
import {
  checklistItemSchema,
  expectationSchema,
  flareStepSchema,
  ladderIds,
  ladderSchema,
  offTrackRuleIds,
  offTrackRuleSchema,
  type Phase,
  type PhaseItem,
  type RecoveryTables,
  slowReasonSchema,
  statementSchema,
  type Track,
  taskSchema,
  trackIds,
  trackSchema,
} from '../../../src/data/recovery-schema.ts';
import { expressionSchema } from '../../../src/data/schema.ts';
import { partsOf, questionsIn } from '../../engine/expressions.ts';
import { knowledge } from '../../engine/world.ts';
import { repeated } from './content.ts';
import { mostSchoolYears, schoolYears, sentencesIn } from './readability.ts';
import { banned, longWordsIn, wordsIn } from './words.ts';

const mostWordsOfASentence = 25;

/** Long words that may stay: there is none plainer that is as exact. One that is not needed any more must leave. */
const allowedLongWords = [
  'everything',
  'hamstrings',
  'painkillers',
  'pharmacist',
  'physiotherapist',
  'physiotherapy',
  'professional',
  'straighten',
  'strengthen',
  'stretching',
  'themselves',
] as const;

/** One rule that the content of recovery keeps. `broken` breaks just that one. */
export interface RecoveryCheck {
  readonly rule: string;
  readonly problems: (tables: RecoveryTables) => readonly string[];
  readonly broken: (tables: RecoveryTables) => RecoveryTables;
}

const schema = z.strictObject({
  tracks: z.array(trackSchema),
  items: z.array(checklistItemSchema),
  tasks: z.array(taskSchema),
  offTrackRules: z.array(offTrackRuleSchema),
  expectations: z.array(expectationSchema),
  ladders: z.array(ladderSchema),
  ladderRule: statementSchema,
  flareSteps: z.array(flareStepSchema),
  flareMeaning: z.extend(statementSchema, { short: z.string() }),
  spasmSteps: z.array(flareStepSchema),
  keepingWell: z.array(statementSchema),
  slowReasons: z.array(slowReasonSchema),
  weekRule: statementSchema,
  about: z.array(statementSchema),
  moderateIf: expressionSchema,
  nerveSigns: expressionSchema,
});

const phasesOf = (of: RecoveryTables): readonly (readonly [where: string, phase: Phase, track: Track])[] =>
  of.tracks.flatMap((track) =>
    track.phases.map((phase) => [`${track.id} ${phase.id}`, phase, track] as const),
  );
const wantedIn = (of: RecoveryTables): readonly (readonly [where: string, item: PhaseItem])[] => [
  ...phasesOf(of).flatMap(([where, phase]) => phase.checklist.map((item) => [where, item] as const)),
  ...of.tracks.map((track) => [`addition of ${track.id}`, track.addition] as const),
];

/** The tables with every phase of every track changed. */
function withPhases(of: RecoveryTables, change: (phase: Phase, place: number) => object): RecoveryTables {
  return {
    ...of,
    tracks: of.tracks.map((track) => ({
      ...track,
      phases: track.phases.map((phase, place) => ({ ...phase, ...change(phase, place) })),
    })),
  };
}

type Based = readonly [
  where: string,
  basis: { readonly sources: readonly string[]; readonly judged?: boolean | undefined },
];

const basedOf = (of: RecoveryTables): readonly Based[] => [
  ...of.tracks.flatMap((track): Based[] => [
    [track.id, track],
    [`settings of ${track.id}`, track.settings],
    ...(track.mildSettings === undefined ? [] : [[`mild ${track.id}`, track.mildSettings] as const]),
    ...track.know.map((entry): Based => [`${track.id}: ${entry.text}`, entry]),
  ]),
  ...phasesOf(of).map(([where, phase]): Based => [where, phase]),
  ...[...of.items, ...of.tasks, ...of.ladders, ...of.slowReasons].map((entry): Based => [entry.id, entry]),
  ...of.offTrackRules.map((entry): Based => [entry.id, entry]),
  ...of.expectations.map((entry): Based => [`day ${entry.day}`, entry]),
  ...[...of.flareSteps, ...of.spasmSteps].map((entry): Based => [entry.when, entry]),
  ...[...of.keepingWell, ...of.about, of.ladderRule, of.flareMeaning, of.weekRule].map(
    (entry): Based => [entry.text, entry],
  ),
];

type Passage = readonly [where: string, texts: readonly string[]];

/** What a person reads as sentences. */
const passagesOf = (of: RecoveryTables): readonly Passage[] => [
  ...phasesOf(of).map(
    ([where, { purpose, activity, usually, do: todo }]): Passage => [
      where,
      [purpose, activity, usually, ...todo],
    ],
  ),
  ...of.tracks.map((track): Passage => [`know of ${track.id}`, track.know.map(({ text }) => text)]),
  ...of.tasks.map(({ id, ask }): Passage => [id, [ask]]),
  ...of.offTrackRules.map(({ id, says, do: todo }): Passage => [id, [says, todo]]),
  ...of.expectations.map(({ day, says }): Passage => [`day ${day}`, [says]]),
  ...of.ladders.map(({ id, care }): Passage => [id, [care]]),
  ...[...of.flareSteps, ...of.spasmSteps].map(({ when, do: todo }): Passage => [when, todo]),
  ['rules', [of.ladderRule, of.flareMeaning, of.weekRule].map(({ text }) => text)],
  ['keeping well', of.keepingWell.map(({ text }) => text)],
  ['about', of.about.map(({ text }) => text)],
];

/** Names, labels and clauses, which are no sentences. */
const namesOf = (of: RecoveryTables): readonly string[] => [
  ...of.tracks.flatMap(({ name, settings }) => [name, settings.usualTime]),
  ...phasesOf(of).flatMap(([, { name, avoid }]) => [name, ...avoid]),
  ...of.items.flatMap(({ text, least, when }) => [text, least, when]),
  ...of.tasks.map(({ label }) => label),
  ...of.ladders.flatMap(({ name, steps }) => [name, ...steps]),
  ...of.slowReasons.map(({ says }) => says),
];

const textsOf = (of: RecoveryTables): readonly string[] => [
  ...passagesOf(of).flatMap(([, texts]) => texts),
  ...namesOf(of),
];

const itemOf = (of: RecoveryTables, id: string) => of.items.find((item) => item.id === id);
const known = [...exerciseTables.routines, ...exerciseTables.exercises];

export const recoveryChecks: readonly RecoveryCheck[] = [
  {
    rule: 'the tables have the shape of their schemas',
    problems: (of) =>
      (z.safeParse(schema, of).error?.issues ?? []).map(
        (issue) => `${issue.path.join('.')}: ${issue.message}`,
      ),
    broken: (of) => ({ ...of, tasks: [{ id: 'X' }] as unknown as RecoveryTables['tasks'] }),
  },
  {
    rule: 'there is a track for every pattern and part of the spine, and a ladder and a rule for every id',
    problems: (of) => [
      ...trackIds.filter((id) => !of.tracks.some((track) => track.id === id)),
      ...ladderIds.filter((id) => !of.ladders.some((ladder) => ladder.id === id)),
      ...offTrackRuleIds.filter((id) => !of.offTrackRules.some((rule) => rule.id === id)),
    ],
    broken: (of) => ({ ...of, tracks: of.tracks.slice(1) }),
  },
  {
    rule: 'no id stands twice',
    problems: (of) => [
      ...[of.tracks, of.items, of.tasks, of.offTrackRules, of.ladders, of.slowReasons].flatMap((table) =>
        repeated(table.map(({ id }) => id)),
      ),
      ...of.tracks.flatMap(({ phases }) => repeated(phases.map(({ id }) => id))),
    ],
    broken: (of) => ({ ...of, items: [...of.items, ...of.items.slice(0, 1)] }),
  },
  {
    rule: 'everything said has a source, or says that it is judged',
    problems: (of) =>
      basedOf(of)
        .filter(([, { sources, judged }]) => sources.length === 0 && judged !== true)
        .map(([where]) => where),
    broken: (of) => ({ ...of, tasks: of.tasks.map((task) => ({ ...task, sources: [], judged: false })) }),
  },
  {
    rule: 'nothing names a source twice',
    problems: (of) =>
      basedOf(of).flatMap(([where, { sources }]) => (repeated(sources).length > 0 ? [where] : [])),
    broken: (of) => ({ ...of, weekRule: { ...of.weekRule, sources: ['lally-2010', 'lally-2010'] } }),
  },
  {
    rule: 'every item that a phase, an addition or a bar names exists, and every item is used',
    problems: (of) => {
      const used = new Set(wantedIn(of).map(([, { item }]) => item));
      const joint = ['breathe-at-breaks'];
      return [
        ...wantedIn(of)
          .filter(([, { item }]) => itemOf(of, item) === undefined)
          .map(([where]) => where),
        ...of.tracks.flatMap(({ id, bars }) =>
          bars.filter((bar) => itemOf(of, bar) === undefined).map(() => id),
        ),
        ...of.items.filter(({ id }) => !used.has(id) && !joint.includes(id)).map(({ id }) => id),
      ];
    },
    broken: (of) => ({ ...of, items: of.items.slice(1) }),
  },
  {
    rule: 'every task and item that lets a person go on exists, and every task is asked',
    problems: (of) => {
      const criteria = phasesOf(of).flatMap(([where, { onward }]) =>
        onward.map((each) => [where, each] as const),
      );
      const asked = new Set(criteria.flatMap(([, each]) => (each.kind === 'task' ? [each.task] : [])));
      return [
        ...[...asked].filter((id) => !of.tasks.some((task) => task.id === id)),
        ...of.tasks.filter(({ id }) => !asked.has(id)).map(({ id }) => id),
        ...criteria.flatMap(([where, each]) =>
          each.kind === 'done' && itemOf(of, each.item) === undefined ? [where] : [],
        ),
      ];
    },
    broken: (of) => ({ ...of, tasks: of.tasks.slice(1) }),
  },
  {
    rule: 'a criterion counts only what its phase puts on the list, that often',
    problems: (of) =>
      phasesOf(of).flatMap(([where, { onward, checklist }]) =>
        onward.flatMap((each) => {
          if (each.kind !== 'done') return [];
          const wanted = checklist.find(({ item }) => item === each.item);
          const fits =
            wanted !== undefined && (wanted.times?.[0] ?? 1) <= each.times && each.days <= each.within;
          return fits ? [] : [where];
        }),
      ),
    broken: (of) =>
      withPhases(of, () => ({ onward: [{ kind: 'done', item: 'people', times: 9, days: 9, within: 7 }] })),
  },
  {
    rule: 'every routine and exercise that is started exists, and is open in the stage of its phase',
    problems: (of) =>
      phasesOf(of).flatMap(([where, phase]) =>
        phase.checklist.flatMap(({ item, routines = [] }) => {
          const own = itemOf(of, item)?.routine;
          return [...routines, ...(own === undefined ? [] : [own])].flatMap((id) => {
            const found = known.find((each) => each.id === id);
            if (found === undefined) return [`${where}: ${id}`];
            return found.fromStage > phase.stage ? [`${where}: ${id} comes later`] : [];
          });
        }),
      ),
    broken: (of) => withPhases(of, () => ({ stage: 1 })),
  },
  {
    rule: 'a routine is for what its track is for',
    problems: (of) =>
      of.tracks.flatMap((track) => {
        const target = track.id.startsWith('spinal') ? 'spinal-problem' : track.id;
        if (target === 'no-clear-pattern') return [];
        return track.phases.flatMap(({ id, stage, checklist }) =>
          checklist.flatMap(({ routines = [] }) =>
            // What keeps a person well is for all of them.
            routines.flatMap((name) => {
              const routine = exerciseTables.routines.find((each) => each.id === name);
              const fits = stage === 5 || routine?.for.some((each) => each === target);
              return fits ? [] : [`${track.id} ${id}: ${name}`];
            }),
          ),
        );
      }),
    broken: (of) =>
      withPhases(of, () => ({ stage: 1, checklist: [{ item: 'routine', routines: ['hamstring-micro'] }] })),
  },
  {
    rule: 'every command that starts a line is one of the product, and what it starts exists',
    problems: (of) =>
      of.items.flatMap(({ id, starts }) => {
        if (starts === undefined) return [];
        const [command = '', name] = starts.split(' ');
        const isKnown = ['stretch', 'log', 'stress-plan'].includes(command);
        return isKnown && (name === undefined || known.some((each) => each.id === name)) ? [] : [id];
      }),
    broken: (of) => ({ ...of, items: of.items.map((item) => ({ ...item, starts: 'stretch handstand' })) }),
  },
  {
    rule: 'phases follow each other without a gap, stages rise, and only the last has no end',
    problems: (of) =>
      of.tracks.flatMap(({ id, phases }) =>
        phases.flatMap((phase, place) => {
          const next = phases[place + 1];
          const fits =
            next === undefined
              ? phase.days.until === undefined && phase.onward.length === 0 && phase.stage === 5
              : phase.days.until !== undefined &&
                next.days.from === phase.days.until + 1 &&
                next.stage > phase.stage &&
                phase.onward.length > 0;
          return fits ? [] : [`${id} ${phase.id}`];
        }),
      ),
    broken: (of) => withPhases(of, (_phase, place) => ({ days: { from: place } })),
  },
  {
    rule: 'each phase lets pain through that the next stage still bears, and asks for less from phase to phase',
    problems: (of) =>
      of.tracks.flatMap((track) => {
        const limits = track.phases.map(({ onward }) =>
          Math.min(10, ...onward.flatMap((each) => (each.kind === 'pain' ? [each.atMost] : []))),
        );
        return track.phases.flatMap((phase, place) => {
          const next = track.phases[place + 1];
          const stage = exerciseTables.stages.find((each) => each.stage === next?.stage);
          const limit = limits[place] ?? 10;
          const tooMuch =
            track.counts === 'onset' && stage !== undefined && next?.stage !== 5 && limit > stage.painAtMost;
          const rises =
            phase.onward.some(({ kind }) => kind === 'pain') &&
            limit > Math.min(...limits.slice(0, place + 1));
          return tooMuch || rises ? [`${track.id} ${phase.id}`] : [];
        });
      }),
    broken: (of) =>
      withPhases(of, (_phase, place) => ({ onward: [{ kind: 'pain', atMost: 6 + place, days: 2 }] })),
  },
  {
    rule: 'a day has five lines at most beside its comforts, and the evening check is always among them',
    problems: (of) =>
      phasesOf(of)
        .filter(([, { checklist }]) => {
          const goals = checklist.filter(({ item }) => itemOf(of, item)?.comfort !== true);
          const daily = goals.filter(({ daysAWeek = 7 }) => daysAWeek > 3);
          return daily.length > 5 || !checklist.some(({ item }) => item === 'check-in');
        })
        .map(([where]) => where),
    broken: (of) => withPhases(of, () => ({ checklist: [{ item: 'breathe' }] })),
  },
  {
    rule: 'comforts come after what counts, so that a full list loses those first',
    problems: (of) =>
      phasesOf(of)
        .filter(([where, { checklist }]) => {
          const comforts = checklist.map(({ item }) => itemOf(of, item)?.comfort === true);
          const isSoothing = where === 'myofascial-pain soothe';
          return (
            !isSoothing && comforts.indexOf(true) >= 0 && comforts.lastIndexOf(false) > comforts.indexOf(true)
          );
        })
        .map(([where]) => where),
    broken: (of) => withPhases(of, () => ({ checklist: [{ item: 'legs-up' }, { item: 'check-in' }] })),
  },
  {
    rule: 'the steps of a flare and of a grab follow each other without a gap',
    problems: (of) =>
      [of.flareSteps, of.spasmSteps].flatMap((steps) =>
        steps.flatMap(({ id, hours }, place) => {
          const next = steps[place + 1];
          return hours.until === next?.hours.from && (place > 0 || hours.from === 0) ? [] : [id];
        }),
      ),
    broken: (of) => ({ ...of, flareSteps: of.flareSteps.slice(1) }),
  },
  {
    rule: 'bands fall from day to day, and lie between none of the pain and all of it',
    problems: (of) =>
      of.expectations.flatMap(({ day, band: [low, high] }, place) => {
        const before = of.expectations[place - 1];
        const falls =
          before === undefined || (day > before.day && low <= before.band[0] && high <= before.band[1]);
        return falls && low < high && low >= 0 && high <= 1 ? [] : [String(day)];
      }),
    broken: (of) => ({ ...of, expectations: [...of.expectations].reverse() }),
  },
  {
    rule: 'conditions ask about questions that exist, in the way they are answered',
    problems: (of) =>
      [
        of.moderateIf,
        of.nerveSigns,
        ...of.slowReasons.map(({ when }) => when),
        ...of.items.flatMap(({ leaveOutIf }) => leaveOutIf ?? []),
      ].flatMap((expression) => [
        ...questionsIn(expression).filter((id) => knowledge.question(id) === undefined),
        ...partsOf(expression).flatMap((part) => {
          if (!('chosen' in part)) return [];
          const question = knowledge.question(part.chosen);
          const options =
            question !== undefined && 'options' in question ? question.options.map(({ id }) => id) : [];
          return part.options.filter((option) => !options.includes(option));
        }),
      ]),
    broken: (of) => ({ ...of, moderateIf: { yes: 'sore' } }),
  },
  {
    rule: 'what pulls on a leg is left out with nerve signs, and what is done lying flat in pregnancy',
    problems: (of) => {
      const leftOutBy = (id: string) => JSON.stringify(itemOf(of, id)?.leaveOutIf ?? {});
      return [
        ...(leftOutBy('hamstrings').includes('leg-symptoms') ? [] : ['hamstrings']),
        ...(leftOutBy('warm-or-rub').includes('mod-blood-thinner') ? [] : ['warm-or-rub']),
        ...(leftOutBy('legs-up').includes('mod-pregnant') ? [] : ['legs-up']),
        ...of.tracks
          .filter(({ id, bars }) => id === 'spinal-nerve' && !bars.includes('hamstrings'))
          .map(({ id }) => id),
      ];
    },
    broken: (of) => ({ ...of, items: of.items.map(({ leaveOutIf: _out, ...item }) => item) }),
  },
  {
    rule: `a passage reads like year ${mostSchoolYears} of school at most`,
    problems: (of) =>
      passagesOf(of)
        .map(([where, texts]) => [where, schoolYears(texts.join(' '))] as const)
        .filter(([, years]) => years > mostSchoolYears)
        .map(([where, years]) => `${where}: ${years.toFixed(1)}`),
    broken: (of) => ({
      ...of,
      weekRule: {
        ...of.weekRule,
        text: 'Contraindications necessitate individualised multidisciplinary supervision.',
      },
      ladderRule: { ...of.ladderRule, text: 'Musculoskeletal rehabilitation presupposes proportionality.' },
    }),
  },
  {
    rule: `no sentence has more than ${mostWordsOfASentence} words`,
    problems: (of) =>
      passagesOf(of).flatMap(([where, texts]) =>
        texts
          .flatMap(sentencesIn)
          .filter((sentence) => wordsIn(sentence).length > mostWordsOfASentence)
          .map((sentence) => `${where}: ${sentence}`),
      ),
    broken: (of) => ({ ...of, weekRule: { ...of.weekRule, text: `Rest ${'and rest '.repeat(13)}.` } }),
  },
  {
    rule: 'what is read as sentences is made of whole ones, and what is avoided goes on with one',
    problems: (of) => [
      ...passagesOf(of).flatMap(([, texts]) => texts.filter((text) => !/^[A-Z0-9].*[.?]$/.test(text))),
      ...phasesOf(of).flatMap(([, { avoid }]) => avoid.filter((text) => !/^[a-z0-9].*[^.]$/.test(text))),
    ],
    broken: (of) => withPhases(of, () => ({ avoid: ['Long sitting.'] })),
  },
  {
    rule: 'a line of the list fits one line, and a label has eight words at most',
    problems: (of) => [
      ...of.items.filter(({ text }) => text.length > 50).map(({ id }) => id),
      ...of.tasks.filter(({ label }) => wordsIn(label).length > 8).map(({ id }) => id),
    ],
    broken: (of) => ({ ...of, tasks: of.tasks.map((task) => ({ ...task, label: 'a b c d e f g h i' })) }),
  },
  {
    rule: 'a long word is on the list of those that may stay',
    problems: (of) =>
      textsOf(of).flatMap((text) =>
        longWordsIn(text).filter((word) => !(allowedLongWords as readonly string[]).includes(word)),
      ),
    broken: (of) => ({ ...of, weekRule: { ...of.weekRule, text: 'Rehabilitation.' } }),
  },
  {
    rule: 'a long word that may stay is still needed',
    problems: (of) => {
      const used = new Set(textsOf(of).flatMap(longWordsIn));
      return allowedLongWords.filter((word) => !used.has(word));
    },
    broken: (of) => ({ ...of, tracks: [] }),
  },
  {
    rule: 'nothing says what is never said, promises a date, or praises a run of days',
    problems: (of) =>
      textsOf(of).flatMap((text) =>
        [
          ...banned,
          ['mark-up', /[`*_]/] as const,
          ['a promise', /\bwill (go away|be gone|heal|recover)\b|\bguarantee/i] as const,
          ['a streak', /\bstreak\b|\bin a row!/i] as const,
          ['a medicine by name', /\bibuprofen|paracetamol|aspirin|diclofenac|naproxen/i] as const,
        ]
          .filter(([, pattern]) => pattern.test(text))
          .map(([what]) => `${what}: ${text}`),
      ),
    broken: (of) => ({ ...of, weekRule: { ...of.weekRule, text: 'You will be gone in 90 % of cases.' } }),
  },
  {
    rule: 'what usually happens is said of many people, and never of one person',
    problems: (of) => of.expectations.filter(({ says }) => !/people/.test(says)).map(({ says }) => says),
    broken: (of) => ({
      ...of,
      expectations: of.expectations.map((entry) => ({ ...entry, says: 'You are well by then.' })),
    }),
  },
];
