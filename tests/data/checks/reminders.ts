import * as z from 'zod/mini';
import { exerciseTables } from '../../../src/data/exercise-tables.ts';
import { statementSchema, trackIds } from '../../../src/data/recovery-schema.ts';
import { recoveryTables } from '../../../src/data/recovery-tables.ts';
import {
  type ReminderKind,
  type ReminderTables,
  type ReminderText,
  reminderKindIds,
  reminderKindSchema,
  reminderTextSchema,
  type SchedulePlan,
  schedulePlanSchema,
  scheduleSchema,
  windowSchema,
} from '../../../src/data/reminder-schema.ts';
import { scheduleProblems } from '../../../src/engine/reminders/check-schedule.ts';
import { repeated } from './content.ts';
import { schoolYears } from './readability.ts';
import { banned } from './words.ts';

const mostCharacters = 60;
const fewestTexts = 5;
const mostSchoolYears = 8;

/** What makes people feel that they failed, or hurries them. */
const reproach =
  /\b(forgot|forgotten|failed?|again!|lazy|should|must|still not|haven't|don't|only \d|streak|late)\b|!/i;
/** What nobody else need read on a locked screen. */
const private_ = /\b(back|pain|hurt|legs?|thighs?|stretch|spine|muscles?|nerve|clinician|doctor|breathe?)\b/i;

/** One rule that the content of reminders keeps. `broken` breaks just that one. */
export interface ReminderCheck {
  readonly rule: string;
  readonly problems: (tables: ReminderTables) => readonly string[];
  readonly broken: (tables: ReminderTables) => ReminderTables;
}

const schema = z.strictObject({
  kinds: z.array(reminderKindSchema),
  caps: z.record(z.string(), z.number().check(z.minimum(1))),
  texts: z.record(z.enum(reminderKindIds), z.array(reminderTextSchema)),
  discreet: z.array(reminderTextSchema),
  missed: z.array(reminderTextSchema),
  quiet: z.array(windowSchema),
  few: schedulePlanSchema,
  article: schedulePlanSchema,
  tracks: z.array(z.strictObject({ track: z.enum(trackIds), plans: z.array(z.string()) })),
  plans: z.array(schedulePlanSchema),
  review: scheduleSchema,
  about: z.array(statementSchema),
});

const plansOf = (of: ReminderTables): readonly SchedulePlan[] => [of.few, of.article, ...of.plans];
const listsOf = (of: ReminderTables): readonly (readonly [string, readonly ReminderText[]])[] => [
  ...Object.entries(of.texts),
  ['discreet', of.discreet],
  ['missed', of.missed],
];
const textsOf = (of: ReminderTables) => listsOf(of).flatMap(([, texts]) => texts);

/** With the longest numbers that a text is filled with. */
const filled = ({ text }: ReminderText) => text.replace('{n}', '24').replace('{min}', '30');

function withTexts(of: ReminderTables, change: (texts: readonly ReminderText[]) => readonly ReminderText[]) {
  return { ...of, texts: { ...of.texts, break: change(of.texts.break) } };
}

function withKinds(of: ReminderTables, change: Partial<ReminderKind>): ReminderTables {
  return { ...of, kinds: of.kinds.map((kind) => ({ ...kind, ...change })) };
}

const known = new Set([...exerciseTables.routines, ...exerciseTables.exercises].map(({ id }) => id));
const commands = [
  'stress-plan',
  'stretch',
  'log',
  'progress',
  'recovery',
  'recovery remedies',
  'recovery visit',
];

export const reminderChecks: readonly ReminderCheck[] = [
  {
    rule: 'the tables have the shape of their schemas',
    problems: (of) =>
      (z.safeParse(schema, of).error?.issues ?? []).map(
        (issue) => `${issue.path.join('.')}: ${issue.message}`,
      ),
    broken: (of) => ({ ...of, quiet: [{ from: -1, until: 5 }] }),
  },
  {
    rule: 'there is a row for every kind, and no id stands twice',
    problems: (of) => [
      ...reminderKindIds.filter((id) => !of.kinds.some((kind) => kind.id === id)),
      ...repeated(of.kinds.map(({ id }) => id)),
      ...repeated(textsOf(of).map(({ id }) => id)),
      ...repeated(plansOf(of).map(({ id }) => id)),
      ...plansOf(of).flatMap(({ schedules }) => repeated(schedules.map(({ id }) => id))),
    ],
    broken: (of) => ({ ...of, kinds: of.kinds.slice(1) }),
  },
  {
    rule: 'there are five texts or more of each kind, and no two are the same',
    problems: (of) => [
      ...listsOf(of).flatMap(([kind, texts]) => (texts.length < fewestTexts ? [kind] : [])),
      ...repeated(textsOf(of).map(({ text }) => text)),
    ],
    broken: (of) => withTexts(of, (texts) => texts.slice(0, 4)),
  },
  {
    rule: 'a text has at most 60 characters, filled in',
    problems: (of) => textsOf(of).flatMap((text) => (filled(text).length > mostCharacters ? [text.id] : [])),
    broken: (of) =>
      withTexts(of, ([first, ...more]) => [
        { id: 'long', text: 'x'.repeat(61) },
        ...(first ? [first] : []),
        ...more,
      ]),
  },
  {
    rule: 'a text reproaches nobody and promises nothing',
    problems: (of) =>
      textsOf(of).flatMap(({ id, text }) =>
        reproach.test(text) || banned.some(([, pattern]) => pattern.test(text)) ? [id] : [],
      ),
    broken: (of) =>
      withTexts(of, (texts) => [...texts, { id: 'guilt', text: 'You forgot your break again!' }]),
  },
  {
    rule: 'a text for a locked screen says nothing of a body',
    problems: (of) => of.discreet.flatMap(({ id, text }) => (private_.test(text) ? [id] : [])),
    broken: (of) => ({ ...of, discreet: of.texts.hamstring }),
  },
  {
    rule: 'a gentle kind has gentle texts for severe pain, enough to change',
    problems: (of) =>
      of.kinds.flatMap(({ id, gentle }) =>
        gentle === true && of.texts[id].filter((text) => text.gentle === true).length < fewestTexts
          ? [id]
          : [],
      ),
    broken: (of) => withTexts(of, (texts) => texts.map(({ id, text }) => ({ id, text }))),
  },
  {
    rule: 'everything that is planned or said has a source, or says that it is judged, and names none twice',
    problems: (of) =>
      [
        ...of.kinds.map((kind) => [kind.id, kind] as const),
        ...plansOf(of).map((plan) => [plan.id, plan] as const),
        ...of.about.map((statement) => [statement.text, statement] as const),
      ].flatMap(([where, { sources, judged }]) =>
        (sources.length === 0 && judged !== true) || repeated(sources).length > 0 ? [where] : [],
      ),
    broken: (of) => withKinds(of, { sources: [], judged: false }),
  },
  {
    rule: 'what is known is said in plain sentences',
    problems: (of) => of.about.flatMap(({ text }) => (schoolYears(text) > mostSchoolYears ? [text] : [])),
    broken: (of) => ({
      ...of,
      about: [
        {
          text: 'Physiotherapeutic interventional adherence facilitation remains insufficiently investigated.',
          sources: [],
          judged: true,
        },
      ],
    }),
  },
  {
    rule: 'every command that a reminder starts is one of the product, and what it starts exists',
    problems: (of) =>
      [...of.kinds, ...plansOf(of).flatMap(({ schedules }) => schedules)].flatMap(({ id, starts }) => {
        if (starts === undefined || commands.includes(starts)) return [];
        const [command, name = ''] = starts.split(' ');
        return command === 'stretch' && known.has(name) ? [] : [`${id}: ${starts}`];
      }),
    broken: (of) => withKinds(of, { starts: 'stretch handstand' }),
  },
  {
    rule: 'nothing in a ready plan is over a cap, in quiet hours, or never comes',
    problems: (of) =>
      plansOf(of).flatMap(({ id, schedules }) =>
        schedules.flatMap((schedule) => {
          const others = schedules.filter((each) => each !== schedule);
          const settings = { daysOff: [], openWords: false };
          const { refused, notes } = scheduleProblems(schedule, { others, settings, tables: of });
          return [...refused, ...notes].map((problem) => `${id} ${schedule.id}: ${problem}`);
        }),
      ),
    broken: (of) => ({ ...of, caps: { ...of.caps, desk: 2 } }),
  },
  {
    rule: 'the usual plan of a kind comes, and is in its range',
    problems: (of) =>
      of.kinds.flatMap((kind) => {
        const schedule = { id: kind.id, kind: kind.id, name: kind.name, except: [], lead: 0, ...kind.usual };
        const settings = { daysOff: [], openWords: false };
        const { refused, notes } = scheduleProblems(schedule, { others: [], settings, tables: of });
        return [...refused, ...notes].map((problem) => `${kind.id}: ${problem}`);
      }),
    broken: (of) => ({ ...of, quiet: [{ from: 0, until: 1440 }] }),
  },
  {
    rule: 'a few are four prompts a day at most, three of them breaks',
    problems: (of) => {
      const perDay = of.few.schedules.map(({ when }) =>
        when.kind === 'times' ? when.count : when.kind === 'at' ? when.at.length : 99,
      );
      return perDay.reduce((sum, each) => sum + each, 0) === 4 ? [] : ['few'];
    },
    broken: (of) => ({ ...of, few: of.article }),
  },
  {
    rule: 'the article has five hamstring stretches a day',
    problems: (of) => {
      const stretches = of.article.schedules.filter(({ kind }) => kind === 'hamstring');
      return stretches.some(({ when }) => when.kind === 'at' && when.at.length === 5) ? [] : ['article'];
    },
    broken: (of) => ({ ...of, article: of.few }),
  },
  {
    rule: 'every track has plans that exist, only the last of which has no end, and no plan is idle',
    problems: (of) => {
      const plans = [of.article, ...of.plans];
      const used = of.tracks.flatMap((each) => each.plans);
      return [
        ...trackIds.filter((id) => of.tracks.filter(({ track }) => track === id).length !== 1),
        ...plans.filter(({ id }) => !used.includes(id)).map(({ id }) => id),
        ...of.tracks.flatMap(({ track, plans: ids }) => {
          const ends = ids.map(
            (id) => plans.find((plan) => plan.id === id)?.untilDay ?? Number.POSITIVE_INFINITY,
          );
          const rises = ends.every((end, place) => end > (ends[place - 1] ?? -1));
          const isKnown = ids.every((id) => plans.some((plan) => plan.id === id));
          return isKnown && rises && ends.at(-1) === Number.POSITIVE_INFINITY ? [] : [track];
        }),
      ];
    },
    broken: (of) => ({ ...of, tracks: of.tracks.slice(1) }),
  },
  {
    rule: 'a track that leaves out hamstring stretches is not reminded of them',
    problems: (of) =>
      of.tracks.flatMap(({ track, plans: ids }) => {
        const bars = recoveryTables.tracks.find(({ id }) => id === track)?.bars ?? [];
        const kinds = [of.article, ...of.plans]
          .filter(({ id }) => ids.includes(id))
          .flatMap(({ schedules }) => schedules.map(({ kind }) => kind));
        const isAsked =
          (bars.includes('hamstrings') && kinds.includes('hamstring')) ||
          (bars.includes('warm-or-rub') && kinds.includes('heat'));
        return isAsked ? [track] : [];
      }),
    broken: (of) => ({ ...of, tracks: of.tracks.map((each) => ({ ...each, plans: ['article'] })) }),
  },
];
