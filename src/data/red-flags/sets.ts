import type { Expression } from '../schema.ts';

/** Signs of pressed nerves at the base of the spine. Two of them "not sure" already count as an emergency. */
export const caudaEquina = [
  'rf-saddle-numbness',
  'rf-bladder-retention',
  'rf-bladder-leak',
  'rf-bowel-loss',
  'rf-sexual-loss',
] as const;

const yesTo = (ids: readonly string[]): readonly Expression[] => ids.map((id) => ({ yes: id }));

/** Every weakness, numbness or loss of control. */
export const neuro: Expression = {
  any: yesTo([
    ...caudaEquina,
    'rf-both-legs-new',
    'rf-leg-weakness-fast',
    'rf-foot-drop',
    'rf-unsteady',
    'rf-arm-weak',
  ]),
};

/** What makes an infection of the spine more likely. */
export const infectionRisk: Expression = {
  any: yesTo(['mod-immune', 'mod-diabetes', 'mod-iv-drugs', 'mod-recent-infection', 'mod-spine-procedure']),
};

/** What makes bones break easily. */
export const boneRisk: Expression = {
  any: [{ yes: 'mod-osteoporosis' }, { yes: 'mod-steroids' }, { number: 'age', atLeast: 70 }],
};

export const cancer: Expression = { any: yesTo(['mod-cancer-recent', 'mod-cancer-bone', 'mod-cancer-old']) };

/** Ways that pain behaves when it does not come from muscle. Each alone is weak. */
export const badPattern: Expression = {
  any: yesTo([
    'rf-night-pain',
    'rf-constant-worse',
    'rf-not-mechanical',
    'rf-trunk-band',
    'rf-bone-tap',
    'rf-weight-loss',
    'rf-night-sweats',
  ]),
};

/** Under 12 weeks, or changed lately. An unknown duration counts as new. */
export const newPain: Expression = { any: [{ number: 'duration', below: 84 }, { yes: 'pain-changed' }] };

export const thoracic: Expression = { chosen: 'pain-site', options: ['upper-back', 'mid-back'] };
export const inNeck: Expression = { chosen: 'pain-site', options: ['neck'] };
export const anyOf = (...ids: readonly string[]): Expression => ({ any: yesTo(ids) });
export const age = (atLeast: number): Expression => ({ number: 'age', atLeast });
export const lasting = (days: number): Expression => ({ number: 'duration', atLeast: days });
export const worstPain = (atLeast: number): Expression => ({ number: 'pain-worst', atLeast });
export const yes = (id: string): Expression => ({ yes: id });
export const chosen = (question: string, ...options: readonly string[]): Expression => ({
  chosen: question,
  options,
});
export const all = (...parts: readonly Expression[]): Expression => ({ all: parts });
export const any = (...parts: readonly Expression[]): Expression => ({ any: parts });
export const atLeast = (count: number, ...parts: readonly Expression[]): Expression => ({
  atLeast: count,
  of: parts,
});
