import type { Context } from '../../context.ts';
import type { ObstacleId } from '../../data/stress-schema.ts';
import { stressTables } from '../../data/stress-tables.ts';
import { emergencyLine } from '../../documents/emergency-line.ts';
import { signpostBlocks } from '../../documents/stress-crisis.ts';
import { commitmentBlocks, keptWords, talkRow } from '../../documents/stress-document.ts';
import { reviewBlocks } from '../../documents/stress-review.ts';
import { stressCommands } from '../../documents/stress-words.ts';
import type { Answers } from '../../engine/answers.ts';
import type { Sleep } from '../../engine/log/saved-entry.ts';
import type { Commitment } from '../../engine/stress/commitment.ts';
import { afterReview, type Decided, proposals, reviewSignposts } from '../../engine/stress/review.ts';
import type { ReviewBody } from '../../engine/stress/stress-events.ts';
import { firstWeekday } from '../../engine/stress/week.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { ratingFrom } from '../log/rating.ts';
import { nearest } from '../nearest.ts';
import { thenAndNowSays } from './compare-plans.ts';
import { waitsHint } from './done.ts';
import { checkText, commitmentFrom, givenFromText } from './given-commitment.ts';
import { keepReview, longestNote } from './keep-review.ts';
import { stressView } from './open-stress.ts';
import { answerPlanned, openPlanned, type PlannedRun } from './planned-run.ts';
import type { StressFlags } from './stress-flags.ts';
import { commitmentNamed } from './which-one.ts';

export interface ReviewFlags extends StressFlags {
  readonly stress?: string;
  readonly sleep?: string;
  /** Of the past two weeks; for today's help lines only, and never kept. */
  readonly lowMood?: string;
  readonly keep?: readonly string[];
  readonly shrink?: readonly string[];
  readonly swap?: readonly string[];
  readonly drop?: readonly string[];
  readonly add?: string;
  readonly obstacle?: readonly string[];
  readonly helped?: string;
  readonly kind?: string;
}

/** The weekly review: by keys, or as the flags say; else what it would propose. Gives the exit code. */
export async function runReview(flags: ReviewFlags, ctx: Context): Promise<number> {
  const run = await openPlanned(flags, ctx, 'there is nothing to look back on');
  if (run === undefined) return exitCodes.answered;
  if (isGiven(flags)) return reviewByFlags(run, flags);
  if (run.canAsk) {
    const { reviewByKeys } = await import('./review-by-keys.ts');
    const after = await reviewByKeys(run);
    if (after !== run && after !== 'crisis') await showReviewed(after);
    return exitCodes.answered;
  }
  const { plan } = run.kept;
  const blocks = reviewBlocks(plan, proposals(stressTables, plan.sinceReview, {}));
  const open = { ...run, before: [emergencyLine(run.contact), ...run.before] };
  await answerPlanned(
    open,
    [],
    [`${stressCommands.review} --stress 5 --keep 1`, stressCommands.plan],
    [...blocks, { kind: 'rows', rows: [talkRow(run.contact)] }],
  );
  return exitCodes.answered;
}

function isGiven(flags: ReviewFlags): boolean {
  const {
    stress,
    sleep,
    lowMood,
    add,
    helped,
    kind,
    keep = [],
    shrink = [],
    swap = [],
    drop = [],
    obstacle = [],
  } = flags;
  return (
    [stress, sleep, lowMood, add, helped, kind].some((flag) => flag !== undefined) ||
    [keep, shrink, swap, drop, obstacle].some((flag) => flag.length > 0)
  );
}

async function reviewByFlags(run: PlannedRun, flags: ReviewFlags): Promise<number> {
  const mood = flags.lowMood === undefined ? undefined : moodFrom(flags.lowMood);
  const body = bodyFrom(run, flags);
  const after = await keepReview(run, body);
  await showReviewed(after, mood, repairsFor(body));
  return exitCodes.answered;
}

/**
 * What holds now, and where help is when it is time for that.
 *
 * @param mood said just now, and never kept
 * @param repairs what to do about what got in the way, where that was not read by keys
 */
async function showReviewed(run: PlannedRun, mood?: string, repairs: readonly string[] = []): Promise<void> {
  const { now } = run.kept.plan;
  const { stress, sleep } = now.reviews.at(-1) ?? {};
  const answers: Answers = {
    ...(stress === undefined ? {} : { 'stress-now': stress }),
    ...(sleep === undefined ? {} : { 'stress-sleep': sleep }),
    ...(mood === undefined ? {} : { 'low-mood': mood }),
  };
  const before = { ...now, reviews: now.reviews.slice(0, -1) };
  const signposts = signpostBlocks(stressTables, reviewSignposts(before, answers), run.contact);
  const list = commitmentBlocks(await stressView(run, run.kept.plan, 'kept'));
  const says = ['Reviewed. This is the week that comes:'];
  await answerPlanned(
    { ...run, before: [emergencyLine(run.contact), ...run.before, ...signposts] },
    [
      ...repairs,
      ...says,
      ...(now.waits ? [waitsHint] : []),
      ...(now.isEightWeeks || isMonth(now)
        ? thenAndNowSays(run.kept, { stressors: {}, ...(stress === undefined ? {} : { stress }) })
        : []),
      ...(now.isEightWeeks ? [eightWeeks] : isMonth(now) ? [month] : []),
    ],
    [now.commitments.length === 0 ? stressCommands.addOne : stressCommands.plan, 'backcare undo'],
    [...list, { kind: 'rows', rows: [...keptWords(now), talkRow(run.contact)] }],
  );
}

/** A sentence for each thing that got in the way. */
function repairsFor({ obstacles = {} }: ReviewBody): readonly string[] {
  const named = Object.values(obstacles);
  return stressTables.repairs.filter(({ obstacle }) => named.includes(obstacle)).map(({ says }) => says);
}

/** Every fourth review: what presses may be something else by now. */
function isMonth({ reviews }: PlannedRun['kept']['plan']['now']): boolean {
  return reviews.length > 0 && reviews.length % 4 === 0;
}

const month = 'Four reviews done. Weigh again what presses, when you like: backcare stress-plan --again';
const eightWeeks =
  'Eight weeks, well kept or not. You can go on, stop, or choose other ways: backcare stress-plan --again';

function bodyFrom(run: PlannedRun, flags: ReviewFlags): ReviewBody {
  const { commitments } = run.kept.plan.now;
  const { decided, decisions } = decidedBy(run, flags);
  const taken = commitments.map(({ id }) => id);
  const weekday = firstWeekday(run.kept.today);
  const added =
    flags.add === undefined ? undefined : commitmentFrom(givenFromText(flags.add), '--add', taken, weekday);
  const after = afterReview(commitments, decided, added);
  if (after.kind !== 'fine') throw notPossible(after);
  return {
    ...(flags.stress === undefined ? {} : { stress: stressFrom(flags.stress) }),
    ...(flags.sleep === undefined ? {} : { sleep: sleepFrom(flags.sleep) }),
    ...obstaclesFrom(flags.obstacle ?? [], commitments),
    ...(Object.keys(decisions).length === 0 ? {} : { decisions }),
    ...(flags.helped === undefined ? {} : { helped: noteFrom(flags.helped, '--helped') }),
    ...(flags.kind === undefined ? {} : { kind: noteFrom(flags.kind, '--kind') }),
    commitments: after.commitments,
  };
}

/** Throws `InputError` with an example of this command. */
function stressFrom(text: string): number {
  try {
    return ratingFrom(text, '--stress');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.message, {
      ...(error.reason === undefined ? {} : { reason: error.reason }),
      next: 'For example: backcare stress-plan review --stress 5',
    });
  }
}

type Decisions = { [commitment: string]: Decided['is'] };

function decidedBy(run: PlannedRun, { keep = [], shrink = [], swap = [], drop = [] }: ReviewFlags) {
  const { commitments } = run.kept.plan.now;
  const decided: { [commitment: string]: Decided } = {};
  const decide = (which: string, decision: Decided) => {
    const { id } = commitmentNamed(which, commitments);
    if (decided[id] !== undefined)
      throw new InputError(`Two decisions for ${JSON.stringify(which)}.`, {
        reason: 'It is kept, made smaller, swapped or stopped.',
        next: 'For example: backcare stress-plan review --keep 1 --shrink 2',
      });
    decided[id] = decision;
  };
  for (const which of keep) decide(which, { is: 'keep' });
  for (const which of shrink) decide(which, { is: 'shrink' });
  for (const which of drop) decide(which, { is: 'stop' });
  const taken = commitments.map(({ id }) => id);
  const weekday = firstWeekday(run.kept.today);
  for (const pair of swap) {
    const [which, what] = split(pair, '--swap', '1=walk-after-lunch');
    decide(which, { is: 'swap', to: commitmentFrom(givenFromText(what), '--swap', taken, weekday) });
  }
  const decisions: Decisions = Object.fromEntries(Object.entries(decided).map(([id, { is }]) => [id, is]));
  return { decided, decisions };
}

function notPossible(after: Exclude<ReturnType<typeof afterReview>, { kind: 'fine' }>): InputError {
  switch (after.kind) {
    case 'too-many':
      return new InputError(`That would be ${after.count} small things.`, {
        reason: 'Three at a time are enough: of more, few are kept.',
        next: 'Stop or swap one: backcare stress-plan review --drop 1 --add walk-after-lunch',
      });
    case 'swap-for-what':
      return new InputError(`Swap "${after.id}" for what?`, {
        next: 'For example: backcare stress-plan review --swap 1=walk-after-lunch',
      });
    case 'same-twice':
      return new InputError(`"${after.id}" would be on the plan twice.`, {
        reason: 'One thing is done once.',
        next: 'Choose another: backcare stress-plan --questions',
      });
  }
}

function obstaclesFrom(
  pairs: readonly string[],
  commitments: readonly Commitment[],
): Pick<ReviewBody, 'obstacles'> {
  if (pairs.length === 0) return {};
  const known = stressTables.repairs.map(({ obstacle }) => obstacle);
  const obstacles: { [commitment: string]: ObstacleId } = {};
  for (const pair of pairs) {
    const [which, what] = split(pair, '--obstacle', '1=too-big');
    const found = known.find((id) => id === what);
    if (found === undefined) {
      const near =
        nearest(what, known) ?? known.find((id) => what.length > 2 && id.includes(what.toLowerCase()));
      throw new InputError(`--obstacle cannot be ${JSON.stringify(what)}.`, {
        reason: `${near === undefined ? '' : `Did you mean "${near}"? `}It takes ${known.join(', ')}.`,
        next: 'For example: --obstacle 1=too-big',
      });
    }
    obstacles[commitmentNamed(which, commitments).id] = found;
  }
  return { obstacles };
}

function split(pair: string, flag: string, example: string): readonly [string, string] {
  const at = pair.indexOf('=');
  if (at > 0 && at < pair.length - 1) return [pair.slice(0, at), pair.slice(at + 1)];
  throw new InputError(`${flag} ${pair}: expected which=what.`, { next: `For example: ${flag} ${example}` });
}

function moodFrom(text: string): string {
  const word = text.trim().toLowerCase();
  if (['yes', 'no', 'unsure', 'rather-not-say'].includes(word)) return word;
  throw new InputError(`--low-mood cannot be ${JSON.stringify(text)}.`, {
    reason: 'It is yes, no, unsure or rather-not-say.',
    next: 'For example: --low-mood no',
  });
}

function sleepFrom(text: string): Sleep {
  const word = text.trim().toLowerCase();
  if (word === 'good' || word === 'fair' || word === 'poor') return word;
  throw new InputError(`--sleep cannot be ${JSON.stringify(text)}.`, {
    reason: 'It is good, fair or poor.',
    next: 'For example: --sleep fair',
  });
}

/** Words of the person, one line. Throws `InputError`. */
function noteFrom(text: string, flag: string): string {
  checkText(text, flag);
  const note = text.trim();
  if (note !== '' && note.length <= longestNote) return note;
  throw new InputError(`${flag} cannot be kept as it is.`, {
    reason: note === '' ? 'It is empty.' : `It is longer than ${longestNote} letters.`,
    next: `One line is enough: ${flag} "the walk after lunch"`,
  });
}
