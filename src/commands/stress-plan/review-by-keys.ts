import type { Prompter, PromptQuestion } from '../../context.ts';
import type { ObstacleId, ReviewQuestion, StressQuestion } from '../../data/stress-schema.ts';
import { stressTables } from '../../data/stress-tables.ts';
import { reviewBlocks } from '../../documents/stress-review.ts';
import type { Answers } from '../../engine/answers.ts';
import type { Sleep } from '../../engine/log/saved-entry.ts';
import { type Commitment, ifThen, mostCommitments } from '../../engine/stress/commitment.ts';
import { crisisWords, wellbeingGate } from '../../engine/stress/gate.ts';
import { cleaned } from '../../engine/stress/own-words.ts';
import { afterReview, type Decided, type Proposal, proposals } from '../../engine/stress/review.ts';
import type { ReviewBody } from '../../engine/stress/stress-events.ts';
import { helpFirst } from './crisis.ts';
import { signposted } from './evaluate.ts';
import { keepReview, longestNote } from './keep-review.ts';
import { overChoice, paragraph } from './over-choice.ts';
import { pickOne } from './pick-one.ts';
import type { PlannedRun } from './planned-run.ts';
import { stressQuestions } from './stress-answers.ts';

/**
 * The weekly review at the keyboard. Gives the run as it was when the person leaves it. In a crisis the number was shown,
 * and nothing comes after it.
 */
export async function reviewByKeys(run: PlannedRun): Promise<PlannedRun | 'crisis'> {
  const prompter = await run.prompter();
  const now = await howItIs(run, prompter);
  if (now === undefined) return run;
  const gate = wellbeingGate(now);
  if (gate.kind === 'crisis') {
    await helpFirst(run);
    return 'crisis';
  }
  if (gate.signposts.length > 0) {
    await prompter.choose({
      text: await signposted(run, gate.signposts),
      message: '',
      choices: [{ key: 'enter', value: 'on', label: 'go on' }],
    });
  }
  const obstacles = await whatGotInTheWay(run, prompter);
  const proposed = proposals(stressTables, run.kept.plan.sinceReview, obstacles);
  const decided: { [commitment: string]: Decided } = {};
  for (const [place, proposal] of proposed.entries()) {
    const decision = await decide(run, prompter, proposal, `${place + 1} of ${proposed.length}`);
    if (decision === 'crisis') return help(run);
    if (decision === undefined) return run;
    decided[proposal.commitment.id] = decision;
  }
  const { commitments } = run.kept.plan.now;
  const without = afterReview(commitments, decided);
  const count = without.kind === 'fine' ? without.commitments.length : mostCommitments;
  const added = count < mostCommitments ? await addOne(run, prompter) : undefined;
  if (added === 'crisis') return help(run);
  const after = afterReview(commitments, decided, added);
  if (after.kind !== 'fine') return run;
  const words = await ownWordsOfReview(run, prompter);
  if (words === 'crisis') return help(run);
  const decisions = Object.fromEntries(Object.entries(decided).map(([id, { is }]) => [id, is]));
  const body: ReviewBody = {
    ...ratingsIn(now),
    ...(Object.keys(obstacles).length === 0 ? {} : { obstacles }),
    ...(Object.keys(decisions).length === 0 ? {} : { decisions }),
    ...words,
    commitments: after.commitments,
  };
  return keepReview(run, body);
}

/** Words that were typed may ask for help: nothing of the review is kept. */
async function help(run: PlannedRun): Promise<'crisis'> {
  await helpFirst(run, 'words');
  return 'crisis';
}

/** Stress, sleep and mood, one page; then, where it is called for, the one question more. Undefined for back. */
async function howItIs(run: PlannedRun, prompter: Prompter): Promise<Answers | undefined> {
  const { contact, kept } = run;
  // Each small thing has a page of its own, later.
  const text = await overChoice(run, reviewBlocks(kept.plan, []));
  const questions = ['stress-now', 'stress-sleep', 'low-mood'].flatMap(
    (id) => stressQuestions().get(id) ?? [],
  );
  const page = { emergencyLine: contact.line, title: 'How you are', canGoBack: true };
  const reply = await prompter.page({
    ...page,
    text,
    progress: 'review',
    questions: questions.map(asked),
  });
  if (reply.kind === 'back') return undefined;
  const selfHarm = stressQuestions().get('self-harm');
  const { 'stress-now': stress, 'low-mood': mood } = reply.answers;
  const isCalledFor =
    ['yes', 'unsure', 'rather-not-say'].includes(String(mood)) || (typeof stress === 'number' && stress >= 9);
  if (!isCalledFor || selfHarm === undefined) return reply.answers;
  const more = await prompter.page({ ...page, progress: 'review', questions: [asked(selfHarm)] });
  return more.kind === 'back' ? undefined : { ...reply.answers, ...more.answers };
}

function asked({
  id,
  kind,
  label,
  ask,
  why,
  options,
  minimum,
  maximum,
  ends,
  ...question
}: StressQuestion): PromptQuestion {
  return {
    id,
    kind,
    label,
    ask,
    why,
    ...(options === undefined
      ? {}
      : { options: options.map((option) => ({ id: option.id, label: option.label })) }),
    ...(kind === 'number' ? { unit: 'of 10' as const } : {}),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(ends === undefined ? {} : { ends }),
    ...(question.private === undefined ? {} : { private: question.private }),
  };
}

function ratingsIn({
  'stress-now': stress,
  'stress-sleep': sleep,
}: Answers): Pick<ReviewBody, 'stress' | 'sleep'> {
  return {
    ...(typeof stress === 'number' ? { stress } : {}),
    ...(isSleep(sleep) ? { sleep } : {}),
  };
}

function isSleep(value: Answers[string] | undefined): value is Sleep {
  return value === 'good' || value === 'fair' || value === 'poor';
}

/** Of each that was often missed, what got in the way. */
async function whatGotInTheWay(
  { kept }: PlannedRun,
  prompter: Prompter,
): Promise<{ readonly [commitment: string]: ObstacleId }> {
  const obstacles: { [commitment: string]: ObstacleId } = {};
  const missed = proposals(stressTables, kept.plan.sinceReview, {}).filter(
    ({ proposes }) => proposes !== 'keep' && proposes !== 'stop',
  );
  for (const { commitment, done, planned } of missed) {
    const chosen = await prompter.choose({
      message: `${ifThen(commitment)} Done ${done} of ${planned}. What got in the way?`,
      choices: [
        ...stressTables.repairs.map(({ obstacle, label }, place) => ({
          key: String(place + 1),
          value: obstacle,
          label,
        })),
        { key: 'n', value: '', label: 'Nothing, or I would rather not say' },
      ],
    });
    const found = stressTables.repairs.find(({ obstacle }) => obstacle === chosen)?.obstacle;
    if (found !== undefined) obstacles[commitment.id] = found;
  }
  return obstacles;
}

/** Keep, shrink, swap or stop, with the proposal ready. Undefined when the person leaves the review. */
async function decide(
  run: PlannedRun,
  prompter: Prompter,
  { commitment, planned, done, proposes, repair }: Proposal,
  at: string,
): Promise<Decided | 'crisis' | undefined> {
  const isSmallest = commitment.isSmall === true;
  const went = planned === 0 ? 'It was not due yet.' : `Done ${done} of ${planned}.`;
  for (;;) {
    const chosen = await prompter.choose({
      text: await overChoice(run, [
        {
          kind: 'rows',
          rows: [
            {
              label: at,
              text: ifThen(commitment),
              details: [went, ...(repair === undefined ? [] : [repair.says])],
            },
          ],
        },
      ]),
      message: 'What now?',
      choices: [
        { key: 'k', value: 'keep', label: 'keep' },
        ...(isSmallest ? [] : [{ key: 's', value: 'shrink', label: 'make it smaller' }]),
        { key: 'w', value: 'swap', label: 'swap' },
        { key: 'x', value: 'stop', label: 'stop' },
        { key: 'q', value: 'leave', label: 'leave the review' },
      ],
      initial: proposes,
    });
    if (chosen === 'leave') return undefined;
    if (chosen === 'shrink' || chosen === 'keep' || chosen === 'stop') return { is: chosen };
    // What pain stood in the way of is swapped for what goes sitting.
    const to = await pickOne(run, prompter, `instead ${at}`, repair?.obstacle === 'pain');
    if (to === 'crisis') return to;
    if (to !== undefined) return { is: 'swap', to };
  }
}

async function addOne(run: PlannedRun, prompter: Prompter): Promise<Commitment | 'crisis' | undefined> {
  const chosen = await prompter.choose({
    message: 'There is room for one more, and none is needed.',
    choices: [
      { key: 'n', value: 'no', label: 'leave it so' },
      { key: 'a', value: 'add', label: 'add one' },
    ],
    initial: 'no',
  });
  return chosen === 'add' ? pickOne(run, prompter, 'one more') : undefined;
}

type ReviewWords = Pick<ReviewBody, 'helped' | 'kind'>;

/** What helped most, and one thing to be kind about: a line each, and an empty one is fine. */
async function ownWordsOfReview(run: PlannedRun, prompter: Prompter): Promise<ReviewWords | 'crisis'> {
  const said: { helped?: string; kind?: string } = {};
  for (const { id, ask, why } of stressTables.reviewQuestions) {
    const text = await overChoice(run, [paragraph(`${ask} ${why} An empty line leaves it.`)]);
    const line = await prompter.typed({ text, message: reviewLines[id] });
    if (crisisWords(line)) return 'crisis';
    const note = cleaned(line).slice(0, longestNote).trim();
    if (note !== '') said[id] = note;
  }
  return said;
}

const reviewLines: { readonly [id in ReviewQuestion['id']]: string } = {
  helped: 'What helped',
  kind: 'Kind about',
};
