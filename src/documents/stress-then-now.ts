import type { StressTables } from '../data/stress-schema.ts';
import type { ThenAndNow } from '../engine/stress/then-and-now.ts';
import { stressorsInWords, weightInWords } from './stress-words.ts';

/** "When your plan began, 28 days ago, and now: stress: 8 of 10, now 5; money: a lot, now a little." Never why. */
export function thenNowInWords(
  tables: Pick<StressTables, 'stressors' | 'planWords'>,
  { days, stressors, stress }: ThenAndNow,
): string {
  const parts = [
    ...(stress === undefined ? [] : [`stress: ${stress.was} of 10, now ${stress.now}`]),
    ...stressors.map(
      ({ stressor, was, now }) =>
        `${stressorsInWords(tables, [stressor])}: ${weightInWords({ weight: was })}, now ${now === was ? 'the same' : now === undefined ? 'not ticked' : weightInWords({ weight: now })}`,
    ),
  ];
  const hint = tables.planWords.find(({ id }) => id === 'hint-only');
  return `When your plan began, ${days} days ago, and now: ${parts.join('; ')}. ${hint?.text ?? ''}`.trim();
}
