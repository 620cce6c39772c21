import type { PlanningFlag } from '../data/exercise-schema.ts';
import { notices } from '../data/safety-net.ts';
import type { Citation } from '../data/schema.ts';
import type { SessionMoment } from '../data/session-schema.ts';
import { sessionCare } from '../data/stress/session-choices.ts';
import {
  type BreatheView,
  clockInWords,
  courseOf,
  lengthOf,
  namesOf,
  type OfferedSession,
} from './breathe-view.ts';
import type { Block, Document, Row } from './document.ts';
import { emergencyBlocks, emergencyLine } from './emergency-line.ts';
import { asSentence, becauseOf, gradeMeanings, ifAnyOf } from './exercise-lines.ts';
import { sourceList } from './source-blocks.ts';

const title = 'Breathing and letting go';

/** All sessions, when to choose which, and what the person's own answers leave out. */
export function breatheListDocument(
  view: BreatheView,
  sessions: readonly OfferedSession[],
  moments: readonly (readonly [moment: SessionMoment, sessions: readonly OfferedSession[]])[],
): Document {
  return {
    title,
    blocks: [
      ...emergencyBlocks(view.contact),
      ...view.advice,
      { kind: 'heading', level: 1, text: title },
      { kind: 'heading', level: 2, text: 'Which when' },
      {
        kind: 'rows',
        rows: moments
          .filter(([, of]) => of.every(isOpen))
          .map(([moment, of]) => ({
            label: moment.when,
            note: lengthOf(of.map(({ ready }) => ready)),
            text: `${namesOf(of.map(({ ready }) => ready))} (${moment.id})`,
          })),
      },
      { kind: 'heading', level: 2, text: 'All of them' },
      {
        kind: 'rows',
        rows: sessions.map(({ session, ready, fit }) => ({
          label: ready.words.name,
          note: lengthOf([ready]),
          text: session.id,
          details: [asSentence(session.when), ...fitLines(fit, view.tables.flags)],
        })),
      },
      ...careBlocks(),
      {
        kind: 'next',
        commands: [
          'backcare stress-plan breathe',
          'backcare stress-plan breathe slow-breathing-6 --minutes 1',
          'backcare stress-plan breathe bedtime --speak',
        ],
      },
    ],
  };
}

/** Nothing that is known speaks against it. */
export function isOpen({ fit }: OfferedSession): boolean {
  return fit.kind !== 'out';
}

/** What the answers of this person make of a session, a sentence each; none when nothing changes. */
function fitLines(fit: OfferedSession['fit'], flags: readonly PlanningFlag[]): readonly string[] {
  switch (fit.kind) {
    case 'out':
      return [`For you: left out. ${becauseOf(fit.because)}`];
    case 'ask':
      return ['For you: after a question or two.'];
    case 'fits':
      if (fit.isEasier) return [`For you: in a chair. ${becauseOf(fit.because)}`];
      return fit.unless.length === 0 ? [] : [`In a chair if ${ifAny(fit.unless, flags)}.`];
  }
}

function ifAny(ids: readonly string[], flags: readonly PlanningFlag[]): string {
  return ifAnyOf(flags.filter(({ id }) => ids.includes(id)));
}

function careBlocks(without: readonly string[] = []): readonly Block[] {
  const items = sessionCare.flatMap(({ id, text }) => (without.includes(id) ? [] : [text]));
  return [{ kind: 'list', items }];
}

/**
 * What stands on the screen before a session starts.
 *
 * @param isLow a window with few rows: what to expect of it is left out, what to take care of stays
 */
export function beforeBreathingDocument(
  view: BreatheView,
  sessions: readonly OfferedSession[],
  isLow: boolean,
): Document {
  const ready = sessions.map((one) => one.ready);
  const name = namesOf(ready);
  const unlike = sessions.flatMap(({ fit }) => fitLines(fit, view.tables.flags));
  return {
    title: name,
    blocks: [
      emergencyLine(view.contact),
      ...view.advice,
      { kind: 'heading', level: 1, text: `${name}, ${lengthOf(ready)}` },
      { kind: 'paragraph', text: ready.map(({ words }) => words.say).join(' ') },
      ...careBlocks(isLow ? ['what-to-expect'] : []),
      ...[...new Set(unlike)].map((text): Block => ({ kind: 'paragraph', text })),
      ...(isLow ? [] : [{ kind: 'paragraph', text: evidenceOf(ready[0]), quiet: true } as const]),
    ],
  };
}

function evidenceOf(ready: OfferedSession['ready'] | undefined): string {
  return ready === undefined ? '' : `How sure: ${ready.words.evidence}`;
}

/**
 * The sessions as text, for a pipe, paper and a file: how, when what comes, when to stop, and how sure it is.
 *
 * @param signs the seven danger signs with the emergency line, where nothing was checked
 */
export function breatheSheet(
  view: BreatheView,
  sessions: readonly OfferedSession[],
  sources: readonly Citation[],
  signs?: readonly Block[],
): Document {
  const ready = sessions.map((one) => one.ready);
  return {
    title: namesOf(ready),
    blocks: [
      ...(signs ?? emergencyBlocks(view.contact)),
      ...view.advice,
      { kind: 'heading', level: 1, text: `${namesOf(ready)}, ${lengthOf(ready)}` },
      ...careBlocks(),
      ...sessions.flatMap((one) => sessionBlocks(one, view, sessions.length > 1)),
      { kind: 'paragraph', text: notices.stop.text },
      ...sourceList([...new Set(sessions.flatMap(({ session }) => session.sources))], sources),
      { kind: 'paragraph', text: notices.limits.text, quiet: true },
      { kind: 'next', commands: ['backcare stress-plan breathe list', 'backcare relief'] },
    ],
  };
}

function sessionBlocks(
  { session, ready, fit }: OfferedSession,
  { tables: { flags, exercises } }: BreatheView,
  isOneOfMany: boolean,
): readonly Block[] {
  const { words, timing } = ready;
  const exercise = exercises.find(({ id }) => id === session.exercise);
  const out = fit.kind === 'ask' ? fit.flags : [];
  const easier =
    timing.kind === 'rounds' && timing.easier !== undefined ? timing.easier.way : exercise?.easier;
  const rows: readonly Row[] = [
    { label: 'Easier', text: session.words !== undefined && timing.kind === 'script' ? '' : (easier ?? '') },
    { label: 'Leave out if', text: out.length === 0 ? '' : `${ifAny(out, flags)}.` },
    { label: 'Watch out', text: words.stop },
    { label: 'How sure', text: words.evidence, details: [gradeMeanings[words.grade]] },
  ];
  return [
    ...(isOneOfMany
      ? [{ kind: 'heading', level: 2, text: `${words.name}, ${lengthOf([ready])}` } as const]
      : []),
    ...(fit.kind === 'ask' ? [] : fitLines(fit, flags)).map((text): Block => ({ kind: 'paragraph', text })),
    { kind: 'steps', items: words.steps },
    {
      kind: 'rows',
      rows: [
        ...courseOf(timing).map(({ at, text }) => ({ label: clockInWords(at), text })),
        { label: clockInWords(ready.seconds), text: 'It is over.' },
      ],
    },
    { kind: 'rows', rows: rows.filter(({ text }) => text !== '') },
  ];
}
