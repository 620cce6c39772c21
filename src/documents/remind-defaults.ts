import type { Statement } from '../data/recovery-schema.ts';
import type { SchedulePlan } from '../data/reminder-schema.ts';
import type { ReadySchedules } from '../engine/reminders/ready-schedules.ts';
import { inSentence } from './answer-words.ts';
import type { Document } from './document.ts';
import { scheduleInWords } from './remind-words.ts';

/** Whether the plan of the article is offered beside the whole plan of the person. */
export function hasArticle({ whole, article }: ReadySchedules): boolean {
  return article !== undefined && article.id !== whole.id;
}

/** What is known of reminders, and the ready plans one after the other, with all that each would set. */
export function plansDocument(offer: ReadySchedules, about: readonly Statement[]): Document {
  const { few, whole, article } = offer;
  return {
    title: 'Reminders',
    blocks: [
      { kind: 'heading', level: 1, text: 'Reminders, ready to take' },
      {
        kind: 'paragraph',
        text: 'Each can be changed, skipped or taken away. Your plan works without any.',
      },
      { kind: 'list', items: about.map(({ text }) => text) },
      ...planBlocks('A few', few),
      ...planBlocks(`The whole plan: ${inSentence(whole.name)}`, whole),
      ...(article !== undefined && hasArticle(offer) ? planBlocks(article.name, article) : []),
    ],
  };
}

function planBlocks(name: string, plan: SchedulePlan) {
  return [
    { kind: 'heading', level: 2, text: name } as const,
    { kind: 'paragraph', text: plan.says } as const,
    {
      kind: 'rows',
      rows: plan.schedules.map((schedule) => ({ label: schedule.id, text: scheduleInWords(schedule) })),
    } as const,
  ];
}
