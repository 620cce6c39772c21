import type { Expectation, OffTrackRule, SlowReason } from '../recovery-schema.ts';
import type { Sourced } from '../sources.ts';

/** What speaks for changing something, the gravest first. */
export const offTrackRules = [
  {
    id: 'danger-sign',
    state: 'stop',
    says: 'A danger sign was ticked.',
    do: 'The plan waits. Answer the questions again.',
    sources: ['nhs-back-pain', 'greenhalgh-2020-safetynet'],
  },
  {
    id: 'cannot-manage',
    state: 'off-track',
    says: 'The pain is very bad and you cannot manage at home.',
    do: 'See a clinician today or tomorrow. Then answer the questions again.',
    sources: ['nhs-back-pain'],
    judged: true,
  },
  {
    id: 'worse-after-a-week',
    state: 'off-track',
    says: 'After a week it is clearly worse than at the start.',
    do: 'Book a visit in the next week or two. Keep to the calm phase until then.',
    sources: ['greenhalgh-2020-safetynet'],
  },
  {
    id: 'leg-feelings',
    state: 'off-track',
    says: 'Feelings below the knee have lasted for over two weeks.',
    do: 'Book a visit, so that the nerve is tested. Leave out pulls on the leg.',
    sources: ['chou-2007', 'nice-ng59'],
  },
  {
    id: 'six-weeks',
    state: 'off-track',
    says: 'After six weeks it still limits your day.',
    do: 'Book a visit. A plan with a professional helps more than waiting.',
    sources: ['menezes-costa-2012'],
  },
  {
    id: 'not-better-in-weeks',
    state: 'off-track',
    says: 'After three to four weeks it is not clearly better.',
    do: 'Book a visit, best with a doctor or physiotherapist. Keep moving until then.',
    sources: ['menezes-costa-2012', 'ostelo-2008', 'jospt-cpg-2021'],
  },
  {
    id: 'flares-often',
    state: 'off-track',
    says: 'This is the third flare within eight weeks.',
    do: 'Book a visit and take your notes along: backcare recovery visit.',
    sources: [],
    judged: true,
  },
  {
    id: 'lying-down',
    state: 'watch',
    says: 'You have been mostly lying down for more than two days.',
    do: "Let's get you up in small steps today. If you cannot, ask a clinician.",
    sources: ['dahm-2010'],
    judged: true,
  },
  {
    id: 'no-gain-in-two-weeks',
    state: 'watch',
    says: 'Two weeks have brought no gain yet.',
    do: 'Look at sleep, rest and load, and start the second phase again with half of it. A clinician may look too, if you wish.',
    sources: ['greenhalgh-2020-safetynet'],
    judged: true,
  },
  {
    id: 'often-back',
    state: 'watch',
    says: 'This is one of three or more spells within a year.',
    do: 'Book a visit when it suits, and keep the last phase going for good.',
    sources: ['pengel-2003', 'steffens-2016'],
    judged: true,
  },
  {
    id: 'work-medicine-mood',
    state: 'watch',
    says: 'Work, painkillers on most days or your mood need a hand.',
    do: 'Talk to a doctor or pharmacist about it: backcare recovery visit has the questions.',
    sources: ['arroll-2010'],
    judged: true,
  },
  {
    id: 'slower-than-most',
    state: 'watch',
    says: 'It goes a little slower than for most people so far.',
    do: 'That happens. Keep the plan, and give each phase more time.',
    sources: ['pengel-2003', 'menezes-costa-2012'],
    judged: true,
  },
] as const satisfies readonly Sourced<OffTrackRule>[];

/**
 * What usually is left of the pain at the start, in groups of people with new pain. The upper ends leave room, since
 * half of a group is above its middle; they are never a forecast for one person.
 */
export const expectations: readonly Sourced<Expectation>[] = [
  {
    day: 7,
    band: [0.6, 0.9],
    says: 'By the end of the first week many people feel a bit better.',
    sources: ['pengel-2003'],
    judged: true,
  },
  {
    day: 14,
    band: [0.45, 0.75],
    says: 'After two weeks about half of people say that they are well again.',
    sources: ['henschke-2008-prognosis', 'pace-2014'],
    judged: true,
  },
  {
    day: 28,
    band: [0.3, 0.6],
    says: 'After four weeks most people have about half of the pain or less.',
    sources: ['pengel-2003'],
    judged: true,
  },
  {
    day: 42,
    band: [0.25, 0.55],
    says: 'After six weeks many people have clearly less than half of the pain.',
    sources: ['menezes-costa-2012', 'wallwork-2024', 'henschke-2008-prognosis'],
    judged: true,
  },
  {
    day: 84,
    band: [0.2, 0.5],
    says: 'After twelve weeks most people are back at their usual work.',
    sources: ['henschke-2008-prognosis', 'pace-2014'],
    judged: true,
  },
];

/** Each makes a slower pace wise: phases take half as long again. */
export const slowReasons = [
  {
    id: 'age',
    when: { number: 'age', atLeast: 65 },
    says: 'you are 65 or older',
    sources: ['henschke-2008-prognosis'],
    judged: true,
  },
  {
    id: 'spells',
    when: { chosen: 'episodes-12m', options: ['3-or-more'] },
    says: 'you had several spells this year',
    sources: ['dasilva-2019'],
    judged: true,
  },
  {
    id: 'hope',
    when: { number: 'recovery-hope', atLeast: 7 },
    says: 'you expect it to last',
    sources: ['henschke-2008-prognosis'],
    judged: true,
  },
  {
    id: 'sleep',
    when: { chosen: 'sleep', options: ['poor'] },
    says: 'you sleep poorly',
    sources: ['sleep-prognosis-2024'],
    judged: true,
  },
  {
    id: 'strong-pain',
    when: { number: 'pain-average', atLeast: 8 },
    says: 'the pain was strong at the start',
    sources: ['henschke-2008-prognosis'],
    judged: true,
  },
] as const satisfies readonly Sourced<SlowReason>[];
