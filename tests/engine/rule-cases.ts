import type { Answers } from '../../src/engine/answers.ts';

/** One case that fires a rule and one or more near misses, each as changes to the ordinary strain. */
export interface RuleCase {
  readonly rule: string;
  readonly fires: readonly Answers[];
  readonly misses: readonly Answers[];
}

/** Over twelve weeks old and unchanged: not "new" pain. */
const old = { duration: 100, 'pain-changed': 'no' } as const;
const atNeck = { 'pain-site': ['neck'] } as const;
const atUpperBack = { 'pain-site': ['upper-back'] } as const;
const slow = { 'onset-type': 'gradual' } as const;

/** The rules that join several answers. */
export const combinationCases: readonly RuleCase[] = [
  {
    rule: 'r-ces',
    fires: [
      { 'rf-saddle-numbness': 'yes' },
      { 'rf-bladder-retention': 'yes' },
      { 'rf-bladder-leak': 'yes' },
      { 'rf-bowel-loss': 'yes' },
      { 'rf-sexual-loss': 'yes' },
    ],
    misses: [{ 'rf-both-legs-new': 'yes' }, { 'rf-sexual-loss': 'rather-not-say' }],
  },
  {
    rule: 'r-ces-unsure',
    fires: [{ 'rf-saddle-numbness': 'unsure', 'rf-sexual-loss': 'unsure' }],
    misses: [
      { 'rf-saddle-numbness': 'unsure' },
      { 'rf-saddle-numbness': 'unsure', 'rf-foot-drop': 'unsure' },
    ],
  },
  {
    rule: 'r-accident-fresh',
    fires: [
      { 'rf-major-accident': 'yes', 'accident-when': 'in-the-last-week' },
      { 'rf-major-accident': 'yes' },
      { 'rf-major-accident': 'yes', 'accident-when': 'skipped' },
    ],
    misses: [
      { 'rf-major-accident': 'yes', 'accident-when': '1-to-4-weeks-ago' },
      { 'rf-minor-knock': 'yes' },
    ],
  },
  {
    rule: 'r-accident-recent',
    fires: [{ 'rf-major-accident': 'yes', 'accident-when': '1-to-4-weeks-ago' }],
    misses: [{ 'rf-minor-knock': 'yes' }],
  },
  {
    rule: 'r-cord-cancer',
    fires: [
      { 'mod-cancer-old': 'yes', 'rf-arm-weak': 'yes' },
      { 'mod-cancer-recent': 'yes', 'rf-unsteady': 'yes' },
    ],
    misses: [
      { 'mod-cancer-old': 'yes', 'rf-night-pain': 'yes' },
      { 'mod-immune': 'yes', 'rf-unsteady': 'yes' },
    ],
  },
  {
    rule: 'r-cord-multi',
    fires: [
      { 'rf-unsteady': 'yes', 'rf-foot-drop': 'yes' },
      { 'rf-unsteady': 'yes', 'rf-trunk-band': 'yes' },
    ],
    misses: [
      { 'rf-unsteady': 'yes', 'rf-arm-weak': 'yes' },
      { 'rf-foot-drop': 'yes', 'rf-trunk-band': 'yes' },
    ],
  },
  {
    rule: 'r-infection-severe',
    fires: [
      { 'rf-fever': 'yes', 'mod-iv-drugs': 'yes' },
      { 'rf-fever': 'yes', 'rf-foot-drop': 'yes' },
      { 'rf-fever': 'yes', 'rf-very-ill': 'yes' },
    ],
    misses: [{ 'rf-fever': 'yes' }, { 'mod-iv-drugs': 'yes', 'rf-night-sweats': 'yes' }],
  },
  {
    rule: 'r-infection-quiet',
    fires: [
      { 'mod-iv-drugs': 'yes', 'rf-night-pain': 'yes' },
      { 'mod-immune': 'yes', 'rf-constant-worse': 'yes' },
      { 'mod-recent-infection': 'yes', 'rf-bone-tap': 'yes' },
      { 'mod-spine-procedure': 'yes', 'rf-night-sweats': 'yes' },
    ],
    misses: [
      { 'mod-iv-drugs': 'yes', 'rf-not-mechanical': 'yes' },
      { 'mod-iv-drugs': 'yes', 'rf-night-pain': 'yes', ...old },
    ],
  },
  {
    rule: 'r-procedure-neuro',
    fires: [{ 'mod-spine-procedure': 'yes', 'rf-unsteady': 'yes' }],
    misses: [{ 'mod-spine-procedure': 'yes', 'rf-trunk-band': 'yes' }],
  },
  {
    rule: 'r-procedure-pain',
    fires: [
      { 'mod-spine-procedure': 'yes', 'pain-worst': 7 },
      { 'mod-spine-procedure': 'yes', 'rf-constant-worse': 'yes' },
    ],
    misses: [
      { 'mod-spine-procedure': 'yes', 'pain-worst': 6 },
      { 'mod-spine-procedure': 'yes', 'pain-worst': 7, ...old },
    ],
  },
  {
    rule: 'r-bleed-neuro',
    fires: [{ 'mod-blood-thinner': 'yes', 'rf-arm-weak': 'yes' }],
    misses: [{ 'mod-blood-thinner': 'yes', 'rf-bone-tap': 'yes' }],
  },
  {
    rule: 'r-bleed-pain',
    fires: [{ 'mod-blood-thinner': 'yes', 'pain-worst': 8 }],
    misses: [
      { 'mod-blood-thinner': 'yes', 'pain-worst': 7 },
      { 'mod-blood-thinner': 'yes', 'pain-worst': 8, ...old },
    ],
  },
  {
    rule: 'r-bleed-sudden',
    fires: [
      { 'mod-blood-thinner': 'yes', 'rf-sudden-severe': 'yes' },
      { 'mod-blood-thinner': 'yes', 'rf-minor-knock': 'yes' },
    ],
    misses: [{ 'mod-blood-thinner': 'yes' }, { 'rf-minor-knock': 'yes' }],
  },
  {
    rule: 'r-aneurysm-known',
    fires: [
      { 'mod-aneurysm': 'yes', duration: 83 },
      { 'mod-aneurysm': 'yes', duration: 'skipped' },
      { 'mod-aneurysm': 'yes', duration: 200, 'pain-changed': 'yes' },
    ],
    misses: [{ 'mod-aneurysm': 'yes', duration: 84, 'pain-changed': 'no' }],
  },
  {
    rule: 'r-aneurysm-60',
    fires: [
      { age: 60, 'rf-sudden-severe': 'yes' },
      { age: 60, 'rf-throb-belly': 'yes' },
    ],
    misses: [
      { age: 59, 'rf-throb-belly': 'yes' },
      { age: 60, 'rf-minor-knock': 'yes' },
    ],
  },
  {
    rule: 'r-aneurysm-risk',
    fires: [
      { age: 50, 'mod-artery-risk': 'yes', 'rf-flank-waves': 'yes' },
      { age: 50, 'mod-artery-risk': 'yes', 'rf-throb-belly': 'yes' },
    ],
    misses: [
      { age: 49, 'mod-artery-risk': 'yes', 'rf-flank-waves': 'yes' },
      { age: 50, 'rf-flank-waves': 'yes' },
    ],
  },
  {
    rule: 'r-aneurysm-60-flank',
    fires: [{ age: 60, 'rf-flank-waves': 'yes' }],
    misses: [{ age: 59, 'rf-flank-waves': 'yes' }],
  },
  {
    rule: 'r-unmoving-60',
    fires: [{ age: 60, 'rf-not-mechanical': 'yes' }],
    misses: [
      { age: 59, 'rf-not-mechanical': 'yes' },
      { age: 60, 'rf-not-mechanical': 'yes', ...old },
    ],
  },
  {
    rule: 'r-dissection-risk',
    fires: [
      { 'rf-sudden-severe': 'yes', 'mod-artery-risk': 'yes' },
      { 'rf-sudden-severe': 'yes', 'mod-pregnant': 'yes' },
    ],
    misses: [{ 'rf-sudden-severe': 'yes' }, { 'rf-sudden-severe': 'yes', 'mod-clot-risk': 'yes' }],
  },
  {
    rule: 'r-cancer-pattern',
    fires: [
      { 'mod-cancer-old': 'yes', 'rf-night-pain': 'yes' },
      { 'mod-cancer-old': 'yes', 'rf-trunk-band': 'yes', ...old },
      { 'mod-cancer-recent': 'yes', 'rf-trunk-band': 'yes', ...old },
    ],
    misses: [{ 'mod-cancer-old': 'yes' }, { 'mod-cancer-old': 'yes', 'rf-minor-knock': 'yes' }],
  },
  {
    rule: 'r-cancer-new',
    fires: [{ 'mod-cancer-recent': 'yes' }, { 'mod-cancer-bone': 'yes' }],
    misses: [{ 'mod-cancer-recent': 'yes', ...old }, { 'mod-cancer-old': 'yes' }],
  },
  {
    rule: 'r-weight-50',
    fires: [
      { age: 50, 'rf-weight-loss': 'yes' },
      { age: 52, 'rf-weight-loss': 'yes' },
    ],
    misses: [
      { age: 49, 'rf-weight-loss': 'yes' },
      { age: 50, 'rf-night-sweats': 'yes' },
    ],
  },
  {
    rule: 'r-systemic-two',
    fires: [
      { 'rf-weight-loss': 'yes', 'rf-night-sweats': 'yes', ...old },
      { 'rf-weight-loss': 'yes', 'rf-constant-worse': 'yes', ...old },
      { 'rf-night-sweats': 'yes', 'rf-night-pain': 'yes' },
    ],
    misses: [
      { 'rf-night-sweats': 'yes', 'rf-night-pain': 'yes', ...old },
      { 'rf-night-pain': 'yes', 'rf-constant-worse': 'yes' },
      { 'rf-weight-loss': 'yes' },
    ],
  },
  {
    rule: 'r-night-50',
    fires: [
      { age: 50, 'rf-night-pain': 'yes', duration: 14 },
      { age: 50, 'rf-night-pain': 'yes', 'rf-not-mechanical': 'yes' },
    ],
    misses: [
      { age: 50, 'rf-night-pain': 'yes', duration: 13 },
      { age: 49, 'rf-night-pain': 'yes', duration: 14 },
      { age: 50, 'rf-night-pain': 'yes', ...old },
    ],
  },
  {
    rule: 'r-calcium-60',
    fires: [{ age: 60, 'rf-tired-thirsty': 'yes' }],
    misses: [
      { age: 59, 'rf-tired-thirsty': 'yes' },
      { age: 60, 'rf-tired-thirsty': 'yes', ...old },
    ],
  },
  {
    rule: 'r-myeloma-60',
    fires: [
      { age: 60, duration: 42 },
      { age: 60, duration: 'skipped' },
    ],
    misses: [
      { age: 60, duration: 41 },
      { age: 59, duration: 42 },
    ],
  },
  {
    rule: 'r-growing-three',
    fires: [
      { 'rf-constant-worse': 'yes', 'rf-night-pain': 'yes', 'rf-bone-tap': 'yes' },
      { 'rf-constant-worse': 'yes', 'rf-not-mechanical': 'yes', 'rf-trunk-band': 'yes' },
    ],
    misses: [
      { 'rf-constant-worse': 'yes', 'rf-night-pain': 'yes' },
      { 'rf-constant-worse': 'yes', 'rf-night-pain': 'yes', 'rf-bone-tap': 'yes', ...old },
      { 'rf-not-mechanical': 'yes', 'rf-night-pain': 'yes', 'rf-bone-tap': 'yes' },
    ],
  },
  {
    rule: 'r-tb',
    fires: [
      { 'mod-recent-infection': 'yes', 'rf-night-sweats': 'yes', ...old },
      { 'mod-recent-infection': 'yes', 'rf-weight-loss': 'yes', ...old },
      { 'mod-immune': 'yes', 'rf-weight-loss': 'yes', ...old },
    ],
    misses: [{ 'mod-recent-infection': 'yes', 'rf-night-pain': 'yes' }, { 'rf-night-sweats': 'yes' }],
  },
  {
    rule: 'r-fragility',
    fires: [
      { 'mod-osteoporosis': 'yes', 'rf-minor-knock': 'yes' },
      { 'mod-steroids': 'yes', 'rf-bone-tap': 'yes' },
      { age: 72, 'rf-minor-knock': 'yes' },
      { age: 70, 'rf-shape-change': 'yes' },
    ],
    misses: [
      { age: 69, 'rf-minor-knock': 'yes' },
      { 'mod-osteoporosis': 'yes', 'rf-night-pain': 'yes' },
    ],
  },
  {
    rule: 'r-fragility-lift',
    fires: [
      { 'mod-osteoporosis': 'yes', 'onset-trigger': ['cough-or-sneeze'] },
      { 'mod-steroids': 'yes', 'onset-trigger': ['twist', 'awkward-bend'] },
    ],
    misses: [
      { 'mod-osteoporosis': 'yes', 'onset-trigger': ['twist'] },
      { 'mod-osteoporosis': 'yes', ...slow },
      { age: 72 },
    ],
  },
  {
    rule: 'r-stiff-spine-knock',
    fires: [
      { 'mod-stiff-spine': 'yes', 'rf-minor-knock': 'yes', ...old },
      { 'mod-stiff-spine': 'yes', 'rf-major-accident': 'yes', 'accident-when': '1-to-4-weeks-ago' },
    ],
    misses: [
      { 'mod-stiff-spine': 'yes', 'rf-bone-tap': 'yes' },
      { 'mod-osteoporosis': 'yes', 'rf-minor-knock': 'yes' },
    ],
  },
  {
    rule: 'r-stiff-spine-pain',
    fires: [
      { 'mod-stiff-spine': 'yes', 'rf-sudden-severe': 'yes' },
      { 'mod-stiff-spine': 'yes', 'rf-bone-tap': 'yes' },
      { 'mod-stiff-spine': 'yes', 'rf-shape-change': 'yes' },
    ],
    misses: [{ 'mod-stiff-spine': 'yes' }, { 'mod-stiff-spine': 'yes', 'rf-bone-tap': 'yes', ...old }],
  },
  {
    rule: 'r-fragility-lift-70',
    fires: [{ age: 70 }],
    misses: [{ age: 69 }, { age: 70, ...slow }, { age: 70, ...old }],
  },
  {
    rule: 'r-fragility-lift-thoracic-70',
    fires: [
      { age: 70, ...atUpperBack },
      { age: 70, 'pain-site': ['mid-back'], 'onset-type': 'sudden-at-rest' },
      { age: 70, ...atUpperBack, ...slow, 'pain-worst': 8 },
    ],
    misses: [
      { age: 69, ...atUpperBack },
      { age: 70 },
      { age: 70, ...atUpperBack, ...slow, 'pain-worst': 7 },
      { age: 70, ...atUpperBack, ...old },
    ],
  },
  {
    rule: 'r-thoracic-pattern',
    fires: [
      { ...atUpperBack, 'rf-weight-loss': 'yes' },
      { 'pain-site': ['mid-back', 'low-back'], 'rf-night-pain': 'yes', 'rf-bone-tap': 'yes' },
      { ...atUpperBack, age: 50, 'rf-trunk-band': 'yes' },
    ],
    misses: [
      { ...atUpperBack, 'rf-night-pain': 'yes' },
      { ...atNeck, 'rf-weight-loss': 'yes' },
      { ...atUpperBack, age: 49, 'rf-trunk-band': 'yes' },
    ],
  },
  {
    rule: 'r-thoracic-50',
    fires: [{ ...atUpperBack, age: 50, duration: 14 }],
    misses: [
      { ...atUpperBack, age: 50, duration: 13 },
      { ...atUpperBack, age: 49, duration: 14 },
      { ...atUpperBack, age: 50, ...old },
      { age: 50, duration: 14 },
    ],
  },
  {
    rule: 'r-fragility-70-steroid',
    fires: [{ age: 70, 'mod-steroids': 'yes' }],
    misses: [
      { age: 69, 'mod-steroids': 'yes' },
      { age: 70, 'mod-steroids': 'yes', ...old },
    ],
  },
  {
    rule: 'r-kidney',
    fires: [
      { 'rf-urine-infection': 'yes', 'rf-fever': 'yes', 'rf-cannot-keep-fluids': 'yes' },
      { 'rf-blood-urine': 'yes', 'mod-pregnant': 'yes', 'rf-cannot-keep-fluids': 'yes' },
    ],
    misses: [
      { 'rf-urine-infection': 'yes', 'rf-fever': 'yes' },
      { 'rf-urine-infection': 'yes', 'rf-cannot-keep-fluids': 'yes' },
    ],
  },
  {
    rule: 'r-stone-fever',
    fires: [{ 'rf-flank-waves': 'yes', 'rf-fever': 'yes' }],
    misses: [{ 'rf-flank-waves': 'yes' }, { 'rf-urine-infection': 'yes', 'rf-fever': 'yes' }],
  },
  {
    rule: 'r-stone-kidney',
    fires: [
      { 'rf-flank-waves': 'yes', 'mod-kidney': 'yes' },
      { 'rf-fever': 'yes', 'rf-blood-urine': 'yes', 'mod-kidney': 'yes' },
    ],
    misses: [
      { 'rf-blood-urine': 'yes', 'mod-kidney': 'yes' },
      { 'rf-fever': 'yes', 'rf-blood-urine': 'yes' },
    ],
  },
  {
    rule: 'r-stone-dry',
    fires: [
      { 'rf-flank-waves': 'yes', 'rf-cannot-keep-fluids': 'yes' },
      { 'rf-flank-waves': 'yes', 'mod-pregnant': 'yes' },
    ],
    misses: [{ 'rf-flank-waves': 'yes' }],
  },
  {
    rule: 'r-adrenal',
    fires: [{ 'mod-steroids': 'yes', 'rf-cannot-keep-fluids': 'yes' }],
    misses: [{ 'rf-cannot-keep-fluids': 'yes' }],
  },
  {
    rule: 'r-aneurysm-belly',
    fires: [
      { age: 60, 'rf-belly-through': 'yes' },
      { age: 60, 'onset-type': 'sudden-at-rest' },
    ],
    misses: [
      { age: 59, 'rf-belly-through': 'yes' },
      { age: 60, 'rf-belly-through': 'yes', ...old },
      { age: 60, ...slow },
    ],
  },
  {
    rule: 'r-aneurysm-belly-risk',
    fires: [
      { age: 60, 'mod-artery-risk': 'yes', 'rf-belly-through': 'yes', 'pain-worst': 7 },
      { age: 60, 'mod-artery-risk': 'yes', 'onset-type': 'sudden-at-rest', 'pain-worst': 7 },
    ],
    misses: [
      { age: 60, 'mod-artery-risk': 'yes', 'rf-belly-through': 'yes', 'pain-worst': 6 },
      { age: 59, 'mod-artery-risk': 'yes', 'rf-belly-through': 'yes', 'pain-worst': 7 },
      { age: 60, 'rf-belly-through': 'yes', 'pain-worst': 7 },
    ],
  },
  {
    rule: 'r-fragility-known',
    fires: [
      { 'mod-osteoporosis': 'yes', ...atUpperBack },
      { 'mod-steroids': 'yes', 'pain-worst': 8 },
    ],
    misses: [
      { 'mod-osteoporosis': 'yes', 'pain-worst': 7 },
      { 'mod-osteoporosis': 'yes', ...atUpperBack, ...old },
    ],
  },
  {
    rule: 'r-fragility-new',
    fires: [{ 'mod-osteoporosis': 'yes' }, { 'mod-steroids': 'yes', ...slow }],
    misses: [{ 'mod-osteoporosis': 'yes', ...old }, { age: 72 }],
  },
  {
    rule: 'r-hip-fracture',
    fires: [
      { 'rf-minor-knock': 'yes', 'rf-no-weight': 'yes', age: 70 },
      { 'rf-minor-knock': 'yes', 'rf-no-weight': 'yes', 'mod-osteoporosis': 'yes' },
    ],
    misses: [
      { 'rf-minor-knock': 'yes', 'rf-no-weight': 'yes', age: 69 },
      { 'rf-minor-knock': 'yes', age: 70 },
    ],
  },
  {
    rule: 'r-child-hip',
    fires: [{ age: 12, 'rf-child-off': 'yes', 'rf-fever': 'yes' }],
    misses: [
      { age: 12, 'rf-child-off': 'yes' },
      { age: 12, 'rf-fever': 'yes' },
    ],
  },
  {
    rule: 'r-clot-breath-pregnant',
    fires: [{ ...atUpperBack, 'rf-breath-pain': 'yes', 'mod-pregnant': 'yes' }],
    misses: [{ ...atUpperBack, 'rf-breath-pain': 'yes', 'mod-clot-risk': 'yes' }],
  },
  {
    rule: 'r-kidney-pregnant',
    fires: [
      {
        'mod-pregnant': 'yes',
        'rf-fever': 'yes',
        'rf-urine-infection': 'yes',
        'preg-stage': '20-weeks-or-more',
      },
    ],
    misses: [
      { 'mod-pregnant': 'yes', 'rf-fever': 'yes', 'preg-stage': '20-weeks-or-more' },
      { 'rf-fever': 'yes', 'rf-urine-infection': 'yes' },
    ],
  },
  {
    rule: 'r-clot',
    fires: [
      { 'rf-calf-swollen': 'yes', 'rf-breath-pain': 'yes' },
      { 'rf-calf-swollen': 'yes', 'rf-breathless': 'yes' },
    ],
    misses: [{ 'rf-calf-swollen': 'yes' }, { 'rf-breath-pain': 'yes' }],
  },
  {
    rule: 'r-clot-breath',
    fires: [
      { ...atUpperBack, 'rf-breath-pain': 'yes', 'mod-clot-risk': 'yes' },
      { ...atUpperBack, 'rf-breath-pain': 'yes', 'rf-fever': 'yes' },
    ],
    misses: [
      { ...atUpperBack, 'rf-breath-pain': 'yes' },
      { ...atUpperBack, 'rf-breath-pain': 'yes', 'mod-artery-risk': 'yes' },
    ],
  },
  {
    rule: 'r-belly-ill',
    fires: [
      { ...atUpperBack, 'rf-belly-through': 'yes', 'pain-worst': 7 },
      { ...atUpperBack, 'rf-belly-through': 'yes', 'rf-fever': 'yes' },
    ],
    misses: [{ ...atUpperBack, 'rf-belly-through': 'yes', 'pain-worst': 6 }],
  },
  {
    rule: 'r-pelvic-severe',
    fires: [
      { 'rf-pelvic-signs': 'yes', 'rf-fever': 'yes' },
      { 'rf-pelvic-signs': 'yes', 'rf-cannot-keep-fluids': 'yes' },
    ],
    misses: [{ 'rf-pelvic-signs': 'yes', 'pain-worst': 9 }],
  },
  {
    rule: 'r-birth-fever',
    fires: [
      { 'mod-pregnant': 'yes', 'preg-stage': 'birth-in-last-6-weeks', 'rf-fever': 'yes' },
      { 'mod-pregnant': 'yes', 'preg-stage': 'skipped', 'rf-fever': 'yes' },
    ],
    misses: [{ 'mod-pregnant': 'yes', 'preg-stage': '20-weeks-or-more', 'rf-fever': 'yes' }],
  },
  {
    rule: 'r-neck-artery',
    fires: [
      { ...atNeck, 'rf-neck-headache': 'yes', 'rf-unsteady': 'yes' },
      { ...atNeck, 'rf-neck-headache': 'yes', 'rf-minor-knock': 'yes' },
    ],
    misses: [
      { ...atNeck, 'rf-neck-headache': 'yes' },
      { ...atNeck, 'rf-unsteady': 'yes' },
    ],
  },
  {
    rule: 'r-neck-knock',
    fires: [
      { ...atNeck, 'rf-minor-knock': 'yes', age: 65 },
      { ...atNeck, 'rf-minor-knock': 'yes', 'arm-symptoms': 'yes' },
    ],
    misses: [
      { ...atNeck, 'rf-minor-knock': 'yes', age: 64 },
      { 'rf-minor-knock': 'yes', age: 65 },
    ],
  },
  {
    rule: 'r-neck-joints',
    fires: [{ ...atNeck, 'mod-neck-joints': 'yes' }],
    misses: [{ 'mod-neck-joints': 'yes' }, { ...atNeck, 'mod-immune': 'yes' }],
  },
  {
    rule: 'r-neck-joints-cord',
    fires: [{ ...atNeck, 'mod-neck-joints': 'yes', 'rf-unsteady': 'yes' }],
    misses: [
      { ...atNeck, 'mod-neck-joints': 'yes', 'rf-neck-headache': 'yes' },
      { 'mod-neck-joints': 'yes', 'rf-unsteady': 'yes' },
    ],
  },
  {
    rule: 'r-gca',
    fires: [{ age: 50, 'rf-scalp-jaw': 'yes' }],
    misses: [
      { age: 49, 'rf-scalp-jaw': 'yes' },
      { age: 40, 'rf-scalp-jaw': 'yes' },
    ],
  },
  {
    rule: 'r-sickle',
    fires: [{ 'mod-sickle': 'yes' }],
    misses: [{ 'mod-sickle': 'yes', ...old }],
  },
  {
    rule: 'r-sickle-severe',
    fires: [
      { 'mod-sickle': 'yes', 'pain-worst': 7 },
      { 'mod-sickle': 'yes', 'rf-fever': 'yes' },
    ],
    misses: [
      { 'mod-sickle': 'yes', 'pain-worst': 6 },
      { 'mod-sickle': 'yes', 'pain-worst': 7, ...old },
    ],
  },
  {
    rule: 'r-two-nerve',
    fires: [{ 'rf-foot-drop': 'yes', 'pain-worst': 8 }],
    misses: [{ 'rf-foot-drop': 'yes', 'pain-worst': 7 }],
  },
  { rule: 'r-child-under-10', fires: [{ age: 9 }], misses: [{ age: 10 }] },
  { rule: 'r-under-18', fires: [{ age: 17 }, { age: 8 }], misses: [{ age: 18 }] },
  {
    rule: 'r-child',
    fires: [
      { age: 15, 'rf-fever': 'yes' },
      { age: 15, 'rf-night-pain': 'yes' },
      { age: 12, 'rf-shape-change': 'yes' },
    ],
    misses: [
      { age: 16, 'rf-night-pain': 'yes' },
      { age: 15, 'rf-minor-knock': 'yes' },
    ],
  },
  {
    rule: 'r-child-persist',
    fires: [{ age: 17, duration: 28 }],
    misses: [
      { age: 17, duration: 27 },
      { age: 18, duration: 28 },
    ],
  },
];

/** The reasons to see a professional without a danger sign. */
export const professionalCases: readonly RuleCase[] = [
  {
    rule: 'sp-uncontrolled',
    fires: [{ 'pain-worst': 8, 'basic-tasks': 'yes', duration: 2 }],
    misses: [
      { 'pain-worst': 8, 'basic-tasks': 'yes', duration: 1 },
      { 'pain-worst': 7, 'basic-tasks': 'yes' },
      { 'pain-worst': 8 },
    ],
  },
  {
    rule: 'sp-uncontrolled-early',
    fires: [{ 'pain-worst': 8, 'basic-tasks': 'yes', duration: 0 }],
    misses: [{ 'pain-worst': 7, 'basic-tasks': 'yes' }, { 'pain-worst': 8 }],
  },
  {
    rule: 'sp-worse',
    fires: [{ trend: 'worse', duration: 7 }],
    misses: [
      { trend: 'worse', duration: 6 },
      { trend: 'same', duration: 7 },
    ],
  },
  {
    rule: 'sp-not-better',
    fires: [
      { duration: 28, trend: 'same', 'pain-average': 4 },
      { duration: 28, trend: 'worse', 'activity-limit': 3 },
    ],
    misses: [
      { duration: 27, trend: 'same', 'pain-average': 4 },
      { duration: 28, trend: 'better', 'pain-average': 4 },
      { duration: 28, trend: 'same', 'pain-average': 3, 'activity-limit': 2 },
    ],
  },
  {
    rule: 'sp-six-weeks',
    fires: [{ duration: 42, 'activity-limit': 3 }],
    misses: [
      { duration: 41, 'activity-limit': 3 },
      { duration: 42, 'activity-limit': 2 },
    ],
  },
  {
    rule: 'sp-chronic-unseen',
    fires: [
      { duration: 84, 'seen-before': 'no' },
      { duration: 84 },
      { duration: 84, 'seen-before': 'skipped' },
    ],
    misses: [
      { duration: 83, 'seen-before': 'no' },
      { duration: 84, 'seen-before': 'yes' },
    ],
  },
  {
    rule: 'sp-leg-pain',
    fires: [{ 'leg-symptoms': ['pain-below-knee', 'numb-or-tingle'], duration: 15 }],
    misses: [
      { 'leg-symptoms': ['pain-below-knee', 'numb-or-tingle'], duration: 14 },
      { 'leg-symptoms': ['pain-below-knee'], duration: 15 },
    ],
  },
  {
    rule: 'sp-claudication',
    fires: [{ 'walk-claudication': 'yes' }],
    misses: [{ 'leg-symptoms': ['pain-below-knee'] }],
  },
  {
    rule: 'sp-recurrent',
    fires: [{ 'episodes-12m': '3-or-more' }],
    misses: [{ 'episodes-12m': '1-to-2' }],
  },
  {
    rule: 'sp-daily-painkillers',
    fires: [{ 'painkiller-days': 'yes' }],
    misses: [{ 'painkiller-days': 'skipped' }],
  },
  { rule: 'sp-work', fires: [{ 'work-care-loss': 'yes' }], misses: [{ 'activity-limit': 10 }] },
  {
    rule: 'sp-mood',
    fires: [{ 'low-mood': 'yes' }, { 'stress-level': 9, sleep: 'poor' }],
    misses: [
      { 'stress-level': 8, sleep: 'poor' },
      { 'stress-level': 9, sleep: 'fair' },
    ],
  },
  {
    rule: 'sp-meds-cramps',
    fires: [
      { 'cramp-cause': ['new-medicine'] },
      { 'cramp-cause': ['vomiting-or-diarrhoea'] },
      { 'cramps-many-days': 'yes' },
    ],
    misses: [{ 'cramp-cause': ['heat-or-little-drink'] }, { 'cramp-cause': ['none'] }],
  },
  { rule: 'sp-person-wants', fires: [{ 'wants-visit': 'yes' }], misses: [{ 'wants-visit': 'no' }] },
];

const ibp = { duration: 100, 'pain-changed': 'no', 'seen-before': 'yes', 'pain-began-age': 30 } as const;
const firstFour = { ...slow, 'ibp-exercise': 'yes', 'ibp-rest': 'no' } as const;

/** The outcomes to consider: each raises the level to its own, except the one whose level is self-care. */
export const considerCases: readonly RuleCase[] = [
  {
    rule: 'inflammatory',
    fires: [
      { ...ibp, ...firstFour },
      { ...ibp, 'ibp-night': 'yes', 'ibp-buttock': 'yes', 'better-moving': 'yes', 'ibp-family': 'yes' },
      { ...ibp, 'ibp-tablets': 'yes', 'ibp-other': ['swollen-joints', 'heel-or-tendon-pain', 'psoriasis'] },
    ],
    misses: [
      { ...ibp, ...firstFour, 'ibp-rest': 'yes' },
      { ...ibp, ...firstFour, 'pain-began-age': 45 },
      { ...ibp, ...firstFour, duration: 89 },
      { ...ibp, 'ibp-tablets': 'yes', 'ibp-other': ['red-painful-eye', 'inflamed-gut'] },
    ],
  },
  {
    rule: 'widespread',
    fires: [
      {
        'wide-regions': ['left-arm-side', 'right-arm-side', 'left-leg-side', 'neck-back-chest'],
        'wide-tired': ['foggy-thinking'],
      },
    ],
    misses: [
      {
        'wide-regions': ['left-arm-side', 'right-arm-side', 'neck-back-chest'],
        'wide-tired': ['foggy-thinking'],
      },
      {
        'wide-regions': ['left-arm-side', 'right-arm-side', 'left-leg-side', 'neck-back-chest'],
        'wide-tired': ['none'],
      },
    ],
  },
  {
    rule: 'hip',
    fires: [
      { 'pain-site': ['hip-or-groin'], 'hip-turn': 'yes' },
      { 'pain-site': ['hip-or-groin'], 'hip-limp': 'yes' },
    ],
    misses: [{ 'pain-site': ['hip-or-groin'] }, { 'hip-turn': 'yes' }],
  },
  {
    rule: 'sacroiliac',
    fires: [{ 'si-dimple': 'yes', 'si-load': 'yes' }],
    misses: [{ 'si-dimple': 'yes' }, { 'si-load': 'yes' }],
  },
  {
    rule: 'stenosis',
    fires: [{ age: 50, 'walk-claudication': 'yes' }],
    misses: [{ age: 49, 'walk-claudication': 'yes' }],
  },
  {
    rule: 'medicine-or-salt-cramps',
    fires: [{ 'cramp-cause': ['heat-or-little-drink'] }],
    misses: [{ 'cramp-cause': ['none'] }],
  },
  {
    rule: 'polymyalgia',
    fires: [
      { age: 50, ...atNeck, 'pain-side': 'both', duration: 14, 'morning-stiff': 'over-60-min' },
      {
        age: 66,
        'pain-site': ['buttock'],
        'pain-side': 'both',
        duration: 30,
        'morning-stiff': '30-to-60-min',
      },
    ],
    misses: [
      { age: 49, ...atNeck, 'pain-side': 'both', duration: 14, 'morning-stiff': 'over-60-min' },
      { age: 50, ...atNeck, 'pain-side': 'left', duration: 14, 'morning-stiff': 'over-60-min' },
      { age: 50, ...atNeck, 'pain-side': 'both', duration: 13, 'morning-stiff': 'over-60-min' },
      { age: 50, ...atNeck, 'pain-side': 'both', duration: 14, 'morning-stiff': 'under-30-min' },
      { age: 50, 'pain-side': 'both', duration: 14, 'morning-stiff': 'over-60-min' },
    ],
  },
  { rule: 'mood', fires: [{ 'low-mood': 'yes' }], misses: [{ 'stress-level': 10, sleep: 'poor' }] },
  { rule: 'cycle', fires: [{ 'cycle-link': 'yes' }], misses: [{ 'cycle-link': 'no' }] },
];
