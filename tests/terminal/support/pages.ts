import type { PromptPage, PromptQuestion } from '../../../src/context.ts';

/** Questions and pages with short words, so that a test states only what matters. */
export function truth(id: string, more: Partial<PromptQuestion> = {}): PromptQuestion {
  return { id, kind: 'bool', label: `Label ${id}`, ask: `Is ${id} so?`, why: `Because of ${id}.`, ...more };
}

export function number(
  id: string,
  unit: 'years' | 'days' | 'of 10',
  more: Partial<PromptQuestion> = {},
): PromptQuestion {
  const maximum = unit === 'years' ? 120 : unit === 'days' ? 36_500 : 10;
  return { ...truth(id), kind: 'number', ask: `How much ${id}?`, unit, minimum: 0, maximum, ...more };
}

export function choice(id: string, kind: 'single' | 'multi', options: readonly string[]): PromptQuestion {
  return {
    ...truth(id),
    kind,
    ask: `Which ${id}?`,
    options: options.map((option) => ({ id: option, label: `Option ${option}`, alone: option === 'none' })),
  };
}

export function pageOf(questions: readonly PromptQuestion[], more: Partial<PromptPage> = {}): PromptPage {
  return {
    emergencyLine: 'If you think this is an emergency, call 112 now.',
    title: 'Nerves',
    progress: '1 of 4',
    canGoBack: true,
    questions,
    ...more,
  };
}
