import type { BreathingPace, ReliefAdvice, ReliefSign } from './relief-schema.ts';
import type { Sourced } from './sources.ts';

/** Over the seven lines. */
export const reliefStem = 'Is any of this new, or getting worse, with it? Not sure counts as yes.';

/** The seven lines: asked before any help, since they cannot wait for it. */
export const reliefSigns: readonly ReliefSign[] = [
  {
    id: 'saddle-or-bladder',
    label: 'Numb round bottom, or trouble peeing or leaking',
    ask: 'Is it numb or tingly round your bottom or private parts, is it hard to pee, or do you leak pee or poo?',
    covers: ['rf-saddle-numbness', 'rf-bladder-retention', 'rf-bladder-leak', 'rf-bowel-loss'],
    means: 'It can mean that nerves at the base of the spine are being pressed. Hours matter.',
    case: 'cauda-equina',
    sources: ['girft-ces-2023', 'bmj-bp-ces', 'nhs-back-pain'],
  },
  {
    id: 'weak-or-both-legs',
    label: 'A weak leg, or pain or tingling in both',
    ask: 'Is a leg weak or giving way, not just because it hurts, or is there pain, tingling or numbness down both legs?',
    covers: ['rf-both-legs-new', 'rf-leg-weakness-fast', 'rf-foot-drop'],
    means: 'It can mean that the nerves to your legs, or the cord in your spine, are being pressed.',
    also: 'Tell them which leg, since when, and whether it is getting worse.',
    sources: ['nhs-back-pain', 'csp-girft-2024', 'chou-2007'],
  },
  {
    id: 'chest-breath-faint',
    label: 'Chest pain, short of breath, or faint',
    ask: 'Do you have pain or pressure in your chest, are you short of breath, or do you feel faint, cold and sweaty?',
    covers: ['rf-chest-pain', 'rf-breathless', 'rf-collapse', 'rf-arm-jaw-spread'],
    means: 'Heart, lung and artery trouble can be felt in the back.',
    also: 'Sit down and keep still while you wait.',
    sources: ['nhs-back-pain', 'nz-heart-attack', 'nice-ng156'],
    judged: true,
  },
  {
    id: 'head-face-speech',
    label: 'Sudden terrible headache, or face or speech trouble',
    ask: 'Did a terrible headache come all at once, or, even if it passed: a drooping face, slurred speech, lost sight or one side weak?',
    covers: ['rf-thunderclap', 'rf-stroke-signs'],
    means: 'It can be a stroke, a bleed round the brain or a torn artery in the neck.',
    also: 'Tell them when it began.',
    sources: ['nice-ng228', 'nice-ng128', 'rushton-2023'],
  },
  {
    id: 'fall-or-crash',
    label: 'A big fall, crash or blow',
    ask: 'Did it start after a big accident in the last 4 weeks: a crash, a fall from above standing height or down stairs, a heavy blow?',
    covers: ['rf-major-accident'],
    means: 'A hard blow can break a bone of the spine or hurt something inside.',
    case: 'accident',
    urgentIf: 'Was it more than a week ago, and you can walk as usual?',
    sources: ['downie-2013', 'nhs-back-pain', 'ccr-2001'],
    judged: true,
  },
  {
    id: 'fever-or-very-ill',
    label: 'Fever, or feeling very ill',
    ask: 'Do you have a fever (38 C / 100.4 F or more) or shaking chills, or do you feel very ill?',
    covers: ['rf-fever', 'rf-very-ill', 'rf-stiff-neck-fever'],
    means: 'Fever with back pain can come from an infection of the spine, a kidney or the blood.',
    emergencyIf:
      'You are confused, drowsy or hard to wake; your skin is grey, blue or blotchy; your neck is stiff; a leg is weak or numb; you cannot keep fluids down; you are pregnant or gave birth lately; your immune system is weak; you have injected drugs; or you had an infection, an operation or a needle in the back lately.',
    urgentIf: 'Only a fever or chills, and none of that?',
    sources: ['nhs-kidney-infection', 'idsa-nvo-2015', 'sea-textbook', 'maternal-sepsis'],
    judged: true,
  },
  {
    id: 'pregnant-bleeding-pains',
    label: 'Pregnant, with bleeding or pains',
    ask: 'Pregnant, or you might be, with bleeding, belly or shoulder-tip pain, waves of pain, leaking waters, a bad headache or a baby moving less?',
    covers: ['rf-preg-pain-bleed', 'rf-preg-labour', 'rf-preg-baby', 'rf-preg-headache'],
    means: 'It can be labour, a bleed, or a pregnancy outside the womb. You and the baby need a check now.',
    case: 'pregnancy',
    sources: ['nice-ng126', 'ectopic-trust'],
    judged: true,
  },
];

/** What to do about a line that is for a clinician today or tomorrow. `{line}` is an advice line. */
export const reliefUrgentAction: Sourced<ReliefAdvice> = {
  id: 'see-someone-soon',
  title: 'See a clinician today or tomorrow',
  text: 'Call your doctor, an urgent care clinic or an advice line. Until then lie or sit as is easiest, and move gently.',
  sources: ['nhs-back-pain', 'dahm-2010'],
  judged: true,
};

/** Said to somebody who is frightened. */
export const reliefComfort: Sourced<ReliefAdvice> = {
  id: 'comfort',
  title: 'What this is',
  text: 'A grab usually passes.',
  sources: ['eamc-2022', 'dahm-2010'],
  judged: true,
};

/** What to do at once, in this order. */
export const reliefSteps = [
  {
    id: 'legs-on-a-chair',
    title: 'Legs on a chair',
    text: 'Lie on your back with your calves up on a chair, for 5 to 15 minutes.',
    short: 'On your back, calves on a chair, for 5 to 15 minutes.',
    sources: ['seed-article', 'dahm-2010'],
  },
  {
    id: 'on-your-side',
    title: 'On your side',
    text: 'Or lie on your side with a pillow between your knees. Always this way if you are pregnant, or breathless when flat.',
    short: 'Or on your side, pillow between your knees. Always so if pregnant, or breathless when flat.',
    sources: ['dahm-2010'],
    judged: true,
  },
  {
    id: 'slow-breathing',
    title: 'Slow breathing',
    text: 'Breathe in for 4 seconds, out for 6. Light-headed? Smaller breaths.',
    short: 'Breathe 4 seconds in, 6 out; smaller if light-headed.',
    sources: ['shao-2024', 'laborde-2022', 'balban-2023'],
  },
  {
    id: 'stand-and-walk',
    title: 'Stand and walk',
    text: 'Then roll onto your side, push up, and walk about for two minutes.',
    short: 'Then roll over, push up, and walk for two minutes.',
    sources: ['dahm-2010', 'acp-2017'],
  },
  {
    id: 'warmth',
    title: 'Warmth',
    text: 'Gentle warmth, 15 minutes, may ease it. Not on a fresh bruise. Pregnant? Ask first.',
    short:
      'Gentle warmth, 15 minutes, a cloth between. Not asleep, not on numb skin or a fresh bruise. Pregnant? Ask first.',
    sources: ['french-2006', 'acp-2017', 'nhs-strains'],
  },
] as const satisfies readonly Sourced<ReliefAdvice>[];

export type ReliefStepId = (typeof reliefSteps)[number]['id'];

/** What makes it last longer. */
export const reliefAvoid: Sourced<ReliefAdvice> = {
  id: 'avoid',
  title: 'Do not',
  text: 'Do not force a stretch, jerk up, lift, or stay lying down all day.',
  short: 'No forced stretch, no jerk, no lifting, no day in bed.',
  sources: ['dahm-2010', 'acp-2017'],
  judged: true,
};

/** When quick help is no longer enough. */
export const reliefCall: Sourced<ReliefAdvice> = {
  id: 'call',
  title: 'Get help',
  text: 'Call {number} if one of the seven signs begins. See someone within a day for fever, pain that no position eases, or a foot you cannot lift.',
  sources: ['nhs-back-pain', 'greenhalgh-2020-safetynet'],
  judged: true,
};

/** Six breaths a minute, with the longer part on the way out. */
export const reliefPace: Sourced<BreathingPace> = {
  inSeconds: 4,
  outSeconds: 6,
  totalSeconds: 300,
  sources: ['shao-2024', 'laborde-2022', 'balban-2023', 'fincham-2023'],
};
