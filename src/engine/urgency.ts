import type { Urgency } from '../data/schema.ts';

const ranks: { readonly [level in Urgency]: number } = {
  'self-care': 0,
  routine: 1,
  urgent: 2,
  emergency: 3,
};

/** 0 for self-care up to 3 for emergency. */
export function urgencyRank(urgency: Urgency): number {
  return ranks[urgency];
}

export function higherUrgency(one: Urgency, other: Urgency): Urgency {
  return ranks[one] >= ranks[other] ? one : other;
}

/** What a rule gives when it is true only if "not sure" means yes: one level lower, never below routine (E4). */
export function loweredUrgency(urgency: Urgency): Urgency {
  if (urgency === 'emergency') return 'urgent';
  return urgency === 'urgent' ? 'routine' : urgency;
}
