import type { Urgency } from '../../data/schema.ts';
import type { RoutineRequest } from './plan.ts';

/** What a session is reported with. Pain is 0 to 10. */
export interface SessionReport {
  readonly painBefore?: number | undefined;
  readonly painAfter?: number | undefined;
  readonly compared?: 'better' | 'same' | 'worse' | undefined;
  /** A sign to stop at once came up. */
  readonly stopSign?: StopSign | undefined;
  /** Everything planned was done, nothing skipped. */
  readonly finished: boolean;
  /** How it was the morning after, once that is known. */
  readonly nextMorning?: 'better' | 'same' | 'worse' | undefined;
}

/** Signs to stop at once, as they are asked about. The first three are those of the seven lines of relief. */
export const stopSigns = [
  { id: 'saddle-or-bladder', label: 'Numb round bottom, or trouble peeing or leaking', urgency: 'emergency' },
  { id: 'chest-breath-faint', label: 'Chest pain, short of breath, or faint', urgency: 'emergency' },
  {
    id: 'head-face-speech',
    label: 'Sudden terrible headache, or face, speech or sight trouble',
    urgency: 'emergency',
  },
  { id: 'weak-limb', label: 'A leg or arm that went weak', urgency: 'emergency' },
  { id: 'spreads', label: 'Pain, tingling or numbness further down a leg or arm', urgency: 'routine' },
] as const satisfies readonly { id: string; label: string; urgency: Urgency }[];
export type StopSign = (typeof stopSigns)[number]['id'];

export type AfterAdviceId =
  | 'get-help-now'
  | 'stop-and-check'
  | 'ease-off'
  | 'high-but-easing'
  | 'watch-a-day'
  | 'went-well'
  | 'noted';

export interface AfterSession {
  readonly advice: AfterAdviceId;
  /** How soon a professional is needed; left out when nothing points to one. */
  readonly urgency?: Urgency;
  /** Sentences in the order in which they are said. */
  readonly says: readonly string[];
  /** For the next plan, as far as it is known now: more needs the morning after. */
  readonly effort: Exclude<RoutineRequest['effort'], 'more'>;
}

/** Above this during or after exercise it was too much, up to `easyPain` it is fine. */
const mostPain = 5;
const easyPain = 3;
/** A rise of so much over the start is too much, however low the start was. */
const bigRise = 2;

const sentences: { readonly [id in AfterAdviceId]: readonly string[] } = {
  'get-help-now': ['Stop here, and do not start again today.', 'This can be serious. Get help now.'],
  'stop-and-check': [
    'Stop with that exercise.',
    'A feeling that moves further down a leg or arm can come from a nerve.',
    'Answer the questions again before your next session, and see a clinician if it stays.',
  ],
  'ease-off': [
    'That was too much for today. It does not mean harm.',
    'Lie or sit as is easiest, breathe slowly, and walk a little when you can.',
    'Next time you get less of each. If it is still worse after a day, leave a day out.',
  ],
  'high-but-easing': [
    'It went down, and it is still strong, so keep to short and calm ones.',
    'Next time you get less of each.',
  ],
  'watch-a-day': [
    'A little pain is fine if it is back to where it was within a day.',
    'If it is not, say so, and the next one gets shorter.',
  ],
  'went-well': [
    'That went well.',
    'If tomorrow morning is no worse, two good ones in a row let the next one grow a little.',
  ],
  noted: ['Noted. What you did counts.'],
};

/** What is said after a session, by the traffic light of pain. A sign to stop comes before any number. */
export function afterSession(report: SessionReport): AfterSession {
  const sign = stopSigns.find(({ id }) => id === report.stopSign);
  if (sign !== undefined)
    return {
      ...adviceOf(sign.urgency === 'emergency' ? 'get-help-now' : 'stop-and-check', 'less'),
      urgency: sign.urgency,
    };
  if (wasTooMuch(report)) {
    const { painBefore, painAfter, compared } = report;
    const eased = painBefore !== undefined && painAfter !== undefined && painAfter < painBefore;
    return adviceOf(eased && compared !== 'worse' ? 'high-but-easing' : 'ease-off', 'less');
  }
  if (report.painAfter === undefined && report.compared === undefined) return adviceOf('noted', 'same');
  if (!wasEasy(report)) return adviceOf('watch-a-day', 'same');
  // Who stopped early may have had a reason: no praise for pain that stayed low.
  return adviceOf(report.finished ? 'went-well' : 'noted', 'same');
}

/** Stopped by a sign, red on the traffic light, or worse: now, or the morning after. */
export function wasTooMuch(report: SessionReport): boolean {
  const { painBefore, painAfter, compared, stopSign, nextMorning } = report;
  if (stopSign !== undefined || compared === 'worse' || nextMorning === 'worse') return true;
  if (painAfter === undefined) return false;
  return painAfter > mostPain || (painBefore !== undefined && painAfter - painBefore >= bigRise);
}

/** Green on the traffic light: low pain, or at least said to be no worse. */
export function wasEasy(report: SessionReport): boolean {
  if (wasTooMuch(report)) return false;
  return report.painAfter === undefined ? report.compared !== undefined : report.painAfter <= easyPain;
}

function adviceOf(advice: AfterAdviceId, effort: AfterSession['effort']): AfterSession {
  return { advice, says: sentences[advice], effort };
}
