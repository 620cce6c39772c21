import type { Expression, Question, Rule, Urgency } from '../data/schema.ts';
import type { Answer, Answers } from './answers.ts';
import type { Knowledge } from './knowledge.ts';
import { evaluate, leavesOf, questionOfLeaf, type TruthValue } from './truth.ts';
import { loweredUrgency, urgencyRank } from './urgency.ts';

/** What an expression can still become once the open questions are answered. */
interface Range {
  readonly low: TruthValue;
  readonly high: TruthValue;
}

/**
 * The open questions whose answer could still raise the level above `level` (E13), computed from the rules:
 * a question counts while some rule that contains it is undecided and would give more than there is.
 */
export function questionsThatCouldRaise(
  answers: Answers,
  knowledge: Knowledge,
  level: Urgency,
): ReadonlySet<string> {
  const open = undecidedRules(answers, knowledge, level);
  return new Set(open.flatMap(({ waitsFor }) => [...waitsFor]));
}

/** Rules that could still give more than `level`, each with the open questions it waits for. */
function undecidedRules(
  answers: Answers,
  knowledge: Knowledge,
  level: Urgency,
): readonly { readonly rule: Rule; readonly waitsFor: ReadonlySet<string> }[] {
  const reach = reachOf(answers, knowledge);
  return knowledge.allRules.flatMap((rule) => {
    const waitsFor = new Set<string>();
    if (reach.isDecided(rule.when)) return [];
    if (urgencyRank(rule.urgency) > urgencyRank(level)) reach.undecided(rule.when, 2, waitsFor);
    if (urgencyRank(loweredUrgency(rule.urgency)) > urgencyRank(level))
      reach.undecided(rule.when, 1, waitsFor);
    return waitsFor.size === 0 ? [] : [{ rule, waitsFor }];
  });
}

/** The open questions that decide whether this one expression holds (for the outcomes to consider). */
export function questionsThatDecide(
  expression: Expression,
  answers: Answers,
  knowledge: Knowledge,
): ReadonlySet<string> {
  const found = new Set<string>();
  reachOf(answers, knowledge).undecided(expression, 2, found);
  return found;
}

/**
 * Safety questions that are skipped, or open while they could still raise the level. While nothing has raised it,
 * also every other open question that a rule with a danger sign waits for: else a yes to one sign of a pair would
 * settle the other, leave nothing missing, and take the floor for missing answers away.
 */
export function openSafetyQuestions(
  answers: Answers,
  knowledge: Knowledge,
  level: Urgency,
): readonly string[] {
  const open = undecidedRules(answers, knowledge, level);
  const raising = new Set(open.flatMap(({ waitsFor }) => [...waitsFor]));
  const withSigns = urgencyRank(level) === 0 ? open.filter(({ rule }) => hasSign(rule, knowledge)) : [];
  const awaited = new Set(withSigns.flatMap(({ waitsFor }) => [...waitsFor]));
  return knowledge.questions
    .filter((question) => {
      const { id, screen } = question;
      if (answers[id] === 'skipped') return screen !== undefined;
      const matters = screen === undefined ? awaited.has(id) : raising.has(id);
      return matters && answers[id] === undefined && isAskable(question, answers, knowledge);
    })
    .map((question) => question.id);
}

function hasSign(rule: Rule, knowledge: Knowledge): boolean {
  return leavesOf(rule.when).some((id) => {
    const question = knowledge.question(id);
    return question?.kind === 'bool' && question.screen !== undefined;
  });
}

/** Its condition holds, or may hold, with the answers so far. */
export function isAskable(question: Question, answers: Answers, knowledge: Knowledge): boolean {
  return question.when === undefined || evaluate(question.when, answers, knowledge) > 0;
}

function reachOf(answers: Answers, knowledge: Knowledge) {
  // A rule is walked several times, and sets are shared by many rules.
  const known = new Map<Expression, Range>();

  function rangeOf(expression: Expression): Range {
    let range = known.get(expression);
    if (range === undefined) {
      range = workOutRange(expression);
      known.set(expression, range);
    }
    return range;
  }

  function workOutRange(expression: Expression): Range {
    if ('all' in expression) return lowestRange(expression.all);
    if ('any' in expression) return highestRange(expression.any);
    if ('of' in expression) return countRange(expression.of.map(rangeOf), expression.atLeast, 2);
    if ('atLeastUnsure' in expression) {
      return countRange(
        expression.questions.map((id) => rangeOf({ yes: id })),
        expression.atLeastUnsure,
        1,
      );
    }
    const id = questionOfLeaf(expression);
    if (answers[id] !== undefined) {
      const value = evaluate(expression, answers, knowledge);
      return { low: value, high: value };
    }
    const condition = knowledge.question(id)?.when;
    return { low: 0, high: condition === undefined ? 2 : rangeOf(condition).high > 0 ? 2 : 0 };
  }

  /** Stops at a part that can only be no: nothing after it matters. */
  function lowestRange(parts: readonly Expression[]): Range {
    let [low, high]: [TruthValue, TruthValue] = [2, 2];
    for (const part of parts) {
      const range = rangeOf(part);
      if (range.low < low) low = range.low;
      if (range.high < high) high = range.high;
      if (high === 0) break;
    }
    return { low: high === 0 ? 0 : low, high };
  }

  /** Stops at a part that can only be yes. */
  function highestRange(parts: readonly Expression[]): Range {
    let [low, high]: [TruthValue, TruthValue] = [0, 0];
    for (const part of parts) {
      const range = rangeOf(part);
      if (range.low > low) low = range.low;
      if (range.high > high) high = range.high;
      if (low === 2) break;
    }
    return { low, high: low === 2 ? 2 : high };
  }

  /** Adds every open question that can still decide whether the expression reaches this truth. */
  function undecided(expression: Expression, truth: 1 | 2, found: Set<string>): void {
    const range = rangeOf(expression);
    if (range.low >= truth || range.high < truth) return;
    if ('all' in expression) for (const part of expression.all) undecided(part, truth, found);
    else if ('any' in expression) for (const part of expression.any) undecided(part, truth, found);
    else if ('of' in expression) for (const part of expression.of) undecided(part, truth, found);
    else if ('atLeastUnsure' in expression) {
      for (const id of expression.questions) undecided({ yes: id }, 1, found);
    } else {
      const id = questionOfLeaf(expression);
      found.add(id);
      const condition = knowledge.question(id)?.when;
      if (condition !== undefined) undecided(condition, 1, found);
    }
  }

  /** Nothing that is open can change it: the common case, so that most rules are walked once. */
  function isDecided(expression: Expression): boolean {
    const { low, high } = rangeOf(expression);
    return low === high;
  }

  return { undecided, isDecided };
}

/** At least `count` parts that reach `truth`; what is counted is all or nothing only for `atLeastUnsure`. */
function countRange(ranges: readonly Range[], count: number, truth: 1 | 2): Range {
  const nth = (pick: (range: Range) => TruthValue): TruthValue => {
    const value = ranges.map(pick).sort((one, other) => other - one)[count - 1] ?? 0;
    if (truth === 2) return value;
    return value >= 1 ? 2 : 0;
  };
  return { low: nth((range) => range.low), high: nth((range) => range.high) };
}

/** One answer of each kind that the rules can tell apart, for questions whose answer may lower the level. */
export function representativeAnswers(question: Question): readonly Answer[] {
  switch (question.kind) {
    case 'bool':
      return ['no', 'unsure', 'yes'];
    case 'single':
    case 'multi':
      return question.options.map((option) => (question.kind === 'multi' ? [option.id] : option.id));
    case 'number':
      return (question.bands ?? [{ from: question.minimum }]).map((band) => band.from);
  }
}
