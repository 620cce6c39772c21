import { toTenth } from '../engine/log/middle.ts';
import { besideAdvice } from './beside-advice.ts';
import { concernCallouts } from './concern-words.ts';
import type { Block, Document } from './document.ts';
import type { LogView } from './log-view.ts';

/** What was kept, how it compares, what the watch noticed and what is next. */
export function logDocument(view: LogView): Document {
  const { concerns, help = [], advice, isQuiet, isKept, contact, open, beside } = view;
  const noticed = [
    ...concernCallouts(concerns, contact, beside),
    ...(open === undefined ? [] : [openCallout(open, view)]),
  ];
  const emergency: Block[] =
    noticed.length + help.length === 0 ? [] : [{ kind: 'paragraph', text: contact.line, quiet: true }];
  return {
    title: 'Kept',
    blocks: [...emergency, ...help, ...advice, ...noticed, ...(isQuiet || !isKept ? [] : keptBlocks(view))],
  };
}

/** The danger signs were asked and are open: that is not none. */
function openCallout(
  open: 'some' | 'not-answered',
  { contact, beside }: Pick<LogView, 'contact' | 'beside'>,
): Block {
  const title =
    open === 'some'
      ? 'Something new worries you, and no line here named it.'
      : 'The danger signs were left open. That is not the same as none.';
  if (beside === 'advice') return { kind: 'callout', tone: 'note', title, lines: [besideAdvice] };
  return {
    kind: 'callout',
    tone: 'routine',
    title,
    lines: [
      `Go through all of them now: backcare diagnose (about 3 minutes). If you are unsure, talk to a clinician. Advice by phone: ${contact.advice}.`,
    ],
  };
}

const notesAreNotRead =
  'Notes are not read for danger signs: name a new one with --signs, or run backcare diagnose.';

function keptBlocks(view: LogView): readonly Block[] {
  const { entry, signs, concerns, help = [], advice, open } = view;
  const leadsToSigns = concerns.length > 0 || open !== undefined;
  const checks = leadsToSigns || advice.length > 0;
  // Words are kept as they are: no danger sign is looked for in them.
  const isUnread = entry.note !== undefined && signs === undefined && !leadsToSigns && help.length === 0;
  return [
    {
      kind: 'paragraph',
      text: [`${keptLine(view)}.`, comparison(view) ?? '', isUnread ? notesAreNotRead : '']
        .filter((text) => text !== '')
        .join(' '),
    },
    {
      kind: 'next',
      commands: [...(checks ? ['backcare diagnose'] : ['backcare progress']), 'backcare undo'],
    },
  ];
}

/** "Kept: usual pain 4, worst 7, sleep fair" */
function keptLine({ entry, when, signs }: LogView): string {
  const { usual, worst, interference, where, sleep, stress, activities = {}, note } = entry;
  const parts = [
    usual === undefined ? '' : `usual pain ${usual}`,
    worst === undefined ? '' : usual === undefined ? `worst pain ${worst}` : `worst ${worst}`,
    interference === undefined ? '' : `stops you ${interference}`,
    where === undefined ? '' : `in ${placesInWords(where)}`,
    sleep === undefined ? '' : `sleep ${sleep}`,
    stress === undefined ? '' : `stress ${stress}`,
    ...Object.entries(activities).map(([name, rating]) => `${name} ${rating}`),
    note === undefined ? '' : 'your note',
  ].filter((part) => part !== '');
  const said = signs === 'none' ? 'no new danger sign' : 'that there is something new';
  const what = parts.length === 0 ? said : parts.join(', ');
  return `Kept${when === undefined ? '' : ` for ${when}`}: ${what}`;
}

/** "low back and buttock": the ids of the places are words. */
function placesInWords(where: readonly string[]): string {
  return where.map((id) => id.replaceAll('-', ' ')).join(' and ');
}

/** "1 less than yesterday." Ups and downs are named for what they are. */
function comparison({ entry, last, concerns, advice }: LogView): string | undefined {
  if (last?.entry.usual === undefined || entry.usual === undefined) return undefined;
  const difference = toTenth(entry.usual - last.entry.usual);
  const size = Math.abs(difference);
  if (size === 0) return `The same as ${last.when}.`;
  const words = `${size} ${difference < 0 ? 'less' : 'more'} than ${last.when}.`;
  // Beside what asks for a visit nothing is made little of.
  const isCalm = concerns.length === 0 && advice.length === 0;
  return size < 2 && isCalm ? `${words} A single point either way says little.` : words;
}

/** Found now, and less than what stands: that stays the whole of what to do. */
export function besideAdviceDocument(advice: readonly Block[], found: readonly string[]): Document {
  const title = `New here: ${found.join('; ')}.`;
  return {
    title: 'What stands',
    blocks: [...advice, { kind: 'callout', tone: 'note', title, lines: [besideAdvice] }],
  };
}

/** The activities of the person's own. */
export function activitiesDocument(activities: readonly string[]): Document {
  if (activities.length === 0) {
    return {
      title: 'Your activities',
      blocks: [
        {
          kind: 'paragraph',
          text: 'You follow no activity of your own yet. Name up to three that you want back.',
        },
        { kind: 'next', commands: ['backcare log activity add "gardening"'] },
      ],
    };
  }
  const [first = ''] = activities;
  return {
    title: 'Your activities',
    blocks: [
      { kind: 'paragraph', text: 'Rate them from 0, cannot, to 10, as before.' },
      { kind: 'list', items: activities },
      { kind: 'next', commands: [`backcare log --activity "${first}=5"`, 'backcare progress'] },
    ],
  };
}
