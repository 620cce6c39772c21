import type { Cluster } from '../schema.ts';

/** Findings that tell the same thing twice are capped together (matrix A). */
export const clusters = [
  {
    id: 'C1',
    shares: 'several questions about one moment',
    combine: 'furthest-from-1',
    maximum: 6,
    minimum: 0.17,
  },
  { id: 'C1b', shares: 'how long it has lasted', combine: 'product', maximum: 5, minimum: 0.2 },
  { id: 'C2', shares: 'positions and sitting', combine: 'product', maximum: 5, minimum: 0.2 },
  { id: 'C3', shares: 'stress, tension and sleep', combine: 'product', maximum: 4, minimum: 0.25 },
  { id: 'C3b', shares: 'whether stressful days matter', combine: 'product', maximum: 5, minimum: 0.2 },
  { id: 'C4', shares: 'tightness behind the thighs', combine: 'product', maximum: 6, minimum: 0.15 },
  { id: 'C5', shares: 'signs of a nerve in a leg or arm', combine: 'product', maximum: 12, minimum: 0.2 },
  { id: 'C6', shares: 'knots', combine: 'product', maximum: 5, minimum: 0.2 },
  { id: 'C7', shares: 'words for the pain', combine: 'product', maximum: 2.5, minimum: 0.4 },
  { id: 'C8', shares: 'walking and bending forward', combine: 'product', maximum: 4, minimum: 0.25 },
  { id: 'C9', shares: 'which way hurts', combine: 'product', maximum: 2.5, minimum: 0.4 },
] as const satisfies readonly Cluster[];

/** In matrix B only the larger of the walking findings counts, with its own cap. */
export const subtypeClusters = clusters.map(
  (cluster): Cluster =>
    cluster.id === 'C8' ? { ...cluster, combine: 'largest', maximum: 7.4, minimum: 0.25 } : cluster,
);

/** Cap of any finding that stands alone. */
export const singleFindingCap = { maximum: 9, minimum: 0.1 } as const;
