import { exerciseRules } from '../data/exercise-rules.ts';
import type { ExerciseTables } from '../data/exercise-schema.ts';
import { notices, resultScreens } from '../data/safety-net.ts';
import type { PracticeResult } from '../engine/practice/practice-result.ts';
import type { AfterSession } from '../engine/routine/after-session.ts';
import type { Exclusion, PlannedItem, RoutinePlan } from '../engine/routine/plan.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block, Document, Row, Tone } from './document.ts';
import { emergencyLine } from './emergency-line.ts';
import { cautionsOf, ifAnyOf } from './exercise-lines.ts';

type Ready = Extract<RoutinePlan, { kind: 'routine' }>;

export interface SessionView {
  readonly plan: Ready;
  readonly tables: ExerciseTables;
  readonly contact: Contact;
  /** Nobody could be asked, so there is only what is safe for everyone. */
  readonly comfortOnly: boolean;
}

/** What stands on the screen before a session starts: what, how long, why, and when to stop. */
export function sessionDocument({ plan, tables, contact, comfortOnly }: SessionView): Document {
  return {
    title: plan.name,
    blocks: [
      emergencyLine(contact),
      { kind: 'heading', level: 1, text: `${plan.name}, ${lengthInWords(plan.seconds)}` },
      ...(plan.because.length === 0 ? [] : [{ kind: 'paragraph', text: plan.because.join(' ') } as const]),
      ...(comfortOnly
        ? [
            {
              kind: 'paragraph',
              text: 'Nobody was asked what to plan around. So this is only walking, breathing and lying at ease.',
            } as const,
          ]
        : []),
      { kind: 'rows', rows: plan.items.map((item) => itemRow(item, comfortOnly ? tables : undefined)) },
      ...leftOutBlocks(plan.excluded, tables),
      { kind: 'paragraph', text: notices.stop.short },
      { kind: 'paragraph', text: painLine() },
    ],
  };
}

/** A sign to stop at once came up in a session: no other one before a new check. */
export function stoppedDocument(contact: Contact): Document {
  return {
    title: 'Not today',
    blocks: [
      {
        kind: 'callout',
        tone: 'emergency',
        title: withContact('If that sign is still there, call {number} ({country}) now.', contact),
        lines: [
          'A sign was reported that needs help at once.',
          emergencyHow(),
          'No session starts before the danger signs were asked again.',
        ],
      },
      { kind: 'next', commands: ['backcare diagnose', 'backcare relief'] },
    ],
  };
}

/** What follows from how it is after a session. */
export function afterDocument(
  { advice, urgency, says }: AfterSession,
  result: PracticeResult,
  contact: Contact,
  isKept: boolean,
): Document {
  const [first = '', ...others] = says;
  const isEmergency = urgency === 'emergency';
  const summary = `${doneInWords(result)}${isKept ? '' : ' It was not kept.'}`;
  return {
    title: 'After the session',
    blocks: [
      ...(isEmergency
        ? ([
            {
              kind: 'callout',
              tone: 'emergency',
              title: withContact(resultScreens.emergency.first.text, contact),
              lines: [...says, emergencyHow()],
            },
          ] as const)
        : ([
            { kind: 'paragraph', text: summary },
            {
              kind: 'callout',
              tone: toneOf(advice, urgency),
              title: first,
              lines: others,
            },
          ] as const)),
      {
        kind: 'next',
        commands:
          urgency === undefined ? ['backcare stretch', 'backcare'] : ['backcare diagnose', 'backcare relief'],
      },
    ],
  };
}

function emergencyHow(): string {
  return resultScreens.emergency.body.find(({ id }) => id === 'emergency-how')?.text ?? '';
}

function toneOf(advice: AfterSession['advice'], urgency: AfterSession['urgency']): Tone {
  if (urgency !== undefined) return 'routine';
  return advice === 'went-well' || advice === 'noted' ? 'calm' : 'note';
}

/** "3 of 5 exercises done, 1 in part, in 6 minutes." */
function doneInWords({ items, activeMilliseconds }: PracticeResult): string {
  const count = (how: string) => items.filter(({ done }) => done === how).length;
  const partly = count('partly');
  const many = items.length === 1 ? 'exercise' : 'exercises';
  const part = partly === 0 ? '' : `, ${partly} in part`;
  return `${count('done')} of ${items.length} ${many} done${part}, in ${lengthInWords(Math.max(5, activeMilliseconds / 1000))}.`;
}

/** Nothing fits: why, and what to change. */
export function noRoutineDocument(
  plan: Extract<RoutinePlan, { kind: 'none' }>,
  tables: ExerciseTables,
  contact: Contact,
): Document {
  return {
    title: 'No routine fits',
    blocks: [
      emergencyLine(contact),
      { kind: 'heading', level: 1, text: 'No routine fits that' },
      { kind: 'paragraph', text: plan.because.join(' ') },
      ...(plan.change.length === 0
        ? []
        : ([
            { kind: 'paragraph', text: 'What would work:' },
            { kind: 'list', items: plan.change },
          ] as const)),
      ...leftOutBlocks(plan.excluded, tables),
      { kind: 'next', commands: ['backcare stretch list', 'backcare stretch around', 'backcare relief'] },
    ],
  };
}

/** "left out   Seated hamstring stretch, Bird dog: you said …": what has one reason stands together. */
export function leftOutBlocks(
  excluded: readonly Exclusion[],
  { exercises }: Pick<ExerciseTables, 'exercises'>,
): readonly Block[] {
  const namesOf = new Map<string, string[]>();
  for (const { exercise, flags, because } of excluded) {
    const name = exercises.find(({ id }) => id === exercise)?.name ?? exercise;
    const reason = [...flags.map((flag) => flag.because), ...(because === undefined ? [] : [because])].join(
      '; ',
    );
    const names = namesOf.get(reason) ?? [];
    if (!names.includes(name)) namesOf.set(reason, [...names, name]);
  }
  if (namesOf.size === 0) return [];
  const rows = [...namesOf].map(
    ([reason, names]): Row => ({ label: 'left out', text: `${names.join(', ')}: ${reason}` }),
  );
  return [{ kind: 'rows', rows }];
}

/** @param cautions given where nobody was asked: then each says who leaves it out */
function itemRow(
  { exercise, variant, how, easierBecause = [] }: PlannedItem,
  cautions: Pick<ExerciseTables, 'flags'> | undefined,
): Row {
  const version = variant === 'standard' ? '' : ` (${variant})`;
  const why = easierBecause.map(({ because }) => because).join('; ');
  const row = { label: exercise.name, text: `${how}${version}${why === '' ? '' : `: ${why}`}` };
  if (cautions === undefined) return row;
  const { out, easier } = cautionsOf(exercise, cautions.flags);
  const details = [
    ...(out.length === 0 ? [] : [`Leave it out if ${ifAnyOf(out)}.`]),
    ...(easier.length === 0 || exercise.easier === undefined
      ? []
      : [`If ${ifAnyOf(easier)}: ${exercise.easier}`]),
  ];
  return { ...row, details };
}

function painLine(): string {
  const pain = exerciseRules.find(({ id }) => id === 'pain');
  return pain === undefined ? '' : `${pain.about}. ${pain.text}`;
}

/** "1 minute 20 seconds", rounded to five seconds; from ten minutes on to whole minutes. */
export function lengthInWords(seconds: number): string {
  const rounded = seconds >= 600 ? Math.round(seconds / 60) * 60 : Math.round(seconds / 5) * 5;
  const minutes = Math.floor(rounded / 60);
  const rest = rounded % 60;
  const parts = [
    ...(minutes === 0 ? [] : [`${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`]),
    ...(rest === 0 ? [] : [`${rest} seconds`]),
  ];
  return parts.join(' ');
}
