import { notices } from '../data/safety-net.ts';
import type { Contact } from './contact.ts';
import type { Block, Document } from './document.ts';
import { emergencyBlocks } from './emergency-line.ts';

/** The three ways in, in the order of need. */
export const waysIn = [
  { id: 'relief', label: 'My back has grabbed: help now', command: 'backcare relief' },
  { id: 'diagnose', label: 'Find out what fits (about 3 minutes)', command: 'backcare diagnose' },
  { id: 'stretch', label: 'Show me a stretch', command: 'backcare stretch' },
] as const;

/** What a person sees the first time: the emergency line, what this is, what it is not. */
export function welcomeDocument(contact: Contact): Document {
  return { title: 'backcare', blocks: [...emergencyBlocks(contact), ...introduction()] };
}

/** The same where nobody can choose: with the command of each way in. */
export function welcomeSheet(contact: Contact): Document {
  return {
    title: 'backcare',
    blocks: [
      ...emergencyBlocks(contact),
      ...introduction(),
      {
        kind: 'rows',
        rows: waysIn.map(({ label, command }) => ({ label: command, text: label })),
      },
    ],
  };
}

function introduction(): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: 'backcare' },
    { kind: 'paragraph', text: notices.limits.text },
    { kind: 'paragraph', text: notices.privacy.text },
  ];
}
