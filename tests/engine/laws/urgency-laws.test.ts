import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Urgency } from '../../../src/data/schema.ts';
import type { Answer, Answers } from '../../../src/engine/answers.ts';
import { isAskable } from '../../../src/engine/relevance.ts';
import { ruleLevel, triage } from '../../../src/engine/triage.ts';
import { higherUrgency, urgencyRank } from '../../../src/engine/urgency.ts';
import { anyAnswers, boolsInRules, plausibleAnswers, runs } from '../generators.ts';
import { knowledge, questionOf, safetyBools, without } from '../world.ts';

const levelOf = (answers: Answers): Urgency => triage(answers, knowledge).urgency;
const rankOf = (answers: Answers): number => urgencyRank(levelOf(answers));
const routine = urgencyRank('routine');

const asked = [...new Set([...safetyBools, ...boolsInRules])].map(({ id }) => id);
const emergencyItems = knowledge.allRules
  .filter((rule) => rule.urgency === 'emergency')
  .flatMap(({ when }) => ('yes' in when ? [when.yes] : rulesAsAny(when)));

/** The ids of "any of these, yes". */
function rulesAsAny(when: object): readonly string[] {
  const parts: readonly object[] = 'any' in when && Array.isArray(when.any) ? when.any : [];
  return parts.every((part) => 'yes' in part)
    ? parts.map((part) => String((part as { yes: string }).yes))
    : [];
}

describe('a worse answer', { timeout: 600_000 }, () => {
  it('covers every danger sign and every other yes/no answer of the rules', () => {
    expect(asked.length).toBeGreaterThan(80);
    expect(asked).toEqual(
      expect.arrayContaining(['rf-fever', 'mod-steroids', 'basic-tasks', 'pain-changed']),
    );
  });

  it('never lowers the level on its way from no over not sure to yes', () => {
    const three = fc.uniqueArray(fc.constantFrom(...asked), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(anyAnswers, three, (answers, ids) => {
        for (const id of ids) {
          const ranks = (['no', 'unsure', 'yes'] as const).map((truth) =>
            rankOf({ ...answers, [id]: truth }),
          );
          expect(ranks, id).toEqual(ranks.toSorted());
        }
      }),
      { numRuns: runs },
    );
  });

  it('never lowers the level when several facts about a person are added', () => {
    const facts = asked.filter((id) => id.startsWith('mod-'));
    fc.assert(
      fc.property(anyAnswers, fc.subarray(facts, { minLength: 1 }), (answers, added) => {
        const more = { ...answers, ...Object.fromEntries(added.map((id) => [id, 'yes'])) };
        // Against the same answers with a "no" in these places, where nothing was said: what was skipped is missing, and
        // that has a level of its own (E4), which any answer takes away.
        const isSaid = (id: string) => answers[id] !== undefined && answers[id] !== 'skipped';
        const unsaid = added.filter((id) => !isSaid(id)).map((id) => [id, 'no']);
        const before = { ...answers, ...Object.fromEntries(unsaid) };
        expect(rankOf(more)).toBeGreaterThanOrEqual(rankOf(before));
      }),
      { numRuns: runs },
    );
  });

  it('never lowers the level when the worst pain is higher', () => {
    const pain = fc.integer({ min: 0, max: 10 });
    fc.assert(
      fc.property(anyAnswers, pain, pain, (answers, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(rankOf({ ...answers, 'pain-worst': high })).toBeGreaterThanOrEqual(
          rankOf({ ...answers, 'pain-worst': low }),
        );
      }),
      { numRuns: runs },
    );
  });

  it('never lowers the level when another place hurts too', () => {
    const site = questionOf('pain-site');
    const sites = 'options' in site ? site.options.map(({ id }) => id) : [];
    fc.assert(
      fc.property(
        anyAnswers,
        fc.subarray(sites, { minLength: 1 }),
        fc.constantFrom(...sites),
        (answers, some, another) => {
          const more = [...new Set([...some, another])];
          expect(rankOf({ ...answers, 'pain-site': more })).toBeGreaterThanOrEqual(
            rankOf({ ...answers, 'pain-site': some }),
          );
        },
      ),
      { numRuns: runs },
    );
  });
});

describe('an emergency item', { timeout: 600_000 }, () => {
  it('is one of at least twenty', () => {
    expect(new Set(emergencyItems).size).toBeGreaterThanOrEqual(26);
    expect(emergencyItems).toEqual(
      expect.arrayContaining(['rf-saddle-numbness', 'rf-chest-pain', 'rf-self-harm']),
    );
  });

  it('is an emergency when yes and urgent or more when not sure, with any other answers', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...emergencyItems), (answers, id) => {
        expect(levelOf({ ...answers, [id]: 'yes' })).toBe('emergency');
        expect(rankOf({ ...answers, [id]: 'unsure' })).toBeGreaterThanOrEqual(urgencyRank('urgent'));
      }),
      { numRuns: runs },
    );
  });

  it('is an emergency when two of the cauda equina items are not sure, with any other answers', () => {
    const two = fc.shuffledSubarray(
      ['rf-saddle-numbness', 'rf-bladder-retention', 'rf-bladder-leak', 'rf-bowel-loss', 'rf-sexual-loss'],
      { minLength: 2, maxLength: 2 },
    );
    fc.assert(
      fc.property(anyAnswers, two, (answers, ids) => {
        expect(levelOf({ ...answers, ...Object.fromEntries(ids.map((id) => [id, 'unsure'])) })).toBe(
          'emergency',
        );
      }),
      { numRuns: runs },
    );
  });
});

describe('an answer that is withheld', { timeout: 600_000 }, () => {
  it('never gives a level below routine when a safety line is skipped', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...safetyBools), (answers, { id }) => {
        const result = triage({ ...answers, [id]: 'skipped' }, knowledge);
        expect(urgencyRank(result.urgency)).toBeGreaterThanOrEqual(routine);
        expect(result.missing).toContain(id);
        expect(result.complete).toBe(false);
      }),
      { numRuns: runs },
    );
  });

  it('counts as no in the rules: skipped adds the floor of routine and nothing else', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...safetyBools), (answers, { id }) => {
        const no = levelOf({ ...answers, [id]: 'no' });
        expect(levelOf({ ...answers, [id]: 'skipped' })).toBe(higherUrgency(no, 'routine'));
      }),
      { numRuns: runs },
    );
  });

  it('changes nothing when a private line is "rather not say"', () => {
    const closed = safetyBools.filter((question) => question.private === true);
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...closed), (answers, { id }) => {
        expect(levelOf({ ...answers, [id]: 'rather-not-say' })).toBe(levelOf({ ...answers, [id]: 'no' }));
      }),
      { numRuns: runs },
    );
  });

  it('never gives a level below routine while a safety question that could raise it is open', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...safetyBools), (answers, { id }) => {
        const result = triage(without(answers, id), knowledge);
        if (result.complete) return;
        expect(urgencyRank(result.urgency)).toBeGreaterThanOrEqual(routine);
      }),
      { numRuns: runs },
    );
  });

  it('never gives a lower level than any length of time when the duration is unknown', () => {
    const unknown = fc.constantFrom<Answer | undefined>('skipped', 'unsure', undefined);
    const days = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(anyAnswers, unknown, days, (answers, withheld, duration) => {
        const rest = without(answers, 'duration');
        const open = withheld === undefined ? rest : { ...rest, duration: withheld };
        const questions = knowledge.questions.filter((question) =>
          isAskable(question, { ...rest, duration }, knowledge),
        );
        const known = Object.fromEntries(
          Object.entries({ ...rest, duration }).filter(([id]) =>
            questions.some((question) => question.id === id),
          ),
        );
        expect(urgencyRank(ruleLevel(open, knowledge))).toBeGreaterThanOrEqual(
          urgencyRank(ruleLevel(known, knowledge)),
        );
      }),
      { numRuns: runs },
    );
  });

  it('counts an unknown age like "not sure" in every age rule: never over a level below, whatever the age', () => {
    fc.assert(
      fc.property(plausibleAnswers, fc.integer({ min: 0, max: 120 }), (answers, age) => {
        const known = rankOf({ ...answers, age });
        const unknown = rankOf({ ...answers, age: 'skipped' });
        // Not sure is one level lower at most, and never below routine.
        expect(unknown).toBeGreaterThanOrEqual(Math.max(routine, known - 1));
      }),
      { numRuns: runs },
    );
  });
});

describe('the order of answers', { timeout: 600_000 }, () => {
  it('does not matter', () => {
    const ordered = anyAnswers.chain((answers) =>
      fc.tuple(
        fc.constant(answers),
        fc.shuffledSubarray(Object.entries(answers), { minLength: Object.keys(answers).length }),
      ),
    );
    fc.assert(
      fc.property(ordered, ([answers, shuffled]) => {
        expect(triage(Object.fromEntries(shuffled), knowledge)).toEqual(triage(answers, knowledge));
      }),
      { numRuns: runs },
    );
  });
});
