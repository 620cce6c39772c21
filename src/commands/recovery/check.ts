import type { Context } from '../../context.ts';
import type { Task } from '../../data/recovery-schema.ts';
import { recoveryTables } from '../../data/recovery-tables.ts';
import { criteriaBlocks } from '../../documents/recovery-kept.ts';
import { proposalInWords } from '../../documents/recovery-words.ts';
import { recoveryKinds, type TasksBody } from '../../engine/recovery/recovery-events.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { answer, keep } from './keep.ts';
import { openToChange, type RecoveryRun, recoveryWorld } from './open-plan.ts';
import { oneOf, type RecoveryFlags } from './recovery-flags.ts';

type Given = TasksBody['answers'];
const replies = ['yes', 'no', 'unsure'] as const;

/** What the person could do again, before a phase is left: asked, or given as `walk-10=yes`. Gives the exit code. */
export async function runCheck(
  words: readonly string[],
  flags: RecoveryFlags,
  ctx: Context,
): Promise<number> {
  const given = givenAnswers(words);
  const run = await openToChange(recoveryWorld(flags, ctx), words.length > 0);
  if (run === undefined) return exitCodes.answered;
  if (!run.kept.today.hasBegun) {
    await answer(run, ['This plan was not begun yet.'], ['backcare recovery start', 'backcare recovery']);
    return exitCodes.answered;
  }
  const after = words.length > 0 ? await keepAnswers(run, given) : await askIfAny(run);
  const { now } = after.kept.today;
  const kept = after === run ? [] : ['Kept.'];
  if (now.askAbout.length > 0) {
    const says = [...kept, 'Your numbers speak for going on. Answer each with yes, no or unsure:'];
    const items = now.askAbout.map(({ id, ask }) => `${ask} (${id})`);
    const example = `backcare recovery check ${now.askAbout[0]?.id ?? ''}=yes`;
    await answer(after, says, [example, 'backcare recovery'], [{ kind: 'list', items }]);
    return exitCodes.answered;
  }
  const { kind } = now.proposal;
  const isMove = kind === 'up' || kind === 'back';
  const next = isMove ? `backcare recovery phase ${kind === 'up' ? 'next' : 'back'}` : 'backcare recovery';
  await answer(
    after,
    [...kept, proposalInWords(now, isMove ? 'short' : 'full')],
    [next],
    criteriaBlocks(now),
  );
  return exitCodes.answered;
}

async function askIfAny(run: RecoveryRun): Promise<RecoveryRun> {
  const { askAbout } = run.kept.today.now;
  return run.canAsk && askAbout.length > 0 ? askTasks(run, askAbout) : run;
}

/** Asks about each on one page and keeps what was answered. */
export async function askTasks(run: RecoveryRun, tasks: readonly Task[]): Promise<RecoveryRun> {
  const reply = await (await run.prompter()).page({
    emergencyLine: run.contact.line,
    title: 'What you can do again',
    progress: '1 of 1',
    questions: tasks.map(({ id, label, ask }) => ({
      id,
      kind: 'single' as const,
      label,
      ask,
      why: 'It tells whether the next phase fits. One good hour says little, so it is about two days.',
      options: [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No' },
        { id: 'unsure', label: 'Not sure' },
      ],
    })),
    canGoBack: true,
  });
  if (reply.kind === 'back') return run;
  const given: { [task: string]: Given[string] } = {};
  for (const { id } of tasks) {
    const said = replies.find((word) => word === reply.answers[id]);
    if (said !== undefined) given[id] = said;
  }
  return Object.keys(given).length === 0 ? run : keepAnswers(run, given);
}

async function keepAnswers(run: RecoveryRun, answers: Given): Promise<RecoveryRun> {
  const body: TasksBody = { answers };
  return keep(run, recoveryKinds.tasks, body);
}

function givenAnswers(words: readonly string[]): Given {
  const example = 'backcare recovery check walk-10=yes';
  const ids = recoveryTables.tasks.map(({ id }) => id);
  const answers: { [task: string]: Given[string] } = {};
  for (const word of words) {
    const [task = '', reply, ...more] = word.split('=');
    if (reply === undefined || more.length > 0)
      throw new InputError(`${JSON.stringify(word)}: expected task=answer.`, {
        next: `For example: ${example}`,
      });
    const id = oneOf(task, ids, { what: 'nothing that is asked about', example });
    answers[id] = oneOf(reply, replies, { what: 'no answer', example });
  }
  return answers;
}
