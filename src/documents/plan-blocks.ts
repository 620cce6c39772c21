import { notices } from '../data/safety-net.ts';
import type { PlanItem } from '../data/schema.ts';
import type { Assessment } from '../engine/assessment.ts';
import type { Block } from './document.ts';
import { firstSentence } from './first-sentence.ts';

const momentWords: { readonly [moment in PlanItem['when']]: string } = {
  now: 'now',
  today: 'today',
  'this-week': 'this week',
  usually: 'usually',
};

const gradeWords: { readonly [grade in NonNullable<PlanItem['grade']>]: string } = {
  good: 'good evidence',
  some: 'some evidence',
  thin: 'thin evidence',
  against: 'guidelines advise against',
};

/** What to do now, today and this week, and how long it usually takes. */
export function planBlocks(
  assessment: Assessment,
  detail: 'short' | 'full',
  tight: boolean,
): readonly Block[] {
  if (assessment.plan.length === 0) return [];
  const items = detail === 'full' ? assessment.plan : firstOfEach(assessment.plan, tight);
  return [
    { kind: 'heading', level: 2, text: 'What to do' },
    {
      kind: 'rows',
      rows: items.map((item, place) => ({
        label: items[place - 1]?.when === item.when ? '' : momentWords[item.when],
        text: detail === 'full' ? item.text : shortText(item),
        ...(detail === 'full' ? { details: [whyOf(item)] } : {}),
      })),
    },
    ...(detail === 'full' ? careNotes(items) : []),
  ];
}

/** The best line of every moment: what fits the first screen. Where that is tight, today and this week wait for "more". */
function firstOfEach(plan: readonly PlanItem[], tight: boolean): readonly PlanItem[] {
  const moments = tight ? ['now', 'usually'] : Object.keys(momentWords);
  return plan
    .filter((item, place) => plan.findIndex((other) => other.when === item.when) === place)
    .filter((item) => moments.includes(item.when));
}

/** What the first screen has room for: the short form where there is one, else the first sentence. */
export function shortText({ short, text }: Pick<PlanItem, 'short' | 'text'>): string {
  return short ?? firstSentence(text);
}

function whyOf(item: PlanItem): string {
  const basis = [...item.sources, ...(item.judged === true ? ['judged by us'] : [])].join(', ');
  const grade = item.grade === undefined ? '' : `${gradeWords[item.grade]}; `;
  return `Why: ${item.because} (${grade}${basis})`;
}

/** Cautions that go with any mention of warmth, cold or medicine, and with moving. */
function careNotes(items: readonly PlanItem[]): readonly Block[] {
  const words = items
    .map((item) => item.text)
    .join(' ')
    .toLowerCase();
  const notes = [
    notices.stop.text,
    ...(/warm|heat|cold/.test(words) ? [notices['heat-and-cold'].text] : []),
    ...(/painkiller|medicine|tablet/.test(words) ? [notices.medicines.text] : []),
  ];
  return [{ kind: 'list', items: notes }];
}
