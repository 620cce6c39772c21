import type { Urgency } from './schema.ts';
import type { SourceId } from './sources.ts';

/**
 * What must be said. `{number}`, `{country}`, `{date}`, `{signs}` and `{line}` are filled in elsewhere; `{number}`
 * is the emergency number, `{line}` the crisis line, `{signs}` what the person ticked. Any change here is a change
 * of the rule set.
 */
export interface SafetyText {
  readonly id: string;
  readonly text: string;
  /** The same for a screen that has no line to spare. */
  readonly short?: string;
  readonly sources: readonly SourceId[];
  readonly judged?: true;
}

/** Lines that go with a place in the product or with a subject. */
export const notices = {
  /** First line of every interview, check-in, relief screen and result. */
  emergency: {
    id: 'emergency',
    text: 'If you think this is an emergency, call {number} now.',
    sources: ['nhs-back-pain'],
    judged: true,
  },
  /** Before the interview and with every export. */
  limits: {
    id: 'limits',
    text: 'backcare helps you look after back muscle pain. It does not give a diagnosis and it does not replace a doctor, nurse or physiotherapist. No regulator has checked it.',
    sources: ['mhra-software', 'mdcg-symptom-checker'],
    judged: true,
  },
  /** Before the interview, and only as long as it is true. */
  privacy: {
    id: 'privacy',
    text: 'Your answers stay on this computer unless you copy them somewhere.',
    sources: [],
    judged: true,
  },
  /** With every exercise. */
  stop: {
    id: 'stop',
    text: 'Stop if pain shoots further down a leg or arm, if you get new numbness or weakness, if pain jumps by more than 2 points and stays up the next day, or if you feel faint, breathless or chest pain.',
    short:
      'Stop if pain shoots down a limb, or jumps and stays up the next day, or you get numb, weak, faint, breathless or chest pain.',
    sources: ['nhs-back-pain', 'ostelo-2008'],
    judged: true,
  },
  /** With any mention of medicine. */
  medicines: {
    id: 'medicines',
    text: 'Ask a pharmacist or doctor which painkiller is safe for you, and read the leaflet. This matters even more if you are pregnant, over 65, take other medicines (such as blood thinners), or have had kidney, liver, heart, stomach-ulcer or asthma problems.',
    sources: ['nsaid-2020', 'acp-2017'],
    judged: true,
  },
  /** With any mention of warmth or cold. */
  'heat-and-cold': {
    id: 'heat-and-cold',
    text: 'Put a cloth between your skin and the pack, keep it to short spells, never use it on numb skin, and never while asleep.',
    sources: ['nhs-strains'],
    judged: true,
  },
  /** With stress and mood. */
  mood: {
    id: 'mood',
    text: 'You matter and help is open now. Please call {line}, or {number} if you may act on thoughts of harming yourself. Tell someone near you.',
    sources: [],
    judged: true,
  },
  /** Instead of a pattern and a plan when safety questions are open. */
  incomplete: {
    id: 'incomplete',
    text: "Some safety questions were not answered, so we can't say how urgent this is. Please talk to a clinician if you are unsure.",
    sources: ['greenhalgh-2020-safetynet'],
    judged: true,
  },
  /** Under 18. */
  'under-18': {
    id: 'under-18',
    text: 'This tool is made for adults. Show this to a parent or carer and book a visit with a clinician.',
    sources: ['ajnr-child-flags', 'jfp-youth-2020'],
    judged: true,
  },
  /** Under 18, where a clinician is needed within a day. */
  'under-18-today': {
    id: 'under-18-today',
    text: 'This tool is made for adults. Show this to a parent or carer today.',
    sources: ['ajnr-child-flags', 'jfp-youth-2020'],
    judged: true,
  },
  /** Under 18 in an emergency: one line. */
  'under-18-now': {
    id: 'under-18-now',
    text: 'Show this to a parent or carer now.',
    sources: [],
    judged: true,
  },
  /** An age that was not given, or not sure: no pattern, since it could be a child. */
  'no-age': {
    id: 'no-age',
    text: 'You did not give your age, so we cannot name patterns. A clinician can.',
    sources: [],
    judged: true,
  },
  /** At self-care in place of "none were ticked", when a sign was ticked that no rule uses alone. */
  'signs-together': {
    id: 'signs-together',
    text: 'What you ticked counts only with other signs. More can still appear.',
    sources: [],
    judged: true,
  },
  /** With every pattern. */
  pattern: {
    id: 'pattern',
    text: 'A clinician can check this.',
    sources: ['nice-ng59', 'lancet-series-2018'],
  },
} as const satisfies Readonly<Record<string, SafetyText>>;

/** Repeated unchanged with every `routine` and `self-care` result and at every check-in, in this order. */
export const safetyNet: readonly (SafetyText & { readonly title: string })[] = [
  {
    id: 'expect',
    title: 'usually',
    text: 'Most back pain like this eases over days to weeks. Ups and downs are normal.',
    sources: ['greenhalgh-2020-safetynet', 'menezes-costa-2012', 'pengel-2003'],
  },
  {
    id: 'go-now',
    title: 'now',
    text: 'Call {number} or go to an emergency department at once if you get: numbness round your bottom or private parts; trouble peeing, or leaking pee or poo; pain, tingling or weakness in both legs; a leg getting weaker; chest pain, trouble breathing, fainting; sudden tearing pain; a sudden terrible headache, a drooping face, slurred speech or lost sight; blood in your sick or black poo; or fever with confusion.',
    sources: [
      'nhs-back-pain',
      'csp-girft-2024',
      'bmj-bp-ces',
      'nz-heart-attack',
      'acc-aha-aortic-2022',
      'nice-ng228',
      'nice-ng128',
      'nice-cg141',
      'nhs-kidney-infection',
    ],
  },
  {
    id: 'within-a-day',
    title: 'in a day',
    text: "See someone within a day if you get a fever or shivers, pain that gives no rest in any position, a foot you can't lift, blood in your pee, or pain after a fall when your bones are thin.",
    sources: ['nhs-back-pain', 'nhs-kidney-infection', 'han-2023-cochrane'],
    judged: true,
  },
  {
    id: 'book',
    title: 'book',
    text: 'Book a visit if it gets worse after a week or two, is not clearly better in three to four weeks, still limits you at six weeks, keeps coming back, or you are worried.',
    sources: ['nice-ng59', 'lancet-series-2018'],
    judged: true,
  },
];

/** The last line after the safety net. */
export const safetyNetClose: SafetyText = {
  id: 'close',
  text: 'Check in again on {date}. Run the check sooner if anything changes.',
  sources: ['greenhalgh-2020-safetynet'],
  judged: true,
};

/** What a sign that calls for its own words adds to the emergency screen. */
export type EmergencyCase = 'accident' | 'cauda-equina' | 'pregnancy';

export interface ResultText extends SafetyText {
  /** Only with this kind of emergency; left out: always. */
  readonly only?: EmergencyCase;
}

export interface ResultScreen {
  /** The first line of the result, in words and before anything else. */
  readonly first: SafetyText;
  readonly body: readonly ResultText[];
}

/** First line and body of a result. Patterns, plan and safety net follow where the level allows them. */
export const resultScreens: Readonly<Record<Urgency, ResultScreen>> = {
  emergency: {
    first: {
      id: 'emergency-first',
      text: 'GET HELP NOW: call {number} ({country}) or go to an emergency department.',
      sources: ['nhs-back-pain', 'csp-girft-2024'],
    },
    body: [
      { id: 'emergency-why', text: 'You ticked: {signs}.', sources: [], judged: true },
      {
        id: 'emergency-how',
        text: 'Do not drive yourself. Ask someone to stay with you. Take a list of your medicines. Do not wait to see if it passes.',
        sources: [],
        judged: true,
      },
      {
        id: 'emergency-accident',
        only: 'accident',
        text: 'Try not to move your back or neck until help comes.',
        sources: ['ccr-2001'],
        judged: true,
      },
      {
        id: 'emergency-cauda-equina',
        only: 'cauda-equina',
        text: "Say these words: 'I may have cauda equina syndrome' and show this screen.",
        sources: ['girft-ces-2023', 'csp-girft-2024', 'hsib-ces'],
      },
      {
        id: 'emergency-pregnancy',
        only: 'pregnancy',
        text: 'Call your maternity unit now, or {number}.',
        sources: ['nice-ng126', 'ectopic-trust'],
      },
    ],
  },
  urgent: {
    first: {
      id: 'urgent-first',
      text: 'See a clinician today or tomorrow.',
      sources: ['nhs-back-pain', 'nhs-kidney-infection'],
      judged: true,
    },
    body: [
      {
        id: 'urgent-how',
        text: "Call your doctor's office, an urgent care clinic or an advice line.",
        sources: ['nhs-back-pain'],
        judged: true,
      },
      { id: 'urgent-say', text: 'Say what you ticked here: {signs}.', sources: [], judged: true },
      {
        id: 'urgent-until-then',
        text: 'Until then stay in easy positions and move gently as far as you can bear it.',
        sources: ['dahm-2010'],
        judged: true,
      },
      {
        id: 'urgent-worse',
        text: 'Call {number} at once if anything in the list below starts.',
        sources: ['greenhalgh-2020-safetynet'],
        judged: true,
      },
    ],
  },
  routine: {
    first: {
      id: 'routine-first',
      text: 'Book an appointment in the next week or two.',
      sources: ['nice-ng59'],
      judged: true,
    },
    body: [
      {
        id: 'routine-who',
        text: 'A doctor or a physiotherapist can look at it. A pharmacist can help with questions about medicines.',
        sources: ['nice-ng59', 'lancet-series-2018'],
        judged: true,
      },
      { id: 'routine-why', text: 'Why: {signs}.', sources: [], judged: true },
    ],
  },
  'self-care': {
    first: {
      id: 'self-care-first',
      text: 'You can start caring for this at home.',
      sources: ['lancet-series-2018', 'acp-2017', 'nice-ng59'],
    },
    body: [
      {
        id: 'self-care-signs',
        text: 'None of the warning signs we asked about were ticked. They can still appear later.',
        short: 'No warning sign we asked about was ticked. They can still appear.',
        sources: ['dionne-2019', 'finucane-2020'],
      },
    ],
  },
};
