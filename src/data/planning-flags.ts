import type { PlanningFlag } from './exercise-schema.ts';
import type { Sourced } from './sources.ts';

export const planningFlags: readonly Sourced<PlanningFlag>[] = [
  {
    id: 'leg-pain-below-knee',
    label: 'Does pain, tingling or numbness run below the knee',
    ask: 'Does pain, tingling or numbness run below the knee?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect:
      'Loaded forward bends, hamstring and buttock pulls are off; offer prone-on-elbows (only while it does not spread), legs-up, brace, walking.',
    sources: [],
    judged: true,
  }, // `leg-symptoms` has pain-below-knee or numb-or-tingle; or `knee-straighten` = shoots-below-knee-or-tingles
  {
    id: 'worse-bending-forward',
    label: 'Is it clearly worse with bending or long sitting',
    ask: 'Is it clearly worse with bending or long sitting?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'No seated or standing forward lean, sit-back stretch or knee hug.',
    sources: [],
    judged: true,
  }, // `worse-bending-sitting` = yes
  {
    id: 'worse-leaning-back',
    label: 'Is it clearly worse with leaning back',
    ask: 'Is it clearly worse with leaning back?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'No prone-on-elbows or standing back bend.',
    sources: [],
    judged: true,
  }, // `worse-leaning-back` = yes
  {
    id: 'leg-symptoms-standing-walking',
    label: 'Do the legs ache, go heavy or numb when standing or walking and ease on sitting',
    ask: 'Do the legs ache, go heavy or numb when standing or walking and ease on sitting?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect:
      'No back bends; offer knee-to-chest, sit-to-stand, short walks with rests. Clinician visit (sp-claudication).',
    sources: [],
    judged: true,
  }, // `walk-claudication` = yes
  {
    id: 'spondylolisthesis-known',
    label: 'Told you have a spondylolisthesis or a stress break in a vertebra',
    ask: 'Told you have a spondylolisthesis or a stress break in a vertebra?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'No back bends or forced arching.',
    block: 'around-body',
    sources: [],
    judged: true,
  }, // asked before back bends
  {
    id: 'arm-pain-tingling',
    label: 'Does pain or tingling run down an arm',
    ask: 'Does pain or tingling run down an arm?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'No neck or chest stretch that brings it on.',
    sources: [],
    judged: true,
  }, // `arm-symptoms` = yes
  {
    id: 'dizziness-neck',
    label: 'Dizzy, faint or vision change when moving the neck',
    ask: 'Dizzy, faint or vision change when moving the neck?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'No neck exercises; medical advice first.',
    block: 'around-body',
    sources: [],
    judged: true,
  }, // asked before neck items
  {
    id: 'osteoporosis',
    label: 'Thin bones, a break from a small fall, or steroid tablets for 3 months or more',
    ask: 'Thin bones, a break from a small fall, or steroid tablets for 3 months or more?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect:
      'No curl-up, end-range rounding or twist, or lean over a chair edge; walking, hinge and sit-to-stand are fine.',
    sources: [],
    judged: true,
  }, // `mod-osteoporosis` or `mod-steroids`
  {
    id: 'recent-surgery',
    label: 'Operation or needle procedure on the spine, belly, hip or knee in the last 12 weeks',
    ask: 'Operation or needle procedure on the spine, belly, hip or knee in the last 12 weeks?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect:
      'Only what the surgical team allows: the program offers just belly-breathing, slow-breathing-6 and body-scan.',
    block: 'around-body',
    onlyAllow: { exercises: ['belly-breathing', 'slow-breathing-6', 'body-scan'] },
    sources: [],
    judged: true,
  }, // asked (`mod-spine-procedure` yes only prompts the question: an injection or acupuncture is not an operation)
  {
    id: 'hip-replacement-recent',
    label: 'Hip replacement with movement limits',
    ask: 'Hip replacement with movement limits?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'No deep hip bend, crossing or twisting unless cleared.',
    block: 'around-body',
    sources: [],
    judged: true,
  }, // asked
  {
    id: 'pregnancy-late',
    label: 'Pregnant (second half) or within 6 weeks of birth',
    ask: 'Pregnant (second half) or within 6 weeks of birth?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'No long lying on the back, curl-ups or breath holding; ask midwife or physiotherapist.',
    sources: [],
    judged: true,
  }, // `preg-stage` 20-weeks-or-more, birth-in-last-6-weeks or not-sure-how-far
  {
    id: 'hamstring-tear-recent',
    label: 'Pulled or torn hamstring in the last 6 weeks',
    ask: 'Pulled or torn hamstring in the last 6 weeks?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'No hamstring stretching until walking is pain-free.',
    block: 'around-body',
    sources: [],
    judged: true,
  }, // asked before hamstring items
  {
    id: 'injury-first-48h',
    label: 'Injury in the last 48 hours with swelling or bruising',
    ask: 'Injury in the last 48 hours with swelling or bruising?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'No deep pressure, heat or massage on the spot.',
    sources: [],
    judged: true,
  }, // `local-bruise-or-tender` = yes and under 2 days
  {
    id: 'pain-severe',
    label: 'Pain 7/10 or more right now',
    ask: 'Pain 7/10 or more right now?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'Stage 1 items only: every exercise with a later fromStage is out, whatever its own list says.',
    onlyAllow: { fromStageAtMost: 1 },
    sources: [],
    judged: true,
  }, // pain now >= 7, asked before a guided session; else `pain-worst` >= 7 if given today
  {
    id: 'balance-poor',
    label: 'Unsteady, or a fall in the last year',
    ask: 'Unsteady, or a fall in the last year?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'Hold a support; no split stance or single-leg work.',
    block: 'around-body',
    sources: [],
    judged: true,
  }, // asked
  {
    id: 'knee-cannot-kneel',
    label: 'Cannot kneel',
    ask: 'Cannot kneel?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'Standing or lying versions.',
    block: 'around-body',
    sources: [],
    judged: true,
  }, // asked
  {
    id: 'wrist-painful',
    label: 'Wrists cannot take weight',
    ask: 'Wrists cannot take weight?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'Fists, forearms or standing versions.',
    block: 'around-body',
    sources: [],
    judged: true,
  }, // asked
  {
    id: 'shoulder-painful',
    label: 'Painful shoulder',
    ask: 'Painful shoulder?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'Skip side bridge, doorway stretch, overhead reach.',
    block: 'around-body',
    sources: [],
    judged: true,
  }, // asked
  {
    id: 'breathless-lying-flat',
    label: 'Breathless when lying flat',
    ask: 'Breathless when lying flat?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'Reclined chair instead.',
    block: 'around-body',
    sources: [],
    judged: true,
  }, // asked
  {
    id: 'heart-or-lung-condition-unstable',
    label: 'Unstable heart or lung illness, or told to limit exercise',
    ask: 'Unstable heart or lung illness, or told to limit exercise?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect:
      'Medical clearance first: until then the program offers just belly-breathing, slow-breathing-6, body-scan and pelvic-tilt.',
    block: 'around-body',
    onlyAllow: { exercises: ['belly-breathing', 'slow-breathing-6', 'body-scan', 'pelvic-tilt'] },
    sources: [],
    judged: true,
  }, // asked
  {
    id: 'blood-thinner',
    label: 'Takes blood thinners or bruises very easily',
    ask: 'Takes blood thinners or bruises very easily?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'Flat-hand pressure only.',
    sources: [],
    judged: true,
  }, // `mod-blood-thinner`
  {
    id: 'skin-numb',
    label: 'Reduced feeling in the area, or nerve damage from diabetes',
    ask: 'Reduced feeling in the area, or nerve damage from diabetes?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'No heat, cold or deep pressure there.',
    block: 'around-body',
    sources: [],
    judged: true,
  }, // asked
  {
    id: 'panic-or-trauma',
    label: 'Does breath holding or body focus bring panic or bad memories',
    ask: 'Does breath holding or body focus bring panic or bad memories?',
    why: 'TODO',
    leaveOut: 'TODO',
    effect: 'Open-eye breathing without holds, or walk; show support contacts.',
    block: 'around-body',
    sources: [],
    judged: true,
  }, // asked before relaxation
];
