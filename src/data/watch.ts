import type { QuestionId } from './questions/index.ts';
import type { Sourced } from './sources.ts';
import type { WatchRule } from './watch-schema.ts';

/**
 * What an entry is watched for beside the rules of an assessment, which are asked anew with every entry. Gravest first;
 * each is said once in an episode.
 */
export const watchRules = [
  {
    id: 'very-bad-pain',
    when: { kind: 'worst', points: 8 },
    tone: 'routine',
    title: 'Pain this bad deserves a second look.',
    action:
      'Go through the danger signs again: backcare diagnose. If you cannot wash, dress or reach the toilet, see a clinician today or tomorrow. Advice by phone: {advice}.',
    covers: [],
    sources: ['nhs-back-pain'],
    judged: true,
  },
  {
    id: 'new-leg-pain',
    when: { kind: 'new-place', places: ['below-knee'] },
    tone: 'routine',
    title: 'Pain down a leg is new here.',
    action:
      'A nerve may be irritated, so the danger signs come first: backcare diagnose. Numb or weak with it? Then see a clinician today or tomorrow.',
    covers: [],
    sources: ['chou-2007', 'nhs-back-pain'],
    judged: true,
  },
  {
    id: 'new-arm-pain',
    when: { kind: 'new-place', places: ['arm'] },
    tone: 'routine',
    title: 'Pain down an arm is new here.',
    action:
      'A nerve may be irritated, so the danger signs come first: backcare diagnose. Numb or weak with it? Then see a clinician today or tomorrow.',
    covers: [],
    sources: ['chou-2007', 'nhs-back-pain'],
    judged: true,
  },
  {
    id: 'worse-after-three-weeks',
    when: { kind: 'worse-than-start', fromDay: 21, points: 2 },
    tone: 'routine',
    title: 'After more than three weeks it is worse than when it began.',
    action: 'Book an appointment in the next days, and check the danger signs today: backcare diagnose.',
    covers: [
      'worse-after-a-week',
      'sp-worse',
      'no-real-gain',
      'sp-not-better',
      'no-gain-in-two-weeks',
      'rising',
    ],
    sources: ['greenhalgh-2020-safetynet', 'ostelo-2008'],
    judged: true,
  },
  {
    id: 'worse-after-a-week',
    when: { kind: 'worse-than-start', fromDay: 7, points: 2 },
    tone: 'routine',
    title: 'After more than a week it is worse than when it began.',
    action:
      'Book an appointment in the next week or two, and check the danger signs today: backcare diagnose.',
    covers: ['sp-worse', 'no-gain-in-two-weeks', 'rising'],
    sources: ['greenhalgh-2020-safetynet', 'ostelo-2008'],
  },
  {
    id: 'limits-after-six-weeks',
    when: { kind: 'still-limits', fromDay: 42, interference: 3 },
    tone: 'routine',
    title: 'After more than six weeks it still holds you back in daily life.',
    action:
      'Book an appointment in the next week or two. A doctor or a physiotherapist can look for what is missing.',
    covers: ['sp-six-weeks', 'sp-not-better', 'no-real-gain', 'no-gain-in-two-weeks'],
    sources: ['menezes-costa-2012'],
  },
  {
    id: 'no-real-gain',
    when: { kind: 'no-real-gain', fromDay: 21, points: 2, share: 0.3, goal: 2 },
    tone: 'routine',
    title: 'After more than three weeks there is no clear gain yet.',
    action:
      'That is slower than for most people, and a good time to have it looked at: book an appointment in the next week or two.',
    covers: ['sp-not-better', 'no-gain-in-two-weeks'],
    sources: ['menezes-costa-2012', 'ostelo-2008'],
    judged: true,
  },
  {
    id: 'rising',
    when: { kind: 'rising', points: 2 },
    tone: 'note',
    title: 'Two days in a row are clearly above the week before.',
    action:
      'Ups and downs are normal. Check the danger signs once more (backcare diagnose), and take it a step easier for two days.',
    covers: [],
    sources: ['ostelo-2008', 'greenhalgh-2020-safetynet'],
    judged: true,
  },
  {
    id: 'no-gain-in-two-weeks',
    when: { kind: 'no-gain', fromDay: 14 },
    tone: 'note',
    title: 'After two weeks it is where it began.',
    action:
      'Some backs take longer. Look at sleep, long rests, fear of moving and how much you load it; ask a clinician now if you wish.',
    covers: [],
    sources: ['greenhalgh-2020-safetynet', 'sleep-prognosis-2024'],
    judged: true,
  },
] as const satisfies readonly Sourced<WatchRule>[];

/**
 * The short form of the danger signs, for every check-in: the nerve signs in full, and the gravest of the others. A new
 * worrying change that none of them names leads to the whole interview.
 */
export const checkInSigns = [
  'rf-saddle-numbness',
  'rf-bladder-retention',
  'rf-bladder-leak',
  'rf-bowel-loss',
  'rf-sexual-loss',
  'rf-both-legs-new',
  'rf-leg-weakness-fast',
  'rf-foot-drop',
  'rf-unsteady',
  'rf-arm-weak',
  'rf-stroke-signs',
  'rf-brainstem-signs',
  'rf-thunderclap',
  'rf-chest-pain',
  'rf-breathless',
  'rf-collapse',
  'rf-major-accident',
  'rf-very-ill',
  'rf-gut-bleed',
  'rf-fever',
] as const satisfies readonly QuestionId[];
