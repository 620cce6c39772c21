import type { HeatOrCold, Remedy } from '../data/remedy-schema.ts';
import { notices } from '../data/safety-net.ts';
import type { Citation } from '../data/schema.ts';
import type { RemedyOffer, RemedyStanding } from '../engine/recovery/remedies-for.ts';
import type { TriedRemedy } from '../engine/recovery/tried-remedies.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block, Document, Row } from './document.ts';
import { emergencyLine } from './emergency-line.ts';
import { sourceList } from './source-blocks.ts';
import { helpInWords, triedInWords } from './tried-words.ts';

export interface RemediesView {
  readonly contact: Contact;
  readonly offer: RemedyOffer;
  /** How to try one thing at a time. */
  readonly tryOut: { readonly text: string };
  /** What the person tried so far, the newest first. */
  readonly tried: readonly TriedRemedy[];
  /** What must be said first. */
  readonly before: readonly Block[];
  readonly detail: 'short' | 'full';
}

export interface RemedyView {
  readonly contact: Contact;
  readonly remedy: Remedy;
  /** How it stands for this person; left out while nothing is known of them. */
  readonly standing?: RemedyStanding | undefined;
  /** For warmth and cold: which of them now. */
  readonly heatOrCold: readonly HeatOrCold[];
  readonly tryOut: { readonly text: string };
  /** What the person tried so far. */
  readonly tried: readonly TriedRemedy[];
  readonly before: readonly Block[];
  readonly sources: readonly Citation[];
}

const gradeWords: { readonly [grade in NonNullable<Remedy['grade']>]: string } = {
  good: 'good evidence',
  some: 'some evidence',
  thin: 'thin evidence',
  against: 'guidelines advise against it',
};

const thermalCare = 'A cloth between; never on numb skin or asleep.';

/** So many are enough to choose from; the rest comes with `--explain`. */
const mostShort = 6;
const mostAsk = 5;
const mostTried = 3;

/** What may help now, in the order of offer, and what to ask a professional about. */
export function remediesDocument({ contact, offer, tryOut, tried, before, detail }: RemediesView): Document {
  const isShort = detail === 'short';
  const mostNow = tried.length === 0 ? mostShort : mostShort - 1;
  const now = offer.now.slice(0, isShort ? mostNow : offer.now.length);
  // A medicine is never named without its notice, for which a short page has no room.
  const ask = isShort
    ? offer.ask.filter(({ notice }) => notice !== 'medicines').slice(0, mostAsk)
    : offer.ask;
  const shown = [...now.map(({ remedy }) => remedy), ...ask];
  return {
    title: 'What may help',
    blocks: [
      emergencyLine(contact),
      ...before,
      { kind: 'heading', level: 1, text: 'What may help now, the first ones first' },
      { kind: 'rows', rows: now.map(({ remedy }) => rowOf(remedy, detail)) },
      ...(isShort ? [] : triedBlocks(tried)),
      ...askBlocks(ask, detail),
      ...(isShort ? [] : restBlocks(offer)),
      {
        kind: 'paragraph',
        text: isShort ? tryOutShort(tried) : tryOut.text,
      },
      ...(isShort ? [] : [{ kind: 'list', items: noticesOf(shown, contact) } as const]),
      {
        kind: 'next',
        commands: [`backcare recovery remedies ${now[0]?.remedy.id ?? 'heat'}`, 'backcare recovery visit'],
      },
    ],
  };
}

/** One remedy: what it is, how, how sure that is, and with what it does not go. */
export function remedyDocument(view: RemedyView): Document {
  const { contact, remedy, standing, heatOrCold, tryOut, before, sources } = view;
  const tried = view.tried.find((each) => each.remedy === remedy.id);
  const { grade, gradeNote } = remedy;
  const isThermal = remedy.notice === 'heat-and-cold';
  return {
    title: remedy.name,
    blocks: [
      emergencyLine(contact),
      ...before,
      { kind: 'heading', level: 1, text: remedy.name },
      { kind: 'paragraph', text: remedy.say },
      ...standingBlocks(standing),
      {
        kind: 'rows',
        rows: [
          { label: 'when', text: remedy.timing },
          ...(grade === undefined
            ? []
            : [{ label: 'how sure', text: [gradeWords[grade], gradeNote].filter(isText).join('. ') }]),
          ...bodyRows(remedy),
          ...(tried === undefined ? [] : [{ label: 'you', text: triedInWords(tried) }]),
        ],
      },
      ...(isThermal
        ? [
            { kind: 'heading', level: 2, text: 'Warmth or cold?' } as const,
            {
              kind: 'rows',
              rows: heatOrCold.map(({ situation, how }) => ({ label: situation, text: how })),
            } as const,
          ]
        : []),
      ...(remedy.kind === 'self' && standing?.kind === 'now'
        ? [{ kind: 'paragraph', text: tryOut.text } as const]
        : []),
      ...noticeBlocks(remedy, contact),
      {
        kind: 'paragraph',
        text: `Rests on: ${[...remedy.sources, ...(remedy.judged === true ? ['judged by us'] : [])].join(', ')}.`,
        quiet: true,
      },
      ...sourceList(remedy.sources, sources),
      {
        kind: 'next',
        commands: [
          'backcare recovery remedies',
          // Never an invitation to what is not advised.
          ...(tried === undefined && standing?.kind === 'now'
            ? [`backcare recovery remedies ${remedy.id} --tried`]
            : []),
        ],
      },
    ],
  };
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}

function bodyRows(remedy: Remedy): readonly Row[] {
  if (remedy.kind === 'self')
    return [
      { label: 'how', text: remedy.howMuch },
      ...remedy.care.map((text, place) => ({ label: place === 0 ? 'mind' : '', text })),
    ];
  return [
    { label: 'what', text: remedy.what },
    { label: 'known', text: remedy.evidence },
    ...(remedy.risks.length === 0 ? [] : [{ label: 'risks', text: `${remedy.risks.join('; ')}.` }]),
    ...(remedy.questions ?? []).map((text, place) => ({ label: place === 0 ? 'ask' : '', text })),
  ];
}

function standingBlocks(standing: RemedyStanding | undefined): readonly Block[] {
  if (standing === undefined || !('because' in standing)) return [];
  const titles = {
    later: 'Not now',
    'left-out': 'Not for you at the moment',
    'not-for-this': 'Not part of your plan',
    'only-if-asked': 'Not advised as a routine',
  } as const;
  return [
    {
      kind: 'callout',
      tone: 'note',
      title: titles[standing.kind],
      lines: [`${standing.because.charAt(0).toUpperCase()}${standing.because.slice(1)}.`],
    },
  ];
}

function restBlocks({ later, leftOut }: RemedyOffer): readonly Block[] {
  const rowsOf = (entries: RemedyOffer['later']): readonly Row[] =>
    entries.map(({ remedy, because }) => ({ label: remedy.id, text: `${remedy.name}: ${because}` }));
  return [
    ...(later.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: 'Not on this day' } as const,
          { kind: 'rows', rows: rowsOf(later) } as const,
        ]),
    ...(leftOut.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: 'Left out for you' } as const,
          { kind: 'rows', rows: rowsOf(leftOut) } as const,
        ]),
  ];
}

/** On a short page the id says what it is, and the care stands beside it. */
function rowOf({ id, name, say, grade, notice }: Remedy, detail: 'short' | 'full'): Row {
  if (detail === 'short' && notice === 'heat-and-cold') return { label: id, text: `${say} ${thermalCare}` };
  const graded = `${say}${grade === undefined ? '' : ` (${gradeWords[grade]})`}`;
  return { label: id, text: detail === 'short' ? graded : `${name}. ${graded}` };
}

/** On a short page the newest by name, with a word each. */
function tryOutShort(tried: readonly TriedRemedy[]): string {
  const rule = 'One new thing at a time, and keep only what helps.';
  if (tried.length === 0) return rule;
  const named = tried.slice(0, mostTried).map((each) => `${each.remedy} (${helpInWords(each)})`);
  return `${rule} Tried so far: ${named.join(', ')}.`;
}

function triedBlocks(tried: readonly TriedRemedy[]): readonly Block[] {
  if (tried.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Tried so far' },
    { kind: 'rows', rows: tried.map((each) => ({ label: each.remedy, text: triedInWords(each) })) },
  ];
}

function askBlocks(ask: readonly Remedy[], detail: 'short' | 'full'): readonly Block[] {
  if (ask.length === 0) return [];
  if (detail === 'short')
    return [
      { kind: 'paragraph', text: `To ask a professional about: ${ask.map(({ id }) => id).join(', ')}.` },
    ];
  return [
    { kind: 'heading', level: 2, text: 'To ask a professional about' },
    { kind: 'rows', rows: ask.map((remedy) => rowOf(remedy, detail)) },
  ];
}

function noticeBlocks(remedy: Remedy, contact: Contact): readonly Block[] {
  const items = noticesOf([remedy], contact);
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** Every notice that goes with one of them, once. */
function noticesOf(remedies: readonly Remedy[], contact: Contact): readonly string[] {
  const ids = [...new Set(remedies.flatMap(({ notice }) => notice ?? []))];
  return ids.map((id) => withContact(notices[id].text, contact));
}
