import type { Question } from '../schema.ts';

const sign = {
  kind: 'bool',
  role: 'safety',
  screen: 'screen-pregnancy',
  block: 'pregnancy-signs',
  sensitive: true,
  alone: 'emergency',
} as const;

/** Asked only of someone who is, might be or was lately pregnant. */
export const pregnancyQuestions = [
  {
    kind: 'single',
    role: 'safety',
    screen: 'screen-pregnancy',
    block: 'pregnancy-stage',
    id: 'preg-stage',
    label: 'How far along',
    ask: 'How far along are you?',
    why: 'It decides which of the next lines fit you.',
    when: { yes: 'mod-pregnant' },
    unknown: 'yes',
    sensitive: true,
    options: [
      { id: 'might-be-or-under-20-weeks', label: 'Might be, or under 20 weeks', share: 0.4 },
      { id: '20-weeks-or-more', label: '20 weeks or more', share: 0.4 },
      { id: 'birth-in-last-6-weeks', label: 'Gave birth in the last 6 weeks', share: 0.15 },
      { id: 'not-sure-how-far', label: 'Not sure how far', share: 0.05 },
    ],
    sources: ['nice-ng126'],
    judged: true,
  },
  {
    ...sign,
    id: 'rf-preg-late-bleed',
    label: 'Bleeding, or strong constant belly pain',
    ask: 'Do you have bleeding from the vagina, or strong or constant belly pain?',
    why: 'Late in pregnancy it can be a bleed behind the womb.',
    when: {
      all: [
        { yes: 'mod-pregnant' },
        { chosen: 'preg-stage', options: ['20-weeks-or-more', 'not-sure-how-far'] },
      ],
    },
    suspects: 'a bleed behind the womb',
    sources: ['nice-ng126'],
    judged: true,
    share: 0.005,
  },
  {
    ...sign,
    id: 'rf-postnatal-bleed',
    label: 'Pad soaked in an hour, or clots',
    ask: 'Does bleeding soak a pad within an hour, are there big clots, or does belly pain grow?',
    why: 'Some bleeding after birth is normal. Heavy bleeding or growing pain is not.',
    when: {
      all: [
        { yes: 'mod-pregnant' },
        { chosen: 'preg-stage', options: ['birth-in-last-6-weeks', 'not-sure-how-far'] },
      ],
    },
    suspects: 'a heavy bleed or an infection after birth',
    sources: ['nice-ng194'],
    share: 0.01,
  },
  {
    ...sign,
    id: 'rf-preg-pain-bleed',
    label: 'Low belly pain, bleeding, shoulder-tip pain',
    ask: 'Do you have lower belly pain, bleeding from the vagina, or pain at the tip of your shoulder?',
    why: 'It can be a pregnancy outside the womb, a miscarriage or a bleed.',
    when: {
      all: [
        { yes: 'mod-pregnant' },
        { chosen: 'preg-stage', options: ['might-be-or-under-20-weeks', 'not-sure-how-far'] },
      ],
    },
    suspects: 'a pregnancy outside the womb, a miscarriage or a bleed behind the womb',
    sources: ['nice-ng126', 'ectopic-trust'],
    share: 0.02,
  },
  {
    ...sign,
    id: 'rf-preg-labour',
    label: 'Regular waves, or waters leaking',
    ask: 'Does the pain come in regular waves or tightenings, or have your waters leaked?',
    why: 'Labour is often felt in the back.',
    when: {
      all: [
        { yes: 'mod-pregnant' },
        { chosen: 'preg-stage', options: ['20-weeks-or-more', 'not-sure-how-far'] },
      ],
    },
    suspects: 'labour',
    sources: [],
    judged: true,
    share: 0.01,
  },
  {
    ...sign,
    id: 'rf-preg-baby',
    label: 'Baby moving less than usual',
    ask: 'Is your baby moving less than usual?',
    why: 'Less movement should be checked at once.',
    when: {
      all: [
        { yes: 'mod-pregnant' },
        { chosen: 'preg-stage', options: ['20-weeks-or-more', 'not-sure-how-far'] },
      ],
    },
    suspects: 'a baby in trouble',
    sources: [],
    judged: true,
    share: 0.01,
  },
  {
    ...sign,
    id: 'rf-preg-headache',
    label: 'Bad headache, blurred sight, sudden swelling, rib pain',
    ask: 'Do you have a bad headache, blurred sight, severe pain below the ribs, or sudden swelling of face, hands or feet?',
    why: 'These can be signs of dangerously high blood pressure in pregnancy.',
    when: {
      all: [
        { yes: 'mod-pregnant' },
        { chosen: 'preg-stage', options: ['20-weeks-or-more', 'birth-in-last-6-weeks', 'not-sure-how-far'] },
      ],
    },
    suspects: 'pre-eclampsia',
    sources: [],
    judged: true,
    share: 0.01,
  },
  {
    ...sign,
    id: 'rf-postnatal-epidural',
    label: 'Bad new pain or fever after epidural',
    ask: 'If you had an epidural or spinal needle: is the back pain new and bad, or do you have a fever?',
    why: 'An infection or a bleed at the needle place is rare but grave.',
    when: {
      all: [
        { yes: 'mod-pregnant' },
        { chosen: 'preg-stage', options: ['birth-in-last-6-weeks', 'not-sure-how-far'] },
      ],
    },
    suspects: 'an abscess or a bleed beside the spine',
    sources: ['sea-textbook'],
    share: 0.005,
  },
] as const satisfies readonly Question[];
