import type { Statement } from '../recovery-schema.ts';
import type { Sourced } from '../sources.ts';

/** What is known of reminders, and what is not. */
export const aboutReminders: readonly Sourced<Statement>[] = [
  {
    text: 'In two small trials people with prompts at the desk had less pain. More than that is not known.',
    sources: ['irmak-2012', 'office-app-2019'],
  },
  {
    text: 'How far apart breaks should be is not known. 30 to 60 minutes is what we suggest.',
    sources: ['breaks-2018', 'luger-2019', 'hse-dse'],
    judged: true,
  },
  {
    text: 'One stretch a day is enough for length. Five is what the article asks for, and they break up sitting.',
    sources: ['seed-article', 'bandy-1997', 'breaks-2018'],
  },
  {
    text: 'What a nudge adds grows less once it stops. A habit of your own lasts, and takes about ten weeks.',
    sources: ['mazeas-2022', 'lally-2010', 'digital-adherence-2022'],
  },
  {
    text: 'A plan with a when and a where helps more than a clock.',
    sources: ['gollwitzer-2006'],
    judged: true,
  },
];
