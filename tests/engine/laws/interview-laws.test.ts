import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Answers } from '../../../src/engine/answers.ts';
import { allowsPatterns, linesOnAPage, nextPage, withAnswers } from '../../../src/engine/interview.ts';
import { isAskable } from '../../../src/engine/relevance.ts';
import { ruleLevel, triage } from '../../../src/engine/triage.ts';
import { isWithheld } from '../../../src/engine/truth.ts';
import { urgencyRank } from '../../../src/engine/urgency.ts';
import { runs, wholePeople } from '../generators.ts';
import { knowledge } from '../world.ts';

/** More pages than this would be no interview for somebody in pain. */
const mostPages = 60;

/** Not answered, these count as the graver answer; asking may turn an emergency into less. */
const mayLower = ['accident-when', 'preg-stage'];

interface Interview {
  readonly answers: Answers;
  readonly shown: readonly string[];
  readonly stages: readonly string[];
  /** What was still asked once the level was emergency. */
  readonly askedInEmergency: readonly string[];
  readonly longestPage: number;
  readonly ended: boolean;
}

/** Answers page after page as this person would. */
function interview(person: Answers): Interview {
  let answers: Answers = {};
  const shown: string[] = [];
  const stages: string[] = [];
  const askedInEmergency: string[] = [];
  let longestPage = 0;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = nextPage(answers, knowledge);
    if (page === undefined) return { answers, shown, stages, askedInEmergency, longestPage, ended: true };
    if (ruleLevel(answers, knowledge) === 'emergency') {
      askedInEmergency.push(...page.questions.map(({ id }) => id));
    }
    stages.push(page.stage);
    longestPage = Math.max(longestPage, page.questions.length);
    shown.push(...page.questions.map(({ id }) => id));
    const said = page.questions.map(({ id }): [string, Answer] => [id, person[id] ?? 'skipped']);
    answers = withAnswers(answers, Object.fromEntries(said), knowledge);
  }
  return { answers, shown, stages, askedInEmergency, longestPage, ended: false };
}

/** What was answered, and every safety line that was left out, as this person would have answered it. */
function withLinesLeftOut(answers: Answers, person: Answers): Answers {
  let full = answers;
  for (;;) {
    const next = knowledge.questions.find(
      (question) =>
        question.screen !== undefined &&
        full[question.id] === undefined &&
        !isWithheld(person[question.id]) &&
        isAskable(question, full, knowledge),
    );
    if (next === undefined) return full;
    full = { ...full, [next.id]: person[next.id] as Answer };
  }
}

describe('an interview with anybody', () => {
  it('ends, asks nothing twice, puts safety first, and loses nothing by what it leaves out', () => {
    fc.assert(
      fc.property(wholePeople, (person) => {
        const { answers, shown, stages, askedInEmergency, longestPage, ended } = interview(person);
        expect(ended).toBe(true);
        expect(new Set(shown).size).toBe(shown.length);
        expect(longestPage).toBeLessThanOrEqual(linesOnAPage);

        const result = triage(answers, knowledge);
        // E8: an emergency ends the questions, but for the answers that may show that it is none.
        expect(askedInEmergency.filter((id) => !mayLower.includes(id))).toEqual([]);
        // The first pages are safety pages; once the plan's questions have begun nothing that is asked is a plain sign.
        expect(stages[0]).toBe('safety');
        if (urgencyRank(result.urgency) >= urgencyRank('urgent') || !allowsPatterns(answers)) {
          const last = stages.at(-1);
          expect(['safety', 'core', 'branch', 'consider']).toContain(last);
        }

        // E13: the lines that no rule could use would have changed nothing.
        const full = withLinesLeftOut(answers, person);
        expect(ruleLevel(full, knowledge)).toBe(ruleLevel(answers, knowledge));
        if (!Object.values(answers).includes('skipped')) {
          expect(triage(full, knowledge).urgency).toBe(result.urgency);
          expect(result.missing).toEqual([]);
        }
      }),
      { numRuns: runs },
    );
  }, 600_000);
});
