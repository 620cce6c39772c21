import type { Criterion, Phase, PhaseItem, Track } from '../recovery-schema.ts';
import type { Sourced } from '../sources.ts';
import type { ItemId } from './items.ts';
import type { TaskId } from './tasks.ts';

type KnownItem = Omit<PhaseItem, 'item'> & { readonly item: ItemId };
type KnownCriterion =
  | Extract<Criterion, { kind: 'pain' | 'days-in-phase' }>
  | { readonly kind: 'task'; readonly task: TaskId }
  | (Omit<Extract<Criterion, { kind: 'done' }>, 'item'> & { readonly item: ItemId });

/** A phase whose items and tasks exist: a name that hangs in the air does not compile. */
export type PhaseContent = Omit<Sourced<Phase>, 'checklist' | 'onward'> & {
  readonly checklist: readonly KnownItem[];
  readonly onward: readonly KnownCriterion[];
};

/** A track made of such phases. */
export type TrackContent = Omit<Sourced<Track>, 'phases' | 'addition' | 'bars'> & {
  readonly phases: readonly PhaseContent[];
  readonly addition: KnownItem;
  readonly bars: readonly ItemId[];
};
