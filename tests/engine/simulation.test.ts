import { describe, expect, it } from 'vitest';
import type { Question, Urgency } from '../../src/data/schema.ts';
import type { Answer, Answers } from '../../src/engine/answers.ts';
import { nextPage, withAnswers } from '../../src/engine/interview.ts';
import { triage } from '../../src/engine/triage.ts';
import { knowledge } from './world.ts';

/**
 * Ordinary people with back pain, made up from assumed frequencies:
 * - a yes/no line is yes with the `share` that stands with its question, and not sure with three tenths of it
 * - a choice goes by the shares of its options (scaled to one), several ticks by each option's own share
 * - a scale or a length goes by the shares of its bands, evenly inside a band; the last band of a duration ends at
 *   two years, that of a scale at its end
 * - ages are those of adults who see somebody about back pain: 18 to 29 a fifth, 30 to 49 two fifths, 50 to 64 a
 *   quarter, 65 to 85 the rest
 * - answers are independent of each other, which is not so in life: signs of one illness come together, so life has
 *   fewer people with a danger sign, and graver ones among them
 */
const unsureForEachYes = 0.3;
const lastAge = 85;
const lastDay = 730;
const people = 1000;
/** So many rules are named when a run fails. */
const causesShown = 12;
const seeds = [1, 2, 3, 5, 8, 13, 21, 34];

/** A seeded stream of numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pick<Item extends { readonly share: number }>(
  items: readonly Item[],
  random: () => number,
): Item | undefined {
  const total = items.reduce((sum, { share }) => sum + share, 0);
  let left = random() * total;
  return items.find(({ share }) => {
    left -= share;
    return left < 0;
  });
}

function answerOf(question: Question, random: () => number): Answer {
  switch (question.kind) {
    case 'bool': {
      const place = random();
      if (place < question.share) return 'yes';
      return place < question.share * (1 + unsureForEachYes) ? 'unsure' : 'no';
    }
    case 'single':
      return pick(question.options, random)?.id ?? 'unsure';
    case 'multi': {
      const ticked = question.options.filter(({ alone, share }) => alone !== true && random() < share);
      const none = question.options.find(({ alone }) => alone === true);
      if (ticked.length > 0) return ticked.map(({ id }) => id);
      return none === undefined ? [pick(question.options, random)?.id ?? ''] : [none.id];
    }
    case 'number': {
      const bands = question.bands ?? [{ id: 'all', from: question.minimum, share: 1 }];
      const band = pick(bands, random) ?? { id: 'all', from: question.minimum, share: 1 };
      const next = bands[bands.indexOf(band) + 1]?.from;
      const last =
        question.unit === 'years' ? lastAge : question.unit === 'days' ? lastDay : question.maximum;
      const from = question.id === 'age' ? Math.max(18, band.from) : band.from;
      const until = next === undefined ? last + 1 : next;
      return Math.floor(from + random() * (until - from));
    }
  }
}

/** Answers to everything that makes sense for this person: withAnswers drops what does not. */
function somebody(random: () => number): Answers {
  const asked = knowledge.questions.filter(({ role }) => role !== 'closing');
  const said = Object.fromEntries(asked.map((question) => [question.id, answerOf(question, random)]));
  return withAnswers(said, {}, knowledge);
}

interface Tally {
  readonly share: { readonly [level in Urgency]: number };
  /** Which rules gave emergency or urgent, commonest first: what to look at when this fails. */
  readonly causes: string;
}

function tally(population: readonly Answers[]): Tally {
  const counts = { 'self-care': 0, routine: 0, urgent: 0, emergency: 0 };
  const causes = new Map<string, number>();
  for (const answers of population) {
    const { urgency, fired } = triage(answers, knowledge);
    counts[urgency] += 1;
    if (urgency !== 'emergency' && urgency !== 'urgent') continue;
    for (const entry of fired) {
      if (entry.urgency !== urgency) continue;
      const name = `${urgency} ${entry.rule.id}`;
      causes.set(name, (causes.get(name) ?? 0) + 1);
    }
  }
  const of = (level: Urgency): number => counts[level] / population.length;
  return {
    share: {
      'self-care': of('self-care'),
      routine: of('routine'),
      urgent: of('urgent'),
      emergency: of('emergency'),
    },
    causes: [...causes]
      .toSorted((one, other) => other[1] - one[1])
      .slice(0, causesShown)
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
  };
}

describe('a thousand ordinary people with back pain', () => {
  it.each(seeds)('seed %d: at most 3 in 100 an emergency, 10 in 100 urgent', (seed) => {
    const random = randomFrom(seed);
    const { share, causes } = tally(Array.from({ length: people }, () => somebody(random)));
    expect(share.emergency, causes).toBeLessThanOrEqual(0.03);
    expect(share.urgent, causes).toBeLessThanOrEqual(0.1);
    // A product that sends everybody away, or nobody, is of no use either.
    expect(share['self-care']).toBeGreaterThan(0.1);
    expect(share.routine).toBeGreaterThan(0.1);
  });

  it('gets the same level from the interview, which leaves most questions out', () => {
    const random = randomFrom(55);
    for (let count = 0; count < 200; count += 1) {
      const person = somebody(random);
      let answers: Answers = {};
      for (let page = nextPage(answers, knowledge); page !== undefined; page = nextPage(answers, knowledge)) {
        const said = page.questions.map(({ id }): [string, Answer] => [id, person[id] ?? 'unsure']);
        answers = withAnswers(answers, Object.fromEntries(said), knowledge);
      }
      const [asked, all] = [triage(answers, knowledge).urgency, triage(person, knowledge).urgency];
      // Questions that only say "book a visit" are asked while they can still tell something about the pattern.
      const differ = asked !== all && !(asked === 'self-care' && all === 'routine');
      expect(differ, `${asked} by the interview, ${all} by all answers`).toBe(false);
    }
  });
});
