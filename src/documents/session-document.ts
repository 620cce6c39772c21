import { exerciseRules } from '../data/exercise-rules.ts';
import type { ExerciseTables } from '../data/exercise-schema.ts';
import { notices } from '../data/safety-net.ts';
import type { PracticeResult } from '../engine/practice/practice-result.ts';
import type { AfterSession } from '../engine/routine/after-session.ts';
import type { Exclusion, PlannedItem, RoutinePlan } from '../engine/routine/plan.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block, Document, Row, Tone } from './document.ts';
import { emergencyLine } from './emergency-line.ts';

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
              text: 'Nobody was asked what to plan around, so this is only walking, breathing and lying comfortably.',
            } as const,
          ]
        : []),
      { kind: 'rows', rows: plan.items.map(itemRow) },
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
          'In your last session a sign came up that needs help at once.',
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
              title: withContact('Call {number} ({country}) now.', contact),
              lines: says,
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

/** "left out   Seated hamstring stretch: you said …", each exercise once. */
export function leftOutBlocks(excluded: readonly Exclusion[], tables: ExerciseTables): readonly Block[] {
  if (excluded.length === 0) return [];
  const rows = excluded.map((exclusion) => leftOutRow(exclusion, tables));
  return [{ kind: 'rows', rows }];
}

function leftOutRow({ exercise, flags, because }: Exclusion, { exercises }: ExerciseTables): Row {
  const name = exercises.find(({ id }) => id === exercise)?.name ?? exercise;
  const reasons = [...flags.map((flag) => flag.because), ...(because === undefined ? [] : [because])];
  return { label: 'left out', text: `${name}: ${reasons.join('; ')}` };
}

function itemRow({ exercise, variant, how, easierBecause = [] }: PlannedItem): Row {
  const version = variant === 'standard' ? '' : ` (${variant})`;
  const why = easierBecause.map(({ because }) => because).join('; ');
  return { label: exercise.name, text: `${how}${version}${why === '' ? '' : `: ${why}`}` };
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
