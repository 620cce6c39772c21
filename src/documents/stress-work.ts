import type { StressTables } from '../data/stress-schema.ts';
import type { Contact } from './contact.ts';
import type { Block, Document } from './document.ts';
import { emergencyLine } from './emergency-line.ts';
import { sourceList } from './source-blocks.ts';
import { talkRow } from './stress-document.ts';
import type { StressView } from './stress-view.ts';
import { stressCommands } from './stress-words.ts';

export interface WorkView extends Pick<StressView, 'before' | 'detail' | 'sources'> {
  readonly contact: Contact;
  readonly tables: Pick<StressTables, 'workDay' | 'actions'>;
  /** A plan was made. */
  readonly hasPlan: boolean;
}

/** A simpler working day, step by step. */
export function workDocument({ contact, tables, before, detail, sources, hasPlan }: WorkView): Document {
  const isFull = detail === 'full';
  const cited = tables.workDay.flatMap((step) => step.sources);
  return {
    title: 'A simpler day at work',
    blocks: [
      emergencyLine(contact),
      ...before,
      { kind: 'heading', level: 1, text: 'A simpler day at work' },
      { kind: 'paragraph', text: 'Take one of them, not all. The one that looks easiest is the right one.' },
      {
        kind: 'rows',
        rows: tables.workDay.map(({ when, do: todo, because, actions }) => ({
          label: when,
          text: isFull ? todo.join(' ') : (todo[0] ?? ''),
          ...(isFull ? { details: [because, ...namesOf(tables, actions)] } : {}),
        })),
      },
      { kind: 'rows', rows: [talkRow(contact)] },
      ...(isFull ? sourceList(cited, sources) : []),
      ...nextBlocks(hasPlan, isFull),
    ],
  };
}

function namesOf({ actions }: Pick<StressTables, 'actions'>, ids: readonly string[]): readonly string[] {
  const names = actions.filter(({ id }) => ids.includes(id)).map(({ id, name }) => `${name} (${id})`);
  return names.length === 0 ? [] : [`For your plan: ${names.join('; ')}.`];
}

function nextBlocks(hasPlan: boolean, isFull: boolean): readonly Block[] {
  const commands = [
    hasPlan ? stressCommands.review : stressCommands.plan,
    ...(isFull ? [] : [`${stressCommands.atWork} --explain`]),
  ];
  return [{ kind: 'next', commands }];
}
