import type { InterviewPage } from '../../../src/engine/interview.ts';
import { nextPage, withAnswers } from '../../../src/engine/interview.ts';
import { knowledge } from '../../engine/world.ts';

/** What stands on the first line of the first pages, as long as everything is "no": short enough for any window. */
export const [firstPage, secondPage, thirdPage] = firstLines();

function firstLines(): readonly [string, string, string] {
  const lines: string[] = [];
  let answers = {};
  for (let page = nextPage(answers, knowledge); page !== undefined && lines.length < 3; ) {
    lines.push(lineOf(page));
    const nos = page.questions.map(({ id }) => [id, 'no']);
    answers = withAnswers(answers, Object.fromEntries(nos), knowledge);
    page = nextPage(answers, knowledge);
  }
  const [first = '', second = '', third = ''] = lines;
  return [first, second, third];
}

/** The first three words: a narrow window breaks the line somewhere behind them. */
function lineOf({ questions: [first] }: InterviewPage): string {
  return (first?.label ?? '').split(' ').slice(0, 3).join(' ');
}
