import {
  type ReliefStepId,
  reliefAvoid,
  reliefCall,
  reliefComfort,
  reliefSigns,
  reliefStem,
  reliefSteps,
  reliefUrgentAction,
} from '../data/relief.ts';
import type { ReliefSign } from '../data/relief-schema.ts';
import { type EmergencyCase, notices, resultScreens } from '../data/safety-net.ts';
import { inSentence } from './answer-words.ts';
import { besideAdvice } from './beside-advice.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block, Document } from './document.ts';
import { emergencyBlocks, emergencyLine } from './emergency-line.ts';

const title = 'Help for a back that grabs';

/** The last line of help. */
export const whenYouCan = 'When you can: backcare diagnose (about 3 minutes)';

/**
 * What stands over the seven lines.
 *
 * @param before what must be said first, such as the advice of an earlier result
 * @param isTight leaves out what a page of longer lines has no room for
 */
export function signsDocument(
  contact: Contact,
  before: readonly Block[] = [],
  isTight = false,
  heading = title,
): Document {
  return {
    title: heading,
    blocks: [
      ...(isTight ? [emergencyLine(contact)] : emergencyBlocks(contact)),
      ...before,
      ...(isTight ? [] : [{ kind: 'heading', level: 1, text: heading } as const]),
      { kind: 'paragraph', text: reliefStem },
    ],
  };
}

/**
 * What a ticked line means and what to do: the emergency first.
 *
 * @param isBesideEmergency an emergency stands above it: nothing weaker is said of what to do
 */
export function signDocument(sign: ReliefSign, contact: Contact, isBesideEmergency = false): Document {
  return {
    title: sign.label,
    blocks: [
      emergencyCallout(sign, contact),
      ...(isBesideEmergency ? [besideCallout(sign)] : urgentCallout(sign, contact)),
      ...(contact.explanation === '' ? [] : [{ kind: 'paragraph', text: contact.explanation } as const]),
    ],
  };
}

function emergencyCallout(sign: ReliefSign, contact: Contact): Block {
  const { first } = resultScreens.emergency;
  const how = emergencyText('emergency-how');
  const head = [`You ticked: ${inSentence(sign.label)}. ${sign.means}`];
  if (sign.emergencyIf !== undefined) {
    return {
      kind: 'callout',
      tone: 'emergency',
      title: withContact('Call {number} ({country}) now if any of this fits too:', contact),
      lines: [sign.emergencyIf, ...head, how],
    };
  }
  const special = sign.case === undefined ? [] : [caseText(sign.case)];
  const also = sign.also === undefined ? [] : [sign.also];
  return {
    kind: 'callout',
    tone: 'emergency',
    title: withContact(first.text, contact),
    lines: [...head, ...special, ...also, how].map((line) => withContact(line, contact)),
  };
}

function urgentCallout(sign: ReliefSign, contact: Contact): readonly Block[] {
  if (sign.urgentIf === undefined) return [];
  return [
    {
      kind: 'callout',
      tone: 'urgent',
      title: `${sign.urgentIf} ${resultScreens.urgent.first.text}`,
      lines: [`${reliefUrgentAction.text} Advice by phone: ${contact.advice}.`],
    },
  ];
}

function besideCallout({ label }: ReliefSign): Block {
  return { kind: 'callout', tone: 'note', title: `New here: ${inSentence(label)}.`, lines: [besideAdvice] };
}

function emergencyText(id: string): string {
  return resultScreens.emergency.body.find((part) => part.id === id)?.text ?? '';
}

function caseText(which: EmergencyCase): string {
  return resultScreens.emergency.body.find((part) => part.only === which)?.text ?? '';
}

/** Columns below which the long forms would push the emergency line and the first steps off 24 rows. */
const narrow = 70;

/** Help at once, on one screen of 24 rows. It follows the seven lines, where the emergency line stood in full. */
export function helpDocument(
  contact: Contact,
  before: readonly Block[] = [],
  columns = Number.POSITIVE_INFINITY,
): Document {
  const blocks = columns < narrow ? narrowHelp(contact) : helpBlocks(contact);
  return { title, blocks: [emergencyLine(contact), ...before, ...blocks] };
}

/** The same steps, cautions and stop rules in fewer words. */
function narrowHelp(contact: Contact): readonly Block[] {
  return [
    { kind: 'steps', items: reliefSteps.map(({ short }) => short) },
    {
      kind: 'list',
      items: [
        reliefAvoid.short ?? reliefAvoid.text,
        notices.stop.short,
        withContact(reliefCall.text, contact),
      ],
    },
    { kind: 'paragraph', text: whenYouCan },
  ];
}

function helpBlocks(contact: Contact): readonly Block[] {
  return [
    { kind: 'steps', items: reliefSteps.map(stepText) },
    {
      kind: 'list',
      items: [reliefAvoid.text, notices.stop.text, withContact(reliefCall.text, contact)],
    },
    { kind: 'paragraph', text: `${reliefComfort.text} ${whenYouCan}` },
  ];
}

/** Warmth never goes without its care. */
function stepText({ id, text }: { readonly id: ReliefStepId; readonly text: string }): string {
  return id === 'warmth' ? `${text} ${notices['heat-and-cold'].text}` : text;
}

/** Everything on one sheet, for a pipe and a file: the seven lines with what to do, then the help. */
export function reliefSheet(contact: Contact, before: readonly Block[] = []): Document {
  return {
    title,
    blocks: [
      ...emergencyBlocks(contact),
      ...before,
      { kind: 'heading', level: 1, text: title },
      ...signRows(contact),
      { kind: 'heading', level: 2, text: 'If none of them fits, do this now' },
      ...helpBlocks(contact),
      { kind: 'paragraph', text: notices.limits.text, quiet: true },
    ],
  };
}

/** The seven lines alone with what to do: all that can be said when the record cannot be read. */
export function signsSheet(contact: Contact): Document {
  return { title: 'First the danger signs', blocks: [...emergencyBlocks(contact), ...signRows(contact)] };
}

/** The same line by line, for a format without headings and rows. */
export function signsLines(contact: Contact): readonly string[] {
  return signRows(contact).flatMap((block) => {
    if (block.kind === 'rows') return block.rows.map(({ label, text }) => `${label}: ${text}`);
    return block.kind === 'heading' || block.kind === 'paragraph' ? [block.text] : [];
  });
}

function signRows(contact: Contact): readonly Block[] {
  return [
    {
      kind: 'heading',
      level: 2,
      text: withContact('If any of these fits, call {number} ({country}) now', contact),
    },
    { kind: 'paragraph', text: `${reliefStem} ${emergencyText('emergency-how')}` },
    {
      kind: 'rows',
      rows: reliefSigns.map((sign) => ({ label: sign.label, text: signText(sign, contact) })),
    },
  ];
}

/** What one of the seven lines means and asks for, in one paragraph. */
export function signText(sign: ReliefSign, contact: Contact): string {
  const parts = [
    sign.ask,
    sign.means,
    ...(sign.emergencyIf === undefined ? [] : [`Call {number} if this fits too: ${sign.emergencyIf}`]),
    ...(sign.case === undefined ? [] : [caseText(sign.case)]),
    ...(sign.also === undefined ? [] : [sign.also]),
    ...(sign.urgentIf === undefined ? [] : [`${sign.urgentIf} ${resultScreens.urgent.first.text}`]),
  ];
  return withContact(parts.join(' '), contact);
}

/** The seven lines must be answered first, and nobody can be asked. */
export function cannotAskDocument(contact: Contact): Document {
  return {
    title: 'First the danger signs',
    blocks: [
      emergencyLine(contact),
      { kind: 'heading', level: 1, text: 'First the danger signs' },
      { kind: 'paragraph', text: reliefStem },
      { kind: 'list', items: reliefSigns.map(({ ask }) => ask) },
      {
        kind: 'paragraph',
        text: 'If one of them fits, get help first: "backcare relief" says what to do. If none does, say so with --signs none.',
      },
      { kind: 'next', commands: ['backcare relief', 'backcare diagnose', 'backcare stretch --signs none'] },
    ],
  };
}
