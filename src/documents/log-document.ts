import { toTenth } from '../engine/log/middle.ts';
import type { SavedEntry } from '../engine/log/saved-entry.ts';
import { concernWords } from './concern-words.ts';
import type { Block, Document } from './document.ts';
import type { LogView } from './log-view.ts';

/** What was kept, how it compares, what the watch noticed and what is next. */
export function logDocument(view: LogView): Document {
  const { concerns, advice, isQuiet, contact } = view;
  const emergency: Block[] =
    advice.length > 0 || concerns.length === 0
      ? []
      : [{ kind: 'paragraph', text: contact.line, quiet: true }];
  return {
    title: 'Kept',
    blocks: [
      ...emergency,
      ...advice,
      ...concerns.map((concern) => ({ kind: 'callout', ...concernWords(concern, contact) }) as const),
      ...(isQuiet ? [] : keptBlocks(view)),
    ],
  };
}

function keptBlocks(view: LogView): readonly Block[] {
  const checks = view.concerns.length > 0 || view.advice.length > 0;
  return [
    {
      kind: 'paragraph',
      text: [`${keptLine(view.entry, view.when)}.`, comparison(view) ?? ''].join(' ').trim(),
    },
    {
      kind: 'next',
      commands: [...(checks ? ['backcare diagnose'] : ['backcare progress']), 'backcare undo'],
    },
  ];
}

/** "Kept: usual pain 4, worst 7, sleep fair" */
function keptLine(entry: SavedEntry, when: string | undefined): string {
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
  const what = parts.length === 0 ? 'no new danger sign' : parts.join(', ');
  return `Kept${when === undefined ? '' : ` for ${when}`}: ${what}`;
}

/** "low back and buttock": the ids of the places are words. */
function placesInWords(where: readonly string[]): string {
  return where.map((id) => id.replaceAll('-', ' ')).join(' and ');
}

/** "1 less than yesterday." Ups and downs are named for what they are. */
function comparison({ entry, last }: LogView): string | undefined {
  if (last?.entry.usual === undefined || entry.usual === undefined) return undefined;
  const difference = toTenth(entry.usual - last.entry.usual);
  const size = Math.abs(difference);
  if (size === 0) return `The same as ${last.when}.`;
  const words = `${size} ${difference < 0 ? 'less' : 'more'} than ${last.when}.`;
  return size < 2 ? `${words} A single point either way says little.` : words;
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
