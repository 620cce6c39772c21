import { notices } from '../data/safety-net.ts';
import type { Block, Row } from './document.ts';
import { sourceList } from './source-blocks.ts';
import { chosenStrategies } from './stress-strategies.ts';
import type { StressView } from './stress-view.ts';
import { reasonsInWords, verdictInWords, weightInWords } from './stress-words.ts';

/** What stands under the page with `--explain`: what pressed, why, the back, what if, who helps, sources. */
export function stressDetails(view: StressView): readonly Block[] {
  const { tables, plan, contact } = view;
  const { now } = plan;
  const pressed = tables.stressors.flatMap(({ id, label }): Row[] => {
    const then = now.stressors[id];
    return then === undefined ? [] : [{ label, text: weightInWords(then) }];
  });
  const actions = now.commitments.flatMap(
    ({ action }) => tables.actions.find(({ id }) => id === action) ?? [],
  );
  const help = tables.professionalHelp.filter(
    ({ suits }) => suits.length === 0 || suits.some((stressor) => now.chosen.includes(stressor)),
  );
  const strategies = chosenStrategies(view);
  // The word about hints belongs to days that are compared.
  const planWords = tables.planWords.filter(({ id }) => id !== 'hint-only');
  const cited = [
    ...actions,
    ...strategies.map(({ strategy }) => strategy),
    ...tables.firstWords,
    ...tables.planWords,
  ];
  return [
    ...(pressed.length === 0 ? [] : section('What presses', { kind: 'rows', rows: pressed })),
    ...section('Why these ways', {
      kind: 'rows',
      rows: strategies.map((ranked) => ({
        label: ranked.strategy.name,
        text: [ranked.strategy.says, ...reasonsInWords(tables, ranked)].join(' '),
        details: [begun(`${verdictInWords(ranked.strategy.verdict)}.`)],
      })),
    }),
    ...(actions.length === 0
      ? []
      : section('How sure each is', {
          kind: 'rows',
          rows: actions.map(({ name, verdict }) => ({
            label: name,
            text: begun(`${verdictInWords(verdict)}.`),
          })),
        })),
    ...section('What stress does to a back', {
      kind: 'list',
      items: tables.firstWords.map(({ text }) => text),
    }),
    ...section('How it is meant', {
      kind: 'list',
      items: planWords.map(({ text }) => text),
    }),
    ...(now.strategies.includes('tackle-problems')
      ? section('A problem, step by step', {
          kind: 'list',
          items: tables.problemSteps.map(({ text }) => text),
        })
      : []),
    ...section('Who can help', {
      kind: 'rows',
      rows: help.map(({ who, says }) => ({ label: who, text: says })),
    }),
    {
      kind: 'paragraph',
      text: notices.mood.text.replace('{line}', contact.crisis).replace('{number}', contact.number),
    },
    ...sourceList(
      cited.flatMap(({ sources }) => sources),
      view.sources,
    ),
    { kind: 'paragraph', text: notices.limits.text, quiet: true },
  ];
}

function section(text: string, block: Block): readonly Block[] {
  return [{ kind: 'heading', level: 2, text }, block];
}

function begun(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
