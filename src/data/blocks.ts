import type { Block } from './schema.ts';

const newOrWorse = 'New or worse since pain began, or lately?';

/**
 * The pages of the interview in their order. Questions name their block; one that names none stands alone.
 * Signs come before facts about the person, so that facts no rule can use are left out.
 */
export const blocks = [
  { id: 'saddle-bladder-legs', title: 'Nerves', stem: newOrWorse },
  { id: 'head-neck-hands', title: 'Nerves', stem: newOrWorse },
  { id: 'chest-and-breathing', title: 'Chest' },
  { id: 'belly-legs-collapse', title: 'Belly' },
  { id: 'accident-and-muscles', title: 'Accident' },
  { id: 'accident-when', title: 'The accident' },
  { id: 'very-ill-or-unsafe', title: 'Very ill' },
  { id: 'ill-or-pee', title: 'Illness' },
  { id: 'how-the-pain-behaves', title: 'The pain' },
  { id: 'body-changes', title: 'Your body' },
  { id: 'site', title: 'Place' },
  { id: 'numbers', title: 'In numbers' },
  { id: 'after-site', title: 'Because of where it hurts', stem: 'Any of this?' },
  { id: 'after-age', title: 'At your age we also ask', stem: 'Any of this?' },
  { id: 'about-you', title: 'About you' },
  { id: 'pregnancy-stage', title: 'Pregnancy' },
  { id: 'pregnancy-signs', title: 'Pregnancy', stem: 'Any of this?' },
  { id: 'side', title: 'Side' },
  { id: 'onset', title: 'Start' },
  { id: 'legs', title: 'Leg' },
  { id: 'behaviour', title: 'Use' },
  { id: 'trend', title: 'Lately' },
] as const satisfies readonly Block[];
